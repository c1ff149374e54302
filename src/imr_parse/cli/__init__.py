"""The command line: the only room that prints."""

from __future__ import annotations

import sys

from imr_parse.cli.app import command
from imr_parse.cli.console import OutputError, complain
from imr_parse.cli.exits import Exit


def main() -> None:
    """Run the command with the process's arguments; always ends in SystemExit."""
    try:
        command()(prog_name="imr-parse")
    except OutputError as error:
        complain(str(error))
        sys.exit(Exit.OUTPUT)
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        complain(
            f"the program failed ({type(error).__name__}); run again with --debug and report what it prints"
        )
        sys.exit(Exit.NO_RECORD)
