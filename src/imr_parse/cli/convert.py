"""`imr-parse convert IN.jsonl -o OUT`: records for Excel, DuckDB, pandas and R."""

from __future__ import annotations

from typing import Annotated

import typer

from imr_parse.cli import console
from imr_parse.cli import options as o
from imr_parse.cli.exits import Exit


def convert(
    ctx: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            metavar="IN.jsonl", help="Records as JSON lines, also .gz or .zst, or - .", show_default=False
        ),
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="OUT", help=".csv .xlsx .parquet .jsonl.gz .jsonl.zst")
    ],
    tables: Annotated[
        bool, typer.Option("--tables", help="Two files, letters and decisions (.csv, .parquet).")
    ] = False,
    flat: Annotated[bool, typer.Option("--flat", help="Parquet with one row a decision.")] = False,
    quiet: o.Quiet = False,
    debug: o.Debug = False,
) -> None:
    """Turn records into a table: the ending of OUT says into which."""
    # Loaded here: no other command needs it.
    from imr_parse.inputs import reason
    from imr_parse.output.convert import UnknownFormat
    from imr_parse.output.convert import convert as write
    from imr_parse.output.extras import MissingExtra
    from imr_parse.output.records import BadLine

    try:
        done = write(source, output, tables, flat)
    except (UnknownFormat, MissingExtra) as error:
        ctx.fail(str(error))
    except BadLine as error:
        console.complain(f"{error}; give the OUT.jsonl of a batch")
        raise typer.Exit(Exit.NO_RECORD) from error
    except OSError as error:
        if error.filename == source:
            console.complain(f"cannot read '{source}': {reason(error)}; check the path")
            raise typer.Exit(Exit.NO_RECORD) from error
        raise console.OutputError(
            f"cannot write '{output}': {reason(error)}; give another place with -o"
        ) from error
    if done.errors:
        console.say(f"{done.errors:,} error records were passed over: tables hold letters only")
    if done.cut:
        console.say(f"{done.cut:,} cells were cut to what Excel can hold; .csv and .parquet hold them whole")
    if not quiet:
        console.say(f"{done.records:,} letters in {' and '.join(done.paths)}")
