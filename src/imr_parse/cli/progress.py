"""How a batch tells people how far it is: a bar on a terminal, a line each half minute where one is wanted, a summary."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Self

from imr_parse.batch.job import Job
from imr_parse.batch.outputs import Outputs, errors_path
from imr_parse.cli import console
from imr_parse.cli.tally import some
from imr_parse.codes import CODES
from imr_parse.inputs import Skipped

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

REFRESH = 0.2
"""Seconds between two looks at the counts."""
LINE = 30.0
"""Seconds between two lines of `-v`."""

SLOW = 10.0
"""Letters a second below which a decimal is shown."""


class Progress:
    """Shows a job's counts as they grow. A context; `step` after each input."""

    def __init__(self, job: Job, quiet: bool, verbose: bool) -> None:
        terminal = sys.stderr is not None and sys.stderr.isatty()
        self.wants_total = terminal and not quiet
        """Whether it is worth counting the inputs."""
        self.total: int | None = None
        """Inputs in all, once somebody has counted them."""
        self._lines = verbose and not terminal and not quiet
        self._job = job
        self._began = self._looked = time.monotonic()
        self._bar: Bar | None = None

    def __enter__(self) -> Self:
        if self.wants_total:
            self._bar = _bar()
            self._bar.start()
            self._bar.add_task("letters", total=None, done="", counts="", rate="")
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def step(self) -> None:
        """Show what there is to show by now."""
        now = time.monotonic()
        if now - self._looked < (REFRESH if self._bar is not None else LINE):
            return
        self._looked = now
        done = self._job.summary.done
        if self._bar is not None:
            self._bar.update(
                self._bar.task_ids[0],
                completed=done,
                total=self.total,
                done=f"{done:,}/{'?' if self.total is None else format(self.total, ',')}",
                rate=f"{self._rate(now):,.0f}/s",
                counts=self._counts(),
            )
        elif self._lines:
            console.say(f"{done:,} inputs, {self._rate(now):,.0f} a second: {self._counts()}")

    def _rate(self, now: float) -> float:
        return (self._job.summary.done - self._job.resumed) / max(now - self._began, 0.001)

    def _counts(self) -> str:
        found = self._job.summary
        outcomes = found.decision_outcomes
        return (
            f"{some(found.errors, 'error')}, {found.to_review:,} to review, "
            f"{outcomes['upheld']:,} upheld, {outcomes['overturned']:,} overturned"
        )


def _bar() -> Bar:
    from rich.console import Console  # heavy, and only a terminal needs it
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.table import Column

    def whole() -> Column:
        return Column(no_wrap=True)  # in a narrow terminal the last column is cut, not these

    return Progress(
        TextColumn("{task.fields[done]}", table_column=whole()),
        BarColumn(bar_width=10, table_column=whole()),
        TextColumn("{task.fields[rate]}", table_column=whole()),
        TimeRemainingColumn(compact=True, table_column=whole()),
        TextColumn("{task.fields[counts]}", table_column=Column(no_wrap=True, overflow="ellipsis", ratio=1)),
        expand=True,
        console=Console(stderr=True),
        transient=True,
    )


def closing_lines(job: Job, seconds: float, outputs: Outputs, skipped: Skipped) -> Iterator[str]:
    """The summary, a sentence a line."""
    found = job.summary
    outcomes = found.decision_outcomes
    unread = f", {outcomes['unknown']:,} not read" if outcomes["unknown"] else ""
    read = found.done - job.resumed
    rate = read / max(seconds, 0.001)
    speed = f", {rate:,.{0 if rate >= SLOW else 1}f} letters a second" if read else ""
    yield (
        f"{some(found.letters, 'letter')} with {some(found.decisions, 'decision')}: "
        f"{outcomes['upheld']:,} upheld, {outcomes['overturned']:,} overturned{unread}; "
        f"{found.to_review:,} to review; {some(found.errors, 'error')}; "
        f"{seconds:,.1f} s{speed}"
    )
    if job.resumed:
        yield f"{some(job.resumed, 'input')} stood in {outputs.path} before this start"
    if outputs.mended:
        yield f"a half-written end of {some(outputs.mended, 'byte')} was cut off and read again"
    if found.layouts:
        yield f"layouts: {_tally(found.layouts)}"
    if found.review_codes:
        yield f"to review: {_tally(found.review_codes)}"
    if found.error_codes:
        yield f"errors: {_tally(found.error_codes)}; see {errors_path(outputs.path)}"
    if found.same_bytes:
        yield f"{some(found.same_bytes, 'letter')} with the same bytes as an earlier one"
    if found.same_case:
        yield f"{some(found.same_case, 'letter')} with the case number of an earlier one"
    if sentence := skipped.sentence():
        yield sentence


def _tally(counts: Mapping[str, int]) -> str:
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return ", ".join(f"{name}{_name(name)} {count:,}" for name, count in rows)


def _name(code: str) -> str:
    return f" {CODES[code].name}" if code in CODES else ""
