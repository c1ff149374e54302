"""What the words say beside the service: retrospective, surgical, purchase or rental, contrast."""

import re
from typing import Literal

from imr_parse.interpret.meaning import Severity, holds

Surgical = Literal["associated", "preoperative", "postoperative"]
Contrast = Literal["with", "without", "with_and_without"]

_RETROSPECTIVE = re.compile(r"\bretro(?:spective(?:ly)?)?\b", re.IGNORECASE)
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
_ACCESSORY_WORDS = r"(?:wrap|garment|suppl(?:y|ie)|electrode|pad|sleeve|batter(?:y|ie)|lead\s?wire)s?"
_OF_ACCESSORY = re.compile(rf"\b{_ACCESSORY_WORDS}\s$", re.IGNORECASE)
_ACCESSORY = re.compile(rf"\sof\s(?:an?\s|the\s)?(?:[\w-]{{1,20}}\s)?{_ACCESSORY_WORDS}\b", re.IGNORECASE)
_THEN = re.compile(r"[^;.]{0,60}\b(?:and|then|with|followed\sby)\s(?:[\w-]{1,12}\s){0,2}", re.IGNORECASE)
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


def acquisition(text: str) -> tuple[Literal["purchase", "rental"] | None, Severity | None]:
    """How a thing is to be had, and how far that is in doubt: both may be printed.

    A rental that ends in a purchase is a rental, which is worth a note; the purchase may be that of an accessory.
    """
    if not holds(text.lower(), ("rent", "purchase", "buy")):
        return None, None
    rental, purchase = _RENTAL.search(text), _PURCHASE.search(text)
    if rental is None or purchase is None:
        return "rental" if rental else "purchase" if purchase else None, None
    if _OF_ACCESSORY.search(text[: purchase.start()]) or _ACCESSORY.match(text, purchase.end()):
        return "rental", None
    return "rental", "note" if _THEN.fullmatch(text[rental.end() : purchase.start()]) else "warning"


def contrast(text: str) -> Contrast | None:
    """Whether an image is made with contrast."""
    if not holds(text.lower(), _CONTRAST_WORDS):
        return None
    return next((value for value, said_so in _CONTRAST if said_so.search(text)), None)


def surgical(text: str, start: int, end: int, named: int | None) -> Surgical | None:
    """How the service `text[start:end]` stands to an operation; words before a colon, and "associated", speak of all that follows.

    An operation is `named` at its place: what is said behind that speaks of what goes with it.
    """
    if not holds(text.lower(), ("op", "surg", "associated")):
        return None
    whole = text if named is None else text[:named]
    own = text[start:end] if named is None else text[start:named]
    head, colon, _ = whole.partition(":")
    for value, said_so in _SURGICAL:
        if (
            said_so.search(own)
            or (colon and said_so.search(head))
            or (value == "associated" and said_so.search(whole))
        ):
            return value
    return None
