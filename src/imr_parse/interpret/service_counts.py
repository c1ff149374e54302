"""What the numbers beside a service count: visits of a therapy or an exam, pieces of a thing, doses of a drug."""

import re
from typing import NamedTuple

from imr_parse.interpret import service_numbers as numbers

_SCHEDULED = frozenset({"therapy", "visit", "care", "program", "dental"})
_DIGIT = re.compile(r"\d")
_TOOTH = re.compile(r"#\s?\d{1,2}(?!\d)|\bt(?:oo|ee)th\s\d{1,2}(?:(?:,|\s(?:and|to|through)|-)\s?\d{1,2})*")
"""A number that names a tooth and counts nothing."""
_REPEATED = frozenset({"image", "test", "injection", ""})  # where they are asked for "once a week"
_THINGS = frozenset({"equipment", "supply"})


class Counts(NamedTuple):
    """Numbers of one service; `product` where the visits are those of "2x6" without a word of weeks."""

    quantity: int | float | None = None
    unit: str | None = None
    visits: int | None = None
    per_week: int | None = None
    weeks: int | None = None
    days: int | None = None
    product: bool = False


_NONE = Counts()


def of_service(kind: str, plain: str) -> Counts:
    """The numbers of a service of this kind; `plain` are its words as service_numbers.plain gives them."""
    if not _DIGIT.search(plain) and "week" not in plain:
        return _NONE
    if kind == "drug":
        return Counts(quantity=numbers.marked(plain))
    if kind == "dental":
        plain = _TOOTH.sub(" ", plain)
    if kind in _SCHEDULED:
        return _scheduled(kind, plain)
    quantity, unit = numbers.count(plain), None
    amount = numbers.amount(plain) if kind in _THINGS else None
    if quantity is None and amount:
        return Counts(*amount, days=numbers.days(plain, weeks_and_months=True))
    days = numbers.days(plain, weeks_and_months=kind in _THINGS)
    schedule = numbers.schedule(plain) if kind in _REPEATED else numbers.Schedule()
    if schedule.per_week is None:
        return Counts(quantity, unit, days=days)
    return Counts(quantity, unit, schedule.visits, schedule.per_week, schedule.weeks, days)


def _scheduled(kind: str, plain: str) -> Counts:
    schedule = numbers.schedule(plain)
    visits, weeks, days = schedule.visits, schedule.weeks, None
    if visits is None and not schedule.range and kind != "program":
        visits = numbers.leading(plain)
    if kind == "program" and schedule.per_week is None:
        weeks, days = None, numbers.days(plain, weeks_and_months=True)
    elif weeks is None:
        days = numbers.days(plain, weeks_and_months=kind == "care")
    return Counts(None, None, visits, schedule.per_week, weeks, days, schedule.product)


def of_drug(plain: str, form: str | None) -> Counts:
    """Quantity and days of a drug: "#" wins over an amount, an amount over doses, all over a supply of months."""
    if not _DIGIT.search(plain):
        return _NONE
    quantity: int | float | None = numbers.marked(plain)
    unit = None
    if quantity is None and (amount := numbers.amount(plain)):
        quantity, unit = amount
    for read in (numbers.doses, numbers.times):
        quantity = read(plain) if quantity is None else quantity
    if quantity is None and form == "injection":
        quantity = numbers.leading(plain)
    if quantity is None and (months := numbers.months(plain)):
        return Counts(months, "month")
    return Counts(quantity, unit, days=numbers.days(plain, weeks_and_months=False))
