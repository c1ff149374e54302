"""Verdicts, credentials and the cover letter's fields: what is read from the sentences of 2013."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_parse.interpret.cover import read_name, read_stated_outcome
from imr_parse.interpret.credentials import read_certified, read_licensed
from imr_parse.landmarks.verdicts import ends_in_verdict, read_verdict
from imr_parse.vocabulary import column, rows

NECESSARY = "medically necessary and appropriate"


@pytest.mark.parametrize(
    ("words", "outcome", "asked"),
    [
        ("Norco #30 is not medically necessary and appropriate.", "upheld", "Norco #30"),
        ("Norco #30 IS NOT medically necessary and appropriate.", "upheld", "Norco #30"),
        ("Norco #30 is medically necessary and appropriate.", "overturned", "Norco #30"),
        ("Norco #30 is notmedically necessary and appropriate.", "upheld", "Norco #30"),
        ("Norco #30is not medicallynecessary andappropriate.", "upheld", "Norco #30"),
        ("Two braces are medically\nnecessary and appropriate", "overturned", "Two braces"),
        ("Norco #30 was not medically necessary.", "upheld", "Norco #30"),
        ("Norco #30 is not medicaly necessary and apropriate.", "upheld", "Norco #30"),
    ],
)
def test_verdict(words: str, outcome: str, asked: str) -> None:
    said = read_verdict(words, NECESSARY)
    assert (said.outcome, words[: said.start].strip()) == (outcome, asked)
    assert ends_in_verdict(words, NECESSARY)


@pytest.mark.parametrize(
    "words",
    [
        "Norco #30 is partially medically necessary and appropriate.",
        "Norco #30 is nto medically necessary and appropriate.",
        "Norco #30 is modified.",
        "Norco #30 is hardly medically necessary and appropriate.",
        "Norco #30",
    ],
)
def test_what_is_no_plain_verdict_is_no_verdict(words: str) -> None:
    said = read_verdict(words, NECESSARY)
    assert said.outcome is None
    assert [code for code, _ in said.remarks] == ["IMR204"]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Physical Medicine and Rehabilitation, has a subspecialty in Pain Management and", ["Physical Medicine and Rehabilitation", "Pain Management"]),
        ("Internal Medicine and Rheumatology, and", ["Internal Medicine", "Rheumatology"]),
        ("Orthopedic Surgery and", ["Orthopedic Surgery"]),
        ("Family Practice, Sports Medicine, and Pain Management, and", ["Family Practice", "Sports Medicine", "Pain Management"]),
        ("Anesthesiology with a subspecialty in Pain Management and", ["Anesthesiology", "Pain Management"]),
        ("Neurology. He/she has been in active practice", ["Neurology"]),
    ],
)  # fmt: skip
def test_certified(words: str, wanted: list[str]) -> None:
    readings = read_certified(words)
    assert [reading.value for reading in readings] == wanted
    assert [reading.remarks for reading in readings] == [()] * len(wanted)


def test_a_specialty_that_nobody_knows_is_said() -> None:
    assert [code for reading in read_certified("Astral Surgery and") for code, _ in reading.remarks] == [
        "IMR212"
    ]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("California.", ["California"]),
        ("California and Texas. He/she has", ["California", "Texas"]),
        ("California, New\nYork, and Texas.", ["California", "New York", "Texas"]),
        ("the State of North Carolina.", ["North Carolina"]),
        ("the states of Iowa and Ohio", ["Iowa", "Ohio"]),
    ],
)
def test_licensed(words: str, wanted: list[str]) -> None:
    assert [reading.value for reading in read_licensed(words)] == wanted


@given(
    st.lists(st.sampled_from(column(rows("states"), "state")), min_size=1, max_size=6, unique=True),
    st.booleans(),
)
def test_states_are_read_back(states: list[str], comma: bool) -> None:
    words = states[0] if len(states) == 1 else f"{', '.join(states[:-1])}{',' * comma} and {states[-1]}"
    assert [reading.value for reading in read_licensed(f"{words}. He/she")] == states


@pytest.mark.parametrize(
    ("words", "outcome", "codes"),
    [
        ("UPHOLD. This means we decided that none of the disputed items/services", "upheld", []),
        ("OVERTURN. This means we decided that all of the disputed", "overturned", []),
        ("PARTIAL OVERTURN. This means we decided that some (but not all) of", "partially_overturned", []),
        ("OVERTURN. This means we decided that none of the disputed", "overturned", ["IMR219"]),
        ("SUSTAINED.", None, ["IMR204"]),
    ],
)
def test_stated_outcome(words: str, outcome: str | None, codes: list[str]) -> None:
    reading = read_stated_outcome(words)
    assert (reading.value, [code for code, _ in reading.remarks]) == (outcome, codes)


@pytest.mark.parametrize(
    ("words", "number", "value", "codes"),
    [
        ("Ann Invented", False, "Ann Invented", []),
        ("Ann Invented Provider: Bo Sample", False, "Ann Invented Provider: Bo Sample", ["IMR209"]),
        ("WC-0001", False, "WC-0001", ["IMR208"]),
        ("WC-0001", True, "WC-0001", []),
        ("3/4/2013", True, "3/4/2013", ["IMR208"]),
        ("Ann Invented\nof Fresno", False, "Ann Invented", ["IMR207"]),
    ],
)
def test_name(words: str, number: bool, value: str, codes: list[str]) -> None:
    reading = read_name(words, own_line=True, number=number)
    assert (reading.value, [code for code, _ in reading.remarks]) == (value, codes)
