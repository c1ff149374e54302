"""Printed words of a layout met in a letter, and how sure that is; recognition by them."""

from __future__ import annotations

import pytest

from imr_parse.document import Document, Span
from imr_parse.errors import ImrParseError
from imr_parse.landmarks.find import Hit, Match, find, find_lead, fold, label_doubts, spread
from imr_parse.layouts import KNOWN
from imr_parse.layouts.model import Landmark
from imr_parse.paragraphs import paragraph_starts
from imr_parse.readers.text import read_text
from imr_parse.recognise import recognise, score

from .letters import LABELS, document_of, pdf_of, record_of, text_of

LAYOUT = next(layout for layout in KNOWN if layout.name == "final-determination-2014")
ITEMS = "IMR ISSUES, DECISIONS AND RATIONALES"


def hits(document: Document) -> list[Hit]:
    return find(document, LAYOUT, paragraph_starts(document))


def met(document: Document) -> list[tuple[str, Match]]:
    return [(hit.landmark.words, hit.match) for hit in hits(document)]


def of_text(lines: str) -> list[tuple[str, Match]]:
    """Hits in a text under the items' title, so that it is no header."""
    return met(read_text(f"{ITEMS}\n\nwords\nand words\n\n{lines}\n".encode()))[1:]


def test_all_landmarks_of_a_letter_as_usual_are_exact_and_in_order() -> None:
    for document in (document_of(pdf_of()), read_text(text_of().encode())):
        found = met(document)
        assert {match for _, match in found} == {Match.EXACT}
        words = [words for words, _ in found if words not in LABELS]
        known = [mark.words for mark in LAYOUT.landmarks if mark.words not in LABELS]
        assert words == [known_words for known_words in known if known_words in words]
        assert {"Case Number:", "CLINICAL CASE SUMMARY", "Certification(s)/Specialty:"} <= set(words)
        assert [words for words, _ in found if words in LABELS] == [*LABELS] * 3


def test_spans_hold_the_printed_words() -> None:
    document = document_of(pdf_of())
    for hit in hits(document):
        printed = document.text[slice(*hit.span)]
        assert " ".join(printed.split()) == hit.landmark.words
        line = document.lines[hit.line]
        assert line.start <= hit.span.start < line.end


LINES = [
    ("MAXIMUS guideline: words", Match.EXACT),
    ("Maximus Guideline: words", Match.VARIANT),
    ("MAXIMUS guideline : words", Match.VARIANT),
    ("MAXIMUSguideline: words", Match.VARIANT),
    ("MAXIMUS  guideline: words", Match.EXACT),
    ("MAXIMUS guideline words", Match.VARIANT),
    ("MAXIMUS guideline - words", Match.VARIANT),
    ("MAXIMUS guidline: words", Match.NEAR),
    ("MAXIMUS guidelines: words", Match.NEAR),
    ("MAXIMUS guidelinei words", Match.NEAR),
    ("Back. MAXIMUS guideline: words", Match.INLINE),
    ("MAXIMVS guideline: words", Match.NEAR),
    ("\u2022 MAXIMUS guideline: words", Match.EXACT),
    ("2. MAXIMUS guideline: words", Match.EXACT),
]


@pytest.mark.parametrize(("line", "match"), LINES)
def test_a_label_in_other_print(line: str, match: Match) -> None:
    found = [(words, how) for words, how in of_text(line) if words == LABELS[1]]
    assert [how for _, how in found][:1] == [match]


@pytest.mark.parametrize(
    ("above", "line", "begins"),
    [
        # the last word of the sentence above
        ("Low Back Disorders, pg.", "607.MAXIMUS guideline: words", 4),
        ("Low Back Disorders, pg.", "60. MAXIMUS guideline: words", 4),
        ("A line that is as full as any other in this text and wraps at its year", "2016.MAXIMUS guideline: words", 5),
        ("A line that is as full as any other in this text and wraps at a word", "(PPIs).MAXIMUS guideline: words", 7),
        # a number or a bullet of its own; a slip
        ("A sentence that ends.", "2. MAXIMUS guideline: words", 0),
        ("A sentence that ends.", "2.MAXIMUS guideline: words", 0),
        ("A sentence that ends.", "* MAXIMUS guideline: words", 0),
        ("A line that is as full as any other in this text and wraps at a word", "MMAXIMUS guideline: words", 0),
    ],
)  # fmt: skip
def test_words_before_a_label_in_its_line(above: str, line: str, begins: int) -> None:
    filling = "This is a line of words that fills its column as the others of it do\n" * 14
    document = read_text(f"{ITEMS}\n\n{filling}{above}\n{line}\n{filling}".encode())
    (hit,) = [hit for hit in hits(document) if hit.landmark.words == LABELS[1]]
    assert document.text[hit.span.start :].startswith(line[begins:])
    assert (hit.match is Match.INLINE) == bool(begins)


@pytest.mark.parametrize(
    "line",
    [
        "Maximum dose: 4 a day",
        "The guideline of MAXIMUS says nothing",
        "Guideline: words",
        "A sentence of prose that speaks of a rationale for the decision",
        "Special Studies: none",
    ],
)
def test_no_label(line: str) -> None:
    assert of_text(line) == []


def test_a_label_may_wrap() -> None:
    assert of_text("MAXIMUS\nguideline: words")[0][0] == LABELS[1]
    assert of_text("Claims Administrator\nguideline: words")[0][0] == LABELS[0]


def test_a_label_in_mid_line_is_met_as_such() -> None:
    assert of_text("a sentence that ends here. Decision rationale: more") == [(LABELS[2], Match.INLINE)]
    assert of_text("a sentence that ends here. decision rationale: more") == []


