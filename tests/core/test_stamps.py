"""Lines that were put on a letter's pages later: counted by another program, or set over the page."""

from __future__ import annotations

import pytest

from imr_parse import parse_text
from imr_parse.account.page_ends import page_ends
from imr_parse.document import Document, Line, Span
from imr_parse.furniture.counted import counted
from imr_parse.furniture.stamps import stamped
from samples import to_text
from samples.random_forms import ORDINARY

from .letters import doubts

FOOTERS = [
    "{n}", "- {n} -", "Page {n} of {m}", "DEF{n:06d}", "SMITH_IMR_{n:04d}", "https://www.example.org/decisions.asp   {n}/{m}",
    "1/9/2017    IMR Decision Search    {n}/{m}", "IMR Final Determination    Page {n}", "CONFIDENTIAL", "COPY",
]  # fmt: skip
OTHERS = ["2009, Section(s): 3.{n}", "Pain, page 4{n}", "L{n}-5"]


def with_pages(text: str, footer: str, lines: int) -> str:
    """Text with a line after so many of its lines, and at its end."""
    rows = text.split("\n")
    pages = [rows[at : at + lines] for at in range(0, len(rows), lines)]
    return "\n".join(
        row
        for number, page in enumerate(pages, start=1)
        for row in (*page, footer.format(n=number, m=len(pages)))
    )


@pytest.mark.parametrize("form", ["spaced", "form-feeds"])
@pytest.mark.parametrize("footer", FOOTERS)
def test_a_footer_that_keeps_other_pages_is_no_text(footer: str, form: str) -> None:
    for seed in (61, 64):
        letter = ORDINARY["2014"](seed)
        text = to_text(letter, form).decode()
        plain, record = parse_text(text), parse_text(with_pages(text, footer, 45))
        assert doubts(plain) == []
        assert (record.case_summary, record.decisions) == (plain.case_summary, plain.decisions), seed
        assert doubts(record) == [], seed


def document(rows: list[tuple[str, float | None, int]]) -> Document:
    """Lines with their baselines and pages."""
    text, lines = "", []
    for words, baseline, page in rows:
        lines.append(Line(len(text), len(text) + len(words), page, None, None, -1, baseline))
        text += words + "\n"
    return Document(text, tuple(lines), rows[-1][2], "pdfium", "application/pdf", "")


@pytest.mark.parametrize("words", OTHERS)
def test_lines_of_prose_that_count_are_no_footers(words: str) -> None:
    rows = [(f"Words of prose, {'a' * (at % 7)}", None, 1) for at in range(80)]
    for number, at in enumerate((30, 60), start=1):
        rows[at] = (words.format(n=number), None, 1)
    assert list(counted(document(rows), (), lambda _: False)) == []


PAGE = [("The worker fell.", 700.0 - 13.8 * at, 1) for at in range(9)]
SET_OVER = [
    ("RECEIVED", 760.0, True),
    ("RECEIVED", 652.0, True),  # no room between the lines there
    ("EXHIBIT A", 25.0, True),
    ("Decision Date: 01/02/2017", 760.0, False),
    ("Upheld", 760.0, False),
    ("He rests.", 575.8, False),
]


@pytest.mark.parametrize(("words", "baseline", "stamp"), SET_OVER)
def test_what_is_printed_last_and_stands_elsewhere_is_a_stamp(
    words: str, baseline: float, stamp: bool
) -> None:
    page = document([*PAGE, (words, baseline, 1)])
    assert list(stamped(page, ("Decision Date:", "Upheld"))) == ([9] if stamp else [])


def test_a_line_that_may_have_been_corrected_is_kept_and_doubted() -> None:
    page = document([*PAGE[:4], *PAGE[5:], ("He rests.", PAGE[4][1], 1)])
    assert list(stamped(page, ())) == []
    ((path, doubt),) = page_ends(page, [("/rationale", (Span(0, len(page.text)),))])
    assert (path, doubt.code) == ("/rationale", "IMR209")


def test_text_in_another_order_has_no_stamps() -> None:
    assert list(stamped(document(list(reversed(PAGE))), ())) == []


NUMBERS = [
    ("It rests at DEF000012", True),
    ("see PMC3456789", False),
    ("Cochrane Database Syst Rev 2015: CD004170", False),
    ("Norco 10325", False),
    ("CM17-0001234", False),
]


@pytest.mark.parametrize(("words", "told"), NUMBERS)
def test_a_number_stamped_on_the_page_is_told(words: str, told: bool) -> None:
    page = document([*PAGE, (words, 700.0 - 13.8 * 9, 1)])
    assert bool(list(page_ends(page, [("/rationale", (Span(0, len(page.text)),))]))) is told
