"""Whether the values of a record fit each other: dates, outcomes and what rationales conclude."""

from __future__ import annotations

import itertools

from imr_parse.found import Doubt, Doubts
from imr_parse.interpret.conclusions.conclusion import Conclusion, conclude
from imr_parse.interpret.conclusions.judgement import judges
from imr_parse.record import Decision, Determination

_ORDER = ("date_of_injury", "ur_denial_date", "application_received", "date_assigned", "decision_date")
_CONCLUDED = {
    True: "the request is necessary",
    False: "the request is not necessary",
    None: "only a part is necessary",
}
"""By what a conclusion says is necessary: how a message tells it."""


def dates_in_order(record: Determination) -> Doubts:
    """Injury, UR denial, application, assignment, decision: in this order (Labor Code 4610.5 and 4610.6)."""
    dated = [(name, value) for name in _ORDER if (value := getattr(record.case, name)) is not None]
    for (first, before), (second, after) in itertools.pairwise(dated):
        if before > after:
            message = f"{first.replace('_', ' ')} {before} is after {second.replace('_', ' ')} {after}"
            yield f"/case/{first}", Doubt("IMR213", message)
            yield f"/case/{second}", Doubt("IMR213", message)


def rationales_judge(record: Determination) -> Doubts:
    """A rationale judges: of a thousand each did."""
    for at, decision in enumerate(record.decisions):
        if decision.rationale is not None and not judges(decision.rationale):
            message = "it comes to no conclusion; text may be missing"
            yield f"/decisions/{at}/rationale", Doubt("IMR210", message)
            more = f"item {decision.number} comes to no conclusion; items may be missing"
            yield "/decisions", Doubt("IMR217", more)


def rationales_agree(record: Determination) -> Doubts:
    """Where a rationale's conclusion is sure it is what the heading says."""
    for at, decision in enumerate(record.decisions):
        conclusion = conclude(decision.rationale) if decision.rationale else None
        if conclusion is None or decision.outcome is None or _concludes_so(conclusion, decision):
            continue
        said = _CONCLUDED[conclusion.necessary]
        message = f"the rationale concludes that {said}, the heading says {decision.outcome}"
        for key in ("outcome", "medically_necessary", "rationale"):
            yield f"/decisions/{at}/{key}", Doubt("IMR203", message)


def _concludes_so(conclusion: Conclusion | None, decision: Decision) -> bool:
    """Whether a rationale's conclusion is the outcome of its item."""
    return conclusion is not None and conclusion.necessary == (decision.outcome == "overturned")


def items_whole(record: Determination) -> Doubts:
    """An item without its rationale before one without its outcome: one item may have been taken for two, or two for one."""
    for before, after in itertools.pairwise(record.decisions):
        if before.rationale is None and after.outcome is None:
            yield "/decisions", Doubt("IMR217", f"items {before.number} and {after.number} may be one")
            return


def outcome_derived(record: Determination) -> Doubts:
    """A letter whose outcome does not follow from its items, for one of them has none or there are none."""
    if record.outcome is None:
        yield "/outcome", Doubt("IMR215", "the outcome of an item is not known")


def outcome_stated(record: Determination) -> Doubts:
    """What the letter sums up is what its items give; else one of the two is wrong, or items are missing.

    An item whose rationale concludes what its heading says is right.
    """
    stated = record.stated_outcome
    if stated is None or record.outcome in (None, stated):
        return
    doubt = Doubt("IMR219", f"the letter says {stated}, its items give {record.outcome}")
    yield "/stated_outcome", doubt
    yield "/outcome", doubt
    if stated == "partially_overturned":  # an item of the other outcome is missing, or is not read right
        yield "/decisions", doubt
        return
    for at, decision in enumerate(record.decisions):
        sure = decision.rationale is not None and _concludes_so(conclude(decision.rationale), decision)
        if decision.outcome != stated and not sure:
            yield f"/decisions/{at}/outcome", doubt
            yield f"/decisions/{at}/medically_necessary", doubt
