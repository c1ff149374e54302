"""A scheduler and two workers as processes on this machine: the same bytes as a local run, also when one is killed."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_parse.batch import job as jobs
from imr_parse.batch.cluster import Cluster
from imr_parse.batch.failures import WorkersFailed
from imr_parse.batch.local import LocalPool
from imr_parse.batch.outputs import Outputs
from imr_parse.batch.worker import Work
from imr_parse.pipeline import Options

from . import fakes

pytest.importorskip("distributed")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="process groups of POSIX")

WORK = Work(read=fakes.read, timeout=1)
ROOT = Path(__file__).parents[2]


class Machines:
    """A scheduler and its workers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # Workers must find the stand-in reader; a user's workers have imr-parse installed.
        paths = os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests"), os.environ.get("PYTHONPATH", "")))
        self.env = {**os.environ, "PYTHONPATH": paths}
        self.processes: list[subprocess.Popen[bytes]] = []
        self.scheduler = self.start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        log = folder / "scheduler-0.log"
        deadline = time.monotonic() + 30
        while not (found := re.search(r"tcp://127\.0\.0\.1:\d+", log.read_text())):
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.05)
        self.address = found[0]
        self.workers = [self.start_worker() for _ in range(2)]

    def start_worker(self) -> subprocess.Popen[bytes]:
        return self.start("worker", self.address, "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")

    def start(self, role: str, *arguments: str) -> subprocess.Popen[bytes]:
        name = f"{role}-{sum(1 for _ in self.folder.glob(f'{role}-*.log'))}"
        with open(self.folder / f"{name}.log", "wb") as log:
            command = [sys.executable, "-m", f"distributed.cli.dask_{role}", *arguments]
            process = subprocess.Popen(
                command, stdout=log, stderr=log, env=self.env, cwd=self.folder, start_new_session=True
            )
        self.processes.append(process)
        return process

    def stop(self) -> None:
        for process in self.processes:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    found = Machines(tmp_path_factory.mktemp("cluster"))
    yield found
    found.stop()


def content(out: Path) -> tuple[bytes, bytes]:
    return out.read_bytes(), out.with_name(out.stem + ".errors.jsonl").read_bytes()


def run(
    out: Path, engine: jobs.Engine, inputs: list[fakes.Input], kill: subprocess.Popen[bytes] | None = None
) -> None:
    with Outputs(out) as outputs:
        for count, _ in enumerate(jobs.resume(outputs, Options()).run(inputs, engine)):
            if count == 20 and kill is not None:
                os.killpg(kill.pid, signal.SIGKILL)
        outputs.finish()


def test_the_same_bytes_as_a_local_run(machines: Machines, tmp_path: Path) -> None:
    orders = ["sleep 0.01" if n % 9 == 0 else "" for n in range(300)]
    orders[30], orders[31], orders[77], orders[200] = "crash", "refuse", "hang", "defect"
    inputs = fakes.letters(tmp_path / "in", orders)
    local = LocalPool(WORK, 2)
    run(tmp_path / "local.jsonl", local, inputs)
    local.close()
    cluster = Cluster(machines.address, WORK)
    run(tmp_path / "cluster.jsonl", cluster, inputs)
    assert content(tmp_path / "cluster.jsonl") == content(tmp_path / "local.jsonl")
    run(tmp_path / "killed.jsonl", cluster, inputs, kill=machines.workers[0])
    assert content(tmp_path / "killed.jsonl") == content(tmp_path / "local.jsonl")
    cluster.close()


def test_letters_that_the_workers_cannot_see(machines: Machines, tmp_path: Path) -> None:
    inputs = fakes.letters(tmp_path / "in", ["", "gone"])
    cluster = Cluster(machines.address, Work(read=fakes.blind))
    with pytest.raises(WorkersFailed, match="does not see 00000.txt"):
        list(cluster.run(iter(inputs)))
    cluster.close()


def test_no_cluster_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("imr_parse.batch.cluster.PATIENCE", 1)
    with pytest.raises(WorkersFailed, match="no cluster"):
        Cluster("tcp://127.0.0.1:9", WORK)
