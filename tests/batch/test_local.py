"""The pool: one bad letter costs one letter, and lines come back in order."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_parse.batch import local
from imr_parse.batch.failures import WorkersFailed
from imr_parse.batch.local import LocalPool
from imr_parse.batch.worker import Work
from imr_parse.inputs import Input

from . import fakes

FAST = Work(read=fakes.read, timeout=1.5, max_memory=256 * 2**20)


def run(inputs: list[Input], work: Work = FAST, jobs: int = 2, method: str | None = None) -> list[dict]:
    pool = LocalPool(work, jobs, method)
    try:
        pairs = list(pool.run(iter(inputs)))
    finally:
        pool.close()
    assert [item for item, _ in pairs] == inputs
    return [json.loads(line) for _, line in pairs]


def codes(records: list[dict]) -> dict[int, str]:
    return {n: r["error"]["code"] for n, r in enumerate(records) if "error" in r}


@pytest.mark.parametrize(
    ("order", "code"),
    [
        ("crash", "IMR111"),
        ("segfault", "IMR111"),
        ("hang", "IMR110"),
        ("hang-in-c", "IMR110"),
        pytest.param(
            "memory",
            "IMR112",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory"),
        ),
        ("defect", "IMR113"),
        ("refuse", "IMR101"),
        ("nothing", "IMR113"),
    ],
)
def test_a_bad_letter_costs_only_itself(tmp_path: Path, order: str, code: str) -> None:
    orders = [""] * 40
    orders[21] = order
    records = run(fakes.letters(tmp_path, orders))
    assert codes(records) == {21: code}
    good = [n for n, r in enumerate(records) if r.get("case", {}).get("case_number") == f"CM16-{n:07}"]
    assert good == [n for n in range(40) if n != 21]
    assert "private" not in json.dumps(records)


def test_the_error_record_knows_the_bytes(tmp_path: Path) -> None:
    (failed,) = run(fakes.letters(tmp_path, ["crash"]), jobs=1)
    assert failed["error"]["message"] == "reading the letter crashed its worker process (exit code 3)"
    assert len(failed["source"]["sha256"]) == 64


def test_a_letter_that_fails_once_is_read(tmp_path: Path) -> None:
    orders = ["", f"once {tmp_path / 'flag'}", ""]
    assert codes(run(fakes.letters(tmp_path / "in", orders))) == {}


def test_all_bad_at_once(tmp_path: Path) -> None:
    orders = ["crash", "hang", "", "segfault", "memory", "", "crash", "hang"]
    found = codes(run(fakes.letters(tmp_path, orders)))
    assert found == {0: "IMR111", 1: "IMR110", 3: "IMR111", 4: "IMR112", 6: "IMR111", 7: "IMR110"}


def test_slow_letters_come_in_order_and_keep_apart(tmp_path: Path) -> None:
    orders = ["sleep 0.3" if n % 5 == 0 else "" for n in range(20)]
    assert codes(run(fakes.letters(tmp_path, orders))) == {}


def test_spawned_workers(tmp_path: Path) -> None:
    assert codes(run(fakes.letters(tmp_path, ["", "crash", "", ""]), method="spawn")) == {1: "IMR111"}


def test_the_window_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "WINDOW", 48)
    taken = 0

    def counted() -> Iterator[Input]:
        nonlocal taken
        for item in fakes.letters(tmp_path, ["sleep 1"] + [""] * 400):
            taken += 1
            yield item

    pool = LocalPool(FAST, 2)
    results = pool.run(counted())
    next(results)
    assert taken <= 48 + local.LETTERS
    assert len(list(results)) == 400
    pool.close()


def test_stop_finishes_what_is_in_hand(tmp_path: Path) -> None:
    inputs = fakes.letters(tmp_path, ["sleep 0.2"] * 64)
    pool = LocalPool(FAST, 2)
    done = []
    for item, line in pool.run(iter(inputs)):
        done.append(item)
        assert b"error" not in line
        if len(done) == 3:
            pool.stop()
    pool.close()
    assert 3 <= len(done) < 40
    assert done == inputs[: len(done)]


def test_workers_that_cannot_live_are_said(tmp_path: Path) -> None:
    with pytest.raises(WorkersFailed):
        run(fakes.letters(tmp_path, [""]), Work(read=fakes.Deadly()))
