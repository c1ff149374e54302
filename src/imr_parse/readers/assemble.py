"""Printed lines of any reader become the canonical Document."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from imr_parse.document import Damage, Document, Line

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad]")
_WIDTHLESS = re.compile(r"[\u200b-\u200f\u2060\ufeff]")
_GAP = 1.3
"""A baseline distance of more than this times the letter's line pitch starts a paragraph (pitch 13.8 pt, gap 27.6)."""


@dataclass(slots=True)
class Printed:
    """One line as a reader found it."""

    text: str
    page: int | None
    bold: bool | None = None
    baseline: float | None = None
    """Points above the page's bottom edge; None where there is no geometry."""
    opens: bool | None = None
    """Whether it starts a paragraph; None where that cannot be told."""
    glyph: int = -1
    """Index of its first character on the page as the reader counts; -1 for none."""


def mark_paragraphs(printed: list[Printed]) -> None:
    """Set `opens` from the gaps between baselines; a page's first line stays None, as does one that moves up."""
    drops: list[float | None] = []
    page: int | None = None
    baseline: float | None = None
    for line in printed:
        drop = None
        if line.page == page and baseline is not None and line.baseline is not None:
            drop = baseline - line.baseline
        drops.append(drop)
        page, baseline = line.page, line.baseline
    gaps = sorted([drop for drop in drops if drop is not None and drop > 1])
    # The pitch is the lower quartile: in a letter of short paragraphs most gaps are wide.
    wide = _GAP * gaps[len(gaps) // 4] if gaps else 0.0
    for line, drop in zip(printed, drops, strict=True):
        line.opens = None if drop is None or drop < -1 else drop > wide


def clean(text: str) -> str:
    """One line in NFC without control characters; tabs become spaces.

    A control character shows as U+FFFD: in a PDF it is a glyph that the file gives no character for.
    """
    text = unicodedata.normalize("NFC", _WIDTHLESS.sub("", text.replace("\t", " ")))
    shown = {"Cc": "\ufffd", "Cs": "\ufffd", "Zs": " "}
    return "".join(char if char == "\xa0" else shown.get(unicodedata.category(char), char) for char in text)


def assemble(
    printed: list[Printed],
    data: bytes,
    reader: str,
    *,
    pages: int | None,
    damage: Sequence[Damage] = (),
    guessed: bool = False,
) -> Document:
    """The Document of these lines: blank lines go, paragraph gaps become an empty line, page ends a form feed.

    `data`: the file's bytes. `guessed`: of a text file, whether its encoding was a guess.
    """
    pieces: list[str] = []
    lines: list[Line] = []
    dropped: list[int] = []
    at = 0
    page = 1
    for line in printed:
        text = line.text
        if not (text.isascii() and text.isprintable()):
            text = clean(text)
        if line.baseline is None and not text.isascii() and _CONTROL.search(line.text):
            controls = [found.start() for found in _CONTROL.finditer(line.text)]
            text = clean(_CONTROL.sub("", line.text))
            dropped += [at + min(offset, len(text)) for offset in controls]
        if not text or text.isspace():
            continue
        if line.page is not None and line.page > page:
            pieces.append("\f" * (line.page - page))
            at += line.page - page
            page = line.page
        elif line.opens and pieces:
            pieces.append("\n")
            at += 1
        lines.append(Line(at, at + len(text), line.page, line.bold, line.opens, line.glyph, line.baseline))
        pieces.append(text)
        pieces.append("\n")
        at += len(text) + 1
    if pages is not None and pages > page:
        pieces.append("\f" * (pages - page))
    last = [line.baseline for line in printed if line.page == page and line.baseline is not None]
    return Document(
        "".join(pieces),
        tuple(lines),
        pages,
        reader,
        "text/plain" if reader == "text" else "application/pdf",
        hashlib.sha256(data).hexdigest(),
        tuple(damage),
        foot=min(last, default=None),
        guessed=guessed,
        dropped=tuple(dropped),
    )
