"""Mutation testing: small changes of the source at random; how many of them do the fast tests notice?

    python -m benchmarks.mutation --sample 200 --seed 1

Each mutant is one change of one node: a comparison turned, `and` for `or`, a number off by one, a condition negated, a call's
keyword dropped. It lives in a forked process only, which imports it in place of the module and runs the room's tests until
one fails; no file is written. A mutant that hangs is killed by an alarm, and counts as noticed. POSIX only.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import copy
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from itertools import islice
from pathlib import Path
from types import CodeType

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "imr_parse"
CORE = ("core/test_segment.py", "core/test_golden.py", "core/test_said.py", "core/test_turns.py")
FIELDS = (
    "core/test_header.py", "core/test_heading.py", "core/test_patient.py", "core/test_names.py", "core/test_conclusion.py",
    "layouts/test_prose_readers.py", "layouts/test_lists.py",
)  # fmt: skip


@dataclass(frozen=True)
class Room:
    """Modules that are mutated together, and the tests that are to notice, the likeliest first."""

    files: tuple[str, ...]
    tests: tuple[str, ...]


ROOMS = {
    "segment": Room(
        ("segment/*.py", "landmarks/openings.py"),
        (*CORE, *FIELDS, "core/test_account.py", "core/test_landmarks.py", "core/test_library.py"),
    ),
    "account": Room(
        ("account/*.py",),
        ("core/test_account.py", "core/test_library.py", *CORE, "core/test_damage.py"),
    ),
    "interpret": Room(("interpret/*.py", "interpret/conclusions/*.py", "interpret/patient/*.py"), (*FIELDS, *CORE, "core/test_account.py")),
    "meaning": Room(
        ("interpret/citations/*.py", "interpret/services/*.py"),
        tuple(f"meaning/test_{name}.py" for name in ("services", "citations", "further_services", "further_citations", "samples", "truth")),
    ),
    "checks": Room(("checks/*.py",), ("core/test_checks.py", "core/test_conclusion.py", *CORE)),
}  # fmt: skip
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One change of a module: the change of that number in the order of `changed`."""

    room: str
    path: Path
    number: int
    line: int
    what: str

    @property
    def module(self) -> str:
        """Its dotted name."""
        return ".".join(("imr_parse", *self.path.relative_to(SOURCE).with_suffix("").parts))

    def tree(self) -> ast.Module:
        """The module as it is with the change."""
        tree = ast.parse(self.path.read_text("utf-8"))
        next(islice(changed(tree), self.number, None))
        return ast.fix_missing_locations(tree)


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """Every change of this one node, each as a new node."""
    changed = copy.deepcopy(node)
    match changed:
        case ast.Compare(ops=[first, *rest]) if type(first) in TURNED:
            changed.ops = [TURNED[type(first)](), *rest]
            yield changed
        case ast.BoolOp(op=op):
            changed.op = ast.And() if isinstance(op, ast.Or) else ast.Or()
            yield changed
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.BinOp(op=op) if type(op) in ARITHMETIC:
            changed.op = ARITHMETIC[type(op)]()
            yield changed
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield ast.Constant(value + 1)
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            changed.test = ast.UnaryOp(ast.Not(), test)
            yield changed
        case ast.Continue():
            yield ast.Break()
        case ast.Return(value=ast.expr() as value) if not (
            isinstance(value, ast.Constant) and value.value is None
        ):
            changed.value = ast.Constant(None)
            yield changed
        case ast.Call(keywords=[*some, ast.keyword(arg=str())]):
            changed.keywords = some
            yield changed


