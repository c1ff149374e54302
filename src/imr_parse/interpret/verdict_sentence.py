"""An item's opening sentence: number, request, and the verdict where it stands in the same sentence."""

from __future__ import annotations

import re

from imr_parse.interpret.heading import HeadingReading
from imr_parse.interpret.heading_outcome import Words
from imr_parse.landmarks.find import spread
from imr_parse.landmarks.openings import number_at
from imr_parse.landmarks.verdicts import read_verdict
from imr_parse.layouts.model import Opens

_SKIP = 12
"""Characters by which misprinted words may be longer."""


def read_opening(words: str, grammar: Opens) -> HeadingReading:
    """The sentence as printed. Where verdicts stand apart, `outcome` is None and nothing is remarked of it."""
    number = number_at(words, 0)
    start = number.end() if number else 0
    if grammar.opening:
        start = _after_opening(words, start, grammar.opening)
    remarks: dict[str, tuple[tuple[str, str], ...]] = {}
    unsure: tuple[tuple[str, str], ...] = ()
    outcome: str | None = None
    if grammar.apart:
        printed = words.rstrip()
        ending = ":" if printed.endswith(":") else "."  # a stop before the colon belongs to an abbreviation
        heading = _trim(words, start, len(printed.rstrip(f"{ending} \n\f")))
        said_at = Words(heading.end, heading.end)
        unsure = () if ending == ":" else (("IMR207", "no colon ends it"),)
    else:
        said = read_verdict(words, grammar.verdict)
        heading = _trim(words, start, said.start)
        said_at, outcome = Words(said.start, said.end), said.outcome
        unsure = (("IMR207", "where it ends is not sure"),) if said.unsure else ()
        if said.remarks:
            remarks["outcome"] = said.remarks
    if unsure:
        remarks["heading"] = remarks["treatment"] = unsure
    numbered = int(number[1]) if number else None
    return HeadingReading(numbered, heading, heading, None, None, outcome, said_at, remarks)


def _after_opening(words: str, start: int, opening: str) -> int:
    """The offset after the fixed words; where they are misprinted, after their last word."""
    exact = re.compile(spread(opening), re.IGNORECASE).match(words, start)
    if exact:
        return exact.end()
    last = re.compile(rf"\b{re.escape(opening.split()[-1])}\b", re.IGNORECASE).search(
        words, start, start + len(opening) + _SKIP
    )
    return last.end() if last else start


def _trim(words: str, start: int, end: int) -> Words:
    while start < end and words[start].isspace():
        start += 1
    while end > start and words[end - 1].isspace():
        end -= 1
    return Words(start, end)
