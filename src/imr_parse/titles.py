"""Words in capitals, as titles are printed."""

from __future__ import annotations

_MOST = 0.75
"""Share of capitals among the letters of words in capitals: a word that slipped in may have others."""
_HEAD = 6
"""First characters of a title, all of them capitals."""
_TITLE, _IN_PROSE = 10, 8
"""Letters of the shortest title, more than a name's initials."""


def in_capitals(words: str, least: int) -> bool:
    """Whether most letters are capitals, of so many at least."""
    letters = [char for char in words if char.isalpha()]
    return len(letters) >= least and sum(map(str.isupper, letters)) >= _MOST * len(letters)


def is_title(line: str) -> bool:
    """Whether a line is in capitals from its beginning, a few small letters aside."""
    line = line.strip()
    return line[:_HEAD].isupper() and " " in line and in_capitals(line, _TITLE)


def is_title_in_prose(line: str) -> bool:
    """Whether a line of prose is wholly in capitals and ends in no stop: mostly so are sentences of abbreviations, too."""
    alone = line.isupper() and " " in line and not line.endswith(".")
    return alone and sum(map(str.isalpha, line)) >= _IN_PROSE
