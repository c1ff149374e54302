"""Lists as letters print them: bullets of all kinds, numbers, wrapped lines, no marks at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_parse.entries import EntryLine
from imr_parse.interpret.lists import read_list, read_treatments
from imr_parse.landmarks.find import fold

Read = tuple[list[str], set[str]]


def read(text: str, wraps: bool | None = None, gaps: tuple[int, ...] = ()) -> Read:
    """The entries and the codes of the remarks; `wraps` is said of every line, `gaps` are lines below a gap."""
    return shown(read_list(text, lines_of(text, wraps, gaps)))


def shown(found: tuple[list, tuple]) -> Read:  # type: ignore[type-arg]
    readings, remarks = found
    return [reading.value for reading in readings], {code for code, _ in remarks}


def lines_of(text: str, wraps: bool | None, gaps: tuple[int, ...] = ()) -> list[EntryLine]:
    at, rows = 0, []
    for number, line in enumerate(text.split("\n")):
        rows.append(EntryLine(at, number in gaps, False if number == 0 else wraps))
        at += len(line) + 1
    return rows


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("\u2022 Application\n\u2022 Report of the\nclinic", ["Application", "Report of the clinic"]),
        ("1. Application\n2. Report", ["Application", "Report"]),
        ("1) Application\n2) Report", ["Application", "Report"]),
        ("1.) Application\n2.) Report", ["Application", "Report"]),
        ("(1) Application\n(2) Report", ["Application", "Report"]),
        ("a. Application\nb. Report", ["Application", "Report"]),
        ("o Application\no Report", ["Application", "Report"]),
        ("- Application\n- Report from 1-2-13\nto 3-4-13", ["Application", "Report from 1-2-13 to 3-4-13"]),
        ("\uf0b7Application\n\uf0b7Report", ["Application", "Report"]),
        ("\u2022\nApplication\n\u2022\nReport", ["Application", "Report"]),
        ("These documents included:\n\u2022 Application", ["Application"]),
        ("\u2022 Application \u2022 Report \u2022\nNotes", ["Application", "Report", "Notes"]),
        ("l Application\nl Report", ["Application", "Report"]),
    ],
)
def test_marked(text: str, wanted: list[str]) -> None:
    assert read(text) == (wanted, set())


@pytest.mark.parametrize(
    ("text", "entries", "code"),
    [
        ("2) Report\n3) Notes", ["Report", "Notes"], "IMR207"),  # the first mark is lost
        ("1. Application\n3. Notes", ["Application 3. Notes"], "IMR207"),
        ("1. Application 2. Report\n3. Notes", ["Application 2. Report 3. Notes"], "IMR207"),
        ("\u2022 Application\n\u2022", ["Application"], "IMR202"),
        ("\u2022 Application\n\u2022 7", ["Application", "7"], "IMR209"),
        (
            "\u2022 Application\nCLINICAL SUMMARY OF THE CASE",
            ["Application CLINICAL SUMMARY OF THE CASE"],
            "IMR209",
        ),
        ("\u2022 Report (of the", ["Report (of the"], "IMR210"),
        ("\u2022 " + "word " * 100, ["word " * 99 + "word"], "IMR209"),
    ],
)
def test_in_doubt(text: str, entries: list[str], code: str) -> None:
    found, codes = read(text)
    assert (found, code in codes) == (entries, True)


def test_without_marks_lines_or_paragraphs_are_entries() -> None:
    assert read("Application\nReport", wraps=False) == (["Application", "Report"], set())
    assert read("Report of the\nclinic", wraps=True) == (["Report of the clinic"], set())
    assert read("Report by Ann,\nMD\nNotes", wraps=False)[0] == ["Report by Ann, MD", "Notes"]
    assert read("Report 2013\nNotes", wraps=None) == (["Report 2013", "Notes"], {"IMR207"})
    assert read("Report of the\nclinic\nNotes", wraps=True, gaps=(2,)) == (
        ["Report of the clinic", "Notes"],
        set(),
    )


@pytest.mark.parametrize(
    ("text", "requests", "wanted"),
    [
        ("Norco #30; Ultram #60", ("Norco #30", "Ultram #60"), ["Norco #30", "Ultram #60"]),
        ("Norco, one daily", ("Norco, one daily",), ["Norco, one daily"]),
        ("Norco #30, Ultram #60", ("Norco #30", "Ultram #60"), ["Norco #30", "Ultram #60"]),
        (
            "MRI of the\nknee\nUltram #60",
            ("MRI of the knee", "Ultram #60"),
            ["MRI of the knee", "Ultram #60"],
        ),
        ("1. Norco #30\n2. Ultram #60", (), ["Norco #30", "Ultram #60"]),
    ],
)
def test_treatments(text: str, requests: tuple[str, ...], wanted: list[str]) -> None:
    assert shown(read_treatments(text, lines_of(text, None), frozenset(map(fold, requests)))) == (
        wanted,
        set(),
    )


@pytest.mark.parametrize(
    ("text", "wraps", "wanted", "codes"),
    [
        ("Knee brace\nFusion C5-C6; 2-day stay\nTENS unit", False, ["Knee brace", "Fusion C5-C6; 2-day stay", "TENS unit"], set()),
        ("Knee brace, 1\nFusion C5-C6; 2-day stay (1)\nTENS", None, ["Knee brace, 1", "Fusion C5-C6; 2-day stay (1)", "TENS"], {"IMR207"}),
        ("Knee brace; fusion of the neck; MRI of the\nLumbar spine; TENS", None, ["Knee brace", "fusion of the neck", "MRI of the Lumbar spine", "TENS"], set()),
        ("Knee brace; fusion of\nthe neck", None, ["Knee brace", "fusion of the neck"], set()),
        ("Knee brace;\nFusion of the neck;\nTENS", False, ["Knee brace", "Fusion of the neck", "TENS"], set()),
    ],
)  # fmt: skip
def test_where_lines_and_semicolons_disagree_lines_tell_the_treatments(
    text: str, wraps: bool | None, wanted: list[str], codes: set[str]
) -> None:
    assert shown(read_treatments(text, lines_of(text, wraps), frozenset({"x", "y"}))) == (wanted, codes)


def test_a_mark_alone_on_its_line_begins_the_paragraph_below() -> None:
    text = "\u2022\nApplication\n\u2022\nReport"
    assert read(text, wraps=False, gaps=(1, 2, 3)) == (["Application", "Report"], set())
    assert read("\u2022 Application\nReport", wraps=False, gaps=(1,))[1] == {"IMR207"}


def test_one_treatment_where_the_letter_decides_two_is_doubtful() -> None:
    assert shown(
        read_treatments("Norco and more", lines_of("Norco and more", None), frozenset({"norco", "mri"}))
    ) == (
        ["Norco and more"],
        {"IMR207"},
    )


ENTRY = st.from_regex(r"[A-Z][a-z]{2,9}( [a-z]{2,9}){0,4}", fullmatch=True)


@given(
    st.lists(ENTRY, min_size=1, max_size=12),
    st.sampled_from("\u2022\u25aa\u00b7*\u2013+\u2192"),
    st.booleans(),
)
def test_a_list_is_read_back(entries: list[str], bullet: str, numbered: bool) -> None:
    text = "\n".join(f"{f'{n}.' if numbered else bullet} {entry}" for n, entry in enumerate(entries, 1))
    assert read(text) == (entries, set())
