"""Evidence rows: where on which page each value stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from imr_parse.document import Document, Span
from imr_parse.readers import boxes
from imr_parse.settle import rows_by_page


def locate(
    data: bytes, document: Document, places: Sequence[tuple[str, tuple[Span, ...]]]
) -> Iterator[dict[str, Any]]:
    """One row for each value and page; `bbox` in points from the page's top left corner, null for text."""
    rows = [(path, page, span) for path, spans in places for page, span in rows_by_page(document, spans)]
    found = boxes(data, document, [span for _, _, span in rows])
    for (path, page, span), box in zip(rows, found, strict=True):
        yield {"path": path, "page": page, "bbox": box, "start": span.start, "end": span.end}
