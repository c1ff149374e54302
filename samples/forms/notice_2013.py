"""The letter form notice-2013: specification, flow and truth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar

from ..setting.flow import EMPTY_LINE, PITCH, Block, Flow, Paragraph, Run, labelled, plain, title
from . import cover, reviewer
from .cover import LETTERHEAD, Style
from .final_2013 import assignment
from .sheet import NO_MARKS, Sheet
from .spec import UNSTATED, Case, Item, Parties, Patient, truth_of

NOTICE = "Notice of Independent Medical Review Determination"
DETERMINATION = "DETERMINATION"
DECISION = "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE"
QUALIFICATIONS = "Medical Qualifications of the Expert Reviewer:"
SUMMARY = "Case Summary:"
DOCUMENTS = "Documents Reviewed for Determination:"
SECTION = "Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her Decision"
RATIONALE = "Rationale for the Decision:"
LISTED = "The following relevant documents received from the interested parties were reviewed and considered:"

STYLE = Style(
    case_label="MAXIMUS Case Number:",
    ur_label="Date of UR Decision:",
    received_label="IMR Application Received:",
    employee_label="Employee:",
    padded_dates=False,
)


@dataclass(frozen=True)
class Letter:
    case: Case
    parties: Parties
    states: tuple[str, ...]
    certifications: tuple[str, ...]
    documents: tuple[str, ...]
    summary: tuple[str, ...]
    patient: Patient
    items: tuple[Item, ...]
    credentials: int = 0  # which of reviewer.WORDINGS
    subspecialty: bool = False
    subspecialty_said: int = 0
    labels: bool = True  # False: a copy without label lines
    determination: bool = True  # False: without the word DETERMINATION and the sentences below it
    bullets: str = "•"
    glued: bool = False  # "notmedically necessary"
    quoted: bool = True  # the summary stands in quotation marks
    bold_names: bool = True
    number_mark: str = "1)"
    disclaimer: bool = True
    documents_lead: str = LISTED
    one_paragraph: bool = False  # what both sides relied on, in one paragraph
    style: Style = STYLE
    sheet: Sheet = NO_MARKS

    layout: ClassVar[str] = "notice-2013"

    def flow(self) -> Flow:
        """The letter's paragraphs in order."""
        found: list[Block] = [title(LETTERHEAD[0], PITCH), title(NOTICE, PITCH)]
        found += self._labels() if self.labels else []
        verdicts = [self._verdict(number, item) for number, item in enumerate(self.items, 1)]
        if self.determination:
            found += [Paragraph((Run(DETERMINATION, bold=True),)), *verdicts]
        found += [title(DECISION), plain(self._filed()), *verdicts]
        who = "physician reviewer"
        credentials = reviewer.qualifications(
            who, self.certifications, self.states, wording=self.credentials, subspecialty=self.subspecialty,
            said=self.subspecialty_said,
        )  # fmt: skip
        rest = " ".join(sentence.format(who=who) for sentence in reviewer.STATEMENT[1:])
        found += [_heading(QUALIFICATIONS), plain(f"{credentials} {rest}", PITCH)]
        told = [self._disclaimer()] if self.disclaimer else []
        found += [_heading(SUMMARY), *(plain(text, PITCH if n == 0 else EMPTY_LINE)
                                       for n, text in enumerate((*told, *self._summary())))]  # fmt: skip
        found += [
            _heading(DOCUMENTS),
            plain(self.documents_lead, PITCH),
            *cover.listed(self.documents, self.bullets),
        ]
        for number, item in enumerate(self.items, 1):
            found += self._item(number, item)
        return self.sheet.flow(found)

    def _labels(self) -> list[Block]:
        case, style = self.case, self.style
        assert (
            case.decision_date and case.ur_denial_date and case.date_of_injury and case.application_received
        )
        pairs = (
            ("Dated:", cover.day_of(case.decision_date, style)),
            (style.employee_label, self.parties.employee or ""),
            (style.claim_label, self.parties.claim_number or ""),
            (style.ur_label, cover.day_of(case.ur_denial_date, style)),
            ("Date of Injury:", cover.day_of(case.date_of_injury, style)),
            (style.received_label, cover.day_of(case.application_received, style)),
            (style.case_label, case.case_number or ""),
        )
        pairs = (pairs[0], *cover.in_order(pairs[1:], style))
        return [
            cover.label(*pair, style, EMPTY_LINE if number < 2 else PITCH)
            for number, pair in enumerate(pairs)
        ]

    def _verdict(self, number: int, item: Item) -> Paragraph:
        mark = self.number_mark.replace("1", str(number))
        denial = "not" if self.glued else "not "
        verb = f"is {denial if item.upheld else ''}medically necessary and appropriate."
        said = f"{mark} MAXIMUS Federal Services, Inc. has determined the request for "
        return Paragraph((Run(said), Run(f"{item.heading} ", bold=self.bold_names), Run(verb)))

    def _filed(self) -> str:
        case, style = self.case, self.style
        assert case.application_received and case.ur_denial_date and case.date_assigned
        received, denied = (
            cover.day_of(day, style) for day in (case.application_received, case.ur_denial_date)
        )
        return (
            f"An application for Independent Medical Review was filed on {received} disputing the Utilization Review "
            f"Denial dated {denied}. {assignment(case.date_assigned)} A decision has been made for each of the "
            "treatment and/or services that were in dispute:"
        )

    def _disclaimer(self) -> str:
        day = self.case.ur_denial_date
        assert day
        return (
            "Disclaimer: The following case summary was taken directly from the utilization review "
            f"denial/modification dated {day:%B} {day.day}, {day.year}."
        )

    def _summary(self) -> tuple[str, ...]:
        if not self.quoted:
            return self.summary
        opened = (f'"{self.summary[0]}', *self.summary[1:])
        return (*opened[:-1], f'{opened[-1]}"')

    def _item(self, number: int, item: Item) -> list[Block]:
        mark = self.number_mark.replace("1", str(number))
        regarding = (Run(f"{mark} Regarding the request for ", bold=True), Run(f"{item.heading}:", bold=True))
        found: list[Block] = [Paragraph(regarding), _heading(SECTION)]
        said = [text for text in (item.claims_administrator_guideline, item.reviewer_guideline) if text]
        found += [plain(" ".join(said))] if self.one_paragraph else [plain(text) for text in said]
        return [*found, labelled(RATIONALE, item.rationale[0]), *map(plain, item.rationale[1:])]

    def truth(self) -> dict[str, Any]:
        """What the letter's record must say, in the flat form of score.py."""
        case = replace(self.case, priority=None)
        if not self.labels:  # the paragraph on the application still tells three dates
            case = replace(
                UNSTATED,
                date_assigned=case.date_assigned,
                ur_denial_date=case.ur_denial_date,
                application_received=case.application_received,
            )
        return truth_of(
            case=case,
            states=self.states,
            certifications=self.certifications,
            summary=self._summary(),
            patient=self.patient,
            items=self.items,
            documents=self.documents,
            parties=self.parties if self.labels else Parties(),
        )


def _heading(text: str) -> Paragraph:
    return Paragraph((Run(text, bold=True),))
