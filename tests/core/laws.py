"""The laws that hold for every letter, ours and real ones. Each raises AssertionError with what breaks it."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pdfplumber

from imr_parse import Determination, Options, parse_bytes, parse_text
from imr_parse.codes import CODES
from imr_parse.interpret.header import read_date, read_day
from imr_parse.pipeline import read_document
from imr_parse.running import running

INSIDE = re.compile(r"(.*/(?:citations|services)/\d+)/")
"""What was read from the words of a citation or a service."""
DERIVED = (
    "/case/priority",
    "/outcome",
    "/stated_outcome",
    "/medically_necessary",
    "/patient/age",
    "/patient/sex",
)
DAY = re.compile(r"\d{4}-\d\d-\d\d")
VALUES = ("case", "parties", "outcome", "stated_outcome", "reviewer", "documents_reviewed", "case_summary", "decisions")  # fmt: skip


def found_at(plain: Any, path: str) -> Any:
    """What stands at a JSON pointer. Raises KeyError, IndexError, TypeError or ValueError where nothing does."""
    for key in path.split("/")[1:]:
        plain = plain[int(key)] if isinstance(plain, list) else plain[key]
    return plain


def alike(words: str) -> str:
    """Words without capitals and spaces."""
    return "".join(words.lower().split())


def rows_by_path(plain: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in plain["evidence"]:
        rows[row["path"]].append(row)
    return rows


def evidence_law(data: bytes, record: Determination) -> None:
    """For every verbatim value the running text of its rows' words, joined by line breaks, is the value."""
    text = read_document(data).text
    plain = record.model_dump(mode="json")
    rows = rows_by_path(plain)
    for path, places in rows.items():
        value = found_at(plain, path)
        words = running("\n".join(text[row["start"] : row["end"]] for row in places))
        outer = INSIDE.match(path)
        if outer and path != f"{outer[1]}/text":
            around, of_all = rows[f"{outer[1]}/text"], found_at(plain, f"{outer[1]}/text")
            for row in places:
                assert any(one["start"] <= row["start"] and row["end"] <= one["end"] for one in around), path
            assert words == of_all or alike(words) == alike(str(value)), path
            if "/sections/" in path and value in of_all:
                assert words == value, path
        elif isinstance(value, str) and DAY.fullmatch(value):
            days = (str(read(words).value) for read in (read_date, read_day))
            assert value in days, (path, words)
        elif path.endswith(DERIVED):
            assert words, path
        elif isinstance(value, str):
            assert words == value, path
        for row in places:
            assert text[row["start"]] not in " \n\f" and text[row["end"] - 1] not in " \n\f", path
            assert row["page"] == (text.count("\f", 0, row["start"]) + 1 if record.source.pages else None)
            assert (row["bbox"] is None) == (record.source.media_type == "text/plain"), path
            assert "\f" not in text[row["start"] : row["end"]]
        pages = [row["page"] for row in places]
        assert pages == sorted(set(pages)) or record.source.pages is None, (path, pages)
    for path, value in strings(plain):
        assert path in rows, f"no evidence for {path}: {value[:40]!r}"


def strings(plain: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text that is read off the letter word by word, with its pointer."""
    if path == "":
        for key in ("case", "parties", "reviewer", "documents_reviewed", "case_summary", "decisions"):
            yield from strings(plain[key], f"/{key}")
    elif isinstance(plain, dict):
        for key, value in plain.items():
            if key not in ("services", "citations", "basis", "outcome", "sex", "priority"):
                yield from strings(value, f"{path}/{key}")
    elif isinstance(plain, list):
        for at, value in enumerate(plain):
            yield from strings(value, f"{path}/{at}")
    elif isinstance(plain, str):
        yield path, plain


def crop_law(data: bytes, record: Determination) -> None:
    """pdfplumber's crop of a row's box holds the row's first and last word."""
    text = read_document(data).text
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        pages = {number: page for number, page in enumerate(pdf.pages, start=1)}
        for row in record.evidence:
            assert row.page is not None and row.bbox is not None, row
            inside = pages[row.page].crop(row.bbox).chars
            held = "".join(char["text"] for char in inside).replace(" ", "")
            words = text[row.start : row.end].split()
            for word in (words[0], words[-1]):
                assert word in held, (row.path, word, held[:80])


def diagnostics_law(record: Determination) -> None:
    """Every diagnostic's code is in the table, with its severity; every path leads somewhere; review is told."""
    plain = record.model_dump(mode="json")
    seen = set()
    for row in record.diagnostics:
        assert CODES[row.code].severity == row.severity
        assert row.message and "\n" not in row.message
        found_at(plain, row.path)
        assert (row.code, row.path) not in seen
        seen.add((row.code, row.path))
        if row.page is not None:
            assert record.source.pages and row.page <= record.source.pages[1]
    assert record.needs_review == any(row.severity != "note" for row in record.diagnostics)


def round_trip_law(record: Determination) -> None:
    """A record reads its own JSON, and that of a later minor version."""
    assert Determination.model_validate_json(record.model_dump_json()) == record
    plain = record.model_dump(mode="json")
    later = {**plain, "later": {"a": 1}, "case": {**plain["case"], "later": []}}
    later["decisions"] = [{**decision, "later": None} for decision in plain["decisions"]]
    assert Determination.model_validate(later) == record


def values(record: Determination) -> dict[str, Any]:
    """Everything that the letter says, without source, diagnostics and evidence."""
    plain = record.model_dump(mode="json")
    return {key: plain[key] for key in VALUES}


def canonical_law(data: bytes, record: Determination) -> None:
    """The text that `imr-parse text` prints gives the same values."""
    again = parse_text(read_document(data).text)
    assert values(again) == values(record)
    assert again.layout == record.layout


def two_readers_law(data: bytes) -> None:
    """Both PDF readers read the same values."""
    record = parse_bytes(data, options=Options(cross_check=True))
    assert [row for row in record.diagnostics if row.code == "IMR218"] == []


def determinism_law(data: bytes) -> None:
    """The same bytes give the same record."""
    options = Options(evidence=True)
    assert parse_bytes(data, "x", options).model_dump_json() == parse_bytes(data, "x", options).model_dump_json()  # fmt: skip
