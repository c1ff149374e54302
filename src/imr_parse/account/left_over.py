"""What belongs to nothing that is known: neither title, label, value nor a fixed paragraph of the layout."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from imr_parse.document import Document, Span
from imr_parse.found import Doubt, Places
from imr_parse.landmarks.find import fold
from imr_parse.layouts.model import Layout
from imr_parse.letter import Letter
from imr_parse.paragraphs import Start
from imr_parse.running import running
from imr_parse.sections import Sections

_WORDLESS = re.compile(r"[\W_]*")
_ALIKE = 88
"""A text this much like a fixed paragraph is that, with other words in it."""
_LONG, _MOSTLY = 200, 75
"""Letters of a paragraph of several sentences, and its likeness where it lost one or has one more; other prose comes up to 60."""
_LONGEST_SHOWN = 50
"""Characters of a fixed paragraph that a message quotes."""
_CAPTION = 40
"""Characters of a stamp or a caption above the letter; what a header lost is said on the value itself."""


def left_over(letter: Letter, sections: Sections, places: Places) -> Iterator[tuple[str, Doubt]]:
    """A doubt on the whole record for each text that is neither title, label, value nor boilerplate known word by word."""
    document = letter.document
    opening = min((hit.span.start for hit in letter.hits), default=0)
    for gap in _gaps(document, _covered(letter, sections, places)):
        rest = running(document.text[gap.start : gap.end])
        if _WORDLESS.fullmatch(rest):
            continue
        if gap.end <= opening and len(rest) <= _CAPTION:
            yield "", Doubt("IMR415", "a line stands before the letter's first", gap)
            continue
        known = _boilerplate(letter.layout)
        if not _without(fold(rest), known):
            continue
        for part in _paragraphs(letter, gap):
            yield from _unless_boilerplate(part, running(document.text[part.start : part.end]), known)


def _covered(letter: Letter, sections: Sections, places: Places) -> Iterator[Span]:
    """All that is accounted for."""
    for _, spans in places:
        yield from spans
    yield from sections.titles.values()
    yield from sections.leads.values()
    yield from (hit.span for hit in letter.hits)
    for item in sections.items:
        yield from (piece.label for piece in item.parts.values() if piece.label)
        yield from item.heading.spans if item.heading else ()
    for piece in sections.fields.values():
        if piece.label:
            yield piece.label
        if piece.entries:
            yield from piece.spans
    yield from sections.known
    yield from sections.free


def _paragraphs(letter: Letter, gap: Span) -> Iterator[Span]:
    """A gap's parts: a fixed paragraph may have lost a sentence or have one more, and another text stand beside it."""
    document, starts = letter.document, letter.starts
    inner = range(document.line_at(gap.start) + 1, document.line_at(gap.end - 1) + 1)
    cuts = [document.lines[at].start for at in inner if starts[at] is Start.YES]
    for start, end in itertools.pairwise((gap.start, *cuts, gap.end)):
        yield from document.trim(start, end)


@lru_cache(maxsize=32)
def _boilerplate(layout: Layout) -> tuple[tuple[str, str], ...]:
    """The layout's fixed paragraphs, folded and as printed."""
    return tuple((fold(words), words) for section in layout.sections for words in section.boilerplate)


def _gaps(document: Document, covered: Iterable[Span]) -> Iterator[Span]:
    at = 0
    for start, end in sorted(covered):
        if start > at:
            yield from document.trim(at, start)
        at = max(at, end)
    yield from document.trim(at, len(document.text))


def _without(folded: str, known: Sequence[tuple[str, str]]) -> str:
    """What is left of a text's letters when the fixed paragraphs are taken out."""
    for exact, _ in known:
        folded = folded.replace(exact, "", 1)
    return folded


def _unless_boilerplate(
    part: Span, rest: str, known: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, Doubt]]:
    whole = fold(rest)
    folded = _without(whole, known)
    if not folded:
        return
    for exact, words in known:
        mostly = len(exact) > _LONG and fuzz.ratio(exact, whole) >= _MOSTLY
        if mostly or fuzz.partial_ratio(exact, folded) >= _ALIKE:
            yield "", Doubt("IMR405", f"a fixed sentence differs: '{words[:_LONGEST_SHOWN]}…'", part)
            return
    yield "", Doubt("IMR306", f"{len(rest)} characters belong to nothing that is known", part)
