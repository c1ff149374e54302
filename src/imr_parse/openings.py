"""Items that open with a numbered sentence: where each begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.landmarks import Hit, Match, fold, spread
from imr_parse.layouts.model import Opens
from imr_parse.paragraphs import Start
from imr_parse.verdicts import ends_in_verdict

NUMBER = re.compile(r"[ ]{0,8}\(?(\d{1,2})[ ]?(?:\.\)|[.)])(?:\s{1,6}|(?=[^\s\d.,)]))")
"""A number before an item: "1.", "1)", "1.)", "(1)"."""
_NEXT = re.compile(r"\n\n|\n\f?[ ]{0,8}\(?\d{1,2}[.)]")
"""Where a paragraph, or a numbered line, begins anew."""
_LINES = 12
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


def find_openings(
    document: Document, grammar: Opens, hits: Sequence[Hit], starts: Sequence[Start], zone: Span
) -> tuple[list[Opening], list[Opening]]:
    """The openings in a range, in order, and what looks like one and was passed over.

    Taken are those whose form is whole, and between them those that the numbers ask for.
    """
    marks = _marks(document, grammar, hits, starts, zone)
    lines = document.lines
    found: list[Opening] = []
    for at in range(document.line_at(zone.start), len(lines)):
        if lines[at].start < zone.start:
            continue
        if lines[at].start >= zone.end:
            break
        number = NUMBER.match(document.text, lines[at].start)
        if number is None or number.end() > zone.end or _breaks_word(document.text, lines[at].start):
            continue
        opening = _opening(document, grammar, starts, at, number, marks)
        if opening is not None:
            found.append(opening)
    numbered = _in_sequence(document, found, starts)
    chosen = _with_unnumbered(document, grammar, starts, numbered, marks, hits, zone)
    covered = {row for opening in chosen for row in range(opening.first, opening.last + 1)}
    return chosen, [
        opening for opening in found if covered.isdisjoint(range(opening.first, opening.last + 1))
    ]


def _breaks_word(text: str, start: int) -> bool:
    """Whether the line before this one ends in the middle of a word or date ("7-1-"), so that what follows is no number."""
    return text[max(0, start - 2) : max(0, start - 1)] in ("-", "/") and not text[start - 3].isspace()


def _marks(
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


def _opening(
    document: Document,
    grammar: Opens,
    starts: Sequence[Start],
    at: int,
    number: re.Match[str],
    marks: set[int],
) -> Opening | None:
    """The opening that begins with this number, if one does."""
    lines = document.lines
    top = min(at + _LINES, len(lines))
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


def _in_sequence(document: Document, found: Sequence[Opening], starts: Sequence[Start]) -> list[Opening]:
    """Of several that end alike the one with the expected number; of those not sure, those that continue the count."""
    chosen: list[Opening] = []
    for opening in found:
        expected = (chosen[-1].number or 0) + 1 if chosen else 1
        if chosen and opening.first <= chosen[-1].last:
            if opening.sure and (
                not chosen[-1].sure or opening.number == (chosen[-2].number or 0) + 1
                if len(chosen) > 1
                else False
            ):
                chosen[-1] = opening
            continue
        if (
            opening.sure
            or opening.number == expected
            and (starts[opening.first] is Start.YES or document.lines[opening.first].bold)
        ):
            chosen.append(opening)
    return chosen


def _with_unnumbered(
    document: Document,
    grammar: Opens,
    starts: Sequence[Start],
    chosen: Sequence[Opening],
    marks: set[int],
    hits: Sequence[Hit],
    zone: Span,
) -> list[Opening]:
    """Where two labels of the same part follow each other without an opening between them, one is looked for there."""
    last_part = grammar.parts[-1].path
    labels = [hit.line for hit in hits if hit.landmark.name == last_part and hit.landmark.kind == "part" and hit.match <= Match.NEAR
              and zone.start <= hit.span.start < zone.end]  # fmt: skip
    openings = list(chosen)
    floor = document.line_at(zone.start)
    if document.lines and document.lines[floor].start < zone.start:
        floor += 1
    for label in labels:
        if not any(floor <= opening.first < label for opening in openings):
            opening = _unnumbered(document, grammar, starts, floor, label, marks)
            if opening is not None:
                openings.append(opening)
        floor = label + 1
    return sorted(openings, key=lambda opening: opening.first)


def _unnumbered(
    document: Document, grammar: Opens, starts: Sequence[Start], low: int, label: int, marks: set[int]
) -> Opening | None:
    """The paragraph before the first mark that ends in a verdict; failing that, before the last mark."""
    lines = document.lines
    inside = [mark for mark in sorted(marks) if low < mark <= label]
    for mark in inside or [label]:
        first = mark - 1
        while first > low and starts[first] is not Start.YES and mark - first < _LINES:
            first -= 1
        words = document.text[lines[first].start : lines[mark - 1].end]
        told = ends_in_verdict(words, grammar.verdict) if not grammar.apart else words.rstrip().endswith(":")
        if told or mark == (inside or [label])[-1]:
            if first >= mark:
                return None
            sure = told and (starts[first] is Start.YES or first == low)
            span = Span(lines[first].start, lines[mark - 1].end)
            doubts = () if sure else (Doubt("IMR207", "where it begins is not sure", span),)
            return Opening(first, mark - 1, None, sure, doubts)
    return None
