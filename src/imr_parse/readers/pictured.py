"""Pages that are pictures: scans. What text they have was read from the picture by character recognition, or stamped on it.

Such text lies unseen over or under the picture, as programs for scanners write it: in a text rendering mode that paints
nothing (ISO 32000-1, 9.3.6), behind the picture, or in the paper's colour. How it is hidden is not asked, but whether a
picture covers the page, or all of the page's text is unseen: then any letter of it may be wrong. Only a file that holds a
picture as large as a page's is looked at closer; a letterhead's is a tenth of that.
"""

from __future__ import annotations

import ctypes
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2.raw as pdfium_c

from imr_parse.document import Damage, Document
from imr_parse.errors import ImrParseError
from imr_parse.readers.pdfium import PDFIUM, Handle, open_pdf

_CODE = "IMR312"
_STAMPED = 300
"""Characters of a page on which a fax machine, a stamp or a numberer set some words; a letter's page has 3,000."""
_IMAGE = b"/Image"
_NAMED = re.compile(rb"/Image\b")
_SIDES = [re.compile(rb"/%b\s{0,4}(\d{1,6})\b(?! \d{1,5} R)" % key) for key in (b"Width", b"Height")]
_DICTIONARY = 2000
"""Bytes before and after an image's name of itself among which its dictionary's other entries stand."""
_DOTS = 240_000
"""Of all pictures of a file, where one may be a page: half a page at 72 dots to the inch. The letters' logo has 35,000."""
_INLINE = (b" ID ", b"\nID ", b"\rID ", b"\nID\n", b"\nID\r")
"""What begins the dots of a picture that stands among the operators (ISO 32000-1, 8.9.7)."""
_UNSEEN = 3
_GRID = 20
"""Cells to a page's side, by which it is told how much of the page pictures cover."""
_COVERED = 0.5
"""Share of a page that pictures cover where the page is a picture: margins may be cut off."""
_OBJECTS = 5000
"""So many of a page's objects are looked at."""
_MOST_PAGES = 2**20
"""The reader has refused a file of too many."""
_DEEPEST = 4
"""Of groups of objects within groups."""

Matrix = tuple[float, float, float, float, float, float]
Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""
_HERE: Matrix = (1, 0, 0, 1, 0, 0)


def read_from_pictures(document: Document, found: Sequence[Damage]) -> list[Damage]:
    """What is wrong with a file, once it is known what its pages' text is: a letter's, a few words, or none.

    A page of a few words has them from a fax machine or a stamp, and what the picture shows is not read. Where all text
    stands on pictures it is said once, of the whole file.
    """
    letters: Counter[int | None] = Counter()
    for line in document.lines:
        letters[line.page] += line.end - line.start
    pictures = {row.page for row in found if row.code == _CODE and letters[row.page]}
    rest = [row for row in found if row.code != _CODE]
    if not pictures:
        return rest
    if pictures == set(letters) and max(letters.values()) > _STAMPED:
        return [*rest, Damage(_CODE, None, "its text was read from pictures of its pages", picture=True)]
    for number in sorted(filter(None, pictures)):
        few = letters[number] <= _STAMPED
        words = "a picture with a few words on it" if few else "a picture, from which its text was read"
        rest.append(Damage("IMR303" if few else _CODE, number, f"the page is {words}", picture=True))
    return rest


def pictured(data: bytes, contents: Sequence[bytes]) -> Iterator[Damage]:
    """The pages that are pictures, or whose text is unseen. `contents`: the operators of each page."""
    if not (_large(data) or any(map(_may_hide, contents))):
        return
    try:
        with PDFIUM:
            pdf = open_pdf(data, max(_MOST_PAGES, len(contents)))
            try:
                numbers = [number for number in range(1, len(pdf) + 1) if _is_picture(pdf.raw, number - 1)]
            finally:
                pdf.close()
    except ImrParseError:  # the other reader could open it
        yield Damage("IMR308", None, "whether its pages are pictures cannot be told")
        return
    yield from (Damage(_CODE, number, "the page is a picture", picture=True) for number in numbers)


