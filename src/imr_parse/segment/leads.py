"""The fixed sentence under a section's title, before the section's own words: as printed, reworded or missing."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz import fuzz

from imr_parse.document import Span
from imr_parse.found import Doubt
from imr_parse.landmarks.find import find_lead, fold
from imr_parse.layouts.model import Section
from imr_parse.letter import Letter
from imr_parse.segment.lines import paragraphs_in

_LONGEST_REST = 30
"""Characters that its line may add before the colon: "[sic]:"."""
_NEXT = 400
"""Characters after a fixed sentence in which it may stand a second time."""
_SURE, _ALIKE, _UNLIKE = 93, 60, 42
"""Likeness of words to the fixed sentence: they are it; they may be it; they are certainly not."""
_OPENING = 10
"""Letters by which a fixed sentence that may be missing is told."""
_LONGEST = 60
"""Words of the longest opening that is compared with a section's fixed sentence."""
_WORD = re.compile(r"\S+")


class Lead(NamedTuple):
    """Where a fixed sentence stands, a doubt about what follows it, and one about the record."""

    span: Span | None = None
    unsure: Doubt | None = None
    doubt: Doubt | None = None


def section_lead(letter: Letter, section: Section, where: Span, *, exact: bool) -> Lead:
    """A section's fixed sentence: word for word anywhere in its range, or what stands in its place under the title.

    `exact`: whether only word for word, as without the title, or before a list, whose first mark tells its beginning.
    """
    if not section.lead:
        return Lead()
    text = letter.document.text
    found = find_lead(text, section.lead, *where)
    lead = Lead(found) if found or exact else _reworded(letter, section, where)
    span = lead.span
    while span and (again := find_lead(text, section.lead, span.end, min(where.end, span.end + _NEXT))):
        span = Span(span.start, again.end)
    return lead._replace(span=span)


def _reworded(letter: Letter, section: Section, where: Span) -> Lead:
    """The opening words under the title that are most like the fixed sentence; where they are not, a doubt says so."""
    document, text = letter.document, letter.document.text
    opening = document.trim(where.start, min(where.end, where.start + 3 * len(section.lead)))
    if not opening:
        return Lead()
    begin, stop = opening[0]
    known = fold(section.lead)
    if section.lead_optional and _is_unlike(fold(text[begin:stop]), known):
        return Lead()
    ends = [found.end() for found in _WORD.finditer(text, begin, stop)]
    score, end = max(
        ((fuzz.ratio(fold(text[begin:end]), known), end) for end in ends[:_LONGEST]), default=(0.0, begin)
    )
    rest = text[end : document.lines[document.line_at(max(begin, end - 1))].end].rstrip()
    if rest.endswith(":") and len(rest) <= _LONGEST_REST:
        end += len(rest)
    first = Span(begin, begin + 1)
    ended = _paragraph_end(letter, begin, stop)
    if score < _UNLIKE and text[(ended or begin + 1) - 1] != ":":
        return Lead(doubt=Doubt("IMR405", "the sentence that opens a section is missing", first))
    announces = ended is not None and ended - begin < 2 * len(section.lead) and text[ended - 1] == ":"
    if score < _ALIKE and not announces:
        return Lead(unsure=Doubt("IMR207", "the fixed sentence before it is missing", first))
    unsure = None
    sure = score >= _SURE and text[end - 1] == ":"
    if not sure and ended and abs(ended - end) < len(section.lead) / 2:
        end = ended
    elif score < _SURE:
        unsure = Doubt("IMR207", "the fixed sentence before it differs", Span(begin, end))
    differs = Doubt("IMR405", "the sentence that opens a section differs", Span(begin, end))
    return Lead(Span(begin, end), unsure, differs)


def _paragraph_end(letter: Letter, begin: int, stop: int) -> int | None:
    """Where the paragraph that begins in a range ends in it."""
    after = next(paragraphs_in(letter, begin + 1, stop), None)
    return letter.document.trim(begin, after.start)[0].end if after else None


def _is_unlike(opening: str, lead: str) -> bool:
    """Whether a text neither begins as a fixed sentence does nor holds most of it."""
    begins = fuzz.ratio(opening[:_OPENING], lead[:_OPENING]) >= _ALIKE
    return not begins and fuzz.partial_ratio(lead, opening[: 2 * len(lead)]) < _ALIKE
