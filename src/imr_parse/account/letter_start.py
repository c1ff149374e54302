"""The words in which a letter begins: whether they are there, and what stands before them."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from imr_parse.found import Doubt, Places
from imr_parse.landmarks.find import fold
from imr_parse.layouts.model import Layout
from imr_parse.letter import Letter
from imr_parse.sections import Sections
from imr_parse.segment.borders import line_openings

_ALIKE = 80
"""A line this much like the words in which a letter begins is them, misspelt."""


def begins_late(letter: Letter, sections: Sections, end: int) -> bool:
    """Whether the words in which every letter begins are missing from the header, even misspelt."""
    document, layout = letter.document, letter.layout
    if not layout.opening:
        return False
    head = document.text[:end]
    rest = next(line_openings(document, (*layout.tail, *layout.stops), 0, end), None)
    cover = "cover" in sections.blocks or rest is not None or _to_parties(layout, sections)
    if layout.opening in head or (layout.headless and not cover):
        return False
    known = fold(layout.opening)
    return not any(fuzz.ratio(fold(row), known) >= _ALIKE for row in head.split("\n") if row.strip())


def _to_parties(layout: Layout, sections: Sections) -> bool:
    """Whether the letter has a section that only the parties' copies have, which begin with a cover letter."""
    return any(
        section.optional and section.title and section.name in sections.titles for section in layout.sections
    )


def before_opening(letter: Letter, places: Places, end: int) -> Iterator[tuple[str, Doubt]]:
    """Values from before the words in which the letter begins are another document's."""
    text, words = letter.document.text, letter.layout.opening
    opening = text.find(words, 0, end) if words else -1
    if text[: max(0, opening)].strip():
        for path, spans in places:
            if spans[0].start < opening:
                yield path, Doubt("IMR209", f"it stands before '{words}'", spans[0])
