"""Text that stands twice in one value: a line, a sentence or a paragraph right behind itself, which nobody writes."""

from __future__ import annotations

from collections.abc import Iterator

from imr_parse.document import Document, Span
from imr_parse.found import Doubt

_LINE, _SENTENCE = 30, 25
"""Characters of a line, and of a sentence, that do not stand twice in a row by chance."""


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
    """Whether a sentence follows itself, or two that follow each other come again so."""
    sentences = " ".join(text.split()).rstrip(".").split(". ")
    met: dict[str, int] = {}
    for at, words in enumerate(sentences):
        if len(words) < _SENTENCE:
            continue
        before = met.get(words)
        if before is not None and (
            before + 1 == at or (before > 0 and sentences[before - 1] == sentences[at - 1] != "")
        ):
            return True
        met[words] = at
    return False
