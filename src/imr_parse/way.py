"""What the stages gave for one letter: for its record, and for whoever explains or draws how that came about."""

from __future__ import annotations

from dataclasses import dataclass

from imr_parse.document import Document
from imr_parse.recognise import Recognition
from imr_parse.record import Determination
from imr_parse.sections import Sections
from imr_parse.settle import Settled


@dataclass(frozen=True)
class Way:
    """What each stage gave."""

    document: Document
    recognition: Recognition
    runner_up: Recognition | None
    """The layout that fits second best."""
    sections: Sections
    settled: Settled
    record: Determination
