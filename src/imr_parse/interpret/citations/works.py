"""Works outside of the MTUS, ODG and ACOEM: where one begins, and what is read of it. All its words are its title."""

import re
from collections.abc import Iterator
from functools import cache

from imr_parse import vocabulary
from imr_parse.interpret.citations.model import CitationReading
from imr_parse.interpret.citations.names import trimmed
from imr_parse.interpret.citations.wordings import Wording, Wordings
from imr_parse.interpret.meaning import MeaningDoubt, holds, key

URL = re.compile(r"(?:https?://|www\.)\S{1,500}", re.IGNORECASE)
UNMISTAKABLE = re.compile(r"Harris\sJ", re.IGNORECASE)  # begins a source even where no comma stands before it
_BEFORE = re.compile(r"(?:(?:the|updated|current|revised|(?:19|20)\d\d)\s){0,3}", re.IGNORECASE)
"""What may stand before a publisher's name: "2018 ACR Guideline"."""
_YEAR = r"(?<![\d/.-])(?:19[5-9]|20[0-4])\d(?![\d/-])"
_PLAIN_YEAR = re.compile(_YEAR)
_DIGIT = re.compile(r"\d")
_PUBLISHED = r"(?:\s[A-Z][a-z]{2,8}\.?(?:[\s-]\d{1,2}(?:-\d{1,2})?)?)?;\s?\d{1,4}\s?(?:[(:]|Suppl)"
"""What follows the year where a journal is cited: "2009 Aug;91(8)", "2014; 17: 515"."""
_OF_JOURNAL = re.compile(rf"({_YEAR}){_PUBLISHED}")
_OF_GUIDELINE = re.compile(rf"(?:the\s)?({_YEAR})\s", re.IGNORECASE)
_DATED = re.compile(
    r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|https?://\S{1,500}|www\.\S{1,500}"
    r"|(?:(?:reviewed|reaffirmed|confirmed|accessed|retrieved|viewed)(?:\s(?:on|in))?\s){1,2}(?:[A-Z][a-z]{2,8}\s(?:\d{1,2},\s)?)?(?:19|20)\d\d",
    re.IGNORECASE,
)
_PAGES = re.compile(
    r"\b(?:pages?|pgs?\.?|pp?\.?)(?:\(s\))?:?\s?(\d{1,4}(?:\s?[-\u2013]\s?\d{1,4})?)(?![\w/])", re.IGNORECASE
)
_ODG = re.compile(r"(?<![\w/.?-])O(?:DG|GD)(?![\w./-])|\bDisab\w{2,6}\sGu", re.IGNORECASE)
_SCHEDULE = re.compile(r"\bMTUS\b|\bMedical\sTreatment\sUtilization\sSchedule\b", re.IGNORECASE)

_SURNAME = r"(?:(?:de|van|von|der|la|le|di|da|el)\s){0,2}[A-Z][\w'\u2019]{1,20}(?:-[A-Z][\w'\u2019]{1,20})?"
_INITIALS = r"(?!(?:CT|MRI|MRA|EMG|NCV|NCS|ESI|PT|OT|CBT|UDT|PPI|IV|II|III)\b)[A-Z]{1,3}\b(?:\s(?:Jr|Sr|2nd|3rd|II|III)\b)?"
_AUTHOR = rf"{_SURNAME}\s{_INITIALS}"
_AUTHORS = re.compile(
    rf"(?:{_AUTHOR}|{_SURNAME})(?:,?\sand\s{_SURNAME})?,?\set\sal\b"
    rf"|{_AUTHOR}(?:(?:,|\sand|\s&)\s{_AUTHOR}|[.:]\s[A-Z])(?=[^;]{{0,400}}?{_YEAR})"
)
"""Who wrote a work, as references print it: "Roe RR, Doe D. Title. Journal 2011", "Roe et al"."""
_REFERENCE = re.compile(rf"[^;]{{3,400}}?{_YEAR}{_PUBLISHED}")
_WRITTEN = re.compile(rf"\b{_SURNAME}\s{_INITIALS}(?:[,.:]|\sand\s|\s&\s)|\bet\sal\b")
_TITLE = re.compile(
    r"[A-Z\d][^;]{0,200}?\s(?:Guidelines?|Criteria|Statement|Consensus|Recommendations|Parameters?|Advisory|Report)\b"
)
"""A title that says what it is; with a year it is a work's."""

_LITERATURE, _WORK = "literature", "work"


