"""What guidelines and treatments mean, as parts of the record's tree: basis, citations and services with their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from imr_parse.document import Document, Span
from imr_parse.found import Doubt, Found, Plain
from imr_parse.interpret.citation import GuidelineReading, read_guideline
from imr_parse.interpret.meaning import MeaningDoubt
from imr_parse.interpret.service import ServicesReading, read_services
from imr_parse.running import Alignment

Rows = tuple[dict[str, Any], ...]
_PLACE = ("start", "end")


def guideline_meaning(document: Document, text: Found) -> dict[str, Any]:
    """`basis` and `citations` of one guideline's text."""
    if text.value is None:
        return {"basis": None, "citations": []}
    reading, rows = _guideline(text.value)
    tree = {"basis": reading.basis, "citations": _placed(document, text, rows, reading.citations)}
    return _doubted(tree, reading.doubts, "IMR222", text.spans[0])


def services_meaning(document: Document, treatment: Found) -> Any:
    """`services` of one treatment."""
    if treatment.value is None:
        return []
    reading, rows = _treatment(treatment.value)
    tree = {"services": _placed(document, treatment, rows, reading.services)}
    return _doubted(tree, reading.doubts, "IMR223", treatment.spans[0])["services"]


@lru_cache(maxsize=2048)
def _guideline(words: str) -> tuple[GuidelineReading, Rows]:
    """A guideline's reading, made once for the same words: letters repeat them."""
    reading = read_guideline(words)
    return reading, _rows(reading.citations, reading.doubts)


@lru_cache(maxsize=2048)
def _treatment(words: str) -> tuple[ServicesReading, Rows]:
    """A treatment's reading, made once for the same words."""
    reading = read_services(words)
    return reading, _rows(reading.services, reading.doubts)


def _rows(members: Iterable[Any], doubts: Sequence[MeaningDoubt]) -> Rows:
    """The keys of readings; where none is in doubt their values are shared by all letters with these words."""
    if doubts:
        return ()
    rows = tuple(map(_row, members))
    for row in rows:
        for name, value in row.items():
            if isinstance(value, list):
                row[name] = Plain(value)
    return rows


def _row(member: Any) -> dict[str, Any]:
    row: dict[str, Any] = member._asdict()
    for place in _PLACE:
        del row[place]
    for name, value in row.items():
        if isinstance(value, tuple):
            row[name] = _plain(value)
    return row


def _placed(document: Document, words: Found, rows: Rows, members: Sequence[Any]) -> list[dict[str, Any]]:
    """The rows of readings of these words, fresh ones where none are shared; a reading's own words know where they stand."""
    if not members:
        return []
    alignment = Alignment(document, words.spans)
    return [
        {**row, "text": Found(row["text"], (alignment.place(member.start, member.end),))}
        for row, member in zip(rows or map(_row, members), members, strict=True)
    ]


def _plain(values: Iterable[Any]) -> list[Any]:
    return [value if isinstance(value, str) else value._asdict() for value in values]


def _doubted(tree: dict[str, Any], doubts: Iterable[MeaningDoubt], code: str, at: Span) -> dict[str, Any]:
    """The tree with each doubt on the value that it points at."""
    for doubt in doubts:
        said = Doubt(code if _in_doubt(doubt) else "IMR412", doubt.message, at)
        _put(tree, doubt.where, said)
    return tree


def _in_doubt(doubt: MeaningDoubt) -> bool:
    return doubt.severity != "note"


def _put(node: Any, where: tuple[str | int, ...], doubt: Doubt) -> None:
    *above, last = where
    for key in above:
        node = node[key]
        node = node.value if isinstance(node, Found) else node
    value = node[last]
    if isinstance(value, Found):
        node[last] = Found(value.value, value.spans, (*value.doubts, doubt))
    else:
        node[last] = Found(value, doubts=(doubt,))


EMPTY: Mapping[str, Any] = {"text": None, "basis": None, "citations": []}
"""A guideline of a layout that has none on this side."""
