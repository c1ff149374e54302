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
_WORD = re.compile(r"\([^()]{0,40}\)|[^\W\d_](?:[^\W\d_]|[/&'\u2019-])*|[,;.:]|\S")
_SET_OFF = re.compile(r",\s{1,3}(?:is|was)\s{1,3}(?=an?\s)")
"""After an age between commas: the description begins here."""
_LINKS = frozenset({"who", "is", "was", "works", "worked"})
_JOB_ENDING = re.compile(
    r"[a-z]{2,}(?:er|or|ist|ian|ant|man|woman|person|eer|yst|smith|wright|hand|keeper)s?"
)
"""How most names of occupations end; the others are in the vocabulary."""
_PHRASES = (
    (
        ("as a",),
        re.compile(
            r"\b(?:employed|works?|worked|working|job)\s+(?:full[\s-]time\s+|part[\s-]time\s+)?as\s+an?\s+(?=[A-Za-z])",
            re.IGNORECASE,
        ),
    ),
    (
        ("occupation", "job", "position"),
        re.compile(
            r"\b(?:occupation|job\s+title|position)\s+(?:is|was|of|as)\s+(?:that\s+of\s+)?(?:an?\s+)?(?=[A-Za-z])",
            re.IGNORECASE,
        ),
    ),
    (
        ("occupation", "job"),
        re.compile(r"\b(?:occupation|job\s+title)\s*:\s*(?:an?\s+)?(?=[A-Za-z])", re.IGNORECASE),
    ),
)
"""Words one of which is there wherever the phrase is, and the phrase."""
_IS_A = re.compile(r"(?:\b(?:he|she|who)|,)\s+(?:is|was)\s+an?\s+(?=[A-Za-z])", re.IGNORECASE)
_BEFORE_AGE = re.compile(
    r"\ban?\s+(?:(?:fe)?male\s+)?(?P<job>[a-z][a-z/&'-]*(?:\s+[a-z/&'-]+){0,3}?),?\s+(?=aged?\s)",
    re.IGNORECASE,
)
_OPENING = 400


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("occupation-words") if row["kind"] == kind)


def _names_occupation(word: str) -> bool:
    last = unicodedata.normalize("NFKC", word).lower().rsplit("/", 1)[-1]
    return _JOB_ENDING.fullmatch(last) is not None or last.removesuffix("s") in _words("occupation")


def read_occupation(summary: str, age: Reading | None) -> Reading | None:
    """The occupation's words as printed; None where none is stated."""
    if age is not None:
        found = _described(summary, age.end, age.end + _WINDOW) or _before(summary, age.start)
        if found is not None:
            return found
    words = " ".join(summary.lower().split())
    for hints, pattern in _PHRASES:
        lead = pattern.search(summary) if any(hint in words for hint in hints) else None
        if lead is not None:
            return _phrase(summary, lead.end(), known=False)
    lead = _IS_A.search(summary, 0, _OPENING)
    return _phrase(summary, lead.end(), known=True) if lead else None


def _described(summary: str, start: int, end: int) -> Reading | None:
    """The first segment after the age that ends in the name of an occupation."""
    segment: list[re.Match[str]] = []
    set_off = _SET_OFF.match(summary, start)
    start = set_off.end() if set_off else start
    for token in _WORD.finditer(summary, start, min(end, len(summary))):
        word = token.group().lower()
        if word in _words("ends") and not (word in _LINKS and _works_as(summary, token.end())):
            break
        if word in (".", ";", ":"):
            break
        if word == ",":
            found = _job(summary, segment)
            if found is not None:
                return found
            segment = []
        elif word not in _LINKS and not word.startswith("("):
            segment.append(token)
    return _job(summary, segment)


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
    while words and words[0].group().lower() in _words("describes"):
        words = words[1:]
    if not words or len(words) > _LONGEST:
        return None
    last = words[-1].group().lower().split("/")[-1]
    names = [word.group().lower() for word in words]
    if (
        not _names_occupation(last)
        or (len(words) == 1 and last in _words("no-occupation"))
        or not _words("nobody").isdisjoint(names)
    ):
        return None
    start, end = words[0].start(), words[-1].end()
    return Reading(summary[start:end], start, end)


def _before(summary: str, age_start: int) -> Reading | None:
    found = None
    for found in _BEFORE_AGE.finditer(summary, max(0, age_start - 80), age_start + 5):
        pass
    if (
        found is None
        or not _names_occupation(found["job"].split()[-1])
        or found["job"].lower() in _words("no-occupation")
    ):
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
