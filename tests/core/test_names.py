"""Lists of names: states of licensure and certifications against the vocabulary."""

from __future__ import annotations

import pytest

from imr_parse.interpret.names import read_names, remarks

STATES = [
    ("California", ["California"]),
    ("California, North Carolina", ["California", "North Carolina"]),
    ("California,Texas,New York", ["California", "Texas", "New York"]),
    ("California, North\nCarolina, Texas", ["California", "North Carolina", "Texas"]),
    ("California; Texas", ["California", "Texas"]),
    (" California , Texas \n", ["California", "Texas"]),
    ("California.", ["California"]),
    ("Texas, and California", ["Texas", "California"]),
    ("Texas and New York.", ["Texas", "New York"]),
    ("California,, Texas,", ["California", "Texas"]),
    ("", []),
    (" ,\n", []),
]
CERTIFICATIONS = [
    ("Family Practice", ["Family Practice"]),
    ("Physical Medicine & Rehabilitation, Pain Management", ["Physical Medicine & Rehabilitation", "Pain Management"]),
    ("Physical Medicine &\nRehabilitation", ["Physical Medicine & Rehabilitation"]),
    ("Orthopedic Surgery, Sports  Medicine", ["Orthopedic Surgery", "Sports Medicine"]),
    ("Anesthesiology, Pain Management, and Neurology", ["Anesthesiology", "Pain Management", "Neurology"]),
    ("Anesthesiology & Pain Management", ["Anesthesiology", "Pain Management"]),
    # a name that holds a comma itself
    ("Endocrinology, Diabetes and Metabolism", ["Endocrinology, Diabetes and Metabolism"]),
    (
        "Internal Medicine, Endocrinology, Diabetes and Metabolism, Sports Medicine",
        ["Internal Medicine", "Endocrinology, Diabetes and Metabolism", "Sports Medicine"],
    ),
    # one name for the board of two fields, and two names that only look like one with a stroke
    ("Psychiatry & Neurology, Geriatric Psychiatry", ["Psychiatry & Neurology", "Geriatric Psychiatry"]),
    ("Hematology, Oncology", ["Hematology", "Oncology"]),
    ("Hematology/Oncology", ["Hematology/Oncology"]),
    ("Neurosurgery, Electrodiagnostic Medicine", ["Neurosurgery", "Electrodiagnostic Medicine"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "names"), STATES)
def test_states(words: str, names: list[str]) -> None:
    readings = list(read_names(words, "licensure_states"))
    assert [reading.value for reading in readings] == names
    assert [reading.remarks for reading in readings] == [()] * len(names)
    for reading in readings:
        assert " ".join(words[reading.start : reading.end].split()) == reading.value


@pytest.mark.parametrize(("words", "names"), CERTIFICATIONS)
def test_certifications(words: str, names: list[str]) -> None:
    readings = list(read_names(words, "certifications"))
    assert [reading.value for reading in readings] == names
    assert [reading.remarks for reading in readings] == [()] * len(names)


# name, kind, what is said of it, a word of the message
ODD = [
    ("Sports Medicinea", "certifications", ["IMR409"], "Sports Medicine"),
    ("Orthopaedic Surgery", "certifications", ["IMR409", None], "Surgery"),
    ("Pyschiatry", "certifications", ["IMR409"], "Psychiatry"),
    ("Calfornia", "licensure_states", ["IMR409"], "California"),
    ("Pensylvania", "licensure_states", ["IMR409"], "Pennsylvania"),
    ("Ontario", "licensure_states", ["IMR212"], "vocabulary"),
    ("Astrology", "certifications", ["IMR212"], "vocabulary"),
    ("Pain Management Upheld the request", "certifications", ["IMR212"], "vocabulary"),
    ("CA", "licensure_states", [None, "IMR212"], ""),
    ("Public Health &", "certifications", ["IMR212"], "breaks off"),
]


@pytest.mark.parametrize(("name", "kind", "said", "word"), ODD)
def test_odd_names_are_said(name: str, kind: str, said: list[str | None], word: str) -> None:
    found = list(remarks(name, kind))
    assert (found[0][0] if found else None) in said
    assert all(word in message for _, message in found)


@pytest.mark.parametrize(
    "name", ["Physical Medicine and Rehabilitation", "PAIN MANAGEMENT", "Family Practice", "Chiropractor", "Pediatric Rehabilitation Medicine"]
)  # fmt: skip
def test_known_certifications_in_any_case_and_with_and(name: str) -> None:
    assert list(remarks(name, "certifications")) == []


def test_a_slip_stays_as_printed() -> None:
    reading = next(iter(read_names("Sports Medicinea", "certifications")))
    assert reading.value == "Sports Medicinea"


def test_every_state_and_the_district_are_known() -> None:
    for name in ("District of Columbia", "West Virginia", "Hawaii", "Puerto Rico"):
        assert list(remarks(name, "licensure_states")) == []
