"""Libraries that only some formats need, loaded when they do."""

from __future__ import annotations

import importlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, BinaryIO, cast


class MissingExtra(Exception):
    """A library is not installed; the text is a whole sentence with the command that installs it."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f'{what} needs a library that is not installed; pip install "imr-parse[{extra}]"')


def need(module: str, what: str, extra: str) -> ModuleType:
    """An optional module. Raises MissingExtra."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise MissingExtra(what, extra) from error


def pyarrow() -> Any:
    """The library behind Parquet and Zstandard."""
    return need("pyarrow", "Parquet or Zstandard", "parquet")


@contextmanager
def zstandard_reader(path: str) -> Iterator[BinaryIO]:
    """A `.zst` file, open for reading lines."""
    with pyarrow().input_stream(path, compression="zstd") as stream:
        yield cast(BinaryIO, io.BufferedReader(stream, 1 << 20))
