"""Bytes of the file flipped, zeroed, cut, doubled or put in. The truth stays; a refusal is as good as a flag."""

from __future__ import annotations

import io
import random
import re

import pikepdf

from .forms import to_text
from .rows import Letter, rows_of
from .scoring import Variant

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_OBJECT = re.compile(rb"\d+ 0 obj\b.*?endobj", re.DOTALL)


def variant(letter: Letter, rng: random.Random) -> Variant:
    """The letter's file with a few bytes changed."""
    data = bytearray(letter.data)
    if rng.random() < 0.08:
        return _fonts(letter, rng)
    how = rng.choice(
        (
            "flip",
            "flip",
            "flip in streams",
            "flip in streams",
            "zero",
            "cut",
            "double",
            "insert",
            "tail",
            "index",
            "objects",
            "noise",
            "digits",
        )
    )
    count = rng.choice((1, 1, 1, 2, 3, 5, 10, 20, 40))
    streams = [found.span(1) for found in _STREAM.finditer(data)]
    if how in ("flip", "flip in streams", "objects", "index", "noise", "digits"):
        for _ in range(count):
            at = _spot(data, how, streams, rng)
            data[at] = (
                rng.randrange(256)
                if how == "noise"
                else 48 + rng.randrange(10)
                if how == "digits"
                else data[at] ^ 1 << rng.randrange(8)
            )
    else:
        size = min(len(data) // 2, rng.choice((1, 1, 4, 16, 100, 512, 2000)))
        at = rng.randrange(len(data) - size)
        if how == "zero":
            data[at : at + size] = bytes(size)
        elif how == "cut":
            del data[at : at + size]
        elif how == "double":
            data[at:at] = data[at : at + size]
        elif how == "insert":
            data[at:at] = rng.randbytes(size)
        else:
            del data[len(data) - rng.randint(1, len(data) - 100) :]
        count = size
    return Variant("damage", f"{how}, {count}", bytes(data), letter.truth, ("*",))


def _spot(data: bytearray, how: str, streams: list[tuple[int, int]], rng: random.Random) -> int:
    """Where to damage: anywhere, in a stream, in an object outside of streams, or in the file's index."""
    if how == "flip in streams" and streams:
        start, end = rng.choice(streams)
        return rng.randrange(start, max(start + 1, end))
    if how == "index":
        start = max(data.rfind(b"xref"), data.rfind(b"/XRef"), 0)
        return rng.randrange(start, len(data))
    if how in ("objects", "digits"):
        for _ in range(50):
            at = rng.randrange(len(data))
            if not any(start <= at < end for start, end in streams) and (
                how == "objects" or chr(data[at]).isdigit()
            ):
                return at
    return rng.randrange(len(data))


def of_text(letter: Letter, rng: random.Random) -> Variant:
    """Text with bytes that no letter prints: control characters, broken UTF-8, signs of a failed decoding."""
    data = bytearray(to_text(rows_of(letter), rng.choice(("bare", "spaced", "form-feeds"))))
    count = rng.choice((1, 1, 2, 5, 20, 100))
    for _ in range(count):
        data[rng.randrange(len(data))] = rng.choice((*range(1, 9), *range(14, 32), *range(128, 256)))
    return Variant("bytes", f"bytes of text, {count}", bytes(data), letter.truth, ("*",))


def _fonts(letter: Letter, rng: random.Random) -> Variant:
    """Fonts without their table of characters or of widths."""
    how = rng.choice(("without ToUnicode", "without Widths"))
    with pikepdf.open(io.BytesIO(letter.data)) as pdf:
        fonts = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"
        ]
        for font in rng.sample(fonts, rng.randint(1, len(fonts))) if fonts else ():
            key = "/" + how.split()[-1]
            if key in font:
                del font[key]
        out = io.BytesIO()
        pdf.save(out, static_id=True)
    return Variant("damage", f"fonts {how}", out.getvalue(), letter.truth, ("*",))
