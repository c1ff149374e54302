"""Footers, page numbers and fax lines: lines that run through a letter and belong to none of its values.

They are blanked, not cut: every other character keeps its offset in the canonical text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from imr_parse.document import Document, Line
from imr_parse.furniture.counted import counted
from imr_parse.furniture.lone_numbers import NUMBER_ALONE, case_numbers, counting, page_numbers, running_on
from imr_parse.furniture.page_numbers import lost_pages
from imr_parse.furniture.stamps import stamped
from imr_parse.layouts.model import Before, Layout

_EDGE = 3
"""So many lines at a page's head and foot may be furniture."""
_LONGEST = 130
"""Characters of a line of furniture."""
_REPEATS, _MOST = 3, 0.6
"""Least pages, and their least share, on which a line stands that is taken for furniture by its repetition."""
_HOLES = {
    "{n}": r"\d{1,3}",
    "{case}": r"(?:[A-Z]{2})?\d{2}-\d{4,9}",
    "{date}": r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}",
    "{initials}": r"[A-Za-z]{2,4}(?:/[A-Za-z]{2,4})?",
}
_COUNTER = re.compile(
    r"(?:\b(?:page|pg|p)\b|#)[\s.:#|]{0,4}\d{1,3}(?:\s{0,2}(?:/|of)\s{0,2}\d{1,3})?|\b\d{1,3}\s?(?:/|of)\s?\d{1,3}\s*$",
    re.IGNORECASE,
)
"""A page counter."""
_SENT = re.compile(r"\bfax(?:\s+server)?\b|\b(?:from|to)\s{0,2}:|\breceived\b", re.IGNORECASE)
_DAY = re.compile(
    r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ .-]{1,2}\d{1,2}[ ,.-]{1,2}\d{2,4}\b",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]\.?m\b\.?)?", re.IGNORECASE)
_PHONE = re.compile(r"\(?\b\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}\b|\b1?\d{10}\b")
_FAX_SIGNS = (_DAY, _TIME, _PHONE, _SENT)
"""What a fax machine prints beside names: day, time, telephone number, a word of sending."""
_STOPS = (".", ",", ";")
_FAX_DIGITS = 4
"""Least figures of a fax line: a day or a time has three, and a counter one."""
_FAX_WORDS = 6
"""Words of a fax line beside its numbers: who sent it."""
_WORD = re.compile(r"\w{3,}")
_DIGITS = re.compile(r"\d+")
_STAMP = re.compile(r"(?=.{12})[A-Z][\w.'&-]*[,;:]?(?: [\w.'&-]+[,;:]?){1,7}(?<![,;:])(?<![a-z]{3}\.)")
"""A name, or a few words that someone stamped, on every page: no sentence, and no part of one that goes on."""
_CASE_ALONE = re.compile(rf"[^\w\n]{{0,4}}({_HOLES['{case}']})[^\w.,;\n]{{0,4}}")


def without_furniture(document: Document, layouts: tuple[Layout, ...]) -> Document:
    """The document with its furniture blanked: its lines are gone, the text keeps its length.

    What any of the layouts prints as a title or a label is never furniture.
    """
    taken = set(_furniture(document, _known(layouts)))
    if not taken:
        return document
    sent = {at for at in taken if _is_fax(document.text[document.lines[at].start : document.lines[at].end])}
    damage = tuple(lost_pages(document, sorted(taken - sent), sorted(sent)))
    pieces: list[str] = []
    lines: list[Line] = []
    at = 0
    for number, line in enumerate(document.lines):
        if number in taken:
            pieces += (document.text[at : line.start], "\n" * (line.end - line.start))
            at = line.end
        else:
            lines.append(line._replace(opens=None) if number - 1 in taken else line)
    pieces.append(document.text[at:])
    return replace(document, text="".join(pieces), lines=tuple(lines), damage=document.damage + damage)


class _Known(NamedTuple):
    """What the layouts print: `lines` of furniture, `labels` and titles, `outcomes`."""

    lines: re.Pattern[str]
    labels: tuple[str, ...]
    outcomes: tuple[str, ...]
    signs: tuple[str, ...]
    """Words, in small letters, one of which stands in every line of furniture that has no figure."""

    def line(self, words: str) -> bool:
        """Whether words are nothing but what the layouts print on pages."""
        lower = words.lower()
        telling = any(map(str.isdigit, words)) or any(map(lower.__contains__, self.signs))
        return telling and self.lines.fullmatch(words) is not None


@lru_cache(maxsize=16)
def _known(layouts: tuple[Layout, ...]) -> _Known:
    phrases = tuple(dict.fromkeys(phrase for layout in layouts for phrase in layout.furniture))
    plain = [phrase.lower() for phrase in phrases if not any(hole in phrase for hole in _HOLES)]
    signs = dict.fromkeys(max(_WORD.findall(phrase), key=len, default=phrase) for phrase in plain)
    labels = tuple(mark.words for layout in layouts for mark in layout.landmarks)
    outcomes = (
        word for layout in layouts if isinstance(layout.items, Before) for word in layout.items.outcomes
    )
    return _Known(_pattern(phrases), labels, tuple(outcomes), tuple(signs))


def whole_lines(document: Document, phrases: tuple[str, ...], start: int, end: int) -> Iterator[int]:
    """Offsets of the lines in a range that are nothing but one of these phrases."""
    if not phrases:
        return
    pattern = _pattern(phrases)
    for line in document.lines[document.line_at(start) :]:
        if line.start >= end:
            break
        if line.start >= start and pattern.fullmatch(document.text[line.start : line.end].strip()):
            yield line.start


