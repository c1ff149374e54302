"""What does not belong into a value and stands in it all the same: another label, words twice, stamps, marks of a format."""

from __future__ import annotations

import pytest

from imr_parse.account.doubled import doubled
from imr_parse.account.guidelines import guideline_signs
from imr_parse.account.labelled import labels_inside
from imr_parse.account.prose import lower_headings
from imr_parse.account.residue import residue
from imr_parse.account.stamps import stamps_inside
from imr_parse.account.wrapping import cut_lines
from imr_parse.document import Document, Span
from imr_parse.interpret.names import read_names
from imr_parse.paragraphs import Start
from imr_parse.readers.text import read_text

from .letters import LETTER, both, codes, doubts, swap, text_of

BEFORE = "The knee was hurt when the worker stepped off a ladder that had not been made fast."


def whole(text: str) -> tuple[Document, Span]:
    document = read_text(text.encode())
    return document, Span(0, len(document.text))


LABELS = [
    (f"{BEFORE} Evidence summary: The studies are small.", True),
    (f"{BEFORE}\nAppeal rights: A letter may be sent.\nThe knee was seen again.", True),
    (f"{BEFORE}\n\nNote: A copy was sent to all.\n\nThe knee was seen again.", True),
    ("Additional information: None came.\nThe knee was hurt.", True),
    (f"{BEFORE} ICD-10: M25.561.", True),
    (f"{BEFORE} Conflicts of interest: None.", True),
    (f"{BEFORE} The guideline says: Note: this holds for adults.", False),  # quoted
    (f"{BEFORE} Note: this holds for adults.", False),
    (f"{BEFORE}\n\nNote: The opioid should be tapered with care.", False),  # fixed advice
    (f"{BEFORE} Work status: Modified duty.", False),
    (f"{BEFORE} Plan: Therapy.\nDiagnosis: Strain.", False),
    (f"{BEFORE} MTUS notes: relief is short.", False),
    (f"{BEFORE} The records received: three notes.", False),
    (f"{BEFORE} The evidence summary: it is small.", False),
]


@pytest.mark.parametrize(("text", "said"), LABELS)
def test_a_label_of_the_letters_own_is_no_prose(text: str, said: bool) -> None:
    document, span = whole(text)
    apart = [Start.YES] * len(document.lines)
    assert [doubt.code for doubt in labels_inside(document, span, apart)] == said * ["IMR209"]
    if "Note:" in text:  # within a paragraph it may be quoted
        assert list(labels_inside(document, span, [Start.NO] * len(document.lines))) == []


TWICE = [
    (f"He fell. {BEFORE} {BEFORE} He rested.", True),
    (f"{BEFORE}\n{BEFORE}\nHe rested.", True),
    (f"He fell.\n{BEFORE} He came\nagain. He fell. {BEFORE} He came again.", True),
    (f"{BEFORE} He rested. {BEFORE}", False),
    ("Pain was noted. Pain was noted. He rested.", False),
    ("He fell. He fell.", True),
    (
        "In June the gait was slow. Reflexes were normal. In July the gait was slow. Reflexes were normal.",
        False,
    ),
]


@pytest.mark.parametrize(("text", "said"), TWICE)
def test_words_that_follow_themselves_are_told(text: str, said: bool) -> None:
    assert [doubt.code for doubt in doubled(*whole(text))] == said * ["IMR209"]


FURNITURE = ("Final Determination Letter for IMR Case Number {case}",)
STAMPS = [
    ("The knee was\nDEF000123\nswollen.", ["DEF000123"]),
    ("The knee was swollen.\nCONFIDENTIAL", ["CONFIDENTIAL"]),
    ("The knee was\nCM17-9900001\nswollen.", ["CM17-9900001"]),
    ("The knee was\nIMR Final Determination    Page 2\nswollen.", ["IMR Final Determination    Page 2"]),
    (
        "Physical therapy.\nFinal Determination Letter for IMR Case Number CM16-9900000 1",
        ["Final Determination Letter for IMR Case Number CM16-9900000 1"],
    ),
    ("The knee was ABC000001\n\fswollen. It was hot ABC000002\n\fand red.", ["ABC000001", "ABC000002"]),
    ("It cites policy LCD38387\n\fon knees.", []),  # one alone may be cited
    ("See the Guidelines,\nKnee Chapter, page 43\nand others.", []),
    ("See the\nKnee Chapter Page 43", ["Knee Chapter Page 43"]),
    ("He took\nMOTRIN\nand slept.", []),
    ("It was given on\n2016.", []),
]


