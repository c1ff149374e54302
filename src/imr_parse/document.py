"""A letter as text: one canonical string, its lines, and places in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the page's top left corner."""


class Span(NamedTuple):
    """A place in `Document.text`, in code points: `text[start:end]`."""

    start: int
    end: int


class Line(NamedTuple):
    """One printed line. `text[start:end]` holds its words, with the space that it wrapped at, without its break."""

    start: int
    end: int
    page: int | None
    """Page, from 1; None in text without pages."""
    bold: bool | None
    """Whether its first character is bold; None where the reader cannot tell."""
    opens: bool | None
    """Whether it starts a paragraph, by the gap above it; None where the reader cannot tell."""
    glyph: int = -1
    """Index of its first character on the page as the reader counts; -1 for none."""
    baseline: float | None = None
    """Points between it and the page's bottom edge; None without geometry."""


@dataclass(frozen=True, slots=True)
class Damage:
    """What the reader noticed about the file itself: a code of `codes.py` and the page concerned (None: the file)."""

    code: str
    page: int | None
    detail: str
    picture: bool = False
    """Whether the page is a picture that words could be read from, or were."""


@dataclass(frozen=True)
class Document:
    """What a reader gives: canonical text, its lines in order, and what the file's bytes tell.

    In `text` lines end with one "\\n", a paragraph gap is an empty line, and a page ends with a form feed. It is
    Unicode NFC and holds no other control characters.
    """

    text: str
    lines: tuple[Line, ...]
    pages: int | None
    reader: str
    media_type: str
    sha256: str
    damage: tuple[Damage, ...] = ()
    foot: float | None = None
    """Points between the last page's last line and the page's bottom edge; None without geometry."""
    guessed: bool = False
    """Whether a text file's encoding was a guess: its bytes are no Unicode."""
    dropped: tuple[int, ...] = ()
    """Offsets at which a control character of a text file was left out."""

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def trim(self, start: int, end: int) -> tuple[Span, ...]:
        """The range without white space at its ends; nothing where nothing is left."""
        text = self.text[start:end]
        if text and not text[0].isspace() and not text[-1].isspace():
            return (Span(start, start + len(text)),)
        first = start + len(text) - len(text.lstrip())
        last = start + len(text.rstrip())
        return (Span(first, last),) if first < last else ()

    def line_at(self, offset: int) -> int:
        """Index of the line that holds the character at `offset` (or ends before it)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def page_at(self, offset: int) -> int | None:
        """The page, from 1, on which the character at `offset` stands; None for text without pages."""
        if not self.lines:
            return None
        return self.lines[self.line_at(offset)].page
