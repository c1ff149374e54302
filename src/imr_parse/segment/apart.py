"""Verdicts that stand apart from their reasons: numbered sentences before the items, joined to them by number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.landmarks.find import spread
from imr_parse.landmarks.openings import number_at
from imr_parse.landmarks.verdicts import first_verdict, read_verdict
from imr_parse.layouts.model import Opens
from imr_parse.sections import Verdict

_LONGEST = 1500
"""Characters of the longest sentence that states a verdict."""
_LINE = re.compile(r"^\f*(?=\S|[ ])", re.MULTILINE)
_SENTENCE_END = re.compile(r"\.?[ ]{0,4}(?=\n[\n\f]{0,200}(?![\n\fa-z]))")
_ENDED = re.compile(r"[ \t]{0,4}(?:\.|[\n\f]{1,200}(?![\n\fa-z])|$)")
_STOP = re.compile(r"[ ]?\.")


class Joined(NamedTuple):
    """Verdicts by the item that they belong to, all their sentences, and doubts on the number of items."""

    by_item: list[tuple[Verdict, ...]]
    sentences: tuple[Span, ...]
    doubts: tuple[Doubt, ...]


def join_verdicts(document: Document, grammar: Opens, numbers: Sequence[int | None], end: int) -> Joined:
    """The verdicts of each item by its number; `numbers`: as printed before the items, `end`: where verdicts end."""
    verdicts = list(_sentences(document, grammar, end))
    wanted = [number or at for at, number in enumerate(numbers, start=1)]
    doubts: list[Doubt] = []
    stated: list[dict[int, Verdict]] = []
    for run in _runs(verdicts):
        by_number = {verdict.number or at: verdict for at, verdict in enumerate(run, start=1)}
        stated.append(by_number)
        if sorted(by_number) != sorted(wanted) or len(by_number) != len(run):
            words = f"{len(run)} verdicts are stated for {len(wanted)} items"
            doubts.append(Doubt("IMR217", words, run[0].sentence))
    by_item = [tuple(by_number[number] for by_number in stated if number in by_number) for number in wanted]
    return Joined(by_item, tuple(verdict.sentence for verdict in verdicts), tuple(doubts))


def _runs(verdicts: Sequence[Verdict]) -> Iterator[list[Verdict]]:
    """The letter may state them twice: a number that does not go on begins the second time."""
    run: list[Verdict] = []
    for verdict in verdicts:
        if run and verdict.number is not None and verdict.number <= (run[-1].number or 0):
            yield run
            run = []
        run.append(verdict)
    if run:
        yield run


def _sentences(document: Document, grammar: Opens, end: int) -> Iterator[Verdict]:
    """Numbered sentences with the fixed words or a verdict in them, and those with the fixed words and no number."""
    text = document.text
    said = _words(grammar.apart)
    begins: list[tuple[int, int, int | None]] = []  # where it begins, where its words begin, number
    for line in _LINE.finditer(text, 0, end):
        number = number_at(text, line.end(), end)
        if number and (said.match(text, number.end()) or _counts_on(begins, int(number[1]))):
            begins.append((line.end(), number.end(), int(number[1])))
        elif said.match(text, line.end()):
            begins.append((line.end(), line.end(), None))
    for at, (start, words, number_printed) in enumerate(begins):
        limit = min(begins[at + 1][0] if at + 1 < len(begins) else end, start + _LONGEST, end)
        opening = said.match(text, words, limit)
        verdict = first_verdict(text[words:limit], grammar.verdict)
        if verdict and not _ENDED.match(text, words + verdict.end()):
            verdict = None  # more is said after it
        if opening is None and verdict is None:
            continue
        if verdict:
            begin, stop = words + verdict.start(), words + verdict.end()
        else:
            begin, stop = _misspelt(text, grammar, words, limit)
        dot = _STOP.match(text, stop)
        request = Span(opening.end(), begin) if opening else None
        yield Verdict(number_printed, Span(start, dot.end() if dot else stop), request)


def _counts_on(begins: Sequence[tuple[int, int, int | None]], number: int) -> bool:
    """Whether a number goes on from the one before, or begins anew; a sentence without the fixed words needs that."""
    before = begins[-1][2] or len(begins) if begins else 0
    return number in (1, before + 1)


def _misspelt(text: str, grammar: Opens, start: int, limit: int) -> tuple[int, int]:
    """Where a verdict that is not exact begins and where its sentence ends; the paragraph's end where there is none."""
    for stop in _SENTENCE_END.finditer(text, start, limit):
        said = read_verdict(text[start : stop.start()], grammar.verdict)
        if said.outcome is not None and not said.unsure:
            return start + said.start, stop.start()
    end = _paragraph_end(text, start, limit)
    return end, end


def _paragraph_end(text: str, start: int, limit: int) -> int:
    gap = text.find("\n\n", start, limit)
    return gap if gap >= 0 else limit


@lru_cache(maxsize=16)
def _words(words: str) -> re.Pattern[str]:
    return re.compile(spread(words), re.IGNORECASE)
