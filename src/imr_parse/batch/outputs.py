"""The two files of a job, OUT.jsonl and OUT.errors.jsonl: all the state that there is.

Every line is written whole and in input order. What a kill, a power loss or a full disk leaves half written at the end is
cut off at the next start, and its letters are read again.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Self

from imr_parse._version import __version__
from imr_parse.batch import platforms
from imr_parse.batch.known import Record, known
from imr_parse.record import SCHEMA_VERSION

FLUSH_BYTES = 1 << 16
FLUSH_SECONDS = 0.5
SYNC_SECONDS = 5.0
"""A power loss costs at most the work of so many seconds; it is done again."""


class Refused(Exception):
    """The outputs that are there must not be gone on with: `message` and `remedy`."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class CannotWrite(Exception):
    """The outputs cannot be written: `message` and `remedy`."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def errors_path(path: Path) -> Path:
    """`OUT.errors.jsonl` beside `OUT.jsonl`."""
    stem = path.name[: -len(".jsonl")] if path.name.lower().endswith(".jsonl") else path.name
    return path.with_name(f"{stem}.errors.jsonl")


class Outputs:
    """The two files, open and locked. A context; use `read_back` before `write`."""

    def __init__(self, path: Path, redo: bool = False) -> None:
        self.path = path
        self.redo = redo
        self._finals = (path, errors_path(path))
        self._lock: BinaryIO | None = None
        self._files: list[_Appended] = []

    def __enter__(self) -> Self:
        try:
            self._lock = platforms.hold(str(self.path))
            if self._lock is None:
                raise CannotWrite(
                    f"another batch is writing {self.path}", "wait for it, or choose another output"
                )
            besides = [_beside(final) for final in self._finals]
            if not self.redo and any(beside.exists() for beside in besides):
                left = " and ".join(str(beside) for beside in besides if beside.exists())
                raise Refused(
                    f"a --redo of {self.path} was begun and not ended",
                    f"run it again with --redo, or delete {left}",
                )
            for path in besides if self.redo else self._finals:
                self._files.append(_Appended(path))
            platforms.sync_folder(str(self.path.parent))
        except BaseException as error:
            self.__exit__()
            if isinstance(error, OSError):
                raise cannot_write(self.path, error) from error
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files:
            file.close()
        if self._lock is not None:
            platforms.let_go(self._lock)

    def read_back(self) -> Iterator[tuple[Record, bytes]]:
        """What is known of each record and error in the files, and its line; cuts off a torn end. Raises Refused."""
        for file in self._files:
            try:
                yield from file.read_back()
            except OSError as error:
                raise cannot_write(file.path, error) from error

    def records(self) -> Iterator[Record]:
        """What stands in the files, once `read_back` has mended them."""
        for file in self._files:
            with open(file.path, "rb") as lines:
                yield from filter(None, map(known, lines))

    def discard(self) -> None:
        """Empty both files: half a --redo of another version is worth nothing."""
        for file in self._files:
            file.cut(0)
            file.mended = 0

    @property
    def mended(self) -> int:
        """Bytes that `read_back` cut off."""
        return sum(file.mended for file in self._files)

    @property
    def last_written(self) -> float:
        """When the files were last written before this start, in seconds since the epoch; 0 if never."""
        return max(file.last_written for file in self._files)

    def write(self, line: bytes, failed: bool) -> None:
        """Append a line, in memory first. Raises CannotWrite."""
        file = self._files[failed]
        try:
            file.append(line)
        except OSError as error:
            raise cannot_write(file.path, error) from error

    def finish(self) -> None:
        """Everything to the disk; a --redo takes its place. Raises CannotWrite."""
        try:
            for file in self._files:
                file.flush(sync=True)
            if self.redo:
                # Errors first: a job that dies in between has lost no record, and --redo ends what it began.
                for file, final in reversed(list(zip(self._files, self._finals, strict=True))):
                    file.close()
                    os.replace(file.path, final)
                    file.path = final
                platforms.sync_folder(str(self.path.parent))
        except OSError as error:
            raise cannot_write(self.path, error) from error

    def flush(self) -> None:
        """Everything to the disk, before leaving early. Raises CannotWrite."""
        try:
            for file in self._files:
                file.flush(sync=True)
        except OSError as error:
            raise cannot_write(self.path, error) from error


class _Appended:
    """One file that grows by whole lines."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.mended = 0
        self._file = open(path, "a+b", buffering=0)  # noqa: SIM115
        status = os.fstat(self._file.fileno())
        self._identity = (status.st_dev, status.st_ino)
        self.last_written = status.st_mtime if status.st_size else 0.0
        self._pending: list[bytes] = []
        self._bytes = 0
        self._flushed = self._synced = time.monotonic()

    def read_back(self) -> Iterator[tuple[Record, bytes]]:
        good = number = 0
        torn: int | None = None
        with open(self.path, "rb") as file:
            for number, line in enumerate(file, 1):
                record = known(line)
                if record is None:
                    torn = torn or number
                    continue
                if torn is not None:
                    raise self._foreign(torn)
                good += len(line)
                self._check_versions(record)
                yield record, line
        if torn == 1 and not _looks_like_ours(self.path):
            raise self._foreign(torn)
        self.cut(good)

    def cut(self, size: int) -> None:
        """Leave the first `size` bytes."""
        there = os.fstat(self._file.fileno()).st_size
        if there > size:
            self.mended += there - size
            self._file.truncate(size)

    def append(self, line: bytes) -> None:
        self._pending.append(line)
        self._bytes += len(line)
        if self._bytes >= FLUSH_BYTES or time.monotonic() - self._flushed >= FLUSH_SECONDS:
            self.flush()

    def flush(self, sync: bool = False) -> None:
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

    def _foreign(self, number: int) -> Refused:
        return Refused(
            f"line {number} of {self.path} is no record of imr-parse",
            "use --redo to write the file anew, or another output",
        )


def _looks_like_ours(path: Path) -> bool:
    """Whether a file that begins with a torn line is what a job left; anything else is left alone."""
    ours = b'{"schema_version":"'
    with open(path, "rb") as file:
        start = file.read(len(ours))
        return (
            not start.strip(b"\0") or (ours.startswith(start) or start == ours) and b"\n" not in file.read()
        )


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".redo")


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """What the system says of a file that the job writes."""
    text = error.strerror or str(error)
    remedy = "check the folder and the disk; the same command goes on where this one stopped"
    return CannotWrite(f"{path} cannot be written: {text[:1].lower()}{text[1:]}", remedy)
