"""The letter form final-determination-2014: specification, flow and truth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from .flow import EMPTY_LINE, PITCH, Block, Flow, Paragraph, Row, Run, Table, labelled, plain, title

METHOD = "HOW THE IMR FINAL DETERMINATION WAS MADE"
SUMMARY = "CLINICAL CASE SUMMARY"
ITEMS = "IMR ISSUES, DECISIONS AND RATIONALES"
REVIEWER_STATEMENT = (
    "MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with "
    "the employer, employee, providers or the claims administrator. He/she has been in active clinical practice "
    "for more than five years and is currently working at least 24 hours a week in active practice. The expert "
    "reviewer was selected based on his/her clinical experience, education, background, and expertise in the "
    "same or similar specialties that evaluate and/or treat the medical condition and disputed items/Service. "
    "He/she is familiar with governing laws and regulations, including the strength of evidence hierarchy that "
    "applies to Independent Medical Review determinations."
)
SUMMARY_LEAD = (
    "The expert reviewer developed the following clinical case summary based on a review of the case file, "
    "including all medical records:"
)
ITEMS_LEAD = "The Final Determination was based on decisions for the disputed items/services set forth below:"
AFTER_TITLE = 20.3


@dataclass(frozen=True)
class Case:
    case_number: str
    date_assigned: date
    date_of_injury: date
    decision_date: date
    ur_denial_date: date
    application_received: date
    priority: str = "Standard"
    consolidated: tuple[str, ...] = ()


@dataclass(frozen=True)
class Patient:
    age: int | None
    sex: str | None
    occupation: str | None = None


@dataclass(frozen=True)
class Item:
    """One disputed item. `heading` is as printed, without number, outcome and the colon before it."""

    heading: str
    outcome: str  # as printed: Upheld or Overturned
    claims_administrator_guideline: str
    reviewer_guideline: str
    rationale: tuple[str, ...]  # its paragraphs
    treatment: str | None = None  # where it is not the heading
    original: str | None = None
    authorized: str | None = None
    number: str = ""  # printed before the heading: "1. "
    outcome_alone: bool = False  # the outcome word stands on its own line
    no_gap_before: tuple[str, ...] = ()  # labels without an empty line before them


@dataclass(frozen=True)
class Letter:
    case: Case | None  # None: a copy without the header table
    states: tuple[str, ...]
    certifications: tuple[str, ...]
    summary: tuple[str, ...]  # its paragraphs
    patient: Patient
    items: tuple[Item, ...]
    state_separator: str = ", "
    title_gap: float = EMPTY_LINE + 0.4
    items_on_new_page: bool = False
    widow_control: bool = True
    breaks_at_slash: bool = False
    blank_last_page: bool = False
    trailing_spaces: bool = False  # guideline sentences end in a space
    font_in_matrix: bool = False

    layout = "final-determination-2014"

    def flow(self) -> Flow:
        """The letter's paragraphs in order."""
        blocks: list[Block] = [] if self.case is None else [_header(self.case)]
        blocks += [
            title(METHOD, EMPTY_LINE),
            plain(REVIEWER_STATEMENT, AFTER_TITLE),
            plain("The Expert Reviewer has the following credentials:"),
            plain(f"State(s) of Licensure: {self.state_separator.join(self.states)}", PITCH),
            plain(f"Certification(s)/Specialty: {', '.join(self.certifications)}", PITCH),
            title(SUMMARY, self.title_gap),
            plain(SUMMARY_LEAD, AFTER_TITLE),
            *map(plain, self.summary),
            title(ITEMS, self.title_gap, starts_page=self.items_on_new_page),
            plain(ITEMS_LEAD, AFTER_TITLE),
        ]
        for item in self.items:
            blocks += self._item(item)
        return Flow(
            tuple(blocks),
            widow_control=self.widow_control,
            breaks_at_slash=self.breaks_at_slash,
            blank_last_page=self.blank_last_page,
        )

    def _item(self, item: Item) -> list[Block]:
        end = " " if self.trailing_spaces else ""
        parts = (
            ("Claims Administrator guideline:", item.claims_administrator_guideline + end),
            ("MAXIMUS guideline:", item.reviewer_guideline + end),
            ("Decision rationale:", item.rationale[0]),
        )
        heading = (Run(f"{item.number}{item.heading}: ", bold=True), Run(item.outcome))
        if item.outcome_alone:
            blocks: list[Block] = [Paragraph(heading[:1]), Paragraph(heading[1:], PITCH)]
        else:
            blocks = [Paragraph(heading)]
        for label, text in parts:
            blocks.append(labelled(label, text, PITCH if label in item.no_gap_before else EMPTY_LINE))
        return blocks + [plain(text) for text in item.rationale[1:]]

    def truth(self) -> dict[str, Any]:
        """What the letter's record must say, in the flat form of score.py."""
        outcomes = {item.outcome.lower() for item in self.items}
        return {
            "case": _case_truth(self.case),
            "reviewer": {
                "licensure_states": list(self.states),
                "certifications": [" ".join(name.split()) for name in self.certifications],
            },
            "case_summary": running(*self.summary),
            "patient": {
                "age": self.patient.age,
                "sex": self.patient.sex,
                "occupation": self.patient.occupation,
            },
            "documents_reviewed": [],
            "parties": dict.fromkeys(("claim_number", "employee", "provider", "claims_administrator")),
            "decisions": [_item_truth(item) for item in self.items],
            "outcome": outcomes.pop() if len(outcomes) == 1 else "partially_overturned",
        }


