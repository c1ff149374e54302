"""An item's heading: number, inner colons, outcome and its variants, part-authorized requests."""

from __future__ import annotations

import pytest

from imr_parse.interpret.heading import HeadingReading, read_heading
from imr_parse.interpret.item_numbers import printed_numbers

OUTCOMES = {"Upheld": "upheld", "Overturned": "overturned"}


def read(words: str) -> HeadingReading:
    return read_heading(words, OUTCOMES)


def shown(words: str, place: tuple[int, int] | None) -> str | None:
    return None if place is None else " ".join(words[slice(*place)].split())


def codes(reading: HeadingReading, key: str) -> list[str]:
    return [code for code, _ in reading.remarks.get(key, ())]


# printed words, heading, outcome
PLAIN = [
    ("Norco 10/325mg #120: Upheld", "Norco 10/325mg #120", "upheld"),
    ("MRI of the lumbar spine: Overturned", "MRI of the lumbar spine", "overturned"),
    (" MRI of the lumbar spine : Upheld \n", "MRI of the lumbar spine", "upheld"),
    ("MRI of the lumbar\nspine without\n\fcontrast: Upheld", "MRI of the lumbar spine without contrast", "upheld"),
    ("Pre-op labs: CBC: Overturned", "Pre-op labs: CBC", "overturned"),
    ("Associated surgical service: Cold unit: 7 days: Upheld", "Associated surgical service: Cold unit: 7 days", "upheld"),
    ("Retrospective: urine drug screen (DOS: 10/01/16): Upheld", "Retrospective: urine drug screen (DOS: 10/01/16)", "upheld"),
    ("Physical therapy, 2 sessions:\nUpheld", "Physical therapy, 2 sessions", "upheld"),
    ("Physical therapy, 2 sessions:\n\fOverturned", "Physical therapy, 2 sessions", "overturned"),
    ("Physical therapy:: Upheld", "Physical therapy", "upheld"),
    ("X: Upheld", "X", "upheld"),
    ("(L) wrist splint: Upheld", "(L) wrist splint", "upheld"),
    ("1) Removal of a plate; 2) graft: Upheld", "1) Removal of a plate; 2) graft", "upheld"),
    # the words of an outcome inside a heading are the heading's
    ("Review of the Upheld request: Overturned", "Review of the Upheld request", "overturned"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "heading", "outcome"), PLAIN)
def test_plain(words: str, heading: str, outcome: str) -> None:
    reading = read(words)
    assert (shown(words, reading.heading), reading.outcome) == (heading, outcome)
    assert reading.treatment == reading.heading
    assert words[slice(*reading.outcome_words)].lower() == outcome
    assert (reading.number, reading.original, reading.authorized, reading.remarks) == (None, None, None, {})


@pytest.mark.parametrize(
    "words",
    [
        "Norco, quantity 8: Upheld: Upheld",
        "Norco, quantity 8:\nUpheld: Upheld",
        "Norco was Upheld: Upheld",
        "Upheld: Norco: Upheld",
    ],
)
def test_a_heading_with_an_outcome_in_it_is_doubted(words: str) -> None:
    assert codes(read(words), "heading") == codes(read(words), "treatment") == ["IMR209"]


@pytest.mark.parametrize(
    ("words", "doubted"),
    [
        ("Norco: Upheld: Overturned", ["IMR221"]),
        ("Norco: Overturned: Upheld", ["IMR221"]),
        ("Norco: Upheld: Upheld", []),
        ("Overturned: Norco: Upheld", ["IMR221"]),
    ],
)
def test_of_two_outcomes_that_differ_neither_is_sure(words: str, doubted: list[str]) -> None:
    assert codes(read(words), "outcome") == doubted


