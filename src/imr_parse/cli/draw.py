"""`imr-parse draw`: a letter's pages as pictures, with its sections and values boxed."""

from __future__ import annotations

import os
import re
from typing import Annotated

import typer

from imr_parse import pipeline
from imr_parse.cli import console
from imr_parse.cli import options as o
from imr_parse.cli.exits import Exit
from imr_parse.cli.named import protect
from imr_parse.cli.single import letter
from imr_parse.cli.tally import some
from imr_parse.output.targets import PICTURE
from imr_parse.readers import media_type

_NUMBER = re.compile(r"%0?(\d?)d")
"""Where a page's number goes, as in other tools: `%d`, `%02d`."""


def draw(
    ctx: typer.Context,
    file: o.File,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="page-%d.png", help="Where the pictures go; %d is the page's number."
        ),
    ] = None,
    dpi: Annotated[
        int, typer.Option("--dpi", metavar="N", min=36, max=400, help="Pixels to the inch.")
    ] = 110,
    reader: o.WhichReader = o.Reader.PDFIUM,
    layout: o.Layout = None,
    max_size: o.MaxSize = o.SIZE,
    max_pages: o.MaxPages = o.PAGES,
    quiet: o.Quiet = False,
    debug: o.Debug = False,
) -> None:
    """Draw the pages of a PDF letter. Sections are tinted, values framed, and doubtful values in thick red."""
    if output is None or not output.lower().endswith(".png"):
        ctx.fail("draw needs -o with a name that ends in .png, such as -o page-%d.png")
    options = o.options(reader=reader, layout=layout, max_size=max_size, max_pages=max_pages)
    with letter(file, options, debug) as data:
        if media_type(data) != "application/pdf":
            console.complain("only a PDF has pages to draw, this letter is text; use `imr-parse explain`")
            raise typer.Exit(Exit.NO_RECORD)
        pages = list(pipeline.pictures(data, options, dpi))
    if len(pages) > 1 and not _NUMBER.search(output):
        ctx.fail(
            f"the letter has {len(pages)} pages; put %d for the page's number into the name, as in page-%d.png"
        )
    names = (_named(output, number) for number, _ in enumerate(pages, start=1))
    protect(ctx, (file, layout), [(name, PICTURE) for name in names])
    for number, picture in enumerate(pages, start=1):
        with console.Sink(_named(output, number)) as sink:
            sink.write(picture)
    if not quiet:
        console.say(f"{some(len(pages), 'page')} drawn, from {_named(output, 1)}")


def _named(output: str, page: int) -> str:
    """The file of one page. Only the file's name is a pattern, not the folders before it."""
    folder, name = os.path.split(output)
    return os.path.join(folder, _NUMBER.sub(lambda match: str(page).zfill(int(match[1] or 0)), name))
