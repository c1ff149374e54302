"""Boxes of spans, asked of PDFium for a range of characters, on request only."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium_c

from imr_parse.document import Document, Span
from imr_parse.readers.pdfium import PDFIUM, open_pdf

Box = tuple[float, float, float, float]


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
                _, top = _top_left(page)
                for at in wanted:
                    found[at] = _box(textpage, document, spans[at], top)
                textpage.close()
                page.close()
        finally:
            pdf.close()
    return found


def _top_left(page: pypdfium2.PdfPage) -> tuple[float, float]:
    left, _, _, top = page.get_mediabox()
    return left, top


def _box(textpage: pypdfium2.PdfTextPage, document: Document, span: Span, top: float) -> Box | None:
    left, low, right, high = [], [], [], []
    x0, y1, x1, y0 = (ctypes.c_double() for _ in range(4))
    for line in document.lines[document.line_at(span.start) :]:
        if line.start >= span.end:
            break
        first = max(span.start, line.start)
        last = min(span.end, line.end)
        if line.glyph < 0 or first >= last:
            continue
        count = pdfium_c.FPDFText_CountRects(textpage.raw, line.glyph + first - line.start, last - first)
        for index in range(count):
            if pdfium_c.FPDFText_GetRect(textpage.raw, index, x0, y1, x1, y0):
                left.append(x0.value)
                high.append(y1.value)
                right.append(x1.value)
                low.append(y0.value)
    if not left:
        return None
    box = (min(left), top - max(high), max(right), top - min(low))
    return (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))
