"""The letter form final-determination-2014: specification, flow and truth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar, NotRequired, TypedDict

from ..setting.flow import EMPTY_LINE, PITCH, Block, Flow, Paragraph, Row, Run, Table, labelled, plain, title
from . import cover
from .cover import Cover
from .sheet import NO_MARKS, Sheet
from .spec import UNSTATED, Case, Item, Parties, Patient, truth_of

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
DOCUMENTS = "DOCUMENTS REVIEWED"
DOCUMENTS_LEAD = (
    "The following relevant documents received from the interested parties and the documents provided with the "
    "application were reviewed and considered. These documents included:"
)
AFTER_TITLE = 20.3


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
    second_reviewer: tuple[tuple[str, ...], tuple[str, ...]] | None = None  # states and certifications
    documents: tuple[str, ...] = ()  # the parties' copies of 2015 list them
    cover: Cover | None = None  # the parties' copy
    header_table: bool = True
    sheet: Sheet = NO_MARKS
    served: tuple[str, ...] = ()  # whom the proof of service names

    layout: ClassVar[str] = "final-determination-2014"

    def flow(self) -> Flow:
        """The letter's paragraphs in order."""
        blocks: list[Block] = (
            cover.blocks(self.cover, self.case, self.items) if self.cover and self.case else []
        )
        turns = bool(blocks)
        if self.case and self.header_table:
            blocks.append(_header(self.case, starts_page=turns))
            turns = False
        blocks += [
            title(METHOD, EMPTY_LINE, starts_page=turns),
            plain(REVIEWER_STATEMENT, AFTER_TITLE),
            plain("The Expert Reviewer has the following credentials:"),
            *self._credentials(self.states, self.certifications),
            *(self._credentials(*self.second_reviewer, EMPTY_LINE) if self.second_reviewer else []),
            *self._documents(),
            title(SUMMARY, self.title_gap),
            plain(SUMMARY_LEAD, AFTER_TITLE),
            *map(plain, self.summary),
            title(ITEMS, self.title_gap, starts_page=self.items_on_new_page),
            plain(ITEMS_LEAD, AFTER_TITLE),
        ]
        for item in self.items:
            blocks += self._item(item)
        if self.served and self.case and self.case.decision_date:
            blocks += cover.proof_of_service(self.case.decision_date, self.served)
        return self.sheet.flow(
            blocks,
            widow_control=self.widow_control,
            breaks_at_slash=self.breaks_at_slash,
            blank_last_page=self.blank_last_page,
        )

    def _credentials(
        self, states: tuple[str, ...], certifications: tuple[str, ...], gap: float = PITCH
    ) -> list[Block]:
        return [
            plain(f"State(s) of Licensure: {self.state_separator.join(states)}", gap),
            plain(f"Certification(s)/Specialty: {', '.join(certifications)}", PITCH),
        ]

    def _documents(self) -> list[Block]:
        if not self.documents:
            return []
        return [
            title(DOCUMENTS, self.title_gap),
            plain(DOCUMENTS_LEAD, AFTER_TITLE),
            *cover.listed(self.documents, "•"),
        ]

    def _item(self, item: Item) -> list[Block]:
        end = " " if self.trailing_spaces else ""
        parts = (
            ("Claims Administrator guideline:", (item.claims_administrator_guideline or "") + end),
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
        stated = self.case or UNSTATED
        if self.cover and not self.header_table:
            stated = replace(stated, date_assigned=None)
        second = self.second_reviewer or ((), ())
        return truth_of(
            case=stated,
            states=self.states + second[0],
            certifications=self.certifications + second[1],
            summary=self.summary,
            patient=self.patient,
            items=self.items,
            documents=self.documents,
            parties=self.cover.parties if self.cover else Parties(),
            treatments_in_dispute=self.cover.treatments if self.cover else (),
        )


def _header(case: Case, *, starts_page: bool) -> Table:
    def day(value: date | None) -> str:
        return f"{value:%m/%d/%Y}" if value else ""

    numbers = ", ".join((case.case_number or "", *case.consolidated))
    return Table(
        (
            Row(("Case Number:", numbers), None),
            Row(("Date Assigned:", day(case.date_assigned)), ("Date of Injury:", day(case.date_of_injury))),
            Row(("Decision Date:", day(case.decision_date)), ("UR Denial Date:", day(case.ur_denial_date))),
            Row(
                ("Priority:", case.priority or ""), ("Application Received:", day(case.application_received))
            ),
        ),
        starts_page=starts_page,
    )


class Heading(TypedDict):
    """The fields of an Item that its heading settles."""

    heading: str
    treatment: NotRequired[str]
    original: NotRequired[str]
    authorized: NotRequired[str]


def part_authorized(original: str, authorized: str, remaining: str, wording: int) -> Heading:
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
