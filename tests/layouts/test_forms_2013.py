"""What is particular to the letters of 2013 and the parties' copies: what stands for what, and what must be said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from imr_parse import Determination, parse_bytes
from samples import to_pdf, to_text
from samples.letters_2013 import final, notice


def read(letter: Any, form: str = "pdf") -> Determination:
    """The record of a sample, as PDF or as text of that form."""
    return parse_bytes(to_pdf(letter, encrypt=False) if form == "pdf" else to_text(letter, form))


def flags(record: Determination, path: str) -> list[str]:
    """Codes of the warnings and errors at a path or on what holds it."""
    return [row.code for row in record.diagnostics
            if row.severity != "note" and f"{path}/".startswith(f"{row.path}/")]  # fmt: skip


def test_the_day_of_filing_stands_for_that_of_receipt_where_the_labels_are_gone() -> None:
    letter = notice(3, labels=False)
    record = read(letter)
    assert record.case.application_received == letter.case.application_received
    assert [row.code for row in record.diagnostics if row.path == "/case/application_received"] == ["IMR414"]
    assert not record.needs_review


def test_an_occupation_that_a_line_breaks_after_a_slash_is_one_word() -> None:
    letter = final(5)
    summary = (f"The patient is a 45 year old male firefighter/paramedic hurt at work. {letter.summary[0]}",)
    text = to_text(replace(letter, summary=summary), "bare").decode()
    text = text.replace("firefighter/paramedic", "firefighter/\nparamedic")
    patient = parse_bytes(text.encode()).case_summary.patient
    assert patient.occupation == "firefighter/paramedic"
