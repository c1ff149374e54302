"""What `segment` gives: which text belongs to what, before anyone reads a value out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from imr_parse.document import Span
from imr_parse.entries import EntryLine
from imr_parse.found import Doubt


class Piece(NamedTuple):
    """Text under a name. `label` is None where it was taken by its place; `spans` is empty where there is no text."""

    spans: tuple[Span, ...]
    label: Span | None = None
    doubts: tuple[Doubt, ...] = ()
    entries: tuple[EntryLine, ...] = ()
    """Of a list: its lines, and where an entry may begin."""
    again: tuple[Piece, ...] = ()
    """The same value where the letter states it once more."""

    def doubted(self, *doubts: Doubt) -> Piece:
        """The same text with more to be said of it."""
        return self._replace(doubts=(*self.doubts, *doubts)) if doubts else self


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sentence that states an item's verdict apart from it."""

    number: int | None
    """As printed before it."""
    sentence: Span
    request: Span | None
    """The words that name what was requested; None where the sentence names nothing."""


@dataclass(frozen=True, slots=True)
class Item:
    """One disputed item: heading (outcome included) and parts by record path."""

    heading: Piece | None
    parts: Mapping[str, Piece]
    doubts: tuple[Doubt, ...] = ()
    verdicts: tuple[Verdict, ...] = ()

    def doubting(self, path: str, doubt: Doubt) -> Item:
        """The same item with a doubt on one of its parts."""
        return replace(self, parts={**self.parts, path: self.parts[path].doubted(doubt)})


@dataclass(frozen=True, slots=True)
class Sections:
    """The whole letter, divided."""

    titles: Mapping[str, Span]
    leads: Mapping[str, Span]
    """The fixed sentences under titles."""
    fields: Mapping[str, Piece]
    """By record path."""
    items: tuple[Item, ...]
    blocks: frozenset[str]
    """The blocks of the layout that are there."""
    left: tuple[Span, ...]
    """Text that belongs to nothing."""
    known: tuple[Span, ...]
    """Text that is known and no value: sentences that repeat a verdict, what follows the last item."""
    free: tuple[Span, ...]
    """Where prose of the form stands that is not known word by word."""
    doubts: tuple[tuple[str, Doubt], ...]
    """Doubts with their JSON pointers; "" for the whole record."""
