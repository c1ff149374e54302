"""The letter's text as other tools leave it: with page numbers, columns, marks of Markdown, empty lines that say nothing."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable

from .forms import to_text
from .landmarks import FORMS
from .rows import HEADER_LABELS, TITLES, Letter, Rows, Truth, Untouchable, law_abiding, rows_of
from .scoring import Variant
from .weightless import changed, paragraphs


def variant(letter: Letter, rng: random.Random) -> Variant:
    """The letter as a tool's text. Raises Untouchable."""
    rows = rows_of(letter)
    how = rng.choice(list(WAYS))
    data, truth, what = WAYS[how](letter, rows, rng)
    return Variant("tools", f"{how}{what}", data, truth)


def _blank_lines(letter: Letter, rows: Rows, rng: random.Random) -> tuple[bytes, Truth, str]:
    """Empty lines at random places, where they say nothing."""
    lines = to_text(rows, rng.choice(("bare", "trailing"))).decode().split("\n")
    chance = rng.choice((0.02, 0.1, 0.3))
    text = "".join(line + ("\n\n" if rng.random() < chance else "\n") for line in lines)
    return text.encode(), letter.truth, f" at random, {chance}"


def _layout_text(letter: Letter, rows: Rows, rng: random.Random) -> tuple[bytes, Truth, str]:
    """As tools print that keep the page's look: indents, centred titles, columns, page numbers."""
    lines: list[str] = []
    feed = rng.choice(("", "\f", "\n\n\n"))
    for at, row in enumerate(law_abiding(rows)):
        turned = at > 0 and row.page != rows[min(at, len(rows) - 1)].page
        text = row.text.rstrip()
        if row.opens and at:
            lines.append("")
        if text in TITLES:
            text = text.center(90).rstrip()
        for label in list(HEADER_LABELS.values())[1:]:
            if at < 8 and f" {label}" in text:
                text = text.replace(f" {label}", f"          {label}    ")
        lines.append((feed if turned else "") + " " * 8 + text)
    return ("\n".join(lines) + "\n").encode(), letter.truth, f", page mark {feed!r}"


def _page_numbers(letter: Letter, rows: Rows, rng: random.Random) -> tuple[bytes, Truth, str]:
    """A number at the foot of each page, as other tools leave it in the text."""
    shape = rng.choice(("{n}", "Page {n} of {m}", "- {n} -", "Page {n}", "{n} of {m}", "{n}/{m}", "[{n}]"))
    last = max(row.page for row in rows)
    mark = rng.choice(("", "\f"))
    pieces = []
    for page in range(1, last + 1):
        text = to_text(
            tuple(row for row in rows if row.page == page), rng.choice(("bare", "spaced"))
        ).decode()
        pieces.append(f"{text}{shape.format(n=page, m=last)}\n")
    return mark.join(pieces).encode(), letter.truth, f" as {shape!r}, page mark {mark!r}"


def _extractor(letter: Letter, rows: Rows, rng: random.Random) -> tuple[bytes, Truth, str]:
    """What pdfplumber makes of the file, where it finds the same characters."""
    import pdfplumber

    if law_abiding(rows) != rows:  # it drops the space after a line's last slash
        raise Untouchable

    with pdfplumber.open(io.BytesIO(letter.data)) as pdf:
        layout = rng.random() < 0.3
        pages = [page.extract_text(layout=layout) or "" for page in pdf.pages]
    pages = ["\n".join(line.rstrip() for line in page.split("\n")) for page in pages]
    mark = rng.choice(("\n", "\f", "\n\n"))
    return (
        mark.join(pages).encode(),
        letter.truth,
        f" pdfplumber{' with layout' if layout else ''}, page mark {mark!r}",
    )


def _markdown(letter: Letter, rows: Rows, rng: random.Random) -> tuple[bytes, Truth, str]:
    """As converters to Markdown write: titles with a hash, bold words between stars."""
    form = FORMS[letter.form]
    mark = rng.choice(("# ", "## ", "### ", "**"))
    lines = []
    for row in paragraphs(rows, letter.form):
        text = row.text.rstrip()
        if text.startswith(form.titles()):
            text = f"**{text}**" if mark == "**" else mark + text
        elif label := next((label for label in form.labels() if text.startswith(label)), None):
            text = f"**{label}**{text[len(label) :]}"
        elif row.bold and re.search(r": \w+$", text):
            cut = text.rindex(": ") + 1
            text = f"**{text[:cut]}**{text[cut:]}"
        lines.append(text)
    return "\n\n".join(lines).encode(), letter.truth, f" with {mark!r}"


def _one_case(letter: Letter, rows: Rows, rng: random.Random) -> tuple[bytes, Truth, str]:
    """The whole letter in capitals, or in small letters."""
    return changed(rng.choice((str.upper, str.lower)), "of letters")(letter, rows, rng)


def _preamble(letter: Letter, rows: Rows, rng: random.Random) -> tuple[bytes, Truth, str]:
    """Lines of a tool before or after the letter."""
    line = rng.choice(
        (
            "Extracted on 2024-01-02",
            "-----",
            "=== letter.pdf ===",
            "filename: letter.pdf",
            "Page 1",
            "[PAGE 1]",
            "\ufeff",
            "1",
        )
    )
    text = to_text(rows, rng.choice(("bare", "spaced"))).decode()
    after = rng.random() < 0.4
    data = f"{text}{line}\n" if after else f"{line}\n{text}"
    return data.encode(), letter.truth, f" {line!r} {'after' if after else 'before'} it"


WAYS: dict[str, Callable[[Letter, Rows, random.Random], tuple[bytes, Truth, str]]] = {
    "layout kept": _layout_text,
    "page numbers": _page_numbers,
    "extracted by": _extractor,
    "markdown": _markdown,
    "one case": _one_case,
    "a tool's line": _preamble,
    "empty lines": _blank_lines,
}
