"""The run of a batch: from a request to an exit code, whatever happens."""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Self

from imr_parse.batch import job as jobs
from imr_parse.batch.failures import CannotWrite, JobFailed, WorkersFailed, writing
from imr_parse.batch.job import Engine, Job
from imr_parse.batch.journal import Journal
from imr_parse.batch.local import LocalPool
from imr_parse.batch.outputs import Outputs
from imr_parse.batch.worker import Work
from imr_parse.cli import console
from imr_parse.cli.exits import Exit
from imr_parse.cli.progress import Progress, closing_lines
from imr_parse.inputs import Input, Skipped, collect
from imr_parse.output.extras import MissingExtra
from imr_parse.record import STANDARD_INPUT, ErrorRecord


@dataclass(frozen=True)
class Request:
    """What the command line asks for."""

    paths: Iterable[str]
    """Arguments and listed paths; consumed once."""
    output: Path
    work: Work
    workers: int
    countable: list[str] | None = None
    """Paths that can be walked a second time, to know how many letters there are."""
    redo: bool = False
    cluster: str | None = None
    strict: bool = False
    summary: str | None = None
    log: str | None = None
    verbose: bool = False
    quiet: bool = False


def run(request: Request) -> Exit:
    """Do the job; says everything there is to say on standard error."""
    try:
        with ExitStack() as stack:
            return _run(request, stack)
    except JobFailed as error:
        console.complain(f"{error.message}; {error.remedy}")
        return Exit.OUTPUT if isinstance(error, CannotWrite) else Exit.USAGE
    except WorkersFailed as error:
        console.complain(f"{error}; once that is mended, the same command goes on where this one stopped")
        return Exit.NO_RECORD
    except MissingExtra as error:
        console.complain(str(error))
        return Exit.USAGE
    except KeyboardInterrupt:
        console.complain("stopped; the same command goes on where this one stopped")
        return Exit.INTERRUPTED


def _run(request: Request, stack: ExitStack) -> Exit:
    began = time.monotonic()
    outputs = stack.enter_context(Outputs(request.output, request.redo))

    @cache
    def engine() -> Engine:
        return stack.enter_context(closing(_engine(request)))

    job = jobs.resume(outputs, request.work.options, engine)  # workers start while the rest is read back
    journal = stack.enter_context(Journal(request.log))
    journal.start(job)
    interrupt = stack.enter_context(_Interrupt(engine()))
    skipped = Skipped()
    inputs = _spooled(collect(request.paths, skipped), request.work.options.max_size, stack)
    progress = stack.enter_context(Progress(job, quiet=request.quiet, verbose=request.verbose))
    if progress.wants_total and request.countable is not None:
        threading.Thread(target=_count, args=(request.countable, progress), daemon=True).start()
    try:
        for finished in job.run(inputs, engine()):
            journal.letter(finished)
            if "error" in finished.record:
                console.problem(ErrorRecord.model_validate(finished.record), finished.name)
            elif request.strict and finished.record["needs_review"]:
                console.needs_review(finished.name)
            progress.step()
    except (KeyboardInterrupt, WorkersFailed):
        outputs.flush()
        raise
    if interrupt.heard:
        outputs.flush()
        progress.close()
        journal.end(job, "interrupted")
        console.complain(f"stopped after {job.summary.done:,} inputs; the same command goes on from there")
        return Exit.INTERRUPTED
    outputs.finish()
    for name in job.changed():
        journal.changed(name)
        console.say(
            f"{name}: its bytes have changed since its record was written; use --redo to read all again"
        )
    progress.close()
    journal.end(job, "done")
    _write_summary(request, job)
    if not job.summary.done:
        console.nothing_found()
    elif not request.quiet:
        for line in closing_lines(job, time.monotonic() - began, outputs, skipped):
            console.say(line)
    return Exit.of(job.summary.done, job.summary.errors, job.summary.to_review if request.strict else 0)


def _engine(request: Request) -> Engine:
    if request.cluster is None:
        return LocalPool(request.work, request.workers)
    from imr_parse.batch.cluster import Cluster  # needs an extra

    cluster = Cluster(request.cluster, request.work)
    for name in ("distributed", "distributed.client"):  # what matters of it is said in our own words
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return cluster


class _Interrupt:
    """Ctrl-C, or a request to end: the first one lets the engine finish what it has in hand, the second does not."""

    def __init__(self, engine: Engine) -> None:
        self.heard = False
        self._engine = engine
        self._before: dict[signal.Signals, object] = {}

    def _hear(self, number: int, frame: FrameType | None) -> None:
        if self.heard:
            raise KeyboardInterrupt
        self.heard = True
        self._engine.stop()
        # Not through sys.stderr: the signal may have come in the middle of its writing.
        os.write(2, b"imr-parse: finishing the letters in hand; once more to stop at once\n")

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                self._before[number] = signal.signal(number, self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]


def _spooled(inputs: Iterable[Input], max_size: int, stack: ExitStack) -> Iterator[Input]:
    """Standard input as a file that workers can open."""
    for item in inputs:
        if item.path == STANDARD_INPUT and sys.stdin is not None:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="imr-parse-"))
            path = os.path.join(folder, "standard-input")
            with open(path, "wb") as file:
                file.write(sys.stdin.buffer.read(max_size + 1))
            item = Input(path, item.name)
        yield item


def _count(paths: list[str], progress: Progress) -> None:
    total = sum(1 for _ in collect(paths))
    progress.total = total


def _write_summary(request: Request, job: Job) -> None:
    if request.summary is None:
        return
    path = Path(request.summary)
    text = json.dumps(job.summary.as_json(), indent=2, ensure_ascii=False) + "\n"
    with writing(path):
        path.write_text(text, encoding="utf-8", newline="\n")
