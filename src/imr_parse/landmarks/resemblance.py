"""Lines that resemble a landmark: other case and punctuation, misspelt, reworded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import fuzz, process

from imr_parse.document import Line, Span
from imr_parse.landmarks.index import Hit, Index, Match, Pattern, fold
from imr_parse.titles import in_capitals

_STOPS = re.compile(r"[ \t]?[)\]:;.,=|>\u2013\u2014-]+")
_NEAR = 85
_REWORDED = 68
"""Likeness of words to a landmark that is misspelt, and of other words for it."""
_HEAD = re.compile(r"[^:;]{2,70}[:;]")
_LONGEST_HEAD = 60
_SENTENCE_END = re.compile(r"[a-z)]{3}[.!?] ")
_SLIPPED = re.compile(r"[a-z]{1,2}(?= )")
"""What may stand in a lost colon's place."""
_START = 12
"""Letters at a long title's beginning that must be right, for a title may wrap and a line before it is none of it."""
_INLINE_HEAD = re.compile(r"[^:;\u2013\u2014]{6,130}[:;\u2013\u2014]")
_LEAST_LETTERS = 4
"""Letters of a line that tell that it is in capitals."""
_LONGEST_OPENING = 90
_LONGEST_TITLE = 85
"""Characters of a line in which a label without its colon, or a title, stands."""
_BEST = 3
"""So many of the closest labels are looked at."""


class _Candidate(NamedTuple):
    score: float
    row: Pattern
    end: int
    match: Match


def resembling(text: str, index: Index, at: int, line: Line, first: int, *, likely: bool) -> Hit | None:
    """The line's opening words against all titles and labels: other case and punctuation, then misspelt, then reworded."""
    words = text[first : line.end]
    candidates = [*_labels(text, index, words, first, likely=likely)]
    if likely:
        candidates += _titles(index, words, line)
        candidates += _long_titles(text, index, words, line, first)
    best = max(candidates, key=lambda candidate: candidate.score, default=None)
    if best is None:
        return None
    end = best.end
    if best.match is not Match.VARIANT and end < line.end and text[end].islower():
        # a slipped colon: the word goes on
        end += len(text[end : line.end].split(" ")[0])
    return Hit(best.row.landmark, at, Span(first, past_stops(text, end)), best.match)


def _labels(text: str, index: Index, words: str, first: int, *, likely: bool) -> Iterator[_Candidate]:
    head = _HEAD.match(words)
    if head is not None and _SENTENCE_END.search(head.group()):
        return  # a label that follows it stands in the middle of the line
    if head is not None and head.end() <= _LONGEST_HEAD:
        folded = fold(head.group())
        for _, score, number in process.extract(
            folded, index.folded_labels, scorer=fuzz.ratio, score_cutoff=_REWORDED, limit=_BEST
        ):
            row = index.labels[number]
            match = _closeness(score, sure=folded == row.folded)
            # a part, or a header field, without its label is told by its place, not by a guess
            if match is not Match.REWORDED or (likely and row.landmark.kind != "part" and not row.in_header):
                yield _Candidate(score, row, first + head.end(), match)
    elif likely:
        folded = fold(words[:_LONGEST_OPENING])
        for row in index.labels:
            one_word = " " not in row.landmark.words  # "dated" at a wrapped line's start is a word of prose
            if folded.startswith(row.folded) and not (one_word and words[:1].islower()):
                end = _end_of_folded(text, first, len(row.folded))
                slipped = _SLIPPED.match(text, end)
                yield _Candidate(100.0, row, end, Match.NEAR if slipped else Match.VARIANT)


def _titles(index: Index, words: str, line: Line) -> Iterator[_Candidate]:
    if not (line.bold or in_capitals(words, _LEAST_LETTERS)) or len(words) > _LONGEST_TITLE:
        return
    folded = fold(words)
    for row in index.titles:
        if 0.75 < len(folded) / len(row.folded) < 1.33:
            score = fuzz.ratio(folded, row.folded)
            if score >= _REWORDED:
                yield _Candidate(score, row, line.end, _closeness(score, sure=folded == row.folded))


def _long_titles(text: str, index: Index, words: str, line: Line, first: int) -> Iterator[_Candidate]:
    """Titles that end in a colon and may wrap, but not after a word or two."""
    head = _INLINE_HEAD.match(text, first) if index.long_titles else None
    if head is None:
        return
    folded = fold(head.group())
    for row in index.long_titles:
        if head.end() > line.end and 2.5 * len(fold(words)) < len(row.folded):
            continue
        score = fuzz.ratio(folded, row.folded)
        if score >= _NEAR and fuzz.ratio(folded[:_START], row.folded[:_START]) >= _NEAR:
            yield _Candidate(score, row, head.end(), _closeness(score, sure=folded == row.folded))


def _closeness(score: float, *, sure: bool) -> Match:
    return Match.VARIANT if sure else Match.NEAR if score >= _NEAR else Match.REWORDED


def _end_of_folded(text: str, first: int, letters: int) -> int:
    """The offset after so many letters and digits, and after the punctuation behind them."""
    at = first
    while letters and at < len(text):
        letters -= text[at].isalnum()
        at += 1
    stops = _STOPS.match(text, at)
    return stops.end() if stops else at


def past_stops(text: str, end: int) -> int:
    """A label's colon may be printed twice."""
    while text[end - 1] in ":;" and text[end : end + 1] in (":", ";"):
        end += 1
    return end
