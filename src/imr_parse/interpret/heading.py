"""An item's heading: number, words, the parts of a part-authorized request, and the outcome after the colon.

The wordings of part-authorized requests stand in many letters of the layouts of 2014 and after.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from imr_parse.interpret.heading_outcome import DECISION_WORDS, Words, read_outcome
from imr_parse.interpret.item_numbers import Numbered, counts_parts, may_be_numbered, printed_numbers

_ORIGINAL = re.compile(
    r"(?P<original>.{1,1500}?)\s+(?:was|were)\s+the\s+original\s+requests?\s?\.\s+", re.DOTALL | re.IGNORECASE
)
_AUTHORIZED = (
    re.compile(r"(?P<authorized>.{1,1500}?)\s+(?:was|were)\s+authorized\s+by\s+the\s+Claims\s+Administrator\s?\.\s+", re.DOTALL | re.IGNORECASE),
    re.compile(
        r"The\s+Claims\s+Administrator\s+(?:has\s+)?authorized\s+(?P<authorized>.{1,1500}?),?\s+leaving\s+the\s+original\s+requests?\s+"
        r"IMR[\s-]+eligible\s?\.\s+",
        re.DOTALL | re.IGNORECASE,
    ),
)  # fmt: skip
_REMAINING = re.compile(
    r"The\s+(?:remaining\s+IMR[\s-]+eligible\s+portions?\s+of\s+the\s+)?original\s+requests?,?\s+(?:(?:is|are)\s+)?"
    r"(?P<treatment>.{1,1500}?)(?:,?\s+(?:is|are))?\s*$",
    re.DOTALL | re.IGNORECASE,
)
"""The three sentences of a part-authorized request: what was asked for, what was authorized, what is left."""
_CUE = re.compile(
    r"original\s*request|(?:authorized|modified|approved|certified)\s*by|administrator\s*(?:authorized|modified|approved|certified)"
    r"|IMR[\s-]*eligible|remaining\s*IMR",
    re.IGNORECASE,
)
"""What tells such a request, however it is worded, and where its words are glued."""
_ENDS_IN_VERB = re.compile(r"\s(?:is|are|was|were)$")
_DECIDING = DECISION_WORDS | {
    "outcome",
    "decision",
    "determination",
    "result",
    "denial",
    "status",
    "ur",
    "imr",
    "is",
    "the",
}
_NAMES_OUTCOME = frozenset({
    "decision", "determination", "result", "outcome", "status", "ruling", "verdict", "conclusion", "final",
})  # fmt: skip
"""Names for the outcome; at a heading's end they are none of its own words."""
_ENDS_OPENLY = re.compile(r"[|/\\<>=~_&,;+@^#*\u2022\u2190-\u21ff\u25ba\u00bb\u2013\u2014-]$")
"""Marks at which no request ends: something that stood between it and the outcome."""
_LABEL = re.compile(
    r"(?:disputed\s|requested\s|imr\s)?(?:issue|item|service|treatment|request|decision|heading|procedure|medication|prescription)s?"
    r"(?:\s?/\s?(?:item|service|treatment)s?)?(?:\s(?:in\sdispute|at\sissue|requested|no\.?|number|#))?\s?#?\d{0,2}\s?:"
)
"""A name for what is disputed, which no layout prints before it."""
_LISTED = re.compile(
    r"(?!\([rlb]\))(?:[\u2022\u25cf\u25aa\uf0b7\u00b7*\u2013\u2014-]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)]|\(?\d{1,2}[.)])\s"
)
"""A mark of a list; (R), (L) and (B) are sides of the body."""
_WORD = re.compile(r"[a-z]+|\d+")
_OUTCOME_INSIDE = "an outcome stands in it"


class HeadingReading(NamedTuple):
    """What a heading says; places are offsets into its printed words."""

    number: int | None
    heading: Words
    treatment: Words
    original: Words | None
    authorized: Words | None
    outcome: str | None
    outcome_words: Words
    remarks: dict[str, tuple[tuple[str, str], ...]]
    """(code, message) by key: heading, treatment, request, outcome."""


