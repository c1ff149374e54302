"""The other commands: show, text, codes, schema, layouts, help, version, completion."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from process import Run

from imr_parse import __version__
from imr_parse.cli.app import COMMANDS
from imr_parse.codes import CODES
from imr_parse.layouts import KNOWN
from imr_parse.output.tables import TABLES
from imr_parse.pipeline import explain, parse_bytes
from imr_parse.pointers import pointers, value_at


def objects(output: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


# clock


def test_clock_prints_the_days_of_each_letter(imr: Run, imr_process: Run, samples: Path) -> None:
    done = imr_process("clock", samples / "overturned.pdf", samples / "one-item.pdf")
    assert (done.returncode, done.stderr) == (0, b"")
    overturned, upheld = objects(done.stdout)
    record = json.loads(imr(samples / "overturned.pdf").stdout)
    assert overturned["decision_date"] == record["case"]["decision_date"]
    assert (len(overturned["due"]), upheld["due"]) == (len(record["decisions"]), [])  # type: ignore[arg-type]
    assert overturned["appeal"]["last_day"] > overturned["decision_date"]  # type: ignore[index]
    assert overturned["assumes"]


def test_clock_goes_on_after_a_file_that_is_none(imr: Run, samples: Path) -> None:
    done = imr("clock", samples / "nothing.pdf", samples / "one-item.pdf")
    assert (done.returncode, len(objects(done.stdout))) == (1, 1)
    assert done.stderr.decode().count("IMR103") == 1
    assert imr("clock").returncode == 2


# show


def test_show_tells_the_whole_record(imr: Run, samples: Path) -> None:
    done = imr("show", samples / "mixed-outcomes.pdf")
    assert (done.returncode, done.stderr) == (0, b"")
    record = json.loads(imr(samples / "mixed-outcomes.pdf").stdout)
    shown = re.sub(r"[\s│]+", " ", done.stdout.decode())
    assert record["case"]["case_number"] in shown
    for decision in record["decisions"]:
        for value in (decision["treatment"], decision["outcome"], decision["rationale"][:30]):
            assert value in shown


def test_show_names_each_doubt_with_its_remedy(imr: Run, samples: Path) -> None:
    text = (samples / "form-feeds.txt").read_text("utf-8").replace(": Upheld", ": Sustained")
    record = json.loads(imr("-", input=text.encode()).stdout)
    shown = re.sub(r"[\s│]+", " ", imr("show", "-", input=text.encode()).stdout.decode())
    assert record["diagnostics"]
    for row in record["diagnostics"]:
        assert f"{row['severity']} {row['code']}" in shown
        assert CODES[row["code"]].remedy in shown or row["severity"] == "note"


def test_show_neutralises_markup_and_escape_codes(imr: Run, samples: Path) -> None:
    evil = "[bold red]mark[/] [link=x]y[/link] :smile: \u202egnp.exe\u202c \x9b31m \x1b]0;title\x07 "
    text = (samples / "form-feeds.txt").read_text("utf-8")
    start = text.index("including all medical records:")
    text = text[: start + 31] + evil + text[start + 31 :]
    for options in ((), ("--color", "always")):
        shown = imr("show", "-", *options, input=text.encode()).stdout.decode()
        escapes = set(re.findall(r"\x1b\[[\d;]*m", shown))
        assert "[bold red]mark[/]" in re.sub(r"\s+", " ", shown)
        assert ":smile:" in shown
        assert not re.search(r"[\u202a-\u202e\x80-\x9f\x07]", shown)
        assert shown.count("\x1b") == len(re.findall(r"\x1b\[[\d;]*m", shown))
        assert bool(escapes) == bool(options)


def test_show_tells_services_and_citations(imr: Run, samples: Path) -> None:
    shown = " ".join(imr("show", samples / "one-item.pdf").stdout.decode().replace("│", " ").split())
    assert "it cites other: ODG Knee and Leg" in shown
    assert "services Continuous passive motion device, 21 day rental for the left knee (DMEPOS, DME)" in shown


def test_show_of_nothing(imr: Run) -> None:
    done = imr("show", "missing.pdf")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"missing.pdf: IMR103: ")


# text


def test_text_prints_the_text_that_evidence_points_into(imr: Run, imr_process: Run, samples: Path) -> None:
    text = imr_process("text", samples / "many-items.pdf").stdout.decode()
    record = json.loads(imr(samples / "many-items.pdf", "--evidence").stdout)
    rows = [row for row in record["evidence"] if row["path"] == "/case/case_number"]
    assert [text[row["start"] : row["end"]] for row in rows] == [record["case"]["case_number"]]
    assert text.count("\f") >= record["source"]["pages"][1] - 1


# codes, schema, layouts


def test_codes_lists_each_code_once(imr: Run) -> None:
    rows = objects(imr("codes").stdout)
    assert [row["code"] for row in rows] == list(CODES)
    assert all(
        row["meaning"] and row["remedy"] and row["severity"] in {"error", "warning", "note"} for row in rows
    )


@pytest.mark.parametrize("name", ["IMR104", "imr104", "empty-file"])
def test_one_code(imr: Run, name: str) -> None:
    (row,) = objects(imr("codes", name).stdout)
    assert row["code"] == "IMR104"


def test_an_unknown_code_names_the_nearest(imr: Run) -> None:
    done = imr("codes", "empty-fil")
    assert done.returncode == 2
    assert b"did you mean 'empty-file'?" in done.stderr


def test_schemas_are_valid_and_hold_for_what_is_printed(imr: Run, samples: Path) -> None:
    schema = json.loads(imr("schema").stdout)
    assert schema == json.loads(imr("schema", "record").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    records = objects(imr(samples, "--evidence").stdout)
    assert len(records) > 10
    for record in records:
        validator.validate(record)
        with pytest.raises(jsonschema.ValidationError):
            validator.validate({key: value for key, value in record.items() if key != "decisions"})


def test_the_schema_of_errors_holds(imr: Run, tmp_path: Path) -> None:
    from imr_parse.inputs import Input
    from imr_parse.outcome import outcome

    schema = json.loads(imr("schema", "error").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    record = outcome(Input("missing.pdf", "missing.pdf"))
    jsonschema.validate(json.loads(record.model_dump_json()), schema)


def test_the_codebook_names_every_column(imr: Run) -> None:
    book = json.loads(imr("schema", "tables").stdout)
    printed = {
        table["name"]: [field["name"] for field in table["schema"]["fields"]] for table in book["resources"]
    }
    assert printed == {table.name: [column.name for column in table.columns] for table in TABLES}


def test_layouts(imr_process: Run) -> None:
    rows = objects(imr_process("layouts").stdout)
    assert [row["name"] for row in rows] == [layout.name for layout in KNOWN]
    assert all(row["landmarks"] for row in rows)


# help, version, completion


def test_version(imr_process: Run) -> None:
    assert imr_process("--version").stdout.decode().split() == ["imr-parse", __version__]


def test_the_root_help_shows_all_on_80_columns(imr_process: Run) -> None:
    for env in ({}, {"COLUMNS": "200"}, {"COLUMNS": "40"}):
        text = imr_process("--help", env=env).stdout.decode()
        assert max(map(len, text.splitlines())) <= 80
        for command in COMMANDS:
            assert re.search(rf"^  {command.__name__}  ", text, re.MULTILINE)
        for option in ("--evidence", "--cross-check", "--strict", "--files-from", "--color", "--version"):
            assert option in text
        assert len(re.findall(r"^  imr-parse ", text.split("Examples:")[1], re.MULTILINE)) == 3


@pytest.mark.parametrize("command", [function.__name__ for function in COMMANDS])
def test_every_command_has_help(imr: Run, command: str) -> None:
    done = imr(command, "-h")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: imr-parse {command}".encode())


@pytest.mark.skipif(os.name == "nt", reason="bash")
def test_completion_knows_commands_and_files(samples: Path) -> None:
    def complete(words: str, number: int) -> list[str]:
        env = os.environ | {
            "_IMR_PARSE_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(number),
        }
        run = [sys.executable, "-c", "from imr_parse.cli import main; main()"]
        path = os.path.abspath(os.environ.get("PYTHONPATH", ""))
        done = subprocess.run(
            run, capture_output=True, check=False, env=env | {"PYTHONPATH": path}, cwd=samples
        )
        return done.stdout.decode().split()

    assert complete("imr-parse sch", 1) == ["schema"]
    assert set(complete("imr-parse s", 1)) >= {"show", "schema"}
    assert {"layouts", "letters.py"} <= set(complete("imr-parse l", 1))
    assert complete("imr-parse show one", 2) == []  # the shell completes files where the command names none


# what is imported


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (
            ("one-item.pdf",),
            {"rich", "pdfplumber", "pdfminer", "PIL", "numpy", "lxml", "pebble", "hypothesis"},
        ),
        (
            ("form-feeds.txt",),
            {"rich", "pdfplumber", "pdfminer", "PIL", "numpy", "lxml", "pebble", "pikepdf"},
        ),
        (("codes",), {"rich", "pdfplumber", "PIL", "numpy", "pikepdf"}),
    ],
)
def test_nothing_heavy_is_imported_unasked(
    samples: Path, arguments: tuple[str, ...], absent: set[str]
) -> None:
    script = (
        "import sys; sys.argv[0] = 'imr-parse'\n"
        "from imr_parse.cli import main\n"
        "try: main()\n"
        "finally: print(*sys.modules, file=sys.stderr)"
    )
    path = os.path.abspath(os.environ.get("PYTHONPATH", ""))
    env = os.environ | {"PYTHONPATH": path}
    run = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(run, capture_output=True, check=True, cwd=samples, env=env, encoding="utf-8")
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert "imr_parse" in loaded
    assert loaded & absent == set()


# explain, raw sections


def test_explain_tells_where_a_value_comes_from(imr: Run, imr_process: Run, samples: Path) -> None:
    done = imr_process("explain", samples / "one-item.pdf", "/decisions/0/outcome")
    text = " ".join(done.stdout.decode().split())
    assert (done.returncode, done.stderr) == (0, b"")
    assert text.startswith(f"layout {KNOWN[0].name}, score ")
    assert "/decisions/0/outcome = upheld" in text
    assert "/case/case_number" not in text
    assert imr("explain", samples / "one-item.pdf", "decisions/0/outcome/").stdout == done.stdout


def test_explain_covers_every_value_and_every_doubt(imr: Run, samples: Path) -> None:
    (told,) = objects(imr("explain", samples / "two-reviewers.pdf", "--json").stdout)
    (record,) = objects(imr(samples / "two-reviewers.pdf", "--evidence").stdout)
    of_words = re.compile(
        r".*/(?:citations|services)/\d+/(?!text$).*"
    )  # told with the words they were read from
    placed = {row["path"] for row in record["evidence"] if not of_words.fullmatch(row["path"])}  # type: ignore[attr-defined, index]
    assert {row["path"] for row in told["values"]} == placed  # type: ignore[attr-defined, index]
    text = imr("explain", samples / "two-reviewers.pdf").stdout.decode()
    assert record["diagnostics"]
    for row in record["diagnostics"]:  # type: ignore[attr-defined]
        assert f"{row['severity']} {row['code']}: " in text


def test_explain_of_a_value_that_the_letter_does_not_state(imr: Run, samples: Path) -> None:
    text = " ".join(imr("explain", samples / "one-item.pdf", "/parties/employee").stdout.decode().split())
    assert text.endswith("/parties/employee = null rule: the letter does not state it, or it was not read")


@pytest.mark.parametrize(
    ("pointer", "near"),
    [("/foo/bar", ""), ("/decisions/9", "/decisions/0"), ("/decisions/0/rational", "/rationale")],
)
def test_explain_of_a_pointer_to_nothing(imr: Run, samples: Path, pointer: str, near: str) -> None:
    done = imr("explain", samples / "one-item.pdf", pointer)
    assert (done.returncode, done.stdout) == (2, b"")
    said = " ".join(done.stderr.decode().split())
    assert f"the record has nothing at {pointer}; " in said
    assert near in said


def test_explain_of_derived_values(samples: Path) -> None:
    data = (samples / "one-item.pdf").read_bytes()
    record = parse_bytes(data).model_dump(mode="json")
    for pointer, source in (
        ("/outcome", "/decisions"),
        ("/decisions/0/medically_necessary", "/decisions/0/outcome"),
        ("/decisions/0/services/0/category", "/decisions/0/services/0/text"),
        ("/decisions/0/reviewer_guideline/basis", "/decisions/0/reviewer_guideline/text"),
        (
            "/decisions/0/reviewer_guideline/citations/0/sections/0",
            "/decisions/0/reviewer_guideline/citations/0/text",
        ),
        ("/layout", None),
        ("/source/reader", None),
        ("/needs_review", "/diagnostics"),
        ("/decisions/0/number", None),
    ):
        (row,) = explain(data, pointer=pointer)["values"]
        assert (row["path"], row["value"], row["from"]) == (pointer, value_at(record, pointer), source)
        assert row["rule"] != "derived from other values"
        assert (row["start"] is not None) == bool(source and source.startswith("/decisions/"))
    for pointer in pointers(record):
        told = explain(data, pointer=pointer)
        assert told["values"], pointer
        assert "derived from other values" not in {row["rule"] for row in told["values"]}, pointer


def test_raw_sections_stand_where_they_say(imr: Run, samples: Path) -> None:
    rows = objects(imr("text", samples / "many-items.pdf", "--sections").stdout)
    text = imr("text", samples / "many-items.pdf").stdout.decode()
    assert len(rows) > 20
    for row in rows:
        assert text[row["start"] : row["end"]] == row["text"]  # type: ignore[misc]


@pytest.mark.parametrize(
    "arguments",
    [
        ("codes", "IMR101"),
        ("schema", "error"),
        ("layouts",),
        ("clock", "LETTER"),
        ("text", "LETTER", "--sections"),
        ("explain", "LETTER", "--json"),
    ],
    ids=" ".join,
)
def test_json_is_compact_or_indented_as_asked(imr: Run, samples: Path, arguments: tuple[str, ...]) -> None:
    command = [str(samples / "one-item.pdf") if word == "LETTER" else word for word in arguments]
    first = imr(*command, "-c").stdout.splitlines()[0]
    assert json.dumps(json.loads(first), ensure_ascii=False, separators=(",", ":")).encode() == first
    assert imr(*command, "--indent", "3").stdout.startswith(b'{\n   "')
