"""Whether a PDF is whole: its streams' own checksums, its index, and the order that its pages had.

A Flate stream ends in the Adler-32 of its content (RFC 1950): damage that PDFium reads over in silence almost always
breaks that of a page's content or of a font's ToUnicode map. What the pages of a tagged PDF were is told by readers.tree.
"""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Iterator, Mapping

import pikepdf

from imr_parse.document import Damage
from imr_parse.readers.marked import cut_off
from imr_parse.readers.named import REFERENCE, fonts_missing, page_fonts, strangers, true_names
from imr_parse.readers.sound import inflate, inflated
from imr_parse.readers.tree import foreign, foreign_packed, held, order, written
from imr_parse.readers.widths import true_widths

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # what it says of a file is in its warnings
_PLAIN = bytes([9, 10, 12, 13, *range(32, 127)])
_SHOWS = re.compile(rb"T[jJ]\b|\bDo\b|[)\]>] ?['\"]")
"""Operators that show text, or a part of the page that stands elsewhere (ISO 32000-1, 9.4.3 and 8.8)."""
_MISSPELT = re.compile(rb">>[^\s<>/\w(]{1,3}stream\b|>>\x0bstream\b")
"""Only white space may stand before "stream"; some readers take other control characters for it, others do not."""
_ROOM = 200
"""Points: no page that another one followed left as much free below its last line (146 was the most)."""
_ODD_SHARE = 0.05
"""Share of other bytes that a stream of plain operators may hold."""
_BROKEN = (
    pikepdf.PdfError, pikepdf.PasswordError, zlib.error, ValueError, TypeError, AttributeError, KeyError, RuntimeError,
)  # fmt: skip
"""What pikepdf raises on files that are broken in ways that PDFium reads over."""


def damage(data: bytes, foot: float | None = None) -> list[Damage]:
    """What is wrong with a PDF that PDFium opened: pages from 1, None where the whole file is concerned.

    `foot`: points below the letter's last line. Where there is room for more, no page can have followed, and the slow
    question how many pages the file's structure tree knows is not asked.
    """
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            parts = _inflated(pdf, data)
            pages = [page.obj for page in pdf.pages]
            found: list[Damage] = []
            fonts: list[bytes] = []
            for number, page in enumerate(pages, start=1):
                found += _page(pdf, page, number, parts, fonts)
            if not parts:
                whole: dict[bytes, bool] = {}
                for number, page in enumerate(pages, start=1):
                    found += _resources(pdf, page, number, whole)
                if _MISSPELT.search(data):
                    found.append(Damage("IMR308", None, "readers differ on where one of its streams begins"))
            full = foot is None or foot < _ROOM
            found += order(pages, written(pdf, len(pages)) if full else 0)
            if not any(row.code == "IMR307" for row in found):
                found += (
                    Damage(
                        "IMR307",
                        None,
                        f"page {number} shares no font with another; it may be another letter's",
                    )
                    for number in strangers(fonts)
                )
            if pdf.get_warnings():
                found.append(
                    Damage(
                        "IMR308", None, "the file's index or an object in it was broken and had to be mended"
                    )
                )
            return found
    except _BROKEN:
        return [Damage("IMR308", None, "the file's structure is broken")]


def _inflated(pdf: pikepdf.Pdf, data: bytes) -> Mapping[int, bytes]:
    try:
        return inflated(pdf, data)
    except _BROKEN:  # where, the pages' parts will tell
        return {}


def _page(
    pdf: pikepdf.Pdf, page: pikepdf.Object, number: int, known: Mapping[int, bytes], fonts: list[bytes]
) -> Iterator[Damage]:
    """`known`: by number what streams inflate to, where that is known; `fonts`: takes those of the page."""
    if "/Rotate" in page and int(page["/Rotate"]) % 360:
        yield Damage("IMR311", number, "the page is turned")
    contents = page.get("/Contents")
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    parts = [_part(stream, known) if isinstance(stream, pikepdf.Stream) else None for stream in streams]
    content = b"\n".join(filter(None, parts))
    fonts.append(page_fonts(page, content, known.values()))
    if None in parts and contents is not None:
        yield Damage("IMR301", number, "the page's content fails its checksum")
    elif cut_off(content):
        yield Damage("IMR301", number, "the page's content begins or ends in its middle")
    elif not _SHOWS.search(content) and held(pdf, page):
        yield Damage("IMR301", number, "the page is blank, and the file's structure knows of words on it")
    elif fonts_missing(fonts[-1], content):
        yield Damage("IMR301", number, "the page's content names a font that the page does not have")
    if foreign_packed(known.values(), page, content) if known else foreign(pdf, page, content):
        yield Damage("IMR307", None, f"page {number} is not the one that the file's structure knows of")


