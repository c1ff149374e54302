"""Wordings of the vocabulary at their places in a text."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_FIRST = re.compile(r"\w+")
_NEXT = re.compile(r"[^\w&]{1,4}(\w+|&)")
"""A further word of a wording, whatever stands before it: commas, slashes, hyphens."""


class Wording(NamedTuple):
    """A wording at `text[start:end]`, by its key."""

    key: str
    start: int
    end: int


class Wordings:
    """Wordings that may stand at a place of a text, the longest first, by their words alone, "&" for "and"."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = frozenset(keys)
        self._begun: dict[str, bool] = {}
        """Words that a wording begins with, all of them at the end, and whether it may go on behind them."""
        for words in (key.split() for key in self._keys):
            for count in range(1, len(words) + 1):
                begun = " ".join(words[:count])
                self._begun[begun] = self._begun.get(begun, False) or count < len(words)
        self._first = frozenset(words for words in self._begun if " " not in words)

    def first_words(self) -> frozenset[str]:
        """The words that a wording may begin with, in lower case."""
        return self._first

    def match(self, text: str, at: int, end: int) -> Wording | None:
        """The longest wording that stands at `at`."""
        word = _FIRST.match(text, at, end)
        return self._beginning(text, word, end) if word else None

    def find(self, text: str, start: int, end: int) -> Iterator[Wording]:
        """The wordings in `text[start:end]`, from left to right."""
        if self._first.isdisjoint(_FIRST.findall(text[start:end].lower())):
            return
        at = start
        for word in _FIRST.finditer(text, start, end):
            found = self._beginning(text, word, end) if word.start() >= at else None
            if found:
                yield found
                at = found.end

    def _beginning(self, text: str, word: re.Match[str], end: int) -> Wording | None:
        words = word[0].lower()
        if words not in self._first:
            return None
        start, at = word.span()
        longest, stop = "", at
        while words in self._begun:
            if words in self._keys:
                longest, stop = words, at
            further = _NEXT.match(text, at, end) if self._begun[words] else None
            if further is None:
                break
            at = further.end()
            words = f"{words} {'and' if further[1] == '&' else further[1].lower()}"
        return Wording(longest, start, stop) if longest else None
