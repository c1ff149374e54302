"""Tables: every column finds its value in the model, and rows say what the record says."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from imr_parse.output.tables import DECISIONS, FLAT, LETTERS, TABLES, Column
from imr_parse.record import Determination

DECISION: dict[str, Any] = {
    "number": 1,
    "heading": "Topical cream",
    "treatment": "Topical cream",
    "request": {"original": None, "authorized": None},
    "outcome": "upheld",
    "medically_necessary": False,
    "claims_administrator_guideline": {"text": "Guideline A.", "basis": None, "citations": []},
    "reviewer_guideline": {"text": "Guideline B.", "basis": None, "citations": []},
    "rationale": "Not needed.",
    "services": [],
}
CITATION: dict[str, Any] = {
    "system": "MTUS",
    "title": "Knee Complaints",
    "year": 2004,
    "sections": [],
    "pages": None,
    "updated": None,
    "text": "Knee Complaints 2004",
}
SERVICE: dict[str, Any] = {
    "text": "Two sessions", "name": "physical therapy", "category": "Rehabilitation", "subcategory": None,
    "drug_class": None, "brand": None, "ingredients": [], "form": None, "quantity": 2.5, "unit": None,
    "refills": None, "visits": 2, "visits_per_week": None, "weeks": None, "acquisition": None,
    "duration_days": None, "contrast": None, "body_parts": [{"part": "knee", "side": "left"}], "levels": [],
    "retrospective": False, "service_date": None, "surgical": None,
}  # fmt: skip
SECOND = DECISION | {
    "number": 2,
    "treatment": "Two sessions",
    "outcome": "overturned",
    "medically_necessary": True,
    "request": {"original": "Eight sessions", "authorized": "Six sessions"},
    "reviewer_guideline": {
        "text": "Guideline B.",
        "basis": "mtus",
        "citations": [CITATION, CITATION | {"title": None}, CITATION | {"title": "Elbow Complaints"}],
    },
    "services": [SERVICE, SERVICE | {"name": None, "drug_class": "NSAIDs", "body_parts": []}],
}
RECORD: dict[str, Any] = {
    "schema_version": "1.1",
    "source": {
        "path": "a/b.pdf", "pages": [1, 3], "sha256": "00", "media_type": "application/pdf", "reader": "pdfium",
        "parser_version": "0.1.0",
    },
    "layout": "final-determination-2014",
    "needs_review": True,
    "case": {
        "case_number": "CM16-0000001", "consolidated_case_numbers": [], "priority": "standard",
        "date_of_injury": "2015-01-02", "ur_denial_date": None, "application_received": None, "date_assigned": None,
        "decision_date": "2016-03-04", "treatments_in_dispute": [],
    },
    "parties": {"claim_number": None, "employee": None, "provider": None, "claims_administrator": None},
    "outcome": "partially_overturned",
    "stated_outcome": None,
    "reviewer": {"licensure_states": ["California", "Ohio"], "certifications": ["Forearm, Wrist"]},
    "documents_reviewed": [],
    "case_summary": {"text": "A man.", "patient": {"age": 40, "sex": "male", "occupation": None}},
    "decisions": [DECISION, SECOND],
    "diagnostics": [
        {"code": "IMR203", "severity": "warning", "path": "/decisions/1/rationale", "message": "m", "page": 2},
        {"code": "IMR203", "severity": "warning", "path": "/decisions/1", "message": "m", "page": 2},
        {"code": "IMR401", "severity": "note", "path": "/decisions/0/heading", "message": "m", "page": 1},
        {"code": "IMR204", "severity": "error", "path": "/case/ur_denial_date", "message": "m", "page": 1},
    ],
    "evidence": [],
}  # fmt: skip


def rows(table: Any, record: dict[str, Any]) -> list[dict[str, Any]]:
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows(record)]


def test_the_record_used_here_is_one() -> None:
    record = Determination.model_validate(RECORD)
    assert json.loads(record.model_dump_json()) == RECORD


def test_the_flat_table_repeats_the_letter_for_each_decision() -> None:
    first, second = rows(FLAT, RECORD)
    assert (first["number"], second["number"]) == (1, 2)
    assert first["case_number"] == second["case_number"] == "CM16-0000001"
    assert (first["outcome"], first["letter_outcome"]) == ("upheld", "partially_overturned")
    assert second["request_original"] == "Eight sessions"
    assert second["medically_necessary"] is True
    assert first["licensure_states"] == "California; Ohio"
    assert first["documents_reviewed"] == ""
    assert (first["first_page"], first["last_page"]) == (1, 3)


def test_members_of_lists_are_joined_once_each() -> None:
    first, second = rows(DECISIONS, RECORD)
    assert (first["services"], first["reviewer_systems"], first["reviewer_basis"]) == ("", "", None)
    assert second["reviewer_titles"] == "Knee Complaints; Elbow Complaints"
    assert (second["reviewer_systems"], second["reviewer_basis"]) == ("MTUS", "mtus")
    assert (second["services"], second["service_categories"]) == ("physical therapy", "Rehabilitation")
    assert (second["drug_classes"], second["body_parts"]) == ("NSAIDs", "knee")
    assert (second["quantity"], second["visits"], second["retrospective"]) == (2.5, 2, False)
    assert (first["quantity"], first["visits"], first["retrospective"]) == (None, None, None)


def test_a_record_of_schema_1_0_has_rows_too() -> None:
    old = {key: value for key, value in DECISION.items() if key != "services"}
    old["reviewer_guideline"] = {"text": "Guideline B.", "citations": []}
    (row,) = rows(DECISIONS, RECORD | {"decisions": [old], "schema_version": "1.0"})
    assert (row["services"], row["reviewer_basis"], row["rationale"]) == (None, None, "Not needed.")


def test_review_codes_stand_on_the_letter_and_on_the_decision_they_concern() -> None:
    first, second = rows(FLAT, RECORD)
    assert first["review_codes"] == second["review_codes"] == "IMR203; IMR204"
    assert (first["decision_review_codes"], second["decision_review_codes"]) == ("", "IMR203")


def test_the_tenth_decision_has_no_share_in_the_first_ones_codes() -> None:
    record = copy.deepcopy(RECORD)
    record["decisions"] = [DECISION | {"number": number} for number in range(1, 12)]
    record["diagnostics"][:2] = [RECORD["diagnostics"][0] | {"path": "/decisions/10/outcome"}]
    codes = [row["decision_review_codes"] for row in rows(DECISIONS, record)]
    assert codes == [""] * 10 + ["IMR203"]


def test_text_has_no_pages() -> None:
    record = RECORD | {"source": RECORD["source"] | {"pages": None}}
    (row,) = rows(LETTERS, record)
    assert row["first_page"] is None


def test_two_tables_hold_what_the_flat_one_holds() -> None:
    (letter,) = rows(LETTERS, RECORD)
    joined = [letter | decision for decision in rows(DECISIONS, RECORD)]
    assert joined == rows(FLAT, RECORD)


def test_a_letter_without_decisions_stays_in_the_flat_table() -> None:
    record = RECORD | {"decisions": []}
    (row,) = rows(FLAT, record)
    assert row["case_number"] == "CM16-0000001"
    assert row["decision_count"] == 0
    assert row["number"] is row["treatment"] is row["decision_review_codes"] is None
    assert rows(DECISIONS, record) == []
    assert len(rows(LETTERS, record)) == 1


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_names_are_unique_and_short(table: Any) -> None:
    names = [column.name for column in table.columns]
    assert len(names) == len(set(names))
    assert all(name.isidentifier() and name.islower() and len(name) <= 30 for name in names)
    assert set(table.key) <= set(names)


KINDS = {"string": str, "integer": int, "number": float, "boolean": bool, "date": str}


@pytest.mark.parametrize("column", FLAT.columns, ids=lambda column: column.name)
def test_each_column_has_the_type_it_states(column: Column) -> None:
    full = copy.deepcopy(RECORD)
    for group in ("case", "parties"):
        full[group] = {
            key: value if value is not None else "2016-01-01" for key, value in full[group].items()
        }
    full["decisions"][1]["claims_administrator_guideline"] = full["decisions"][1]["reviewer_guideline"]
    full["case_summary"]["patient"]["occupation"] = full["stated_outcome"] = "upheld"
    value = column.value(full, 1)
    assert type(value) is KINDS[column.type]
