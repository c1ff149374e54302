"""Names of a treatment that are read by what stands beside them, before they are taken for services."""

import re
from dataclasses import replace
from functools import cache

from imr_parse.interpret.services.names import Meaning, meanings
from imr_parse.interpret.services.words import Phrase, phrase_key

_TO_WHOM = re.compile(r"\s(?:to|with|by)\s(?:(?:an?|the)\s)?", re.IGNORECASE)
_FOR = re.compile(r"[^,;]{0,40}\sfor\s(?:(?!and\b|plus\b)[^\s,;]{1,20}\s){0,4}", re.IGNORECASE)
_SCREENS = re.compile(r"\s(?:(?:with|for|to|by|w/)\s)?(?:(?!and\b|plus\b)[a-z]{1,14}\s){0,2}", re.IGNORECASE)
"""Between a urinalysis and what makes it a screen for drugs: "UA for toxicology"."""
_LIST_MARK = re.compile(r"\s?(?:[,;:]|,?\s(?:and|plus)\s)\s?", re.IGNORECASE)
_LEVEL = re.compile(
    r"\s(?:(?:serum|blood|plasma)\s)?(?:levels?|tests?|testing|panels?|screen(?:ing)?|stud(?:y|ies)|trough)\b",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s?(?:mg|mcg)\b", re.IGNORECASE)
_HEADS = frozenset({"visit", "program", "equipment", "supply", "surgery"})
_LAB = "Lab & Pathology"
_IN_BLOOD = frozenset(
    {"Nutritional Products", "Hormones", "Androgens & Anabolic Steroids", "Antihypertensive", ""}
)
"""Classes of drugs whose names a laboratory's list holds too: "TSH, vitamin D, ferritin"."""


def names(text: str, mentions: list[Phrase[Meaning]]) -> list[Phrase[Meaning]]:
    """The mentions without words that name nothing by themselves, analytes as tests, a referral before its purpose."""
    mentions = _screens(text, [m for m in mentions if m.value.services or m.value.drugs])
    if any(m.value.drugs for m in mentions):
        mentions = [_level(text, _without_strength(text, m)) for m in mentions]
        if any(m.value.services for m in mentions):
            mentions = _about(text, _analytes(text, mentions))
    return _referral(text, mentions) if len(mentions) > 2 else mentions


def _screens(text: str, mentions: list[Phrase[Meaning]]) -> list[Phrase[Meaning]]:
    """A urinalysis that toxicology is said of is a urine drug test."""
    found: list[Phrase[Meaning]] = []
    for mention in mentions:
        before = found[-1] if found else None
        joined = before and _is(mention, "urine drug test") and _is(before, "urinalysis")
        if before and joined and _SCREENS.fullmatch(text, before.end, mention.start):
            value = replace(mention.value, weak=False)
            found[-1] = Phrase(value, before.start, mention.end)
            continue
        found.append(mention)
    return found


def _is(mention: Phrase[Meaning], name: str) -> bool:
    return any(service.name == name for service in mention.value.services)


def _level(text: str, mention: Phrase[Meaning]) -> Phrase[Meaning]:
    """A drug's name with "level" behind it is a laboratory's test."""
    if mention.value.drugs and (of_it := _LEVEL.match(text, mention.end)):
        return Phrase(_laboratory_test(), mention.start, of_it.end())
    return mention


def _without_strength(text: str, mention: Phrase[Meaning]) -> Phrase[Meaning]:
    """A name without the number at its end where a unit says that it is a strength: "Kenalog 40mg" is no "Kenalog-40"."""
    if not (mention.value.numbered and mention.value.is_brand and _UNIT.match(text, mention.end)):
        return mention
    name = text[mention.start : mention.end].rstrip("0123456789").rstrip(" -")
    value = meanings().value(phrase_key(name))
    return Phrase(value, mention.start, mention.start + len(name)) if value else mention


def _about(text: str, mentions: list[Phrase[Meaning]]) -> list[Phrase[Meaning]]:
    """The mentions without drugs that only say what a visit, a program or a device is for: "Botox consultation"."""
    return [
        m for m, after in zip(mentions, (*mentions[1:], None), strict=True) if not _is_said_of(text, m, after)
    ]


def _is_said_of(text: str, mention: Phrase[Meaning], after: Phrase[Meaning] | None) -> bool:
    if after is None or not mention.value.drugs or after.value.drugs or after.start - mention.end != 1:
        return False
    return text[mention.end] == " " and after.value.kinds <= _HEADS


def _analytes(text: str, mentions: list[Phrase[Meaning]]) -> list[Phrase[Meaning]]:
    """What is a drug elsewhere is an analyte where it stands bare in a list of laboratory tests."""
    if not any(map(_is_lab, mentions)):
        return mentions
    found = list(mentions)
    for at, mention in enumerate(mentions):
        if (
            not mention.value.drugs
            or mention.value.is_brand
            or (mention.value.drugs[0].drug_class or "") not in _IN_BLOOD
        ):
            continue
        before = (
            at and _is_lab(found[at - 1]) and _LIST_MARK.fullmatch(text, found[at - 1].end, mention.start)
        )
        last = at + 1 == len(mentions)
        behind = text[mention.end :].strip(" .)") == "" if last else _LIST_MARK.match(text, mention.end)
        if before and behind:
            found[at] = mention._replace(value=_laboratory_test())
    return found


def _is_lab(mention: Phrase[Meaning]) -> bool:
    return any(service.subcategory == _LAB for service in mention.value.services)


@cache
def _laboratory_test() -> Meaning:
    return meanings().value(phrase_key("CBC")) or Meaning()


def _referral(text: str, mentions: list[Phrase[Meaning]]) -> list[Phrase[Meaning]]:
    """A referral to a person is asked for, not what it is for: "Referral to a podiatrist for orthotics"."""
    asked, whom, purpose = mentions[:3]
    if not (_is_weak_visit(asked) and _is_weak_visit(whom)):
        return mentions
    to_whom = _TO_WHOM.fullmatch(text, asked.end, whom.start)
    if not to_whom or not _FOR.fullmatch(text, whom.end, purpose.start):
        return mentions
    return [asked._replace(value=replace(asked.value, weak=False)), *mentions[1:]]


def _is_weak_visit(mention: Phrase[Meaning]) -> bool:
    return mention.value.weak and "visit" in mention.value.kinds
