"""Whether the letter agrees with itself: prose against header and patient, and the sums of part-authorized requests."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from imr_parse.found import Doubt, Doubts
from imr_parse.interpret.header import read_date
from imr_parse.landmarks.index import fold
from imr_parse.number_words import NUMBER_WORDS, number_of
from imr_parse.record import Determination

_INJURY = re.compile(
    r"\b(?:injur(?:y|ed|ies)|accident)\b[^.;]{0,50}?\b(?:on|of|dated?|from)\s+"
    r"(\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})|[A-Z][a-z]{2,8} \d{1,2}, \d{4})(?![\d/-])"
)
"""A day that the prose gives as that of the injury."""
_OPENING = 500
"""Characters of a case summary in which the injury is told."""
_YEAR_OLD = re.compile(r"year[\s-]{1,2}old\b")
_FIGURES = re.compile(r"(?<!\w)(\d{2})[\s-]{1,2}$")
_TOKEN = re.compile(
    rf"(?P<words>\b(?:{NUMBER_WORDS})\b)|[a-z]+|(?P<digits>\d+(?:\.\d+)?)|[^\sa-z\d]", re.IGNORECASE
)
"""Words, numbers in words or in figures, signs."""


def injury_date_agrees(record: Determination) -> Doubts:
    """A date of injury in the case summary is that of the header; where not, the letter is odd (11 of 194 letters)."""
    summary, header = record.case_summary.text, record.case.date_of_injury
    found = _INJURY.search(summary[:_OPENING]) if summary and header else None
    if found is None:
        return
    told = read_date(found[1]).value
    if told is not None and told != header:
        yield "/case/date_of_injury", Doubt("IMR406", f"the case summary tells of an injury on {told}")


def requests_decided(record: Determination) -> Doubts:
    """Where each item decides what the application lists in the same words, and it lists more, items may be missing."""
    listed = Counter(map(fold, record.case.treatments_in_dispute))
    if listed.total() <= len(record.decisions):
        return
    left = listed.copy()
    for decision in record.decisions:
        ways = (decision.heading, decision.treatment, decision.request.original)
        same = next((key for words in ways if words and left[key := fold(words)] > 0), None)
        if same is None:
            return
        left[same] -= 1
    if record.decisions:
        more = listed.total() - len(record.decisions)
        yield "/decisions", Doubt("IMR217", f"the application lists {more} more than are decided")


def age_agrees(record: Determination) -> Doubts:
    """Other ages of two figures in the prose than the patient's."""
    age = record.case_summary.patient.age
    if age is None:
        return
    for text in (record.case_summary.text, *(decision.rationale for decision in record.decisions)):
        other = next((told for told in _ages(text or "") if int(told) != age), None)
        if other is not None:
            yield "/case_summary/patient/age", Doubt("IMR406", f"the letter also speaks of {other} years")
            return


def _ages(text: str) -> Iterator[str]:
    """Ages of two figures, as printed."""
    lower = text.lower()
    for year in _YEAR_OLD.finditer(lower):
        if told := _FIGURES.search(lower, max(0, year.start() - 5), year.start()):
            yield told[1]


def sums_agree(record: Determination) -> Doubts:
    """Authorized and remaining part make up the original request, where the three differ in one number alone."""
    for at, decision in enumerate(record.decisions):
        parts = (decision.request.original, decision.request.authorized, decision.treatment)
        if None in parts:
            continue
        numbers = _one_number([_tokens(part or "") for part in parts])
        if numbers is None:
            continue
        original, authorized, remaining = numbers
        if original not in (authorized + remaining, remaining):  # all of it may be asked for still
            doubt = Doubt("IMR216", f"{authorized:g} and {remaining:g} do not make {original:g}")
            yield f"/decisions/{at}/request", doubt
            yield f"/decisions/{at}/treatment", doubt


def _tokens(text: str) -> list[str | float]:
    """Words, signs, and numbers as numbers, whether in digits or in words."""
    return [_token(found) for found in _TOKEN.finditer(text.lower())]


def _token(found: re.Match[str]) -> str | float:
    if found["words"]:
        return float(number_of(found["words"]))
    return float(found["digits"]) if found["digits"] else found[0]


def _one_number(parts: list[list[str | float]]) -> tuple[float, float, float] | None:
    """The numbers at the one place in which three word lists differ; None where they differ otherwise."""
    if len({len(part) for part in parts}) != 1:
        return None
    differing = [column for column in zip(*parts, strict=True) if len(set(column)) > 1]
    if len(differing) != 1:
        return None
    first, second, third = differing[0]
    if isinstance(first, float) and isinstance(second, float) and isinstance(third, float):
        return first, second, third
    return None
