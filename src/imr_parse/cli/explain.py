"""`imr-parse explain`: which layout and why; where a value comes from, by which rule, with which doubts."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Iterator
from json import dumps as to_json
from typing import Annotated, Any

import typer

from imr_parse import pipeline
from imr_parse.cli import console
from imr_parse.cli import options as o
from imr_parse.cli.data import Style, print_data
from imr_parse.cli.single import letter
from imr_parse.explain import NoSuchValue
from imr_parse.inputs import shown

WIDEST = 110
LONGEST = 240
"""Characters of a value that are shown; the record has the whole."""


def explain(
    ctx: typer.Context,
    file: o.File,
    pointer: Annotated[
        str | None,
        typer.Argument(metavar="POINTER", help="One value, as a JSON pointer.", show_default=False),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The same as JSON, for programs.")] = False,
    reader: o.WhichReader = o.Reader.PDFIUM,
    cross_check: o.CrossCheck = False,
    layout: o.Layout = None,
    max_size: o.MaxSize = o.SIZE,
    max_pages: o.MaxPages = o.PAGES,
    compact: o.Compact = False,
    indent: o.Indent = None,
    color: o.WhenColor = console.Color.AUTO,
    debug: o.Debug = False,
) -> None:
    """Tell where values come from, and which layout was chosen and why."""
    options = o.options(
        reader=reader,
        cross_check=cross_check,
        layout=layout,
        max_size=max_size,
        max_pages=max_pages,
    )
    if pointer is not None:
        pointer = f"/{pointer.strip('/')}" if pointer.strip("/") else None
    style = Style.choose(ctx, compact, indent, color)
    with letter(file, options, debug) as data:
        try:
            told = pipeline.explain(data, shown(file), options, pointer)
        except NoSuchValue as error:
            raise typer.BadParameter(console.plain(str(error))) from None
    if json:
        print_data([told], style)
        return
    width = min(shutil.get_terminal_size().columns, WIDEST)
    with console.Sink() as sink:
        for line in _lines(told, width):
            sink.write(f"{line}\n".encode())


def _lines(told: dict[str, Any], width: int) -> Iterator[str]:
    """The explanation for a reader, wrapped to the width."""
    layout = told["layout"]
    yield from _wrapped(f"layout {layout['name']}, score {layout['score']}", width)
    second = layout["runner_up"]
    yield from _wrapped(f"next best: {second['name']}, score {second['score']}" if second else "", width, 2)
    exact = [mark for mark in layout["landmarks"] if mark["met"] == "exact"]
    yield from _wrapped(f"landmarks met exactly: {len(exact)}", width, 2)
    for mark in layout["landmarks"]:
        if mark["met"] != "exact":
            yield from _wrapped(f"met otherwise ({mark['met']}): {mark['words']}", width, 2)
    for words in layout["missed"]:
        yield from _wrapped(f"not met: {words}", width, 2)
    for row in told["values"]:
        yield ""
        yield from _value(row, width)
    for row in told["doubts"]:
        yield ""
        yield from _wrapped(row["path"] or "the whole record", width)
        yield from _doubts([row], width)
    for row in told["left_over"]:
        yield ""
        yield from _wrapped(f"left over, {_place(row)}: {_shortened(row['text'])}", width)


def _value(row: dict[str, Any], width: int) -> Iterator[str]:
    yield from _wrapped(f"{row['path']} = {_shown(row['value'])}", width)
    source = f", from {row['from']}" if row["from"] else ""
    yield from _wrapped(f"rule: {row['rule']}{source}", width, 2)
    if row["start"] is not None:
        around = f"{row['before'].lstrip()}[…]{row['after'].rstrip()}"
        yield from _wrapped(f"{_place(row)}: {around}", width, 2)
    yield from _doubts(row["doubts"], width)


def _doubts(rows: Iterable[dict[str, Any]], width: int) -> Iterator[str]:
    for row in rows:
        yield from _wrapped(f"{row['severity']} {row['code']}: {row['message']}; {row['remedy']}", width, 2)
        yield from _wrapped(f"raised by: {row['words']}" if row["words"] else "", width, 4)


def _place(row: dict[str, Any]) -> str:
    page = f"page {row['page']}, " if row["page"] else ""
    return f"{page}characters {row['start']} to {row['end']}"


def _shown(value: object) -> str:
    """A value as people read it; what is null or true as JSON has it."""
    return _shortened(to_json(value) if value is None or isinstance(value, bool | list | dict) else value)


def _shortened(value: object) -> str:
    text = str(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} […] {text[-LONGEST // 2 :]}"


def _wrapped(text: str, width: int, indent: int = 0) -> list[str]:
    """Lines of the text, made harmless; no line for no text."""
    clean = console.plain(" ".join(text.split()))
    return textwrap.wrap(
        clean,
        width,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2),
        break_on_hyphens=False,
    )
