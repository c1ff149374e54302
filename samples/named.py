"""All named samples of all forms."""

from __future__ import annotations

from collections.abc import Iterator

from . import letters, letters_2013
from .sample import Sample


def samples() -> Iterator[Sample]:
    yield from letters.samples()
    yield from letters_2013.samples()
