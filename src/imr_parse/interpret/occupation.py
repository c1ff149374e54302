"""The occupation, as the case summary states it of the patient.

It stands where the summary first speaks of the person: after the age and sex ("female cannery worker who …"), before the
age ("a male machinist aged 45"), or in a phrase of its own ("employed as a …", "he is a …").
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from imr_parse.interpret.reading import Reading
from imr_parse.vocabulary import rows

_WINDOW = 140
"""Characters after the age in which the person is still described."""
_LONGEST = 6
"""Words of an occupation's name."""
_WORD = re.compile(r"\([^()]{0,40}\)|[^\W\d_](?:[^\W\d_]|[/&'\u2019-])*|[,;.:]|\S")
_SET_OFF = re.compile(r",\s{1,3}(?:is|was)\s{1,3}(?=an?\s)")
"""After an age between commas: the description begins here."""
_LINKS = frozenset({"who", "is", "was", "works", "worked"})
_WORKING = _LINKS | {"employed", "working"}
"""The description goes on where these lead to "as"."""
_JOB_ENDING = re.compile(
    r"[a-z]{2,}(?:er|or|ist|ian|ant|man|woman|person|eer|yst|smith|wright|hand|keeper)s?"
)
"""How most names of occupations end; the others are in the vocabulary."""
_PHRASES = (
    (
        " as a",
        ("employed ", "hired ", "work ", "works ", "worked ", "working ", "job as"),
        re.compile(
            r"\b(?:employed|hired|works?|worked|working|job)\s+(?:full[\s-]time\s+|part[\s-]time\s+)?"
            r"(?:(?:by|for|at|with)\s+[^,.;]{1,60}?\s+)?as\s+an?\s+(?=[A-Za-z])",
            re.IGNORECASE,
        ),
    ),
    (
        "",
        tuple(
            f"{name} {verb}"
            for name in ("occupation", "job title", "position")
            for verb in ("is", "was", "of", "as")
        ),
        re.compile(
            r"\b(?:occupation|job\s+title|position)\s+(?:is|was|of|as)\s+(?:that\s+of\s+)?(?:an?\s+)?(?=[A-Za-z])",
            re.IGNORECASE,
        ),
    ),
    (
        " by ",
        ("by trade", "by occupation", "by profession"),
        re.compile(
            r"\ban?\s+(?=[a-z][a-z/-]*(?:\s[a-z/-]+){0,3}\s+by\s+(?:trade|occupation|profession)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        ":",
        ("occupation:", "occupation :", "title:", "title :"),
        re.compile(r"\b(?:occupation|job\s+title)\s*:\s*(?:an?\s+)?(?=[A-Za-z])", re.IGNORECASE),
    ),
)
"""Words that are there wherever the phrase is, words of which one is, and the phrase."""
_IS_A = re.compile(r"(?:\b(?:he|she|who)|,)\s+(?:is|was)\s+an?\s+(?=[A-Za-z])", re.IGNORECASE)
_BEFORE_AGE = re.compile(
    r"\ban?\s+(?:(?:fe)?male\s+)?(?P<job>[a-z][a-z/&'-]*(?:\s+[a-z/&'-]+){0,3}?),?\s+(?=aged?\s)",
    re.IGNORECASE,
)
_OPENING = 400
_AFTER_AND = 3
"""Words after an "and" among which the name's end is looked for."""
_GRADE = re.compile(r"i{1,3}|iv|v")
"""After the name of a job in public service."""
_NO_NAME_ENDINGS = ("ed", "ing", "ly", "ful", "ous", "less")
"""Of verbs, adverbs and adjectives."""


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("occupation-words") if row["kind"] == kind)


def _names_occupation(word: str) -> bool:
    last = unicodedata.normalize("NFKC", word).lower().rsplit("/", 1)[-1]
    return _JOB_ENDING.fullmatch(last) is not None or last.removesuffix("s") in _words("occupation")


def read_occupation(summary: str, age: Reading | None) -> Reading | None:
    """The occupation's words as printed; None where none is stated."""
    described = _segments(summary, age.end) if age else []
    for segment in described:
        if (found := _job(summary, segment)) is not None:
            return found
    if age is not None and (found := _before(summary, age.start)) is not None:
        return found
    words = " ".join(summary.lower().split())
    for needed, hints, pattern in _PHRASES:
        likely = needed in words and any(hint in words for hint in hints)
        lead = pattern.search(summary) if likely else None
        if lead is not None:
            return _phrase(summary, lead.end(), known=False)
    opening = words[:_OPENING]
    lead = _IS_A.search(summary, 0, _OPENING) if " is a" in opening or " was a" in opening else None
    found = _phrase(summary, lead.end(), known=True) if lead else None
    return found or (_unknown(summary, described[-1]) if described else None)