def _part(stream: pikepdf.Object, known: Mapping[int, bytes]) -> bytes | None:
    number, _ = stream.objgen
    return known[number] if number in known else _content(stream)


def _resources(
    pdf: pikepdf.Pdf, page: pikepdf.Object, number: int, whole: dict[bytes, bool]
) -> Iterator[Damage]:
    """`whole` remembers fonts and forms by their place in the file: a letter's pages share them."""
    resources = page.get("/Resources")
    if not isinstance(resources, pikepdf.Dictionary):
        return
    for kind, message in (("/Font", "a font"), ("/XObject", "a part")):
        members = resources.get(kind)
        written = members.unparse() if isinstance(members, pikepdf.Dictionary) else b""
        if written not in whole:
            whole[written] = all(_member(pdf, reference, whole) for reference in REFERENCE.findall(written))
        if not whole[written]:
            yield Damage("IMR301", number, f"{message} of the page fails its checksum, or its own table")


def _member(pdf: pikepdf.Pdf, reference: bytes, whole: dict[bytes, bool]) -> bool:
    """Whether a font or a form is whole."""
    if reference not in whole:
        thing = pdf.get_object(*map(int, reference.split()[:2]))
        if isinstance(thing, pikepdf.Stream):
            whole[reference] = thing.get("/Subtype") == "/Image" or _whole(thing)
        elif isinstance(thing, pikepdf.Dictionary):
            chars = thing.get("/ToUnicode")
            programs = [part for part in _font_files(thing) if isinstance(part, pikepdf.Stream)]
            streams = [part for part in programs if "/Filter" in part]  # without one nothing tells
            if isinstance(chars, pikepdf.Stream):
                streams.append(chars)
            true = _true_widths(thing) and (bool(programs) or true_names(thing))
            whole[reference] = true and all(map(_whole, streams))
        else:
            whole[reference] = False
    return whole[reference]


def _font_files(font: pikepdf.Object) -> Iterator[pikepdf.Object | None]:
    """The font programs that the file brings along: a glyph that is lost there is lost in the text."""
    inner = font.get("/DescendantFonts")
    fonts = list(inner) if isinstance(inner, pikepdf.Array) else [font]
    for each in fonts:
        descriptor = each.get("/FontDescriptor")
        if isinstance(descriptor, pikepdf.Dictionary):
            yield from (descriptor.get(key) for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _true_widths(font: pikepdf.Object) -> bool:
    widths, first = font.get("/Widths"), font.get("/FirstChar")
    if widths is None or first is None or font.get("/Encoding") != "/WinAnsiEncoding":
        return True
    figures = widths.unparse(resolved=True).strip(b"[] ").split()
    return true_widths(str(font.get("/BaseFont")), int(first), figures)


def _whole(stream: pikepdf.Object) -> bool:
    return _content(stream) is not None


def _content(stream: pikepdf.Object) -> bytes | None:
    """What a stream inflates to; None where its checksum fails, or where one that is not deflated is no plain operators."""
    filters = stream.get("/Filter")
    if filters is None:
        raw = stream.read_raw_bytes()
        return raw if len(raw.translate(None, _PLAIN)) <= _ODD_SHARE * len(raw) else None
    deflated = filters == "/FlateDecode" or (
        isinstance(filters, pikepdf.Array) and list(filters) == ["/FlateDecode"]
    )
    if not deflated:
        return b" "  # not blank, and looked at no further
    raw = stream.read_raw_bytes()
    if not raw:  # of a page that is blank
        return b""
    try:
        return inflate(raw)
    except zlib.error:
        return None
