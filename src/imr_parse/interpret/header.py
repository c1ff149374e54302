"""Header fields: words after a label → a value. Offsets are into the words as printed, line breaks included."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from imr_parse.interpret.reading import Reading
from imr_parse.running import running

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NUMERIC = re.compile(r"(\d{1,2})\s{0,2}([/.-])\s{0,2}(\d{1,2})\s{0,2}\2\s{0,2}(\d{4}|\d{2})(?![\d/])")
"""A date in figures, its two separators alike; a line may end in it."""
_WRITTEN = re.compile(
    r"(?:[A-Z][a-z]{2,5}day,?\s{1,3})?(?:(?P<month>[A-Za-z]{3,9})\.?\s{1,3}(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s{0,3}|\s{1,3})"
    r"|(?P<day_first>\d{1,2})(?:st|nd|rd|th)?\s{1,3}(?P<month_after>[A-Za-z]{3,9})[.,]{0,2}\s{1,3})(?P<year>\d{4})(?!\d)"
)
"""As "December 20, 2013", "20 December 2013", or after the day of the week."""
_FURTHER = re.compile(
    r"\s{0,3}(?:[-\u2013\u2014,;&/]|to|through|and)\s{0,3}\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)"
)
"""Another date straight after one: a range, or a second one."""
_CASE_NUMBER = re.compile(r"(?:[A-Z]{2}\d{2}-\s{0,3}\d{7,9}|\d{2}-\s{0,3}\d{6,7})(?![\w-])")
"""With the letters of its kind or without; a line may end after its hyphen."""
_CASE_NUMBERS_BETWEEN = re.compile(r"\s*(?:[,;&/\n]|and\b)\s*", re.IGNORECASE)
_PRIORITIES = frozenset({"standard", "expedited", "concurrent", "regular", "retrospective"})
_EARLIEST = 1950
"""Year: a working life goes back no farther."""
_UNSURE_YEARS = frozenset({"19", "20", *map(str, range(30, 50))})
"""Years of two digits that may be the first half of one of four, or of either century."""


def read_date(words: str) -> Reading:
    """A date at the start of the words: mm/dd/yyyy, or as a letter may also write it; of a range the first, with a doubt."""
    reading = _date(words)
    if reading.value is not None and _FURTHER.match(words, reading.end):
        return reading._replace(remarks=(*reading.remarks, ("IMR208", "another date follows it")))
    return reading


def _date(words: str) -> Reading:
    first = len(words) - len(words.lstrip())
    found = _NUMERIC.match(words, first)
    if found:
        month, separator, day, year = int(found[1]), found[2], int(found[3]), found[4]
        value = calendar_date(int(year), month, day) if len(year) == 4 else None
        if value is None and len(year) == 2:
            value = calendar_date(int(year) + (1900 if int(year) >= _EARLIEST % 100 else 2000), month, day)
            if value is not None:
                code = "IMR208" if year in _UNSURE_YEARS else "IMR410"
                return Reading(value, *found.span(), ((code, f"the year '{year}' has two digits"),))
        if value is None:
            return Reading(None, *found.span(), (("IMR202", "no such day is in the calendar"),))
        usual = separator == "/" and len(found[1]) == len(found[3]) == 2
        return Reading(
            value, *found.span(), () if usual else (("IMR410", "the date is not printed as mm/dd/yyyy"),)
        )
    found = _WRITTEN.match(words, first)
    if found:
        said = (found["month"] or found["month_after"]).lower()
        months = [at for at, name in enumerate(_MONTHS, start=1) if name.startswith(said)]
        day = int(found["day"] or found["day_first"])
        value = calendar_date(int(found["year"]), months[0], day) if len(months) == 1 else None
        if value is not None:
            return Reading(value, *found.span(), (("IMR410", "the date is written in words"),))
    return Reading(None, first, len(words.rstrip()), (("IMR202", "no date can be read after its label"),))


def calendar_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar or a working life has none such."""
    try:
        value = date(year, month, day)
    except ValueError:
        return None
    return value if value.year >= _EARLIEST else None


def read_case_number(words: str) -> Reading:
    """One or more case numbers (8 CCR 9792.10.4); value: a list of (number, start, end)."""
    numbers: list[tuple[str, int, int]] = []
    at = len(words) - len(words.lstrip())
    while found := _CASE_NUMBER.match(words, at):
        numbers.append(("".join(found.group().split()), *found.span()))
        between = _CASE_NUMBERS_BETWEEN.match(words, found.end())
        if between is None or not words[between.end() :].strip():
            break
        at = between.end()
    if numbers:
        return Reading(numbers, numbers[0][1], numbers[-1][2])
    first_line = words.strip().split("\n")[0]
    start = words.find(first_line)
    remark = ("IMR208", "it has not the form of a case number")
    return Reading(
        [(running(first_line), start, start + len(first_line))], start, start + len(first_line), (remark,)
    )


def read_priority(words: str) -> Reading:
    """The priority, lower case."""
    found = re.search(r"\S+(?: [A-Za-z]\S*)?", words)
    if found is None:
        return Reading(None, 0, 0, (("IMR202", "nothing stands after its label"),))
    first = found.group().split(" ")[0]
    if first.lower() in _PRIORITIES:
        return Reading(first.lower(), found.start(), found.start() + len(first))
    value = running(found.group()).lower()
    return Reading(value, *found.span(), (("IMR208", "it is none of the priorities known"),))


def read_day(words: str) -> Reading:
    """A date as letters of 2013 print it: 9/6/2013 and "August 30, 2013" are as good as mm/dd/yyyy."""
    reading = read_date(words)
    return reading._replace(remarks=tuple(row for row in reading.remarks if row[0] != "IMR410"))


READERS: dict[str, Callable[[str], Reading]] = {
    "date": read_date,
    "day": read_day,
    "case_number": read_case_number,
    "priority": read_priority,
}
