"""Why a record is what it is: the layout, the rule behind each value, the words around it, and what was left over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from imr_parse.codes import CODES
from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.layouts.model import Layout, Whole
from imr_parse.pointers import value_at
from imr_parse.recognise import Recognition
from imr_parse.sections import Item, Piece, Sections
from imr_parse.way import Way

_AROUND = 60
"""Characters shown before and after a value."""
_LONGEST = 160
"""Characters shown of the words that raised a doubt."""
_EXPECTED = ("title", "label", "part")
"""Kinds of landmarks that every letter of a layout shows."""
_INDEX = re.compile(r"/\d+")
_DERIVED = "derived from other values"
_RULES = {
    "outcome": "the outcome word after the heading's colon",
    "heading": "the lines before the item's first label, without number and outcome",
    "treatment": "the heading, or the IMR-eligible part of a part-authorized request",
    "request/original": "the words before 'was the original request'",
    "request/authorized": "the words that say what the claims administrator authorized",
    "case_summary/patient/age": "the first age in the case summary that is the patient's own",
    "case_summary/patient/sex": "the first noun in the case summary that says it, or its pronouns",
    "case_summary/patient/occupation": "the words after the age, or after 'works as'",
}


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


def explanation(way: Way, pointer: str | None) -> dict[str, Any]:
    """The whole explanation as plain data; `pointer` keeps the values and doubts at it, above it and below it."""
    document = way.document
    places = [(path, spans) for path, spans in way.settled.places if _related(path, pointer)]
    raised = [(path, doubt) for path, doubt in way.settled.raised if _related(path, pointer)]
    placed = {path for path, _ in places}
    plain = way.record.model_dump(mode="json", exclude={"diagnostics", "evidence"})
    values = [
        {
            "path": path,
            "value": value_at(plain, path),
            "rule": rule(way.recognition.layout, path),
            **_around(document, spans),
            "doubts": [_doubt(document, doubt) for where, doubt in raised if where == path],
        }
        for path, spans in places
    ]
    return {
        "layout": _layout(way),
        "values": values,
        "doubts": [{"path": path, **_doubt(document, doubt)} for path, doubt in raised if path not in placed],
        "left_over": [_row(document, "left over", span) for span in way.sections.left] if not pointer else [],
    }


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


def rule(layout: Layout, path: str) -> str:
    """The rule that took a value, in words; `path` is its JSON pointer."""
    name = _INDEX.sub("", path).strip("/").removeprefix("decisions/")
    return _field_rule(layout, name) or _part_rule(layout, name) or _RULES.get(name, _DERIVED)


def _field_rule(layout: Layout, name: str) -> str | None:
    for field in layout.fields:
        if name == field.path or name.startswith(f"{field.path}/"):
            where = f"the label '{field.label}'" if field.label else "the section's fixed sentence"
            return f"{field.read}, after {where}"
    return None


def _part_rule(layout: Layout, name: str) -> str | None:
    """The rule of a part of an item; None for what is no part."""
    if isinstance(layout.items, Whole):
        section = dict(layout.items.parts).get(name)
        return None if section is None else f"the text of the section '{section}'"
    for part in layout.items.parts:
        if name == part.path:
            return (
                f"the text after the label '{part.label}'"
                if part.label
                else f"the text that opens with '{part.opens[0]}'"
            )
    return None


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
