"""Exactly once: what the outputs hold after every kind of end, and when a start refuses them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from imr_parse.batch import job as jobs
from imr_parse.batch.failures import CannotWrite, Refused
from imr_parse.batch.local import LocalPool
from imr_parse.batch.outputs import Outputs, errors_path
from imr_parse.batch.summary import Summary
from imr_parse.batch.worker import Work
from imr_parse.inputs import Input
from imr_parse.pipeline import DEFAULTS, Options

from . import fakes

ORDERS = ["", "refuse", "", "", "defect", "", "refuse", "", "", ""]


class Here:
    """An engine without processes."""

    def __init__(self, options: Options = DEFAULTS) -> None:
        self.options = options

    def run(self, inputs: Any) -> Any:
        for item in inputs:
            yield item, fakes.read(item, self.options, lambda _: None).model_dump_json().encode() + b"\n"

    def stop(self) -> None: ...

    def close(self) -> None: ...


def start(
    out: Path, inputs: list[Input], options: Options = DEFAULTS, redo: bool = False, most: int | None = None
) -> tuple[Summary, int, list[str]]:
    """One start of a job, broken off after `most` letters: summary, letters that stood already, changed names."""
    with Outputs(out, redo) as outputs:
        job = jobs.resume(outputs, options)
        for count, _ in enumerate(job.run(inputs, Here(options)), 1):
            if count == most:
                outputs.flush()
                return job.summary, job.resumed, []
        outputs.finish()
        return job.summary, job.resumed, list(job.changed())


def content(out: Path) -> tuple[bytes, bytes]:
    return out.read_bytes(), errors_path(out).read_bytes()


@pytest.fixture
def inputs(tmp_path: Path) -> list[Input]:
    return fakes.letters(tmp_path / "in", ORDERS)


@pytest.fixture
def whole(tmp_path: Path, inputs: list[Input]) -> tuple[bytes, bytes]:
    out = tmp_path / "whole.jsonl"
    start(out, inputs)
    return content(out)


def test_every_input_stands_once_in_input_order(whole: tuple[bytes, bytes]) -> None:
    records, errors = ([json.loads(line) for line in part.splitlines()] for part in whole)
    assert [r["source"]["path"] for r in records] == [
        f"{n:05}.txt" for n, order in enumerate(ORDERS) if not order
    ]
    assert [(r["source"]["path"], r["error"]["code"]) for r in errors] == [
        ("00001.txt", "IMR101"),
        ("00004.txt", "IMR113"),
        ("00006.txt", "IMR101"),
    ]


@pytest.mark.parametrize("most", range(1, len(ORDERS)))
def test_goes_on_where_it_stopped(
    tmp_path: Path, inputs: list[Input], whole: tuple[bytes, bytes], most: int
) -> None:
    out = tmp_path / "out.jsonl"
    start(out, inputs, most=most)
    summary, resumed, _ = start(out, inputs)
    assert content(out) == whole
    assert resumed == most
    assert (summary.letters, summary.errors) == (7, 3)


def test_a_file_torn_at_any_byte_is_mended(
    tmp_path: Path, inputs: list[Input], whole: tuple[bytes, bytes]
) -> None:
    out = tmp_path / "out.jsonl"
    ends = len(whole[0]) - len(whole[0].splitlines()[-1]) - 3
    for size in (*range(0, 60, 7), *range(ends, len(whole[0]), 97)):
        out.write_bytes(whole[0][:size])
        errors_path(out).write_bytes(whole[1][: size // 2])
        start(out, inputs)
        assert content(out) == whole, size


def test_blocks_that_a_power_loss_left_empty_are_mended(
    tmp_path: Path, inputs: list[Input], whole: tuple[bytes, bytes]
) -> None:
    out = tmp_path / "out.jsonl"
    for kept in (0, 100, 3000):
        out.write_bytes(whole[0][:kept] + bytes(4096))
        errors_path(out).write_bytes(bytes(512))
        start(out, inputs)
        assert content(out) == whole, kept


@pytest.mark.parametrize(
    "text",
    [b"a,b\n1,2\n", b"my notes", b'{"a":1}\n', b'{"schema_version":"9"}\n{"x":1}\n'],
)
def test_a_file_of_something_else_is_left_alone(tmp_path: Path, inputs: list[Input], text: bytes) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(text)
    with pytest.raises(Refused, match=r"line 1 of .*out\.jsonl is no record"):
        start(out, inputs)
    assert out.read_bytes() == text


def test_a_spoilt_line_amid_good_ones_is_refused(
    tmp_path: Path, inputs: list[Input], whole: tuple[bytes, bytes]
) -> None:
    out = tmp_path / "out.jsonl"
    lines = whole[0].splitlines(keepends=True)
    out.write_bytes(lines[0] + b"{}\n" + b"".join(lines[2:]))
    with pytest.raises(Refused, match=r"line 2"):
        start(out, inputs)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"parser_version":"', '"parser_version":"0.0.1-', "version 0.0.1-"),
        ('"schema_version":"1', '"schema_version":"9', "schema 9"),
        ('"reader":"pdfium"', '"reader":"pdfplumber"', "--reader pdfplumber"),
        (
            '"evidence":[]',
            '"evidence":[{"path":"/layout","page":1,"bbox":null,"start":0,"end":1}]',
            "--evidence",
        ),
        ('"heading":"CM', '"heading":"XX', "another record"),
    ],
)
def test_outputs_made_otherwise_are_refused_and_redone(
    tmp_path: Path, inputs: list[Input], whole: tuple[bytes, bytes], old: str, new: str, said: str
) -> None:
    out = tmp_path / "out.jsonl"
    other = whole[0].replace(old.encode(), new.encode())
    assert other != whole[0]
    out.write_bytes(other)
    errors_path(out).write_bytes(whole[1])
    with pytest.raises(Refused, match=said):
        start(out, inputs)
    assert content(out) == (other, whole[1])
    start(out, inputs, redo=True)
    assert content(out) == whole
    assert sorted(path.name for path in tmp_path.glob("out*")) == ["out.errors.jsonl", "out.jsonl"]


def test_without_evidence_then_with(tmp_path: Path, inputs: list[Input], whole: tuple[bytes, bytes]) -> None:
    with pytest.raises(Refused, match="without --evidence"):
        start(tmp_path / "whole.jsonl", inputs, Options(evidence=True))


def test_a_redo_can_be_broken_off(tmp_path: Path, inputs: list[Input], whole: tuple[bytes, bytes]) -> None:
    out = tmp_path / "whole.jsonl"
    start(out, inputs, redo=True, most=4)
    assert content(out) == whole
    with pytest.raises(Refused, match="--redo"):
        start(out, inputs)
    _, resumed, _ = start(out, inputs, redo=True)
    assert resumed == 4
    assert content(out) == whole


def test_a_redo_that_died_between_its_two_renames(
    tmp_path: Path, inputs: list[Input], whole: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "whole.jsonl"
    Path(inputs[0].path).write_text("CM16-9999999 changed")
    real = os.replace
    calls = []

    def once(source: Any, target: Any) -> None:
        calls.append(target)
        if len(calls) == 2:
            raise OSError(5, "Input/output error")
        real(source, target)

    monkeypatch.setattr(os, "replace", once)
    with pytest.raises(CannotWrite):
        start(out, inputs, redo=True)
    monkeypatch.setattr(os, "replace", real)
    start(out, inputs, redo=True)
    assert content(out)[1] == whole[1]
    assert content(out)[0] == whole[0].replace(b"CM16-0000000 letter", b"CM16-9999999 changed").replace(
        b"CM16-0000000", b"CM16-9999999"
    ).replace(json.loads(whole[0].splitlines()[0])["source"]["sha256"].encode(), json.loads(
        content(out)[0].splitlines()[0])["source"]["sha256"].encode())  # fmt: skip


def test_a_changed_input_is_said(tmp_path: Path, inputs: list[Input], whole: tuple[bytes, bytes]) -> None:
    out = tmp_path / "whole.jsonl"
    later = out.stat().st_mtime + 10
    Path(inputs[2].path).write_text("CM16-0000002 another letter")
    os.utime(inputs[2].path, (later, later))
    os.utime(inputs[3].path, (later, later))  # touched, not changed
    os.utime(inputs[1].path, (later, later))
    assert start(out, inputs)[2] == ["00002.txt"]
    assert content(out) == whole


def test_new_inputs_are_added_at_the_end(
    tmp_path: Path, inputs: list[Input], whole: tuple[bytes, bytes]
) -> None:
    out = tmp_path / "whole.jsonl"
    first, *_ = fakes.letters(tmp_path / "more", [""])
    summary, resumed, _ = start(out, [first._replace(name="more.txt"), *inputs])
    assert (resumed, summary.letters) == (10, 8)
    assert content(out)[0].startswith(whole[0])


def test_a_name_given_twice_is_read_once(
    tmp_path: Path, inputs: list[Input], whole: tuple[bytes, bytes]
) -> None:
    out = tmp_path / "out.jsonl"
    start(out, [*inputs, *inputs])
    assert content(out) == whole
    pool = LocalPool(Work(read=fakes.read), 1)  # which takes in the second before the first is done
    with Outputs(out) as outputs:
        assert list(jobs.resume(outputs, DEFAULTS).run([*inputs, *inputs], pool)) == []
        outputs.finish()
    pool.close()
    assert content(out) == whole


def test_same_bytes_and_same_case_are_counted_not_dropped(tmp_path: Path) -> None:
    orders = ["CM16-0000001 a", "CM16-0000001 a", "CM16-0000001 b", "CM16-0000002 c"]
    summary, _, _ = start(tmp_path / "out.jsonl", fakes.letters(tmp_path / "in", orders))
    assert (summary.letters, summary.same_bytes, summary.same_case) == (4, 1, 1)


def test_a_second_job_on_the_same_output_is_refused(tmp_path: Path, inputs: list[Input]) -> None:
    out = tmp_path / "out.jsonl"
    with Outputs(out), pytest.raises(CannotWrite, match="another batch"):
        start(out, inputs)
    start(out, inputs)


def test_a_folder_that_vanishes_is_noticed(tmp_path: Path, inputs: list[Input]) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    out = folder / "out.jsonl"
    with Outputs(out) as outputs:
        job = jobs.resume(outputs, Options())
        run = job.run(inputs, Here())
        next(run)
        for path in (out, errors_path(out)):
            path.unlink()
        folder.rmdir()
        list(run)
        with pytest.raises(CannotWrite, match="no such file"):
            outputs.finish()


def test_a_full_disk_stops_the_job_and_the_next_start_goes_on(
    tmp_path: Path, inputs: list[Input], whole: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.jsonl"
    room = len(whole[0]) // 2

    class Full:
        def __init__(self, file: Any) -> None:
            self.file = file

        def write(self, data: Any) -> int:
            nonlocal room
            if not room:
                raise OSError(28, "No space left on device")
            count = self.file.write(bytes(data[:room]))
            room -= count
            return count

        def __getattr__(self, name: str) -> Any:
            return getattr(self.file, name)

    with Outputs(out) as outputs:
        outputs._files[0]._file = Full(outputs._files[0]._file)  # type: ignore[assignment]
        job = jobs.resume(outputs, Options())
        with pytest.raises(CannotWrite, match="no space left"):
            for _ in job.run(inputs, Here()):
                outputs.flush()
    assert not out.read_bytes().endswith(b"\n")
    start(out, inputs)
    assert content(out) == whole


def test_the_pool_writes_the_same(tmp_path: Path, inputs: list[Input], whole: tuple[bytes, bytes]) -> None:
    out = tmp_path / "out.jsonl"
    pool = LocalPool(Work(read=fakes.read), 2)
    with Outputs(out) as outputs:
        list(jobs.resume(outputs, Options()).run(inputs, pool))
        outputs.finish()
    pool.close()
    assert content(out) == whole
