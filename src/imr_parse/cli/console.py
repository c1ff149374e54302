"""Standard output and standard error: bytes of data on the one, plain sentences on the other."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import sys
from enum import StrEnum
from typing import BinaryIO, Self

from imr_parse.record import ErrorRecord


class OutputError(Exception):
    """The output cannot be written; the text is a whole sentence."""


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def plain(text: str) -> str:
    """Text that is safe on a terminal and stays on its line: what does not print is written as an escape."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def complain(sentence: str) -> None:
    """One line on standard error, from the program itself."""
    say(f"imr-parse: {sentence}")


def say(line: str) -> None:
    """One line on standard error. Nobody listening is no problem."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            sys.stderr.write(plain(line) + "\n")
            sys.stderr.flush()


def problem(record: ErrorRecord, name: str) -> None:
    """One line on standard error for an input without a record: `path: code: sentence; remedy`.

    `name` is the input's own, for the record's may be hidden.
    """
    error = record.error
    say(f"{name}: {error.code}: {error.message}; {error.remedy}")


def needs_review(name: str) -> None:
    """One line on standard error for a record in doubt, with `--strict`."""
    say(f"{name}: needs review; `imr-parse show` tells why")


def nothing_found() -> None:
    """One line on standard error where the command line named no letter."""
    complain("no letter found; give a PDF or text file, or a folder that holds some")


def on_terminal() -> bool:
    """Whether a person sees standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def use_color(choice: Color) -> bool:
    """Whether to colour standard output. `auto`: on a terminal that can, and without NO_COLOR (no-color.org)."""
    if choice is not Color.AUTO:
        return choice is Color.ALWAYS
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    modern = os.name != "nt" or "WT_SESSION" in os.environ or "TERM_PROGRAM" in os.environ
    return modern and on_terminal()


class Sink:
    """Where the data go: a file, or standard output. Raises OutputError where they cannot be written.

    A reader that closed the pipe has what it wanted: the process ends at once and quietly.
    """

    def __init__(self, path: str | None = None) -> None:
        self.path = path
        self._name = "standard output" if path is None else f"'{path}'"
        self._stream = self._open()

    def _open(self) -> BinaryIO:
        if self.path is None:
            if sys.stdout is None:
                raise OutputError("cannot write to standard output: it is closed")
            return sys.stdout.buffer
        try:
            return open(self.path, "wb")
        except (OSError, ValueError) as error:
            raise self._failure(error) from error

    def write(self, data: bytes) -> None:
        """Write and flush, so that whoever reads has each record as soon as it is there."""
        try:
            self._stream.write(data)
            self._stream.flush()
        except OSError as error:
            self._give_up()
            if error.errno == errno.EPIPE or (os.name == "nt" and error.errno == errno.EINVAL):
                raise SystemExit(0) from None
            raise self._failure(error) from error

    def holds(self, path: str) -> bool:
        """Whether this file is the output itself."""
        if self.path is None:
            return False
        try:
            return os.path.samestat(os.stat(path), os.fstat(self._stream.fileno()))
        except (OSError, ValueError):
            return False

    def _failure(self, error: OSError | ValueError) -> OutputError:
        text = getattr(error, "strerror", None) or "no file can have this name"
        return OutputError(
            f"cannot write to {self._name}: {text[:1].lower()}{text[1:]}; give another place with -o"
        )

    def _give_up(self) -> None:
        """Point the stream at nothing: else the interpreter tries to flush it once more at its end, and complains."""
        with contextlib.suppress(OSError, ValueError):
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, self._stream.fileno())
            os.close(nothing)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.path is not None:
            self._stream.close()


_TOKEN = re.compile(r'("(?:[^"\\]|\\.)*+")(:?)|\b(?:true|false|null)\b|-?\d[\d.eE+-]*+')
_KEY, _STRING, _OTHER, _RESET = "\x1b[34m", "\x1b[32m", "\x1b[36m", "\x1b[0m"


def for_terminal(text: str, color: bool) -> str:
    """JSON as a terminal may see it: characters that do not print are escaped, tokens are coloured on request."""
    text = re.sub(r"[^\n -~]", lambda m: m[0] if m[0].isprintable() else json.dumps(m[0])[1:-1], text)
    return _TOKEN.sub(_paint, text) if color else text


def _paint(match: re.Match[str]) -> str:
    string, colon = match[1], match[2]
    if string is None:
        return f"{_OTHER}{match[0]}{_RESET}"
    return f"{_KEY if colon else _STRING}{string}{_RESET}{colon or ''}"
