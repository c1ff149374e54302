"""The one exception that reaches a caller."""

from __future__ import annotations

from imr_parse.codes import CODES


class ImrParseError(Exception):
    """A file that gives no record: `code` of the table, `message` as one plain sentence, `remedy` as what to do."""

    def __init__(self, code: str, message: str | None = None, remedy: str | None = None) -> None:
        row = CODES[code]
        self.code = code
        self.message = message or row.meaning.rstrip(".")
        self.remedy = remedy or row.remedy
        super().__init__(f"{code}: {self.message}; {self.remedy}")

    def __reduce__(self) -> tuple[type[ImrParseError], tuple[str, str, str]]:
        return type(self), (self.code, self.message, self.remedy)
