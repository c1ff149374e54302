"""Signs that a header is not as it was written: damaged, stated twice and not alike, a name where a number should be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from imr_parse.account.characters import odd_characters
from imr_parse.document import Document, Span
from imr_parse.found import Places
from imr_parse.interpret.header import read_day
from imr_parse.layouts.model import Field
from imr_parse.sections import Piece

DATED = re.compile(r"\b\d{1,2}/\d{1,2}/\d{2,4}\b")


def malformed(document: Document, places: Places) -> Span | None:
    """A name with digits or a claim number without: it may be another party's."""
    for path, spans in places:
        if path.startswith("/parties/"):
            digits = any(map(str.isdigit, document.text[spans[0].start : spans[-1].end]))
            dated = DATED.search(document.text, *spans[0]) is not None
            if dated or (
                digits != path.endswith("claim_number") and not path.endswith("claims_administrator")
            ):
                return spans[0]
    return None


def unlike(document: Document, pieces: Sequence[tuple[Piece, Field]], end: int) -> Iterator[Span]:
    """Labels that stand twice in the header with different words after them."""
    for piece, entry in pieces:
        if not piece.again:
            continue
        here = [(one, one.label) for one in (piece, *piece.again) if one.label and one.label.start < end]
        words = [document.text[slice(*one.spans[0])] for one, _ in here if one.spans]
        if entry.read in ("date", "day"):
            if len({read_day(text).value for text in words}) > 1:
                yield here[1][1]
            continue
        tokens = sorted((_tokens(text.partition("\n")[0]) for text in words), key=len)
        if any(longer[: len(tokens[0])] != tokens[0] for longer in tokens[1:]):  # one may wrap in its cell
            yield here[1][1]


def damaged(document: Document, covered: Sequence[Span], end: int) -> Span | None:
    """A character that no letter prints in what nothing has taken: a label may have stood there."""
    if not document.dropped and document.text[:end].isascii():
        return None
    odd = [
        *odd_characters(document.text, guessed=document.guessed),
        *(Span(at, at + 1) for at in document.dropped),
    ]
    free = (span for span in odd if not any(start <= span.start < stop for start, stop in covered))
    return next((span for span in free if span.start < end), None)


def _tokens(words: str) -> tuple[str, ...]:
    """Words and numbers, the numbers without leading zeros: a date may be padded in one place only; "and" is a comma."""
    tokens = re.findall(r"\d+|[^\W\d_]+", words.casefold())
    return tuple(token.lstrip("0") for token in tokens if token != "and")
