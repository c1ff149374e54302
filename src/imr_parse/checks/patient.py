"""Whether the case summary begins with the patient: where it does not, and states no age, its first words are lost."""

from __future__ import annotations

import re

from imr_parse.found import Doubt, Doubts
from imr_parse.record import Determination

_PATIENT = re.compile(
    r"\b(?:patient|pt|worker|claimant|applicant|employee|individual|person|IW|(?:fe)?male|(?:wo)?man|lady|gentleman|mrs?|ms)\b",
    re.IGNORECASE,
)
"""How a summary calls the patient."""
_SENTENCE_END = re.compile(r"[a-z\d)\]\"][.!?]\s")
_LONGEST = 400
"""Characters of a first sentence."""


def summary_begins(record: Determination) -> Doubts:
    """A summary without an age names the patient in its first sentence; all 65 letters seen state the age there."""
    text, patient = record.case_summary.text, record.case_summary.patient
    if text is None or patient.age is not None:
        return
    end = _SENTENCE_END.search(text, 0, _LONGEST)
    if _PATIENT.search(text, 0, end.end() if end else _LONGEST):
        return
    yield "/case_summary/text", Doubt("IMR210", "it does not begin with the patient")
    for key in ("age", "sex"):
        if getattr(patient, key) is None:
            yield (
                f"/case_summary/patient/{key}",
                Doubt("IMR214", "the summary does not begin with the patient"),
            )
