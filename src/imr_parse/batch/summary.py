"""What a job found, counted record by record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from imr_parse.batch.known import Record
from imr_parse.batch.seen import Seen

OUTCOMES = ("upheld", "overturned", "partially_overturned", "unknown")


@dataclass
class Summary:
    """Counts over all records and errors of the outputs, those of earlier starts too."""

    letters: int = 0
    decisions: int = 0
    letter_outcomes: Counter[str] = field(default_factory=Counter)
    decision_outcomes: Counter[str] = field(default_factory=Counter)
    layouts: Counter[str] = field(default_factory=Counter)
    to_review: int = 0
    review_codes: Counter[str] = field(default_factory=Counter)
    """Letters by the code of a warning or an error in them."""
    errors: int = 0
    error_codes: Counter[str] = field(default_factory=Counter)
    same_bytes: int = 0
    """Letters whose file has the bytes of an earlier one."""
    same_case: int = 0
    """Letters with the case number of an earlier one, of other bytes."""
    _bytes: Seen = field(default_factory=Seen, repr=False)
    _cases: Seen = field(default_factory=Seen, repr=False)

    @property
    def done(self) -> int:
        """Inputs that stand in the outputs."""
        return self.letters + self.errors

    def add(self, record: Record) -> str | None:
        """Count a record or an error; "same_bytes" or "same_case" where it repeats an earlier letter."""
        if "error" in record:
            self.errors += 1
            self.error_codes[record["error"]["code"]] += 1
            return None
        self.letters += 1
        self.layouts[record["layout"]] += 1
        self.letter_outcomes[record["outcome"] or "unknown"] += 1
        self.decisions += len(record["decisions"])
        for decision in record["decisions"]:
            self.decision_outcomes[decision["outcome"] or "unknown"] += 1
        if record["needs_review"]:
            self.to_review += 1
            codes = {row["code"] for row in record["diagnostics"] if row["severity"] != "note"}
            self.review_codes.update(codes)
        return self._repeats(record)

    def as_json(self) -> dict[str, Any]:
        """For `--summary`: counts with stable keys, codes and layouts in alphabetical order."""
        return {
            "letters": self.letters,
            "decisions": self.decisions,
            "letter_outcomes": {name: self.letter_outcomes[name] for name in OUTCOMES},
            "decision_outcomes": {
                name: self.decision_outcomes[name] for name in OUTCOMES if name != "partially_overturned"
            },
            "layouts": dict(sorted(self.layouts.items())),
            "to_review": self.to_review,
            "review_codes": dict(sorted(self.review_codes.items())),
            "errors": self.errors,
            "error_codes": dict(sorted(self.error_codes.items())),
            "same_bytes": self.same_bytes,
            "same_case": self.same_case,
        }

    def _repeats(self, record: Record) -> str | None:
        source, case = record["source"], record["case"]["case_number"]
        # A file may hold several letters: the same bytes are the same letter only from the same page on.
        new_bytes = self._bytes.add(f"{source['sha256']} {(source['pages'] or [0])[0]}")
        new_case = case is None or self._cases.add(case)
        if not new_bytes:
            self.same_bytes += 1
            return "same_bytes"
        if not new_case:
            self.same_case += 1
            return "same_case"
        return None
