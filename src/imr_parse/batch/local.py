"""A pool of worker processes on this machine: a letter that kills, hangs or fills its worker costs that letter only.

Several letters travel in one task. When a task fails, each of its letters is tried once more, alone; the one that fails
again gets an error record. Results come in input order through a bounded window.
"""

from __future__ import annotations

import signal
import threading
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice

from pebble import ProcessExpired, ProcessPool

from imr_parse.batch import platforms
from imr_parse.batch.failures import WorkersFailed
from imr_parse.batch.worker import OUT_OF_MEMORY, SLICE, Work, prepare, read_letters
from imr_parse.errors import ImrParseError
from imr_parse.inputs import Input, read_input
from imr_parse.outcome import error_record, recorded_path
from imr_parse.output.lines import json_line

LETTERS = 16
"""Letters in one task."""
AHEAD = 3
"""Tasks for each worker, one in work and the others waiting for it."""
WINDOW = 8192
"""Most letters between the first unfinished one and the last one begun."""
WINDOW_BYTES = 32 * 2**20
"""Most bytes of finished records that wait for an earlier letter."""
TICK = 0.5
"""Seconds after which the main thread looks up from waiting, so that Ctrl-C is heard on Windows too."""
PATIENCE = 30.0
"""Seconds without any news, beyond two time limits, after which the pool itself counts as stuck."""
FAILURES = 1
"""Failures that a letter may have before the last."""
FAILURES_WHEN_KILLED = 3
"""The same where somebody or the system killed the worker, which is seldom the letter's doing."""
KILLED = -9
"""Exit code of a process that was killed from outside; the pool's own kills are told as time-outs."""
FRESH_STARTS = 3
"""Pools that may break one after the other without finishing a letter."""


@dataclass(slots=True)
class _Slot:
    """One letter in the window."""

    item: Input
    line: bytes | None = None
    failures: int = 0


