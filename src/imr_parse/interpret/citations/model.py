"""What a guideline text comes to: the record's `basis` and `citations`, each citation with its place."""

from typing import Literal, NamedTuple

from imr_parse.interpret.meaning import MeaningDoubt

System = Literal["MTUS", "ODG", "ACOEM", "other"]
Basis = Literal["mtus", "mtus_and_other", "other", "none_cited"]


class CitationReading(NamedTuple):
    """One guideline title or chapter; `text` is `guideline[start:end]`. `updated` is an ISO date."""

    system: System
    title: str | None
    year: int | None
    sections: tuple[str, ...]
    pages: str | None
    updated: str | None
    text: str
    start: int
    end: int


class GuidelineReading(NamedTuple):
    """What one guideline text says; doubts point into it by `where`."""

    basis: Basis | None
    citations: tuple[CitationReading, ...]
    doubts: tuple[MeaningDoubt, ...]
