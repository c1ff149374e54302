"""Sources named one after another, each told by how it begins: a title of the schedule, ACOEM, ODG, all else.

"MTUS TITLE YEAR, Section(s): a, and ODG CHAPTER" and the wording of 2013: "the TITLE, a, page 78, which is part of the
MTUS, and the ODG, CHAPTER, which is not part of the MTUS".
"""

import re
from collections.abc import Iterator
from typing import Literal

from imr_parse.interpret.citations import chapter, misprints, outside, untitled, works
from imr_parse.interpret.citations.borders import (
    LABELLED,
    THE,
    UNKNOWN,
    beside_schedule,
    is_adopted,
    is_other,
    prefix,
    until,
)
from imr_parse.interpret.citations.head import PAGES, Head, head, parts_said
from imr_parse.interpret.citations.model import CitationReading
from imr_parse.interpret.citations.names import names, trimmed
from imr_parse.interpret.citations.titles import (
    NO_SECTION,
    later_titles,
    sections,
    titles,
)
from imr_parse.interpret.meaning import MeaningDoubt

_FORM_PAGES = re.compile(
    r"\sPages?\(s\):\s?(?P<pages>\d[\d\s,;&\u2013-]{0,80}(?:\sof\s\d{1,4})?)$", re.IGNORECASE
)
_RENAMED = 2017
_OLD_NAMES = {"Chronic Pain": "Chronic Pain Medical Treatment"}  # until 2017 no other guideline was called so
Member = CitationReading | MeaningDoubt


def read(text: str, start: int, end: int, index: int, *, in_mtus: bool) -> Iterator[Member]:
    """The citations of `text[start:end]`, the first as number `index`; `in_mtus` where "MTUS" stands before them."""
    form = _FORM_PAGES.search(text, start, end) if in_mtus and "(s)" in text and "ODG" in text else None
    if form:
        yield from _with_pages(read(text, start, form.start(), index, in_mtus=True), form["pages"])
        return
    at, of_acoem = start, False
    while at < end:
        at, said_in, said_out = prefix(text, at, end)
        said_in = said_in or in_mtus
        if joint := beside_schedule(text, at, end):
            at, said_in = joint, False
        if at >= end:
            return
        found = head(text, at, end, acoem=of_acoem)
        if found.at >= end and not (found.title or found.acoem):
            return
        if (
            said_in
            and not (found.title or found.acoem)
            and (pages := untitled.pages_alone(text, found.at, end))
        ):
            article = THE.match(text, start, end)
            yield untitled.by_page(text, article.end() if article else start, found, *pages)
            return
        titled = found.title or found.acoem
        if said_out or (not titled and (not said_in or is_other(text, at, end, first=at == start))):
            stop, after = until(text, at, end, at, of_schedule=True)
            members = list(_outside(text, at, stop, index))
        else:
            unknown = _unknown(text, at, end, found)
            first = max(found.at, unknown.end() if unknown else at)
            if found.follows is None:
                titled_end = found.titled if (found.title or found.acoem) and not unknown else first
                stop, after = until(text, titled_end, end, first)
            else:
                stop = after = found.follows
            of_acoem = found.follows is not None and found.acoem
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


def _unknown(text: str, at: int, end: int, found: Head) -> re.Match[str] | None:
    """The words before a year, where they are no title that is known: perhaps one begins like them."""
    if (found.title or found.acoem) and not found.bare:
        return None
    unknown = UNKNOWN.match(text, at, end)
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
        meant = misprints.the_title(found.title or "", titles()[1]) if unknown else None
        found.title, known = meant or found.title, meant is not None
    adopted = said_in or is_adopted(text, at, stop, found)
    system: Literal["MTUS", "ACOEM"] = "ACOEM" if found.acoem and not adopted else "MTUS"
    citation, doubts = chapter.read(text, at, stop, index, found, system)
    yield citation
    if not known or (
        found.bare and not _before_pages(text, found, stop) and not _known_section(text, found, stop)
    ):
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
    label = LABELLED.match(text, unknown.end(), stop)
    return Head(
        label.end() if label else unknown.end(), unknown.end(), unknown["title"], year=int(unknown["year"])
    )


def _before_pages(text: str, found: Head, end: int) -> bool:
    """Whether any words between a title and its pages are a section: the title's last word says that it has ended."""
    return bool(
        NO_SECTION.search(found.title or "")
        and PAGES.search(text, found.at, end)
        and not misprints.goes_on_title(text[found.at : end].lstrip().partition(" ")[0])
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
        for member in outside.read(text, a, b, index) if a < b else ():
            yield member
            if isinstance(member, CitationReading):
                if member.system == "other" and not works.is_known(member.text):
                    message = "no source of this name is known"
                    yield MeaningDoubt("unknown-source", ("citations", index, "title"), message)
                index += 1
