"""Numbers in words, from zero to ninety-nine: "six", "Twenty-four", "thirty six"."""

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
