"""Items that open with a numbered sentence: which text belongs to which of their parts."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from imr_parse.apart import join_verdicts
from imr_parse.document import Document, Line, Span
from imr_parse.found import Doubt
from imr_parse.landmarks import Hit, Match, label_doubts, spread
from imr_parse.layouts.model import Opens, Part
from imr_parse.openings import Opening, after_bullet, find_openings, opens_at
from imr_parse.paragraphs import Start
from imr_parse.sections import Item, Piece, Sections
from imr_parse.verdicts import ends_in_verdict

_BARE_BEFORE = re.compile(r"(?:^|[\s.!?:\"'\u201d\u2019)])$")
_WORDLESS = re.compile(r"[\W_]*")
_SENTENCE_BREAK = r"(?:^\f{0,9}|(?<=[.!?:])|(?<=[.!?][\"'\u201d\u2019)]))\s*"


def split_openings(
    document: Document,
    grammar: Opens,
    hits: Sequence[Hit],
    starts: Sequence[Start],
    zone: Span,
    sections: Sections,
) -> None:
    """Fill `sections.items` from the items' zone, and give each its verdict where verdicts stand apart."""
    openings, passed_over = find_openings(document, grammar, hits, starts, zone)
    labels = [
        hit
        for hit in hits
        if hit.landmark.kind == "part"
        and hit.match is not Match.INLINE
        and zone.start <= hit.span.start < zone.end
    ]
    borders = [document.lines[opening.first].start for opening in openings] + [zone.end]
    if openings and grammar.section in sections.titles:
        sections.left += document.trim(zone.start, borders[0])
    for opening, start, end in zip(openings, borders, borders[1:], strict=False):
        own = [hit for hit in labels if start <= hit.span.start < end]
        sections.items.append(_item(document, grammar, opening, own, hits, starts, end, sections))
    for opening in passed_over:
        before = [chosen.number for chosen in openings if chosen.first < opening.first]
        follows = opening.number == (before[-1] or len(before)) + 1 if before else False
        if follows and starts[opening.first] is not Start.NO:
            _passed_over(document, grammar, opening, sections)
    if grammar.apart:
        join_verdicts(document, grammar, sections, [opening.number for opening in openings], borders[0])


def _passed_over(document: Document, grammar: Opens, opening: Opening, sections: Sections) -> None:
    """What looks like an item's opening inside another item: that part, and the number of items, are in doubt."""
    span = Span(document.lines[opening.first].start, document.lines[opening.last].end)
    if not grammar.apart and not ends_in_verdict(document.text[span.start : span.end], grammar.verdict):
        return
    for item in sections.items:
        for piece in item.parts.values():
            if any(part.start <= span.start < part.end for part in piece.spans):
                piece.doubts.append(Doubt("IMR209", "it holds what looks like an item's opening", span))
                sections.doubts.append(
                    ("/decisions", Doubt("IMR217", "an item's opening may be in another item", span))
                )


@lru_cache(maxsize=32)
def _at_sentence(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"{_SENTENCE_BREAK}(?P<words>(?:{'|'.join(map(spread, words))})(?![A-Za-z'\u2019]))", re.MULTILINE
    )


@lru_cache(maxsize=32)
def _first_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """The same directly after the fixed line before the parts, where no line break is left between them."""
    return re.compile(rf"[^\S\n]+(?P<words>(?:{'|'.join(map(spread, words))})(?![A-Za-z'\u2019]))")


def _item(
    document: Document,
    grammar: Opens,
    opening: Opening,
    labels: Sequence[Hit],
    hits: Sequence[Hit],
    starts: Sequence[Start],
    end: int,
    sections: Sections,
) -> Item:
    lines = document.lines
    span = document.trim(lines[opening.first].start, lines[opening.last].end)
    doubts = list(opening.doubts)
    if not opening.sure and not doubts:
        doubts.append(Doubt("IMR207", "no part of an item follows it", span[0]))
    item = Item(Piece(span, doubts=doubts))
    at = lines[opening.last].end
    heads = [hit for hit in hits if hit.landmark.kind == "head" and at <= hit.span.start < end]
    if heads:
        sections.left += document.trim(at, heads[0].span.start)
        at = heads[0].span.end
    by_label = [part for part in grammar.parts if part.label]
    first_label = min((hit.span.start for hit in labels), default=None)
    _opened(
        document,
        grammar,
        item,
        at,
        end if first_label is None else first_label,
        starts,
        sections,
        labelled=first_label is not None,
    )
    for part in by_label:
        met = [hit for hit in labels if hit.landmark.name == part.path]
        if not met:
            continue
        best = min(met, key=lambda hit: (hit.match, hit.span.start))
        after = [hit.span.start for hit in labels if hit.span.start > best.span.start]
        stop = min(after, default=end)
        item.parts[part.path] = Piece(document.trim(best.span.end, stop), best.span, label_doubts(best))
        if after:
            item.parts[part.path].doubts.append(
                Doubt("IMR206", "its label stands again in the same item", Span(after[0], after[0]))
            )
            item.doubts.append(
                Doubt(
                    "IMR217",
                    "a label stands twice; the opening of an item may be missing",
                    Span(after[0], after[0]),
                )
            )
            sections.left += document.trim(stop, end)
        item.parts[part.path].doubts += _other_parts(document, grammar, item.parts[part.path], starts)
    return item


def _other_parts(
    document: Document, grammar: Opens, piece: Piece, starts: Sequence[Start]
) -> Iterator[Doubt]:
    """A paragraph in a labelled part that opens as another part does: an item's opening may be missing before it."""
    for span in piece.spans:
        for at, line in _lines(document, span):
            if line.start > span.start and starts[at] is Start.YES:
                for part in grammar.parts:
                    if part.opens and opens_at(document.text, line.start, part.opens) is not None:
                        yield Doubt(
                            "IMR209", "a paragraph in it opens as another part", Span(line.start, line.end)
                        )


def _opened(
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
            line for at, line in _lines(document, item.parts[part.path].spans[0]) if starts[at] is Start.YES
        ]
        if any(line.start > item.parts[part.path].spans[0].start for line in inner):
            for path in (part.path, after.path):
                doubt = Doubt(
                    "IMR207",
                    "a paragraph stands between them that opens as neither",
                    Span(inner[-1].start, inner[-1].end),
                )
                item.parts[path].doubts.append(doubt)
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
    for _, line in _lines(document, Span(start, end)):
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
        for at, line in _lines(document, where)
        if line.start > span[0].start and starts[at] is Start.YES
    ]
    begins = [span[0].start, *cuts[: len(missing) - 1], where.end]
    for part, begin, stop in zip(missing, begins, begins[1:], strict=False):
        doubt = Doubt("IMR205", "it does not open as usual; taken by its place", span[0])
        item.parts[part.path] = Piece(document.trim(begin, stop), doubts=[doubt])


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
    cut = next(
        (
            line.start
            for at, line in _lines(document, span)
            if line.start > span.start and starts[at] is Start.YES
        ),
        None,
    )
    before.doubts.append(Doubt("IMR207", "the label after it is missing; where it ends is not sure", span))
    if cut is not None:
        before.spans = document.trim(span.start, cut)
        doubt = Doubt("IMR205", "its label is not known; taken by its place", Span(cut, cut))
        item.parts[last.path] = Piece(document.trim(cut, span.end), doubts=[doubt])


def _lines(document: Document, where: Span) -> Iterator[tuple[int, Line]]:
    for at in range(document.line_at(where.start), len(document.lines)):
        line = document.lines[at]
        if line.start >= where.end:
            break
        yield at, line
