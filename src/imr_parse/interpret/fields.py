"""A field's text → its value, or what is to be said where there is none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from imr_parse.document import Document, Span
from imr_parse.found import Doubt, Found
from imr_parse.interpret.cover import read_name, read_stated_outcome
from imr_parse.interpret.credentials import read_certified, read_licensed
from imr_parse.interpret.header import READERS
from imr_parse.interpret.lists import read_list, read_treatments
from imr_parse.interpret.names import read_names
from imr_parse.interpret.reading import Reading
from imr_parse.layouts.model import Field
from imr_parse.running import running_spans
from imr_parse.sections import Piece

_OF_NAMES = ("names", "certified", "licensed")
LISTS = (*_OF_NAMES, "list", "treatments")
"""Readers whose value is a list."""


def read_field(
    document: Document, entry: Field, piece: Piece | None, *, expected: bool, requests: frozenset[str]
) -> Any:
    """The value as Found, or a dict of several keys. `expected`: whether the letter should state it.

    `requests`: what the letter's items decide, folded.
    """
    if piece is None:
        empty: Any = [] if entry.read in LISTS else None
        if not expected:
            return empty
        words = (
            f"the label '{entry.label}' was not found"
            if entry.label
            else "its place in the letter was not found"
        )
        missing = Found(empty, doubts=(Doubt("IMR201", words),))
        return _no_case_numbers(missing) if entry.read == "case_number" else missing
    if entry.read == "prose":
        return prose(document, piece)
    if not piece.spans:
        filled = next((one for one in piece.again if one.spans), None)
        if filled is None:
            return _blank(entry, piece)
        piece = filled._replace(again=tuple(one for one in (piece, *piece.again) if one is not filled))
    if entry.read in _OF_NAMES:
        return _names(document, entry, piece)
    if entry.read in ("list", "treatments"):
        return _list(document, entry, piece, requests)
    if entry.read == "case_number":
        return _case_numbers(document, piece)
    found = _single(document, entry, piece)
    again = [_single(document, entry, other) for other in piece.again if other.spans]
    if entry.read == "name" and len(again) < len(piece.again):
        doubt = Doubt("IMR206", "its label stands again with nothing after it", piece.again[0].label)
        found = Found(found.value, found.spans, (*found.doubts, doubt))
    differs = next((other for other in again if other.value is not None and other.value != found.value), None)
    if found.value is None and differs is not None:
        return differs
    if differs is not None:
        doubt = Doubt("IMR206", f"the letter states it again as {differs.value}", differs.spans[0])
        return Found(found.value, found.spans, (*found.doubts, doubt))
    return found


def _blank(entry: Field, piece: Piece) -> Any:
    """Nothing after the label: in the published copy names are taken out so, anything else is missing."""
    empty: Any = [] if entry.read in LISTS else None
    if entry.read == "name" or entry.optional:
        return Found(empty, doubts=tuple(piece.doubts))
    missing = Found(
        empty, doubts=(*piece.doubts, Doubt("IMR202", "nothing stands after its label", piece.label))
    )
    return _no_case_numbers(missing) if entry.read == "case_number" else missing


def _no_case_numbers(missing: Found) -> dict[str, Found]:
    """Where there is no case number, there may be more that are not read either."""
    return {"case_number": missing, "consolidated_case_numbers": Found([], doubts=missing.doubts)}


def prose(document: Document, piece: Piece | None) -> Found:
    """Running text."""
    if piece is None:
        return Found(None, doubts=(Doubt("IMR201", "its label was not found"),))
    if not piece.spans:
        return Found(
            None, doubts=(*piece.doubts, Doubt("IMR202", "nothing stands after its label", piece.label))
        )
    return Found(running_spans(document, piece.spans), piece.spans, tuple(piece.doubts))


def _words(document: Document, piece: Piece) -> tuple[str, int]:
    start, end = piece.spans[0]
    return document.text[start:end], start


def _single(document: Document, entry: Field, piece: Piece) -> Found:
    words, start = _words(document, piece)
    if entry.read == "name":
        own_line = piece.label is None or "\n" not in document.text[piece.label.end : start]
        reading = read_name(words, own_line=own_line, number=entry.path.endswith("number"))
    elif entry.read == "stated_outcome":
        reading = read_stated_outcome(words)
    else:
        reading = READERS[entry.read](words)
    value = found(reading, start)
    return Found(value.value, value.spans, (*piece.doubts, *value.doubts))


def _names(document: Document, entry: Field, piece: Piece) -> Found:
    """All names; a second set (8 CCR 9792.10.6 allows several reviewers) is added and said."""
    values: list[Found] = []
    for one in (piece, *piece.again):
        if not one.spans:
            continue
        words, start = _words(document, one)
        if entry.read == "certified":
            readings: Iterable[Reading] = read_certified(words)
        elif entry.read == "licensed":
            readings = read_licensed(words)
        else:
            readings = read_names(words, entry.path.rsplit("/", 1)[-1])
        values += [found(reading, start) for reading in readings]
    remarks = list(piece.doubts)
    if piece.again:
        remarks.append(
            Doubt("IMR206", "the credentials of more than one reviewer stand here", piece.again[0].label)
        )
    if not values:
        remarks.append(Doubt("IMR202", "no name stands after its label", piece.label))
    return Found(values, doubts=tuple(remarks))


def _list(document: Document, entry: Field, piece: Piece, requests: frozenset[str]) -> Found:
    words, start = _words(document, piece)
    lines = [line._replace(offset=line.offset - start) for line in piece.entries if line.offset >= start]
    if entry.read == "list":
        readings, remarks = read_list(words, lines)
    else:
        readings, remarks = read_treatments(words, lines, requests)
    return Found(
        [found(reading, start) for reading in readings],
        doubts=(*piece.doubts, *doubts(remarks, piece.spans[0])),
    )


def _case_numbers(document: Document, piece: Piece) -> dict[str, Any]:
    """The numbers, from where most are stated: a cover letter may give the first alone, and the header all."""
    stated = [
        (one, READERS["case_number"](_words(document, one)[0])) for one in (piece, *piece.again) if one.spans
    ]
    numbers = [tuple(number for number, _, _ in reading.value) for _, reading in stated]
    fullest, reading = stated[numbers.index(max(numbers, key=len))]
    most = tuple(number for number, _, _ in reading.value)
    words, start = _words(document, fullest)
    first, *more = [Found(number, (Span(start + a, start + b),)) for number, a, b in reading.value]
    remarks = [*piece.doubts, *doubts(reading.remarks, first.spans[0])]
    others = [
        Doubt("IMR206", "the letter states another case number too", one.spans[0])
        for (one, _), said in zip(stated, numbers, strict=True)
        if most[: len(said)] != said
    ]
    rest = Doubt(
        "IMR208", "words that are no case number follow", Span(start + reading.end, start + len(words))
    )
    unread = (rest,) if words[reading.end :].strip() else ()
    return {
        "case_number": Found(first.value, first.spans, (*remarks, *others)),
        "consolidated_case_numbers": Found(more, doubts=(*unread, *others)),
    }


def found(reading: Reading, offset: int) -> Found:
    """A reading with its place in the letter."""
    span = Span(offset + reading.start, offset + reading.end)
    return Found(reading.value, (span,) if reading.value is not None else (), doubts(reading.remarks, span))


def doubts(remarks: Iterable[tuple[str, str]], at: Span | None) -> tuple[Doubt, ...]:
    """Remarks of a pure reader with the place they speak of."""
    return tuple(Doubt(code, message, at) for code, message in remarks)
