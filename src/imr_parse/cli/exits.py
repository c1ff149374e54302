"""Exit codes: a contract with scripts."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """How the command ends; where two apply, the first of 130, 4, 2, 1, 3, 0."""

    OK = 0
    """Every input gave a record."""
    NO_RECORD = 1
    """Some input gave no record, or no input was found."""
    USAGE = 2
    """The command was called wrongly."""
    REVIEW = 3
    """With --strict: every input gave a record, and one of them needs review."""
    OUTPUT = 4
    """The output cannot be written."""
    INTERRUPTED = 130
    """Stopped by Ctrl-C."""