@pytest.mark.parametrize(("text", "said"), STAMPS)
def test_a_stamp_is_no_part_of_a_sentence(text: str, said: list[str]) -> None:
    document, span = whole(text)
    found = [doubt.at for doubt in stamps_inside(document, FURNITURE, span, cites=False)]
    assert [document.text[at.start : at.end] for at in found if at] == said


def test_a_guideline_cites_pages() -> None:
    document, span = whole("See the\nKnee Chapter Page 43")
    assert list(stamps_inside(document, FURNITURE, span, cites=True)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Motrin 600mg \\#40", ["\\"]),
        ("MRI | knee", ["|"]),
        ("** Decision based on MTUS.", ["**"]),
        ("_ Decision based on MTUS. _", ["_", "_"]),
        ('a ""part-time"" basis', ['""', '""']),
        ("an injur=\ny of the knee", ["="]),
        ('necessary.\n"\n', ['"']),
        ("</td>", ["</td>"]),
        ('He said "no". A blank ____ of 5 * 2 with r = 0.4 and x_1.', []),
        ("PHQ-9=20", []),
    ],
)
def test_marks_of_other_formats(text: str, said: list[str]) -> None:
    assert [text[start:end] for start, end in sorted(residue(text))] == said


ENDS = [
    ("Decision based on MTUS Knee Complaints 2004, Section(s):", ["IMR210"]),
    ("Decision based on MTUS Knee Complaints 2004", ["IMR210"]),
    ("Decision based on MTUS", ["IMR210"]),
    ("Decision based on MTUS Knee Complaints 2004, Section(s): Exercise. Decision", ["IMR210"]),
    ("Decision based on Non-MTUS Citation", ["IMR210"]),
    ("Decision based on Non-MTUS Citation Official Disability Guidelines (ODG)", ["IMR210"]),
    ("The Expert Reviewer did not cite any medical evidence", ["IMR210"]),
    ("Decision based on Non-MTUS Citation ODG (Knee", ["IMR210"]),
    ("Decision based on Non-MTUS Citation ODG, Knee Chapter, Braces section", []),
    ("Decision based on Non-MTUS Citation Institute of Examples, 2014 Mar", []),
    ("Decision based on Non-MTUS Citation ODG, Exercise (therapy)", []),
    ("The Claims Administrator did not cite any medical evidence for its decision.", ["IMR209"]),
    ("The Expert Reviewer based their decision on the MTUS.", []),
]


@pytest.mark.parametrize(("text", "said"), ENDS)
def test_how_a_reviewers_guideline_stands(text: str, said: list[str]) -> None:
    document, span = whole(text)
    signs = guideline_signs(document, "/decisions/0/reviewer_guideline/text", span)
    assert [doubt.code for doubt in signs] == said


def test_the_reviewers_words_are_not_the_claims_administrators() -> None:
    document, span = whole("The Expert Reviewer based their decision on the MTUS.")
    signs = guideline_signs(document, "/decisions/0/claims_administrator_guideline/text", span)
    assert [doubt.code for doubt in signs] == ["IMR209"]


@pytest.mark.parametrize(
    ("headings", "lower"),
    [
        (["MRI of the knee", "for an unspecified rental"], [1]),
        (["for an unspecified rental"], [0]),
        (["rTMS", "x-ray of the hip", "MRI"], []),
        (["urine test", "brace"], []),  # the letter's habit
    ],
)
def test_a_heading_in_small_letters_among_others(headings: list[str], lower: list[int]) -> None:
    document, _ = whole("The Letter\n" + "\n".join(headings))
    places = [Span(at := document.text.index(words), at + len(words)) for words in headings]
    assert sorted(lower_headings(document, places)) == [places[at].start for at in lower]


@pytest.mark.parametrize("name", ["California 5", "Texa5"])
def test_no_state_has_a_figure(name: str) -> None:
    assert [code for code, _ in read_names(name, "licensure_states")[0].remarks] == ["IMR212"]


def test_lines_that_end_in_one_column_were_cut() -> None:
    words = text_of()
    cut = read_text("\n".join(line[:50] for line in words.split("\n")).encode())
    assert [(path, doubt.code) for path, doubt in cut_lines(cut)] == [("", "IMR301")]
    assert list(cut_lines(read_text(words.encode()))) == []


def test_a_swallowed_paragraph_is_told_in_a_letter() -> None:
    for record in both(
        LETTER, swap("Therapy was asked for", "Disclaimer: Advice only. Therapy was asked for")
    ):
        assert ("IMR209", "/case_summary/text") in doubts(record)


def test_a_value_does_not_begin_with_a_mark() -> None:
    for record in both(LETTER, swap("MAXIMUS guideline: ", "MAXIMUS guideline: ) ")):
        assert "IMR211" in codes(record, "/decisions/0/reviewer_guideline/text")
