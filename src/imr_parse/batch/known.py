"""What a job wants to know of the lines that stand in its outputs.

A million of them are read at a start. Taking these values alone out of a line costs two thirds of what the whole record
costs, and the line is still checked from its first to its last byte.
"""

from __future__ import annotations

from typing import Any, cast

from pydantic import TypeAdapter
from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12

Record = dict[str, Any]


class _Source(TypedDict):
    path: str
    pages: tuple[int, int] | None
    sha256: str | None
    reader: str | None
    parser_version: str


class _Case(TypedDict):
    case_number: str | None


class _Decision(TypedDict):
    outcome: str | None


class _Diagnostic(TypedDict):
    code: str
    severity: str


class _Failure(TypedDict):
    code: str


class _Both(TypedDict):
    schema_version: str
    source: _Source


class _Line(_Both, total=False):
    layout: str
    needs_review: bool
    case: _Case
    outcome: str | None
    decisions: list[_Decision]
    diagnostics: list[_Diagnostic]
    evidence: list[object]
    error: _Failure


_LINE = TypeAdapter(_Line)
_OF_RECORDS = frozenset(_Line.__annotations__) - frozenset(_Both.__annotations__) - {"error"}


def known(line: bytes) -> Record | None:
    """These values of a record or an error; None where the line is torn or something else."""
    if not line.endswith(b"}\n"):
        return None
    try:
        found = cast(Record, _LINE.validate_json(line))
    except ValueError:
        return None
    return found if "error" in found or found.keys() >= _OF_RECORDS else None
