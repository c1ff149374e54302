"""The command as a real process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


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
