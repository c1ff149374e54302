"""What a worker process does: some inputs in, a JSON line for each out, whatever happens on the way."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from imr_parse.batch import platforms
from imr_parse.inputs import Input
from imr_parse.outcome import outcome
from imr_parse.output.lines import json_line
from imr_parse.pipeline import DEFAULTS, Options
from imr_parse.record import Determination, ErrorRecord

Read = Callable[[Input, Options, Callable[[BaseException], object]], Determination | ErrorRecord]

SLICE = 0.25
"""Seconds after which a worker hands back what it has of its task, so that slow letters stay apart."""

OUT_OF_MEMORY = 86
"""Exit code of a worker that a letter drove over its limit: it goes, and its memory with it."""


@dataclass(frozen=True)
class Work:
    """What to do with each letter. It is sent to workers, perhaps on another machine."""

    options: Options = DEFAULTS
    timeout: float = 60.0
    """Seconds for one letter."""
    max_memory: int = 2**30
    """Bytes that a worker may take beyond the program itself."""
    read: Read = outcome


def prepare(work: Work) -> None:
    """Make this process a worker."""
    platforms.die_at_once()
    platforms.limit_memory(work.max_memory)


def read_letters(work: Work, inputs: Sequence[Input]) -> list[bytes]:
    """One line for each of the first inputs: for as many as time allows, at least for one."""
    platforms.die_after(int(work.timeout * 2) + 10)
    end = time.monotonic() + SLICE
    lines: list[bytes] = []
    for item in inputs:
        lines.append(json_line(work.read(item, work.options, _go_when_full)))
        if time.monotonic() > end:
            break
    platforms.die_after(0)
    return lines


def _go_when_full(error: BaseException) -> None:
    if isinstance(error, MemoryError):
        os._exit(OUT_OF_MEMORY)
