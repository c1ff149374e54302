"""The two files of a job, OUT.jsonl and OUT.errors.jsonl: all the state that there is.

Every line is written whole and in input order. What a kill, a power loss or a full disk leaves half written at the end is
cut off at the next start, and its letters are read again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from imr_parse.batch import platforms
from imr_parse.batch.appended import Appended
from imr_parse.batch.failures import CannotWrite, Refused, writing
from imr_parse.batch.known import Record, known


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
        self._files: list[Appended] = []
        self._open = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as stack, writing(self.path):
            lock = platforms.hold(str(self.path))
            if lock is None:
                raise CannotWrite(
                    f"another batch is writing {self.path}", "wait for it, or choose another output"
                )
            stack.callback(platforms.let_go, lock)
            redone = [final.with_name(f"{final.name}.redo") for final in self._finals]
            begun = [str(path) for path in redone if path.exists()]
            if begun and not self.redo:
                raise Refused(
                    f"a --redo of {self.path} was begun and not ended",
                    f"run it again with --redo, or delete {' and '.join(begun)}",
                )
            for path in redone if self.redo else self._finals:
                file = Appended(path)
                stack.callback(file.close)
                self._files.append(file)
            platforms.sync_folder(str(self.path.parent))
            self._open = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def read_back(self) -> Iterator[tuple[Record, bytes]]:
        """What is known of each record and error in the files, and its line; cuts off a torn end. Raises Refused."""
        for file in self._files:
            with writing(file.path):
                yield from file.read_back()

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
        with writing(file.path):
            file.append(line)

    def flush(self) -> None:
        """Everything to the disk. Raises CannotWrite."""
        with writing(self.path):
            for file in self._files:
                file.flush(sync=True)

    def finish(self) -> None:
        """Everything to the disk; a --redo takes the place of what it redid. Raises CannotWrite."""
        self.flush()
        if not self.redo:
            return
        with writing(self.path):
            # Errors first: a job that dies in between has lost no record, and --redo ends what it began.
            for file, final in reversed(list(zip(self._files, self._finals, strict=True))):
                file.close()
                os.replace(file.path, final)
                file.path = final
            platforms.sync_folder(str(self.path.parent))
