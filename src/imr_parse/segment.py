"""Which text belongs to what: titles cut the letter into sections, labels cut sections into fields and items."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.items import split_items
from imr_parse.landmarks import Hit, Match, find_lead, fold, label_doubts
from imr_parse.layouts.model import Field, Layout, Section
from imr_parse.paragraphs import Start
from imr_parse.sections import Piece, Sections

_LEAD_LINES = 5
"""A section's fixed sentence ends within so many lines of its title."""
_LEAD_ALIKE = 60


def segment(document: Document, layout: Layout, hits: Sequence[Hit], starts: Sequence[Start]) -> Sections:
    """The letter divided by its landmarks. Nothing is raised: what is missing or odd becomes a doubt."""
    sections = Sections()
    end = len(document.text)
    titles = _choose_titles(layout, hits, sections)
    ranges = _ranges(layout, titles, hits, end)
    for section in layout.sections:
        _find_lead(document, section, sections, ranges[section.name], starts)
    _place_items(document, layout, hits, starts, sections, ranges)
    borders = _borders(layout, hits, sections, ranges)
    for entry in layout.fields:
        _place_field(document, entry, hits, sections, ranges[entry.section], [*borders, end])
    return sections


def _choose_titles(layout: Layout, hits: Sequence[Hit], sections: Sections) -> dict[str, Hit]:
    """The best hit for each title; the same title twice is a second letter, or a page doubled."""
    chosen: dict[str, Hit] = {}
    for section in layout.sections:
        met = [hit for hit in hits if hit.landmark.kind == "title" and hit.landmark.name == section.name]
        if not met:
            continue
        best = min(met, key=lambda hit: (hit.match, hit.span.start))
        chosen[section.name] = best
        sections.titles[section.name] = best.span
        twice = [hit for hit in met if hit.match <= Match.NEAR and hit is not best]
        if twice:
            sections.doubts.append(
                ("", Doubt("IMR304", f"the title '{section.title}' stands twice", twice[0].span))
            )
        if best.match is Match.REWORDED:
            sections.doubts.append(
                ("", Doubt("IMR408", f"a title differs from '{section.title}'", best.span))
            )
        elif best.match is not Match.EXACT:
            sections.doubts.append(
                ("", Doubt("IMR401", f"the title '{section.title}' is printed otherwise", best.span))
            )
    order = [hit.span.start for hit in chosen.values()]
    if order != sorted(order):
        sections.doubts.append(("", Doubt("IMR305", "the sections do not stand in their order")))
    return chosen


def _ranges(layout: Layout, titles: dict[str, Hit], hits: Sequence[Hit], end: int) -> dict[str, Span]:
    """Where each section may stand: from its title (or the last one known before it) to the next title of any kind."""
    every = sorted(hit.span.start for hit in hits if hit.landmark.kind == "title" and hit.match <= Match.NEAR)
    ranges: dict[str, Span] = {}
    known = 0
    for at, section in enumerate(layout.sections):
        if section.name in titles:
            known = titles[section.name].span.end
        later = [titles[name.name].span.start for name in layout.sections[at + 1 :] if name.name in titles]
        after = [start for start in (*later, *every) if start > known]
        ranges[section.name] = Span(known, min(after, default=end))
    return ranges


def _find_lead(
    document: Document, section: Section, sections: Sections, where: Span, starts: Sequence[Start]
) -> None:
    """The section's fixed sentence: word for word anywhere in its range, or what stands in its place under the title."""
    if not section.lead:
        return
    found = find_lead(document.text, section.lead, *where)
    if found is None and section.name in sections.titles:
        first = document.line_at(where.start) + (document.text[where.start : where.start + 1] == "\n")
        for line in document.lines[first : first + _LEAD_LINES]:
            words = document.text[where.start : line.end]
            if line.end > where.start and words.rstrip().endswith((":", ".")):
                if fuzz.ratio(fold(words), fold(section.lead)) >= _LEAD_ALIKE:
                    found = document.trim(where.start, line.end)[0]
                    sections.doubts.append(
                        ("", Doubt("IMR405", "the sentence that opens a section differs", found))
                    )
                break
    if found is not None:
        sections.leads[section.name] = found


def _place_items(
    document: Document,
    layout: Layout,
    hits: Sequence[Hit],
    starts: Sequence[Start],
    sections: Sections,
    ranges: dict[str, Span],
) -> None:
    name = layout.items.section
    where = ranges[name]
    start, sure = where.start, name in sections.titles
    if name in sections.leads:
        start, sure = sections.leads[name].end, True
    elif not sure:
        start = max((span.end for span in sections.leads.values()), default=start)
    parts = [hit for hit in hits if hit.landmark.kind == "part" and start <= hit.span.start < where.end]
    split_items(document, layout.items, parts, starts, Span(start, where.end), sections, opens_with_item=sure)


def _borders(layout: Layout, hits: Sequence[Hit], sections: Sections, ranges: dict[str, Span]) -> list[int]:
    """Every offset at which a field must end."""
    borders = [hit.span.start for hit in hits if hit.match <= Match.NEAR and _at_home(hit, ranges)]
    borders += [span.start for span in sections.leads.values()]
    borders += [
        item.heading.spans[0].start for item in sections.items[:1] if item.heading and item.heading.spans
    ]
    return sorted(borders)


def _at_home(hit: Hit, ranges: dict[str, Span]) -> bool:
    where = ranges[hit.landmark.section]
    return hit.landmark.kind == "title" or where.start <= hit.span.start < where.end


def _place_field(
    document: Document, entry: Field, hits: Sequence[Hit], sections: Sections, where: Span, borders: list[int]
) -> None:
    if not entry.label:
        _place_unlabelled(document, entry, sections, where, borders)
        return
    met = [
        hit
        for hit in hits
        if hit.landmark.kind == "label"
        and hit.landmark.name == entry.path
        and where.start <= hit.span.start < where.end
    ]
    if not met:
        return
    best = min(met, key=lambda hit: (hit.match, hit.span.start))
    end = min(border for border in borders if border >= best.span.end)
    piece = Piece(document.trim(best.span.end, end), best.span, label_doubts(best))
    if any(hit.match <= Match.NEAR and hit is not best for hit in met):
        piece.doubts.append(Doubt("IMR206", f"the label '{entry.label}' stands twice", best.span))
    sections.fields[entry.path] = piece


def _place_unlabelled(
    document: Document, entry: Field, sections: Sections, where: Span, borders: list[int]
) -> None:
    lead = sections.leads.get(entry.section)
    if lead is None and entry.section not in sections.titles:
        return
    start = lead.end if lead else sections.titles[entry.section].end
    end = min(border for border in borders if border >= start)
    sections.fields[entry.path] = Piece(document.trim(start, end), lead)
