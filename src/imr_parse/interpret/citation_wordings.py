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
        self._most: dict[str, int] = {}
        for words in (key.split() for key in self._keys):
            self._most[words[0]] = max(len(words), self._most.get(words[0], 0))

    def first_words(self) -> frozenset[str]:
        """The words that a wording may begin with, in lower case."""
        return frozenset(self._most)

    def match(self, text: str, at: int, end: int) -> Wording | None:
        """The longest wording that stands at `at`."""
        word = _FIRST.match(text, at, end)
        return self._beginning(text, word, end) if word else None

    def find(self, text: str, start: int, end: int) -> Iterator[Wording]:
        """The wordings in `text[start:end]`, from left to right."""
        if self._most.keys().isdisjoint(_FIRST.findall(text[start:end].lower())):
            return
        at = start
        for word in _FIRST.finditer(text, start, end):
            found = self._beginning(text, word, end) if word.start() >= at else None
            if found:
                yield found
                at = found.end

    def _beginning(self, text: str, word: re.Match[str], end: int) -> Wording | None:
        words = word[0].lower()
        most = self._most.get(words)
        if most is None:
            return None
        start, at = word.span()
        found = Wording(words, start, at) if words in self._keys else None
        for _ in range(most - 1):
            further = _NEXT.match(text, at, end)
            if further is None:
                break
            at = further.end()
            words = f"{words} {'and' if further[1] == '&' else further[1].lower()}"
            if words in self._keys:
                found = Wording(words, start, at)
        return found
