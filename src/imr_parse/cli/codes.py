"""`imr-parse codes`: every diagnostic and error with meaning and remedy."""

from __future__ import annotations

import difflib
from typing import Annotated

import typer

from imr_parse.cli import console
from imr_parse.cli import options as o
from imr_parse.cli.data import Style, print_data
from imr_parse.codes import CODES, lookup


def codes(
    ctx: typer.Context,
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="A code or its name.", show_default=False)
    ] = None,
    compact: o.Compact = False,
    indent: o.Indent = None,
    color: o.WhenColor = console.Color.AUTO,
) -> None:
    """Print what each diagnostic and error means and what to do about it."""
    style = Style.choose(ctx, compact, indent, color)
    try:
        rows = list(CODES.values()) if code is None else [lookup(code)]
    except KeyError:
        near = difflib.get_close_matches(code or "", [row.name for row in CODES.values()], 1)
        hint = f"; did you mean '{near[0]}'?" if near else "; `imr-parse codes` lists them all"
        raise typer.BadParameter(f"no such code '{code}'{hint}") from None
    print_data((row._asdict() for row in rows), style)
