"""The letter form professional-review-2013: one issue a letter, the outcome in a heading."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar

from ..setting.flow import EMPTY_LINE, PITCH, Block, Flow, Paragraph, Run, plain, title
from . import cover, reviewer
from .cover import Style
from .sheet import NO_MARKS, Sheet
from .spec import Case, Item, Parties, Patient, truth_of

REVIEW = "MEDICAL PROFESSIONAL REVIEW"
ISSUE = "ISSUE AT DISPUTE:"
SUMMARY = "CASE SUMMARY:"
DOCUMENTS = "DOCUMENTS REVIEWED FOR DETERMINATION:"
GUIDELINE = "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY:"
RATIONALE = "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE {verb}MEDICALLY NECESSARY:"
QUALIFICATIONS = "MEDICAL REVIEWER QUALIFICATIONS:"

STYLE = Style(case_label="Case Number:", ur_label="Date of UR Decision:", padded_dates=False)


@dataclass(frozen=True)
class Letter:
    case: Case
    states: tuple[str, ...]
    certifications: tuple[str, ...]
    documents: tuple[str, ...]
    summary: tuple[str, ...]
    patient: Patient
    items: tuple[Item, ...]  # just one
    credentials: int = 0  # which of reviewer.WORDINGS
    subspecialty: bool = False
    subspecialty_said: int = 0
    labels: bool = True
    same_line: bool = False  # the text begins on the line of its label
    bullets: str = "1."
    is_was: bool = True  # "IS/WAS" in the heading, else `verb` alone
    verb: str = "IS"
    bold: bool = True
    style: Style = STYLE
    sheet: Sheet = NO_MARKS

    layout: ClassVar[str] = "professional-review-2013"

    def flow(self) -> Flow:
        """The letter's paragraphs in order."""
        item = self.items[0]
        found: list[Block] = [title(REVIEW, PITCH)]
        found += self._labels() if self.labels else []
        found += self._part(ISSUE, (item.heading,)) + self._part(SUMMARY, self.summary)
        found += [self._label(DOCUMENTS), *cover.listed(self.documents, self.bullets)]
        verb = ("IS/WAS " if self.is_was else f"{self.verb} ") + ("NOT " if item.upheld else "")
        found += self._part(GUIDELINE, (item.reviewer_guideline,))
        found += self._part(RATIONALE.format(verb=verb), item.rationale)
        found += self._part(QUALIFICATIONS, (self._qualifications(),))
        return self.sheet.flow(found)

    def _labels(self) -> list[Block]:
        case, style = self.case, self.style
        days = (
            ("Dated:", case.decision_date),
            ("Date of Injury:", case.date_of_injury),
            (style.ur_label, case.ur_denial_date),
        )
        pairs = [(style.case_label, case.case_number or "")]
        pairs += [(name, cover.day_of(day, style)) for name, day in days if day]
        ordered = cover.in_order(pairs, style)
        return [cover.label(*pair, style, PITCH if n else EMPTY_LINE) for n, pair in enumerate(ordered)]

    def _label(self, text: str) -> Paragraph:
        return Paragraph((Run(text, bold=self.bold),))

    def _part(self, label: str, texts: tuple[str, ...]) -> list[Block]:
        if self.same_line:
            first: list[Block] = [Paragraph((Run(f"{label} ", bold=self.bold), Run(texts[0])))]
        else:
            first = [self._label(label), plain(texts[0], PITCH)]
        return first + [plain(text) for text in texts[1:]]

    def _qualifications(self) -> str:
        return reviewer.qualifications(
            "physician reviewer",
            self.certifications,
            self.states,
            wording=self.credentials,
            subspecialty=self.subspecialty,
            said=self.subspecialty_said,
        )

    def truth(self) -> dict[str, Any]:
        """What the letter's record must say, in the flat form of score.py."""
        unstated: dict[str, Any] = {"date_assigned": None, "application_received": None, "priority": None}
        if not self.labels:
            fields = ("case_number", "date_of_injury", "decision_date", "ur_denial_date")
            unstated |= dict.fromkeys(fields)
        return truth_of(
            case=replace(self.case, **unstated),
            states=self.states,
            certifications=self.certifications,
            summary=self.summary,
            patient=self.patient,
            items=self.items,
            documents=self.documents,
            parties=Parties(),
        )
