"""The same letter printed to PDF by another program: other fonts, gaps, bold, furniture, words set one by one."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from samples.setting.flow import Font
from samples.setting.page import Line, Page, Piece, width
from samples.setting.pdf import to_pdf_bytes

from .forms import lay_out
from .rows import Letter, Row, Rows, Untouchable, law_abiding, rows_of, without_furniture
from .scoring import Variant

Pages = tuple[Page, ...]


def variant(letter: Letter, rng: random.Random) -> Variant:
    """The letter's lines in a PDF of another look. Raises Untouchable."""
    how = rng.choice(list(WAYS))
    rows = rows_of(letter)
    if how == "words apart" and law_abiding(rows) != rows:  # a space after a line's last slash would be lost
        raise Untouchable
    try:
        if how in ROW_WAYS:
            data = to_pdf_bytes(lay_out(ROW_WAYS[how](rows, rng)), encrypt=False)
        else:
            data = to_pdf_bytes(
                PAGE_WAYS[how](lay_out(rows), rng), encrypt=False, font_in_matrix=rng.random() < 0.3
            )
    except UnicodeEncodeError as problem:
        raise Untouchable from problem
    return Variant("recast", how, data, letter.truth)


def _every_line(pages: Pages, change: Callable[[Line], Line]) -> Pages:
    return tuple(Page(tuple(map(change, page.lines)), page.boxes) for page in pages)


def _words_apart(pages: Pages, rng: random.Random) -> Pages:
    """Each word on its own, with a gap instead of a space."""

    def change(line: Line) -> Line:
        pieces = []
        for piece in line.pieces:
            x = piece.x
            for word in piece.text.split(" "):
                if word:
                    pieces.append(Piece(round(x, 2), word, piece.font, piece.size))
                x += width(f"{word} ", piece.font, piece.size)
        return replace(line, pieces=tuple(pieces))

    return _every_line(pages, change)


def _set_in(weights: tuple[Font, Font], size: float) -> Callable[[Pages, random.Random], Pages]:
    """All lines in another regular and bold font and size."""

    def change(line: Line) -> Line:
        pieces = []
        x = line.pieces[0].x
        for piece in line.pieces:
            font = weights[piece.font.endswith("Bold")]
            pieces.append(Piece(round(x, 2), piece.text, font, size))
            x += width(piece.text, font, size)
        return replace(line, pieces=tuple(pieces))

    return lambda pages, rng: _every_line(pages, change)


def _furnished(pages: Pages, rng: random.Random) -> Pages:
    """A line at the head or foot of every page."""
    shape = rng.choice((
        "Page {n} of {m}", "{n}", "- {n} -", "Page {n}", "{n}/{m}", "Printed on 3/4/2017", "CONFIDENTIAL", "COPY",
        "03/04/2017 14:02  FAX 555 010 0142  P. {n}/{m}", "Received by claims department", "https://www.example.org/letter {n}/{m}",
    ))  # fmt: skip
    foot = rng.random() < 0.7
    made = []
    for number, page in enumerate(pages, 1):
        text = shape.format(n=number, m=len(pages))
        line = Line(36.0 if foot else 760.0, (Piece(280.0, text, "Times-Roman", 9.0),), is_furniture=True)
        first = rng.random() < 0.5
        made.append(Page((line, *page.lines) if first else (*page.lines, line), page.boxes))
    return tuple(made)


def _spread(factor: float) -> Callable[[Pages, random.Random], Pages]:
    """Lines further apart, or closer."""

    def change(line: Line) -> Line:
        return replace(line, y=round(709.2 - (709.2 - line.y) * factor, 2))

    return lambda pages, rng: _every_line(pages, change)


def _shuffled_writing(pages: Pages, rng: random.Random) -> Pages:
    """The page's lines written in another order than they are read, as some programs do."""
    return tuple(Page(tuple(reversed(page.lines)), page.boxes) for page in pages)


def _jittered(pages: Pages, rng: random.Random) -> Pages:
    """Lines a little off their place, as a scan's text layer has them."""
    return _every_line(pages, lambda line: replace(line, y=round(line.y + rng.uniform(-1.2, 1.2), 2)))


PAGE_WAYS: dict[str, Callable[[Pages, random.Random], Pages]] = {
    "words apart": _words_apart,
    "all regular": _set_in(("Times-Roman", "Times-Roman"), 12.0),
    "all bold": _set_in(("Times-Bold", "Times-Bold"), 11.5),
    "sans": _set_in(("Helvetica", "Helvetica-Bold"), 10.0),
    "small": _set_in(("Times-Roman", "Times-Bold"), 8.0),
    "furniture": _furnished,
    "furniture again": _furnished,
    "wider": _spread(1.05),
    "closer": _spread(0.9),
    "written from the foot": _shuffled_writing,
    "jittered": _jittered,
}


def _no_gaps(rows: Rows, rng: random.Random) -> Rows:
    return tuple(replace(row, opens=False) for row in rows)


def _gaps_everywhere(rows: Rows, rng: random.Random) -> Rows:
    return tuple(replace(row, opens=True) for row in rows)


def _some_gaps(rows: Rows, rng: random.Random) -> Rows:
    """Gaps before some lines that open nothing, or none before some that do."""
    chance = rng.choice((0.02, 0.05))
    return tuple(replace(row, opens=not row.opens) if rng.random() < chance else row for row in rows)


def _some_bold(rows: Rows, rng: random.Random) -> Rows:
    """Bold lost on some lines and got by others."""
    chance = rng.choice((0.02, 0.05, 0.1))
    return tuple(replace(row, bold=not row.bold) if rng.random() < chance else row for row in rows)


def _pages_elsewhere(rows: Rows, rng: random.Random) -> Rows:
    """Pages of another height, in lines: a gap is as high as one."""
    size = rng.choice((16, 26, 40, 52))
    page, used = 1, 0
    turned: list[Row] = []
    for row in without_furniture(rows):
        used += 2 if row.opens else 1
        first = used > size
        if first:
            page, used = page + 1, 1
        turned.append(replace(row, page=page, opens=None if first else row.opens))
    return tuple(turned)


def _stripped(rows: Rows, rng: random.Random) -> Rows:
    """No space at the end of any line."""
    return tuple(replace(row, text=row.text.rstrip()) for row in law_abiding(rows))


def _preamble(rows: Rows, rng: random.Random) -> Rows:
    line = rng.choice(
        (
            "Exhibit A",
            "COPY",
            "Attachment 3",
            "Received 3/4/2017",
            "STATE OF CALIFORNIA",
            "Page 1",
            "Independent Medical Review",
        )
    )
    return (Row(line, 1, rng.random() < 0.5, None), *(replace(rows[0], opens=True),), *rows[1:])


ROW_WAYS: dict[str, Callable[[Rows, random.Random], Rows]] = {
    "no gaps": _no_gaps,
    "gaps everywhere": _gaps_everywhere,
    "some gaps": _some_gaps,
    "some bold": _some_bold,
    "pages elsewhere": _pages_elsewhere,
    "no spaces at line ends": _stripped,
    "a line before": _preamble,
}
WAYS = {**PAGE_WAYS, **ROW_WAYS}
