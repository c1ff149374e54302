"""The second, independent reader: pdfplumber. Slow, for `--reader pdfplumber` and `--cross-check`.

Characters come in the order in which the page sets them, as in PDFium, so that the header table reads cell by cell.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from imr_parse.document import Damage, Document
from imr_parse.errors import ImrParseError
from imr_parse.readers.assemble import Printed
from imr_parse.readers.pages import document_of, refuse_more

_SAME_LINE = 3.0
"""Points by which baselines of one line may differ."""
_SPACE = 0.15
"""Of the font size: a gap between characters that is a space although none is set."""


def read_pdf(data: bytes, max_pages: int) -> Document:
    """The Document of a PDF. Raises ImrParseError (IMR106 to IMR109)."""
    printed: list[Printed] = []
    damage: list[Damage] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            count = len(pdf.pages)
            refuse_more(count, max_pages)
            for number, page in enumerate(pdf.pages, start=1):
                lines = list(_lines(page.chars, float(page.height), number))
                if not lines and (page.images or number < count):
                    has = "is a picture without text" if page.images else "is blank"
                    damage.append(Damage("IMR303", number, f"the page {has}", picture=bool(page.images)))
                printed.extend(lines)
                page.close()
    except PdfminerException as problem:
        locked = any(isinstance(cause, PDFPasswordIncorrect) for cause in (*problem.args, problem.__cause__))
        raise ImrParseError("IMR107" if locked else "IMR106") from problem
    except ImrParseError:
        raise
    except Exception as problem:  # pdfminer raises anything on broken files
        raise ImrParseError("IMR106") from problem
    return document_of(printed, data, "pdfplumber", pages=count, damage=damage)


def _lines(chars: list[dict[str, Any]], height: float, page: int) -> Iterator[Printed]:
    """Runs of characters on one baseline, in the order in which they are set."""
    run: list[dict[str, Any]] = []
    for char in chars:
        if run and not _follows(run[-1], char):
            yield from _line(run, height, page)
            run = []
        run.append(char)
    yield from _line(run, height, page)


def _follows(before: dict[str, Any], char: dict[str, Any]) -> bool:
    return abs(before["bottom"] - char["bottom"]) < _SAME_LINE and bool(char["x0"] > before["x0"] - 1)


def _line(run: list[dict[str, Any]], height: float, page: int) -> Iterator[Printed]:
    first = next((char for char in run if char["text"].strip()), None)
    if first is None:
        return
    pieces: list[str] = []
    before: dict[str, Any] | None = None
    for char in run:
        if before is not None and char["x0"] - before["x1"] > _SPACE * char["size"]:
            spaced = char["text"] == " " or before["text"] == " "
            pieces.append("" if spaced else " ")
        pieces.append(char["text"])
        before = char
    words = "".join(pieces)
    bold = "bold" in first["fontname"].lower()
    yield Printed(words, page, bold, height - first["bottom"])
