"""Wordings of the vocabulary at their places in a text."""

import re
from collections.abc import Container, Iterable, Iterator

_FIRST = re.compile(r"\w+")


class Wordings:
    """Wordings that may stand at a place of a text, the longest first, whatever is between their words.

    They are kept by their first word, so that a text is held against the few that begin with its own word there.
    """

    def __init__(self, keys: Iterable[str], *, closed: Container[str] = (), after: str = "") -> None:
        """`closed`: keys whose last bracket belongs to them; `after`: a pattern behind each wording."""
        self._after = after + r"(?!\w)"
        self._wordings: dict[str, list[str]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        for words in sorted(set(keys), key=len, reverse=True):
            pattern = _flexible(words) + r"\)?" * (words in closed)
            self._wordings.setdefault(words.partition(" ")[0], []).append(pattern)

    def first_words(self) -> frozenset[str]:
        """The words that a wording may begin with, in lower case."""
        return frozenset(self._wordings)

    def match(self, text: str, at: int, end: int) -> re.Match[str] | None:
        """The wording that stands at `at`."""
        word = _FIRST.match(text, at, end)
        pattern = self._beginning(word[0]) if word else None
        return pattern.match(text, at, end) if pattern else None

    def find(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The wordings in `text[start:end]`, from left to right."""
        if self._wordings.keys().isdisjoint(_FIRST.findall(text[start:end].lower())):
            return
        at = start
        for word in _FIRST.finditer(text, start, end):
            pattern = self._beginning(word[0]) if word.start() >= at else None
            found = pattern.match(text, word.start(), end) if pattern else None
            if found:
                yield found
                at = found.end()

    def _beginning(self, word: str) -> re.Pattern[str] | None:
        """A pattern for the wordings with this first word, made when it is first met."""
        first = word.lower()
        if first not in self._wordings:
            return None
        if first not in self._patterns:
            wordings = "|".join(self._wordings[first])
            self._patterns[first] = re.compile(f"(?:{wordings}){self._after}", re.IGNORECASE)
        return self._patterns[first]


def _flexible(wording: str) -> str:
    """A pattern for the words of a key, whatever stands between them: commas, slashes, hyphens, "&" for "and"."""
    return r"[^\w&]{1,4}".join("(?:and|&)" if word == "and" else word for word in wording.split())
