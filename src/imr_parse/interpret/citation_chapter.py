"""One guideline of the MTUS as letters of all years print it: title, year, sections, pages.

"Shoulder Complaints 2004, Section(s): a, b" (2016) · "Chronic Pain Treatment Guidelines Opioids Page(s): 78, 94" (2015)
· "Neck and Upper Back Complaints Chapter (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 8) pg. 17" (2013)
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from imr_parse.interpret.citation_model import CitationReading
from imr_parse.interpret.citation_names import MONTHS, TAIL, names, page, trimmed
from imr_parse.interpret.citation_odg_chapter import topics
from imr_parse.interpret.citation_titles import (
    ACOEM,
    ALL,
    REGULATION,
    acoem_chapter_at,
    families,
    numbered,
    of_acoem,
    sections,
    title_at,
)
from imr_parse.interpret.citation_works import URL
from imr_parse.interpret.meaning import MeaningDoubt, holds, key

_MONTH = rf"(?:(?:{'|'.join(MONTHS)})(?:\s\d{{1,2}})?,?\s|\d{{1,2}}/\d{{1,2}}/)?"
_YEAR = re.compile(
    rf"\(?(?:(?:Effective|Revised|Updated?)\s)?{_MONTH}(?P<year>(?:19|20)\d\d)(?!\w)(?:\s(?:revision|revised|update))?\)?",
    re.IGNORECASE,
)
_GAP = re.compile(r"[\s,;:/.>\u2013-]+")
_FURNITURE = re.compile(
    r"(?:Occupational\sMedicine\s|Practice\s|Medical\s|Treatment\s)*Guidelines?(?!\w)|(?:2nd|second)\s(?:Edition(?!\w)|ed\b\.?)"
    r"|V(?:ersion\s|\.)?\s?2(?:\.0)?(?!\w)|(?P<third>(?:3rd|third)\s(?:Edition(?!\w)|ed\b\.?)|V(?:ersion\s|\.)?\s?3(?:\.0)?(?!\w))"
    r"|Chapters?(?=\s?(?:[,;:()>]|[A-Z]|of\b|$))|(?:of|from|in)\sthe(?=\s(?:ACOEM|American|MTUS))|(?:Updated|Revised|Current|for(?:\sthe)?|on(?:\sthe)?)(?=\s[A-Z])"
    rf"|(?:Medical\sTreatment\sUtilization\sSchedule|MTUS)(?!\w)|{REGULATION}|v\d{{1,3}}(?!\w)|Pages?\s?\(s\)(?!\s?:?\s?\d)\s?:?"
    r"|(?:\((?=[^()]{1,30}\)))?(?:web|online|internet|current)(?:[\s-](?:based|edition|version)){1,2}\)?",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_FURNITURE_BEGINS = (
    "acoem american occupational practice medical treatment guideline guidelines second third chapter chapters ch of from in "
    "mtus web online internet current section sections topic topics effective revised update updated page pages pg pgs p pp "
    "on for http https www which that and is are was were not a an the part parts california title c v version"
)
_FURNITURE_WORDS = frozenset((*_FURNITURE_BEGINS.split(), *map(str.lower, MONTHS)))
"""What such words begin with, unless with a sign or a number."""
_NUMBER = re.compile(r"(?:Chapters?|Ch\.)\s?(\d{1,2})(?!\w)", re.IGNORECASE)
LABEL = re.compile(
    r"(?:Sections?|Topics?)\s?(?:\(s\))?(?:\s?:|\s(?:on|of)(?=\s)|(?=\s[A-Z]))\s?", re.IGNORECASE
)
_ONE = r"\d{1,4}(?:\s?[-\u2013]\s?\d{1,4})?"
PAGES = re.compile(
    r"[\s,;(]*(?<![A-Za-z])(?:on\s)?(?:pages?|pgs?|pp?)(?:\s?\(s\))?\.?\s?[:#]?\s?"
    rf"(?P<pages>{_ONE}(?!\w)(?:\s?(?:,\s?and|,|;|&|and)\s?{_ONE}(?![\w.%])){{0,20}}(?:\sof\s\d{{1,4}})?)\)?",
    re.IGNORECASE,
)
PART = re.compile(
    r"[\s,;(]*\b(?:(?:(?:both|all)\sof\s)?(?:which|that|and)\s)?(?:(?:is|are|was|were)\s)?(?P<not>not\s)?(?:an?\s|the\s)?(?:part|section)s?\sof\s(?:the\s)?(?:(?:California|CA)\s)?"
    r"(?:MTUS(?!\w)|Medical\sTreatment\sUtilization\sSchedule(?:\s\(MTUS\))?)\)?",
    re.IGNORECASE,
)
"""What letters of 2013 say behind a source: "which is not part of the MTUS"."""
_RUN = re.compile(f"{PAGES.pattern}|{PART.pattern}", re.IGNORECASE)
_PART_WORDS = ("mtus", "utilization")
_USUAL = re.compile(r" ((?:19|20)\d\d), Section\(s\): ")
"""What the form of 2016 has between a title and its sections."""
_DIGIT = re.compile(r"\d")
_CHAPTER_BEHIND = re.compile(r"\s?\((?:Chapters?|Ch\.)\s?\d{1,2}\)?$", re.IGNORECASE)
_NUMBERED = re.compile(r"\d(?:\.\d{1,2}){0,3}\.?\s[A-Z]")  # the opioid guidelines number their sections
_SENTENCE = re.compile(r"\b(?:which|is|are|was|were|based|decision|reviewer|administrator)\b", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """What stands before the sections of `text[start:at]`: `titled` is where the title's words end, `printed` are
    those words, `bare` says whether nothing behind them says that they have ended."""

    at: int
    titled: int
    title: str | None = None
    printed: str | None = None
    acoem: bool = False
    number: str | None = None
    year: int | None = None
    third: bool = False
    bare: bool = False


def parts_said(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Where the words say of a source whether it is part of the schedule."""
    low = text[start:end].lower()
    return list(PART.finditer(text, start, end)) if holds(low, _PART_WORDS) else []


