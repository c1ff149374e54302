"""Where pages turn: signs in the letter's own structure that a page, and items with it, may be missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from imr_parse.account.topic import other_request
from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.layouts.model import Before
from imr_parse.letter import Letter
from imr_parse.running import running
from imr_parse.sections import Item, Piece, Sections

_EARLY = 8.0
"""Lines: no page that another one followed among the items left more free (7 are the most that a heading draws over)."""
_WITHIN = 6.5
"""The same where one text goes on over the page's end (2 were the most, 5 in a letter that was set anew); of items only
where the places of lines tell it, not their number."""
_LEAST = 3
"""Lines that a page may hold which one before it left over, in a letter that was set anew."""
_PAGE = 60
"""Characters of a page that cannot be a stamp's or a closing's."""
_FULL = 46
"""Lines of a full page, which are 13.8 points apart."""
_PITCH = 13.8
"""Points between two lines."""
_MARGIN = 100.0
"""Points: the lowest line of a letter stands no higher above the page's bottom edge, unless all its pages lost their end."""
_SET_OVER = 20.0
"""Points: a line that stands so much higher than the one before it was set over the page."""
_IN_A_ROW = 4
"""Cells of a row of the header table: two labels and their values."""
_ALONE = 3
"""Labels of it on lines of their own that tell that a tool gave it cell by cell."""
_AFTER = 9
"""Spaces that may stand behind one."""
_COMPARED = 2
"""Pages that tell by themselves where a page ends; in a letter with fewer the usual margin does."""


def missing_between(letter: Letter, sections: Sections) -> Iterator[tuple[str, Doubt]]:
    """Doubt on the number of items where what should stand between two parts of the letter does not."""
    document, grammar = letter.document, letter.layout.items
    if _stands_twice(document):
        yield "", Doubt("IMR307", "a page stands twice")
    if not sections.items:
        return
    if document.pages is not None and document.pages > 1:
        yield from _ends_early(document, sections)
    if not isinstance(grammar, Before):
        return
    name = grammar.section
    if name not in sections.titles and name not in sections.leads:
        yield (
            "/decisions",
            Doubt("IMR217", "the title before the items is missing; items may be missing with it"),
        )
    for item, after in zip(sections.items, [*sections.items[1:], None], strict=True):
        said = _lacks_part(document, grammar, item, after) or _ends_as_another(document, grammar, item)
        if said:
            yield "/decisions", Doubt("IMR217", f"{said}; items may be missing")
            return


def _stands_twice(document: Document) -> bool:
    """Whether two pages hold the same words."""
    pages = [words for page in document.text.split("\f") if len(words := page.strip()) > _PAGE]
    return len(set(pages)) < len(pages)


def _ends_early(document: Document, sections: Sections) -> Iterator[tuple[str, Doubt]]:
    """Pages with room left before another one goes on with the summary or the items; a title may begin a page of its own."""
    free = _free_lines(document, _cells(document, sections))
    if max(free.values(), default=0) <= _WITHIN:
        return
    heading = next((item.heading for item in sections.items if item.heading), None)
    items = heading.spans[0].start if heading and heading.spans else len(document.text)
    parts = [span for item in sections.items for piece in item.parts.values() for span in piece.spans]
    end = max((span.end for span in parts), default=0)
    summary = sections.fields.get("case_summary/text")
    whole = parts if document.lines[0].baseline is not None else []
    told = [*sections.titles.values(), *sections.leads.values()]
    for before, line in pairwise(document.lines):
        left = free.get(before.page, 0)
        if (
            before.page == line.page
            or left <= _WITHIN
            or any(line.start <= span.start < line.end for span in told)
        ):
            continue
        at = Span(line.start, line.end)
        if items <= line.start < end and (left > _EARLY or _holds(whole, line.start)):
            said = "a page among the items ends early; items may be missing"
            yield "/decisions", Doubt("IMR217", said, at)
        elif summary and _holds(summary.spans, line.start):
            said = "a page in it ends early; text may be missing"
            yield "/case_summary/text", Doubt("IMR210", said, at)


