"""What `segment` gives: which text belongs to what, before anyone reads a value out of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from imr_parse.document import Span
from imr_parse.entries import EntryLine
from imr_parse.found import Doubt


@dataclass(slots=True)
class Piece:
    """Text under a name. `label` is None where it was taken by its place; `spans` is empty where there is no text."""

    spans: tuple[Span, ...]
    label: Span | None = None
    doubts: list[Doubt] = field(default_factory=list)
    entries: tuple[EntryLine, ...] = ()
    """Of a list: its lines, and where an entry may begin."""
    again: list[Piece] = field(default_factory=list)
    """The same value where the letter states it once more."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sentence that states an item's verdict apart from it."""

    number: int | None
    """As printed before it."""
    sentence: Span
    request: Span | None
    """The words that name what was requested; None where the sentence names nothing."""


@dataclass(slots=True)
class Item:
    """One disputed item: heading (outcome included) and parts by record path."""

    heading: Piece | None
    parts: dict[str, Piece] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)


@dataclass(slots=True)
class Sections:
    """The whole letter, divided."""

    titles: dict[str, Span] = field(default_factory=dict)
    leads: dict[str, Span] = field(default_factory=dict)
    fields: dict[str, Piece] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    blocks: set[str] = field(default_factory=set)
    """The blocks of the layout that are there."""
    left: list[Span] = field(default_factory=list)
    """Text that belongs to nothing."""
    unsure: list[tuple[str, Doubt]] = field(default_factory=list)
    """Doubts about what follows a section's title and fixed sentence, by the section's name."""
    known: list[Span] = field(default_factory=list)
    """Text that is known and no value: sentences that repeat a verdict, what follows the last item."""
    free: list[Span] = field(default_factory=list)
    """Where prose of the form stands that is not known word by word."""
    shaky: set[int] = field(default_factory=set)
    """Borders that are not sure: titles in the middle of a line."""
    doubts: list[tuple[str, Doubt]] = field(default_factory=list)
    """Doubts with the record path they stand on, without the leading slash; "" for the whole record."""
