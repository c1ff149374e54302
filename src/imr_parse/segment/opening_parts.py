"""Items that open with a numbered sentence: which text belongs to which of their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.landmarks.find import Hit, Match, label_doubts
from imr_parse.landmarks.openings import Opening, opens_at
from imr_parse.landmarks.verdicts import ends_in_verdict
from imr_parse.layouts.model import Opens
from imr_parse.paragraphs import Start
from imr_parse.sections import Item, Piece, Sections
from imr_parse.segment.apart import join_verdicts
from imr_parse.segment.opened_parts import lines_in, opened_parts
from imr_parse.segment.opening_order import find_openings

_ON_A_GUIDELINE = re.compile(
    r"[^.]{0,80}\b(?:based?|bases|rel(?:ied|ies|y)|cite[ds]?|used|referenced"
    r"|f(?:ou|i)nds?\b[^.]{0,60}\b(?:MTUS|sections?|guidelines?))\b",
    re.IGNORECASE,
)
"""A sentence that tells what a decision rests on, which is what such parts say; others may begin with the same words."""

_LISTING = re.compile(r"(?:[,;]|\b(?:and|or))\s*$")
_SMALL = re.compile(r"\W*\d+\W+[a-z]")


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
        if follows and starts[opening.first] is not Start.NO and not _listed(document, opening):
            _passed_over(document, grammar, opening, sections)
    if grammar.apart:
        join_verdicts(document, grammar, sections, [opening.number for opening in openings], borders[0])


def _listed(document: Document, opening: Opening) -> bool:
    """Whether it is an entry of a list within a sentence: "the signs are (1) pain;", and on the next line "(2) swelling"."""
    line, above = document.lines[opening.first], document.lines[opening.first - 1]
    return _LISTING.search(document.text[above.start : above.end]) is not None and (
        _SMALL.match(document.text, line.start) is not None
    )


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
    opened_parts(
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
        for at, line in lines_in(document, span):
            if line.start > span.start and starts[at] is Start.YES:
                if not _ON_A_GUIDELINE.match(document.text, line.start):
                    continue
                for part in grammar.parts:
                    if part.opens and opens_at(document.text, line.start, part.opens) is not None:
                        yield Doubt(
                            "IMR209", "a paragraph in it opens as another part", Span(line.start, line.end)
                        )
