"""Items that open with a numbered sentence: what one looks like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.landmarks.find import Hit, Match, fold, spread
from imr_parse.landmarks.verdicts import ends_in_verdict, points_back
from imr_parse.layouts.model import Opens
from imr_parse.number_words import says_again
from imr_parse.paragraphs import Start

_NUMBER = re.compile(r"[ ]{0,8}\(?(\d{1,2})[ ]?(?:\.\)|[.)])(?:\s{1,6}|(?=[^\s\d.,)]))")
"""A number before an item: "1.", "1)", "1.)", "(1)"."""
_NEXT = re.compile(r"\n\n|\n\f?[ ]{0,8}\(?\d{1,2}[.)]")
"""Where a paragraph, or a numbered line, begins anew."""
LONGEST = 12
"""Lines of the longest opening sentence."""
_ALIKE = 78
_NEAR = 85
_BULLET = re.compile(r"[ \f]{0,9}(?:[\u2022\u25cf\u25aa*\uf0b7#>-]{1,3}[ ]{1,3})?")


@dataclass(frozen=True, slots=True)
class Opening:
    """An item's first sentence: lines `first` to `last`, its printed number, and whether all of its form is there."""

    first: int
    last: int
    number: int | None
    sure: bool
    doubts: tuple[Doubt, ...] = ()


def number_at(text: str, start: int, end: int | None = None) -> re.Match[str] | None:
    """A number before an item at a line's start; not one that repeats its own word ("two (2) visits")."""
    number = _NUMBER.match(text, start, len(text) if end is None else end)
    return None if number is None or says_again(text, start, int(number[1])) else number


def breaks_word(text: str, start: int) -> bool:
    """Whether the line before this one ends in the middle of a word or date ("7-1-"), so that what follows is no number."""
    return text[max(0, start - 2) : max(0, start - 1)] in ("-", "/") and not text[start - 3].isspace()


def part_marks(
    document: Document, grammar: Opens, hits: Sequence[Hit], starts: Sequence[Start], zone: Span
) -> set[int]:
    """Lines at which a part, or the fixed line before the parts, begins."""
    marks = {
        hit.line
        for hit in hits
        if hit.landmark.kind in ("part", "head")
        and hit.match is not Match.INLINE
        and zone.start <= hit.span.start < zone.end
    }
    opened = [part for part in grammar.parts if part.opens]
    for at in range(document.line_at(zone.start), len(document.lines)):
        line = document.lines[at]
        if line.start >= zone.end:
            break
        begins = line.start >= zone.start and (starts[at] is not Start.NO or line.opens is None)
        if begins and any(opens_at(document.text, line.start, part.opens) is not None for part in opened):
            marks.add(at)
    return marks


def after_bullet(text: str, start: int) -> int:
    """The offset after a bullet at a line's start, or the start where there is none."""
    bullet = _BULLET.match(text, start)
    return bullet.end() if bullet else start


def opens_at(text: str, start: int, words: tuple[str, ...]) -> Match | None:
    """How one of these phrases stands at a line's start, after a bullet or not; None where none does."""
    start = after_bullet(text, start)
    if _at_start(words).match(text, start):
        return Match.EXACT
    for phrase in words:
        printed = text[start : start + len(phrase)].lower()
        if printed[:2] == phrase[:2].lower() and fuzz.ratio(printed, phrase.lower()) >= _NEAR:
            return Match.NEAR
    return None


@lru_cache(maxsize=32)
def _at_start(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(spread, words))})(?![A-Za-z'\u2019])", re.IGNORECASE)


@lru_cache(maxsize=32)
def _words(words: str) -> re.Pattern[str]:
    return re.compile(spread(words), re.IGNORECASE)


def opening_at(
    document: Document,
    grammar: Opens,
    starts: Sequence[Start],
    at: int,
    number: re.Match[str],
    marks: set[int],
) -> Opening | None:
    """The opening that begins with this number, if one does."""
    lines = document.lines
    top = min(at + LONGEST, len(lines))
    after = next((mark for mark in range(at + 1, top) if mark in marks), None)
    doubts: list[Doubt] = []
    if grammar.opening:
        words = document.text[number.end() : number.end() + len(grammar.opening) + 8]
        words = _NEXT.split(words, maxsplit=1)[0]
        exact = _words(grammar.opening).match(document.text, number.end())
        if exact is None and (after is None or not _alike(words, grammar.opening)):
            return None
        if exact is None:
            doubts.append(
                Doubt("IMR401", f"the words '{grammar.opening}' are printed otherwise", Span(*number.span()))
            )
    if not grammar.apart:
        last = _verdict_line(document, grammar, at, number.end(), after or top)
        if last is None and after is None:
            return None
        if last is not None and _is_reason(document, grammar, at, last, number):
            return None
        if last is not None:
            sure = last + 1 == after
            return Opening(at, last, int(number[1]), sure, tuple(doubts))
        return (
            Opening(at, after - 1, int(number[1]), False, tuple(doubts))
            if after is not None and after - at <= 4
            else None
        )
    if after is None:
        last = next(
            (
                row
                for row in range(at, top)
                if document.text[lines[row].start : lines[row].end].rstrip().endswith(":")
            ),
            at,
        )
        return Opening(at, last, int(number[1]), False, tuple(doubts))
    return Opening(at, after - 1, int(number[1]), True, tuple(doubts))


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
    found: int | None = None
    for row in range(first, top):
        told = ends_in_verdict(document.text[start : document.lines[row].end], grammar.verdict)
        if found is not None:
            more = document.text[document.lines[row].start : document.lines[row].end]
            return (
                row
                if told and ends_in_verdict(more, grammar.verdict) is False and len(more.split()) < 4
                else found
            )
        if told:
            found = row
    return found


def _alike(words: str, known: str) -> bool:
    return fuzz.partial_ratio(fold(words), fold(known)) >= _ALIKE
