"""JSON lines: one record a line, UTF-8, ended by LF on every system."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

Record = dict[str, Any]
"""A record as `json.loads` gives it back."""


def json_line(record: BaseModel) -> bytes:
    """A record, or an error record, as one compact line with its LF; keys in the model's order."""
    return record.__pydantic_serializer__.to_json(record) + b"\n"


def json_block(record: BaseModel, indent: int) -> bytes:
    """The same, spread over lines for people, with its last LF."""
    return record.__pydantic_serializer__.to_json(record, indent=indent) + b"\n"
