"""The notice of mid 2013: verdicts first, and again, then the reasons for each under its number.

The opening and the qualifications were seen, the rest is at second hand. Text of this era arrives with glued words.
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

LAYOUT = Layout(
    name="notice-2013",
    about="notices of determination of mid 2013",
    sections=(
        Section("header", optional=True, free="always"),
        Section("determination", title="DETERMINATION", optional=True, free="always"),
        Section("decision", title="INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE", free="always"),
        Section("qualifications", title="Medical Qualifications of the Expert Reviewer:", inline=True, free="always"),
        Section(
            "summary",
            title="Case Summary:",
            also=("Expert Reviewer Case Summary:",),
            inline=True,
            lead="Disclaimer: The following case summary was taken directly from the utilization review denial/modification dated {date}.",
            lead_optional=True,
        ),
        Section(
            "documents",
            title="Documents Reviewed for Determination:",
            inline=True,
            lead="The following relevant documents received from the interested parties and the documents provided with the "
            "application were reviewed and considered. These documents included:",
        ),
        Section("items"),
    ),
    fields=(
        Field("case/case_number", "header", "case_number", "MAXIMUS Case Number:", ("IMR Case Number:", "Case Number:"), block="labels"),
        Field("case/date_of_injury", "header", "day", "Date of Injury:", block="labels"),
        Field("case/decision_date", "header", "day", "Dated:", block="labels"),
        Field("case/ur_denial_date", "header", "day", "Date of UR Decision:", ("UR Denial Date:", "UR Decision Date:"), block="labels"),
        Field("case/ur_denial_date", "decision", "day", "disputing the Utilization Review Denial dated", inside=True),
        Field("case/application_received", "header", "day", "IMR Application Received:", ("Application Received:",), block="labels"),
        Field(
            "case/application_received", "decision", "day", "An application for Independent Medical Review was filed on", inside=True,
            instead="the date on which the application was filed",
        ),
        Field("case/priority", "header", "priority", "Priority:", optional=True),
        *COVER_LABELS,
        Field(
            "case/date_assigned", "decision", "day",
            "Notice of Assignment and Request for Information was provided to the above parties on", inside=True,
        ),
        Field(
            "reviewer/certifications", "qualifications", "certified", "Board Certified in", inside=True,
            until=("is licensed to practice in", "licensed to practice in"),
        ),
        Field(
            "reviewer/licensure_states", "qualifications", "licensed", "licensed to practice in", inside=True,
            until=("is Board Certified in", "Board Certified in"),
        ),
        Field("case_summary/text", "summary", "prose"),
        Field("documents_reviewed", "documents", "list"),
    ),
    items=Opens(
        "items",
        opening="Regarding the request for",
        head="Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her Decision",
        parts=(
            Part("claims_administrator_guideline/text", opens=("The Claims Administrator",)),
            Part("reviewer_guideline/text", opens=("The Expert Reviewer", "The Physician Reviewer", "The Professional Reviewer", "The Medical Reviewer", "The Reviewer", ASSOCIATED)),
            Part("rationale", "Rationale for the Decision:", paragraphs=True),
        ),
        verdict="medically necessary and appropriate",
        apart="MAXIMUS Federal Services, Inc. has determined the request for",
    ),
    blocks={
        "cover": COVER_MARKS,
        "labels": (
            "Employee:", "Claim Number:", "Date of UR Decision:", "UR Denial Date:", "Date of Injury:", "Application Received:", "Case Number:",
        ),
    },
    opening=LETTERHEAD,
    furniture=FURNITURE,
    stops=STOPS,
    closings=CLOSINGS,
    tail=TAIL,
)  # fmt: skip
