"""The reader of plain text: UTF-8 with or without a mark, UTF-16, Windows-1252; LF or CRLF; form feeds end pages.

Text that was extracted elsewhere may have an empty line after every line, and a space at the end of every line: both
are taken away, for they say nothing. What remains of empty lines is a paragraph gap.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from dataclasses import replace

from imr_parse.document import Damage, Document
from imr_parse.readers.assemble import Printed, assemble
from imr_parse.readers.hyphens import resolved
from imr_parse.readers.joined import joints
from imr_parse.readers.margins import plain_bytes, without_margins

SAMPLE = 4096
"""Bytes at a file's beginning that tell what it is."""

_HEAD = re.compile(r"\n#{1,6} ")
_STRONG = re.compile(r"\*\*|__(?:(?<![\w\\]__)(?=[^\s_])|(?<=[^\s_\\]__)(?!\w))")
"""Heads and strong words (CommonMark 0.31, 4.2 and 6.2): `__` stands at a word's edge, or is a blank to be filled in."""
_EMPHASIS = re.compile(r"(?<![\w*\\])([*_]{1,3})(?=[^\s*_])([^\n]{1,400}?)(?<=[^\s*_\\])\1(?![\w*])")
_RULE = re.compile(r"(?<=\n) {0,3}(?:(?:[-*_][ \t]{0,3}){3,99}|={3,99})(?=\r?\n)")
"""A rule, or the line under a head (CommonMark 0.31, 4.1 and 4.3)."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A sign that is no mark, after a backslash (CommonMark 0.31, 2.4)."""
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5}|#x[0-9A-Fa-f]{2,4});")
"""Character references (HTML Standard, 13.1.4): of text that was taken from a web page; no letter prints them."""
_ZEROS = 0.3
"""Share of zero bytes that tells UTF-16 without a mark from stray control characters."""
_MARKS = 6
"""So many marks of Markdown are no chance."""
_PADDED = 0.8
"""Share of lines with a space at their end in a text that was padded with one."""
_SPACED = 0.9
"""Share of lines with empty ones before them in a text that was spaced out."""
_LATIN_ZEROS = 0.4
"""Share of zeros among every second byte that tells UTF-16 of Latin letters."""
_LINE_END = re.compile(r"\r\n|\r|\n|\x0b|\x85|\u2028|\u2029")


def looks_like_utf16(data: bytes) -> bool:
    """UTF-16 without a mark: of Latin text every second byte is zero."""
    head = data[:SAMPLE]
    return max(head[0::2].count(0), head[1::2].count(0)) > _LATIN_ZEROS * len(head)


def decode(data: bytes) -> tuple[str, bool]:
    """The text in these bytes, and whether its encoding was a guess. Never fails: what is no Unicode is Windows-1252."""
    if data.startswith(codecs.BOM_UTF8):
        return data.decode("utf-8-sig", "replace"), False
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), False
    if data.count(0) > _ZEROS * len(data):
        big = data[0::2].count(0) > data[1::2].count(0)
        return data.decode("utf-16-be" if big else "utf-16-le", "replace"), True
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), True


def _without_markdown(text: str) -> str:
    """Text that a converter wrote as Markdown loses its marks."""
    if text.count("*") + text.count("_") + text.count("#") < _MARKS:
        return text
    plain, heads = _HEAD.subn("\n", "\n" + text)
    plain, strong = _STRONG.subn("", plain)
    plain, words = _EMPHASIS.subn(r"\2", plain)
    if heads + strong + words < _MARKS:
        return text
    return _ESCAPED.sub(r"\1", _RULE.sub("", plain[1:]))


def read_text(data: bytes) -> Document:
    """The Document of a text file; pages only where it has form feeds, bold never."""
    raw_text, guessed = decode(plain_bytes(data))
    plain = _ENTITY.sub(lambda found: html.unescape(found[0]), raw_text) if "&" in raw_text else raw_text
    text = resolved(_without_markdown(without_margins(plain)), guessed=guessed)
    printed, blanks = _printed(text)
    _mark_gaps(printed, blanks)
    if sum(line.text.endswith(" ") for line in printed) > _PADDED * len(printed):
        for line in printed:
            line.text = line.text.rstrip()
    for number, at in reversed(joints([line.text for line in printed]).items()):
        line = printed[number]
        printed[number : number + 1] = [
            replace(line, text=f"{line.text[:at]}-"),
            replace(line, text=line.text[at:], opens=False),
        ]
    pages = text.count("\f") + 1 if "\f" in text else None
    damage = tuple(_blank_pages({line.page for line in printed if line.page is not None}))
    return assemble(printed, data, "text", pages=pages, damage=damage, guessed=guessed)


def _printed(text: str) -> tuple[list[Printed], list[int]]:
    """The lines that hold words, and before each the number of empty ones."""
    printed: list[Printed] = []
    blanks: list[int] = []
    blank = 0
    page = 1
    paged = "\f" in text
    for raw in _LINE_END.split(text):
        for at, words in enumerate(raw.split("\f")):
            page += at > 0
            if not words.strip():
                blank += at == 0
                continue
            printed.append(Printed(words.lstrip("\ufeff \t"), page if paged else None))
            blanks.append(blank)
            blank = 0
    return printed, blanks


def _blank_pages(with_words: set[int]) -> Iterator[Damage]:
    """Pages without words between others; programs differ in whether form feeds stand before the first and after the last."""
    for number in range(min(with_words, default=1), max(with_words, default=1)):
        if number not in with_words:
            yield Damage("IMR303", number, "the page is blank")


def _mark_gaps(printed: list[Printed], blanks: list[int]) -> None:
    """Set `opens` where more empty lines stand than between the lines of a paragraph."""
    between = blanks[1:]
    if not any(between):
        return
    spaced = sum(n > 0 for n in between) >= _SPACED * len(between)
    usual = min(n for n in between if n) if spaced else 0
    if spaced and not any(n > usual for n in between):
        return
    for at, (line, count) in enumerate(zip(printed, blanks, strict=True)):
        line.opens = None if at == 0 or printed[at - 1].page != line.page else count > usual
