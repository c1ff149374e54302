"""Every block of docs/recipes.md runs on the samples, and all ways of asking give the same answer."""

from __future__ import annotations

import math
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from process import imr_parse

ROOT = Path(__file__).parents[2]
SECTIONS = (ROOT / "docs" / "recipes.md").read_text("utf-8").split("\n## ")[1:]
QUESTIONS = {section.partition("\n")[0]: section for section in SECTIONS}

pytest.importorskip("pyarrow")
Rows = list[tuple[str, ...]]


def block(section: str, language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", section, re.DOTALL)
    return str(found)


def plain(value: Any) -> str:
    """A cell as text, the same whoever made it."""
    if value is None or value == "" or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, date):
        return value.isoformat()
    try:
        return f"{float(value):g}"
    except ValueError:
        return str(value)


def rows(found: Any) -> Rows:
    return [tuple(plain(cell) for cell in row) for row in found]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("recipes")
    imr_parse("batch", ROOT / "samples", "-o", "out.jsonl", cwd=folder)
    imr_parse("convert", "out.jsonl", "-o", "out.parquet", cwd=folder)
    imr_parse("convert", "out.jsonl", "-o", "flat.parquet", "--flat", cwd=folder)
    return folder


def by_duckdb(section: str, source: str) -> Rows:
    duckdb = pytest.importorskip("duckdb")
    return rows(duckdb.sql(block(section, "sql").replace("'out.parquet'", f"'{source}'")).fetchall())


def by_pandas(section: str) -> Rows:
    pytest.importorskip("pandas")
    names: dict[str, Any] = {}
    exec(compile(block(section, "python"), "recipes.md", "exec"), names)  # noqa: S102 (our own page)
    answer = names["answer"]
    return rows((answer.reset_index() if answer.index.name else answer).itertuples(index=False))


def by_jq(section: str) -> Rows:
    if shutil.which("jq") is None:
        pytest.skip("jq is not installed")
    done = subprocess.run(["sh", "-c", block(section, "sh")], capture_output=True, check=True)
    return rows(line.split("\t") for line in done.stdout.decode().splitlines())


def test_there_are_fifteen_questions() -> None:
    assert len(QUESTIONS) == 15


@pytest.mark.parametrize("question", QUESTIONS)
def test_all_ways_give_one_answer(question: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    section = QUESTIONS[question]
    answer = by_duckdb(section, "out.parquet")
    assert answer, "a recipe that finds nothing in the samples shows nothing"
    answer = sorted(answer)
    assert sorted(by_duckdb(section, "out.jsonl")) == answer
    assert sorted(by_pandas(section)) == answer
    assert sorted(by_jq(section)) == answer
