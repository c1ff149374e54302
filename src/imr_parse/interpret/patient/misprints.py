"""Words in which the patient's age or sex seems to stand, misspelt or misread: it is not guessed, it is missed."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from imr_parse.interpret.reading import Reading
from imr_parse.number_words import NUMBER_WORDS

_YEAR = r"(?:years?|yrs?|y\.?/?o)"
_NUMBER = rf"\b(?:\d{{2}}|{NUMBER_WORDS})"
_AGE_HINT = re.compile(
    rf"\b\d{{1,2}}.{{0,4}}[\s-]{_YEAR}\b.{{0,8}}old|\byears?[\s-]{{0,2}}old\b|\byears?\s+of\s+age\b"
    rf"|{_NUMBER}[\s-]{{1,3}}y.{{1,6}}\bold\b|{_NUMBER}[\s-]{{1,3}}(?!months?\b|weeks?\b|days?\b)\w{{2,6}}[\s-]{{1,3}}(?:old|aged?)\b"
    rf"|{_NUMBER}[\s-]{{1,3}}ye?a?(?=\s\w)",
    re.IGNORECASE,
)
"""Words that hint at an age however it is written, or misread."""
_AGE_WORDS = re.compile(
    rf"{_NUMBER}[\s-]{{0,3}}(?P<year>[a-z][a-z\d]{{2,5}})[\s-]{{1,3}}(?P<old>\w{{2,4}})\b", re.IGNORECASE
)
"""A number and the two words after it, which may be misspelt."""
_OLD = frozenset({"hold", "told", "sold", "cold", "gold", "add", "odd", "ord"})
"""Words that are as near to "old" as its misprints are."""
_THINGS = (
    r"(?:aids?|bed|boots?|brace|cane|car|chair|claim|cushion|device|equipment|films?|fracture|hardware|implants?|injur(?:y|ies)|machine|mattress|MRIs?|orthos[ei]s|orthotics?|"
    r"prosthes[ei]s|pump|reports?|scans?|scooter|shoes?|splint|stimulator|stud(?:y|ies)|truck|unit|vehicle|walker|wheelchair|x-?rays?)"
)
_OF_A_THING = re.compile(
    rf"\b{_THINGS}(?:,\s(?:which|that))?\s(?:is|are|was|were)\s(?:(?:about|almost|already|at\sleast|now|only|over|some)\s)?(?:[a-z]+\s)?$",
    re.IGNORECASE,
)
"""Before the age of what is no person."""
_OPENING = 600
"""Characters of a summary in which the patient's age is stated."""
_WORD = re.compile(r"[A-Za-z][A-Za-z\d]{2,10}")
_DESCRIPTION = 60
"""Characters after the age in which a noun tells the patient's sex."""
_SENTENCE_END = re.compile(r"[.;]\s")
_SEXES = (("female", 2, 5), ("male", 1, 3), ("woman", 1, 4), ("gentleman", 2, 7))
"""Nouns, the most letters that may be wrong in them, and the fewest letters of what is taken for them."""
_NO_MISPRINTS = frozenset(
    ["ale", "bale", "dale", "finale", "gale", "hale", "kale", "mace", "made", "make", "mal", "mall", "malt", "mane", "mare", "mate", "maze", "meal",
     "mile", "mole", "mule", "pale", "roman", "sale", "scale", "tale", "tamale", "vale", "whale", "women"]
)  # fmt: skip
"""Words of their own that are as near."""


def seems_aged(summary: str) -> bool:
    """Whether the summary's opening hints at the age of a person, in whatever words."""
    opening = summary[:_OPENING]
    hints = [*_AGE_HINT.finditer(opening), *filter(_is_misspelt_age, _AGE_WORDS.finditer(opening))]
    return any(not _OF_A_THING.search(opening, max(0, hint.start() - 60), hint.start()) for hint in hints)


def _is_misspelt_age(found: re.Match[str]) -> bool:
    """Whether two words after a number are "year old" with a letter wrong in each at most."""
    year, old = found["year"].lower(), found["old"].lower()
    return (
        old not in _OLD
        and OSA.distance(old, "old", score_cutoff=1) <= 1
        and OSA.distance(year.removesuffix("s"), "year", score_cutoff=1) <= 1
    )


def misspelt_sex(summary: str, age: Reading | None) -> tuple[int, int] | None:
    """Where a noun that tells the sex seems to stand, misspelt: after the age, in its sentence."""
    if age is None:
        return None
    stop = _SENTENCE_END.search(summary, age.end, age.end + _DESCRIPTION)
    end = stop.start() if stop else age.end + _DESCRIPTION
    for found in _WORD.finditer(summary, age.end, min(end, len(summary))):
        word = found.group().lower()
        if word in _NO_MISPRINTS:
            continue
        for noun, wrong, least in _SEXES:
            if len(word) >= least and 0 < OSA.distance(word, noun, score_cutoff=wrong) <= wrong:
                return found.span()
    return None
