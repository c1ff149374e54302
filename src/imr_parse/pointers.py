"""JSON pointers into a plain record (RFC 6901; no key of a record needs its escapes)."""

from __future__ import annotations

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
