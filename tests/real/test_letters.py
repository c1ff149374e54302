"""Real letters: every field right, nothing flagged, and the laws that hold for our own samples hold for them.

IMR_PARSE_ALL_LETTERS=1 reads every letter with the second reader too.
"""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

from core import laws

from imr_parse import Determination, Options, parse_bytes, parse_file


@cache
def record(path: Path) -> Determination:
    return parse_file(path, Options(evidence=True))


def test_evidence(letter: Path) -> None:
    laws.evidence_law(letter.read_bytes(), record(letter))


def test_diagnostics(letter: Path) -> None:
    laws.diagnostics_law(record(letter))
    assert [row.code for row in record(letter).diagnostics if row.severity == "error"] == []


def test_round_trip(letter: Path) -> None:
    laws.round_trip_law(record(letter))


def test_canonical_text(letter: Path) -> None:
    laws.canonical_law(letter.read_bytes(), record(letter))


def test_boxes(some_letter: Path) -> None:
    laws.crop_law(some_letter.read_bytes(), record(some_letter))


def test_two_readers(some_letter: Path) -> None:
    laws.two_readers_law(some_letter.read_bytes())


def test_the_score(shared: Path, tmp_path: Path) -> None:
    """Every field exact, none silently wrong, at most 2 of 100 clean letters flagged: as ../shared/score.py counts."""
    out = tmp_path / "out.jsonl"
    parsed = subprocess.run(
        [sys.executable, "-m", "imr_parse", str(shared / "letters"), "-o", str(out)],
        capture_output=True,
        check=False,
    )
    assert parsed.returncode == 0, parsed.stderr
    limits = ("--min", "100", "--max-flagged", "2")
    command = [sys.executable, str(shared / "score.py"), str(shared / "letters" / "truth.json"), str(out)]
    scored = subprocess.run([*command, *limits], capture_output=True, check=False, encoding="utf-8")
    assert scored.returncode == 0, scored.stdout[-3000:]
    last = scored.stdout.splitlines()[-1]
    assert (
        "exact 100.000%" in last and last.endswith("silent 0") and "missing 0, doubled 0, unknown 0" in last
    )


def test_the_seed_letter_is_whole(shared: Path) -> None:
    """Text with an empty line after every line and no header: whole, right, and without alarm."""
    data = (shared / "seed" / "letter.txt").read_bytes()
    found = parse_bytes(data, "letter.txt", Options(evidence=True))
    assert [row for row in found.diagnostics if row.severity != "note"] == []
    notes = {row.code for row in found.diagnostics if row.severity == "note"}
    assert notes <= {"IMR404", "IMR407", "IMR412"}
    laws.evidence_law(data, found)
    laws.diagnostics_law(found)
    laws.canonical_law(data, found)
    printed = " ".join(data.decode("utf-8-sig").split())
    assert len(found.decisions) == len(re.findall(r"MAXIMUS guideline:", printed))
    assert [decision.outcome for decision in found.decisions] == [
        word.lower() for word in re.findall(r": (Upheld|Overturned) Claims", printed)
    ]
    assert found.reviewer.licensure_states == ("California",)
    assert found.reviewer.certifications == ("Family Practice",)
    assert (found.case_summary.patient.age, found.case_summary.patient.sex) == (71, "male")
    assert found.case_summary.patient.occupation == "chief administrative officer"
    for decision in found.decisions:
        for text in (decision.heading, decision.rationale, decision.reviewer_guideline.text):
            assert text and text in printed
    assert found.case_summary.text and found.case_summary.text in printed
