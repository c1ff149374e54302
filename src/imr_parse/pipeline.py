"""The way of one letter: the stages in order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from imr_parse.document import Document
from imr_parse.record import Determination


@dataclass(frozen=True)
class Options:
    """What a caller may choose; a record is a pure function of bytes, path, version and these."""

    reader: Literal["pdfium", "pdfplumber"] = "pdfium"
    cross_check: bool = False
    evidence: bool = False
    layout: str | None = None
    """Path of a user's own layout file (TOML)."""
    redact: bool = False
    max_size: int = 64 * 2**20
    """Bytes."""
    max_pages: int = 500


DEFAULTS = Options()


def parse_file(path: str | Path, options: Options = DEFAULTS) -> Determination:
    """The record of the letter in a file. Raises ImrParseError where the file gives none."""
    raise NotImplementedError


def parse_bytes(data: bytes, path: str = "-", options: Options = DEFAULTS) -> Determination:
    """The record of the letter in these bytes (PDF or text, by content); `path` goes into `source.path`."""
    raise NotImplementedError


def parse_text(text: str, path: str = "-", options: Options = DEFAULTS) -> Determination:
    """The record of a letter that is text already."""
    raise NotImplementedError


def read_document(data: bytes, options: Options = DEFAULTS) -> Document:
    """The canonical text of a letter with its lines. Raises ImrParseError."""
    raise NotImplementedError
