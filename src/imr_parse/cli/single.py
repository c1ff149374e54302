"""The way of the commands that read one letter: its bytes, and how a refusal ends the command."""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Iterator

import typer

from imr_parse.cli import console
from imr_parse.cli.console import OutputError
from imr_parse.cli.exits import Exit
from imr_parse.inputs import Input, read_input, shown
from imr_parse.outcome import error_record, refusal
from imr_parse.pipeline import Options


@contextlib.contextmanager
def letter(path: str, options: Options, debug: bool) -> Iterator[bytes]:
    """The bytes of one letter. What is raised while they are read or used becomes one line and exit code 1."""
    item = Input(path, shown(path))
    try:
        yield read_input(item, options.max_size)
    except (typer.Exit, typer.BadParameter, OutputError):  # not the letter's doing
        raise
    except Exception as error:  # noqa: BLE001 (as in outcome.py: a letter is hostile input)
        if debug:
            traceback.print_exception(error)
        console.problem(error_record(item.name, refusal(error)), item.name)
        raise typer.Exit(Exit.NO_RECORD) from None
