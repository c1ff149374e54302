"""Kill a batch again and again, at random moments, and compare what it ends with to an undisturbed run.

    python benchmarks/kills.py FOLDER [LETTERS] [KILLS] [SEED]

FOLDER holds PDF letters; they are linked as often as it takes to make LETTERS (2,000), some of them cut short so that they
give errors. KILLS (20) starts are killed with SIGKILL, the whole process group or the main process alone by turns; after some
of them the end of a file is torn or overwritten with zero bytes, as a power loss may leave it. POSIX only.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from batch import command, fill


def main(folder: Path, letters: int = 2000, kills: int = 20, seed: int = 1) -> None:
    """Run and compare."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        many = room / "letters"
        fill(many, sorted(folder.rglob("*.pdf")), letters)
        spoil(many, chance)
        whole = room / "whole.jsonl"
        began = time.monotonic()
        subprocess.run(command(many, whole, 2), stderr=subprocess.DEVNULL, check=False)
        # Killed early enough that all the kills find it at work.
        share = (time.monotonic() - began) / (kills + 1)
        out = room / "out.jsonl"
        done = []
        for number in range(kills):
            process = subprocess.Popen(
                command(many, out, 2), stderr=subprocess.DEVNULL, start_new_session=True
            )
            wait_for_growth(out, process)
            time.sleep(chance.uniform(0, 1.2) * share)
            (os.killpg if number % 2 else os.kill)(process.pid, signal.SIGKILL)
            process.wait()
            if number % 3 == 0:
                tear(out if number % 2 else out.with_name("out.errors.jsonl"), chance)
            done.append(lines(out))
        subprocess.run(command(many, out, 2), stderr=subprocess.DEVNULL, check=False)
        same = all(
            path.read_bytes() == path.with_name(path.name.replace("out", "whole")).read_bytes()
            for path in (out, out.with_name("out.errors.jsonl"))
        )
        print(
            f"{letters} letters, {kills} kills after {done} records: {'the same bytes' if same else 'DIFFERENT'}"
        )
        sys.exit(not same)


def wait_for_growth(out: Path, process: subprocess.Popen[bytes]) -> None:
    """Until this start has written something, so that it is killed at work and not at its beginning."""
    before = out.stat().st_size if out.exists() else 0
    while process.poll() is None and not (out.exists() and out.stat().st_size > before):
        time.sleep(0.005)


def spoil(folder: Path, chance: random.Random) -> None:
    """Cut one letter in forty short."""
    for path in folder.iterdir():
        if chance.random() < 1 / 40:
            data = path.read_bytes()
            path.unlink()
            path.write_bytes(data[: len(data) // 9])


def tear(path: Path, chance: random.Random) -> None:
    """Take bytes from the end, or leave zeros there."""
    size = path.stat().st_size if path.exists() else 0
    if size:
        with open(path, "r+b") as file:
            if chance.random() < 0.5:
                file.truncate(size - min(size, chance.randrange(1, 9000)))
            else:
                file.seek(0, os.SEEK_END)
                file.write(bytes(4096))


def lines(path: Path) -> int:
    """Whole records in a file."""
    return path.read_bytes().count(b"\n") if path.exists() else 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
