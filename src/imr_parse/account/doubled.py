"""Text that stands twice in one value: a line, a sentence or a paragraph right behind itself, which nobody writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from imr_parse.document import Document, Span
from imr_parse.found import Doubt

_LINE, _SENTENCE, _PAIR = 30, 25, 140
"""Characters of a line and of a sentence that do not stand twice in a row by chance, and of two sentences together that
do not come again."""


def doubled(document: Document, span: Span) -> Iterator[Doubt]:
    """A doubt where a value says something twice; a sentence alone that comes again later may be meant."""
    place = _lines(document, span) or (span if _sentences(document.text[span.start : span.end]) else None)
    if place:
        yield Doubt("IMR209", "words in it stand twice, one after the other", place)


def _lines(document: Document, span: Span) -> Span | None:
    """A printed line that is the one above it."""
    above = ""
    for at in range(document.line_at(span.start), document.line_at(span.end - 1) + 1):
        line = document.lines[at]
        words = document.text[max(line.start, span.start) : min(line.end, span.end)].rstrip()
        if words == above and len(words) >= _LINE:
            return Span(line.start, line.end)
        above = words
    return None


def _sentences(text: str) -> bool:
    """Whether a sentence follows itself, long ones that follow each other come again so, or the whole stands twice."""
    sentences = " ".join(text.split()).rstrip(".").split(". ")
    half, odd = divmod(len(sentences), 2)
    if half and not odd and sentences[:half] == sentences[half:]:
        return True
    met: dict[str, int] = {}
    for at, words in enumerate(sentences):
        if len(words) < _SENTENCE:
            continue
        before = met.get(words)
        if before is not None and (before + 1 == at or _pair(sentences, before, at)):
            return True
        met[words] = at
    return False


def _pair(sentences: Sequence[str], before: int, at: int) -> bool:
    """Whether a sentence stands again, behind the one it stood behind; short ones are what every visit's notes say."""
    above = sentences[at - 1]
    return before > 0 and sentences[before - 1] == above and len(above) + len(sentences[at]) >= _PAIR
