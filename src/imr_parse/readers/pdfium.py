"""The first reader: PDFium. All of PDFium's artefacts are resolved here.

A word broken at a hyphen between letters comes joined by U+FFFE (some versions U+0002): it becomes "-" and a line
break again. A line that wrapped at a space keeps that space. The library is called per line, never per character.
"""

from __future__ import annotations

import codecs
import ctypes
import re
import threading
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c

from imr_parse.document import Damage, Document
from imr_parse.errors import ImrParseError
from imr_parse.readers.assemble import Printed
from imr_parse.readers.pages import document_of, refuse_more

PDFIUM = threading.Lock()
"""PDFium is not safe in threads: hold this around every use of it."""

Handle = Any
"""What PDFium knows a page or its text by."""

_COLOUR_PROFILE = re.compile(rb"(<</Filter/FlateDecode/Length \d{1,6}/N )[13](?=>>stream)")
_BREAK = re.compile("\r\n|\r|\n|\ufffe|\x02")
_BOLD = 600
"""Least font weight that counts as bold (regular 400, bold 700)."""


def open_pdf(data: bytes, max_pages: int) -> pypdfium2.PdfDocument:
    """The opened PDF; an empty user password is normal. Raises ImrParseError (IMR106, IMR107, IMR109)."""
    try:
        pdf = pypdfium2.PdfDocument(data)
        count = len(pdf)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise ImrParseError("IMR107") from problem
        raise ImrParseError("IMR106") from problem
    try:
        refuse_more(count, max_pages)
        if count == 0:
            raise ImrParseError("IMR106", "the PDF has no pages")
    except ImrParseError:
        pdf.close()
        raise
    return pdf


def read_pdf(data: bytes, max_pages: int) -> Document:
    """The Document of a PDF. Raises ImrParseError (IMR106 to IMR109)."""
    printed: list[Printed] = []
    damage: list[Damage] = []
    with PDFIUM:
        pdf = open_pdf(_without_colours(data), max_pages)
        try:
            count = len(pdf)
            for number in range(1, count + 1):
                page = pdfium_c.FPDF_LoadPage(pdf.raw, number - 1)
                if not page:
                    damage.append(Damage("IMR302", number, "the page cannot be opened"))
                    continue
                lines = _read_page(page, number)
                if not any(line.text.strip() for line in lines):
                    damage.extend(_empty_page(page, number, last=number == count))
                printed.extend(lines)
                pdfium_c.FPDF_ClosePage(page)
        finally:
            pdf.close()
    return document_of(printed, data, "pdfium", pages=count, damage=damage)


def _without_colours(data: bytes) -> bytes:
    """The file with an impossible number of colours in its colour profiles, so that PDFium passes them over.

    To work one out takes a fifteenth of PDFium's time, for every file anew, and no text depends on it. Only what can be
    nothing but a profile is touched: an object stream has an /N too, and text hangs on that.
    """
    if not any(profile in data for profile in (b"/N 3>>stream", b"/N 1>>stream")):
        return data
    return _COLOUR_PROFILE.sub(rb"\g<1>0", data)


def _read_page(page: Handle, number: int) -> list[Printed]:
    textpage = pdfium_c.FPDFText_LoadPage(page)
    text = _text(textpage)
    x, y = ctypes.c_double(), ctypes.c_double()
    lines: list[Printed] = []
    at = 0
    for part in _BREAK.finditer(text + "\n"):
        words = text[at : part.start()]
        hyphen = "-" if part.group() in "\ufffe\x02" else ""
        if words or hyphen:
            first = at + len(words) - len(words.lstrip())
            pdfium_c.FPDFText_GetCharOrigin(textpage, first, x, y)
            bold = pdfium_c.FPDFText_GetFontWeight(textpage, first) >= _BOLD
            if words.endswith(("-", "/")) and _sets_space(page, textpage, at + len(words) - 1, y.value):
                words += " "
            lines.append(Printed(words + hyphen, number, bold, y.value, glyph=at))
        at = part.end()
    pdfium_c.FPDFText_ClosePage(textpage)
    return lines


def _text(textpage: Handle) -> str:
    """All text of a page; empty where PDFium could read none. Half a surrogate pair is left out."""
    count = pdfium_c.FPDFText_CountChars(textpage) if textpage else 0
    if count < 1:
        return ""
    buffer = (ctypes.c_ushort * (2 * count + 2))()  # PDFium may put characters in
    written = pdfium_c.FPDFText_GetText(textpage, 0, count, buffer)
    return codecs.decode(memoryview(buffer)[: written - 1], "utf-16-le", "ignore")


def _sets_space(page: Handle, textpage: Handle, last: int, baseline: float) -> bool:
    """Whether the page sets something after a line's last character: a space of its own, which PDFium leaves out.

    Only asked of the few lines that end in "-" or "/", where a space decides whether the next line joins.
    """
    right, unasked = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharBox(textpage, last, unasked, right, unasked, unasked)
    matrix = pdfium_c.FS_MATRIX()
    for at in range(pdfium_c.FPDFPage_CountObjects(page)):
        thing = pdfium_c.FPDFPage_GetObject(page, at)
        pdfium_c.FPDFPageObj_GetMatrix(thing, matrix)
        if (
            abs(matrix.f - baseline) < 1
            and matrix.e > right.value - 1
            and pdfium_c.FPDFPageObj_GetType(thing) == pdfium_c.FPDF_PAGEOBJ_TEXT
        ):
            return True
    return False


def _empty_page(page: Handle, number: int, *, last: bool) -> list[Damage]:
    """A blank last page is normal; a picture of a page, or a blank page before the last, is not."""
    objects = pdfium_c.FPDFPage_CountObjects(page)
    kinds = {
        pdfium_c.FPDFPageObj_GetType(pdfium_c.FPDFPage_GetObject(page, at)) for at in range(min(objects, 200))
    }
    if pdfium_c.FPDF_PAGEOBJ_IMAGE in kinds:
        return [Damage("IMR303", number, "the page is a picture without text", picture=True)]
    return [] if last else [Damage("IMR303", number, "the page is blank")]
