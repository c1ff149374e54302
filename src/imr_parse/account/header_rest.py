"""What stands in a letter's header and was taken by no field, and what that says of the fields that were not found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from imr_parse.account.header_signs import MARKED, STATED, damaged, malformed, may_be, summed_up, unlike
from imr_parse.account.letter_start import before_opening, begins_late
from imr_parse.document import Span
from imr_parse.found import Doubt, Places
from imr_parse.landmarks.find import fold
from imr_parse.layouts.model import Field, Layout
from imr_parse.letter import Letter
from imr_parse.sections import Piece, Sections

_LABEL = re.compile(
    r"(?:^|\s{2})[ \f]{0,8}(?!(?:phone|tel|telephone|fax|tdd|tty|toll|re|to|from|dear|cc|c|via|attn|attention|enclosures?|sent|subject|e-?mail)\b)"
    r"[^\W\d_](?:[^\W\d_]|[()/.#'\u2019 -]){2,45}:(?=\s)",
    re.MULTILINE | re.IGNORECASE,
)
"""A label that no layout has; not what also stands before a colon in a letter's head."""
_TREATMENTS = "case/treatments_in_dispute"
_OF_LINES = ("treatments", "stated_outcome")
"""Readers of values that stand in lines of their own below their label, and are covered whole."""
_WORD = 5
"""Letters of a label's first word that tells the label."""
_FEW = 3
"""Labels among which a line without one is odd, and letters of such a line."""
_SOME = 40
"""Characters of a header that are more than a stray line."""


@dataclass(frozen=True, slots=True)
class _Header:
    """What stands before the first title, and what the fields took of it."""

    letter: Letter
    sections: Sections
    end: int
    missing: Sequence[Field]
    """The layout's fields that it does not fill."""
    covered: Sequence[Span]
    marks: frozenset[str]
    """Known words, folded, that state nothing."""

    def is_there(self, entry: Field) -> bool:
        """Whether the block of labels that a field belongs to is there."""
        return not entry.block or entry.block in self.sections.blocks


def header_rest(letter: Letter, sections: Sections, places: Places) -> Iterator[tuple[str, Doubt]]:
    """Doubts on what a header does not state, where it holds what nothing has taken or lacks what it should have."""
    document, layout = letter.document, letter.layout
    every = [entry for entry in layout.fields if entry.section == layout.sections[0].name]
    filled = {path.removeprefix("/") for path, _ in places}
    filled |= {path.removesuffix("/0") for path in filled}
    blank = {path for path, piece in sections.fields.items() if piece.label and not piece.spans}
    missing = [entry for entry in every if entry.path not in filled and entry.path not in blank]
    end = min((span.start for span in sections.titles.values()), default=0)
    if begins_late(letter, sections, end):
        for path in _paths(missing):
            yield path, Doubt("IMR201", f"the letter does not begin with '{layout.opening}'", Span(0, 0))
    yield from before_opening(letter, places, end)
    if any(entry.read == "stated_outcome" for entry in missing) and (summed := summed_up(document.text, end)):
        yield (
            "/stated_outcome",
            Doubt("IMR201", "the header sums up an outcome in words that are not known", summed),
        )
    if not (missing or _TREATMENTS in filled) or not document.text[:end].strip():
        return
    pieces = [(sections.fields[entry.path], entry) for entry in every if entry.path in sections.fields]
    differing = list(unlike(document, pieces, end))
    if len(differing) > 1:  # two headers
        for entry in every:
            if entry.path in filled and not entry.inside:
                said = "labels of the header stand twice with different words"
                yield f"/{entry.path}", Doubt("IMR206", said, differing[0])
    covered = list(_covered(sections, pieces, places, end))
    header = _Header(letter, sections, end, missing, covered, _marks(layout))
    lost = _incomplete(header)
    found = (
        lost
        or malformed(document, places)
        or next(iter(differing), None)
        or _between_labels(header, every)
        or damaged(document, covered, end)
    )
    rest = list(_rest(header))
    yield from _outside(document.text, filled, rest)
    for entry in missing:
        if not (lost or header.is_there(entry) or not entry.optional):
            continue
        place = found or next((span for span in rest if may_be(entry, document.text, span)), None)
        place = place or _begun(header, entry)
        if place is not None:
            said = "the header holds words that are not known, or lacks some"
            yield f"/{entry.path}", Doubt("IMR201", said, place)


