"""Parquet: records as they are, nested, or as flat tables. Dates are dates.

The nested schema is made from the models, so that it follows them.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from itertools import islice
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from imr_parse.output.extras import need, pyarrow
from imr_parse.output.lines import Record
from imr_parse.output.tables import Table
from imr_parse.record import Determination

BATCH = 2000
"""Records in one row group: a few MB of memory, and large enough to read fast."""

_SCALARS = {str: "string", int: "int64", float: "float64", bool: "bool_", date: "date32"}
_COLUMNS = {"string": "string", "integer": "int64", "number": "float64", "boolean": "bool_", "date": "date32"}


def write_nested(records: Iterable[Record], path: str) -> None:
    """One row a letter, in the record's own shape. Raises MissingExtra."""
    arrow = pyarrow()
    schema = arrow.schema(list(_fields(arrow, Determination)))
    with _writer(path, schema) as writer:
        for batch in _batches(records):
            for record in batch:
                _dates(record, Determination)
            writer.write_table(arrow.Table.from_pylist(batch, schema=schema))


def write_tables(records: Iterable[Record], paths: dict[Table, str]) -> None:
    """Each table into its file. Raises MissingExtra."""
    arrow = pyarrow()
    with ExitStack() as stack:
        writers = []
        for table, path in paths.items():
            schema = arrow.schema([(c.name, getattr(arrow, _COLUMNS[c.type])()) for c in table.columns])
            writers.append((table, schema, stack.enter_context(_writer(path, schema))))
        for batch in _batches(records):
            for table, schema, writer in writers:
                rows = [row for record in batch for row in table.rows(record)]
                columns = list(zip(*rows, strict=True)) if rows else [()] * len(table.columns)
                arrays = [
                    arrow.array(_as_dates(values) if column.type == "date" else values, type=field.type)
                    for column, values, field in zip(table.columns, columns, schema, strict=True)
                ]
                writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))


def _writer(path: str, schema: Any) -> Any:
    return need("pyarrow.parquet", "Parquet", "parquet").ParquetWriter(path, schema, compression="zstd")


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    stream = iter(records)
    while batch := list(islice(stream, BATCH)):
        yield batch


def _as_dates(values: Iterable[Any]) -> list[date | None]:
    return [None if value is None else date.fromisoformat(value) for value in values]


def _fields(arrow: Any, model: type[BaseModel]) -> Iterator[Any]:
    for name, field in model.model_fields.items():
        yield arrow.field(name, _type(arrow, field.annotation))


def _type(arrow: Any, annotation: Any) -> Any:
    """The Arrow type of a model's annotation; tuples of one kind are lists."""
    annotation = _bare(annotation)
    if _is_model(annotation):
        return arrow.struct(list(_fields(arrow, annotation)))
    if get_origin(annotation) is tuple:
        return arrow.list_(_type(arrow, get_args(annotation)[0]))
    return getattr(arrow, _SCALARS[annotation])()


def _dates(value: Record, model: type[BaseModel]) -> None:
    """Make dates of a record's ISO texts, in place: Arrow does not read them itself."""
    for name, field in model.model_fields.items():
        found, annotation = value.get(name), _bare(field.annotation)
        if found is None:
            continue
        if annotation is date:
            value[name] = date.fromisoformat(found)
        elif _is_model(annotation):
            _dates(found, annotation)
        elif get_origin(annotation) is tuple and _is_model(inner := _bare(get_args(annotation)[0])):
            for row in found:
                _dates(row, inner)


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _bare(annotation: Any) -> Any:
    """An annotation without Annotated, without None, and a Literal as the type of its values."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _bare(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        kinds = [_bare(part) for part in get_args(annotation) if part is not type(None)]
        return float if float in kinds else kinds[0]  # a whole number is a float too
    if origin is Literal:
        return type(get_args(annotation)[0])
    return annotation
