"""`draw`: a picture a page, doubts in red, refusals in one sentence."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from process import Run

from imr_parse import Options
from imr_parse.marks import marks
from imr_parse.pipeline import walk
from imr_parse.readers import draw

RED = draw.RED


def red(picture: Image.Image) -> int:
    """Pixels in the colour of doubt."""
    return sum(count for count, color in picture.convert("RGB").getcolors(1 << 24) if _near(color))


def _near(color: tuple[int, int, int]) -> bool:
    return all(abs(have - want) < 12 for have, want in zip(color, RED, strict=True))


def drawn(data: bytes, dpi: int = 72) -> list[Image.Image]:
    shown, legend = marks(walk(data, "-", Options(evidence=True)), data)
    return [Image.open(io.BytesIO(page)) for page in draw.pictures(data, shown, legend, dpi)]


def test_one_picture_a_page(imr_process: Run, samples: Path, tmp_path: Path) -> None:
    done = imr_process("draw", samples / "one-item.pdf", "-o", "page-%02d.png", "--dpi", "72")
    assert (done.returncode, done.stdout) == (0, b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page-01.png", "page-02.png"]
    with Image.open(tmp_path / "page-01.png") as picture:
        assert picture.format == "PNG"
        assert picture.width == 612
        assert 792 < picture.height < 900


def test_boxes_stand_where_the_values_stand(samples: Path) -> None:
    data = (samples / "mixed-outcomes.pdf").read_bytes()
    way = walk(data, "-", Options(evidence=True))
    shown, legend = marks(way, data)
    framed = [(mark.page, mark.box) for mark in shown if not mark.filled]
    assert framed == [(row.page, row.bbox) for row in way.record.evidence]
    assert {"case", "reviewer", "decision", "rationale", "titles and labels"} <= {
        name for name, _ in legend.colors
    }
    assert not any(mark.code for mark in shown)
    assert legend.notes == []


def test_doubtful_values_stand_out(samples: Path) -> None:
    data = (samples / "two-reviewers.pdf").read_bytes()
    shown, legend = marks(walk(data, "-", Options(evidence=True)), data)
    assert {mark.code for mark in shown if mark.code} == {"IMR206"}
    assert ("in doubt", RED) in legend.colors
    assert red(drawn(data)[0]) > 500
    assert red(drawn((samples / "one-item.pdf").read_bytes())[0]) == 0


def test_a_doubt_without_a_place_stands_below_the_page(samples: Path) -> None:
    data = (samples / "no-header.pdf").read_bytes()
    way = walk(data, "-", Options(evidence=True))
    shown, legend = marks(way, data)
    doubts = {row.path for row in way.record.diagnostics if row.severity != "note"}
    placed = {row.path for row in way.record.evidence}
    missing = {path for path in doubts if not any(f"{p}/".startswith(f"{path}/") for p in placed)}
    assert len(legend.notes) == len(
        [row for row in way.record.diagnostics if row.path in missing and row.severity != "note"]
    )
    noted = draw.Legend(legend.colors, [(1, "error IMR201 /case/case_number")])
    with_note = Image.open(io.BytesIO(next(draw.pictures(data, shown, noted, 72))))
    without = Image.open(io.BytesIO(next(draw.pictures(data, shown, draw.Legend(legend.colors, []), 72))))
    assert with_note.height > without.height


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("one-item.pdf",), 2, b"-o page-%d.png"),
        (("one-item.pdf", "-o", "page-%d.jpg"), 2, b"ends in .png"),
        (("one-item.pdf", "-o", "page.png"), 2, b"2 pages"),
        (("form-feeds.txt", "-o", "page-%d.png"), 1, b"only a PDF has pages"),
        (("missing.pdf", "-o", "page-%d.png"), 1, b"missing.pdf: IMR103"),
        (("one-item.pdf", "-o", "no-folder/page-%d.png"), 4, b"cannot write"),
    ],
)
def test_refusals(
    imr: Run, samples: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, words: bytes
) -> None:
    for name in ("one-item.pdf", "form-feeds.txt"):
        (tmp_path / name).write_bytes((samples / name).read_bytes())
    done = imr("draw", *arguments)
    assert (done.returncode, done.stdout) == (code, b"")
    assert words in b" ".join(done.stderr.split())
    assert b"Traceback" not in done.stderr
    assert not list(tmp_path.glob("*.png"))


def test_nothing_of_it_is_loaded_for_parse() -> None:
    check = "import imr_parse.cli.app, sys; assert not {'PIL', 'pdfplumber', 'imr_parse.marks'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", check], check=True)
