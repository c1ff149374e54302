"""The public face: parse_file, parse_bytes, parse_text; frozen records; nothing printed, nothing kept, threads."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pydantic
import pytest

import imr_parse
from imr_parse import Determination, ImrParseError, Options, parse_bytes, parse_file, parse_text
from imr_parse.pointers import pointers, value_at

from .letters import NAMES, SAMPLES, sample, text_of

PDF = SAMPLES / "one-item.pdf"


def test_the_names_that_the_package_gives() -> None:
    assert {"Determination", "ImrParseError", "parse_bytes", "parse_file", "parse_text"} <= set(
        imr_parse.__all__
    )
    assert all(hasattr(imr_parse, name) for name in imr_parse.__all__)
    assert issubclass(ImrParseError, Exception)


def test_file_bytes_and_text_agree() -> None:
    record = parse_file(PDF)
    assert record == parse_file(str(PDF))
    assert record.source.path == str(PDF)
    assert record.source.sha256 == hashlib.sha256(PDF.read_bytes()).hexdigest()
    other = parse_bytes(PDF.read_bytes())
    assert other.source.path == "-"
    assert other.decisions == record.decisions
    text = text_of()
    assert parse_text(text) == parse_bytes(text.encode())
    assert parse_text(text, "a name").source.path == "a name"


def test_a_record_is_frozen_all_the_way_down() -> None:
    record = parse_file(PDF)
    for model, name in ((record, "outcome"), (record.case, "priority"), (record.decisions[0], "rationale")):
        with pytest.raises(pydantic.ValidationError):
            setattr(model, name, None)
    for sequence in (record.decisions, record.diagnostics, record.evidence, record.reviewer.certifications):
        assert isinstance(sequence, tuple)
    assert hash(record) == hash(parse_file(PDF))


def test_evidence_is_given_on_request_only() -> None:
    assert parse_file(PDF).evidence == ()
    assert len(parse_file(PDF, Options(evidence=True)).evidence) > 10


def test_evidence_is_given_for_what_the_docs_say() -> None:
    none = re.compile(
        r"/(?:schema_version|layout|needs_review|outcome|source/.*|diagnostics/.*|evidence/.*)"
        r"|/decisions/\d+/(?:number|medically_necessary|\w+_guideline/basis)"
    )
    for name in NAMES:
        record = parse_bytes(sample(name), options=Options(evidence=True))
        plain = record.model_dump(mode="json")
        rows = {row.path for row in record.evidence}
        for path in pointers(plain):
            value = value_at(plain, path)
            if value is not None and not isinstance(value, dict | list):
                follows = bool(none.fullmatch(path)) or (value is False and "/services/" in path)
                assert (path in rows) != follows, path


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(ImrParseError) as missing:
        parse_file(SAMPLES / "no such letter.pdf")
    assert missing.value.code == "IMR103"
    with pytest.raises(ImrParseError) as folder:
        parse_file(SAMPLES)
    assert folder.value.code == "IMR103"


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    path.write_bytes(b"")
    with pytest.raises(ImrParseError) as refused:
        parse_file(path)
    assert refused.value.code == "IMR104"


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_limits(reader: str) -> None:
    data = sample("many-items.pdf")
    with pytest.raises(ImrParseError) as large:
        parse_bytes(data, options=Options(max_size=len(data) - 1))
    assert large.value.code == "IMR109"
    with pytest.raises(ImrParseError) as long:
        parse_bytes(data, options=Options(max_pages=1, reader=reader))  # type: ignore[arg-type]
    assert long.value.code == "IMR109"
    assert parse_bytes(data, options=Options(max_size=len(data), max_pages=20)).decisions
    with pytest.raises(ImrParseError) as file:
        parse_file(PDF, Options(max_size=10))
    assert file.value.code == "IMR109"


def test_text_with_lone_surrogates_is_text() -> None:
    assert parse_text(text_of().replace("rest", "r\ud800st")).decisions


def test_nothing_is_printed_and_no_logger_is_loud(capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("one-item.pdf", "double-spaced.txt"):
        parse_bytes(sample(name), options=Options(evidence=True, cross_check=True))
    for data in (b"", b"%PDF-1.7\n", sample("one-item.pdf")[:5000], b"words"):
        with pytest.raises(ImrParseError):
            parse_bytes(data)
    assert capfd.readouterr() == ("", "")


def test_threads_give_what_one_gives() -> None:
    names = [name for name in NAMES if name.startswith(("o", "p", "m", "d"))]
    alone = [parse_bytes(sample(name), options=Options(evidence=True)) for name in names]
    with ThreadPoolExecutor(8) as pool:
        tasks = [
            pool.submit(parse_bytes, sample(name), "-", Options(evidence=True))
            for _ in range(3)
            for name in names
        ]
        together = [task.result() for task in tasks]
    assert together == alone * 3


def test_a_letter_in_a_thread_after_an_error_in_another() -> None:
    def read(data: bytes) -> Determination | str:
        try:
            return parse_bytes(data)
        except ImrParseError as error:
            return error.code

    broken = sample("one-item.pdf")[:4000]
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(read, [broken, sample("one-item.pdf")] * 6))
    assert results == [read(broken), parse_file(PDF).model_copy(update={"source": results[1].source})] * 6  # type: ignore[union-attr]


def test_importing_the_package_loads_no_second_reader() -> None:
    script = (
        "import sys, imr_parse\n"
        f"imr_parse.parse_file({str(PDF)!r})\n"
        "heavy = {'pdfplumber', 'pdfminer', 'PIL', 'rich', 'typer', 'pandas'} & set(sys.modules)\n"
        "sys.exit(' '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "")


def test_one_worker_and_two_write_the_same_bytes() -> None:
    command = [sys.executable, "-m", "imr_parse", "--evidence", "--compact", str(SAMPLES)]
    runs = [
        subprocess.run([*command, "--jobs", jobs], capture_output=True, check=False).stdout for jobs in "12"
    ]
    assert runs[0] == runs[1]
    assert len(runs[0].splitlines()) == len(NAMES)


def test_a_record_of_another_schema_is_said_to_be_one() -> None:
    record = parse_file(PDF).model_dump(mode="json")
    assert Determination.model_validate(record | {"schema_version": "1.9", "new": 1}).schema_version == "1.9"
    for change, said in (
        ({"schema_version": "2.0"}, "schema 2.0 is not known: this version reads schema 1."),
        ({"schema_version": "1.9", "outcome": "dismissed"}, "the record is of schema 1.9, .* use a newer"),
        ({"outcome": "dismissed"}, "Input should be 'upheld', 'overturned'"),
    ):
        with pytest.raises(pydantic.ValidationError, match=said):
            Determination.model_validate(record | change)
