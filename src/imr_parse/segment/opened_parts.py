"""Parts of an item that no label begins: by the words that open them, or by their place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from imr_parse.document import Document, Line, Span
from imr_parse.found import Doubt
from imr_parse.landmarks.find import Match, spread
from imr_parse.landmarks.openings import after_bullet, opens_at
from imr_parse.layouts.model import Opens, Part
from imr_parse.paragraphs import Start
from imr_parse.sections import Item, Piece, Sections

_WORDLESS = re.compile(r"[\W_]*")
_SENTENCE_BREAK = r"(?:^\f{0,9}|(?<=[.!?:])|(?<=[.!?][\"'\u201d\u2019)]))\s*"


@lru_cache(maxsize=32)
def _at_sentence(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"{_SENTENCE_BREAK}(?P<words>(?:{'|'.join(map(spread, words))})(?![A-Za-z'\u2019]))", re.MULTILINE
    )


@lru_cache(maxsize=32)
def _first_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """The same directly after the fixed line before the parts, where no line break is left between them."""
    return re.compile(rf"[^\S\n]+(?P<words>(?:{'|'.join(map(spread, words))})(?![A-Za-z'\u2019]))")


def opened_parts(
    document: Document,
    grammar: Opens,
    item: Item,
    start: int,
    end: int,
    starts: Sequence[Start],
    sections: Sections,
    *,
    labelled: bool,
) -> None:
    """The parts that open with words of their own, in their order, between the opening and the first label."""
    kept = [part for part in grammar.parts if part.opens]
    places: list[tuple[Part, int]] = []
    floor = start
    for part in kept:
        found = _part_opening(document, part, floor, end)
        if found is not None:
            begin, match = found
            places.append((part, begin))
            doubts = (
                []
                if match is Match.EXACT
                else [Doubt("IMR401", "its first words are misspelt", Span(begin, begin))]
            )
            item.parts[part.path] = Piece((), doubts=doubts)
            floor = begin + 1
    first = document.trim(start, end)
    if not first:
        return
    for at, (part, begin) in enumerate(places):
        stop = places[at + 1][1] if at + 1 < len(places) else end
        item.parts[part.path].spans = document.trim(begin, stop)
    for (part, _), (after, _) in itertools.pairwise(places):
        inner = [
            line for at, line in lines_in(document, item.parts[part.path].spans[0]) if starts[at] is Start.YES
        ]
        if any(line.start > item.parts[part.path].spans[0].start for line in inner):
            for path in (part.path, after.path):
                doubt = Doubt(
                    "IMR207",
                    "a paragraph stands between them that opens as neither",
                    Span(inner[-1].start, inner[-1].end),
                )
                item.parts[path].doubts.append(doubt)
    if places:
        _after_the_last(document, kept, item, places[-1][0], starts)
    before = document.trim(first[0].start, places[0][1] if places else end)
    if before and not _WORDLESS.fullmatch(document.text, *before[0]):
        _by_place(document, kept, item, before[0], places, starts, sections)
    if not labelled:
        _without_label(document, grammar, item, starts)


def _part_opening(document: Document, part: Part, start: int, end: int) -> tuple[int, Match] | None:
    """Where the words that open a part stand: at a sentence's beginning; else misspelt, or after a bullet, in a line of its own."""
    exact = _first_words(part.opens).match(document.text, start, end) or _at_sentence(part.opens).search(
        document.text, start, end
    )
    if exact is not None:
        return exact.start("words"), Match.EXACT
    for _, line in lines_in(document, Span(start, end)):
        if line.start >= start:
            match = opens_at(document.text, line.start, part.opens)
            if match is not None:
                return after_bullet(document.text, line.start), match
    return None


def _by_place(
    document: Document,
    kept: Sequence[Part],
    item: Item,
    where: Span,
    places: Sequence[tuple[Part, int]],
    starts: Sequence[Start],
    sections: Sections,
) -> None:
    """Text before the first part that was met: it belongs to the parts whose opening words are not known, by place."""
    missing = kept[: kept.index(places[0][0])] if places else kept
    span = document.trim(where.start, where.end)
    if not missing:
        sections.left += span
        item.parts.setdefault(places[0][0].path, Piece(())).doubts.append(
            Doubt("IMR209", "text stands before it that belongs to nothing", span[0])
        )
        return
    cuts = [
        line.start
        for at, line in lines_in(document, where)
        if line.start > span[0].start and starts[at] is Start.YES
    ]
    begins = [span[0].start, *cuts[: len(missing) - 1], where.end]
    for part, begin, stop in zip(missing, begins, begins[1:], strict=False):
        doubt = Doubt("IMR205", "it does not open as usual; taken by its place", span[0])
        item.parts[part.path] = Piece(document.trim(begin, stop), doubts=[doubt])


def _after_the_last(
    document: Document, kept: Sequence[Part], item: Item, last: Part, starts: Sequence[Start]
) -> None:
    """A part whose opening words are not known, after the last one that was met: its second paragraph, if it has one."""
    missing = kept[kept.index(last) + 1 :]
    piece = item.parts[last.path]
    if not missing or not piece.spans:
        return
    span = piece.spans[0]
    piece.doubts.append(
        Doubt("IMR207", "no known words open the part after it; it may hold that one too", span)
    )
    cut = _second_paragraph(document, span, starts)
    if cut is not None:
        piece.spans = document.trim(span.start, cut)
        doubt = Doubt("IMR205", "it does not open as usual; taken by its place", Span(cut, cut))
        item.parts[missing[0].path] = Piece(document.trim(cut, span.end), doubts=[doubt])


def _second_paragraph(document: Document, span: Span, starts: Sequence[Start]) -> int | None:
    """Where a text's second paragraph begins."""
    lines = (line for at, line in lines_in(document, span) if starts[at] is Start.YES)
    return next((line.start for line in lines if line.start > span.start), None)


def _without_label(document: Document, grammar: Opens, item: Item, starts: Sequence[Start]) -> None:
    """A last part whose label is gone begins with the paragraph after the one before it."""
    last = grammar.parts[-1]
    known = [
        path
        for path in (part.path for part in grammar.parts)
        if path in item.parts and item.parts[path].spans
    ]
    if not known or last.path in item.parts:
        return
    before = item.parts[known[-1]]
    span = before.spans[0]
    cut = _second_paragraph(document, span, starts)
    before.doubts.append(Doubt("IMR207", "the label after it is missing; where it ends is not sure", span))
    if cut is not None:
        before.spans = document.trim(span.start, cut)
        doubt = Doubt("IMR205", "its label is not known; taken by its place", Span(cut, cut))
        item.parts[last.path] = Piece(document.trim(cut, span.end), doubts=[doubt])


def lines_in(document: Document, where: Span) -> Iterator[tuple[int, Line]]:
    """The lines that stand in a range, with their indices."""
    for at in range(document.line_at(where.start), len(document.lines)):
        line = document.lines[at]
        if line.start >= where.end:
            break
        yield at, line
