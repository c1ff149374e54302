"""The documentation tells the truth: generated pages are current, links lead somewhere, README's first blocks are as CI needs."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from imr_parse import __version__
from imr_parse.cli.app import COMMANDS, EXAMPLES

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("samples/*.md")])


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_generated_pages_are_current() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "generate.py", "--check"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_command_is_documented_with_an_example() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    readme = (ROOT / "README.md").read_text("utf-8")
    for function in COMMANDS:
        assert f"## imr-parse {function.__name__}\n" in page
        assert EXAMPLES[function.__name__]
        assert re.search(rf"`(imr-parse )?{function.__name__}\b", readme) or function.__name__ == "parse"


def test_readmes_first_two_shell_blocks_are_one_line_each() -> None:
    first, second = blocks((ROOT / "README.md").read_text("utf-8"), "sh")[:2]
    assert first.count("\n") == second.count("\n") == 1
    assert first.rstrip().endswith("imr-parse samples/one-item.pdf")
    assert "pytest" in second


def test_readmes_python_runs() -> None:
    (code,) = blocks((ROOT / "README.md").read_text("utf-8"), "python")
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT, encoding="utf-8"
    )
    assert done.stdout == "2016-12-16 ['upheld']\n"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_version_is_the_same_everywhere() -> None:
    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_all_brings_every_extra() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    named = set(re.findall(r"[a-z]+", extras["all"][0].partition("[")[2]))
    assert named == set(extras) - {"all", "dev"}
