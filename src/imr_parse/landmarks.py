"""Where a layout's printed words stand in a letter, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from imr_parse.document import Document, Line, Span
from imr_parse.found import Doubt
from imr_parse.layouts.model import Landmark, Layout
from imr_parse.paragraphs import Start


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


class _Pattern(NamedTuple):
    landmark: Landmark
    opening: str
    """Its first letters, by which most lines are passed over at once."""
    folded: str
    pattern: re.Pattern[str]


class _Index(NamedTuple):
    by_opening: dict[str, tuple[_Pattern, ...]]
    patterns: tuple[_Pattern, ...]
    header: tuple[_Pattern, ...]


_STOPS = re.compile(r"[ \t]?[)\]:;.\u2013\u2014-]+")
_MARK = re.compile(
    r"[ \xa0]*(?:[\u2022\u25cf\u25aa*\uf0b7-] {1,3})?(?:\d{1,2}[.)] {1,3}(?=[A-Z][A-Za-z ]{2,40}:))?"
)
"""A bullet or a number before a label."""
_DATE = r"(?:[A-Za-z]{3,9}\.?\s{0,2}\d{1,2},?\s{0,2}\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})"
_SEPARATORS = re.compile(r"[\W_]+")
_NEAR = 85
_REWORDED = 68
_HEAD = re.compile(r"[^:;]{2,70}[:;]")
_LONGEST_HEAD = 60
_START = 12
"""Letters at a long title's beginning that must be right, for a title may wrap and a line before it is none of it."""
_INLINE_HEAD = re.compile(r"[^:;]{6,130}[:;]")
_OPENING = 3


def fold(text: str) -> str:
    """Letters and digits only, in one case."""
    return _SEPARATORS.sub("", text.casefold())


def spread(words: str) -> str:
    """A pattern for printed words that holds over line breaks and glued words; "{date}" stands for a date."""
    return r"\s*".join(re.escape(word) for word in words.split()).replace(r"\{date\}", _DATE)


@lru_cache(maxsize=32)
def _index(landmarks: tuple[Landmark, ...], header: str) -> _Index:
    patterns = tuple(
        _Pattern(
            mark,
            mark.words[:_OPENING].lower(),
            fold(mark.words),
            re.compile(spread(mark.words), re.IGNORECASE),
        )
        for mark in landmarks
        if mark.kind != "phrase"
    )
    by_opening: dict[str, tuple[_Pattern, ...]] = {}
    for row in patterns:
        by_opening[row.opening] = (*by_opening.get(row.opening, ()), row)
    return _Index(by_opening, patterns, tuple(row for row in patterns if row.landmark.section == header))


def find(document: Document, layout: Layout, starts: Sequence[Start]) -> list[Hit]:
    """All landmarks of the layout in the document, by place. A line gives one hit at most, a header line several."""
    header = layout.sections[0].name
    index = _index(layout.landmarks, header)
    text = document.text
    hits: list[Hit] = []
    in_header = True
    for at, line in enumerate(document.lines):
        mark = _MARK.match(text, line.start)
        first = mark.end() if mark else line.start
        hit = _exact(document, index, at, line, first)
        if (
            hit is None
            and not in_header
            and (starts[at] or line.bold or ":" in text[first : first + _LONGEST_HEAD])
        ):
            hit = _tolerant(text, index, at, line, first, likely=bool(starts[at]) or line.bold is True)
        if hit is not None and first > line.start:
            hit = hit._replace(span=Span(line.start, hit.span.end))  # the bullet belongs to its label
        if hit is not None and hit.landmark.kind == "title":
            in_header = False
        if in_header:
            hits.extend(_in_header_line(document, index, at, line))
        if hit is not None and not (in_header and hit.landmark.section == header):
            hits.append(hit)
    if in_header:  # no title anywhere: what was taken for the header is the letter
        hits = list(_without_titles(document, index, starts))
    hits.extend(_inline(text, document, index, hits))
    return sorted(hits, key=lambda hit: hit.span)


def _exact(document: Document, index: _Index, at: int, line: Line, first: int) -> Hit | None:
    text = document.text
    for row in index.by_opening.get(text[first : first + _OPENING].lower(), ()):
        found = row.pattern.match(text, first)
        if found is None:
            continue
        alone = row.landmark.kind != "title" or row.landmark.inline or _ends_line(document, at, found.end())
        if not alone:
            continue
        printed = " ".join(found.group().split())
        same = printed == row.landmark.words
        if not same and row.landmark.kind == "title" and not printed.isupper() and line.bold is not True:
            continue  # prose may hold a title's words
        end = _past_stops(text, found.end())
        return Hit(row.landmark, at, Span(found.start(), end), Match.EXACT if same else Match.VARIANT)
    return None


def _past_stops(text: str, end: int) -> int:
    """A label's colon may be printed twice."""
    while text[end - 1] in ":;" and text[end : end + 1] in (":", ";"):
        end += 1
    return end


def _ends_line(document: Document, at: int, offset: int) -> bool:
    """Whether nothing but a stop stands between the offset and the end of its line (the title may wrap)."""
    end = document.text.find("\n", offset)
    return not document.text[offset:end].strip(" .:")


