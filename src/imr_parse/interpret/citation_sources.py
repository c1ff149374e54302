"""Sources named one after another, each told by how it begins: a title of the schedule, ACOEM, ODG, all else.

"MTUS TITLE YEAR, Section(s): a, and ODG CHAPTER" and the wording of 2013: "the TITLE, a, page 78, which is part of the
MTUS, and the ODG, CHAPTER, which is not part of the MTUS".
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from imr_parse.interpret import citation_chapter, citation_outside, citation_untitled, citation_works
from imr_parse.interpret.citation_chapter import PAGES, Head, parts_said
from imr_parse.interpret.citation_model import CitationReading
from imr_parse.interpret.citation_names import names, trimmed
from imr_parse.interpret.citation_odg_words import MARK
from imr_parse.interpret.citation_titles import (
    REGULATION,
    SCHEDULE,
    begins,
    later_titles,
    sections,
    third_edition,
    title_at,
    titles,
)
from imr_parse.interpret.meaning import MeaningDoubt

_IN = re.compile(
    rf"(?:the\s)?(?:{SCHEDULE}|{REGULATION}(?=,?\s))(?:['\u2019]s)?(?:\sGuidelines?(?!\w))?(?:[\s,:;/\u2013-]|\.(?=\s)|and\s(?=(?:the\s)?(?:ACOEM|American\sCollege))|$)*(?:the\s)?",
    re.IGNORECASE,
)
_OUT = re.compile(r"(?:the\s)?Non-?\s?MTUS(?:\sCitations?)?[\s,:;-]*(?:the\s)?", re.IGNORECASE)
_THE = re.compile(r"(?:the\s|and\s|see\s|also\s){0,4}", re.IGNORECASE)
_JOINT = re.compile(
    r"[,;.\s](?:(?:(?<=[,;])\s*|(?<=\.)(?<!www\.)(?:\s+|(?-i:(?=[A-Z]))))(?:and\s|&\s)?|(?<=\s)(?:and|as\swell\sas|along\swith|in\saddition\sto)\s)(?:(?:up)?on\s)?(?:the\s)?",
    re.IGNORECASE,
)
"""What joins two sources; it begins with a set of signs, for which a pattern is sought fast."""
_WORD = re.compile(r"\w+")
_BEFORE_NAMES = frozenset(
    [
        "the",
        "and",
        "see",
        "also",
        "california",
        "ca",
        "mtus",
        "medical",
        "non",
        "nonmtus",
        "title",
        "8",
        "section",
        "sections",
        "9792",
    ]
)
_FIRST_WORDS = _BEFORE_NAMES | {
    "acoem",
    "american",
    "odg",
    "official",
    "work",
    "http",
    "https",
    "www",
    "chapter",
}
"""First words of a source that no vocabulary holds, and words that may stand before it."""
_UNKNOWN = re.compile(r"(?P<title>[A-Z][^,:.]{2,80}?),?\s(?P<year>(?:19|20)\d\d)\b(?:\sGuidelines?)?")
_AND = re.compile(r"(?:and|&)\s(?:(?:up)?on\s)?(?:the\s)?", re.IGNORECASE)
_FORM_PAGES = re.compile(
    r"\sPages?\(s\):\s?(?P<pages>\d[\d\s,;&\u2013-]{0,80}(?:\sof\s\d{1,4})?)$", re.IGNORECASE
)
_NUMBERED = re.compile(r"Chapter\s\d{1,2}[,:]?\s", re.IGNORECASE)
_LABELLED = re.compile(r"[,;:]?\s*(?:Sections?|Pages?)\s?(?:\(s\))?\s?:?\s*", re.IGNORECASE)
_RENAMED = 2017
_OLD_NAMES = {"Chronic Pain": "Chronic Pain Medical Treatment"}  # until 2017 no other guideline was called so

Member = CitationReading | MeaningDoubt


def names_schedule(text: str, start: int, end: int) -> bool:
    """Whether the words begin with the schedule's name."""
    word = _WORD.match(text, start, end)
    return not (word and word[0].lower() not in _BEFORE_NAMES) and bool(_IN.match(text, start, end))


def begins_source(text: str, at: int, end: int) -> bool:
    """Whether a source that is known is named at `at`, with or without an article."""
    place, said_in, said_out = _prefix(text, at, end)
    return said_in or said_out or begins(text, place, end) or _names_other(text, place, end)


