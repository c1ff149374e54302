"""A letter divided: known wordings give right values without alarm, unknown ones never a wrong value in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from imr_parse.pipeline import DEFAULTS, walk
from imr_parse.way import Way
from samples.forms.spec import Item

from .letters import (
    KNEE,
    LABELS,
    LETTER,
    NORCO,
    THERAPY,
    Letter,
    at,
    both,
    codes,
    doubts,
    judged,
    pdf_of,
    record_of,
    swap,
    text_of,
)

TRUTH = LETTER.truth()
SUMMARY, ITEMS, METHOD = (
    "CLINICAL CASE SUMMARY",
    "IMR ISSUES, DECISIONS AND RATIONALES",
    "HOW THE IMR FINAL DETERMINATION WAS MADE",
)
LEAD = "The Final Determination was based on decisions for the disputed items/services set forth below:"
FORMS = ("spaced", "bare", "double-spaced", "form-feeds")


@pytest.mark.parametrize("form", FORMS)
def test_a_letter_as_usual_in_every_text_form(form: str) -> None:
    record = record_of(text_of(form=form))
    assert judged(record, TRUTH) == ([], [])
    assert record.diagnostics == ()


def test_a_letter_as_usual_as_pdf() -> None:
    record = record_of(pdf_of())
    assert judged(record, TRUTH) == ([], [])
    assert record.diagnostics == ()
    assert not record.needs_review


# What is printed in another way but plainly means the same: right, and a note.
# old words, new words, path of the note

VARIANTS = [
    (SUMMARY, "CLINCAL CASE SUMMARY", ""),
    (SUMMARY, "CLINICAL CASE SUMMARY:", None),
    (SUMMARY, "CLINICAL  CASE\xa0SUMMARY", None),
    (ITEMS, "IMR ISSUES, DECISION AND RATIONALE", ""),
    (ITEMS, "IMR ISSUES DECISIONS AND RATIONALES", ""),
    (METHOD, "HOW THE IMR FINAL DETERMINATON WAS MADE", ""),
    (METHOD, "How the IMR Final Determination Was Made", ""),
    (LABELS[1], "MAXIMUS guidelines", "/decisions/2/reviewer_guideline/text"),
    (LABELS[1], "MAXIMUS guidline:", "/decisions/2/reviewer_guideline/text"),
    (LABELS[1], "Maximus Guideline:", "/decisions/2/reviewer_guideline/text"),
    (LABELS[1], "MAXIMUS guideline", "/decisions/2/reviewer_guideline/text"),
    (LABELS[1], "MAXIMUS guideline;", "/decisions/2/reviewer_guideline/text"),
    (LABELS[1], "MAXIMUSguideline:", "/decisions/2/reviewer_guideline/text"),
    (LABELS[0], "Claim Administrator guideline:", "/decisions/0/claims_administrator_guideline/text"),
    (LABELS[0], "Claims Administrator's guideline:", "/decisions/0/claims_administrator_guideline/text"),
    (LABELS[2], "Decision Rationale:", "/decisions/1/rationale"),
    (LABELS[2], "Decision rational:", "/decisions/1/rationale"),
    ("State(s) of Licensure:", "States of Licensure:", "/reviewer/licensure_states"),
    ("Certification(s)/Specialty:", "Certification(s) / Specialty:", "/reviewer/certifications"),
    ("Certification(s)/Specialty:", "Certifications/Speciality:", "/reviewer/certifications"),
    ("developed the following clinical", "devloped the following clinical", ""),
    ("including all medical records:", "including all medical records [as sent]:", ""),
    ("Final Determination was based", "Final Determination is based", ""),
    ("more than five years", "more than six years", ""),
    ("Upheld", "UPHELD", "/decisions/0/outcome"),
    ("Upheld", "upheld", "/decisions/0/outcome"),
    ("Overturned", "Overtuned", "/decisions/1/outcome"),
]


@pytest.mark.parametrize(("old", "new", "path"), VARIANTS)
def test_another_print_of_the_same_words(old: str, new: str, path: str | None) -> None:
    for record in (*both(change=swap(old, new)), record_of(text_of(form="bare", change=swap(old, new)))):
        assert judged(record, TRUTH) == ([], [])
        assert doubts(record) == []
        assert path is None or path in {row.path for row in record.diagnostics}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("Date Assigned:", "Date Asigned:", "/case/date_assigned"),
        ("Date of Injury:", "Date of Injury :", "/case/date_of_injury"),
        ("Case Number:", "IMR Case Number:", None),  # as cover letters print it
    ],
)
def test_another_print_of_a_header_label(old: str, new: str, path: str | None, form: str) -> None:
    record = record_of(text_of(form=form).replace(old, new))
    assert judged(record, TRUTH) == ([], [])
    assert doubts(record) == []
    assert path is None or path in {row.path for row in record.diagnostics}


# What nobody has seen: whatever becomes wrong or uncertain is said.
# old words, new words, path, the codes one of which stands there

UNSEEN = [
    (LABELS[1], "Reviewer criteria:", "/decisions/1/reviewer_guideline/text", {"IMR205", "IMR201"}),
    (LABELS[1], "", "/decisions/1/reviewer_guideline/text", {"IMR205", "IMR201"}),
    (LABELS[2], "Reasons:", "/decisions/1/rationale", {"IMR205", "IMR201"}),
    (LABELS[2], "", "/decisions/1/rationale", {"IMR205", "IMR201"}),
    (LABELS[0], "", "/decisions/1/claims_administrator_guideline/text", {"IMR205", "IMR201"}),
    (LABELS[0], "What was said:", "/decisions/1/claims_administrator_guideline/text", {"IMR205", "IMR201"}),
    ("Upheld", "Modified", "/decisions/2/outcome", {"IMR204"}),
    ("Upheld", "Upheld in part", "/decisions/2/outcome", {"IMR204"}),
    ("State(s) of Licensure:", "", "/reviewer/licensure_states", {"IMR201", "IMR205"}),
    ("State(s) of Licensure:", "Where licensed:", "/reviewer/licensure_states", {"IMR201", "IMR205"}),
    ("Certification(s)/Specialty:", "", "/reviewer/certifications", {"IMR201", "IMR205"}),
    ("Certification(s)/Specialty:", "Board:", "/reviewer/certifications", {"IMR201", "IMR205"}),
]


@pytest.mark.parametrize(("old", "new", "path", "expected"), UNSEEN)
def test_unseen_words_are_said(old: str, new: str, path: str, expected: set[str]) -> None:
    for record in (*both(change=swap(old, new)), record_of(text_of(form="bare", change=swap(old, new)))):
        silent, _ = judged(record, TRUTH)
        assert silent == []
        assert expected.intersection(codes(record, path))
        assert record.needs_review


@pytest.mark.parametrize("title", [SUMMARY, ITEMS, METHOD])
@pytest.mark.parametrize("new", ["", "SOMETHING ELSE ALTOGETHER"])
def test_a_title_that_is_gone_spoils_nothing_in_silence(title: str, new: str) -> None:
    for record in both(change=swap(title, new)):
        assert judged(record, TRUTH)[0] == []
        assert len(record.decisions) == 3


def test_an_unknown_outcome_leaves_its_item_whole() -> None:
    for record in both(change=swap("Upheld", "Modified")):
        first = record.decisions[0]
        assert (first.outcome, first.medically_necessary, record.outcome) == (None, None, None)
        assert first.heading == first.treatment == KNEE.heading
        assert first.rationale == KNEE.rationale[0]
        assert codes(record, "/outcome") != []
        assert codes(record, "/decisions/0/medically_necessary") == ["IMR204"]


# The header table


def test_a_header_label_that_is_gone() -> None:
    text = text_of().replace("UR Denial Date: 11/22/2016", "")
    record = record_of(text)
    assert judged(record, TRUTH)[0] == []
    assert codes(record, "/case/ur_denial_date") == ["IMR201"]
    assert record.case.decision_date is not None


def test_a_header_label_in_other_words_is_taken_by_its_place_with_doubt() -> None:
    record = record_of(text_of().replace("UR Denial Date:", "Denied on:"))
    assert judged(record, TRUTH)[0] == []
    assert codes(record, "/case/ur_denial_date") in (["IMR205"], ["IMR201"])


def test_a_header_value_that_is_gone() -> None:
    record = record_of(text_of().replace("UR Denial Date: 11/22/2016", "UR Denial Date:"))
    assert codes(record, "/case/ur_denial_date") == ["IMR202"]
    assert judged(record, TRUTH)[0] == []


def test_two_values_of_one_label_are_doubted() -> None:
    record = record_of(
        text_of().replace("Priority: Standard", "Case Number: CM16-9900078\nPriority: Standard")
    )
    assert "IMR206" in codes(record, "/case/case_number")


def test_no_header_is_a_note() -> None:
    spec = replace(LETTER, case=None)
    for record in both(spec):
        assert doubts(record) == []
        assert [(row.code, row.path) for row in record.diagnostics] == [("IMR404", "/case")]
        assert record.case.case_number is None


def test_two_labels_gone_are_told_by_place() -> None:
    def bare(words: str) -> str:
        return words.removeprefix(LABELS[1]).removeprefix(LABELS[2]).lstrip()

    usual, record = record_of(pdf_of()), record_of(pdf_of(change=bare))
    for want, have in zip(usual.decisions, record.decisions, strict=True):
        assert (have.reviewer_guideline.text, have.rationale) == (
            want.reviewer_guideline.text,
            want.rationale,
        )
    assert "IMR205" in codes(record, "/decisions/1/rationale")


def test_an_empty_label_hides_no_third_one() -> None:
    thrice = "Decision Date:\nDecision Date: 01/09/2017\nDecision Date: 01/10/2017"
    text = text_of()
    assert "Decision Date: 01/09/2017" in text
    record = record_of(text.replace("Decision Date: 01/09/2017", thrice))
    assert "IMR206" in codes(record, "/case/decision_date")


def test_of_two_titles_the_one_that_is_printed_right_counts() -> None:
    text = text_of()
    twice = text.replace(ITEMS, f"CLINCAL CASE SUMMARY\n\n{ITEMS}").replace(
        METHOD, f"CLINCAL CASE SUMMARY\n\n{METHOD}"
    )
    record = record_of(twice)
    assert record.case_summary == record_of(text).case_summary
    assert codes(record, "") != []


@pytest.mark.parametrize(
    "printed",
    [
        "Application 11/29/2016\nReceived:",
        "Application           11/29/2016\n                       Received:",
        "Application\n11/29/2016\nReceived:",
    ],
)
def test_a_label_printed_around_its_value(printed: str) -> None:
    """PDFium gives the wrapped label before its value, other programs around it."""
    usual = "Application\nReceived:\n11/29/2016"
    text = text_of()
    assert usual in text
    record = record_of(text.replace(usual, printed))
    assert judged(record, TRUTH) == ([], [])
    assert record.diagnostics == ()


def test_half_a_label_is_none() -> None:
    record = record_of(text_of().replace("Application\nReceived:\n11/29/2016", "Application 11/29/2016"))
    assert codes(record, "/case/application_received") != []
    assert judged(record, TRUTH)[0] == []


# Items


def test_many_paragraphs_in_summary_and_rationale() -> None:
    long = replace(
        NORCO,
        rationale=("The drug was first given in 2015.", "No gain was seen.", "The request is not medically necessary."),
    )  # fmt: skip
    more = ("He then rested for two weeks.", "A brace was bought in the autumn, and it helped on stairs.")
    spec = replace(LETTER, summary=(*LETTER.summary, *more), items=(KNEE, long))
    for record in both(spec):
        assert judged(record, spec.truth()) == ([], [])
        assert doubts(record) == []


@pytest.mark.parametrize("count", [1, 2, 12, 21])
def test_as_many_items_as_the_letter_has(count: int) -> None:
    items = tuple(replace((KNEE, THERAPY, NORCO)[n % 3], number=f"{n + 1}. ") for n in range(count))
    spec = replace(LETTER, items=items)
    for record in both(spec):
        assert [decision.number for decision in record.decisions] == list(range(1, count + 1))
        assert judged(record, spec.truth()) == ([], [])
        assert doubts(record) == []


def test_numbers_that_do_not_run_on_put_the_count_in_doubt() -> None:
    items = (replace(KNEE, number="1. "), replace(NORCO, number="3. "))
    for record in both(replace(LETTER, items=items)):
        assert codes(record, "/decisions") == ["IMR217"]
        assert codes(record, "/outcome") == ["IMR220"]


def test_an_item_without_a_heading_is_said() -> None:
    heading = f"{NORCO.heading}: Upheld\n"
    text = text_of()
    assert heading in text
    record = record_of(text.replace(heading, ""))
    assert "/decisions" in {path for _, path in doubts(record)}
    assert judged(record, TRUTH)[0] == []


@pytest.mark.parametrize("gone", [f"{THERAPY.heading}: Overturned\n\n", f"{THERAPY.heading}: Overturned\n"])
def test_a_lost_heading_puts_the_rationale_before_it_in_doubt(gone: str) -> None:
    """In text the end of a rationale may be taken for the heading."""
    text = text_of().replace("were never taken. The request", "were never taken.\nThe request")
    assert gone in text
    record = record_of(text.replace(gone, ""))
    assert judged(record, TRUTH)[0] == []


def test_a_paragraph_before_the_first_heading_is_no_heading_in_silence() -> None:
    for record in both(change=lambda words: f"{words}\n\nNumber of items: 3" if words == LEAD else words):
        if record.decisions[0].heading != KNEE.heading:
            assert "IMR207" in codes(record, "/decisions/0/heading")
            assert "IMR207" in codes(record, "/decisions/0/treatment")
        assert judged(record, TRUTH)[0] == []


def test_a_heading_alone_at_the_letters_end_is_said() -> None:
    text = f"{text_of()}\nElbow brace: Upheld\n"
    record = record_of(text)
    assert len(record.decisions) == 4 or flagged_at(record, "/decisions")
    assert "IMR217" in codes(record, "/decisions")


def flagged_at(record: object, path: str) -> bool:
    return any(spot == path for _, spot in doubts(record))  # type: ignore[arg-type]


def test_no_items_at_all() -> None:
    text = text_of()
    text = text[: text.index(LEAD) + len(LEAD)]
    record = record_of(text)
    assert record.decisions == ()
    assert record.outcome is None
    assert codes(record, "/decisions")[0] == "IMR201"
    assert codes(record, "/outcome") != []


def test_text_after_the_last_item_is_said() -> None:
    for end in ("Sincerely, the Medical Director\n", "IMPORTANT NOTICE ABOUT YOUR RIGHTS\n"):
        record = record_of(f"{text_of()}\n{end}")
        assert judged(record, TRUTH)[0] == []


def test_text_between_a_heading_and_its_label_is_said() -> None:
    text = text_of().replace("contrast: Upheld\n", "contrast: Upheld\n\nA sentence that stands nowhere.\n")
    record = record_of(text)
    assert record.needs_review
    assert judged(record, TRUTH)[0] == []


def test_a_conclusion_without_a_stop_ends_its_item_however_full_its_line_is() -> None:
    for pad in range(30):
        reasons = (
            f"The films were taken in m{'a' * pad}y, of both knees. The request is not medically necessary"
        )
        text = text_of(replace(LETTER, items=(replace(KNEE, rationale=(reasons,)), NORCO)), "bare")
        assert doubts(record_of(text)) == [], pad


@pytest.mark.parametrize("end", ["Rowe BK, et al.", "the journal of hands and feet;", "by Bo K. and Rowe B."])
def test_a_cited_title_with_a_colon_is_no_label(end: str) -> None:
    for pad in range(60):
        cited = f"Decision based on an article {'o' * pad} in {end} Hands at work: a review of it. 2012."
        text = text_of(replace(LETTER, items=(replace(KNEE, reviewer_guideline=cited), NORCO)), "bare")
        if f"{end}\nHands" in text:
            break
    record = record_of(text)
    assert record.decisions[0].reviewer_guideline.text == cited
    assert "IMR209" not in codes(record, "/decisions/0/reviewer_guideline/text")


def test_a_label_inside_a_line_is_met_with_doubt() -> None:
    text = text_of().replace("\n\nMAXIMUS guideline:", " MAXIMUS guideline:", 1)
    record = record_of(text)
    assert judged(record, TRUTH)[0] == []
    assert record.needs_review


STRAY = ["3", "DEF000123", "***", "IMR Final Determination"]


@pytest.mark.parametrize("stray", STRAY)
@pytest.mark.parametrize("item", [KNEE, NORCO], ids=["first", "last"])
@pytest.mark.parametrize("form", ["bare", "spaced"])
def test_a_stray_line_above_a_heading_is_no_words_of_it_in_silence(form: str, item: Item, stray: str) -> None:
    heading = f"\n{item.heading}: Upheld"
    text = text_of(form=form)
    assert text.count(heading) == 1
    record = record_of(text.replace(heading, f"\n{stray}{heading}"))
    assert judged(record, TRUTH)[0] == []


@pytest.mark.parametrize("stray", STRAY)
def test_a_stray_line_over_a_heading_of_a_pdf_is_no_words_of_it_in_silence(stray: str) -> None:
    items = tuple(replace(item, number=f"{stray}\n") for item in LETTER.items)
    record = record_of(pdf_of(replace(LETTER, items=items)))
    assert judged(record, TRUTH)[0] == []


@pytest.mark.parametrize(
    "forms", [("#1 ", "#2 ", "#3 "), ("[1] ", "[2] ", "[3] "), ("(a) ", "(b) ", "(c) "), ("Item 1: ", "Item 2: ", "Item 3: ")]
)  # fmt: skip
def test_items_that_are_numbered_in_another_form(forms: tuple[str, ...]) -> None:
    items = tuple(replace(item, number=number) for item, number in zip(LETTER.items, forms, strict=True))
    for record in both(replace(LETTER, items=items)):
        assert judged(record, TRUTH) == ([], [])
        assert doubts(record) == []


def test_a_label_printed_twice() -> None:
    text = text_of().replace("MAXIMUS guideline:", "MAXIMUS guideline: MAXIMUS guideline:", 1)
    record = record_of(text)
    assert judged(record, TRUTH)[0] == []


@pytest.mark.parametrize("bullet", ["\u2022 ", "* ", "- "])
def test_a_bullet_before_a_label_is_no_word(bullet: str) -> None:
    text = text_of()
    for label in LABELS:
        text = text.replace(f"\n{label}", f"\n{bullet}{label}")
    assert judged(record_of(text), TRUTH) == ([], [])


# Titles, twice or out of order


def test_two_letters_in_one_file() -> None:
    other = replace(LETTER, items=(THERAPY,))
    record = record_of(text_of() + text_of(other))
    assert any(row.path == "" and row.severity == "error" for row in record.diagnostics)


def test_sections_out_of_order() -> None:
    text = text_of()
    head, _, rest = text.partition(SUMMARY)
    summary, _, items = rest.partition(ITEMS)
    record = record_of(f"{head}{ITEMS}{items}\n{SUMMARY}{summary}")
    assert any(row.path == "" and row.severity == "error" for row in record.diagnostics)


def test_a_part_of_another_letter_at_the_end() -> None:
    text = text_of()
    record = record_of(text + text[: text.index(METHOD)])
    assert record.needs_review
    assert judged(record, TRUTH)[0] == [] or any(row.path == "" for row in record.diagnostics)


# Without geometry


def headings(spec: Letter, form: str) -> list[str | None]:
    return [decision.heading for decision in record_of(text_of(spec, form)).decisions]


@pytest.mark.parametrize("form", FORMS)
def test_long_headings_wrap_and_the_rationale_above_keeps_its_words(form: str) -> None:
    long = "Associated surgical service: " + "cold therapy unit with pads and a wrap for the left knee, " * 3
    items = (KNEE, replace(THERAPY, heading=f"{long}seven day rental"), NORCO)
    spec = replace(LETTER, items=items)
    record = record_of(text_of(spec, form))
    assert headings(spec, form) == [item.heading for item in items]
    assert judged(record, spec.truth())[0] == []


@pytest.mark.parametrize("outcome_alone", [True, False])
def test_outcome_alone_on_its_line(outcome_alone: bool) -> None:
    items = tuple(replace(item, outcome_alone=outcome_alone) for item in LETTER.items)
    for record in both(replace(LETTER, items=items)):
        assert judged(record, TRUTH) == ([], [])


def test_sections_are_told_by_name_and_place() -> None:
    way: Way = walk(pdf_of(), "-", DEFAULTS)
    text = way.document.text
    sections = way.sections
    assert [text[span.start : span.end] for span in sections.titles.values()] == [METHOD, SUMMARY, ITEMS]
    assert list(sections.leads) == ["summary", "items"]
    assert text[slice(*sections.leads["items"])].split() == LEAD.split()
    assert sections.left == () and sections.doubts == ()
    assert not any(piece.doubts for piece in sections.fields.values())
    assert len(sections.items) == 3
    for item in sections.items:
        assert list(item.parts) == [part.path for part in way.recognition.layout.items.parts]
        for piece, label in zip(item.parts.values(), LABELS, strict=True):
            assert piece.label is not None and text[slice(*piece.label)] == label
    for path, piece in sections.fields.items():
        assert piece.spans, path
    assert at(way.record, "/decisions/0/heading") == KNEE.heading
