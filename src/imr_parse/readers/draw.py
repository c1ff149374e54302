"""Pages of a PDF as pictures with boxes and a legend, drawn through pdfplumber and Pillow."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from imr_parse.document import Box
from imr_parse.errors import ImrParseError
from imr_parse.readers.pdfium import PDFIUM

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont
    from PIL.ImageFont import ImageFont as PlainFont

Color = tuple[int, int, int]
RED: Color = (214, 0, 0)
_BLACK: Color = (30, 30, 30)
_NOTHING = (0, 0, 0, 0)
"""A colour without any opacity."""
_TINT = 46
"""Opacity of a filled box, of 255: words under it stay readable."""
_PADDING = 1.2
"""Points between a value's letters and its frame."""
_MOST_PIXELS = 20_000_000
"""Of one picture: a page may claim any size."""
_POINTS = 72
"""To the inch."""
_COLORS = 128
"""Of the palette: small files, and the words as sharp as before."""


class Mark(NamedTuple):
    """A place on a page that is shown: tinted, or framed."""

    page: int
    """From 1."""
    box: Box
    color: Color
    filled: bool = False
    """Tinted, without a border; else a border alone."""
    code: str = ""
    """Diagnostics of a value in doubt: its border is thick and red, and the code stands in the margin."""


class Legend(NamedTuple):
    """What stands below a page."""

    colors: Sequence[tuple[str, Color]]
    """Name and colour of each kind of box."""
    notes: Sequence[tuple[int, str]]
    """Page and words of each doubt that no box can show."""


def pictures(data: bytes, marks: Sequence[Mark], legend: Legend, dpi: int) -> Iterator[bytes]:
    """Each page as PNG, in order. `dpi` is lowered for a page of uncommon size. Raises ImrParseError (IMR106)."""
    import pdfplumber  # slow to import

    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            for number, page in enumerate(pdf.pages, start=1):
                here = [mark for mark in marks if mark.page == number]
                notes = [words for at, words in legend.notes if at == number]
                scale = _resolution(float(page.width) * float(page.height), dpi)
                picture = _marked(page, here, scale)
                yield _png(_with_legend(picture, legend.colors, notes, scale))
                page.close()
    except Exception as problem:  # pdfminer raises anything on broken files
        raise ImrParseError("IMR106", "a page of the PDF cannot be drawn") from problem


def _resolution(area: float, dpi: int) -> float:
    """Dots to the inch for a page of this area in square points: fewer where it would give a huge picture."""
    return min(dpi, math.sqrt(_MOST_PIXELS / max(area / _POINTS**2, 1)))


def _marked(page: Any, marks: Sequence[Mark], dpi: float) -> Image:
    """The page with its marks: tints first, then frames, and those of values in doubt above all."""
    with PDFIUM:
        image = page.to_image(resolution=dpi)
    for mark in marks:
        if mark.filled:
            image.draw_rect(mark.box, fill=(*mark.color, _TINT), stroke=_NOTHING, stroke_width=0)
    for mark in sorted(marks, key=lambda mark: bool(mark.code)):
        if not mark.filled:
            width = max(1, round(dpi / (30 if mark.code else 80)))
            color = RED if mark.code else mark.color
            image.draw_rect(_padded(mark), fill=_NOTHING, stroke=color, stroke_width=width)
    picture: Image = image.annotated.convert("RGB")
    _codes(picture, marks, dpi / _POINTS, float(page.bbox[1]))
    return picture


def _padded(mark: Mark) -> Box:
    """The frame around a box, off its letters; of a value in doubt a little wider, for its border is thick."""
    left, top, right, bottom = mark.box
    by = _PADDING * (2 if mark.code else 1)
    return left - by, top - by, right + by, bottom + by


def _codes(picture: Image, marks: Sequence[Mark], scale: float, top: float) -> None:
    """Draw the codes of doubtful values in the right margin, each at its box's height, the same one in a line once.

    `scale`: dots to the point. `top`: the page's own upper edge in points.
    """
    from PIL import ImageDraw

    pen = ImageDraw.Draw(picture)
    font = _font(scale * 8)
    drawn: list[tuple[str, float]] = []
    for mark in marks:
        y = (mark.box[1] - top) * scale
        if not mark.code or any(code == mark.code and abs(at - y) < scale * 8 for code, at in drawn):
            continue
        drawn.append((mark.code, y))
        at = (picture.width - scale * 4, max(y, 0.0))
        area = pen.textbbox(at, mark.code, font=font, anchor="rt")
        pen.rectangle((area[0] - 2, area[1] - 2, area[2] + 2, area[3] + 2), fill=RED)
        pen.text(at, mark.code, fill="white", font=font, anchor="rt")


def _with_legend(
    picture: Image, colors: Sequence[tuple[str, Color]], notes: Sequence[str], dpi: float
) -> Image:
    """The picture on a taller sheet, with the legend and the notes below it."""
    from PIL import Image as images
    from PIL import ImageDraw

    em = max(8.0, dpi / 8)
    font = _font(em)
    measure = ImageDraw.Draw(picture)
    rows: list[list[tuple[float, str, Color]]] = [[]]
    x = em
    for name, color in colors:
        width = em * 2.6 + measure.textlength(name, font=font)
        if x + width > picture.width and rows[-1]:
            rows.append([])
            x = em
        rows[-1].append((x, name, color))
        x += width
    line = em * 1.6
    sheet = images.new(
        "RGB", (picture.width, picture.height + round(line * (len(rows) + len(notes)) + em)), "white"
    )
    sheet.paste(picture, (0, 0))
    pen = ImageDraw.Draw(sheet)
    pen.line((0, picture.height, picture.width, picture.height), fill=_BLACK)
    y = picture.height + em * 0.6
    for row in rows:
        for x, name, color in row:
            pen.rectangle((x, y, x + em, y + em), fill=color)
            pen.text((x + em * 1.4, y), name, fill=_BLACK, font=font)
        y += line
    for words in notes:
        pen.text((em, y), words, fill=RED, font=font)
        y += line
    return sheet


def _font(size: float) -> FreeTypeFont | PlainFont:
    from PIL import ImageFont

    return ImageFont.load_default(size)


def _png(picture: Image) -> bytes:
    from PIL.Image import Dither

    file = io.BytesIO()
    picture.quantize(_COLORS, dither=Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()
