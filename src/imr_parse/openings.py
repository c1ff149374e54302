"""Items that open with a numbered sentence: where each begins, and which text belongs to which of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.landmarks import Hit, Match, fold, label_doubts, spread
from imr_parse.layouts.model import Opens, Part
from imr_parse.paragraphs import Start
from imr_parse.sections import Item, Piece, Sections
from imr_parse.verdicts import ends_in_verdict

NUMBER = re.compile(r"[ ]{0,8}\(?(\d{1,2})[ ]?(?:\.\)|[.)])(?:\s{1,6}|(?=[^\s\d.,)]))")
"""A number before an item: "1.", "1)", "1.)", "(1)"."""
_LINES = 12
"""Lines of the longest opening sentence."""
_ALIKE = 78
_SENTENCE_BREAK = r"(?:^\f{0,9}|(?<=[.!?:])|(?<=[.!?][\"'\u201d\u2019)]))\s*"


@dataclass(frozen=True, slots=True)
class Opening:
    """An item's first sentence: lines `first` to `last`, its printed number, and whether all of its form is there."""

    first: int
    last: int
    number: int | None
    sure: bool
    doubts: tuple[Doubt, ...] = ()


def split_openings(
    document: Document,
    grammar: Opens,
    hits: Sequence[Hit],
    starts: Sequence[Start],
    zone: Span,
    sections: Sections,
) -> None:
    """Fill `sections.items` from the items' zone; what belongs to no item goes to `sections.left`."""
    openings = find_openings(document, grammar, hits, starts, zone)
    labels = [hit for hit in hits if hit.landmark.kind == "part" and hit.match is not Match.INLINE and zone.start <= hit.span.start < zone.end]
    borders = [document.lines[opening.first].start for opening in openings] + [zone.end]
    if openings:
        sections.left += document.trim(zone.start, borders[0])
    for opening, start, end in zip(openings, borders, borders[1:], strict=False):
        own = [hit for hit in labels if start <= hit.span.start < end]
        sections.items.append(_item(document, grammar, opening, own, hits, starts, end, sections))


def find_openings(
    document: Document, grammar: Opens, hits: Sequence[Hit], starts: Sequence[Start], zone: Span
) -> list[Opening]:
    """The openings in a range, in order: those whose form is whole, and between them those that the numbers ask for."""
    marks = _marks(document, grammar, hits, starts, zone)
    lines = document.lines
    found: list[Opening] = []
    for at in range(document.line_at(zone.start), len(lines)):
        if lines[at].start < zone.start:
            continue
        if lines[at].start >= zone.end:
            break
        number = NUMBER.match(document.text, lines[at].start)
        if number is None or number.end() > zone.end:
            continue
        opening = _opening(document, grammar, starts, at, number, marks)
        if opening is not None:
            found.append(opening)
    chosen = _in_sequence(document, found, starts)
    return _with_unnumbered(document, grammar, starts, chosen, marks, hits, zone)


def _marks(
    document: Document, grammar: Opens, hits: Sequence[Hit], starts: Sequence[Start], zone: Span
) -> set[int]:
    """Lines at which a part, or the fixed line before the parts, begins."""
    marks = {
        hit.line
        for hit in hits
        if hit.landmark.kind in ("part", "head") and hit.match is not Match.INLINE and zone.start <= hit.span.start < zone.end
    }
    for part in grammar.parts:
        if part.opens:
            for found in _at_line(part.opens).finditer(document.text, *zone):
                at = document.line_at(found.end() - 1)
                if starts[at] is not Start.NO or document.lines[at].opens is None:
                    marks.add(at)
    return marks


@lru_cache(maxsize=32)
def _at_line(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"^\f{{0,9}}[ ]{{0,8}}(?:{'|'.join(map(spread, words))})(?![A-Za-z'\u2019])", re.IGNORECASE | re.MULTILINE)


