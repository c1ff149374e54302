"""A file that grows by whole lines; a half-written end is cut off before it grows again."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from imr_parse._version import __version__
from imr_parse.batch.failures import Foreign, Refused
from imr_parse.batch.known import Record, known
from imr_parse.schema_version import SCHEMA_VERSION

FLUSH_BYTES = 1 << 16
FLUSH_SECONDS = 0.5
SYNC_SECONDS = 5.0
"""A power loss costs at most the work of so many seconds; it is done again."""


_ANY_RECORD = b'{"schema_version":"'
_RECORD = f'{{"schema_version":"{SCHEMA_VERSION}","source":{{"path":"'.encode()
"""How the lines of this version begin."""


class Appended:
    """One of a job's files: of the records, or of the errors. Every method may raise OSError."""

    def __init__(self, path: Path, errors: bool) -> None:
        self.path = path
        self._errors = errors
        self.mended = 0
        self._file = open(path, "a+b", buffering=0)  # noqa: SIM115
        status = os.fstat(self._file.fileno())
        self._identity = (status.st_dev, status.st_ino)
        self.last_written = status.st_mtime if status.st_size else 0.0
        self._pending: list[bytes] = []
        self._bytes = 0
        self._flushed = self._synced = time.monotonic()

    def read_back(self) -> Iterator[tuple[Record, bytes]]:
        """What is known of each line, and the line; then cuts off a torn end. Raises Refused."""
        good = 0
        with open(self.path, "rb") as file:
            for number, line in enumerate(file, 1):
                record = known(line)
                if record is None:
                    if not _torn(line):
                        raise self._foreign(number, "no record of imr-parse")
                    break
                if ("error" in record) != self._errors:
                    raise self._foreign(number, "a record" if self._errors else "an error record")
                good += len(line)
                self._check_versions(record)
                yield record, line
        self.cut(good)

    def cut(self, size: int) -> None:
        """Leave the first `size` bytes."""
        there = os.fstat(self._file.fileno()).st_size
        if there > size:
            self.mended += there - size
            self._file.truncate(size)

    def append(self, line: bytes) -> None:
        """Take a line, in memory first."""
        self._pending.append(line)
        self._bytes += len(line)
        if self._bytes >= FLUSH_BYTES or time.monotonic() - self._flushed >= FLUSH_SECONDS:
            self.flush()

    def flush(self, sync: bool = False) -> None:
        """Write what is in memory; with `sync`, or where that is long ago, see to it that the disk has it."""
        data = memoryview(b"".join(self._pending))
        while data:  # a disk that fills up takes a part and fails at the next call
            data = data[self._file.write(data) :]
        self._pending.clear()
        self._bytes = 0
        self._flushed = time.monotonic()
        if sync or self._flushed - self._synced >= SYNC_SECONDS:
            os.fsync(self._file.fileno())
            status = os.stat(self.path)  # a file in a folder that was removed takes every write in silence
            if (status.st_dev, status.st_ino) != self._identity:
                raise FileNotFoundError(2, "it was replaced by another file")
            self._synced = self._flushed

    def close(self) -> None:
        """Close the file; what is in memory is lost."""
        self._file.close()

    def _check_versions(self, record: Record) -> None:
        version, schema = record["source"]["parser_version"], record["schema_version"]
        if version != __version__:
            raise Refused(
                f"{self.path} was written by version {version} of imr-parse, this is {__version__}",
                "use --redo to read all letters again, or another output",
            )
        if schema != SCHEMA_VERSION:
            raise Refused(
                f"{self.path} holds records of schema {schema}, this version writes {SCHEMA_VERSION}",
                "use --redo to read all letters again, or another output",
            )

    def _foreign(self, number: int, what: str) -> Foreign:
        if self.path.suffix == ".redo":
            remedy = "move that file away and start again"
        elif number == 1:
            remedy = "name another output"
        else:
            remedy = "use --redo to write the file anew, or another output"
        return Foreign(f"line {number} of {self.path} is {what}", remedy)


def is_foreign(path: Path) -> bool:
    """Whether a file holds something and begins as none of a job's files does. Raises OSError."""
    with open(path, "rb") as file:
        start = file.read(len(_ANY_RECORD))
        if start.startswith(b"\0"):  # a power loss may leave zeros alone
            return bool(start.strip(b"\0")) or any(
                chunk.strip(b"\0") for chunk in iter(lambda: file.read(FLUSH_BYTES), b"")
            )
        return not _ANY_RECORD.startswith(start)


def _torn(line: bytes) -> bool:
    """Whether this is what a job may leave at a file's end: a record's beginning without a line's end, or zeros.

    Anything else is somebody's, and is not cut off.
    """
    if line.endswith(b"\n"):
        return False
    start = line.rstrip(b"\0")
    return start.startswith(_RECORD) or _RECORD.startswith(start)
