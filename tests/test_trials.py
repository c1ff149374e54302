"""The trials' own tools, and a short run of them over random samples; the long run is `python -m benchmarks.trials`."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.trials.__main__ import load, random_letters
from benchmarks.trials.rows import Row, break_text, edit, fitted, items, joined, law_abiding, place, rows_of
from benchmarks.trials.run import KINDS, Plan, Tally, make, run, silent, tally
from benchmarks.trials.scoring import Variant, judge
from imr_parse import ImrParseError, parse_bytes
from imr_parse.running import running

LETTERS = random_letters(8, 4100, ["2014"])
NUMBERS = range(3)
# how many letters of a kind may hold a silent value in the short run; none of the kinds that are not named
SILENT = {"pages": 1, "merge": 1, "cut": 2, "bytes": 2}


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return tally(run(Plan(LETTERS, list(KINDS), NUMBERS, seed=1)))


@pytest.mark.parametrize("kind", KINDS)
def test_no_variant_crashes_and_few_are_silent(kind: str, tallies: dict[str, Tally]) -> None:
    found = tallies[kind]
    assert found.variants >= len(LETTERS)
    assert [result.detail for result in found.crashes] == []
    told = [
        f"{result.letter}:{kind}:{result.number} {each.path} {result.what}" for result, each in found.cases
    ]
    assert found.silent_letters <= SILENT.get(kind, 0), "\n".join(told)


def test_unchanged_letters_are_right_and_unflagged(tallies: dict[str, Tally]) -> None:
    assert tallies["control"].right == tallies["control"].fields
    assert tallies["control"].alarms == 0


@pytest.mark.parametrize("kind", ["control", "weightless"])
def test_clean_letters_are_not_flagged(kind: str, tallies: dict[str, Tally]) -> None:
    found = tallies[kind]
    told = [
        f"{result.letter}:{kind}:{result.number} {result.codes} {result.what}" for result in found.flagged
    ]
    assert found.whole_flagged <= 0.02 * found.whole, "\n".join(told)
    assert found.right >= 0.995 * found.fields


@pytest.mark.parametrize("kind", KINDS)
def test_a_variant_is_a_function_of_letter_kind_seed_and_number(kind: str) -> None:
    first, second = (make(LETTERS[0], kind, 1, 7, LETTERS) for _ in range(2))
    other = make(LETTERS[0], kind, 2, 7, LETTERS)
    assert first == second
    assert (
        first is None
        or other is None
        or first.what != other.what
        or first.data != other.data
        or kind == "control"
    )


def test_items_are_found_where_the_truth_says() -> None:
    for letter in LETTERS:
        rows = rows_of(letter)
        text = joined(rows)
        for decision, spot in zip(letter.truth["decisions"], items(rows, letter.truth), strict=True):
            assert text[slice(*spot.outcome)].lower() == decision["outcome"]
            assert running(text[slice(*spot.rationale)]) == decision["rationale"]
            assert running(text[slice(*spot.heading)]) == decision["heading"]


PROSE = st.text(st.sampled_from("ab -/.,9"), min_size=1, max_size=200).map(
    lambda text: " ".join(text.split())
)


@given(PROSE, st.integers(5, 40), st.booleans())
@settings(deadline=None)
def test_broken_text_is_the_same_prose(text: str, width: int, at_hyphens: bool) -> None:
    lines = break_text(text, width, at_hyphens=at_hyphens)
    assert running("\n".join(lines)) == text
    assert running("\n".join(line.rstrip() for line in lines)) == text


@given(st.lists(PROSE.filter(bool), min_size=1, max_size=8), st.data())
@settings(deadline=None)
def test_law_abiding_rows_may_lose_the_spaces_at_their_ends(lines: list[str], data: st.DataObject) -> None:
    rows = tuple(Row(f"{line} " if data.draw(st.booleans()) else line) for line in lines)
    prose = running(joined(rows))
    kept = law_abiding(rows)
    assert running(joined(kept)) == prose
    assert running("\n".join(row.text.rstrip() for row in kept)) == prose


def test_an_edit_may_make_lines_and_paragraphs() -> None:
    rows = (Row("one two", bold=True, opens=True), Row("three"))
    assert [row.text for row in edit(rows, 3, 11, "X")] == ["oneXee"]
    made = edit(rows, 4, 4, "A\n\nB ")
    assert [(row.text, row.bold, row.opens) for row in made] == [
        ("one A", True, True),
        ("B two", False, True),
        ("three", False, False),
    ]


def test_a_place_ignores_line_breaks() -> None:
    rows = (Row("well-"), Row("known fact"))
    assert place(rows, "well-known") == (0, 11)


def test_fitted_rows_keep_the_prose() -> None:
    long = "word-part and/or more " * 20
    made = fitted((Row(long.strip(), bold=True, opens=True),))
    assert len(made) > 3
    assert running(joined(made)) == running(long)


def test_judging_follows_the_record() -> None:
    letter = LETTERS[0]
    record = parse_bytes(letter.data).model_dump(mode="json")
    judged = judge(record, Variant("control", "", letter.data, letter.truth))
    assert all(each.right and not each.codes for each in judged)
    record["case"]["date_of_injury"] = None
    record["decisions"][0]["treatment"] = "another"
    record["diagnostics"] = [
        {"code": "IMR201", "severity": "error", "path": "/case/date_of_injury"},
        {"code": "IMR207", "severity": "warning", "path": "/decisions/0"},
        {"code": "IMR401", "severity": "note", "path": "/outcome"},
        {"code": "IMR306", "severity": "warning", "path": ""},
    ]
    judged = judge(record, Variant("control", "", letter.data, letter.truth))
    by_path = {each.path: each for each in judged}
    assert not by_path["/case/date_of_injury"].right
    assert by_path["/case/date_of_injury"].codes == ("IMR201",)
    assert by_path["/decisions/0/treatment"].codes == ("IMR207",)
    assert by_path["/decisions/0/rationale"].codes == ("IMR207",)
    assert by_path["/outcome"].codes == ()
    assert not any(silent(each) for each in judged)
    record["diagnostics"] = []
    silent_paths = [
        each.path for each in judge(record, Variant("control", "", letter.data, letter.truth)) if silent(each)
    ]
    assert silent_paths == ["/case/date_of_injury", "/decisions/0/treatment"]


def test_an_unknown_outcome_is_asked_to_be_null_and_flagged() -> None:
    variants = (make(letter, "drift", number, 3, LETTERS) for letter in LETTERS for number in range(12))
    unknown = [
        each for each in variants if each and re.match(r"outcome of item \d+ (unknown|gone)", each.what)
    ]
    assert unknown
    for variant in unknown:
        assert variant.truth["outcome"] is None
        assert "/outcome" in variant.asked
        assert sum(decision["outcome"] is None for decision in variant.truth["decisions"]) >= 1


def test_kinds_draw_from_the_random_numbers_alone() -> None:
    state = random.getstate()
    make(LETTERS[0], "drift", 0, 1, LETTERS)
    assert random.getstate() == state


SHARED = Path(__file__).resolve().parents[2] / "shared"
SCORE = SHARED / "score.py"


@pytest.mark.skipif(not (SHARED / "letters").is_dir(), reason="../shared/letters is not here")
@pytest.mark.parametrize("kind", ["control", "weightless", "drift", "damage"])
def test_real_letters_keep_the_promise(kind: str) -> None:
    letters = load(SHARED / "letters", SHARED / "letters" / "truth.json", 40)
    found = tally(run(Plan(letters, [kind], range(1), seed=1)))[kind]
    told = [
        f"{result.letter}:{kind}:{result.number} {each.path} {result.what}" for result, each in found.cases
    ]
    assert found.variants == len(letters)
    assert found.silent_letters <= (1 if kind == "drift" else 0), "\n".join(told)


@pytest.mark.skipif(not SCORE.is_file(), reason="../shared/score.py is not here")
def test_judging_agrees_with_the_scorer(tmp_path: Path) -> None:
    """The same records give the same figures, damaged ones too, path by path."""
    gold, lines, judged = {}, [], []
    for letter in LETTERS:
        for kind, number in (
            ("control", 0),
            ("damage", 0),
            ("damage", 1),
            ("pages", 1),
            ("cut", 0),
            ("cut", 1),
        ):
            variant = make(letter, kind, number, 5, LETTERS)
            if variant is None:
                continue
            try:
                record = parse_bytes(variant.data, path=f"{letter.name}-{kind}-{number}").model_dump(
                    mode="json"
                )
            except ImrParseError:
                continue
            gold[record["source"]["path"]] = variant.truth
            lines.append(json.dumps(record))
            judged += judge(record, variant)
    (tmp_path / "gold.json").write_text(json.dumps(gold), "utf-8")
    (tmp_path / "out.jsonl").write_text("\n".join(lines), "utf-8")
    command = [sys.executable, str(SCORE), str(tmp_path / "gold.json"), str(tmp_path / "out.jsonl")]
    told = subprocess.run(
        command, check=False, capture_output=True, text=True, encoding="utf-8"
    ).stdout.splitlines()[-1]
    figures = {
        name: int(re.search(rf"{name} (\d+)", told)[1])
        for name in ("fields", "wrong", "false alarms", "silent")
    }  # type: ignore[index]
    assert figures == {
        "fields": len(judged),
        "wrong": sum(not each.right for each in judged),
        "false alarms": sum(each.right and bool(each.codes) for each in judged),
        "silent": sum(not each.right and not each.codes for each in judged),
    }
    assert figures["wrong"] > 50
