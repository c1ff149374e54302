"""Whether the items are all there: by their printed numbers, and where they have none by their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from imr_parse.found import Doubt, bare

_SHOWN = 30
"""Printed numbers that a message tells."""


def count_doubts(numbers: Sequence[int | None], decisions: Sequence[Any]) -> tuple[Doubt, ...]:
    """Doubts on the number of items. `numbers`: as printed before their headings; `decisions`: their trees."""
    if any(number is not None for number in numbers) and list(numbers) != list(range(1, len(numbers) + 1)):
        printed = ", ".join("none" if number is None else str(number) for number in numbers[:_SHOWN])
        return (Doubt("IMR217", f"the items are numbered {printed}"),)
    again = None if any(numbers) else _repeated(decisions)
    if again is None:
        return ()
    return (Doubt("IMR217", f"item {again} repeats another word for word; a page may stand twice"),)


def _repeated(decisions: Sequence[Any]) -> int | None:
    """The number of the first item that is one before it again, by heading and rationale; or by its heading alone, right
    after an item that has no rationale.
    """
    seen: set[tuple[Any, Any]] = set()
    torn = None
    for number, decision in enumerate(map(bare, decisions), start=1):
        heading, rationale = bare(decision["heading"]), bare(decision["rationale"])
        if heading and (heading == torn or (rationale and (heading, rationale) in seen)):
            return number
        torn = None if rationale else heading
        seen.add((heading, rationale))
    return None
