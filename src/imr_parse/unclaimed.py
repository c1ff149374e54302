"""What stands in a letter's header and was taken by no field, and lines that no value holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.interpret.header import read_day
from imr_parse.interpret.lists import is_title
from imr_parse.landmarks import fold
from imr_parse.layouts.model import Field, Layout
from imr_parse.sections import Piece, Sections

_LABEL = re.compile(
    r"(?:^|\s{2})[ \f]{0,8}(?!(?:phone|tel|telephone|fax|tdd|tty|toll|re|to|from|dear|cc|c|via|attn|attention|enclosures?|sent|subject|e-?mail)\b)"
    r"[^\W\d_](?:[^\W\d_]|[()/.#'\u2019 -]){2,45}:(?=\s)",
    re.MULTILINE | re.IGNORECASE,
)
_DATED = re.compile(r"\b\d{1,2}/\d{1,2}/\d{2,4}\b")
_STATED = re.compile(r"\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b(?:[A-Z]{2})?\d{2}-\d{6,9}\b")
_MARKED = re.compile(
    r"^[ \f]{0,8}(?:[\u2022\u25cf\u25aa\u00b7\uf0b7]|\d{1,2}[.)])[ ]{1,4}(?=[A-Z])", re.MULTILINE
)
_NUMBER_LINE = re.compile(r"^[ \f]{0,8}-?[ ]?\d{1,3}[ ]?-?[ ]{0,8}$", re.MULTILINE)
_CREDENTIALS = re.compile(
    r"\bboard[\s-]{0,2}certifi|\blicensed\b|\bsub-?special|\bdiplomate\b", re.IGNORECASE
)
_FEW = 3
_LOWER = 4
"""Small letters of a line that is no title."""
_SHORT = ("/claims_administrator_guideline/text", "/reviewer_guideline/text", "/heading", "/treatment")
Places = Sequence[tuple[str, tuple[Span, ...]]]


def unclaimed(
    document: Document, layout: Layout, sections: Sections, places: Places
) -> Iterator[tuple[str, Doubt]]:
    """Doubts on fields that a label, a date or credentials which nothing has taken may belong to; numbers inside values."""
    yield from _header(document, layout, sections, places)
    yield from _credentials(document, layout, sections)
    yield from _damaged(document, layout, sections, places)
    numbers = [Span(*found.span()) for found in _NUMBER_LINE.finditer(document.text)]
    for path, spans in places:
        if "/citations/" in path or "/services/" in path:  # parts of a value that is looked at itself
            continue
        for start, end in spans:
            for number in numbers:
                if start < number.start and number.end <= end:
                    yield path, Doubt("IMR209", "a line of it is a number alone", number)
            if path.endswith(_SHORT):
                yield from ((path, doubt) for doubt in _titles(document, Span(start, end)))


def _titles(document: Document, span: Span) -> Iterator[Doubt]:
    """A line in capitals among others that are not: a title, or a part of one."""
    lines = document.text[span.start : span.end].split("\n")
    if any(map(is_title, lines)) and any(sum(map(str.islower, line)) > _LOWER for line in lines):
        yield Doubt("IMR209", "a line in it reads like a title", span)


def _header(
    document: Document, layout: Layout, sections: Sections, places: Places
) -> Iterator[tuple[str, Doubt]]:
    """A label that is not known, or a date under none, is doubt about every field of the header that was not found."""
    header = layout.sections[0].name
    entries = [
        entry
        for entry in layout.fields
        if entry.section == header
        and not (entry.optional and entry.block and entry.block not in sections.blocks)
    ]
    filled = {path.removeprefix("/") for path, _ in places}
    blank = {path for path, piece in sections.fields.items() if piece.label and not piece.spans}
    missing = [
        entry
        for entry in entries
        if entry.path not in filled and entry.path not in blank and f"{entry.path}/0" not in filled
    ]
    end = min((span.start for span in sections.titles.values()), default=0)
    if not missing or not document.text[:end].strip():
        return
    covered = [span for path, spans in places for span in spans if span.start < end]
    for entry in entries:
        piece = sections.fields.get(entry.path)
        if piece is not None:
            covered += _spans(piece, whole=entry.read in ("treatments", "stated_outcome"))
    covered += [span for span in sections.known if span.start < end]
    marks = {fold(mark) for words in layout.blocks.values() for mark in words}
    pieces = [
        (sections.fields[entry.path], entry.read in ("date", "day"))
        for entry in entries
        if entry.path in sections.fields
    ]
    found = (
        _malformed(document, places)
        or _unlike(document, pieces, end)
        or _first(document.text, covered, end, marks)
        or _between_labels(document, entries, sections, covered)
        or _incomplete(document, sections, missing, end)
    )
    if found is not None:
        for entry in missing:
            yield (
                f"/{entry.path}",
                Doubt("IMR201", "a label or date that is not known stands in the header", found),
            )


def _spans(piece: Piece, *, whole: bool) -> Iterator[Span]:
    for one in (piece, *piece.again):
        if one.label:
            yield one.label
        if whole or one is not piece:
            yield from one.spans


def _malformed(document: Document, places: Places) -> Span | None:
    """A name with digits or a claim number without: it may be another party's."""
    for path, spans in places:
        if path.startswith("/parties/"):
            digits = any(map(str.isdigit, document.text[spans[0].start : spans[-1].end]))
            dated = _DATED.search(document.text, *spans[0]) is not None
            if dated or (
                digits != path.endswith("claim_number") and not path.endswith("claims_administrator")
            ):
                return spans[0]
    return None


