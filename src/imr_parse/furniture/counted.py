"""Lines that another program set at the foot or head of its own pages, wherever those end in the text.

They are the same line but for one number, which goes up by one from page to page: a page counter, or a number stamped on
each page of a file of a case. Of prose no two lines so far from each other differ in that alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from imr_parse.document import Document

_LEAST, _MOST = 20, 2.2
"""Least lines of a page that another follows, and how much more of them the longest page may have than the shortest."""
_LONGEST = 130
"""Characters of such a line."""
_SHORT = 20
"""Characters of a stamp of a word or two, without a number."""
_AT_EDGE = 3
"""Lines at the letter's beginning and end among which the first page's head and the last one's foot stand."""
_SURE = 3
"""So many of them need no further sign."""
_FIRST = 2
"""The number of the first page that has one."""
_CLOSING = " -\u2013\u2014|])"
"""What may stand behind the number."""
_NUMBER = re.compile(r"\d+")
_COUNTER = re.compile(
    r"(?:\b(?:page|pg|p)\b|\W)[\s.:#]{0,4}#(?:\s{0,2}(?:/|of)\s{0,2}#)|\b(?:page|pg)\b[\s.:#]{0,4}#",
    re.IGNORECASE,
)
"""A page counter among the words, its numbers masked; a counter without its word tells of how many."""
_STAMPED = re.compile(r"[^\s#]{0,24}[A-Za-z_-][\s#]{1,2}")
"""A name that a number is stamped behind, its number masked."""
_PADDED = 4
"""Least figures of a stamped number."""


def counted(document: Document, labels: tuple[str, ...], known: Callable[[str], bool]) -> Iterator[int]:
    """Indices of such lines, none of which begins with one of the labels.

    `known`: whether a line is furniture where it stands at a page's edge; one without a number stands on each page.
    """
    text = document.text
    alike: dict[str, list[int]] = {}
    for at, line in enumerate(document.lines):
        length = line.end - line.start
        last = text[line.end - 1]
        if last == " " and length > 1:
            last = text[line.end - 2]
        if length > _SHORT and (length > _LONGEST or not (last.isdigit() or last in _CLOSING)):
            continue
        words = text[line.start : line.end].strip()
        if words.rstrip(_CLOSING)[-1:].isdigit():
            if not words.startswith(labels):
                alike.setdefault(_NUMBER.sub("#", words), []).append(at)
        elif length <= _SHORT and known(words):
            alike.setdefault(words, []).append(at)
    for words, rows in alike.items():
        if len(rows) > 1 and _far_apart(rows, len(document.lines)):
            line = document.lines[rows[0]]
            sure = known(text[line.start : line.end].strip())
            if "#" not in words or _counts(document, words, rows, sure=sure):
                yield from rows


def _far_apart(rows: Sequence[int], lines: int) -> bool:
    """Whether lines stand apart like those of pages, each of about as many lines; the last page may have fewer."""
    pages = [after - at for at, after in pairwise(rows)]
    if rows[0] < _AT_EDGE or rows[-1] + _AT_EDGE < lines:
        last = lines - rows[-1]
    else:
        *pages, last = [rows[0] + 1, *pages]
    return min(pages) >= _LEAST and max(*pages, last) <= _MOST * min(pages)


def _counts(document: Document, words: str, rows: Sequence[int], *, sure: bool) -> bool:
    """Whether one number goes up by one from line to line and no other changes, and it is a page's."""
    printed = [
        _NUMBER.findall(document.text, document.lines[at].start, document.lines[at].end) for at in rows
    ]
    columns = [column for column in zip(*printed, strict=True) if len(set(column)) > 1]
    if len(columns) != 1:
        return False
    numbers = list(map(int, columns[0]))
    if any(after - number != 1 for number, after in pairwise(numbers)):
        return False
    if _STAMPED.fullmatch(words) and len(columns[0][0]) >= _PADDED:
        return True
    return numbers[0] <= _FIRST and (
        sure or len(rows) >= _SURE or words.strip(" -[]|") == "#" or _COUNTER.search(words) is not None
    )
