"""Headers whose labels stand apart from their values, as in text taken column by column or row by row: labels first, then the values."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, repeat
from typing import NamedTuple

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.interpret.header import READERS
from imr_parse.interpret.reading import Reading
from imr_parse.landmarks.find import Hit, Match
from imr_parse.layouts.model import Field
from imr_parse.letter import Letter

_DOUBT = "labels before it stand without words of their own; these may be another's"


class Columns(NamedTuple):
    """By the offset at which a label stands: where its value is, and what is to be said where that is not told."""

    values: dict[int, Span]
    doubts: dict[int, Doubt]


def label_columns(letter: Letter, hits: Sequence[Hit], where: Span, ends: Sequence[int]) -> Columns:
    """Rows of labels with nothing between them: as many values after them, each of its label's kind, are theirs.

    Labels below each other have their values in lines, labels beside each other in one line.
    """
    document = letter.document
    fields = {entry.path: entry for entry in letter.layout.fields}
    labels = [hit for hit in hits if hit.landmark.kind == "label" and hit.match <= Match.NEAR
              and where.start <= hit.span.start < where.end]  # fmt: skip
    columns = Columns({}, {})
    for run in _runs(document, sorted(labels, key=lambda hit: hit.span.start)):
        last = run[-1].span.end
        border = min(border for border in ends if border >= last)
        entries = [fields[hit.landmark.name] for hit in run]
        beside = [_beside(document, before, after) for before, after in pairwise(run)]
        values: list[Span] = []
        if not any(beside):
            lines = _lines(document, last, border)
            values = lines if _fit(document, entries, lines) else []
            apart = len(lines) > 1
        else:
            line = _line(document, last, border)
            values = _in_turn(document, entries, line) if all(beside) else []
            apart = _is_apart(document, entries[-1], last, line)
        if values:
            columns.values.update(zip((hit.span.start for hit in run), values, strict=True))
        elif apart and any(map(_lacks_its_own, entries[:-1], repeat(entries[-1]))):
            columns.doubts[run[-1].span.start] = Doubt("IMR207", _DOUBT, run[-1].span)
    return columns


def _runs(document: Document, labels: Sequence[Hit]) -> list[list[Hit]]:
    """Labels that follow each other without a word between them; of two at least."""
    runs: list[list[Hit]] = [list(labels[:1])]
    for before, after in pairwise(labels):
        if document.text[before.span.end : after.span.start].strip():
            runs.append([after])
        else:
            runs[-1].append(after)
    return [run for run in runs if len(run) > 1]


def _beside(document: Document, before: Hit, after: Hit) -> bool:
    """Whether two labels stand in one line."""
    return "\n" not in document.text[before.span.end : after.span.start]


def _fit(document: Document, entries: Sequence[Field], lines: Sequence[Span]) -> bool:
    """Whether lines are the values of as many labels, one each."""
    words = (document.text[slice(*line)] for line in lines)
    return len(lines) == len(entries) and all(map(_is_kind, entries, words))


def _lacks_its_own(entry: Field, last: Field) -> bool:
    """Whether a label without words of its own should have some: not the last one's, printed twice."""
    return entry.read in READERS and not entry.optional and entry.path != last.path


def _line(document: Document, start: int, end: int) -> Span:
    """The first line with words in a range, without what stands before the range."""
    places = document.trim(start, end)
    if not places:
        return Span(end, end)
    first = places[0].start
    return Span(first, min(places[0].end, document.lines[document.line_at(first)].end))


def _in_turn(document: Document, entries: Sequence[Field], line: Span) -> list[Span]:
    """The values of labels that stand beside each other, in one line in the same order; none where that is not all of it."""
    words = document.text[slice(*line)]
    values: list[Span] = []
    at = 0
    for entry in entries:
        if entry.read not in READERS:
            return []
        reading = READERS[entry.read](words[at:])
        if not _is_sure(reading):
            return []
        values.append(Span(line.start + at + reading.start, line.start + at + reading.end))
        at += reading.end
    return [] if words[at:].strip() else values


def _is_apart(document: Document, entry: Field, last: int, line: Span) -> bool:
    """Whether the words after labels beside each other may be another's than the last one's: they stand below, or are more."""
    words = document.text[slice(*line)]
    if not words:
        return False
    if "\n" in document.text[last : line.start]:
        return True
    return entry.read in READERS and bool(words[READERS[entry.read](words).end :].strip())


def _lines(document: Document, start: int, end: int) -> list[Span]:
    """The lines with words in a range; none where it begins within a line that has words."""
    if document.text[start:end].partition("\n")[0].strip():
        return []
    places = (document.trim(line.start, line.end) for line in document.lines if start <= line.start < end)
    return [place[0] for place in places if place]


def _is_kind(entry: Field, words: str) -> bool:
    """Whether all of a line is a value of a field's kind; any words without a colon may be a name."""
    if entry.read in READERS:
        reading = READERS[entry.read](words)
        return _is_sure(reading) and reading.end == len(words)
    return entry.read == "name" and ":" not in words


def _is_sure(reading: Reading) -> bool:
    return not any(code in ("IMR202", "IMR208") for code, _ in reading.remarks)
