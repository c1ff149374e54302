"""Real letters, where a folder ../shared has them; skipped where it has not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
PDFS = sorted((SHARED / "letters").glob("*.pdf"))
ABSENT = "../shared/letters is not here"
ALL = os.environ.get("IMR_PARSE_ALL_LETTERS") == "1"
"""The second reader is slow: unless this is set it reads every fourth letter only."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each letter to the tests that ask for `letter`, every fourth to those that ask for `some_letter`."""
    for name, paths in (("letter", PDFS), ("some_letter", PDFS if ALL else PDFS[::4])):
        if name in metafunc.fixturenames:
            rows = [pytest.param(path, id=str(number)) for number, path in enumerate(paths)]
            metafunc.parametrize(name, rows or [pytest.param(None, marks=pytest.mark.skip(reason=ABSENT))])


@pytest.fixture
def shared() -> Path:
    """The folder of real letters with their truth."""
    if not (SHARED / "score.py").is_file():
        pytest.skip(ABSENT)
    return SHARED
