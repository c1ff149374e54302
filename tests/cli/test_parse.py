"""`imr-parse PATH…`: where the data go, and in which form."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from conftest import LETTER, POSIX, records
from process import Run


def test_a_pipe_gets_one_compact_record_a_line(imr_process: Run, samples: Path) -> None:
    done = imr_process(samples / LETTER)
    assert (done.returncode, done.stderr) == (0, b"")
    (record,) = records(done.stdout)
    assert record["case"]["case_number"] == "CM16-9900001"  # type: ignore[index]
    assert done.stdout.endswith(b"}\n")
    assert b"\r" not in done.stdout
    assert b'": ' not in done.stdout


def test_parse_and_no_command_are_the_same(imr: Run, samples: Path) -> None:
    assert imr("parse", samples / LETTER).stdout == imr(samples / LETTER).stdout != b""


def test_options_may_stand_before_the_file(imr: Run, samples: Path) -> None:
    before, after = imr("--evidence", samples / LETTER), imr(samples / LETTER, "--evidence")
    assert before.stdout == after.stdout
    assert records(before.stdout)[0]["evidence"]


def test_indent_spreads_the_record_in_a_pipe_too(imr: Run, samples: Path) -> None:
    done = imr(samples / LETTER, "--indent", "4")
    assert done.stdout.startswith(b'{\n    "schema_version"')
    assert json.loads(done.stdout) == records(imr(samples / LETTER).stdout)[0]


def test_output_goes_to_a_file_and_nothing_to_standard_output(
    imr: Run, samples: Path, tmp_path: Path
) -> None:
    done = imr(samples / LETTER, "-o", "out.jsonl", "--color", "always")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / "out.jsonl").read_bytes() == imr(samples / LETTER).stdout


def test_no_file_is_written_without_output(imr: Run, samples: Path, tmp_path: Path) -> None:
    imr(samples / LETTER)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "env",
    [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "cp1252"}],
    ids=["C", "cp1252"],
)
def test_bytes_never_depend_on_the_locale(
    imr: Run, imr_process: Run, samples: Path, env: dict[str, str]
) -> None:
    for arguments in (("windows-1252.txt",), ("text", "windows-1252.txt"), ("show", "windows-1252.txt")):
        there = imr_process(*arguments, cwd=samples, env=env)
        assert (there.returncode, there.stderr) == (0, b"")
        assert there.stdout == imr(*arguments, cwd=samples).stdout
    assert re.search(rb"[\xc2-\xe2]", there.stdout)


def test_two_runs_give_the_same_bytes(imr_process: Run, samples: Path) -> None:
    assert imr_process(samples, "--evidence").stdout == imr_process(samples, "--evidence").stdout


def test_several_jobs_give_the_same_bytes_in_the_same_order(
    imr: Run, imr_process: Run, samples: Path
) -> None:
    assert imr_process(samples, "--jobs", "2").stdout == imr(samples).stdout


@POSIX
def test_a_terminal_gets_indent_and_colour(imr_process: Run, samples: Path) -> None:
    import pty

    for options, expected in (
        ((), b'\x1b[34m"layout"'),
        (("--color", "never"), b'\r\n  "layout": '),
        (("-c",), b'"layout"'),
    ):
        parent, child = pty.openpty()
        environment = {"TERM": "xterm", "NO_COLOR": ""}
        done = imr_process(samples / LETTER, *options, stdout=child, stderr=subprocess.PIPE, env=environment)
        os.close(child)
        shown = b""
        while True:
            try:
                shown += os.read(parent, 1 << 16)
            except OSError:
                break
            if shown.count(b"\n") >= 1 and shown.rstrip().endswith(b"}"):
                break
        os.close(parent)
        assert done.returncode == 0
        assert expected in shown


def test_no_colour_in_a_pipe_unless_asked_for(imr: Run, samples: Path) -> None:
    assert b"\x1b" not in imr(samples / LETTER).stdout
    colored = imr(samples / LETTER, "--color", "always").stdout
    assert b"\x1b[34m" in colored
    assert re.sub(rb"\x1b\[\d+m", b"", colored) == imr(samples / LETTER).stdout
