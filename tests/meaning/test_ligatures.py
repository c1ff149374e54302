"""Text whose letters run together in print ("fi" as one sign) means the same, and its own words stand as printed."""

from dataclasses import replace

import pytest
from core.letters import LETTER, NORCO, text_of

from imr_parse import parse_text

CITED = (
    "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain Chapter, Office visits."
)


def printed(words: str) -> str:
    return words.replace("ffi", "\ufb03").replace("fi", "\ufb01").replace("fl", "\ufb02")


@pytest.mark.parametrize("heading", ["Sildenafil 50mg #10", "Flexeril 10mg #30", "Office visit \u00bd hour"])
def test_ligatures_change_no_meaning(heading: str) -> None:
    plain = text_of(replace(LETTER, items=(replace(NORCO, heading=heading, reviewer_guideline=CITED),)))
    read, set_ = (parse_text(text).decisions[0] for text in (plain, printed(plain)))
    assert set_.reviewer_guideline.basis == read.reviewer_guideline.basis == "other"
    for ours, theirs in (
        (set_.services, read.services),
        (set_.reviewer_guideline.citations, read.reviewer_guideline.citations),
    ):
        assert [row.text for row in ours] == [printed(row.text) for row in theirs]
        assert [row.model_copy(update={"text": ""}) for row in ours] == [
            row.model_copy(update={"text": ""}) for row in theirs
        ]
