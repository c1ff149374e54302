"""A dask.distributed cluster as the engine: the same files, order and guarantees as on one machine.

A task is a chunk of letters, which the dask worker reads through pools of its own. So a letter that crashes or hangs its
reader never reaches dask, and a dask worker that is lost has its chunks read by another one.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import re
import socket
import threading
import time
from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import Any

from imr_parse._version import __version__
from imr_parse.batch.failures import WorkersFailed
from imr_parse.batch.local import LocalPool
from imr_parse.batch.worker import Work
from imr_parse.inputs import Input
from imr_parse.output.extras import need
from imr_parse.schema_version import SCHEMA_VERSION

SECONDS = 2.0
"""How long a chunk should take: its size follows what the last ones took."""
LARGEST = 256
"""Letters in a chunk at most."""
AHEAD = 3
"""Chunks for each thread of the cluster."""
PATIENCE = 30
"""Seconds to wait for the scheduler and for a first worker."""
PATIENCE_WITH_NOBODY = 5
"""Seconds to wait where nothing listens at the address: a scheduler may just be starting."""
LOSSES = 5
"""Times that a chunk may lose all workers it was tried on before the job gives up."""


_ADDRESS = re.compile(
    r"(?:(?:tcp|tls|ucx|wss?)://)?(?P<host>\[[0-9A-Fa-f:.]{2,45}\]|[^\s/:\[\]]{1,253}):(?P<port>\d{1,5})"
)


class Cluster:
    """Workers of a dask scheduler. Raises MissingExtra, WorkersFailed."""

    def __init__(self, address: str, work: Work) -> None:
        self._dask = need("distributed", "--cluster", "cluster")
        self._work = work
        self._stopping = False
        self._letters = 4
        _knock(address)
        try:
            self._client = self._dask.Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise _silent(address) from error
        try:
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, TimeoutError, ValueError) as error:
            self.close()
            raise _silent(address) from error

    def run(self, inputs: Iterator[Input]) -> Iterator[tuple[Input, bytes]]:
        """Each input with its line, in input order. Raises WorkersFailed."""
        window: deque[tuple[list[Input], Any]] = deque()
        more = True
        while True:
            width = AHEAD * max(1, sum(self._client.nthreads().values()))
            while more and not self._stopping and len(window) < width:
                chunk = [_absolute(item) for item in islice(inputs, self._letters)]
                more = len(chunk) == self._letters
                if chunk:
                    window.append((chunk, self._submit(chunk)))
            if not window:
                return
            chunk, future = window.popleft()
            lines, seconds = self._result(chunk, future)
            self._learn(len(chunk), seconds)
            for item, line in zip(chunk, lines, strict=True):
                _check_visible(item, line)
                yield item, line

    def stop(self) -> None:
        """Send no further chunk."""
        self._stopping = True

    def close(self) -> None:
        """Let the workers end their pools, and leave the cluster."""
        with contextlib.suppress(Exception):  # a cluster that is gone has no pools to end
            self._client.run(release_pools, wait=False)
        self._client.close(timeout=5)

    def _submit(self, chunk: list[Input]) -> Any:
        return self._client.submit(
            read_chunk, self._work, chunk, (__version__, SCHEMA_VERSION), pure=False, retries=0
        )

    def _result(self, chunk: list[Input], future: Any) -> tuple[list[bytes], float]:
        for _ in range(LOSSES):
            try:
                result: tuple[list[bytes], float] = future.result()
                return result
            except self._dask.KilledWorker:
                future = self._submit(chunk)
            except WorkersFailed:
                raise
            except ModuleNotFoundError as error:
                raise WorkersFailed(
                    f"a worker of the cluster lacks {error.name}: install imr-parse there"
                ) from error
            except Exception as error:
                raise WorkersFailed(f"the cluster failed ({type(error).__name__})") from error
        raise WorkersFailed("the cluster loses its workers again and again")

    def _learn(self, letters: int, seconds: float) -> None:
        if seconds > SECONDS:
            self._letters = max(1, self._letters // 2)
        elif letters == self._letters and seconds < SECONDS / 2:
            self._letters = min(LARGEST, self._letters * 2)


def is_address(text: str) -> bool:
    """Whether this can be a scheduler's address: HOST:8786, with or without tcp:// before it."""
    return _ADDRESS.fullmatch(text) is not None


def _knock(address: str) -> None:
    """See whether anything listens there: dask's client that meets nobody does not end well. Raises WorkersFailed."""
    match = _ADDRESS.fullmatch(address)
    host, port = (match["host"].strip("[]"), int(match["port"])) if match else ("", 0)
    until = time.monotonic() + PATIENCE_WITH_NOBODY
    while True:
        try:
            socket.create_connection((host, port), PATIENCE_WITH_NOBODY).close()
            return
        except (OSError, OverflowError, UnicodeError) as error:
            if not isinstance(error, ConnectionRefusedError) or time.monotonic() > until:
                raise _silent(address) from error
        time.sleep(0.2)


def _silent(address: str) -> WorkersFailed:
    return WorkersFailed(f"no cluster with a worker answers at {address}")


_pools: dict[int, tuple[Work, LocalPool]] = {}
"""In a dask worker, by thread: the pool that it keeps from chunk to chunk, and what that was made for."""


def read_chunk(work: Work, inputs: list[Input], versions: tuple[str, str]) -> tuple[list[bytes], float]:
    """In a dask worker: the lines of these inputs, and how many seconds they took."""
    if versions != (__version__, SCHEMA_VERSION):
        raise WorkersFailed(
            f"a worker of the cluster has version {__version__} of imr-parse, this job {versions[0]}"
        )
    began = time.monotonic()
    thread = threading.get_ident()
    made_for, pool = _pools.pop(thread, (None, None))
    if pool is None or made_for != work:
        if pool is not None:
            pool.close()
        # Dask's workers are daemons, which may not have children. Ours end by themselves when their parent does.
        multiprocessing.current_process().daemon = False
        pool = LocalPool(work, jobs=1)
    lines = [line for _, line in pool.run(iter(inputs))]
    _pools[thread] = (work, pool)  # a pool whose run failed is not kept
    return lines, time.monotonic() - began


def release_pools() -> None:
    """In a dask worker: end the pools that no chunk is using."""
    while _pools:
        _pools.popitem()[1][1].close()


def _absolute(item: Input) -> Input:
    """Workers stand in other folders."""
    return item._replace(path=os.path.abspath(item.path))


def _check_visible(item: Input, line: bytes) -> None:
    if b'"error":{"code":"IMR103"' in line and item.problem is None and os.access(item.path, os.R_OK):
        raise WorkersFailed(
            f"a worker of the cluster does not see {item.name}; letters must lie in a folder that all share"
        )
