"""The law's clock: days by hand-counted calendars, holidays by their rules."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_parse import parse_file
from imr_parse.clock import after_working_days, clock, holidays, working_day
from imr_parse.record import Determination

SAMPLES = Path(__file__).parents[2] / "samples"
DAYS = st.dates(date(2012, 1, 1), date(2035, 12, 31))


@pytest.fixture(scope="module")
def letter() -> Determination:
    return parse_file(SAMPLES / "mixed-outcomes.pdf")


def decided(letter: Determination, day: date | None, **changes: Any) -> Determination:
    case = letter.case.model_copy(update={"decision_date": day, **changes})
    return letter.model_copy(update={"case": case})


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (
            2016,
            [
                "01-01",
                "01-18",
                "02-15",
                "03-31",
                "05-30",
                "07-04",
                "09-05",
                "11-11",
                "11-24",
                "11-25",
                "12-26",
            ],
        ),
        (
            2017,
            [
                "01-02",
                "01-16",
                "02-20",
                "03-31",
                "05-29",
                "07-04",
                "09-04",
                "11-10",
                "11-23",
                "11-24",
                "12-25",
            ],
        ),
    ],
)
def test_holidays(year: int, days: list[str]) -> None:
    """December 25, 2016 and January 1, 2017 were Sundays, November 11, 2017 a Saturday."""
    assert sorted(holidays(year)) == [date.fromisoformat(f"{year}-{day}") for day in days]


@pytest.mark.parametrize(
    ("day", "last", "by_mail"),
    [
        ("2016-08-01", "2016-08-31", "2016-09-06"),  # the 35th day is the Monday of Labor Day
        ("2017-01-09", "2017-02-08", "2017-02-13"),
        ("2016-11-25", "2016-12-27", "2016-12-30"),  # the 30th day is a Sunday and Christmas, kept on Monday
        ("2016-03-01", "2016-04-01", "2016-04-05"),  # the 30th day is Cesar Chavez Day
    ],
)
def test_the_last_day_to_appeal(letter: Determination, day: str, last: str, by_mail: str) -> None:
    appeal = clock(decided(letter, date.fromisoformat(day))).appeal
    assert appeal is not None
    assert (appeal.last_day.isoformat(), appeal.last_day_if_served_by_mail.isoformat()) == (last, by_mail)


def test_what_was_overturned_is_authorized_in_five_working_days(letter: Determination) -> None:
    """From Wednesday over Thanksgiving and the day after it."""
    due = clock(decided(letter, date(2016, 11, 23))).due
    overturned = [one.number for one in letter.decisions if one.outcome == "overturned"]
    assert [one.number for one in due] == overturned
    assert {(one.act, one.by) for one in due} == {("authorize", date(2016, 12, 2))}


def test_what_was_rendered_is_reimbursed_in_20_days(letter: Determination) -> None:
    decisions = []
    for one in letter.decisions:
        services = tuple(service.model_copy(update={"retrospective": True}) for service in one.services)
        decisions.append(one.model_copy(update={"services": services}))
    due = clock(decided(letter, date(2016, 11, 23)).model_copy(update={"decisions": tuple(decisions)})).due
    assert {(one.act, one.by) for one in due} == {("reimburse", date(2016, 12, 13))}


def test_a_letter_without_a_decision_date_has_no_days(letter: Determination) -> None:
    found = clock(decided(letter, None))
    assert (found.appeal, found.due) == (None, ())
    assert all("decision_date" not in (one.since, one.until) for one in found.intervals)


def test_intervals_run_from_date_to_date(letter: Determination) -> None:
    case = {
        "ur_denial_date": date(2016, 2, 28),
        "application_received": date(2016, 3, 1),
        "date_assigned": None,
    }
    found = clock(decided(letter, date(2016, 2, 29), **case)).intervals
    days = {(one.since, one.until): one.days for one in found}
    assert days[("ur_denial_date", "application_received")] == 2
    assert days[("application_received", "decision_date")] == -1
    assert ("date_assigned", "decision_date") not in days


def test_doubt_is_said() -> None:
    text = (SAMPLES / "form-feeds.txt").read_text("utf-8").replace(": Upheld", ": Sustained")
    from imr_parse import parse_text

    found = clock(parse_text(text))
    assert "/decisions/0/outcome" in found.in_doubt
    assert len(found.in_doubt) == len(set(found.in_doubt))


@given(DAYS, st.integers(1, 12))
def test_working_days_are_counted_one_by_one(day: date, count: int) -> None:
    last = after_working_days(day, count)
    between = [day + timedelta(n) for n in range(1, (last - day).days + 1)]
    assert working_day(last)
    assert sum(map(working_day, between)) == count
