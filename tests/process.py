"""`imr-parse` as a real process, never through a shell."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def imr_parse(
    *arguments: str | bytes | Path, env: Mapping[str, str] | None = None, **options: Any
) -> subprocess.CompletedProcess[Any]:
    """What a run on 80 columns gives: bytes, or text with `encoding`; further options are those of `subprocess.run`."""
    settings: dict[str, Any] = {"timeout": 120, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    if "input" not in options:
        settings["stdin"] = subprocess.DEVNULL
    variables = {**os.environ, "COLUMNS": "80", **(env or {})}
    if path := variables.get("PYTHONPATH"):  # the tests may run in another folder than the command
        variables["PYTHONPATH"] = os.pathsep.join(map(os.path.abspath, path.split(os.pathsep)))
    command = [sys.executable, "-m", "imr_parse", *arguments]
    return subprocess.run(command, check=False, env=variables, **{**settings, **options})


_HEEDING = """
import os, signal, sys
for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
    signal.signal(number, signal.SIG_DFL)
os.execv(sys.executable, sys.argv[1:])
"""


def heeding(command: list[str]) -> list[str]:
    """The command with signals as a shell in front has them: who runs tests in the background may ignore some. POSIX only."""
    return [sys.executable, "-c", _HEEDING, *command]
