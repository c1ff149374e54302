"""Values that follow from others: the letter's outcome."""

from __future__ import annotations

from imr_parse.found import Tree, bare


def derive(tree: Tree) -> Tree:
    """The tree with the letter's outcome."""
    outcomes = [bare(bare(decision)["outcome"]) for decision in bare(tree["decisions"])]
    return {"outcome": letter_outcome(outcomes), **tree}


def letter_outcome(outcomes: list[str | None]) -> str | None:
    """`upheld` or `overturned` where all items are, `partially_overturned` where some are, None where one is not known."""
    if not outcomes or None in outcomes:
        return None
    return str(outcomes[0]) if len(set(outcomes)) == 1 else "partially_overturned"
