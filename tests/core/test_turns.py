"""Pages that are missing leave signs: in a page's content, at its head, and in items that lack what they should have."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from imr_parse import parse_bytes, parse_text
from imr_parse.account.topic import other_request
from imr_parse.readers.assemble import Printed
from imr_parse.readers.edges import cut_heads
from imr_parse.readers.integrity import damage
from imr_parse.readers.marked import cut_off
from samples import to_text

from .letters import (
    KNEE,
    LETTER,
    NORCO,
    ORDINARY,
    THERAPY,
    both,
    codes,
    doubts,
    pdf_of,
    swap,
    text_of,
)

# A page's content

CONTENTS = [
    (b"", False),
    (b"/P <</MCID 0>> BDC BT (Pain.) Tj ET EMC /P <</MCID 1>> BDC BT (More.) Tj ET EMC", False),
    (b"/P <</MCID 0>> BDC BT (Pain.) Tj ET EMC /P <</MCID 1>> BDC BT (More.) Tj", True),
    (b"(Pain.) Tj ET EMC /P <</MCID 1>> BDC BT (More.) Tj ET EMC", True),
    (b"/P <</MCID 1>> BDC BT (More.) Tj ET EMC", True),
    (b"/P <</MCID 10>> BDC BT (More.) Tj ET EMC", True),
    (b"/P <</MCID 0>> BDC BT (The EMC \\(BDC BDC of the arm.) Tj ET EMC", False),
    (b"/Artifact BMC EMC BT (No numbers.) Tj ET", False),
    (b"BT (Untagged.) Tj ET BT (The BT of the arm.) Tj ET", False),
    (b"BT (Untagged.) Tj ET BT (Cut", True),
    (b"Tj ET BT (Cut.) Tj ET", True),
]


@pytest.mark.parametrize(("content", "cut"), CONTENTS)
def test_marks_and_text_objects_come_in_pairs_and_marks_begin_at_nought(content: bytes, cut: bool) -> None:
    assert cut_off(content) is cut


def test_a_page_whose_content_breaks_off_is_told() -> None:
    with pikepdf.open(io.BytesIO(pdf_of())) as pdf:
        page = pdf.pages[0]
        content = list(pikepdf.parse_content_stream(page))
        page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(content[: len(content) // 2]))
        out = io.BytesIO()
        pdf.save(out)
    assert ("IMR301", 1) in [(row.code, row.page) for row in damage(out.getvalue())]
    assert ("IMR301", "/decisions") in doubts(parse_bytes(out.getvalue()))


@pytest.mark.parametrize(("held", "said"), [(3, ["IMR301"]), (0, [])])
def test_a_blank_last_page_of_which_the_structure_knows_words_is_told(held: int, said: list[str]) -> None:
    with pikepdf.open(io.BytesIO(pdf_of())) as pdf:
        pdf.add_blank_page(page_size=(612, 792))
        entries: list[object] = []
        for number, page in enumerate(pdf.pages):
            page.obj.StructParents = number
            last = number + 1 == len(pdf.pages)
            entries += [number, pikepdf.Array([0] * (held if last else 1))]
        tree = pdf.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(entries)))
        pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary(ParentTree=tree))
        out = io.BytesIO()
        pdf.save(out)
    assert [row.code for row in damage(out.getvalue())] == said


def page_of(number: int, top: float) -> list[Printed]:
    return [Printed("A line.", number, False, top - 13.8 * at) for at in range(9)]


def test_a_page_that_begins_lower_than_others_lost_its_head() -> None:
    pages = [*page_of(1, 688.0), *page_of(2, 709.0), *page_of(3, 640.0)]
    assert [(row.code, row.page) for row in cut_heads(pages)] == [("IMR303", 3)]
    assert not list(cut_heads([*page_of(1, 640.0), *page_of(2, 709.0), *page_of(3, 695.0)]))
    assert not list(cut_heads([]))


# Items

NOTES = "".join(
    f"The note of visit {n} says at length what was tried and what it came to. " for n in range(20)
)
PAGES = replace(
    LETTER,
    items=(
        KNEE,
        replace(THERAPY, rationale=(NOTES + THERAPY.rationale[0],)),
        NORCO,
        replace(KNEE, heading="Elbow brace"),
    ),
)


def lines_of(form: str = "form-feeds") -> list[str]:
    return text_of(PAGES, form).split("\n")


def without(lines: list[str], first: str, last: str) -> str:
    """The text without the lines from the one that begins with `first` to the one before that which begins with `last`."""
    start = next(at for at, line in enumerate(lines) if line.startswith(first))
    end = next(at for at, line in enumerate(lines) if at > start and line.startswith(last))
    return "\n".join(lines[:start] + lines[end:])


def test_whole_letters_raise_no_alarm() -> None:
    for data in (
        pdf_of(PAGES),
        *(text_of(PAGES, form).encode() for form in ("form-feeds", "bare", "spaced")),
    ):
        assert doubts(parse_bytes(data)) == []


@pytest.mark.parametrize("form", ["bare", "spaced"])
def test_an_item_that_lacks_a_part_puts_the_number_of_items_in_doubt(form: str) -> None:
    lost = without(lines_of(form), "MAXIMUS guideline:", "Decision rationale:")
    assert "IMR217" in codes(parse_text(lost), "/decisions")


def test_where_no_page_turns_a_missing_part_is_missing_alone() -> None:
    def change(words: str) -> str:
        return "" if words.startswith(("MAXIMUS guideline:", "Decision based on MTUS Low Back")) else words

    record = parse_bytes(pdf_of(replace(LETTER, items=(KNEE,)), change))
    assert "IMR217" not in codes(record, "/decisions")


def test_items_without_the_title_and_sentence_before_them_may_not_be_all() -> None:
    lines = lines_of("spaced")
    title = next(at for at, line in enumerate(lines) if line.startswith("IMR ISSUES"))
    record = parse_text(without(lines, lines[title], "Claims Administrator guideline:"))
    assert "IMR217" in codes(record, "/decisions")


HEADING = "Physical therapy for the left knee, 8 visits"
CONCLUSIONS = [
    ("The request for physical therapy is not medically necessary.", None),
    ("As such, the request is not medically necessary.", None),
    ("Medical necessity for the requested 12 sessions has not been established.", None),
    ("The request for 6 more treatments is not medically necessary.", None),
    ("The request for another 2 month supply is not medically necessary.", None),
    ("The medical necessity of this vitamin has not been established.", None),
    ("The medical necessity of the vitamin has not been established.", "the vitamin"),
    ("The request for Norco 10/325mg #120 is not medically necessary.", "Norco 10/325mg #120"),
    ("Medical necessity of Norco has not been established.", "Norco"),
    ("The request for additional treatment is not medically necessary.", None),
    ("A request for authorization of Norco was sent. The treatment is not medically necessary.", None),
    ("A prior request for Norco was found not medically necessary. So is this one.", None),
    ("The request for Norco is not medically necessary. The request for the knee is necessary.", None),
    ("As the request for Norco was not upheld, medical necessity cannot be shown here.", None),
    ("Medical necessity for both studies has not been established.", None),
    ("Medical necessity for the full compounded request has not been established.", None),
]


@pytest.mark.parametrize(("conclusion", "other"), CONCLUSIONS)
def test_a_conclusion_names_what_the_heading_names(conclusion: str, other: str | None) -> None:
    assert other_request(f"The guideline allows it. {conclusion}", HEADING) == other


def test_reasons_that_end_as_another_items_put_the_number_of_items_in_doubt() -> None:
    end = "The request for Norco 10/325mg #120 is not medically necessary."
    items = (KNEE, replace(THERAPY, rationale=(f"{THERAPY.rationale[0]} {end}",), outcome="Upheld"), NORCO)
    assert "IMR217" in codes(parse_text(text_of(replace(LETTER, items=items), "bare")), "/decisions")
    one_page = replace(LETTER, summary=("The worker is a 48 year old man.",), items=items[1:2])
    assert doubts(parse_bytes(pdf_of(one_page))) == []


# Prose


@pytest.mark.parametrize(
    ("line", "said"), [("of the knee.", ["IMR210"]), ("a. rest and ice.", []), ("o rest and ice.", [])]
)
def test_a_line_in_small_letters_after_a_sentence_is_the_middle_of_another(
    line: str, said: list[str]
) -> None:
    end = "\nwork."
    text = text_of(replace(LETTER, summary=LETTER.summary[:1]), "bare").replace(
        end, f"{end}\n{line} More was said."
    )
    assert codes(parse_text(text), "/case_summary/text") == said


def test_the_first_request_of_a_part_authorized_heading_holds_no_sentence() -> None:
    heading = (
        "He was seen again. Therapy for twelve visits was the original request. Therapy for six visits was authorized by "
        "the Claims Administrator. The remaining IMR eligible portion of the original request, Therapy for six visits is"
    )
    letter = replace(LETTER, items=(replace(KNEE, heading=heading),))
    record = parse_bytes(pdf_of(letter))
    assert "IMR207" in codes(record, "/decisions/0/heading")
    assert "IMR207" in codes(record, "/decisions/0/request/original")


def test_a_page_that_stands_twice_is_told_however_little_it_holds() -> None:
    pages = text_of(PAGES, "form-feeds").split("\f")
    short = "The worker rests at night and lifts what he can by day, so he told the examiner.\n"
    for at in range(1, len(pages)):
        text = "\f".join([*pages[:at], short, short, *pages[at:]])
        assert ("IMR307", "") in doubts(parse_text(text))
        assert ("IMR307", "") not in doubts(parse_text("\f".join([*pages[:at], short, *pages[at:]])))


def test_a_page_that_ends_early_among_the_items() -> None:
    text = text_of(form="spaced")
    first, second = (f"\f{item.heading}" for item in (KNEE, THERAPY))
    one = text.replace(first[1:], first, 1)
    assert doubts(parse_text(one)) == []  # the items begin a page
    assert "IMR217" in codes(parse_text(one.replace(second[1:], second, 1)), "/decisions")


@pytest.mark.parametrize("form", ["final-2013", "notice-2013"])
def test_a_page_that_lost_its_end_is_told_in_every_layout(form: str) -> None:
    """Where the summary or the items go on over the page's end: at a title, which may begin a page, nothing tells."""
    paths = set()
    for seed in range(41, 47):
        pages = to_text(ORDINARY[form](seed), "form-feeds").decode().split("\f")
        for at, page in enumerate(pages[:-1]):
            short = "\n".join(page.rstrip("\n").split("\n")[:-14]) + "\n"
            record = parse_text("\f".join([*pages[:at], short, *pages[at + 1 :]]))
            paths |= {row.path for row in record.diagnostics if "ends early" in row.message}
        assert not doubts(parse_text("\f".join(pages)))
    assert paths == {"/decisions", "/case_summary/text"}


