"""The command line: the only room that prints."""

from __future__ import annotations

import sys
from typing import NoReturn

from imr_parse.cli.app import command
from imr_parse.cli.console import OutputError, complain, give_up
from imr_parse.cli.exits import Exit


def main() -> None:
    """Run the command with the process's arguments; always ends in SystemExit."""
    try:
        command()(prog_name="imr-parse")
    except OutputError as error:
        complain(str(error))
        sys.exit(Exit.OUTPUT)
    except OSError as error:
        # What fails at a stream that is open already names no file: help, or another text of the command's own.
        if error.filename is not None or "--debug" in sys.argv:
            _failed(error)
        give_up(sys.stdout)
        complain(f"cannot write to standard output: {(error.strerror or str(error)).lower()}")
        sys.exit(Exit.OUTPUT)
    except Exception as error:  # noqa: BLE001 (the last place that can say it in a sentence)
        _failed(error)


def _failed(error: Exception) -> NoReturn:
    """A defect of the program."""
    if "--debug" in sys.argv:
        raise error
    complain(f"the program failed ({type(error).__name__}); run again with --debug and report what it prints")
    sys.exit(Exit.NO_RECORD)
