"""A user's own layout: the example of CONTRIBUTING.md reads its letter, and what is wrong is told with line and key."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from imr_parse import ImrParseError, parse_text
from imr_parse.layouts.load import load_layout, parse_layout
from imr_parse.layouts.load_lines import key_lines
from imr_parse.pipeline import Options

from .written import LETTER, TOML


@pytest.fixture
def layout(tmp_path: Path) -> str:
    path = tmp_path / "mine.toml"
    path.write_text(TOML, "utf-8")
    return str(path)


def test_a_form_that_exists_nowhere_else_takes_less_than_forty_lines(layout: str) -> None:
    assert len(TOML.splitlines()) < 40
    with pytest.raises(ImrParseError, match="IMR101"):
        parse_text(LETTER)
    with pytest.raises(ImrParseError, match="no layout but that of --layout was tried"):
        parse_text("Take two eggs and a cup of flour.", options=Options(layout=layout))
    record = parse_text(LETTER, options=Options(layout=layout))
    assert record.diagnostics == ()
    assert record.layout == "utilization-appeal-2027"
    assert record.case.case_number == "CM27-9900501"
    assert str(record.case.date_of_injury) == "2026-03-14"
    assert str(record.case.decision_date) == "2027-02-09"
    assert record.reviewer.licensure_states == ("California",)
    assert record.reviewer.certifications == ("Orthopedic Surgery", "Sports Medicine")
    assert record.documents_reviewed == ("Request for appeal", "Notes of the treating physician, 2026")
    assert (record.case_summary.text or "").endswith("twisted her right knee.")
    first, second = record.decisions
    assert (first.heading, first.outcome) == ("MRI of the right knee", "overturned")
    assert (second.heading, second.outcome) == ("Massage for the right knee, 12 visits", "upheld")
    assert second.rationale == (
        "Massage would not help a knee that locks. The request is not medically necessary."
    )
    assert second.reviewer_guideline.text and second.reviewer_guideline.text.endswith("Massage therapy.")


BAD = [
    ("read = \"names\", label = \"Licensed In:\"", 'read = "nmes"', 18, "fields[3].read", "'case_number'"),
    ('path = "case_summary/text"', 'path = "case_summary/words"', 21, "fields[6].path", "'case_summary/text'"),
    ('section = "papers"', 'section = "paper"', 20, "fields[5].section", "'papers'"),
    ('label = "Decided On:"', 'lable = "Decided On:"', 17, "fields[2].lable", "label"),
    ('read = "list"', 'read = "prose"', 20, "fields[5].read", "'list'"),
    ('form = "before"', 'form = "after"', 25, "items.form", "'before' or 'opens' or 'whole'"),
    ('section = "items"\n', 'section = "itms"\n', 26, "items.section", "'items'"),
    ('Denied = "upheld"', 'Denied = "lost"', 27, "items.outcomes.Denied", "'upheld' or 'overturned'"),
    ('path = "rationale"', 'path = "reasons"', 31, "items.parts[2].path", "'rationale'"),
    ("paragraphs = true", 'paragraphs = "yes"', 31, "items.parts[2].paragraphs", "boolean"),
    (", label = \"Our reasons:\"", "", 31, "items.parts[2]", "label"),
    ("Page {n}", "Page {number}", 3, "furniture[0]", "'{n}' or '{case}' or '{date}'"),
    ('tail = ["Sincerely"]', "tail = [1979-01-01]", 4, "tail[0]", "string"),
    ('tail = ["Sincerely"]', 'tail = ["S"]', 4, "tail", "3 letters"),
    ("utilization-appeal-2027", "notice-2013", 1, "name", "a name of its own"),
    ('name = "who"', 'name = "header"', 8, "sections[1].name", "its own name"),
    ('title = "WHO', 'free = "cover", title = "WHO', 8, "sections[1].free", "'always'"),
    ('label = "Injured On:"', 'block = "box", label = "Injured On:"', 16, "fields[1].block", "'blocks'"),
    ('label = "Injured On:"', 'split = "On", label = "Injured On:"', 16, "fields[1].split", "its first half"),
    ('about = "appeal decisions that no layout of the program knows"\n', "", 1, "about", "add it"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "bad", "line", "key", "remedy"), BAD, ids=[row[1] or row[3] for row in BAD]
)
def test_what_is_wrong_is_told_with_line_key_and_remedy(
    words: str, bad: str, line: int, key: str, remedy: str
) -> None:
    text = TOML.replace(words, bad, 1)
    assert text != TOML
    with pytest.raises(ImrParseError) as caught:
        parse_layout(text, "mine.toml")
    assert caught.value.code == "IMR114"
    assert f"'mine.toml': line {line}, {key}: " in caught.value.message
    assert remedy in f"{caught.value.message}; {caught.value.remedy}"


@pytest.mark.parametrize("text", ["name = \n", "a = " + "[" * 9000, "\x00", "a = 1\na = 2\n"])
def test_what_is_not_toml_is_an_error_of_one_sentence(text: str) -> None:
    with pytest.raises(ImrParseError, match="IMR114") as caught:
        parse_layout(text, "mine.toml")
    assert "\n" not in caught.value.message


def test_lines_of_keys() -> None:
    text = (
        "# a = 1\n\"a b\".c = [\n  1, # ]\n  { d = \"}\", e = '''x\n''' },\n]\n"
        '[[f.g]]\nh = """a\n\\""" """\n[[f.g]]\nh = 1979-01-01\n[f.g.i]\nj = true\n'
    )
    lines = key_lines(text)
    wanted = {
        ("a b", "c"): 2, ("a b", "c", 0): 3, ("a b", "c", 1): 4, ("a b", "c", 1, "e"): 4,
        ("f", "g", 0, "h"): 8, ("f", "g", 1): 10, ("f", "g", 1, "h"): 11, ("f", "g", 1, "i", "j"): 13,
    }  # fmt: skip
    assert {path: lines.get(path) for path in wanted} == wanted


