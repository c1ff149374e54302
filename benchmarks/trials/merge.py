"""Two letters in one file, a foreign paper before or after the letter, and letters cut off."""

from __future__ import annotations

import io
import random
from dataclasses import replace

import pikepdf

from .forms import to_pdf, to_text
from .rows import Letter, Row, Untouchable, rows_of
from .scoring import Variant
from .words import FOREIGN


def variant(letter: Letter, rng: random.Random, others: tuple[Letter, ...] = ()) -> Variant:
    """The letter and another paper in one file; of two whole letters the record may be either's. Raises Untouchable."""
    other = rng.choice([each for each in others if each.name != letter.name] or [letter])
    how = rng.choice(
        (
            "two letters",
            "two letters",
            "half of another after",
            "half of another before",
            "the same twice",
            "foreign after",
            "foreign before",
            "foreign between",
        )
    )
    rows = rows_of(letter)
    count = max(row.page for row in rows)
    more = tuple(
        replace(row, page=row.page + count) for row in rows_of(letter if how == "the same twice" else other)
    )
    if how.startswith("half"):
        keep = rng.randint(1, max(1, len(more) - 1))
        more = more[:keep] if how.endswith("before") or rng.random() < 0.5 else more[keep:]
    if how.startswith("foreign"):
        lines = rng.choice(FOREIGN).split("\n")
        more = tuple(
            Row(line, count + 1, False, at == 0 or not lines[at - 1]) for at, line in enumerate(lines) if line
        )
    if how.endswith("before"):
        pages = max(row.page for row in more)
        both = more + tuple(replace(row, page=row.page + pages) for row in rows)
    elif how.endswith("between"):
        at = rng.randint(1, count)
        both = tuple(
            [row for row in rows if row.page <= at]
            + [replace(row, page=at + 1) for row in more]
            + [replace(row, page=row.page + 1) for row in rows if row.page > at]
        )
    else:
        both = rows + more
    form = rng.choice(("pdf", "pdf joined", "form-feeds", "bare", "spaced"))
    if form == "pdf joined" and how in ("two letters", "the same twice"):
        data = _joined(letter.data, letter.data if how == "the same twice" else other.data)
    else:
        try:
            data = to_pdf(both) if form.startswith("pdf") else to_text(both, form)
        except UnicodeEncodeError:
            form = "form-feeds"
            data = to_text(both, form)
    instead = other.truth if how == "two letters" else None
    speak = not how.startswith("foreign")
    return Variant(
        "merge", f"{how} ({other.name}); as {form}", data, letter.truth, ("*",), instead=instead, speak=speak
    )


def cut(letter: Letter, rng: random.Random) -> Variant:
    """The letter's end, beginning or middle gone. Raises Untouchable."""
    rows = rows_of(letter)
    form = rng.choice(("bare", "spaced", "form-feeds", "pdf"))
    how = rng.choice(("end", "end", "end", "beginning", "middle"))
    if form == "pdf":
        at = rng.randrange(1, len(rows))
        left = rows[:at] if how == "end" else rows[at:]
        if how == "middle":
            left = rows[:at] + rows[min(len(rows) - 1, at + rng.randint(1, 40)) :]
        try:
            return Variant(
                "cut", f"{how} at line {at} of {len(rows)}; as pdf", to_pdf(left), letter.truth, ("*",)
            )
        except UnicodeEncodeError as problem:
            raise Untouchable from problem
    text = to_text(rows, form).decode().rstrip("\n")
    at = rng.randrange(1, len(text))
    if how == "end":
        text = text[:at]
    elif how == "beginning":
        text = text[at:]
    else:
        text = text[:at] + text[at + rng.randint(1, 4000) :]
    return Variant("cut", f"{how} at character {at}; as {form}", text.encode(), letter.truth, ("*",))


def _joined(one: bytes, other: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(one)) as first, pikepdf.open(io.BytesIO(other)) as second:
        first.pages.extend(second.pages)
        out = io.BytesIO()
        first.save(out, static_id=True)
        return out.getvalue()
