"""Why a record is what it is: the layout, the rule behind each value, the words around it, and what was left over."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Any

from imr_parse.codes import CODES
from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.pointers import pointers, value_at
from imr_parse.recognise import Recognition
from imr_parse.rules import NOT_STATED, derived, rule
from imr_parse.sections import Item, Piece, Sections
from imr_parse.way import Way

_AROUND = 60
"""Characters shown before and after a value."""
_LONGEST = 160
"""Characters shown of the words that raised a doubt."""
_EXPECTED = ("title", "label", "part")
"""Kinds of landmarks that every letter of a layout shows."""
_NOWHERE = dict.fromkeys(("page", "start", "end", "before", "after"))


def raw_sections(way: Way) -> list[dict[str, Any]]:
    """Titles, leads, fields, items and what is left over, in the letter's order, each with its place and words."""
    rows = sorted(_named(way.sections), key=lambda row: row[1])
    return [_row(way.document, name, span) for name, span in rows]


def _named(sections: Sections) -> Iterator[tuple[str, Span]]:
    for name, span in sections.titles.items():
        yield f"title {name}", span
    for name, span in sections.leads.items():
        yield f"lead {name}", span
    for path, piece in sections.fields.items():
        yield from _piece(path, piece)
    for number, item in enumerate(sections.items, start=1):
        yield from _item(number, item)
    for span in sections.left:
        yield "left over", span


def _item(number: int, item: Item) -> Iterator[tuple[str, Span]]:
    if item.heading:
        yield from _piece(f"item {number} heading", item.heading)
    for path, piece in item.parts.items():
        yield from _piece(f"item {number} {path}", piece)


def _piece(name: str, piece: Piece) -> Iterator[tuple[str, Span]]:
    for span in piece.spans:
        yield name, span


def _row(document: Document, name: str, span: Span) -> dict[str, Any]:
    return {
        "name": name,
        "page": document.page_at(span.start),
        "start": span.start,
        "end": span.end,
        "text": document.text[span.start : span.end],
    }


class NoSuchValue(Exception):
    """A pointer to nothing in the record; the text says so and names the nearest one."""


def explanation(way: Way, pointer: str | None) -> dict[str, Any]:
    """The whole explanation as plain data; `pointer` keeps the values and doubts at it, above it and below it.

    With a pointer the values that are derived, and one that is null, are told too. Raises NoSuchValue.
    """
    plain = way.record.model_dump(mode="json")
    _check(plain, pointer)
    places = {path: spans for path, spans in way.settled.places if _related(path, pointer)}
    raised = [(path, doubt) for path, doubt in way.settled.raised if _related(path, pointer)]
    rows = {path: _read(way, path, spans) for path, spans in places.items()}
    if pointer is not None:
        rows |= {path: _derived(way, plain, path) for path in _without_place(plain, pointer, rows)}
        rows = {path: rows[path] for path in (*pointers(plain), *rows) if path in rows}
    for path, row in rows.items():
        row["value"] = value_at(plain, path)
        row["doubts"] = [_doubt(way.document, doubt) for where, doubt in raised if where == path]
    doubts = [{"path": path, **_doubt(way.document, doubt)} for path, doubt in raised if path not in rows]
    return {
        "layout": _layout(way),
        "values": list(rows.values()),
        "doubts": doubts,
        "left_over": [_row(way.document, "left over", span) for span in way.sections.left]
        if not pointer
        else [],
    }


def _check(plain: Any, pointer: str | None) -> None:
    """Raise NoSuchValue where the record has nothing at the pointer."""
    known = list(pointers(plain))
    if pointer is not None and pointer not in known:
        near = difflib.get_close_matches(pointer, known, 1, 0.5)
        hint = f"; did you mean {near[0]}?" if near else "; `imr-parse schema record` lists the keys"
        raise NoSuchValue(f"the record has nothing at {pointer}{hint}")


def _without_place(plain: Any, pointer: str, placed: Iterable[str]) -> list[str]:
    """Values at and below a pointer that stand nowhere in the letter; empty ones where there is nothing else to tell."""
    above = tuple(f"{path}/" for path in placed)
    filled, empty = [], []
    for path in pointers(plain):
        if f"{path}/".startswith(f"{pointer}/") and not f"{path}/".startswith(above):
            value = value_at(plain, path)
            if value in (None, [], {}):
                empty.append(path)
            elif not isinstance(value, dict | list):
                filled.append(path)
    return filled if filled or above else empty


def _read(way: Way, path: str, spans: tuple[Span, ...]) -> dict[str, Any]:
    """A value that stands in the letter."""
    words = rule(way.recognition.layout, path)
    return {"path": path, "value": None, "rule": words, "from": None, **_around(way.document, spans)}


def _derived(way: Way, plain: Any, path: str) -> dict[str, Any]:
    """A value that stands nowhere in the letter: its place is that of the value it is derived from, where that has one."""
    words, source = derived(path)
    if value_at(plain, path) in (None, []):
        words, source = NOT_STATED, None
    spans = dict(way.settled.places).get(source or "")
    around = _around(way.document, spans) if spans else _NOWHERE
    return {"path": path, "value": None, "rule": words, "from": source, **around}


def _layout(way: Way) -> dict[str, Any]:
    best, second = way.recognition, way.runner_up
    landmarks = [
        {
            "words": hit.landmark.words,
            "met": hit.match.name.lower(),
            "page": way.document.page_at(hit.span.start),
            "start": hit.span.start,
        }
        for hit in best.hits
    ]
    return {
        "name": best.layout.name,
        "score": round(best.score, 3),
        "runner_up": {"name": second.layout.name, "score": round(second.score, 3)} if second else None,
        "landmarks": landmarks,
        "missed": _missed(best),
    }


def _missed(best: Recognition) -> list[str]:
    """Landmarks that the layout expects in every letter and that were met in none of their wordings."""
    optional = {section.name for section in best.layout.sections if section.optional}
    met = {(hit.landmark.kind, hit.landmark.name) for hit in best.hits}
    missed: dict[tuple[str, str], str] = {}
    for mark in best.layout.landmarks:
        key = mark.kind, mark.name
        if mark.kind in _EXPECTED and mark.section not in optional and key not in met:
            missed.setdefault(key, mark.words)
    return list(missed.values())


def _related(path: str, pointer: str | None) -> bool:
    """Whether one of these holds the other, or is the other; all paths are related to no pointer."""
    return pointer is None or f"{path}/".startswith(f"{pointer}/") or f"{pointer}/".startswith(f"{path}/")


def _around(document: Document, spans: tuple[Span, ...]) -> dict[str, Any]:
    start, end = spans[0].start, spans[-1].end
    return {
        "page": document.page_at(start),
        "start": start,
        "end": end,
        "before": document.text[max(0, start - _AROUND) : start],
        "after": document.text[end : end + _AROUND],
    }


def _doubt(document: Document, doubt: Doubt) -> dict[str, Any]:
    row = CODES[doubt.code]
    words = document.text[doubt.at.start : doubt.at.end][:_LONGEST] if doubt.at else None
    return {
        "code": doubt.code,
        "severity": row.severity,
        "message": doubt.message,
        "remedy": row.remedy,
        "words": words,
    }
