"""Lines and paragraphs that begin in a range of a letter's text."""

from __future__ import annotations

from collections.abc import Iterator

from imr_parse.document import Document, Line
from imr_parse.letter import Letter
from imr_parse.paragraphs import Start


def first_line(document: Document, offset: int) -> int:
    """Index of the first line that begins at an offset or after it; the number of lines where none does."""
    at = document.line_at(offset)
    return at + 1 if at < len(document.lines) and document.lines[at].start < offset else at


def lines_in(document: Document, start: int, end: int) -> Iterator[tuple[int, Line]]:
    """The lines that begin in a range, with their indices."""
    for at in range(document.line_at(start), len(document.lines)):
        line = document.lines[at]
        if line.start >= end:
            break
        if line.start >= start:
            yield at, line


def paragraphs_in(letter: Letter, start: int, end: int) -> Iterator[Line]:
    """The first lines of the paragraphs that surely begin in a range."""
    return (line for at, line in lines_in(letter.document, start, end) if letter.starts[at] is Start.YES)