def _tolerant(text: str, index: _Index, at: int, line: Line, first: int, *, likely: bool) -> Hit | None:
    """The line's opening words against all titles, labels and leads: other case and punctuation, then misspelt."""
    words = text[first : line.end]
    head = _HEAD.match(words)
    opening = head.group() if head else ""
    folded_line = fold(words[:90])
    folded_head = fold(opening)
    best: tuple[float, _Pattern, int, Match] | None = None
    for row in index.patterns:
        kind = row.landmark.kind
        if kind == "lead" or row.landmark.optional:
            continue
        if row.landmark.inline:
            head = _INLINE_HEAD.match(text, first) if likely else None
            if head is None or (head.end() > line.end and 2.5 * len(folded_line) < len(row.folded)):
                continue  # a long title wraps, but not after a word or two
            folded = fold(head.group())
            score, end, sure = fuzz.ratio(folded, row.folded), head.end(), folded == row.folded
            if score < _NEAR or fuzz.ratio(folded[:_START], row.folded[:_START]) < _NEAR:
                continue
        elif kind == "title":
            if (
                not likely
                or not (line.bold or words.upper() == words)
                or not 0.75 < len(folded_line) / len(row.folded) < 1.33
                or len(words) > 85
            ):
                continue
            score = fuzz.ratio(folded_line, row.folded)
            end, sure = line.end, folded_line == row.folded
        elif folded_head and len(opening) <= _LONGEST_HEAD:
            score = fuzz.ratio(folded_head, row.folded)
            end, sure = first + len(opening), folded_head == row.folded
        elif likely and folded_line.startswith(row.folded):
            score, end, sure = 100.0, _end_of_folded(text, first, len(row.folded)), True
        else:
            continue
        match = Match.VARIANT if sure else Match.NEAR if score >= _NEAR else Match.REWORDED
        in_header = row.landmark.kind == "label" and row in index.header
        if match is Match.REWORDED and (kind == "part" or in_header or not likely):
            continue  # a part without its label is told by its place, not by a guess
        if score >= _REWORDED and (best is None or score > best[0]):
            best = score, row, end, match
    if best is None:
        return None
    _, row, end, match = best
    if (
        match is not Match.VARIANT and end < line.end and text[end].islower()
    ):  # a slipped colon: the word goes on
        end += len(text[end : line.end].split(" ")[0])
    return Hit(row.landmark, at, Span(first, _past_stops(text, end)), match)


def _end_of_folded(text: str, first: int, letters: int) -> int:
    """The offset after so many letters and digits, and after the punctuation behind them."""
    at = first
    while letters and at < len(text):
        letters -= text[at].isalnum()
        at += 1
    stops = _STOPS.match(text, at)
    return stops.end() if stops else at


def _in_header_line(document: Document, index: _Index, at: int, line: Line) -> Iterator[Hit]:
    """Labels anywhere in a line of the header, the longest at each place; a label may wrap into the next line."""
    met: list[Hit] = []
    near = document.text[line.start : line.end].lower()
    for row in index.header:
        if row.opening not in near:
            continue
        for found in row.pattern.finditer(document.text, line.start, min(len(document.text), line.end + 40)):
            if found.start() < line.end:
                exact = " ".join(found.group().split()) == row.landmark.words
                met.append(
                    Hit(row.landmark, at, Span(*found.span()), Match.EXACT if exact else Match.VARIANT)
                )
    end = line.start
    for hit in sorted(met, key=lambda hit: (hit.span.start, -hit.span.end)):
        if hit.span.start >= end:
            yield hit
            end = hit.span.end


def _without_titles(document: Document, index: _Index, starts: Sequence[Start]) -> Iterator[Hit]:
    text = document.text
    for at, line in enumerate(document.lines):
        first = line.start + len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())
        labels = list(_in_header_line(document, index, at, line))
        hit = _exact(document, index, at, line, first) or _tolerant(
            text, index, at, line, first, likely=bool(starts[at]) or line.bold is True
        )
        if labels:
            yield from labels
        elif hit is not None:
            yield hit


def _inline(text: str, document: Document, index: _Index, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Exact labels of parts and fields that stand in the middle of a line."""
    known = [hit.span for hit in hits]
    for row in index.patterns:
        if row.landmark.kind == "lead" or row in index.header:
            continue
        at = text.find(row.landmark.words)
        while at >= 0:
            if not any(start <= at < end for start, end in known):
                line = document.line_at(at)
                yield Hit(row.landmark, line, Span(at, at + len(row.landmark.words)), Match.INLINE)
            at = text.find(row.landmark.words, at + 1)


def find_lead(text: str, lead: str, start: int, end: int) -> Span | None:
    """Where a section's fixed sentence stands, word for word, within a range."""
    found = _lead_pattern(lead).search(text, start, end)
    return Span(*found.span()) if found else None


@lru_cache(maxsize=64)
def _lead_pattern(lead: str) -> re.Pattern[str]:
    return re.compile(spread(lead), re.IGNORECASE)


def label_doubts(hit: Hit) -> list[Doubt]:
    """What is to be said of a value whose label was met like this."""
    words = hit.landmark.words
    if hit.match is Match.EXACT:
        return []
    if hit.match in (Match.VARIANT, Match.NEAR):
        return [Doubt("IMR401", f"the label '{words}' is printed otherwise", hit.span)]
    if hit.match is Match.INLINE:
        return [Doubt("IMR207", f"the label '{words}' stands in the middle of a line", hit.span)]
    return [Doubt("IMR205", f"its label only resembles '{words}'", hit.span)]
