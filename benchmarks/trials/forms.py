"""Writes rows as bytes: a PDF that keeps bold, gaps and pages, or text that has lost some of them."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from itertools import groupby

from samples.setting.flow import PITCH, Font
from samples.setting.page import Line, Page, Piece, width
from samples.setting.pdf import to_pdf_bytes
from samples.setting.typeset import MARGIN, TOP

from .landmarks import FORMS
from .rows import Row, Rows, fitted, law_abiding, numbers_page

SIZE = 12.0
FOOT = 40.0  # lowest baseline
COLUMN = 612 - 2 * MARGIN
TEXT_FORMS = ("bare", "spaced", "trailing", "double-spaced", "form-feeds", "crlf", "indented")
_LABELS = tuple(words for form in FORMS.values() for words in form.labels())
_TITLES = {words for form in FORMS.values() for words in form.titles()}
_OUTCOME = re.compile(r"(?<=: )\w+\s*$")


def to_pdf(rows: Rows) -> bytes:
    """A PDF of the rows, not encrypted, so that equal rows give equal bytes. Raises UnicodeEncodeError."""
    return to_pdf_bytes(lay_out(rows), encrypt=False)


def lay_out(rows: Rows) -> tuple[Page, ...]:
    """The rows on pages, each page turned where the rows say or where it is full. Raises UnicodeEncodeError."""
    pages: list[Page] = []
    for _, group in groupby(fitted(rows), key=lambda row: row.page):
        lines: list[Line] = []
        y = TOP
        for row in group:
            if lines:
                y -= 2 * PITCH if row.opens else PITCH
            if y < FOOT:
                pages.append(Page(tuple(lines)))
                lines, y = [], TOP
            lines.append(Line(round(y, 2), _pieces(row), bool(row.opens)))
        pages.append(Page(tuple(lines)))
    return tuple(pages)


def _pieces(row: Row) -> tuple[Piece, ...]:
    """The row's words: in bold up to the label's end or to the outcome word, where it begins in bold."""
    bold = len(row.text) if row.bold else 0
    if row.bold:
        label = next((label for label in _LABELS if row.text.startswith(label)), None)
        outcome = _OUTCOME.search(row.text)
        colon = row.text.find(": ", 0, 40)
        bold = len(label) if label else outcome.start() if outcome else bold
        if not label and not outcome and 0 < colon and len(row.text) > 60:
            bold = colon + 1
    x = MARGIN
    if row.text.strip() in _TITLES:
        x += (612 - 2 * MARGIN - width(row.text, "Times-Bold", SIZE)) / 2
    pieces: list[Piece] = []
    faces: tuple[tuple[str, Font], ...] = ((row.text[:bold], "Times-Bold"), (row.text[bold:], "Times-Roman"))
    for text, font in faces:
        if text:
            pieces.append(Piece(round(x, 2), text, font, SIZE))
            x += width(text, font, SIZE)
    return tuple(pieces)


def to_text(rows: Rows, form: str) -> bytes:
    """Text in one of TEXT_FORMS."""
    rows = law_abiding(rows)
    lines: list[str] = []
    for at, row in enumerate(rows):
        gap = at > 0 and bool(row.opens)
        text = row.text.rstrip()
        if form in ("spaced", "form-feeds", "crlf") and gap:
            lines.append("")
        if form == "form-feeds" and at > 0 and row.page != rows[at - 1].page:
            text = f"\f{text}"
        if form == "double-spaced":
            lines += [" "] * gap + [f"{text} ", ""]
        elif form == "trailing":
            lines.append(row.text)
        elif form == "indented":
            lines.append(f"    {text}")
        else:
            lines.append(text)
    return ("\r\n" if form == "crlf" else "\n").join([*lines, ""]).encode()


def reflowed(rows: Rows, before: Rows) -> Rows:
    """The rows with the paragraphs wrapped anew that an edit changed from its first changed row on, as a printer sets them."""
    known = set(before)
    made: list[Row] = []
    at = 0
    while at < len(rows):
        end = at + 1
        if rows[at] not in known:
            while end < len(rows) and not rows[end].opens and _wraps(rows[end - 1], rows[end]):
                end += 1
        made += _wrapped(rows[at:end]) if end > at + 1 else rows[at:end]
        at = end
    return tuple(made)


def _wraps(row: Row, after: Row) -> bool:
    """Whether a row goes on in the next one: on its page, or over its end in mid-sentence, but not over a line that numbers it."""
    if numbers_page(row) or numbers_page(after):
        return False
    return row.page == after.page or not row.text.rstrip().endswith((".", ":", "?", "!"))


def _wrapped(rows: Rows) -> list[Row]:
    """A paragraph's rows filled to the column's width; no line ends where the running-text law would take a space away."""
    lines = [""]
    for word in re.findall(
        r"\S+\s*", "".join(row.text if row.text[-1:] in " -/" else f"{row.text} " for row in rows)
    ):
        full = width(f"{lines[-1]}{word.rstrip()}", "Times-Roman", SIZE) > COLUMN
        if full and lines[-1].endswith(" ") and not lines[-1].rstrip().endswith(("-", "/")):
            lines.append("")
        lines[-1] += word
    return [
        replace(rows[0], text=lines[0]),
        *(replace(rows[0], text=line, bold=False, opens=False) for line in lines[1:]),
    ]


def carry(rows: Rows, rng: random.Random) -> tuple[bytes, str]:
    """The rows as a PDF in half of the cases, else as text of a random form; and which."""
    form = "pdf" if rng.random() < 0.5 else rng.choice(TEXT_FORMS)
    if form == "pdf":
        try:
            return to_pdf(rows), form
        except UnicodeEncodeError:
            form = "form-feeds"
    return to_text(rows, form), form
