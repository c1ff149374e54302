"""`imr-parse` as a real process, never through a shell; or called in this one, which is much quicker."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from unittest import mock

from imr_parse.cli import main

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


def called(
    *arguments: str | bytes | Path, cwd: Path, input: bytes = b"", encoding: str | None = None
) -> subprocess.CompletedProcess[Any]:
    """What a run gives, as from `imr_parse`, of the command called in this process.

    Not for tests of what only a process has: true streams, signals, a locale, what is imported.
    """
    stdin = io.TextIOWrapper(io.BytesIO(input), encoding="utf-8")
    stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    stderr = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
    with (
        contextlib.chdir(cwd),
        mock.patch.dict(os.environ, COLUMNS="80"),
        mock.patch.multiple(sys, argv=["imr-parse", *map(os.fsdecode, arguments)], stdin=stdin),
        contextlib.redirect_stdout(stdout),
        contextlib.redirect_stderr(stderr),
    ):
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
        else:
            raise AssertionError("the command ended without an exit code")
    assert isinstance(code, int), code
    said = []
    for stream in (stdout, stderr):
        stream.flush()
        data = stream.buffer.getvalue()  # type: ignore[attr-defined]
        said.append(data.decode(encoding) if encoding else data)
    return subprocess.CompletedProcess(["imr-parse", *arguments], code, *said)


_HEEDING = """
import os, signal, sys
for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
    signal.signal(number, signal.SIG_DFL)
os.execv(sys.executable, sys.argv[1:])
"""


def heeding(command: list[str]) -> list[str]:
    """The command with signals as a shell in front has them: who runs tests in the background may ignore some. POSIX only."""
    return [sys.executable, "-c", _HEEDING, *command]
