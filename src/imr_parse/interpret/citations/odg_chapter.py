"""Chapters of the Official Disability Guidelines in all their wordings, and the topics of them all."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from imr_parse import vocabulary
from imr_parse.interpret.citations.names import pieces
from imr_parse.interpret.citations.wordings import Wordings
from imr_parse.interpret.meaning import key

_COURSE = r"(?:A[ceut]{3,5}|C[chinor]{5,8})(?!\w)"  # acute, chronic, or misprinted
_ACUTE = rf"(?:\s?-?\s?\(?\s?(?:{_COURSE}|Sub-?acute)(?:\s?(?:&|and|/|or|,)\s?{_COURSE})?\s?\))"
_SAYS = r"(?:\s\(?(?:Chapter|Section|(?!Chapt?e?$)C(?:ha?|ah)(?=[aert]{0,3}p)[aeprt]{2,6})s?\b\)?)"  # or misprinted
_AFTER = re.compile(
    rf"(?:\s(?:Complaints|Disorders|Problems|Conditions))?(?P<full>{_ACUTE})?(?P<says>{_SAYS})?(?P<late>{_ACUTE})?(?:\sGuidelines?(?=\s?(?:[,;:(.]|$)))?",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"(?P<words>[A-Za-z][\w&/' \u2019-]{2,40}?)(?P<says>\sC[aehprt]{4,8}s?)?(?=\s?[,;:(]|\s[-\u2013\u2014]\s|\s?$)",
    re.IGNORECASE,
)
"""The first member of a list, and whether it says, perhaps misprinted, that it is a chapter."""
_LONG, _SHORT = 8, 5
"""Letters of a name: with more than the first two may be wrong, with more than the second it is said where they may be."""
_ENDS_HERE = re.compile(
    r"\s(?:Procedures?|Topics?|under)\s|\s?(?:$|[,;:.()/\[]|[-\u2013\u2014](?=\s)|\s[-\u2013\u2014])|\sand\s(?=[A-Z])"
)


@cache
def chapters() -> tuple[Wordings, dict[str, str]]:
    """Every wording of a chapter, and the chapter that each wording means."""
    meant = {key(row["wording"]): row["chapter"] for row in vocabulary.rows("odg-chapters")}
    meant |= {key(row["chapter"]): row["chapter"] for row in vocabulary.rows("odg-chapters")}
    return Wordings(meant), meant


@cache
def topics() -> frozenset[str]:
    """Keys of the topics of all chapters, and of the section names that the MTUS took over from ODG."""
    taken = (
        r["section"]
        for r in vocabulary.rows("mtus-sections")
        if r["guideline"] == "Chronic Pain Medical Treatment"
    )
    every = frozenset(map(key, (*vocabulary.column(vocabulary.rows("odg-topics"), "topic"), *taken)))
    return every - chapters()[1].keys()


class OdgChapter(NamedTuple):
    """A chapter as it is named: where its words end, whether they say "Chapter", whether a topic may begin with them."""

    title: str
    end: int
    says: bool
    doubtful: bool


def chapter_at(text: str, at: int, end: int, *, announced: bool = False) -> OdgChapter | None:
    """The chapter named at `at`; None where its words only begin a topic ("Knee brace", "pain medication").

    `announced` where "chapter", "section" or the guidelines' name stands before it: then it may be in lower case.
    """
    wordings, meant = chapters()
    wording = wordings.match(text, at, end)
    if not wording:
        return None
    named = text[at : wording.end]
    open_bracket = named.count("(") > named.count(")") and text[wording.end : wording.end + 1] == ")"
    after = _AFTER.match(text, wording.end + open_bracket, end)
    stop = after.end() if after else wording.end
    says = bool(after and after["says"])
    found = OdgChapter(meant[wording.key], stop, says, doubtful=False)
    if says or open_bracket or (after and (after["full"] or after["late"])):
        return found
    if not (named[0].isupper() or announced):
        return None
    if _ENDS_HERE.match(text, stop, end):
        return found
    if not named[0].isupper():
        return None
    first = pieces(text, at, end)[0]
    rest = key(text[stop : first[1]])
    if key(text[at : first[1]]) in topics() or rest not in topics():
        return None
    sure = " " in wording.key and text[stop : stop + 2].strip().isupper()
    return OdgChapter(found.title, stop, says=False, doubtful=not sure)


class Near(NamedTuple):
    """A chapter that is misprinted, and where its words end; `sure` where they can mean no other."""

    title: str
    end: int
    sure: bool


def near_chapter(text: str, at: int, end: int) -> Near | None:
    """The chapter that a first member resembles, behind the guidelines' name, where a chapter is to be expected."""
    printed = _MEMBER.match(text, at, end)
    if printed is None or not printed["words"]:
        return None
    near = _resembled(key(printed["words"]), says=bool(printed["says"]))
    if near is None:
        return None
    cut = printed.end() == end and _is_cut(key(printed[0]))
    after = _AFTER.match(text, printed.end(), end)
    return Near(near[0], after.end() if after else printed.end(), near[1] and not cut)


def is_near_chapter(words: str) -> bool:
    """Whether a topic's words are a chapter's name, or can only be one that is misprinted."""
    near = _resembled(key(words), says=False) if words[:1].isupper() else None
    return near is not None and near[1]


def _is_cut(words: str) -> bool:
    """Whether a chapter's words break off: what stood behind them is lost."""
    return words not in chapters()[1] and any(f"{one} chapter".startswith(words) for one in chapters()[1])


@lru_cache(maxsize=1024)
def _resembled(words: str, *, says: bool) -> tuple[str, bool] | None:
    if words in topics() or len(words) < 3:
        return None
    meant = chapters()[1]
    found = process.extract(words, meant.keys(), scorer=OSA.distance, score_cutoff=2, limit=None)
    if not found:
        return None
    least = min(distance for _, distance, _ in found)
    titles = {meant[wording] for wording, distance, _ in found if distance == least}
    short = len(words) < (4 if says else 5)
    sure = len(titles) == 1 and not short and least <= (2 if len(words) > _LONG else 1)
    return (min(titles), sure) if sure or len(words) > _SHORT or least < 2 else None


def named_after_topic(text: str, start: int, end: int) -> bool:
    """Whether a chapter that says it is one stands behind a topic, without the guidelines' name: "MRI, Low Back Chapter"."""
    parts = pieces(text, start, end)[1:4]
    return any(chapter.says for a, _ in parts if (chapter := chapter_at(text, a, end)))
