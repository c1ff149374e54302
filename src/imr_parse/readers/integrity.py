"""Whether a PDF is whole: its streams' own checksums, its index, and the order that its pages had.

A Flate stream ends in the Adler-32 of its content (RFC 1950): damage that PDFium reads over in silence almost always
breaks that of a page's content or of a font's ToUnicode map. The pages of a tagged PDF are numbered by /StructParents
(ISO 32000-1, 14.7.4.4) in the order in which they were written, so a page that was lost, doubled or moved shows.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator

import pikepdf

from imr_parse.document import Damage

_MESSAGES = {
    "content": "the page's content fails its checksum",
    "map": "the character map of a font on the page fails its checksum",
    "form": "a part of the page's content fails its checksum",
}


def damage(data: bytes) -> list[Damage]:
    """What is wrong with a PDF that PDFium opened: pages from 1, None where the whole file is concerned."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            found = [row for number, page in enumerate(pdf.pages, start=1) for row in _page(page.obj, number)]
            found += _order(pdf)
            if pdf.get_warnings():
                found.append(
                    Damage(
                        "IMR308", None, "the file's index or an object in it was broken and had to be mended"
                    )
                )
            return found
    except (
        pikepdf.PdfError,
        pikepdf.PasswordError,
        zlib.error,
        ValueError,
        TypeError,
        AttributeError,
        KeyError,
        RuntimeError,
    ):
        return [Damage("IMR308", None, "the file's structure is broken")]


def _page(page: pikepdf.Object, number: int) -> Iterator[Damage]:
    kinds: dict[str, None] = {}
    contents = page.get("/Contents")
    for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
        if (
            isinstance(stream, pikepdf.Stream)
            and not _whole(stream)
            or stream is not None
            and not isinstance(stream, pikepdf.Stream)
        ):
            kinds["content"] = None
    resources = page.get("/Resources")
    if isinstance(resources, pikepdf.Dictionary):
        for font in _members(resources.get("/Font")):
            chars = font.get("/ToUnicode") if isinstance(font, pikepdf.Dictionary) else None
            if isinstance(chars, pikepdf.Stream) and not _whole(chars):
                kinds["map"] = None
        for thing in _members(resources.get("/XObject")):
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form" and not _whole(thing):
                kinds["form"] = None
    for kind in kinds:
        yield Damage("IMR301", number, _MESSAGES[kind])


def _members(node: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    if isinstance(node, pikepdf.Dictionary):
        yield from node.values()


def _whole(stream: pikepdf.Object) -> bool:
    """Whether a stream inflates to its own checksum; one that is not deflated says nothing."""
    filters = stream.get("/Filter")
    if isinstance(filters, pikepdf.Array):
        filters = filters[0] if len(filters) == 1 else None
    if filters != "/FlateDecode":
        return True
    try:
        zlib.decompress(stream.read_raw_bytes())
    except zlib.error:
        return False
    return True


def _order(pdf: pikepdf.Pdf) -> Iterator[Damage]:
    """Pages lost, doubled or moved since the file was written, by the numbers that tagged pages carry."""
    numbers = [page.obj.get("/StructParents") for page in pdf.pages]
    if not any(number is not None for number in numbers):
        return
    if (
        numbers != sorted(set(numbers), key=lambda number: -1 if number is None else number)
        or numbers[0] != 0
    ):
        yield Damage("IMR307", None, "the pages do not stand as they were written")
    elif numbers != list(range(len(numbers))):
        yield Damage("IMR307", None, "a page that was written is missing")
