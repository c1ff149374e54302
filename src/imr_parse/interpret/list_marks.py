"""What begins an entry of a list: bullets, numbers, letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from imr_parse.entries import EntryLine
from imr_parse.number_words import says_again

_BULLET = re.compile(
    r"[ ]{0,12}(?:(?P<sure>[\u2022\u25cf\u25aa\u25a0\u00b7\u25e6\uf0b7\uf0a7\u2023\u27a2])(?=\S|\s|$)|(?P<sign>[^\w\s\"'\u2018-\u201f(\[{#$&@%.,;:])(?=\s|$)"
    r"|(?P<letter>[olnqvuOLNQVU\u00fc\u00d8])(?=\s))[ \u00a0\t]{0,12}"
)
"""A bullet: a usual one, any other sign set apart, or the letter that stands for one where a symbol font is gone."""
_NUMBERED = re.compile(
    r"[ ]{0,12}\(?(?P<number>\d{1,3})(?:\.\)|[.)])(?:[ \u00a0\t]{1,12}(?=\S)|(?=[A-Za-z]))"
)
"""A number before an entry."""
_LETTERED = re.compile(r"[ ]{0,12}\(?(?P<letter>[a-z])[.)][ \u00a0\t]{1,12}(?=\S)")
INTRODUCTION = re.compile(r"[:.]\s*$")
_LATEST_FIRST = 5
"""The last number that a list without its beginning may begin with."""
SURE = frozenset("\u2022\u25cf\u25aa\u25a0\u00b7\u25e6\uf0b7\uf0a7\u2023\u27a2")
"""Bullets that stand for nothing else in prose."""
_FIRST_LINES = 6
"""Lines among which the first bullet stands."""


class Row(NamedTuple):
    """A line of a list with its words."""

    line: EntryLine
    text: str
    before: str = ""
    """The line before it."""

    @property
    def end(self) -> int:
        """The offset after its words."""
        return self.line.offset + len(self.text)


def apart(row: Row, kind: str) -> Iterator[Row]:
    """A row cut before each further bullet of its kind: text that was wrapped anew has several in a line."""
    bullet = re.compile(rf"(?<=\s){re.escape(kind)}(?=\s|$)")
    cuts = [found.start() for found in bullet.finditer(row.text)] if kind in SURE else []
    at = 0
    for cut in (*(cut for cut in cuts if row.text[:cut].strip()), len(row.text)):
        yield Row(row.line._replace(offset=row.line.offset + at), row.text[at:cut], "" if at else row.before)
        at = cut


def _numbered(row: Row) -> re.Match[str] | None:
    """The number that a line begins with; not one that repeats its own word ("two (2) visits")."""
    found = _NUMBERED.match(row.text)
    said = found and says_again(f"{row.before}\n{row.text}", len(row.before), int(found["number"]))
    return None if said else found


def other_mark(row: Row, kind: str, count: int) -> bool:
    """Whether a line begins with a mark that is not the next one of its list."""
    if kind == "number":
        number = _numbered(row)
        return number is not None and int(number["number"]) > count or _bullet(row.text) in SURE
    return _bullet(row.text) in SURE or _numbered(row) is not None


def first_mark(rows: Sequence[Row]) -> tuple[int, str] | None:
    """The first line of the first entry, and the kind of mark: "number", "letter", the bullet itself, or the first number where it is not 1."""
    for index, row in enumerate(rows):
        number, text = _numbered(row), row.text
        if number and (int(number["number"]) == 1 or _counts(rows[index:])):
            return index, "number" if int(number["number"]) == 1 else f"number {number['number']}"
        letter = _LETTERED.match(text)
        if letter and letter["letter"] == "a":
            return index, "letter"
        mark = _bullet(text)
        if (
            mark
            and index < _FIRST_LINES
            and (mark in SURE or mark in "o-*\u2013" or _set_apart(rows, index, mark))
        ):
            return index, mark
    return None


def _counts(rows: Sequence[Row]) -> bool:
    """Whether the lines are numbered on from the first one, which is not 1: the list has lost its beginning."""
    numbers = [int(found["number"]) for row in rows if (found := _numbered(row))]
    return numbers[0] == 2 or (
        len(numbers) > 1 and numbers[1] == numbers[0] + 1 and numbers[0] <= _LATEST_FIRST
    )


def mark_end(row: Row, kind: str, expected: int) -> int | None:
    """The offset after the mark that begins an entry of this kind."""
    if kind == "number":
        found = _numbered(row)
        return found.end() if found and int(found["number"]) == expected else None
    if kind == "letter":
        found = _LETTERED.match(row.text)
        return found.end() if found and ord(found["letter"]) - ord("a") + 1 == expected else None
    found = _BULLET.match(row.text)
    return found.end() if found and _bullet(row.text) == kind else None


def _bullet(text: str) -> str | None:
    found = _BULLET.match(text)
    return next(filter(None, found.groups())) if found else None


def _set_apart(rows: Sequence[Row], index: int, mark: str) -> bool:
    """Whether a letter stands before more lines than one; whether another sign opens the list and not a line that wrapped before it."""
    if mark.isalpha():
        return _again(rows, mark)
    return index == 0 or INTRODUCTION.search(rows[index - 1].text) is not None


def _again(rows: Sequence[Row], mark: str) -> bool:
    """Whether a letter stands before more than one line: one alone may be a word."""
    return sum(_bullet(row.text) == mark for row in rows) > 1
