"""The words of a treatment, and the longest phrases of a vocabulary among them.

Phrases are compared word by word without case, plural, hyphens and marks; "/" stays, for "EMG/NCS" is one service
and "EMG and NCS" are two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Generic, NamedTuple, TypeVar

from imr_parse import vocabulary

Value = TypeVar("Value")

_WORD = re.compile(
    r"[a-z]+(?:['\u2019][a-z]+)?|\d+(?:\.\d+)?|[^\sa-z0-9.'\u00ae\u2010\u2011\u2013\u2019\u2122-]"
)
_NO_PLURALS = frozenset({"tens", "pens", "rtms"})


class Words:
    """The words and signs of a text in order: the forms by which they are compared, where they begin, where they end."""

    __slots__ = ("ends", "keys", "starts")

    def __init__(self, keys: list[str], starts: list[int], ends: list[int]) -> None:
        self.keys, self.starts, self.ends = keys, starts, ends

    def __len__(self) -> int:
        return len(self.keys)

    def within(self, start: int, end: int) -> Words:
        """Those that begin in `text[start:end]`."""
        a, b = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if b - a == len(self.keys):
            return self
        return Words(self.keys[a:b], self.starts[a:b], self.ends[a:b])


class Phrase(NamedTuple, Generic[Value]):
    """A phrase of the vocabulary at `text[start:end]`."""

    value: Value
    start: int
    end: int


def words(text: str) -> Words:
    """The words of a text, in order; hyphens, dots and trade marks are left out."""
    found = list(_WORD.finditer(_lower(text)))
    return Words(
        [_key(one[0]) for one in found], [one.start() for one in found], [one.end() for one in found]
    )


def phrase_key(phrase: str) -> tuple[str, ...]:
    """A phrase as it is looked up: the keys of its words."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():  # most of the vocabulary, without a pattern
        return tuple(map(_key, phrase.lower().split()))
    return tuple(map(_key, _WORD.findall(_lower(phrase))))


@cache
def misspellings() -> dict[str, str]:
    """Misprinted words to the words that are meant."""
    return {_singular(row["printed"]): _singular(row["meant"]) for row in vocabulary.rows("misspellings")}


def _lower(text: str) -> str:
    """Lower case of the same length: some letters grow when they are lowered."""
    if text.isascii():
        return text.lower()
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    singular = _singular(word)
    return misspellings().get(singular, singular)


def _singular(word: str) -> str:
    if word == "&":
        return "and"
    word = word.removesuffix("'s").removesuffix("\u2019s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if (
        len(word) > 3
        and word.endswith("s")
        and word not in _NO_PLURALS
        and not word.endswith(("ss", "us", "is"))
    ):
        return word[:-1]
    return word


@cache
def _falling(bits: int) -> tuple[int, ...]:
    """The numbers of the bits that are set, the greatest first."""
    return tuple(at for at in range(bits.bit_length() - 1, 0, -1) if bits >> at & 1)


class Phrasebook(Generic[Value]):
    """Phrases to values, found longest first from left to right, never overlapping."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], Value]]) -> None:
        """Entries are (phrase_key(phrase), value); of two for one phrase the first counts."""
        self._values: dict[tuple[str, ...], Value] = {}
        lengths: dict[str, dict[str, int]] = {}  # a bit for each length
        for key, value in entries:
            if key and key not in self._values:
                self._values[key] = value
                seconds = lengths.setdefault(key[0], {"": 0})
                second = key[1] if len(key) > 1 else ""
                seconds[second] = seconds.get(second, 0) | 1 << len(key)
        self._goes_on = {  # first word, second word, lengths from long to short
            first: {second: _falling(bits | seconds[""]) for second, bits in seconds.items()}
            for first, seconds in lengths.items()
        }

    def value(self, key: tuple[str, ...]) -> Value | None:
        """What a phrase means, by its key."""
        return self._values.get(key)

    def keys(self) -> Iterable[tuple[str, ...]]:
        """The keys of all phrases."""
        return self._values.keys()

    def items(self) -> Iterable[tuple[tuple[str, ...], Value]]:
        """The keys of all phrases with what they mean."""
        return self._values.items()

    def first_words(self) -> frozenset[str]:
        """The words that a phrase may begin with."""
        return frozenset(self._goes_on)

    def find(self, said: Words) -> Iterator[Phrase[Value]]:
        """The phrases among the words of one text."""
        keys, goes_on, values = said.keys, self._goes_on, self._values
        past, last = 0, len(keys) - 1
        for at, key in enumerate(keys):
            if key not in goes_on or at < past:
                continue
            seconds = goes_on[key]
            lengths = seconds.get(keys[at + 1]) if at < last else None
            for length in lengths or seconds[""]:
                value = values.get(tuple(keys[at : at + length]))
                if value is not None:
                    past = min(at + length, last + 1)
                    yield Phrase(value, said.starts[at], said.ends[past - 1])
                    break
