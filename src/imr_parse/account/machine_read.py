"""Signs that a text was read from a picture by character recognition: then any letter or figure of it may be wrong.

A rule of the header's table, or a figure 1, becomes a bar; specks of a fax become stops within sentences and quotation
marks within words. People mistype otherwise: one such stop proves nothing, several in different words do.
"""

from __future__ import annotations

import re

from imr_parse.document import Span

_FOR_A_FIGURE = "|!\u2018\u201c"
_SURE = re.compile(
    r"[|!\u2018\u201c](?:"
    r"(?<=[a-z:;,.] \|)(?= (?:to|or|of|and|in|per|x|times?|hours?|days?|weeks?|months?|years?|visits?|sessions?)\b|,| \d)"
    r"|(?<=\d\|)(?=[\s,.\d])|(?<=\s\|)(?=\d)"
    r"|(?<=[\s\d]!)(?=\d)|(?<=\d!)(?= \d)|(?<=[\u2018\u201c])(?=[\"'][A-Za-z]))"
)
"""A bar where a 1 stands, or before what a cell of a table holds; quotation marks of two makes before a word. A letterhead may
have bars too, between names and addresses."""
_DATE = re.compile(r"1 1(?<!\S1 1)([/-])\d{1,2}\1\s?\d")
"""A date with a space within its month, for 11 is thin."""
_SPECK = re.compile(
    r"[.:;,'\u2018](?:(?<=[a-z]{3}[.:;])(?=[a-z])|(?<=[a-z]{4}\.)(?= [a-z]{2})|(?<=[a-z]{2}['\u2018])(?=[a-z]{3})"
    r"|(?<=[a-z] \u2018)(?=[a-z]{2}[^\u2019]{80})"
    r"|(?:(?<=[a-z]{4},)|(?<=\d{4},))(?=\s(?:The|There|However|This|These|As such)\b))"
)
"""A stop within a word, or before one in small letters; a comma before a sentence; a quotation mark within a word, or that is
not closed."""
_SENTENCES = re.compile(r"[a-z]\.\s[A-Z]")
"""A text that was set in small letters alone has none, and a stop before each small letter."""
_LINK = re.compile(r"www\.|https?:|[/@\\_]|\.(?:com|org|gov|net|edu|html?|pdf)\b", re.IGNORECASE)
_BARS = 2
_AROUND = 30
"""Letters on each side that tell a word, or a link."""
_ENOUGH = 3
"""So many specks, in different words, are no typing mistakes: of 411 clean letters none had one."""


def machine_read(text: str) -> list[Span]:
    """Where signs of character recognition stand, in order; nothing where there are too few to tell."""
    if any(sign in text for sign in _FOR_A_FIGURE):
        sure = [Span(*found.span()) for found in _SURE.finditer(text) if not _in_table(text, found.start())]
        if sure:
            return sure
    specks = {_word(text, found.start()): Span(*found.span()) for found in _SPECK.finditer(text)}
    places = [span for word, span in specks.items() if not _LINK.search(word)]
    if len(places) >= _ENOUGH and _SENTENCES.search(text):
        return sorted(places)
    return [Span(*found.span()) for found in _DATE.finditer(text)]


def _in_table(text: str, at: int) -> bool:
    """Whether the line is a row of a table in plain text: bars divide it, and stand at its ends."""
    line = text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0].strip()
    return line.count("|") > _BARS or line.startswith("|") or line.endswith("|")


def _word(text: str, at: int) -> str:
    """What stands around an offset without a space, and the word before it."""
    before = text[max(0, at - _AROUND) : at].split()
    after = text[at : at + _AROUND].split()
    return (before[-1] if before else "") + (after[0] if after else "")