def running(*paragraphs: str) -> str:
    """Paragraphs as running text: white space is one space."""
    return " ".join(" ".join(paragraphs).split())


def _header(case: Case) -> Table:
    def day(value: date) -> str:
        return value.strftime("%m/%d/%Y")

    numbers = ", ".join((case.case_number, *case.consolidated))
    return Table(
        (
            Row(("Case Number:", numbers), None),
            Row(("Date Assigned:", day(case.date_assigned)), ("Date of Injury:", day(case.date_of_injury))),
            Row(("Decision Date:", day(case.decision_date)), ("UR Denial Date:", day(case.ur_denial_date))),
            Row(("Priority:", case.priority), ("Application Received:", day(case.application_received))),
        )
    )


def _case_truth(case: Case | None) -> dict[str, Any]:
    dates = ("date_assigned", "date_of_injury", "decision_date", "ur_denial_date", "application_received")
    return {
        "case_number": case and case.case_number,
        "consolidated_case_numbers": list(case.consolidated) if case else [],
        **{name: getattr(case, name).isoformat() if case else None for name in dates},
        "priority": case and case.priority.lower(),
        "treatments_in_dispute": [],
    }


def _item_truth(item: Item) -> dict[str, Any]:
    request = {"request_original": item.original, "request_authorized": item.authorized}
    return {
        "heading": running(item.heading),
        "treatment": running(item.treatment or item.heading),
        "outcome": item.outcome.lower(),
        "claims_administrator_guideline": running(item.claims_administrator_guideline),
        "reviewer_guideline": running(item.reviewer_guideline),
        "rationale": running(*item.rationale),
        **({key: running(value) for key, value in request.items() if value} if item.original else {}),
    }


def part_authorized(original: str, authorized: str, remaining: str, wording: int) -> dict[str, str]:
    """Heading, treatment, original and authorized of an item of which a part was authorized.

    Wordings 0 and 1 differ in a final "is"; in 2 all of the original request stays in dispute.
    """
    if wording == 2:
        heading = (
            f"{original} was the original request. The Claims Administrator authorized {authorized}, leaving the "
            f"original request IMR eligible. The original request, {remaining} is"
        )
    else:
        heading = (
            f"{original} was the original request. {authorized} was authorized by the Claims Administrator. The "
            f"remaining IMR eligible portion of the original request, {remaining}{' is' if wording == 0 else ''}"
        )
    return {"heading": heading, "treatment": remaining, "original": original, "authorized": authorized}
