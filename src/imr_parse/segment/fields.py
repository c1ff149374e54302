"""Where each field of a layout stands: after its label, after a phrase in prose, or after its section's lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from imr_parse.document import Document, Span
from imr_parse.entries import entry_lines
from imr_parse.found import Doubt
from imr_parse.landmarks.find import Hit, Match, label_doubts, spread
from imr_parse.layouts.model import Field, Layout, Reader
from imr_parse.paragraphs import Start
from imr_parse.sections import Piece, Sections
from imr_parse.segment.borders import fixed_again, line_openings
from imr_parse.segment.columns import Columns, label_columns
from imr_parse.segment.header_labels import resembling_labels, wrapped_labels

_LABEL_LIKE = re.compile(r"[A-Z][A-Za-z()/'\u2019 ]{1,45}:")
_GOES_ON = re.compile(r"(?:[,&/-]|\band)\s*\Z")
"""At the end of a line after which a list of names goes on."""
_LONGEST_INITIALS = 6
"""Letters of a line in capitals that is a name ("MD"), not a title."""
_REACH = 400
"""Characters after a section's last known label within which a label that is gone is looked for."""
_WORD = re.compile(r"\S+")
_SHORT: tuple[Reader, ...] = ("case_number", "date", "day", "priority", "names")
"""Readers of values that hold no colon."""
_ALIKE = 88
"""A label or phrase this much like the one that is missing is taken for it."""


def place_fields(
    document: Document,
    layout: Layout,
    hits: Sequence[Hit],
    starts: Sequence[Start],
    sections: Sections,
    ranges: dict[str, Span],
    borders: Iterable[int],
) -> None:
    """Fill `sections.fields` by record path, and say which blocks of labels are there."""
    header = ranges[layout.sections[0].name]
    around, halves = wrapped_labels(document, layout, hits, header)
    near = resembling_labels(document, layout, [*hits, *around], header)
    sections.known += halves
    labels = [span.start for span in (*(hit.span for hit in near), *halves)]
    stops = line_openings(document, layout.stops, *header)
    ends = sorted(
        {*borders, *labels, *stops, *fixed_again(document, layout, hits, ranges), len(document.text)}
    )
    hits = [*hits, *around, *near]
    columns = label_columns(document, layout, hits, header, ends)
    for entry in layout.fields:
        where = ranges[entry.section]
        if not entry.label:
            piece = _unlabelled(document, layout, entry, sections, where, ends)
        elif entry.inside:
            piece = _inside(document, entry, where)
        else:
            piece = _labelled(document, entry, hits, where, ends, columns, sections)
        if piece is None:
            continue
        if entry.read in ("list", "treatments"):
            for one in (piece, *piece.again):
                one.entries = tuple(entry_lines(document, one.spans))
        if entry.path in sections.fields:
            sections.fields[entry.path].again.append(piece)
        else:
            if entry.instead:
                piece.doubts.append(Doubt("IMR414", f"it is {entry.instead}", piece.label))
            sections.fields[entry.path] = piece
    _blocks(document, layout, sections, ranges)
    _adopt(document, layout, sections)


def _labelled(
    document: Document,
    entry: Field,
    hits: Sequence[Hit],
    where: Span,
    ends: Sequence[int],
    columns: Columns,
    sections: Sections,
) -> Piece | None:
    met = [
        hit
        for hit in hits
        if hit.landmark.kind == "label"
        and hit.landmark.name == entry.path
        and where.start <= hit.span.start < where.end
    ]
    if not met:
        return None
    best = min(met, key=lambda hit: (hit.match, hit.span.start))
    piece = _after(document, entry, best, ends, columns, sections)
    piece.again = [
        _after(document, entry, hit, ends, columns, sections)
        for hit in met
        if hit.match <= Match.NEAR and hit is not best
    ]
    return piece


def _after(
    document: Document, entry: Field, hit: Hit, ends: Sequence[int], columns: Columns, sections: Sections
) -> Piece:
    if hit.span.start in columns.values:
        return Piece((columns.values[hit.span.start],), hit.span, label_doubts(hit))
    apart = columns.doubts.get(hit.span.start)
    end = min(border for border in ends if border >= hit.span.end)
    own_end = _own_end(document, entry, hit.span.end, end) if entry.read in _SHORT else end
    sections.left.extend(document.trim(own_end, end))
    doubts = [*label_doubts(hit), *([apart] if apart else [])]
    return Piece(document.trim(hit.span.end, own_end), hit.span, doubts)


def _own_end(document: Document, entry: Field, start: int, end: int) -> int:
    """A field ends before words that look like another label, or a line that looks like a title."""
    text = document.text
    if entry.read == "names":
        first_line = document.lines[document.line_at(start)]
        in_capitals = text[start : first_line.end].isupper()
        for at in range(document.line_at(start) + 1, document.line_at(max(start, end - 1)) + 1):
            line = document.lines[at]
            words = text[line.start : line.end]
            title = (line.bold and not first_line.bold) or (
                words.isupper() and not in_capitals and len(words.strip()) > _LONGEST_INITIALS
            )
            if _LABEL_LIKE.match(words) or (title and not _GOES_ON.search(text, start, line.start)):
                return line.start
        return end
    first = _WORD.search(text, start, end)
    foreign = _LABEL_LIKE.search(text, first.end(), end) if first else None
    return foreign.start() if foreign else end


