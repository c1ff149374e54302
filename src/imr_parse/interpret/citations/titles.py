"""Titles of the MTUS and chapters of ACOEM, by their printed words."""

import re
from functools import cache
from typing import NamedTuple

from imr_parse import vocabulary
from imr_parse.interpret.citations.wordings import Wordings
from imr_parse.interpret.meaning import key

ACOEM = re.compile(
    r"(?:American\sCollege\sof\sOccupational\s(?:and|&)\sEnvironmental\sMedicine(?:['\u2019]s)?(?:,?\s\(?ACOEM\b\)?)?"
    r"|\bACOEM(?!\w)(?:['\u2019]s)?)",
    re.IGNORECASE,
)
SCHEDULE = r"(?:(?:California|CA)\s)?(?:MTUS(?!\w)|Medical\sTreatment\sUtilization\sSchedule(?:\s\(MTUS\))?)"
REGULATION = (
    r"(?:(?:Title\s8,?\s(?:of\sthe\s)?)?(?:California\sCode\sof\sRegulations|C\.?C\.?R\.?(?!\w)),?\s(?:Title\s8,?\s)?|8\sC\.?C\.?R\.?\s)?"
    r"(?:Sections?\s|\u00a7{1,2}\s?)?9792\.2\d(?:\.\d{1,2})?(?:\s?[-\u2013]\s?(?:9792\.)?\d\d(?:\.\d{1,2})?|,?\set\sseq\.?)?(?!\w)"
)
"""Where the schedule stands in the law: "8 CCR 9792.20 - 9792.26"."""
ALL = "ACOEM"
"""The title of the chapters of ACOEM together."""
_CLOSES = re.compile(
    r",?\s\(?(?:[A-Z][a-z]{2,8},?\s)?(?:19|20)\d\d\b|\s(?:Medical\s|Treatment\s)?Guidelines?\b|,?\s?Sections?\s?\(s\)|\s(?:Chapter\s)?\(ACOEM",
    re.IGNORECASE,
)
_SHORT_ENDS = re.compile(
    r"(?:\sChapters?|\sGuidelines?)?(?:\s?[,;:()>/]|\s[-\u2013]\s|\s?\.?$|\s(?:pages?|pgs?|pp?)(?!\w))",
    re.IGNORECASE,
)
NO_SECTION = re.compile(r"(?:Complaints|(?:Medical|Postsurgical|Acupuncture)\sTreatment)$")
"""Titles that no section is called as, and that end with a word of their own."""


@cache
def titles() -> tuple[Wordings, dict[str, str]]:
    """Every wording of a title, and the title that each wording means.

    Two titles may differ in a comma alone; there the printed words decide.
    """
    rows = [row for row in vocabulary.rows("mtus-titles") if row["title"] != ALL]
    meant = {row["title"]: row["title"] for row in rows}
    for row in rows:
        for wording in (row["title"], *vocabulary.several(row["also"])):
            meant.setdefault(key(wording), row["title"])
    return Wordings(map(key, meant)), meant


@cache
def _with_commas() -> frozenset[str]:
    """Keys of the wordings that hold commas; behind any other a comma ends the title."""
    rows = vocabulary.rows("mtus-titles")
    wordings = (words for row in rows for words in (row["title"], *vocabulary.several(row["also"])))
    return frozenset(key(words) for words in wordings if "," in words)


@cache
def of_regulation() -> frozenset[str]:
    """Parts of the schedule that are no guideline; the form's list of titles has none of them."""
    return frozenset(row["title"] for row in vocabulary.rows("mtus-titles") if row["era"] == "no guideline")


@cache
def _closed() -> frozenset[str]:
    """Keys of the wordings that end with a bracket of their own."""
    return frozenset(key(words) for words in titles()[1] if words.endswith(")"))


@cache
def sections(title: str) -> frozenset[str]:
    """Keys of the section names that the guideline of this title has, of any year."""
    rows = vocabulary.rows("mtus-sections")
    return frozenset(key(row["section"]) for row in rows if key(row["guideline"]) in (key(title), ""))


@cache
def families(title: str) -> frozenset[str]:
    """Keys of what stands before the comma of such names: behind "NSAIDs," a capital letter may go on the name."""
    return frozenset(
        key(row["section"].partition(",")[0])
        for row in vocabulary.rows("mtus-sections")
        if key(row["guideline"]) == key(title) and "," in row["section"]
    )


@cache
def later_titles() -> frozenset[str]:
    """Titles that the schedule has only since the end of 2017."""
    return frozenset(row["title"] for row in vocabulary.rows("mtus-titles") if row["era"] == "2017 and after")


@cache
def numbered() -> dict[str, str]:
    """Chapters of ACOEM by the number that they have in its second edition, which the schedule adopted."""
    rows = vocabulary.rows("acoem-chapters")
    return {row["number"]: row["chapter"] for row in rows if row["number"]}


@cache
def chapters_of_general() -> frozenset[str]:
    """The chapters of ACOEM that the schedule has as sections of its "General Approaches"."""
    return frozenset(numbered()[str(number)] for number in range(1, 8))


@cache
def _acoem_chapters() -> tuple[Wordings, dict[str, str], dict[str, str]]:
    """The chapters of ACOEM's guidelines, which hold commas: all wordings, what each means, the short ones alone."""
    rows = vocabulary.rows("acoem-chapters")
    meant = {key(row["chapter"]): row["chapter"] for row in rows}
    short = {key(words): row["chapter"] for row in rows for words in vocabulary.several(row["short"])}
    return Wordings((*meant, *short)), meant, short


class Chapter(NamedTuple):
    """A chapter of ACOEM: its name of the edition that the schedule adopted, where it is named in short, and its end."""

    title: str
    end: int


def acoem_chapter_at(text: str, at: int, end: int) -> Chapter | None:
    """The chapter of ACOEM's guidelines named at `at`; in short ("Low Back") only where nothing else follows."""
    wordings, meant, short = _acoem_chapters()
    found = wordings.match(text, at, end)
    if found is None:
        return None
    if found.key in meant:
        return Chapter(meant[found.key], found.end)
    ends = text[found.start].isupper() and _SHORT_ENDS.match(text, found.end, end)
    return Chapter(short[found.key], found.end) if ends else None


@cache
def of_acoem() -> frozenset[str]:
    """Chapters of ACOEM of any edition."""
    return frozenset(row["chapter"] for row in vocabulary.rows("acoem-chapters"))


def title_at(text: str, at: int, end: int) -> tuple[str, int] | None:
    """The title that begins at `at`, and where its words end."""
    wordings, meant = titles()
    found = wordings.match(text, at, end)
    if not found or ("," in text[at : found.end] and found.key not in _with_commas()):
        return None
    closed = found.key in _closed() and text[found.end : min(found.end + 1, end)] == ")"
    stop = found.end + (closed and not text[found.end + 1 : min(found.end + 2, end)].isalnum())
    return meant.get(text[at:stop]) or meant[found.key], stop


@cache
def third_edition() -> frozenset[str]:
    """Chapters of ACOEM that its second edition does not have."""
    return frozenset(row["chapter"] for row in vocabulary.rows("acoem-chapters") if not row["number"])


def begins(text: str, at: int, end: int) -> bool:
    """Whether a guideline of the schedule is cited at `at`, and not a section that bears the name of one.

    A section may be called as another guideline is ("Initial Approaches to Treatment"), never with a year.
    """
    title = title_at(text, at, end)
    if title is None:
        return bool(ACOEM.match(text, at, end))
    return bool(_CLOSES.match(text, title[1], end) or NO_SECTION.search(title[0]))
