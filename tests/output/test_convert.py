"""What convert writes, read back with the programs that people use: equal counts, types and values."""

from __future__ import annotations

import csv
import gzip
import json
import sqlite3
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from process import called, imr_parse

from imr_parse.output import extras
from imr_parse.output.convert import UnknownFormat, convert
from imr_parse.output.extras import MissingExtra
from imr_parse.output.records import BadLine
from imr_parse.output.targets import Occupied
from imr_parse.record import Determination

SAMPLES = Path(__file__).parents[2] / "samples"


def letter(number: int, **case: Any) -> dict[str, Any]:
    """A record with one value of every kind."""
    guideline = {"text": "MTUS", "citations": []}
    decision = {
        "number": 1,
        "heading": 'MRI, lumbar; "plain"',
        "treatment": "=cmd('calc')",
        "request": {"original": None, "authorized": None},
        "outcome": "overturned",
        "medically_necessary": True,
        "claims_administrator_guideline": guideline,
        "reviewer_guideline": guideline,
        "rationale": "Größe 5 µg – “quoted”, and a comma",
    }
    doubt = {
        "code": "IMR203",
        "severity": "warning",
        "path": "/decisions/1/rationale",
        "message": "contradicts",
        "page": 2,
    }
    return {
        "schema_version": "1.0",
        "source": {
            "path": f"in/{number}.pdf",
            "pages": [1, 3],
            "sha256": f"{number:064}",
            "media_type": "application/pdf",
            "reader": "pdfium",
            "parser_version": "0.1.0",
        },
        "layout": "final-determination-2014",
        "needs_review": bool(number % 2),
        "case": {
            "case_number": f"CM16-{number:07}",
            "consolidated_case_numbers": [],
            "priority": "standard",
            "date_of_injury": "1899-12-31",
            "ur_denial_date": None,
            "application_received": "2016-11-29",
            "date_assigned": "2016-12-07",
            "decision_date": "2017-01-09",
            "treatments_in_dispute": [],
            **case,
        },
        "parties": dict.fromkeys(("claim_number", "employee", "provider", "claims_administrator")),
        "outcome": "partially_overturned",
        "stated_outcome": None,
        "reviewer": {"licensure_states": ["California"], "certifications": ["A & B", "C"]},
        "documents_reviewed": [],
        "case_summary": {"text": "x" * 40_000, "patient": {"age": 48, "sex": "male", "occupation": "-none"}},
        "decisions": [
            decision,
            {
                **decision,
                "number": 2,
                "treatment": "+1 visit",
                "outcome": "upheld",
                "medically_necessary": False,
            },
        ],
        "diagnostics": [doubt] if number % 2 else [],
        "evidence": [{"path": "/layout", "page": 1, "bbox": [72.0, 1.5, 540.0, 13.0], "start": 4, "end": 9}],
    }


RECORDS = [Determination.model_validate(letter(number)).model_dump(mode="json") for number in range(5)]
ERROR = {"schema_version": "1.0", "source": {"path": "bad.pdf"}, "error": {"code": "IMR106"}}


