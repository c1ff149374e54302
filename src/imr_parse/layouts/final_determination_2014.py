"""The final determination of 2014 and after: a header table, three titled sections, items with three labelled parts."""

from imr_parse.layouts.common import CLOSINGS, COVER_LABELS, COVER_MARKS, FURNITURE, LETTERHEAD, STOPS, TAIL
from imr_parse.layouts.model import Before, Field, Layout, Part, Section

_STATEMENT = (
    "MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with the "
    "employer, employee, providers or the claims administrator. He/she has been in active clinical practice for more "
    "than five years and is currently working at least 24 hours a week in active practice. The expert reviewer was "
    "selected based on his/her clinical experience, education, background, and expertise in the same or similar "
    "specialties that evaluate and/or treat the medical condition and disputed items/Service. He/she is familiar with "
    "governing laws and regulations, including the strength of evidence hierarchy that applies to Independent Medical "
    "Review determinations."
)

LAYOUT = Layout(
    name="final-determination-2014",
    about="final determinations of 2014 and after, the published copy",
    sections=(
        Section("header", optional=True, free="cover"),
        Section(
            "method",
            title="HOW THE IMR FINAL DETERMINATION WAS MADE",
            boilerplate=(_STATEMENT, "The Expert Reviewer has the following credentials:"),
        ),
        Section(
            "documents",
            title="DOCUMENTS REVIEWED",
            lead="The following relevant documents received from the interested parties and the documents provided with the "
            "application were reviewed and considered. These documents included:",
            optional=True,
        ),
        Section(
            "summary",
            title="CLINICAL CASE SUMMARY",
            lead="The expert reviewer developed the following clinical case summary based on a review of the case file, "
            "including all medical records:",
        ),
        Section(
            "items",
            title="IMR ISSUES, DECISIONS AND RATIONALES",
            lead="The Final Determination was based on decisions for the disputed items/services set forth below:",
        ),
    ),
    fields=(
        Field("case/case_number", "header", "case_number", "Case Number:", ("IMR Case Number:", "MAXIMUS Case Number:")),
        Field("case/date_assigned", "header", "date", "Date Assigned:", block="table"),
        Field("case/date_of_injury", "header", "date", "Date of Injury:"),
        Field("case/decision_date", "header", "date", "Decision Date:", ("Dated:",)),
        Field("case/ur_denial_date", "header", "date", "UR Denial Date:", ("Date of UR Decision:", "UR Decision Date:")),
        Field("case/priority", "header", "priority", "Priority:"),
        Field(
            "case/application_received", "header", "date", "Application Received:", ("IMR Application Received:",), split="Application",
        ),
        *COVER_LABELS,
        Field("documents_reviewed", "documents", "list", optional=True),
        Field("reviewer/licensure_states", "method", "names", "State(s) of Licensure:"),
        Field("reviewer/certifications", "method", "names", "Certification(s)/Specialty:"),
        Field("case_summary/text", "summary", "prose"),
    ),
    items=Before(
        "items",
        parts=(
            Part("claims_administrator_guideline/text", "Claims Administrator guideline:"),
            Part("reviewer_guideline/text", "MAXIMUS guideline:"),
            Part("rationale", "Decision rationale:", paragraphs=True),
        ),
        outcomes={"Upheld": "upheld", "Overturned": "overturned"},
    ),
    blocks={"cover": COVER_MARKS, "table": ("Date Assigned:", "Decision Date:")},
    opening=LETTERHEAD,
    headless=True,
    furniture=FURNITURE,
    stops=STOPS,
    closings=CLOSINGS,
    tail=TAIL,
)  # fmt: skip
