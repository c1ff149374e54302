"""`imr-parse PATH…`: records on standard output, problems on standard error."""

from __future__ import annotations

import contextlib
import difflib
import json
import os
import traceback
from collections.abc import Iterator
from typing import Annotated

import typer

from imr_parse.cli import console
from imr_parse.cli import options as o
from imr_parse.cli.data import Style
from imr_parse.cli.named import named_paths, protect
from imr_parse.cli.tally import Tally
from imr_parse.inputs import Input, Skipped, collect
from imr_parse.outcome import outcome
from imr_parse.output.targets import RECORDS, kind_beside
from imr_parse.pipeline import Options
from imr_parse.record import STANDARD_INPUT, Determination, ErrorRecord


def parse(
    ctx: typer.Context,
    paths: o.Paths = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the records to a file.")
    ] = None,
    evidence: o.Evidence = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 3 where a record needs review.")] = False,
    reader: o.WhichReader = o.Reader.PDFIUM,
    cross_check: o.CrossCheck = False,
    layout: o.Layout = None,
    redact: o.Redact = False,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes that read letters.")
    ] = 1,
    files_from: o.FilesFrom = None,
    null: o.Null = False,
    compact: o.Compact = False,
    indent: o.Indent = None,
    max_size: o.MaxSize = o.SIZE,
    max_pages: o.MaxPages = o.PAGES,
    quiet: o.Quiet = False,
    color: o.WhenColor = console.Color.AUTO,
    debug: o.Debug = False,
) -> None:
    """Print the record of each letter. This is what runs where no command is named."""
    if output == STANDARD_INPUT:  # as a name for standard output, which is where records go anyway
        output = None
    style = Style.choose(ctx, compact, indent, color, standard_output=output is None)
    o.exclude(ctx, evidence=evidence, redact=redact)
    options = o.options(
        reader=reader,
        cross_check=cross_check,
        evidence=evidence,
        layout=layout,
        redact=redact,
        max_size=max_size,
        max_pages=max_pages,
    )
    report = traceback.print_exception if debug else None
    skipped, tally = Skipped(), Tally()
    with contextlib.ExitStack() as stack:
        named = stack.enter_context(named_paths(ctx, paths, files_from, null))
        if output is not None:
            # A list may name any file, so that any may be a letter.
            kind = RECORDS if files_from else kind_beside(paths or [], output)
            protect(ctx, (*(paths or []), files_from, layout), [(output, kind)])
        sink = stack.enter_context(console.Sink(output))
        items = (item for item in collect(named, skipped) if not sink.holds(item.path))
        # Workers cannot read this process's standard input.
        workers = 1 if STANDARD_INPUT in (paths or []) else jobs
        results = (
            _read_in_parallel(items, options, workers, stack)
            if workers > 1
            else ((item, outcome(item, options, report)) for item in items)
        )
        for item, result in results:
            tally.count(result)
            if isinstance(result, ErrorRecord):
                console.problem(_with_suggestion(result, item, ctx), item.name)
                continue
            sink.write(style.render(result))
            if strict and result.needs_review:
                console.needs_review(item.name)
        kept = sink.kept()
    if kept:
        console.complain(f"no record was written; '{output}' stays as it was")
    if not tally.inputs:
        console.nothing_found()
    elif tally.inputs > 1 and not quiet:
        console.say(tally.sentence())
    if not quiet and (line := skipped.sentence()):
        console.say(line)
    raise typer.Exit(tally.exit_code(strict))


def _read_in_parallel(
    items: Iterator[Input], options: Options, workers: int, stack: contextlib.ExitStack
) -> Iterator[tuple[Input, Determination | ErrorRecord]]:
    """Each input with what came of it, in the order of the inputs."""
    # Pools and processes are loaded only where several are asked for.
    from imr_parse.batch.local import LocalPool
    from imr_parse.batch.worker import Work

    pool = LocalPool(Work(options=options), workers)
    stack.callback(pool.close)
    for item, line in pool.run(items):
        found = json.loads(line)
        yield item, (ErrorRecord if "error" in found else Determination).model_validate(found)


def _with_suggestion(record: ErrorRecord, item: Input, ctx: typer.Context) -> ErrorRecord:
    """A missing file whose name is nearly a command's was probably meant as that command."""
    if record.error.code != "IMR103" or item.path == STANDARD_INPUT or os.path.lexists(item.path):
        return record
    commands = getattr(ctx.parent and ctx.parent.command, "commands", {})
    update = {"message": f"no such file '{item.name}'"}
    near = difflib.get_close_matches(item.path, commands, 1)
    if item.path in commands:
        update["remedy"] = f"the command stands before options and files: `imr-parse {item.path} …`"
    elif item.path in ("help", "version"):
        update["remedy"] = f"did you mean `imr-parse --{item.path}`?"
    elif near:
        update["remedy"] = f"did you mean the command '{near[0]}'?"
    return record.model_copy(update={"error": record.error.model_copy(update=update)})
