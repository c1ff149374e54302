"""The way of one letter: the stages in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from imr_parse import readers
from imr_parse._version import __version__
from imr_parse.account.everything import account
from imr_parse.checks import ANNOUNCED, CHECKS, against
from imr_parse.derive import derive
from imr_parse.document import Document
from imr_parse.errors import ImrParseError
from imr_parse.evidence import locate
from imr_parse.explain import explanation, raw_sections
from imr_parse.furniture.lines import without_furniture
from imr_parse.interpret.letter import interpret
from imr_parse.layouts import KNOWN
from imr_parse.layouts.model import Layout, Whole
from imr_parse.letter import Letter
from imr_parse.paragraphs import paragraph_starts
from imr_parse.recognise import other_form, recognise, unsure
from imr_parse.record import Determination
from imr_parse.redact import redacted
from imr_parse.segment.letter import segment
from imr_parse.settle import finish, settle
from imr_parse.way import Way


@dataclass(frozen=True)
class Options:
    """What a caller may choose; a record is a pure function of bytes, path, version and these."""

    reader: readers.PdfReader = "pdfium"
    cross_check: bool = False
    evidence: bool = False
    layout: str | None = None
    """Path of a user's own layout file (TOML)."""
    redact: bool = False
    """Leave out what names a person; evidence goes with it."""
    max_size: int = 64 * 2**20
    """Bytes."""
    max_pages: int = 500


DEFAULTS = Options()


def parse_file(path: str | Path, options: Options = DEFAULTS) -> Determination:
    """The record of the letter in a file. Raises ImrParseError where the file gives none."""
    return parse_bytes(_file_bytes(path, options), str(path), options)


def parse_bytes(data: bytes, path: str = "-", options: Options = DEFAULTS) -> Determination:
    """The record of the letter in these bytes (PDF or text, by content); `path` goes into `source.path`."""
    record = walk(data, path, options).record
    return redacted(record) if options.redact else record


def parse_text(text: str, path: str = "-", options: Options = DEFAULTS) -> Determination:
    """The record of a letter that is text already."""
    return parse_bytes(text.encode("utf-8", "replace"), path, options)


def _file_bytes(path: str | Path, options: Options) -> bytes:
    """A file's bytes, of a file over the limit of size one more than that. Raises ImrParseError (IMR103)."""
    try:
        with open(path, "rb") as file:
            return file.read(options.max_size + 1)
    except OSError as problem:
        raise ImrParseError("IMR103", f"'{path}' cannot be read: {problem.strerror or problem}") from problem


def read_document(data: bytes, options: Options = DEFAULTS) -> Document:
    """The canonical text of a letter with its lines. Raises ImrParseError (IMR104 to IMR109)."""
    if len(data) > options.max_size:
        raise ImrParseError("IMR109", f"the file is larger than the limit of {options.max_size:,} bytes")
    return readers.read(data, options.reader, options.max_pages)


def walk(data: bytes, path: str, options: Options) -> Way:
    """One letter through all stages. Raises ImrParseError where it gives no record."""
    candidates = layouts(options)
    document = without_furniture(read_document(data, options), candidates)
    starts = paragraph_starts(document)
    recognition, runner_up = recognise(document, starts, candidates)
    letter = Letter(document, recognition.layout, recognition.hits, starts)
    sections = segment(letter)
    tree = interpret(letter, sections)
    plain, settled = settle(derive(tree), document)
    for pointer, doubt in account(letter, sections, settled.places):
        settled.doubt(pointer, doubt)
    for remark in (unsure(recognition, runner_up), other_form(letter, candidates)):
        if remark is not None:
            settled.doubt("", remark)
    head = {"source": _source(document, path), "layout": letter.layout.name}
    evidence = locate(data, document, settled.places, plain) if options.evidence else ()
    checks = ANNOUNCED if isinstance(letter.layout.items, Whole) else CHECKS
    if options.cross_check:
        checks = (*checks, against(_second(data, path, options)))
    record = finish(head | plain, settled, checks, evidence)
    return Way(document, recognition, runner_up, sections, settled, record)


def _source(document: Document, path: str) -> dict[str, Any]:
    """The record's `source`."""
    return {
        "path": path,
        "pages": (1, document.pages) if document.pages else None,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "reader": document.reader,
        "parser_version": __version__,
    }


def _second(data: bytes, path: str, options: Options) -> Determination:
    """The record by the other PDF reader; of text, by the same reader again, for there is only one."""
    other: readers.PdfReader = "pdfium" if options.reader == "pdfplumber" else "pdfplumber"
    return walk(data, path, replace(options, reader=other, cross_check=False, evidence=False)).record


def sections(data: bytes, options: Options = DEFAULTS) -> list[dict[str, Any]]:
    """The raw sections of a letter by name, with their places in the canonical text. Raises ImrParseError."""
    return raw_sections(walk(data, "-", options))


def explain(
    data: bytes, path: str = "-", options: Options = DEFAULTS, pointer: str | None = None
) -> dict[str, Any]:
    """Why the record of a letter is what it is, for all values or those at and below one JSON pointer.

    Raises ImrParseError, NoSuchValue.
    """
    return explanation(walk(data, path, options), pointer)


def pictures(data: bytes, options: Options = DEFAULTS, dpi: int = 110) -> Iterator[bytes]:
    """The pages of a PDF letter as PNG, its sections and values boxed. Raises ImrParseError."""
    from imr_parse.marks import marks  # what draws is rarely asked for, and slow to import
    from imr_parse.readers import draw

    way = walk(data, "-", replace(options, evidence=True))
    return draw.pictures(data, *marks(way, data), dpi)


def layouts(options: Options) -> tuple[Layout, ...]:
    """The layouts to try: a user's own alone, or all known. Raises ImrParseError (IMR114)."""
    if options.layout is None:
        return KNOWN
    from imr_parse.layouts.load import load_layout  # most letters are of a known layout

    return (load_layout(options.layout),)
