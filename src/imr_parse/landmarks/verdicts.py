"""Sentences that say a request is or is not medically necessary, as the letters of 2013 state their decisions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from imr_parse.landmarks.find import fold, spread

_VERB = r"(?:is\s?/\s?was|was\s?/\s?is|is|are|was|were)"
_LAST_VERB = re.compile(r"\b(?:is|are|was|were)\b", re.IGNORECASE)
_ALIKE = 86
"""Words this much like a verdict are that, printed otherwise."""
_LAST = 11
"""Letters of the verdict's last word."""
_NAMELESS = re.compile(
    r"(?:^|[\s\"(\u201c])(?:it|they|(?:the|this|that|these|those|such)(?:\s+(?:requested|disputed|proposed|current|above|said))?"
    r"(?:\s+(?:requests?|services?|treatments?|items?|procedures?|medications?|tests?|therapy|care))?)\s*$",
    re.IGNORECASE,
)
"""A subject that points back at what is named elsewhere."""
_TAIL = 500
"""Characters at the end of a sentence that hold its verdict, a page's footer blanked between them."""


class Said(NamedTuple):
    """What a sentence says at its end: `upheld`, `overturned`, or None where it is not plain; the words that say it."""

    outcome: str | None
    start: int
    end: int
    remarks: tuple[tuple[str, str], ...] = ()
    unsure: bool = False
    """Whether it is not sure where these words begin."""


@lru_cache(maxsize=16)
def _pattern(verdict: str) -> re.Pattern[str]:
    core, _, more = verdict.partition(" and ")
    tail = rf"(?:\s*(?:and|&)\s*{spread(more)})?" if more else ""
    return re.compile(
        rf"(?<![A-Za-z]){_VERB}\s*(?P<not>not)?\s*{spread(core)}{tail}(?![A-Za-z])", re.IGNORECASE
    )


@lru_cache(maxsize=16)
def _glued(verdict: str) -> re.Pattern[str]:
    return re.compile(rf"(?:is|are|was|were)\s*not\s*{spread(verdict.partition(' and ')[0])}", re.IGNORECASE)


def ends_in_verdict(words: str, verdict: str) -> bool:
    """Whether a verdict, exact or misspelt, and nothing but a stop after it, ends these words."""
    tail = " ".join(words[-_TAIL:].split())
    for found in _pattern(verdict).finditer(tail):
        if not tail[found.end() :].strip(" .)\u201d\"'*"):
            return True
    last = fold(verdict)[-_LAST:]
    if fuzz.ratio(fold(tail)[-_LAST:], last) < _ALIKE:
        return False
    said = read_verdict(tail, verdict)
    return said.outcome is not None and not said.unsure


def points_back(words: str, verdict: str) -> bool:
    """Whether the verdict that ends these words is on "the request": a reason's last sentence, which opens no item."""
    said = read_verdict(words, verdict)
    return said.outcome is not None and _NAMELESS.search(words[: said.start]) is not None


def first_verdict(words: str, verdict: str) -> re.Match[str] | None:
    """The first verdict in these words."""
    return _pattern(verdict).search(words)


def read_verdict(words: str, verdict: str) -> Said:
    """What the end of a sentence says; `verdict` as a layout gives it: "medically necessary and appropriate"."""
    end = len(words.rstrip(" .\n\f*"))
    for found in _pattern(verdict).finditer(words):
        if not words[found.end() : end].strip(" .)\"'\u201d"):
            return Said("upheld" if found["not"] else "overturned", found.start(), found.end())
    glued = [found for found in _glued(verdict).finditer(words)]
    if glued and end - glued[-1].end() < 20:
        remark = ("IMR402", "the words of the verdict stand without spaces")
        return Said("upheld", glued[-1].start(), end, (remark,), unsure=True)
    verbs = list(_LAST_VERB.finditer(words, max(0, end - 90), end))
    for verb in reversed(verbs):
        said = fold(words[verb.end() : end])
        for start, outcome in (("not", "upheld"), ("", "overturned")):
            known = fold(start + verdict)
            if said.startswith(known[:4]) and fuzz.ratio(said, known) >= _ALIKE:
                return Said(outcome, verb.start(), end, (("IMR402", "the verdict is printed otherwise"),))
    shown = " ".join(words[verbs[-1].start() if verbs else max(0, end - 40) : end].split())[:60]
    remark = ("IMR204", f"what is decided reads '{shown}', which is not known")
    return Said(None, verbs[-1].start() if verbs else end, end, (remark,), unsure=True)
