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


def read_opening(words: str, grammar: Opens) -> HeadingReading:
    """The sentence as printed. Where verdicts stand apart, `outcome` is None and nothing is remarked of it."""
    remarks: dict[str, tuple[tuple[str, str], ...]] = {}
    number = number_at(words, 0)
    start = number.end() if number else 0
    if grammar.opening:
        start = _after_opening(words, start, grammar.opening)
    if grammar.apart:
        printed = words.rstrip()
        ending = ":" if printed.endswith(":") else "."  # a stop before the colon belongs to an abbreviation
        heading = _trim(words, start, len(printed.rstrip(f"{ending} \n\f")))
        if ending != ":":
            remarks["heading"] = remarks["treatment"] = (("IMR207", "no colon ends it"),)
        return HeadingReading(
            int(number[1]) if number else None,
            heading,
            heading,
            None,
            None,
            None,
            Words(heading.end, heading.end),
            remarks,
        )
    said = read_verdict(words, grammar.verdict)
    if said.remarks:
        remarks["outcome"] = said.remarks
    heading = _trim(words, start, said.start)
    if said.unsure:
        remarks["heading"] = remarks["treatment"] = (("IMR207", "where it ends is not sure"),)
    return HeadingReading(
        int(number[1]) if number else None,
        heading,
        heading,
        None,
        None,
        said.outcome,
        Words(said.start, said.end),
        remarks,
    )


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
