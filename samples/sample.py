"""A named sample: a file, the letter in it, the text form where it is no PDF."""

from __future__ import annotations

from dataclasses import dataclass

from . import Spec


@dataclass(frozen=True)
class Sample:
    """A file of samples/: its name, the letter, and the text form where it is no PDF."""

    name: str
    spec: Spec
    form: str | None = None
