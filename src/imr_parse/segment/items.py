"""The disputed items: a heading before each group of labelled parts, and what to do where a label is gone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.landmarks.find import Hit, Match, label_doubts
from imr_parse.layouts.model import Before
from imr_parse.paragraphs import Start, in_mid_sentence
from imr_parse.sections import Item, Piece, Sections
from imr_parse.segment.headings import Heading, HeadingFinder
from imr_parse.segment.item_groups import Group, close_groups, group_labels

_LABEL_LIKE = re.compile(r"(?!Section)[A-Z][A-Za-z()/'\u2019 -]{3,45}:\s")
_CITING = re.compile(r"(?:[;:]|\bal\.|\b[A-Z]{1,2}\.)$")
"""How a line ends in the middle of a citation; what follows may be a title with a colon."""


def split_items(
    document: Document,
    grammar: Before,
    hits: Sequence[Hit],
    starts: Sequence[Start],
    zone: Span,
    sections: Sections,
    *,
    opens_with_item: bool,
) -> None:
    """Fill `sections.items` from the items' zone; what belongs to no item goes to `sections.left`.

    `opens_with_item`: whether the zone's first line is the first heading (it follows the section's title or lead).
    """
    finder = HeadingFinder(document, grammar, starts)
    groups = group_labels(grammar, hits, finder)
    first = (
        document.line_at(zone.start) + 1
        if document.text[zone.start :].startswith("\n")
        else document.line_at(zone.start)
    )
    lines = [
        at for at in range(first, len(document.lines)) if zone.start <= document.lines[at].start < zone.end
    ]
    low = lines[0] if lines else 0
    high = lines[-1] + 1 if lines else 0
    placed: list[Group] = []
    opening = opens_with_item
    for group in groups:
        label = min(group.hits.values(), key=lambda hit: hit.span.start)
        whole = label.landmark.name == grammar.parts[0].path
        headings = finder.before(low, label.line, opening=opening, whole=whole)
        for lone in headings[:-1]:
            placed.append(Group(heading=lone))
        group.heading = headings[-1] if headings else None
        placed.append(group)
        low = max(hit.line for hit in group.hits.values()) + 1
        opening = False
    placed += [
        Group(heading=lone) for lone in finder.without_labels(low, high, opening=opening and not groups)
    ]
    close_groups(document, placed, zone.end)
    sections.items.extend(_item(document, grammar, group, starts, sections) for group in placed)
    for group in placed:
        if group.heading is None:
            label = min(group.hits.values(), key=lambda hit: hit.span.start)
            doubt = Doubt(
                "IMR217",
                "labels without a heading before them: a part of the letter may be missing",
                label.span,
            )
            sections.doubts.append(("/decisions", doubt))
    for item, after in itertools.pairwise(sections.items):
        if (after.heading is None or after.heading.doubts) and item.parts:
            last = max(item.parts.values(), key=lambda piece: piece.spans[-1].end if piece.spans else 0)
            last.doubts.append(Doubt("IMR207", "where it ends is not sure"))


def _item(
    document: Document, grammar: Before, group: Group, starts: Sequence[Start], sections: Sections
) -> Item:
    item = Item(_heading_piece(document, group.heading))
    met = sorted(group.hits.values(), key=lambda hit: hit.span.start)
    rest = [part.path for part in grammar.parts]
    if group.heading is not None:
        orphans = (document.lines[group.heading.last].end, met[0].span.start if met else group.end)
        before = rest[: rest.index(met[0].landmark.name)] if met else rest
        _orphans(document, item, before, orphans, starts, sections)
    for at, hit in enumerate(met):
        end = met[at + 1].span.start if at + 1 < len(met) else group.end
        place = rest.index(hit.landmark.name)
        stop = rest.index(met[at + 1].landmark.name) if at + 1 < len(met) else len(rest)
        _part(document, grammar, item, hit, end, rest[place + 1 : stop], starts, sections)
        for doubled in group.doubled:
            if doubled.landmark.name == hit.landmark.name:
                piece = item.parts[hit.landmark.name]
                piece.spans = document.trim(doubled.span.end, piece.spans[-1].end) if piece.spans else ()
                piece.doubts.append(Doubt("IMR206", "its label stands twice", doubled.span))
        if at and hit.match is Match.INLINE:
            item.parts[met[at - 1].landmark.name].doubts.append(
                Doubt("IMR207", "the next label stands in its line", hit.span)
            )
    return item


def _heading_piece(document: Document, heading: Heading | None) -> Piece | None:
    if heading is None:
        return None
    span = Span(document.lines[heading.first].start, document.lines[heading.last].end)
    doubts = [] if heading.sure else [Doubt("IMR207", "where it begins is not sure", span)]
    return Piece((span,), doubts=doubts)


def _orphans(
    document: Document,
    item: Item,
    missing: Sequence[str],
    where: tuple[int, int],
    starts: Sequence[Start],
    sections: Sections,
) -> None:
    """Text between a heading and the first label that was met: parts whose labels are gone."""
    lines = _lines(document, *where)
    if not lines:
        return
    if not missing:
        sections.left.extend(_range(document, lines, where[1]))
        item.doubts.append(
            Doubt(
                "IMR209",
                "text stands between the heading and the first label",
                _range(document, lines, where[1])[0],
            )
        )
        return
    cuts = [at for at in lines[1:] if document.lines[at].bold or starts[at] is Start.YES]
    for name, first, after in zip(missing, [lines[0], *cuts], [*cuts, None], strict=False):
        end = where[1] if after is None or name == missing[-1] else document.lines[after].start
        item.parts[name] = _by_place(document, first, end)


def _part(
    document: Document,
    grammar: Before,
    item: Item,
    hit: Hit,
    end: int,
    missing: Sequence[str],
    starts: Sequence[Start],
    sections: Sections,
) -> None:
    """A labelled part; where the labels that should follow are gone, its text is shared out by place."""
    part = next(part for part in grammar.parts if part.path == hit.landmark.name)
    inner = [at for at in _lines(document, hit.span.end, end) if at > hit.line]
    cuts = [at for at in inner if _breaks_off(document, at, starts, paragraphs=part.paragraphs)]
    unsure = bool(missing) and not cuts and document.lines[hit.line].bold is None
    own_end = document.lines[cuts[0]].start if cuts else end
    doubts = label_doubts(hit)
    if cuts and any(document.lines[at].bold is None for at in cuts):
        doubts.append(Doubt("IMR207", "where it ends is not sure", hit.span))
    elif unsure:
        doubts.append(
            Doubt("IMR207", "the next label is missing; where this part ends is not sure", hit.span)
        )
    item.parts[part.path] = Piece(document.trim(hit.span.end, own_end), hit.span, doubts)
    for name, first, after in zip(missing, cuts, [*cuts[1:], None], strict=False):
        stop = end if after is None or name == missing[-1] else document.lines[after].start
        item.parts[name] = _by_place(document, first, stop)
    if cuts and not missing:
        rest = document.trim(own_end, end)
        sections.left.extend(rest)
        item.parts[part.path].doubts.append(
            Doubt("IMR209", "text follows it that does not belong to it", rest[0])
        )


def _breaks_off(document: Document, at: int, starts: Sequence[Start], *, paragraphs: bool) -> bool:
    """Whether a line inside a part cannot belong to it: bold, or a paragraph where none belongs."""
    line = document.lines[at]
    if line.bold:
        return not (paragraphs and in_mid_sentence(document, at))
    if starts[at] is Start.NO:
        return False
    if paragraphs:
        return False
    before = document.lines[at - 1]
    return starts[at] is Start.YES or (
        line.bold is None
        and _LABEL_LIKE.match(document.text, line.start) is not None
        and not _CITING.search(document.text[before.start : before.end].rstrip())
    )


def _by_place(document: Document, first: int, end: int) -> Piece:
    """A part without a known label: what stands before a colon in its first line is taken for one."""
    line = document.lines[first]
    label = _LABEL_LIKE.match(document.text, line.start)
    span = Span(*label.span()) if label else None
    doubt = Doubt("IMR205", "its label is not known; taken by its place", span or Span(line.start, line.end))
    return Piece(document.trim(span.end if span else line.start, end), span, [doubt])


def _lines(document: Document, start: int, end: int) -> list[int]:
    """Indices of the lines that begin in a range."""
    first = document.line_at(start)
    found: list[int] = []
    for at in range(first, len(document.lines)):
        begin = document.lines[at].start
        if begin >= end:
            break
        if begin >= start:
            found.append(at)
    return found


def _range(document: Document, lines: Sequence[int], end: int) -> tuple[Span, ...]:
    return document.trim(document.lines[lines[0]].start, end)
