"""`imr-parse text`: the canonical text of a letter, into which evidence points."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from imr_parse import pipeline
from imr_parse.cli import console
from imr_parse.cli import options as o
from imr_parse.cli.data import Style, print_data
from imr_parse.cli.single import letter


def text(
    ctx: typer.Context,
    file: o.File,
    sections: Annotated[
        bool, typer.Option("--sections", help="The raw sections with their places, as JSON.")
    ] = False,
    reader: o.WhichReader = o.Reader.PDFIUM,
    layout: o.Layout = None,
    max_size: o.MaxSize = o.SIZE,
    max_pages: o.MaxPages = o.PAGES,
    compact: o.Compact = False,
    indent: o.Indent = None,
    color: o.WhenColor = console.Color.AUTO,
    debug: o.Debug = False,
) -> None:
    """Print the text that offsets point into. A page ends with a form feed."""
    options = o.options(reader=reader, layout=layout, max_size=max_size, max_pages=max_pages)
    style = Style.choose(ctx, compact, indent, color)
    with letter(file, options, debug) as data:
        if sections:
            rows = pipeline.sections(data, options)
        else:
            words = pipeline.read_document(data, options).text
    if sections:
        print_data(rows, style)
        return
    if console.on_terminal():
        words = re.sub(r"[^\n\f -~]", lambda match: console.plain(match[0]), words)
    with console.Sink() as sink:
        sink.write(words.encode())
