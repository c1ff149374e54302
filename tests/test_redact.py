"""`--redact`: what is taken out of a record, what stays, and how a batch goes on with hidden paths."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from process import called, imr_parse

from imr_parse import Determination, Options, parse_bytes
from imr_parse.errors import ImrParseError
from imr_parse.outcome import error_record, recorded_path
from imr_parse.redact import hidden_path, redacted
from imr_parse.redact_dates import dates_as_years

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
COPIES = ("party-copy.pdf", "final-2013-parties-copy.pdf", "party-copy-documents.pdf")


def plain(name: str) -> dict[str, Any]:
    return parse_bytes((SAMPLES / name).read_bytes(), f"samples/{name}").model_dump(mode="json")


def with_parties(text: str, **parties: str) -> str:
    """A case summary's text, redacted in a record with these parties."""
    record = plain("one-item.pdf")
    record["parties"].update(parties)
    record["case_summary"]["text"] = text
    return redacted(Determination.model_validate(record)).case_summary.text or ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("seen on October 3, 2016 for", "seen on 2016 for"),
        ("seen on Oct. 3rd, 2016.", "seen on 2016."),
        ("3 October 2016", "2016"),
        ("January 5-10, 2016", "2016"),
        ("in May of 2015", "in 2015"),
        ("10/3/2016, 10-3-2016, 10.3.2016, 2016-10-03", "2016, 2016, 2016, 2016"),
        ("10/03/16 and 12/31/98", "2016 and 1998"),
        ("2016/10/03, 2016/1/3, 2016.10.03, 10.3.16", "2016, 2016, 2016, 2016"),
        ("on October 3 and 4, 2016 and", "on 2016 and"),
        ("October 3, 4 and 10, 2016; 3 and 4 October 2016", "2016; 2016"),
        ("October 3 to 5, 2016, 12 visits", "2016, 12 visits"),
        ("8 CCR 9792.24.2.1, version 1.10.3.16", "8 CCR 9792.24.2.1, version 1.10.3.16"),
        ("10/14/2015-11/20/2016", "2015-2016"),
        ("dated10/14/2015", "dated2015"),
        ("since 10/2015", "since 2015"),
        ("on March 5 she fell", "on [redacted] she fell"),
        ("the patient may 2 or 3 times", "the patient may 2 or 3 times"),
        ("pain is 7/10, strength 4/5", "pain is 7/10, strength 4/5"),
        ("Norco 10/325mg #120, 8 CCR 9792.24.2, L4-5", "Norco 10/325mg #120, 8 CCR 9792.24.2, L4-5"),
        ("ACOEM 2nd edition (2004), pages 308-310", "ACOEM 2nd edition (2004), pages 308-310"),
    ],
)
def test_dates_in_text(text: str, expected: str) -> None:
    assert dates_as_years(text) == expected


@given(
    st.dates(date(1950, 1, 1), date(2039, 12, 31)),
    st.sampled_from(["%m/%d/%Y", "%B %d, %Y", "%Y-%m-%d", "%m/%d/%y"]),
)
def test_every_day_goes_to_its_year(day: date, form: str) -> None:
    assert dates_as_years(f"seen {day.strftime(form)}, then") == f"seen {day.year}, then"


@pytest.mark.parametrize(
    ("parties", "text", "expected"),
    [
        ({"employee": "Lena Vu-Hartmann"}, "LENA told Ms. Hartmann's aide", "[redacted] told Ms. [redacted]'s aide"),
        ({"employee": "Lena Vu-Hartmann"}, "Vu-Hartmann, Lena slept", "[redacted] slept"),
        ({"employee": "Rose Young"}, "a rose rash in a young man; Mr. Young; Rose Young; Young, Rose",
         "a rose rash in a young man; Mr. [redacted]; [redacted]; [redacted]"),
        ({"provider": "Samuel Oyelaran, DO"}, "Dr. Oyelaran will do it", "Dr. [redacted] will do it"),
        ({"provider": "Al Oyelaran, MD, PhD"}, "a PhD, al fresco", "a PhD, al fresco"),
        ({"provider": "Ann Lee"}, "a sleepless night in annual leave", "a sleepless night in annual leave"),
        ({"claim_number": "WC-2013-432688"}, "claim WC2013432688, wc 2013 432688", "claim [redacted], [redacted]"),
        ({"claims_administrator": "Golden Valley Claims Service"}, "the claims service Golden Valley",
         "the claims service [redacted] [redacted]"),
        ({"claims_administrator": "California Insurance"}, "licensed in California", "licensed in California"),
        ({"employee": "A (b"}, "all (brackets) stay", "all (brackets) stay"),
    ],
)  # fmt: skip
def test_names_in_text(parties: dict[str, str], text: str, expected: str) -> None:
    assert with_parties(text, **parties) == expected


