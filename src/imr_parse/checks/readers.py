"""One reader's record against the other's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from imr_parse.found import Doubt, Doubts
from imr_parse.record import Determination
from imr_parse.settle import Check

_SHOWN = 60
"""Characters of the other reader's value that a message quotes."""
_COMPARED = {
    "case",
    "parties",
    "outcome",
    "stated_outcome",
    "reviewer",
    "documents_reviewed",
    "case_summary",
    "decisions",
}


def against(other: Determination) -> Check:
    """A check that compares every value with a record of the same letter by the second reader."""

    def readers_agree(record: Determination) -> Doubts:
        left = record.model_dump(mode="json", include=_COMPARED)
        right = other.model_dump(mode="json", include=_COMPARED)
        return (
            (path, Doubt("IMR218", f"the second reader reads {shown!r}"))
            for path, shown in _differences(left, right, "")
        )

    return readers_agree


def _differences(left: Any, right: Any, path: str) -> Iterable[tuple[str, str]]:
    """Pointers at which two trees differ, with what the right one holds; lists of other lengths differ as a whole."""
    if isinstance(left, dict) and isinstance(right, dict):
        for key, value in left.items():
            yield from _differences(value, right.get(key), f"{path}/{key}")
    elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for at, value in enumerate(left):
            yield from _differences(value, right[at], f"{path}/{at}")
    elif left != right:
        yield path, str(right)[:_SHOWN]
