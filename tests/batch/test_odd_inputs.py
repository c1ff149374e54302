"""Odd names and odd files: each gives one line somewhere, and the right exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from process import imr_parse

SAMPLES = Path(__file__).parents[2] / "samples"
LETTER = SAMPLES / "one-item.pdf"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="names and files that only POSIX has")

if sys.platform != "win32":
    import resource


def batch(*arguments: str | bytes | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return imr_parse("batch", *arguments, "--jobs", "1", **options)


def paths(out: Path) -> list[str]:
    return [json.loads(line)["source"]["path"] for line in out.read_bytes().splitlines()]


def test_odd_names(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path / "in")
    os.mkdir(folder)
    names = [b"new\nline.pdf", b"quo\"te'.PDF", b"no-utf8-\xff.pdf", "ünï.pdf".encode(), b" .pdf", b"-o.pdf"]
    for name in names:
        Path(os.fsdecode(folder + b"/" + name)).write_bytes(LETTER.read_bytes())
    Path(os.fsdecode(folder), ".hidden.pdf").write_bytes(b"")
    done = batch(folder, "-o", tmp_path / "out.jsonl")
    assert done.returncode == 0, done.stderr
    shown = sorted(name.decode("utf-8", "backslashreplace") for name in names)
    assert sorted(path.removeprefix(f"{tmp_path}/in/") for path in paths(tmp_path / "out.jsonl")) == shown
    again = batch(folder, "-o", tmp_path / "out.jsonl")
    assert b"6 inputs stood in" in again.stderr


def test_pipes_loops_and_files_that_are_gone(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "loop").symlink_to(folder)
    (folder / "self.pdf").symlink_to(folder / "self.pdf")
    (folder / "dangling.pdf").symlink_to(folder / "nothing")
    os.mkfifo(folder / "pipe.pdf")
    (folder / "good.pdf").write_bytes(LETTER.read_bytes())
    gone = tmp_path / "gone.pdf"
    listed = tmp_path / "list"
    listed.write_text(f"{gone}\n{folder}\n")
    done = batch("--files-from", listed, "-o", tmp_path / "out.jsonl")
    assert done.returncode == 1
    assert paths(tmp_path / "out.jsonl") == [f"{folder}/good.pdf"]
    failed = [f"{gone}", *(f"{folder}/{name}.pdf" for name in ("dangling", "pipe", "self"))]
    assert paths(tmp_path / "out.errors.jsonl") == failed
    said = done.stderr.decode().splitlines()
    assert [line.split(": ")[0] for line in said if ": IMR103: " in line] == failed
    assert any("1 link back to a folder above" in line for line in said)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_unreadable(tmp_path: Path) -> None:
    locked = tmp_path / "locked.pdf"
    locked.write_bytes(LETTER.read_bytes())
    locked.chmod(0)
    done = batch(locked, "-o", tmp_path / "out.jsonl")
    assert done.returncode == 1
    assert b"no permission to read it" in done.stderr


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    """What a full disk does: the write fails in the middle of a line."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.pdf").write_bytes(LETTER.read_bytes())
    batch(folder, "-o", tmp_path / "whole.jsonl")
    out = tmp_path / "out.jsonl"
    done = batch(
        folder, "-o", out, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
    )
    assert done.returncode == 4
    assert b"cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr
    assert out.stat().st_size == 65536
    assert batch(folder, "-o", out).returncode == 0
    assert out.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
