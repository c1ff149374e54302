"""Where an item's heading begins and ends.

With geometry a heading is a run of bold lines, its outcome word alone not bold. Without, it begins after the last line
that left room before it: the lines of a heading wrap, the last line of the rationale above it does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from imr_parse.interpret.conclusions.conclusion import concludes
from imr_parse.layouts.model import Before
from imr_parse.letter import Letter
from imr_parse.paragraphs import Start, ends_sentence
from imr_parse.typeface import times_width

_STOPS = " .:;*"
_SHORT = 0.8
"""Of the longest line's characters: a line with more may have wrapped."""
_BOLD = 1.055
_ROOM = 0.75
"""How much wider bold words run; and what of the column a line may leave free, at the most, that wrapped."""
_LONGER = 20
"""One line in so many may be longer than the column."""
_LONGEST = 8
"""Lines of the longest heading (7 were seen)."""
_CONCLUDED = re.compile(
    r"(?:necessary|necessity|supported|established|warranted|indicated|appropriate|certified|approved)\W*$"
)
"""How a rationale's last sentence ends."""
_CONCLUDED_OPENLY = re.compile(r"\bmedically necessary(?: and appropriate)?$")
_WHOLE_END = re.compile(r"[a-z]{3}[\"'\u201d\u2019)\]]{0,2}[.!?][\"'\u201d\u2019)\]]*$")
_HEADING_BEGINS = re.compile(r"[\"\u201c(]?[A-Z0-9]")
_DECIDED = re.compile(r":\s{0,3}(?:[A-Za-z]+(?:\s[A-Za-z]+){0,4})?\W*$")
"""A colon and at most a few words after it, as an outcome stands, whatever it is."""
_IN_HEADING = re.compile(r"original\s+request\W*$|claims\s+administrator\W*$|eligible\W*$", re.IGNORECASE)
"""Sentences of a part-authorized heading end like this."""


class Heading(NamedTuple):
    """First and last line of a heading, as indices into `Document.lines`."""

    first: int
    last: int
    sure: bool


