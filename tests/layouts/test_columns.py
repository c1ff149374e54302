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


def beside(*counts: int) -> list[str]:
    """The rows in lines of so many labels, each followed by a line of their values."""
    rows = iter(ROWS.items())
    taken = [[next(rows) for _ in range(count)] for count in counts]
    return [" ".join(words) for some in taken for words in zip(*some, strict=True)]


@pytest.mark.parametrize("counts", [(7,), (1, 2, 2, 2), (4, 3), (3, 3, 1)])
def test_values_below_labels_that_stand_beside_each_other(counts: tuple[int, ...]) -> None:
    record = headed(*beside(*counts))
    assert record.case == headed(*(f"{label} {value}" for label, value in ROWS.items())).case
    assert not record.needs_review


@pytest.mark.parametrize("value", [*ROWS.values()])
def test_a_line_of_values_that_lacks_one_is_in_doubt_with_all_its_labels(value: str) -> None:
    record = headed(*(line.replace(value, "") for line in beside(7)))
    flagged = {
        row.path.rsplit("/", 1)[-1] for row in record.diagnostics if row.severity in ("warning", "error")
    }
    wanted = ("date_assigned", "decision_date", "priority", *PATHS)
    assert flagged.issuperset(wanted)


def test_a_label_printed_twice_is_no_other_one_without_a_value() -> None:
    rows = [f"{label} {value}" for label, value in ROWS.items()]
    record = headed(*rows[:-1], "Application Received: Application Received:", ROWS["Application Received:"])
    assert str(record.case.application_received) == "2014-06-06" and not record.needs_review


@pytest.mark.parametrize(
    "line",
    [
        "Employer: Example Foods",
        "Employer Name: Example Foods",
        "Employer's Name: Example Foods",
        "Employers: Example Foods",
    ],
)
def test_an_employer_is_no_misspelt_employee(line: str) -> None:
    rows = [f"{label} {value}" for label, value in ROWS.items()]
    assert headed(*rows, line).parties.employee is None
    record = headed(*rows, "Employe Name: Lena Example")
    assert record.parties.employee == "Lena Example"


@pytest.mark.parametrize(
    ("line", "missed"),
    [
        ("The Final Determination is OVERTURN.", True),
        ("We decided to uphold the denial of all items.", True),
        ("If the decision is overturned the claims administrator is told.", False),
        ("The final determination is sent to all parties.", False),
    ],
)
def test_an_outcome_summed_up_in_other_words_is_missed(line: str, missed: bool) -> None:
    record = headed(*(f"{label} {value}" for label, value in ROWS.items()), "", line)
    found = [(row.path, row.code) for row in record.diagnostics if row.path == "/stated_outcome"]
    assert record.stated_outcome is None and found == ([("/stated_outcome", "IMR201")] if missed else [])


@pytest.mark.parametrize("words", [TITLE, "CLINICAL CASE SUMMARY", "IMR ISSUES, DECISIONS AND RATIONALES"])
def test_a_title_in_small_letters_is_a_title(words: str) -> None:
    text = to_text(party(4, cover=None), "spaced").decode()
    record = parse_bytes(text.replace(words, words.lower(), 1).encode())
    assert record.case_summary == parse_bytes(text.encode()).case_summary and not record.needs_review


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
