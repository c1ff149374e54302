"""`imr-parse clock FILE…`: what the dates of letters come to, and by when something is to be done."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

import typer

from imr_parse import clock as law
from imr_parse.cli import console
from imr_parse.cli import options as o
from imr_parse.cli.data import print_data
from imr_parse.cli.named import named_paths
from imr_parse.cli.tally import Tally
from imr_parse.inputs import Input, Skipped, collect
from imr_parse.outcome import outcome
from imr_parse.record import ErrorRecord


def clock(
    ctx: typer.Context,
    paths: o.Paths = None,
    reader: o.WhichReader = o.Reader.PDFIUM,
    layout: o.Layout = None,
    files_from: o.FilesFrom = None,
    null: o.Null = False,
    max_size: o.MaxSize = o.SIZE,
    max_pages: o.MaxPages = o.PAGES,
    quiet: o.Quiet = False,
    color: o.WhenColor = console.Color.AUTO,
    debug: o.Debug = False,
) -> None:
    """Print by when to appeal, authorize or reimburse. Also the days between the dates of each letter."""
    options = o.options(reader=reader, layout=layout, max_size=max_size, max_pages=max_pages)
    report = traceback.print_exception if debug else None
    skipped, tally = Skipped(), Tally()

    def clocks(inputs: Iterable[Input]) -> Iterator[dict[str, Any]]:
        for item in inputs:
            result = outcome(item, options, report)
            tally.count(result)
            if isinstance(result, ErrorRecord):
                console.problem(result, item.name)
            else:
                yield asdict(law.clock(result))

    with named_paths(ctx, paths, files_from, null) as named:
        print_data(clocks(collect(named, skipped)), color)
    if not tally.inputs:
        console.nothing_found()
    if not quiet and (line := skipped.sentence()):
        console.say(line)
    raise typer.Exit(tally.exit_code(strict=False))
