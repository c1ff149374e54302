"""The table of codes against the program: each code is raised somewhere, and none that is not in the table."""

from __future__ import annotations

import ast
import copy
import pickle
import re
from pathlib import Path

import pytest

import imr_parse
from imr_parse.codes import CODES, lookup
from imr_parse.errors import ImrParseError

SOURCE = Path(imr_parse.__file__).parent
WAITING: set[str] = set()
"""Codes of the table whose check is still to be written."""


def raised() -> dict[str, set[str]]:
    """Every code that stands in the source as a whole string, with the modules in which it stands."""
    found: dict[str, set[str]] = {}
    for path in SOURCE.rglob("*.py"):
        if path.name == "codes.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                for code in re.findall(r"\bIMR\d{3}\b", node.value) if len(node.value) == 6 else ():
                    found.setdefault(code, set()).add(path.relative_to(SOURCE).as_posix())
    return found


def test_every_code_that_the_source_raises_is_in_the_table() -> None:
    assert set(raised()) - set(CODES) == set()


def test_every_code_of_the_table_is_raised() -> None:
    assert set(CODES) - set(raised()) == WAITING


def test_rows_are_whole() -> None:
    names = [row.name for row in CODES.values()]
    assert len(set(names)) == len(names)
    for code, row in CODES.items():
        assert code == row.code and re.fullmatch(r"IMR[1-4]\d\d", code)
        assert row.meaning.endswith(".") and not row.remedy.endswith(".")
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", row.name)
        assert row.severity in ("error", "warning", "note")
        assert (row.severity == "note") == code.startswith("IMR4")
        assert not code.startswith("IMR1") or row.severity == "error"


def test_lookup_by_code_and_name() -> None:
    for row in CODES.values():
        assert (
            lookup(row.code)
            is lookup(row.code.lower())
            is lookup(row.name)
            is lookup(row.name.upper())
            is row
        )
    with pytest.raises(KeyError):
        lookup("IMR999")


def test_an_error_says_what_the_table_says_or_what_it_is_told() -> None:
    plain = ImrParseError("IMR104")
    assert (plain.code, plain.message, plain.remedy) == (
        "IMR104",
        "The file is empty",
        "fetch the letter again",
    )
    assert str(plain) == "IMR104: The file is empty; fetch the letter again"
    told = ImrParseError("IMR109", "too many pages", "split it")
    assert (told.message, told.remedy) == ("too many pages", "split it")
    with pytest.raises(KeyError):
        ImrParseError("IMR999")


def test_an_error_survives_processes() -> None:
    error = ImrParseError("IMR109", "too many pages", "split it")
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (again.code, again.message, again.remedy) == (error.code, error.message, error.remedy)
        assert str(again) == str(error)
