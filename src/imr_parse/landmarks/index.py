"""A layout's printed words, ready to be looked for."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from imr_parse.document import Span
from imr_parse.layouts.model import Landmark, Layout

_DATE = r"(?:[A-Za-z]{3,9}\.?\s{0,2}\d{1,2},?\s{0,2}\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})"
_SEPARATORS = re.compile(r"[\W_]+")
_NO_ASCII_SEPARATORS = {code: None for code in range(128) if not chr(code).isalnum()}
OPENING = 3
"""First characters by which the landmarks that a line may begin with are looked up."""


class Match(IntEnum):
    """How the words were met, the surest first."""

    EXACT = 0
    VARIANT = 1
    """The same letters in other case, spacing or punctuation."""
    NEAR = 2
    """Misspelt beyond doubt of what was meant."""
    REWORDED = 3
    """Other words that come close: a guess."""
    INLINE = 4
    """The exact words in the middle of a line."""


class Hit(NamedTuple):
    """A landmark met in the letter."""

    landmark: Landmark
    line: int
    """Index into `Document.lines`."""
    span: Span
    match: Match


class Pattern(NamedTuple):
    """One wording of a landmark, as a pattern and folded to letters and digits."""

    landmark: Landmark
    opening: str
    """Its first letters, without a space after them, by which most lines are passed over at once."""
    folded: str
    pattern: re.Pattern[str]
    in_header: bool


class Index(NamedTuple):
    """A layout's landmarks by what a look needs."""

    by_opening: dict[str, tuple[Pattern, ...]]
    anywhere: tuple[Pattern, ...]
    """Titles and labels that are looked for in the middle of lines too."""
    header: tuple[Pattern, ...]
    titles: tuple[Pattern, ...]
    long_titles: tuple[Pattern, ...]
    labels: tuple[Pattern, ...]
    folded_labels: tuple[str, ...]


def fold(text: str) -> str:
    """Letters and digits only, in one case."""
    if text.isascii():
        return text.lower().translate(_NO_ASCII_SEPARATORS)
    return _SEPARATORS.sub("", text.casefold())


def spread(words: str) -> str:
    """A pattern for printed words that holds over line breaks and glued words; "{date}" stands for a date."""
    pattern = r"\s*".join(re.escape(word) for word in words.split())
    pattern = pattern.replace(":", r"\s{0,2}:")
    pattern = pattern.replace("/", r"/\s*")  # where a line may end, as at a space
    pattern = pattern.replace("fi", "(?:fi|\ufb01)").replace("fl", "(?:fl|\ufb02)")  # ligatures
    return pattern.replace(r"\{date\}", _DATE).replace("'", "['\u2019]")


@lru_cache(maxsize=32)
def index_of(layout: Layout) -> Index:
    """The index of a layout's landmarks, made once."""
    header = layout.sections[0].name
    patterns = tuple(
        Pattern(
            mark,
            mark.words[:OPENING].rstrip().lower(),  # "UR Denial" may be printed with any space
            fold(mark.words),
            re.compile(spread(mark.words), re.IGNORECASE),
            mark.section == header,
        )
        for mark in layout.landmarks
        if mark.kind != "phrase"
    )
    by_opening: dict[str, tuple[Pattern, ...]] = {}
    for row in patterns:
        first = row.landmark.words[:OPENING].lower()
        by_opening[first] = (*by_opening.get(first, ()), row)
    usual = [row for row in patterns if row.landmark.kind != "lead" and not row.landmark.optional]
    labels = tuple(row for row in usual if row.landmark.kind != "title" and not row.landmark.inline)
    return Index(
        by_opening,
        anywhere=tuple(row for row in patterns if row.landmark.kind != "lead" and not row.in_header),
        header=tuple(row for row in patterns if row.in_header),
        titles=tuple(row for row in usual if row.landmark.kind == "title" and not row.landmark.inline),
        long_titles=tuple(row for row in usual if row.landmark.inline),
        labels=labels,
        folded_labels=tuple(row.folded for row in labels),
    )
