"""The record against itself: pure functions over the settled record, in the order in which they are asked."""

from imr_parse.checks.agreement import age_agrees, injury_date_agrees, requests_decided, sums_agree
from imr_parse.checks.patient import summary_begins
from imr_parse.checks.readers import against
from imr_parse.checks.record import (
    dates_in_order,
    items_whole,
    outcome_derived,
    outcome_stated,
    rationales_agree,
    rationales_judge,
)
from imr_parse.checks.years import dates_near, numbers_known, years_agree
from imr_parse.settle import Check

CHECKS: tuple[Check, ...] = (
    dates_in_order,
    years_agree,
    dates_near,
    numbers_known,
    rationales_judge,
    rationales_agree,
    items_whole,
    outcome_derived,
    outcome_stated,
    injury_date_agrees,
    requests_decided,
    age_agrees,
    summary_begins,
    sums_agree,
)

ANNOUNCED: tuple[Check, ...] = tuple(check for check in CHECKS if check is not rationales_judge)
"""Where the heading of the rationale has told the outcome, the rationale need not."""

__all__ = ["ANNOUNCED", "CHECKS", "against"]
