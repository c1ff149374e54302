"""Which of the sentences that may open an item do so: by their form, and by the count of their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from imr_parse.document import Span
from imr_parse.found import Doubt
from imr_parse.landmarks.find import Match
from imr_parse.landmarks.openings import breaks_word, number_at
from imr_parse.landmarks.verdicts import ends_in_verdict
from imr_parse.paragraphs import Start
from imr_parse.segment.lines import first_line, lines_in
from imr_parse.segment.opening_sentences import LONGEST, Opening, Zone, opening_at


def find_openings(zone: Zone) -> tuple[list[Opening], list[Opening]]:
    """The openings in a zone, in order, and what looks like one and was passed over.

    Taken are those whose form is whole, and between them those that the numbers ask for.
    """
    text = zone.letter.document.text
    found: list[Opening] = []
    for at, line in lines_in(zone.letter.document, *zone.where):
        number = number_at(text, line.start, zone.where.end)
        if number is None or breaks_word(text, line.start):
            continue
        opening = opening_at(zone, at, number)
        if opening is not None:
            found.append(opening)
    chosen = _with_unnumbered(zone, _in_sequence(zone, found))
    covered = {row for opening in chosen for row in range(opening.first, opening.last + 1)}
    passed_over = [opening for opening in found if covered.isdisjoint(range(opening.first, opening.last + 1))]
    return chosen, passed_over


def _in_sequence(zone: Zone, found: Sequence[Opening]) -> list[Opening]:
    """Of several that end alike the one with the expected number; of those not sure, those that continue the count.

    What is not sure has to stand in one paragraph, and no sure one may have its number: else it is a list's entry.
    """
    chosen: list[Opening] = []
    certain = {opening.number for opening in found if opening.sure}
    for opening in found:
        expected = (chosen[-1].number or 0) + 1 if chosen else 1
        if chosen and opening.first <= chosen[-1].last:
            counts_on = len(chosen) > 1 and opening.number == (chosen[-2].number or 0) + 1
            if opening.sure and len(chosen) > 1 and (not chosen[-1].sure or counts_on):
                chosen[-1] = opening
        elif opening.sure or (
            opening.number == expected and opening.number not in certain and _is_paragraph(zone, opening)
        ):
            chosen.append(opening)
    return chosen


def _is_paragraph(zone: Zone, opening: Opening) -> bool:
    """Whether it begins a paragraph, or stands in bold, and no other paragraph begins in it."""
    starts = zone.letter.starts
    begins = starts[opening.first] is Start.YES or zone.letter.document.lines[opening.first].bold
    return bool(begins) and Start.YES not in starts[opening.first + 1 : opening.last + 1]


def _with_unnumbered(zone: Zone, chosen: Sequence[Opening]) -> list[Opening]:
    """Where two labels of the same part follow each other without an opening between them, one is looked for there."""
    last_part, where = zone.grammar.parts[-1].path, zone.where
    labels = [
        hit.line
        for hit in zone.letter.hits
        if hit.landmark.kind == "part"
        and hit.landmark.name == last_part
        and hit.match <= Match.NEAR
        and where.start <= hit.span.start < where.end
    ]
    openings = list(chosen)
    floor = first_line(zone.letter.document, where.start)
    for label in labels:
        if not any(floor <= opening.first < label for opening in openings):
            opening = _unnumbered(zone, floor, label)
            if opening is not None:
                openings.append(opening)
        floor = label + 1
    return sorted(openings, key=lambda opening: opening.first)


def _unnumbered(zone: Zone, low: int, label: int) -> Opening | None:
    """The paragraph before the first mark that ends in a verdict; failing that, before the last mark."""
    document, starts, grammar = zone.letter.document, zone.letter.starts, zone.grammar
    marks = [mark for mark in sorted(zone.marks) if low < mark <= label] or [label]
    for mark in marks:
        first = mark - 1
        while first > low and starts[first] is not Start.YES and mark - first < LONGEST:
            first -= 1
        span = Span(document.lines[first].start, document.lines[mark - 1].end)
        words = document.text[span.start : span.end]
        told = words.rstrip().endswith(":") if grammar.apart else ends_in_verdict(words, grammar.verdict)
        if told or mark == marks[-1]:
            sure = told and (starts[first] is Start.YES or first == low)
            doubts = () if sure else (Doubt("IMR207", "where it begins is not sure", span),)
            return Opening(first, mark - 1, None, sure, doubts)
    return None
