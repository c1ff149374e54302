"""The sentences of a rationale from its end, where it concludes."""

from __future__ import annotations

import re
from collections.abc import Iterator

TAIL = 4000
_NEAR_TAIL = 500
"""Characters of a rationale in which it concludes, and in which most do."""
_INSIDE = r"(?:[.!?](?=\d)|(?<=\b[Mm]ed)\.(?=\s?nec)|(?<=\bvs)\.)"
"""A stop that ends no sentence."""
_SENTENCE = re.compile(rf"[^.!?]{{1,1200}}(?:{_INSIDE}[^.!?]{{0,300}}){{0,20}}[.!?\"'\u201d)]{{0,3}}\s*")


def sentences_of(text: str) -> list[str]:
    """The sentences of a text's end, in their order."""
    return [found.group() for found in _SENTENCE.finditer(text[-TAIL:])]


def sentences_backwards(text: str) -> Iterator[tuple[int, str]]:
    """Offset and words of the last sentences, the last first.

    Most rationales conclude at their very end: that is read first, but for its first sentence, which may be a part of one.
    """
    end = len(text)
    near, far = max(0, end - _NEAR_TAIL), max(0, end - TAIL)
    sentences = [(found.start(), found.group()) for found in _SENTENCE.finditer(text, near)]
    whole = sentences[1:] if near else sentences
    yield from reversed(whole)
    if near:
        until = whole[0][0] if whole else end
        earlier = [(found.start(), found.group()) for found in _SENTENCE.finditer(text, far, until)]
        yield from reversed(earlier)
