"""Every diagnostic and error: one table, the only place where a code gets its severity, meaning and remedy.

IMR1xx: the file gives no record. IMR2xx: a value may be wrong or is missing. IMR3xx: the file or the text as a whole
is in doubt. IMR4xx: the value is right, the letter is odd.
"""

from __future__ import annotations

from typing import NamedTuple

from imr_parse.record import Severity


class Code(NamedTuple):
    """One row of the table."""

    code: str
    name: str
    severity: Severity
    meaning: str
    remedy: str


def _errors() -> tuple[Code, ...]:
    def error(code: str, name: str, meaning: str, remedy: str) -> Code:
        return Code(code, name, "error", meaning, remedy)

    return (
        error("IMR101", "not-a-letter", "The text is not an IMR final determination letter.",
              "give a final determination letter; `imr-parse layouts` lists the landmarks that are looked for"),
        error("IMR102", "unknown-layout", "The text looks like an IMR letter of a layout that is not known.",
              "describe the layout in a file for `--layout`, or report the letter form"),
        error("IMR103", "cannot-read", "The file is missing or cannot be read.", "check the path and its permissions"),
        error("IMR104", "empty-file", "The file is empty.", "fetch the letter again"),
        error("IMR105", "unknown-type", "The file is neither a PDF nor text.", "convert the letter to PDF or to text"),
        error("IMR106", "broken-pdf", "The PDF is broken and cannot be opened.", "fetch the letter again"),
        error("IMR107", "password", "The PDF asks for a password.", "save an unlocked copy and give that"),
        error("IMR108", "no-text", "The pages are pictures without text.",
              "run OCR on the letter first, for example with ocrmypdf"),
        error("IMR109", "over-limit", "The file is over a limit of size or pages.",
              "split the file, or raise the limit with `--max-size` or `--max-pages`"),
        error("IMR110", "timeout", "Reading the letter took longer than the limit.", "raise `--timeout`, or report the letter"),
        error("IMR111", "crashed", "Reading the letter crashed its worker process.", "fetch the letter again, or report it"),
        error("IMR112", "out-of-memory", "Reading the letter needed more memory than the limit.", "raise `--max-memory`"),
        error("IMR113", "internal-error", "The program failed on this letter; this is a defect of the program.",
              "run again with `--debug` and report what it prints"),
    )  # fmt: skip


CODES: dict[str, Code] = {row.code: row for row in _errors()}


def lookup(name: str) -> Code:
    """The row with this code or name. Raises KeyError where there is none."""
    if name.upper() in CODES:
        return CODES[name.upper()]
    for row in CODES.values():
        if row.name == name.lower():
            return row
    raise KeyError(name)
