"""What stands before the sections of a guideline of the MTUS, or of a chapter of ACOEM: title, year, edition."""

import re
from dataclasses import dataclass

from imr_parse.interpret.citations import misprints
from imr_parse.interpret.citations.names import MONTHS
from imr_parse.interpret.citations.titles import (
    ACOEM,
    REGULATION,
    SCHEDULE,
    acoem_chapter_at,
    begins,
    chapters_of_general,
    numbered,
    of_acoem,
    title_at,
)
from imr_parse.interpret.citations.works import URL
from imr_parse.interpret.meaning import holds, key

_MONTH = rf"(?:(?:{'|'.join(MONTHS)})(?:\s\d{{1,2}})?,?\s|\d{{1,2}}/\d{{1,2}}/)?"
YEAR = re.compile(
    rf"\(?(?:(?:Effective|Revised|Updated?)\s)?{_MONTH}(?P<year>(?:19|20)\d\d)(?!\w)(?:\s(?:revision|revised|update))?\)?",
    re.IGNORECASE,
)
_GAP = re.compile(r"[\s,;:/.>\u2013-]+")
_FURNITURE = re.compile(
    r"(?:Occupational\sMedicine\s|Practice\s|Medical\s|Treatment\s)*Guidelines?(?!\w)|Occupational\sMedicine\sPractice(?!\w)|(?:2nd|second)\s(?:Edition(?!\w)|ed\b\.?)"
    r"|V(?:ersion\s|\.)?\s?2(?:\.0)?(?!\w)|(?P<third>(?:3rd|third)\s(?:Edition(?!\w)|ed\b\.?)|V(?:ersion\s|\.)?\s?3(?:\.0)?(?!\w))"
    r"|Chapters?(?=\s?(?:[,;:()>]|[A-Z]|of\b|$))|(?:of|from|in)\sthe(?=\s(?:ACOEM|American|MTUS))|(?:Updated|Revised|Current|for(?:\sthe)?|on(?:\sthe)?)(?=\s[A-Z])"
    rf"|{SCHEDULE}(?!\w)|{REGULATION}|v\d{{1,3}}(?!\w)|Pages?\s?\(s\)(?!\s?:?\s?\d)\s?:?"
    r"|(?:\((?=[^()]{1,30}\)))?(?:web|online|internet|current)(?:[\s-](?:based|edition|version)){1,2}\)?",
    re.IGNORECASE,
)
FIRST_WORD = re.compile(r"[^\W\d_]+")
_FURNITURE_BEGINS = (
    "acoem american occupational practice medical treatment guideline guidelines second third chapter chapters ch of from in "
    "mtus web online internet current section sections topic topics effective revised update updated page pages pg pgs p pp "
    "ca on for http https www which that and is are was were not a an the part parts california title c v version"
)
FURNITURE_WORDS = frozenset((*_FURNITURE_BEGINS.split(), *map(str.lower, MONTHS)))
"""What such words begin with, unless with a sign or a number."""
_NUMBER = re.compile(r"(?:Chapters?|Ch\.)\s?(\d{1,2})(?!\w)", re.IGNORECASE)
LABEL = re.compile(
    r"(?:Sections?|Topics?)\s?(?:\(s\))?(?:\s?:|\s(?:on|of)(?=\s)|(?=\s[A-Z]))\s?", re.IGNORECASE
)
GENERAL = "General Approaches"
_BEHIND_GENERAL = re.compile(
    r"(?:\sChapter)?(?:\s\(?Chapter\s\d{1,2}\)?)?(?:\s\(\d{1,2}\))?[\s,;:]{0,3}(?:and\s)?", re.IGNORECASE
)
_SCHEDULE = re.compile(rf"{SCHEDULE}[\s,:]{{0,3}}", re.IGNORECASE)
_MOST_BEFORE = 12
"""So many names, signs and numbers may stand before a title."""
_SIGNS = re.compile(r"[\s,;:/.>()\u2013-]+")
_ONE = r"\d{1,4}(?:\s?[-\u2013]\s?\d{1,4})?"
PAGES = re.compile(
    r"[\s,;(]*(?<![A-Za-z])(?:on\s)?(?:pages?|pgs?|pp?)(?:\s?\(s\))?\.?\s?[:#]?\s?"
    rf"(?P<pages>{_ONE}(?!\w)(?:\s?(?:,\s?and|,|;|&|and)\s?{_ONE}(?![\w.%])){{0,20}}(?:\sof\s\d{{1,4}})?)\)?",
    re.IGNORECASE,
)
PART = re.compile(
    r"[\s,;(]*\b(?:(?:(?:(?:both|all)\sof\s)?(?:which|that|and)|both|all|each)\s)?(?:(?:is|are|was|were)\s)?(?P<not>not\s)?(?:an?\s|the\s)?(?:part|section)s?\sof\s(?:the\s)?(?:(?:California|CA)\s)?"
    r"(?:MTUS(?!\w)|Medical\sTreatment\sUtilization\sSchedule(?:\s\(MTUS\))?)\)?",
    re.IGNORECASE,
)
"""What letters of 2013 say behind a source: "which is not part of the MTUS"."""
_RUN = re.compile(f"{PAGES.pattern}|{PART.pattern}", re.IGNORECASE)
_PART_WORDS = ("mtus", "utilization")
_USUAL = re.compile(r" ((?:19|20)\d\d), Section\(s\): ")
"""What the form of 2016 has between a title and its sections."""
DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class Head:
    """What stands before the sections of `text[start:at]`: `titled` is where the title's words end, `printed` are
    those words, `bare` says whether nothing behind them says that they have ended. `follows` is where another chapter
    begins straight behind."""

    at: int
    titled: int
    title: str | None = None
    printed: str | None = None
    acoem: bool = False
    number: str | None = None
    year: int | None = None
    third: bool = False
    bare: bool = False
    follows: int | None = None


