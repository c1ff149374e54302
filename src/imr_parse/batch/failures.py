"""Why a job cannot begin or go on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class JobFailed(Exception):
    """The outputs cannot be used: `message` says why, `remedy` what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class Refused(JobFailed):
    """The outputs that are there must not be gone on with."""


class CannotWrite(JobFailed):
    """A file of the job cannot be written."""


class WorkersFailed(Exception):
    """Workers cannot be started, or do not stay."""


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Makes an OSError from what is done inside a CannotWrite of this file."""
    try:
        yield
    except OSError as error:
        text = error.strerror or str(error)
        raise CannotWrite(
            f"{path} cannot be written: {text[:1].lower()}{text[1:]}",
            "check the folder and the disk; the same command goes on where this one stopped",
        ) from error
