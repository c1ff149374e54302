"""How `imr-parse PATH…` ends: exit codes, outputs that cannot be written, pipes that close, interrupts, limits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import LETTER, POSIX, lines, records
from process import Run, heeding


def test_no_arguments_give_help_and_2(imr_process: Run) -> None:
    done = imr_process()
    assert (done.returncode, done.stdout) == (2, b"")
    assert lines(done.stderr)[0] == "Usage: imr-parse [OPTIONS] PATH..."


@pytest.mark.parametrize(
    "arguments",
    [
        ("--no-such-option", "a.pdf"),
        ("parse",),
        ("a.pdf", "--reader", "word"),
        ("a.pdf", "-c", "--indent", "2"),
        ("--files-from", "missing"),
        ("-", "--files-from", "-"),
        ("a.pdf", "--jobs", "0"),
        ("a.pdf", "--redact", "--evidence"),
        ("a.pdf", "--layout", "mine.toml"),
        ("codes", "IMR999"),
        ("schema", "letter"),
        ("show",),
        ("show", "a.pdf", "b.pdf"),
    ],
    ids=" ".join,
)
def test_wrong_usage(imr: Run, arguments: tuple[str, ...]) -> None:
    done = imr(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert lines(done.stderr)


def test_the_output_may_not_be_an_input(imr: Run, samples: Path, tmp_path: Path) -> None:
    shutil.copy(samples / LETTER, tmp_path / "a.pdf")
    done = imr("a.pdf", "-o", "./a.pdf")
    assert done.returncode == 2
    assert (tmp_path / "a.pdf").read_bytes() == (samples / LETTER).read_bytes()


def test_the_output_in_a_walked_folder_is_no_letter(imr: Run, letters: Path) -> None:
    done = imr("letters", "-o", "letters/out.txt")
    assert done.returncode == 0
    assert len(records((letters / "out.txt").read_bytes())) == 2


def test_strict(imr: Run, imr_process: Run, samples: Path, tmp_path: Path) -> None:
    text = (samples / "form-feeds.txt").read_text("utf-8").replace(": Upheld", ": Sustained")
    (tmp_path / "odd.txt").write_text(text, "utf-8")
    assert records(imr("odd.txt").stdout)[0]["needs_review"] is True
    assert imr("odd.txt").returncode == 0
    done = imr_process("odd.txt", "--strict")
    assert done.returncode == 3
    assert lines(done.stderr) == ["odd.txt: needs review; `imr-parse show` tells why"]
    assert imr("odd.txt", "missing.pdf", "--strict").returncode == 1
    assert imr(samples / LETTER, "--strict").returncode == 0


@pytest.mark.parametrize("output", ["missing/out.jsonl", "."])
def test_an_output_that_cannot_be_opened(imr: Run, samples: Path, output: str) -> None:
    done = imr(samples / LETTER, "-o", output)
    assert (done.returncode, done.stdout) == (4, b"")
    (line,) = lines(done.stderr)
    assert line.startswith(f"imr-parse: cannot write to '{output}': ")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_an_output_that_is_full(imr_process: Run, samples: Path) -> None:
    assert imr_process(samples / LETTER, "-o", "/dev/full").returncode == 4
    with open("/dev/full", "wb") as full:
        done = imr_process(samples / LETTER, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 4
    assert lines(done.stderr) == [
        "imr-parse: cannot write to standard output: no space left on device; give another place with -o"
    ]


@POSIX
def test_a_closed_pipe_ends_quietly(imr_process: Run, samples: Path) -> None:
    for arguments in ((samples,), ("text", samples / "many-items.pdf"), ("schema",), ("codes",)):
        reading, writing = os.pipe()
        os.close(reading)
        done = imr_process(*arguments, stdout=writing, stderr=subprocess.PIPE)
        os.close(writing)
        assert (done.returncode, done.stderr) == (0, b"")


@POSIX
def test_a_closed_standard_output(samples: Path) -> None:
    script = 'exec "$0" -m imr_parse "$1" >&-'
    done = subprocess.run(
        ["sh", "-c", script, sys.executable, samples / LETTER], capture_output=True, check=False
    )
    assert done.returncode == 4
    assert lines(done.stderr) == ["imr-parse: cannot write to standard output: it is closed"]


@POSIX
def test_interrupted() -> None:
    import signal

    command = heeding([sys.executable, "-m", "imr_parse", "missing.pdf", "-"])
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stderr is not None
        first = process.stderr.readline()  # now it waits for standard input, which does not end
        process.send_signal(signal.SIGINT)
        out, error = process.communicate(timeout=60)
    assert first.startswith(b"missing.pdf: IMR103")
    assert process.returncode == 130
    assert (out, lines(error)) == (b"", [])


def test_limits(imr: Run, samples: Path, tmp_path: Path) -> None:
    (tmp_path / "big.pdf").write_bytes(b"%PDF-1.7\n" + b" " * 2**20)
    for arguments in (("big.pdf", "--max-size", "1"), (samples / "many-items.pdf", "--max-pages", "1")):
        done = imr(*arguments)
        assert done.returncode == 1
        assert "IMR109" in lines(done.stderr)[0]


def test_python_m_and_the_script_are_the_same(imr_process: Run, samples: Path) -> None:
    script = shutil.which("imr-parse", path=os.path.dirname(sys.executable))
    if script is None:
        pytest.skip("imr-parse is not installed in this environment")
    done = subprocess.run([script, samples / LETTER], capture_output=True, check=True)
    assert done.stdout == imr_process(samples / LETTER).stdout
