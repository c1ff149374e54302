"""Citations of the Official Disability Guidelines: chapters in all their wordings, each with its topics.

A chapter stands before its topics ("Low Back Chapter, MRIs"), or after them ("MRIs, Low Back Chapter"). Topics
after several chapters belong to each of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from imr_parse.interpret.citations import strays
from imr_parse.interpret.citations.model import CitationReading
from imr_parse.interpret.citations.names import MONTHS, names, pieces, trimmed
from imr_parse.interpret.citations.odg_chapter import (
    OdgChapter,
    chapter_at,
    is_near_chapter,
    near_chapter,
    topics,
)
from imr_parse.interpret.citations.odg_words import (
    ADDRESS,
    DIGIT,
    furniture,
    names_chapter,
    topic_of,
    updated_at,
)
from imr_parse.interpret.meaning import MeaningDoubt, holds, key

_EDITION = re.compile(r"\(?(?P<year>(?:19|20)\d\d)(?!\w)(?:\s(?:Edition|Version))?\)?", re.IGNORECASE)
_SEPARATOR = re.compile(r"[\s,;:./\u2013\u2014-]+")
_AND_MARK = re.compile(r",?\s(?:and|&)\s(?=(?:the\s)?(?:ODG|Official\sDisability)\b)", re.IGNORECASE)
_OPENED = re.compile(r"[\s,;:]{0,3}\(")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAD = re.compile(r"(?:and|&)\s(?:(?:up)?on\s)?(?:the\s)?", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|&)\s")
_AND_CHAPTER = re.compile(r"\sand\s[A-Z][\w &]{2,25}/")


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


def read(
    text: str, start: int, end: int, index: int, mark: re.Match[str] | None = None
) -> Iterator[CitationReading | MeaningDoubt]:
    """The citations of `text[start:end]`, which begins with a chapter, or with the guidelines' name at `mark`."""
    whole = _Chapter(start)
    found, sharing, at, announced = [whole], [whole], mark.end() if mark else start, bool(mark)
    last = end
    if text[end - 1] == ")" and (opened := _OPENED.match(text, at, end)) and _closes(text, opened.end(), end):
        at, end = opened.end(), end - 1
    dated = bool(DIGIT.search(text, at, end))
    while at < end:
        separator = _SEPARATOR.match(text, at, end)
        if separator:
            at = separator.end()
        elif (chapter := _chapter(text, at, end, whole, announced=announced)) and not (
            chapter.doubtful
            and found[-1].title  # a part of the body in a topic of this chapter: "Lumbar MRI"
        ):
            sharing, announced = _begin(found, sharing, chapter, at), False
            at = chapter.end
        elif updated := updated_at(text, at, end) if dated else None:
            _date(sharing, updated)
            at = updated.end()
        elif edition := _EDITION.match(text, at, end) if dated else None:
            for one in sharing:
                one.year = int(edition["year"])
            at = edition.end()
        elif skipped := furniture(text, at, end):
            announced = announced or names_chapter(skipped[0])
            at = skipped.end()
        else:
            if mark and not whole.title and not whole.topics and near_chapter(text, at, end):
                message = "what may be a chapter's name is misprinted"
                whole.doubts += (("title", message), ("sections", message))
            stop, announced = _end_of_topics(text, at, end), False
            _topics(text, at, stop, sharing)
            at = stop
    yield from _settled(text, found, last, index)


def _chapter(text: str, at: int, end: int, whole: _Chapter, *, announced: bool) -> OdgChapter | None:
    """The chapter named at `at`; as the first member behind the guidelines' name it may be misprinted."""
    chapter = chapter_at(text, at, end, announced=announced)
    first = announced and whole.title is None and not whole.topics
    if not first or (chapter and not _AND.match(text, chapter.end, end)) or furniture(text, at, end):
        return chapter
    near = near_chapter(text, at, end)
    if near and near.sure and (chapter is None or chapter.title == near.title):
        return OdgChapter(near.title, near.end, says=False, doubtful=False)
    return chapter


def _closes(text: str, at: int, end: int) -> bool:
    """Whether the bracket that stands open at `at` is closed at the end only: "(Low Back: Fusion (spinal))"."""
    depth = 1
    for place in range(at, end):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth == 0:
            return place == end - 1
    return False


