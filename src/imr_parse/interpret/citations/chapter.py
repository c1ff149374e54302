"""One guideline of the MTUS as letters of all years print it: title, year, sections, pages.

"Shoulder Complaints 2004, Section(s): a, b" (2016) · "Chronic Pain Treatment Guidelines Opioids Page(s): 78, 94" (2015)
· "Neck and Upper Back Complaints Chapter (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 8) pg. 17" (2013)
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from imr_parse.interpret.citations import misprints, strays
from imr_parse.interpret.citations.head import (
    DIGIT,
    FIRST_WORD,
    FURNITURE_WORDS,
    GENERAL,
    LABEL,
    YEAR,
    Head,
    head,
    parts_said,
    runs,
    within_general,
)
from imr_parse.interpret.citations.model import CitationReading
from imr_parse.interpret.citations.names import TAIL, names, page, trimmed
from imr_parse.interpret.citations.odg_chapter import topics
from imr_parse.interpret.citations.titles import (
    ALL,
    families,
    numbered,
    sections,
    title_at,
)
from imr_parse.interpret.meaning import MeaningDoubt, holds, key

_CHAPTER_BEHIND = re.compile(r"\s?\((?:Chapters?|Ch\.)\s?\d{1,2}\)?$", re.IGNORECASE)
_NUMBERED = re.compile(r"\d(?:\.\d{1,2}){0,3}\.?\s[A-Z]")  # the opioid guidelines number their sections
_GUIDELINES = re.compile(r"\s(?:Medical\s|Treatment\s)?Guidelines?", re.IGNORECASE)
_SENTENCE = re.compile(r"\b(?:which|is|are|was|were|based|decision|reviewer|administrator)\b", re.IGNORECASE)


def read(
    text: str, start: int, end: int, index: int, found: Head, system: Literal["MTUS", "ACOEM"]
) -> tuple[CitationReading, list[MeaningDoubt]]:
    """The guideline that `text[start:end]` cites as number `index` of its letter's; `found` is what head() read.

    The title of ACOEM's own is as printed, that of the schedule as its list of titles has it.
    """
    title = found.printed if system == "ACOEM" else found.title
    of_number = None if title or found.third else numbered().get(found.number or "")
    title = title or of_number
    title = title or (ALL if system == "MTUS" else None)
    pages, listed, year, doubts = _body(text, found, end, sections(title or ""))
    a, b = trimmed(text, start, end, " ,;")
    said = parts_said(text, a, b)
    if said and said[-1].end() == b:
        a, b = trimmed(text, a, said[-1].start(), " ,;")
    where = ("citations", index, "sections")
    if of_number and listed and misprints.resembles(listed[0], of_number):
        doubts.append("the title of the chapter may stand among its sections")
    uncertain = [MeaningDoubt("unresolved-section", where, message) for message in dict.fromkeys(doubts)]
    if title is None and (listed or found.number):
        title = listed.pop(0) if listed else None
        message = "no chapter of ACOEM's guidelines is known by this name"
        uncertain += (
            MeaningDoubt("doubtful-chapter", ("citations", index, name), message)
            for name in ("title", *(["sections"] if listed else []))
        )
    words = text[a:b]
    return CitationReading(
        system, title, year, tuple(listed), ", ".join(pages) or None, None, words, a, b
    ), uncertain


def _body(
    text: str, found: Head, end: int, known: frozenset[str]
) -> tuple[list[str], list[str], int | None, list[str]]:
    """Pages and section names behind the head, the year, and what is in doubt."""
    year, last = found.year, ""
    pages: list[str] = []
    listed: list[str] = []
    doubts: list[str] = []
    at = found.at
    for run in [*runs(text, found.at, end), None]:
        span = trimmed(text, at, run.start() if run else end, " ,;:")
        while found.title == GENERAL and (within := within_general(text, *span)):
            listed.append(text[within[0] : within[1]])
            edition = YEAR.match(text, within[2], span[1])
            year = year or (int(edition["year"]) if edition else None)
            span = trimmed(text, edition.end() if edition else within[2], span[1], " ,;:")
        for name in names(text, *span, known):
            entry = _entry(text[name.start : name.end])
            words = entry.words
            if entry.page:
                pages.append(entry.page)
            elif entry.year and year is None and not entry.titled:
                year = entry.year
            elif entry.titled and entry.titled not in (found.title, numbered().get(found.number or "")):
                doubts.append("a further guideline may be named among the sections")
            elif words and not entry.furniture:
                sure = name.known or entry.numbered
                if not sure and strays.in_section(words):
                    doubts.append("a section name with the words of a source")
                elif not sure and (
                    (key(last) in families(found.title or "") and key(words) not in topics())
                    or words.count("(") != words.count(")")
                ):
                    doubts.append("where one section name ends and the next begins is not known")
                elif not sure and _SENTENCE.search(words):
                    doubts.append("a section name with the words of a sentence")
                listed.append(words)
                last = words
        if run:
            pages += [run["pages"]] if run["pages"] else []
            at = run.end()
    return pages, listed, year, doubts


class _Entry(NamedTuple):
    """An entry of a list of sections without its label, and what else it may be than a section."""

    words: str
    page: str | None
    year: int | None
    furniture: bool
    numbered: bool
    titled: str | None
    """The title that furniture names with it."""


@lru_cache(maxsize=4096)
def _entry(printed: str) -> _Entry:
    """What an entry is; guidelines have their sections in common, and letters repeat them."""
    words = printed
    if holds(printed.lower(), ("section", "topic", "heading")):
        words = TAIL.sub("", LABEL.sub("", printed, count=1))
    if "(" in words:
        words = _CHAPTER_BEHIND.sub("", words)
        words = words[1:-1] if words[:1] == "(" and words.find(")") == len(words) - 1 else words
    year = YEAR.fullmatch(words) if DIGIT.search(words) else None
    furniture = _furniture(words)
    named = (furniture.title or numbered().get(furniture.number or "")) if furniture else None
    return _Entry(
        words,
        page(words),
        int(year["year"]) if year else (furniture.year if furniture else None),
        furniture is not None,
        bool(_NUMBERED.match(words)),
        named,
    )


def _furniture(words: str) -> Head | None:
    """What words name that are no section: ACOEM, an edition, a chapter's number, a title with "Guidelines"."""
    if words in ("and", "or", "&"):  # between two pages
        return Head(len(words), 0)
    first = FIRST_WORD.match(words)
    title = title_at(words, 0, len(words))
    if title:
        return Head(len(words), title[1], title[0]) if _GUIDELINES.fullmatch(words, title[1]) else None
    if first and first[0].lower() not in FURNITURE_WORDS:
        return None
    found = head(words, 0, len(words))
    return found if found.at == len(words) else None
