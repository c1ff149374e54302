"""`imr-parse PATH…` as COMMAND.md fixes it: streams, forms, exit codes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run

POSIX = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")
LETTER = "one-item.pdf"


def records(output: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def lines(error: bytes) -> list[str]:
    assert b"Traceback" not in error
    return error.decode().splitlines()


@pytest.fixture
def letters(tmp_path: Path, samples: Path) -> Path:
    """A folder `letters` with two letters, one of them two levels down."""
    (tmp_path / "letters" / "a" / "b").mkdir(parents=True)
    shutil.copy(samples / LETTER, tmp_path / "letters" / "z.PDF")
    shutil.copy(samples / "form-feeds.txt", tmp_path / "letters" / "a" / "b" / "c.txt")
    return tmp_path / "letters"


# Where the data go


def test_a_pipe_gets_one_compact_record_a_line(imr: Run, samples: Path) -> None:
    done = imr(samples / LETTER)
    assert (done.returncode, done.stderr) == (0, b"")
    (record,) = records(done.stdout)
    assert record["case"]["case_number"] == "CM16-9900001"  # type: ignore[index]
    assert done.stdout.endswith(b"}\n")
    assert b"\r" not in done.stdout
    assert b'": ' not in done.stdout


def test_parse_and_no_command_are_the_same(imr: Run, samples: Path) -> None:
    assert imr("parse", samples / LETTER).stdout == imr(samples / LETTER).stdout != b""


def test_options_may_stand_before_the_file(imr: Run, samples: Path) -> None:
    before, after = imr("--evidence", samples / LETTER), imr(samples / LETTER, "--evidence")
    assert before.stdout == after.stdout
    assert records(before.stdout)[0]["evidence"]


def test_indent_spreads_the_record_in_a_pipe_too(imr: Run, samples: Path) -> None:
    done = imr(samples / LETTER, "--indent", "4")
    assert done.stdout.startswith(b'{\n    "schema_version"')
    assert json.loads(done.stdout) == records(imr(samples / LETTER).stdout)[0]


def test_output_goes_to_a_file_and_nothing_to_standard_output(
    imr: Run, samples: Path, tmp_path: Path
) -> None:
    done = imr(samples / LETTER, "-o", "out.jsonl", "--color", "always")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / "out.jsonl").read_bytes() == imr(samples / LETTER).stdout


def test_no_file_is_written_without_output(imr: Run, samples: Path, tmp_path: Path) -> None:
    imr(samples / LETTER)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "env",
    [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "cp1252"}],
    ids=["C", "cp1252"],
)
def test_bytes_never_depend_on_the_locale(imr: Run, samples: Path, env: dict[str, str]) -> None:
    for arguments in (("windows-1252.txt",), ("text", "windows-1252.txt"), ("show", "windows-1252.txt")):
        there = imr(*arguments, cwd=samples, env=env)
        assert (there.returncode, there.stderr) == (0, b"")
        assert there.stdout == imr(*arguments, cwd=samples).stdout
    assert re.search(rb"[\xc2-\xe2]", there.stdout)


def test_two_runs_give_the_same_bytes(imr: Run, samples: Path) -> None:
    assert imr(samples, "--evidence").stdout == imr(samples, "--evidence").stdout


def test_several_jobs_give_the_same_bytes_in_the_same_order(imr: Run, samples: Path) -> None:
    assert imr(samples, "--jobs", "2").stdout == imr(samples).stdout


@POSIX
def test_a_terminal_gets_indent_and_colour(imr: Run, samples: Path) -> None:
    import pty

    for options, expected in (
        ((), b'\x1b[34m"layout"'),
        (("--color", "never"), b'\r\n  "layout": '),
        (("-c",), b'"layout"'),
    ):
        parent, child = pty.openpty()
        environment = {"TERM": "xterm", "NO_COLOR": ""}
        done = imr(samples / LETTER, *options, stdout=child, stderr=subprocess.PIPE, env=environment)
        os.close(child)
        shown = b""
        while True:
            try:
                shown += os.read(parent, 1 << 16)
            except OSError:
                break
            if shown.count(b"\n") >= 1 and shown.rstrip().endswith(b"}"):
                break
        os.close(parent)
        assert done.returncode == 0
        assert expected in shown


def test_no_colour_in_a_pipe_unless_asked_for(imr: Run, samples: Path) -> None:
    assert b"\x1b" not in imr(samples / LETTER).stdout
    colored = imr(samples / LETTER, "--color", "always").stdout
    assert b"\x1b[34m" in colored
    assert re.sub(rb"\x1b\[\d+m", b"", colored) == imr(samples / LETTER).stdout


# Inputs


def test_a_folder_is_one_stream_with_a_closing_line(imr: Run, letters: Path) -> None:
    (letters / "notes.docx").write_bytes(b"x")
    done = imr("letters")
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


def test_standard_input(imr: Run, samples: Path) -> None:
    data = (samples / LETTER).read_bytes()
    (record,) = records(imr("-", input=data).stdout)
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
def test_a_name_that_is_no_utf8(imr: Run, samples: Path, tmp_path: Path) -> None:
    name = b"caf\xe9.pdf"
    shutil.copy(samples / LETTER, os.fsencode(tmp_path) + b"/" + name)
    for argument, path in ((name, "caf\\xe9.pdf"), (".", "./caf\\xe9.pdf")):
        (record,) = records(imr(argument).stdout)
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
    assert closing == "2 inputs: 1 records, 0 to review, 1 without a record"
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


def test_a_missing_file(imr: Run) -> None:
    done = imr("missing.pdf")
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
def test_a_pipe_that_nothing_writes_to(imr: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.pdf")
    done = imr("p.pdf", ".")
    assert done.returncode == 1
    assert [line.split(": ")[1] for line in lines(done.stderr)[:2]] == ["IMR103", "IMR103"]


# Exit codes


def test_no_arguments_give_help_and_2(imr: Run) -> None:
    done = imr()
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


def test_strict(imr: Run, samples: Path, tmp_path: Path) -> None:
    text = (samples / "form-feeds.txt").read_text("utf-8").replace(": Upheld", ": Sustained")
    (tmp_path / "odd.txt").write_text(text, "utf-8")
    assert records(imr("odd.txt").stdout)[0]["needs_review"] is True
    assert imr("odd.txt").returncode == 0
    done = imr("odd.txt", "--strict")
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
def test_an_output_that_is_full(imr: Run, samples: Path) -> None:
    assert imr(samples / LETTER, "-o", "/dev/full").returncode == 4
    with open("/dev/full", "wb") as full:
        done = imr(samples / LETTER, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 4
    assert lines(done.stderr) == [
        "imr-parse: cannot write to standard output: no space left on device; give another place with -o"
    ]


@POSIX
def test_a_closed_pipe_ends_quietly(imr: Run, samples: Path) -> None:
    for arguments in ((samples,), ("text", samples / "many-items.pdf"), ("schema",), ("codes",)):
        reading, writing = os.pipe()
        os.close(reading)
        done = imr(*arguments, stdout=writing, stderr=subprocess.PIPE)
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

    command = [sys.executable, "-m", "imr_parse", "missing.pdf", "-"]
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


def test_python_m_and_the_script_are_the_same(imr: Run, samples: Path) -> None:
    script = shutil.which("imr-parse", path=os.path.dirname(sys.executable))
    if script is None:
        pytest.skip("imr-parse is not installed in this environment")
    done = subprocess.run([script, samples / LETTER], capture_output=True, check=True)
    assert done.stdout == imr(samples / LETTER).stdout
