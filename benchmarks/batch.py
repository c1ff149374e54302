"""Speed, memory and resumption of `imr-parse batch`, against PDFium's bare text in the same run.

    python benchmarks/batch.py FOLDER [LETTERS] [RECORDS] [LONG]

FOLDER holds PDF letters; they are linked as often as it takes to make LETTERS (2,000). For the resumed start an output of
RECORDS (100,000) is made from one run; memory is compared after 1,000 and after LONG (20,000) letters. A 0 leaves that part
out. Prints one JSON object; ratios are of the best of three rounds.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 3

BARE = """
import sys, pypdfium2
for path in sys.stdin.read().split("\\n"):
    pdf = pypdfium2.PdfDocument(path)
    for page in pdf:
        text = page.get_textpage()
        text.get_text_range()
        text.close(); page.close()
    pdf.close()
"""


def main(folder: Path, letters: int = 2000, records: int = 100_000, long: int = 20_000) -> None:
    """Measure and print."""
    found = sorted(folder.rglob("*.pdf"))
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        many = room / "letters"
        fill(many, found, letters)
        names = "\n".join(map(str, sorted(many.iterdir())))
        times: dict[str, list[float]] = {"bare": [], "one": [], "two": []}
        for number in range(ROUNDS):  # by turns, so that a busy machine is busy for all
            times["bare"].append(timed([sys.executable, "-c", BARE], names)[0])
            for jobs, label in ((1, "one"), (2, "two")):
                times[label].append(timed(command(many, room / f"{label}-{number}.jsonl", jobs))[0])
        best = {label: min(found) for label, found in times.items()}
        same = (room / "one-0.jsonl").read_bytes() == (room / "two-0.jsonl").read_bytes()
        result: dict[str, object] = {
            "letters": letters,
            "seconds": times,
            "one_worker_to_bare": round(best["one"] / best["bare"], 2),
            "two_workers_to_one": round(best["one"] / best["two"], 2),
            "same_bytes": same,
        }
        if long:
            result["peak_MB"] = {count: peaks(room, found, count) for count in (1000, long)}
        if records:
            result["resumed_start_s"] = {records: resumed(room, room / "one-0.jsonl", records)}
    print(json.dumps(result, indent=2))


def fill(folder: Path, found: list[Path], count: int) -> None:
    """`count` letters by links to those found."""
    folder.mkdir()
    for number in range(count):
        os.symlink(found[number % len(found)].resolve(), folder / f"{number:06}.pdf")


def command(folder: Path, out: Path, jobs: int) -> list[str]:
    """The command line of a run."""
    return [sys.executable, "-m", "imr_parse", "batch", str(folder), "-o", str(out), "--jobs", str(jobs)]


def peaks(room: Path, found: list[Path], count: int) -> float:
    """The most memory that any process of a run over so many letters took, in MB."""
    folder = room / f"letters-{count}"
    fill(folder, found, count)
    return timed(command(folder, room / f"{count}.jsonl", 2))[1]


def timed(arguments: list[str], text: str = "") -> tuple[float, float]:
    """Wall seconds of a process, and the largest peak among it and its children in MB (looked at 20 times a second)."""
    began = time.perf_counter()
    process = subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    assert process.stdin is not None and process.stderr is not None
    process.stdin.write(text)
    process.stdin.close()
    peak = 0.0
    while process.poll() is None:
        peak = max([peak, *map(peak_of, descendants(process.pid))])
        time.sleep(0.05)
    seconds = time.perf_counter() - began
    if process.returncode not in (0, 1):
        raise SystemExit(process.stderr.read())
    return round(seconds, 2), round(peak / 1024, 1)


def descendants(pid: int) -> list[int]:
    """The processes below one, by /proc (Linux)."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [found for child in map(int, children) for found in (child, *descendants(child))]


def peak_of(pid: int) -> float:
    """Most resident memory of a process so far, in KiB."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((float(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def resumed(room: Path, source: Path, records: int) -> float:
    """Seconds of a start over an output of so many records in which nothing is left to do but one letter."""
    lines = source.read_bytes().splitlines(keepends=True)
    folder, out = room / "resumed", room / "resumed.jsonl"
    folder.mkdir()
    target = os.path.realpath(room / "letters" / "000000.pdf")
    path_of = {}
    with open(out, "wb") as file:
        for number in range(records):
            line = lines[number % len(lines)]
            old = path_of.setdefault(number % len(lines), json.loads(line)["source"]["path"])
            name = folder / f"{number:07}.pdf"
            os.symlink(os.path.realpath(old), name)
            file.write(line.replace(old.encode(), str(name).encode(), 1))
    os.symlink(target, folder / "last.pdf")
    time.sleep(0.1)
    os.utime(out)
    return timed(command(folder, out, 1))[0]


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
