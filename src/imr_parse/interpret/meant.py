"""What guidelines and treatments mean, as parts of the record's tree: basis, citations and services with their places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from imr_parse.document import Document, Span
from imr_parse.found import Doubt, Found, Plain
from imr_parse.interpret.citations.guideline import CitationReading, GuidelineReading, read_guideline
from imr_parse.interpret.meaning import MeaningDoubt
from imr_parse.interpret.services.treatment import ServiceReading, ServicesReading, read_services
from imr_parse.running import Alignment, whole

Rows = tuple[dict[str, Any], ...]
Reading = CitationReading | ServiceReading
Member = TypeVar("Member", CitationReading, ServiceReading)
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_LISTS = ("sections", "ingredients", "body_parts", "levels")
"""Keys of a reading whose values are lists."""


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
    if _LIGATURE.search(words):
        reading = read_guideline(_LIGATURE.sub(_letters, words))
        reading = reading._replace(citations=_as_printed(reading.citations, words))
    else:
        reading = read_guideline(words)
    return reading, _rows(reading.citations, reading.doubts)


@lru_cache(maxsize=2048)
def _treatment(words: str) -> tuple[ServicesReading, Rows]:
    """A treatment's reading, made once for the same words."""
    if _LIGATURE.search(words):
        reading = read_services(_LIGATURE.sub(_letters, words))
        reading = reading._replace(services=_as_printed(reading.services, words))
    else:
        reading = read_services(words)
    return reading, _rows(reading.services, reading.doubts)


def _letters(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature[0])


def _as_printed(members: Sequence[Member], words: str) -> tuple[Member, ...]:
    """Readings of words whose ligatures were spelt out: their own text and place as printed."""
    printed = [at for at, char in enumerate(words) for _ in _LIGATURE.sub(_letters, char)]
    rows = []
    for member in members:
        start, end = printed[member.start], printed[member.end - 1] + 1
        rows.append(member._replace(text=words[start:end], start=start, end=end))
    return tuple(rows)


def _rows(members: Iterable[Reading], doubts: Sequence[MeaningDoubt]) -> Rows:
    """The keys of readings; where none is in doubt their values are shared by all letters with these words."""
    return () if doubts else tuple(_row(member, Plain) for member in members)


def _row(member: Reading, of_list: Callable[[list[Any]], Any]) -> dict[str, Any]:
    """The keys of one reading; `of_list` makes a value of those that are lists."""
    row = member._asdict()
    del row["start"], row["end"]
    for name in _LISTS:
        if name in row:
            row[name] = of_list([one if isinstance(one, str) else one._asdict() for one in row[name]])
    return row


def _placed(document: Document, words: Found, rows: Rows, members: Sequence[Reading]) -> list[dict[str, Any]]:
    """The rows of readings of these words, fresh ones where none are shared; a reading's own words know where they stand."""
    if not members:
        return []
    if len(members) == 1 and members[0].text == words.value:
        places = [whole(document, words.spans)]
    else:
        alignment = Alignment(document, words.spans)
        places = [alignment.place(member.start, member.end) for member in members]
    rows = rows or tuple(_row(member, list) for member in members)
    return [{**row, "text": Found(row["text"], (place,))} for row, place in zip(rows, places, strict=True)]


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