def read_heading(words: str, outcomes: Mapping[str, str], numbered: Numbered | None = None) -> HeadingReading:
    """A heading as printed, outcome included. `outcomes`: printed word → `upheld` or `overturned`.

    `numbered`: its number as all headings of the letter tell it; None where it is the only one.
    """
    remarks: dict[str, tuple[tuple[str, str], ...]] = {}
    number, after = numbered or printed_numbers([words])[0]
    start = after or len(words) - len(words.lstrip())
    outcome = read_outcome(words, start, outcomes)
    if outcome.remarks:
        remarks["outcome"] = outcome.remarks
    heading = _strip(words, start, outcome.heading_end)
    if outcome.unsure:
        remarks["heading"] = (("IMR207", "where it ends is not sure"),)
        remarks["treatment"] = remarks["heading"]
    stray = _stray(words, heading, outcomes)
    for key in ("heading", "treatment", "request") if stray else ():
        remarks[key] = remarks.get(key, ()) + (("IMR209", stray),)
    if stray == _OUTCOME_INSIDE and _others_inside(words, heading, outcomes, outcome.value):
        remarks["outcome"] = (*outcome.remarks, ("IMR221", "another outcome stands before it"))
    treatment, original, authorized, part_remarks = _parts(words, heading)
    if part_remarks:
        for key in ("treatment", "request") if original else ("heading", "treatment", "request"):
            remarks[key] = remarks.get(key, ()) + part_remarks
    return HeadingReading(
        number,
        heading,
        treatment,
        original,
        authorized,
        outcome.value,
        outcome.words,
        remarks,
    )


def _stray(words: str, heading: Words, outcomes: Mapping[str, str]) -> str:
    """What stands in the heading that does not belong there; empty where nothing does."""
    text = _lower(words, heading)
    if any(_decides(text, word.lower()) for word in outcomes):
        return _OUTCOME_INSIDE
    _, colon, tail = text.rpartition(":")
    if (colon and _DECIDING.issuperset(_WORD.findall(tail))) or text.rpartition(" ")[2] in _NAMES_OUTCOME:
        return "words of a decision stand at its end"
    if _ENDS_OPENLY.match(text[-1:]):
        return "a mark stands at its end"
    if _LABEL.match(text):
        return "a label stands before it"
    if may_be_numbered(text):
        return "a number stands before it"
    if _LISTED.match(text) and not counts_parts(text):
        return "a mark stands before it"
    return ""


def _others_inside(words: str, heading: Words, outcomes: Mapping[str, str], value: str | None) -> bool:
    """Whether the outcome that stands in a heading is not the one after it."""
    if value is None:
        return False
    text = _lower(words, heading)
    return any(other != value and _decides(text, word.lower()) for word, other in outcomes.items())


def _decides(text: str, word: str) -> bool:
    """Whether an outcome word stands in a heading as outcomes do, not as one of its words."""
    return f": {word}" in text or text.startswith(f"{word}:") or text.endswith(f" {word}")


def _lower(words: str, heading: Words) -> str:
    return " ".join(words[heading.start : heading.end].lower().split())


def _strip(words: str, start: int, end: int) -> Words:
    """Without white space and without the colon before the outcome."""
    while end > start and (words[end - 1].isspace() or words[end - 1] in ":\uff1a"):
        end -= 1
    while start < end and words[start].isspace():
        start += 1
    return Words(start, end)


def _parts(
    words: str, heading: Words
) -> tuple[Words, Words | None, Words | None, tuple[tuple[str, str], ...]]:
    """(treatment, original, authorized, remarks) of a heading that may be part-authorized."""
    if not _CUE.search(words, *heading):
        if _ENDS_IN_VERB.search(words, *heading):
            return heading, None, None, (("IMR207", "it ends in a verb; words before it may be missing"),)
        return heading, None, None, ()
    whole = words[: heading.end]
    first = _ORIGINAL.match(whole, heading.start)
    if first is not None:
        for pattern in _AUTHORIZED:
            second = pattern.match(whole, first.end())
            third = _REMAINING.match(whole, second.end()) if second else None
            if second and third:
                places = (third.span("treatment"), first.span("original"), second.span("authorized"))
                treatment, original, authorized = (Words(*place) for place in places)
                nested = any(_CUE.search(whole, *place) for place in places)
                remark = (
                    (("IMR207", "the request repeats the words of a part-authorized one"),) if nested else ()
                )
                return treatment, original, authorized, remark
    return (
        heading,
        None,
        None,
        (("IMR207", "it reads like a part-authorized request in words that are not known"),),
    )
