"""Headers whose labels stand apart from their values, as in text taken column by column: labels first, then the values."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.interpret.header import READERS
from imr_parse.landmarks.find import Hit, Match
from imr_parse.layouts.model import Field
from imr_parse.letter import Letter

_DOUBT = "labels before it stand without words of their own; these may be another's"


class Columns(NamedTuple):
    """By the offset at which a label stands: where its value is, and what is to be said where that is not told."""

    values: dict[int, Span]
    doubts: dict[int, Doubt]


def label_columns(letter: Letter, hits: Sequence[Hit], where: Span, ends: Sequence[int]) -> Columns:
    """Rows of labels with nothing between them: as many lines after them, each of its label's kind, are their values."""
    document = letter.document
    fields = {entry.path: entry for entry in letter.layout.fields}
    labels = [hit for hit in hits if hit.landmark.kind == "label" and hit.match <= Match.NEAR
              and where.start <= hit.span.start < where.end]  # fmt: skip
    columns = Columns({}, {})
    for run in _runs(document, sorted(labels, key=lambda hit: hit.span.start)):
        last = run[-1].span.end
        lines = _lines(document, last, min(border for border in ends if border >= last))
        entries = [fields[hit.landmark.name] for hit in run]
        fits = zip(entries, (document.text[slice(*line)] for line in lines), strict=False)
        if len(lines) == len(run) and all(_is_kind(entry, words) for entry, words in fits):
            columns.values.update(zip((hit.span.start for hit in run), lines, strict=True))
        elif len(lines) > 1 and any(entry.read in READERS and not entry.optional for entry in entries[:-1]):
            columns.doubts[run[-1].span.start] = Doubt("IMR207", _DOUBT, run[-1].span)
    return columns


def _runs(document: Document, labels: Sequence[Hit]) -> list[list[Hit]]:
    """Labels that follow each other, line by line, without a word between them; of two at least."""
    runs: list[list[Hit]] = [list(labels[:1])]
    for before, after in pairwise(labels):
        between = document.text[before.span.end : after.span.start]
        if "\n" in between and not between.strip():
            runs[-1].append(after)
        else:
            runs.append([after])
    return [run for run in runs if len(run) > 1]


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
        sure = not any(code in ("IMR202", "IMR208") for code, _ in reading.remarks)
        return sure and reading.end == len(words)
    return entry.read == "name" and ":" not in words
