"""Layouts as TOML: the example of CONTRIBUTING.md with its letter, and any layout with every key written out."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path

from imr_parse.layouts.model import Layout

_GUIDE = (Path(__file__).resolve().parents[2] / "CONTRIBUTING.md").read_text("utf-8")


def _block(language: str) -> str:
    return re.findall(rf"^```{language}\n(.*?)^```$", _GUIDE, re.MULTILINE | re.DOTALL)[0]


TOML = _block("toml")
LETTER = _block("text")


def as_toml(layout: Layout) -> str:
    """The whole layout as inline values; JSON's strings, arrays and booleans are TOML's too."""
    return "".join(f"{key} = {_value(value)}\n" for key, value in asdict(layout).items())


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_value(row)}" for key, row in value.items()) + " }"
    if isinstance(value, tuple | list):
        return "[\n" + "".join(f"  {_value(row)},\n" for row in value) + "]"
    return json.dumps(value)
