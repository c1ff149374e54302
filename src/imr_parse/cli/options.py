"""The arguments and options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from imr_parse.cli.console import Color, plain
from imr_parse.errors import ImrParseError
from imr_parse.pipeline import DEFAULTS, Options, layouts

MEGABYTE = 2**20


class Reader(StrEnum):
    """Which library reads a PDF."""

    PDFIUM = "pdfium"
    PDFPLUMBER = "pdfplumber"


def _layout(path: str | None) -> str | None:
    """Load a layout of the user's before any letter is read: a bad one is an error of usage."""
    try:
        layouts(Options(layout=path))
    except ImrParseError as error:
        raise typer.BadParameter(plain(f"{error.message}; {error.remedy}")) from None
    return path


Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.", show_default=False),
]
File = Annotated[
    str, typer.Argument(metavar="FILE", help="A letter, or - for standard input.", show_default=False)
]
FilesFrom = Annotated[
    str | None, typer.Option("--files-from", metavar="FILE", help="Read paths from a file, or from - .")
]
Null = Annotated[
    bool, typer.Option("--null", "-0", help="Paths in --files-from end with NUL, not with a line.")
]
Evidence = Annotated[bool, typer.Option("--evidence", help="Add where each value stands: page, box, span.")]
WhichReader = Annotated[
    Reader, typer.Option("--reader", help="Library that reads PDF.", metavar="pdfium|pdfplumber")
]
CrossCheck = Annotated[
    bool, typer.Option("--cross-check", help="Read with both libraries and warn where they differ.")
]
Layout = Annotated[
    str | None,
    typer.Option(
        "--layout",
        metavar="FILE.toml",
        callback=_layout,
        help="Read letters by this layout alone; CONTRIBUTING.md shows one.",
    ),
]
Redact = Annotated[bool, typer.Option("--redact", help="Leave out what names a party; see docs/privacy.md.")]
MaxSize = Annotated[int, typer.Option("--max-size", metavar="MB", min=1, help="Refuse larger files.")]
MaxPages = Annotated[int, typer.Option("--max-pages", metavar="N", min=1, help="Refuse longer files.")]
Compact = Annotated[bool, typer.Option("--compact", "-c", help="One object a line, on a terminal too.")]
Indent = Annotated[
    int | None, typer.Option("--indent", metavar="N", min=1, max=8, help="Indent by N, in a pipe too.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
WhenColor = Annotated[Color, typer.Option("--color", metavar="auto|always|never", help="When to colour.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show a traceback where something fails.")]

SIZE = DEFAULTS.max_size // MEGABYTE
PAGES = DEFAULTS.max_pages


def options(
    *,
    reader: Reader,
    layout: str | None,
    max_size: int,
    max_pages: int,
    cross_check: bool = False,
    evidence: bool = False,
    redact: bool = False,
) -> Options:
    """What the pipeline is told, from what the command line says; `max_size` in megabytes."""
    return Options(
        reader=reader.value,
        cross_check=cross_check,
        evidence=evidence,
        layout=layout,
        redact=redact,
        max_size=max_size * MEGABYTE,
        max_pages=max_pages,
    )


def exclude(ctx: typer.Context, *, evidence: bool, redact: bool) -> None:
    """End the command where both are asked for."""
    if evidence and redact:
        ctx.fail("--evidence and --redact exclude each other: evidence points into the letter's own text")
