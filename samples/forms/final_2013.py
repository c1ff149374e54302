"""The letter form final-determination-2013: specification, flow and truth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from ..setting.flow import EMPTY_LINE, PITCH, Block, Flow, Paragraph, Run, labelled, plain, title
from . import cover, reviewer
from .cover import Cover
from .sheet import NO_MARKS, Sheet
from .spec import UNSTATED, Case, Item, Parties, Patient, truth_of

METHOD = "HOW THE IMR FINAL DETERMINATION WAS MADE"
DOCUMENTS = "DOCUMENTS REVIEWED"
SUMMARY = "CLINICAL CASE SUMMARY"
ITEMS = "IMR DECISION(S) AND RATIONALE(S)"
SENT = "MAXIMUS Federal Services sent the complete case file to a physician reviewer."
DOCUMENTS_LEAD = (
    "The following relevant documents received from the interested parties and the documents provided with the "
    "application were reviewed and considered. These documents included:"
)
SUMMARY_LEAD = (
    "The physician reviewer developed the following clinical case summary based on a review of the case file, "
    "including all medical records:"
)
ITEMS_LEAD = "The Final Determination was based on decisions for the disputed items/services set forth below:"
RATIONALE = "The Physician Reviewer's decision rationale:"
AFTER_TITLE = 20.3


@dataclass(frozen=True)
class Letter:
    cover: Cover | None  # None: a copy that lost its opening and so states no case
    case: Case
    states: tuple[str, ...]
    certifications: tuple[str, ...]
    documents: tuple[str, ...]
    summary: tuple[str, ...]
    patient: Patient
    items: tuple[Item, ...]
    credentials: int = 0  # which of reviewer.WORDINGS
    subspecialty: bool = True
    subspecialty_said: int = 0
    bullets: str = "•"
    number_mark: str = "1."  # before an item's sentence: "1." or "1)"
    capital_verbs: bool = False  # "IS NOT medically necessary"
    bold_verdicts: bool = True
    rationale_below: bool = False  # the rationale begins on the line after its label
    assigned_stated: bool = False  # tells when the Notice of Assignment was provided
    left_titles: bool = False
    one_paragraph: bool = False  # what both sides relied on, in one paragraph
    items_title: str = ITEMS
    rationale_label: str = RATIONALE
    documents_lead: str = DOCUMENTS_LEAD
    was: bool = False  # "was not medically necessary"
    served: tuple[str, ...] = ()
    ending: str = ""  # the last line: "/MCC"
    sheet: Sheet = NO_MARKS

    layout: ClassVar[str] = "final-determination-2013"

    def flow(self) -> Flow:
        """The letter's paragraphs in order."""
        found: list[Block] = cover.blocks(self.cover, self.case, self.items) if self.cover else []
        turns = bool(self.cover and self.cover.letter)
        found.append(replace(self._title(METHOD), starts_page=turns))
        found.append(plain(self._method(), AFTER_TITLE))
        found += [self._title(DOCUMENTS), plain(self.documents_lead, AFTER_TITLE)]
        found += cover.listed(self.documents, self.bullets)
        found += [self._title(SUMMARY), plain(SUMMARY_LEAD, AFTER_TITLE), *map(plain, self.summary)]
        found += [self._title(self.items_title), plain(ITEMS_LEAD, AFTER_TITLE)]
        for number, item in enumerate(self.items, 1):
            found += self._item(number, item)
        found += [plain(self.ending)] if self.ending else []
        if self.served and self.case.decision_date:
            found += cover.proof_of_service(self.case.decision_date, self.served)
        return self.sheet.flow(found)

    def _title(self, text: str) -> Paragraph:
        return replace(title(text, EMPTY_LINE), centred=not self.left_titles)

    def _method(self) -> str:
        who = "physician reviewer"
        first, practice, selected = (sentence.format(who=who) for sentence in reviewer.STATEMENT)
        credentials = reviewer.qualifications(
            who, self.certifications, self.states, wording=self.credentials, subspecialty=self.subspecialty,
            said=self.subspecialty_said,
        )  # fmt: skip
        assigned = (
            [assignment(self.case.date_assigned)] if self.assigned_stated and self.case.date_assigned else []
        )
        return " ".join([*assigned, SENT, first, credentials, practice, selected])

    def _item(self, number: int, item: Item) -> list[Block]:
        verb = ("was" if self.was else "is") + (" not" if item.upheld else "")
        verb = verb.upper() if self.capital_verbs else verb
        mark = self.number_mark.replace("1", str(number))
        verdict = f"{mark} {item.heading} {verb} medically necessary and appropriate."
        found: list[Block] = [Paragraph((Run(verdict, bold=self.bold_verdicts),))]
        said = [text for text in (item.claims_administrator_guideline, item.reviewer_guideline) if text]
        found += [plain(" ".join(said))] if self.one_paragraph else [plain(text) for text in said]
        if self.rationale_below:
            found += [Paragraph((Run(self.rationale_label, bold=True),)), plain(item.rationale[0], PITCH)]
        else:
            found.append(labelled(self.rationale_label, item.rationale[0]))
        return found + [plain(text) for text in item.rationale[1:]]

    def truth(self) -> dict[str, Any]:
        """What the letter's record must say, in the flat form of score.py."""
        assigned = self.case.date_assigned if self.assigned_stated else None
        stated = self.case if self.cover else UNSTATED
        return truth_of(
            case=replace(stated, date_assigned=assigned),
            states=self.states,
            certifications=self.certifications,
            summary=self.summary,
            patient=self.patient,
            items=self.items,
            documents=self.documents,
            parties=self.cover.parties if self.cover else Parties(),
            treatments_in_dispute=self.cover.treatments if self.cover else (),
        )


def assignment(day: date) -> str:
    return (
        "A Notice of Assignment and Request for Information was provided to the above parties on "
        f"{day.month}/{day.day}/{day.year}."
    )
