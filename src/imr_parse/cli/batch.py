"""`imr-parse batch PATH… -o OUT.jsonl`: a durable job; records and errors to files, progress to standard error."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from imr_parse.cli import console
from imr_parse.cli import options as o
from imr_parse.cli.named import named_paths
from imr_parse.inputs import SUFFIXES
from imr_parse.record import STANDARD_INPUT

CONVERTED = (".csv", ".xlsx", ".parquet", ".gz", ".zst")
"""Endings of what is made from records later."""


def batch(
    ctx: typer.Context,
    paths: o.Paths = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="OUT.jsonl", help="Where the records go; errors go beside them."
        ),
    ] = None,
    redo: Annotated[
        bool, typer.Option("--redo", help="Read all letters again; replace OUT at the end.")
    ] = False,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", metavar="N", min=1, help="Workers. [default: usable cores]")
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", min=0.1, help="Most time for one letter.")
    ] = 60,
    max_memory: Annotated[
        int, typer.Option("--max-memory", metavar="MB", min=16, help="Most memory for one letter (Linux).")
    ] = 1024,
    summary: Annotated[
        str | None, typer.Option("--summary", metavar="FILE.json", help="Write the closing counts as JSON.")
    ] = None,
    log: Annotated[
        str | None,
        typer.Option("--log", metavar="FILE.jsonl", help="Append what happened, without letter text."),
    ] = None,
    cluster: Annotated[
        str | None, typer.Option("--cluster", metavar="tcp://HOST:8786", help="Read on a dask cluster.")
    ] = None,
    evidence: o.Evidence = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 3 where a record needs review.")] = False,
    reader: o.WhichReader = o.Reader.PDFIUM,
    cross_check: o.CrossCheck = False,
    layout: o.Layout = None,
    redact: o.Redact = False,
    files_from: o.FilesFrom = None,
    null: o.Null = False,
    max_size: o.MaxSize = o.SIZE,
    max_pages: o.MaxPages = o.PAGES,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Without a terminal: a line on progress each half minute.")
    ] = False,
    quiet: o.Quiet = False,
    debug: o.Debug = False,
) -> None:
    """Read many letters on all cores into OUT.jsonl and OUT.errors.jsonl. Started again, it goes on where it was."""
    if output is None:
        ctx.fail("batch needs -o OUT.jsonl; to print records use `imr-parse PATH`")
    if output.lower().endswith(CONVERTED):
        ctx.fail(
            f"batch writes JSON lines; make '{console.plain(output)}' from them with `imr-parse convert`"
        )
    if output.lower().endswith(SUFFIXES):
        ctx.fail(f"'{console.plain(output)}' is named like a letter; name the output OUT.jsonl")
    o.exclude(ctx, evidence=evidence, redact=redact)
    # Pools and processes are loaded by this command only.
    from imr_parse.batch.platforms import usable_cores
    from imr_parse.batch.worker import Work
    from imr_parse.cli.batch_run import Request, run

    work = Work(
        options=o.options(
            reader=reader,
            cross_check=cross_check,
            evidence=evidence,
            layout=layout,
            redact=redact,
            max_size=max_size,
            max_pages=max_pages,
        ),
        timeout=timeout,
        max_memory=max_memory * o.MEGABYTE,
    )
    with named_paths(ctx, paths, files_from, null) as named:
        request = Request(
            paths=named,
            countable=paths or [] if files_from is None and STANDARD_INPUT not in (paths or []) else None,
            output=Path(output),
            work=work,
            workers=jobs or usable_cores(),
            redo=redo,
            cluster=cluster,
            strict=strict,
            summary=summary,
            log=log,
            verbose=verbose,
            quiet=quiet,
        )
        raise typer.Exit(run(request))
