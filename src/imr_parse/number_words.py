"""Numbers in words, from zero to ninety-nine: "six", "Twenty-four", "thirty six"."""

import re

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: value for value, word in enumerate(("zero", *_ONES, *_TEENS))}
_VALUES |= {word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)}

SINGLE_NUMBER_WORDS = frozenset(_VALUES)
NUMBER_WORDS = (
    rf"(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_ONES)}))?|{'|'.join(_TEENS)}|{'|'.join(_ONES)}|zero"
)
"""A pattern of alternatives without groups; a border after it keeps "six" out of "sixty"."""


def number_of(words: str) -> int:
    """The value of words that `NUMBER_WORDS` matches, in any case."""
    return sum(_VALUES[word] for word in words.lower().replace("-", " ").split())


_LONGEST = 24
_LAST = re.compile(rf"\b(?P<words>{NUMBER_WORDS})\s*$", re.IGNORECASE)


def says_again(text: str, start: int, number: int) -> bool:
    """Whether a number in parentheses at this place repeats the word before it: "two (2)", over the end of a line too."""
    bracket = text[start : start + _LONGEST].lstrip(" \n\f")
    said = _LAST.search(text[max(0, start - _LONGEST) : start]) if bracket.startswith("(") else None
    return said is not None and number_of(" ".join(said["words"].split())) == number
