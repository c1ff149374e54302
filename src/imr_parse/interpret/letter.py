"""Sections → the record's tree, its leaves Found. Nothing here asks where on a page a line stood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from imr_parse.document import Document, Span
from imr_parse.found import Doubt, Found, Tree
from imr_parse.interpret.header import READERS
from imr_parse.interpret.heading import HeadingReading, Words, read_heading
from imr_parse.interpret.names import read_names
from imr_parse.interpret.occupation import read_occupation
from imr_parse.interpret.patient import AGE_HINT, read_age, read_sex
from imr_parse.interpret.reading import Reading
from imr_parse.layouts.model import Field, Layout
from imr_parse.running import running, running_spans
from imr_parse.sections import Item, Piece, Sections

_CASE = (
    "case_number",
    "consolidated_case_numbers",
    "priority",
    "date_of_injury",
    "ur_denial_date",
    "application_received",
    "date_assigned",
    "decision_date",
    "treatments_in_dispute",
)
_BREAKS = re.compile(r"[\n\f]")
_LISTS = frozenset({"consolidated_case_numbers", "treatments_in_dispute"})


def interpret(document: Document, layout: Layout, sections: Sections) -> Tree:
    """The record's tree from `case` to `decisions`; derived values are added by `derive`."""
    tree: Tree = {
        "case": {key: [] if key in _LISTS else None for key in _CASE},
        "parties": dict.fromkeys(("claim_number", "employee", "provider", "claims_administrator")),
        "stated_outcome": None,
        "reviewer": {"licensure_states": [], "certifications": []},
        "documents_reviewed": [],
        "case_summary": {"text": None, "patient": {"age": None, "sex": None, "occupation": None}},
        "decisions": [_decision(document, layout, item, at) for at, item in enumerate(sections.items)],
    }
    headless = _without_header(document, layout, sections)
    for entry in layout.fields:
        if entry.section == headless:
            continue
        _put(tree, entry, _field(document, entry, sections.fields.get(entry.path)))
    _patient(document, tree)
    if not sections.items:
        tree["decisions"] = Found([], doubts=(Doubt("IMR201", "no disputed item was found"),))
    return tree


def _without_header(document: Document, layout: Layout, sections: Sections) -> str | None:
    """The header's name where the whole header is missing, as in copies that begin with the first title."""
    header, first = layout.sections[0], layout.sections[1]
    title = sections.titles.get(first.name)
    if not header.optional or title is None or document.text[: title.start].strip():
        return None
    return header.name


def _put(tree: Tree, entry: Field, found: Any) -> None:
    *above, key = entry.path.split("/")
    node = tree
    for name in above:
        node = node[name]
    if isinstance(found, dict):
        node.update(found)
    else:
        node[key] = found


def _field(document: Document, entry: Field, piece: Piece | None) -> Any:
    if piece is None:
        words = (
            f"the label '{entry.label}' was not found"
            if entry.label
            else "its place in the letter was not found"
        )
        empty: Any = [] if entry.read == "names" else None
        return Found(empty, doubts=(Doubt("IMR201", words),))
    if entry.read == "prose":
        return _prose(document, piece)
    if not piece.spans:
        empty = [] if entry.read == "names" else None
        return Found(
            empty, doubts=(*piece.doubts, Doubt("IMR202", "nothing stands after its label", piece.label))
        )
    start, end = piece.spans[0]
    words = document.text[start:end]
    if entry.read == "names":
        names = read_names(words, entry.path.rsplit("/", 1)[-1])
        return Found([_found(reading, start) for reading in names], doubts=tuple(piece.doubts))
    reading = READERS[entry.read](words)
    if entry.read == "case_number":
        first, *more = [Found(number, (Span(start + a, start + b),)) for number, a, b in reading.value]
        doubts = (*piece.doubts, *_doubts(reading.remarks, first.spans[0]))
        rest = Doubt("IMR208", "words that are no case number follow", Span(start + reading.end, end))
        unread = (rest,) if words[reading.end :].strip() else ()
        return {
            "case_number": Found(first.value, first.spans, doubts),
            "consolidated_case_numbers": Found(more, doubts=unread),
        }
    found = _found(reading, start)
    return Found(found.value, found.spans, (*piece.doubts, *found.doubts))


def _found(reading: Reading, offset: int) -> Found:
    span = Span(offset + reading.start, offset + reading.end)
    return Found(reading.value, (span,) if reading.value is not None else (), _doubts(reading.remarks, span))


def _doubts(remarks: Iterable[tuple[str, str]], at: Span | None) -> tuple[Doubt, ...]:
    return tuple(Doubt(code, message, at) for code, message in remarks)


