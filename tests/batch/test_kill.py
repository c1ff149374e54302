"""Killed, interrupted, out of room: the next start ends with the bytes of an undisturbed run."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from process import heeding

from . import fakes

SAMPLES = Path(__file__).parents[2] / "samples"
LETTERS = sorted(SAMPLES.rglob("*.pdf"))[:12]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and process groups of POSIX")


def command(folder: Path, out: Path, *more: str) -> list[str]:
    return heeding(
        [sys.executable, "-m", "imr_parse", "batch", str(folder), "-o", str(out), "--jobs", "2", *more]
    )


def content(out: Path) -> tuple[bytes, bytes]:
    return out.read_bytes(), out.with_name("out.errors.jsonl").read_bytes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """400 letters, some of them broken."""
    folder = tmp_path_factory.mktemp("letters")
    for number in range(400):
        data = LETTERS[number % len(LETTERS)].read_bytes()
        (folder / f"{number:04}.pdf").write_bytes(data if number % 37 else data[: len(data) // 9])
    return folder


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    out = tmp_path_factory.mktemp("whole") / "out.jsonl"
    subprocess.run(command(folder, out), capture_output=True, check=False)
    records, errors = content(out)
    assert records.count(b"\n") + errors.count(b"\n") == 400
    return records, errors


def grown(out: Path, size: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until the output has this size or the process has ended."""
    while process.poll() is None and (not out.exists() or out.stat().st_size < size):
        time.sleep(0.01)


@pytest.mark.parametrize("whom", ["group", "main"])
def test_killed_at_random_moments(
    folder: Path, whole: tuple[bytes, bytes], tmp_path: Path, whom: str
) -> None:
    out = tmp_path / "out.jsonl"
    chance = random.Random(whom)
    for step in range(1, 4):
        process = subprocess.Popen(command(folder, out), start_new_session=True, stderr=subprocess.DEVNULL)
        grown(out, len(whole[0]) * step // 5, process)
        time.sleep(chance.uniform(0, 0.1))
        (os.killpg if whom == "group" else os.kill)(process.pid, signal.SIGKILL)
        process.wait()
        if step == 2:  # as a power loss may leave it
            with open(out, "r+b") as file:
                file.truncate(max(0, out.stat().st_size - chance.randrange(1, 2000)))
    assert content(out) != whole
    last = subprocess.run(command(folder, out), capture_output=True, check=False)
    assert last.returncode == 1
    assert content(out) == whole


def test_a_killed_worker_costs_nothing(folder: Path, whole: tuple[bytes, bytes], tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    process = subprocess.Popen(command(folder, out), start_new_session=True, stderr=subprocess.PIPE)
    for step in range(1, 4):
        grown(out, len(whole[0]) * step // 5, process)
        workers = [pid for pid in descendants(process.pid) if "forkserver" in arguments(pid)]
        os.kill(workers[-1], signal.SIGKILL)
    process.communicate()
    assert content(out) == whole


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_interrupted(folder: Path, whole: tuple[bytes, bytes], tmp_path: Path, number: int) -> None:
    out = tmp_path / "out.jsonl"
    process = subprocess.Popen(command(folder, out), start_new_session=True, stderr=subprocess.PIPE)
    grown(out, len(whole[0]) // 3, process)
    os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130, said
    assert b"the same command goes on from there" in said
    assert b"Traceback" not in said
    records, errors = content(out)
    assert records.endswith(b"\n")
    assert 0 < records.count(b"\n") + errors.count(b"\n") < 400
    subprocess.run(command(folder, out), capture_output=True, check=False)
    assert content(out) == whole


@pytest.mark.parametrize("wait", [0.3, 0.45, 0.6, 0.75])
def test_interrupted_while_the_workers_start(folder: Path, tmp_path: Path, wait: float) -> None:
    process = subprocess.Popen(
        command(folder, tmp_path / "out.jsonl"), start_new_session=True, stderr=subprocess.PIPE
    )
    grown(tmp_path / "out.errors.jsonl", 0, process)  # it is there: the command runs and its handlers stand
    time.sleep(wait - 0.3)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert b"Traceback" not in said
    assert process.returncode == 130, said


def test_a_second_interrupt_does_not_wait(tmp_path: Path) -> None:
    """A letter that hangs for a minute: the first Ctrl-C waits for it, the second does not."""
    in_hand = tmp_path / "in-hand"
    fakes.letters(tmp_path / "in", ["", f"hang {in_hand}", ""])
    code = (
        "import sys; from pathlib import Path; from batch import fakes; from imr_parse.batch.worker import Work; "
        "from imr_parse.cli.batch_run import Request, run; "
        "sys.exit(run(Request(paths=[sys.argv[1]], output=Path(sys.argv[2]), work=Work(read=fakes.read), workers=1)))"
    )
    tests = Path(__file__).parents[1]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(tests.parent / "src"), str(tests)))}
    command = [sys.executable, "-c", code, str(tmp_path / "in"), str(tmp_path / "out.jsonl")]
    process = subprocess.Popen(heeding(command), stderr=subprocess.PIPE, env=env)
    assert process.stderr
    grown(in_hand, 0, process)
    process.send_signal(signal.SIGINT)
    assert b"once more to stop at once" in process.stderr.readline()
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in said


def test_a_second_batch_is_refused(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    process = subprocess.Popen(command(folder, out), stderr=subprocess.DEVNULL)
    grown(out, 1, process)
    second = subprocess.run(command(folder, out), capture_output=True, text=True, check=False)
    assert second.returncode == 4
    assert "another batch is writing" in second.stderr
    process.kill()
    process.wait()


def test_the_folder_of_the_output_vanishes(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "gone" / "out.jsonl"
    out.parent.mkdir()
    process = subprocess.Popen(command(folder, out), stderr=subprocess.PIPE)
    grown(out, 1, process)
    shutil.rmtree(out.parent)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 4, said
    assert b"out.jsonl cannot be written: no such file or directory; " in said
    assert b"Traceback" not in said


def descendants(pid: int) -> list[int]:
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        pytest.skip("needs /proc")
    return [found for child in map(int, text.split()) for found in (child, *descendants(child))]


def arguments(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