def test_a_fixed_sentence_in_place_of_another_is_no_part_of_the_summary() -> None:
    lead = "The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:"
    other = "He/she is familiar with governing laws and regulations, including the strength"
    for record in both(change=swap(lead, other)):
        assert any(
            row.path.startswith("/case_summary/text") for row in record.diagnostics if row.severity != "note"
        )


@pytest.mark.parametrize("line", ["Exhibit A", "Received 3/4/2017"])
def test_a_stamp_above_the_letter_is_a_note(line: str) -> None:
    record = parse_text(f"{line}\n\n{text_of()}")
    assert doubts(record) == [] and codes(record, "", notes=True) == ["IMR415"]


def test_headings_in_bold_are_sure_in_a_letter_without_gaps() -> None:
    data = pdf_of()
    record = parse_bytes(gapless(data))
    assert [row.heading for row in record.decisions] == [row.heading for row in parse_bytes(data).decisions]
    assert doubts(record) == []


def gapless(data: bytes) -> bytes:
    """The letter with its lines set one below the other, all as far apart."""
    from benchmarks.trials.forms import to_pdf
    from benchmarks.trials.rows import Letter, rows_of

    rows = rows_of(Letter("letter", data, LETTER.truth(), "final-determination-2014"))
    return to_pdf(tuple(replace(row, opens=False) for row in rows))


