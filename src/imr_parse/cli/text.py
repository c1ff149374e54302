"""`imr-parse text`: the canonical text of a letter, into which evidence points."""

from __future__ import annotations

import re

from imr_parse import pipeline
from imr_parse.cli import console
from imr_parse.cli import options as o
from imr_parse.cli.single import letter


def text(
    file: o.File,
    reader: o.WhichReader = o.Reader.PDFIUM,
    layout: o.Layout = None,
    max_size: o.MaxSize = o.SIZE,
    max_pages: o.MaxPages = o.PAGES,
    debug: o.Debug = False,
) -> None:
    """Print the text that offsets point into; a page ends with a form feed."""
    options = pipeline.Options(
        reader=reader.value, layout=layout, max_size=max_size * o.MEGABYTE, max_pages=max_pages
    )
    with letter(file, options, debug) as data:
        document = pipeline.read_document(data, options)
    shown = document.text
    if console.on_terminal():
        shown = re.sub(r"[^\n\f -~]", lambda match: console.plain(match[0]), shown)
    with console.Sink() as sink:
        sink.write(shown.encode())
