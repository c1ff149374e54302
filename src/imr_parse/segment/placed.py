"""What cutting a letter into items gives."""

from __future__ import annotations

from dataclasses import dataclass

from imr_parse.document import Span
from imr_parse.found import Doubt
from imr_parse.sections import Item


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a letter, and what stands among them."""

    items: tuple[Item, ...]
    left: tuple[Span, ...] = ()
    """Text that belongs to nothing."""
    known: tuple[Span, ...] = ()
    """Text that is known and no value."""
    doubts: tuple[Doubt, ...] = ()
    """Doubts on the number of items."""
