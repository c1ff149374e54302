"""Which inputs a command line names, over all the odd things that a folder can hold."""

from __future__ import annotations

import io
import os
import pickle
import sys
from pathlib import Path

import pytest

from imr_parse.errors import ImrParseError
from imr_parse.inputs import Input, Skipped, collect, listed, read_input, shown

POSIX = pytest.mark.skipif(os.name == "nt", reason="needs names and files that only POSIX has")
NOT_ROOT = pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may read everything")


def touch(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode("utf-8", "replace"))


def names(root: Path, skipped: Skipped | None = None) -> list[str]:
    return [item.name.removeprefix(shown(str(root)) + "/") for item in collect([str(root)], skipped)]


def test_a_folder_is_walked_sorted_by_relative_path(tmp_path: Path) -> None:
    touch(tmp_path, "b.pdf", "a/z.pdf", "a/b/c.TXT", "a-1.pdf", "a.pdf", "B.Pdf", "é.txt")
    found = names(tmp_path)
    assert found == sorted(found)
    assert set(found) == {"b.pdf", "a/z.pdf", "a/b/c.TXT", "a-1.pdf", "a.pdf", "B.Pdf", "é.txt"}


def test_hidden_files_are_passed_over_and_others_counted(tmp_path: Path) -> None:
    touch(tmp_path, "a.pdf", ".b.pdf", "._a.pdf", ".git/c.pdf", "notes.docx", "x/README", "pdf")
    skipped = Skipped()
    assert names(tmp_path, skipped) == ["a.pdf"]
    assert skipped.others == 3
    assert skipped.sentence() == "skipped 3 other files (neither .pdf nor .txt)"


def test_nothing_skipped_says_nothing() -> None:
    assert Skipped().sentence() is None


def test_a_named_file_is_always_an_input(tmp_path: Path) -> None:
    touch(tmp_path, "notes.docx", ".hidden")
    paths = [str(tmp_path / "notes.docx"), str(tmp_path / ".hidden"), str(tmp_path / "missing"), "-"]
    assert [item.path for item in collect(paths)] == paths


def test_the_order_of_arguments_is_kept(tmp_path: Path) -> None:
    touch(tmp_path, "x/2.pdf", "x/1.pdf", "0.pdf")
    paths = [str(tmp_path / "x"), str(tmp_path / "0.pdf"), str(tmp_path / "x" / "1.pdf")]
    assert [Path(item.path).name for item in collect(paths)] == ["1.pdf", "2.pdf", "0.pdf", "1.pdf"]


def test_the_path_is_the_folder_as_given_plus_the_relative_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "letters/x/1.pdf")
    monkeypatch.chdir(tmp_path)
    for given, name in (
        ("letters", "letters/x/1.pdf"),
        ("letters/", "letters/x/1.pdf"),
        (".", "./letters/x/1.pdf"),
    ):
        assert [item.name for item in collect([given])] == [name]


@POSIX
def test_a_link_back_to_a_folder_above_ends(tmp_path: Path) -> None:
    touch(tmp_path, "a/1.pdf")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self.pdf").symlink_to("self.pdf")
    skipped = Skipped()
    items = list(collect([str(tmp_path)], skipped))
    assert [(Path(item.path).name, item.problem) for item in items] == [
        ("1.pdf", None),
        ("self.pdf", "too many levels of symbolic links"),
    ]
    assert skipped.loops == 1
    assert skipped.sentence() == "skipped 1 link back to a folder above"


@POSIX
def test_a_linked_folder_is_walked(tmp_path: Path) -> None:
    touch(tmp_path, "archive/1.pdf", "work/2.pdf")
    (tmp_path / "work" / "archive").symlink_to(tmp_path / "archive")
    assert names(tmp_path / "work") == ["2.pdf", "archive/1.pdf"]


@POSIX
def test_a_pipe_in_a_folder_is_a_problem_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.pdf")
    (item,) = collect([str(tmp_path)])
    assert item.problem == "it is a pipe, socket or device, not a file"
    with pytest.raises(ImrParseError) as caught:
        read_input(item, 100)
    assert caught.value.code == "IMR103"


