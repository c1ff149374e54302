"""Items that open with a numbered sentence: what one looks like, and what begins after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.landmarks.find import Match, fold, spread
from imr_parse.landmarks.openings import number_at, opens_at
from imr_parse.landmarks.verdicts import ends_in_verdict, points_back
from imr_parse.layouts.model import Opens
from imr_parse.letter import Letter
from imr_parse.paragraphs import Start
from imr_parse.segment.lines import lines_in

LONGEST = 12
"""Lines of the longest opening sentence."""
_LONGEST_UNSURE = 4
"""Lines before a part that may be an opening though no verdict is met in them."""
_LAST_WORDS = 4
"""A verdict's last words that wrap are fewer than these."""
_ALIKE = 78
"""Words this much like the fixed ones are those, misprinted."""
_NEXT = re.compile(r"\n\n|\n\f?[ ]{0,8}\(?\d{1,2}[.)]")
"""Where a paragraph, or a numbered line, begins anew."""


@dataclass(frozen=True, slots=True)
class Zone:
    """Where such items stand in a letter."""

    letter: Letter
    grammar: Opens
    where: Span
    marks: frozenset[int]
    """Lines at which a part, or the fixed line before the parts, begins."""


@dataclass(frozen=True, slots=True)
class Opening:
    """An item's first sentence: lines `first` to `last`, its printed number, and whether all of its form is there."""

    first: int
    last: int
    number: int | None
    sure: bool
    doubts: tuple[Doubt, ...] = ()


def zone_of(letter: Letter, grammar: Opens, where: Span) -> Zone:
    """The zone of the items, with what begins after their openings."""
    marks = {
        hit.line
        for hit in letter.hits
        if hit.landmark.kind in ("part", "head")
        and hit.match is not Match.INLINE
        and where.start <= hit.span.start < where.end
    }
    text = letter.document.text
    opened = [part.opens for part in grammar.parts if part.opens]
    for at, line in lines_in(letter.document, *where):
        begins = letter.starts[at] is not Start.NO or line.opens is None
        if begins and any(opens_at(text, line.start, words) is not None for words in opened):
            marks.add(at)
    return Zone(letter, grammar, where, frozenset(marks))


def opening_at(zone: Zone, at: int, number: re.Match[str]) -> Opening | None:
    """The opening that begins with the number of a line, if one does."""
    document, grammar = zone.letter.document, zone.grammar
    top = min(at + LONGEST, len(document.lines))
    after = next((mark for mark in range(at + 1, top) if mark in zone.marks), None)
    doubts: tuple[Doubt, ...] = ()
    if grammar.opening and not _words(grammar.opening).match(document.text, number.end()):
        words = document.text[number.end() : number.end() + len(grammar.opening) + 8]
        if after is None or not _alike(_NEXT.split(words, maxsplit=1)[0], grammar.opening):
            return None
        said = f"the words '{grammar.opening}' are printed otherwise"
        doubts = (Doubt("IMR401", said, Span(*number.span())),)
    if grammar.apart:
        last, sure = (_colon_line(document, at, top), False) if after is None else (after - 1, True)
        return Opening(at, last, int(number[1]), sure, doubts)
    verdict = _verdict_line(document, grammar, at, number.end(), after or top)
    if verdict is not None:
        is_reason = _is_reason(document, grammar, at, verdict, number)
        return None if is_reason else Opening(at, verdict, int(number[1]), verdict + 1 == after, doubts)
    if after is None or after - at > _LONGEST_UNSURE:
        return None
    return Opening(at, after - 1, int(number[1]), False, doubts)


@lru_cache(maxsize=32)
def _words(words: str) -> re.Pattern[str]:
    return re.compile(spread(words), re.IGNORECASE)


def _alike(words: str, known: str) -> bool:
    return fuzz.partial_ratio(fold(words), fold(known)) >= _ALIKE


def _colon_line(document: Document, at: int, top: int) -> int:
    """The first line that ends in a colon, the first of all where none does."""
    lines = document.lines
    rows = (
        row
        for row in range(at, top)
        if document.text[lines[row].start : lines[row].end].rstrip().endswith(":")
    )
    return next(rows, at)


def _is_reason(document: Document, grammar: Opens, first: int, last: int, number: re.Match[str]) -> bool:
    """Whether what begins with this number is an entry of a list in a rationale, and the verdict that of the rationale.

    The next numbers of the list follow before it, or it is on "the request", not on what the entry names.
    """
    lines = document.lines
    if points_back(document.text[number.end() : lines[last].end], grammar.verdict):
        return True
    inner = (number_at(document.text, lines[row].start) for row in range(first + 1, last + 1))
    return any(found is not None and int(found[1]) == int(number[1]) + 1 for found in inner)


def _verdict_line(document: Document, grammar: Opens, first: int, start: int, top: int) -> int | None:
    """The line that a verdict ends, the whole of it where its last words wrap."""

    def told(begin: int, row: int) -> bool:
        return ends_in_verdict(document.text[begin : document.lines[row].end], grammar.verdict)

    found = next((row for row in range(first, top) if told(start, row)), None)
    if found is None or found + 1 == top:
        return found
    after = document.lines[found + 1]
    few = len(document.text[after.start : after.end].split()) < _LAST_WORDS
    wraps = few and told(start, found + 1) and not told(after.start, found + 1)
    return found + 1 if wraps else found
