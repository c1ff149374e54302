"""What random letters dispute and cite is understood: nothing in it is in doubt, and it means what was meant."""

from __future__ import annotations

import pytest

from imr_parse.interpret.citations.guideline import read_guideline
from imr_parse.interpret.services.treatment import read_services
from samples import catalog, people
from samples.more_wording import pool

WORDS = {"part": "left knee", "n": 6, "count": 90, "dos": "10/12/2016", "m": 9, "d": 3}
TREATMENTS = [row[0].format(**WORDS) for row in pool("TREATMENTS", True)]
TREATMENTS += [
    text.format("1", "2", "3", "4", part="left knee") for row in catalog.PART_REQUESTS for text in row
]
CITED = [f"Decision based on {title}." for title in catalog.OTHER_TITLES]
CITED += [f"Decision based on Non-MTUS Citation {words}." for words in catalog.NON_MTUS]
CITED += [
    f"The Expert Reviewer based his/her decision on {words.format(**WORDS)}." for words in people.GUIDELINES
]
CITED += [f"The Physician Reviewer {people.NOT_APPLICABLE}."]


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_treatments(treatment: str) -> None:
    reading = read_services(treatment)
    assert reading.doubts == ()
    assert all(service.category for service in reading.services)


@pytest.mark.parametrize("text", CITED)
def test_guidelines(text: str) -> None:
    reading = read_guideline(text)
    assert reading.doubts == ()
    assert reading.basis in ("mtus", "mtus_and_other", "other")


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("the MTUS Chronic Pain Medical Treatment Guidelines, page 6", ["MTUS Chronic Pain Medical Treatment None 6"]),
        ("the ACOEM Practice Guidelines, Knee Complaints, pg. 343", ["MTUS Knee Complaints None 343", "ODG Knee and Leg None None"]),
        ("2nd Edition, (2004) Chapter 12, pages 303-309", ["MTUS Low Back Complaints 2004 303-309"]),
        ("Neck and Upper Back Complaints Chapter", ["MTUS Neck and Upper Back Complaints 2004 173"]),
        ("and ODG Carpal Tunnel Syndrome", ["MTUS Hand, Wrist and Forearm Disorders 2016 None", "ODG Carpal Tunnel Syndrome None None"]),
        ("Section(s): Medications, and Opioids 2017", ["MTUS Cervical and Thoracic Spine Disorders 2016 None", "MTUS Opioids 2017 None"]),
        ("3rd ed., Low Back Disorders, pg. 214", ["ACOEM Low Back Disorders None 214"]),
    ],
)  # fmt: skip
def test_what_is_meant(words: str, want: list[str]) -> None:
    (text,) = (text for text in CITED if words in text)
    found = read_guideline(text).citations
    assert [f"{one.system} {one.title} {one.year} {one.pages}" for one in found] == want
