"""The law's clock: what the dates of a letter come to, and by when something is to be done. Pure: no clock of its own.

Rules: appeal within 30 days of mailing (Labor Code 4610.6(h)), five days more where the letter was served by mail (Code of
Civil Procedure 1013(a); Matute v. Los Angeles Unified School District, 2015, 80 Cal.Comp.Cases 1036); what was overturned is
to be authorized within five working days, or reimbursed within 20 days where it was rendered already (8 CCR 9792.10.7).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from imr_parse import vocabulary
from imr_parse.record import Case, Decision, Determination

APPEAL_DAYS = 30
MORE_BY_MAIL = 5
"""Further days to appeal where the letter was served by mail."""
AUTHORIZE_WORKING_DAYS = 5
REIMBURSE_DAYS = 20
ASSUMES = (
    "the letter was mailed, and the claims administrator received it, on the decision date: it prints no date of service",
    "working days are Monday to Friday without the days on which state offices are closed (Government Code 19853)",
    "a last day to appeal on which state offices are closed becomes the next working day (8 CCR 10600)",
)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SATURDAY, _SUNDAY = 5, 6
_VETERANS_DAY = (11, 11)
_INTERVALS = (
    ("date_of_injury", "ur_denial_date"),
    ("ur_denial_date", "application_received"),
    ("application_received", "date_assigned"),
    ("application_received", "decision_date"),
    ("date_assigned", "decision_date"),
)


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from one date of the letter to another; negative where the letter has them the other way round."""

    since: str
    until: str
    days: int


@dataclass(frozen=True, slots=True)
class Appeal:
    """The last days on which an appeal may be filed."""

    last_day: date
    last_day_if_served_by_mail: date
    rule: str = "Labor Code 4610.6(h); Code of Civil Procedure 1013(a)"


@dataclass(frozen=True, slots=True)
class Due:
    """What the claims administrator is to do after a decision that overturned the denial, and by when."""

    number: int
    treatment: str | None
    act: Literal["authorize", "reimburse"]
    by: date
    rule: str


@dataclass(frozen=True, slots=True)
class Clock:
    """What the dates of one letter come to. `in_doubt` are the values with a warning or an error that it rests on."""

    source_path: str
    first_page: int | None
    case_number: str | None
    decision_date: date | None
    intervals: tuple[Interval, ...]
    appeal: Appeal | None
    due: tuple[Due, ...]
    in_doubt: tuple[str, ...]
    assumes: tuple[str, ...] = ASSUMES


def clock(record: Determination) -> Clock:
    """The intervals that the letter's dates give, and the days that follow from its decision date, where it has one."""
    decided = record.case.decision_date
    pages = record.source.pages
    return Clock(
        source_path=record.source.path,
        first_page=pages[0] if pages else None,
        case_number=record.case.case_number,
        decision_date=decided,
        intervals=tuple(_intervals(record.case)),
        appeal=_appeal(decided) if decided else None,
        due=tuple(_dues(record.decisions, decided)) if decided else (),
        in_doubt=tuple(dict.fromkeys(_in_doubt(record))),
    )


def working_day(day: date) -> bool:
    """Whether state offices are open."""
    return day.weekday() < _SATURDAY and day not in holidays(day.year)


@cache
def holidays(year: int) -> frozenset[date]:
    """Days of a year on which state offices are closed (Government Code 6701).

    A Sunday's holiday is kept on the Monday after it, and that of November 11 on the Friday before a Saturday.
    """
    return frozenset(_kept(_on(row["on"], year)) for row in vocabulary.rows("state-holidays"))


def after_working_days(day: date, count: int) -> date:
    """The working day that is `count` working days after `day`."""
    while count:
        day += timedelta(1)
        count -= working_day(day)
    return day


def _intervals(case: Case) -> Iterator[Interval]:
    for since, until in _INTERVALS:
        first, last = getattr(case, since), getattr(case, until)
        if first and last:
            yield Interval(since, until, (last - first).days)


def _appeal(decided: date) -> Appeal:
    last = decided + timedelta(APPEAL_DAYS)
    return Appeal(_open(last), _open(last + timedelta(MORE_BY_MAIL)))


def _dues(decisions: Iterable[Decision], decided: date) -> Iterator[Due]:
    reimburse_by = decided + timedelta(REIMBURSE_DAYS)
    authorize_by = after_working_days(decided, AUTHORIZE_WORKING_DAYS)
    for one in decisions:
        if one.outcome != "overturned":
            continue
        if _rendered(one, decided):
            yield Due(one.number, one.treatment, "reimburse", reimburse_by, "8 CCR 9792.10.7(a)(1)")
        else:
            yield Due(one.number, one.treatment, "authorize", authorize_by, "8 CCR 9792.10.7(a)(2)")


def _rendered(decision: Decision, decided: date) -> bool:
    """Whether all that the treatment asks for was given by then."""
    return bool(decision.services) and all(
        service.retrospective or (service.service_date is not None and service.service_date <= decided)
        for service in decision.services
    )


def _in_doubt(record: Determination) -> Iterator[str]:
    """Paths of the doubts about dates, outcomes, their number, and whether a service was rendered."""
    for row in record.diagnostics:
        parts = row.path.split("/")
        outcome = parts[1:2] == ["decisions"] and (len(parts) < 4 or parts[3] in ("outcome", "services"))
        if row.severity != "note" and (row.path == "" or row.path.startswith("/case") or outcome):
            yield row.path


def _open(day: date) -> date:
    """The day itself, or the first working day after it."""
    return day if working_day(day) else after_working_days(day, 1)


def _on(rule: str, year: int) -> date:
    """The day that a rule names: "07-04", "3 Mon 01" the third Monday of January, -1 the last, "+1" the day after."""
    if "-" in rule[1:]:
        month, number = map(int, rule.split("-"))
        return date(year, month, number)
    nth, weekday, in_month, *later = rule.split()
    first = date(year, int(in_month), 1)
    days = [first + timedelta(n) for n in range(31)]
    fitting = [d for d in days if d.month == first.month and d.weekday() == _WEEKDAYS.index(weekday)]
    return fitting[int(nth) - (int(nth) > 0)] + timedelta(int(later[0]) if later else 0)


def _kept(day: date) -> date:
    """The day on which the holiday of a day is kept."""
    if day.weekday() == _SUNDAY:
        return day + timedelta(1)
    if (day.month, day.day) == _VETERANS_DAY and day.weekday() == _SATURDAY:
        return day - timedelta(1)
    return day
