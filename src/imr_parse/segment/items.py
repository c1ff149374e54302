"""The disputed items: a heading before each group of labelled parts, and what to do where a label is gone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.landmarks.find import Hit, Match, label_doubts
from imr_parse.layouts.model import Before, Part
from imr_parse.letter import Letter
from imr_parse.paragraphs import Start, in_mid_sentence
from imr_parse.sections import Item, Piece
from imr_parse.segment.headings import Heading, HeadingFinder
from imr_parse.segment.item_groups import Group, close_groups, group_labels
from imr_parse.segment.lines import first_line, lines_in
from imr_parse.segment.placed import Items

_LABEL_LIKE = re.compile(r"(?!Section)[A-Z][A-Za-z()/'\u2019 -]{3,45}:\s")
_CITING = re.compile(r"(?:[;:]|\bal\.|\b[A-Z]{1,2}\.)$")
"""How a line ends in the middle of a citation; what follows may be a title with a colon."""


class _Cut(NamedTuple):
    """Parts cut from a stretch of an item, and what of it belongs to no part."""

    parts: dict[str, Piece]
    left: tuple[Span, ...] = ()


def split_items(
    letter: Letter, grammar: Before, labels: Sequence[Hit], where: Span, *, opens_with_item: bool
) -> Items:
    """The items in a range, by the labels of their parts.

    `opens_with_item`: whether its first line is the first heading (it follows the section's title or lead).
    """
    groups = _groups(letter, grammar, labels, where, opens_with_item=opens_with_item)
    items: list[Item] = []
    left: tuple[Span, ...] = ()
    for group in groups:
        item, rest = _item(letter, grammar, group)
        items.append(item)
        left += rest
    said = "labels without a heading before them: a part of the letter may be missing"
    doubts = (Doubt("IMR217", said, group.first_label().span) for group in groups if group.heading is None)
    ended = [_ending(item, after) for item, after in itertools.pairwise(items)]
    return Items((*ended, *items[-1:]), left, doubts=tuple(doubts))


def _groups(
    letter: Letter, grammar: Before, labels: Sequence[Hit], where: Span, *, opens_with_item: bool
) -> list[Group]:
    """Each item's labels with the heading before them, and headings that no label follows."""
    finder = HeadingFinder(letter, grammar)
    low, high = (first_line(letter.document, offset) for offset in where)
    if low == high:  # no line begins in it
        low = high = 0
    placed: list[Group] = []
    opening = opens_with_item
    for group in group_labels(grammar, labels, finder):
        label = group.first_label()
        whole = label.landmark.name == grammar.parts[0].path
        headings = finder.before(low, label.line, opening=opening, whole=whole)
        placed += [Group(heading=lone) for lone in headings[:-1]]
        placed.append(replace(group, heading=headings[-1] if headings else None))
        low = max(hit.line for hit in group.hits.values()) + 1
        opening = False
    placed += [Group(heading=lone) for lone in finder.without_labels(low, high, opening=opening)]
    return close_groups(letter.document, placed, where.end)


def _ending(item: Item, after: Item) -> Item:
    """An item before one whose heading is not sure does not surely end where it seems to."""
    if (after.heading is not None and not after.heading.doubts) or not item.parts:
        return item
    ends = {path: piece.spans[-1].end if piece.spans else 0 for path, piece in item.parts.items()}
    return item.doubting(max(ends, key=lambda path: ends[path]), Doubt("IMR207", "where it ends is not sure"))


def _item(letter: Letter, grammar: Before, group: Group) -> tuple[Item, tuple[Span, ...]]:
    """An item from its heading and its labels; and what of it belongs to no part."""
    document = letter.document
    met = sorted(group.hits.values(), key=lambda hit: hit.span.start)
    paths = grammar.paths
    order = {path: at for at, path in enumerate(paths)}
    parts: dict[str, Piece] = {}
    left: tuple[Span, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    if group.heading is not None:
        before = paths[: order[met[0].landmark.name]] if met else paths
        begin = document.lines[group.heading.last].end
        parts, left = _orphans(letter, before, Span(begin, met[0].span.start if met else group.end))
        doubts = tuple(
            Doubt("IMR209", "text stands between the heading and the first label", span) for span in left
        )
    for label_before, hit, after in zip((None, *met), met, (*met[1:], None), strict=False):
        place = order[hit.landmark.name]
        missing = paths[place + 1 : order[after.landmark.name] if after else None]
        end = after.span.start if after else group.end
        cut = _part(letter, grammar.parts[place], hit, Span(hit.span.end, end), missing)
        parts |= cut.parts
        left += cut.left
        if group.doubled:
            parts[hit.landmark.name] = _after_doubled(document, parts[hit.landmark.name], hit, group.doubled)
        if label_before and hit.match is Match.INLINE:
            above = label_before.landmark.name
            doubt = Doubt("IMR207", "the next label stands in its line", hit.span)
            parts[above] = parts[above].doubted(doubt)
    return Item(_heading_piece(document, group.heading), parts, doubts), left


def _after_doubled(document: Document, piece: Piece, hit: Hit, doubled: Sequence[Hit]) -> Piece:
    """A part whose label is printed twice begins after the second."""
    for again in doubled:
        if again.landmark.name == hit.landmark.name:
            spans = document.trim(again.span.end, piece.spans[-1].end) if piece.spans else ()
            piece = piece._replace(spans=spans).doubted(Doubt("IMR206", "its label stands twice", again.span))
    return piece


def _heading_piece(document: Document, heading: Heading | None) -> Piece | None:
    if heading is None:
        return None
    span = Span(document.lines[heading.first].start, document.lines[heading.last].end)
    unsure = Doubt("IMR207", "where it begins is not sure", span)
    return Piece((span,), doubts=() if heading.sure else (unsure,))


def _orphans(letter: Letter, missing: Sequence[str], where: Span) -> _Cut:
    """Text between a heading and the first label that was met: parts whose labels are gone."""
    document = letter.document
    lines = list(lines_in(document, *where))
    if not lines:
        return _Cut({})
    if not missing:
        return _Cut({}, document.trim(lines[0][1].start, where.end))
    cuts = [at for at, line in lines[1:] if line.bold or letter.starts[at] is Start.YES]
    return _Cut(_by_place(document, missing, [lines[0][0], *cuts], where.end))


def _part(letter: Letter, part: Part, label: Hit, where: Span, missing: Sequence[str]) -> _Cut:
    """A labelled part; where the labels that should follow are gone, its text is shared out by place."""
    document = letter.document
    cuts = [at for at, _ in lines_in(document, *where) if at > label.line and _breaks_off(letter, part, at)]
    own_end = document.lines[cuts[0]].start if cuts else where.end
    piece = Piece(document.trim(where.start, own_end), label.span, tuple(label_doubts(label)))
    if not cuts:
        said = "the next label is missing; where this part ends is not sure"
        unsure = missing and document.lines[label.line].bold is None
        return _Cut({part.path: piece.doubted(Doubt("IMR207", said, label.span)) if unsure else piece})
    if any(document.lines[at].bold is None for at in cuts):
        piece = piece.doubted(Doubt("IMR207", "where it ends is not sure", label.span))
    if not missing:
        rest = document.trim(own_end, where.end)
        piece = piece.doubted(Doubt("IMR209", "text follows it that does not belong to it", rest[0]))
        return _Cut({part.path: piece}, rest)
    return _Cut({part.path: piece, **_by_place(document, missing, cuts, where.end)})


def _breaks_off(letter: Letter, part: Part, at: int) -> bool:
    """Whether a line inside a part cannot belong to it: bold, or a paragraph where none belongs."""
    document, start = letter.document, letter.starts[at]
    line = document.lines[at]
    if line.bold:
        return not (part.paragraphs and in_mid_sentence(document, at))
    if start is Start.NO or part.paragraphs:
        return False
    before = document.lines[at - 1]
    return start is Start.YES or (
        line.bold is None
        and _LABEL_LIKE.match(document.text, line.start) is not None
        and not _CITING.search(document.text[before.start : before.end].rstrip())
    )


def _by_place(
    document: Document, missing: Sequence[str], firsts: Sequence[int], end: int
) -> dict[str, Piece]:
    """Parts without a known label, by their first lines; the last of them that is missing takes the rest."""
    stops = [*(document.lines[at].start for at in firsts[1:]), end]
    return {
        path: _unlabelled(document, at, end if path == missing[-1] else stop)
        for path, at, stop in zip(missing, firsts, stops, strict=False)
    }


def _unlabelled(document: Document, first: int, end: int) -> Piece:
    """A part without a known label: what stands before a colon in its first line is taken for one."""
    line = document.lines[first]
    label = _LABEL_LIKE.match(document.text, line.start)
    span = Span(*label.span()) if label else None
    doubt = Doubt("IMR205", "its label is not known; taken by its place", span or Span(line.start, line.end))
    return Piece(document.trim(span.end if span else line.start, end), span, (doubt,))
