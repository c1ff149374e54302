"""The golden records: the whole record of every sample, read and approved by a person (samples/golden.py)."""

from __future__ import annotations

import json
import re

import pytest

from . import laws
from .letters import NAMES, golden, sample_record


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str) -> None:
    """Where this fails on purpose: `python samples/golden.py --write`, read the difference, commit it."""
    found = sample_record(name).model_dump(mode="json")
    found["source"]["parser_version"] = "*"
    wanted = json.loads(golden.path_of(name).read_text("utf-8"))
    rows = {key: found[key] for key in found if key != "evidence" and found[key] != wanted[key]}
    assert rows == {key: wanted[key] for key in rows}
    assert golden.same(wanted, found)


def test_each_golden_record_has_its_sample_and_no_other_file_is_there() -> None:
    assert golden.names() == NAMES
    assert {path.name for path in golden.GOLDEN.iterdir()} == {f"{name}.json" for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_golden_records_keep_their_form(name: str) -> None:
    text = golden.path_of(name).read_text("utf-8")
    plain = json.loads(text)
    assert golden.text_of(plain) == text
    assert plain["source"]["path"] == f"samples/{name}"
    assert plain["source"]["parser_version"] == "*"
    assert not re.search(r"/(?:tmp|home|work|root|Users)/", text)


def test_what_counts_as_the_same() -> None:
    record = json.loads(golden.path_of("one-item.pdf").read_text("utf-8"))

    def moved(by: float) -> dict[str, object]:
        rows = [dict(row) for row in record["evidence"]]
        rows[0]["bbox"] = [side + by for side in rows[0]["bbox"]]
        return {**record, "evidence": rows}

    assert golden.same(record, moved(0.5)) and not golden.same(record, moved(1.5))
    assert not golden.same(record, {**record, "evidence": record["evidence"][:-1]})
    assert not golden.same(record, {**record, "outcome": None})


def test_the_maker_agrees_with_the_tests() -> None:
    name = "bare-lines.txt"
    assert laws.values(sample_record(name)) == {
        key: value for key, value in golden.record(name).items() if key in laws.VALUES
    }