def read(text: str, start: int, end: int, index: int, *, in_mtus: bool) -> Iterator[Member]:
    """The citations of `text[start:end]`, the first as number `index`; `in_mtus` where "MTUS" stands before them."""
    if in_mtus and "(s)" in text and "ODG" in text and (pages := _FORM_PAGES.search(text, start, end)):
        yield from _with_pages(read(text, start, pages.start(), index, in_mtus=True), pages["pages"])
        return
    at = start
    while at < end:
        at, said_in, said_out = _prefix(text, at, end)
        said_in = said_in or in_mtus
        if joint := _beside_schedule(text, at, end):
            at, said_in = joint, False
        if at >= end:
            return
        found = citation_chapter.head(text, at, end)
        if found.at >= end and not (found.title or found.acoem):
            return
        if (
            said_in
            and not (found.title or found.acoem)
            and (pages := citation_untitled.pages_alone(text, found.at, end))
        ):
            article = _THE.match(text, start, end)
            yield citation_untitled.by_page(text, article.end() if article else start, found, *pages)
            return
        if said_out or MARK.match(text, at, end) or not (found.title or found.acoem or said_in):
            stop, after = _until(text, at, end, at, of_schedule=True)
            members = list(_outside(text, at, stop, index))
        else:
            unknown = _unknown(text, at, end, found)
            first = max(found.at, unknown.end() if unknown else at)
            stop, after = _until(
                text, found.titled if (found.title or found.acoem) and not unknown else first, end, first
            )
            members = list(
                _schedule(text, at, stop, index, found, unknown, said_in=said_in, labelled=in_mtus)
            )
        yield from members
        index += sum(isinstance(member, CitationReading) for member in members)
        at = after


def _with_pages(members: Iterator[Member], pages: str) -> Iterator[Member]:
    """The members, where the form's own pages behind sources of other kinds belong to the last guideline of the schedule."""
    found = list(members)
    last = max(
        (n for n, one in enumerate(found) if isinstance(one, CitationReading) and one.system == "MTUS"),
        default=None,
    )
    for number, one in enumerate(found):
        if number == last and isinstance(one, CitationReading):
            yield one._replace(pages=", ".join(filter(None, (one.pages, pages))))
        else:
            yield one


def _beside_schedule(text: str, at: int, end: int) -> int | None:
    """Where a source of another kind begins that "and" joins to the schedule's own name: "the MTUS and the ODG"."""
    joint = _AND.match(text, at, end)
    return joint.end() if joint and _names_other(text, joint.end(), end) else None


def _prefix(text: str, at: int, end: int) -> tuple[int, bool, bool]:
    """Where the source's own words begin, and whether "MTUS" or "Non-MTUS" stands before them."""
    word = _WORD.match(text, at, end)
    if word and word[0].lower() not in _BEFORE_NAMES:
        return at, False, False
    article = _THE.match(text, at, end)
    at = article.end() if article else at
    if out := _OUT.match(text, at, end):
        return out.end(), False, True
    if inside := _IN.match(text, at, end):
        return inside.end(), True, False
    return at, False, False


def _until(text: str, at: int, end: int, first: int, *, of_schedule: bool = False) -> tuple[int, int]:
    """Where the source that `at` stands in ends and where the next one begins, at `first` or behind it.

    `of_schedule` where only a guideline of the schedule is looked for: the others are told apart elsewhere.
    """
    for joint in _JOINT.finditer(text, at, end):
        if joint.end() < first or joint.end() >= end:
            continue
        if joint[0][0] in ";." and not of_schedule and _begins_work(text, joint.start(), joint.end(), end):
            return joint.start(), joint.end()
        word = _WORD.match(text, joint.end(), end)
        if "and" not in joint[0] and not (word and word[0].lower() in _first_words()):
            continue
        place, said_in, said_out = _prefix(text, joint.end(), end)
        if place >= end:
            continue
        numbered = _NUMBERED.match(text, place, end)
        if begins(text, place, end) or (numbered and title_at(text, numbered.end(), end)):
            if not (of_schedule and _is_outside(text, place, end)):
                return joint.start(), joint.end()
            continue
        if of_schedule:
            continue
        if (
            said_in
            or said_out
            or _names_other(text, place, end)
            or ("and" in joint[0] and _UNKNOWN.match(text, place, end) and _LABELLED.search(text, place, end))
        ):
            return joint.start(), joint.end()
    return end, end


@cache
def _first_words() -> frozenset[str]:
    """The words that the name of a source may begin with."""
    return titles()[0].first_words() | citation_works.first_words() | _FIRST_WORDS


