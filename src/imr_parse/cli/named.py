"""Which paths a command line names: its arguments, then those of `--files-from`."""

from __future__ import annotations

import contextlib
import itertools
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import typer

from imr_parse.cli import console
from imr_parse.inputs import listed, reason
from imr_parse.record import STANDARD_INPUT


@contextlib.contextmanager
def named_paths(
    ctx: typer.Context, arguments: list[str] | None, files_from: str | None, null: bool
) -> Iterator[Iterable[str]]:
    """The paths of the command line, then those of the list, which is open as long as the context is."""
    arguments = arguments or []
    if files_from is None:
        yield arguments or ctx.fail("give a file, a folder, or - for standard input")
    elif files_from != STANDARD_INPUT:
        with _list(ctx, files_from) as stream:
            yield itertools.chain(arguments, listed(stream, null))
    elif STANDARD_INPUT in arguments:
        ctx.fail("standard input cannot be both a letter and the list of --files-from")
    else:
        yield itertools.chain(arguments, listed(sys.stdin.buffer, null))


def _list(ctx: typer.Context, path: str) -> BinaryIO:
    try:
        return open(path, "rb")
    except (OSError, ValueError) as error:
        ctx.fail(f"cannot read the list '{console.plain(path)}': {reason(error)}")
