"""The words that lead to the name of an occupation: "employed as a", "she is a", "Occupation:"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from imr_parse.interpret.patient.whose import PATIENT, TITLED, sentence_end, sentence_start


class Needs(IntEnum):
    """What must follow the leading words for an occupation to be read."""

    WORDS = 0
    NAME = 1
    NAME_NEAR = 2
    """A name that is told by its ending where the patient is introduced, one of the vocabulary further on."""
    LISTED = 3


class Lead(NamedTuple):
    """Where the leading words stand in the summary, and what they need."""

    start: int
    end: int
    needs: Needs


class _Kind(NamedTuple):
    hints: tuple[str, ...]
    """Words of which one stands, in small letters, in all that the pattern finds; it is sought around them alone."""
    needs: Needs
    pattern: re.Pattern[str]
    reach: int
    """Characters on either side of a hint that leading words may fill."""


def _kind(hints: str, needs: Needs, pattern: str, reach: int = 160) -> _Kind:
    return _Kind(tuple(hints.split("|")), needs, re.compile(pattern, re.IGNORECASE), reach)


_TITLED = rf"{TITLED}\s[^\s,]{{1,30}}"
_NOUN = r"(?:fe)?male|(?:wo)?man|gentleman|lady"
_SUBJECT = rf"(?:he|she|who|{_NOUN}|{PATIENT}|{_TITLED})"
_TIME = r"(?:(?:full|part)[\s-]time\s+)?"
_EMPLOYED = r"(?:employed|hired|work(?:s|ed|ing)|duties)"
_ENGAGED = (
    r"(?:employed|hired|work(?:s|ed|ing)?|jobs?|position|dut(?:y|ies)|role|capacity|living|career|"
    r"serv(?:es|ed|ing)|acting|spent|retired|employment)"
)
_ADVERB = r"(?:\s+(?:currently|presently|now|then|previously|formerly|still|also|reportedly|apparently))?"
_STATED = r"(?:(?:listed|noted|given|described|recorded|reported|stated)\s+as\s+)?"
_IS = r"(?:is|was|(?:has|had)\s+been|became|used\s+to\s+be)"
_PERSON = rf"(?:{PATIENT}|{_NOUN})"
_ANY_PERSON = re.compile(rf"\b(?:he|she|old|{_TITLED}|{_PERSON})\b", re.IGNORECASE)
_ON = r"(?:(?!\b(?:was|were|is|are|(?:serv|describ|accept|list|cit|classif|diagnos|report|us)ed)\b)(?:[^.;:]|\b(?:Inc|Co|Corp)\.))"
"""A sign of what may stand before "as a": no other verb begins there."""
_KINDS = (
    _kind(" as a", Needs.WORDS, rf"\b{_EMPLOYED}\s+{_TIME}as\s+an?\s+"),
    _kind(" as ", Needs.NAME, rf"\b{_ENGAGED}\s+(?:(?:is|was)\s+)?{_TIME}as\s+(?:an?\s+|the\s+)?", reach=40),
    _kind(" as a", Needs.NAME, rf"\b{_ENGAGED}\s{_ON}{{1,80}}?\sas\s+an?\s+"),
    _kind(
        " as a",
        Needs.NAME,
        rf"\b(?:injur(?:ed|y|ies)|hurt|activities|trauma|exposure|loss)\s(?:{_ON}{{1,60}}?\s)?as\s+an?\s+",
    ),
    _kind("self as a", Needs.NAME, r"\b(?:him|her)self\s+as\s+an?\s+"),
    _kind(
        " is a| was a| been a| be a|became a|'s a",
        Needs.NAME_NEAR,
        rf"\b(?:{_SUBJECT}(?:\s+{_IS}|'s)|(?:,|\b(?:old|age|\d\d)\s+and)\s+{_IS}){_ADVERB}\s+an?\s+",
        reach=70,
    ),
    _kind(
        ", a|,a|- a|\u2013 a",
        Needs.NAME,
        rf"\b(?:{PATIENT}|{_TITLED})(?:\s?,\s*|\s[\u2013-]\s)an?\s+",
        reach=60,
    ),
    _kind("this ", Needs.LISTED, r"(?:\A|[.]\s)This\s+"),
    _kind("occupation|job title", Needs.WORDS, r"\b(?:occupation|job\s+title)\s*:\s*(?:an?\s+)?(?=[a-z])"),
    _kind("job:|employment:|position:", Needs.NAME, r"\b(?:job|employment|position):\s*(?:an?\s+)?"),
    _kind(
        "occupation|job title|profession",
        Needs.WORDS,
        rf"\b(?:occupation|job\s+title|profession)\s+(?:of\s+the\s+{PATIENT}\s+|at\s+the\s+time\s+of\s+(?:the\s+)?injury\s+)?(?:(?:is|was)\s+{_STATED}|of\s+|as\s+)"
        r"(?:that\s+of\s+)?(?:an?\s+)?(?=[a-z])",
    ),
    _kind(
        "job is|job was|job of|position |role |capacity ",
        Needs.NAME,
        r"\b(?:job|position|role|capacity)\s+(?:(?:is|was)\s+(?:that\s+of\s+)?|of\s+)(?!the\b)(?:an?\s+)?",
    ),
    _kind("occupation", Needs.NAME, r"\boccupation,?\s+"),
    _kind(
        " by ",
        Needs.WORDS,
        r"\ban?\s+(?=[a-z][a-z/-]{0,20}(?:\s[a-z/-]{1,20}){0,3}\s+by\s+(?:trade|occupation|profession)\b)",
    ),
)
_ACTS = re.compile(r"work(?:s|ed)|serv|acting", re.IGNORECASE)
"""What things do too: a drug works as a pain reliever."""
_THING = re.compile(
    rf"\b(?:the|this|that|his|her|an?)\s+(?!(?:\w+\s)?{_PERSON}\b)(?:[\w-]{{1,20}}\s+){{1,2}}$", re.IGNORECASE
)


def leads(summary: str) -> list[Lead]:
    """All leading words, in the order of the summary."""
    return sorted(_leads(summary))


def _leads(summary: str) -> Iterator[Lead]:
    words = summary.lower()
    for kind in _KINDS:
        for start, end in _around(words, kind.hints, kind.reach):
            for found in kind.pattern.finditer(summary, start, end):
                if not _ACTS.match(summary, found.start()) or _acts(summary, found.start()):
                    yield Lead(*found.span(), kind.needs)


def _around(words: str, hints: tuple[str, ...], reach: int) -> Iterator[tuple[int, int]]:
    """The stretches of a text around these hints, apart from each other."""
    places: list[int] = []
    for hint in hints:
        at = words.find(hint)
        while at >= 0:
            places.append(at)
            at = words.find(hint, at + 1)
    start = end = -1
    for at in sorted(places):
        if at - reach > end:
            if end >= 0:
                yield start, end
            start = max(0, at - reach)
        end = at + reach
    if end >= 0:
        yield start, end


def _acts(summary: str, at: int) -> bool:
    """Whether it is a person who works or serves as something there."""
    start = sentence_start(summary, at)
    if _THING.search(summary, max(start, at - 50), at):
        return False
    return at == start or _ANY_PERSON.search(summary, start, sentence_end(summary, at)) is not None
