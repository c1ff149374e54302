"""Contracts and other plain data as JSON: indented on a terminal, one object a line in a pipe."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from imr_parse.cli import console


def print_data(rows: Iterable[Mapping[str, object]], color: console.Color) -> None:
    """Print each of these as a JSON object. Raises OutputError."""
    terminal, colored = console.on_terminal(), console.use_color(color)
    with console.Sink() as sink:
        for row in rows:
            text = json.dumps(row, ensure_ascii=False, indent=2 if terminal else None, default=str)
            if terminal or colored:
                text = console.for_terminal(text, colored)
            sink.write(text.encode() + b"\n")
