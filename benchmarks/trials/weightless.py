"""The letter's text without bold, and mostly without gaps and page marks; and what else text goes through."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from imr_parse.pipeline import read_document
from imr_parse.running import running
from samples import _curl

from .forms import TEXT_FORMS, to_pdf, to_text
from .landmarks import FORMS
from .rows import (
    HEADER_LABELS,
    TITLES,
    Letter,
    Row,
    Rows,
    Truth,
    Untouchable,
    break_text,
    joined,
    law_abiding,
    mapped,
    rows_of,
    without_furniture,
)
from .scoring import Variant


def variant(letter: Letter, rng: random.Random) -> Variant:
    """The letter as text, in one of many forms. Raises Untouchable."""
    rows = rows_of(letter)
    how = rng.choice(list(WAYS))
    data, truth, what = WAYS[how](letter, rows, rng)
    return Variant("weightless", f"{how}{what}", data, truth)


def control(letter: Letter, rng: random.Random) -> Variant:
    """The letter as it is, or its lines set anew in a PDF: what the trials' own tools leave unchanged."""
    if rng.random() < 0.5:
        return Variant("control", "the letter itself", letter.data, letter.truth)
    try:
        return Variant("control", "its lines set anew", to_pdf(rows_of(letter)), letter.truth)
    except UnicodeEncodeError as problem:
        raise Untouchable from problem


_ENTRY = re.compile(r"(?:[\u2022\u00b7o*-]|\(?\d{1,2}[.)]) (?=[A-Z0-9(])")


def paragraphs(rows: Rows, form: str) -> list[Row]:
    """Each paragraph as one row; lines of the header and credentials stay alone."""
    made: list[Row] = []
    labels, titles = FORMS[form].labels(), FORMS[form].titles()
    alone = True
    for row in law_abiding(without_furniture(rows)):
        title = row.text.strip().startswith(titles)
        entry = form != "final-determination-2014" and _ENTRY.match(row.text)
        if made and not (row.opens or title or alone or entry or row.text.startswith(labels)):
            glue = "" if re.search(r"[^\s\-\u2010-\u2015][-/]$", made[-1].text) else " "
            made[-1] = replace(made[-1], text=made[-1].text.rstrip() + glue + row.text)
        else:
            made.append(row)
        alone = row.text.strip() in titles or alone and not any(each.text.startswith(titles) for each in made)
    return made


def _lines(letter: Letter, rows: Rows, rng: random.Random) -> tuple[bytes, Truth, str]:
    form = rng.choice(TEXT_FORMS)
    return to_text(rows, form), letter.truth, f", {form}"


def _wrapped(letter: Letter, rows: Rows, rng: random.Random) -> tuple[bytes, Truth, str]:
    width = rng.choice((40, 60, 66, 72, 76, 80, 80, 80, 90, 100, 120, 160))
    gap = rng.choice(("", "\n"))
    hyphens = rng.random() < 0.5
    text = gap.join(
        "".join(f"{line.rstrip()}\n" for line in break_text(row.text, width, at_hyphens=hyphens))
        for row in paragraphs(rows, letter.form)
    )
    return (
        text.encode(),
        letter.truth,
        f" to {width} columns, {'empty line' if gap else 'nothing'} between paragraphs",
    )


def _unwrapped(letter: Letter, rows: Rows, rng: random.Random) -> tuple[bytes, Truth, str]:
    gap = rng.choice(("\n", "\n\n", "\n\n\n", "\r\n", " \n"))
    return (
        gap.join(row.text.rstrip() for row in paragraphs(rows, letter.form)).encode(),
        letter.truth,
        f", {gap!r} between",
    )


def _round_trip(letter: Letter, rows: Rows, rng: random.Random) -> tuple[bytes, Truth, str]:
    text = read_document(letter.data).text
    if rng.random() < 0.3:
        text = text.replace("\f", "\n\n")
        return text.encode(), letter.truth, ", page marks as empty lines"
    return text.encode(), letter.truth, ""


def changed(
    change: Callable[[str], str], what: str
) -> Callable[[Letter, Rows, random.Random], tuple[bytes, Truth, str]]:
    def make(letter: Letter, rows: Rows, rng: random.Random) -> tuple[bytes, Truth, str]:
        form = rng.choice(("bare", "spaced", "form-feeds", "trailing"))
        changed = tuple(replace(row, text=change(row.text)) for row in rows)
        return to_text(changed, form), mapped(letter.truth, change), f" {what}, {form}"

    return make


