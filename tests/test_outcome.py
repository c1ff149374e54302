"""The unit of work: a record or an error record, never an exception."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from imr_parse import outcome as outcome_module
from imr_parse.errors import ImrParseError
from imr_parse.inputs import Input
from imr_parse.outcome import outcome
from imr_parse.record import ErrorRecord


def test_a_file_that_cannot_be_read_has_no_hash(tmp_path: Path) -> None:
    result = outcome(Input(str(tmp_path / "missing.pdf"), "missing.pdf"))
    assert isinstance(result, ErrorRecord)
    assert (result.error.code, result.source.path, result.source.sha256) == ("IMR103", "missing.pdf", None)


def test_a_letter_that_is_refused_keeps_code_and_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ImrParseError("IMR101", "no landmark of a letter was met")

    monkeypatch.setattr(outcome_module, "parse_bytes", refuse)
    path = tmp_path / "a.txt"
    path.write_bytes(b"A shopping list.")
    result = outcome(Input(str(path), "a.txt"))
    assert isinstance(result, ErrorRecord)
    assert result.error.message == "no landmark of a letter was met"
    assert result.error.remedy.startswith("give a final determination letter")
    assert result.source.sha256 == hashlib.sha256(b"A shopping list.").hexdigest()


def test_a_defect_names_its_kind_and_not_the_letters_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("the patient Jane Roe")

    monkeypatch.setattr(outcome_module, "parse_bytes", fail)
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    seen: list[BaseException] = []
    result = outcome(Input(str(path), "a.txt"), report=seen.append)
    assert isinstance(result, ErrorRecord)
    assert result.error.code == "IMR113"
    assert "ValueError" in result.error.message
    assert "Jane" not in result.model_dump_json()
    assert [type(error) for error in seen] == [ValueError]
