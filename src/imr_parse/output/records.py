"""Records out of JSON lines, one at a time: plain, `.gz`, `.zst` or standard input."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from pydantic_core import from_json

from imr_parse.output.extras import zstandard_reader
from imr_parse.output.lines import Record


class BadLine(Exception):
    """A line that is no record; the text says which and why."""


class Records:
    """The records of a file in order; error records are passed over and counted. Raises BadLine, OSError."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.count = 0
        self.errors = 0

    def __iter__(self) -> Iterator[Record]:
        for record, _ in self.with_lines():
            yield record

    def with_lines(self) -> Iterator[tuple[Record, bytes]]:
        """Each record with its line."""
        with _opened(self.path) as file:
            try:
                for number, line in enumerate(file, 1):
                    record = self._record(number, line)
                    if "error" in record:
                        self.errors += 1
                    else:
                        self.count += 1
                        yield record, line
            except (EOFError, gzip.BadGzipFile) as error:
                raise BadLine(f"{self.path} is damaged or cut short: {error}") from error

    def _record(self, number: int, line: bytes) -> Record:
        try:
            record = from_json(line)
        except ValueError as error:
            raise BadLine(f"line {number} of {self.path} is no JSON") from error
        if not isinstance(record, dict) or not {"schema_version", "source"} <= record.keys():
            raise BadLine(f"line {number} of {self.path} is no record of imr-parse")
        version = str(record["schema_version"])
        if version.split(".")[0] != "1":
            raise BadLine(
                f"line {number} of {self.path} has schema {version}, which this version does not know"
            )
        return cast(Record, record)


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path == "-":
        yield sys.stdin.buffer
    elif path.lower().endswith(".gz"):
        with gzip.open(path, "rb") as file:
            yield cast(BinaryIO, file)
    elif path.lower().endswith(".zst"):
        with zstandard_reader(path) as file:
            yield file
    else:
        with open(path, "rb") as file:
            yield file
