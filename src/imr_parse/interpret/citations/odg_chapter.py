"""Chapters of the Official Disability Guidelines in all their wordings, and the topics of them all."""

import re
from functools import cache
from typing import NamedTuple

from imr_parse import vocabulary
from imr_parse.interpret.citations.names import pieces
from imr_parse.interpret.citations.wordings import Wordings
from imr_parse.interpret.meaning import key

_ACUTE = r"(?:\s?-?\s?\(?\s?(?:Acute|Chronic|Sub-?acute)(?:\s?(?:&|and|/|or|,)\s?(?:Acute|Chronic))?\s?\))"
_SAYS = r"(?:\s\(?(?:Chapter|Section)s?\b\)?)"
_AFTER = re.compile(
    rf"(?:\s(?:Complaints|Disorders|Problems|Conditions))?(?P<full>{_ACUTE})?(?P<says>{_SAYS})?(?P<late>{_ACUTE})?(?:\sGuidelines?(?=\s?(?:[,;:(.]|$)))?",
    re.IGNORECASE,
)
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
    return frozenset(map(key, (*vocabulary.column(vocabulary.rows("odg-topics"), "topic"), *taken)))


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


def named_after_topic(text: str, start: int, end: int) -> bool:
    """Whether a chapter that says it is one stands behind a topic, without the guidelines' name: "MRI, Low Back Chapter"."""
    parts = pieces(text, start, end)[1:4]
    return any(chapter.says for a, _ in parts if (chapter := chapter_at(text, a, end)))