def test_a_list_in_prose_does_not_break_off() -> None:
    listed = replace(
        LETTER, summary=(LETTER.summary[0], "\u2022 low back pain", "\u2022 weakness", LETTER.summary[1])
    )
    for form in ("spaced", "bare"):
        assert codes(parse_text(text_of(listed, form)), "/case_summary/text") == []


def test_a_guideline_does_not_begin_with_a_comma() -> None:
    record = parse_text(
        text_of(change=swap("Decision based on MTUS Low Back", ", Decision based on MTUS Low Back"))
    )
    assert "IMR210" in codes(record, "/decisions/0/reviewer_guideline/text")


def test_a_word_in_capitals_after_a_specialty_is_no_slip_of_the_pen() -> None:
    record = parse_text(text_of().replace("Sports Medicine\n", "Sports Medicine CLI\n"))
    assert codes(record, "/reviewer/certifications/1") == ["IMR212"]


def test_labels_hold_with_spaces_that_do_not_break() -> None:
    text = text_of()
    record = parse_text(text.replace(" ", "\xa0"))
    assert record.case == parse_text(text).case and doubts(record) == []


def test_another_case_number_puts_the_consolidated_ones_in_doubt() -> None:
    first = text_of().split("\n")[0]
    record = parse_text(f"{first.replace('CM16-9900077', 'CM16-9900078')}\n{text_of()}")
    assert "IMR206" in codes(record, "/case/case_number")
    assert "IMR206" in codes(record, "/case/consolidated_case_numbers")


def test_what_follows_the_last_item_may_begin_a_page() -> None:
    closing = "\fSincerely,\n\nMedical Director\n"
    record = parse_text(text_of(form="spaced").replace(f"{KNEE.heading}:", f"\f{KNEE.heading}:", 1) + closing)
    assert "IMR217" not in codes(record, "/decisions")


@pytest.mark.parametrize(("at", "said"), [(0, "page 1 was added"), (1, "page 2 was added"), (9, "was added")])
def test_a_page_that_was_added_to_a_tagged_letter_is_named(at: int, said: str) -> None:
    with pikepdf.open(io.BytesIO(pdf_of())) as pdf:
        for number, page in enumerate(pdf.pages):
            page.obj.StructParents = number
        pdf.add_blank_page(page_size=(612, 792))
        memo = pdf.pages[-1]
        del pdf.pages[-1]
        pdf.pages.insert(min(at, len(pdf.pages)), memo)
        out = io.BytesIO()
        pdf.save(out)
    assert [said in row.detail for row in damage(out.getvalue()) if row.code == "IMR307"] == [True]