class HeadingFinder:
    """Finds headings between two lines of one document."""

    def __init__(self, letter: Letter, grammar: Before) -> None:
        document = letter.document
        self._lines = document.lines
        self._texts = [document.text[line.start : line.end] for line in document.lines]
        self._starts = letter.starts
        self._gapless = not any(line.opens for line in document.lines)
        words = "|".join(map(re.escape, grammar.outcomes))
        self._words = tuple(word.lower() for word in grammar.outcomes)
        self._outcome = re.compile(rf"(?:^|[:;]\s*|\s\s?)(?:{words})\W*$", re.IGNORECASE)
        self._plain = re.compile(rf":\s{{0,3}}(?:{words})\s*$")
        self._outcome_alone = re.compile(rf"\W*(?:{words})\W*", re.IGNORECASE)

    def before(self, low: int, label: int, *, opening: bool, whole: bool) -> list[Heading]:
        """The headings in lines `low` to `label` - 1: the last belongs to the label, others have none.

        `opening`: whether the first line begins a heading in any case; `whole`: whether the label is an item's first,
        so that a heading must stand before it even where no outcome is met.
        """
        ends = self._outcome_lines(low, label)
        if ends or label <= low or not (whole or self._lines[label - 1].bold):
            return self._headings(ends, low, opening=opening)
        headings = self._headings([label - 1], low, opening=opening)
        end = self._texts[label - 1]
        told = _DECIDED.search(end) or self._outcome.search(end)
        if headings and self._lines[label - 1].bold is None and not told:
            headings[-1] = headings[-1]._replace(sure=False)  # perhaps the end of the item before
        return headings

    def without_labels(self, low: int, high: int, *, opening: bool) -> list[Heading]:
        """Headings in lines `low` to `high` - 1, after which no label stands."""
        return self._headings(self._outcome_lines(low, high), low, opening=opening)

    def any_between(self, low: int, high: int) -> bool:
        """Whether a heading may stand in lines `low` to `high` - 1: an outcome word, or a bold line."""
        return bool(self._outcome_lines(low, high)) or any(line.bold for line in self._lines[low:high])

    def _headings(self, ends: Sequence[int], low: int, *, opening: bool) -> list[Heading]:
        headings: list[Heading] = []
        floor = low
        for end in ends:
            if opening and not headings:
                heading: Heading | None = Heading(floor, end, not self._has_gap(floor, end))
            else:
                heading = self._walk_back(floor, end)
            if heading is not None:
                if heading.sure and self._holds_stray(heading):
                    heading = heading._replace(sure=False)
                headings.append(heading)
                floor = end + 1
        return headings

    def _holds_stray(self, heading: Heading) -> bool:
        """Whether a line in a heading left so much room that it is none of it: a page's number, a stamp, a running title."""
        for at in range(heading.first, heading.last):
            above, below = self._texts[at].strip(), self._texts[at + 1].split(None, 1)
            if len(above) > _SHORT * len(self._full) or ends_sentence(above) or not below:
                continue
            if at + 1 == heading.last and self._outcome_alone.fullmatch(self._texts[heading.last]):
                continue
            if times_width(f"{above} {below[0]}") * _BOLD < _ROOM * times_width(self._full):
                return True
        return False

    @cached_property
    def _full(self) -> str:
        """A line that fills its column; a few may be longer."""
        return sorted(self._texts, key=len, reverse=True)[len(self._texts) // _LONGER]

    def _has_gap(self, first: int, last: int) -> bool:
        """Whether another paragraph starts inside: something that is no heading may stand before it."""
        return any(
            self._starts[at] is Start.YES and not self._outcome_alone.fullmatch(self._texts[at])
            for at in range(first + 1, last + 1)
        )

    def _outcome_lines(self, low: int, high: int) -> list[int]:
        """Lines that end in an outcome word as a heading does, before a line that may begin something."""
        found: list[int] = []
        for at in range(low, high):
            text = self._texts[at]
            if not text.rstrip(_STOPS).lower().endswith(self._words) or not self._outcome.search(text):
                continue
            if found and found[-1] == at - 1 and self._outcome_alone.fullmatch(text):
                found[-1] = at  # the outcome is printed twice
            elif self._ends_heading(at, low, high):
                found.append(at)
        return found

    def _ends_heading(self, at: int, low: int, high: int) -> bool:
        """Whether a line that ends in an outcome word is bold, or has a colon before the word, and something may follow it.

        Of an outcome that stands alone on its line the line above tells.
        """
        text, line = self._texts[at], self._lines[at]
        last = at + 1 == high
        followed = last or self._starts[at + 1] or self._lines[at + 1].bold or self._plain.search(text)
        if not followed:
            return False
        alone = at > low and self._outcome_alone.fullmatch(text) is not None
        bold = line.bold or (alone and self._lines[at - 1].bold)
        colon = ":" in text or (alone and self._texts[at - 1].rstrip().endswith(":"))
        return bool(bold) or (colon and (last or line.bold is not False))

    def _walk_back(self, floor: int, end: int) -> Heading | None:
        lines = self._lines
        if lines[end].bold is None:
            return self._by_room(floor, end)
        at = end
        if not lines[at].bold and at > floor and self._alone(at):
            at -= 1
        while at >= floor and lines[at].bold:
            at -= 1
        first = at + 1
        if first > end or not lines[first].bold:
            return self._by_room(floor, end)
        for inner in range(end, first, -1):
            if lines[inner].opens and lines[inner].bold:
                first = inner
                break
        # in a letter without any gap a missing one says nothing
        set_apart = self._starts[first] is not Start.NO or lines[first].opens is None or self._gapless
        return Heading(first, end, set_apart)

    def _alone(self, at: int) -> bool:
        """Whether a line holds nothing but an outcome, known or not: a word or two after the heading's colon."""
        if self._outcome_alone.fullmatch(self._texts[at]):
            return True
        return len(self._texts[at].split()) <= 4 and self._starts[at] is Start.NO

    def _by_room(self, floor: int, end: int) -> Heading | None:
        if end > floor and self._outcome_alone.fullmatch(self._texts[end]):
            # the heading's words end on the line before
            above = self._by_room(floor, end - 1)
            return above and above._replace(last=end)
        begins = [at for at in range(floor, end + 1) if self._starts[at] is Start.YES]
        maybe = [at for at in range(max(floor, end - _LONGEST), end + 1) if at > 0 and self._may_begin(at)]
        first = begins[-1] if begins else None
        inside = [at for at in maybe if first is None or at > first]
        last = inside[-1] if inside else None
        if last is not None and self._concluded(last):
            return Heading(last, end, True)
        if first is not None and end - first < _LONGEST:
            if last is not None and self._follows_sentence(last):
                # a heading holds no sentence before its own
                return Heading(last, end, False)
            return Heading(first, end, not inside)
        if last is not None:
            return Heading(last, end, self._follows_sentence(last))
        return Heading(end, end, False) if end >= floor else None

    def _concluded(self, at: int) -> bool:
        """Whether the sentence before a line is a rationale's conclusion."""
        return bool(_CONCLUDED.search(self._texts[at - 1].rstrip())) or concludes(
            " ".join(self._texts[max(0, at - 4) : at])
        )

    def _follows_sentence(self, at: int) -> bool:
        """Whether a line begins like a heading, and the one before it ends in a whole word and a stop."""
        return bool(
            _WHOLE_END.search(self._texts[at - 1].rstrip()) and _HEADING_BEGINS.match(self._texts[at])
        )

    def _may_begin(self, at: int) -> bool:
        """Whether the line above left room after a sentence, or ends in a conclusion's words without a stop."""
        above = self._texts[at - 1].rstrip()
        if self._starts[at] is Start.MAYBE and ends_sentence(above):
            return not above.endswith((":", ";")) and not _IN_HEADING.search(above)
        return bool(_CONCLUDED_OPENLY.search(above) and _HEADING_BEGINS.match(self._texts[at]))
