"""What the readers of meaning share: the doubt they raise, and the key by which words are compared."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Path = tuple[str | int, ...]
Severity = Literal["warning", "note"]


@dataclass(frozen=True, slots=True)
class MeaningDoubt:
    """A value inside a reading that may be wrong (`warning`), or right though the words are odd (`note`).

    `where` is the way to the value from the reading, as in ("citations", 0, "sections").
    """

    code: str
    where: Path
    message: str
    severity: Severity = "warning"


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words stands in a text: a cheap test before a pattern that needs one of them is tried."""
    for word in words:  # quicker than any() with a generator
        if word in text:
            return True
    return False


_NOT_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=8192)
def key(words: str) -> str:
    """Words without case, punctuation and marks, `&` as "and": "Hip & Pelvis" and "hip and pelvis" are one."""
    return _NOT_WORD.sub(" ", words.lower().replace("&", " and ")).strip()