def _may_hide(content: bytes) -> bool:
    """Whether a page's operators may set text that is unseen, or hold a picture themselves."""
    if b"3 Tr" in content:
        return True
    return not content.isascii() and any(begins in content for begins in _INLINE)


def _large(data: bytes) -> bool:
    """Whether the file's pictures have so many dots that one may be a page; a stream's dictionary is never packed."""
    dots = 0
    at = data.find(_IMAGE)
    while at >= 0 and dots < _DOTS:
        if _NAMED.match(data, at):
            start = max(data.rfind(b" obj", max(0, at - _DICTIONARY), at), at - _DICTIONARY, 0)
            end = data.find(b"stream", at, at + _DICTIONARY)
            dots += _area(data[start:end] if end >= 0 else b"")
        at = data.find(_IMAGE, at + 1)
    return dots >= _DOTS


def _area(dictionary: bytes) -> int:
    """Dots of the picture with this dictionary; of one that states its sides elsewhere, as many as it takes."""
    wide, high = (pattern.search(dictionary) for pattern in _SIDES)
    return int(wide[1]) * int(high[1]) if wide and high else _DOTS


def _is_picture(pdf: Handle, index: int) -> bool:
    page = pdfium_c.FPDF_LoadPage(pdf, index)
    if not page:
        return False
    try:
        area = pdfium_c.FS_RECTF()
        pdfium_c.FPDF_GetPageBoundingBox(page, area)
        sheet = (area.left, area.bottom, area.right, area.top)
        cells: set[int] = set()
        seen, unseen = 0, 0
        objects = (
            pdfium_c.FPDFPage_GetObject(page, at) for at in range(pdfium_c.FPDFPage_CountObjects(page))
        )
        for thing, place in itertools.islice(_flat(objects, _HERE, 0), _OBJECTS):
            kind = pdfium_c.FPDFPageObj_GetType(thing)
            if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
                cells.update(_cells(_bounds(thing, place), sheet))
                if len(cells) >= _COVERED * _GRID**2:
                    return True
            elif kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
                hidden = pdfium_c.FPDFTextObj_GetTextRenderMode(thing) == _UNSEEN
                unseen += hidden
                seen += not hidden
        return unseen > seen
    finally:
        pdfium_c.FPDF_ClosePage(page)


def _flat(objects: Iterator[Handle], place: Matrix, depth: int) -> Iterator[tuple[Handle, Matrix]]:
    """Objects and those within groups (ISO 32000-1, 8.10), each with the matrix of the group that it stands in."""
    for thing in objects:
        if pdfium_c.FPDFPageObj_GetType(thing) != pdfium_c.FPDF_PAGEOBJ_FORM or depth == _DEEPEST:
            yield thing, place
            continue
        own = pdfium_c.FS_MATRIX()
        pdfium_c.FPDFPageObj_GetMatrix(thing, own)
        members = (
            pdfium_c.FPDFFormObj_GetObject(thing, at)
            for at in range(pdfium_c.FPDFFormObj_CountObjects(thing))
        )
        yield from _flat(members, _times((own.a, own.b, own.c, own.d, own.e, own.f), place), depth + 1)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _bounds(thing: Handle, place: Matrix) -> Rectangle:
    """What an object covers on its page."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium_c.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    corners = [
        _times((0, 0, 0, 0, x.value, y.value), place)[4:] for x in (left, right) for y in (bottom, top)
    ]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(up), max(across), max(up)


def _cells(covered: Rectangle, sheet: Rectangle) -> Iterator[int]:
    """The cells of a page's grid whose middle a rectangle covers."""
    wide, high = (sheet[2] - sheet[0]) / _GRID or 1, (sheet[3] - sheet[1]) / _GRID or 1
    rows = [row for row in range(_GRID) if covered[1] <= sheet[1] + (row + 0.5) * high <= covered[3]]
    columns = [at for at in range(_GRID) if covered[0] <= sheet[0] + (at + 0.5) * wide <= covered[2]]
    return (row * _GRID + column for row in rows for column in columns)
