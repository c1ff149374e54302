"""Values that follow from others: the letter's outcome, and whether the items are all there."""

from __future__ import annotations

from typing import Any

from imr_parse.found import Doubt, Found, Tree

_SHOWN = 30
"""Printed numbers that a message tells."""


def derive(tree: Tree) -> Tree:
    """The tree with the letter's outcome, and with doubt on the items where their printed numbers do not run on."""
    decisions = tree["decisions"]
    rows = [_bare(row) for row in _bare(decisions)]
    numbers = [row.pop("_number", None) for row in rows]
    outcomes = [_bare(row["outcome"]) for row in rows]
    if _broken_count(numbers):
        printed = ", ".join("none" if number is None else str(number) for number in numbers[:_SHOWN])
        tree["decisions"] = Found(decisions, doubts=(Doubt("IMR217", f"the items are numbered {printed}"),))
    elif not any(numbers) and (again := _repeated(rows)):
        doubt = Doubt("IMR217", f"item {again} repeats another word for word; a page may stand twice")
        tree["decisions"] = Found(decisions, doubts=(doubt,))
    return {"outcome": letter_outcome(outcomes), **tree}


def letter_outcome(outcomes: list[str | None]) -> str | None:
    """`upheld` or `overturned` where all items are, `partially_overturned` where some are, None where one is not known."""
    if not outcomes or None in outcomes:
        return None
    return str(outcomes[0]) if len(set(outcomes)) == 1 else "partially_overturned"


def _broken_count(numbers: list[int | None]) -> bool:
    """Whether some headings are numbered and the numbers are not 1, 2, 3 … to the end."""
    return any(number is not None for number in numbers) and numbers != list(range(1, len(numbers) + 1))


def _repeated(rows: list[Any]) -> int | None:
    """The number of the first item whose heading and rationale are those of one before it."""
    seen: set[tuple[Any, Any]] = set()
    for number, row in enumerate(rows, start=1):
        heading, rationale = _bare(row.get("heading")), _bare(row.get("rationale"))
        if rationale and (heading, rationale) in seen:
            return number
        seen.add((heading, rationale))
    return None


def _bare(node: Any) -> Any:
    """A value without its place and its doubts."""
    return node.value if isinstance(node, Found) else node
