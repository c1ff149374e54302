"""What is said of letters that are changed in one place: said.txt, read and approved by a person (said.py)."""

from __future__ import annotations

import difflib

from . import said

SILENT: dict[str, str] = {}
"""Changes after which a value is wrong and nothing says so: defects that are known, with what they are about."""


def test_what_is_said_is_what_was_approved() -> None:
    """Where this fails on purpose: `python -m tests.core.said --write`, read the difference, commit it."""
    old, now = said.TABLE.read_text("utf-8"), said.table()
    assert list(difflib.unified_diff(old.splitlines(), now.splitlines(), lineterm="", n=1)) == []


def test_nothing_is_wrong_in_silence_but_what_is_known() -> None:
    change = ""
    silent = set()
    for line in said.TABLE.read_text("utf-8").splitlines():
        change = change if line.startswith(" ") else line
        if line.startswith("    but ") and "!" in line:
            silent.add(change)
    assert silent == set(SILENT)
