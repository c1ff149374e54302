"""Outcomes that stand apart from the item: stated once or more, and cross-checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    for verdict in verdicts:
        start, end = verdict.sentence
        reading = read_verdict(document.text[start:end].rstrip(" :;."), said)
        outcomes.append(reading.outcome)
        spans.append(Span(start + reading.start, start + reading.end))
        doubts += [Doubt(code, message, spans[-1]) for code, message in reading.remarks]
    others = tuple(_other_requests(document, verdicts, heading))
    known = {outcome for outcome in outcomes if outcome is not None}
    if len(known) != 1:
        doubts.append(Doubt("IMR221", "the verdicts of this number are not the same", spans[-1]))
        return Found(outcomes[0], (spans[0],) if outcomes[0] else (), tuple(doubts)), others
    if None in outcomes:  # one of the sentences is plain
        other = spans[outcomes.index(None)]
        doubts = [Doubt("IMR221", "the verdict is stated again in words that are not known", other)]
    outcome = known.pop()
    return Found(outcome, (spans[outcomes.index(outcome)],), (*doubts, *others)), others


def _other_requests(document: Document, verdicts: Sequence[Verdict], heading: str) -> Iterator[Doubt]:
    """Doubts where a verdict names another request than the heading of its number."""
    for verdict in verdicts:
        if verdict.request is not None:
            request = document.text[slice(*verdict.request)]
            if fuzz.ratio(fold(request), fold(heading)) < _SAME:
                yield Doubt("IMR221", "the verdict of this number names another request", verdict.request)
