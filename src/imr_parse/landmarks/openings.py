"""What stands at a line's start where an item, or a part of one, opens: a number, a bullet, known words."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from imr_parse.landmarks.find import Match, spread
from imr_parse.number_words import says_again

_NUMBER = re.compile(r"[ ]{0,8}\(?(\d{1,2})[ ]?(?:\.\)|[.)])(?:\s{1,6}|(?=[^\s\d.,)]))")
"""A number before an item: "1.", "1)", "1.)", "(1)"."""
_NEAR = 85
"""Words this much like a part's opening are that, misspelt."""
_BULLET = re.compile(r"[ \f]{0,9}(?:[\u2022\u25cf\u25aa*\uf0b7#>-]{1,3}[ ]{1,3})?")


def number_at(text: str, start: int, end: int | None = None) -> re.Match[str] | None:
    """A number before an item at a line's start; not one that repeats its own word ("two (2) visits")."""
    number = _NUMBER.match(text, start, len(text) if end is None else end)
    return None if number is None or says_again(text, start, int(number[1])) else number


def breaks_word(text: str, start: int) -> bool:
    """Whether the line before this one ends in the middle of a word or date ("7-1-"), so that what follows is no number."""
    return text[max(0, start - 2) : max(0, start - 1)] in ("-", "/") and not text[start - 3].isspace()


def after_bullet(text: str, start: int) -> int:
    """The offset after a bullet at a line's start, or the start where there is none."""
    bullet = _BULLET.match(text, start)
    return bullet.end() if bullet else start


def opens_at(text: str, start: int, words: tuple[str, ...]) -> Match | None:
    """How one of these phrases stands at a line's start, after a bullet or not; None where none does."""
    start = after_bullet(text, start)
    if _at_start(words).match(text, start):
        return Match.EXACT
    for phrase in words:
        printed = text[start : start + len(phrase)].lower()
        if printed[:2] == phrase[:2].lower() and fuzz.ratio(printed, phrase.lower()) >= _NEAR:
            return Match.NEAR
    return None


@lru_cache(maxsize=32)
def _at_start(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(spread, words))})(?![A-Za-z'\u2019])", re.IGNORECASE)
