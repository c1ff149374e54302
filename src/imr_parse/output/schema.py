"""The contracts that the program prints: JSON Schema 2020-12 of the records, and the codebook of the tables."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from imr_parse.output.tables import TABLES, Column, Table
from imr_parse.record import Determination, ErrorRecord
from imr_parse.schema_version import SCHEMA_VERSION

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_schema() -> dict[str, Any]:
    """JSON Schema of one record."""
    return _schema(Determination, "record")


def error_schema() -> dict[str, Any]:
    """JSON Schema of what stands in place of a record."""
    return _schema(ErrorRecord, "error")


def tables_schema() -> dict[str, Any]:
    """The tables as a Data Package: fields with type, meaning and, as `source`, their place in the record."""
    return {
        "name": "imr-parse-tables",
        "schema_version": SCHEMA_VERSION,
        "resources": [_table(table) for table in TABLES],
    }


def _schema(model: type[BaseModel], name: str) -> dict[str, Any]:
    schema = model.model_json_schema(mode="serialization")
    return {"$schema": DIALECT, "$id": f"urn:imr-parse:{name}:{SCHEMA_VERSION}", **schema}


def _table(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "description": table.meaning,
        "schema": {"fields": [_field(column) for column in table.columns], "primaryKey": list(table.key)},
    }


def _field(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "type": column.type,
        "description": column.meaning,
        "source": column.source,
    }
