"""Printed words that several layouts share: the cover letter of the parties' copy, footers, what follows the items."""

from __future__ import annotations

from imr_parse.layouts.model import Field

COVER_LABELS: tuple[Field, ...] = (
    Field("parties/claim_number", "header", "name", "Claim Number:", ("Claim(s) Number:", "Claims Number:", "Claim No.:", "Claim #:"),
          optional=True, block="cover"),
    Field("parties/employee", "header", "name", "Employee Name:", ("Employee:", "Injured Employee:", "Name of Employee:"), optional=True, block="cover"),
    Field("parties/provider", "header", "name", "Provider Name:", ("Provider:", "Requesting Provider:", "Name of Provider:"), optional=True, block="cover"),
    Field("parties/claims_administrator", "header", "name", "Claims Administrator:", ("Claims Administrator Name:",), optional=True, block="cover"),
    Field("case/treatments_in_dispute", "header", "treatments", "Treatment(s) in Dispute Listed on IMR Application:",
          ("Treatments in Dispute Listed on IMR Application:", "Treatment(s) in Dispute:"), optional=True, block="cover"),
    Field("stated_outcome", "header", "stated_outcome", "Final Determination:", optional=True, block="cover"),
)  # fmt: skip

LETTERHEAD = "MAXIMUS FEDERAL SERVICES, INC."

COVER_MARKS = (
    LETTERHEAD, "Dated:", "Employee Name:", "Employee:", "Provider Name:", "Treatment(s) in Dispute", "This means we decided",
)  # fmt: skip
"""What only a cover letter has; a label that the header table may print too is none of them."""

ASSOCIATED = "Since the primary procedure is not medically necessary, none of the associated services"
"""What a reviewer states instead of a guideline on a service that goes with an operation."""

NO_PLACE = (
    "Employer:", "Injured Body Part(s):", "Body Part(s):", "Date of Birth:", "Claims Examiner:", "Adjuster:", "Applicant Attorney:",
    "Attorney:", "Date of Request:",
)  # fmt: skip
"""Labels of a header that the record has no place for."""

STOPS = (
    *NO_PLACE,
    "DEAR",
    "MAXIMUS Federal Services has completed",
    "This letter",
    "Sincerely",
    "Medical Director",
    "cc:",
)

FURNITURE = (
    "Final Determination Letter for IMR Case Number {case}", "Final Determination Letter", "IMR Case Number {case}", "Page {n} of {n}",
    "Page {n}", "Pg. {n}", "p. {n}", "P a g e", "CONFIDENTIAL", "COPY", "Printed on {date}",
)  # fmt: skip

CLOSINGS = ("/{initials}", "CA {case}")

TAIL = (
    "Sincerely", "Respectfully", "Effect of the Decision", "Proof of Service", "Declaration of Service", "Certificate of Service",
    "Disclaimer: MAXIMUS", "Appeal Rights", "Right to Appeal", "Your Right to Appeal", "Notice of Appeal", "cc:", "Copies to", "Copy to",
    "Enclosure", "The determination of MAXIMUS", "This determination", "In accordance with California Labor Code",
    "In certain limited circumstances", "You have the right to appeal", "If you wish to appeal", "If you disagree", "An appeal",
    "The decision is final", "MAXIMUS is providing",
)  # fmt: skip
