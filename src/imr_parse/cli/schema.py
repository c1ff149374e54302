"""`imr-parse schema`: the record, the error record and the tables as machine-readable contracts."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from imr_parse.cli import console
from imr_parse.cli import options as o
from imr_parse.cli.data import Style, print_data
from imr_parse.output.schema import error_schema, record_schema, tables_schema


class Contract(StrEnum):
    """What can be printed."""

    RECORD = "record"
    ERROR = "error"
    TABLES = "tables"


SCHEMAS = {Contract.RECORD: record_schema, Contract.ERROR: error_schema, Contract.TABLES: tables_schema}


def schema(
    ctx: typer.Context,
    contract: Annotated[Contract, typer.Argument(metavar="record|error|tables")] = Contract.RECORD,
    compact: o.Compact = False,
    indent: o.Indent = None,
    color: o.WhenColor = console.Color.AUTO,
) -> None:
    """Print the JSON Schema of records or errors, or the tables' columns."""
    print_data([SCHEMAS[contract]()], Style.choose(ctx, compact, indent, color))