def _names_other(text: str, at: int, end: int) -> bool:
    return bool(MARK.match(text, at, end)) or citation_works.publisher_at(text, at, end)


def _begins_work(text: str, stop: int, at: int, end: int) -> bool:
    """Whether a work begins at `at`, behind the semicolon or, where that stands behind pages, the full stop at `stop`."""
    if text[stop] == ";":
        return citation_works.begins(text, at, end) and title_at(text, at, end) is None
    return text[stop - 1].isdigit() and citation_works.reads_as_work(text, at, end)


def _is_outside(text: str, at: int, end: int) -> bool:
    """Whether ACOEM's name at `at` begins a chapter that the schedule has not adopted."""
    found = citation_chapter.head(text, at, end)
    return found.acoem and not _adopted(text, at, _until(text, found.at, end, found.at)[0], found)


def _adopted(text: str, start: int, stop: int, found: Head) -> bool:
    """Whether a chapter is cited as part of the schedule: its words say so, or it is of the edition that was adopted."""
    said = parts_said(text, start, stop)
    if said or not found.acoem:
        return not (said and said[0]["not"])
    return not found.third and found.title not in third_edition()


def _unknown(text: str, at: int, end: int, found: Head) -> re.Match[str] | None:
    """The words before a year, where they are no title that is known: perhaps one begins like them."""
    if (found.title or found.acoem) and not found.bare:
        return None
    unknown = _UNKNOWN.match(text, at, end)
    if unknown and (found.title or found.acoem):
        longer = unknown.end("title") > found.at and not _known_section(text, found, end)
        return unknown if longer else None
    return unknown


def _schedule(
    text: str,
    at: int,
    stop: int,
    index: int,
    found: Head,
    unknown: re.Match[str] | None,
    *,
    said_in: bool,
    labelled: bool,
) -> Iterator[Member]:
    """One guideline of the schedule, or one chapter of ACOEM outside of it."""
    known = bool(found.title or found.acoem) and not unknown
    if known and not labelled and not found.acoem and (found.year is None or found.year < _RENAMED):
        found.title = _OLD_NAMES.get(found.title or "", found.title)
        known = found.year is not None or found.title not in later_titles()
    elif not known:
        found = _titled_by_its_words(text, at, stop, unknown)
    adopted = said_in or _adopted(text, at, stop, found)
    system: Literal["MTUS", "ACOEM"] = "ACOEM" if found.acoem and not adopted else "MTUS"
    citation, doubts = citation_chapter.read(text, at, stop, index, found, system)
    yield citation
    if not known or (found.bare and not _known_section(text, found, stop)):
        message = "no MTUS guideline of this title is known"
        yield MeaningDoubt("unknown-title", ("citations", index, "title"), message)
    if system == "MTUS" and not adopted:
        message = "a title of the MTUS is cited as outside of it"
        yield MeaningDoubt("doubtful-system", ("citations", index, "system"), message)
    yield from doubts


def _titled_by_its_words(text: str, start: int, stop: int, unknown: re.Match[str] | None) -> Head:
    """The words before a year as title where there is one, all of them where not."""
    if unknown is None:
        return Head(stop, stop, text[slice(*trimmed(text, start, stop, " .,"))])
    label = _LABELLED.match(text, unknown.end(), stop)
    return Head(
        label.end() if label else unknown.end(), unknown.end(), unknown["title"], year=int(unknown["year"])
    )


def _known_section(text: str, found: Head, end: int) -> bool:
    """Whether a section that the guideline has stands straight behind its title."""
    pages = PAGES.search(text, found.at, end)
    span = trimmed(text, found.at, pages.start() if pages else end)
    if found.at >= end:
        return True
    first = next(names(text, *span, sections(found.title or "")), None)
    return bool(first and first.known)


def _outside(text: str, start: int, end: int, index: int) -> Iterator[Member]:
    """Sources outside the schedule, without the words that say so."""
    cuts = [start, *(cut for said in parts_said(text, start, end) for cut in said.span()), end]
    for a, b in zip(cuts[::2], cuts[1::2], strict=True):
        a, b = trimmed(text, a, b, " ,;.")
        for member in citation_outside.read(text, a, b, index) if a < b else ():
            yield member
            if isinstance(member, CitationReading):
                if member.system == "other" and not citation_works.is_known(member.text):
                    message = "no source of this name is known"
                    yield MeaningDoubt("unknown-source", ("citations", index, "title"), message)
                index += 1
