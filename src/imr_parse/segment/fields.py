"""Where each field of a layout stands: after its label, after a phrase in prose, or after its section's lead."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from imr_parse.document import Document, Span
from imr_parse.entries import entry_lines
from imr_parse.found import Doubt
from imr_parse.landmarks.find import Hit, Match, label_doubts
from imr_parse.layouts.model import Field, Reader, Section
from imr_parse.letter import Letter
from imr_parse.sections import Piece
from imr_parse.segment.borders import fixed_again, line_openings
from imr_parse.segment.columns import Columns, label_columns
from imr_parse.segment.header_labels import resembling_labels, wrapped_labels
from imr_parse.segment.outline import Outline, at_home
from imr_parse.segment.phrases import after_phrase
from imr_parse.segment.placed import Items

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


@dataclass(frozen=True, slots=True)
class Fields:
    """Where the fields of a letter stand."""

    pieces: Mapping[str, Piece]
    """By record path."""
    blocks: frozenset[str]
    """The blocks of the layout that are there."""
    left: tuple[Span, ...]
    """Text that belongs to nothing, that among the items too."""
    known: tuple[Span, ...]
    """Text that is known and no value: the halves of labels that are printed around their value."""


@dataclass(frozen=True, slots=True)
class _Labels:
    """The labels that were met, and where what stands after them ends."""

    document: Document
    by_path: Mapping[str, Sequence[Hit]]
    ends: Sequence[int]
    """In order, the text's end among them."""
    columns: Columns

    def end_after(self, offset: int) -> int:
        """The first border at an offset or after it."""
        return self.ends[bisect_left(self.ends, offset)]


def place_fields(letter: Letter, outline: Outline, items: Items) -> Fields:
    """The text of each field by its record path, and which blocks of labels are there."""
    document = letter.document
    labels, halves = _labels(letter, outline, items)
    pieces: dict[str, Piece] = {}
    left = list(items.left)
    for entry in letter.layout.fields:
        where = outline.ranges[entry.section]
        if not entry.label:
            piece = _unlabelled(letter, outline, entry, labels, items=bool(items.items))
        elif entry.inside:
            piece = after_phrase(document, entry, where)
        else:
            piece, rest = _labelled(labels, entry, where)
            left += rest
        if piece is None:
            continue
        if entry.read in ("list", "treatments"):
            piece = _with_entries(document, piece)
        if entry.path in pieces:
            pieces[entry.path] = pieces[entry.path]._replace(again=(*pieces[entry.path].again, piece))
        elif entry.instead:
            pieces[entry.path] = piece.doubted(Doubt("IMR414", f"it is {entry.instead}", piece.label))
        else:
            pieces[entry.path] = piece
    fields = Fields(pieces, _blocks(letter, outline), tuple(left), tuple(halves))
    lacking = {entry.section for entry in letter.layout.fields if entry.path not in pieces}
    for section in letter.layout.sections:
        if section.name in lacking:
            fields = _adopting(letter, section, fields)
    return fields


def _labels(letter: Letter, outline: Outline, items: Items) -> tuple[_Labels, list[Span]]:
    """The labels however they are printed, with their borders; and the halves of those that wrap around their value."""
    header = outline.ranges[letter.layout.sections[0].name]
    around, halves = wrapped_labels(letter, header)
    near = resembling_labels(letter, [*letter.hits, *around], header)
    ends = sorted(
        {
            *_borders(letter, outline, items),
            *(span.start for span in (*(hit.span for hit in near), *halves)),
            *line_openings(letter.document, letter.layout.stops, *header),
            *fixed_again(letter, outline.ranges),
            len(letter.document.text),
        }
    )
    hits = [*letter.hits, *around, *near]
    by_path: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.landmark.kind == "label":
            by_path.setdefault(hit.landmark.name, []).append(hit)
    return _Labels(letter.document, by_path, ends, label_columns(letter, hits, header, ends)), halves


def _borders(letter: Letter, outline: Outline, items: Items) -> Iterator[int]:
    """Offsets at which a field must end, by titles, labels, fixed sentences and items."""
    for hit in letter.hits:
        if hit.match <= Match.NEAR and at_home(hit, outline.ranges):
            yield hit.span.start
    yield from (span.start for span in outline.leads.values())
    yield from (span.start for span in items.known)
    for item in items.items[:1]:
        yield from (span.start for span in (item.heading.spans[:1] if item.heading else ()))