@cache
def _publishers() -> Wordings:
    """Words that begin a source outside MTUS, ODG and ACOEM."""
    return Wordings(
        key(row["words"])
        for row in vocabulary.rows("other-sources")
        if row["kind"] not in (_LITERATURE, _WORK)
    )


@cache
def _kinds() -> tuple[str, ...]:
    """Words by which a source says that it is a work of its own, wherever they stand in its title; in lower case."""
    return tuple(row["words"].lower() for row in vocabulary.rows("other-sources") if row["kind"] == _WORK)


@cache
def _literature() -> Wordings:
    """Words by which a source outside of them all says what it is, and with which it need not begin."""
    return Wordings(
        key(row["words"]) for row in vocabulary.rows("other-sources") if row["kind"] in (_LITERATURE, _WORK)
    )


def first_words() -> frozenset[str]:
    """The words that a publisher's name may begin with, in lower case."""
    return _publishers().first_words()


def publisher_at(text: str, at: int, end: int) -> bool:
    """Whether a publisher's name, or the address of a page, stands at `at`."""
    found = _publishers().match(text, at, end)
    return bool(found and _is_name(text, found)) or bool(URL.match(text, at, end))


def publishers_in(text: str, start: int, end: int) -> list[Wording]:
    """The publishers' names in `text[start:end]`."""
    return [found for found in _publishers().find(text, start, end) if _is_name(text, found)]


def _is_name(text: str, found: Wording) -> bool:
    words = text[found.start : found.end]
    return not words.islower() or "." in words


def begins(text: str, at: int, end: int) -> bool:
    """Whether a work begins at `at`, where a semicolon or a full stop stands before it."""
    before = _BEFORE.match(text, at, end)
    if publisher_at(text, before.end() if before else at, end):
        return True
    if at >= end or not (text[at].isupper() or text[at].isdigit()):
        return False
    dated = bool(_PLAIN_YEAR.search(text, at, end))
    if (dated or "et al" in text) and _AUTHORS.match(text, at, end):
        return True
    stop = text.find(";", at, end)
    stop = stop if stop >= 0 else end
    if holds(text[at:stop].lower(), _kinds()) or (dated and _REFERENCE.match(text, at, end)):
        return True
    return bool(dated and _TITLE.match(text, at, stop) and _PLAIN_YEAR.search(text, at, stop))


def reads_as_work(text: str, start: int, end: int) -> bool:
    """Whether a publisher or a kind of literature, and a year, stand in the words, which begin with a capital letter."""
    words = text[start:end]
    return words[:1].isupper() and bool(_PLAIN_YEAR.search(words)) and is_known(words)


def holds_work(text: str, start: int, end: int) -> bool:
    """Whether a work seems to begin anywhere in the words: with its publisher, or its authors."""
    return bool(_WRITTEN.search(text, start, end) or publishers_in(text, start, end))


def is_known(words: str) -> bool:
    """Whether the words tell of what kind the source is."""
    return bool(
        publishers_in(words, 0, len(words))
        or next(_literature().find(words, 0, len(words)), None)
        or URL.search(words)
        or _AUTHORS.match(words)
        or _REFERENCE.match(words)
    )


def read(text: str, start: int, end: int, index: int) -> Iterator[CitationReading | MeaningDoubt]:
    """The work `text[start:end]`: its words are its title, the year of its publication its year."""
    a, b = trimmed(text, start, end, " ,;")
    words = text[a:b]
    dated = _DIGIT.search(words)
    pages = _PAGES.search(words) if dated else None
    year, several = _year(words) if dated else (None, False)
    yield CitationReading("other", words, year, (), pages[1] if pages else None, None, words, a, b)
    if several:
        yield MeaningDoubt(
            "several-years", ("citations", index, "year"), "the source prints more than one year"
        )
    if _ODG.search(words):
        message = "ODG is named in a source of another kind"
        yield MeaningDoubt("doubtful-system", ("citations", index), message)
    if _SCHEDULE.search(words):
        yield MeaningDoubt(
            "doubtful-system", ("citations", index, "system"), "the MTUS is cited as outside of it"
        )


def _year(words: str) -> tuple[int | None, bool]:
    """The year of a work, and whether it prints several of which none is told to be its own.

    A guideline is named by the year before its name, an article by that of its journal.
    """
    years = set(_PLAIN_YEAR.findall(_DATED.sub("", words)))
    if len(years) > 1:
        own = _OF_GUIDELINE.findall(words[:10]) or [*set(_OF_JOURNAL.findall(words))]
        return (int(own[0]), False) if len(own) == 1 else (None, True)
    return (int(years.pop()), False) if years else (None, False)
