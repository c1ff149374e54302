"""Where one source ends and the next begins: what joins them, and how each begins."""

import re
from functools import cache

from imr_parse.interpret.citations import works
from imr_parse.interpret.citations.head import Head, head, parts_said
from imr_parse.interpret.citations.odg_words import MARK
from imr_parse.interpret.citations.titles import (
    REGULATION,
    SCHEDULE,
    begins,
    third_edition,
    title_at,
    titles,
)

_IN = re.compile(
    rf"(?:the\s)?(?:{SCHEDULE}|{REGULATION}(?=,?\s))(?:['\u2019]s)?(?:\sGuidelines?(?!\w))?(?:,?\swhich\s(?:has\s)?(?:adopt(?:s|ed)|includes|incorporates|contains)\s)?(?:[\s,:;/\u2013-]|\.(?=\s)|and\s(?=(?:the\s)?(?:ACOEM|American\sCollege))|$)*(?:the\s)?",
    re.IGNORECASE,
)
_OUT = re.compile(r"(?:the\s)?Non-?\s?MTUS(?:\sCitations?)?[\s,:;-]*(?:the\s)?", re.IGNORECASE)
THE = re.compile(r"(?:the\s|and\s|see\s|also\s){0,4}", re.IGNORECASE)
_JOINT = re.compile(
    r"[,;.\s](?:(?:(?<=[,;])\s*|(?<=\.)(?<!www\.)(?:\s+|(?-i:(?=[A-Z])))|(?<=\d\s)(?=ACOEM\sChapter\s\d|Chronic\sPain\s(?:Medical\s)?Treatment))(?:and\s|&\s)?|(?<=\s)(?:and|as\swell\sas|along\swith|in\saddition\sto)\s)(?:(?:up)?on\s)?(?:the\s)?",
    re.IGNORECASE,
)
"""What joins two sources; it begins with a set of signs, for which a pattern is sought fast."""
_WORD = re.compile(r"\w+")
_BEFORE_NAMES = frozenset(
    ("the", "and", "see", "also", "california", "ca", "mtus", "medical", "non", "nonmtus", "title", "8", "section", "sections", "9792")
)  # fmt: skip
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
UNKNOWN = re.compile(r"(?P<title>[A-Z][^,:.]{2,80}?),?\s(?P<year>(?:19|20)\d\d)\b(?:\sGuidelines?)?")
_AND = re.compile(r"(?:and|&)\s(?:(?:up)?on\s)?(?:the\s)?", re.IGNORECASE)
_NUMBERED = re.compile(r"Chapter\s\d{1,2}[,:]?\s\(?", re.IGNORECASE)
LABELLED = re.compile(r"[,;:]?\s*(?:Sections?|Pages?)\s?(?:\(s\))?\s?:?\s*", re.IGNORECASE)


def names_schedule(text: str, start: int, end: int) -> bool:
    """Whether the words begin with the schedule's name."""
    word = _WORD.match(text, start, end)
    return not (word and word[0].lower() not in _BEFORE_NAMES) and bool(_IN.match(text, start, end))


def begins_source(text: str, at: int, end: int) -> bool:
    """Whether a source that is known is named at `at`, with or without an article."""
    place, said_in, said_out = prefix(text, at, end)
    return said_in or said_out or begins(text, place, end) or _names_other(text, place, end)


def begins_system(text: str, at: int, end: int) -> bool:
    """Whether the schedule, ACOEM or ODG is named at `at`, whose names hold no full stops."""
    place, said_in, _ = prefix(text, at, end)
    return said_in or begins(text, place, end) or bool(MARK.match(text, place, end))


def beside_schedule(text: str, at: int, end: int) -> int | None:
    """Where a source of another kind begins that "and" joins to the schedule's own name: "the MTUS and the ODG"."""
    joint = _AND.match(text, at, end)
    return joint.end() if joint and _names_other(text, joint.end(), end) else None


def prefix(text: str, at: int, end: int) -> tuple[int, bool, bool]:
    """Where the source's own words begin, and whether "MTUS" or "Non-MTUS" stands before them."""
    word = _WORD.match(text, at, end)
    if word and word[0].lower() not in _BEFORE_NAMES:
        return at, False, False
    article = THE.match(text, at, end)
    at = article.end() if article else at
    if out := _OUT.match(text, at, end):
        return out.end(), False, True
    if inside := _IN.match(text, at, end):
        return inside.end(), True, False
    return at, False, False


def until(text: str, at: int, end: int, first: int, *, of_schedule: bool = False) -> tuple[int, int]:
    """Where the source that `at` stands in ends and where the next one begins, at `first` or behind it.

    `of_schedule` where only a guideline of the schedule is looked for: the others are told apart elsewhere.
    """
    for joint in _JOINT.finditer(text, at, end):
        if (
            joint.end() < first
            or joint.end() >= end
            or (joint[0][0] == "." and _is_initial(text, joint.start()))
        ):
            continue
        if joint[0][0] in ";." and not of_schedule and _begins_work(text, joint.start(), joint.end(), end):
            return joint.start(), joint.end()
        word = _WORD.match(text, joint.end(), end)
        if "and" not in joint[0] and not (
            word and (word[0].lower() in _first_words() or word[0][:2] == "Of")
        ):
            continue
        place, said_in, said_out = prefix(text, joint.end(), end)
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
            or ("and" in joint[0] and UNKNOWN.match(text, place, end) and LABELLED.search(text, place, end))
        ):
            return joint.start(), joint.end()
    return end, end


def _is_initial(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` stands behind an author's initial: "Roe R. Elbows"."""
    return text[stop - 1].isupper() and not text[stop - 2 : stop - 1].isalnum()


@cache
def _first_words() -> frozenset[str]:
    """The words that the name of a source may begin with."""
    return titles()[0].first_words() | works.first_words() | _FIRST_WORDS


def _names_other(text: str, at: int, end: int) -> bool:
    return bool(MARK.match(text, at, end)) or works.publisher_at(text, at, end)


def is_other(text: str, at: int, end: int, *, first: bool) -> bool:
    """Whether a source of another kind stands at `at`; works only behind a joint, for a section may be called like one."""
    return bool(MARK.match(text, at, end)) or (
        not first and (works.publisher_at(text, at, end) or works.begins(text, at, end))
    )


def _begins_work(text: str, stop: int, at: int, end: int) -> bool:
    """Whether a work begins at `at`, behind the semicolon or, where that stands behind pages, the full stop at `stop`."""
    if text[stop] == ";":
        return works.begins(text, at, end) and title_at(text, at, end) is None
    return text[stop - 1].isdigit() and works.reads_as_work(text, at, end)


def _is_outside(text: str, at: int, end: int) -> bool:
    """Whether ACOEM's name at `at` begins a chapter that the schedule has not adopted."""
    found = head(text, at, end)
    return found.acoem and not is_adopted(text, at, until(text, found.at, end, found.at)[0], found)


def is_adopted(text: str, start: int, stop: int, found: Head) -> bool:
    """Whether a chapter is cited as part of the schedule: its words say so, or it is of the edition that was adopted."""
    said = parts_said(text, start, stop)
    if said or not found.acoem:
        return not (said and said[0]["not"])
    return not found.third and found.title not in third_edition()
