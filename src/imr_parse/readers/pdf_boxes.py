"""Boxes of spans, asked of PDFium for a range of characters, on request only."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium_c

from imr_parse.document import Box, Document, Span
from imr_parse.readers.pdfium import PDFIUM, open_pdf


def pdf_boxes(data: bytes, document: Document, spans: Sequence[Span]) -> list[Box | None]:
    """The box around each span in points from its page's top left corner; each page is opened once."""
    found: list[Box | None] = [None] * len(spans)
    by_page: dict[int, list[int]] = {}
    for at, span in enumerate(spans):
        page = document.page_at(span.start)
        if page is not None:
            by_page.setdefault(page, []).append(at)
    with PDFIUM:
        pdf = open_pdf(data, len(data))
        try:
            for number, wanted in by_page.items():
                page = pdf[number - 1]
                textpage = page.get_textpage()
                _, _, _, top = page.get_mediabox()
                for at in wanted:
                    found[at] = _box(textpage, document, spans[at], top)
                textpage.close()
                page.close()
        finally:
            pdf.close()
    return found


def _box(textpage: pypdfium2.PdfTextPage, document: Document, span: Span, top: float) -> Box | None:
    """`top`: the upper edge of the page, from which the box is measured; PDFium measures upwards."""
    lefts, highs, rights, lows = [], [], [], []
    left, high, right, low = (ctypes.c_double() for _ in range(4))
    for line in document.lines[document.line_at(span.start) :]:
        if line.start >= span.end:
            break
        first = max(span.start, line.start)
        last = min(span.end, line.end)
        if line.glyph < 0 or first >= last:
            continue
        count = pdfium_c.FPDFText_CountRects(textpage.raw, line.glyph + first - line.start, last - first)
        for index in range(count):
            if pdfium_c.FPDFText_GetRect(textpage.raw, index, left, high, right, low):
                lefts.append(left.value)
                highs.append(high.value)
                rights.append(right.value)
                lows.append(low.value)
    if not lefts:
        return None
    return (
        round(min(lefts), 1),
        round(top - max(highs), 1),
        round(max(rights), 1),
        round(top - min(lows), 1),
    )
