"""Which of the sentences that may open an item do so: by their form, and by the count of their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.landmarks.find import Hit, Match
from imr_parse.landmarks.openings import LONGEST, Opening, breaks_word, number_at, opening_at, part_marks
from imr_parse.landmarks.verdicts import ends_in_verdict
from imr_parse.layouts.model import Opens
from imr_parse.paragraphs import Start


def find_openings(
    document: Document, grammar: Opens, hits: Sequence[Hit], starts: Sequence[Start], zone: Span
) -> tuple[list[Opening], list[Opening]]:
    """The openings in a range, in order, and what looks like one and was passed over.

    Taken are those whose form is whole, and between them those that the numbers ask for.
    """
    marks = part_marks(document, grammar, hits, starts, zone)
    lines = document.lines
    found: list[Opening] = []
    for at in range(document.line_at(zone.start), len(lines)):
        if lines[at].start < zone.start:
            continue
        if lines[at].start >= zone.end:
            break
        number = number_at(document.text, lines[at].start, zone.end)
        if number is None or breaks_word(document.text, lines[at].start):
            continue
        opening = opening_at(document, grammar, starts, at, number, marks)
        if opening is not None:
            found.append(opening)
    numbered = _in_sequence(document, found, starts)
    chosen = _with_unnumbered(document, grammar, starts, numbered, marks, hits, zone)
    covered = {row for opening in chosen for row in range(opening.first, opening.last + 1)}
    return chosen, [
        opening for opening in found if covered.isdisjoint(range(opening.first, opening.last + 1))
    ]


def _in_sequence(document: Document, found: Sequence[Opening], starts: Sequence[Start]) -> list[Opening]:
    """Of several that end alike the one with the expected number; of those not sure, those that continue the count.

    What is not sure has to stand in one paragraph, and no sure one may have its number: else it is a list's entry.
    """
    chosen: list[Opening] = []
    certain = {opening.number for opening in found if opening.sure}
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
            and opening.number not in certain
            and Start.YES not in starts[opening.first + 1 : opening.last + 1]
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
        while first > low and starts[first] is not Start.YES and mark - first < LONGEST:
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
