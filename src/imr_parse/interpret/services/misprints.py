"""Words with a typing error: the one word of the vocabularies that they are near to, where it is one.

One letter too many, too few, another, or two neighbours exchanged; in long words two such errors. The first letter
is taken to be right. What is a word of its own (vocabulary/plain-words.tsv) is no misprint.
"""

from collections import Counter
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import OSA

from imr_parse import vocabulary
from imr_parse.interpret.services import body
from imr_parse.interpret.services.names import forms, meanings
from imr_parse.interpret.services.words import Words

SHORT, LEAST, LONG = 4, 5, 10
"""Letters of a word in which neighbours may be exchanged, of one that may be mended, of one that may have two errors."""
_OFTEN = 3  # phrases that a word of services stands in, that is no mere part of some device's name
_TELLING = 9  # letters of a word that says by itself what it belongs to


class Misprint(NamedTuple):
    """A word that was mended to `meant`; "" where it is near to several, None where it was left as it is."""

    start: int
    end: int
    meant: str | None


def mended(said: Words) -> tuple[Words, list[Misprint]]:
    """The words with misprints mended, and all that no vocabulary knows."""
    known = _known()
    unknown = [
        at for at, key in enumerate(said.keys) if key not in known and len(key) >= SHORT and key.isalpha()
    ]
    if not unknown:
        return said, []
    keys, found = list(said.keys), []
    for at in unknown:
        meant = _meant(keys[at])
        found.append(Misprint(said.starts[at], said.ends[at], meant))
        keys[at] = meant or keys[at]
    return Words(keys, said.starts, said.ends), found


@lru_cache(maxsize=4096)
def _meant(word: str) -> str | None:
    """The one word that is near; "" where there are several, None where there is none."""
    if word in _plain(word[0]):
        return None
    targets = _targets().get(word[0], {})
    likely = [one for one in targets if -2 <= len(one) - len(word) <= 2]
    if len(word) < LEAST:
        likely = [one for one in likely if sorted(one) == sorted(word)]
    near = [one for one in likely if OSA.distance(word, one, score_cutoff=1) <= 1]
    if not near and len(word) >= LONG:
        likely = [one for one in likely if len(one) >= LONG and targets[one]]
        near = [one for one in likely if OSA.distance(word, one, score_cutoff=2) <= 2]
    if not near:
        return None
    drugs = set(map(_drug, near))
    return near[0] if len(near) == 1 or (len(drugs) == 1 and None not in drugs) else ""


def is_near(word: str) -> bool:
    """Whether a word that was not mended looks like one of a vocabulary all the same: two errors in a short word."""
    word = word.lower()
    if len(word) <= LEAST or word in _plain(word[0]):
        return False
    likely = (one for one in _targets().get(word[0], ()) if len(one) > LEAST)
    return any(OSA.distance(word, one, score_cutoff=2) <= 2 for one in likely)


def _drug(word: str) -> tuple[str, bool] | None:
    """The drug that a word names by itself, and whether as a brand: two spellings of one name are one."""
    meaning = meanings().value((word,))
    return (meaning.drugs[0].name, meaning.is_brand) if meaning and meaning.drugs else None


@cache
def _known() -> frozenset[str]:
    """All words of the vocabularies, as they are compared."""
    return frozenset(
        chain(
            chain.from_iterable(meanings().keys()),
            chain.from_iterable(body.part_phrases().keys()),
            chain.from_iterable(forms().keys()),
            body.first_words(),
        )
    )


@cache
def _targets() -> dict[str, dict[str, bool]]:
    """By first letter the words that may be meant, True for those of drugs, parts and sides.

    The others are words of forms, and of services those that stand in several phrases or are long.
    """
    parts = chain.from_iterable(key for key, part in body.part_phrases().items() if part)
    drugs = chain.from_iterable(key for key, meaning in meanings().items() if meaning.drugs)
    names = {one for one in chain(parts, body.SIDES) if len(one) >= SHORT}
    names.update(one for one in drugs if len(one) >= LEAST)
    often = Counter(chain.from_iterable(meanings().keys()))
    telling = (one for one, times in often.items() if times >= _OFTEN or len(one) >= _TELLING)
    kinds = {one for one in chain(telling, chain.from_iterable(forms().keys())) if len(one) >= LEAST}
    by_letter: dict[str, dict[str, bool]] = {}
    for one in sorted(names | kinds):
        by_letter.setdefault(one[0], {})[one] = one in names
    return by_letter


@cache
def of_parts() -> frozenset[str]:
    """The words of body parts and sides."""
    return frozenset(chain(chain.from_iterable(body.part_phrases().keys()), body.SIDES))


@cache
def _plain(letter: str) -> frozenset[str]:
    """Words with this first letter that are near to a name and mean something else."""
    rows = vocabulary.rows("plain-words")
    return frozenset(
        chain.from_iterable(vocabulary.several(row["words"]) for row in rows if row["letter"] == letter)
    )