def _unlike(document: Document, pieces: Sequence[tuple[Piece, bool]], end: int) -> Span | None:
    """A label that stands twice in the header with different words after it: one of the two may be another's.

    `pieces`: each with whether it is a day.
    """
    for piece, is_day in pieces:
        here = [one for one in (piece, *piece.again) if one.label and one.label.start < end]
        words = [document.text[slice(*one.spans[0])].partition("\n")[0] for one in here if one.spans]
        if is_day and len({read_day(text).value for text in words}) > 1:
            return here[1].label
        tokens = sorted(map(_tokens, words), key=len) if not is_day else []
        if any(longer[: len(tokens[0])] != tokens[0] for longer in tokens[1:]):  # one may wrap in its cell
            return here[1].label
    return None


def _damaged(
    document: Document, layout: Layout, sections: Sections, places: Places
) -> Iterator[tuple[str, Doubt]]:
    """What a damaged file does not state may have stood on the page concerned."""
    damage = next((damage for damage in document.damage if damage.page is not None), None)
    if damage is None:
        return
    filled = {path.split("/")[1] if path.count("/") == 1 else path[1:] for path, _ in places}
    for entry in layout.fields:
        members = any(path.startswith(f"{entry.path}/") for path in filled)
        if entry.path not in filled and not members and entry.path not in sections.fields:
            yield f"/{entry.path}", Doubt(damage.code, damage.detail)


def _between_labels(
    document: Document, entries: Sequence[Field], sections: Sections, covered: Sequence[Span]
) -> Span | None:
    """A line among the label lines that nothing took: its label may be gone."""
    labels = sorted(
        piece.label
        for entry in entries
        if entry.path != "case/decision_date" and entry.read not in ("treatments", "stated_outcome")
        for piece in (sections.fields.get(entry.path),)
        if piece is not None and piece.label is not None
    )
    if len(labels) < _FEW:
        return None
    at = labels[0].start
    for start, stop in sorted(covered):
        if at < start <= labels[-1].start:
            rest = document.trim(at, start)
            words = document.text[rest[0].start : rest[0].end] if rest else ""
            if "\n" not in words and sum(map(str.isalnum, words)) >= _FEW:
                return rest[0]
        at = max(at, stop) if stop > labels[0].start else at
    return None


def _incomplete(document: Document, sections: Sections, missing: Sequence[Field], end: int) -> Span | None:
    """The header's first line, where a label that every such header has is missing: more of it may be lost."""
    needed = [
        entry
        for entry in missing
        if not entry.optional and (not entry.block or entry.block in sections.blocks)
    ]
    return document.trim(0, min(end, document.lines[0].end))[0] if needed else None


def _tokens(words: str) -> tuple[str, ...]:
    """Words and numbers, the numbers without leading zeros: a date may be padded in one place only."""
    return tuple(token.lstrip("0") for token in re.findall(r"\d+|[^\W\d_]+", words.casefold()))


def _first(text: str, covered: Sequence[Span], end: int, marks: set[str]) -> Span | None:
    """The first label or statement outside of what is covered; `marks`: known words, folded, that are none."""
    at = 0
    for start, stop in (*sorted(covered), Span(end, end)):
        if start > at:
            for pattern in (_LABEL, _STATED, _MARKED):
                for found in pattern.finditer(text, at, min(start, end)):
                    if fold(found.group()) not in marks:
                        return Span(*found.span())
        at = max(at, stop)
    return None


def _credentials(document: Document, layout: Layout, sections: Sections) -> Iterator[tuple[str, Doubt]]:
    """Words of credentials in prose that no credential was read from."""
    entries = [entry for entry in layout.fields if entry.read in ("certified", "licensed")]
    pieces = [sections.fields[entry.path] for entry in entries if entry.path in sections.fields]
    taken = [
        span for piece in pieces for one in (piece, *piece.again) for span in (*one.spans, one.label) if span
    ]
    for free in sections.free:
        if not any(free.start <= span.start < free.end for span in taken):
            continue
        for found in _CREDENTIALS.finditer(document.text, *free):
            if not any(span.start <= found.start() < span.end for span in taken):
                for entry in entries:
                    yield (
                        f"/{entry.path}",
                        Doubt("IMR206", "further credentials stand beside it", Span(*found.span())),
                    )
                return
