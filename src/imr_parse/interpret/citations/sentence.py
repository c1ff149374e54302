"""What stands behind one lead-in: a sentence of a guideline text, read once for the same words."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from imr_parse.interpret.citations import borders, other_lead, outside, sources
from imr_parse.interpret.citations.model import CitationReading
from imr_parse.interpret.meaning import MeaningDoubt

_SHORT = 20
"""Words that stand for no source are not longer."""


class Sentence(NamedTuple):
    """The citations of one sentence; places and numbers of citations count from its own beginning.

    `mtus` where its words or its lead-in name the schedule, `other` where they say that others follow, `none_cited`
    where they stand for no source.
    """

    mtus: bool
    citations: tuple[CitationReading, ...]
    doubts: tuple[MeaningDoubt, ...]
    other: bool = False
    none_cited: bool = False


@lru_cache(maxsize=4096)
def read(words: str, said: str) -> Sentence:
    """The sentence; letters with other guidelines repeat it. `said`: "mtus", "non-mtus…" or nothing."""
    end = len(words)
    mtus = said == "mtus" or borders.names_schedule(words, 0, end)
    others = None
    if len(words) < _SHORT and outside.NONE.fullmatch(words):
        return Sentence(mtus, (), (), none_cited=True)
    if said.startswith("non"):
        found = list(outside.read(words, 0, end, 0))
    else:
        others = other_lead.other_lead(words, 0, end)
        stop = others[0] if others else end
        found = list(sources.read(words, 0, stop, 0, in_mtus=said == "mtus"))
        if others:
            index = sum(isinstance(one, CitationReading) for one in found)
            found += outside.read(words, others[1], end, index, other=True)
    return Sentence(
        mtus,
        tuple(one for one in found if isinstance(one, CitationReading)),
        tuple(one for one in found if isinstance(one, MeaningDoubt)),
        other=others is not None or (said.startswith("non") and not found),
    )


def joined(sentences: Iterable[tuple[int, Sentence]]) -> tuple[list[CitationReading], list[MeaningDoubt]]:
    """Citations and doubts of a text's sentences, each given with the place where its words begin."""
    citations: list[CitationReading] = []
    doubts: list[MeaningDoubt] = []
    for start, sentence in sentences:
        if sentence.doubts:
            doubts += (_counted_on(doubt, len(citations)) for doubt in sentence.doubts)
        for one in sentence.citations:
            citations.append(_moved(one, start))
    return citations, doubts


def _moved(one: CitationReading, by: int) -> CitationReading:
    return CitationReading(
        one.system, one.title, one.year, one.sections, one.pages, one.updated, one.text, one.start + by, one.end + by,
    )  # fmt: skip


def _counted_on(doubt: MeaningDoubt, by: int) -> MeaningDoubt:
    """A doubt about a sentence's citation as one of the text's, where `by` stand before the sentence."""
    name, number, *further = doubt.where
    return replace(doubt, where=(name, int(number) + by, *further))