@POSIX
def test_a_named_pipe_without_a_writer_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.pdf")
    with pytest.raises(ImrParseError, match="nothing writes to"):
        read_input(Input(str(tmp_path / "p.pdf"), "p.pdf"), 100)


@POSIX
def test_a_pipe_with_a_writer_is_read() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"letter")
    os.close(writing)
    try:
        assert read_input(Input(f"/dev/fd/{reading}", "p"), 100) == b"letter"
    finally:
        os.close(reading)


@POSIX
@NOT_ROOT
def test_an_unreadable_folder_is_a_problem_in_its_place(tmp_path: Path) -> None:
    touch(tmp_path, "a/1.pdf", "b/2.pdf", "c/3.pdf")
    (tmp_path / "b").chmod(0)
    try:
        items = list(collect([str(tmp_path)]))
    finally:
        (tmp_path / "b").chmod(0o700)
    assert [item.problem for item in items] == [
        None,
        "the folder cannot be listed: no permission to read it",
        None,
    ]


def test_a_folder_that_cannot_be_listed_is_a_problem_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "a/1.pdf", "b/2.pdf", "c/3.pdf")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("b"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    items = list(collect([str(tmp_path)]))
    assert [item.problem for item in items] == [
        None,
        "the folder cannot be listed: no permission to read it",
        None,
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps such names")
def test_a_name_that_is_no_utf8_is_shown_by_its_bytes(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(str(tmp_path)) + b"/caf\xe9 \xc3\xa9.pdf")
    with open(path, "wb") as file:
        file.write(b"x")
    (item,) = collect([str(tmp_path)])
    assert item.name.endswith("/caf\\xe9 é.pdf")
    assert pickle.loads(pickle.dumps(item)) == item
    assert read_input(item, 100) == b"x"


@pytest.mark.parametrize(
    ("raw", "null", "paths"),
    [
        (b"a.pdf\nb c.pdf\n", False, ["a.pdf", "b c.pdf"]),
        (b"a.pdf\r\n\r\nb.pdf", False, ["a.pdf", "b.pdf"]),
        (b"\xef\xbb\xbfa.pdf\n", False, ["a.pdf"]),
        (b"a\nb.pdf\0c.pdf\r\0", True, ["a\nb.pdf", "c.pdf\r"]),
        (b"-\n", False, [os.path.join(".", "-")]),
        (b"", False, []),
        (b"x" * 70_000 + b"\ny", False, ["x" * 70_000, "y"]),
    ],
)
def test_a_list_of_paths(raw: bytes, null: bool, paths: list[str]) -> None:
    assert list(listed(io.BytesIO(raw), null)) == paths


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.pdf", "no such file"),
        ("nul\0.pdf", "no file can have this name"),
        ("a" * 300, "file name too long"),
    ],
)
@POSIX
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str, message: str) -> None:
    (item,) = collect([str(tmp_path / name)])
    with pytest.raises(ImrParseError) as caught:
        read_input(item, 100)
    assert (caught.value.code, caught.value.message) == ("IMR103", message)


@pytest.mark.parametrize(("size", "passes"), [(100, True), (101, False)])
def test_the_limit_of_size(tmp_path: Path, size: int, passes: bool) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"x" * size)
    item = Input(str(path), "a.pdf")
    if passes:
        assert len(read_input(item, 100)) == size
    else:
        with pytest.raises(ImrParseError) as caught:
            read_input(item, 100)
        assert caught.value.code == "IMR109"


@POSIX
def test_a_device_without_end_is_over_the_limit() -> None:
    with pytest.raises(ImrParseError) as caught:
        read_input(Input("/dev/zero", "/dev/zero"), 1000)
    assert caught.value.code == "IMR109"


def test_the_walk_is_lazy(tmp_path: Path) -> None:
    touch(tmp_path, *(f"{folder}/{number}.pdf" for folder in "abc" for number in range(3)))
    stream = collect([str(tmp_path)])
    first = next(stream)
    touch(tmp_path, "c/late.pdf")
    assert Path(first.path).name == "0.pdf"
    assert [Path(item.path).name for item in stream][-1] == "late.pdf"