def _labelled(labels: _Labels, entry: Field, where: Span) -> tuple[Piece | None, list[Span]]:
    """The text after a field's label, of several the surest; and what stands between that and the next border."""
    met = [hit for hit in labels.by_path.get(entry.path, ()) if where.start <= hit.span.start < where.end]
    if not met:
        return None, []
    best = min(met, key=lambda hit: (hit.match, hit.span.start))
    piece, rest = _after(labels, entry, best)
    left = list(rest)
    again: list[Piece] = []
    for hit in met:
        if hit.match <= Match.NEAR and hit is not best:
            one, rest = _after(labels, entry, hit)
            again.append(one)
            left += rest
    return piece._replace(again=tuple(again)) if again else piece, left


def _after(labels: _Labels, entry: Field, hit: Hit) -> tuple[Piece, tuple[Span, ...]]:
    document, columns = labels.document, labels.columns
    if hit.span.start in columns.values:
        return Piece((columns.values[hit.span.start],), hit.span, tuple(label_doubts(hit))), ()
    apart = columns.doubts.get(hit.span.start)
    end = labels.end_after(hit.span.end)
    own_end = _own_end(document, entry, hit.span.end, end) if entry.read in _SHORT else end
    doubts = (*label_doubts(hit), *([apart] if apart else []))
    return Piece(document.trim(hit.span.end, own_end), hit.span, doubts), document.trim(own_end, end)


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


def _unlabelled(
    letter: Letter, outline: Outline, entry: Field, labels: _Labels, *, items: bool
) -> Piece | None:
    """The text after the fixed sentence of a field's section, or after its title."""
    lead = outline.leads.get(entry.section)
    begins = lead or outline.titles.get(entry.section)
    if begins is None:
        return None
    end = labels.end_after(begins.end)
    doubts = (
        *outline.unsure[entry.section],
        *outline.open_end(letter.layout, entry.section, end, items=items),
    )
    return Piece(letter.document.trim(begins.end, end), lead, doubts)


def _with_entries(document: Document, piece: Piece) -> Piece:
    """A list with its lines, and so where it is stated again."""
    again = tuple(_with_entries(document, one) for one in piece.again)
    return piece._replace(entries=tuple(entry_lines(document, piece.spans)), again=again)


def _blocks(letter: Letter, outline: Outline) -> frozenset[str]:
    """The blocks of labels that the header has."""
    where = outline.ranges[letter.layout.sections[0].name]
    words = " ".join(letter.document.text[where.start : where.end].split())
    return frozenset(
        name for name, marks in letter.layout.blocks.items() if any(mark in words for mark in marks)
    )


def _adopting(letter: Letter, section: Section, fields: Fields) -> Fields:
    """Where one field of a section lacks its label, and one labelled text is left over there, they belong together."""
    text, pieces = letter.document.text, fields.pieces
    due = [
        entry for entry in letter.layout.fields if entry.section == section.name and _is_due(entry, fields)
    ]
    missing = [entry for entry in due if entry.path not in pieces]
    if len(missing) != 1 or len(due) == 1 or missing[0].inside:
        return fields
    known = [label for entry in due if entry.path in pieces and (label := pieces[entry.path].label)]
    low, high = min(label.start for label in known), max(label.end for label in known) + _REACH
    near = [span for span in fields.left if low <= span.start <= high and _LABEL_LIKE.match(text, span.start)]
    gone = _LABEL_LIKE.match(text, *near[0]) if len(near) == 1 else None
    if gone is None:
        return fields
    place = Span(*gone.span())
    doubt = Doubt("IMR205", f"the label '{missing[0].label}' is gone; taken by its place", place)
    piece = Piece(letter.document.trim(gone.end(), near[0].end), place, (doubt,))
    left = tuple(span for span in fields.left if span != near[0])
    return replace(fields, pieces={**pieces, missing[0].path: piece}, left=left)


def _is_due(entry: Field, fields: Fields) -> bool:
    """Whether a letter that has these fields should have a label: its field is no optional one, and its block is there."""
    return bool(entry.label) and not entry.optional and (not entry.block or entry.block in fields.blocks)
