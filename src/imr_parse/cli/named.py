"""Which paths a command line names: its arguments, then those of `--files-from`."""

from __future__ import annotations

import contextlib
import itertools
import sys
from collections.abc import Iterable

import typer

from imr_parse.cli import console
from imr_parse.inputs import STANDARD_INPUT, listed, reason


def named_paths(
    ctx: typer.Context, arguments: list[str], files_from: str | None, null: bool, stack: contextlib.ExitStack
) -> Iterable[str]:
    """The paths of the command line, then those of the list."""
    if files_from is None:
        return arguments or ctx.fail("give a file, a folder, or - for standard input")
    if files_from == STANDARD_INPUT:
        if STANDARD_INPUT in arguments:
            ctx.fail("standard input cannot be both a letter and the list of --files-from")
        return itertools.chain(arguments, listed(sys.stdin.buffer, null))
    try:
        stream = stack.enter_context(open(files_from, "rb"))  # noqa: SIM115 (the stack closes it)
    except (OSError, ValueError) as error:
        ctx.fail(f"cannot read the list '{console.plain(files_from)}': {reason(error)}")
    return itertools.chain(arguments, listed(stream, null))
