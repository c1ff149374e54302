"""Numbers at a line's start that number nothing of the form: entries of a list in prose, and words said again in figures."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from imr_parse import Determination, parse_bytes
from imr_parse.number_words import says_again
from samples import to_pdf, to_text
from samples.letters_2013 import EVERYTHING, decided, final, notice

VERDICT = "is not medically necessary and appropriate."


def listing(mark: str, *entries: str) -> tuple[str, ...]:
    """Paragraphs of a rationale that holds a numbered list, each entry a paragraph."""
    numbered = [f"{mark.format(number)} {entry}." for number, entry in enumerate(entries, start=1)]
    return ("The guideline asks for:", *numbered, f"None of these is shown. The request {VERDICT}")


def with_list(mark: str, *entries: str) -> Any:
    """A letter of late 2013 of two items; a list stands in the reasons of the first one."""
    letter = final(12)
    first, second, *_ = letter.items
    return decided(replace(letter, items=(replace(first, outcome="Upheld", rationale=listing(mark, *entries)), second)), "Upheld", "Overturned")  # fmt: skip


@pytest.mark.parametrize("form", ["pdf", "spaced", "bare"])
@pytest.mark.parametrize("mark", ["{}.", "{})", "({})"])
def test_a_list_in_a_rationale_holds_no_items(mark: str, form: str) -> None:
    letter = with_list(mark, "Failure of simpler care", "Signs on examination", "Findings on imaging")
    record = parse_bytes(to_pdf(letter, encrypt=False) if form == "pdf" else to_text(letter, form))
    assert [decision.outcome for decision in record.decisions] == ["upheld", "overturned"]
    rationale = record.decisions[0].rationale or ""
    assert mark.format(3) + " Findings on imaging. None of these is shown." in rationale
    assert rationale.endswith(VERDICT) and not record.needs_review


def test_an_item_whose_parts_are_lost_is_an_item_still() -> None:
    letter = decided(final(12), "Upheld", "Upheld")
    text = to_text(letter, "spaced").decode()
    begin = text.index("The Claims Administrator", text.index("\n2. "))
    record = parse_bytes(text[:begin].encode())
    assert len(record.decisions) == 2 and record.decisions[1].rationale is None and record.needs_review


def of_notice(request: str) -> Determination:
    """The record of a notice with one item."""
    letter = notice(3)
    item = replace(letter.items[0], heading=request, rationale=("The request is not medically necessary.",))
    return parse_bytes(to_text(replace(letter, items=(item,)), "spaced"))


@pytest.mark.parametrize(
    "request_made",
    [
        "Physical therapy of the right wrist, two (2) times a week",
        "A home exercise kit with bands, ball and mat for the wrist, one (1) kit",
        "Supervised exercise for the wrist and for the elbow, sessions of twelve (12) persons",
    ],
)
def test_figures_after_their_word_number_no_verdict(request_made: str) -> None:
    letter = notice(3)
    item = replace(letter.items[0], heading=request_made)
    text = to_text(replace(letter, items=(item,)), "spaced").decode()
    record = parse_bytes(text.replace(" (", "\n(").encode())
    assert record.decisions[0].treatment == request_made
    assert record.decisions[0].outcome == "upheld" and len(record.decisions) == 1


def test_figures_after_their_word_number_no_treatment_in_dispute() -> None:
    letter = final(12, {**EVERYTHING, "claims_administrator_label": 0.0, "fax": 0.0, "footer": 0.0})
    text = to_text(letter, "spaced").decode()
    label = "Treatment(s) in Dispute Listed on IMR Application:\n"
    begin = text.index(label) + len(label)
    words = "A knee brace; physical therapy, two\n(2) times a week"
    record = parse_bytes(f"{text[:begin]}{words}\n\n{text[text.index('DEAR', begin) :]}".encode())
    assert record.case.treatments_in_dispute == ("A knee brace", "physical therapy, two (2) times a week")


def test_figures_say_a_word_again() -> None:
    assert says_again("thirty-six (36) visits", 11, 36)
    assert says_again("two\n(2) visits", 4, 2)
    assert not says_again("two (3) visits", 4, 3)
    assert not says_again("two 2) visits", 4, 2)
    assert not says_again("often (10) visits", 6, 10)


@pytest.mark.parametrize(
    "ending", ["apply t.i.d.", "care at Alder Hand Assoc., Inc.", "visit to A. Sample, M.D."]
)
def test_the_stop_of_an_abbreviation_belongs_to_the_request(ending: str) -> None:
    record = of_notice(f"Cream 180 gm, {ending}")
    assert record.decisions[0].heading == record.decisions[0].treatment == f"Cream 180 gm, {ending}"
    assert not [row for row in record.diagnostics if row.path == "/decisions/0/heading"]


def test_a_label_may_wrap_after_a_slash() -> None:
    text = to_text(notice(3), "spaced").decode()
    record = parse_bytes(text.replace("to Make His/Her Decision", "to Make His/\nHer Decision").encode())
    assert record.decisions == parse_bytes(text.encode()).decisions and not record.needs_review
