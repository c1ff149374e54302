"""What goes wrong is one plain sentence with the right exit code, never a program failure."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import LETTER, POSIX, lines
from process import Run
from rich.console import Console

from imr_parse.batch.job import Job
from imr_parse.batch.outputs import Outputs
from imr_parse.batch.summary import Summary
from imr_parse.cli import progress
from imr_parse.inputs import Skipped
from imr_parse.pipeline import DEFAULTS


def test_draw_of_a_text(imr: Run, samples: Path) -> None:
    done = imr("draw", samples / "form-feeds.txt", "-o", "x-%d.png")
    assert done.returncode == 1
    assert lines(done.stderr) == [
        "imr-parse: only a PDF has pages to draw, this letter is text; use `imr-parse explain`"
    ]


@pytest.mark.parametrize("address", ["foo", "", "tcp://", "http://x:1", "host:port"])
def test_an_address_that_is_none(imr: Run, letters: Path, address: str) -> None:
    done = imr("batch", "letters", "-o", "x.jsonl", "--cluster", address)
    assert done.returncode == 2
    assert f"'{address}' is no address of a cluster; give it as tcp://HOST:8786" in lines(done.stderr)[-1]
    assert not (letters.parent / "x.jsonl").exists()


def test_nobody_at_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    from imr_parse.batch import cluster
    from imr_parse.batch.failures import WorkersFailed
    from imr_parse.batch.worker import Work

    monkeypatch.setattr(cluster, "PATIENCE_WITH_NOBODY", 0.01)
    for address in ("127.0.0.1:1", "tcp://[::1]:1", "tcp://127.0.0.1:99999"):
        with pytest.raises(WorkersFailed, match="no cluster with a worker answers at"):
            cluster.Cluster(address, Work())


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_help_and_a_workbook_on_a_full_disk(imr_process: Run) -> None:
    with open("/dev/full", "wb") as full:
        done = imr_process("--help", stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, lines(done.stderr)) == (
        4,
        ["imr-parse: cannot write to standard output: no space left on device"],
    )
    pytest.importorskip("xlsxwriter")
    script = "from imr_parse.output.excel import write_excel as w\ntry:\n    w([], '/dev/full')\nexcept OSError as e:\n    print(e.errno)"
    made = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert (made.stdout.split(), made.stderr) == ([b"28"], b"")


@POSIX
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ("--files-from -", 2, "cannot read the list of --files-from: standard input is closed"),
        ("-", 1, "-: IMR103: standard input is closed"),
        ("show -", 1, "-: IMR103: standard input is closed"),
        ("convert - -o x.csv", 1, "standard input is closed"),
    ],
)
def test_a_closed_standard_input(tmp_path: Path, arguments: str, code: int, said: str) -> None:
    script = f'exec "$0" -m imr_parse {arguments} <&-'
    done = subprocess.run(
        ["sh", "-c", script, sys.executable], capture_output=True, check=False, cwd=tmp_path
    )
    assert done.returncode == code
    assert said in lines(done.stderr)[-1]


@pytest.mark.parametrize("option", ["--summary", "--log"])
def test_a_summary_that_cannot_be_written_is_said_at_once(imr: Run, samples: Path, option: str) -> None:
    done = imr("batch", samples / LETTER, "-o", "x.jsonl", option, "no/such/folder")
    assert done.returncode == 4
    assert "cannot be written: no such file or directory" in lines(done.stderr)[-1]
    assert not os.path.exists("x.jsonl") or not os.path.getsize("x.jsonl")


def test_errors_are_seen_in_80_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import rich.console

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    stream = io.StringIO()
    screen = Console(file=stream, width=80, force_terminal=True, color_system=None)
    monkeypatch.setattr(rich.console, "Console", lambda **_: screen)
    with Outputs(tmp_path / "out.jsonl") as outputs:
        job = Job(outputs, DEFAULTS, Summary(letters=12_345, errors=1_234, to_review=321))
        job.summary.decision_outcomes.update(upheld=20_000, overturned=3_000)
        with progress.Progress(job, quiet=False, verbose=False) as shown:
            shown.total = 1_700_000
            shown._looked = 0
            shown.step()
            assert shown._bar is not None
            shown._bar.refresh()
    assert "1,234 errors, 321 to review" in stream.getvalue()


def test_a_rate_below_one_is_not_told_as_none(tmp_path: Path) -> None:
    with Outputs(tmp_path / "out.jsonl") as outputs:
        job = Job(outputs, DEFAULTS, Summary(letters=1))
        seconds = 4.0
        assert next(progress.closing_lines(job, seconds, outputs, Skipped())).endswith("0.2 letters a second")
        job.resumed = 1
        assert next(progress.closing_lines(job, seconds, outputs, Skipped())).endswith("0 errors; 4.0 s")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            "a.pdf --reader foo",
            2,
            "Invalid value for '--reader': 'foo' is not one of 'pdfium', 'pdfplumber'.",
        ),
        ("a.pdf --jobs 0", 2, "it must be at least 1"),
        ("a.pdf --indent 9", 2, "it must be at most 8"),
        ("a.pdf --jobs x", 2, "it must be a number"),
        ("a.pdf --foo", 2, "No such option: --foo"),
        ("a.pdf --comapct", 2, "No such option: --comapct Possible options: --compact"),
        ("codes IMR999", 2, "no such code 'IMR999'; `imr-parse codes` lists them all"),
        ("codes mising", 2, "did you mean 'missing'?"),
        ("a.pdf -0", 2, "--null is for the list of --files-from"),
        (
            "a.pdf --layout no.toml",
            2,
            "layout file 'no.toml': it cannot be read: no such file or directory; check",
        ),
        ("help", 1, "no such file 'help'; did you mean `imr-parse --help`?"),
        ("version", 1, "did you mean `imr-parse --version`?"),
        (
            "-q batch",
            1,
            "no such file 'batch'; the command stands before options and files: `imr-parse batch …`",
        ),
        ("show .", 1, ".: IMR103: it is a folder; give one file of it"),
        ("zeros", 1, "zeros: IMR104: the file holds nothing but zero bytes; fetch the letter again"),
        ("big --max-size 1", 1, "big: IMR109: the file holds 1.5 MB, the limit is 1.0 MB; "),
    ],
)
def test_what_is_said(imr: Run, tmp_path: Path, arguments: str, code: int, said: str) -> None:
    (tmp_path / "zeros").write_bytes(bytes(2000))
    (tmp_path / "big").write_bytes(bytes(3 * 2**19))
    done = imr(*arguments.split())
    assert done.returncode == code
    assert said in " ".join(" ".join(lines(done.stderr)).replace("(", "").split())


def test_help_of_a_command(imr: Run) -> None:
    text = imr("explain", "--help").stdout.decode()
    assert text.startswith("Usage: imr-parse explain [OPTIONS] FILE [POINTER]\n")
    assert "<str>" not in text
    assert "Examples:\n  imr-parse explain letter.pdf " in text