def test_a_layout_is_read_again_only_where_its_file_has_changed(layout: str) -> None:
    first = load_layout(layout)
    assert load_layout(layout) is first
    Path(layout).write_text(TOML.replace("utilization-appeal-2027", "another"), "utf-8")
    os.utime(layout, ns=(1, 1))
    assert load_layout(layout).name == "another"


OPENING_ITEMS = """
name = "sentences-2027"
about = "items that open with a sentence, all their parts with a label"
sections = [{ name = "header" }, { name = "items", title = "WHAT WAS DECIDED AND WHY" }]
fields = [{ path = "case/case_number", section = "header", read = "case_number", label = "Appeal Number:" }]
[items]
form = "opens"
section = "items"
verdict = "medically necessary"
parts = [{ path = "rationale", label = "Our reasons:", paragraphs = true }]
"""
OPENED = """Appeal Number: CM27-9900501
WHAT WAS DECIDED AND WHY
1. The request for MRI of the right knee is medically necessary.
Words that belong to nothing stand here.
Our reasons: The knee locks. The MRI is medically necessary.
"""


def test_words_before_an_items_first_label_are_left_over(tmp_path: Path) -> None:
    path = tmp_path / "sentences.toml"
    path.write_text(OPENING_ITEMS, "utf-8")
    record = parse_text(OPENED, options=Options(layout=str(path)))
    assert record.decisions[0].rationale == "The knee locks. The MRI is medically necessary."
    assert "IMR306" in {row.code for row in record.diagnostics}


TWO_LABELS = OPENING_ITEMS.replace(
    "parts = [", 'parts = [{ path = "reviewer_guideline/text", label = "Our sources:" }, '
)
BOTH = """Appeal Number: CM27-9900501
WHAT WAS DECIDED AND WHY
1. The request for MRI of the right knee is medically necessary.
Our sources: The Knee Chapter of the Official Disability Guidelines (ODG).
Our reasons: The knee locks. The MRI is medically necessary.
"""


def test_a_label_of_another_part_ends_a_part_and_is_no_label_again(tmp_path: Path) -> None:
    path = tmp_path / "sentences.toml"
    path.write_text(TWO_LABELS, "utf-8")
    options = Options(layout=str(path))
    decision = parse_text(BOTH, options=options).decisions[0]
    assert decision.reviewer_guideline.text == "The Knee Chapter of the Official Disability Guidelines (ODG)."
    assert decision.rationale == "The knee locks. The MRI is medically necessary."
    codes = {row.code for row in parse_text(BOTH, options=options).diagnostics}
    assert not codes & {"IMR206", "IMR217", "IMR306"}
    twice = parse_text(f"{BOTH}Our reasons: They stand again.\n", options=options)
    assert {"IMR206", "IMR217"} <= {row.code for row in twice.diagnostics}
