"""Where a paragraph starts: by the gap above a line, and where no gap is told, by the width of the line before it.

A line that wrapped leaves no room for the next line's first word. The letters are set in 12 pt Times over 468 pt; text
that was wrapped by counting characters is measured in characters. Headings are bold and so a little wider.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from imr_parse.document import Document
from imr_parse.typeface import times_width


class Start(IntEnum):
    """Whether a line starts a paragraph."""

    NO = 0
    MAYBE = 1
    YES = 2


_BOLD_EXCESS = 1.055
"""Times-Bold prose runs about this much wider than Times-Roman."""
_ROOM = 6 * 1000 / 12
"""Room that counts as room: 6 pt, in thousandths of a 12 pt em."""
_ENOUGH_LINES = 12
"""Lines that show how wide their column is."""
_FIRST_PIECE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\S*"
    r"|[^\s-]*[^\s-]-(?=\S)|\S+"
)
"""What a line may take over from the next: Word breaks after a hyphen, not after a slash, and not in a date whose spaces do not break."""
_BROKEN_WORD = re.compile(r"[^\s-][-/]$")
_SENTENCE_END = re.compile(r"[.!?:;][\"'\u201d\u2019)\]]*\s*$")


class _Room(NamedTuple):
    """What room a line left for the next line's first piece, set regular and set bold; what it left at all; its width."""

    left: float
    bold: float
    free: float
    width: float


def ends_sentence(text: str) -> bool:
    """Whether a line's words end as a sentence does."""
    return _SENTENCE_END.search(text) is not None


def in_mid_sentence(document: Document, at: int) -> bool:
    """Whether nothing sets a line apart from the one above it, which has no end: in bold it is emphasis."""
    before = document.lines[at - 1]
    return document.lines[at].opens is False and not ends_sentence(document.text[before.start : before.end])


def paragraph_starts(document: Document) -> list[Start]:
    """For each line of the document, whether it starts a paragraph.

    Gaps between printed lines are believed. Empty lines in text are believed where the width of the line before agrees.
    """
    texts = [document.text[line.start : line.end] for line in document.lines]
    spaced = keeps_wrapping_space(texts)
    text = document.reader == "text"
    starts: list[Start] = [Start.YES] if texts else []
    measured: list[Start] | None = None
    for at, line in enumerate(document.lines[1:], start=1):
        if line.opens is not None and not text:
            starts.append(Start.YES if line.opens else Start.NO)
        elif _BROKEN_WORD.search(texts[at - 1]) or (
            spaced and texts[at - 1].endswith(" ") and not line.opens
        ):
            starts.append(Start.NO)
        elif line.bold is not None:
            # geometry, and a page's first line: the lines before it are enough to measure
            starts.append(_by_width(texts[max(0, at - _ENOUGH_LINES) : at + 1])[-1])
        else:
            measured = measured or _by_width(texts)
            starts.append(_agreed(measured[at], line.opens))
    return starts


def _agreed(by_width: Start, opens: bool | None) -> Start:
    """Width and empty line together: an empty line after a full line is none, a missing one leaves a doubt."""
    if opens is None:
        return by_width
    if opens:
        return Start.YES if by_width else Start.NO
    return min(by_width, Start.MAYBE)


def keeps_wrapping_space(texts: Sequence[str]) -> bool:
    """Whether lines that wrapped still end in the space they wrapped at, as PDFium leaves it."""
    kept = sum(text.endswith(" ") for text in texts)
    return 0.3 * len(texts) < kept


def _by_width(texts: Sequence[str]) -> list[Start]:
    stripped = tuple(text.strip() for text in texts)
    room = _rooms(stripped)
    starts = [Start.YES]
    for at, (left, bold_left, *_) in enumerate(room, start=1):
        before = stripped[at - 1]
        if bold_left > _ROOM:
            starts.append(Start.YES)
        elif left > _ROOM or ends_sentence(before):
            starts.append(Start.MAYBE)
        else:
            starts.append(Start.NO)
    return starts


@lru_cache(maxsize=2)
def _rooms(texts: tuple[str, ...]) -> list[_Room]:
    """By Times-Roman or by counting characters, whichever leaves less: so the text was wrapped."""
    by_times = _room(texts, times_width)
    by_count = _room(texts, lambda text: 500.0 * len(text))
    return min(by_times, by_count, key=lambda rooms: sum(room.left > 0 for room in rooms))


def room_left(texts: Sequence[str]) -> list[tuple[float, float]]:
    """What each line but the last left free, as a share of the widest lines' width.

    Two figures: beyond the next line's first piece, which must be less than nothing where it wrapped; and beyond its own words.
    """
    rooms = _rooms(tuple(text.strip() for text in texts)) if texts else []
    widest = max((room.width for room in rooms), default=0) or 1
    return [(room.left / widest, room.free / widest) for room in rooms]


def _room(texts: Sequence[str], width: Callable[[str], float]) -> list[_Room]:
    """What room each line but the last left."""
    widths = [width(text) for text in texts]
    measure = sorted(widths, reverse=True)[len(widths) // 20]  # a few lines may be longer than the column
    rooms: list[_Room] = []
    for text, own, after in zip(texts, widths, texts[1:], strict=False):
        piece = _FIRST_PIECE.match(after)
        need = (
            own + (width(piece.group()) if piece else 0.0) + (0 if text.endswith(("-", "/")) else width(" "))
        )
        rooms.append(_Room(measure - need, measure - need * _BOLD_EXCESS, measure - own, own))
    return rooms
