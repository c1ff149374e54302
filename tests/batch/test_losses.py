"""No start of a job costs what it did not write, and no --redo costs records."""

from __future__ import annotations

from pathlib import Path

import pytest

from imr_parse.batch.failures import Foreign, Refused
from imr_parse.batch.outputs import errors_path
from imr_parse.inputs import Input
from imr_parse.pipeline import Options

from . import fakes
from .test_job import content, start


@pytest.fixture
def inputs(tmp_path: Path) -> list[Input]:
    return fakes.letters(tmp_path / "in", ["", "", "refuse"])


@pytest.fixture
def out(tmp_path: Path, inputs: list[Input]) -> Path:
    start(tmp_path / "out.jsonl", inputs)
    return tmp_path / "out.jsonl"


@pytest.mark.parametrize(
    "end",
    [
        b'{"other":"program"}\n' * 1000,
        b"my notes",
        b'{"schema_version":"9","mine":1}',
        bytes(512) + b"text",
        b'{"schema_version":"1.1","source":{"path":"cut',
    ],
)
@pytest.mark.parametrize("which", [0, 1])
def test_only_one_torn_record_is_cut_off(out: Path, inputs: list[Input], end: bytes, which: int) -> None:
    file = (out, errors_path(out))[which]
    before = content(out)
    file.write_bytes(before[which] + end)
    if end.endswith(b"cut"):
        start(out, inputs)
        assert content(out) == before
    else:
        with pytest.raises(Foreign, match="is no record of imr-parse"):
            start(out, inputs)
        assert file.read_bytes() == before[which] + end


@pytest.mark.parametrize("text", [b'{"schema_version":"9","mine":1}', bytes(512) + b"text" * 5000, b"notes"])
@pytest.mark.parametrize("redo", [False, True])
def test_a_file_of_somebody_is_left_alone(
    tmp_path: Path, inputs: list[Input], text: bytes, redo: bool
) -> None:
    out = tmp_path / "out.jsonl"
    for name in ("out.jsonl", "out.errors.jsonl", "out.jsonl.redo"):
        if redo and text.startswith(b"{") and not name.endswith(".redo"):
            continue  # as far as it goes it may be a record of another version
        if name.endswith(".redo") and not redo:
            continue
        for path in (out, errors_path(out)):
            path.unlink(missing_ok=True)
        (tmp_path / name).write_bytes(text)
        with pytest.raises(Foreign):
            start(out, inputs, redo=redo)
        assert (tmp_path / name).read_bytes() == text
        (tmp_path / name).unlink()


def test_records_and_errors_do_not_mix(out: Path, inputs: list[Input]) -> None:
    before = content(out)
    with pytest.raises(Foreign, match="is an error record"):
        start(errors_path(out), inputs)
    (errors_path(out)).write_bytes(before[0])
    with pytest.raises(Foreign, match="line 1 of .* is a record"):
        start(out, inputs)
    assert content(out) == (before[0], before[0])


def test_a_redo_without_a_record_changes_nothing(tmp_path: Path, out: Path, inputs: list[Input]) -> None:
    before = content(out)
    for nothing in ([], fakes.letters(tmp_path / "other", ["refuse"])):
        start(out, nothing, redo=True)
        assert content(out) == before
        assert not list(tmp_path.glob("*.redo"))


def test_a_redo_of_fewer_inputs_is_refused_and_kept(out: Path, inputs: list[Input]) -> None:
    before = content(out)
    for few in (inputs[:1], []):  # then what the first one read is there already
        with pytest.raises(Refused, match=r"inputs that this --redo did not read \(1\)"):
            start(out, few, redo=True)
        assert content(out) == before
    assert start(out, inputs, redo=True)[1] == 1
    assert content(out) == before


def test_a_redo_of_fewer_inputs_goes_on_where_the_output_was_deleted(out: Path, inputs: list[Input]) -> None:
    first = out.read_bytes().splitlines(keepends=True)[0]
    with pytest.raises(Refused):
        start(out, inputs[:1], redo=True)
    out.unlink()
    assert start(out, inputs[:1], redo=True)[1] == 1
    assert content(out) == (first, b"")


@pytest.mark.parametrize("first", [True, False])
def test_a_redo_may_hide_or_show_paths(
    tmp_path: Path, inputs: list[Input], first: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "hidden.jsonl"
    start(out, inputs, Options(redact=first))
    with pytest.raises(Refused):
        start(out, inputs[:1], Options(redact=not first), redo=True)
    start(out, inputs, Options(redact=not first), redo=True)
    assert out.read_bytes().count(b"\n") == 2
