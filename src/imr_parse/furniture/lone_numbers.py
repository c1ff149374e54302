"""Lines that are nothing but a number: which of them are page numbers, or a case number that runs through the letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from imr_parse.document import Document

NUMBER_ALONE = re.compile(r"[^\w\n]{0,4}(\d{1,3})(?:\s{0,2}(?:/|of)\s{0,2}(\d{1,3}))?[^\w.)\n]{0,4}")
"""A line that is a number alone, or one of so many: "2 of 5"."""
_MOST = 500
"""Pages of the longest letter."""
_MID_SENTENCE = re.compile(r"[A-Za-z0-9,)%]$")
_GOES_ON = re.compile(r"[a-z]|\d(?!\d?[.)]\s)")
"""How a line in a sentence begins; a list's number is none."""
_DIGITS = re.compile(r"\d+")
_LEADS = re.compile(
    r"(?:\d-\d{5,9}\W{0,3}(?:and)?|\b(?:imr\s{1,3}case|numbers?|nos?\.|number\(s\)))\W{0,3}$", re.IGNORECASE
)
"""Ends of a line that a case number belongs to: a list of them, its label, a sentence that names it."""


def page_numbers(document: Document, alone: Sequence[int]) -> Iterator[int]:
    """Of numbers that stand alone at a page's edge, those that are the page's own, or run on with another page's."""
    shifts = [_number(document, at) - (document.lines[at].page or 0) for at in alone]
    counts = Counter(shifts)
    yield from (at for at, shift in zip(alone, shifts, strict=True) if shift == 0 or counts[shift] > 1)


def _number(document: Document, at: int) -> int:
    found = _DIGITS.search(document.text, document.lines[at].start)
    return int(found.group()) if found else 0


def counting(document: Document, alone: Sequence[int], taken: set[int]) -> Iterator[int]:
    """Of numbers that stand alone in text without pages, those that count on, or follow a whole sentence or other furniture."""
    run = _longest_run([_number(document, at) for at in alone[:_MOST]])
    for number, at in enumerate(alone):
        line = document.lines[at]
        before = (
            document.text[document.lines[at - 1].start : document.lines[at - 1].end].rstrip() if at else ""
        )
        dashed = document.text[line.start : line.end].strip().startswith("-")
        beside = at - 1 in taken or at + 1 in taken
        counts = number in run or dashed or beside or before.endswith(".")
        if counts or _splits_sentence(document, at, before, first=number == 0):
            yield at


def _splits_sentence(document: Document, at: int, before: str, *, first: bool) -> bool:
    """Whether a sentence goes on below a number that stands alone: beside it there was room for the next words.

    It is the first page's, or stands apart above and below: another may belong to a table.
    """
    if at + 1 >= len(document.lines) or not _MID_SENTENCE.search(before):
        return False
    line, after = document.lines[at : at + 2]
    goes_on = _GOES_ON.match(document.text, after.start) is not None
    apart = line.opens is True and after.opens is True
    return goes_on and (apart or (first and _number(document, at) == 1))


def running_on(document: Document, lines: Sequence[int]) -> Iterator[int]:
    """Of lines with a number, those whose numbers go up by one: page marks, though each might end a sentence."""
    run = _longest_run([_number(document, at) for at in lines[:_MOST]])
    yield from (at for number, at in enumerate(lines) if number in run)


def _longest_run(numbers: Sequence[int]) -> set[int]:
    """Positions of the longest row of numbers that go up by one, in order; of at least two."""
    best: list[int] = []
    for first in range(len(numbers)):
        row = [first]
        for at in range(first + 1, len(numbers)):
            if numbers[at] == numbers[row[-1]] + 1:
                row.append(at)
        best = max(best, row, key=len)
    return set(best) if len(best) > 1 else set()


def case_numbers(document: Document, alone: Mapping[int, str], taken: set[int]) -> Iterator[int]:
    """Of case numbers that stand alone, those that the letter states elsewhere, or has stated so before.

    `alone`: by line; `taken`: other lines of furniture, whose numbers state nothing.
    """
    before: set[str] = set()
    for at, number in sorted(alone.items()):
        if at and _LEADS.search(_words(document, at - 1)):
            before.add(number)
        elif number in before or any(
            line not in taken and line not in alone for line in _lines_with(document, number)
        ):
            yield at
        else:
            before.add(number)


def _lines_with(document: Document, words: str) -> Iterator[int]:
    at = document.text.find(words)
    while at >= 0:
        yield document.line_at(at)
        at = document.text.find(words, at + 1)


def _words(document: Document, at: int) -> str:
    return document.text[document.lines[at].start : document.lines[at].end]
