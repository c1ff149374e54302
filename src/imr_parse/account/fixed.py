"""A layout's fixed words inside values: sentences that stand where a section's fixed one should, titles behind other words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from imr_parse.document import Span
from imr_parse.found import Doubt, Places
from imr_parse.layouts.model import Layout
from imr_parse.letter import Letter

_WORDS = 4
"""First words of a fixed sentence, which no letter prints elsewhere by chance."""
_HEAD = 300
"""Characters of a value in which a sentence stands that came before it."""
_FIRST = ("/case_summary/text", "/decisions/0/heading")
"""What follows a section's fixed sentence."""
_LONG = 60
"""Characters of a value that holds a title, and words of its own."""
_TITLE = 3
"""Least words of a title, which no prose holds as it is printed."""


def fixed_inside(letter: Letter, places: Places) -> Iterator[tuple[str, Doubt]]:
    """Doubts on values that open with one of the layout's fixed sentences, or hold it near their beginning."""
    openings = _openings(letter.layout)
    if openings is None:
        return
    for path, (first, *_) in places:
        if path in _FIRST:
            end = min(first.end, first.start + _HEAD)
            found = openings.search(letter.document.text, first.start, end)
            if found:
                yield path, Doubt("IMR209", "it holds a fixed sentence of the form", Span(*found.span()))


def titles_inside(letter: Letter, places: Places) -> Iterator[tuple[str, Doubt]]:
    """Doubts on values that hold one of the layout's titles as it is printed, behind words that hid it."""
    text = letter.document.text
    long = [(path, spans) for path, spans in places if spans[-1].end - spans[0].start > _LONG]
    for words in _titles(letter.layout):
        at = text.find(words)
        while at != -1:
            for path, spans in long:
                if spans[0].start <= at < spans[-1].end and any(start <= at < end for start, end in spans):
                    yield path, Doubt("IMR209", "it holds a title of the form", Span(at, at + len(words)))
            at = text.find(words, at + len(words))


@lru_cache(maxsize=32)
def _titles(layout: Layout) -> tuple[str, ...]:
    return tuple(one.title for one in layout.sections if one.title and len(one.title.split()) >= _TITLE)


@lru_cache(maxsize=32)
def _openings(layout: Layout) -> re.Pattern[str] | None:
    """The first words of each fixed sentence; None where the layout has none."""
    paragraphs = [words for section in layout.sections for words in section.boilerplate]
    sentences = [sentence.split() for words in paragraphs for sentence in words.split(". ")]
    told = [r"\s+".join(map(re.escape, words[:_WORDS])) for words in sentences if len(words) > _WORDS]
    return re.compile("|".join(told)) if told else None
