"""Text of pdftotext, which joins a line that ends in a hyphen with the next one and gives a header table cell by cell."""

from __future__ import annotations

import re

import pytest

from imr_parse import parse_text
from imr_parse.pointers import value_at
from imr_parse.readers.joined import joints
from samples import to_text
from samples.random_forms import ORDINARY

from .letters import codes, doubts, text_of

FULL = "The worker was seen again by the same physician and the notes say much the same as before him."
PLACES = [
    ("exam of 11-22|-16", "the knee was swollen and the worker could not walk far without"),
    ("exam of 11-22-|2016,", "the knee was swollen and the worker could not walk far without"),
    ("exam of (1-9-|17)", "the knee was swollen and the worker could not walk far without"),
    ("use of non-|steroidal", "drugs did not help and the worker could not walk far without"),
    ("range-of-|motion", "exercises did not help and the worker could not walk far without"),
    ("the follow-|up", "visit did not help and the worker could not walk far without"),
]
UNSURE = ["the shoulder-|arm", "10%-|Cyclobenzaprine", "the 1-|2", "electro-|diagnostic"]


def lines_with(broken: str, rest: str, known: str = "Good range-of-motion was seen.") -> list[str]:
    """A page of prose, one line of it what pdftotext makes of two."""
    before = FULL[: len(FULL) - len(broken.partition("|")[0])].rsplit(" ", 1)[0]
    return [*[FULL] * 20, f"{before} {broken.replace('-|', '').replace('|', '')} {rest}", known, FULL]


@pytest.mark.parametrize(("broken", "rest"), PLACES[1:])
def test_a_hyphen_that_a_date_or_the_same_word_tells_is_put_back(broken: str, rest: str) -> None:
    lines = lines_with(broken, rest)
    ((number, at),) = joints(lines).items()
    printed = broken.partition("|")
    assert f"{lines[number][:at]}-".endswith(printed[0])
    assert lines[number][at:] == f"{printed[2]} {rest}"


@pytest.mark.parametrize("broken", UNSURE)
def test_a_hyphen_that_nothing_tells_is_not_guessed(broken: str) -> None:
    assert joints(lines_with(broken, PLACES[0][1])) == {}


def test_lines_of_one_width_and_few_lines_are_left_alone() -> None:
    assert joints([FULL] * 30) == {}
    assert joints(lines_with(*PLACES[1])[-4:]) == {}


CELLS = """Case Number:
Date Assigned:
Decision Date:
Priority:

{Case Number:}
{Date Assigned:}
{Decision Date:}
{Priority:}

Date of Injury:
UR Denial Date:
Application
Received:

{Date of Injury:}
{UR Denial Date:}
{Received:}

"""
"""A header table as pdftotext gives it."""


def by_pdftotext(text: str) -> str:
    """Text of lines as pdftotext writes it: no hyphen at a line's end, and the header's labels before their values."""
    head, title, rest = text.partition("HOW THE IMR")
    cells = CELLS
    for label, value in re.findall(
        r"((?:UR |Case |Priority|Date |Decision |Received)(?:of |Denial )?(?:[A-Z][a-z]+)?:)\s+(\S+)", head
    ):
        cells = cells.replace(f"{{{label}}}", value)
    return cells + title + re.sub(r"(?<=\w\w)-\n(?=\w)", "", rest)


def test_pages_of_a_letter_by_pdftotext_end_where_they_do() -> None:
    told = 0
    for seed in range(21, 33):
        text = to_text(ORDINARY["2014"](seed), "form-feeds").decode()
        record = parse_text(by_pdftotext(text))
        plain = parse_text(text)
        assert record.case == plain.case
        for path in (
            "/case_summary/text",
            *(f"/decisions/{at}/rationale" for at in range(len(plain.decisions))),
        ):
            assert value_at(record, path) == value_at(plain, path) or codes(record, path)
        assert not any("ends early" in row.message for row in record.diagnostics)
        pages = by_pdftotext(text).split("\f")
        if len(pages) > 2:
            short = "\n".join(pages[1].rstrip("\n").split("\n")[:-16]) + "\n"
            cut = parse_text("\f".join([pages[0], short, *pages[2:]]))
            told += bool(doubts(cut))
    assert told


def test_room_within_a_line_is_no_word() -> None:
    text = text_of().replace(" the ", " the" + " " * 40, 3)
    assert doubts(parse_text(text)) == []
