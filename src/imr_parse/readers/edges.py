"""Pages of a PDF that begin lower than a page does at whose head nothing is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from imr_parse.document import Damage
from imr_parse.readers.assemble import Printed

_HEAD = 30.0
"""Points: no page began so far below the letter's highest line (a letterhead and an empty line make 21)."""
_FOOT = 90.0
"""Points: a page with nothing above has its footer alone."""


def cut_heads(printed: Sequence[Printed]) -> Iterator[Damage]:
    """Pages after the first at whose head text is missing, by the baselines of their lines."""
    tops = {number: _top(list(lines)) for number, lines in groupby(printed, key=lambda line: line.page)}
    head = max(tops.values(), default=0.0)
    for number, top in tops.items():
        if number != 1 and _FOOT < top < head - _HEAD:
            yield Damage(
                "IMR303", number, "the page begins lower than others; its first lines may be missing"
            )


def _top(lines: Sequence[Printed]) -> float:
    """The highest baseline of a page's text; a line that goes up again from the one before it was set over the page."""
    placed = [line.baseline for line in lines if line.baseline and line.text.strip()]
    rest = (after for before, after in pairwise(placed) if after < before + _HEAD)
    return max((*placed[:1], *rest), default=0.0)
