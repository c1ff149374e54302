"""What letters of every form state, and how it stands in their truth."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Case:
    """The header's values; None where the letter does not state one."""

    case_number: str | None
    date_assigned: date | None
    date_of_injury: date | None
    decision_date: date | None
    ur_denial_date: date | None
    application_received: date | None
    priority: str | None = "Standard"
    consolidated: tuple[str, ...] = ()


UNSTATED = Case(None, None, None, None, None, None, None)


@dataclass(frozen=True)
class Patient:
    age: int | None
    sex: str | None
    occupation: str | None = None


@dataclass(frozen=True)
class Parties:
    """Who stands in the parties' copy; None where it names nobody or the name is blacked out."""

    claim_number: str | None = None
    employee: str | None = None
    provider: str | None = None
    claims_administrator: str | None = None


@dataclass(frozen=True)
class Item:
    """One disputed item. `heading` is as printed, without number, outcome and the colon before it."""

    heading: str
    outcome: str  # Upheld or Overturned
    claims_administrator_guideline: str | None
    reviewer_guideline: str
    rationale: tuple[str, ...]  # its paragraphs
    treatment: str | None = None  # where it is not the heading
    original: str | None = None
    authorized: str | None = None
    number: str = ""  # printed before the heading: "1. "
    outcome_alone: bool = False  # the outcome word stands on its own line
    no_gap_before: tuple[str, ...] = ()  # labels without an empty line before them

    @property
    def upheld(self) -> bool:
        return self.outcome == "Upheld"


def running(*paragraphs: str) -> str:
    """Paragraphs as running text: white space is one space."""
    return " ".join(" ".join(paragraphs).split())


def truth_of(
    *,
    case: Case,
    states: tuple[str, ...],
    certifications: tuple[str, ...],
    summary: tuple[str, ...],
    patient: Patient,
    items: tuple[Item, ...],
    documents: tuple[str, ...] = (),
    parties: Parties = Parties(),
    treatments_in_dispute: tuple[str, ...] = (),
) -> dict[str, Any]:
    """What the letter's record must say, in the flat form of score.py."""
    outcomes = {item.outcome.lower() for item in items}
    return {
        "case": _case(case, treatments_in_dispute),
        "reviewer": {
            "licensure_states": list(states),
            "certifications": [running(name) for name in certifications],
        },
        "case_summary": running(*summary),
        "patient": _values(patient),
        "documents_reviewed": [running(document) for document in documents],
        "parties": _values(parties),
        "decisions": [_item(item) for item in items],
        "outcome": outcomes.pop() if len(outcomes) == 1 else "partially_overturned",
    }


def _values(group: Patient | Parties) -> dict[str, Any]:
    return {field.name: getattr(group, field.name) for field in fields(group)}


def _case(case: Case, treatments: tuple[str, ...]) -> dict[str, Any]:
    dates = ("date_assigned", "date_of_injury", "decision_date", "ur_denial_date", "application_received")
    days = {name: getattr(case, name) for name in dates}
    return {
        "case_number": case.case_number,
        "consolidated_case_numbers": list(case.consolidated),
        **{name: day and day.isoformat() for name, day in days.items()},
        "priority": case.priority and case.priority.lower(),
        "treatments_in_dispute": [running(treatment) for treatment in treatments],
    }


def _item(item: Item) -> dict[str, Any]:
    ours = item.claims_administrator_guideline
    request = {"request_original": item.original, "request_authorized": item.authorized}
    return {
        "heading": running(item.heading),
        "treatment": running(item.treatment or item.heading),
        "outcome": item.outcome.lower(),
        "claims_administrator_guideline": None if ours is None else running(ours),
        "reviewer_guideline": running(item.reviewer_guideline),
        "rationale": running(*item.rationale),
        **{key: running(value) for key, value in request.items() if value},
    }
