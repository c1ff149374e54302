"""What a letter is before it is set: paragraphs, a ruled table and page breaks, in reading order.

A letter form (final_2014.py, ...) turns its specification into a Flow; typeset.py places a Flow on pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Font: TypeAlias = Literal["Times-Roman", "Times-Bold", "Helvetica", "Helvetica-Bold"]

PITCH = 13.8  # points from baseline to baseline within a paragraph
EMPTY_LINE = 2 * PITCH  # the gap that one empty line makes between two paragraphs


@dataclass(frozen=True)
class Run:
    """Words in one font."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Runs that wrap as one. `gap` is the distance in points from the last baseline before it to its first."""

    runs: tuple[Run, ...]
    gap: float = EMPTY_LINE
    centred: bool = False
    indent: float = 0.0
    hanging: float = 0.0  # further indent of the second and later lines
    starts_page: bool = False
    keep_with_next: bool = False


@dataclass(frozen=True)
class Row:
    """A row of the header table: two pairs of label and value; a pair of None is one empty shaded cell."""

    left: tuple[str, str]
    right: tuple[str, str] | None


@dataclass(frozen=True)
class Table:
    """Rows of label and value cells; without `ruled` they are only lined up."""

    rows: tuple[Row, ...]
    ruled: bool = True
    starts_page: bool = False


@dataclass(frozen=True)
class Furniture:
    """A line that every page repeats; `text` may hold {page} and {pages}."""

    text: str
    y: float
    centred: bool = False
    size: float = 10.0
    first_page: int = 1


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True)
class Flow:
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...] = ()
    furniture_first: bool = True  # Word writes headers and footers before or after the body of the page
    widow_control: bool = True  # no single line of a paragraph at the foot or the head of a page
    breaks_at_slash: bool = False  # Word itself breaks a line after a hyphen only
    blank_last_page: bool = False
    sans: bool = False  # the body in Helvetica instead of Times


def plain(text: str, gap: float = EMPTY_LINE) -> Paragraph:
    return Paragraph((Run(text),), gap)


def labelled(label: str, text: str, gap: float = EMPTY_LINE) -> Paragraph:
    """A bold label with regular text after it."""
    return Paragraph((Run(f"{label} ", bold=True), Run(text)), gap)


def title(text: str, gap: float = EMPTY_LINE + 0.4, *, starts_page: bool = False) -> Paragraph:
    return Paragraph((Run(text, bold=True),), gap, centred=True, starts_page=starts_page, keep_with_next=True)
