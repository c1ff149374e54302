"""What prose cannot hold: signs inside a value that text of another origin was taken into it, or that text is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.interpret.conclusion import concludes
from imr_parse.paragraphs import Start

_ENDS = re.compile(r"[.!?:;)\]\"'\u201d\u2019]\s*$")
_BEGINS = re.compile(r"[^a-z,.;:!?)\]%]")
_AFTER_CONCLUSION = re.compile(r"opioid|weaning|taper|wean\b|discontinu|withdrawal|note\b", re.IGNORECASE)
"""Words of the fixed advice on opioids that may follow a conclusion."""
_LONG_LINE = 55
"""A line of so many characters does not stand twice in one value by chance."""
_CAPITALS = 10
"""Letters of a line in capitals that reads like a title."""


def signs(document: Document, span: Span, starts: Sequence[Start], *, rationale: bool) -> Iterator[Doubt]:
    """Doubts about one prose value that stands in one span; a rationale ends with its conclusion."""
    text = document.text
    if not _ENDS.search(text[max(span.start, span.end - 4) : span.end]):
        yield Doubt("IMR210", "it does not end as a sentence does", Span(span.end - 1, span.end))
    if not _BEGINS.match(text, span.start):
        yield Doubt("IMR210", "it does not begin as a sentence does", Span(span.start, span.start + 1))
    first, last = document.line_at(span.start), document.line_at(span.end - 1)
    seen: set[str] = set()
    paragraph = span.start
    concluded = False
    for at in range(first, last + 1):
        line = document.lines[at]
        words = text[max(line.start, span.start) : min(line.end, span.end)].strip()
        place = Span(line.start, line.end)
        if len(words) >= _LONG_LINE:
            if words in seen:
                yield Doubt("IMR209", "a line stands in it twice", place)
            seen.add(words)
        if at == first:
            continue
        if words.isupper() and sum(map(str.isalpha, words)) >= _CAPITALS and " " in words and starts[at]:
            yield Doubt("IMR209", "a line in it reads like a title", place)
        if starts[at] is not Start.YES:
            continue
        if words[:1].islower():
            yield Doubt("IMR209", "a paragraph in it begins in the middle of a sentence", place)
        if rationale:
            if concluded and not _AFTER_CONCLUSION.search(text, line.start, span.end):
                yield Doubt("IMR209", "a paragraph follows its conclusion", place)
            concluded = concludes(text[paragraph : line.start])
            paragraph = line.start
