"""Dates of a treatment: its date of service, and the text without dates, whose numbers are no strengths."""

import re
from functools import lru_cache

from imr_parse.interpret.meaning import Severity, holds
from imr_parse.interpret.services import marks

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|sept|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\b\.?"
)  # fmt: skip
_YEAR = r"(?:19|20)\d\d(?!\d)"
_WORDED = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s|(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month_behind>{_MONTH}),?\s)(?P<year>{_YEAR})",
    re.IGNORECASE,
)
"""A date in words: "October 15, 2013", "15 Oct 2013"."""
_TURNED = re.compile(rf"\b({_YEAR})[-/](\d{{1,2}})[-/](\d{{1,2}})(?!\d)")
_DATE = r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)?\d\d)(?!\d)"
_SAID = r"\b(?:D\.?O\.?S\.?|dates?\s(?:of\s)?service|service\sdates?)"
_SAID_SO = rf"(?:{_SAID}|\b(?:performed|dispensed|filled|rendered|provided|administered|given|done)(?:\son)?)"
_BETWEEN = r"[\s:=(-]{0,4}(?:of\s|on\s)?"
_SERVICE_DATE = re.compile(rf"{_SAID_SO}{_BETWEEN}{_DATE}", re.IGNORECASE)
_FURTHER = re.compile(rf"\s?(?:,|;|and|&|-|\u2013|to|through)\s?(?:and\s)?{_DATE}", re.IGNORECASE)
_THROUGH = re.compile(r"\s?(?:-|\u2013|to|through)\s?\d", re.IGNORECASE)
_ANY_DATE = re.compile(r"(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)?\d\d)(?!\d)")
_ORDERED = re.compile(
    r"(?:order(?:ed)?|request(?:ed)?|prescri(?:bed|ption)|rx|rfa|dated|report|injury|doi)\W{0,3}(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(rf"{_SAID}{_BETWEEN}(?:{_MONTH}|\d)", re.IGNORECASE)
"""A date of service that is none of the calendar's: "DOS March 2014", "DOS 3/14"."""
_MONTH_YEAR = re.compile(rf"(?<![\d/.-])(?:1[0-2]|0?[1-9])/{_YEAR}|\b{_MONTH},?\s{_YEAR}", re.IGNORECASE)
_SERVICE_WORDS = ("dos", "d.o.s", "date", "performed", "dispensed", "filled", "rendered", "provided", "administered", "given", "done", "retro")  # fmt: skip
_UNIT = r"\s?(?:mg|mcg|ug|milli|micro|gm?\b|%|per\s?cent|pct|meq|ml|units?\b)"
_NO_STRENGTHS = re.compile(
    rf"(?<![\d/.])(?:(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])/(?:(?:19|20)\d\d|\d\d)|(?:1[0-2]|0?[1-9])/{_YEAR}|{_YEAR}[-/]\d{{1,2}}[-/]\d{{1,2}})(?![\d/]|\.\d|{_UNIT})"
    rf"|{_SAID_SO}{_BETWEEN}\d{{1,2}}/\d{{1,4}}(?:\s?(?:,|and|&|-|\u2013|to|through)\s?\d{{1,2}}/\d{{1,4}}(?![\d/]|{_UNIT})){{0,9}}(?![\d/]|{_UNIT})"
    r"|\b\d{1,2}\s?/\s?\d{1,2}\s?-?(?:hours?|hrs?|h|days?|times|x|weeks?)\b",
    re.IGNORECASE,
)
"""Numbers at slashes that are dates, or how often a drug is taken: "9/18/13", "4/2013", "DOS 3/14", "every 4/6 hours"."""


@lru_cache(maxsize=64)
def service_date(text: str) -> tuple[str | None, Severity | None]:
    """The date of service as ISO date, and how far it is in doubt. A date of an order, a report, an injury is none.

    Of a stay from one day to another the first; that is worth a note.
    """
    if not any(map(str.isdigit, text)):
        return None, None
    lower = text.lower()
    spoken = holds(lower, _SERVICE_WORDS)
    if not spoken and "/" not in text:
        return None, None
    if holds(lower, _MONTHS):
        text = _WORDED.sub(_figures, text)
    text = _TURNED.sub(r"\2/\3/\1", text)
    dates, through = [], True
    for found in _SERVICE_DATE.finditer(text) if spoken else ():
        dates.append(found.groups())
        while further := _FURTHER.match(text, found.end()):
            dates.append(further.groups())
            through = through and bool(_THROUGH.match(text, found.end()))
            found = further
    retrospective = marks.retrospective(text)
    if not dates and retrospective:
        through = False
        dates = [
            m.groups()
            for m in _ANY_DATE.finditer(text)
            if not _ORDERED.search(text[max(0, m.start() - 40) : m.start()])
        ]
    if not dates:
        return None, "warning" if _is_unfinished(text, retrospective=retrospective) else None
    month, day, year = map(int, dates[0])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None, "warning"
    if year < 100:
        year += 2000
    unsure: Severity | None = "note" if through and len(dates) == 2 else "warning"
    return f"{year:04d}-{month:02d}-{day:02d}", unsure if len(set(dates)) > 1 else None


def _figures(found: re.Match[str]) -> str:
    month = (found["month"] or found["month_behind"]).lower()[:3]
    return f"{_MONTHS.index(month) + 1}/{found['day'] or found['day_first']}/{found['year']}"


def _is_unfinished(text: str, *, retrospective: bool) -> bool:
    """Whether a date of service is printed of which a part is missing: no date can be told, and none is no answer."""
    if _UNFINISHED.search(text):
        return True
    found = _MONTH_YEAR.search(text)
    if found is None or _ORDERED.search(text[max(0, found.start() - 40) : found.start()]):
        return False
    return retrospective or found[0][0].isdigit()


@lru_cache(maxsize=64)
def without_dates(text: str) -> str:
    """The text of the same length with spaces in place of dates, and of how often a drug is taken."""
    if "/" not in text:
        return text
    return _NO_STRENGTHS.sub(lambda found: " " * len(found[0]), text)
