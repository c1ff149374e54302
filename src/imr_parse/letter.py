"""A letter as recognised: what every stage after `recognise` asks of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from imr_parse.document import Document
from imr_parse.landmarks.index import Hit
from imr_parse.layouts.model import Layout
from imr_parse.paragraphs import Start


@dataclass(frozen=True, slots=True)
class Letter:
    """The text of a letter, its layout, and where the layout's printed words and the paragraphs stand."""

    document: Document
    layout: Layout
    hits: Sequence[Hit]
    """The layout's landmarks that were met, by place."""
    starts: Sequence[Start]
    """For each line of the document, whether it starts a paragraph."""
