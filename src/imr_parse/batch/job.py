"""A job: the inputs that do not stand in the outputs yet go through an engine, and what comes back is appended.

The engine is whatever maps inputs to lines in order; the pool of this machine is one, a cluster another.
"""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from pydantic_core import from_json

from imr_parse.batch.failures import Refused
from imr_parse.batch.known import Record
from imr_parse.batch.outputs import Outputs
from imr_parse.batch.seen import Seen
from imr_parse.batch.summary import Summary
from imr_parse.inputs import Input
from imr_parse.outcome import recorded_path
from imr_parse.pipeline import Options
from imr_parse.record import STANDARD_INPUT
from imr_parse.redact import is_hidden

PROBES = 4
"""Letters at each end of the output that are read again, to see that this start would write the same."""


class Engine(Protocol):
    """Reads letters, anywhere."""

    def run(self, inputs: Iterator[Input]) -> Iterator[tuple[Input, bytes]]:
        """Each input with its JSON line, a record's or an error's, in the order of the inputs.

        `inputs` is consumed no further than a bounded window ahead.
        """

    def stop(self) -> None:
        """Begin no further letter; `run` ends after those in hand. Safe in a signal handler."""

    def close(self) -> None:
        """Let go of processes and connections."""


class Finished(NamedTuple):
    """One input that now stands in the outputs."""

    name: str
    record: Record
    """The record, or the error record."""
    repeats: str | None
    """"same_bytes" or "same_case" where it repeats an earlier letter."""


@dataclass
class Job:
    """What stands in the outputs and what is still to do. Make it with `resume`."""

    outputs: Outputs
    options: Options
    summary: Summary = field(default_factory=Summary)
    resumed: int = 0
    """Inputs that stood in the outputs at the start."""
    touched: list[Input] = field(default_factory=list)
    """Inputs that stood there and whose files have been touched since; `changed` looks into them."""
    _done: Seen = field(default_factory=Seen)
    _probes: dict[str, bytes] = field(default_factory=dict)
    """Lines of letters that are to be read again, by path in the outputs."""
    _probing: dict[str, bytes] = field(default_factory=dict)
    """Those of them that are with the engine."""

    def read_back(self, fits: Callable[[], object]) -> None:
        """Take in what stands in the outputs; `fits` is called after each record. Raises Refused, CannotWrite."""
        first: list[tuple[str, bytes]] = []
        last: deque[tuple[str, bytes]] = deque(maxlen=PROBES)
        for record, line in self.outputs.read_back():
            _check_options(self.outputs, self.options, record)
            fits()
            self._done.add(record["source"]["path"])
            self.summary.add(record)
            if record["source"]["sha256"] is not None and not _by_limit(record):
                (first if len(first) < PROBES else last).append((record["source"]["path"], line))
        self.resumed = self.summary.done
        self._probes.update((*first, *last))

    def run(self, inputs: Iterable[Input], engine: Engine) -> Iterator[Finished]:
        """Read what is to read, in order, each name once. Raises Refused, CannotWrite, WorkersFailed."""
        for item, line in engine.run(self._to_read(inputs)):
            record = from_json(line)
            expected = self._probing.pop(self._key(item), None)
            if expected is not None:
                self._compare(item, record, line, expected)
                continue
            self.outputs.write(line, failed="error" in record)
            yield Finished(item.name, record, self.summary.add(record))

    def changed(self) -> Iterator[str]:
        """Names of the touched inputs that hold other bytes than their record was read from. Reads those files.

        Call it after `finish`: everything must stand in the outputs.
        """
        paths = {self._key(item): item for item in self.touched}
        if not paths:
            return
        for record in self.outputs.records():
            item = paths.get(record["source"]["path"])
            if item is not None and _digest(item.path) not in (None, record["source"]["sha256"]):
                yield item.name

    def _key(self, item: Input) -> str:
        """The path by which the outputs know an input."""
        return recorded_path(item.name, self.options)

    def _to_read(self, inputs: Iterable[Input]) -> Iterator[Input]:
        stood = len(self._done) > 0
        since = self.outputs.last_written
        for item in inputs:
            key = self._key(item)
            if self._done.add(key):
                yield item
            elif stood:
                if _touched(item, since):
                    self.touched.append(item)
                if (line := self._probes.pop(key, None)) is not None:
                    self._probing[key] = line
                    yield item

    def _compare(self, item: Input, record: Record, line: bytes, expected: bytes) -> None:
        digest = record["source"]["sha256"]
        same = digest is not None and digest == from_json(expected)["source"]["sha256"]
        if same and line != expected:
            raise _other_options(self.outputs, f"{item.name} would give another record now")


def resume(outputs: Outputs, options: Options, fits: Callable[[], object] = lambda: None) -> Job:
    """The job as its outputs tell it. Raises Refused where they were written otherwise than these options say.

    `fits` is called after each record that was written as these options say: what is to be started may start then,
    while the rest is read.
    """
    job = Job(outputs, options)
    try:
        job.read_back(fits)
    except Refused:
        if not outputs.redo:
            raise
        outputs.discard()
        return Job(outputs, options)
    return job


def _check_options(outputs: Outputs, options: Options, record: Record) -> None:
    """What a record tells of the options it was made with."""
    hidden = is_hidden(record["source"]["path"])
    if hidden is not None and hidden != options.redact:
        raise _other_options(outputs, f"it was written {'with' if hidden else 'without'} --redact")
    if "error" in record:
        return
    reader = record["source"]["reader"]
    if reader in ("pdfium", "pdfplumber") and reader != options.reader:
        raise _other_options(outputs, f"it was read with --reader {reader}")
    if bool(record["evidence"]) and not options.evidence:
        raise _other_options(outputs, "it was written with --evidence")
    if options.evidence and not record["evidence"] and record["decisions"]:
        raise _other_options(outputs, "it was written without --evidence")


def _other_options(outputs: Outputs, what: str) -> Refused:
    if outputs.redo:
        return Refused(
            f"the --redo that was begun does not fit: {what}", f"delete {outputs.path}.redo and start again"
        )
    return Refused(
        f"{outputs.path} was written with other options: {what}",
        "use the same options, --redo to read all letters again, or another output",
    )


def _by_limit(record: Record) -> bool:
    """Whether it is an error of time or memory, which need not come out the same again."""
    return "error" in record and record["error"]["code"] in ("IMR110", "IMR111", "IMR112")


def _touched(item: Input, since: float) -> bool:
    if item.path == STANDARD_INPUT:
        return False
    try:
        status = os.stat(item.path)
    except (OSError, ValueError):
        return False
    return max(status.st_mtime, status.st_ctime) > since


def _digest(path: str) -> str | None:
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None
