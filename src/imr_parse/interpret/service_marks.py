"""What the words say beside the service: retrospective and its date, surgical, purchase or rental, contrast."""

import re
from typing import Literal

from imr_parse.interpret.meaning import holds

Surgical = Literal["associated", "preoperative", "postoperative"]
Contrast = Literal["with", "without", "with_and_without"]

_RETROSPECTIVE = re.compile(r"\bretro(?:spective(?:ly)?)?\b", re.IGNORECASE)
_DATE = r"(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)?\d\d)(?!\d)"
_SERVICE_DATE = re.compile(
    rf"\b(?:D\.?O\.?S\.?|dates?\s(?:of\s)?service|service\sdates?|performed(?:\son)?|dispensed(?:\son)?|rendered(?:\son)?|provided(?:\son)?|administered(?:\son)?|done(?:\son)?)[\s:=(-]{{0,4}}(?:of\s|on\s)?{_DATE}",
    re.IGNORECASE,
)
_FURTHER = re.compile(rf"\s?(?:,|;|and|&|-|\u2013|to|through)\s?(?:and\s)?{_DATE}", re.IGNORECASE)
_ANY_DATE = re.compile(_DATE)
_ORDERED = re.compile(
    r"(?:order(?:ed)?|request(?:ed)?|prescri(?:bed|ption)|rx|rfa|dated|report|injury|doi)\W{0,3}(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_SURGICAL: tuple[tuple[Surgical, re.Pattern[str]], ...] = (
    (
        "associated",
        re.compile(
            r"\bassociated\ssurgical\s(?:services?|items?)\b|\bassociated\sservices?\b", re.IGNORECASE
        ),
    ),
    ("preoperative", re.compile(r"\bpre-?\s?op(?:erative(?:ly)?)?\b|\bpre-?\s?surgical\b", re.IGNORECASE)),
    (
        "postoperative",
        re.compile(
            r"\bpost-?\s?op(?:erative(?:ly)?)?\b|\bpost-?\s?surgical(?:ly)?\b|\bpost-?\s?surgery\b",
            re.IGNORECASE,
        ),
    ),
)
_PURCHASE = re.compile(r"\bpurchased?\b|\bbuy\b", re.IGNORECASE)
_RENTAL = re.compile(r"\brent(?:al|als|ed|ing)?\b", re.IGNORECASE)
_CONTRAST: tuple[tuple[Contrast, re.Pattern[str]], ...] = (
    ("with_and_without", re.compile(r"\b(?:with|w/?)\s?(?:and|&|/|or|and/or)\s?(?:without|w/?o)\s?(?:\w+\s)?(?:contrast|dye|gadolinium)?|\bwithout\sand\swith\b", re.IGNORECASE)),
    ("without", re.compile(r"\b(?:without|w/?o|no|non)[\s/-]{0,2}(?:[\w-]{1,20}\s)?(?:contrast|dye|gadolinium)\b|\bnon-?contrast", re.IGNORECASE)),
    ("with", re.compile(r"\b(?:with|w/|using|and|\+)\s?(?:[\w-]{1,20}\s)?(?:contrast|dye|gadolinium)\b|\bcontrast[\s-]enhanced", re.IGNORECASE)),
)  # fmt: skip

_CONTRAST_WORDS = ("contrast", "dye", "gadolinium", "without", "w/o", "wo")
"""One of them stands in all that is said of contrast."""


def retrospective(text: str) -> bool:
    """Whether the treatment was given before it was asked for."""
    return "retro" in text.lower() and bool(_RETROSPECTIVE.search(text))


def service_date(text: str) -> tuple[str | None, bool]:
    """The date of service as ISO date, and whether it is in doubt. A date of an order, a report, an injury is none."""
    if text.count("/") + text.count("-") < 2 or not _ANY_DATE.search(text):
        return None, False
    dates = []
    for found in _SERVICE_DATE.finditer(text):
        dates.append(found.groups())
        while further := _FURTHER.match(text, found.end()):
            dates.append(further.groups())
            found = further
    if not dates and retrospective(text):
        dates = [
            m.groups()
            for m in _ANY_DATE.finditer(text)
            if not _ORDERED.search(text[max(0, m.start() - 40) : m.start()])
        ]
    if not dates:
        return None, False
    month, day, year = map(int, dates[0])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None, True
    if year < 100:
        year += 2000
    return f"{year:04d}-{month:02d}-{day:02d}", len(set(dates)) > 1


def acquisition(text: str) -> tuple[Literal["purchase", "rental"] | None, bool]:
    """How a thing is to be had, and whether that is in doubt: both may be printed."""
    if not holds(text.lower(), ("rent", "purchase", "buy")):
        return None, False
    rental, purchase = bool(_RENTAL.search(text)), bool(_PURCHASE.search(text))
    return "rental" if rental else "purchase" if purchase else None, rental and purchase


def contrast(text: str) -> Contrast | None:
    """Whether an image is made with contrast."""
    if not holds(text.lower(), _CONTRAST_WORDS):
        return None
    return next((value for value, said_so in _CONTRAST if said_so.search(text)), None)


def surgical(own: str, whole: str) -> Surgical | None:
    """How the service stands to an operation; words before a colon, and "associated", speak of all that follows."""
    if not holds(whole.lower(), ("op", "surg", "associated")):
        return None
    head, colon, _ = whole.partition(":")
    for value, said_so in _SURGICAL:
        if (
            said_so.search(own)
            or (colon and said_so.search(head))
            or (value == "associated" and said_so.search(whole))
        ):
            return value
    return None
