"""What other programs put beside every line of a text: marks of quotation, numbers of lines. It is taken away where it is sure.

Mail is quoted with ">" (RFC 3676, 4.5) and encoded with "=" at the ends of lines that go on (RFC 2045, 6.7); pleadings
count their lines from 1 on each page, others each fifth line.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Callable, Sequence
from itertools import pairwise

_LOOKED_AT = 2000
"""Characters at a text's beginning that show whether something may stand beside every line."""
_LEAST = 12
"""Lines of a text that shows a margin."""
_NEARLY_ALL = 0.9
"""Share of the lines that have it: some programs leave empty lines without."""
_SOME = 0.5
"""Share of the first lines that makes a look at all of them worth while."""
_STEP = 5
"""Where not every line is numbered, each fifth is."""
_SOFT = 6
"""So many lines that end in "=" are no chance."""
_QUOTE = re.compile(r"\f?[ \t]{0,4}(?:[>|][ \t]?){1,4}")
_LEFT = re.compile(r"\f?[ \t]{0,6}(\d{1,4})(?:[:.)|](?=\s|$)|(?=\s|$))[ \t]?")
_RIGHT = re.compile(r"(?<=[ \t]{2})(\d{1,4})\s{0,3}$")


def plain_bytes(data: bytes) -> bytes:
    """Bytes of a mail that is encoded as quoted-printable, decoded; others as they are."""
    if data.count(b"=\n") + data.count(b"=\r\n") < _SOFT:
        return data
    return quopri.decodestring(data)


def without_margins(text: str) -> str:
    """The text without what stands at the beginning or the end of each of its lines and belongs to none."""
    head = [words for line in text[:_LOOKED_AT].split("\n") if (words := line.strip(" \t\f\r"))]
    least = _SOME * len(head)
    quoted = sum(words[0] in ">|" for words in head)
    left = sum(words[0].isdigit() for words in head)
    right = sum(words[-1].isdigit() for words in head)
    if max(quoted, right, left * _STEP) < least:
        return text
    lines = text.split("\n")
    if quoted >= least:
        lines = _without(lines, _QUOTE.match, lambda _: True)
    if left >= least:
        lines = _without(lines, _LEFT.match, _counts)
    elif left * _STEP >= least:
        lines = _without_fifths(lines)
    if right >= least:
        lines = _without(lines, _RIGHT.search, _counts)
    return "\n".join(lines)


def _without(
    lines: Sequence[str],
    find: Callable[[str], re.Match[str] | None],
    holds: Callable[[Sequence[re.Match[str]]], bool],
) -> list[str]:
    """Lines without what was found in nearly all of them, where it holds together."""
    found = [find(line) for line in lines]
    met = [each for each in found if each]
    words = sum(not line.isspace() and line != "" for line in lines)
    if len(met) < max(_LEAST, _NEARLY_ALL * words) or not holds(met):
        return list(lines)
    return [_cut(line, each) if each else line for line, each in zip(lines, found, strict=True)]


def _cut(line: str, found: re.Match[str]) -> str:
    """A line without a part of it; the page's end stays."""
    kept = "\f" if found.group().startswith("\f") else ""
    return line[: found.start()] + kept + line[found.end() :]


def _counts(met: Sequence[re.Match[str]], step: int = 1) -> bool:
    """Whether nearly all numbers are the one before and one more, or begin again."""
    numbers = [int(each[1]) for each in met]
    right = sum(after in (before + step, step) for before, after in pairwise(numbers))
    return right >= _NEARLY_ALL * (len(numbers) - 1)


def _without_fifths(lines: Sequence[str]) -> list[str]:
    """Lines without the numbers that stand at the beginning of each fifth."""
    for first in range(_STEP):
        fifths = range(first, len(lines), _STEP)
        found = {at: each for at in fifths if (each := _LEFT.match(lines[at]))}
        if len(found) >= max(_STEP, _NEARLY_ALL * len(fifths)) and _counts([*found.values()], _STEP):
            return [_cut(line, found[at]) if at in found else line for at, line in enumerate(lines)]
    return list(lines)
