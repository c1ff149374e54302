"""JSON lines, compressed: the lines themselves do not change."""

from __future__ import annotations

import gzip

from imr_parse.output.extras import pyarrow
from imr_parse.output.records import Records


def write_gzip(records: Records, path: str) -> None:
    """`.jsonl.gz`; the same records give the same bytes, for no time or name goes in."""
    with open(path, "wb") as file, gzip.GzipFile("", "wb", 6, file, mtime=0) as packed:
        for _, line in records.with_lines():
            packed.write(line)


def write_zstandard(records: Records, path: str) -> None:
    """`.jsonl.zst`. Raises MissingExtra."""
    with pyarrow().output_stream(path, compression="zstd") as packed:
        for _, line in records.with_lines():
            packed.write(line)


def write_plain(records: Records, path: str) -> None:
    """`.jsonl`: what was packed, unpacked."""
    with open(path, "wb") as file:
        file.writelines(line for _, line in records.with_lines())
