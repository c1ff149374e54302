"""Citations of the Medical Treatment Utilization Schedule: "TITLE YEAR, Section(s): a, b, and TITLE YEAR, …"."""

import re
from collections.abc import Iterator
from functools import cache

from imr_parse import vocabulary
from imr_parse.interpret.citation_model import CitationReading
from imr_parse.interpret.citation_names import flexible, names, page, trimmed
from imr_parse.interpret.meaning import MeaningDoubt, key

_YEAR = re.compile(r"(?:,?\s\(?(?P<year>(?:19|20)\d\d)\)?)?(?P<after>\sGuidelines?)?", re.IGNORECASE)
_UNKNOWN = re.compile(r"(?P<title>[A-Z][^,:.]{2,80}?),?\s(?P<year>(?:19|20)\d\d)\b(?:\sGuidelines?)?")
_SECTIONS = re.compile(r"[,;:]?\s*(?:Sections?|Pages?)\s?(?:\(s\))?\s?:?\s*", re.IGNORECASE)
_LABEL = re.compile(r",?\s?Sections?\s?\(s\)", re.IGNORECASE)
_NUMBERED = re.compile(r"\d(?:\.\d{1,2}){0,3}\.?\s[A-Z]")  # the opioid guidelines number their sections
_NEXT = re.compile(r"(?:[,;.]\s*(?:and\s|&\s)?|\sand\s)(?:the\s|MTUS\s)*")


@cache
def titles() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for every wording of a title, the longest first, and the title that each wording means.

    Two titles may differ in a comma alone; there the printed words decide.
    """
    meant = {row["title"]: row["title"] for row in vocabulary.rows("mtus-titles")}
    for row in vocabulary.rows("mtus-titles"):
        for wording in (row["title"], *vocabulary.several(row["also"])):
            meant.setdefault(key(wording), row["title"])
    wordings = sorted(set(map(key, meant)), key=len, reverse=True)
    return re.compile(
        rf"(?:{'|'.join(map(flexible, wordings))})(?P<before>\sGuidelines?)?(?!\w)", re.IGNORECASE
    ), meant


@cache
def sections(title: str) -> frozenset[str]:
    """Keys of the section names that the guideline of this title has, of any year."""
    return frozenset(
        key(row["section"]) for row in vocabulary.rows("mtus-sections") if row["guideline"] in (title, "")
    )


def title_at(text: str, at: int, end: int, *, strict: bool = False) -> tuple[str, int | None, int] | None:
    """Title, year and end of the title that begins at `at`; `strict` asks for more than its bare words.

    A section may bear the name of another guideline ("Initial Approaches to Treatment"), never with a year.
    """
    pattern, meant = titles()
    found = pattern.match(text, at, end)
    if not found:
        return None
    words = text[at : found.start("before") if found["before"] else found.end()]
    year = _YEAR.match(text, found.end(), end)
    if year is None or (
        strict
        and not (year["year"] or year["after"] or found["before"] or _LABEL.match(text, year.end(), end))
    ):
        return None
    return meant.get(words) or meant[key(words)], int(year["year"]) if year["year"] else None, year.end()


def read(text: str, start: int, end: int, index: int) -> Iterator[CitationReading | MeaningDoubt]:
    """The citations of `text[start:end]`, the words after "Decision based on MTUS", the first as number `index`."""
    at = start
    while at < end:
        found = title_at(text, at, end)
        if found:
            title, year, titled = found
        else:
            unknown = _UNKNOWN.match(text, at, end)
            title, year, titled = (
                (unknown["title"], int(unknown["year"]), unknown.end()) if unknown else ("", None, at)
            )
        stop, after = _until_next_title(text, titled, end)
        if not title:
            title = text[slice(*trimmed(text, at, stop, " .,"))]
        citation, doubts = _citation(text, at, titled, stop, title, year, index)
        yield citation
        if not found:
            yield MeaningDoubt(
                "unknown-title", ("citations", index, "title"), "no MTUS guideline of this title is known"
            )
        yield from doubts
        index, at = index + 1, after


def _until_next_title(text: str, at: int, end: int) -> tuple[int, int]:
    """Where the citation that `at` stands in ends, and where the next one begins."""
    for joint in _NEXT.finditer(text, at, end):
        if title_at(text, joint.end(), end, strict=True) or (
            "and" in joint[0]
            and _UNKNOWN.match(text, joint.end(), end)
            and _SECTIONS.search(text, joint.end(), end)
        ):
            return joint.start(), joint.end()
    return end, end


def _citation(
    text: str, start: int, titled: int, stop: int, title: str, year: int | None, index: int
) -> tuple[CitationReading, list[MeaningDoubt]]:
    a, b = trimmed(text, start, stop, " ,;")
    label = _SECTIONS.match(text, titled, b)
    listed = trimmed(text, label.end() if label else titled, b, " ,;:")
    found, numbers, doubts = [], [], []
    unknown_before = False
    for name in names(text, *listed, sections(title)) if titled > start else ():
        words = text[name.start : name.end]
        number = page(words)
        if number:
            numbers.append(number)
            continue
        known = name.known or bool(_NUMBERED.match(words))
        if not known and (unknown_before or words.count("(") != words.count(")")):
            where = ("citations", index, "sections")
            doubts.append(
                MeaningDoubt(
                    "unresolved-section",
                    where,
                    "where one section name ends and the next begins is not known",
                )
            )
        unknown_before = not known
        found.append(words)
    return CitationReading(
        "MTUS", title, year, tuple(found), ", ".join(numbers) or None, None, text[a:b], a, b
    ), doubts
