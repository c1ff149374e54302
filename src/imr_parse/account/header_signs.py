"""Signs in a header: of damage, of two headers, of a value that nothing has taken."""

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
STATED = re.compile(r"\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b(?:[A-Z]{2})?\d{2}-\d{6,9}\b")
"""What a header states without words: a day in figures, a case number."""
MARKED = re.compile(
    r"^[ \f]{0,8}(?:[\u2022\u25cf\u25aa\u00b7\uf0b7]|\d{1,2}[.)])[ ]{1,4}(?=[A-Z])", re.MULTILINE
)
"""A line that begins as a list's entry does."""
_REQUESTS = re.compile(r"treat|servic|disput|item|request|procedur|issue", re.IGNORECASE)
"""What a label of the treatments in dispute speaks of, however it is worded."""
_DECIDED = re.compile(
    r"determin|decision|decid|outcome|result|uph[eo]ld|overturn|den(?:y|ied)|approv|grant", re.IGNORECASE
)
"""What a label of the letter's outcome, or its value, speaks of."""
_SUMMED_UP = re.compile(
    r"\b(?:determin|decision|decid|denial)[^.;]{0,60}?\b(?:uph[eo]ld|overturn)", re.IGNORECASE
)
"""How a letter may sum up its outcome without the label of it."""
_SUMS = ("upheld", "uphold", "overturn")
_SUPPOSED = re.compile(r"\b(?:if|whether|may|unless)\b", re.IGNORECASE)
_VALUE = 120
"""Characters after a label that hold its value."""


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


def may_be(entry: Field, text: str, span: Span) -> bool:
    """Whether words of a header that nothing has taken may state a field: a value of its kind stands in or after them."""
    label = text[span.start : span.end].strip()
    if not label.endswith(":"):
        marked = MARKED.match(text, span.start) is not None
        dated = DATED.search(label) is not None
        kinds = ("treatments",) if marked else ("date", "day") if dated else ("case_number",)
        return entry.read in kinds
    value = text[span.end : span.end + _VALUE].lstrip().partition("\n")[0]
    match entry.read:
        case "date" | "day":
            return read_day(value).value is not None
        case "case_number":
            return STATED.match(value) is not None and not DATED.match(value)
        case "priority":
            return value.strip().isalpha()
        case "name":
            digits = any(map(str.isdigit, value))
            return (
                digits and not DATED.match(value)
                if entry.path.endswith("number")
                else value[:1].isupper() and not digits
            )
        case "treatments":
            return _REQUESTS.search(label) is not None
    return _DECIDED.search(f"{label} {value}") is not None


def summed_up(text: str, end: int) -> Span | None:
    """Words of the header that sum up an outcome."""
    head = text[:end]
    lower = head.lower()
    if not any(word in lower for word in _SUMS):
        return None
    found = (Span(*found.span()) for found in _SUMMED_UP.finditer(head))
    return next(
        (span for span in found if not _SUPPOSED.search(head, max(0, span.start - 60), span.end)), None
    )
