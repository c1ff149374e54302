"""Citations of the Official Disability Guidelines: chapters in all their wordings, each with its topics.

A chapter stands before its topics ("Low Back Chapter, MRIs"), or after them ("MRIs, Low Back Chapter"). Topics
after several chapters belong to each of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from imr_parse.interpret.citation_model import CitationReading
from imr_parse.interpret.citation_names import MONTHS, names, page, pieces, trimmed
from imr_parse.interpret.citation_odg_chapter import OdgChapter, chapter_at, topics
from imr_parse.interpret.meaning import MeaningDoubt, holds, key

MARK = re.compile(
    r"\b(?:Official\s+Disability\s+Guidelines?|ODG(?!\w))(?:\s?\(ODG\))?(?:\sby\sMCG(?:\sHealth)?(?!\w))?",
    re.IGNORECASE,
)
_NAMED_AGAIN = re.compile(r"\(?" + MARK.pattern + r"\)?", re.IGNORECASE)
_UPDATED = re.compile(
    r"[(\[]?\s?(?:(?P<seen>(?:accessed|retrieved|viewed)(?:\s(?:on|as of))?:?\s)|(?:last\s)?(?:updated?|revised|revision|version|effective|review(?:ed)?(?:/updated?)?)(?:\sdate)?(?:\s(?:on|as of))?:?\s)?"
    rf"(?:(?P<month>\d{{1,2}})[/-](?P<day>\d{{1,2}})[/-](?P<year>(?:20)?\d\d)|(?P<name>{'|'.join(MONTHS)})\s(?P<date>\d{{1,2}}),\s(?P<full>20\d\d))(?!\d)\s?[)\]]?",
    re.IGNORECASE,
)
_DATED_TOPIC = re.compile(r"(?<=\w|\))\s" + _UPDATED.pattern + "$", re.IGNORECASE)
_EDITION = re.compile(r"\(?(?P<year>(?:19|20)\d\d)(?!\w)(?:\s(?:Edition|Version))?\)?", re.IGNORECASE)
_SEPARATOR = re.compile(r"[\s,;:./\u2013\u2014-]+")
_STOPS = r"(?=\s?(?:[,;:.()/]|[-\u2013\u2014]\s|$))"
_FURNITURE = re.compile(
    r"(?:Integrated\s)?Treatment/\s?Disability\sDuration(?:\sGuidelines)?"
    r"|Treatment\s(?:in|for)\sWorkers.{0,2}\sComp(?:ensation)?(?:\s\(TWC\))?|\(?(?:ODG-)?TWC\b\)?|\((?:web|online|internet)[^()]{0,20}\)|Treatment(?:\sIndex|\sGuidelines)" + _STOPS +
    r"|Work\sLoss\sData\sInstitute(?:,?\sLLC)?"
    r"|\(?\d{1,2}(?:st|nd|rd|th)\s(?:Annual\s)?(?:Edition|ed\.?)(?:\s\(web\))?\)?"
    r"|\(?(?:web|online|internet|current)(?:[\s-](?:based|edition|version))?\)?(?:(?=\s(?:19|20)\d\d)|" + _STOPS + ")"
    r"|(?:Procedure|Treatment|Topic)s?\s?/?\s?(?:Topics?\s?)?Summary(?:\sfor)?"
    r"|(?:Procedures?|Procedure\sTopics?|(?:sub)?(?:headings?|topics?|titles?|chapters?|sections?)|Summary|Guidelines?)" + _STOPS +
    r"|(?:(?:sub)?(?:headings?|topics?|chapters?|sections?)(?:\s(?:on|of|for))?|under|regarding|in|from|the|and|&)(?=\s)",
    re.IGNORECASE,
)  # fmt: skip
_FIRST_WORD = re.compile(r"\(?([^\W\d_]*)")
_FURNITURE_BEGINS = (
    "integrated treatment treatments odg official twc work web online internet current procedure procedures topic topics "
    "subtopic subtopics heading headings subheading subheadings title titles subtitle subtitles chapter chapters "
    "subchapter subchapters section sections subsection subsections summary guideline guidelines under regarding in "
    "from the and"
)
_FURNITURE_WORDS = frozenset(_FURNITURE_BEGINS.split())
"""What such words begin with, and the names of the guidelines themselves, unless with a sign or a number."""
_DIGIT = re.compile(r"\d")
_TAIL = re.compile(
    r"[\s,:-]*\s(?:(?:sub)?(?:headings?|topics?)|Procedure(?:\sTopics?)?\sSummary|sections?|chapters?)$",
    re.IGNORECASE,
)
_TAIL_WORDS = ("topic", "heading", "procedure", "section", "chapter")
_AND_MARK = re.compile(r",?\s(?:and|&)\s(?=(?:the\s)?(?:ODG|Official\sDisability)\b)", re.IGNORECASE)
_AND_CHAPTER = re.compile(r"\sand\s[A-Z][\w &]{2,25}/")
_OF_CHAPTER = re.compile(r"\b(?:chapter|section)\b", re.IGNORECASE)
LONGEST_TOPIC = 110  # characters


@dataclass(slots=True)
class _Chapter:
    """A chapter, or the guidelines without one, while its topics are collected."""

    start: int
    title: str | None = None
    year: int | None = None
    updated: str | None = None
    pages: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    doubts: list[tuple[str, str]] = field(default_factory=list)


def read(text: str, start: int, end: int, index: int) -> Iterator[CitationReading | MeaningDoubt]:
    """The citations of `text[start:end]`, which begins with the guidelines' name or a chapter's."""
    mark = MARK.match(text, start, end)
    whole = _Chapter(start)
    found, sharing, at, announced = [whole], [whole], mark.end() if mark else start, bool(mark)
    dated = bool(_DIGIT.search(text, at, end))
    while at < end:
        separator = _SEPARATOR.match(text, at, end)
        if separator:
            at = separator.end()
        elif chapter := chapter_at(text, at, end, announced=announced):
            sharing, announced = _begin(found, sharing, chapter, at), False
            at = chapter.end
        elif updated := _UPDATED.match(text, at, end) if dated else None:
            _date(sharing, updated)
            at = updated.end()
        elif edition := _EDITION.match(text, at, end) if dated else None:
            for one in sharing:
                one.year = int(edition["year"])
            at = edition.end()
        elif furniture := _furniture(text, at, end):
            announced = announced or _of_chapter(furniture[0])
            at = furniture.end()
        else:
            stop, announced = _end_of_topics(text, at, end), False
            _topics(text, at, stop, sharing)
            at = stop
    yield from _settled(text, found, end, index)


def _furniture(text: str, at: int, end: int) -> re.Match[str] | None:
    """Words at `at` that are no topic."""
    word = _FIRST_WORD.match(text, at, end)
    if word and word[1] and word[1].lower() not in _FURNITURE_WORDS:
        return None
    return _FURNITURE.match(text, at, end) or _NAMED_AGAIN.match(text, at, end)


def _begin(found: list[_Chapter], sharing: list[_Chapter], chapter: OdgChapter, at: int) -> list[_Chapter]:
    """Begin a chapter; what was read before any chapter (topics, an edition) is its own."""
    last = found[-1]
    if last.title is None:
        last.title, now = chapter.title, last
        if last.topics and not chapter.says:
            last.doubts.append(("title", "a chapter after its topic does not say that it is one"))
    else:
        now = _Chapter(at, chapter.title, year=last.year if not (last.topics or last.updated) else None)
        found.append(now)
    if chapter.doubtful:
        now.doubts.append(("title", "the chapter's name and the topic run into each other"))
    return [now] if sharing[-1].topics or sharing[-1] is now else [*sharing, now]


def _date(sharing: list[_Chapter], date: re.Match[str]) -> None:
    if date["seen"]:
        return  # when somebody looked says nothing about the guideline
    if date["name"]:
        month, day, year = MONTHS.index(date["name"].title()) + 1, int(date["date"]), int(date["full"])
    else:
        month, day, year = int(date["month"]), int(date["day"]), int(date["year"])
    for one in sharing[-1:]:
        if 1 <= month <= 12 and 1 <= day <= 31:
            one.updated = f"{year if year > 99 else 2000 + year:04d}-{month:02d}-{day:02d}"
        else:
            one.doubts.append(("updated", "no date of the calendar"))


def _end_of_topics(text: str, at: int, end: int) -> int:
    """Where the topics that begin at `at` end: at the next chapter or date."""
    parts = pieces(text, at, end)
    last = 0
    while last < len(parts):
        a, b = parts[last]
        runs = [i for i in range(last, min(last + 4, len(parts))) if key(text[a : parts[i][1]]) in topics()]
        if last and not runs and (chapter_at(text, a, end) or _UPDATED.match(text, a, end)):
            return a
        if not runs and (
            _of_chapter(text[a:b]) or (" and " in text[a:b] and _AND_CHAPTER.search(text, a, b))
        ):
            for joint in re.finditer(
                r"\s(?:and|&|in|from)\s(?:the\s)?|\s?[/:\u2013-]\s?|\.\s|\s(?=\()", text[a:b]
            ):
                chapter = chapter_at(text, a + joint.end(), end)
                if chapter and (
                    chapter.says or ("and" in joint[0] and text[chapter.end : chapter.end + 1] == "/")
                ):
                    return a + joint.start()
        last = runs[-1] + 1 if runs else last + 1
    return end


def _topics(text: str, start: int, end: int, sharing: list[_Chapter]) -> None:
    spans = [(start, end)]
    if holds(text[start:end].lower(), ("odg", "official")):
        cuts = [start, *(cut for joint in _AND_MARK.finditer(text, start, end) for cut in joint.span()), end]
        spans = list(zip(cuts[::2], cuts[1::2], strict=True))
    for name in (one for a, b in spans for one in names(text, *trimmed(text, a, b, " ,;:-."), topics())):
        topic = _topic(text[name.start : name.end])
        if topic.dated:
            _date(sharing, topic.dated)
        for one in sharing:
            if topic.page:
                one.pages.append(topic.page)
            elif topic.words:
                one.topics.append(topic.words)
                if topic.unknown_chapter:
                    one.doubts += (
                        (name, "no chapter of this name is known") for name in ("title", "sections")
                    )
                elif topic.suspicious and not name.known:
                    one.doubts.append(("sections", "where one topic ends and the next begins is not known"))


class _Topic(NamedTuple):
    """A topic's own words, none where they are no topic, and what is printed with it: its date, or a page.

    `unknown_chapter` where its words say that they are a chapter, and chapter_at() knows none of this name.
    """

    words: str
    page: str | None
    dated: re.Match[str] | None
    suspicious: bool
    unknown_chapter: bool


@lru_cache(maxsize=4096)
def _topic(words: str) -> _Topic:
    """What an entry of a list of topics is; letters repeat them."""
    if words[0] == "(" and words[-1] == ")":
        words = words[1:-1]
    dated = _DATED_TOPIC.search(words) if _DIGIT.search(words) else None
    words = words[: dated.start()] if dated else words
    tail = _TAIL.search(words) if holds(words.lower(), _TAIL_WORDS) else None
    words = words[: tail.start()] if tail else words
    mark = MARK.match(words)
    words = words[mark.end() :].strip(" -,") if mark and mark.end() < len(words) else words
    suspicious = _suspicious(words)
    unknown_chapter = tail is not None and "chapter" in tail[0].lower()
    return _Topic(
        "" if _FURNITURE.fullmatch(words) else words, page(words), dated, suspicious, unknown_chapter
    )


def _suspicious(words: str) -> bool:
    odd = words.count("(") != words.count(")") or ". " in words or len(words) > LONGEST_TOPIC
    return odd or _of_chapter(words)


def _of_chapter(words: str) -> bool:
    return holds(words.lower(), ("chapter", "section")) and bool(_OF_CHAPTER.search(words))


def _settled(
    text: str, found: list[_Chapter], end: int, index: int
) -> Iterator[CitationReading | MeaningDoubt]:
    stops = [*(one.start for one in found[1:]), end]
    for number, (one, stop) in enumerate(zip(found, stops, strict=True), start=index):
        a, b = trimmed(text, one.start, stop, " ,;/:-\u2013")
        b = b - 4 if text[a:b].endswith(" and") else b
        yield CitationReading(
            "ODG",
            one.title,
            one.year,
            tuple(one.topics),
            ", ".join(one.pages) or None,
            one.updated,
            text[a:b],
            a,
            b,
        )
        for name, message in one.doubts:
            yield MeaningDoubt(
                "unresolved-topic" if name == "sections" else "doubtful-chapter",
                ("citations", number, name),
                message,
            )
