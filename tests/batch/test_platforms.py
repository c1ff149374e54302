"""What one system does its own way, as far as another can show it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from imr_parse.batch import platforms

SAMPLE = Path(__file__).parents[2] / "samples" / "one-item.pdf"


def test_cores_are_those_that_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2, 3}, raising=False)
    monkeypatch.setattr(platforms, "_quota", lambda: 2)
    assert platforms.usable_cores() == 2
    monkeypatch.setattr(platforms, "_quota", lambda: 0)  # less than one core
    assert platforms.usable_cores() == 4
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert platforms.usable_cores() == 1


def test_a_held_file_is_free_again_when_its_holder_ends(tmp_path: Path) -> None:
    path = str(tmp_path / "out.jsonl")
    code = (
        "import sys; from imr_parse.batch import platforms; "
        "held = platforms.hold(sys.argv[1]); print(held is not None, flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "True\n"
    assert platforms.hold(path) is None
    holder.kill()
    holder.wait()
    held = platforms.hold(path)
    assert held is not None
    platforms.let_go(held)


@pytest.mark.skipif(os.name == "nt", reason="pretends to be Windows")
def test_windows_locks_a_file_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []

    def locking(_: int, mode: int, count: int) -> None:
        assert (mode, count) == (2, 1)
        if taken:
            raise PermissionError(13, "Permission denied")
        taken.append(1)

    monkeypatch.setattr(platforms, "sys", types.SimpleNamespace(platform="win32"))
    monkeypatch.setattr(
        platforms, "msvcrt", types.SimpleNamespace(locking=locking, LK_NBLCK=2), raising=False
    )
    monkeypatch.setattr(platforms, "_LOCK_SUFFIX", ".lock")
    out = tmp_path / "out.jsonl"
    held = platforms.hold(str(out))
    assert held is not None
    assert platforms.hold(str(out)) is None
    assert not out.exists()
    platforms.let_go(held)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="pretends to be Windows")
def test_without_signals_limits_and_folder_syncs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platforms, "sys", types.SimpleNamespace(platform="win32"))
    monkeypatch.setattr(platforms, "signal", types.SimpleNamespace())
    platforms.die_at_once()
    platforms.die_after(1)
    platforms.sync_folder(str(tmp_path))
    assert platforms.limit_memory(1) is False


@pytest.mark.skipif(os.name == "nt", reason="locales of POSIX")
def test_spawned_workers_in_a_locale_without_utf8(tmp_path: Path) -> None:
    """As on Windows and macOS: workers start from nothing, the console knows no UTF-8."""
    folder = tmp_path / "in"
    folder.mkdir()
    names = ["ünï.pdf", "no-utf8-\udcff.pdf", "plain.pdf"]
    for name in names:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name.encode("utf-8", "surrogateescape"))).write_bytes(
            SAMPLE.read_bytes()
        )
    code = (
        "import sys; from imr_parse.batch import platforms; platforms.START_METHOD = 'spawn'; "
        "from imr_parse.cli import main; main()"
    )
    env: dict[str, Any] = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [
        sys.executable,
        "-c",
        code,
        "batch",
        str(folder),
        "nosuch-é.pdf",
        "-o",
        str(tmp_path / "out.jsonl"),
    ]
    done = subprocess.run(command, capture_output=True, env=env, check=False)
    assert done.returncode == 1, done.stderr
    assert b"Traceback" not in done.stderr
    found = [
        json.loads(line)["source"]["path"] for line in (tmp_path / "out.jsonl").read_bytes().splitlines()
    ]
    assert sorted(path.rpartition("/")[2] for path in found) == ["no-utf8-\\xff.pdf", "plain.pdf", "ünï.pdf"]
    (error,) = (tmp_path / "out.errors.jsonl").read_bytes().splitlines()
    assert json.loads(error)["source"]["path"] == "nosuch-é.pdf"


def test_a_bar_on_a_terminal(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(150):
        (folder / f"{number}.pdf").write_bytes(SAMPLE.read_bytes())
    main, terminal = pty.openpty()
    command = [
        sys.executable,
        "-m",
        "imr_parse",
        "batch",
        str(folder),
        "-o",
        str(tmp_path / "out.jsonl"),
        "-j1",
    ]
    process = subprocess.Popen(
        command, stderr=terminal, stdout=subprocess.PIPE, env={**os.environ, "TERM": "xterm"}
    )
    os.close(terminal)
    said = b""
    while True:
        try:
            chunk = os.read(main, 65536)
        except OSError:
            break
        if not chunk:
            break
        said += chunk
    assert process.wait() == 0
    assert process.stdout is not None
    assert process.stdout.read() == b""
    assert b"/150" in said
    assert b"upheld" in said
    assert b"150 letters with 150 decisions" in said


@pytest.mark.skipif(
    platforms.START_METHOD != "forkserver", reason="workers start from no server process here"
)
def test_workers_have_nowhere_to_print() -> None:
    """One that is ended while it starts would print a traceback after the command's own last word."""
    code = (
        "from imr_parse.batch.platforms import start_context\n"
        "if __name__ == '__main__':\n"
        "    worker = start_context().Process(target=int, args=('no number',))\n"
        "    worker.start()\n"
        "    worker.join()\n"
        "    print(worker.exitcode)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"1\n", b"")
