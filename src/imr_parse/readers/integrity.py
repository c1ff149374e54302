"""Whether a PDF is whole: its streams' own checksums, its index, and the order that its pages had.

A Flate stream ends in the Adler-32 of its content (RFC 1950): damage that PDFium reads over in silence almost always
breaks that of a page's content or of a font's ToUnicode map. What the pages of a tagged PDF were is told by readers.tree.
"""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence

import pikepdf

from imr_parse.document import Damage
from imr_parse.readers.marked import cut_off
from imr_parse.readers.named import REFERENCE, drawn, fonts_missing, page_fonts, strangers, true_names
from imr_parse.readers.pictured import pictured
from imr_parse.readers.sound import inflate, inflated
from imr_parse.readers.tree import breaks_off, elements, foreign, foreign_packed, held, order, written
from imr_parse.readers.widths import true_widths

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # what it says of a file is in its warnings
_PLAIN = bytes([9, 10, 12, 13, *range(32, 127)])
_SHOWS = re.compile(rb"T[jJ]\b|\bDo\b|[)\]>] ?['\"]")
"""Operators that show text, or a part of the page that stands elsewhere (ISO 32000-1, 9.4.3 and 8.8)."""
_MISSPELT = re.compile(rb">>[^\s<>/\w(]{1,3}stream\b|>>\x0bstream\b")
"""Only white space may stand before "stream"; some readers take other control characters for it, others do not."""
_UNSOUND = "the page's content fails its checksum"
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
            return _damage(pdf, data, full=foot is None or foot < _ROOM)
    except _BROKEN:
        return [Damage("IMR308", None, "the file's structure is broken")]


def _damage(pdf: pikepdf.Pdf, data: bytes, *, full: bool) -> list[Damage]:
    """`full`: whether the last page is, so that another one may have followed."""
    known = _inflated(pdf, data)
    packed = elements(known.values())
    pages = [page.obj for page in pdf.pages]
    found: list[Damage] = []
    fonts: list[bytes] = []
    contents: list[bytes] = []
    for number, page in enumerate(pages, start=1):
        content, whole = _contents(page, known)
        contents.append(content)
        fonts.append(page_fonts(page, content, known.values()))
        if "/Rotate" in page and int(page["/Rotate"]) % 360:
            found.append(Damage("IMR311", number, "the page is turned"))
        if problem := _problem(pdf, page, content, fonts[-1]) if whole else _UNSOUND:
            found.append(Damage("IMR301", number, problem))
        if foreign_packed(packed, page, content) if known else foreign(pdf, page, content):
            words = f"page {number} is not the one that the file's structure knows of"
            found.append(Damage("IMR307", None, words))
        if breaks_off(packed, page, content):
            words = "the page's content ends before words that the file's structure knows of"
            found.append(Damage("IMR301", number, words))
    found += pictured(data, contents)
    if not known:
        found += _not_plainly_whole(pdf, pages, data, fonts)
    found += order(pages, written(pdf, len(pages)) if full else 0)
    if not any(row.code == "IMR307" for row in found):
        for number in strangers(fonts):
            words = f"page {number} shares no font with another; it may be another letter's"
            found.append(Damage("IMR307", None, words))
    if pdf.get_warnings():
        words = "the file's index or an object in it was broken and had to be mended"
        found.append(Damage("IMR308", None, words))
    return found


def _inflated(pdf: pikepdf.Pdf, data: bytes) -> Mapping[int, bytes]:
    """By number what the streams of a plainly whole file inflate to; nothing of any other."""
    try:
        return inflated(pdf, data)
    except _BROKEN:  # where it is broken, the pages' own parts will tell
        return {}


def _contents(page: pikepdf.Object, known: Mapping[int, bytes]) -> tuple[bytes, bool]:
    """A page's content, and whether all its streams are whole."""
    contents = page.get("/Contents")
    if contents is None:
        return b"", True
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    parts = [_part(stream, known) if isinstance(stream, pikepdf.Stream) else None for stream in streams]
    return b"\n".join(filter(None, parts)), None not in parts


def _part(stream: pikepdf.Object, known: Mapping[int, bytes]) -> bytes | None:
    number, _ = stream.objgen
    return known[number] if number in known else _content(stream)


def _problem(pdf: pikepdf.Pdf, page: pikepdf.Object, content: bytes, fonts: bytes) -> str | None:
    """What tells that a page's content is not all there, although its streams are whole."""
    if cut_off(content):
        return "the page's content begins or ends in its middle"
    if not _SHOWS.search(content) and held(pdf, page):
        return "the page is blank, and the file's structure knows of words on it"
    if fonts_missing(fonts, content):
        return "the page's content names a font that the page does not have"
    return None


def _not_plainly_whole(
    pdf: pikepdf.Pdf, pages: Sequence[pikepdf.Object], data: bytes, fonts: Sequence[bytes]
) -> Iterator[Damage]:
    """What readers.sound has not asked of such a file."""
    sound: dict[bytes, bool] = {}
    for number, page in enumerate(pages, start=1):
        yield from _resources(pdf, page, number, sound)
        if drawn(pdf, fonts[number - 1]):
            yield Damage("IMR312", number, "the page's letters are drawings", picture=True)
    if _MISSPELT.search(data):
        yield Damage("IMR308", None, "readers differ on where one of its streams begins")


def _resources(
    pdf: pikepdf.Pdf, page: pikepdf.Object, number: int, sound: dict[bytes, bool]
) -> Iterator[Damage]:
    """`sound` remembers fonts and forms by their place in the file: a letter's pages share them."""
    resources = page.get("/Resources")
    if not isinstance(resources, pikepdf.Dictionary):
        return
    for kind, name in (("/Font", "a font"), ("/XObject", "a part")):
        members = resources.get(kind)
        written = members.unparse() if isinstance(members, pikepdf.Dictionary) else b""
        if written not in sound:
            sound[written] = all(_is_sound(pdf, member, sound) for member in REFERENCE.findall(written))
        if not sound[written]:
            yield Damage("IMR301", number, f"{name} of the page fails its checksum, or its own table")


def _is_sound(pdf: pikepdf.Pdf, reference: bytes, sound: dict[bytes, bool]) -> bool:
    if reference not in sound:
        member = pdf.get_object(*map(int, reference.split()[:2]))
        if isinstance(member, pikepdf.Stream):
            sound[reference] = member.get("/Subtype") == "/Image" or _whole(member)
        else:
            sound[reference] = isinstance(member, pikepdf.Dictionary) and _sound_font(member)
    return sound[reference]


def _sound_font(font: pikepdf.Object) -> bool:
    programs = [part for part in _font_files(font) if isinstance(part, pikepdf.Stream)]
    if not (_true_widths(font) and (programs or true_names(font))):
        return False
    chars = font.get("/ToUnicode")
    streams = [part for part in programs if "/Filter" in part]  # without a filter it has no checksum
    return all(map(_whole, [*streams, chars] if isinstance(chars, pikepdf.Stream) else streams))


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
    try:
        return inflate(raw) if raw else b""  # of a page that is blank
    except zlib.error:
        return None
