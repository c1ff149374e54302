"""Headers taken column by column, and second sets of credentials: every value right, or flagged."""

from __future__ import annotations

from itertools import chain

import pytest

from imr_parse import Determination, parse_bytes
from samples import to_text
from samples.letters_2013 import party

TITLE = "HOW THE IMR FINAL DETERMINATION WAS MADE"
ROWS = {
    "Case Number:": "CM14-9900011",
    "Date Assigned:": "07/01/2014",
    "Decision Date:": "08/01/2014",
    "Priority:": "Standard",
    "Date of Injury:": "03/04/2012",
    "UR Denial Date:": "05/05/2014",
    "Application Received:": "06/06/2014",
}
PATHS = (
    "application_received",
    "date_of_injury",
    "ur_denial_date",
    "case_number",
    "consolidated_case_numbers",
)


def headed(*lines: str) -> Determination:
    """A published letter with these lines as its header."""
    text = to_text(party(4, cover=None, header_table=False), "spaced").decode()
    return parse_bytes(("\n".join(lines) + "\n\n" + text[text.index(TITLE) :]).encode())


def columns(*counts: int) -> list[str]:
    """The rows in columns of so many labels, each followed by its values."""
    rows = iter(ROWS.items())
    taken = [[next(rows) for _ in range(count)] for count in counts]
    return list(chain.from_iterable([*(a for a, _ in some), *(b for _, b in some)] for some in taken))


@pytest.mark.parametrize("counts", [(7,), (4, 3), (2, 5), (1, 1, 1, 1, 1, 1, 1)])
def test_values_after_their_labels_column_by_column(counts: tuple[int, ...]) -> None:
    record = headed(*columns(*counts))
    assert record.case == headed(*(f"{label} {value}" for label, value in ROWS.items())).case
    assert record.case.case_number == "CM14-9900011" and not record.needs_review


def test_a_label_of_a_column_may_wrap() -> None:
    lines = columns(4, 3)
    at = lines.index("Application Received:")
    record = headed(*lines[:at], "Application", "Received:", *lines[at + 1 :])
    assert str(record.case.application_received) == "2014-06-06" and not record.needs_review


@pytest.mark.parametrize("gone", ["03/04/2012", "CM14-9900011", "08/01/2014"])
def test_columns_that_lack_a_value_are_flagged_whole(gone: str) -> None:
    record = headed(*(line for line in columns(7) if line != gone))
    flagged = {row.path for row in record.diagnostics if row.severity != "note"}
    assert {f"/case/{name}" for name in PATHS} <= flagged


def test_values_of_another_kind_are_not_taken() -> None:
    lines = columns(7)
    a, b = lines.index("Standard"), lines.index("03/04/2012")
    lines[a], lines[b] = lines[b], lines[a]
    flagged = {row.path for row in headed(*lines).diagnostics if row.severity != "note"}
    assert {f"/case/{name}" for name in PATHS} <= flagged


def test_both_sets_of_credentials_are_read() -> None:
    text = to_text(party(4, cover=None), "spaced").decode()
    wanted = parse_bytes(text.encode()).reviewer
    begin = text.index("The Expert Reviewer has the following credentials:")
    end = text.index("\n\n", text.index("Certification(s)/Specialty:"))
    record = parse_bytes(f"{text[:end]}\n\n{text[begin:end]}{text[end:]}".encode())
    assert record.reviewer.certifications == wanted.certifications * 2
    assert record.reviewer.licensure_states == wanted.licensure_states * 2
    assert {(row.path, row.code) for row in record.diagnostics if row.severity != "note"} == {
        ("/reviewer/certifications", "IMR206"),
        ("/reviewer/licensure_states", "IMR206"),
    }
