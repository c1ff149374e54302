"""Where a paragraph starts: by gaps, and where no gap is told, by the room that a line left."""

from __future__ import annotations

import textwrap

import pytest

from imr_parse.document import Document
from imr_parse.paragraphs import Start, ends_sentence, paragraph_starts, times_width
from imr_parse.readers.assemble import Printed, assemble, mark_paragraphs
from imr_parse.readers.text import read_text

PROSE = (
    "The worker was first seen at the clinic in the spring of that year and had by then tried rest, ice and tablets. "
    "Films of the joint were read as normal for age, and no weakness of the leg was found at any of the later visits. "
    "Therapy at home was shown to him, and he said that he did it each day before he went to work at the warehouse."
)
OTHER = (
    "A second opinion was asked for in the summer, when the pain had moved to the other side and sleep was poor again. "
    "The surgeon thought that nothing could be gained by an operation, and sent him back to the clinic for more care."
)


def wrapped(*paragraphs: str, columns: int = 88) -> list[list[str]]:
    return [textwrap.wrap(paragraph, columns, break_on_hyphens=False) for paragraph in paragraphs]


def geometric(lines: list[tuple[str, float, bool]], page: int = 1) -> list[Printed]:
    return [Printed(text, page, bold, baseline) for text, baseline, bold in lines]


def document(printed: list[Printed]) -> Document:
    mark_paragraphs(printed)
    return assemble(printed, b"", "pdfium", pages=printed[-1].page)


def test_by_gaps() -> None:
    lines = [("one", 700.0, False), ("two", 686.2, False), ("three", 658.6, False), ("four", 644.8, False)]
    assert paragraph_starts(document(geometric(lines))) == [Start.YES, Start.NO, Start.YES, Start.NO]


def test_a_pages_first_line_is_told_by_the_line_before_it() -> None:
    first = [line for paragraph in wrapped(PROSE) for line in paragraph]
    lines = geometric([(f"{text} ", 700 - 13.8 * at, False) for at, text in enumerate(first[:-1])])
    after = geometric([(first[-1], 700.0, False)], page=2)
    assert paragraph_starts(document([*lines, *after]))[-1] is Start.NO
    short = geometric([("A short end.", 700 - 13.8 * len(lines), False)])
    next_page = geometric([("Another paragraph begins here.", 700.0, False)], page=2)
    starts = paragraph_starts(document([*lines, *short, *next_page]))
    assert starts[-1] is Start.YES
    assert starts[-2] is not Start.YES


def test_a_word_broken_at_a_page_end_starts_nothing() -> None:
    lines = geometric([("over-the-", 700.0, False)])
    after = geometric([("counter", 700.0, False)], page=2)
    assert paragraph_starts(document([*lines, *after])) == [Start.YES, Start.NO]


@pytest.mark.parametrize("columns", [70, 80, 88, 95])
def test_by_width_where_text_was_wrapped_by_counting(columns: int) -> None:
    groups = wrapped(PROSE, OTHER, PROSE, columns=columns)
    text = "\n".join(line for group in groups for line in group)
    starts = paragraph_starts(read_text(text.encode()))
    firsts, at = [], 0
    for group in groups:
        firsts.append(at)
        at += len(group)
    assert len(starts) == at
    for line, start in enumerate(starts):
        if line in firsts:
            assert start is not Start.NO, line
        else:
            assert start is not Start.YES, line


def test_an_empty_line_in_text_is_a_gap_but_not_in_mid_sentence() -> None:
    group = wrapped(PROSE, columns=88)[0]
    whole = "\n".join([*group, "", *wrapped(OTHER)[0]])
    starts = paragraph_starts(read_text(whole.encode()))
    assert starts[len(group)] is Start.YES
    torn = "\n".join([group[0], "", *group[1:], "", *wrapped(OTHER)[0]])
    assert paragraph_starts(read_text(torn.encode()))[1] is Start.NO


def test_lines_that_keep_their_wrapping_space_go_on() -> None:
    group = wrapped(PROSE, columns=88)[0]
    text = "".join(f"{line} \n" for line in group[:-1]) + f"{group[-1]}\n" + "Heading: Upheld\n"
    starts = paragraph_starts(read_text(text.encode()))
    assert starts[1 : len(group)] == [Start.NO] * (len(group) - 1)
    assert starts[len(group)] is not Start.NO


def test_the_first_line_starts() -> None:
    assert paragraph_starts(read_text(b"one\n")) == [Start.YES]


@pytest.mark.parametrize(
    "text", ["It ends.", "It ends?", "It ends!", "So:", "a;", 'He said "no."', "(It ends.)", "It ends. ", "It ends.\u201d"]
)  # fmt: skip
def test_a_sentence_ends(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize(
    "text", ["It goes on", "a comma,", "a dash -", "", "e.g. this", "(It goes)", "3.5 mg"]
)
def test_a_sentence_goes_on(text: str) -> None:
    assert not ends_sentence(text)


def test_widths_are_those_of_times() -> None:
    # Adobe's metrics of Times-Roman, in thousandths of an em
    assert times_width("A") == 722
    assert times_width("i") == 278
    assert times_width("W") == 944
    assert times_width(" ") == 250
    assert times_width("m") == 778
    assert times_width("") == 0
    assert times_width("Times") == 611 + 278 + 778 + 444 + 389
    assert times_width("\u6f22") == 500


def test_widths_agree_with_the_font_for_every_letter() -> None:
    from reportlab.pdfbase import pdfmetrics

    font = pdfmetrics.getFont("Times-Roman")
    printable = "".join(map(chr, range(33, 127)))
    off = [char for char in printable if abs(font.stringWidth(char, 1000) - times_width(char)) > 1]
    assert off == []
