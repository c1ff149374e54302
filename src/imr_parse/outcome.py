"""One input in, its record or its error record out: the unit of work of every command and every worker."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from imr_parse._version import __version__
from imr_parse.errors import ImrParseError
from imr_parse.inputs import Input, read_input
from imr_parse.pipeline import DEFAULTS, Options, parse_bytes
from imr_parse.readers import media_type
from imr_parse.record import Determination, ErrorRecord, FailedSource, Failure
from imr_parse.redact import hidden_path


def outcome(
    item: Input, options: Options = DEFAULTS, report: Callable[[BaseException], object] | None = None
) -> Determination | ErrorRecord:
    """The record of one input, or its error record; raises nothing that a letter can cause.

    `report` is handed the exception behind an error record, for a traceback. A defect of the program is IMR113; its
    message names the kind of exception only, for what an exception says may quote the letter.
    """
    data = None
    try:
        data = read_input(item, options.max_size)
        return parse_bytes(data, item.name, options)
    except Exception as error:  # noqa: BLE001 (the one place that catches all: a letter is hostile input)
        if report is not None:
            report(error)
        return error_record(recorded_path(item.name, options), refusal(error), data)


def recorded_path(name: str, options: Options) -> str:
    """An input's name as its record or error record carries it."""
    return hidden_path(name) if options.redact else name


def error_record(name: str, error: ImrParseError, data: bytes | None = None) -> ErrorRecord:
    """What stands in place of a record; `data` are the file's bytes where they could be read."""
    return ErrorRecord(
        source=FailedSource(
            path=name,
            pages=None,
            sha256=None if data is None else hashlib.sha256(data).hexdigest(),
            media_type=_media_type(data),
            reader=None,
            parser_version=__version__,
        ),
        error=Failure(code=error.code, message=error.message, remedy=error.remedy),
    )


def _media_type(data: bytes | None) -> str | None:
    """What the bytes are; None where they are nothing that is read."""
    try:
        return None if data is None else media_type(data)
    except ImrParseError:
        return None


def refusal(error: Exception) -> ImrParseError:
    """What went wrong as a code of the table: a defect of the program is IMR113, memory that ran out IMR112."""
    match error:
        case ImrParseError():
            return error
        case MemoryError():
            return ImrParseError("IMR112")
        case _:
            return ImrParseError("IMR113", f"the program failed on this letter ({type(error).__name__})")
