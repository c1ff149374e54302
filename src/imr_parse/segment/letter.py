"""Which text belongs to what: titles cut the letter into sections, labels cut sections into fields and items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.landmarks.find import Hit, Match, find_lead, fold
from imr_parse.layouts.model import Before, Layout, Section, Whole
from imr_parse.letter import Letter
from imr_parse.paragraphs import Start
from imr_parse.sections import Sections
from imr_parse.segment.fields import place_fields
from imr_parse.segment.items import split_items
from imr_parse.segment.opening_parts import split_openings
from imr_parse.segment.tail import letter_end
from imr_parse.segment.whole import whole_item

_STRAY = 3
"""Labels of the header outside it that cannot be chance."""
_LEAD_REST = 30
"""Characters that its line may add before the colon: "[sic]:"."""
_NEXT = 400
"""Characters after a fixed sentence in which it may stand a second time."""
_LEAD_ALIKE = 60
_LEAD_UNLIKE = 42
_LEAD_SURE = 93
_LEAD_OPENING = 10
"""Letters by which a fixed sentence that may be missing is told."""
_LEAD_WORDS = 60
"""Words of the longest opening that is compared with a section's fixed sentence."""
_WORD = re.compile(r"\S+")


def segment(letter: Letter) -> Sections:
    """The letter divided by its landmarks. Nothing is raised: what is missing or odd becomes a doubt."""
    document, layout, hits, starts = letter.document, letter.layout, letter.hits, letter.starts
    sections = Sections()
    end = len(document.text)
    titles = _choose_titles(layout, hits, sections)
    ranges = _ranges(layout, titles, hits, end)
    stray = [hit for hit in hits if hit.match <= Match.NEAR and not _at_home(hit, ranges)]
    header = layout.sections[0].name
    if any(hit.landmark.section != header for hit in stray) or len(stray) >= _STRAY:
        message = f"'{stray[0].landmark.words[:40]}' stands outside its section"
        sections.doubts.append(("", Doubt("IMR305", message, stray[0].span)))
    lists = {entry.section for entry in layout.fields if entry.read == "list"}
    for section in layout.sections:
        _find_lead(document, section, sections, ranges[section.name], starts, exact=section.name in lists)
    _place_items(document, layout, hits, starts, sections, ranges)
    borders = _borders(layout, hits, sections, ranges) + [span.start for span in sections.known]
    place_fields(document, layout, hits, starts, sections, ranges, borders)
    sections.free += [
        ranges[section.name]
        for section in layout.sections
        if section.free == "always" or section.free in sections.blocks
    ]
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
        if best.match is Match.INLINE:
            sections.shaky.add(best.span.start)
            doubt = Doubt("IMR207", f"the title '{section.title}' stands in the middle of a line", best.span)
            sections.unsure.append((section.name, doubt))
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
    document: Document,
    section: Section,
    sections: Sections,
    where: Span,
    starts: Sequence[Start],
    *,
    exact: bool,
) -> None:
    """The section's fixed sentence: word for word anywhere in its range, or what stands in its place under the title.

    `exact`: whether only word for word, as before a list, whose first mark tells its beginning.
    """
    if not section.lead:
        return
    found = find_lead(document.text, section.lead, *where)
    if found is None and not exact and section.name in sections.titles:
        found = _reworded_lead(document, section, sections, where, starts)
    while found is not None and (
        again := find_lead(document.text, section.lead, found.end, min(where.end, found.end + _NEXT))
    ):
        found = Span(found.start, again.end)
    if found is not None:
        sections.leads[section.name] = found