NUMBERED = [
    ("1. Norco 10/325mg #120: Upheld", 1, "Norco 10/325mg #120"),
    ("12) Norco 10/325mg #120: Upheld", 12, "Norco 10/325mg #120"),
    (" 2.  Norco: Upheld", 2, "Norco"),
    ("1 Norco: Upheld", None, "1 Norco"),
    ("1.5 mg Norco: Upheld", None, "1.5 mg Norco"),
    ("12 sessions of therapy: Upheld", None, "12 sessions of therapy"),
    ("123. Norco: Upheld", None, "123. Norco"),
    ("30 day rental of a TENS unit: Upheld", None, "30 day rental of a TENS unit"),
]


@pytest.mark.parametrize(("words", "number", "heading"), NUMBERED)
def test_a_printed_number_belongs_to_neither_heading_nor_treatment(
    words: str, number: int | None, heading: str
) -> None:
    reading = read(words)
    assert (reading.number, shown(words, reading.heading)) == (number, heading)
    assert shown(words, reading.treatment) == heading


# a letter's headings, each with the number before it, and what is left of them
TOGETHER = [
    (["#1 Norco", "#2 MRI"], [1, 2], ["Norco", "MRI"]),
    (["#1. Norco", "#2. MRI"], [1, 2], ["Norco", "MRI"]),
    (["1 - Norco", "2 - MRI"], [1, 2], ["Norco", "MRI"]),
    (["1 \u2013 Norco", "2 \u2013 MRI"], [1, 2], ["Norco", "MRI"]),
    (["1: Norco", "2: MRI"], [1, 2], ["Norco", "MRI"]),
    (["No. 1 Norco", "No. 2 MRI"], [1, 2], ["Norco", "MRI"]),
    (["[1] Norco", "[2] MRI"], [1, 2], ["Norco", "MRI"]),
    (["Item 1 Norco", "Item 2 MRI"], [1, 2], ["Norco", "MRI"]),
    (["Issue #1: Norco", "Issue #2: MRI"], [1, 2], ["Norco", "MRI"]),
    (["(a) Norco", "(b) MRI"], [1, 2], ["Norco", "MRI"]),
    (["A. Norco", "B. MRI", "C. Brace"], [1, 2, 3], ["Norco", "MRI", "Brace"]),
    (["1 Norco", "2 MRI", "3 Brace"], [1, 2, 3], ["Norco", "MRI", "Brace"]),
    (["1. Norco", "#2 MRI"], [1, 2], ["Norco", "MRI"]),
    (["[1] Norco"], [1], ["Norco"]),
    (["Item 1: Norco"], [1], ["Norco"]),
    # one is missing, which the count tells
    (["Item 1 Norco", "Item 3 MRI"], [1, 3], ["Norco", "MRI"]),
    # what may be the heading's own
    (["#1 Norco"], [None], ["#1 Norco"]),
    (["1 visit", "1 brace", "1 MRI"], [None] * 3, ["1 visit", "1 brace", "1 MRI"]),
    (["1 MRI", "2 visits"], [None, None], ["1 MRI", "2 visits"]),
    (["1 - view film", "2 - view film"], [None, None], ["1 - view film", "2 - view film"]),
    (["#40 Norco", "#60 Senna"], [None, None], ["#40 Norco", "#60 Senna"]),
    (["(L) splint", "(R) splint"], [None, None], ["(L) splint", "(R) splint"]),
    (["Norco", "(B) splint"], [None, None], ["Norco", "(B) splint"]),
    (["Norco", ""], [None, None], ["Norco", ""]),
]


@pytest.mark.parametrize(("headings", "numbers", "rest"), TOGETHER)
def test_numbers_in_other_forms_are_told_by_all_headings(
    headings: list[str], numbers: list[int | None], rest: list[str]
) -> None:
    printed = printed_numbers(headings)
    assert [each.number for each in printed] == numbers
    assert [words[each.end :] for each, words in zip(printed, headings, strict=True)] == rest
    read_out = [
        read_heading(f"{words}: Upheld", OUTCOMES, each)
        for each, words in zip(printed, headings, strict=True)
    ]
    assert [shown(words, each.heading) for each, words in zip(read_out, headings, strict=True)] == rest


