"""The record against itself: pure functions over the settled record."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

from imr_parse.agreement import age_agrees, injury_date_agrees, sums_agree
from imr_parse.found import Doubt
from imr_parse.interpret.conclusion import conclude
from imr_parse.record import Determination
from imr_parse.settle import Check

_SHOWN = 60
_COMPARED = {
    "case",
    "parties",
    "outcome",
    "stated_outcome",
    "reviewer",
    "documents_reviewed",
    "case_summary",
    "decisions",
}
_ORDER = ("date_of_injury", "ur_denial_date", "application_received", "date_assigned", "decision_date")


def dates_in_order(record: Determination) -> Iterable[tuple[str, Doubt]]:
    """Injury, UR denial, application, assignment, decision: in this order (Labor Code 4610.5 and 4610.6)."""
    dated = [(name, value) for name in _ORDER if (value := getattr(record.case, name)) is not None]
    for (first, before), (second, after) in itertools.pairwise(dated):
        if before > after:
            message = f"{first.replace('_', ' ')} {before} is after {second.replace('_', ' ')} {after}"
            yield f"/case/{first}", Doubt("IMR213", message)
            yield f"/case/{second}", Doubt("IMR213", message)


def rationales_agree(record: Determination) -> Iterable[tuple[str, Doubt]]:
    """A rationale concludes what the heading says."""
    for at, decision in enumerate(record.decisions):
        if decision.rationale is None or decision.outcome is None:
            continue
        conclusion = conclude(decision.rationale)
        if conclusion is None or conclusion.necessary == (decision.outcome == "overturned"):
            continue
        words = (
            "only part is necessary"
            if conclusion.necessary is None
            else decision.rationale[conclusion.start : conclusion.end]
        )
        message = f"the rationale concludes '{words[:60]}', the heading says {decision.outcome}"
        for key in ("outcome", "medically_necessary", "rationale"):
            yield f"/decisions/{at}/{key}", Doubt("IMR203", message)


def outcome_derived(record: Determination) -> Iterable[tuple[str, Doubt]]:
    """Doubt about an item's outcome, or about the number of items, is doubt about the letter's."""
    if record.outcome is None:
        yield "/outcome", Doubt("IMR215", "the outcome of an item is not known")


def against(other: Determination) -> Check:
    """A check that compares every value with a record of the same letter by the second reader."""

    def readers_agree(record: Determination) -> Iterable[tuple[str, Doubt]]:
        left = record.model_dump(mode="json", include=_COMPARED)
        right = other.model_dump(mode="json", include=_COMPARED)
        return (
            (path, Doubt("IMR218", f"the second reader reads {shown!r}"))
            for path, shown in _differences(left, right, "")
        )

    return readers_agree


def _differences(left: Any, right: Any, path: str) -> Iterable[tuple[str, str]]:
    """Pointers at which two trees differ, with what the right one holds; lists of other lengths differ as a whole."""
    if isinstance(left, dict) and isinstance(right, dict):
        for key, value in left.items():
            yield from _differences(value, right.get(key), f"{path}/{key}")
    elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for at, value in enumerate(left):
            yield from _differences(value, right[at], f"{path}/{at}")
    elif left != right:
        yield path, str(right)[:_SHOWN]


CHECKS: tuple[Check, ...] = (
    dates_in_order,
    rationales_agree,
    outcome_derived,
    injury_date_agrees,
    age_agrees,
    sums_agree,
)
