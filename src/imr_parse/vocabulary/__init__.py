"""What the field calls things, as data files with their source; docs/vocabulary.md says how to mend them.

A file is read when it is first asked for, once a process.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

Row = Mapping[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of `vocabulary/<name>.tsv` by column name, in file order.

    Raises ValueError where a row has more or fewer cells than the head line: a mended file is mended wrongly.
    """
    head, *lines = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    columns = head.split("\t")
    table = []
    for number, line in enumerate(lines, start=2):
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise ValueError(
                f"{name}.tsv, line {number}: {len(cells)} cells, the head line has {len(columns)}"
            )
        table.append(MappingProxyType(dict(zip(columns, cells, strict=True))))
    return tuple(table)


def several(cell: str) -> tuple[str, ...]:
    """The members of a cell that holds a list: they stand apart by semicolons."""
    return tuple(filter(None, map(str.strip, cell.split(";"))))


def column(table: Iterable[Row], name: str) -> tuple[str, ...]:
    """One column of a table, without its empty cells."""
    return tuple(row[name] for row in table if row[name])
