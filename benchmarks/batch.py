"""Speed, memory and resumption of `imr-parse batch`, against PDFium's bare text in the same run.

    python benchmarks/batch.py FOLDER [LETTERS] [RECORDS]

FOLDER holds PDF letters; they are linked as often as it takes to make LETTERS (2,000) and, for the resumed start, a
finished output of RECORDS (100,000) is made from one run. Prints one JSON object.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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


def main(folder: Path, letters: int = 2000, records: int = 100_000) -> None:
    """Measure and print."""
    found = sorted(folder.rglob("*.pdf"))
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        many = room / "letters"
        fill(many, found, letters)
        bare = timed([sys.executable, "-c", BARE], "\n".join(map(str, sorted(many.iterdir()))))
        one, two = (batch(many, room / f"{jobs}.jsonl", jobs) for jobs in (1, 2))
        same = (room / "1.jsonl").read_bytes() == (room / "2.jsonl").read_bytes()
        again = timed(command(many, room / "1.jsonl", 1))
        few = room / "few"
        fill(few, found, 1000)
        small, large = batch(few, room / "few.jsonl", 1), one
        result = {
            "letters": letters,
            "bare_pdfium_s": bare[0],
            "one_worker_s": one[0],
            "two_workers_s": two[0],
            "one_worker_to_bare": round(one[0] / bare[0], 2),
            "two_workers_to_one": round(one[0] / two[0], 2),
            "same_bytes": same,
            "nothing_to_do_s": again[0],
            "peak_MB_of_any_process": {1000: small[1], letters: large[1]},
        }
        if records:
            result["resumed_start_s"] = {records: resumed(room, room / "1.jsonl", records)}
    print(json.dumps(result, indent=2))


def fill(folder: Path, found: list[Path], count: int) -> None:
    """`count` letters by links to those found."""
    folder.mkdir()
    for number in range(count):
        os.symlink(found[number % len(found)].resolve(), folder / f"{number:06}.pdf")


def command(folder: Path, out: Path, jobs: int) -> list[str]:
    """The command line of a run."""
    return [sys.executable, "-m", "imr_parse", "batch", str(folder), "-o", str(out), "--jobs", str(jobs)]


def batch(folder: Path, out: Path, jobs: int) -> tuple[float, float]:
    """Seconds, and the most memory that any of its processes took, in MB."""
    return timed(command(folder, out, jobs))


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
