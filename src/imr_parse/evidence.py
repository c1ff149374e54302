"""Evidence rows: where on which page each value stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from imr_parse.document import Document, Span
from imr_parse.found import Places
from imr_parse.readers import boxes


def locate(data: bytes, document: Document, places: Places) -> Iterator[dict[str, Any]]:
    """One row for each value and page; `bbox` in points from the page's top left corner, null for text."""
    rows = [(path, page, span) for path, spans in places for page, span in rows_by_page(document, spans)]
    found = boxes(data, document, [span for _, _, span in rows])
    for (path, page, span), box in zip(rows, found, strict=True):
        yield {"path": path, "page": page, "bbox": box, "start": span.start, "end": span.end}


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
