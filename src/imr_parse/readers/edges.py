"""Pages of a PDF that begin lower than a page does at whose head nothing is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from imr_parse.document import Damage
from imr_parse.readers.assemble import Printed

_HEAD = 30.0
"""Points: no page began so far below the letter's highest line (a letterhead and an empty line make 21)."""
_FOOT = 90.0
"""Points: a page with nothing above has its footer alone."""


def cut_heads(printed: Sequence[Printed]) -> Iterator[Damage]:
    """Pages after the first at whose head text is missing, by the baselines of their lines."""
    placed = {
        number: [line.baseline for line in lines if line.baseline and line.text.strip()]
        for number, lines in groupby(printed, key=lambda line: line.page)
    }
    every = _low({number: max(lines, default=0.0) for number, lines in placed.items()})
    if not every:
        return
    own = _low({number: max(_own(lines), default=0.0) for number, lines in placed.items()})
    for number in every:
        if number in own:
            said = "the page begins lower than others; its first lines may be missing"
            yield Damage("IMR303", number, said)


def _low(tops: Mapping[int | None, float]) -> list[int | None]:
    """Pages after the first whose highest line stands lower than that of others."""
    head = max(tops.values(), default=0.0)
    return [number for number, top in tops.items() if number != 1 and _FOOT < top < head - _HEAD]


def _own(placed: Sequence[float]) -> Sequence[float]:
    """A page's baselines without that of a last line that goes up again: it was set over the page."""
    return placed[:-1] if len(placed) > 1 and placed[-1] > placed[-2] + _HEAD else placed
