"""Lists: entries with bullets or numbers, or one a line or paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from imr_parse.entries import EntryLine
from imr_parse.interpret.list_marks import INTRODUCTION, Row, apart, first_mark, mark_end, other_mark
from imr_parse.interpret.reading import Reading
from imr_parse.landmarks.find import fold
from imr_parse.number_words import says_again
from imr_parse.running import running
from imr_parse.titles import is_title

_SEMICOLON = re.compile(r"\s*;\s*(?:and\s+)?")
_COMMA = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_UNENDED = re.compile(
    r"(?:[,&(/-]|\b(?:and|or|the|a|of|to|from|by|for|with|in|on|dated|through|left|right))\s*$", re.IGNORECASE
)
"""How no entry ends."""
_ENDED = re.compile(r"[\d).]\s*$")
_STAMP = re.compile(r"[A-Z]{6,}")
"""A word in capitals on a line of its own."""
_FIGURES = re.compile(r"\s*\((\d{1,2})\)")
_INTRODUCTION_LINES = 4
"""Lines of a sentence that announces a list."""
_LONG = 420
"""An entry of a list is shorter than this."""
Remarks = tuple[tuple[str, str], ...]


def read_list(words: str, lines: Sequence[EntryLine]) -> tuple[list[Reading], Remarks]:
    """The entries as printed, without bullets and numbers, and remarks on the list as a whole.

    `lines`: the list's lines by their offsets in the words.
    """
    rows = [row for row in _rows(words, lines) if row.text.strip()]
    marked = first_mark(rows)
    if marked is None:
        return _unmarked(words, rows[_introduction(rows) :])
    first, kind = marked
    rows = [part for row in rows for part in apart(row, kind)]
    remarks: list[tuple[str, str]] = []
    offset = int(kind.removeprefix("number ")) - 1 if kind.startswith("number ") else 0
    if offset:
        remarks.append(("IMR207", "its numbers do not begin with 1"))
        kind = "number"
    if first and not INTRODUCTION.search(rows[first - 1].text):
        remarks.append(("IMR209", "words stand before its first entry"))
    entries: list[list[int]] = []  # [start of its words, end]
    for before, row in zip(["", *(row.text for row in rows[first:])], rows[first:], strict=False):
        mark = mark_end(row, kind, len(entries) + 1 + offset)
        if mark is not None:
            entries.append([row.line.offset + mark, row.end])
            continue
        broken = before.rstrip().endswith(("-", "/"))  # what follows is the rest of a word or date
        if other_mark(row, kind, len(entries) + offset) and row.line.wraps is not True and not broken:
            remarks.append(("IMR207", "a line in it may begin an entry of its own"))
        elif not words[slice(*entries[-1])].strip():
            pass  # the mark stands alone on its line
        elif row.line.gap or (row.line.wraps is False and not _goes_on(before, row.text)):
            remarks.append(("IMR207", "a paragraph in it has no mark"))
        entries[-1][1] = row.end
    if kind == "number" and any(
        re.search(rf"\s\(?{at + offset}[.)]{{1,2}}\s{{1,4}}[A-Z]", words[start:end])
        for at, (start, end) in enumerate(entries, start=2)
    ):
        remarks.append(("IMR207", "an entry seems to begin within a line"))
    return list(_readings(words, entries, remarks)), tuple(dict.fromkeys(remarks))


def _introduction(rows: Sequence[Row]) -> int:
    """How many lines before entries without marks are a sentence that announces them: it ends in a colon."""
    for count, row in enumerate(rows[:_INTRODUCTION_LINES], start=1):
        if row.text.rstrip().endswith(":") and count < len(rows) and rows[count].line.wraps is not True:
            return count
        if count < len(rows) and rows[count].line.wraps is False:
            return 0
    return 0


def _rows(words: str, lines: Sequence[EntryLine]) -> list[Row]:
    texts = [words[line.offset :].partition("\n")[0] for line in lines]
    return [Row(*row) for row in zip(lines, texts, ["", *texts], strict=False)]


def read_treatments(
    words: str, lines: Sequence[EntryLine], known: frozenset[str]
) -> tuple[list[Reading], Remarks]:
    """The same for the treatments in dispute, which without marks stand apart by semicolons or in lines of their own.

    `known`: the requests of the letter's items, folded; where they make up the list, they tell its entries.
    """
    rows = [row for row in _rows(words, lines) if row.text.strip()]
    if first_mark(rows) is not None:
        return read_list(words, lines)
    semicolons = _cut(words, _SEMICOLON)
    for pieces in (semicolons, [[row.line.offset, row.end] for row in rows], _cut(words, _COMMA)):
        entries = _made_of(words, pieces, known)
        if entries:
            break
    else:
        entries = semicolons if len(semicolons) > 1 and not _lines_tell(rows, len(semicolons)) else []
    if entries:
        said: list[tuple[str, str]] = []
        return list(_readings(words, entries, said)), tuple(dict.fromkeys(said))
    readings, remarks = _unmarked(words, rows)
    if len(readings) == 1 and len(known) > 1:
        remarks = (*remarks, ("IMR207", "it may hold more than one entry"))
    return readings, remarks


def _lines_tell(rows: Sequence[Row], pieces: int) -> bool:
    """Whether entries stand in lines of their own though semicolons stand in them too.

    A line that is no piece's end leaves room, or more lines than pieces there are all begin as entries do.
    """
    after = rows[1:]
    breaks = any(
        row.line.wraps is False
        and not row.before.rstrip().endswith(";")
        and not _goes_on(row.before, row.text)
        for row in after
    )
    return breaks or (pieces < len(rows) and all(row.text.lstrip()[:1].isupper() for row in after))


def _cut(words: str, separator: re.Pattern[str]) -> list[list[int]]:
    pieces: list[list[int]] = []
    at = 0
    for found in separator.finditer(words):
        pieces.append([at, found.start()])
        at = found.end()
    pieces.append([at, len(words)])
    return [piece for piece in pieces if words[slice(*piece)].strip()]


def _made_of(words: str, pieces: Sequence[Sequence[int]], known: frozenset[str]) -> list[list[int]]:
    """The pieces joined into known names, the longest first; nothing where one is left that is none."""
    entries: list[list[int]] = []
    at = 0
    while at < len(pieces):
        start = pieces[at][0]
        last = next(
            (n for n in range(len(pieces) - 1, at - 1, -1) if fold(words[start : pieces[n][1]]) in known),
            None,
        )
        if last is None:
            return []
        entries.append([start, pieces[last][1]])
        at = last + 1
    return entries


def _unmarked(words: str, rows: Sequence[Row]) -> tuple[list[Reading], Remarks]:
    """Entries without marks are paragraphs; where no gap stands between them, lines that do not wrap."""
    remarks: list[tuple[str, str]] = []
    entries: list[list[int]] = []
    gaps = any(row.line.gap for row in rows[1:])
    for before, row in zip((None, *rows), rows, strict=False):
        wraps = True if before and _goes_on(before.text, row.text) else row.line.wraps
        begins = (
            row.line.gap
            if gaps
            else wraps is False
            or (wraps is None and _ENDED.search(before.text if before else "") is not None)
        )
        unsure = wraps is None if not gaps else not row.line.gap and wraps is False
        if entries and unsure:
            remarks.append(("IMR207", "a line in it may begin an entry of its own"))
        if begins or not entries:
            entries.append([row.line.offset, row.end])
        else:
            entries[-1][1] = row.end
    return list(_readings(words, entries, remarks)), tuple(dict.fromkeys(remarks))


def _goes_on(before: str, text: str) -> bool:
    """Whether the words of two lines belong together, whatever room there was."""
    figures = _FIGURES.match(text)
    again = figures is not None and says_again(f"{before}\n{text}", len(before), int(figures[1]))
    return _UNENDED.search(before) is not None or text.lstrip()[:1].islower() or again


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
        head, *more = words[first:last].split("\n")
        if any(is_title(line) or _STAMP.fullmatch(line.strip()) for line in more) and not head.isupper():
            remarks.append(("IMR209", "a line in it reads like a title"))
        if words[first:last].count("(") != words[first:last].count(")"):
            remarks.append(("IMR210", "a bracket in it has no other"))
        if words[first:last].isdigit():
            remarks.append(("IMR209", "an entry is a number alone"))
        if last - first > _LONG:
            remarks.append(("IMR209", "an entry is longer than one is"))
        yield Reading(running(words[first:last]), first, last)
