"""The whole way from a PDF to a JSON line against bare PDFium text, in CPU time of one process, and what each promise costs.

    python benchmarks/way.py [folder of PDFs]

Prints multiples of the bare text's time, the least of several passes for each letter, after one pass to warm up.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2

from imr_parse import pipeline
from imr_parse.pipeline import Options, parse_bytes, read_document
from imr_parse.readers import integrity

PASSES = 8
SAMPLES = Path(__file__).resolve().parents[1] / "samples"
PARTS = {
    "layout and sections": ("paragraph_starts", "recognise", "segment"),
    "values and their meaning": ("interpret",),
    "everything accounted for": ("account",),
    "record, its checks": ("derive", "settle", "finish"),
}
"""The pipeline's stages by what they are for."""


def bare(data: bytes) -> None:
    """The text of all pages by PDFium, nothing else."""
    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        textpage = page.get_textpage()
        textpage.get_text_range()
        textpage.close()
        page.close()
    pdf.close()


def whole(data: bytes) -> None:
    """A JSON line."""
    parse_bytes(data).model_dump_json()


def seconds(
    works: dict[str, Callable[[bytes], object]], letters: list[bytes], passes: int = PASSES
) -> dict[str, float]:
    """CPU time of each work for all letters: of each letter the least of so many passes.

    The works take turns at each letter, so that a machine that is busy now and then is as slow for all of them.
    """
    least = {name: [float("inf")] * len(letters) for name in works}
    for _ in range(passes):
        for at, data in enumerate(letters):
            for name, work in works.items():
                before = time.process_time()
                work(data)
                least[name][at] = min(least[name][at], time.process_time() - before)
    return {name: sum(times) for name, times in least.items()}


def stages(letters: list[bytes]) -> dict[str, float]:
    """CPU time of each part of the pipeline for all letters, the least of the passes."""
    spent: dict[str, float] = {}

    def timed(part: str, stage: Callable[..., object]) -> Callable[..., object]:
        def run(*arguments: object, **options: object) -> object:
            before = time.process_time()
            found = stage(*arguments, **options)
            found = list(found) if isinstance(found, Iterator) else found  # a generator works when it is read
            spent[part] = spent.get(part, 0.0) + time.process_time() - before
            return found

        return run

    for part, names in PARTS.items():
        for name in names:
            setattr(pipeline, name, timed(part, getattr(pipeline, name)))
    least: dict[str, float] = {}
    for _ in range(PASSES):
        spent.clear()
        for data in letters:
            whole(data)
        least = {part: min(time, least.get(part, time)) for part, time in spent.items()}
    return least


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    letters = [path.read_bytes() for path in sorted(folder.glob("*.pdf"))]
    if not letters:
        sys.exit(f"{folder}: no PDF files are here; name a folder that holds some")
    plumber = Options(reader="pdfplumber")
    works: dict[str, Callable[[bytes], object]] = {
        "bare text": bare,
        "read, with lines and file checks": read_document,
        "  of it: checksums, widths, page order": integrity.damage,
        "bytes to JSON line": whole,
    }
    seconds(works, letters, passes=1)
    rows = seconds(works, letters)
    rows |= seconds(
        {"read by pdfplumber instead": lambda data: read_document(data, plumber)}, letters, passes=1
    )
    rows |= {f"  stage: {part}": spent for part, spent in stages(letters).items()}
    for name, spent in rows.items():
        print(f"{name:42} {spent / rows['bare text']:6.2f}")


if __name__ == "__main__":
    main()
