"""From JSON lines to what other programs open; the ending of the name says to what."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from imr_parse.output.compressed import write_gzip, write_plain, write_zstandard
from imr_parse.output.csvfile import write_csv
from imr_parse.output.excel import write_excel
from imr_parse.output.jsonlines import Records
from imr_parse.output.parquet import write_nested, write_tables
from imr_parse.output.tables import DECISIONS, FLAT, LETTERS, Table

ENDINGS = (".csv", ".xlsx", ".parquet", ".jsonl.gz", ".jsonl.zst", ".jsonl")
"""What can be written."""


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
    if tables and ending not in (".csv", ".parquet"):
        raise UnknownFormat(f"--tables makes two files of .csv or .parquet, not of {ending}")
    if flat and (ending != ".parquet" or tables):
        raise UnknownFormat("--flat is for one .parquet; other tables are flat already")
    records = Records(source)
    finals = _finals(target, ending, tables)
    parts = {table: f"{final}.part" for table, final in finals.items()}
    only = next(iter(parts.values()))
    cut = 0
    try:
        match ending:
            case ".csv":
                write_csv(records, parts)
            case ".parquet" if tables or flat:
                write_tables(records, parts)
            case ".parquet":
                write_nested(records, only)
            case ".xlsx":
                cut = write_excel(records, only)
            case _:
                _LINES[ending](records, only)
        for table, final in finals.items():
            os.replace(parts[table], final)
    finally:
        for part in parts.values():
            Path(part).unlink(missing_ok=True)
    return Converted(tuple(finals.values()), records.count, records.errors, cut)


_LINES: dict[str, Callable[[Records, str], None]] = {
    ".jsonl.gz": write_gzip,
    ".jsonl.zst": write_zstandard,
    ".jsonl": write_plain,
}


def _ending(target: str) -> str:
    for ending in ENDINGS:
        if target.lower().endswith(ending) and Path(target).name.lower() != ending:
            return ending
    raise UnknownFormat(f"'{target}' has none of the endings {', '.join(ENDINGS)}")


def _finals(target: str, ending: str, tables: bool) -> dict[Table, str]:
    if not tables:
        return {FLAT: target}
    stem, suffix = target[: -len(ending)], target[-len(ending) :]
    return {table: f"{stem}.{table.name}{suffix}" for table in (LETTERS, DECISIONS)}
