"""The command as a real process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"

POSIX = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")
LETTER = "one-item.pdf"

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


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
    """Run `imr-parse` in an empty folder: bytes in, bytes out, never through a shell."""

    def run(
        *arguments: str | bytes | Path, env: dict[str, str] | None = None, **options: object
    ) -> subprocess.CompletedProcess[bytes]:
        settings: dict[str, object] = {
            "cwd": tmp_path,
            "timeout": 120,
            "input": b"",
            "capture_output": True,
        } | options
        if "stdout" in settings or "stderr" in settings:
            del settings["capture_output"]
        command = [sys.executable, "-m", "imr_parse", *arguments]
        variables = {**os.environ, "COLUMNS": "80", **(env or {})}
        if path := variables.get("PYTHONPATH"):  # the tests may run in another folder than the command
            variables["PYTHONPATH"] = os.path.abspath(path)
        return subprocess.run(command, check=False, env=variables, **settings)  # type: ignore[call-overload]

    return run


@pytest.fixture
def letters(tmp_path: Path, samples: Path) -> Path:
    """A folder `letters` with two letters, one of them two levels down."""
    (tmp_path / "letters" / "a" / "b").mkdir(parents=True)
    shutil.copy(samples / LETTER, tmp_path / "letters" / "z.PDF")
    shutil.copy(samples / "form-feeds.txt", tmp_path / "letters" / "a" / "b" / "c.txt")
    return tmp_path / "letters"
