"""Which words are the name of an occupation: where it begins after words that describe the person, and where it ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from imr_parse.interpret.reading import Reading
from imr_parse.vocabulary import rows

Words = list[re.Match[str]]

WINDOW = 140
"""Characters in which a description, or the name of an occupation, ends."""
LONGEST = 6
"""Words of an occupation's name."""
_WORD = re.compile(r"(?:[A-Z]\.){2,4}|[^\W\d_](?:[^\W\d_]|[/&'\u2019-])*|[,;.:()]|\S")
_JOB_ENDING = re.compile(
    r"[a-z]{2,}(?:er|or|ist|ian|ant|man|woman|person|eer|yst|smith|wright|mason|hand|keeper)s?"
)
"""How most names of occupations end; the others are in the vocabulary."""
_WORKER = "worker"
"""Of trades without number: ironworker, dockworker."""
_AFTER_AND = 3
"""Words after an "and" among which the name's end is looked for."""
_OF_WHAT = 4
"""Words from "of" on that may belong to a director's name."""
_GRADE = re.compile(r"i{1,3}|iv|v")
"""After the name of a job in public service."""
_PEOPLE = frozenset({"man", "woman", "person", "boy", "hand"})
"""Names of occupations after some words only: "delivery man", "ranch hand"."""
_SEXES = frozenset({"male", "female", "man", "woman", "gentleman", "lady"})
_PHRASE_ENDS = frozenset({"by", "until", "but", "as", "to"})
_ARTICLES = frozenset({"a", "an", "the"})
_TIMES = frozenset({"full", "part"})
"""After an occupation: full time, part time."""
_EMPLOYER = 2
"""So many words in capitals before a job in small letters are its employer's name."""


@cache
def words_that(kind: str) -> frozenset[str]:
    """The words of one kind in the vocabulary."""
    return frozenset(row["word"] for row in rows("occupation-words") if row["kind"] == kind)


def tokens(summary: str, start: int) -> Iterator[re.Match[str]]:
    """Words and punctuation from a place on, as far as a description goes."""
    return _WORD.finditer(summary, start, min(start + WINDOW, len(summary)))


def names_occupation(word: str) -> bool:
    """Whether an occupation's name may end in this word."""
    folded = _folded(word)
    last = re.split("[/-]", folded)[-1]
    if folded in words_that("never") or last in words_that("never"):
        return False
    return _JOB_ENDING.fullmatch(last) is not None or is_known(last)


def is_known(word: str) -> bool:
    """Whether the vocabulary has this word as an occupation's last."""
    folded = _folded(word)
    one = folded.removesuffix("s")
    return one.endswith(_WORKER) or not {folded, one, folded.rsplit("-", 1)[-1]}.isdisjoint(
        words_that("occupation")
    )


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).lower()


def ends(summary: str, token: re.Match[str]) -> bool:
    """Whether a word ends a description or a name; "claims" does not where it is part of one ("claims adjuster")."""
    word = token.group().lower()
    if word not in words_that("ends"):
        return False
    if word not in words_that("part-of-name"):
        return True
    following = next(tokens(summary, token.end()), None)
    return following is None or not names_occupation(following.group())


def describes(word: str) -> bool:
    """Whether a word describes a person otherwise than by the occupation."""
    return word.removesuffix("-") in words_that("describes") or word.endswith("-speaking")


def undescribed(words: Words) -> Words:
    """The words after those that describe the person; whatever stands before "male" or "woman" does."""
    names = [word.group().lower() for word in words]
    for at in range(len(names) - 1, -1, -1):
        if names[at] in _SEXES and not _is_compound(names[: at + 1]):
            return undescribed(words[at + 1 :])
    at = 0
    while at < len(words) and (describes(names[at]) or names[at + 1 : at + 2] == ["speaking"]):
        at += 1
    return words[at:]


def _is_compound(names: list[str]) -> bool:
    """Whether only the word before makes the last one an occupation: "delivery man", "child care provider"."""
    if len(names) < 2:
        return False
    return names[-2] in words_that(
        "before-provider" if names[-1] == "provider" else "before-man" if names[-1] in _PEOPLE else ""
    )


