"""`imr-parse clock FILE…`: what the dates of letters come to, and by when something is to be done."""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import typer

from imr_parse import clock as law
from imr_parse.cli import console
from imr_parse.cli import options as o
from imr_parse.cli.data import print_data
from imr_parse.cli.exits import Exit
from imr_parse.cli.named import named_paths
from imr_parse.inputs import Skipped, collect
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
    skipped = Skipped()
    tally = {"inputs": 0, "failed": 0}

    def rows(stack: contextlib.ExitStack) -> Iterator[dict[str, Any]]:
        for item in collect(named_paths(ctx, paths or [], files_from, null, stack), skipped):
            tally["inputs"] += 1
            result = outcome(item, options, report)
            if isinstance(result, ErrorRecord):
                tally["failed"] += 1
                console.problem(result, item.name)
            else:
                yield asdict(law.clock(result))

    with contextlib.ExitStack() as stack:
        print_data(rows(stack), color)
    if not tally["inputs"]:
        console.complain("no letter found; give a PDF or text file, or a folder that holds some")
    if not quiet and (line := skipped.sentence()):
        console.say(line)
    raise typer.Exit(Exit.NO_RECORD if tally["failed"] or not tally["inputs"] else Exit.OK)
