"""A value on its way: with its place in the letter and its doubts, until `settle` takes them off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from imr_parse.document import Span


class Doubt(NamedTuple):
    """A remark on a value: a code of `codes.py`, one plain clause, and the place that raised it."""

    code: str
    message: str
    at: Span | None = None


class Found(NamedTuple):
    """A value (or a subtree of the record) with the places it was read from and what is to be said of it."""

    value: Any
    spans: tuple[Span, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def bare(node: Any) -> Any:
    """A value without its places and its doubts."""
    return node.value if isinstance(node, Found) else node


class Plain(NamedTuple):
    """A subtree that holds no Found: it may be shared, and nobody changes it."""

    value: Any


Tree = dict[str, Any]
"""A part of the record whose leaves may be Found."""

Places = Sequence[tuple[str, tuple[Span, ...]]]
"""Each value's JSON pointer and where it stands."""

Doubts = Iterable[tuple[str, Doubt]]
"""Doubts with the JSON pointers of what they are about."""