def _runs(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Pages, and what says whether a source is part of the schedule."""
    if _DIGIT.search(text, start, end) or parts_said(text, start, end):
        return list(_RUN.finditer(text, start, end))
    return []


def _title(text: str, at: int, end: int, *, acoem: bool) -> tuple[str, int] | None:
    return title_at(text, at, end) or (acoem_chapter_at(text, at, end) if acoem else None)


def head(text: str, start: int, end: int, *, acoem: bool = False) -> Head:
    """What is read before the sections of `text[start:end]`; without a title where none is known.

    `acoem` where it is known that a chapter of ACOEM is cited.
    """
    found, depth = Head(start, start, acoem=acoem), 0
    at, titled = start, -1
    while at < end:
        gap = _GAP.match(text, at, end)
        if gap and (gap[0].strip() or at != titled):
            at = gap.end()
            continue
        place = gap.end() if gap else at
        opens = text[place] == "("
        inside = place + opens
        word = _FIRST_WORD.match(text, inside, end)
        of_name = word is not None and word[0].lower() not in _FURNITURE_WORDS
        if not of_name and (label := LABEL.match(text, place, end)):
            found.at = label.end()
            return found
        if not of_name and _RUN.match(text, at, end):
            break
        of_others = found.title is not None and found.title not in of_acoem()
        if not of_name and (opens or not of_others) and (named := ACOEM.match(text, inside, end)):
            found.acoem, at = True, named.end()
            found.titled = at if found.title is None else found.titled
        elif (
            found.title is None
            and (not opens or found.acoem)
            and (title := _title(text, inside, end, acoem=found.acoem))
            and (not opens or text[title[1] : title[1] + 1] == ")")
        ):
            if found.acoem and title[0] not in of_acoem():
                break  # no chapter of ACOEM: the next guideline of a list
            found.printed = text[inside : title[1]]
            found.title, at = title
            depth += opens
            found.titled = titled = at
            if found.year is None and (usual := _USUAL.match(text, at, end)):
                found.year, found.at = int(usual[1]), usual.end()
                return found
            continue
        elif of_name:
            found.bare = at == titled
            break
        elif found.number is None and (number := _NUMBER.match(text, inside, end)):
            found.number, at = number[1], number.end()
        elif found.acoem and (address := URL.match(text, inside, end)):
            at = address.end()
        elif found.year is None and (year := _YEAR.match(text, place, end)):
            found.year, at, opens = int(year["year"]), year.end(), False
        elif furniture := _FURNITURE.match(text, inside, end):
            found.third, at = found.third or bool(furniture["third"]), furniture.end()
        elif depth and text[place] == ")":
            depth, at, opens = depth - 1, place + 1, False
        else:
            found.bare = at == titled
            break
        depth += opens
    found.at = min(at, end)
    return found


def read(
    text: str, start: int, end: int, index: int, found: Head, system: Literal["MTUS", "ACOEM"]
) -> tuple[CitationReading, list[MeaningDoubt]]:
    """The guideline that `text[start:end]` cites as number `index` of its letter's; `found` is what head() read.

    The title of ACOEM's own is as printed, that of the schedule as its list of titles has it.
    """
    title = found.printed if system == "ACOEM" else found.title
    title = title or (None if found.third else numbered().get(found.number or ""))
    title = title or (ALL if system == "MTUS" else None)
    pages, listed, year, doubts = _body(text, found, end, sections(title or ""))
    a, b = trimmed(text, start, end, " ,;")
    said = parts_said(text, a, b)
    if said and said[-1].end() == b:
        a, b = trimmed(text, a, said[-1].start(), " ,;")
    where = ("citations", index, "sections")
    uncertain = [MeaningDoubt("unresolved-section", where, message) for message in dict.fromkeys(doubts)]
    if title is None and (listed or found.number):
        title = listed.pop(0) if listed else None
        message = "no chapter of ACOEM's guidelines is known by this name"
        uncertain.append(MeaningDoubt("doubtful-chapter", ("citations", index, "title"), message))
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
    for run in [*_runs(text, found.at, end), None]:
        span = trimmed(text, at, run.start() if run else end, " ,;:")
        for name in names(text, *span, known):
            entry = _entry(text[name.start : name.end])
            words = entry.words
            if entry.page:
                pages.append(entry.page)
            elif entry.year and year is None:
                year = entry.year
            elif words and not entry.furniture:
                sure = name.known or entry.numbered
                if not sure and (
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


@lru_cache(maxsize=4096)
def _entry(printed: str) -> _Entry:
    """What an entry is; guidelines have their sections in common, and letters repeat them."""
    words = printed
    if holds(printed.lower(), ("section", "topic", "heading")):
        words = TAIL.sub("", LABEL.sub("", printed, count=1))
    if "(" in words:
        words = _CHAPTER_BEHIND.sub("", words)
        words = words[1:-1] if words[:1] == "(" and words.find(")") == len(words) - 1 else words
    year = _YEAR.fullmatch(words) if _DIGIT.search(words) else None
    return _Entry(
        words,
        page(words),
        int(year["year"]) if year else None,
        _is_furniture(words),
        bool(_NUMBERED.match(words)),
    )


def _is_furniture(words: str) -> bool:
    """Whether the words name ACOEM, an edition or a chapter's number and no section."""
    if words in ("and", "or", "&"):  # between two pages
        return True
    first = _FIRST_WORD.match(words)
    if (first and first[0].lower() not in _FURNITURE_WORDS) or title_at(words, 0, len(words)):
        return False
    return head(words, 0, len(words)).at == len(words)
