"""Citations outside MTUS and ODG: ACOEM by its chapter, all else by its words."""

import re
from collections.abc import Iterator
from functools import cache

from imr_parse import vocabulary
from imr_parse.interpret.citation_chapter import PAGES
from imr_parse.interpret.citation_model import CitationReading
from imr_parse.interpret.citation_names import names, page, trimmed
from imr_parse.interpret.citation_titles import ACOEM, acoem_chapters
from imr_parse.interpret.citation_wordings import Wordings
from imr_parse.interpret.meaning import MeaningDoubt, key

URL = re.compile(r"(?:https?://|www\.)\S{1,500}", re.IGNORECASE)
_FURNITURE = re.compile(
    r"https?://\S{1,300}|www\.\S{1,300}|[\s,;:./()\u2013-]+|(?:Occupational\sMedicine\s|Practice\s|Medical\s|Treatment\s)*Guidelines?(?!\w)|Occupational\sMedicine\sPractice(?!\w)"
    r"|(?:2nd|3rd|Second|Third|V\.?\s?[23](?:\.0)?|Version\s[23])(?!\w)(?:\s(?:Edition|ed\.?)(?!\w))?|(?:Edition|ed\.)(?!\w)|(?:Chapter|Ch\.)\s?\d{1,2}(?!\w)|Chapters?(?=\s[A-Z])|(?:on|for|the)(?=\s)",
    re.IGNORECASE,
)
UNMISTAKABLE = re.compile(r"Harris\sJ", re.IGNORECASE)  # begins a source even where no comma stands before it
_YEAR = re.compile(r"\(?((?:19|20)\d\d)\)?(?!\w)")
_ENDS = re.compile(
    r"\s(?:Chapter|Section)(?!\w)|,?\s\(?(?:pages?|pgs?\.?|pp?\.)\s?\d|[,;:]|\s[-\u2013]\s|\s\((?=(?:19|20)\d\d)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|https?://\S{1,500}|www\.\S{1,500}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\bChapter\s?\d", re.IGNORECASE)
_NUMBER = re.compile(r"(?:Chapters?|Ch\.)\s?\d{1,2}", re.IGNORECASE)
_NO_SECTION = re.compile(
    r"^(?:Chapters?|Sections?|Complaints|Guidelines?)(?:\(s\))?(?!\w):?\s*", re.IGNORECASE
)
_SCHEDULE = re.compile(r"\bMTUS\b|\bMedical\sTreatment\sUtilization\sSchedule\b", re.IGNORECASE)
_PAGES = re.compile(
    r"\b(?:pages?|pgs?\.?|pp?\.?)(?:\(s\))?:?\s?(\d{1,4}(?:\s?[-\u2013]\s?\d{1,4})?)(?![\w/])", re.IGNORECASE
)
_PLAIN_YEAR = re.compile(r"(?<![\d/.-])((?:19[5-9]|20[0-4])\d)(?![\d/-])")

_LITERATURE = "literature"


@cache
def publishers() -> Wordings:
    """Words that begin a source outside MTUS, ODG and ACOEM."""
    return Wordings(
        key(row["words"]) for row in vocabulary.rows("other-sources") if row["kind"] != _LITERATURE
    )


@cache
def literature() -> Wordings:
    """Words by which a source outside of them all says what it is, and with which it need not begin."""
    return Wordings(
        key(row["words"]) for row in vocabulary.rows("other-sources") if row["kind"] == _LITERATURE
    )


@cache
def _acoem_sections() -> frozenset[str]:
    return frozenset(
        key(row["section"])
        for row in vocabulary.rows("mtus-sections")
        if row["guideline"] == "Low Back Complaints"
    )


def read_acoem(text: str, start: int, end: int, index: int) -> Iterator[CitationReading | MeaningDoubt]:
    """The one citation of `text[start:end]`, which begins with ACOEM's name."""
    mark = ACOEM.match(text, start, end)
    at, year, title, chapter = mark.end() if mark else start, None, None, None
    while at < end and title is None:
        chapter = acoem_chapters().match(text, at, end)
        dated = _YEAR.match(text, at, end)
        skipped = _FURNITURE.match(text, at, end)
        if chapter:
            title, at = text[at : chapter.end], chapter.end
        elif dated:
            year, at = int(dated[1]), dated.end()
        elif skipped and skipped.end() > at:
            at = skipped.end()
        elif page(text[slice(*trimmed(text, at, end))]):
            break
        else:
            ends = _ENDS.search(text, at, end)
            stop = ends.start() if ends else end
            title, at = text[at:stop].strip(), max(stop, at + 1)
    numbers: list[str] = []
    sections: list[str] = []
    for run in [*PAGES.finditer(text, at, end), None]:
        for name in names(text, *trimmed(text, at, run.start() if run else end, " ,;:.-"), _acoem_sections()):
            words = _NO_SECTION.sub("", text[name.start : name.end], count=1).strip(" ,;")
            if _NUMBER.fullmatch(text, name.start, name.end) or not words:
                continue
            if dated := _YEAR.fullmatch(words):
                year = int(dated[1])
            elif number := page(words):
                numbers.append(number)
            else:
                sections.append(words)
        if run:
            numbers.append(run["pages"])
            at = run.end()
    a, b = trimmed(text, start, end, " ,;")
    yield CitationReading(
        "ACOEM", title or None, year, tuple(sections), ", ".join(numbers) or None, None, text[a:b], a, b
    )
    numbered = _NUMBERED.search(text, a, b)
    if (title or numbered or sections) and not chapter:
        yield MeaningDoubt(
            "doubtful-chapter",
            ("citations", index, "title"),
            "no chapter of ACOEM's guidelines is known by this name",
        )


def read_other(text: str, start: int, end: int, index: int) -> Iterator[CitationReading | MeaningDoubt]:
    """A source outside MTUS, ODG and ACOEM: its words are its title; a plain year in them, where there is one, its year."""
    a, b = trimmed(text, start, end, " ,;")
    words = text[a:b]
    pages = _PAGES.search(words)
    years = set(_PLAIN_YEAR.findall(_DATED.sub("", words)))
    year = int(years.pop()) if len(years) == 1 else None
    yield CitationReading("other", words, year, (), pages[1] if pages else None, None, words, a, b)
    if years:
        yield MeaningDoubt(
            "several-years", ("citations", index, "year"), "the source prints more than one year"
        )
    if _SCHEDULE.search(words):
        yield MeaningDoubt(
            "doubtful-system", ("citations", index, "system"), "the MTUS is cited as outside of it"
        )
