"""No command destroys or shortens a file that it reads, or that is of another kind than what it writes there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from conftest import LETTER, POSIX, lines, records
from process import Run

from imr_parse.output.targets import LOG, PICTURE, RECORDS, SUMMARY, Kind, Occupied, need_file, protect


@pytest.mark.parametrize(
    ("arguments", "output", "said"),
    [
        (("letters",), "letters/z.PDF", "is no file of records: delete it first"),
        (("--files-from", "list"), "letters/z.PDF", "is there already and is no file"),
        (("--files-from", "list"), "list", "'list' is an input"),
        (("letters", "--layout", "mine.toml"), "mine.toml", "'mine.toml' is an input"),
        (("letters",), "letters/notes.txt", "is there already"),
        (("letters/z.PDF",), "other.pdf", "is there already"),
    ],
)
def test_parse_refuses_to_write_over(
    imr: Run, letters: Path, arguments: tuple[str, ...], output: str, said: str
) -> None:
    here = letters.parent
    (here / "list").write_text("letters/z.PDF\n")
    (here / "letters/notes.txt").write_text("my notes\n")
    shutil.copy(here / "letters/z.PDF", here / "other.pdf")
    layout = Path(__file__).parents[2] / "CONTRIBUTING.md"
    (here / "mine.toml").write_text(layout.read_text("utf-8").split("```toml\n")[1].split("```")[0], "utf-8")
    before = (here / output).read_bytes()
    done = imr(*arguments, "-o", output)
    assert done.returncode == 2
    assert said in " ".join(" ".join(lines(done.stderr)).split())
    assert (here / output).read_bytes() == before


def test_parse_replaces_what_was_there_outside_the_folders_that_it_reads(imr: Run, letters: Path) -> None:
    out = letters.parent / "notes.txt"
    out.write_text("my notes\n")
    assert imr("letters", "-o", "notes.txt").returncode == 0
    assert len(records(out.read_bytes())) == 2


def test_records_from_before_stay_until_there_are_others(imr: Run, letters: Path) -> None:
    out = letters.parent / "out.jsonl"
    (letters.parent / "none").mkdir()
    out.write_bytes(b'{"schema_version":"1.1", "and": "more than one letter gives"}' + b" " * 20_000)
    before = out.read_bytes()
    done = imr("none", "-o", "out.jsonl")
    assert done.returncode == 1
    assert lines(done.stderr)[0] == "imr-parse: no record was written; 'out.jsonl' stays as it was"
    assert out.read_bytes() == before
    assert imr("letters/z.PDF", "-o", "out.jsonl").returncode == 0
    assert len(records(out.read_bytes())) == 1


def test_a_dash_is_standard_output(imr: Run, samples: Path, tmp_path: Path) -> None:
    assert len(records(imr(samples / LETTER, "-o", "-").stdout)) == 1
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_standard_input_is_an_input(imr_process: Run, samples: Path, tmp_path: Path) -> None:
    for arguments, name in ((("-",), "a.jsonl"), (("convert", "-"), "b.csv"), (("--files-from", "-"), "c")):
        shutil.copy(samples / "form-feeds.txt", tmp_path / name)
        with open(tmp_path / name, "rb") as stream:
            done = imr_process(*arguments, "-o", name, stdin=stream)
        assert done.returncode == 2
        assert f"'{name}' is an input" in " ".join(lines(done.stderr))
        assert (tmp_path / name).read_bytes() == (samples / "form-feeds.txt").read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        ("letters", "-o", "out.jsonl", "--summary", "out.jsonl"),
        ("letters", "-o", "out.jsonl", "--log", "out.errors.jsonl"),
        ("letters", "-o", "out.jsonl", "--log", "letters/z.PDF"),
        ("letters", "-o", "out.jsonl", "--summary", "letters/a/b/c.txt"),
        ("letters", "-o", "out.jsonl", "--summary", "x", "--log", "X"),
        ("letters/z.PDF", "-o", "out.jsonl", "--summary", "letters/z.PDF"),
        ("--files-from", "list", "-o", "list"),
        ("letters", "-o", "-"),
        ("letters", "-o", ""),
        ("letters", "-o", "out.jsonl", "--summary", "-"),
        pytest.param(("letters", "-o", "/dev/full"), marks=POSIX),
        pytest.param(("letters", "-o", "/dev/null"), marks=POSIX),
    ],
    ids=" ".join,
)
def test_batch_refuses(imr: Run, letters: Path, arguments: tuple[str, ...]) -> None:
    here = letters.parent
    (here / "list").write_text("letters/z.PDF\n")

    def files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}

    before = files()
    done = imr("batch", *arguments)
    assert done.returncode == 2, done.stderr
    assert "failed" not in done.stderr.decode()
    assert lines(done.stderr)
    assert files() == before
    assert not os.path.exists("/dev/full.errors.jsonl")


# The rule itself


@pytest.mark.parametrize("kind", [RECORDS, SUMMARY, LOG, PICTURE])
def test_what_may_be_written_over(tmp_path: Path, kind: Kind) -> None:
    begins = {
        RECORDS: (b'{"schema_version":"1.1"', b'{\n    "schema_version": "1.1"'),
        SUMMARY: (b'{\n  "letters": 3',),
        LOG: (b'{"time": "2026-11-28T',),
        PICTURE: (b"\x89PNG\r\n",),
    }
    target = tmp_path / "target"
    protect((), [(str(target), kind)])
    for one, starts in begins.items():
        for start in starts:
            target.write_bytes(start)
            if one is kind:
                protect((), [(str(target), kind)])
            else:
                with pytest.raises(Occupied, match="is there already"):
                    protect((), [(str(target), kind)])
    target.write_bytes(b"")
    protect((), [(str(target), kind)])


def test_other_names_of_an_input(tmp_path: Path) -> None:
    letter = tmp_path / "a.pdf"
    letter.write_bytes(b"")
    os.link(letter, tmp_path / "hard")
    names = [letter, tmp_path / "hard", tmp_path / "." / ".." / tmp_path.name / "a.pdf"]
    if os.name != "nt":
        (tmp_path / "soft").symlink_to(letter)
        names.append(tmp_path / "soft")
    for name in names:
        with pytest.raises(Occupied, match="is an input"):
            protect((str(letter),), [(str(name), None)])
        with pytest.raises(Occupied, match="two outputs"):
            protect((), [(str(name), None), (str(letter), None)])


@POSIX
def test_a_job_needs_a_file_that_can_be_read_back(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Occupied, match="a device or a pipe"):
        need_file(str(tmp_path / "pipe"))
    need_file(str(tmp_path / "not-there"))
