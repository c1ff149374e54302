"""Parts of an item that no label begins: by the words that open them, or by their place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.landmarks.find import Match, spread
from imr_parse.landmarks.openings import after_bullet, opens_at
from imr_parse.layouts.model import Part
from imr_parse.letter import Letter
from imr_parse.sections import Piece
from imr_parse.segment.lines import lines_in, paragraphs_in
from imr_parse.segment.opening_sentences import Zone

_WORDLESS = re.compile(r"[\W_]*")
_SENTENCE_BREAK = r"(?:^\f{0,9}|(?<=[.!?:])|(?<=[.!?][\"'\u201d\u2019)]))\s*"


class _Opened(NamedTuple):
    """A part whose opening words were met, where, and how."""

    part: Part
    start: int
    match: Match


def opened_parts(zone: Zone, where: Span, *, labelled: bool) -> tuple[dict[str, Piece], tuple[Span, ...]]:
    """The parts that open with words of their own, between an opening and the first label; and what belongs to none.

    `labelled`: whether a label follows.
    """
    letter, document = zone.letter, zone.letter.document
    kept = [part for part in zone.grammar.parts if part.opens]
    met = _met(document, kept, where)
    parts = {
        opened.part.path: _piece(document, opened, after.start if after else where.end)
        for opened, after in itertools.zip_longest(met, met[1:])
    }
    for opened, after in itertools.pairwise(met):
        span = parts[opened.part.path].spans[0]
        inner = list(paragraphs_in(letter, span.start + 1, span.end))
        if inner:
            at = Span(inner[-1].start, inner[-1].end)
            doubt = Doubt("IMR207", "a paragraph stands between them that opens as neither", at)
            for path in (opened.part.path, after.part.path):
                parts[path] = parts[path].doubted(doubt)
    if met:
        parts |= _after_the_last(letter, kept[kept.index(met[-1].part) + 1 :], met[-1].part, parts)
    left: tuple[Span, ...] = ()
    before = document.trim(where.start, met[0].start if met else where.end)
    if before and not _WORDLESS.fullmatch(document.text, *before[0]):
        missing = kept[: kept.index(met[0].part)] if met else kept
        parts |= _by_place(letter, missing, before[0])
        if not missing:
            left = before
            doubt = Doubt("IMR209", "text stands before it that belongs to nothing", before[0])
            parts |= {opened.part.path: parts[opened.part.path].doubted(doubt) for opened in met[:1]}
    if not labelled:
        parts |= _without_label(zone, parts)
    return parts, left


def _met(document: Document, kept: Sequence[Part], where: Span) -> list[_Opened]:
    """The parts whose opening words stand in a range in their order."""
    met: list[_Opened] = []
    floor = where.start
    for part in kept:
        opened = _opening(document, part, floor, where.end)
        if opened is not None:
            met.append(opened)
            floor = opened.start + 1
    return met


def _opening(document: Document, part: Part, start: int, end: int) -> _Opened | None:
    """Where the words that open a part stand: at a sentence's beginning; else misspelt, or after a bullet, in a line of its own."""
    exact = _first_words(part.opens).match(document.text, start, end)
    exact = exact or _at_sentence(part.opens).search(document.text, start, end)
    if exact is not None:
        return _Opened(part, exact.start("words"), Match.EXACT)
    for _, line in lines_in(document, start, end):
        match = opens_at(document.text, line.start, part.opens)
        if match is not None:
            return _Opened(part, after_bullet(document.text, line.start), match)
    return None


@lru_cache(maxsize=32)
def _at_sentence(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"{_SENTENCE_BREAK}(?P<words>(?:{'|'.join(map(spread, words))})(?![A-Za-z'\u2019]))", re.MULTILINE
    )


@lru_cache(maxsize=32)
def _first_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """The same directly after the fixed line before the parts, where no line break is left between them."""
    return re.compile(rf"[^\S\n]+(?P<words>(?:{'|'.join(map(spread, words))})(?![A-Za-z'\u2019]))")


def _piece(document: Document, opened: _Opened, end: int) -> Piece:
    misspelt = Doubt("IMR401", "its first words are misspelt", Span(opened.start, opened.start))
    doubts = () if opened.match is Match.EXACT else (misspelt,)
    return Piece(document.trim(opened.start, end), doubts=doubts)


def _by_place(letter: Letter, missing: Sequence[Part], where: Span) -> dict[str, Piece]:
    """The parts whose opening words are not known, by place: text before the first part that was met belongs to them."""
    cuts = [line.start for line in paragraphs_in(letter, where.start + 1, where.end)]
    begins = [where.start, *cuts[: max(0, len(missing) - 1)], where.end]
    doubt = Doubt("IMR205", "it does not open as usual; taken by its place", where)
    pieces = (
        Piece(letter.document.trim(begin, stop), doubts=(doubt,))
        for begin, stop in itertools.pairwise(begins)
    )
    return {part.path: piece for part, piece in zip(missing, pieces, strict=False)}


def _after_the_last(
    letter: Letter, missing: Sequence[Part], last: Part, parts: Mapping[str, Piece]
) -> dict[str, Piece]:
    """A part whose opening words are not known, after the last one that was met: its second paragraph, if it has one."""
    piece = parts[last.path]
    if not missing or not piece.spans:
        return {}
    said = "no known words open the part after it; it may hold that one too"
    doubted = piece.doubted(Doubt("IMR207", said, piece.spans[0]))
    return _cut(letter, last.path, doubted, missing[0].path, "it does not open as usual; taken by its place")


def _without_label(zone: Zone, parts: Mapping[str, Piece]) -> dict[str, Piece]:
    """A last part whose label is gone begins with the paragraph after the one before it."""
    *others, last = (part.path for part in zone.grammar.parts)
    known = [path for path in others if path in parts and parts[path].spans]
    if not known or last in parts:
        return {}
    before = parts[known[-1]]
    said = "the label after it is missing; where it ends is not sure"
    doubted = before.doubted(Doubt("IMR207", said, before.spans[0]))
    return _cut(zone.letter, known[-1], doubted, last, "its label is not known; taken by its place")


def _cut(letter: Letter, path: str, piece: Piece, after: str, said: str) -> dict[str, Piece]:
    """A part, and as another one what stands in it from its second paragraph on."""
    span = piece.spans[0]
    second = next(paragraphs_in(letter, span.start + 1, span.end), None)
    if second is None:
        return {path: piece}
    doubt = Doubt("IMR205", said, Span(second.start, second.start))
    rest = Piece(letter.document.trim(second.start, span.end), doubts=(doubt,))
    return {path: piece._replace(spans=letter.document.trim(span.start, second.start)), after: rest}