def changed(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and words of each change in turn; while one is yielded, the tree has it.

    Annotations and decorators are left alone: without them the program does the same, or nothing at all.
    """
    notes = [
        note
        for node in ast.walk(tree)
        for name in ("annotation", "returns")
        if (note := getattr(node, name, None))
    ]
    notes += [note for node in ast.walk(tree) for note in getattr(node, "decorator_list", ())]
    passed = {id(part) for note in notes for part in ast.walk(note)}
    for parent in list(ast.walk(tree)):
        for field, value in list(ast.iter_fields(parent)):
            for at, node in enumerate(list(value) if isinstance(value, list) else [value]):
                if not isinstance(node, ast.AST) or id(node) in passed:
                    continue
                for change in changes(node):
                    put(parent, field, at, change)
                    old, new = (ast.unparse(one).splitlines()[0] for one in (node, change))
                    yield getattr(node, "lineno", 0), f"{old}  →  {new}"
                    put(parent, field, at, node)


def put(parent: ast.AST, field: str, at: int, node: ast.AST) -> None:
    """Set a child of a node."""
    value = getattr(parent, field)
    if isinstance(value, list):
        value[at] = node
    else:
        setattr(parent, field, node)


def mutants(room: str, path: Path) -> list[Mutant]:
    """All mutants of one module."""
    tree = ast.parse(path.read_text("utf-8"))
    return [Mutant(room, path, number, *row) for number, row in enumerate(changed(tree))]


class Loader(SourceFileLoader):
    """Gives a mutant's code for its module's name."""

    def __init__(self, mutant: Mutant) -> None:
        super().__init__(mutant.module, str(mutant.path))
        self.mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        """The changed tree, compiled."""
        return compile(self.mutant.tree(), self.path, "exec")


class Finder(MetaPathFinder):
    """Finds the mutant where its module is imported."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """The mutant's place, for its own name only."""
        if fullname != self.mutant.module:
            return None
        return spec_from_file_location(fullname, self.mutant.path, loader=Loader(self.mutant))


def tests_fail(mutant: Mutant | None, tests: Sequence[str], seconds: int) -> bool:
    """Whether a test fails with this mutant, in a process of its own; with None in the source as it is."""
    child = os.fork()
    if child == 0:
        import pytest

        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        signal.alarm(seconds)
        if mutant is not None:
            sys.meta_path.insert(0, Finder(mutant))
        options = ["-x", "-q", "-n", "0", "-p", "no:cacheprovider", f"--rootdir={ROOT}"]
        os._exit(any(pytest.main([*options, str(ROOT / "tests" / name)]) for name in tests))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def preload() -> None:
    """Import once what every child needs, and nothing of what is mutated."""
    for name in (
        "pytest",
        "pydantic",
        "pypdfium2",
        "pikepdf",
        "pdfplumber",
        "rapidfuzz",
        "hypothesis",
        "reportlab.pdfgen.canvas",
    ):
        with contextlib.suppress(ImportError):
            __import__(name)


def main() -> None:
    """Run a sample of the mutants and print what became of them."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--sample", type=int, default=200, help="how many mutants")
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--skip", type=int, default=0, help="go on after so many of the sample")
    cli.add_argument("--rooms", nargs="*", choices=ROOMS, default=list(ROOMS))
    cli.add_argument("--timeout", type=int, default=240, help="seconds for one mutant")
    args = cli.parse_args()
    every = [
        (name, path)
        for name in args.rooms
        for path in sorted({path for pattern in ROOMS[name].files for path in SOURCE.glob(pattern)})
    ]
    found = [mutant for name, path in every for mutant in mutants(name, path)]
    sample = random.Random(args.seed).sample(found, min(args.sample, len(found)))
    preload()
    for name in args.rooms:
        if tests_fail(None, ROOMS[name].tests, args.timeout):
            sys.exit(f"the tests of {name} fail without any change")
    print(
        f"{len(found)} mutants of {len(every)} modules, a sample of {len(sample)}, seed {args.seed}",
        flush=True,
    )
    killed: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    for number, mutant in enumerate(sample[args.skip :], args.skip + 1):
        dead = tests_fail(mutant, ROOMS[mutant.room].tests, args.timeout)
        tried[mutant.room] += 1
        killed[mutant.room] += dead
        where = f"{mutant.path.relative_to(SOURCE)}:{mutant.line}"
        print(f"{number:4} {'killed' if dead else 'SURVIVED':8}  {where}  {mutant.what[:150]}", flush=True)
    for name in args.rooms:
        print(f"{name}: {killed[name]} of {tried[name]} killed")
    share = 100 * killed.total() / max(1, tried.total())
    print(f"all: {killed.total()} of {tried.total()} killed, {share:.1f} %")


if __name__ == "__main__":
    main()
