"""The reviewer's credentials where they stand in prose: "Board Certified in A, has a subspecialty in B and is licensed …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_parse.interpret.names import known_name, remarks
from imr_parse.interpret.reading import Reading
from imr_parse.running import running

_SENTENCE_END = re.compile(r"\.(?=\s+[A-Z(]|\s*$)")
_SUBSPECIALTY = re.compile(
    r"[,;]?\s{0,3}(?:and\s+)?(?:also\s+)?(?:(?:he/she|he|she)\s+)?(?:has|have|holds|with)\s+(?:an?\s+)?(?:added\s+)?"
    r"(?:sub[\s-]{0,2}special(?:ty|ties|i[sz]ation)|qualifications?|certifications?)\s+(?:certifications?\s+)?in\s+"
    r"|[,;]?\s{0,3}(?:and\s+)?(?:is\s+)?(?:also\s+)?board[\s-]{0,2}certified\s+in\s+"
    r"|[,;]?\s{0,3}(?:and\s+)?(?:with\s+)?(?:a\s+)?sub[\s-]{0,2}special(?:ty|ties)\s+in\s+",
    re.IGNORECASE,
)
"""What stands before further certifications."""
_BORDER = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+|\s*&\s*", re.IGNORECASE)
_LEADING = re.compile(r"\s*(?:(?:both|the)\s+)?(?:states?\s+of\s+)?", re.IGNORECASE)
_TRAILING = re.compile(
    r"[\s,;]*(?:\b(?:and|who|he/she|he|she))?[\s,;]*(?:\b(?:is|are))?(?:\s+(?:also|currently))?[\s,;.*_\u2013\u2014-]*$",
    re.IGNORECASE,
)
"""What is left of the sentence after its last name."""
_MOST = 5
"""A name has at most so many commas and "and" in it."""


def read_certified(words: str) -> list[Reading]:
    """The specialties after "Board Certified in", subspecialties after them, as printed."""
    end = _end(words)
    at = 0
    found: list[Reading] = []
    for border in _SUBSPECIALTY.finditer(words, 0, end):
        found += _names(words, at, border.start(), "certifications")
        at = border.end()
    return found + list(_names(words, at, end, "certifications"))


def read_licensed(words: str) -> list[Reading]:
    """The states after "licensed to practice in", as printed."""
    return list(_names(words, _LEADING.match(words).end(), _end(words), "licensure_states"))  # type: ignore[union-attr]


def _end(words: str) -> int:
    stop = _SENTENCE_END.search(words)
    end = stop.start() if stop else len(words)
    return _TRAILING.search(words, 0, end).start()  # type: ignore[union-attr]


def _names(words: str, start: int, end: int, kind: str) -> Iterator[Reading]:
    """Names apart by commas and "and"; a name of the vocabulary that holds such a word stays one, the longest first."""
    pieces: list[tuple[int, int]] = []
    at = start
    for border in _BORDER.finditer(words, start, end):
        pieces.append((at, border.start()))
        at = border.end()
    pieces = [(a, b) for a, b in (*pieces, (at, end)) if words[a:b].strip()]
    index = 0
    while index < len(pieces):
        reach = 1
        for ahead in range(min(_MOST, len(pieces) - index), 1, -1):
            if known_name(words[pieces[index][0] : pieces[index + ahead - 1][1]], kind):
                reach = ahead
                break
        first, last = pieces[index][0], pieces[index + reach - 1][1]
        while words[first].isspace():
            first += 1
        name = running(words[first:last])
        yield Reading(name, first, last, tuple(remarks(name, kind)))
        index += reach
