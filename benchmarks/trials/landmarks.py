"""The printed words of each letter form and the values that stand after them, as ../../samples and its sources know them.

Kept apart from the program's own layouts on purpose: a landmark that the program forgot is drifted all the same.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    """Words of the form. `paths` are the values that a change of the words may touch; {n} is the item's position."""

    words: tuple[str, ...]
    """One of these stands in a letter."""
    paths: tuple[str, ...] = ()
    kind: str = "label"  # label, title, lead, part
    inside: str = ""
    """The item's value that begins with these words, where they belong to it."""


@dataclass(frozen=True)
class Form:
    marks: tuple[Mark, ...]
    verdict: bool = False
    """Whether an item's outcome is told by a verb after its name, not by a word before its first label."""

    def titles(self) -> tuple[str, ...]:
        return tuple(word for mark in self.marks if mark.kind == "title" for word in mark.words)

    def labels(self) -> tuple[str, ...]:
        return tuple(word for mark in self.marks if mark.kind in ("label", "part") for word in mark.words)


def _case(*pairs: tuple[str, tuple[str, ...]]) -> tuple[Mark, ...]:
    return tuple(Mark(words, (path,)) for path, words in pairs)


_LABELS_2013 = _case(
    ("/case/decision_date", ("Dated:",)),
    ("/case/case_number", ("MAXIMUS Case Number:", "IMR Case Number:", "Case Number:")),
    ("/parties/claim_number", ("Claim(s) Number:", "Claims Number:", "Claim Number:")),
    ("/case/date_of_injury", ("Date of Injury:",)),
    ("/case/ur_denial_date", ("UR Denial Date:", "Date of UR Decision:")),
    ("/case/priority", ("Priority:",)),
    ("/case/application_received", ("IMR Application Received:", "Application Received:")),
    ("/parties/employee", ("Employee Name:", "Employee:")),
    ("/parties/provider", ("Provider Name:", "Provider:")),
    ("/case/treatments_in_dispute", ("Treatment(s) in Dispute Listed on IMR Application:",)),
)
_SUMMARY_LEAD = "developed the following clinical case summary based on a review of the case file, including all medical records:"
_ITEMS_LEAD = Mark(
    ("The Final Determination was based on decisions for the disputed items/services set forth below:",),
    (),
    "lead",
)
_DOCUMENTS = ("/documents_reviewed",)
_GUIDELINES = ("/decisions/{n}/claims_administrator_guideline", "/decisions/{n}/reviewer_guideline")

FINAL_2014 = Form(
    (
        *_case(
            ("/case/case_number", ("Case Number:",)),
            ("/case/date_assigned", ("Date Assigned:",)),
            ("/case/date_of_injury", ("Date of Injury:",)),
            ("/case/decision_date", ("Decision Date:",)),
            ("/case/ur_denial_date", ("UR Denial Date:",)),
            ("/case/priority", ("Priority:",)),
            ("/case/application_received", ("Application Received:",)),
        ),
        Mark(("HOW THE IMR FINAL DETERMINATION WAS MADE",), (), "title"),
        Mark(("MAXIMUS Federal Services sent the complete case file to an expert reviewer.",), (), "lead"),
        Mark(("He/she is familiar with governing laws and regulations, including the strength",), (), "lead"),
        Mark(("The Expert Reviewer has the following credentials:",), (), "lead"),
        Mark(("State(s) of Licensure:",), ("/reviewer/licensure_states",)),
        Mark(("Certification(s)/Specialty:",), ("/reviewer/certifications",)),
        Mark(("CLINICAL CASE SUMMARY",), ("/case_summary",), "title"),
        Mark((f"The expert reviewer {_SUMMARY_LEAD}",), ("/case_summary",), "lead"),
        Mark(("IMR ISSUES, DECISIONS AND RATIONALES",), (), "title"),
        _ITEMS_LEAD,
        Mark(
            ("Claims Administrator guideline:",), ("/decisions/{n}/claims_administrator_guideline",), "part"
        ),
        Mark(("MAXIMUS guideline:",), ("/decisions/{n}/reviewer_guideline",), "part"),
        Mark(("Decision rationale:",), ("/decisions/{n}/rationale",), "part"),
    )
)
_ADMINISTRATOR_BASED = Mark(
    ("The Claims Administrator based its decision on",),
    _GUIDELINES,
    "part",
    inside="claims_administrator_guideline",
)
FINAL_2013 = Form(
    (
        *_LABELS_2013,
        Mark(("HOW THE IMR FINAL DETERMINATION WAS MADE",), (), "title"),
        Mark(("is Board Certified in",), ("/reviewer/certifications",), "lead"),
        Mark(("is licensed to practice in",), ("/reviewer/licensure_states",), "lead"),
        Mark(("DOCUMENTS REVIEWED",), _DOCUMENTS, "title"),
        Mark(("These documents included:",), _DOCUMENTS, "lead"),
        Mark(("CLINICAL CASE SUMMARY",), ("/case_summary",), "title"),
        Mark((f"The physician reviewer {_SUMMARY_LEAD}",), ("/case_summary",), "lead"),
        Mark(("IMR DECISION(S) AND RATIONALE(S)",), (), "title"),
        _ITEMS_LEAD,
        _ADMINISTRATOR_BASED,
        Mark(("The Physician Reviewer's decision rationale:",), ("/decisions/{n}/rationale",), "part"),
    ),
    verdict=True,
)
NOTICE_2013 = Form(
    (
        *_LABELS_2013,
        Mark(("MAXIMUS FEDERAL SERVICES, INC.",), (), "lead"),
        Mark(("Notice of Independent Medical Review Determination",), (), "lead"),
        Mark(("DETERMINATION",), (), "title"),
        Mark(("INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE",), (), "title"),
        Mark(
            ("A decision has been made for each of the treatment and/or services that were in dispute:",),
            (),
            "lead",
        ),
        Mark(("Medical Qualifications of the Expert Reviewer:",), ("/reviewer",), "title"),
        Mark(("Case Summary:",), ("/case_summary",), "title"),
        Mark(("Documents Reviewed for Determination:",), _DOCUMENTS, "title"),
        Mark(
            (
                (
                    "Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her "
                    "Decision"
                ),
            ),
            _GUIDELINES,
            "part",
        ),
        _ADMINISTRATOR_BASED,
        Mark(("Rationale for the Decision:",), ("/decisions/{n}/rationale",), "part"),
    ),
    verdict=True,
)
PROFESSIONAL_2013 = Form(
    (
        *_LABELS_2013[:5],
        Mark(("MEDICAL PROFESSIONAL REVIEW",), (), "lead"),
        Mark(("ISSUE AT DISPUTE:",), ("/decisions/0/heading", "/decisions/0/treatment"), "title"),
        Mark(("CASE SUMMARY:",), ("/case_summary",), "title"),
        Mark(("DOCUMENTS REVIEWED FOR DETERMINATION:",), _DOCUMENTS, "title"),
        Mark(
            ("MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY:",),
            ("/decisions/0/reviewer_guideline",),
            "title",
        ),
        Mark(
            ("RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE",),
            ("/decisions/0/rationale", "/decisions/0/outcome", "/outcome"),
            "title",
        ),
        Mark(("MEDICAL REVIEWER QUALIFICATIONS:",), ("/reviewer",), "title"),
    )
)
FORMS = {
    "final-determination-2014": FINAL_2014,
    "final-determination-2013": FINAL_2013,
    "notice-2013": NOTICE_2013,
    "professional-review-2013": PROFESSIONAL_2013,
}
