"""Dates in prose cut down to their years: the part of `--redact` that looks at a text alone."""

from __future__ import annotations

import re

REDACTED = "[redacted]"
"""What stands in place of words that are taken out."""

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|(?-i:May|MAY)|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"
_DAYS = rf"{_DAY}(?!\d)(?:st|nd|rd|th)?(?:\s?[-–]\s?{_DAY}(?!\d))?"


def _numeric(mark: str, year: str) -> str:
    """Month, day and year with one mark between them, not part of a longer row of numbers."""
    return rf"(?<!\d)(?<!\d{mark})(?:0?[1-9]|1[0-2]){mark}{_DAY}{mark}{year}(?!\d)(?!{mark}\d)"


_DATES = re.compile(
    "|".join(
        (
            rf"(?<!\w){_MONTH}\s{{0,3}}{_DAYS},?\s{{1,3}}(?:of\s)?(?P<a>{_YEAR})(?!\d)",
            rf"(?<!\d){_DAYS}\s{{1,3}}(?:of\s)?{_MONTH},?\s{{1,3}}(?P<b>{_YEAR})(?!\d)",
            rf"(?<!\w){_MONTH},?\s{{1,3}}(?:of\s)?(?P<c>{_YEAR})(?!\d)",
            rf"(?<!\w)(?=(?-i:[A-Z])){_MONTH}\s{{1,3}}{_DAYS}(?![\w%/.]\d|\w)",
            rf"(?<!\d)(?P<d>{_YEAR})-(?:0[1-9]|1[0-2])-{_DAY}(?!\d)",
            _numeric("/", rf"(?P<e>{_YEAR}|\d\d)"),
            _numeric("-", rf"(?P<f>{_YEAR}|\d\d)"),
            _numeric(r"\.", rf"(?P<g>{_YEAR})"),
            rf"(?<!\d)(?<!\d/)(?:0?[1-9]|1[0-2])/(?P<h>{_YEAR})(?!\d)(?!/\d)",
        )
    ),
    re.IGNORECASE,
)
_CENTURY = 40
"""Years of two digits below it are of this century."""


def dates_as_years(text: str) -> str:
    """The text with each date in it cut down to its year; one without a year is left out."""
    return _DATES.sub(_year, text)


def _year(match: re.Match[str]) -> str:
    year = next(filter(None, match.groups()), None)
    if year is None:
        return REDACTED
    return year if len(year) == 4 else f"{20 if int(year) < _CENTURY else 19}{year}"
