"""Lists: entries with bullets or numbers, or one a line or paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from imr_parse.interpret.reading import Reading
from imr_parse.running import running

_BULLET = re.compile(
    r"[ ]{0,12}(?P<mark>[\u2022\u25cf\u25aa\u25a0\u25e6\u25cb\u00b7\u2219\u2023\u2043\u27a2\u27a4\u25ba\u25b8\u25b6\u2666\u25c6\u2713\u2714\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d*>\u2013\u2014\u00bb\u00a7-]|o(?=\s))[ \u00a0\t]{0,12}(?=\S|$)"
)
_NUMBERED = re.compile(
    r"[ ]{0,12}\(?(?P<number>\d{1,3})(?:\.\)|[.)])(?:[ \u00a0\t]{1,12}(?=\S)|(?=[A-Za-z]))"
)
_LETTERED = re.compile(r"[ ]{0,12}\(?(?P<letter>[a-z])[.)][ \u00a0\t]{1,12}(?=\S)")
_INTRODUCTION = re.compile(r"[:.]\s*$")
_SEMICOLON = re.compile(r"\s*;\s*(?:and\s+)?")
_LONG = 420
"""An entry of a list is shorter than this."""
Begins = Sequence[tuple[int, bool | None]]


def read_list(words: str, begins: Begins) -> tuple[list[Reading], tuple[tuple[str, str], ...]]:
    """The entries as printed, without bullets and numbers, and remarks on the list as a whole.

    `begins`: each line's offset in the words, and whether something begins there (None: not sure).
    """
    lines = [
        (at, begin, words[at : words.find("\n", at) if words.find("\n", at) >= 0 else len(words)])
        for at, begin in begins
    ]
    marked = _first_mark(lines)
    if marked is None:
        return _unmarked(words, lines)
    first, kind = marked
    remarks: list[tuple[str, str]] = []
    if any(text.strip() for _, _, text in lines[:first]) and not _INTRODUCTION.search(lines[first - 1][2]):
        remarks.append(("IMR209", "words stand before its first entry"))
    entries: list[list[int]] = []  # [start of its words, end]
    expected = 1
    for at, begin, text in lines[first:]:
        mark = _mark(text, kind, expected)
        if mark is not None:
            entries.append([at + mark, at + len(text)])
            expected += 1
            continue
        other = _BULLET.match(text) or (_NUMBERED.match(text) if kind != "number" else None)
        if other and begin is not False and not text.lstrip().startswith(("-", "\u2013")):
            remarks.append(("IMR207", "a line in it may begin an entry of its own"))
        elif begin and entries:
            remarks.append(("IMR207", "a paragraph in it has no mark"))
        elif kind == "number" and (odd := _NUMBERED.match(text)) and int(odd["number"]) > expected:
            remarks.append(("IMR207", "its numbers do not run on"))
        entries[-1][1] = at + len(text)
    return list(_readings(words, entries, remarks)), tuple(dict.fromkeys(remarks))


def _first_mark(lines: Sequence[tuple[int, bool | None, str]]) -> tuple[int, str] | None:
    """The first line of the first entry, and the kind of mark: "number", "letter", or the bullet itself."""
    for index, (_, _, text) in enumerate(lines):
        number = _NUMBERED.match(text)
        if number and int(number["number"]) == 1:
            return index, "number"
        letter = _LETTERED.match(text)
        if letter and letter["letter"] == "a":
            return index, "letter"
        bullet = _BULLET.match(text)
        if bullet and index < 6:
            return index, bullet["mark"]
    return None


def _mark(text: str, kind: str, expected: int) -> int | None:
    """The offset after the mark that begins an entry of this kind."""
    if kind == "number":
        found = _NUMBERED.match(text)
        return found.end() if found and int(found["number"]) == expected else None
    if kind == "letter":
        found = _LETTERED.match(text)
        return found.end() if found and ord(found["letter"]) - ord("a") + 1 == expected else None
    found = _BULLET.match(text)
    return found.end() if found and found["mark"] == kind else None


def read_treatments(words: str, begins: Begins) -> tuple[list[Reading], tuple[tuple[str, str], ...]]:
    """The same for the treatments in dispute, which may also stand in one line, apart by semicolons."""
    readings, remarks = read_list(words, begins)
    if len(readings) != 1 or remarks:
        return readings, remarks
    start, end = readings[0].start, readings[0].end
    if ";" not in words[start:end]:
        return readings, remarks
    pieces: list[list[int]] = []
    at = start
    for found in _SEMICOLON.finditer(words, start, end):
        pieces.append([at, found.start()])
        at = found.end()
    pieces.append([at, end])
    return list(_readings(words, pieces, [])), ()


def _unmarked(
    words: str, lines: Sequence[tuple[int, bool | None, str]]
) -> tuple[list[Reading], tuple[tuple[str, str], ...]]:
    remarks: list[tuple[str, str]] = []
    entries: list[list[int]] = []
    for at, begin, text in lines:
        if not text.strip():
            continue
        if begin is None and entries:
            remarks.append(("IMR207", "a line in it may begin an entry of its own"))
        if begin is not False or not entries:
            entries.append([at, at + len(text)])
        else:
            entries[-1][1] = at + len(text)
    if len(entries) > 1 and words[entries[0][0] : entries[0][1]].rstrip().endswith(":"):
        entries = entries[1:]
    return list(_readings(words, entries, remarks)), tuple(dict.fromkeys(remarks))


def _readings(
    words: str, entries: Sequence[Sequence[int]], remarks: list[tuple[str, str]]
) -> Iterator[Reading]:
    for start, end in entries:
        text = words[start:end]
        first = start + len(text) - len(text.lstrip())
        last = start + len(text.rstrip())
        if first >= last:
            remarks.append(("IMR202", "an entry has no words"))
            continue
        if last - first > _LONG:
            remarks.append(("IMR209", "an entry is longer than one is"))
        yield Reading(running(words[first:last]), first, last)
