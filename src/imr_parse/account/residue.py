"""Marks of another program's format that stand in a text: signs that escape others, emphasis, cells of a table, tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_parse.document import Span

_MARKS = {
    "\\": re.compile(r"\\"),
    "**": re.compile(r"\*{2,4}"),
    '""': re.compile(r'"{2,4}'),
    "|": re.compile(r"\|"),
    "_": re.compile(r"(?<![^\s(])_(?=[\sA-Za-z]|$)|(?<=[A-Za-z.)])_(?!\S)"),
    "</": re.compile(r"</[a-z]{1,10}>"),
    "=\n": re.compile(r"(?<=[a-z])=(?=\s{1,2}[a-z])"),
    '\n"\n': re.compile(r'(?<=\s)"(?=\s)'),
}
"""By the signs that must stand somewhere: which of them are such marks. A blank to be filled in has more than one "_"."""
OPENS = frozenset(")]}*_|>~^=")
"""Signs that no value begins with."""


def residue(text: str) -> Iterator[Span]:
    """Places of marks that no letter prints."""
    for sign, pattern in _MARKS.items():
        if sign in text:
            yield from (Span(*found.span()) for found in pattern.finditer(text))
