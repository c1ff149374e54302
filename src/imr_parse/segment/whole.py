"""A letter that is one item: its parts are the letter's sections, its outcome stands in a section's title."""

from __future__ import annotations

from collections.abc import Sequence

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.layouts.model import Layout, Whole
from imr_parse.sections import Item, Piece, Sections, Verdict
from imr_parse.segment.fields import open_end


def whole_item(
    document: Document,
    layout: Layout,
    grammar: Whole,
    sections: Sections,
    ranges: dict[str, Span],
    borders: Sequence[int],
) -> None:
    """The one item, from the sections whose titles were met."""

    def piece(section: str) -> Piece | None:
        title = sections.titles.get(section)
        if title is None:
            return None
        end = min([border for border in borders if border >= title.end] + [ranges[section].end])
        doubts = [doubt for name, doubt in sections.unsure if name == section]
        return Piece(
            document.trim(title.end, end), title, [*doubts, *open_end(layout, sections, section, end)]
        )

    item = Item(piece(grammar.heading))
    for path, section in grammar.parts:
        found = piece(section)
        if found is not None:
            item.parts[path] = found
    title = sections.titles.get(grammar.outcome)
    if title is not None:
        item.verdicts.append(Verdict(None, title, None))
    if item.heading is not None or item.parts:
        sections.items.append(item)
    if item.heading is None:
        item.doubts.append(Doubt("IMR201", "the section that names the issue was not found"))