@pytest.fixture
def source(tmp_path: Path) -> str:
    path = tmp_path / "in.jsonl"
    lines = [json.dumps(row, ensure_ascii=False) for row in (*RECORDS, ERROR)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def test_csv(source: str, tmp_path: Path) -> None:
    done = convert(source, str(tmp_path / "out.csv"))
    assert (done.records, done.errors) == (5, 1)
    data = (tmp_path / "out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfsource_path,")
    assert b"\r" not in data
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert len(rows) == 10
    assert rows[0]["treatment"] == "'=cmd('calc')"
    assert rows[1]["treatment"] == "'+1 visit"
    assert rows[0]["patient_occupation"] == "'-none"
    assert rows[0]["heading"] == 'MRI, lumbar; "plain"'
    assert (rows[2]["needs_review"], rows[0]["needs_review"], rows[0]["ur_denial_date"]) == (
        "true",
        "false",
        "",
    )
    assert rows[0]["certifications"] == "A & B; C"


def test_no_cell_of_csv_is_a_formula(source: str, tmp_path: Path) -> None:
    convert(source, str(tmp_path / "out.csv"))
    for row in csv.reader((tmp_path / "out.csv").read_text("utf-8-sig").splitlines()):
        assert not [cell for cell in row if cell[:1] in set("=+-@\t\r")]


def test_two_tables_in_sqlite(source: str, tmp_path: Path) -> None:
    done = convert(source, str(tmp_path / "out.csv"), tables=True)
    assert [Path(path).name for path in done.paths] == ["out.letters.csv", "out.decisions.csv"]
    base = sqlite3.connect(":memory:")
    for name in ("letters", "decisions"):
        rows = list(csv.reader((tmp_path / f"out.{name}.csv").read_text("utf-8-sig").splitlines()))
        base.execute(f"create table {name} ({', '.join(rows[0])})")
        base.executemany(f"insert into {name} values ({', '.join('?' * len(rows[0]))})", rows[1:])
    joined = "select count(*), sum(outcome = 'overturned') from decisions join letters using (source_path, first_page)"
    assert base.execute(joined).fetchone() == (10, 5)
    assert base.execute("select treatment from decisions limit 1").fetchone() == ("'=cmd('calc')",)


def test_csv_in_duckdb_and_pandas(source: str, tmp_path: Path) -> None:
    duckdb, pandas = pytest.importorskip("duckdb"), pytest.importorskip("pandas")
    path = tmp_path / "out.csv"
    convert(source, str(path))
    found = duckdb.sql(
        f"select count(*), sum(patient_age), min(decision_date), bool_or(needs_review) from '{path}'"
    ).fetchall()[0]
    assert found == (10, 480, date(2017, 1, 9), True)
    frame = pandas.read_csv(path, parse_dates=["decision_date"])
    assert (len(frame), frame.columns[0], frame.patient_age.sum()) == (10, "source_path", 480)
    assert frame.decision_date[0] == datetime(2017, 1, 9)
    assert frame.needs_review.dtype == bool


def test_parquet_nested(source: str, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "out.parquet"
    convert(source, str(path))
    rows = parquet.read_table(path).to_pylist()
    assert json.loads(json.dumps(rows, default=date.isoformat)) == RECORDS
    assert rows[0]["case"]["decision_date"] == date(2017, 1, 9)


@pytest.mark.parametrize("reader", ["duckdb", "pandas"])
def test_parquet_flat(source: str, tmp_path: Path, reader: str) -> None:
    pytest.importorskip("pyarrow")
    library = pytest.importorskip(reader)
    path = tmp_path / "out.parquet"
    convert(source, str(path), flat=True)
    if reader == "duckdb":
        found = library.sql(
            f"select decision_date, treatment, needs_review, number from '{path}' limit 1"
        ).fetchall()[0]
    else:
        frame = library.read_parquet(path)
        assert len(frame) == 10
        found = tuple(frame.loc[0, ["decision_date", "treatment", "needs_review", "number"]])
    assert found == (date(2017, 1, 9), "=cmd('calc')", False, 1)


def test_parquet_tables(source: str, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    convert(source, str(tmp_path / "out.parquet"), tables=True)
    counts = [
        parquet.read_table(tmp_path / f"out.{name}.parquet").num_rows for name in ("letters", "decisions")
    ]
    assert counts == [5, 10]


def test_excel(source: str, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "out.xlsx"
    assert convert(source, str(path)).cut == 15
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["decisions", "letters", "review"]
    assert [book[name].max_row for name in book.sheetnames] == [11, 6, 3]
    sheet = book["decisions"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref.split(":")[0]) == ("A2", "A1")
    columns = {cell.value: cell.column for cell in sheet[1]}
    first = {name: sheet.cell(2, column) for name, column in columns.items()}
    assert (first["treatment"].value, first["treatment"].data_type) == ("=cmd('calc')", "s")
    assert (first["decision_date"].value, first["decision_date"].is_date) == (datetime(2017, 1, 9), True)
    assert first["date_of_injury"].value == "1899-12-31"
    assert (first["medically_necessary"].value, first["patient_age"].value) == (True, 48)
    assert first["ur_denial_date"].value is None
    assert first["documents_reviewed"].data_type == first["ur_denial_date"].data_type  # no text of no length
    assert len(first["case_summary"].value) == 32_767
    assert first["case_summary"].value.endswith("…")
    review = [[cell.value for cell in row] for row in book["review"].iter_rows(min_row=2)]
    assert review[0][:8] == [
        "in/1.pdf", 1, "CM16-0000001", "warning", "IMR203", "/decisions/1/rationale", RECORDS[0]["decisions"][1]["rationale"],
        "contradicts",
    ]  # fmt: skip


def test_excel_goes_on_in_a_further_sheet(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    monkeypatch.setattr("imr_parse.output.excel.ROWS", 8)
    convert(source, str(tmp_path / "out.xlsx"))
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert {name: book[name].max_row for name in book.sheetnames} == {
        "decisions": 8, "letters": 6, "review": 3, "decisions 2": 4,
    }  # fmt: skip


@pytest.mark.parametrize("ending", [".jsonl.gz", ".jsonl.zst"])
def test_compressed_there_and_back(source: str, tmp_path: Path, ending: str) -> None:
    if ending == ".jsonl.zst":
        pytest.importorskip("pyarrow")
    packed, plain = str(tmp_path / f"out{ending}"), str(tmp_path / "back.jsonl")
    convert(source, packed)
    if ending == ".jsonl.gz":
        assert len(gzip.decompress(Path(packed).read_bytes()).splitlines()) == 5
    convert(packed, plain)
    assert Path(plain).read_bytes() == b"".join(Path(source).read_bytes().splitlines(keepends=True)[:5])
    first = Path(packed).read_bytes()
    convert(source, packed)
    assert Path(packed).read_bytes() == first


@pytest.mark.parametrize(
    ("name", "tables", "flat"),
    [("out.ods", False, False), (".csv", False, False), ("out.xlsx", True, False), ("out.csv", False, True)],
)
def test_what_cannot_be_written(source: str, tmp_path: Path, name: str, tables: bool, flat: bool) -> None:
    with pytest.raises(UnknownFormat):
        convert(source, str(tmp_path / name), tables, flat)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2 of .* is no JSON"),
        ("[1]", "line 2 of .* is no record"),
        ('{"schema_version":"2.0","source":{}}', "line 2 of .* has schema 2.0"),
    ],
)
def test_a_bad_line_leaves_no_output(tmp_path: Path, line: str, said: str) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.csv"
    source.write_text(json.dumps(RECORDS[0]) + "\n" + line + "\n", encoding="utf-8")
    target.write_text("source_path,what was there")
    with pytest.raises(BadLine, match=said):
        convert(str(source), str(target))
    assert target.read_text() == "source_path,what was there"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.csv"]


def test_nothing_is_lost_that_convert_did_not_write(source: str, tmp_path: Path) -> None:
    part = tmp_path / "out.csv.part"
    part.write_text("somebody's")
    convert(source, str(tmp_path / "out.csv"))
    convert(source, str(tmp_path / "out.csv"))
    assert part.read_text() == "somebody's"
    with pytest.raises(Occupied, match="is an input"):
        convert(source, source)
    for name in ("a.csv", "a.xlsx", "a.parquet", "a.jsonl.gz", "a.jsonl.zst", "a.jsonl"):
        (tmp_path / name).write_text("my notes")
        with pytest.raises(Occupied, match="is there already"):
            convert(source, str(tmp_path / name))
        assert (tmp_path / name).read_text() == "my notes"


@pytest.mark.parametrize(
    ("name", "extra"), [("out.xlsx", "excel"), ("out.parquet", "parquet"), ("out.jsonl.zst", "parquet")]
)
def test_a_missing_extra_is_one_line(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, extra: str
) -> None:
    def absent(module: str) -> None:
        raise ImportError(module)

    monkeypatch.setattr(extras.importlib, "import_module", absent)
    with pytest.raises(MissingExtra) as caught:
        convert(source, str(tmp_path / name))
    assert str(caught.value).endswith(f'pip install "imr-parse[{extra}]"')
    assert "\n" not in str(caught.value)


def test_the_command(source: str, tmp_path: Path) -> None:
    done = imr_parse("convert", source, "-o", "out.csv", cwd=tmp_path, encoding="utf-8")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        "1 error record passed over: tables hold letters only",
        "5 letters in out.csv",
    ]
    for arguments, code, said in (
        ((source, "-o", "out.doc"), 2, "none of the endings"),
        (("no.jsonl", "-o", "out.csv"), 1, "cannot read 'no.jsonl': no such file"),
        ((source, "-o", "no/out.csv"), 4, "cannot write 'no/out.csv'"),
        ((source,), 2, "-o"),
    ):
        done = called("convert", *arguments, cwd=tmp_path, encoding="utf-8")
        assert done.returncode == code, done.stderr
        assert said in done.stderr
        assert "Traceback" not in done.stderr


def test_true_records_of_the_samples(tmp_path: Path) -> None:
    """The models' own output goes through every writer: a key that a writer does not know would show here."""
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "out.jsonl"
    imr_parse(SAMPLES, "--evidence", "-o", out)
    records = [json.loads(line) for line in out.read_bytes().splitlines()]
    convert(str(out), str(tmp_path / "out.parquet"))
    rows = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert json.loads(json.dumps(rows, default=str)) == records
