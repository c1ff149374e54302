"""The occupation, as the case summary states it of the patient.

It stands where the summary first speaks of the person: after the age and sex ("female cannery worker who …"), before the
age ("a male machinist aged 45"), or in a phrase of its own ("employed as a …", "he is a …").
"""

from __future__ import annotations

import re

from imr_parse.interpret.patient.occupation_leads import Lead, Needs, leads
from imr_parse.interpret.patient.occupation_name import (
    LONGEST,
    Words,
    and_goes_on,
    describes,
    ends,
    is_known,
    job,
    names_occupation,
    phrase,
    tokens,
    undescribed,
    words_that,
)
from imr_parse.interpret.patient.whose import of_another
from imr_parse.interpret.reading import Reading

_SET_OFF = re.compile(r",\s{1,3}(?:is|was)\s{1,3}(?=an?\s)")
"""After an age between commas: the description begins here."""
_LINKS = frozenset({"who", "is", "was", "works", "worked"})
_WORKING = _LINKS | {"employed", "working"}
"""The description goes on where these lead to "as"."""
_APART = frozenset({",", ";", "-", "\u2013"})
_TO_AS = re.compile(r"\s*(?:is\s+)?(?:employed|works?|working|worked)?\s*as\b", re.IGNORECASE)
_BEFORE_AGE = re.compile(
    r"\ban?\s+(?:(?:fe)?male\s+)?(?P<job>[a-z][a-z/&'-]*(?:\s+[a-z/&'-]+){0,3}?),?\s+(?:(?:fe)?male,?\s+)?(?=aged?\s)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?=[\dDE(])(?:\b\d{1,3}(?:\.\d)?[\s-]?(?:['\u2019\u2032\"\u201d]|(?:ft|foot|feet|in(?=\.)|inch(?:es)?|lbs?|pounds?|kg|cm)\b\.?)"
    r"(?:[\s-](?:tall|in\s+height))?,?"
    r"|\bDO[IB]:?\s[\d/-]{4,10},?"
    r"|\bex-(?=[a-z]{3})"
    r"|\((?P<inside>[^()]{0,60})\))",
    re.IGNORECASE,
)
"""What stands between the words for a person: height and weight, dates, and what is in parentheses."""
_IN_A_CRASH = re.compile(
    r"\s+(?:in|of|involved)\b[^.]{0,40}\b(?:accident|collision|vehicle|car|crash|MVA)\b", re.IGNORECASE
)
_NO_NAME_ENDINGS = ("ed", "ing", "ly", "ful", "ous", "less")
"""Of verbs, adverbs and adjectives."""
_INTRODUCED = 800
"""Characters of a summary in which asides are passed over."""
_OPENING = 400
"""Characters in which "he is a …" speaks of an occupation by the ending of its name alone."""


def read_occupation(summary: str, age: Reading | None) -> Reading | None:
    """The occupation's words as printed; None where none is stated."""
    plain = _ASIDE.sub(_blank, summary[:_INTRODUCED]) + summary[_INTRODUCED:]
    described = _segments(plain, age.end) if age else []
    for segment in described:
        if (found := _in_description(plain, segment)) is not None:
            return found
    if age is not None and (found := _before(plain, age.start)) is not None:
        return found
    for lead in leads(plain):
        if (found := _led(plain, lead)) is not None:
            return found
    return _unknown(plain, described)


def _led(summary: str, lead: Lead) -> Reading | None:
    """The occupation that a phrase leads to; in doubt where only its ending tells it, far from the patient's description."""
    if of_another(summary, lead.start, lead.end):
        return None
    found = phrase(summary, lead.end, known=lead.needs is not Needs.WORDS)
    if found is None or lead.needs < Needs.NAME_NEAR:
        return found
    last = found.value.split()[-1]
    if last.lower() == "driver" and _IN_A_CRASH.match(summary, found.end):
        return None
    if is_known(last) or (lead.needs is Needs.NAME_NEAR and lead.start < _OPENING):
        return found
    if lead.needs is Needs.LISTED:
        return None
    return found._replace(remarks=(("IMR212", f'"{last}" is no occupation that is known'),))


def _blank(aside: re.Match[str]) -> str:
    """Spaces in its place; an occupation in parentheses stands between commas instead."""
    inside = (aside["inside"] or "").split()
    if inside and is_known(inside[-1]) and all(map(str.isalpha, inside)):
        return f",{aside['inside']},"
    return " " * len(aside.group())


def _unknown(summary: str, described: list[Words]) -> Reading | None:
    """Words right before what happened that are known neither as an occupation nor as a description: occupations are many."""
    told = [words for words in described if words]
    words = undescribed(described[-1]) if told and described[-1] is told[0] else []
    if not words or len(words) > LONGEST or describes(words[-1].group()) or not all(map(_may_name, words)):
        return None
    start, end = words[0].start(), words[-1].end()
    doubt = ("IMR212", f'"{words[-1].group()}" is no occupation that is known')
    return Reading(summary[start:end], start, end, (doubt,))


def _segments(summary: str, start: int) -> list[Words]:
    """The words between the age and what happened, by commas; the last one is empty where a sentence ends before that."""
    segments: list[Words] = [[]]
    set_off = _SET_OFF.match(summary, start)
    start = set_off.end() if set_off else start
    for token in tokens(summary, start):
        word = token.group().lower()
        if word == "and" and segments[-1] and and_goes_on(summary, segments[-1], token.end()):
            segments[-1].append(token)
            continue
        if word == "and" and segments[-1] and not undescribed(segments[-1]):
            segments.append([])
            continue
        if (ends(summary, token) and word not in _LINKS) or (
            word in _WORKING and not _TO_AS.match(summary, token.end())
        ):
            return segments
        if word in (".", ":"):
            break
        if word in _APART:
            segments.append([])
        elif word not in _LINKS:
            segments[-1].append(token)
    return [*segments, []]


def _may_name(token: re.Match[str]) -> bool:
    """Whether a word may be part of an occupation's name: a plain one, no verb, abbreviation or word for a patient."""
    word = token.group()
    return (
        word.isalpha()
        and word.islower()
        and len(word) > 2
        and not word.endswith(_NO_NAME_ENDINGS)
        and word not in words_that("no-occupation") | words_that("nobody") | words_that("never")
    )


def _in_description(summary: str, words: Words) -> Reading | None:
    """The occupation in one segment of a description; where "employed as a" leads to it, however it is spelt, what follows."""
    names = [word.group().lower() for word in words]
    return job(summary, words[names.index("as") + 1 :] if "as" in names[:-1] else words)


def _before(summary: str, age_start: int) -> Reading | None:
    found = None
    for found in _BEFORE_AGE.finditer(summary, max(0, age_start - 80), age_start + 5):
        pass
    if found is None:
        return None
    last = found["job"].split()[-1].lower()
    no_name = last in words_that("no-occupation") or last in words_that("nobody")
    if not names_occupation(last) or no_name or describes(last):
        return None
    return Reading(found["job"], *found.span("job"))
