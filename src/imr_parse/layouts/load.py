"""A user's own letter layout: a TOML file with the keys of model.py, checked as a whole before any letter is read."""

from __future__ import annotations

import json
import os
import tomllib
from dataclasses import fields as keys_of
from functools import lru_cache

from pydantic import ConfigDict, TypeAdapter, ValidationError

from imr_parse.errors import ImrParseError
from imr_parse.layouts.load_checks import Problem, either, problems
from imr_parse.layouts.load_lines import Path, key_lines
from imr_parse.layouts.model import Before, Field, Layout, Opens, Part, Section, Whole

LARGEST = 2**18
"""Bytes of a layout file."""
_CLASSES: dict[str, type] = {"sections": Section, "fields": Field, "parts": Part}
_FORMS: dict[str, type] = {"before": Before, "opens": Opens, "whole": Whole}


def load_layout(path: str) -> Layout:
    """The layout in a file, read again only where the file has changed. Raises ImrParseError (IMR114)."""
    try:
        status = os.stat(path)
        return _load(path, status.st_mtime_ns, status.st_size)
    except (OSError, ValueError) as problem:
        reason = str(getattr(problem, "strerror", None) or problem)
        raise _error(
            path, f"it cannot be read: {reason[:1].lower()}{reason[1:]}", "check the path"
        ) from problem


@lru_cache(maxsize=8)
def _load(path: str, changed: int, size: int) -> Layout:
    with open(path, "rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _error(path, f"it is larger than {LARGEST} bytes", "give a layout file")
    try:
        return parse_layout(data.decode("utf-8-sig"), path)
    except UnicodeDecodeError as problem:
        raise _error(path, "it is not UTF-8", "save it as UTF-8") from problem


def parse_layout(text: str, path: str) -> Layout:
    """The layout that a TOML text says; `path` names it in messages. Raises ImrParseError (IMR114)."""
    text = text.replace("\r\n", "\n")
    try:
        plain = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise _error(path, f"not TOML: {problem}", "mend the syntax there") from problem
    except RecursionError as problem:
        raise _error(path, "arrays or tables stand too deep in each other", "write them flat") from problem
    try:
        # Through JSON, where strict takes an array for a tuple; dates, which no key takes, become null.
        (layout,) = _adapter().validate_json(json.dumps([plain], default=lambda _: None), strict=True)
    except ValidationError as invalid:
        raise _at_key(path, text, _of_form(invalid)) from invalid
    for found in problems(layout):
        raise _at_key(path, text, found)
    return layout


def _at_key(path: str, text: str, problem: Problem) -> ImrParseError:
    """The error with the line of the key, or of the nearest thing around it that stands in the file."""
    lines = key_lines(text)
    around = (problem.at[:depth] for depth in range(len(problem.at), 0, -1))
    line = next((lines[at] for at in around if at in lines), 1)
    return _error(path, f"line {line}, {_shown(problem.at)}: {problem.message}", problem.remedy)


def _error(path: str, message: str, remedy: str) -> ImrParseError:
    return ImrParseError("IMR114", f"layout file '{path}': {message}", remedy)


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[tuple[Layout]]:
    """A tuple of one: the configuration passes from it to the dataclasses inside, as it would not to one alone."""
    return TypeAdapter(tuple[Layout], config=ConfigDict(extra="forbid"))


def _shown(at: Path) -> str:
    """A key as TOML's readers write it: `fields[2].read`."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in at).lstrip(".") or "the file"


def _of_form(invalid: ValidationError) -> Problem:
    """The first of what pydantic found; an unknown key before all, for it may be another's misspelling."""
    rows = invalid.errors(include_url=False, include_input=False)
    row = min(rows, key=lambda row: row["type"] != "unexpected_keyword_argument")
    at = tuple(row["loc"][1:])
    if at[:1] == ("items",):  # pydantic names the chosen form too
        form, at = str(at[1]) if len(at) > 1 else "", (*at[:1], *at[2:])
    else:
        form = ""
    match row["type"]:
        case "unexpected_keyword_argument":
            owner = Layout if len(at) == 1 else _owner(at, form)
            known = ", ".join(key.name for key in keys_of(owner))
            return Problem(at, "the key is not known", f"take it out, or use one of {known}")
        case "missing":
            return Problem(at, "the key is missing", "add it")
        case "union_tag_not_found" | "union_tag_invalid":
            return Problem((*at, "form"), "the form of the items is not known", f"use {either(_FORMS)}")
        case "literal_error":
            return Problem(at, "the value is not known", f"use {row['ctx']['expected']}")
    return Problem(at, row["msg"][:1].lower() + row["msg"][1:], "write the value so")


def _owner(at: Path, form: str) -> type:
    """The class whose keys may stand where a path ends."""
    names = [key for key in at[:-1] if isinstance(key, str)]
    return _FORMS[form] if names == ["items"] else _CLASSES[names[-1]]
