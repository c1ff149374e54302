"""What came of the inputs of a command that reads several."""

from __future__ import annotations

from dataclasses import dataclass

from imr_parse.cli.exits import Exit
from imr_parse.record import Determination, ErrorRecord


@dataclass(slots=True)
class Tally:
    """What came of the inputs so far."""

    records: int = 0
    review: int = 0
    failed: int = 0

    @property
    def inputs(self) -> int:
        """Inputs that are done."""
        return self.records + self.failed

    def count(self, result: Determination | ErrorRecord) -> None:
        """Take one more result in."""
        if isinstance(result, ErrorRecord):
            self.failed += 1
        else:
            self.records += 1
            self.review += result.needs_review

    def sentence(self) -> str:
        """The closing line."""
        return f"{self.inputs} inputs: {self.records} records, {self.review} to review, {self.failed} without a record"

    def exit_code(self, strict: bool) -> Exit:
        """How the command ends."""
        return Exit.of(self.inputs, self.failed, self.review if strict else 0)
