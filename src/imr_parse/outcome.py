"""One input in, its record or its error record out: the unit of work of every command and every worker."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from imr_parse._version import __version__
from imr_parse.errors import ImrParseError
from imr_parse.inputs import Input, read_input
from imr_parse.pipeline import DEFAULTS, Options, parse_bytes
from imr_parse.record import Determination, ErrorRecord, FailedSource, Failure


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
    except Exception as error:
        if report is not None:
            report(error)
        if not isinstance(error, ImrParseError):
            error = ImrParseError("IMR113", f"the program failed on this letter ({type(error).__name__})")
        return error_record(item.name, error, data)


def error_record(name: str, error: ImrParseError, data: bytes | None = None) -> ErrorRecord:
    """What stands in place of a record; `data` are the file's bytes where they could be read."""
    return ErrorRecord(
        source=FailedSource(
            path=name,
            pages=None,
            sha256=None if data is None else hashlib.sha256(data).hexdigest(),
            media_type=None,
            reader=None,
            parser_version=__version__,
        ),
        error=Failure(code=error.code, message=error.message, remedy=error.remedy),
    )
