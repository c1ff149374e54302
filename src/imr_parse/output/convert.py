"""From JSON lines to what other programs open; the ending of the name says to what."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from imr_parse.output.compressed import write_gzip, write_plain, write_zstandard
from imr_parse.output.csvfile import write_csv
from imr_parse.output.excel import write_excel
from imr_parse.output.parquet import write_nested, write_tables
from imr_parse.output.records import Records
from imr_parse.output.tables import DECISIONS, FLAT, LETTERS, Table

Paths = dict[Table, str]
"""The file of each table."""
Write = Callable[[Records, Paths], int | None]
"""Writes these files; the number of cells whose text was cut, where a format cuts any."""


def _one(write: Callable[[Records, str], int | None]) -> Write:
    """What writes one file, for a format that holds everything in one."""
    return lambda records, paths: write(records, paths[FLAT])


WRITERS: dict[str, Write] = {
    ".csv": write_csv,
    ".xlsx": _one(write_excel),
    ".parquet": _one(write_nested),
    ".jsonl.gz": _one(write_gzip),
    ".jsonl.zst": _one(write_zstandard),
    ".jsonl": _one(write_plain),
}
"""By the ending of the name: what writes it."""
_OF_TABLES: dict[str, Write] = {".csv": write_csv, ".parquet": write_tables}
"""The same for `--tables` and `--flat`."""


class UnknownFormat(Exception):
    """The name of the output does not say what to write, or an option does not fit it; the text says why."""


@dataclass(frozen=True)
class Converted:
    """What a conversion gave."""

    paths: tuple[str, ...]
    records: int
    errors: int
    """Error records that were passed over: tables hold letters only."""
    cut: int = 0
    """Cells of Excel whose text was too long."""


def convert(source: str, target: str, tables: bool = False, flat: bool = False) -> Converted:
    """Write `target` from the records of `source`; whole or not at all. Raises UnknownFormat, MissingExtra, BadLine, OSError.

    `tables`: two files, `letters` and `decisions`, in place of one. `flat`: Parquet with one row a decision.
    """
    ending = _ending(target)
    if tables and ending not in _OF_TABLES:
        raise UnknownFormat(f"--tables makes two files of .csv or .parquet, not of {ending}")
    if flat and (ending != ".parquet" or tables):
        raise UnknownFormat("--flat is for one .parquet; other tables are flat already")
    write = _OF_TABLES[ending] if tables or flat else WRITERS[ending]
    finals = _finals(target, ending, tables)
    parts = {table: f"{final}.part" for table, final in finals.items()}
    records = Records(source)
    try:
        cut = write(records, parts)
        for table, final in finals.items():
            os.replace(parts[table], final)
    finally:
        for part in parts.values():
            Path(part).unlink(missing_ok=True)
    return Converted(tuple(finals.values()), records.count, records.errors, cut or 0)


def _ending(target: str) -> str:
    for ending in WRITERS:
        if target.lower().endswith(ending) and Path(target).name.lower() != ending:
            return ending
    raise UnknownFormat(f"'{target}' has none of the endings {', '.join(WRITERS)}")


def _finals(target: str, ending: str, tables: bool) -> Paths:
    if not tables:
        return {FLAT: target}
    stem, suffix = target[: -len(ending)], target[-len(ending) :]
    return {table: f"{stem}.{table.name}{suffix}" for table in (LETTERS, DECISIONS)}
