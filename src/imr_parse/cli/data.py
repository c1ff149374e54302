"""How JSON looks on standard output: indented on a terminal, one compact object a line in a pipe, or as asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

import typer
from pydantic import BaseModel

from imr_parse.cli import console
from imr_parse.output.lines import json_block, json_line


@dataclass(frozen=True, slots=True)
class Style:
    """How objects look: one a line for programs; spread, escaped and coloured for people."""

    indent: int | None
    terminal: bool
    color: bool

    @classmethod
    def choose(
        cls,
        ctx: typer.Context,
        compact: bool,
        indent: int | None,
        color: console.Color,
        standard_output: bool = True,
    ) -> Self:
        """What the options ask for and, where they say nothing, what standard output is. Ends the command where both are given."""
        if compact and indent:
            ctx.fail("--compact and --indent exclude each other")
        terminal = standard_output and console.on_terminal()
        return cls(
            indent=None if compact else indent or (2 if terminal else None),
            terminal=terminal,
            color=standard_output and console.use_color(color),
        )

    def render(self, record: BaseModel) -> bytes:
        """A record's bytes, with the last LF."""
        return self._shown(json_line(record) if self.indent is None else json_block(record, self.indent))

    def render_plain(self, row: Mapping[str, object]) -> bytes:
        """The same of plain data."""
        separators = (",", ":") if self.indent is None else (",", ": ")
        text = json.dumps(row, ensure_ascii=False, indent=self.indent, separators=separators, default=str)
        return self._shown(text.encode() + b"\n")

    def _shown(self, data: bytes) -> bytes:
        if self.terminal or self.color:
            return console.for_terminal(data.decode(), self.color).encode()
        return data


def print_data(rows: Iterable[Mapping[str, object]], style: Style) -> None:
    """Print each of these as a JSON object. Raises OutputError."""
    with console.Sink() as sink:
        for row in rows:
            sink.write(style.render_plain(row))
