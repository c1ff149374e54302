"""Each file knows its room: what import-linter cannot see. The imports themselves stand in pyproject.toml."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_parse.layouts import KNOWN

SOURCE = Path(__file__).resolve().parents[1] / "src" / "imr_parse"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST = 300


def room(path: Path) -> str:
    """The folder below src/imr_parse, or the file itself."""
    return path.relative_to(SOURCE).parts[0]


def outside(*rooms: str) -> list[Path]:
    return [path for path in MODULES if room(path) not in rooms]


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text("utf-8")))


def names(path: Path) -> Iterator[str]:
    """Dotted names of attributes and plain names that are used."""
    for node in nodes(path):
        if isinstance(node, ast.Attribute | ast.Name):
            yield ast.unparse(node)


def strings(path: Path) -> Iterator[str]:
    """String constants other than docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.value


def found(paths: list[Path], what: str) -> list[str]:
    """`file:line` of each line that the pattern meets."""
    return [
        f"{path.relative_to(SOURCE)}:{number}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(what, line)
    ]


def test_there_is_something_to_look_at() -> None:
    assert len(MODULES) > 30
    assert found(MODULES, r"sys\.stdout") != []


def test_only_the_command_line_prints() -> None:
    spoken = {
        str(path.relative_to(SOURCE))
        for path in outside("cli")
        if {"print", "sys.stdout", "sys.stderr"} & set(names(path))
    }
    assert spoken == set()


def test_nobody_logs() -> None:
    """Letters are private: outside the command line, logging is only there to silence a library."""
    said = re.compile(
        r"\b(?:log|logger|logging|_log|_logger)\.(?:debug|info|warning|error|exception|critical)\("
    )
    assert [str(path) for path in outside("cli") if said.search(path.read_text("utf-8"))] == []


def test_only_layouts_name_a_layout() -> None:
    known = {layout.name for layout in KNOWN}
    assert known
    assert [str(path) for path in outside("layouts") if known & set(strings(path))] == []


def test_pointers_are_made_from_a_tree_in_one_place() -> None:
    """A JSON pointer put together from parts is `settle`'s; others know whole pointers only."""
    made = re.compile(
        r"/(decisions|case|reviewer|case_summary|parties)/\{|\}/(decisions|heading|rationale|treatment)"
    )
    culprits = {
        str(path.relative_to(SOURCE))
        for path in outside("settle.py", "checks", "output")
        for node in nodes(path)
        if isinstance(node, ast.JoinedStr) and made.search(ast.unparse(node))
    }
    assert culprits == set()


def test_a_layout_is_data() -> None:
    """A layout file assigns and imports; it defines nothing that runs."""
    allowed = ast.Import | ast.ImportFrom | ast.Assign | ast.AnnAssign | ast.Expr
    for path in (SOURCE / "layouts").glob("*.py"):
        if path.name in {"model.py", "__init__.py"} or path.name.startswith("load"):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        assert all(isinstance(node, allowed) for node in tree.body), path.name
        assert not any(isinstance(node, ast.Lambda) for node in ast.walk(tree)), path.name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_is_short_and_says_what_it_is(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST
    assert ast.get_docstring(ast.parse(text))


def test_a_package_has_two_files_or_more() -> None:
    packages = {path.parent for path in MODULES if path.name == "__init__.py"} - {SOURCE}
    for package in packages:
        assert len([path for path in package.iterdir() if path.suffix in {".py", ".tsv", ".txt"}]) > 2, (
            package.name
        )


def test_no_clock_and_no_network_in_the_way_of_a_letter() -> None:
    allowed = {"batch", "cli"}
    for path in MODULES:
        if room(path) in allowed:
            continue
        imported = {
            alias.name.partition(".")[0]
            for node in nodes(path)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in ([ast.alias(node.module or "")] if isinstance(node, ast.ImportFrom) else node.names)
        }
        assert imported & {"socket", "http", "urllib", "requests", "time", "random", "subprocess"} == set(), (
            path.name
        )