class LocalPool:
    """Worker processes of this machine. One thread may use it, for one run at a time."""

    def __init__(self, work: Work, jobs: int, start_method: str | None = None) -> None:
        self._work = work
        self._jobs = jobs
        preload = ("imr_parse.batch.worker", work.read.__module__)
        self._context = platforms.start_context(start_method, preload)
        self._pool = self._new_pool()
        self._breaks = 0
        self._stopping = False
        self._window: deque[_Slot] = deque()
        self._waiting: deque[list[_Slot]] = deque()
        self._running: dict[Future[list[bytes]], list[_Slot]] = {}

    def run(self, inputs: Iterator[Input]) -> Iterator[tuple[Input, bytes]]:
        """Each input with its line, in input order. Raises WorkersFailed."""
        more = True
        held = 0
        while True:
            while more and not self._waiting and self._is_idle() and held < WINDOW_BYTES:
                if len(self._window) >= WINDOW:
                    break
                task = [_Slot(item) for item in islice(inputs, LETTERS)]
                more = len(task) == LETTERS and not self._stopping
                self._window.extend(task)
                if task:
                    self._start(task)
            while self._waiting and self._is_idle():
                self._start(self._waiting.popleft())
            while self._window and (line := self._window[0].line) is not None:
                held -= len(line)
                yield self._window.popleft().item, line
            if self._stopping:
                self._leave_the_rest()
                more = False
            if self._running:
                for future in self._finished():
                    held += self._settle(future)
            elif not self._waiting and not self._window and not more:
                return

    def stop(self) -> None:
        """Begin no further letter: `run` ends after those in hand."""
        self._stopping = True

    def close(self) -> None:
        """End the workers."""
        # A pool that is stuck cannot be joined: leave that to a thread which the interpreter does not wait for.
        self._pool.stop()  # type: ignore[no-untyped-call]
        ending = threading.Thread(target=self._pool.join, daemon=True)
        ending.start()
        ending.join(10)

    def _new_pool(self) -> ProcessPool:
        pool = ProcessPool(self._jobs, initializer=prepare, initargs=(self._work,), context=self._context)
        with platforms.deaf_children():
            _ = pool.active  # starts it
        return pool

    def _is_idle(self) -> bool:
        return len(self._running) < self._jobs * AHEAD

    def _start(self, task: list[_Slot]) -> None:
        if not self._pool.active:
            self._restart()
        arguments = (self._work, [slot.item for slot in task])
        future = self._pool.schedule(read_letters, args=arguments, timeout=self._work.timeout + SLICE)
        self._running[future] = task

    def _finished(self) -> list[Future[list[bytes]]]:
        """The tasks that are done by now: at least one, unless the pool was started anew or is to stop."""
        patience = time.monotonic() + 2 * self._work.timeout + PATIENCE
        while True:
            done, _ = wait(self._running, timeout=TICK, return_when=FIRST_COMPLETED)
            if done or self._stopping:
                return list(done)
            if time.monotonic() > patience or not self._pool.active:
                self._restart()
                return []

    def _settle(self, future: Future[list[bytes]]) -> int:
        """Take a task's result, or see to its letters; the number of bytes taken."""
        task = self._running.pop(future, None)
        if task is None:  # the pool was started anew meanwhile
            return 0
        try:
            lines = future.result()
        except CancelledError:
            return 0
        except BrokenProcessPool:  # not the letters' doing: a worker was killed while idle or starting
            self._waiting.appendleft(task)
            self._restart()
            return 0
        except (ProcessExpired, TimeoutError) as error:
            killed = isinstance(error, ProcessExpired) and error.exitcode == KILLED
            allowed = FAILURES_WHEN_KILLED if killed else FAILURES
            return self._blame(task, _reason(error, self._work), allowed)
        except Exception as error:  # noqa: BLE001 (a defect of ours, outside of reading: it must not end the job)
            defect = ImrParseError("IMR113", f"the program failed on this letter ({type(error).__name__})")
            return self._blame(task, defect, FAILURES)
        self._breaks = 0
        for slot, line in zip(task, lines, strict=False):
            slot.line = line
        self._waiting.extendleft([slot] for slot in reversed(task[len(lines) :]))
        return sum(map(len, lines))

    def _blame(self, task: list[_Slot], error: ImrParseError, allowed: int) -> int:
        """A task failed: its letters are tried once more, alone; one that was tried so before has failed."""
        if len(task) == 1 and task[0].failures >= allowed:
            (slot,) = task
            name = recorded_path(slot.item.name, self._work.options)
            slot.line = json_line(error_record(name, error, _bytes(slot.item, self._work)))
            return len(slot.line)
        for slot in task:
            slot.failures += 1
        self._waiting.extendleft([slot] for slot in reversed(task))
        return 0

    def _restart(self) -> None:
        """New workers for what the old ones had in hand."""
        self._breaks += 1
        if self._breaks > FRESH_STARTS:
            raise WorkersFailed("worker processes end before they have read a letter")
        self.close()
        self._pool = self._new_pool()
        self._waiting.extendleft(reversed(self._running.values()))
        self._running.clear()

    def _leave_the_rest(self) -> None:
        """Give up what no worker has begun, and with it all that stands behind it in the window."""
        for future in [future for future in self._running if not future.running() and future.cancel()]:
            del self._running[future]
        begun = {id(slot) for task in self._running.values() for slot in task}
        self._waiting.clear()
        keep = 0
        while keep < len(self._window) and (self._window[keep].line or id(self._window[keep]) in begun):
            keep += 1
        while len(self._window) > keep:
            self._window.pop()


def _reason(error: BaseException, work: Work) -> ImrParseError:
    match error:
        case ProcessExpired(exitcode=code) if code == OUT_OF_MEMORY:
            return ImrParseError("IMR112", f"reading the letter needed more than {work.max_memory >> 20} MiB")
        case ProcessExpired(exitcode=code):
            return ImrParseError("IMR111", f"reading the letter crashed its worker process ({_exit(code)})")
        case _:
            return ImrParseError("IMR110", f"reading the letter took longer than {work.timeout:g} seconds")


def _exit(code: int) -> str:
    try:
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"
    except ValueError:
        return f"signal {-code}"


def _bytes(item: Input, work: Work) -> bytes | None:
    """The letter's bytes for its digest; reading them is safe where parsing them was not."""
    try:
        return read_input(item, work.options.max_size)
    except (ImrParseError, MemoryError):
        return None
