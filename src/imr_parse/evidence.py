"""Evidence rows: where on which page each value stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from imr_parse.document import Document, Span
from imr_parse.found import Places
from imr_parse.pointers import pointers, value_at
from imr_parse.readers import boxes
from imr_parse.running import Alignment, running_spans

_OF_WORDS = re.compile(r"(.*/(?:citations|services)/\d+)/text")
"""A citation or a service knows where its words stand; all else of it was read from them."""
_IN_ORDER = re.compile(r"/title$|/sections/\d+$")
"""Of words that stand there twice the first is a chapter's name, the next a topic; of others nobody knows which was read."""


def locate(
    data: bytes, document: Document, places: Places, plain: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """One row for each value and page; `bbox` in points from the page's top left corner, null for text.

    `plain`: the record's values, some of which stand within the places of others.
    """
    rows = [
        (path, page, span)
        for outer, around in places
        for path, spans in _with_inner(document, outer, around, plain)
        for page, span in rows_by_page(document, spans)
    ]
    found = boxes(data, document, [span for _, _, span in rows])
    for (path, page, span), box in zip(rows, found, strict=True):
        yield {"path": path, "page": page, "bbox": box, "start": span.start, "end": span.end}


def _with_inner(
    document: Document, path: str, spans: tuple[Span, ...], plain: dict[str, Any]
) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """A value's place; of a citation's or a service's words also the places of what was read from them."""
    of_words = _OF_WORDS.fullmatch(path)
    if of_words is None:
        yield path, spans
        return
    words = running_spans(document, spans)
    alignment = Alignment(document, spans)
    at = 0
    for inner in pointers(value_at(plain, of_words[1]), of_words[1]):
        value = value_at(plain, inner)
        if value is None or value is False or isinstance(value, dict | list | tuple):
            continue
        found = [] if inner == path else _within(words, value)
        if _IN_ORDER.search(inner):
            found = [one for one in found if one.start >= at][:1]
            at = found[0].end if found else at
        yield inner, (alignment.place(*found[0]),) if len(found) == 1 else spans


def _within(words: str, value: object) -> list[Span]:
    """Where a value stands in the words that it was read from, but for capitals, spaces and a number's unit."""
    written = r"\s?".join(map(re.escape, str(value).split()))
    before, after = (
        (r"(?<!\w)", r"(?!\w)") if isinstance(value, str) else (r"(?<![\w.])", r"(?![\d%/]|[.,]\d)")
    )
    return [Span(*found.span()) for found in re.finditer(before + written + after, words, re.IGNORECASE)]


def rows_by_page(document: Document, spans: tuple[Span, ...]) -> Iterator[tuple[int | None, Span]]:
    """The spans cut at page ends: (page, the part of the value on it), without white space at the ends."""
    for start, end in spans:
        at = start
        first, last = document.line_at(start), document.line_at(max(start, end - 1))
        for number in range(first, last + 1):
            line = document.lines[number]
            after = document.lines[number + 1] if number < last else None
            if after is not None and after.page == line.page:
                continue
            yield from ((line.page, part) for part in document.trim(at, min(line.end, end)))
            at = after.start if after is not None else end