@pytest.mark.parametrize("name", COPIES)
def test_nothing_of_the_parties_is_left(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    before = plain(name)
    after = parse_bytes(data, f"samples/{name}", Options(redact=True, evidence=True)).model_dump(mode="json")
    assert any(before["parties"].values())
    assert set(after["parties"].values()) == {None}
    assert after["evidence"] == []
    assert after["source"]["path"] == hidden_path(f"samples/{name}")
    text = json.dumps(after, ensure_ascii=False).lower()
    for value in filter(None, before["parties"].values()):
        assert value.lower() not in text
    days = set(re.findall(r"\d{4}-\d\d-\d\d", text))
    assert days
    assert all(day.endswith("-01-01") for day in days)


def test_every_text_of_a_record_is_looked_through() -> None:
    """A name is put into every string of a record that the schema leaves free; none survives."""
    record = plain("many-items.pdf")
    record["parties"]["employee"] = "Zebulon Quark"
    record["diagnostics"] = [
        {"code": "IMR203", "severity": "warning", "path": "/outcome", "message": "Quark", "page": 1}
    ]

    def spread(node: Any, key: str = "") -> Any:
        if isinstance(node, dict):
            return {k: v if k in ("source", "parties") else spread(v, k) for k, v in node.items()}
        if isinstance(node, list):
            return [spread(v, key) for v in node]
        return (
            f"{node} Quark"
            if isinstance(node, str) and " " in node and key not in ("category", "subcategory", "drug_class")
            else node
        )

    named = Determination.model_validate(spread(record))
    assert named.model_dump_json().count("Quark") > 30
    assert "quark" not in redacted(named).model_dump_json().lower()


def test_what_is_no_name_and_no_date_stays() -> None:
    before = parse_bytes((SAMPLES / "one-item.pdf").read_bytes(), "-")
    after = redacted(before)
    assert after.source == before.source
    assert after.case.case_number == before.case.case_number
    assert after.reviewer == before.reviewer
    assert [d.treatment for d in after.decisions] == [d.treatment for d in before.decisions]
    assert redacted(after) == after


def test_an_error_record_hides_its_path_too() -> None:
    name = recorded_path("jane-doe.pdf", Options(redact=True))
    assert name == hidden_path("jane-doe.pdf")
    assert "jane" not in error_record(name, ImrParseError("IMR104")).model_dump_json()


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return imr_parse(*arguments, cwd=folder, encoding="utf-8")


def test_a_batch_goes_on_by_hidden_paths(tmp_path: Path) -> None:
    letters = tmp_path / "in"
    letters.mkdir()
    for name in COPIES[:2]:
        (letters / name).write_bytes((SAMPLES / name).read_bytes())
    (letters / "jane-doe.txt").write_bytes(b"")
    batch = ("batch", "in", "-o", "out.jsonl", "--redact", "-j", "1")
    first = run(tmp_path, *batch)
    assert first.returncode == 1
    assert "in/jane-doe.txt: IMR104" in first.stderr
    files = [tmp_path / "out.jsonl", tmp_path / "out.errors.jsonl"]
    written = [file.read_bytes() for file in files]
    assert [len(part.splitlines()) for part in written] == [2, 1]
    assert not re.search(rb'"in/|jane|hartmann', b"".join(written), re.IGNORECASE)
    assert run(tmp_path, *batch).returncode == 1
    assert [file.read_bytes() for file in files] == written
    (letters / COPIES[2]).write_bytes((SAMPLES / COPIES[2]).read_bytes())
    run(tmp_path, *batch)
    assert files[0].read_bytes().startswith(written[0])
    assert len(files[0].read_bytes().splitlines()) == 3
    refused = run(tmp_path, *batch[:4], "-j", "1")
    assert (refused.returncode, "it was written with --redact" in refused.stderr) == (2, True)


@pytest.mark.parametrize("command", [("parse",), ("batch", "-o", "out.jsonl")])
def test_evidence_and_redact_exclude_each_other(tmp_path: Path, command: tuple[str, ...]) -> None:
    done = called(*command, "--evidence", "--redact", "x.pdf", cwd=tmp_path, encoding="utf-8")
    assert done.returncode == 2
    assert "exclude each other" in done.stderr
