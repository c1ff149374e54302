"""Lists of names: states of licensure and certifications, against the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from imr_parse.interpret.reading import Reading
from imr_parse.landmarks.find import fold
from imr_parse.running import running
from imr_parse.vocabulary import column, rows

_SLIP = 84
"""A name this much like a known one is a slip of the pen."""
_NO_NAME = re.compile(r"[^A-Za-z0-9 &.,'\u2019()/\u2013-]")
_LETTERS = 3
"""A slip adds or drops so many letters at most."""
_COMMA = re.compile(r"[,;]")
_AND = re.compile(r"\s*(?:and|&)\s+", re.IGNORECASE)
_JOINT = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_UNFINISHED = re.compile(r"(?:[&/(-]|\b(?:and|of))\Z", re.IGNORECASE)
_STOP = re.compile(r"\s*\.\s*\Z")


@cache
def _known(kind: str) -> dict[str, str]:
    table = "states" if kind == "licensure_states" else "specialties"
    name = "state" if kind == "licensure_states" else "specialty"
    return {fold(word).replace("and", ""): word for word in column(rows(table), name)}


@lru_cache(maxsize=1024)
def read_names(words: str, kind: str) -> tuple[Reading, ...]:
    """Each name of a comma list, as printed. `kind`: licensure_states or certifications. Many letters hold the same list."""
    return tuple(_names(words, kind))


def _names(words: str, kind: str) -> Iterator[Reading]:
    at = 0
    pieces: list[tuple[int, int]] = []
    for comma in _COMMA.finditer(words):
        pieces.append((at, comma.start()))
        at = comma.end()
    pieces.append((at, len(words)))
    pieces = [piece for piece in pieces if words[slice(*piece)].strip()]
    for piece in _rejoin(words, pieces, kind):
        for start, end in _joined(words, *piece, kind):
            text = words[start:end]
            first = start + len(text) - len(text.lstrip())
            last = start + len(text.rstrip())
            name = running(words[first:last])
            yield Reading(name, first, last, tuple(remarks(name, kind)))


def _joined(words: str, start: int, end: int, kind: str) -> Iterator[tuple[int, int]]:
    """The names in a piece between commas: two that "and" joins, and without the list's "and" or its final stop."""
    lead, stop = _AND.match(words, start, end), _STOP.search(words, start, end)
    if lead and known_name(words[lead.end() : end].rstrip(" ."), kind):
        start = lead.end()
    last = stop.start() if stop else end
    if known_name(words[start:last], kind):
        end = last
    if not known_name(words[start:end], kind):
        for joint in _JOINT.finditer(words, start, end):
            if known_name(words[start : joint.start()], kind) and known_name(words[joint.end() : last], kind):
                yield from ((start, joint.start()), (joint.end(), last))
                return
    yield start, end


def _rejoin(words: str, pieces: list[tuple[int, int]], kind: str) -> Iterator[tuple[int, int]]:
    """A known name that holds a comma stays one ("Endocrinology, Diabetes and Metabolism")."""
    known = _known(kind)
    at = 0
    while at < len(pieces):
        start, end = pieces[at]
        for ahead in (2, 1):
            if at + ahead < len(pieces) and "," in known.get(_key(words[start : pieces[at + ahead][1]]), ""):
                end = pieces[at + ahead][1]
                at += ahead
                break
        yield start, end
        at += 1


def known_name(name: str, kind: str) -> bool:
    """Whether the vocabulary has this name, in any case and spacing, with "and" or "&"."""
    return _key(name) in _known(kind)


def _key(name: str) -> str:
    return fold(name).replace("and", "")


def remarks(name: str, kind: str) -> Iterator[tuple[str, str]]:
    """What is to be said of a name: nothing, a slip with the likely word, or that it is not known."""
    known = _known(kind)
    key = _key(name)
    if _NO_NAME.search(name):
        yield "IMR211", "it holds signs that no name has"
    if _UNFINISHED.search(name):
        yield "IMR212", "it breaks off: a name does not end so"
    if key in known:
        return
    if _FIGURE.search(name):
        yield "IMR212", "a figure stands in it, as in no name"
        return
    close = (
        process.extractOne(key, list(known), scorer=fuzz.ratio, score_cutoff=_SLIP) if len(key) > 4 else None
    )
    if (
        close is not None
        and abs(len(close[0]) - len(key)) <= _LETTERS
        and not _foreign(name, known[close[0]])
    ):
        yield "IMR409", f"'{known[close[0]]}' may be meant"
    else:
        yield "IMR212", "it is not in the vocabulary"


def _foreign(name: str, likely: str) -> bool:
    """Whether a word in capitals among others stands in a name that the likely one does not have."""
    due = likely.lower().split()
    return not name.isupper() and any(
        word.isupper() and len(word) > 1 and word.lower() not in due for word in name.split()
    )
