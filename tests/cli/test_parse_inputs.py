"""What `imr-parse PATH…` takes: folders, lists, standard input, odd names; and what gives no record."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from conftest import LETTER, POSIX, lines, records
from process import Run


def test_a_folder_is_one_stream_with_a_closing_line(imr_process: Run, letters: Path) -> None:
    (letters / "notes.docx").write_bytes(b"x")
    done = imr_process("letters")
    assert [record["source"]["path"] for record in records(done.stdout)] == [
        "letters/a/b/c.txt",
        "letters/z.PDF",
    ]  # type: ignore[index]
    assert lines(done.stderr) == [
        "2 inputs: 2 records, 0 to review, 0 without a record",
        "skipped 1 other file (neither .pdf nor .txt)",
    ]


def test_quiet_says_nothing_but_errors(imr: Run, letters: Path) -> None:
    (letters / "empty.pdf").write_bytes(b"")
    assert lines(imr("letters", "-q").stderr) == [
        "letters/empty.pdf: IMR104: The file is empty; fetch the letter again"
    ]


def test_standard_input(imr: Run, imr_process: Run, samples: Path) -> None:
    data = (samples / LETTER).read_bytes()
    (record,) = records(imr_process("-", input=data).stdout)
    assert record["source"]["path"] == "-"  # type: ignore[index]
    named = records(imr(samples / LETTER).stdout)[0]
    assert record["case"] == named["case"]


@pytest.mark.parametrize(("separator", "options"), [("\n", ()), ("\0", ("-0",)), ("\0", ("--null",))])
def test_a_list_of_paths(imr: Run, letters: Path, separator: str, options: tuple[str, ...]) -> None:
    listing = separator.join(["letters/z.PDF", "letters/a"]) + separator
    (letters.parent / "list").write_text(listing, newline="")
    from_file = imr("--files-from", "list", *options)
    from_pipe = imr("--files-from", "-", *options, input=listing.encode())
    assert [r["source"]["path"] for r in records(from_file.stdout)] == ["letters/z.PDF", "letters/a/b/c.txt"]  # type: ignore[index]
    assert from_pipe.stdout == from_file.stdout


@pytest.mark.parametrize("name", ["batch", "show"])
def test_a_file_with_a_commands_name(imr: Run, samples: Path, tmp_path: Path, name: str) -> None:
    shutil.copy(samples / LETTER, tmp_path / name)
    for arguments in ((f"./{name}",), ("--", name), ("parse", name)):
        assert len(records(imr(*arguments).stdout)) == 1


def test_a_file_whose_name_begins_with_a_dash(imr: Run, samples: Path, tmp_path: Path) -> None:
    shutil.copy(samples / LETTER, tmp_path / "-x.pdf")
    for arguments in (("./-x.pdf",), ("--", "-x.pdf")):
        assert len(records(imr(*arguments).stdout)) == 1
    done = imr("-x.pdf")
    assert done.returncode == 2
    assert "give the file as './-x.pdf'" in lines(done.stderr)[-1]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps such names")
def test_a_name_that_is_no_utf8(imr_process: Run, samples: Path, tmp_path: Path) -> None:
    name = b"caf\xe9.pdf"
    shutil.copy(samples / LETTER, os.fsencode(tmp_path) + b"/" + name)
    for argument, path in ((name, "caf\\xe9.pdf"), (".", "./caf\\xe9.pdf")):
        (record,) = records(imr_process(argument).stdout)
        assert record["source"]["path"] == path  # type: ignore[index]


# Inputs without a record


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("empty.pdf", b"", "empty.pdf: IMR104: "),
        ("cut.pdf", None, "cut.pdf: IMR106: "),
        ("recipe.txt", b"Take two eggs and a cup of flour.\n", "recipe.txt: IMR101: "),
        ("program.pdf", b"\x7fELF\0\0\0\0" * 100, "program.pdf: IMR105: "),
        ("photo.pdf", b"\xff\xd8\xff\xe0" + b"\0" * 100, "photo.pdf: IMR108: "),
    ],
)
def test_a_file_without_a_letter(
    imr: Run, samples: Path, tmp_path: Path, name: str, data: bytes | None, line: str
) -> None:
    whole = (samples / LETTER).read_bytes()
    (tmp_path / name).write_bytes(whole[:400] if data is None else data)
    done = imr(name, samples / LETTER)
    problem, closing = lines(done.stderr)
    assert problem.startswith(line)
    assert "; " in problem
    assert closing == "2 inputs: 1 record, 0 to review, 1 without a record"
    assert (done.returncode, len(records(done.stdout))) == (1, 1)


def picture_pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas("picture.pdf")
    canvas.rect(100, 100, 200, 200, fill=1)
    canvas.showPage()
    return canvas.getpdfdata()


def other_pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas("invoice.pdf")
    canvas.drawString(72, 700, "Invoice 17: three chairs, to be paid within thirty days.")
    canvas.showPage()
    return canvas.getpdfdata()


def locked_pdf(plain: bytes) -> bytes:
    import io

    import pikepdf

    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        pdf.save(stream, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return stream.getvalue()


def test_a_pdf_that_is_a_picture_another_one_and_a_locked_one(
    imr: Run, samples: Path, tmp_path: Path
) -> None:
    (tmp_path / "1.pdf").write_bytes(picture_pdf())
    (tmp_path / "2.pdf").write_bytes(other_pdf())
    (tmp_path / "3.pdf").write_bytes(locked_pdf((samples / LETTER).read_bytes()))
    done = imr("1.pdf", "2.pdf", "3.pdf")
    assert (done.returncode, done.stdout) == (1, b"")
    codes = [line.split(": ")[1] for line in lines(done.stderr)[:-1]]
    assert codes == ["IMR108", "IMR101", "IMR107"]


def test_a_missing_file(imr_process: Run) -> None:
    done = imr_process("missing.pdf")
    assert (done.returncode, done.stdout) == (1, b"")
    assert lines(done.stderr) == [
        "missing.pdf: IMR103: no such file 'missing.pdf'; check the path and its permissions"
    ]


@pytest.mark.parametrize(("typed", "command"), [("bacth", "batch"), ("shw", "show"), ("schemas", "schema")])
def test_a_mistyped_command(imr: Run, typed: str, command: str) -> None:
    done = imr(typed)
    assert done.returncode == 1
    assert f"no such file '{typed}'; did you mean the command '{command}'?" in lines(done.stderr)[0]


def test_a_folder_without_letters(imr: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "a.docx").write_bytes(b"x")
    done = imr("empty")
    assert (done.returncode, done.stdout) == (1, b"")
    assert lines(done.stderr)[0].startswith("imr-parse: no letter found")


def test_a_name_cannot_speak_to_the_terminal(imr: Run, tmp_path: Path) -> None:
    done = imr("\x1b[31mred\nline.pdf")
    assert b"\x1b" not in done.stderr
    (line,) = lines(done.stderr)
    assert line.startswith("\\x1b[31mred\\nline.pdf: IMR103: ")


@POSIX
def test_a_pipe_that_nothing_writes_to(imr_process: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.pdf")
    done = imr_process("p.pdf", ".")
    assert done.returncode == 1
    assert [line.split(": ")[1] for line in lines(done.stderr)[:2]] == ["IMR103", "IMR103"]
