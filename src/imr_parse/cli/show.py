"""`imr-parse show`: one record for a person to read."""

from __future__ import annotations

from imr_parse import pipeline
from imr_parse.cli import console
from imr_parse.cli import options as o
from imr_parse.cli.single import letter
from imr_parse.inputs import shown


def show(
    file: o.File,
    reader: o.WhichReader = o.Reader.PDFIUM,
    cross_check: o.CrossCheck = False,
    layout: o.Layout = None,
    redact: o.Redact = False,
    max_size: o.MaxSize = o.SIZE,
    max_pages: o.MaxPages = o.PAGES,
    color: o.WhenColor = console.Color.AUTO,
    debug: o.Debug = False,
) -> None:
    """Show one record in panels, with what to do about each doubt."""
    options = o.options(
        reader=reader,
        cross_check=cross_check,
        layout=layout,
        redact=redact,
        max_size=max_size,
        max_pages=max_pages,
    )
    with letter(file, options, debug) as data:
        record = pipeline.parse_bytes(data, shown(file), options)
    from imr_parse.cli.panels import render  # rich is slow to import, and only this command needs it

    with console.Sink() as sink:
        sink.write(render(record, console.use_color(color)).encode())
