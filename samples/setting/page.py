"""What stands on a page: lines of pieces in a font, boxes; and how wide words are and where they wrap."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase import pdfmetrics

from .flow import Font, Run

WIDTH, HEIGHT = 612.0, 792.0  # US Letter, points

_CHUNK = re.compile(r"\S+\s*|\s+")
_HYPHEN = re.compile(r"(?<=[^\s\-/]-)(?=[^\s\-/])")
_HYPHEN_OR_SLASH = re.compile(r"(?<=[^\s\-/][-/])(?=[^\s\-/])")


@dataclass(frozen=True)
class Piece:
    """Words in one font at one place, x in points from the left edge."""

    x: float
    text: str
    font: Font
    size: float


@dataclass(frozen=True)
class Line:
    """One line as an extractor gives it; y is its baseline in points from the foot of the page."""

    y: float
    pieces: tuple[Piece, ...]
    opens_paragraph: bool = False  # an empty line or more before it
    is_furniture: bool = False

    @property
    def text(self) -> str:
        """The pieces' words, a space between pieces that a gap sets apart."""
        words = ""
        for piece in self.pieces:
            words += (
                piece.text if not words or words.endswith(" ") or self._touches(piece) else " " + piece.text
            )
        return words

    @property
    def bold(self) -> bool:
        return self.pieces[0].font.endswith("Bold")

    def _touches(self, piece: Piece) -> bool:
        before = self.pieces[self.pieces.index(piece) - 1]
        return piece.x - before.x - width(before.text, before.font, before.size) < 1.0


@dataclass(frozen=True)
class Box:
    """A filled rectangle: a shaded cell (grey 0.875) or a rule of a table (black)."""

    x: float
    y: float
    width: float
    height: float
    grey: float = 0.0


@dataclass(frozen=True)
class Page:
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...] = ()


@cache
def glyph_widths(font: Font) -> tuple[int, ...]:
    return tuple(pdfmetrics.getFont(font).widths)


def width(text: str, font: Font, size: float) -> float:
    """Width in points. Raises UnicodeEncodeError for a character that Windows-1252 lacks."""
    widths = glyph_widths(font)
    return sum(widths[byte] for byte in text.encode("cp1252")) * size / 1000


def wrap(
    runs: tuple[Run, ...], fonts: tuple[Font, Font], size: float, widths: tuple[float, float], slash: bool
) -> list[list[tuple[str, Font]]]:
    """Lines of runs. `fonts` are the regular and the bold one, `widths` the first and the later lines' room."""
    split = (_HYPHEN_OR_SLASH if slash else _HYPHEN).split
    lines: list[list[tuple[str, Font]]] = [[]]
    used = 0.0
    for run in runs:
        font = fonts[run.bold]
        for word in _CHUNK.findall(run.text):
            for chunk in split(word):
                room = widths[0] if len(lines) == 1 else widths[1]
                if lines[-1] and used + width(chunk.rstrip(), font, size) > room:
                    lines.append([])
                    used = 0.0
                if lines[-1] and lines[-1][-1][1] == font:
                    lines[-1][-1] = (lines[-1][-1][0] + chunk, font)
                else:
                    lines[-1].append((chunk, font))
                used += width(chunk, font, size)
    return lines
