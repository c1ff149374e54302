"""Words that end whatever stands before them, wherever a line or a fixed paragraph begins with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from imr_parse.document import Document, Span
from imr_parse.landmarks.find import find_lead, spread
from imr_parse.letter import Letter


def line_openings(document: Document, words: tuple[str, ...], start: int, end: int) -> Iterator[int]:
    """Offsets of the lines in a range that begin with one of these words."""
    if words:
        for found in _line_openings(words).finditer(document.text, start, end):
            yield found.start()


@lru_cache(maxsize=16)
def _line_openings(words: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(map(spread, words))
    return re.compile(rf"^\f{{0,9}}[ ]{{0,8}}(?:{either})(?![A-Za-z])", re.IGNORECASE | re.MULTILINE)


def fixed_again(letter: Letter, ranges: Mapping[str, Span]) -> Iterator[int]:
    """Offsets of fixed paragraphs that stand after a label of their section: a second set of its labels follows."""
    text = letter.document.text
    for section in letter.layout.sections:
        if not section.boilerplate:
            continue
        end = ranges[section.name].end
        labels = [
            hit
            for hit in letter.hits
            if hit.landmark.section == section.name and hit.landmark.kind == "label"
        ]
        start = min((hit.span.end for hit in labels), default=end)
        for words in section.boilerplate:
            found = find_lead(text, words, start, end)
            while found:
                yield found.start
                found = find_lead(text, words, found.end, end)
