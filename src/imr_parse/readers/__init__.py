"""Bytes become a Document. A file's type comes from its bytes; no other room knows a PDF library."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from imr_parse.document import Box, Document, Span
from imr_parse.errors import ImrParseError
from imr_parse.readers.text import SAMPLE, looks_like_utf16, read_text

MediaType = Literal["application/pdf", "text/plain"]
PdfReader = Literal["pdfium", "pdfplumber"]

_HEADER = 1024
"""Bytes among which a PDF's first line stands (PDF Reference 1.7, appendix H, note 13)."""
_PICTURES = (
    b"\xff\xd8\xff", b"\x89PNG", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"GIF8", b"\0\0\0\x0cjP  ",
)  # fmt: skip
"""How pictures begin: JPEG, PNG, TIFF, GIF, JPEG 2000."""
_OF_A_TELEPHONE = (b"ftyphei", b"ftypmif1", b"ftypavif")
_TEXT_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def media_type(data: bytes) -> MediaType:
    """What the bytes are. Raises ImrParseError where they are neither PDF nor text."""
    if not data.strip():
        raise ImrParseError("IMR104")
    if not data.strip(b"\0"):
        raise ImrParseError("IMR104", "the file holds nothing but zero bytes")
    if b"%PDF-" in data[:_HEADER]:
        return "application/pdf"
    if _is_picture(data):
        raise ImrParseError("IMR108", "the file is a picture without text")
    if data.startswith(_TEXT_MARKS) or b"\0" not in data[:SAMPLE].rstrip(b"\0") or looks_like_utf16(data):
        return "text/plain"
    raise ImrParseError("IMR105")


def _is_picture(data: bytes) -> bool:
    """Also a WebP, what a telephone takes (HEIC, AVIF), and a bitmap; text may begin with "BM" too."""
    if data.startswith(_PICTURES) or data.startswith(_OF_A_TELEPHONE, 4):
        return True
    return data.startswith(b"WEBP", 8) or (data.startswith(b"BM") and data.startswith(bytes(4), 6))


def read(data: bytes, reader: PdfReader, max_pages: int) -> Document:
    """The Document in these bytes. Raises ImrParseError (IMR104 to IMR109)."""
    if media_type(data) == "text/plain":
        return read_text(data)
    from imr_parse.readers.integrity import damage
    from imr_parse.readers.pictured import read_from_pictures

    if reader == "pdfplumber":  # slow to import, and rarely asked for
        from imr_parse.readers.plumber import read_pdf
    else:
        from imr_parse.readers.pdfium import read_pdf
    document = read_pdf(data, max_pages)
    found = damage(data, foot=document.foot)
    if not found:
        return document
    return replace(document, damage=(*document.damage, *read_from_pictures(document, found)))


def boxes(data: bytes, document: Document, spans: Sequence[Span]) -> list[Box | None]:
    """The box around each span, which lies on one page; None where there is no geometry."""
    if document.media_type != "application/pdf":
        return [None] * len(spans)
    from imr_parse.readers.pdf_boxes import pdf_boxes

    return pdf_boxes(data, document, spans)
