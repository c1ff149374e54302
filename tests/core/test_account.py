"""What a value cannot hold, and what belongs to nothing: signs in the text itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from imr_parse import parse_text
from imr_parse.account.characters import odd_characters
from imr_parse.account.guidelines import guideline_signs
from imr_parse.account.prose import heading_signs, prose_signs, rationale_signs, title_among
from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.paragraphs import paragraph_starts
from imr_parse.readers.text import read_text

from .letters import KNEE, LETTER, NORCO, both, codes, doubts, pdf_of, record_of, swap, text_of

LONG = "The worker was first seen in the spring and had by then tried rest and ice at home,"


def in_text(value: str, before: str = "A line above.\n\n") -> tuple[Document, Span]:
    document = read_text(f"{before}{value}\n".encode())
    start = document.text.index(value.split("\n")[0])
    return document, Span(start, len(document.text) - 1)


def found(signs: Iterator[Doubt]) -> list[str]:
    return [doubt.code for doubt in signs]


# Prose

SENTENCES = [
    ("It ends as it should.", []),
    ("Does it end?", []),
    ("So it ends (here).", []),
    ('He said "no."', []),
    ("It ended;", []),
    ("It just goes", ["IMR210"]),
    ("It ends, with a comma,", ["IMR210"]),
    ("begins in its middle.", ["IMR210"]),
    (", begins oddly.", ["IMR210"]),
    ("2016, the claim was denied.", ["IMR210"]),
    ("12/01/2016. The knee was hurt.", ["IMR210"]),
    ("12/01/2016 was the day.", []),
    ("1. The knee was hurt.", []),
    ("48 years old, he fell.", []),
    ("48 years old.", []),
    ("rTMS was tried.", []),
    ("... and so it goes.", []),
    ("pts with pain do well.", []),
    ("s/p a fall.", []),
    ("The boots are not medically necessary", []),
    ("The first denial was upheld", ["IMR210"]),
    ("It is necessary for", ["IMR210"]),
    ("These were found:\n1. Neck pain\n2. Back pain", []),
    ("iPads were used.", ["IMR210"]),
    ("(In brackets.)", []),
    ("\u201cQuoted.\u201d", []),
    ("neither begins nor ends", ["IMR210", "IMR210"]),
]


@pytest.mark.parametrize(("value", "said"), SENTENCES)
def test_prose_begins_and_ends_as_sentences_do(value: str, said: list[str]) -> None:
    document, span = in_text(value)
    assert found(prose_signs(document, span, paragraph_starts(document))) == said


def test_a_line_of_capitals_in_prose_reads_like_a_title() -> None:
    value = f"{LONG}\nand ice.\n\nOTHER TITLE OF A LETTER\n\nMore was said of it."
    document, span = in_text(value)
    assert "IMR209" in found(prose_signs(document, span, paragraph_starts(document)))
    full = "HE HAD PAIN IN THE NECK, IN THE BACK, IN BOTH OF HIS ARMS AND IN THE LEGS, AND"
    document, span = in_text(f"{LONG}\nand ice.\n\n{full}\nFELL. More was said of it.")
    assert found(prose_signs(document, span, paragraph_starts(document))) == []
    for plain in ("MRI", "AND MRI", "MRI CT"):  # abbreviations are no title
        document, span = in_text(f"{LONG}\nand ice.\n\n{plain}\n\nMore was said of it.")
        assert "IMR209" not in found(prose_signs(document, span, paragraph_starts(document)))


def test_a_line_that_breaks_off_before_a_paragraph() -> None:
    document, span = in_text(f"{LONG}\nand the\n\nNext he was seen by a surgeon of the knee.")
    assert found(prose_signs(document, span, paragraph_starts(document))) == ["IMR210"]
    document, span = in_text(f"{LONG}\nand the end.\n\nNext he was seen by a surgeon of the knee.")
    assert found(prose_signs(document, span, paragraph_starts(document))) == []


def test_a_sentence_that_begins_in_its_middle_after_a_paragraph() -> None:
    document, span = in_text(f"{LONG}\nand rested.\n\nand was then seen by a surgeon of the knee.")
    assert found(prose_signs(document, span, paragraph_starts(document))) == ["IMR210"]


def test_lines_that_stand_twice() -> None:
    four = "\n".join(f"{n} {LONG}" for n in range(4))
    document, span = in_text(f"{four}\n{four}\nThe end.")
    assert "IMR209" in found(prose_signs(document, span, paragraph_starts(document)))
    document, span = in_text(f"{four}\n0 {LONG}\nThe end.")
    assert "IMR209" not in found(prose_signs(document, span, paragraph_starts(document)))


# Rationales

CONCLUDED = "It was never tried. The request is not medically necessary."


def rationale(value: str) -> list[str]:
    document, span = in_text(value)
    return found(rationale_signs(document, span, paragraph_starts(document)))


def test_a_rationale_that_concludes() -> None:
    assert rationale(CONCLUDED) == []


@pytest.mark.parametrize("at", [0, 1, 2])
def test_every_rationale_must_conclude(at: int) -> None:
    items = list(LETTER.items)
    items[at] = replace(items[at], rationale=("It was tried, and the notes say so.",))
    for record in both(replace(LETTER, items=tuple(items))):
        assert "IMR210" in codes(record, f"/decisions/{at}/rationale")
        assert "IMR217" in codes(record, "/decisions")


def test_a_paragraph_after_the_conclusion() -> None:
    before = f"{LONG}\n{LONG.lower()}\nand rested. {CONCLUDED}"
    assert rationale(f"{before}\n\nThe knee brace was asked for in the autumn of that year.") == ["IMR209"]
    for advice in ("Weaning of the opioid should be overseen.", "Of note, a taper is advised."):
        assert rationale(f"{before}\n\n{advice}") == []


def test_paragraphs_before_the_conclusion() -> None:
    assert rationale(f"{LONG}\nand rested.\n\nThe brace was asked for.\n\n{CONCLUDED}") == []


# Lines that do not fill their column

NOTES = " ".join(
    f"The note of visit {n} says at length what was tried and what it came to." for n in range(20)
)
COLUMN = text_of(replace(LETTER, summary=(f"{LETTER.summary[0]} {NOTES}",)), "bare").split("\n")
INSIDE = next(at for at, line in enumerate(COLUMN) if "note of visit 9" in line)


def joined(kept: int, goes_on: int) -> list[tuple[str, str]]:
    """What is said of the letter as bare text where a line of its summary is made of the ends of two."""
    lines = list(COLUMN)
    lines[INSIDE] = f"{lines[INSIDE][:kept].rstrip()} {lines[INSIDE][-goes_on:].lstrip()}"
    return doubts(parse_text("\n".join(lines)))


@pytest.mark.parametrize(("kept", "goes_on"), [(20, 9), (40, 20), (90, 40)])
def test_a_line_that_was_cut_and_joined_does_not_fill_its_column(kept: int, goes_on: int) -> None:
    assert ("IMR210", "/case_summary/text") in joined(kept, goes_on)


def test_lines_as_they_were_wrapped_say_nothing() -> None:
    assert doubts(parse_text("\n".join(COLUMN))) == []


@pytest.mark.parametrize("short", ["Noted were", "1. rest, ice and", "He said:"])
def test_only_a_line_in_mid_sentence_is_broken(short: str) -> None:
    lines = [*COLUMN[:INSIDE], f"{COLUMN[INSIDE][:60].rsplit(' ', 1)[0]}.", short, *COLUMN[INSIDE + 1 :]]
    assert bool(doubts(parse_text("\n".join(lines)))) is (short == "Noted were")


# Guidelines and headings


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.", []),
        ("Decision based on MTUS. The request is medically necessary.", ["IMR209"]),
        ("Medical\nnecessity was not shown.", ["IMR209"]),
        ("Section(s): Necessary imaging.", []),
        ("The Claims Administrator cites none, because the fusion was not found medically necessary.", []),
        ("The Claims Administrator cites none; medical necessity was not shown.", []),
        ("The Claims Administrator cites none. Because of this it is medically necessary.", ["IMR209"]),
        (
            "The reviewer rested the decision on the finding that the primary operation is not medically necessary.",
            [],
        ),
        ("Decision based on MTUS. The requested service is not medically necessary.", ["IMR209"]),
        ("Decision based on MTUS. The associated services are medically necessary.", ["IMR209"]),
    ],
)
def test_a_guideline_does_not_conclude(value: str, said: list[str]) -> None:
    document, span = in_text(value)
    whose = "claims_administrator" if "Claims Administrator" in value else "reviewer"
    assert found(guideline_signs(document, f"/decisions/0/{whose}_guideline/text", span)) == said


HEADINGS = [
    ("MRI of the left knee", []),
    ("MRI OF THE LEFT KNEE", []),
    ("Norco 10/325mg #120. Quantity 2", []),
    ("He was then tired. MRI of the left knee", ["IMR207"]),
    ("Therapy was the original request. Some was authorized. The rest", []),
    ("SOME OTHER TITLE\nMRI of the left knee", ["IMR209"]),
    ("MRI OF THE LEFT KNEE\nWITHOUT CONTRAST", []),
    ("Cream with\nCAMPHOR 2%, MENTHOL AND ALMOND OIL", []),
    ("MRI OF THE LEFT KNEE AND OF THE RIGHT KNEE WITHOUT CONTRAST AND\nsedation for both", []),
]


@pytest.mark.parametrize(("value", "said"), HEADINGS)
def test_a_heading_holds_no_other_sentence_or_title(value: str, said: list[str]) -> None:
    assert found(heading_signs(*in_text(value, f"{LONG}\n\n"))) == said


CAPITALS = [
    ("Decision based on a guideline of the\nSOME OTHER TITLE\nand its pages.", True),
    ("Decision based on a guideline of the\nSOME OTHER TITLE", True),
    ("Decision based on a guideline of the\nSOCIETY OF HANDS.", False),
    ("Decision based on a guideline of the\nOPIOIDS, CRITERIA Pages 76-80", False),
    ("Decision based on a guideline of the\nASH/ESH/ISH/WHO 2013 Hypertension\nand its pages.", False),
    (
        "Decision based on a guideline of a\nSOCIETY OF THE SURGEONS OF HANDS AND OF FINGERS AND THUMBS AND\nits pages.",
        False,
    ),
]


@pytest.mark.parametrize(("value", "title"), CAPITALS)
def test_a_line_of_capitals_in_a_guideline(value: str, title: bool) -> None:
    assert title_among(*in_text(value, f"{LONG}\n\n")) is title


# Characters

PLAIN = [
    "plain words, 50% (of all) & more: #120 @ 3/4 + 'x' \"y\" ~ ^ | \\ [z] {w} <v> _u_ = `t` * ! ? $",
    "the worker\u2019s knee \u201clocks\u201d \u2018often\u2019",
    "L4\u2013L5 and L5 \u2013 S1",
    "a pause \u2014 and more\u2014here",
    "flexion to 90\u00b0, 20 \u00b0C",
    "5 \u00b5g and 10 \u03bcg",
    "angle \u00b1 3 or \u2265 4 \u2260 5",
    "pain \u2191 at night, \u2193reflexes, 8\u21924 and 8/10 \u2192 4/10",
    "\u2612 yes \u2610 no",
    "a \u00b5-opioid",
    "Tylenol\u00ae and Lyrica\u2122",
    "\u00a7 9792.21",
    "a list:\n\u2022 one\n\u2022 two",
    "Dr. Mu\u00f1oz and M\u00e9ni\u00e8re\u2019s na\u00efve",
    "DEAR MS. MU\u00d1OZ: Ana Mu\u00f1oz",
    "1\u00bd tablets and \u00bd more",
    "and so on\u2026",
    "no\u00a0break",
    "kg/m\u00b2",
]


@pytest.mark.parametrize("text", PLAIN)
def test_signs_that_letters_print(text: str) -> None:
    assert [text[slice(*span)] for span in odd_characters(text, guessed=False)] == []


ODD = [
    ("a \ufffd b", "\ufffd"),
    ("\u4e2d", "\u4e2d"),
    ("ne\u00fdn", "\u00fd"),
    ("kn\u00b0ee", "\u00b0"),
    ("th\u00aee knee", "\u00ae"),
    ("of\u2265the", "\u2265"),
    ("kn\u2191ee", "\u2191"),
    ("the\u2192 knee", "\u2192"),
    ("w\u2022rd", "\u2022"),
    ("\u0410ll", "\u0410"),
    ("a\u201cb", "\u201c"),
    ("kn\u00e9e", "\u00e9"),
    ("DEAR MS. MU\u00d1OZ: Ana Munoz", "\u00d1"),
    ("Mu\u00d1oz", "\u00d1"),
    ("\ue000", "\ue000"),
    ("\ufb07ne", "\ufb07"),
    ("an x-ra~ of the knee", "~"),
    ("as do@umented before", "@"),
    ("Ph{sical therapy", "{"),
    ("the kne|cap", "|"),
]


@pytest.mark.parametrize(("text", "char"), ODD)
def test_characters_that_no_letter_prints_there(text: str, char: str) -> None:
    assert [text[slice(*span)] for span in odd_characters(text, guessed=False)] == [char]


@pytest.mark.parametrize(
    "text", ["to jane.roe@example.org", "http://example.org/~roe", "~50 % {a, b} | c", "C:\\x"]
)
def test_plain_signs_that_stand_where_they_may(text: str) -> None:
    assert odd_characters(text, guessed=False) == []


# In whole letters


def test_an_odd_character_is_said_on_its_value_alone() -> None:
    for record in both(change=swap("never taken", "never t\u00fdken")):
        assert doubts(record) == [("IMR211", "/decisions/0/rationale")]


def test_a_control_character_that_went_is_said_on_its_value() -> None:
    record = record_of(text_of().replace("never taken", "never t\x01aken"))
    assert doubts(record) == [("IMR211", "/decisions/0/rationale")]
    assert record.decisions[0].rationale == KNEE.rationale[0]


@pytest.mark.parametrize("told", ["same", "other"])
def test_a_summary_may_repeat_a_label_with_the_value_of_the_header(told: str) -> None:
    day = LETTER.case.date_of_injury  # type: ignore[union-attr]
    assert day is not None
    day = day if told == "same" else day + timedelta(1)
    letter = replace(
        LETTER, summary=(f"Date of injury {day.month}/{day.day}/{day.year}. {LETTER.summary[0]}",)
    )
    record = record_of(text_of(letter, form="bare"))
    assert ("IMR209" in codes(record, "/case_summary/text")) is (told == "other")


@pytest.mark.parametrize("mark", ["[REDACTED]", "XXXXX", "\u2588\u2588\u2588", "_____"])
def test_words_that_are_blacked_out_are_a_note(mark: str) -> None:
    record = record_of(text_of().replace("the clinic show", f"{mark} show"))
    assert codes(record, "/decisions/1/rationale", notes=True) == ["IMR411"]
    assert mark in (record.decisions[1].rationale or "")
    assert not record.needs_review


def test_text_that_belongs_to_nothing_is_said() -> None:
    fixed = "The Expert Reviewer has the following credentials:"
    for record in both(change=swap(fixed, f"{fixed} Nobody wrote this one.")):
        assert ("IMR306", "") in doubts(record)
        assert record.needs_review


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("24 hours", "25 hours"),
        ("Review determinations.", "Review determinations. The reviewer has no conflict of interest."),
        ("MAXIMUS Federal Services sent the complete case file to an expert reviewer. ", ""),
    ],
)
def test_boilerplate_that_differs_by_a_word_or_a_sentence_is_a_note(old: str, new: str) -> None:
    for record in both(change=swap(old, new)):
        assert [(row.code, row.severity, row.path) for row in record.diagnostics] == [("IMR405", "note", "")]


def test_a_title_in_the_summary_is_said() -> None:
    spec = replace(LETTER, summary=(*LETTER.summary, "OTHER TITLE OF SOME FORM", "More words stand here."))
    for record in both(spec):
        assert "IMR209" in codes(record, "/case_summary/text")


def test_a_summary_that_breaks_off_is_said() -> None:
    spec = replace(LETTER, summary=(LETTER.summary[0].removesuffix(" at work."),))
    for record in both(spec):
        assert "IMR210" in codes(record, "/case_summary/text")
        assert "IMR220" in codes(record, "/case_summary/patient")


def test_a_rationale_that_breaks_off_puts_the_count_in_doubt() -> None:
    broken = replace(KNEE, rationale=("Plain films of the knee were",))
    for record in both(replace(LETTER, items=(broken, NORCO))):
        assert "IMR210" in codes(record, "/decisions/0/rationale")
        assert "IMR217" in codes(record, "/decisions")


def test_a_letter_that_breaks_off_in_its_last_item() -> None:
    text = text_of()
    for label in ("Decision rationale:", "MAXIMUS guideline:", "Claims Administrator guideline:"):
        record = record_of(text[: text.rindex(label)])
        assert "IMR217" in codes(record, "/decisions")


def test_clean_letters_are_clean() -> None:
    assert record_of(pdf_of()).diagnostics == ()


# Signs in place of letters


@pytest.mark.parametrize(
    ("printed", "odd"),
    [
        ("sho\u2019t", "\u2019"),
        ("patient\u2019s", ""),
        ("pati\u2013nts", ""),
        ("treat\u2013ent", "\u2013"),
        ("treatmen\u2026", "\u2026"),
        ("and\u2026", ""),
        ("sm\u2019ll", "\u2019"),
        ("he\u2019ll", ""),
        ("patients\u2019", ""),
        ("O\u2019Brien", ""),
        ("O\u2019Brien\u2019s", ""),
        ("criteri\u00ae", "\u00ae"),
        ("Lidoderm\u00ae", ""),
        ("re\u00a0t", "\u00a0"),
        ("limp \u2122 and cough", "\u2122"),
        ("Q10\u00ae", ""),
        ("record \u00b7 kept", "\u00b7"),
        ("notes:\n\u00b7 kept", ""),
        ("limp \u201cack", "\u201c"),  # "back"
        ("limp \u201cfor a while\u201d", ""),
    ],
)
def test_a_sign_where_a_letter_stands_in_the_same_word_elsewhere(printed: str, odd: str) -> None:
    text = f"The patient had treatment for a short while. His {printed} came back \u2013 as before."
    assert "".join(text[start:end] for start, end in odd_characters(text, guessed=True)) == odd
    assert (
        odd_characters(text, guessed=False) == []
    )  # where the bytes are what they say, the sign is the letter's


@pytest.mark.parametrize("gap", ["\n", "\n\n\n\n\n"])
def test_a_title_among_lines_with_and_without_empty_ones_between(gap: str) -> None:
    assert title_among(*in_text(f"CRITERIA FOR ITS USE{gap}and then small letters go on to the end."))
    assert not title_among(*in_text(f"The first line is plain{gap}and small letters go on to the end."))