def _begin(found: list[_Chapter], sharing: list[_Chapter], chapter: OdgChapter, at: int) -> list[_Chapter]:
    """Begin a chapter; what was read before any chapter (topics, an edition) is its own."""
    last = found[-1]
    if last.title == chapter.title and not last.topics:
        return sharing  # the same chapter by another of its names: "Hand, Wrist"
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
    if date["vague"]:  # a month is no date, a year alone is the edition's
        if date["vague"].startswith(date["only"]):
            for one in sharing:
                one.year = int(date["only"])
        return
    if date["name"]:
        month, day, year = _month(date["name"]), int(date["date"]), int(date["full"])
    else:
        month, day, year = int(date["month"]), int(date["day"]), int(date["year"])
    for one in sharing[-1:]:
        if 1 <= month <= 12 and 1 <= day <= 31:
            one.updated = f"{year if year > 99 else 2000 + year:04d}-{month:02d}-{day:02d}"
        else:
            one.doubts.append(("updated", "no date of the calendar"))


def _month(name: str) -> int:
    return 1 + next(number for number, month in enumerate(MONTHS) if month[:3] == name[:3].title())


def _end_of_topics(text: str, at: int, end: int) -> int:
    """Where the topics that begin at `at` end: at the next chapter or date."""
    parts = pieces(text, at, end)
    keys, known = [key(text[a:b]) for a, b in parts], topics()
    last = 0
    while last < len(parts):
        a, b = parts[last]
        runs = [i for i in range(last, min(last + 4, len(parts))) if " ".join(keys[last : i + 1]) in known]
        if last and not runs and _ends_topics(text, a, end):
            return a
        if last + 1 < len(parts) and (both := _joined_chapter(text, a, b, end)):
            return both
        if not runs and (
            names_chapter(text[a:b]) or (" and " in text[a:b] and _AND_CHAPTER.search(text, a, b))
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


def _joined_chapter(text: str, start: int, stop: int, end: int) -> int | None:
    """Where "and" joins a chapter, which has topics of its own, to a topic that is known: "MRI and Knee, MRI"."""
    both = text.rfind(" and ", start, stop)
    if both < 0 or key(text[start:both]) not in topics():
        return None
    chapter = chapter_at(text, both + len(" and "), end)
    return both if chapter and chapter.end == stop else None


def _ends_topics(text: str, at: int, end: int) -> bool:
    """Whether a chapter, a date or the guidelines' own address stands at `at`."""
    lead = _LEAD.match(text, at, end) if text[at] in "aA&" else None
    return bool(
        chapter_at(text, lead.end() if lead else at, end)
        or updated_at(text, at, end)
        or ADDRESS.match(text, at, end)
    )


def _topics(text: str, start: int, end: int, sharing: list[_Chapter]) -> None:
    spans = [(start, end)]
    if holds(text[start:end].lower(), ("odg", "official")):
        cuts = [start, *(cut for joint in _AND_MARK.finditer(text, start, end) for cut in joint.span()), end]
        spans = list(zip(cuts[::2], cuts[1::2], strict=True))
    for name in (one for a, b in spans for one in names(text, *trimmed(text, a, b, " ,;:-."), topics())):
        topic = topic_of(text[name.start : name.end])
        if topic.dated:
            _date(sharing, topic.dated)
        for one in sharing:
            if topic.page and _YEAR.fullmatch(topic.page):
                one.year = one.year or int(topic.page)
            elif topic.page:
                one.pages.append(topic.page)
            elif topic.words:
                one.topics.append(topic.words)
                if topic.unknown_chapter:
                    one.doubts += (
                        (where, "no chapter of this name is known") for where in ("title", "sections")
                    )
                elif not name.known and (topic.suspicious or _cannot_be(topic.words)):
                    one.doubts.append(("sections", "where one topic ends and the next begins is not known"))


def _cannot_be(topic: str) -> bool:
    """Whether words are none of a topic: those of another source, or a chapter's."""
    return strays.in_topic(topic) or is_near_chapter(topic)


def _settled(
    text: str, found: list[_Chapter], end: int, index: int
) -> Iterator[CitationReading | MeaningDoubt]:
    stops = [*(one.start for one in found[1:]), end]
    for number, (one, stop) in enumerate(zip(found, stops, strict=True), start=index):
        a, b = trimmed(text, one.start, stop, " ,;/:-\u2013")
        if text[a:b].endswith((" and", " &")):
            a, b = trimmed(text, a, text.rindex(" ", a, b), " ,;/:-\u2013")
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