def test_a_title_in_prose_is_none() -> None:
    assert of_text("This is a clinical case summary of the file and nothing more") == []
    assert of_text("Clinical case summary") in ([], [("CLINICAL CASE SUMMARY", Match.VARIANT)])


TITLES = [
    ("CLINICAL CASE SUMMARY", Match.EXACT),
    ("CLINICAL CASE SUMMARY:", Match.EXACT),
    ("CLINICAL CASESUMMARY", Match.VARIANT),
    ("CLINICAL\nCASE SUMMARY", Match.EXACT),
    ("CLINCAL CASE SUMMARY", Match.NEAR),
    ("CLINICAL CASE SUMARY", Match.NEAR),
    ("2. CLINICAL CASE SUMMARY", Match.EXACT),
]


@pytest.mark.parametrize(("line", "match"), TITLES)
def test_a_title_in_other_print(line: str, match: Match) -> None:
    document = read_text(f"{ITEMS}\n\nwords and words\n\n{line}\n\nwords\n".encode())
    assert met(document)[1:] == [("CLINICAL CASE SUMMARY", match)]


def test_fold_and_spread() -> None:
    assert fold("State(s) of Licensure:") == "statesoflicensure"
    assert fold("\u00c9t\u00e9 2016\n") == "\u00e9t\u00e92016"
    assert spread("a b") == r"a\s*b"
    assert spread("(s)/x:") == r"\(s\)/\s*x\s{0,2}:"


def test_find_lead() -> None:
    text = "before The quick\nbrown  fox: after The quick brown fox:"
    assert find_lead(text, "The quick brown fox:", 0, len(text)) == Span(7, text.index(" after"))
    assert find_lead(text, "The quick brown fox:", 10, len(text)) == Span(text.rindex("The"), len(text))
    assert find_lead(text, "The quick brown fox:", 10, 40) is None
    assert find_lead(text, "The slow brown fox:", 0, len(text)) is None
    assert find_lead("the QUICK brown\n\ffox:", "The quick brown fox:", 0, 30) == Span(0, 21)


DOUBTS = {
    Match.EXACT: [],
    Match.VARIANT: ["IMR401"],
    Match.NEAR: ["IMR401"],
    Match.REWORDED: ["IMR205"],
    Match.INLINE: ["IMR207"],
}


@pytest.mark.parametrize("match", list(Match))
def test_what_is_said_of_a_value_by_how_its_label_was_met(match: Match) -> None:
    hit = Hit(Landmark("part", "rationale", LABELS[2], "items"), 3, Span(10, 29), match)
    said = label_doubts(hit)
    assert [doubt.code for doubt in said] == DOUBTS[match]
    assert all(LABELS[2] in doubt.message and doubt.at == hit.span for doubt in said)


# Recognition


def test_a_letter_as_usual_scores_one_and_a_foreign_text_is_refused() -> None:
    document = document_of(pdf_of())
    best, _ = recognise(document, paragraph_starts(document), KNOWN)
    assert (best.layout.name, best.score) == ("final-determination-2014", 1.0)
    assert set(best.met) <= {mark.words for mark in LAYOUT.landmarks}
    assert {"Case Number:", "CLINICAL CASE SUMMARY", *LABELS} <= set(best.met)


def test_the_optional_header_costs_nothing_where_it_is_missing() -> None:
    text = text_of()
    document = read_text(text[text.index("HOW THE IMR") :].encode())
    best, _ = recognise(document, paragraph_starts(document), (LAYOUT,))
    assert best.score == 1.0


def test_score_falls_with_what_is_missing_and_with_how_it_is_met() -> None:
    def scored(text: str) -> float:
        document = read_text(text.encode())
        return score(LAYOUT, hits(document))[0]

    whole = text_of()
    assert scored(whole) == 1.0
    reprinted = scored(whole.replace("CLINICAL CASE SUMMARY", "CLINCAL CASE SUMMARY"))
    gone = scored(whole.replace("CLINICAL CASE SUMMARY", ""))
    assert gone < reprinted < 1.0
    assert scored(whole.replace("Priority:", "")) > gone


FOREIGN = [
    "A shopping list: milk, eggs and flour.",
    "Dear Sir or Madam,\n\nThe patient was seen today and did well.\n\nYours, the doctor",
    "Case Number: 12\nPriority: high\nDate of Injury: none\nA police report.",
    "\u4e2d\u6587",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_a_foreign_text_is_no_letter(text: str) -> None:
    with pytest.raises(ImrParseError) as refused:
        record_of(text)
    assert refused.value.code in ("IMR101", "IMR102")


def test_the_refusal_names_the_landmarks_that_were_met() -> None:
    with pytest.raises(ImrParseError) as refused:
        record_of("Case Number: 12\nDate of Injury: none\nA police report.")
    assert "'Case Number:'" in refused.value.message and "'Date of Injury:'" in refused.value.message
    with pytest.raises(ImrParseError) as refused:
        record_of("milk, eggs")
    assert "no landmark" in refused.value.message


def test_half_a_letter_is_a_letter_of_an_unknown_layout_or_flagged() -> None:
    text = text_of()
    for at in range(0, len(text), 150):
        try:
            record = record_of(text[:at] or " .")
        except ImrParseError as refused:
            assert refused.code in ("IMR101", "IMR102")
        else:
            # a cut at the end of an item leaves a letter that is whole as far as anyone can tell
            assert record.needs_review or text[:at].rstrip().endswith("necessary.")
