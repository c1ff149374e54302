"""Writes typeset pages as a PDF like the published ones: unembedded fonts, Flate streams, AES, empty password.

The fonts carry the names, widths and descriptors that the real files have, since readers take boldness from them.
"""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from .flow import Font
from .page import HEIGHT, WIDTH, Line, Page, glyph_widths

# name in the file, weight, stem, average width, capital height, ascent, descent
FACES: dict[Font, tuple[str, int, int, int, int, int, int]] = {
    "Times-Roman": ("TimesNewRomanPSMT", 400, 40, 401, 693, 891, -216),
    "Times-Bold": ("TimesNewRomanPS-BoldMT", 700, 42, 427, 677, 891, -216),
    "Helvetica": ("ArialMT", 400, 44, 441, 728, 905, -210),
    "Helvetica-Bold": ("Arial-BoldMT", 700, 47, 479, 728, 905, -210),
}
_LABELS: dict[Font, str] = {font: f"F{number}" for number, font in enumerate(FACES, 1)}


def to_pdf_bytes(pages: tuple[Page, ...], *, encrypt: bool = True, font_in_matrix: bool = False) -> bytes:
    """A PDF of the pages. Without `encrypt` equal pages give equal bytes; with it, the AES vectors are random.

    `font_in_matrix` writes sizes as Adobe's library does: size 1 in the font, the points in the matrix.
    """
    pdf = pikepdf.new()
    fonts = Dictionary({f"/{_LABELS[font]}": pdf.make_indirect(_font(font)) for font in FACES})
    for page in pages:
        pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        sheet = pdf.pages[-1].obj
        sheet.Resources = Dictionary(Font=fonts)
        sheet.Contents = pdf.make_stream(_content(page, font_in_matrix))
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title="",
            Creator="imr-parse samples",
            Producer="imr-parse samples",
            CreationDate="D:20170101000000Z",
        )
    )
    out = io.BytesIO()
    options: dict[str, Any] = {"static_id": True, "compress_streams": True, "min_version": "1.6"}
    if encrypt:
        options["encryption"] = pikepdf.Encryption(owner="samples", user="", R=4, aes=True)
    pdf.save(out, **options)
    return out.getvalue()


def same_content(one: bytes, other: bytes) -> bool:
    """Whether two PDFs are the same but for encryption and compression."""
    return _bare(one) == _bare(other)


def _bare(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(
            out,
            static_id=True,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            encryption=False,
        )
    return out.getvalue()


def _content(page: Page, font_in_matrix: bool) -> bytes:
    boxes = [
        f"{box.grey} g {box.x:.2f} {box.y:.2f} {box.width:.2f} {box.height:.2f} re f" for box in page.boxes
    ]
    words = [command for line in page.lines for command in _show(line, font_in_matrix)]
    return "\n".join([*boxes, "0 g", *words]).encode("cp1252")


def _show(line: Line, font_in_matrix: bool) -> list[str]:
    commands = []
    for piece in line.pieces:
        size, scale = (1.0, piece.size) if font_in_matrix else (piece.size, 1.0)
        text = piece.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        commands.append(
            f"BT /{_LABELS[piece.font]} {size:g} Tf {scale:g} 0 0 {scale:g} {piece.x:.2f} {line.y:.2f} Tm"
            f" ({text}) Tj ET"
        )
    return commands


@cache
def _face(font: Font) -> tuple[list[int], dict[str, Any]]:
    name, weight, stem, average, capitals, ascent, descent = FACES[font]
    descriptor = {
        "/Type": Name.FontDescriptor,
        "/FontName": Name(f"/{name}"),
        "/Flags": 32,
        "/ItalicAngle": 0,
        "/Ascent": ascent,
        "/Descent": descent,
        "/CapHeight": capitals,
        "/AvgWidth": average,
        "/MaxWidth": 2600,
        "/FontWeight": weight,
        "/XHeight": 250,
        "/Leading": 42,
        "/StemV": stem,
        "/FontBBox": [-558, descent, 2000, capitals],
    }
    return list(glyph_widths(font)[32:]), descriptor


def _font(font: Font) -> Dictionary:
    widths, descriptor = _face(font)
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=descriptor["/FontName"],
        Encoding=Name.WinAnsiEncoding,
        FirstChar=32,
        LastChar=255,
        Widths=Array(widths),
        FontDescriptor=Dictionary({**descriptor, "/FontBBox": Array(descriptor["/FontBBox"])}),
    )
