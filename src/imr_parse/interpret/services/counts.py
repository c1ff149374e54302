"""What the numbers beside a service count: visits of a therapy or an exam, pieces of a thing, doses of a drug."""

import re
from typing import NamedTuple

from imr_parse.interpret.services import numbers, quantities

_SCHEDULED = frozenset({"therapy", "visit", "care", "program", "dental"})
_DIGIT = re.compile(r"\d")
_TOOTH = re.compile(r"\bt(?:oo|ee)th\s#?\d{1,2}(?:(?:,|,?\s(?:and|to|through|&)|-)\s?#?\d{1,2}){0,31}")
_ANY_TOOTH = re.compile(r"#\s?\d{1,2}(?!\d)")
"""A number that names a tooth and counts nothing."""
_ACCESSORIES = re.compile(
    r"(?:\b(?:with|plus|and|including)\b|w/|[&+,])\s?(?:[a-z-]{1,20}\s){0,3}?"
    r"(?:electrodes?|suppl(?:y|ies)|batter(?:y|ies)|pads?|lead\s?wires?|leads|wraps?|garments?|sleeves?)\b"
)
"""Where the words of what goes with a device begin: their numbers are not the device's."""
_REPEATED = frozenset({"image", "test", "injection", ""})  # where they are asked for "once a week"
_THINGS = frozenset({"equipment", "supply"})


class Counts(NamedTuple):
    """Numbers of one service; `product` where the visits are those of "2x6" without a word of weeks, `two` where two may be the quantity."""

    quantity: int | float | None = None
    unit: str | None = None
    visits: int | None = None
    per_week: int | None = None
    weeks: int | None = None
    days: int | None = None
    product: bool = False
    two: bool = False


_NONE = Counts()


def of_service(kind: str, plain: str) -> Counts:
    """The numbers of a service of this kind; `plain` are its words as service_numbers.plain gives them."""
    if not _DIGIT.search(plain) and "week" not in plain:
        return _NONE
    if "th" in plain:
        plain = _TOOTH.sub(" ", plain)
    if kind == "dental":
        plain = _ANY_TOOTH.sub(" ", plain)
    if kind in _SCHEDULED:
        return _scheduled(kind, plain)
    own = plain
    if kind == "equipment" and (accessories := _ACCESSORIES.search(plain)):
        own = plain[: accessories.start()]
    quantity, unit = numbers.marked(plain), None
    quantity = numbers.count(own) if quantity is None else quantity
    amount = quantities.amount(own) if kind in _THINGS else None
    if quantity is None and amount:
        return Counts(*amount, days=quantities.days(plain, weeks_and_months=True))
    days = quantities.days(plain, weeks_and_months=kind in _THINGS)
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
        weeks, days = None, quantities.days(plain, weeks_and_months=True)
    elif weeks is None:
        days = quantities.days(plain, weeks_and_months=kind == "care")
    return Counts(None, None, visits, schedule.per_week, weeks, days, schedule.product)


def of_drug(plain: str, form: str | None) -> Counts:
    """Quantity and days of a drug: "#" wins over an amount, an amount over doses, all over a supply of months."""
    if not _DIGIT.search(plain):
        return _NONE
    quantity: int | float | None = numbers.marked(plain)
    unit = quantities.marked_unit(plain)
    if quantity is None and (amount := quantities.amount(plain)):
        quantity, unit = amount
    for read in (quantities.doses, numbers.times):
        quantity = read(plain) if quantity is None else quantity
    if quantity is None and form == "injection":
        quantity = numbers.leading(plain)
    if quantity is None and (months := quantities.months(plain)):
        return Counts(months, "month")
    days = quantities.days(plain, weeks_and_months=False)
    return Counts(quantity, unit, days=days, two=quantities.two_quantities(plain))
