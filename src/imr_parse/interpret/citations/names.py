"""Lists of section names and topics, split where one name ends: the names themselves hold commas.

The longest run of pieces that the vocabulary knows is one name. Where it knows none, a piece that goes on in
lower case belongs to the name before it ("Topical analgesics, compounded"), a capital letter or a number begins
a name.
"""

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from imr_parse.interpret.meaning import key

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
LONGEST_NAME = 6  # pieces between commas
_PAGE = re.compile(
    r"(?:(?:pages?|pgs?\.?|pp?\.)(?:\(s\))?:?\s*)?(\d{1,4}(?:\s?[-\u2013]\s?\d{1,4})?)$", re.IGNORECASE
)
_LEAD = re.compile(r"(?:and\s+|&\s+)?(?:(?:up)?on\s+(?=the\s))?(?:see\s+also\s+|see\s+)?", re.IGNORECASE)
TAIL = re.compile(r"(?<=[\w)])[\s,:-]*\s(?:sub)?(?:headings?|topics?|sections?)$", re.IGNORECASE)
"""What may stand behind a name and is no part of it: "Opioids section"."""
_TAILS = tuple(
    f"{sub}{word}{s}" for sub in (" ", " sub") for word in ("heading", "topic", "section") for s in ("", "s")
)
_COMMAS = re.compile(r"[,;>]")
_SIGNS = re.compile(r"[(),;>]")
_BOTH = re.compile(r"\s(?:and|&)\s")


class Name(NamedTuple):
    """One name of a list at `text[start:end]`; `known` where the vocabulary has it."""

    start: int
    end: int
    known: bool


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans between commas, semicolons and " > " outside brackets, without white space around them; no empty ones."""
    if not _COMMAS.search(text, start, end):
        a, b = trimmed(text, start, end)
        return [(a, b)] if a < b else []
    cuts, depth = [], 0
    opened = text.count("(", start, end)
    signs = _SIGNS if opened and opened == text.count(")", start, end) else _COMMAS
    for sign in signs.finditer(text, start, end):
        if sign[0] == "(":
            depth += 1
        elif sign[0] == ")":
            depth -= 1
        elif depth <= 0 and (sign[0] != ">" or text[sign.start() - 1 : sign.end() + 1] == " > "):
            cuts.append(sign.start())
    found, at = [], start
    for cut in (*cuts, end):
        piece = text[at:cut].lstrip(" ")
        if piece:
            a = cut - len(piece)
            found.append((a, a + len(piece.rstrip(" "))))
        at = cut + 1
    return found


def trimmed(text: str, start: int, end: int, strip: str = " ") -> tuple[int, int]:
    """The span without the characters of `strip` at its ends."""
    while start < end and text[start] in strip:
        start += 1
    while start < end and text[end - 1] in strip:
        end -= 1
    return start, end


def page(piece: str) -> str | None:
    """The number or range of a piece that names a page and nothing else."""
    found = _PAGE.match(piece)
    return found[1] if found else None


class _Piece(NamedTuple):
    """A piece of a list without the "and" before it: where it stands, and its key without and with that.

    `opened` is the key up to a colon, where one stands in it: behind a name that is known more may be said.
    """

    start: int
    end: int
    key: str
    led: str
    opened: str | None = None


def _piece(text: str, start: int, end: int) -> _Piece:
    lead = _LEAD.match(text, start, end) if text[start] in "aA&s" else None
    if lead is None or lead.end() >= end or lead.end() == start:
        own = _key(text[start:end])
        colon = text.find(":", start, end)
        return _Piece(start, end, own, own, key(text[start:colon]) if colon > 0 else None)
    own = _key(text[lead.end() : end])
    return _Piece(lead.end(), end, own, f"and {own}".rstrip())


def _key(name: str) -> str:
    """The key of a name without the words that say what it is one of."""
    own = key(name)
    return own.rpartition(" ")[0] if own.endswith(_TAILS) else own


def names(text: str, start: int, end: int, known: Container[str]) -> Iterator[Name]:
    """The names of the list `text[start:end]`; pages are left to the caller, as names."""
    parts = [_piece(text, a, b) for a, b in pieces(text, start, end)]
    first = 0
    while first < len(parts):
        last = _last_of_known(parts, first, known)
        if last > first:
            yield Name(parts[first].start, parts[last].end, True)
        else:
            while last + 1 < len(parts) and _goes_on(text, parts[last + 1], known):
                last += 1
            whole = parts[first].key if last == first else None
            yield from _joined_by_and(text, parts[first].start, parts[last].end, known, whole)
        first = last + 1


def _last_of_known(parts: list[_Piece], first: int, known: Container[str]) -> int:
    """The last piece of the longest name that is known; the first one where no longer name is."""
    longest, words = first, parts[first].key
    for last in range(first + 1, min(len(parts), first + LONGEST_NAME)):
        part = parts[last]
        if part.opened is not None and f"{words} {part.opened}" in known:
            return last
        words = f"{words} {part.led}".strip()
        if words in known:
            longest = last
    return longest


def _goes_on(text: str, part: _Piece, known: Container[str]) -> bool:
    return text[part.start].islower() and page(text[part.start : part.end]) is None and part.key not in known


def _joined_by_and(
    text: str, start: int, end: int, known: Container[str], whole: str | None
) -> Iterator[Name]:
    """One name, or two where the vocabulary knows both sides of an "and" and not the whole."""
    if (_key(text[start:end]) if whole is None else whole) not in known:
        for both in _BOTH.finditer(text, start, end):
            if _key(text[start : both.start()]) in known and _key(text[both.end() : end]) in known:
                yield Name(start, both.start(), True)
                yield Name(both.end(), end, True)
                return
        yield Name(start, end, False)
    else:
        yield Name(start, end, True)