# outcome words as nobody usually prints them, but sure
VARIANTS = [
    ("Norco: UPHELD", "Norco", "upheld"),
    ("Norco: upheld", "Norco", "upheld"),
    ("Norco: Upheld.", "Norco", "upheld"),
    ("Norco: Uphled", "Norco", "upheld"),
    ("Norco: Uphold", "Norco", "upheld"),
    ("Norco: Overtuned", "Norco", "overturned"),
    ("Norco: Overturned;", "Norco", "overturned"),
    ("Norco: - Overturned", "Norco", "overturned"),
    ("Norco: Overturn", "Norco", "overturned"),
    # the colon is lost
    ("Norco Upheld", "Norco", "upheld"),
    ("Norco - Upheld", "Norco", "upheld"),
    ("Norco \u2013 Overturned", "Norco", "overturned"),
    ("Norco, Upheld", "Norco", "upheld"),
    ("Norco; Upheld", "Norco", "upheld"),
    ("Norco. Upheld", "Norco", "upheld"),
    ("Norco\uff1a Upheld", "Norco", "upheld"),
    ("Norco\nOverturned", "Norco", "overturned"),
    ("Labs: CBC Upheld", "Labs: CBC", "upheld"),
]


@pytest.mark.parametrize(("words", "heading", "outcome"), VARIANTS)
def test_outcome_variants_are_noted(words: str, heading: str, outcome: str) -> None:
    reading = read(words)
    assert (shown(words, reading.heading), reading.outcome) == (heading, outcome)
    assert codes(reading, "outcome") == ["IMR402"]
    assert codes(reading, "heading") == []


# no known outcome: never a guess
UNKNOWN = [
    ("Norco: Modified", "Norco"),
    ("Norco: Denied", "Norco"),
    ("Norco: Approved", "Norco"),
    ("Norco: Certified", "Norco"),
    ("Norco: Upheld in part", "Norco"),
    ("Norco: Partially Overturned", "Norco"),
    ("Norco: Upheld and Overturned", "Norco"),
    ("Norco: Not Upheld", "Norco"),
    ("Norco: Not Medically Necessary", "Norco"),
    ("Norco: Upheld/Overturned", "Norco"),
    ("Norco: Withdrawn", "Norco"),
    ("Norco:", "Norco"),
    ("Pre-op labs: CBC: Modified", "Pre-op labs: CBC"),
]


@pytest.mark.parametrize(("words", "heading"), UNKNOWN)
def test_an_unknown_outcome_is_never_guessed(words: str, heading: str) -> None:
    reading = read(words)
    assert (shown(words, reading.heading), reading.outcome) == (heading, None)
    assert codes(reading, "outcome") == ["IMR204"]
    assert codes(reading, "heading") == []


UNSURE_END = [
    "Norco 10/325mg #120",
    "Pre-op labs: CBC",
    "Pre-op labs: CBC, 12 panels",
    "Norco is not upheld",
    "Norco was partially overturned",
    "Norco, upheld and not overturned",
    "Norco: see above",
    "Lumbar support (the denial is upheld)",
    "Labs: blood and urine Upheld",
    "Labs: CBC Modified",
    "Norco: Denied by the reviewer",
]


@pytest.mark.parametrize("words", UNSURE_END)
def test_where_no_outcome_is_met_the_headings_end_is_in_doubt_too(words: str) -> None:
    reading = read(words)
    assert reading.outcome is None
    assert codes(reading, "outcome") == ["IMR204"]
    assert "IMR207" in codes(reading, "heading") and "IMR207" in codes(reading, "treatment")


# Part-authorized requests: original, authorized, treatment

