"""The patient: age and sex, as the case summary first states them of the patient."""

from __future__ import annotations

import re

from imr_parse.interpret.reading import Reading
from imr_parse.number_words import NUMBER_WORDS, number_of

_YEARS_OLD = r"(?:years?|yrs?)[\s.-]{0,3}(?:of[\s-]{1,2}age|old)\b|y[\s./]{0,2}o\b\.?|(?:year|yr)s?\.?[\s-]{1,3}(?=(?:fe)?male|wom|m[ae]n)"
_AGE = re.compile(
    rf"\b(?P<digits>\d{{1,3}})[\s-]{{0,3}}(?:{_YEARS_OLD})"
    rf"|\b(?P<words>{NUMBER_WORDS})[\s-]{{1,3}}(?:{_YEARS_OLD})"
    rf"|\b(?P<letter>\d{{2}})\s?(?-i:(?=[MF]\b))"
    rf"|\baged?\s{{1,2}}(?:of\s)?(?P<aged>\d{{2}})\b"
    rf"|\b(?:patient|worker|claimant|employee|applicant|(?:wo)?man|(?:fe)?male)(?:,|\s(?:is|was))\s(?P<apart>\d{{2}})(?=[,.](?:\s|$))",
    re.IGNORECASE,
)
AGE_HINT = re.compile(
    r"\b\d{1,2}.{0,4}[\s-](?:years?|yrs?|y\.?/?o)\b.{0,8}old|\byears?[\s-]{0,2}old\b|\byears?\s+of\s+age\b"
    r"|\b\d{2}[\s-]{1,3}y.{1,6}\bold\b",
    re.IGNORECASE,
)
"""Words that hint at an age however it is written, or misread."""
_PAST = re.compile(
    r"\bat\s+(?:the\s+)?$|\b(?:since|when|at\s+(?:the\s+)?age|was\s+(?:only\s+)?$|history\s+at|son|daughter|husband|wife|spouse|mother|father|brother|sister|child)\b[^.]{0,40}$"
    r"|\b(?:provider|physician|surgeon|doctor|adjuster|examiner)(?:,|\s+(?:is|was))\s+an?\s+(?:[\w-]{1,20}\s+){0,3}$",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:now|currently|presently)\s+(?:an?\s+)?$", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:son|daughter|husband|wife|spouse|mother|father|brother|sister|child)\b", re.IGNORECASE
)
"""Whose age of now is not the patient's."""
_SEX_NOUN = re.compile(
    r"\b(?:(?P<female>female|woman|lady|girl)|(?P<male>male|man|gentleman|boy))s?\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"\b(?:(?P<female>she|her|hers|herself)|(?P<male>he|his|him|himself))\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:Dr\.?|doctor|physician|provider|surgeon|therapist|chiropractor|claims\s+examiner)\b", re.IGNORECASE
)
_SEX_LETTER = re.compile(r"[\s,]{0,2}(?P<letter>[MF])\b(?!\.)")


def read_age(summary: str) -> Reading | None:
    """The age in years as first stated of the patient; a past or another person's age is passed over."""
    fallback: Reading | None = None
    for found in _AGE.finditer(summary):
        value = _age_value(found)
        if not 14 <= value <= 110:
            continue
        before = max(0, found.start() - 60), found.start()
        if _PAST.search(summary, *before) and (
            _RELATIVE.search(summary, *before) or not _NOW.search(summary, *before)
        ):
            fallback = fallback or Reading(
                value, *found.span(), (("IMR214", "the age stated may not be the patient's own of now"),)
            )
            continue
        return Reading(value, *found.span())
    return fallback


def _age_value(found: re.Match[str]) -> int:
    return (
        number_of(found["words"])
        if found["words"]
        else int(found["digits"] or found["aged"] or found["letter"] or found["apart"])
    )


def read_sex(summary: str, age: Reading | None) -> Reading | None:
    """By a letter after the age, or the first noun that says it of the patient; failing that by pronouns that all agree."""
    letter = _SEX_LETTER.match(summary, age.end) if age else None
    if letter:
        return Reading("female" if letter["letter"] == "F" else "male", *letter.span("letter"))
    for found in _SEX_NOUN.finditer(summary):
        if found.start() > 0 and _PAST.search(summary, max(0, found.start() - 40), found.start()):
            continue
        return Reading("female" if found["female"] else "male", *found.span())
    pronouns = [
        found
        for found in _PRONOUN.finditer(summary)
        if not _OTHERS.search(summary, max(0, found.start() - 80), found.start())
    ]
    sexes = {"female" if found["female"] else "male" for found in pronouns}
    if len(sexes) == 1:
        return Reading(sexes.pop(), *pronouns[0].span(), (("IMR407", "the sex is told by pronouns only"),))
    return None
