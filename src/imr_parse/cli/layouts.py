"""`imr-parse layouts`: the letter layouts that are known, with the landmarks that tell them apart."""

from __future__ import annotations

from dataclasses import asdict

import typer

from imr_parse import pipeline
from imr_parse.cli import console
from imr_parse.cli import options as o
from imr_parse.cli.data import Style, print_data


def layouts(
    ctx: typer.Context,
    layout: o.Layout = None,
    compact: o.Compact = False,
    indent: o.Indent = None,
    color: o.WhenColor = console.Color.AUTO,
) -> None:
    """Print the landmarks of the known layouts, or of one of your own."""
    print_data(
        (
            {"name": row.name, "about": row.about, "landmarks": [asdict(mark) for mark in row.landmarks]}
            for row in pipeline.layouts(pipeline.Options(layout=layout))
        ),
        Style.choose(ctx, compact, indent, color),
    )