def _holds(spans: Sequence[Span], offset: int) -> bool:
    """Whether one of these places goes on at an offset."""
    return any(start < offset < end for start, end in spans)


def _cells(document: Document, sections: Sections) -> range:
    """The lines of a header table that a tool gave cell by cell, which on the page stand beside each other."""
    title = min((span.start for span in sections.titles.values()), default=0)
    labels = [piece.label for piece in sections.fields.values() if piece.label and piece.label.start < title]
    alone = [
        label for label in labels if document.text[label.end : label.end + _AFTER].lstrip(" ")[:1] == "\n"
    ]
    if len(alone) < _ALONE:
        return range(0)
    return range(document.line_at(min(alone).start), document.line_at(title))


def _free_lines(document: Document, cells: range) -> dict[int | None, float]:
    """How many lines more each page but the last could hold: by its lowest line, and without geometry by lines and gaps.

    `cells`: lines that count for a part of one.
    """
    if not any(line.opens for line in document.lines):  # a letter that was set anew, or whose gaps are lost
        return {}
    lines = Counter([line.page for line in document.lines])
    held = [page for page in lines if lines[page] > _LEAST and page != document.lines[-1].page]
    lowest: dict[int | None, float] = {}
    for line in document.lines:
        if line.baseline is not None and line.baseline < lowest.get(line.page, line.baseline) + _SET_OVER:
            lowest[line.page] = line.baseline
    if lowest:
        foot = min(lowest.values())
        if len(held) < _COMPARED:
            foot = min(foot, _MARGIN)
        return {page: (lowest[page] - foot) / _PITCH for page in held if page in lowest}
    gaps = Counter([line.page for at, line in enumerate(document.lines) if line.opens and at not in cells])
    if cells:
        if gaps.total() < len(lines):  # the tool keeps the gaps of tables, not those of paragraphs
            return {}
        lines[document.lines[cells[0]].page] -= len(cells) - len(cells) // _IN_A_ROW
    heights = lines + gaps
    most, highest = max(lines.values()), max(heights.values())
    return {page: _FULL * (1 - max(lines[page] / most, heights[page] / highest)) for page in held}


def _lacks_part(document: Document, grammar: Before, item: Item, after: Item | None) -> str:
    """Says so where a part is missing and a page turns there, or nothing tells of pages; what was taken by its place proves nothing."""
    pieces: Sequence[Piece | None] = [item.heading, *map(item.parts.get, grammar.paths)]
    rest = [after.heading, *after.parts.values()] if after else []
    for at, piece in enumerate(pieces):
        if piece is not None:
            continue
        before = next((each for each in reversed(pieces[:at]) if each and _told(each, item)), None)
        behind = next((each for each in (*pieces[at + 1 :], *rest) if each and each.spans), None)
        if before is None or behind is None or _turns(document, before.spans[0].start, behind.spans[0].start):
            return "an item lacks a part"
    return ""


def _told(piece: Piece, item: Item) -> bool:
    """Whether a piece is a heading, or stands under its label."""
    return bool(piece.spans) and (piece is item.heading or piece.label is not None)


def _ends_as_another(document: Document, grammar: Before, item: Item) -> str:
    """Says so where a rationale over a page's end, or in text without pages, concludes on what its heading does not name."""
    rationale = item.parts.get(grammar.paths[-1])
    if rationale is None or not rationale.spans or item.heading is None or not item.heading.spans:
        return ""
    start, end = item.heading.spans[0].start, rationale.spans[-1].end
    if not _turns(document, start, end - 1):
        return ""
    heading = document.text[start : item.heading.spans[-1].end]
    other = other_request(running(document.text[rationale.spans[0].start : end]), running(heading))
    return f"an item concludes on '{other[:60]}', which its heading does not name" if other else ""


def _turns(document: Document, start: int, end: int) -> bool:
    page = document.page_at(start)
    return page is None or page != document.page_at(end)
