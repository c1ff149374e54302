"""Footers, page numbers and fax lines leave the text; what only looks like them stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from imr_parse.document import Document
from imr_parse.furniture.lines import without_furniture
from imr_parse.layouts import KNOWN
from imr_parse.readers.text import read_text

BODY = "The knee was examined again and no effusion was\n"


def document(text: str) -> Document:
    return without_furniture(read_text(text.encode()), KNOWN)


def left(text: str) -> list[str]:
    found = document(text)
    assert len(found.text) == len(read_text(text.encode()).text)  # blanked, not cut
    return [found.text[line.start : line.end] for line in found.lines]


@pytest.mark.parametrize(
    "line",
    [
        "Final Determination Letter for IMR Case Number CM13-0012345",
        "Final Determination Letter for IMR Case Number CM13-0012345 3",
        "Final Determination Letter for IMR Case Number CM13-0012345   Page 3 of 9",
        "CM13-0012345  -  Page 2",
        "Page 2 of 6",
        "Page | 3",
        "3 | P a g e",
        "12/20/2013 14:05 FAX 9165550142   P. 003/009",
        "From: 9165550142  To: 5595550110  Page: 3/9  Date: 12/20/2013 9:12:44 AM",
        "Dec-20-2013 04:22 PM MAXIMUS 916-555-0142 3/9",
        "CONFIDENTIAL",
        "Printed on 3/4/2017",
        "Page 2 of 6   01/20/2017",
        "01/20/2017 | Page 2",
        "p. 2",
        "[Page 2]",
        "(page 2 of 6)",
    ],
)
def test_furniture_goes(line: str) -> None:
    assert left(f"{BODY}{line}\nfound at the visit.\n") == [BODY.strip(), "found at the visit."]


@pytest.mark.parametrize(
    "line",
    [
        "She was seen on 3/4/2013 and 5/6/2013 for pain of 7/10",
        "Case Number: CM13-0012345",
        "pages 74-95 of the guideline",
        "To: be seen on 12/20/2013",
        "Final Determination: UPHOLD. 1",
        "page 43.",
        "page 43)",
    ],
)
def test_what_only_resembles_it_stays(line: str) -> None:
    assert line in left(f"{BODY}{line}\nfound at the visit.\n")


def test_numbers_that_count_pages_go_and_others_stay() -> None:
    assert left(f"{BODY}1\nfound.\n\f{BODY}2\nfound.\n") == [BODY.strip(), "found."] * 2
    assert "40" in left(f"Visits asked for:\n40\n{BODY}")


STATED = f"Case Number: CM13-0012345\nDate of Injury: 1/2/2013\n{BODY}"


@pytest.mark.parametrize(
    "line", ["CM13-0012345", "- CM13-0012345 -", "CM13-0012345\nfound again\nCM13-0012345"]
)
@pytest.mark.parametrize("end", ["\n", "\n\f"])
def test_a_case_number_alone_that_the_letter_states_is_furniture(line: str, end: str) -> None:
    rest = [row for row in line.split("\n")[1:-1]]
    assert left(f"{STATED}{line}{end}at the visit.\n") == [*STATED.splitlines(), *rest, "at the visit."]


@pytest.mark.parametrize(
    "text",
    [
        f"Date of Injury: 1/2/2013\nCM13-0012345\n{BODY}",  # nowhere else
        f"Case Number:\nCM13-0012345\n{BODY}on IMR case CM13-0012345.",
        f"Case Number: CM13-0012344,\nCM13-0012345\n{BODY}on CM13-0012345.",
        f"{STATED}as it was told of case number\nCM13-0012345\nin full.",
        f"{STATED}CM13-0012346\n{BODY}",  # another letter's
        f"{STATED}CM13-0012345.\n{BODY}",
    ],
)
def test_a_case_number_alone_stays_where_it_states_something(text: str) -> None:
    assert left(text) == text.splitlines()


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("MAXIMUS Federal Services, Inc.", True),
        ("Department of Industrial Relations", True),
        ("Scanned by the mail room", True),
        ("The knee was stable, and the range of motion,", False),
        ("Returned to work after the holiday.", False),
        ("The request is not medically necessary.", False),
        ("Norco", False),
        ("Claims Administrator guideline: None", False),
    ],
)
def test_a_name_on_every_page_is_furniture_and_a_sentence_is_none(line: str, goes: bool) -> None:
    text = f"{5 * BODY}{line}\n\f{5 * BODY}seen.\n{line}\n"
    assert (line not in left(text)) is goes
    assert line in left(f"{text}\f{BODY}")  # not on every page
    assert line in left(text.replace("seen.", "seen"))  # a sentence goes on in it wherever it stands


def test_page_marks_with_a_stop_go_where_they_run_on() -> None:
    text = f"{BODY}Page 2.\n{BODY}Page 3.\n{BODY}"
    assert left(text) == [BODY.strip()] * 3
    assert "Page 43." in left(f"{BODY}Page 43.\n{BODY}")  # the end of a sentence


def test_a_case_number_alone_again_is_furniture() -> None:
    assert left(f"CM13-0012345\n{BODY}CM13-0012345\n{BODY}") == ["CM13-0012345", BODY.strip(), BODY.strip()]


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ((1, 2, 3), []),
        ((2, 3), ["IMR307"]),
        ((1, 3), ["IMR307"]),
        ((1, 1, 2), []),  # counting begins anew after a cover letter
    ],
)
def test_page_numbers_tell_of_lost_pages(pages: tuple[int, ...], said: list[str]) -> None:
    text = "\f".join(f"{BODY}{BODY}{BODY}Page {number}\n" for number in pages)
    assert [damage.code for damage in document(text).damage] == said


@pytest.mark.parametrize(
    ("pages", "said"), [((1, 2, 3), []), ((2, 3, 4), ["IMR307"]), ((1, 3), ["IMR307"]), ((1, 2), [])]
)
@pytest.mark.parametrize(
    "line",
    [
        "Final Determination Letter for IMR Case Number CM13-9900012   {n}",
        "IMR Case Number CM13-9900012 Page {n}",
        "Page {n}",
    ],
)
def test_in_text_without_pages_they_tell_as_well(line: str, pages: tuple[int, ...], said: list[str]) -> None:
    text = "".join(f"{BODY * 12}{line.format(n=number)}\n" for number in pages)
    assert [damage.code for damage in document(text).damage] == said


@pytest.mark.parametrize(("pages", "said"), [((1, 2, 3), []), ((1, 2), ["IMR307"])])
@pytest.mark.parametrize("line", ["{n} of 3", "{n}/3"])
def test_numbers_alone_that_say_of_how_many(line: str, pages: tuple[int, ...], said: list[str]) -> None:
    text = "\f".join(f"{BODY * 12}{line.format(n=number)}\n" for number in pages)
    assert [damage.code for damage in document(text).damage] == said


def test_a_first_page_without_a_number_is_none_that_is_lost() -> None:
    assert document(f"{BODY * 20}{BODY * 40}Page 2\n{BODY * 40}Page 3\n").damage == ()
    assert document(f"{BODY * 20}Page 2\n{BODY * 40}Page 3\n{BODY}").damage == ()


@pytest.mark.parametrize(("pages", "said"), [((4, 5, 6), []), ((1, 3), ["IMR307"])])
def test_the_pages_of_a_fax_run_on_whatever_they_begin_with(pages: tuple[int, ...], said: list[str]) -> None:
    fax = "12/20/2013 14:02 FAX 916 555 0142 P. {n:03}/09\n"
    text = "\f".join(f"{fax.format(n=number)}{BODY}{BODY}" for number in pages)
    assert [damage.code for damage in document(text).damage] == said


def test_of_how_many_pages_the_last_is() -> None:
    assert [damage.code for damage in document(f"{BODY}Page 1 of 3\n\f{BODY}Page 2 of 3\n").damage] == [
        "IMR307"
    ]
    assert document(f"{BODY}Page 1 of 2\n\f{BODY}Page 2 of 2\n").damage == ()


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("The knee was examined and no effusion\n1\nwas seen that day.\n", False),
        ("The knee was examined and no effusion\n\n2\n\nwas seen that day.\n", False),
        ("The knee was given Norco\n1\n10/325 mg that day.\n", False),
        ("The knee was examined, and effusions were\n2\nwere seen that day.\n", True),  # which page is that?
        ("The knee was examined, at visit\n1\nThe elbow was not.\n", True),  # the sentence may end in it
        ("Progress notes of visit\n1\n2. Reports of the MRI\n", True),
        ("Quantity:\n1\nbottle of each\n", True),
    ],
)
def test_a_number_alone_in_mid_sentence_is_a_pages(text: str, stays: bool) -> None:
    number = next(line for line in text.split("\n") if line.isdigit())
    assert (number in left(f"{BODY * 9}\n{text}")) is stays


def test_furniture_of_a_layout_of_ones_own_needs_neither_figures_nor_capitals() -> None:
    own = replace(KNOWN[0], furniture=("Office of Appeals",))
    text = f"{BODY}Office of Appeals\nfound at the visit.\n"
    found = without_furniture(read_text(text.encode()), (own,))
    assert [found.text[line.start : line.end] for line in found.lines] == [
        BODY.strip(),
        "found at the visit.",
    ]
