"""Labels of the header that stand otherwise than usual: printed around their value, or misspelt or reworded.

A label that is missing is the one that a line's words before a colon come closest to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from imr_parse.document import Span
from imr_parse.landmarks.index import Hit, Match, fold, index_of
from imr_parse.layouts.model import Landmark, Layout
from imr_parse.letter import Letter

_NEAR = 85
_REWORDED = 72
"""Likeness of words to a label that is misspelt, and of other words for it."""
_WORDS = 7
"""Words of the longest label."""
_HEAD = re.compile(
    r"^[ \f]{0,12}(?P<words>[^\n:;=\u2013\u2014]{2,130})(?:[:;=\u2013\u2014]|(?<=\s)-(?=\s))", re.MULTILINE
)
"""A line's first words before a colon, or before what may stand for one."""
_STOPPED = re.compile(r"^[ \f]{0,12}(?P<words>[A-Z][^\n:;=.,]{3,50})[.,](?=\s)", re.MULTILINE)
"""The same before a full stop or a comma."""
_OTHERS = frozenset(
    [
        "phone",
        "tel",
        "telephone",
        "fax",
        "tdd",
        "tty",
        "toll",
        "re",
        "to",
        "from",
        "dear",
        "cc",
        "via",
        "attn",
        "attention",
        "sent",
        "subject",
        "email",
    ]
)
"""What also stands before a colon in a letter's head."""
_NO_SUFFIX = re.compile(r"['\u2019]?s\b|[('\u2019].*")
"""What a word may end in beside the word that a label has."""
_DAY = re.compile(r"\s{0,4}(?:\d{1,2}[/.-]|[A-Z][a-z]{2,8}\.?\s\d)")


def resembling_labels(letter: Letter, hits: Sequence[Hit], where: Span) -> list[Hit]:
    """Labels of the header's fields that were not met, where words like theirs stand before a colon in a range."""
    document, layout = letter.document, letter.layout
    met = {hit.landmark.name for hit in hits if hit.landmark.kind == "label"}
    missing = [
        (row.landmark, row.folded)
        for row in index_of(layout).header
        if row.landmark.kind == "label" and row.landmark.name not in met
    ]
    if not missing:
        return []
    days = {entry.path for entry in layout.fields if entry.read in ("date", "day")}
    taken = [hit.span for hit in hits if where.start <= hit.span.start < where.end]
    rows: list[tuple[float, Landmark, Span]] = []
    others = _other_words(layout)
    for span, words in (*_heads(document.text, taken, where), *_stopped(document.text, taken, where)):
        if not others.isdisjoint(_plain_words(words)):
            continue  # another label, not a misspelt one: the employer is no employee
        stopped = document.text[span.end - 1] in ".,"
        said = fold(words)
        for mark, folded in missing:
            score = fuzz.ratio(said, folded)
            if stopped and (score < _NEAR or len(words.split()) != len(mark.words.split())):
                continue
            if score >= _REWORDED and (mark.name not in days or _DAY.match(document.text, span.end)):
                rows.append((score, mark, span))
    found: list[Hit] = []
    for score, mark, span in sorted(rows, key=lambda row: (-row[0], row[2])):
        free = all(span.end <= hit.span.start or span.start >= hit.span.end for hit in found)
        if free and mark.name not in {hit.landmark.name for hit in found}:
            match = Match.NEAR if score >= _NEAR else Match.REWORDED
            found.append(Hit(mark, document.line_at(span.start), span, match))
    return found


@lru_cache(maxsize=32)
def _other_words(layout: Layout) -> frozenset[str]:
    """Words of labels that the record has no place for, which no label of the layout holds."""
    own = {word for mark in layout.landmarks if mark.kind == "label" for word in _plain_words(mark.words)}
    stops = (words for words in layout.stops if words.endswith(":"))
    return frozenset(word for words in stops for word in _plain_words(words)) - own


def _plain_words(words: str) -> Iterator[str]:
    """Words in small letters, without a plural's or a genitive's end."""
    return (fold(_NO_SUFFIX.sub("", word)) for word in words.split())


def wrapped_labels(letter: Letter, where: Span) -> tuple[list[Hit], list[Span]]:
    """Labels that wrap in their table cell and are printed around their value, and where their halves stand."""
    document, layout = letter.document, letter.layout
    met = {hit.landmark.name for hit in letter.hits if hit.landmark.kind == "label"}
    found: list[Hit] = []
    halves: list[Span] = []
    for entry in layout.fields:
        if not entry.split or entry.path in met:
            continue
        first, second = re.escape(entry.split), re.escape(entry.label.removeprefix(entry.split).strip())
        around = re.compile(rf"(?<!\S)({first})\s{{1,40}}\S[^\n]{{0,40}}\n[ \t]{{0,80}}({second})")
        if printed := around.search(document.text, *where):
            halves += (Span(*printed.span(1)), Span(*printed.span(2)))
            mark = Landmark("label", entry.path, entry.label, entry.section)
            found.append(Hit(mark, document.line_at(printed.start()), halves[-2], Match.EXACT))
    return found, halves


def _stopped(text: str, taken: Sequence[Span], where: Span) -> Iterator[tuple[Span, str]]:
    """A line's first words before a full stop or a comma, which may stand for the colon."""
    for found in _STOPPED.finditer(text, *where):
        if not any(span.start < found.end() and found.start("words") < span.end for span in taken):
            yield Span(found.start("words"), found.end()), found["words"]


def _heads(text: str, taken: Sequence[Span], where: Span) -> Iterator[tuple[Span, str]]:
    """The last words before each colon, from one to the longest label's, outside of what is known."""
    for found in _HEAD.finditer(text, *where):
        start, end = found.span("words")
        start = max([start, *(span.end for span in taken if span.start < end)])
        if any(span.start < found.end() <= span.end for span in taken) or start >= end:
            continue
        words = list(re.finditer(r"\S+", text[start:end]))
        if not words or fold(words[-1].group()) in _OTHERS:
            continue
        # the line's first as well, for a label's letters may be spaced
        for first in sorted({0, *range(max(0, len(words) - _WORDS), len(words))}):
            begin = start + words[first].start()
            yield Span(begin, found.end()), text[begin:end]