PARTS = {
    "is": (
        "{0} was the original request. {1} was authorized by the Claims Administrator. "
        "The remaining IMR eligible portion of the original request, {2} is: Upheld"
    ),
    "no is": (
        "{0} was the original request. {1} was authorized by the Claims Administrator. "
        "The remaining IMR eligible portion of the original request, {2}: Upheld"
    ),
    "leaving": (
        "{0} was the original request. The Claims Administrator authorized {1}, leaving the original request "
        "IMR eligible. The original request, {2} is: Upheld"
    ),
    "were": (
        "{0} were the original request. {1} were authorized by the Claims Administrator. "
        "The remaining IMR eligible portion of the original request, {2} are: Upheld"
    ),
    "is before": (
        "{0} was the original request. {1} was authorized by the Claims Administrator. "
        "The remaining IMR eligible portion of the original request is {2}: Upheld"
    ),
    "comma before is": (
        "{0} was the original request. {1} was authorized by the Claims Administrator. "
        "The remaining IMR eligible portion of the original request, {2}, is: Upheld"
    ),
    "hyphen": (
        "{0} was the original request. {1} was authorized by the Claims Administrator. "
        "The remaining IMR-eligible portion of the original request, {2} is: Upheld"
    ),
    "has authorized": (
        "{0} was the original request. The Claims Administrator has authorized {1} leaving the original request "
        "IMR-eligible. The original request, {2} is: Upheld"
    ),
    "stray space": (
        "{0} was the original request . {1} was authorized by the Claims Administrator . "
        "The remaining IMR eligible portions of the original requests, {2} is: Upheld"
    ),
}
REQUESTS = [
    ("Physical therapy eight sessions", "Physical therapy six sessions", "physical therapy two sessions"),
    ("Norco 10/325mg #120", "Norco 10/325mg #60", "Norco 10/325mg #60"),
    ("12 visits: aquatic therapy, 2 x 6", "Six visits: aquatic therapy", "aquatic therapy: 6 visits"),
    ("MRI (w/o contrast). One study", "One MRI", "MRI"),
    ("Therapy that is monitored", "Therapy, 6 visits", "therapy that is monitored"),
]


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda parts: parts[0])
@pytest.mark.parametrize("wording", PARTS)
def test_part_authorized(wording: str, request_: tuple[str, str, str]) -> None:
    words = PARTS[wording].format(*request_)
    reading = read(words)
    assert (
        shown(words, reading.original),
        shown(words, reading.authorized),
        shown(words, reading.treatment),
    ) == request_
    assert shown(words, reading.heading) == words.removesuffix(": Upheld")
    assert (reading.outcome, reading.remarks) == ("upheld", {})


@pytest.mark.parametrize("wording", PARTS)
def test_part_authorized_over_line_ends(wording: str) -> None:
    words = PARTS[wording].format(*REQUESTS[0]).replace(" ", "\n")
    reading = read(words)
    places = (reading.original, reading.authorized, reading.treatment)
    assert tuple(shown(words, place) for place in places) == REQUESTS[0]
    assert reading.remarks == {}


def test_part_authorized_and_numbered() -> None:
    words = f"3. {PARTS['is'].format(*REQUESTS[1])}"
    reading = read(words)
    assert reading.number == 3
    assert shown(words, reading.original) == REQUESTS[1][0]


ODD_PARTS = [
    # a word of the form is other than known: the whole heading, with doubt
    "8 sessions was the original request. 6 sessions was approved. The remainder, 2 sessions is: Upheld",
    "8 sessions was the original request: Upheld",
    "The remaining IMR eligible portion of the original request, 2 sessions is: Upheld",
    "6 sessions was authorized by the Claims Administrator. 2 sessions is: Upheld",
    "8 sessions was the original request. The Claims Administrator authorized 6 sessions: Upheld",
    "8 sessions, modified by the Claims Administrator to 6 sessions: Upheld",
]


@pytest.mark.parametrize("words", ODD_PARTS)
def test_a_part_authorized_heading_in_other_words_is_in_doubt(words: str) -> None:
    reading = read(words)
    assert (reading.original, reading.authorized) == (None, None)
    assert shown(words, reading.heading) == words.removesuffix(": Upheld")
    assert reading.treatment == reading.heading
    assert codes(reading, "treatment") == ["IMR207"]
    assert codes(reading, "request") == ["IMR207"]