@lru_cache(maxsize=32)
def _at_sentence(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_SENTENCE_BREAK}(?P<words>(?:{'|'.join(map(spread, words))})(?![A-Za-z'\u2019]))", re.MULTILINE)


@lru_cache(maxsize=32)
def _words(words: str) -> re.Pattern[str]:
    return re.compile(spread(words), re.IGNORECASE)


def _opening(
    document: Document, grammar: Opens, starts: Sequence[Start], at: int, number: re.Match[str], marks: set[int]
) -> Opening | None:
    """The opening that begins with this number, if one does."""
    lines = document.lines
    top = min(at + _LINES, len(lines))
    after = next((mark for mark in range(at + 1, top) if mark in marks), None)
    doubts: list[Doubt] = []
    if grammar.opening:
        words = document.text[number.end() : number.end() + len(grammar.opening) + 8]
        exact = _words(grammar.opening).match(document.text, number.end())
        if exact is None and (after is None or not _alike(words, grammar.opening)):
            return None
        if exact is None:
            doubts.append(Doubt("IMR401", f"the words '{grammar.opening}' are printed otherwise", Span(*number.span())))
    if not grammar.apart:
        last = _verdict_line(document, grammar, at, number.end(), after or top)
        if last is None and after is None:
            return None
        if last is not None:
            sure = last + 1 == after
            return Opening(at, last, int(number[1]), sure, tuple(doubts))
        return Opening(at, after - 1, int(number[1]), False, tuple(doubts)) if after is not None and after - at <= 4 else None
    if after is None:
        last = next((row for row in range(at, top) if document.text[lines[row].start : lines[row].end].rstrip().endswith(":")), at)
        return Opening(at, last, int(number[1]), False, tuple(doubts))
    return Opening(at, after - 1, int(number[1]), True, tuple(doubts))


def _verdict_line(document: Document, grammar: Opens, first: int, start: int, top: int) -> int | None:
    """The line that a verdict ends, the whole of it where its last words wrap."""
    found: int | None = None
    for row in range(first, top):
        told = ends_in_verdict(document.text[start : document.lines[row].end], grammar.verdict)
        if found is not None:
            more = document.text[document.lines[row].start : document.lines[row].end]
            return row if told and ends_in_verdict(more, grammar.verdict) is False and len(more.split()) < 4 else found
        if told:
            found = row
    return found


def _alike(words: str, known: str) -> bool:
    return fuzz.partial_ratio(fold(words), fold(known)) >= _ALIKE


def _in_sequence(document: Document, found: Sequence[Opening], starts: Sequence[Start]) -> list[Opening]:
    """Of several that end alike the one with the expected number; of those not sure, those that continue the count."""
    chosen: list[Opening] = []
    for opening in found:
        expected = (chosen[-1].number or 0) + 1 if chosen else 1
        if chosen and opening.first <= chosen[-1].last:
            if opening.sure and (not chosen[-1].sure or opening.number == (chosen[-2].number or 0) + 1 if len(chosen) > 1 else False):
                chosen[-1] = opening
            continue
        if opening.sure:
            chosen.append(opening)
        elif opening.number == expected and (starts[opening.first] is Start.YES or document.lines[opening.first].bold):
            chosen.append(opening)
    return chosen


def _with_unnumbered(
    document: Document,
    grammar: Opens,
    starts: Sequence[Start],
    chosen: Sequence[Opening],
    marks: set[int],
    hits: Sequence[Hit],
    zone: Span,
) -> list[Opening]:
    """Where two labels of the same part follow each other without an opening between them, one is looked for there."""
    last_part = grammar.parts[-1].path
    labels = [hit.line for hit in hits if hit.landmark.name == last_part and hit.landmark.kind == "part" and hit.match <= Match.NEAR
              and zone.start <= hit.span.start < zone.end]  # fmt: skip
    openings = list(chosen)
    floor = document.line_at(zone.start)
    if document.lines and document.lines[floor].start < zone.start:
        floor += 1
    for label in labels:
        if not any(floor <= opening.first < label for opening in openings):
            opening = _unnumbered(document, grammar, starts, floor, label, marks)
            if opening is not None:
                openings.append(opening)
        floor = label + 1
    return sorted(openings, key=lambda opening: opening.first)


def _unnumbered(
    document: Document, grammar: Opens, starts: Sequence[Start], low: int, label: int, marks: set[int]
) -> Opening | None:
    """The paragraph before the first mark that ends in a verdict; failing that, before the last mark."""
    lines = document.lines
    inside = [mark for mark in sorted(marks) if low < mark <= label]
    for mark in inside or [label]:
        first = mark - 1
        while first > low and starts[first] is not Start.YES and mark - first < _LINES:
            first -= 1
        words = document.text[lines[first].start : lines[mark - 1].end]
        told = ends_in_verdict(words, grammar.verdict) if not grammar.apart else words.rstrip().endswith(":")
        if told or mark == (inside or [label])[-1]:
            if first >= mark:
                return None
            sure = told and (starts[first] is Start.YES or first == low)
            span = Span(lines[first].start, lines[mark - 1].end)
            doubts = () if sure else (Doubt("IMR207", "where it begins is not sure", span),)
            return Opening(first, mark - 1, None, sure, doubts)
    return None


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
    _opened(document, grammar, item, at, end if first_label is None else first_label, starts, sections, labelled=first_label is not None)
    for part in by_label:
        met = [hit for hit in labels if hit.landmark.name == part.path]
        if not met:
            continue
        best = min(met, key=lambda hit: (hit.match, hit.span.start))
        after = [hit.span.start for hit in labels if hit.span.start > best.span.start]
        stop = min(after, default=end)
        item.parts[part.path] = Piece(document.trim(best.span.end, stop), best.span, label_doubts(best))
        if after:
            item.parts[part.path].doubts.append(Doubt("IMR206", "its label stands again in the same item", Span(after[0], after[0])))
            item.doubts.append(Doubt("IMR217", "a label stands twice; the opening of an item may be missing", Span(after[0], after[0])))
            sections.left += document.trim(stop, end)
    return item


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
        found = _at_sentence(part.opens).search(document.text, floor, end)
        if found is not None:
            places.append((part, found.start("words")))
            floor = found.end()
    first = document.trim(start, end)
    if not first:
        return
    if not places or places[0][1] > first[0].start:
        _by_place(document, kept, item, Span(first[0].start, places[0][1] if places else end), places, starts, sections)
    for at, (part, begin) in enumerate(places):
        stop = places[at + 1][1] if at + 1 < len(places) else end
        item.parts[part.path] = Piece(document.trim(begin, stop))
    if not labelled:
        _without_label(document, grammar, item, starts)


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
        item.parts.setdefault(places[0][0].path, Piece(())).doubts.append(Doubt("IMR209", "text stands before it that belongs to nothing", span[0]))
        return
    cuts = [line.start for at, line in _lines(document, where) if line.start > span[0].start and starts[at] is Start.YES]
    begins = [span[0].start, *cuts[: len(missing) - 1], where.end]
    for part, begin, stop in zip(missing, begins, begins[1:], strict=False):
        doubt = Doubt("IMR205", "it does not open as usual; taken by its place", span[0])
        item.parts[part.path] = Piece(document.trim(begin, stop), doubts=[doubt])


def _without_label(document: Document, grammar: Opens, item: Item, starts: Sequence[Start]) -> None:
    """A last part whose label is gone begins with the paragraph after the one before it."""
    last = grammar.parts[-1]
    known = [path for path in (part.path for part in grammar.parts) if path in item.parts and item.parts[path].spans]
    if not known or last.path in item.parts:
        return
    before = item.parts[known[-1]]
    span = before.spans[0]
    cut = next((line.start for at, line in _lines(document, span) if line.start > span.start and starts[at] is Start.YES), None)
    before.doubts.append(Doubt("IMR207", "the label after it is missing; where it ends is not sure", span))
    if cut is not None:
        before.spans = document.trim(span.start, cut)
        doubt = Doubt("IMR205", "its label is not known; taken by its place", Span(cut, cut))
        item.parts[last.path] = Piece(document.trim(cut, span.end), doubts=[doubt])


def _lines(document: Document, where: Span) -> Iterator[tuple[int, object]]:
    for at in range(document.line_at(where.start), len(document.lines)):
        line = document.lines[at]
        if line.start >= where.end:
            break
        yield at, line