def _reworded_lead(
    document: Document, section: Section, sections: Sections, where: Span, starts: Sequence[Start]
) -> Span | None:
    """The opening words under the title that are most like the fixed sentence; where they are not, a doubt says so."""
    opening = document.trim(where.start, min(where.end, where.start + 3 * len(section.lead)))
    if not opening:
        return None
    begin, stop = opening[0]
    lead = fold(section.lead)
    if section.lead_optional and _unlike_lead(fold(document.text[begin:stop]), lead):
        return None
    ends = [found.end() for found in _WORD.finditer(document.text, begin, stop)]
    scored = [(fuzz.ratio(fold(document.text[begin:end]), lead), end) for end in ends[:_LEAD_WORDS]]
    score, end = max(scored, default=(0.0, begin))
    rest = document.text[end : document.lines[document.line_at(max(begin, end - 1))].end].rstrip()
    if rest.endswith(":") and len(rest) <= _LEAD_REST:
        end += len(rest)
    paragraph = next(
        (
            document.lines[at].start
            for at in _lines_between(document, begin + 1, stop)
            if starts[at] is Start.YES
        ),
        None,
    )
    ended = document.trim(begin, paragraph)[0].end if paragraph else None
    if score < _LEAD_UNLIKE and document.text[(ended or begin + 1) - 1] != ":":
        sections.doubts.append(
            ("", Doubt("IMR405", "the sentence that opens a section is missing", Span(begin, begin + 1)))
        )
        return None
    if score < _LEAD_ALIKE and not (
        ended and ended - begin < 2 * len(section.lead) and document.text[ended - 1] == ":"
    ):
        sections.unsure.append(
            (section.name, Doubt("IMR207", "the fixed sentence before it is missing", Span(begin, begin + 1)))
        )
        return None
    sure = score >= _LEAD_SURE and document.text[end - 1] == ":"
    if not sure and ended and abs(ended - end) < len(section.lead) / 2:
        end = ended
    elif score < _LEAD_SURE:
        sections.unsure.append(
            (section.name, Doubt("IMR207", "the fixed sentence before it differs", Span(begin, end)))
        )
    sections.doubts.append(
        ("", Doubt("IMR405", "the sentence that opens a section differs", Span(begin, end)))
    )
    return Span(begin, end)


def _unlike_lead(opening: str, lead: str) -> bool:
    """Whether a text neither begins as a fixed sentence does nor holds most of it."""
    begins = fuzz.ratio(opening[:_LEAD_OPENING], lead[:_LEAD_OPENING]) >= _LEAD_ALIKE
    return not begins and fuzz.partial_ratio(lead, opening[: 2 * len(lead)]) < _LEAD_ALIKE


def _lines_between(document: Document, start: int, end: int) -> range:
    return range(document.line_at(start) + 1, document.line_at(max(start, end - 1)) + 1)


def _place_items(
    document: Document,
    layout: Layout,
    hits: Sequence[Hit],
    starts: Sequence[Start],
    sections: Sections,
    ranges: dict[str, Span],
) -> None:
    grammar = layout.items
    if isinstance(grammar, Whole):
        borders = [hit.span.start for hit in hits if hit.landmark.kind == "title" and hit.match <= Match.NEAR]
        last = max((span.end for span in sections.titles.values()), default=0)
        end = letter_end(document, layout, starts, last, len(document.text))
        sections.known.append(Span(end, len(document.text)))
        whole_item(document, layout, grammar, sections, ranges, [*borders, end])
        return
    name = grammar.section
    where = ranges[name]
    start, sure = where.start, name in sections.titles
    if name in sections.leads:
        start, sure = sections.leads[name].end, True
    elif not sure:
        start = max((span.end for span in sections.leads.values()), default=start)
    parts = [hit for hit in hits if hit.landmark.kind == "part" and start <= hit.span.start < where.end]
    last = max((hit.span.end for hit in parts if hit.match <= Match.NEAR), default=start)
    end = letter_end(document, layout, starts, last, where.end)
    if end < where.end:
        sections.known.append(Span(end, where.end))
        parts = [hit for hit in parts if hit.span.start < end]
    if isinstance(grammar, Before):
        split_items(document, grammar, parts, starts, Span(start, end), sections, opens_with_item=sure)
    else:
        split_openings(document, grammar, hits, starts, Span(start, end), sections)
    opens = sections.items[0].heading if sections.items else None
    if opens is not None:
        opens.doubts.extend(doubt for section, doubt in sections.unsure if section == name)


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
