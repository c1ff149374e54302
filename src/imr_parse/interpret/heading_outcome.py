"""The outcome after a heading's colon: the known words, in other case, with a stop, or misspelt; never a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from rapidfuzz import fuzz

DECISION_WORDS = frozenset({
    "modified", "modify", "denied", "approved", "authorized", "certified", "noncertified", "affirmed",
    "reversed", "revised", "withdrawn", "dismissed", "deferred", "partially", "partial", "partly",
    "part", "in", "and", "not", "medically", "necessary", "appropriate", "upheld", "uphold",
    "overturned", "overturn", "terminated", "ineligible", "granted", "conditionally", "remanded",
    "vacated", "sustained", "rejected", "undecided", "pending",
})  # fmt: skip
"""Words of which what is decided may be made, in all the ways that letters say it or might."""
_DASHES = " \t\n\f.,;-\u2013\u2014"
_SURE = 75
_SURE_WITHOUT_COLON = 90
"""Likeness of a word to an outcome that is taken for it, after a colon and without one."""
_LAST_WORD = re.compile(r"(?<![A-Za-z])([A-Za-z]{4,12})[.:;\s]*$")
_NOT_PLAINLY = frozenset({"not", "partially", "partly", "and", "or", "un", "was", "been"})
_TAIL_WORDS = 5
"""Words after the last colon that may be an outcome."""


class Words(NamedTuple):
    """A place in the heading's printed words."""

    start: int
    end: int


class OutcomeReading(NamedTuple):
    """What is decided, where the heading before it ends, and where its words stand."""

    value: str | None
    heading_end: int
    words: Words
    remarks: tuple[tuple[str, str], ...] = ()
    unsure: bool = False
    """Whether it is not sure where the heading ends."""


def read_outcome(words: str, start: int, outcomes: Mapping[str, str]) -> OutcomeReading:
    """The outcome at a heading's end. `outcomes`: printed word → `upheld` or `overturned`; an unknown one is never guessed."""
    end = len(words.rstrip())
    colon = words.rfind(":", start, end)
    tail = words[colon + 1 : end].strip() if colon >= 0 else ""
    if tail:
        place = Words(words.rindex(tail, start, end), end)
        for printed, value in outcomes.items():
            if tail == printed:
                return OutcomeReading(value, colon, place)
            if _same(tail, printed) or (len(set(tail.split())) == 1 and _same(tail.split()[0], printed)):
                return OutcomeReading(
                    value, colon, place, (("IMR402", f"the outcome is printed '{_shown(tail)}'"),)
                )
        *prior, final = re.findall(r"[a-z]+", tail.lower()) or [""]
        slipped = any(_nearly(final, printed) for printed in outcomes) and DECISION_WORDS.isdisjoint(prior)
        if len(tail.split()) <= _TAIL_WORDS and not any(map(str.isdigit, tail)) and not slipped:
            remark = ("IMR204", f"the outcome is '{_shown(tail)}', which is none that is known")
            return OutcomeReading(
                None, colon, place, (remark,), not DECISION_WORDS.issuperset((*prior, final))
            )
    last = _LAST_WORD.search(words, start, end)
    matched = next((value for printed, value in outcomes.items() if last and _nearly(last[1], printed)), None)
    if last and matched:
        before = words[start : last.start(1)].rstrip(_DASHES + ":=?")
        if before and before.rsplit(None, 1)[-1].lower() in _NOT_PLAINLY:
            return OutcomeReading(
                None, end, Words(end, end), (("IMR204", "no outcome is stated plainly"),), True
            )
        remark = ("IMR402", "no colon stands before the outcome")
        return OutcomeReading(matched, start + len(before), Words(*last.span(1)), (remark,))
    missing = (("IMR204", "no outcome follows the heading"),)
    if colon >= 0 and colon == end - 1:
        return OutcomeReading(None, colon, Words(end, end), missing)
    return OutcomeReading(None, end, Words(end, end), missing, True)


def _nearly(word: str, printed: str) -> bool:
    return _same(word, printed) and fuzz.ratio(word.lower(), printed.lower()) > _SURE_WITHOUT_COLON


def _same(tail: str, printed: str) -> bool:
    """Whether a word is this outcome word, in other case, with a stop, or misspelt."""
    word = tail.strip(" .;,!*\u2013\u2014-").casefold()
    if not word or len(word.split()) > 1 or not word.isalnum():
        return False
    return word[0] == printed[0].casefold() and fuzz.ratio(word, printed.casefold()) >= _SURE


def _shown(tail: str) -> str:
    return " ".join(tail.split())[:40]
