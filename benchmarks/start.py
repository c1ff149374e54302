"""The start of a process: a cold `imr-parse letter.pdf` against the import of what it needs, in CPU time.

    python benchmarks/start.py [letter.pdf]

Prints the least of several runs for each command, and its multiple of the bare import of the libraries; needs a POSIX system.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

RUNS = 15
LETTER = Path(__file__).resolve().parents[1] / "samples" / "one-item.pdf"
LIBRARIES = "typer, pydantic, pypdfium2, pikepdf, rapidfuzz"
MODULES = "imr_parse.cli, imr_parse.readers.pdfium, imr_parse.readers.integrity"


def cpu_seconds(*arguments: str) -> float:
    """CPU time of one child process: the least of RUNS."""
    times = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run((sys.executable, *arguments), check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def main() -> None:
    """Measure and print."""
    letter = sys.argv[1] if len(sys.argv) > 1 else str(LETTER)
    commands = {
        "an empty process": ("-c", "pass"),
        f"import {LIBRARIES}": ("-c", f"import {LIBRARIES}"),
        f"import {MODULES}": ("-c", f"import {MODULES}"),
        "imr-parse letter.pdf": ("-m", "imr_parse", letter),
    }
    times = {name: cpu_seconds(*command) for name, command in commands.items()}
    libraries = list(times.values())[1]
    for name, seconds in times.items():
        print(f"{seconds * 1000:6.0f} ms  {seconds / libraries:5.2f}  {name}")


if __name__ == "__main__":
    main()
