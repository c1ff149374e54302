"""The professional review of early 2013: one issue a letter, the outcome in the heading of its rationale.

The section names were seen, the rest is at second hand.
"""

from imr_parse.layouts.common import CLOSINGS, COVER_LABELS, FURNITURE, STOPS, TAIL
from imr_parse.layouts.model import Field, Layout, Section, Whole

LAYOUT = Layout(
    name="professional-review-2013",
    about="professional reviews of early 2013",
    sections=(
        Section("header", optional=True, free="always"),
        Section("issue", title="ISSUE AT DISPUTE:", inline=True),
        Section("summary", title="CASE SUMMARY:", inline=True),
        Section("documents", title="DOCUMENTS REVIEWED FOR DETERMINATION:", inline=True),
        Section(
            "guideline",
            title="MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY:",
            inline=True,
        ),
        Section(
            "rationale",
            title="RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT MEDICALLY NECESSARY:",
            also=(
                "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS MEDICALLY NECESSARY:",
                "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS NOT MEDICALLY NECESSARY:",
                "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS MEDICALLY NECESSARY:",
            ),
            inline=True,
        ),
        Section("qualifications", title="MEDICAL REVIEWER QUALIFICATIONS:", inline=True, free="always"),
    ),
    fields=(
        Field("case/case_number", "header", "case_number", "Case Number:", ("IMR Case Number:", "MAXIMUS Case Number:"), optional=True),
        Field("case/date_of_injury", "header", "day", "Date of Injury:", optional=True),
        Field("case/decision_date", "header", "day", "Dated:", ("Date of Review:",), optional=True),
        Field("case/ur_denial_date", "header", "day", "Date of UR Decision:", ("UR Denial Date:", "UR Decision Date:"), optional=True),
        Field("case/application_received", "header", "day", "IMR Application Received:", ("Application Received:",), optional=True),
        Field("case/date_assigned", "header", "day", "Date Assigned:", optional=True),
        Field("case/priority", "header", "priority", "Priority:", optional=True),
        *COVER_LABELS,
        Field("documents_reviewed", "documents", "list"),
        Field("case_summary/text", "summary", "prose"),
        Field(
            "reviewer/certifications", "qualifications", "certified", "Board Certified in", inside=True,
            until=("is licensed to practice in", "licensed to practice in"),
        ),
        Field(
            "reviewer/licensure_states", "qualifications", "licensed", "licensed to practice in", inside=True,
            until=("is Board Certified in", "Board Certified in"),
        ),
    ),
    items=Whole(
        heading="issue",
        parts=(("reviewer_guideline/text", "guideline"), ("rationale", "rationale")),
        outcome="rationale",
        verdict="medically necessary",
    ),
    blocks={"cover": ("MEDICAL PROFESSIONAL REVIEW",)},
    opening="MEDICAL PROFESSIONAL REVIEW",
    furniture=FURNITURE,
    stops=STOPS,
    closings=CLOSINGS,
    tail=TAIL,
)  # fmt: skip
