"""Which files a command line names: arguments, folders and lists of paths become one lazy stream of inputs.

Nothing is held but the names of the folders that are open at the moment, so a million letters are fine. Nothing raises for
one bad name: it comes out as an input that carries its problem, and `read_input` says it in its turn.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from imr_parse.errors import ImrParseError
from imr_parse.record import STANDARD_INPUT

SUFFIXES = (".pdf", ".txt")
"""What a folder is searched for, in any case; a file that is named is always tried."""


class Input(NamedTuple):
    """One thing to read. It can be pickled and sent to a worker."""

    path: str
    """What the operating system opens; "-" is standard input. Bytes that are no UTF-8 stand as lone surrogates."""
    name: str
    """The same as `source.path` writes it: `/` on every system, bytes that are no UTF-8 as `\\xNN`."""
    problem: str | None = None
    """Why it cannot be read, where the walk knows that already: a sentence without a stop."""


@dataclass(slots=True)
class Skipped:
    """What a walk passed over, counted while the inputs are consumed. Hidden files are not counted."""

    others: int = 0
    """Files of other kinds than SUFFIXES."""
    loops: int = 0
    """Links to a folder that holds the link itself."""

    def sentence(self) -> str | None:
        """One line about it for standard error; None where there is nothing to say."""
        parts = []
        if self.others:
            kinds = " nor ".join(SUFFIXES)
            parts.append(f"{self.others} other file{'s' * (self.others > 1)} (neither {kinds})")
        if self.loops:
            parts.append(f"{self.loops} link{'s' * (self.loops > 1)} back to a folder above")
        return f"skipped {' and '.join(parts)}" if parts else None


def collect(paths: Iterable[str], skipped: Skipped | None = None) -> Iterator[Input]:
    """The inputs that these paths name, in the order given; a folder's letters sorted by their relative path.

    Lazy: `skipped` is complete when the stream has ended.
    """
    tally = Skipped() if skipped is None else skipped
    for path in paths:
        if path == STANDARD_INPUT:
            yield Input(path, path)
        elif os.path.isdir(path):
            yield from _walk(path, tally)
        else:
            yield Input(path, shown(path))


def listed(stream: BinaryIO, null: bool = False) -> Iterator[str]:
    """The paths in a list: one a line, or ended by NUL bytes with `null`. Empty ones are passed over."""
    end = b"\0" if null else b"\n"
    first = True
    for raw in _split(stream, end):
        if first:
            raw, first = raw.removeprefix(b"\xef\xbb\xbf"), False
        if not null:
            raw = raw.removesuffix(b"\r")
        if raw:
            path = os.fsdecode(raw) if os.name != "nt" else raw.decode("utf-8", "replace")
            yield path if path != STANDARD_INPUT else os.path.join(os.curdir, path)


def shown(path: str) -> str:
    """A path as records write it: `/` on every system, bytes that are no UTF-8 as `\\xNN`."""
    if os.sep != "/":
        path = path.replace(os.sep, "/")
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def read_input(item: Input, max_size: int) -> bytes:
    """The bytes of one input. Raises ImrParseError: IMR103 where it cannot be read, IMR109 over `max_size` bytes."""
    if item.problem is not None:
        raise ImrParseError("IMR103", item.problem)
    try:
        data = _standard_input(max_size) if item.path == STANDARD_INPUT else _read(item.path, max_size)
    except (OSError, ValueError) as error:
        raise ImrParseError("IMR103", reason(error)) from error
    if len(data) > max_size:
        raise ImrParseError("IMR109", f"the file is larger than {max_size} bytes")
    return data


def reason(error: OSError | ValueError) -> str:
    """What the operating system says of a file, in a few words and without its path."""
    match error:
        case FileNotFoundError():
            return "no such file"
        case PermissionError():
            return "no permission to read it"
        case IsADirectoryError():
            return "it is a folder"
        case OSError(strerror=str(text)):
            return text[:1].lower() + text[1:]
        case _:
            return "no file can have this name"


def _standard_input(max_size: int) -> bytes:
    if sys.stdin is None:
        raise OSError(0, "Standard input is closed")
    return sys.stdin.buffer.read(max_size + 1)


def _read(path: str, max_size: int) -> bytes:
    # A pipe that nobody writes to would hold the program for ever: it is opened without waiting.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if stat.S_ISREG(status.st_mode) and status.st_size > max_size:
            raise ImrParseError("IMR109", f"the file holds {status.st_size} bytes, the limit is {max_size}")
        if hasattr(os, "set_blocking"):
            os.set_blocking(descriptor, True)
        data = file.read(max_size + 1)
        if not data and stat.S_ISFIFO(status.st_mode):
            raise OSError(0, "It is a named pipe that nothing writes to")
        return data


def _walk(folder: str, skipped: Skipped) -> Iterator[Input]:
    """The letters below a folder, sorted as their relative paths with `/` sort as strings."""
    opened: list[tuple[str, Iterator[str], tuple[int, int]]] = []
    pending: str | None = folder
    while True:
        if pending is not None:
            try:
                status = os.stat(pending)
                identity = (status.st_dev, status.st_ino)
                if identity[1] and any(identity == above for _, _, above in opened):
                    skipped.loops += 1
                else:
                    opened.append((pending, iter(_entries(pending, skipped)), identity))
            except OSError as error:
                yield Input(pending, shown(pending), f"the folder cannot be listed: {reason(error)}")
            pending = None
        if not opened:
            return
        parent, names, _ = opened[-1]
        name = next(names, None)
        if name is None:
            opened.pop()
        elif name.endswith("/"):
            pending = os.path.join(parent, name[:-1])
        else:
            path = os.path.join(parent, name)
            yield Input(path, shown(path), _special(path))


def _entries(folder: str, skipped: Skipped) -> list[str]:
    """Sorted names of a folder's letters, and of its folders with a closing `/`."""
    names = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if _is_folder(entry):
                names.append(entry.name + "/")
            elif entry.name.lower().endswith(SUFFIXES):
                names.append(entry.name)
            else:
                skipped.others += 1
    names.sort()
    return names


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _special(path: str) -> str | None:
    """What is wrong with a found file that is no file: a walk does not wait for pipes and devices."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        return reason(error)
    return None if stat.S_ISREG(mode) else "it is a pipe, socket or device, not a file"


def _split(stream: BinaryIO, end: bytes) -> Iterator[bytes]:
    rest = b""
    while chunk := stream.read(1 << 16):
        *whole, rest = (rest + chunk).split(end)
        yield from whole
    if rest:
        yield rest
