"""Text that stands twice in one value: a line, a sentence or a paragraph right behind itself, which nobody writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from imr_parse.document import Document, Span
from imr_parse.found import Doubt

_LINE, _SENTENCE, _PAIR = 30, 25, 140
"""Characters of a line and of a sentence that do not stand twice in a row by chance, and of two sentences together that
do not come again."""


def doubled(document: Document, span: Span) -> Iterator[Doubt]:
    """A doubt where a value says something twice; a sentence alone that comes again later may be meant."""
    text = document.text[span.start : span.end]
    lines = text.split("\n") if document.reader == "text" else ()  # a page has no line twice
    if _follows_itself(lines, _LINE) or _sentences(text):
        yield Doubt("IMR209", "words in it stand twice, one after the other", span)


def _follows_itself(rows: Sequence[str], least: int) -> bool:
    """Whether a row of so many characters is the one before it. That nothing stands twice is told at once."""
    return len(set(rows)) < len(rows) and any(
        before == row and len(row) >= least for before, row in pairwise(rows)
    )


def _sentences(text: str) -> bool:
    """Whether a sentence follows itself, long ones that follow each other come again so, or the whole stands twice."""
    sentences = text.replace(" \n", " ").replace("\n", " ").strip(" .").split(". ")
    if len(set(sentences)) == len(sentences):
        return False
    half, odd = divmod(len(sentences), 2)
    if not odd and sentences[:half] == sentences[half:]:
        return True
    met: dict[str, int] = {}
    for at, words in enumerate(sentences):
        before = met.get(words)
        if before is not None and _pair(sentences, before, at):
            return True
        met[words] = at
    return _follows_itself(sentences, _SENTENCE)


def _pair(sentences: Sequence[str], before: int, at: int) -> bool:
    """Whether a sentence stands again, behind the one it stood behind; short ones are what every visit's notes say."""
    above = sentences[at - 1]
    return before > 0 and sentences[before - 1] == above and len(above) + len(sentences[at]) >= _PAIR
