"""The log of a job, one JSON object a line: which input gave what, by path and code. Never a word of a letter."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path
from typing import Any, Self

from imr_parse._version import __version__
from imr_parse.batch.failures import writing
from imr_parse.batch.job import Finished, Job


class Journal:
    """A log file that every start appends to; without a path it does nothing. A context. Raises CannotWrite."""

    def __init__(self, path: str | None) -> None:
        self._path = None if path is None else Path(path)
        self._file: FileIO | None = None

    def __enter__(self) -> Self:
        if self._path is not None:
            with writing(self._path):
                self._file = open(self._path, "ab", buffering=0)
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def start(self, job: Job) -> None:
        """A job begins or goes on."""
        mended = job.outputs.mended
        self._event("start", parser_version=__version__, resumed=job.resumed, mended_bytes=mended)

    def letter(self, finished: Finished) -> None:
        """An input stands in the outputs."""
        record = finished.record
        if "error" in record:
            self._event("error", path=finished.name, code=record["error"]["code"])
            return
        doubts = [
            {"code": row["code"], "path": row["path"]}
            for row in record["diagnostics"]
            if row["severity"] != "note"
        ]
        self._event(
            "record",
            path=finished.name,
            layout=record["layout"],
            decisions=len(record["decisions"]),
            needs_review=record["needs_review"],
            doubts=doubts,
            repeats=finished.repeats,
        )

    def changed(self, name: str) -> None:
        """An input holds other bytes than its record was read from."""
        self._event("changed", path=name)

    def end(self, job: Job, how: str) -> None:
        """A start of the job ends."""
        self._event("end", how=how, **job.summary.as_json())

    def _event(self, event: str, **facts: Any) -> None:
        if self._file is None or self._path is None:
            return
        row = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event, **facts}
        with writing(self._path):
            self._file.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
