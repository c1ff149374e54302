"""Exit codes: a contract with scripts."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """How the command ends. Where two apply, the first of 130, 4, 2, 1, 3 is given."""

    OK = 0
    NO_RECORD = 1
    USAGE = 2
    REVIEW = 3
    OUTPUT = 4
    INTERRUPTED = 130

    @classmethod
    def of(cls, inputs: int, failed: int, to_review: int = 0) -> Exit:
        """How a command ends that read so many inputs, of which so many failed; `to_review`: only with `--strict`."""
        if failed or not inputs:
            return cls.NO_RECORD
        return cls.REVIEW if to_review else cls.OK

    @property
    def meaning(self) -> str:
        """One sentence for the documentation."""
        return _MEANINGS[self]


_MEANINGS = {
    Exit.OK: "Every input gave a record.",
    Exit.NO_RECORD: "Some input gave no record, or there was no input.",
    Exit.USAGE: "The command was called wrongly.",
    Exit.REVIEW: "With `--strict`: a record needs review.",
    Exit.OUTPUT: "The output cannot be written.",
    Exit.INTERRUPTED: "Stopped by Ctrl-C.",
}
