"""The lines of a list: where an entry may begin, told by gaps and by the room that the line before left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from imr_parse.document import Document, Span
from imr_parse.paragraphs import keeps_wrapping_space, room_left

_WIDE = 0.12
"""So much of the column left free is no wrapped line, however the list is indented."""


class EntryLine(NamedTuple):
    """One line of a list, by its offset in the letter."""

    offset: int
    gap: bool
    """Whether a paragraph gap stands above it."""
    wraps: bool | None
    """Whether the line above wrapped into it; None: not sure."""


def entry_lines(document: Document, spans: Sequence[Span]) -> Iterator[EntryLine]:
    """The lines of a list, in order."""
    texts = [document.text[line.start : line.end] for line in document.lines]
    spaced = keeps_wrapping_space(texts)
    rooms = room_left(texts)
    for start, end in spans:
        for at in range(document.line_at(start), len(document.lines)):
            line = document.lines[at]
            if line.start >= end:
                break
            if at == 0 or line.start <= start:
                wraps: bool | None = False
            elif spaced:
                wraps = texts[at - 1].endswith((" ", "-", "/"))
            else:
                room, _ = rooms[at - 1]
                wraps = False if room > _WIDE else None
            yield EntryLine(max(line.start, start), line.opens is True, wraps)
