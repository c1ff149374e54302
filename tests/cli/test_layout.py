"""`--layout`: every command that reads letters takes the example of CONTRIBUTING.md, and refuses a bad file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from layouts.written import LETTER, TOML
from process import Run


@pytest.fixture
def layout(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(TOML, "utf-8")


def test_the_commands_take_it(imr: Run, imr_process: Run, layout: None, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, "utf-8")
    for command in (["parse"], ["show"], ["explain"], ["text", "--sections"]):
        done = imr(*command, "letter.txt", "--layout", "mine.toml")
        assert (done.returncode, done.stderr) == (0, b""), command
        assert b"2027" in done.stdout, command
    (row,) = (json.loads(line) for line in imr("layouts", "--layout", "mine.toml").stdout.splitlines())
    assert row["name"] == "utilization-appeal-2027"
    batch = ("batch", "letter.txt", "-o", "out.jsonl", "-q", "--jobs", "1")
    assert imr_process(*batch, "--layout", "mine.toml").returncode == 0
    record = json.loads((tmp_path / "out.jsonl").read_text("utf-8"))
    assert record["layout"] == "utilization-appeal-2027"
    again = imr(*batch)
    assert again.returncode == 2
    assert b"other options" in again.stderr


@pytest.mark.parametrize("command", ["parse", "batch", "show", "explain", "text", "layouts"])
def test_a_bad_layout_is_an_error_of_usage(imr: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "bad.toml").write_text("name = 3\n", "utf-8")
    inputs = [] if command == "layouts" else ["letter.txt"]
    done = imr(command, *inputs, "--layout", "bad.toml")
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"line 1, " in done.stderr and b"Traceback" not in done.stderr
    missing = imr(command, *inputs, "--layout", "gone.toml")
    assert missing.returncode == 2
    assert b"gone.toml" in missing.stderr
