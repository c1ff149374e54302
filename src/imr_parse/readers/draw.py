"""Pages of a PDF as pictures with boxes and a legend, drawn through pdfplumber and Pillow."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from imr_parse.errors import ImrParseError
from imr_parse.readers.pdfium import PDFIUM

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont
    from PIL.ImageFont import ImageFont as PlainFont

Color = tuple[int, int, int]
RED: Color = (214, 0, 0)
_BLACK: Color = (30, 30, 30)
_TINT = 46
"""Opacity of a filled box, of 255: words under it stay readable."""
_PADDING = 1.2
"""Points between a value's letters and its frame."""
_MOST_PIXELS = 20_000_000
"""Of one picture: a page may claim any size."""
_POINTS = 72
_COLORS = 128
"""Of the palette: small files, and the words as sharp as before."""


class Box(NamedTuple):
    """A box on a page."""

    page: int
    """From 1."""
    bbox: tuple[float, float, float, float]
    """Left, top, right, bottom in points from the page's top left corner."""
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


def pictures(data: bytes, boxes: Sequence[Box], legend: Legend, dpi: int) -> Iterator[bytes]:
    """Each page as PNG, in order. `dpi` is lowered for a page of uncommon size. Raises ImrParseError (IMR106)."""
    import pdfplumber  # slow to import

    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            for number, page in enumerate(pdf.pages, start=1):
                here = [box for box in boxes if box.page == number]
                area = float(page.width) * float(page.height) / _POINTS**2
                scale = min(dpi, (_MOST_PIXELS / max(area, 1)) ** 0.5)
                with PDFIUM:
                    image = page.to_image(resolution=scale)
                for box in here:
                    if box.filled:
                        image.draw_rect(
                            box.bbox, fill=(*box.color, _TINT), stroke=(0, 0, 0, 0), stroke_width=0
                        )
                for box in sorted(here, key=lambda box: bool(box.code)):
                    if not box.filled:
                        width = max(1, round(scale / (30 if box.code else 80)))
                        color = RED if box.code else box.color
                        image.draw_rect(_padded(box), fill=(0, 0, 0, 0), stroke=color, stroke_width=width)
                picture = image.annotated.convert("RGB")
                _codes(picture, here, scale / _POINTS, float(page.bbox[1]))
                notes = [words for at, words in legend.notes if at == number]
                yield _png(_with_legend(picture, legend.colors, notes, scale))
                page.close()
    except ImrParseError:
        raise
    except Exception as problem:  # pdfminer raises anything on broken files
        raise ImrParseError("IMR106", "a page of the PDF cannot be drawn") from problem


def _padded(box: Box) -> tuple[float, float, float, float]:
    """The frame around a box, off its letters; of a value in doubt a little wider, for its border is thick."""
    left, top, right, bottom = box.bbox
    by = _PADDING * (2 if box.code else 1)
    return left - by, top - by, right + by, bottom + by


def _codes(picture: Image, boxes: Sequence[Box], scale: float, top: float) -> None:
    """The codes of doubtful values in the right margin, each at its box's height, the same one in a line once."""
    from PIL import ImageDraw

    pen = ImageDraw.Draw(picture)
    font = _font(scale * 8)
    drawn: list[tuple[str, float]] = []
    for box in boxes:
        y = (box.bbox[1] - top) * scale
        if not box.code or any(code == box.code and abs(at - y) < scale * 8 for code, at in drawn):
            continue
        drawn.append((box.code, y))
        at = (picture.width - scale * 4, max(y, 0.0))
        area = pen.textbbox(at, box.code, font=font, anchor="rt")
        pen.rectangle((area[0] - 2, area[1] - 2, area[2] + 2, area[3] + 2), fill=RED)
        pen.text(at, box.code, fill="white", font=font, anchor="rt")


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
