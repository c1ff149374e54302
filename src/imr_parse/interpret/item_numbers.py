"""The number printed before an item's heading, in the forms that letters give it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_NUMBER = re.compile(r"\s*\(?(\d{1,2})[.)]{1,2}\s+(?=\S)")
_ITEMIZED = re.compile(r"\s*\(?1[.)]\s.{1,400}?[;,]\s+(?:and\s+)?\(?2[.)]\s", re.DOTALL)
_SET_APART = re.compile(
    r"\s*(?:(?:(?:disputed|requested)\s+)?(?:issue|item|service|treatment|request|number|no)\b\.?\s*#?\s?(\d{1,2})(?:[.):]|\s?[\u2013\u2014-])?"
    r"|\[(\d{1,2})\][.:]?|#?(\d{1,2}):)\s+(?=\S)",
    re.IGNORECASE,
)
"""A number by its word, its brackets or its colon: "Item 1", "No. 1", "[1]", "1:"."""
_SIGNED = re.compile(r"\s*(?:#\s?(\d{1,2})[.)]{0,2}|(\d{1,2})(?:\s-|\s?[\u2013\u2014]))\s+(?=\S)")
"""A number that may say how many: "#1", "1 -"."""
_CLOSED = frozenset(":.)]\u2013\u2014-")
"""Marks that end a number; without one "item 4" may be what is asked for."""
_SEEMS_NUMBERED = re.compile(
    r"\s*(?:[\d(\[#]|[A-Za-z][.)]|(?:disputed|requested|issue|item|service|treatment|request|number|no)\b)",
    re.IGNORECASE,
)
"""What all forms begin with."""
_FIGURES = re.compile(r"\s*(\d{1,2})\s+(?=\S)")
_LETTER = re.compile(r"\s*\(?([A-Za-z])[.)]\s+(?=\S)")
_FORMS = ((1, _SET_APART), (2, _SIGNED), (2, _LETTER), (3, _FIGURES))
"""Other forms of numbers, and how many headings that are numbered so from the first to the last prove them."""


class Numbered(NamedTuple):
    """The number printed before a heading, and the offset where its words begin."""

    number: int | None = None
    end: int = 0


def printed_numbers(headings: Sequence[str]) -> list[Numbered]:
    """The number before each of a letter's headings.

    A number with a stop or a bracket behind it is one by itself. In other forms it may be the heading's own ("#1 Norco", "1
    visit"): there it is one where all headings have it, in their order.
    """
    if not any(map(_SEEMS_NUMBERED.match, headings)):
        return [Numbered()] * len(headings)
    plain = [_number(None if counts_parts(words) else _NUMBER.match(words)) for words in headings]
    if all(each.number for each in plain):
        return plain
    places = list(range(1, len(plain) + 1))
    for least, form in _FORMS:
        if len(plain) < least or not (plain[0].number or form.match(headings[0])):
            continue
        met = [
            each if each.number else _number(form.match(words))
            for each, words in zip(plain, headings, strict=True)
        ]
        begin = (words[each.end : each.end + 1] for each, words in zip(met, headings, strict=True))
        numbers = [each.number for each in met]
        if numbers == places and not any(first.islower() for first in begin):
            return met
        if form is _SET_APART and len(met) > 1 and all(numbers):
            return met  # numbers beyond doubt, of which one is missing
    return plain


def may_be_numbered(heading: str) -> bool:
    """Whether a heading, in small letters, begins with what may be its number."""
    if not _SEEMS_NUMBERED.match(heading):
        return False
    named = _SET_APART.match(heading)
    return _SIGNED.match(heading) is not None or (named is not None and named[0].rstrip()[-1:] in _CLOSED)


def counts_parts(heading: str) -> bool:
    """Whether a request counts its own parts, so that its first number is not the item's."""
    return _ITEMIZED.match(heading) is not None


def _number(found: re.Match[str] | None) -> Numbered:
    if found is None:
        return Numbered()
    printed = str(found[found.lastindex or 0])
    return Numbered(int(printed) if printed.isdigit() else ord(printed.lower()) - ord("a") + 1, found.end())
