"""Lines that were set over a finished page: printed after its text, they stand above it, over it, or below its foot.

A page's own lines come in the order in which they stand. One that goes up again at the page's end may also be a line that somebody
corrected; then the lines around it leave room for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from imr_parse.document import Document, Line

UP = 20.0
"""Points that a line goes up from the one before it."""
_ROOM = 20.0
"""Points between two lines that have no line between them (13.8 is the usual distance)."""
_ABOVE = 10.0
"""Points between a page's first line and what stands above the page's text."""
_FOOT, _APART = 50.0, 35.0
"""Points from the page's bottom edge, where no text of a letter stands, and to the line above."""
_LONGEST = 60
"""Characters of a stamp."""


def stamped(document: Document, meaning: tuple[str, ...]) -> Iterator[int]:
    """Indices of the stamps of a PDF, none of which begins with words that have a meaning in a letter."""
    if not document.lines or document.lines[0].baseline is None:
        return
    lines = document.lines
    first = 0
    for at, line in enumerate(lines):
        if at + 1 < len(lines) and lines[at + 1].page == line.page:
            continue
        low, high = lines[at - 1].baseline or 0.0, line.baseline or 0.0
        if (
            at > first
            and (high > low + UP or high < _FOOT)
            and line.end - line.start <= _LONGEST
            and _set_over(lines[first:at], high)
            and not document.text[line.start : line.end].strip().startswith(meaning)
        ):
            yield at
        first = at + 1


def _set_over(lines: Sequence[Line], baseline: float) -> bool:
    """Whether a page's last line has no place among the lines before it."""
    others = [line.baseline for line in lines if line.baseline is not None]
    if len(others) <= 1 or sum(after > before + UP for before, after in pairwise(others)) > 1:
        return False  # the text of the page does not come in its order; a footer may be printed first
    if baseline < others[-1] + UP:
        return baseline < _FOOT and min(others) - baseline > _APART
    above = min((other for other in others if other >= baseline), default=None)
    if above is None:
        return baseline > max(others) + _ABOVE
    return above - max(other for other in others if other < baseline) < _ROOM
