"""`imr-parse batch`, as a real process where it does something: exit codes, streams, what stands in the files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import process
import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
LETTERS = sorted(SAMPLES.rglob("*.pdf"))[:6]


def imr_parse(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    return process.imr_parse(*arguments, encoding="utf-8", **options)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    for path in LETTERS:
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def test_the_same_bytes_as_parse(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = imr_parse("batch", folder, "-o", out, "--jobs", "2")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert done.stderr.startswith(f"{len(LETTERS)} letters with ")
    parsed = imr_parse(folder)
    assert out.read_text("utf-8") == parsed.stdout
    assert (tmp_path / "out.errors.jsonl").read_text() == ""


def test_problems_go_to_the_errors_file_and_standard_error(folder: Path, tmp_path: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    (folder / "empty.txt").write_bytes(b"")
    out, summary, log = tmp_path / "out.jsonl", tmp_path / "summary.json", tmp_path / "log.jsonl"
    done = imr_parse("batch", folder, "no\nsuch.pdf", "-o", out, "--summary", summary, "--log", log)
    assert (done.returncode, done.stdout) == (1, "")
    problems = [
        line.split(": ")[1]
        for line in done.stderr.splitlines()
        if ": IMR1" in line and not line.startswith("errors: ")
    ]
    assert problems == ["IMR106", "IMR104", "IMR103"]
    errors = [json.loads(line) for line in (tmp_path / "out.errors.jsonl").read_text("utf-8").splitlines()]
    assert [e["error"]["code"] for e in errors] == problems
    counts = json.loads(summary.read_text())
    assert counts["error_codes"] == {"IMR103": 1, "IMR104": 1, "IMR106": 1}
    assert counts["letters"] == len(LETTERS)
    events = [json.loads(line) for line in log.read_text().splitlines()]
    assert (events[0]["event"], events[-1]["event"]) == ("start", "end")
    assert sorted(e["event"] for e in events[1:-1]) == ["error"] * 3 + ["record"] * len(LETTERS)


def test_started_again_there_is_nothing_to_do(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    imr_parse("batch", folder, "-o", out)
    before = out.read_bytes()
    done = imr_parse("batch", folder, "-o", out)
    assert done.returncode == 0
    assert f"{len(LETTERS)} inputs stood in" in done.stderr
    assert out.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["FOLDER"], 2, "imr-parse PATH"),
        (["FOLDER", "-o", "out.csv"], 2, "imr-parse convert"),
        (["FOLDER", "-o", "no/such/folder/out.jsonl"], 4, "no such file or directory"),
        (["-o", "out.jsonl"], 2, "give a file"),
        (["EMPTY", "-o", "out.jsonl"], 1, "no letter found"),
        (["FOLDER", "-o", "notes.jsonl"], 2, "is no record of imr-parse"),
        (["FOLDER", "-o", "out.txt"], 2, "named like a letter"),
    ],
)
def test_refusals(folder: Path, tmp_path: Path, arguments: list[str], code: int, said: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.jsonl").write_text("my notes\n")
    names = {"FOLDER": str(folder), "EMPTY": str(tmp_path / "empty")}
    done = process.called("batch", *(names.get(a, a) for a in arguments), cwd=tmp_path, encoding="utf-8")
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "notes.jsonl").read_text() == "my notes\n"


def test_other_options_are_refused(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    imr_parse("batch", folder, "-o", out)
    done = imr_parse("batch", folder, "-o", out, "--evidence")
    assert done.returncode == 2
    assert "without --evidence" in done.stderr
    assert imr_parse("batch", folder, "-o", out, "--evidence", "--redo").returncode == 0
    assert imr_parse("batch", folder, "-o", out, "--evidence").returncode == 0


def test_standard_input_and_lists(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = process.imr_parse("batch", "-", "-o", out, input=LETTERS[0].read_bytes())
    assert done.returncode == 0, done.stderr
    assert json.loads(out.read_text("utf-8"))["source"]["path"] == "-"
    names = b"\0".join(os.fsencode(path) for path in sorted(folder.iterdir()))
    listed = tmp_path / "b.jsonl"
    done = process.imr_parse("batch", "--files-from", "-", "-0", "-o", listed, input=names)
    assert done.returncode == 0, done.stderr
    assert listed.read_text("utf-8") == imr_parse(folder).stdout


def test_a_cold_parse_loads_no_pool() -> None:
    code = "import sys, imr_parse.cli.app; print([m for m in sys.modules if m.startswith(('pebble', 'multiprocessing'))])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
