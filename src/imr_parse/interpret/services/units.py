"""Units of a strength in all their spellings: "5 percent" is "5 %", "50 milligrams" are "50 mg"."""

import re

from imr_parse.interpret.meaning import holds
from imr_parse.number_words import NUMBER_WORDS, number_of

_SPELT = re.compile(
    rf"(?<![\w.])(?P<number>(?:\d[\d.,]{{0,9}}\s?[/-]\s?){{0,5}}\d[\d.,]{{0,9}}|\.\d{{1,6}}|{NUMBER_WORDS})[\s-]?"
    r"(?:(?P<percent>per\s?cent\b|pct\b\.?)|(?P<mcg>micrograms?\b|mcgs\b|m\.?c\.g\b\.?)|(?P<mg>milligrams?\b|mgs\b|m\.g\b\.?))",
    re.IGNORECASE,
)
_WORDS = ("cent", "pct", "gram", "mgs", "mcgs", "m.g", "c.g")
_SIGNS = {"percent": "%", "mcg": "mcg", "mg": "mg"}
_FILLER = "\x1f"
"""White space to every pattern, yet no space that is taken off the ends of a service's words."""


def short(text: str) -> str:
    """The text, of the same length, with units as their signs; what the long ones leave over stands before the number."""
    if not holds(text.lower(), _WORDS):
        return text
    return _SPELT.sub(_short, text)


def _short(found: re.Match[str]) -> str:
    number = found["number"]
    if number[0].isalpha():
        number = str(number_of(number))
    return f"{number} {_SIGNS[str(found.lastgroup)]}".rjust(len(found[0]), _FILLER)


def sign(printed: str) -> str:
    """A unit as strengths have it: "mcg/hour" of "MCG per hour", "mcg" of "ug"."""
    unit = "".join(printed.lower().split()).replace("per", "/")
    return unit.replace("ug", "mcg", 1) if unit.startswith("ug") else unit
