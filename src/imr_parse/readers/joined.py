"""Lines that pdftotext joined: it takes away the hyphen at a line's end, and sets the next line behind it.

Where the hyphen stood is told by the column, which ends within a word there, and by that word: a date whose hyphens are
one too few, or a word that the same text prints with its hyphen elsewhere. Where they do not tell it the line stays as long as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_parse.typeface import times_width

_ENOUGH_LINES = 12
"""Lines that show how wide their column is."""
_LONG = 1.05
"""Of the column: a line that holds another's words; no line that a tool left whole is so long."""
_NARROWER, _WIDER = 0.01, 0.01
"""Of the column: by so much it may be narrower or wider than most of the widest lines."""
_LEAST = 800.0
"""Width of a letter and a hyphen, in thousandths of an em: the least that stood at a line's end."""
_BROKEN = re.compile(r"\w\w-\s{0,9}$")
"""A line that ends in a hyphen: the tool leaves none but at a page's end."""
_PIECE = re.compile(r"\S+")
_DATE = re.compile(r"\(?(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])-(?:\d{2}|(?:19|20)\d{2})[.,;:)]{0,2}")
_CORE = re.compile(r"\w(?:\S{0,38}\w)?")
_USUAL = re.compile(
    r"(?:non(?=steroid|opioid|certif|surgical|operative|specific|weight)|anti(?=inflam)|follow(?=ups?\b)|peer(?=review)"
    r"|H\d(?=receptor|block|antag))",
    re.IGNORECASE,
)
"""Words that are printed with a hyphen, up to it: where the column ends in no other word, it stood there."""


def joints(lines: list[str]) -> dict[int, int]:
    """By the index of a line that two were joined to, where the second begins; only where their hyphen is sure."""
    if len(lines) < _ENOUGH_LINES:
        return {}
    lengths = sorted(map(len, lines), reverse=True)
    usual = lengths[len(lines) // 20]
    if lengths[0] <= _LONG * usual:
        return {}
    long = [number for number, line in enumerate(lines) if len(line) > _LONG * usual]
    if sum(map(bool, map(_BROKEN.search, lines))) > len(long):
        return {}
    column = sorted(map(times_width, map(str.strip, lines)), reverse=True)[len(lines) // 20]
    whole = "\n".join(lines)
    places = ((number, _break(lines[number], column, whole)) for number in long)
    return {number: at for number, at in places if at is not None}


def _break(line: str, column: float, whole: str) -> int | None:
    """The only place within a word at the column's end where a hyphen is sure to have stood; what follows fills no more than a line."""
    words = [
        found
        for found in _PIECE.finditer(line)
        if times_width(line[: found.start()]) + _LEAST <= (1 + _WIDER) * column
        and times_width(line[: found.end()]) >= (1 - _NARROWER) * column
    ]
    places = [place for word in words for place in _hyphens(word, whole)]
    if not places and len(words) == 1:
        core = _CORE.search(words[0][0])
        usual = _USUAL.match(core[0]) if core else None
        places = [words[0].start() + core.start() + usual.end()] if core and usual else []
    if len(places) != 1 or times_width(line[places[0] :]) > (1 + _WIDER) * column:
        return None
    return places[0]


def _hyphens(printed: re.Match[str], whole: str) -> Iterator[int]:
    """Where in a word a hyphen stood by its form as a date, or by the same word elsewhere."""
    core = _CORE.search(printed[0])
    if core is None:
        return
    word, first = core[0], printed.start() + core.start()
    inner = [at for at in range(1, len(word)) if word[at - 1].isalnum() and word[at].isalnum()]
    split = {at: f"{word[:at]}-{word[at:]}" for at in inner}
    sure = [at for at, said in split.items() if _DATE.fullmatch(said)]
    sure = sure or [at for at, said in split.items() if _stands(said, whole)]
    yield from (first + at for at in sure)


def _stands(word: str, whole: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", whole, re.IGNORECASE) is not None