def parts_said(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Where the words say of a source whether it is part of the schedule."""
    said = holds(text, ("art", "ART", "ection", "ECTION"))
    said = said and holds(text[start:end].lower(), _PART_WORDS)
    return list(PART.finditer(text, start, end)) if said else []


def runs(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Pages, and what says whether a source is part of the schedule."""
    if DIGIT.search(text, start, end) or parts_said(text, start, end):
        return list(_RUN.finditer(text, start, end))
    return []


def _title(text: str, at: int, end: int, *, acoem: bool, number: str | None) -> tuple[str, int] | None:
    """The title at `at` and where its words end; behind a chapter's number it may be misprinted."""
    if title := title_at(text, at, end):
        return title
    chapter = acoem_chapter_at(text, at, end) if acoem else None
    own = numbered().get(number or "")
    stop = misprints.chapter_title(text, at, end, own) if own else None
    if own and stop and (chapter is None or stop > chapter.end):
        return own, stop
    if acoem and chapter is None and own is None:
        return misprints.any_title(text, at, end, numbered().values())
    return chapter


def _names_further(text: str, at: int, end: int, found: Head) -> bool:
    """Whether the name of ACOEM or of the schedule, or a chapter's number, at `at` begins another chapter than the one that `found` has."""
    have = found.title or numbered().get(found.number or "")
    if have and (schedule := _SCHEDULE.match(text, at, end)):
        title = title_at(text, schedule.end(), end)
        return title is not None and title[0] != have and begins(text, schedule.end(), end)
    if have is None or not (ACOEM.match(text, at, end) or _NUMBER.match(text, at, end)):
        return False
    at, number = _before_title(text, at, end)
    if title := _title(text, at, end, acoem=True, number=number):
        general = have == GENERAL and title[0] in chapters_of_general()
        return key(title[0]) != key(have) and not general
    named = numbered().get(number or "")
    return named is not None and named != have and have in numbered().values()


def _before_title(text: str, at: int, end: int) -> tuple[int, str | None]:
    """Where a title may begin behind ACOEM's name, an edition and a chapter's number, and this number."""
    number = None
    for _ in range(_MOST_BEFORE):
        passed = _SIGNS.match(text, at, end) or ACOEM.match(text, at, end) or _NUMBER.match(text, at, end)
        if passed and passed.re is _NUMBER:
            number = number or passed[1]
        passed = passed or YEAR.match(text, at, end) or _FURNITURE.match(text, at, end)
        if passed is None or passed.end() == at or at >= end:
            break
        at = passed.end()
    return at, number


def within_general(text: str, at: int, end: int) -> tuple[int, int, int] | None:
    """A chapter of the general approaches at `at`, named as ACOEM's: where its name begins and ends, and what belongs to it."""
    begin, _ = _before_title(text, at, end)
    named = acoem_chapter_at(text, begin, end)
    if named is None or named.title not in chapters_of_general():
        return None
    behind = _BEHIND_GENERAL.match(text, named.end, end)
    return begin, named.end, behind.end() if behind else named.end


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
        word = FIRST_WORD.match(text, inside, end)
        of_name = word is not None and word[0].lower() not in FURNITURE_WORDS
        if not of_name and (label := LABEL.match(text, place, end)):
            found.at = label.end()
            return found
        if not of_name and _RUN.match(text, at, end):
            break
        if not (of_name or opens or depth) and _names_further(text, inside, end, found):
            found.follows = inside
            break
        if found.title == GENERAL and (within := within_general(text, inside, end)):
            found.at = within[0]
            return found
        of_others = found.title is not None and found.title not in of_acoem()
        if not of_name and (opens or not of_others) and (named := ACOEM.match(text, inside, end)):
            found.acoem, at = True, named.end()
            found.titled = at if found.title is None else found.titled
        elif (
            found.title is None
            and (not opens or found.acoem or found.number)
            and (title := _title(text, inside, end, acoem=found.acoem, number=found.number))
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
        elif word is not None and at == titled and misprints.is_guidelines(word[0]):
            at = word.end()
        elif of_name:
            found.bare = at == titled
            break
        elif found.number is None and (number := _NUMBER.match(text, inside, end)):
            found.number, at = number[1], number.end()
        elif found.acoem and (address := URL.match(text, inside, end)):
            at = address.end()
        elif found.year is None and (year := YEAR.match(text, place, end)):
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