def _unknown(summary: str, words: list[re.Match[str]]) -> Reading | None:
    """Words right before what happened that are known neither as an occupation nor as a description: occupations are many."""
    words = _undescribed(words)
    if not words or len(words) > _LONGEST or _describes(words[-1].group()) or not all(map(_may_name, words)):
        return None
    start, end = words[0].start(), words[-1].end()
    doubt = ("IMR212", f'"{words[-1].group()}" is no occupation that is known')
    return Reading(summary[start:end], start, end, (doubt,))


def _segments(summary: str, start: int) -> list[list[re.Match[str]]]:
    """The words between the age and what happened, by commas; the last one is empty where a sentence ends before that."""
    segments: list[list[re.Match[str]]] = [[]]
    set_off = _SET_OFF.match(summary, start)
    start = set_off.end() if set_off else start
    for token in _WORD.finditer(summary, start, min(start + _WINDOW, len(summary))):
        word = token.group().lower()
        if (
            word == "and"
            and segments[-1]
            and not _job(summary, segments[-1])
            and _job_follows(summary, token.end())
        ):
            segments[-1].append(token)
            continue
        if (word in _words("ends") and word not in _LINKS) or (
            word in _WORKING and not _works_as(summary, token.end())
        ):
            return segments
        if word in (".", ";", ":"):
            break
        if word == ",":
            segments.append([])
        elif word not in _LINKS and not word.startswith("("):
            segments[-1].append(token)
    return [*segments, []]


def _job_follows(summary: str, at: int) -> bool:
    """Whether one of the next words names an occupation: "truck and tractor operator"."""
    for token, _ in zip(_WORD.finditer(summary, at, at + _WINDOW), range(_AFTER_AND), strict=False):
        word = token.group().lower()
        if word in _words("ends") or word in _words("no-occupation") or not word[0].isalpha():
            return False
        if _names_occupation(word):
            return True
    return False


def _may_name(token: re.Match[str]) -> bool:
    """Whether a word may be part of an occupation's name: a plain one, no verb, abbreviation or word for a patient."""
    word = token.group()
    return (
        word.isalpha()
        and word.islower()
        and len(word) > 2
        and not word.endswith(_NO_NAME_ENDINGS)
        and word not in _words("no-occupation") | _words("nobody")
    )


def _works_as(summary: str, at: int) -> bool:
    return (
        re.match(
            r"\s*(?:is\s+)?(?:employed|works?|working|worked)?\s*as\b", summary[at : at + 30], re.IGNORECASE
        )
        is not None
    )


def _job(summary: str, words: list[re.Match[str]]) -> Reading | None:
    """The words after those that describe the person, where they end as an occupation does."""
    names = [word.group().lower() for word in words]
    if "as" in names[:-1]:  # "employed as a", however it is spelt
        words = words[names.index("as") + 1 :]
    words = _undescribed(words)
    if not words or len(words) > _LONGEST:
        return None
    names = [word.group().lower() for word in words]
    last = names[-2] if _GRADE.fullmatch(names[-1]) and len(names) > 1 else names[-1]
    if (
        not _names_occupation(last)
        or (len(words) == 1 and last in _words("no-occupation"))
        or not _words("nobody").isdisjoint(names)
    ):
        return None
    start, end = words[0].start(), words[-1].end()
    return Reading(summary[start:end], start, end)


def _undescribed(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words after those that describe the person."""
    at = 0
    while at < len(words) and _describes(words[at].group().lower()):
        at += 1
    return words[at:]


def _describes(word: str) -> bool:
    return word.removesuffix("-") in _words("describes") or word.endswith("-speaking")


def _before(summary: str, age_start: int) -> Reading | None:
    found = None
    for found in _BEFORE_AGE.finditer(summary, max(0, age_start - 80), age_start + 5):
        pass
    if found is None:
        return None
    last = found["job"].split()[-1].lower()
    if not _names_occupation(last) or last in _words("no-occupation") or _describes(last):
        return None
    return Reading(found["job"], *found.span("job"))


def _phrase(summary: str, start: int, *, known: bool) -> Reading | None:
    """The words from `start` to the phrase's end; `known`: only where they end as an occupation does."""
    words: list[re.Match[str]] = []
    for token in _WORD.finditer(summary, start, min(start + _WINDOW, len(summary))):
        word = token.group().lower()
        if not word[0].isalpha() or word in _words("ends") or word in ("by", "until", "but", "as", "to"):
            break
        words.append(token)
    if not words or len(words) > _LONGEST or words[0].group().lower() in _words("no-occupation"):
        return None
    if known:
        return _job(summary, words)
    end = words[-1].end()
    return Reading(summary[start:end], start, end)
