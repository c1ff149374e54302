"""Excel: a sheet of decisions, one of letters, one of what to review. Written row by row, so that memory stays small."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import Any

from imr_parse.codes import CODES
from imr_parse.output.extras import need
from imr_parse.output.lines import Record
from imr_parse.output.tables import FLAT, LETTERS, Type, Value
from imr_parse.pointers import value_at

ROWS = 1_048_576
"""Rows of a sheet, Excel's own limit; a further sheet goes on with the rest."""
CELL = 32_767
"""Characters of a cell, Excel's own limit; longer text is cut and ends in …"""
FIRST_DATE = date(1900, 3, 1)
"""Excel counts days wrongly before this one; an earlier date stays text."""

_WIDTHS: dict[str, int] = {"string": 18, "integer": 9, "number": 9, "boolean": 11, "date": 12}
_WIDE = frozenset((
    "certifications", "treatment", "heading", "rationale", "case_summary", "message", "value", "remedy",
    "claims_administrator_guideline", "reviewer_guideline", "documents_reviewed",
))  # fmt: skip


@dataclass(frozen=True)
class _Heading:
    name: str
    type: Type


_REVIEW = (
    _Heading("source_path", "string"),
    _Heading("first_page", "integer"),
    _Heading("case_number", "string"),
    _Heading("severity", "string"),
    _Heading("code", "string"),
    _Heading("path", "string"),
    _Heading("value", "string"),
    _Heading("message", "string"),
    _Heading("page", "integer"),
    _Heading("remedy", "string"),
)


def write_excel(records: Iterable[Record], path: str) -> int:
    """The workbook; the number of cells whose text was cut. Raises MissingExtra."""
    library = need("xlsxwriter", "Excel", "excel")
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with closing(library.Workbook(path, options)) as book:
        sheets = (
            _Sheet(book, "decisions", FLAT.columns),
            _Sheet(book, "letters", LETTERS.columns),
            _Sheet(book, "review", _REVIEW),
        )
        for record in records:
            for sheet, rows in zip(
                sheets, (FLAT.rows(record), LETTERS.rows(record), _doubts(record)), strict=True
            ):
                for row in rows:
                    sheet.add(row)
        for sheet in sheets:
            sheet.finish()
        return sum(sheet.cut for sheet in sheets)


class _Sheet:
    """One table, over as many sheets as it takes."""

    def __init__(self, book: Any, name: str, columns: Iterable[Any]) -> None:
        self._book = book
        self._name = name
        self._columns = tuple(columns)
        self._bold = book.add_format({"bold": True})
        self._date = book.add_format({"num_format": "yyyy-mm-dd"})
        self._number = 0
        self.cut = 0
        self._open()

    def _open(self) -> None:
        self._number += 1
        name = self._name if self._number == 1 else f"{self._name} {self._number}"
        self._sheet = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        for index, column in enumerate(self._columns):
            width = 50 if column.name in _WIDE else max(_WIDTHS[column.type], len(column.name) + 3)
            self._sheet.set_column(index, index, width, self._date if column.type == "date" else None)
            self._sheet.write_string(0, index, column.name, self._bold)
        self._row = 1

    def add(self, row: Iterable[Value]) -> None:
        if self._row == ROWS:
            self.finish()
            self._open()
        for index, (column, value) in enumerate(zip(self._columns, row, strict=True)):
            if value is not None:
                self._write(index, column.type, value)
        self._row += 1

    def finish(self) -> None:
        self._sheet.autofilter(0, 0, max(1, self._row - 1), len(self._columns) - 1)

    def _write(self, index: int, kind: Type, value: Value) -> None:
        if isinstance(value, bool):
            self._sheet.write_boolean(self._row, index, value)
        elif isinstance(value, int | float):
            self._sheet.write_number(self._row, index, value)
        elif kind == "date" and (day := date.fromisoformat(str(value))) >= FIRST_DATE:
            self._sheet.write_datetime(self._row, index, day, self._date)
        else:
            text = str(value)
            if len(text) > CELL:
                text = text[: CELL - 1] + "…"
                self.cut += 1
            self._sheet.write_string(self._row, index, text)


def _doubts(record: Record) -> Iterator[tuple[Value, ...]]:
    """A row for each warning and error, with the value that it speaks of."""
    source = record["source"]
    for row in record["diagnostics"]:
        if row["severity"] == "note":
            continue
        code = row["code"]
        yield (
            source["path"],
            source["pages"][0] if source["pages"] else None,
            record["case"]["case_number"],
            row["severity"],
            code,
            row["path"],
            _text(value_at(record, row["path"])),
            row["message"],
            row["page"],
            CODES[code].remedy if code in CODES else None,
        )


def _text(found: Any) -> str | None:
    """A plain value as text; None for null, an object or a list."""
    return None if found is None or isinstance(found, dict | list) else str(found)
