"""JSON pointers into a plain record (RFC 6901; no key of a record needs its escapes)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def value_at(node: Any, pointer: str) -> Any:
    """What stands at a pointer; None where nothing does."""
    for key in pointer.split("/")[1:]:
        if isinstance(node, dict):
            node = node.get(key)
        elif isinstance(node, list) and key.isdecimal() and int(key) < len(node):
            node = node[int(key)]
        else:
            return None
    return node


def pointers(node: Any, path: str = "") -> Iterator[str]:
    """Every pointer below a node, in its order; what holds others comes before them."""
    rows = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in rows:
        yield f"{path}/{key}"
        yield from pointers(value, f"{path}/{key}")
