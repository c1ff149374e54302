"""CSV that opens in Excel, R, pandas, DuckDB and SQLite: UTF-8 with a byte order mark, LF, a header."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack

from imr_parse.output.lines import Record
from imr_parse.output.tables import Table, Value

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula (OWASP, "CSV Injection")."""


def write_csv(records: Iterable[Record], paths: dict[Table, str]) -> None:
    """Each table into its file. Cells are text as JSON shows it: true, false, ISO dates; null is empty."""
    with ExitStack() as stack:
        writers = []
        for table, path in paths.items():
            file = stack.enter_context(open(path, "w", encoding="utf-8-sig", newline=""))
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(column.name for column in table.columns)
            writers.append((table, writer))
        for record in records:
            for table, writer in writers:
                writer.writerows([_cell(value) for value in row] for row in table.rows(record))


def _cell(value: Value) -> str:
    """A value as a cell; text that would be a formula gets an apostrophe in front, as in a spreadsheet's own cell."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str() if value.startswith(FORMULA):
            return f"'{value}"
        case _:
            return str(value)