def _encoded(letter: Letter, rows: Rows, rng: random.Random) -> tuple[bytes, Truth, str]:
    encoding = rng.choice(("utf-16", "utf-16-le", "utf-8-sig", "cp1252", "utf-16-be"))
    form = rng.choice(("bare", "spaced", "form-feeds"))
    try:
        return to_text(rows, form).decode().encode(encoding), letter.truth, f" in {encoding}, {form}"
    except UnicodeEncodeError as problem:
        raise Untouchable from problem


def _spaces(letter: Letter, rows: Rows, rng: random.Random) -> tuple[bytes, Truth, str]:
    """Other white space between words, and around lines."""
    what, old, new = rng.choice((
        ("doubled after stops", ". ", ".  "), ("no-break", " ", "\u00a0"), ("tabs", " ", "\t"), ("doubled", " ", "  "),
        ("some no-break", "the ", "the\u00a0"), ("thin", " of ", "\u2009of "),
    ))  # fmt: skip
    form = rng.choice(("bare", "spaced"))
    text = to_text(rows, form).decode()
    return text.replace(old, new).encode(), letter.truth, f" {what}, {form}"


def _header(letter: Letter, rows: Rows, rng: random.Random) -> tuple[bytes, Truth, str]:
    """The header's table in another order of cells."""
    if letter.form != "final-determination-2014":
        raise Untouchable
    start = next((at for at, row in enumerate(rows) if row.text.strip() == TITLES[0]), 0)
    if not start or not letter.truth["case"].get("case_number"):
        raise Untouchable
    words = running(joined(rows[:start]))
    cut = "|".join(map(re.escape, HEADER_LABELS.values()))
    values = re.split(f"({cut})", words)[1:]
    pairs = [(values[at], values[at + 1].strip()) for at in range(0, len(values) - 1, 2)]
    if len(pairs) != len(HEADER_LABELS):
        raise Untouchable
    way = rng.choice(("a line each", "value on its own line", "split label", "one line", "shuffled", "tabs"))
    if way == "shuffled":
        rng.shuffle(pairs)
    if way == "value on its own line":
        lines = [line for pair in pairs for line in pair]
    elif way == "one line":
        lines = [" ".join(f"{label} {value}" for label, value in pairs)]
    elif way == "tabs":
        lines = [
            "\t".join(f"{label}\t{value}" for label, value in pairs[at : at + 2])
            for at in range(0, len(pairs), 2)
        ]
    else:
        lines = [f"{label} {value}" for label, value in pairs]
    if way == "split label" and lines[-1].startswith("Application Received: "):
        received = pairs[-1][1]
        lines[-2:] = [f"{lines[-2]} Application {received}", "Received:"]
    head = tuple(Row(line, 1, False, None if at == 0 else False) for at, line in enumerate(lines))
    form = rng.choice(("bare", "spaced"))
    return to_text(head + rows[start:], form), letter.truth, f": {way}, {form}"


def _quoted(text: str) -> str:
    return _curl(text)


def _ligatures(text: str) -> str:
    return text.replace("ffi", "\ufb03").replace("fi", "\ufb01").replace("fl", "\ufb02")


def _empty_lines(letter: Letter, rows: Rows, rng: random.Random) -> tuple[bytes, Truth, str]:
    """An empty line after every line."""
    lines = to_text(rows, rng.choice(("bare", "trailing"))).decode().split("\n")
    return rng.choice(("\n\n", "\n \n")).join(lines).encode(), letter.truth, " after every line"


WAYS: dict[str, Callable[[Letter, Rows, random.Random], tuple[bytes, Truth, str]]] = {
    "lines": _lines,
    "lines, ": _lines,
    "wrapped": _wrapped,
    "wrapped again": _wrapped,
    "unwrapped": _unwrapped,
    "round trip": _round_trip,
    "quotes": changed(_quoted, "curled"),
    "ligatures": changed(_ligatures, "set"),
    "encoded": _encoded,
    "spaces": _spaces,
    "empty lines": _empty_lines,
    "header": _header,
}
