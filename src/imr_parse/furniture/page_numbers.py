"""What the page numbers that a letter prints say of pages that are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from imr_parse.document import Damage, Document

_OF = r"(?:\s{{0,3}}(?:of|/)\s{{0,3}}(?P<{}>\d{{1,3}}))?"
_NUMBER = re.compile(
    rf"\b(?:page|p\.)\W{{0,4}}(?P<page>\d{{1,3}}){_OF.format('of')}"
    rf"|(?<![\w.,/-])(?P<last>\d{{1,3}}){_OF.format('of_last')}\W*$",
    re.IGNORECASE,
)
"""How a line says its page, or ends in it."""
_FULL = 46
"""Lines of a page that is full."""
_EDGE = 3
"""Lines at a page's head among which its number stands."""


class _Counter(NamedTuple):
    """A printed page number: the page it stands on, what it says, of how many (0: not said), and its line's index."""

    page: int | None
    says: int
    of: int
    line: int


def lost_pages(document: Document, own: Sequence[int], sent: Sequence[int]) -> Iterator[Damage]:
    """Signs of a letter that lost its first or last page, or one between, by the indices of its lines of furniture.

    `sent`: those that a fax machine printed. It may count the pages of more than one letter: they only have to run on.
    """
    for lines in (own, sent):
        counted = list(_counters(document, lines))
        if not counted or not _on_every_page(document, counted):
            continue
        first, last = counted[0], counted[-1]
        if not all(_runs_on(*pair) for pair in pairwise(counted)):
            yield Damage("IMR307", None, "the printed page numbers do not run on")
        elif lines is sent:
            continue
        elif first.says > first.page if first.page else _begins_late(document, first, last):
            yield Damage("IMR307", None, f"page {first.page or 1} is printed as page {first.says}")
        elif last.of > last.says and last.page in (None, document.pages):
            yield Damage("IMR307", None, f"page {last.says} of {last.of} is the last")


def _counters(document: Document, lines: Sequence[int]) -> Iterator[_Counter]:
    for at in lines:
        line = document.lines[at]
        if found := _NUMBER.search(document.text[line.start : line.end].rstrip()):
            says, of = found["page"] or found["last"], found["of"] or found["of_last"] or 0
            yield _Counter(line.page, int(says), int(of), at)


def _on_every_page(document: Document, counted: Sequence[_Counter]) -> bool:
    """Whether there is one number on each page, the first perhaps without; else they tell nothing."""
    pages = [row.page for row in counted if row.page is not None]
    every = [1, *range(2, (document.pages or 0) + 1)]
    return not pages or (len(pages) == len(set(pages)) and sorted({*pages, 1}) == every)


def _begins_late(document: Document, first: _Counter, last: _Counter) -> bool:
    """Whether in text without pages the first number is not 1 and stands on the first page."""
    at_foot = last.line + 1 == len(document.lines)
    return first.says > 1 and first.line < (_FULL if at_foot else _EDGE)


def _runs_on(before: _Counter, after: _Counter) -> bool:
    """Whether one printed page number may follow another: the next, as many pages on, or 1 where counting begins anew."""
    steps = (0, 1) if before.page is None or after.page is None else (after.page - before.page,)
    return after.says == 1 or after.says - before.says in steps