def _prose(document: Document, piece: Piece | None) -> Found:
    if piece is None:
        return Found(None, doubts=(Doubt("IMR201", "its label was not found"),))
    if not piece.spans:
        return Found(
            None, doubts=(*piece.doubts, Doubt("IMR202", "nothing stands after its label", piece.label))
        )
    return Found(running_spans(document, piece.spans), piece.spans, tuple(piece.doubts))


def _decision(document: Document, layout: Layout, item: Item, at: int) -> Any:
    tree: Tree = {"number": at + 1, **_heading(document, layout, item.heading, at)}
    for part in layout.items.parts:
        node = tree
        *above, key = part.path.split("/")
        for name in above:
            node = node.setdefault(name, {})
        node[key] = _prose(document, item.parts.get(part.path))
    for side in ("claims_administrator_guideline", "reviewer_guideline"):
        tree.setdefault(side, {"text": None})["citations"] = []
    tree.setdefault("rationale", None)
    return Found(tree, doubts=tuple(item.doubts)) if item.doubts else tree


def _heading(document: Document, layout: Layout, piece: Piece | None, at: int) -> Tree:
    if piece is None or not piece.spans:
        missing = Found(None, doubts=(Doubt("IMR201", "no heading stands before the labels"),))
        request = {"original": None, "authorized": None}
        return {
            "heading": missing,
            "treatment": missing,
            "request": request,
            "outcome": missing,
            "medically_necessary": missing,
        }
    start, end = piece.spans[0]
    reading = read_heading(document.text[start:end], layout.items.outcomes)
    doubts = {key: _doubts(remarks, None) for key, remarks in reading.remarks.items()}
    own = tuple(piece.doubts)
    outcome_span = Span(start + reading.outcome_words.start, start + reading.outcome_words.end)
    outcome_doubts = doubts.get("outcome", ())
    if reading.outcome and document.page_at(start) != document.page_at(outcome_span.start):
        page = document.page_at(outcome_span.start)
        if page != document.page_at(start + reading.heading.end - 1):
            outcome_doubts += (
                Doubt("IMR403", "the outcome stands on the page after its heading", outcome_span),
            )
    return {
        "heading": _words(document, start, reading.heading, own + doubts.get("heading", ())),
        "treatment": _words(document, start, reading.treatment, own + doubts.get("treatment", ())),
        "request": _request(document, start, reading, own + doubts.get("request", ())),
        "outcome": Found(reading.outcome, (outcome_span,) if reading.outcome else (), outcome_doubts),
        "medically_necessary": Found(
            None if reading.outcome is None else reading.outcome == "overturned",
            doubts=tuple(doubt for doubt in outcome_doubts if doubt.code == "IMR204"),
        ),
        "_number": reading.number,
    }


def _words(document: Document, offset: int, words: Words | None, doubts: tuple[Doubt, ...]) -> Found:
    if words is None:
        return Found(None, doubts=doubts)
    span = Span(offset + words.start, offset + words.end)
    if words.start == words.end:
        return Found(None, doubts=(*doubts, Doubt("IMR202", "the heading has no words", span)))
    return Found(running_spans(document, (span,)), (span,), doubts)


def _request(document: Document, offset: int, reading: HeadingReading, doubts: tuple[Doubt, ...]) -> Any:
    if reading.original is None:
        tree: Tree = {"original": None, "authorized": None}
        return Found(tree, doubts=doubts) if reading.remarks.get("request") else tree
    return {
        "original": _words(document, offset, reading.original, doubts),
        "authorized": _words(document, offset, reading.authorized, doubts),
    }


def _patient(document: Document, tree: Tree) -> None:
    """Read the patient from the summary's running text; doubt about the summary's text is not doubt about its start."""
    text = tree["case_summary"]["text"]
    if not isinstance(text, Found) or text.value is None:
        missing = Found(None, doubts=(Doubt("IMR201", "there is no case summary to read it from"),))
        tree["case_summary"]["patient"] = {"age": missing, "sex": missing, "occupation": None}
        return
    span = text.spans[0]
    summary = _BREAKS.sub(" ", document.text[span.start : text.spans[-1].end])
    age = read_age(summary)
    readings = {"age": age, "sex": read_sex(summary, age), "occupation": read_occupation(summary, age)}
    for key, reading in readings.items():
        if reading is not None:
            value = running(reading.value) if isinstance(reading.value, str) else reading.value
            tree["case_summary"]["patient"][key] = _found(reading._replace(value=value), span.start)
    if age is None and AGE_HINT.search(summary[:600]):
        hint = Doubt("IMR201", "the summary seems to state an age in words that are not known", span)
        tree["case_summary"]["patient"]["age"] = Found(None, doubts=(hint,))