def _speaks_of_somebody(names: list[str]) -> bool:
    """Whether a word for whoever the letter speaks of is among them; in "patient care technician" none is."""
    after = [*names[1:], ""]
    return any(
        name in words_that("nobody") and not (name == "patient" and follower in words_that("after-patient"))
        for name, follower in zip(names, after, strict=True)
    )


def _judges(names: list[str]) -> bool:
    """Whether they begin with a word that says how somebody is; "lot" does not in "lot attendant"."""
    part = names[0] in words_that("part-of-name") and is_known(names[1] if len(names) > 1 else "")
    return names[0] in words_that("judges") and not part


def job(summary: str, words: Words) -> Reading | None:
    """The name of an occupation in words of a description, where they end as one does."""
    words = undescribed(words)
    if not words or len(words) > LONGEST:
        return None
    names = [word.group().lower() for word in words]
    last = names[-2] if _GRADE.fullmatch(names[-1]) and len(names) > 1 else names[-1]
    if (
        not (names_occupation(last) or _is_compound(names))
        or (len(words) == 1 and last in words_that("no-occupation"))
        or _judges(names)
        or _speaks_of_somebody(names)
        or not _ARTICLES.isdisjoint(names)  # what happened is told already: "slid off a dormer"
    ):
        return None
    return named(summary, [*words, *_of_what(summary, words[-1])])


def _of_what(summary: str, last: re.Match[str]) -> Words:
    """What somebody is director or chief of, as part of the name: "director of nursing", not "of the clinic"."""
    if last.group().lower() not in words_that("with-of"):
        return []
    words = [token for token, _ in zip(tokens(summary, last.end()), range(_OF_WHAT), strict=False)]
    until = next((at for at, word in enumerate(words[1:], 1) if _is_past(summary, word)), len(words))
    return words[:until] if until > 1 and words[0].group() == "of" else []


def _is_past(summary: str, token: re.Match[str]) -> bool:
    word = token.group().lower()
    return (
        not word[0].isalpha()
        or ends(summary, token)
        or word in _ARTICLES | _PHRASE_ENDS | {"and"}
        or word in words_that("judges")
    )


def named(summary: str, words: Words) -> Reading:
    """These words as an occupation; in doubt where they seem to begin with the employer's name."""
    start, end = words[0].start(), words[-1].end()
    capitals = [word.group() for word in words if word.group().istitle()]
    employer = len(capitals) >= _EMPLOYER and words[-1].group().islower()
    doubt = (("IMR207", "it may begin with the employer's name"),) if employer else ()
    return Reading(summary[start:end], start, end, doubt)


def phrase(summary: str, start: int, *, known: bool) -> Reading | None:
    """The name from `start` to the phrase's end; `known`: only where it ends as that of an occupation does.

    Otherwise words that are not known are given with a doubt.
    """
    words = _to_the_end(summary, start)
    if known or job(summary, words):
        return job(summary, words)
    words = undescribed(words)
    if not words or len(words) > LONGEST:
        return None
    first, last = words[0].group().lower(), words[-1].group().lower()
    if first in words_that("judges") or first in words_that("no-occupation") or last in words_that("never"):
        return None
    doubt = ("IMR212", f'"{words[-1].group()}" is no occupation that is known')
    return named(summary, words)._replace(remarks=(doubt,))


def _to_the_end(summary: str, start: int) -> Words:
    """The words of a phrase, as far as one may go on with the name."""
    words: Words = []
    for token in tokens(summary, start):
        word = token.group().lower()
        if word == "and" and words and and_goes_on(summary, words, token.end()):
            words.append(token)
            continue
        if not word[0].isalpha() or ends(summary, token) or word in _PHRASE_ENDS:
            break
        named_already = bool(words) and names_occupation(words[-1].group())
        if (words and word in _ARTICLES) or (named_already and (word in _TIMES or word.endswith("ing"))):
            break
        words.append(token)
    return words


def and_goes_on(summary: str, words: Words, at: int) -> bool:
    """Whether a name goes on after "and": "truck and tractor operator", "cook and dishwasher"."""
    whole = job(summary, words) is not None
    if not whole and not undescribed(words):
        return False
    for token, _ in zip(tokens(summary, at), range(1 if whole else _AFTER_AND), strict=False):
        word = token.group().lower()
        if word in words_that("ends") or word in words_that("no-occupation") or not word[0].isalpha():
            return False
        if names_occupation(word):
            return True
    return False
