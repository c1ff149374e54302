"""Whether the years of a case can be: a digit misread in one shows against the law's own and the other years of the case."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date

from imr_parse.found import Doubt, Doubts
from imr_parse.record import Determination

_FIRST, _LAST = 2012, 2099
"""Reviews are of 2013 and later (Labor Code 4610.5(a)), and may be of a denial of the months before; none is of another century."""
_NEAR = 1
"""Years: an application follows the denial within 30 days (Labor Code 4610.5(h)), the decision in the same year or the next."""
_STEP = 366
"""Days from one step of a review to the next: the law gives 30 (Labor Code 4610.5(h), 4610.6(d)), the first years took months."""
_DATES = ("ur_denial_date", "application_received", "date_assigned", "decision_date")
_NUMBERED = re.compile(r"(?P<kind>CM)?(?P<year>\d{2})-")
"""A case number begins with the year of the application."""
_OTHER_KIND = re.compile(r"(?!CM)[A-Z]{2}\d{2}-")


def years_agree(record: Determination) -> Doubts:
    """Denial, application, assignment, decision and case number are of about the same year, and of one that can be."""
    years = list(_years(record))
    if not years:
        return
    of_all = sorted(year for _, year, _ in years)
    low, high = of_all[(len(of_all) - 1) // 2], of_all[len(of_all) // 2]  # the medians
    for path, year, strict in years:
        if strict and not _FIRST <= year <= _LAST:
            yield path, Doubt("IMR208", f"no review can be of the year {year}")
        elif high - low > _NEAR or not low - _NEAR <= year <= high + _NEAR:
            yield path, Doubt("IMR213", f"its year {year} is far from the other years of the case")


def dates_near(record: Determination) -> Doubts:
    """Each step of a review follows the one before within a year; where a step is missing, within two."""
    dated = [(at, name, getattr(record.case, name)) for at, name in enumerate(_DATES)]
    known = [row for row in dated if row[2] is not None]
    for (first, before, start), (last, after, end) in itertools.pairwise(known):
        if (end - start).days > _STEP * (last - first):
            message = f"{after.replace('_', ' ')} {end} is more than a year after {before.replace('_', ' ')} {start}"
            yield f"/case/{before}", Doubt("IMR213", message)
            yield f"/case/{after}", Doubt("IMR213", message)


def numbers_known(record: Determination) -> Doubts:
    """Case numbers of the reviews begin with CM, all that were ever seen."""
    for path, number in _numbers(record):
        if _OTHER_KIND.match(number):
            yield path, Doubt("IMR208", f"it begins with {number[:2]}, not with CM")


def _numbers(record: Determination) -> Iterator[tuple[str, str]]:
    case = record.case
    if case.case_number:
        yield "/case/case_number", case.case_number
    for at, number in enumerate(case.consolidated_case_numbers):
        yield f"/case/consolidated_case_numbers/{at}", number


def _years(record: Determination) -> Iterator[tuple[str, int, bool]]:
    """Path, year, and whether it must be one of the law's."""
    for name in _DATES:
        value: date | None = getattr(record.case, name)
        if value is not None:
            yield f"/case/{name}", value.year, True
    for path, number in _numbers(record):
        found = _NUMBERED.match(number)
        if found:
            yield path, 2000 + int(found["year"]), bool(found["kind"])
