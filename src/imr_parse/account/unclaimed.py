"""What no field has taken, and lines that no value holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_parse.account.header_rest import header_rest
from imr_parse.account.prose import title_among
from imr_parse.document import Document, Span
from imr_parse.found import Doubt, Places
from imr_parse.letter import Letter
from imr_parse.sections import Sections

_NUMBER_LINE = re.compile(r"\n(?<![^\s-][-/]\n)([ \f]{0,8}-?[ ]?\d{1,3}[ ]?-?[ ]{0,8})$", re.MULTILINE)
"""A line that is a number alone; not the rest of a date that broke after its hyphen or slash."""
_CREDENTIALS = re.compile(
    r"\bboard[\s-]{0,2}certifi|\blicensed\b|\bsub-?special|\bdiplomate\b", re.IGNORECASE
)
"""What credentials in prose are told by."""
_BULLET = re.compile(r"[^\w\s(]\s")
_SHORT = ("/claims_administrator_guideline/text", "/reviewer_guideline/text", "/heading", "/treatment")


def unclaimed(letter: Letter, sections: Sections, places: Places) -> Iterator[tuple[str, Doubt]]:
    """Doubts on fields that a label, a date or credentials which nothing has taken may belong to; numbers inside values."""
    document = letter.document
    yield from header_rest(letter, sections, places)
    yield from _credentials(letter, sections)
    yield from _damaged(letter, sections, places)
    yield from _before_title(letter, sections)
    numbers = [Span(*found.span(1)) for found in _NUMBER_LINE.finditer(document.text)]
    for path, spans in places:
        if not (numbers or path.endswith(_SHORT)):
            continue
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
    if title_among(document, span):
        yield Doubt("IMR209", "a line in it reads like a title", span)


def _damaged(letter: Letter, sections: Sections, places: Places) -> Iterator[tuple[str, Doubt]]:
    """What a damaged file does not state may have stood on the page concerned."""
    damage = next((damage for damage in letter.document.damage if damage.page is not None), None)
    if damage is None:
        return
    filled = {path.split("/")[1] if path.count("/") == 1 else path[1:] for path, _ in places}
    for entry in letter.layout.fields:
        members = any(path.startswith(f"{entry.path}/") for path in filled)
        piece = sections.fields.get(entry.path)
        if entry.path not in filled and not members and not (piece and piece.spans):
            yield f"/{entry.path}", Doubt(damage.code, damage.detail)


def _before_title(letter: Letter, sections: Sections) -> Iterator[tuple[str, Doubt]]:
    """A line with a list's own bullet right before the list's title: its first entry may stand there."""
    text = letter.document.text
    for entry in letter.layout.fields:
        piece, title = sections.fields.get(entry.path), sections.titles.get(entry.section)
        if entry.read != "list" or piece is None or not piece.spans or title is None:
            continue
        bullet = _BULLET.match(text, piece.spans[0].start)
        before = text[: title.start].rstrip()
        line = before.rfind("\n") + 1
        if bullet and before.startswith(bullet.group(), line):
            doubt = Doubt("IMR207", "an entry may stand before its title", Span(line, len(before)))
            yield f"/{entry.path}", doubt


def _credentials(letter: Letter, sections: Sections) -> Iterator[tuple[str, Doubt]]:
    """Words of credentials in prose that no credential was read from."""
    entries = [entry for entry in letter.layout.fields if entry.read in ("certified", "licensed")]
    pieces = [sections.fields[entry.path] for entry in entries if entry.path in sections.fields]
    taken = [
        span for piece in pieces for one in (piece, *piece.again) for span in (*one.spans, one.label) if span
    ]
    for free in sections.free:
        if not any(free.start <= span.start < free.end for span in taken):
            continue
        for found in _CREDENTIALS.finditer(letter.document.text, *free):
            if not any(span.start <= found.start() < span.end for span in taken):
                for entry in entries:
                    yield (
                        f"/{entry.path}",
                        Doubt("IMR206", "further credentials stand beside it", Span(*found.span())),
                    )
                return