FOREIGN = [
    # words of a decision
    "Flector 1.3% patch: Modified: Overturned",
    "Flector 1.3% patch: Denied in part: Upheld",
    "Flector 1.3% patch: Outcome: Upheld",
    "Flector 1.3% patch: UR denial: Upheld",
    "Flector 1.3% patch IMR Decision: Upheld",
    "Flector 1.3% patch Result: Upheld",
    "Flector 1.3% patch Status: Upheld",
    "Flector 1.3% patch Final: Upheld",
    "Flector 1.3% patch\nDetermination: Upheld",
    "Flector 1.3% patch: The decision is: Upheld",
    # a mark after it
    "Flector 1.3% patch -> Upheld",
    "Flector 1.3% patch | Upheld",
    "Flector 1.3% patch / Upheld",
    "Flector 1.3% patch =>: Upheld",
    "Flector 1.3% patch \u2192 Upheld",
    # a label
    "Medication: Flector 1.3% patch: Upheld",
    "Disputed item/service: Flector 1.3% patch: Upheld",
    "Issue #2: Flector 1.3% patch: Upheld",
    "Treatment in dispute: Flector 1.3% patch: Upheld",
    # a mark
    "\u2022 Flector 1.3% patch: Upheld",
    "- Flector 1.3% patch: Upheld",
    "a) Flector 1.3% patch: Upheld",
    "iv. Flector 1.3% patch: Upheld",
    "2. 3. Flector 1.3% patch: Upheld",
    # a number that may be the heading's own
    "#1 Flector 1.3% patch: Upheld",
    "2 - Flector 1.3% patch: Upheld",
    "[3] Flector 1.3% patch: Upheld",
    "2: Flector 1.3% patch: Upheld",
]


@pytest.mark.parametrize("words", FOREIGN)
def test_what_does_not_belong_to_a_heading_is_said(words: str) -> None:
    reading = read(words)
    assert "IMR209" in codes(reading, "heading")
    assert "IMR209" in codes(reading, "treatment")
    assert reading.outcome is not None


@pytest.mark.parametrize(
    "words",
    [
        "Treatment of the knee: Upheld",
        "Service dog: Upheld",
        "Item 4 wheelchair: part A: Upheld",
        "I-pad stand: Upheld",
        "Pre-op labs: CBC: Upheld",
        "Retrospective request for MRI: Upheld",
        "Final confirmation of urine drug test results: Upheld",
        "Bone growth unit to speed a resulting fusion: Upheld",
        "Cyclobenzaprine cream 3%: Upheld",
        "Gel for the knee (topical): Upheld",
    ],
)
def test_words_that_only_look_foreign(words: str) -> None:
    assert read(words).remarks == {}


def test_two_requests_in_one_heading_are_in_doubt() -> None:
    one = PARTS["is"].format(*REQUESTS[0]).removesuffix(" is: Upheld")
    reading = read(f"{one}. {PARTS['is'].format(*REQUESTS[1])}")
    assert "IMR207" in codes(reading, "treatment")


@pytest.mark.parametrize("words", ["The request for Norco is: Upheld", "Norco and therapy are: Upheld"])
def test_a_heading_that_ends_in_a_verb_may_lack_words(words: str) -> None:
    reading = read(words)
    assert codes(reading, "treatment") == ["IMR207"]
    assert shown(words, reading.heading) == words.removesuffix(": Upheld")


def test_nothing_but_an_outcome() -> None:
    reading = read(": Upheld")
    assert reading.outcome == "upheld"
    assert reading.heading.start == reading.heading.end


@pytest.mark.parametrize("length", [2_000, 20_000])
def test_long_headings_end_in_reasonable_steps(length: int) -> None:
    words = f"{'was the original request. ' * (length // 26)}: Upheld"
    assert read(words).outcome == "upheld"
