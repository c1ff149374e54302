"""Outcomes that stand apart from the item: stated once or more, and cross-checked."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from imr_parse.document import Document, Span
from imr_parse.found import Doubt, Found
from imr_parse.landmarks.find import fold
from imr_parse.landmarks.verdicts import read_verdict
from imr_parse.sections import Verdict

_SAME = 90
"""Two wordings of one request are at least this much alike."""


def read_apart(
    document: Document, said: str, verdicts: Sequence[Verdict], heading: str
) -> tuple[Found, tuple[Doubt, ...]]:
    """The outcome, and doubts on the heading. `said`: the verdict's words as the layout gives them."""
    if not verdicts:
        return Found(None, doubts=(Doubt("IMR204", "no verdict that belongs to this item was found"),)), ()
    outcomes: list[str | None] = []
    spans: list[Span] = []
    doubts: list[Doubt] = []
    names: list[Doubt] = []
    for verdict in verdicts:
        words = document.text[verdict.sentence.start : verdict.sentence.end].rstrip(" :;.")
        reading = read_verdict(words, said)
        place = Span(verdict.sentence.start + reading.start, verdict.sentence.start + reading.end)
        outcomes.append(reading.outcome)
        spans.append(place)
        doubts += [Doubt(code, message, place) for code, message in reading.remarks]
        if verdict.request is not None:
            request = document.text[verdict.request.start : verdict.request.end]
            if fuzz.ratio(fold(request), fold(heading)) < _SAME:
                names.append(
                    Doubt("IMR221", "the verdict of this number names another request", verdict.request)
                )
    known = {outcome for outcome in outcomes if outcome is not None}
    if len(known) != 1:
        doubts.append(Doubt("IMR221", "the verdicts of this number are not the same", spans[-1]))
        return Found(
            None if not known else outcomes[0], (spans[0],) if known and outcomes[0] else (), tuple(doubts)
        ), tuple(names)
    if None in outcomes:  # one of the sentences is plain
        doubts = [
            Doubt(
                "IMR221",
                "the verdict is stated again in words that are not known",
                spans[outcomes.index(None)],
            )
        ]
    return Found(
        known.pop(), (spans[outcomes.index(next(o for o in outcomes if o))],), (*doubts, *names)
    ), tuple(names)
