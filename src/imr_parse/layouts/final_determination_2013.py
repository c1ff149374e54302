"""The final determination of late 2013 and early 2014: cover letter, four titled sections, numbered items.

The section names were seen, the rest is at second hand.
"""

from imr_parse.layouts.common import (
    ASSOCIATED,
    CLOSINGS,
    COVER_LABELS,
    COVER_MARKS,
    FURNITURE,
    LETTERHEAD,
    STOPS,
    TAIL,
)
from imr_parse.layouts.model import Field, Layout, Opens, Part, Section

_ASSIGNED = "A Notice of Assignment and Request for Information was provided to the above parties on"

LAYOUT = Layout(
    name="final-determination-2013",
    about="final determinations of late 2013 and early 2014",
    sections=(
        Section("header", optional=True, free="always"),
        Section("method", title="HOW THE IMR FINAL DETERMINATION WAS MADE", free="always"),
        Section(
            "documents",
            title="DOCUMENTS REVIEWED",
            lead="The following relevant documents received from the interested parties and the documents provided with the "
            "application were reviewed and considered. These documents included:",
        ),
        Section(
            "summary",
            title="CLINICAL CASE SUMMARY",
            lead="The physician reviewer developed the following clinical case summary based on a review of the case file, "
            "including all medical records:",
        ),
        Section(
            "items",
            title="IMR DECISION(S) AND RATIONALE(S)",
            also=("IMR DECISIONS AND RATIONALES", "IMR DECISION AND RATIONALE"),
            lead="The Final Determination was based on decisions for the disputed items/services set forth below:",
        ),
    ),
    fields=(
        Field("case/case_number", "header", "case_number", "IMR Case Number:", ("Case Number:", "MAXIMUS Case Number:")),
        Field("case/date_of_injury", "header", "day", "Date of Injury:"),
        Field("case/decision_date", "header", "day", "Dated:", ("Date:",)),
        Field("case/ur_denial_date", "header", "day", "UR Denial Date:", ("Date of UR Decision:", "UR Decision Date:")),
        Field("case/priority", "header", "priority", "Priority:"),
        Field(
            "case/application_received", "header", "day", "Application Received:", ("IMR Application Received:",)
        ),
        *COVER_LABELS,
        Field("case/date_assigned", "method", "day", _ASSIGNED, inside=True, optional=True),
        Field(
            "reviewer/certifications", "method", "certified", "Board Certified in", inside=True,
            until=("is licensed to practice in", "licensed to practice in"),
        ),
        Field(
            "reviewer/licensure_states", "method", "licensed", "licensed to practice in", inside=True,
            until=("is Board Certified in", "Board Certified in"),
        ),
        Field("documents_reviewed", "documents", "list"),
        Field("case_summary/text", "summary", "prose"),
    ),
    items=Opens(
        "items",
        parts=(
            Part("claims_administrator_guideline/text", opens=("The Claims Administrator",)),
            Part(
                "reviewer_guideline/text",
                opens=("The Physician Reviewer", "The Expert Reviewer", "The Professional Reviewer", "The Medical Reviewer", "The Reviewer", ASSOCIATED),
            ),
            Part(
                "rationale",
                "The Physician Reviewer's decision rationale:",
                ("The Expert Reviewer's decision rationale:",),
                paragraphs=True,
            ),
        ),
        verdict="medically necessary and appropriate",
    ),
    blocks={"cover": COVER_MARKS},
    opening=LETTERHEAD,
    furniture=FURNITURE,
    stops=STOPS,
    closings=CLOSINGS,
    tail=TAIL,
)  # fmt: skip