def _covered(
    sections: Sections, pieces: Sequence[tuple[Piece, Field]], places: Places, end: int
) -> Iterator[Span]:
    """What of the header is a value, a label or known."""
    for _, spans in places:
        yield from (span for span in spans if span.start < end)
    for piece, entry in pieces:
        elsewhere = entry.read == "case_number" and bool(piece.again)  # the value may be the one stated again
        yield from _spans(piece, whole=elsewhere or entry.read in _OF_LINES)
    yield from (span for span in sections.known if span.start < end)


@lru_cache(maxsize=16)
def _marks(layout: Layout) -> frozenset[str]:
    """Known words of a header that state nothing, folded."""
    return frozenset(
        map(fold, (*(mark for words in layout.blocks.values() for mark in words), *layout.stops))
    )


def _paths(entries: Sequence[Field]) -> Iterator[str]:
    """The JSON pointers of fields; with the case number those of the consolidated cases."""
    for entry in entries:
        yield f"/{entry.path}"
        if entry.read == "case_number":
            yield "/case/consolidated_case_numbers"


def _outside(text: str, filled: set[str], rest: Sequence[Span]) -> Iterator[tuple[str, Doubt]]:
    """An entry of the treatments that stands outside of their list: the label stands behind it, or words stand between."""
    entry = next((span for span in rest if MARKED.match(text, span.start)), None)
    if entry is not None and _TREATMENTS in filled:
        yield f"/{_TREATMENTS}", Doubt("IMR207", "an entry may stand outside of it", entry)


def _spans(piece: Piece, *, whole: bool) -> Iterator[Span]:
    for one in (piece, *piece.again):
        if one.label:
            yield one.label
        if whole or one is not piece:
            yield from one.spans


def _between_labels(header: _Header, entries: Sequence[Field]) -> Span | None:
    """A line among the label lines that nothing took: its label may be gone."""
    document = header.letter.document
    labels = sorted(
        piece.label
        for entry in entries
        if entry.path != "case/decision_date" and entry.read not in _OF_LINES
        for piece in (header.sections.fields.get(entry.path),)
        if piece is not None and piece.label is not None
    )
    if len(labels) < _FEW:
        return None
    at = labels[0].start
    for start, stop in sorted(header.covered):
        if at < start <= labels[-1].start:
            rest = document.trim(at, start)
            words = document.text[rest[0].start : rest[0].end] if rest else ""
            known = fold(words.partition(":")[0]) in header.marks or _LABEL.match(words) is not None
            if "\n" not in words and sum(map(str.isalnum, words)) >= _FEW and not known:
                return rest[0]
        at = max(at, stop) if stop > labels[0].start else at
    return None


def _incomplete(header: _Header) -> Span | None:
    """The header's first line, where a label that every such header has is missing and other text stands there."""
    document, end = header.letter.document, header.end
    needed = any(not entry.optional and header.is_there(entry) for entry in header.missing)
    known = sum(min(span.end, end) - span.start for span in set(header.covered))
    if not needed or len(document.text[:end].strip()) - known < _SOME:
        return None
    return document.trim(0, min(end, document.lines[0].end))[0]


def _rest(header: _Header) -> Iterator[Span]:
    """Labels, statements and marked lines outside of what is covered."""
    text, end = header.letter.document.text, header.end
    at = 0
    for start, stop in (*sorted(header.covered), Span(end, end)):
        if start > at and not text[at:start].isspace():
            for pattern in (_LABEL, STATED, MARKED):
                for found in pattern.finditer(text, at, min(start, end)):
                    line = text[text.rfind("\n", 0, found.start() + 1) + 1 : found.end()]
                    known = (
                        fold(line.partition(":")[0]) in header.marks or line.lstrip()[:4].lower() == "dear"
                    )
                    if fold(found.group()) not in header.marks and not known:
                        yield Span(*found.span())
        at = max(at, stop)


def _begun(header: _Header, entry: Field) -> Span | None:
    """A line that begins with a label's first word and that nothing has taken: the label may be cut short."""
    if entry.read not in ("name", "treatments"):
        return None
    labels = _first_words((entry.label, *entry.also))
    for found in labels.finditer(header.letter.document.text, 0, header.end):
        if not any(start <= found.start("word") < stop for start, stop in header.covered):
            return Span(*found.span("word"))
    return None


@lru_cache(maxsize=32)
def _first_words(labels: tuple[str, ...]) -> re.Pattern[str]:
    words = {word for label in labels if len(word := re.split(r"\W", label)[0]) >= _WORD}
    return re.compile(
        rf"^[ \f]{{0,8}}(?P<word>(?:{'|'.join(sorted(words))})\b)(?![^\n:]{{0,40}}:)", re.MULTILINE
    )
