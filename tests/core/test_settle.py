"""A tree of Found becomes plain values, places and diagnostics with their JSON pointers; what follows from values."""

from __future__ import annotations

from typing import Any

import pytest

from imr_parse.derive import derive, letter_outcome
from imr_parse.document import Document, Line, Span
from imr_parse.evidence import rows_by_page
from imr_parse.found import Doubt, Found
from imr_parse.interpret.numbering import count_doubts
from imr_parse.settle import settle

TEXT = "one two\nthree-\n\ffour five\n\f\fsix\n"
DOCUMENT = Document(
    TEXT,
    (
        Line(0, 7, 1, None, None),
        Line(8, 14, 1, None, None),
        Line(16, 25, 2, None, None),
        Line(28, 31, 4, None, None),
    ),
    4,
    "pdfium",
    "application/pdf",
    "",
)
WORDS = Span(0, 3)
LATER = Span(16, 20)


def test_plain_values_keep_their_shape() -> None:
    tree = {"a": Found("x", (WORDS,)), "b": [Found(1), {"c": Found(None)}], "d": (), "e": None, "f": Found({"g": Found("y")})}  # fmt: skip
    plain, settled = settle(tree, DOCUMENT)
    assert plain == {"a": "x", "b": [1, {"c": None}], "d": [], "e": None, "f": {"g": "y"}}
    assert settled.places == [("/a", (WORDS,))]
    assert settled.diagnostics == []


def test_a_doubt_stands_on_the_path_of_its_value() -> None:
    inner = Found("v", (LATER,), (Doubt("IMR410", "odd"),))
    outer = Found([inner], doubts=(Doubt("IMR217", "how many"),))
    _, settled = settle({"case": {"x": outer}}, DOCUMENT)
    assert [(row["path"], row["code"], row["severity"], row["page"]) for row in settled.diagnostics] == [
        ("/case/x", "IMR217", "warning", None),
        ("/case/x/0", "IMR410", "note", 2),
    ]
    assert settled.raised == [
        ("/case/x", Doubt("IMR217", "how many")),
        ("/case/x/0", Doubt("IMR410", "odd", LATER)),
    ]


def test_a_doubts_own_place_goes_before_its_values() -> None:
    found = Found("v", (WORDS,), (Doubt("IMR410", "odd", Span(28, 31)),))
    _, settled = settle([found], DOCUMENT)
    assert settled.diagnostics[0]["page"] == 4


def test_the_same_code_stands_on_a_path_once() -> None:
    _, settled = settle({"a": Found(1, (), (Doubt("IMR410", "first"), Doubt("IMR410", "second")))}, DOCUMENT)
    settled.doubt("/a", Doubt("IMR410", "third"))
    settled.doubt("/a", Doubt("IMR208", "another code"))
    settled.doubt("/b", Doubt("IMR410", "another path"))
    assert [(row["path"], row["message"]) for row in settled.diagnostics] == [
        ("/a", "first"),
        ("/a", "another code"),
        ("/b", "another path"),
    ]


ROWS = [
    ((Span(0, 3),), [(1, "one")]),
    ((Span(4, 14),), [(1, "two\nthree-")]),
    ((Span(8, 25),), [(1, "three-"), (2, "four five")]),
    ((Span(0, 31),), [(1, "one two\nthree-"), (2, "four five"), (4, "six")]),
    ((Span(0, 3), Span(28, 31)), [(1, "one"), (4, "six")]),
    ((Span(21, 30),), [(2, "five"), (4, "si")]),
    ((), []),
]


@pytest.mark.parametrize(("spans", "rows"), ROWS)
def test_rows_by_page(spans: tuple[Span, ...], rows: list[tuple[int, str]]) -> None:
    assert [(page, TEXT[slice(*span)]) for page, span in rows_by_page(DOCUMENT, spans)] == rows


OUTCOMES = [
    ([], None),
    (["upheld"], "upheld"),
    (["overturned"], "overturned"),
    (["upheld", "upheld"], "upheld"),
    (["overturned", "overturned"], "overturned"),
    (["upheld", "overturned"], "partially_overturned"),
    (["overturned", "upheld", "upheld"], "partially_overturned"),
    (["upheld", None], None),
    ([None], None),
    (["overturned", None, "upheld"], None),
]


@pytest.mark.parametrize(("outcomes", "outcome"), OUTCOMES)
def test_letter_outcome(outcomes: list[str | None], outcome: str | None) -> None:
    assert letter_outcome(outcomes) == outcome


COUNTS = [
    ([None, None], False),
    ([1, 2, 3], False),
    ([1], False),
    ([2], True),
    ([1, 3], True),
    ([1, 1], True),
    ([1, None], True),
    ([None, 1], True),
    ([2, 1], True),
    ([0, 1], True),
]


@pytest.mark.parametrize(("numbers", "broken"), COUNTS)
def test_printed_numbers_run_from_one_to_the_end(numbers: list[int | None], broken: bool) -> None:
    rows: list[Any] = [{"heading": Found(f"MRI {at}"), "rationale": None} for at, _ in enumerate(numbers)]
    doubts = count_doubts(numbers, rows)
    assert [doubt.code for doubt in doubts] == (["IMR217"] if broken else [])
    assert all(str(number) in doubt.message for doubt in doubts for number in numbers if number)


def test_items_without_numbers_are_told_by_their_words() -> None:
    one = {"heading": Found("MRI"), "rationale": Found("It is needed.")}
    other = Found({"heading": Found("MRI"), "rationale": Found("It is not.")})
    assert count_doubts([None, None], [one, other]) == ()
    assert "item 3 repeats" in count_doubts([None, None, None], [one, other, dict(one)])[0].message
    assert count_doubts([1, 2], [one, dict(one)]) == ()
    torn = {"heading": Found("MRI"), "rationale": Found(None)}
    assert "item 2 repeats" in count_doubts([None, None], [torn, one])[0].message
    assert count_doubts([None, None], [one, torn]) == ()


def test_derive_reads_through_found() -> None:
    rows = [Found({"outcome": Found("upheld")}), Found({"outcome": "overturned"})]
    assert derive({"decisions": Found(rows)})["outcome"] == "partially_overturned"
    assert derive({"decisions": Found([])})["outcome"] is None


def test_the_document_tells_lines_and_pages_of_offsets() -> None:
    assert [DOCUMENT.line_at(at) for at in (0, 7, 8, 13, 16, 27, 28, 99)] == [0, 0, 1, 1, 2, 2, 3, 3]
    assert [DOCUMENT.page_at(at) for at in (0, 8, 16, 28)] == [1, 1, 2, 4]
    assert Document("", (), None, "text", "text/plain", "").page_at(0) is None
    assert DOCUMENT.trim(0, 4) == (Span(0, 3),)
    assert DOCUMENT.trim(3, 4) == () == DOCUMENT.trim(14, 16)
    assert DOCUMENT.trim(7, 18) == (Span(8, 18),)
