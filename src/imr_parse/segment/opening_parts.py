"""Items that open with a numbered sentence: which text belongs to which of their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.landmarks.find import Hit, Match, label_doubts
from imr_parse.landmarks.openings import opens_at
from imr_parse.landmarks.verdicts import ends_in_verdict
from imr_parse.layouts.model import Opens
from imr_parse.letter import Letter
from imr_parse.paragraphs import Start
from imr_parse.sections import Item, Piece
from imr_parse.segment.apart import join_verdicts
from imr_parse.segment.lines import paragraphs_in
from imr_parse.segment.opened_parts import opened_parts
from imr_parse.segment.opening_order import find_openings
from imr_parse.segment.opening_sentences import Opening, Zone, zone_of
from imr_parse.segment.placed import Items

_ON_A_GUIDELINE = re.compile(
    r"[^.]{0,80}\b(?:based?|bases|rel(?:ied|ies|y)|cite[ds]?|used|referenced"
    r"|f(?:ou|i)nds?\b[^.]{0,60}\b(?:MTUS|sections?|guidelines?))\b",
    re.IGNORECASE,
)
"""A sentence that tells what a decision rests on, which is what such parts say; others may begin with the same words."""
_LISTING = re.compile(r"(?:[,;]|\b(?:and|or))\s*$")
"""How a line ends within a list that runs on in a sentence."""
_SMALL = re.compile(r"\W*\d+\W+[a-z]")
"""A number, and a word in small letters after it."""


def split_openings(letter: Letter, grammar: Opens, where: Span, *, titled: bool) -> Items:
    """The items in a range, each with its verdict where verdicts stand apart.

    `titled`: whether the section's title was met: what stands between it and the first item belongs to nothing.
    """
    document, zone = letter.document, zone_of(letter, grammar, where)
    openings, passed_over = find_openings(zone)
    borders = [*(document.lines[opening.first].start for opening in openings), where.end]
    left = document.trim(where.start, borders[0]) if openings and titled else ()
    items: list[Item] = []
    for opening, end in zip(openings, borders[1:], strict=True):
        item, rest = _item(zone, opening, end)
        items.append(item)
        left += rest
    doubts: list[Doubt] = []
    for span in _openings_inside(zone, openings, passed_over):
        holding = [
            (at, path)
            for at, item in enumerate(items)
            for path, piece in item.parts.items()
            if any(start <= span.start < end for start, end in piece.spans)
        ]
        for at, path in holding:
            said = Doubt("IMR209", "it holds what looks like an item's opening", span)
            items[at] = items[at].doubting(path, said)
        if holding:
            doubts.append(Doubt("IMR217", "an item's opening may be in another item", span))
    if not grammar.apart:
        return Items(tuple(items), left, doubts=tuple(doubts))
    joined = join_verdicts(document, grammar, [opening.number for opening in openings], borders[0])
    items = [replace(item, verdicts=verdicts) for item, verdicts in zip(items, joined.by_item, strict=True)]
    return Items(tuple(items), left, joined.sentences, (*doubts, *joined.doubts))


def _openings_inside(zone: Zone, chosen: Sequence[Opening], passed_over: Sequence[Opening]) -> Iterator[Span]:
    """Where what looks like the next item's opening was passed over."""
    document, grammar = zone.letter.document, zone.grammar
    for opening in passed_over:
        before = [other.number for other in chosen if other.first < opening.first]
        follows = bool(before) and opening.number == (before[-1] or len(before)) + 1
        if not follows or zone.letter.starts[opening.first] is Start.NO or _is_listed(document, opening):
            continue
        span = Span(document.lines[opening.first].start, document.lines[opening.last].end)
        if grammar.apart or ends_in_verdict(document.text[span.start : span.end], grammar.verdict):
            yield span


def _is_listed(document: Document, opening: Opening) -> bool:
    """Whether it is an entry of a list within a sentence: "the signs are (1) pain;", and on the next line "(2) swelling"."""
    line, above = document.lines[opening.first], document.lines[opening.first - 1]
    return _LISTING.search(document.text[above.start : above.end]) is not None and (
        _SMALL.match(document.text, line.start) is not None
    )


def _item(zone: Zone, opening: Opening, end: int) -> tuple[Item, tuple[Span, ...]]:
    """The item that an opening begins, up to `end`; and what of it belongs to no part."""
    document, lines = zone.letter.document, zone.letter.document.lines
    at = lines[opening.last].end
    head = next(
        (hit for hit in zone.letter.hits if hit.landmark.kind == "head" and at <= hit.span.start < end), None
    )
    left = document.trim(at, head.span.start) if head else ()
    labels = [
        hit
        for hit in zone.letter.hits
        if hit.landmark.kind == "part"
        and hit.match is not Match.INLINE
        and lines[opening.first].start <= hit.span.start < end
    ]
    first_label = min((hit.span.start for hit in labels), default=None)
    unlabelled = Span(head.span.end if head else at, end if first_label is None else first_label)
    parts, rest = opened_parts(zone, unlabelled, labelled=first_label is not None)
    left += rest
    doubts: tuple[Doubt, ...] = ()
    for part in zone.grammar.parts:
        met = [hit for hit in labels if part.label and hit.landmark.name == part.path]
        if not met:
            continue
        parts[part.path], again = _labelled(zone, met, labels, end)
        if again is not None:
            said = "a label stands twice; the opening of an item may be missing"
            doubts += (Doubt("IMR217", said, Span(again, again)),)
            others = (hit.span.start for hit in labels if hit not in met and hit.span.start > again)
            left += document.trim(again, min(others, default=end))
    return Item(_heading(zone, opening), parts, doubts), left


def _heading(zone: Zone, opening: Opening) -> Piece:
    lines = zone.letter.document.lines
    span = zone.letter.document.trim(lines[opening.first].start, lines[opening.last].end)
    unfollowed = () if opening.sure else (Doubt("IMR207", "no part of an item follows it", span[0]),)
    return Piece(span, doubts=opening.doubts or unfollowed)


def _labelled(zone: Zone, met: Sequence[Hit], labels: Sequence[Hit], end: int) -> tuple[Piece, int | None]:
    """A part after its label, of several the surest, up to the next label; and where its own stands again after it."""
    best = min(met, key=lambda hit: (hit.match, hit.span.start))
    again = min((hit.span.start for hit in met if hit.span.start > best.span.start), default=None)
    stop = min((hit.span.start for hit in labels if hit.span.start > best.span.start), default=end)
    piece = Piece(zone.letter.document.trim(best.span.end, stop), best.span, tuple(label_doubts(best)))
    if again is not None:
        piece = piece.doubted(Doubt("IMR206", "its label stands again in the same item", Span(again, again)))
    return piece.doubted(*_other_parts(zone, piece)), again


def _other_parts(zone: Zone, piece: Piece) -> Iterator[Doubt]:
    """A paragraph in a labelled part that opens as another part does: an item's opening may be missing before it."""
    text = zone.letter.document.text
    for span in piece.spans:
        for line in paragraphs_in(zone.letter, span.start + 1, span.end):
            if _ON_A_GUIDELINE.match(text, line.start):
                for part in zone.grammar.parts:
                    if part.opens and opens_at(text, line.start, part.opens) is not None:
                        at = Span(line.start, line.end)
                        yield Doubt("IMR209", "a paragraph in it opens as another part", at)
