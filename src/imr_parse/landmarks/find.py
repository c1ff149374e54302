"""Where a layout's printed words stand in a letter, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from imr_parse.document import Document, Line, Span
from imr_parse.found import Doubt
from imr_parse.landmarks.index import OPENING, Hit, Index, Match, Pattern, fold, index_of, spread
from imr_parse.landmarks.resemblance import past_stops, resembling
from imr_parse.layouts.model import Layout
from imr_parse.paragraphs import Start
from imr_parse.running import running

__all__ = ["Hit", "Match", "find", "find_lead", "fold", "label_doubts", "spread"]

_MARK = re.compile(
    r"[ \xa0]*(?:[\u2022\u25cf\u25aa*\uf0b7-] {1,3})?(?:\d{1,2}[.)] {1,3}(?=[A-Z][A-Za-z ]{2,40}:|[A-Z][A-Z ,]{8}))?"
)
"""A bullet or a number before a label or a title."""
_ITS_NUMBER = re.compile(r"\W*\w{1,2}\W{1,4}")
_PAGES = re.compile(r"\b(?:pg|pp?|pages?|sections?|chapters?|vol|no)\.?\s{1,3}$", re.IGNORECASE)
"""After these a line begins with their number."""
_TITLE_CASE = re.compile(r"(?!.*\b[a-z]\w{3})")
"""Words whose longer ones all begin with a capital."""
_ABOVE = 14
"""Characters above a line that hold such a word."""
_LONGEST_HEAD = 60
"""Characters in which a label's colon stands."""
_LINE = 60
"""Characters of words that may not fit in one line."""


def find(document: Document, layout: Layout, starts: Sequence[Start]) -> list[Hit]:
    """All landmarks of the layout in the document, by place. A line gives one hit at most, a header line several."""
    header = layout.sections[0].name
    index = index_of(layout)
    text = document.text
    by_opening = index.by_opening
    hits: list[Hit] = []
    in_header = True
    for at, line in enumerate(document.lines):
        first = line.start
        if not text[first].isalpha() and (mark := _MARK.match(text, first)):
            first = mark.end()
        rows = by_opening.get(text[first : first + OPENING].lower())
        hit = _exact(document, rows, at, first, starts) if rows else None
        if hit is None and in_header:
            hit = _misspelt_title(text, index, at, line, first)
        elif hit is None and (starts[at] or line.bold or ":" in text[first : first + _LONGEST_HEAD]):
            hit = resembling(text, index, at, line, first, likely=bool(starts[at]) or line.bold is True)
        if hit is not None and not in_header and _ends_words_before(document, at, hit, starts[at]):
            hit = None  # it stands in the middle of a line
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


def _exact(
    document: Document, rows: Sequence[Pattern], at: int, first: int, starts: Sequence[Start]
) -> Hit | None:
    """The landmark, of these, whose words a line begins with."""
    text = document.text
    for row in rows:
        found = row.pattern.match(text, first)
        if found is None:
            continue
        is_title = row.landmark.kind == "title"
        if is_title and not row.landmark.inline and not _ends_line(text, found.end()):
            continue
        printed = running(found.group())
        same = printed == row.landmark.words
        if is_title and not same and not _set_off(document, Span(*found.span()), starts):
            continue  # prose may hold a title's words
        end = past_stops(text, found.end())
        return Hit(row.landmark, at, Span(found.start(), end), Match.EXACT if same else Match.VARIANT)
    return None


def _ends_words_before(document: Document, at: int, hit: Hit, start: Start) -> bool:
    """Whether what stands before a label in its line is no number of it but ends the sentence of the line above.

    "…, Low Back Disorders, pg." / "607.Decision rationale: …".
    """
    if hit.landmark.kind == "title":
        return False
    text, line = document.text, document.lines[at]
    label = text.find(hit.landmark.words, line.start, hit.span.end)
    if label <= line.start or start is Start.YES or line.bold:
        return False
    before = text[line.start : label]
    if before[-1].isalnum() or not any(map(str.isalnum, before)):
        return False  # a misspelt label, or a bullet
    if start is Start.NO or not _ITS_NUMBER.fullmatch(before):
        return True
    return _PAGES.search(text, max(0, line.start - _ABOVE), line.start) is not None


def _set_off(document: Document, title: Span, starts: Sequence[Start]) -> bool:
    """Whether words are printed as a title is: in capitals or bold, or beginning a paragraph with its words in capitals.

    Or as a paragraph of their own, in whatever case: no prose is so short.
    """
    printed, at = running(document.text[slice(*title)]), document.line_at(title.start)
    if printed.isupper() or document.lines[at].bold is True:
        return True
    below = document.line_at(title.end - 1) + 1
    alone = below < len(starts) and starts[below] is Start.YES
    return starts[at] is Start.YES and (alone or _TITLE_CASE.match(printed) is not None)


def _misspelt_title(text: str, index: Index, at: int, line: Line, first: int) -> Hit | None:
    """A title that ends the header; only in capitals and beyond doubt, for a cover letter has lines of all kinds."""
    if not text[first : line.end].isupper():
        return None
    hit = resembling(text, index, at, line, first, likely=True)
    return hit if hit and hit.landmark.kind == "title" and hit.match <= Match.NEAR else None


def _ends_line(text: str, offset: int) -> bool:
    """Whether nothing but a stop stands between the offset and the end of its line (the title may wrap)."""
    return not text[offset : text.find("\n", offset)].strip(" .:")


def _in_header_line(document: Document, index: Index, at: int, line: Line) -> Iterator[Hit]:
    """Labels anywhere in a line of the header, the longest at each place; a label may wrap into the next line."""
    met: list[Hit] = []
    near = document.text[line.start : line.end].lower().replace("\xa0", " ")
    for row in index.header:
        if row.opening not in near:
            continue
        for found in row.pattern.finditer(document.text, line.start, min(len(document.text), line.end + 40)):
            if found.start() < line.end:
                exact = running(found.group()) == row.landmark.words
                met.append(
                    Hit(row.landmark, at, Span(*found.span()), Match.EXACT if exact else Match.VARIANT)
                )
    end = line.start
    for hit in sorted(met, key=lambda hit: (hit.span.start, -hit.span.end)):
        if hit.span.start >= end:
            yield hit
            end = hit.span.end


def _without_titles(document: Document, index: Index, starts: Sequence[Start]) -> Iterator[Hit]:
    text = document.text
    for at, line in enumerate(document.lines):
        first = line.start + len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())
        labels = list(_in_header_line(document, index, at, line))
        rows = index.by_opening.get(text[first : first + OPENING].lower(), ())
        hit = _exact(document, rows, at, first, starts) or resembling(
            text, index, at, line, first, likely=bool(starts[at]) or line.bold is True
        )
        if labels:
            yield from labels
        elif hit is not None:
            yield hit


def _inline(text: str, document: Document, index: Index, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Exact labels of parts and fields that stand in the middle of a line."""
    known = [hit.span for hit in hits]
    for row in index.anywhere:
        for span in _places(text, row):
            if not any(start <= span.start < end for start, end in known):
                yield Hit(row.landmark, document.line_at(span.start), span, Match.INLINE)


def _places(text: str, row: Pattern) -> Iterator[Span]:
    """Everywhere the exact words stand; words longer than a line may wrap."""
    words = row.landmark.words
    if len(words) > _LINE:
        yield from (Span(*found.span()) for found in row.pattern.finditer(text))
        return
    at = text.find(words)
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1)


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
