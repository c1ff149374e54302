"""Fields whose label is a phrase inside a section's prose."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.landmarks.find import spread
from imr_parse.layouts.model import Field
from imr_parse.sections import Piece

_ALIKE = 88
"""A phrase this much like the one that is missing is taken for it."""
_LEAST = 0.8
"""Share of a phrase's length that words taken for it have."""


def after_phrase(document: Document, entry: Field, where: Span) -> Piece | None:
    """The text after a phrase in a section's prose; where the phrase comes again, what follows it there too.

    Nothing is taken after a phrase that stands before its section, but that it stands there is known.
    """
    text = document.text
    pattern = _phrases((entry.label, *entry.also))
    met = [Span(*found.span()) for found in pattern.finditer(text, *where)]
    doubts: tuple[Doubt, ...] = ()
    if not met:
        near = _resembling(text, entry.label, where)
        if near is None:
            early = pattern.search(text, 0, where.start)
            if early is None:
                return None
            label = Span(*early.span())
            return Piece((), label, (Doubt("IMR207", "its words stand before its section", label),))
        met = [near]
        doubts = (Doubt("IMR401", f"the words '{entry.label}' are printed otherwise", near),)
    ends = [*(label.start for label in met[1:]), where.end]
    first, *again = (
        Piece(document.trim(label.end, _until(text, entry, Span(label.end, end))), label, doubts)
        for label, end in zip(met, ends, strict=True)
    )
    return first._replace(again=tuple(again))


def _until(text: str, entry: Field, where: Span) -> int:
    """Where a field's own closing phrase stands in a range; the range's end where it has none."""
    stop = _phrases(entry.until).search(text, *where) if entry.until else None
    return stop.start() if stop else where.end


def _resembling(text: str, words: str, where: Span) -> Span | None:
    """Where words stand in a range that are all but the same, misspelt or in another case."""
    part = text[where.start : where.end]
    found = fuzz.partial_ratio_alignment(words.lower(), part.lower(), score_cutoff=_ALIKE)
    if found is None or found.dest_end - found.dest_start < _LEAST * len(words):
        return None
    end = found.dest_end
    while 0 < end < len(part) and part[end - 1].isalpha() and part[end].isalpha():
        end += 1  # a letter more: to its word's end
    return Span(where.start + found.dest_start, where.start + end)


@lru_cache(maxsize=64)
def _phrases(words: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(spread(row).replace(r"\-", "-") for row in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])(?:{either})", re.IGNORECASE)
