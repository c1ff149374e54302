"""What a command may write over: nothing that it reads, and as a rule nothing that looks otherwise than what it writes there.

`parse -o` is freer, as users expect of it: it replaces any file but a PDF, except in a folder that it reads.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from imr_parse.record import STANDARD_INPUT


@dataclass(frozen=True)
class Kind:
    """What a command writes into a file, and how such a file begins."""

    name: str
    begins: re.Pattern[bytes]


RECORDS = Kind("file of records", re.compile(rb'\{\s{0,16}"schema_version"'))
_NO_PDF = Kind("file of records", re.compile(rb"(?!%PDF)"))
"""Outside the folders that are read: no one means to lose a letter."""
SUMMARY = Kind("summary of a batch", re.compile(rb'\{\s{0,16}"letters"'))
LOG = Kind("log of a batch", re.compile(rb'\{"time"'))
PICTURE = Kind("picture (PNG)", re.compile(rb"\x89PNG"))
BY_ENDING: Mapping[str, Kind] = {
    ".csv": Kind("table of imr-parse", re.compile(rb'(?:\xef\xbb\xbf)?"?source_path')),
    ".xlsx": Kind("Excel workbook", re.compile(rb"PK")),
    ".parquet": Kind("Parquet table", re.compile(rb"PAR1")),
    ".jsonl.gz": Kind("gzip file", re.compile(rb"\x1f\x8b")),
    ".jsonl.zst": Kind("Zstandard file", re.compile(rb"\x28\xb5\x2f\xfd")),
    ".jsonl": RECORDS,
}
"""What `convert` writes, by the ending of the name."""

_LOOKED_AT = 64
"""Bytes that tell what a file is."""


Target = tuple[str, Kind | None]
"""A path, and what is written there; None where it is told elsewhere what may stand there already."""


class Occupied(Exception):
    """A file that must not be written; the text is a sentence with its remedy."""


def protect(inputs: Iterable[str], targets: Iterable[Target]) -> None:
    """See to it that these targets can be written without loss. Raises Occupied.

    Links and other spellings of an input's name are that input.
    """
    read = {identity for path in inputs for identity in _identities(path)}
    taken: set[object] = set()
    for path, kind in targets:
        identities = set(_identities(path))
        if not identities.isdisjoint(read):
            raise Occupied(f"'{path}' is an input; writing to it would destroy it: give another place")
        # A name that differs in case alone is the same file on some systems.
        marks = {os.path.realpath(path).casefold(), *identities}
        if not marks.isdisjoint(taken):
            raise Occupied(f"'{path}' is named for two outputs; give each a file of its own")
        taken |= marks
        if kind is not None and _holds_other(path, kind):
            raise Occupied(
                f"'{path}' is there already and is no {kind.name}: delete it first, or give another place"
            )


def kind_beside(inputs: Iterable[str], path: str) -> Kind:
    """What may stand already where records of these inputs are to go: a file in a folder that is read may be a letter."""
    target = Path(os.path.realpath(path))
    folders = (each for each in inputs if os.path.isdir(each))
    return RECORDS if any(target.is_relative_to(os.path.realpath(each)) for each in folders) else _NO_PDF


def need_file(path: str) -> None:
    """See to it that a target is an ordinary file where it is there already. Raises Occupied."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise Occupied(
            f"'{path}' is a device or a pipe, and a job reads back what it wrote: name a file such as OUT.jsonl"
        )


def _identities(path: str) -> Iterator[tuple[int, int]]:
    """The file behind a path, where there is one: device and number. Folders, pipes and devices are not meant."""
    try:
        if path == STANDARD_INPUT:
            status = os.fstat(sys.stdin.fileno())
        else:
            status = os.stat(path)
    except (OSError, ValueError, AttributeError):
        return
    if stat.S_ISREG(status.st_mode):
        yield status.st_dev, status.st_ino


def _holds_other(path: str, kind: Kind) -> bool:
    """Whether an ordinary file stands there that is not empty and begins otherwise."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return False
        with open(path, "rb") as file:
            start = file.read(_LOOKED_AT)
    except (OSError, ValueError):  # it is told when the file is opened for writing
        return False
    return bool(start) and kind.begins.match(start) is None
