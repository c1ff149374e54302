"""The letter cut by titles, and by the fixed sentences under them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from imr_parse.document import Span
from imr_parse.found import Doubt
from imr_parse.landmarks.find import Hit, Match
from imr_parse.layouts.model import Layout, Section
from imr_parse.letter import Letter
from imr_parse.segment.leads import Lead, section_lead

_STRAY = 3
"""Labels of the header outside it that cannot be chance."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Where the sections of a letter stand."""

    titles: Mapping[str, Span]
    leads: Mapping[str, Span]
    """The fixed sentences under titles."""
    ranges: Mapping[str, Span]
    """Where each section may stand, whether its title was met or not."""
    shaky: frozenset[int]
    """Borders that are not sure: titles in the middle of a line."""
    unsure: Mapping[str, tuple[Doubt, ...]]
    """Doubts about what follows each section's title and fixed sentence."""
    doubts: Sequence[Doubt]
    """Doubts about the whole letter."""

    def open_end(self, layout: Layout, name: str, end: int, *, items: bool) -> tuple[Doubt, ...]:
        """What is to be said of a section's text that ends at a border which is not sure, or before a title that is missing.

        `items`: whether the letter has items.
        """
        at = Span(end, end)
        if end in self.shaky:
            return (Doubt("IMR207", "where it ends is not sure", at),)
        later = [section for section in layout.sections[layout.order[name] + 1 :] if not section.optional]
        if later and not later[0].title and not items:
            return (Doubt("IMR207", "no item follows it; the letter may break off in it", at),)
        if not later or not later[0].title or later[0].name in self.titles:
            return ()
        said = f"the title '{later[0].title}' is missing; where it ends is not sure"
        return (Doubt("IMR207", said, at),)


def outline(letter: Letter) -> Outline:
    """Titles, the ranges between them, and the fixed sentences there."""
    layout = letter.layout
    titles = _titles(letter)
    met = [(section, titles[section.name]) for section in layout.sections if section.name in titles]
    best = {section.name: min(hits, key=lambda hit: (hit.match, hit.span.start)) for section, hits in met}
    ranges = _ranges(letter, best)
    lists = {entry.section for entry in layout.fields if entry.read == "list"}
    leads = {
        section.name: section_lead(
            letter, section, ranges[section.name], exact=section.name in lists or section.name not in best
        )
        for section in layout.sections
    }
    doubts = [doubt for section, hits in met for doubt in _on_title(section, best[section.name], hits)]
    doubts += _out_of_order(letter, best, ranges)
    doubts += [lead.doubt for lead in leads.values() if lead.doubt]
    return Outline(
        titles={name: hit.span for name, hit in best.items()},
        leads={name: lead.span for name, lead in leads.items() if lead.span},
        ranges=ranges,
        shaky=frozenset(hit.span.start for hit in best.values() if hit.match is Match.INLINE),
        unsure={
            section.name: _unsure(section, best.get(section.name), leads[section.name])
            for section in layout.sections
        },
        doubts=doubts,
    )


def _titles(letter: Letter) -> dict[str, list[Hit]]:
    """The titles that were met, by section."""
    titles: dict[str, list[Hit]] = {}
    for hit in letter.hits:
        if hit.landmark.kind == "title":
            titles.setdefault(hit.landmark.name, []).append(hit)
    return titles


def _on_title(section: Section, best: Hit, met: Sequence[Hit]) -> Iterator[Doubt]:
    """The same title twice is a second letter, or a page doubled; one that is printed otherwise is said."""
    twice = next((hit for hit in met if hit.match <= Match.NEAR and hit is not best), None)
    if twice:
        yield Doubt("IMR304", f"the title '{section.title}' stands twice", twice.span)
    if best.match is Match.REWORDED:
        yield Doubt("IMR408", f"a title differs from '{section.title}'", best.span)
    elif best.match is not Match.EXACT:
        yield Doubt("IMR401", f"the title '{section.title}' is printed otherwise", best.span)


def _unsure(section: Section, title: Hit | None, lead: Lead) -> tuple[Doubt, ...]:
    """Doubts about what follows a section's title and fixed sentence."""
    said = f"the title '{section.title}' stands in the middle of a line"
    in_a_line = (Doubt("IMR207", said, title.span),) if title and title.match is Match.INLINE else ()
    return (*in_a_line, lead.unsure) if lead.unsure else in_a_line


def _ranges(letter: Letter, titles: Mapping[str, Hit]) -> dict[str, Span]:
    """From a section's title (or the last one known before it) to the next title of any kind."""
    sections, end = letter.layout.sections, len(letter.document.text)
    every = [
        hit.span.start for hit in letter.hits if hit.landmark.kind == "title" and hit.match <= Match.NEAR
    ]
    ranges: dict[str, Span] = {}
    known = 0
    for at, section in enumerate(sections):
        if section.name in titles:
            known = titles[section.name].span.end
        later = [titles[other.name].span.start for other in sections[at + 1 :] if other.name in titles]
        after = [start for start in (*later, *every) if start > known]
        ranges[section.name] = Span(known, min(after, default=end))
    return ranges


def _out_of_order(letter: Letter, titles: Mapping[str, Hit], ranges: Mapping[str, Span]) -> Iterator[Doubt]:
    """Titles in another order than the layout's, and landmarks outside their sections."""
    order = [hit.span.start for hit in titles.values()]
    if order != sorted(order):
        yield Doubt("IMR305", "the sections do not stand in their order")
    stray = [hit for hit in letter.hits if hit.match <= Match.NEAR and not at_home(hit, ranges)]
    header = letter.layout.sections[0].name
    if any(hit.landmark.section != header for hit in stray) or len(stray) >= _STRAY:
        yield Doubt("IMR305", f"'{stray[0].landmark.words[:40]}' stands outside its section", stray[0].span)


def at_home(hit: Hit, ranges: Mapping[str, Span]) -> bool:
    """Whether a landmark stands in its own section."""
    where = ranges[hit.landmark.section]
    return hit.landmark.kind == "title" or where.start <= hit.span.start < where.end
