"""The command in an empty folder: called in this process, or as one of its own where a test is about that."""

from __future__ import annotations

import json
import os
import shutil
from functools import partial
from pathlib import Path

import pytest
from process import Run, called, imr_parse

SAMPLES = Path(__file__).resolve().parents[2] / "samples"

POSIX = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")
LETTER = "one-item.pdf"


def records(output: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def lines(error: bytes) -> list[str]:
    assert b"Traceback" not in error
    return error.decode().splitlines()


@pytest.fixture
def samples() -> Path:
    """The folder of sample letters."""
    return SAMPLES


@pytest.fixture
def imr(tmp_path: Path) -> Run:
    """Call `imr-parse` in an empty folder."""
    return partial(called, cwd=tmp_path)


@pytest.fixture
def imr_process(tmp_path: Path) -> Run:
    """Run `imr-parse` in an empty folder as a process of its own, for what only that has."""
    return partial(imr_parse, cwd=tmp_path)


@pytest.fixture
def letters(tmp_path: Path, samples: Path) -> Path:
    """A folder `letters` with two letters, one of them two levels down."""
    (tmp_path / "letters" / "a" / "b").mkdir(parents=True)
    shutil.copy(samples / LETTER, tmp_path / "letters" / "z.PDF")
    shutil.copy(samples / "form-feeds.txt", tmp_path / "letters" / "a" / "b" / "c.txt")
    return tmp_path / "letters"
