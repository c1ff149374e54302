"""Which text belongs to what: titles cut the letter into sections, labels cut sections into fields and items."""

from __future__ import annotations

from dataclasses import replace

from imr_parse.document import Span
from imr_parse.landmarks.find import Match
from imr_parse.layouts.model import Before, Opens, Whole
from imr_parse.letter import Letter
from imr_parse.sections import Sections
from imr_parse.segment.fields import place_fields
from imr_parse.segment.items import split_items
from imr_parse.segment.opening_parts import split_openings
from imr_parse.segment.outline import Outline, outline
from imr_parse.segment.placed import Items
from imr_parse.segment.tail import letter_end
from imr_parse.segment.whole import whole_item


def segment(letter: Letter) -> Sections:
    """The letter divided by its landmarks. Nothing is raised: what is missing or odd becomes a doubt."""
    grammar = letter.layout.items
    cut = outline(letter)
    placed = _whole(letter, grammar, cut) if isinstance(grammar, Whole) else _items(letter, grammar, cut)
    fields = place_fields(letter, cut, placed)
    doubts = [("", doubt) for doubt in cut.doubts] + [("/decisions", doubt) for doubt in placed.doubts]
    return Sections(
        titles=cut.titles,
        leads=cut.leads,
        fields=fields.pieces,
        items=placed.items,
        blocks=fields.blocks,
        left=fields.left,
        known=(*placed.known, *fields.known),
        free=tuple(
            cut.ranges[section.name]
            for section in letter.layout.sections
            if section.free == "always" or section.free in fields.blocks
        ),
        doubts=tuple(doubts),
    )


def _whole(letter: Letter, grammar: Whole, cut: Outline) -> Items:
    """The one item of a letter that is one, and what follows it."""
    borders = [
        hit.span.start for hit in letter.hits if hit.landmark.kind == "title" and hit.match <= Match.NEAR
    ]
    last = max((span.end for span in cut.titles.values()), default=0)
    length = len(letter.document.text)
    end = letter_end(letter, last, length)
    return replace(whole_item(letter, grammar, cut, [*borders, end]), known=(Span(end, length),))


def _items(letter: Letter, grammar: Before | Opens, cut: Outline) -> Items:
    """The items in their section, and what follows the last."""
    name = grammar.section
    lead, where = cut.leads.get(name), cut.ranges[name]
    titled = name in cut.titles
    start = where.start
    if lead:
        start = lead.end
    elif not titled:
        start = max((span.end for span in cut.leads.values()), default=start)
    parts = [
        hit for hit in letter.hits if hit.landmark.kind == "part" and start <= hit.span.start < where.end
    ]
    last = max((hit.span.end for hit in parts if hit.match <= Match.NEAR), default=start)
    end = letter_end(letter, last, where.end)
    zone = Span(start, end)
    if isinstance(grammar, Before):
        labels = [hit for hit in parts if hit.span.start < end]
        placed = split_items(letter, grammar, labels, zone, opens_with_item=titled or lead is not None)
    else:
        placed = split_openings(letter, grammar, zone, titled=titled)
    items = placed.items
    if items and items[0].heading:
        first = replace(items[0], heading=items[0].heading.doubted(*cut.unsure[name]))
        items = (first, *items[1:])
    tail = (Span(end, where.end),) if end < where.end else ()
    return replace(placed, items=items, known=(*tail, *placed.known))
