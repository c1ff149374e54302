"""A letter that is one item: its parts are the letter's sections, its outcome stands in a section's title."""

from __future__ import annotations

from collections.abc import Sequence

from imr_parse.found import Doubt
from imr_parse.layouts.model import Whole
from imr_parse.letter import Letter
from imr_parse.sections import Item, Piece, Verdict
from imr_parse.segment.outline import Outline
from imr_parse.segment.placed import Items


def whole_item(letter: Letter, grammar: Whole, outline: Outline, borders: Sequence[int]) -> Items:
    """The one item, from the sections whose titles were met; each ends at its range's end or at a border before."""

    def piece(section: str) -> Piece | None:
        title = outline.titles.get(section)
        if title is None:
            return None
        end = min([border for border in borders if border >= title.end] + [outline.ranges[section].end])
        doubts = (*outline.unsure[section], *outline.open_end(letter.layout, section, end, items=False))
        return Piece(letter.document.trim(title.end, end), title, doubts)

    heading = piece(grammar.heading)
    parts = {path: found for path, section in grammar.parts if (found := piece(section))}
    if heading is None and not parts:
        return Items(())
    title = outline.titles.get(grammar.outcome)
    missing = Doubt("IMR201", "the section that names the issue was not found")
    return Items(
        (
            Item(
                heading,
                parts,
                doubts=() if heading else (missing,),
                verdicts=(Verdict(None, title, None),) if title else (),
            ),
        )
    )
