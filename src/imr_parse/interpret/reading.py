"""What a pure reader gives back."""

from __future__ import annotations

from typing import Any, NamedTuple


class Reading(NamedTuple):
    """A value read from words, where in them it stands (`words[start:end]`), and remarks as (code, message)."""

    value: Any
    start: int
    end: int
    remarks: tuple[tuple[str, str], ...] = ()