def _adopt(document: Document, layout: Layout, sections: Sections) -> None:
    """Where one field of a section lacks its label, and one labelled text is left over there, they belong together."""
    for section in layout.sections:
        entries = [
            entry
            for entry in layout.fields
            if entry.section == section.name
            and entry.label
            and not entry.optional
            and (not entry.block or entry.block in sections.blocks)
        ]
        missing = [entry for entry in entries if entry.path not in sections.fields]
        if len(missing) != 1 or len(missing) == len(entries) or missing[0].inside:
            continue
        near = [sections.fields[entry.path].label for entry in entries if entry.path in sections.fields]
        low = min(label.start for label in near if label)
        high = max(label.end for label in near if label) + _REACH
        left = [
            span
            for span in sections.left
            if low <= span.start <= high and _LABEL_LIKE.match(document.text, span.start)
        ]
        label = _LABEL_LIKE.match(document.text, *left[0]) if len(left) == 1 else None
        if label is not None:
            words = f"the label '{missing[0].label}' is gone; taken by its place"
            doubt = Doubt("IMR205", words, Span(*label.span()))
            spans = document.trim(label.end(), left[0].end)
            sections.fields[missing[0].path] = Piece(spans, Span(*label.span()), [doubt])
            sections.left.remove(left[0])


def _unlabelled(
    document: Document, layout: Layout, entry: Field, sections: Sections, where: Span, ends: Sequence[int]
) -> Piece | None:
    lead = sections.leads.get(entry.section)
    if lead is None and entry.section not in sections.titles:
        return None
    start = lead.end if lead else sections.titles[entry.section].end
    end = min(border for border in ends if border >= start)
    doubts = [doubt for name, doubt in sections.unsure if name == entry.section]
    return Piece(document.trim(start, end), lead, [*doubts, *open_end(layout, sections, entry.section, end)])


def open_end(layout: Layout, sections: Sections, name: str, end: int) -> list[Doubt]:
    """What is to be said of a section's text that ends at a border which is not sure, or before a title that is missing."""
    if end in sections.shaky:
        return [Doubt("IMR207", "where it ends is not sure", Span(end, end))]
    later = [section for section in layout.sections[layout.order[name] + 1 :] if not section.optional]
    if later and not later[0].title and not sections.items:
        return [Doubt("IMR207", "no item follows it; the letter may break off in it", Span(end, end))]
    missing = next((section for section in later[:1] if section.title), None)
    if missing is None or missing.name in sections.titles:
        return []
    return [
        Doubt("IMR207", f"the title '{missing.title}' is missing; where it ends is not sure", Span(end, end))
    ]


def _inside(document: Document, entry: Field, where: Span) -> Piece | None:
    """The text after a phrase in a section's prose; where the phrase comes again, what follows it there too.

    Nothing is taken after a phrase that stands before its section, but that it stands there is known.
    """
    text = document.text
    pattern = _phrases((entry.label, *entry.also))
    met = [Span(*found.span()) for found in pattern.finditer(text, *where)]
    doubts: list[Doubt] = []
    if not met:
        near = alike(text, entry.label, where)
        if near is None:
            early = pattern.search(text, 0, where.start)
            if early is None:
                return None
            label = Span(*early.span())
            return Piece((), label, [Doubt("IMR207", "its words stand before its section", label)])
        met = [near]
        doubts = [Doubt("IMR401", f"the words '{entry.label}' are printed otherwise", near)]
    pieces = []
    for at, label in enumerate(met):
        end = met[at + 1].start if at + 1 < len(met) else where.end
        if entry.until:
            stop = _phrases(entry.until).search(text, label.end, end)
            end = stop.start() if stop else end
        pieces.append(Piece(document.trim(label.end, end), label, list(doubts)))
    first, *first.again = pieces
    return first


def alike(text: str, words: str, where: Span) -> Span | None:
    """Where words stand in a range that are all but the same, misspelt or in another case."""
    part = text[where.start : where.end]
    found = fuzz.partial_ratio_alignment(words.lower(), part.lower(), score_cutoff=_ALIKE)
    if found is None or found.dest_end - found.dest_start < 0.8 * len(words):
        return None
    end = found.dest_end
    while 0 < end < len(part) and part[end - 1].isalpha() and part[end].isalpha():
        end += 1  # a letter more: to its word's end
    return Span(where.start + found.dest_start, where.start + end)


@lru_cache(maxsize=64)
def _phrases(words: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(spread(row).replace(r"\-", "-") for row in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])(?:{either})", re.IGNORECASE)


def _blocks(document: Document, layout: Layout, sections: Sections, ranges: dict[str, Span]) -> None:
    """Which blocks of labels the header has; labels that are not known put all that is missing there in doubt."""
    header = layout.sections[0]
    where = ranges[header.name]
    words = " ".join(document.text[where.start : where.end].split())
    for name, marks in layout.blocks.items():
        if any(mark in words for mark in marks):
            sections.blocks.add(name)