@lru_cache(maxsize=16)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A line of nothing but these phrases, case numbers, numbers, dates and marks between them."""
    parts = []
    for phrase in phrases:
        words = r"[\s|:.\u2013\u2014-]{0,6}".join(re.escape(word) for word in phrase.split())
        for hole, pattern in _HOLES.items():
            words = words.replace(re.escape(hole), pattern)
        parts.append(words)
    weak = rf"(?:(?:\d{{1,3}}|{_HOLES['{case}']}|{_HOLES['{date}']})(?!\w)[^\w/]{{0,12}}){{0,2}}"
    strong = rf"(?:{'|'.join(parts)})(?!\w)[^\w/]{{0,12}}"
    return re.compile(rf"[^\w/]{{0,6}}{weak}(?:{strong}{weak}){{1,3}}", re.IGNORECASE)


def _furniture(document: Document, known: _Known) -> Iterator[int]:
    """Indices of the lines that are furniture."""
    text = document.text
    edges = list(_edges(document.lines)) if document.pages else [(n, n) for n in range(len(document.lines))]
    alone: list[int] = []
    cases: dict[int, str] = {}
    doubtful: list[int] = []
    found: set[int] = set()
    masked: dict[tuple[int, str], list[int]] = {}
    repeats = document.pages is not None and document.pages > 1
    for at, place in edges:
        line = document.lines[at]
        if line.end - line.start > _LONGEST:
            continue
        words = text[line.start : line.end].strip()
        telling = any(map(str.isdigit, words)) or any(map(words.lower().__contains__, known.signs))
        if not (telling or repeats) or words.startswith(known.labels):
            continue
        if repeats:
            masked.setdefault((place, _DIGITS.sub("#", words)), []).append(at)
        if not telling:
            continue
        if NUMBER_ALONE.fullmatch(words):
            alone.append(at)
        elif case := _CASE_ALONE.fullmatch(words):
            cases[at] = case[1]
        elif _may_end_sentence(words) and at and _goes_on(document, at - 1):
            if known.lines.fullmatch(words):
                doubtful.append(at)
        elif (
            known.lines.fullmatch(words) and not " ".join(words.split()).startswith(known.labels)
        ) or _is_fax(words):
            found.add(at)
    yield from found
    yield from stamped(document, (*known.labels, *known.outcomes))
    yield from counted(document, known.labels, known.line)
    yield from running_on(document, doubtful)
    yield from page_numbers(document, alone) if document.pages else counting(document, alone, found)
    yield from case_numbers(document, cases, found)
    yield from _repeated(document, masked)


def _repeated(document: Document, masked: Mapping[tuple[int, str], Sequence[int]]) -> Iterator[int]:
    """Of lines by their place and their words without figures: a stamp on every page, and what is set apart on most."""
    again: set[int] = set()
    for (place, words), rows in masked.items():
        pages = len({document.lines[at].page for at in rows})
        if pages == document.pages and place in (0, -1) and _STAMP.fullmatch(words):
            if any(_stands_alone(document, at) for at in rows):
                yield from rows
        elif pages >= max(_REPEATS, _MOST * (document.pages or 0)):
            again.update(rows)
    yield from (at for at in again if _set_apart(document.lines, at, again))


def _may_end_sentence(words: str) -> bool:
    """Whether a line's last sign is one that a sentence has, or closes a bracket that the line does not begin with."""
    return words.endswith(_STOPS) or (words.endswith((")", "]")) and words[0] not in "([")


def _goes_on(document: Document, at: int) -> bool:
    """Whether a line stands in mid-sentence: "page 43." after it is the sentence's end."""
    line = document.lines[at]
    return not document.text[line.start : line.end].rstrip().endswith((".", ":", "!", "?"))


def _stands_alone(document: Document, at: int) -> bool:
    """Whether a line does not go on with the one above it."""
    before = document.lines[at - 1] if at else None
    return not before or bool(document.lines[at].opens) or document.text[: before.end].rstrip().endswith(".")


def _set_apart(lines: Sequence[Line], at: int, again: set[int]) -> bool:
    """Whether nothing but such lines stands between the line and its page's edge, and a gap between them and the text."""
    page = lines[at].page
    first, last = at, at
    while first - 1 in again and lines[first - 1].page == page:
        first -= 1
    while last + 1 in again and lines[last + 1].page == page:
        last += 1
    at_head = first == 0 or lines[first - 1].page != page
    at_foot = last + 1 == len(lines) or lines[last + 1].page != page
    return bool(
        (at_head and last + 1 < len(lines) and lines[last + 1].opens) or (at_foot and lines[first].opens)
    )


def _is_fax(words: str) -> bool:
    """Whether a line is what a fax machine prints: day, time, number and a word of sending, or two of these and a page counter."""
    if sum(map(str.isdigit, words)) < _FAX_DIGITS:
        return False
    met = 0
    for sign in _FAX_SIGNS:
        words, count = sign.subn(" ", words)
        met += count > 0
    words, counters = _COUNTER.subn(" ", words)
    enough = met >= 2 if counters else met == len(_FAX_SIGNS)
    return enough and len(words.split()) <= _FAX_WORDS


def _edges(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """(index, place) of the first and last lines of each page: 0, 1, 2 from the head, -3, -2, -1 to the foot."""
    first = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at].page != lines[first].page:
            yield from ((row, row - first) for row in range(first, min(first + _EDGE, at)))
            yield from ((row, row - at) for row in range(max(first + _EDGE, at - _EDGE), at))
            first = at
