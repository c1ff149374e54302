"""What prose cannot hold: signs inside a value that text of another origin was taken into it, or that text is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from imr_parse.document import Document, Line, Span
from imr_parse.found import Doubt
from imr_parse.interpret.conclusions.conclusion import concludes
from imr_parse.paragraphs import Start, ends_sentence
from imr_parse.running import running_spans
from imr_parse.titles import is_title, is_title_in_prose
from imr_parse.typeface import times_width

_ENDS = re.compile(r"[.!?:;)\]\"'\u201d\u2019]\s*$")
_ENDS_CONCLUDING = re.compile(
    r"\b(?:medically\s+necessary(?:\s+and\s+appropriate)?|non[\s-]?certified)\s*$", re.IGNORECASE
)
"""Conclusions are often printed without a stop."""
_CONCLUDING = 60
"""Characters that hold these words, on one line or two."""
_BEGINS = re.compile(
    r"(?!\d[\d/-]{3,9}[,.;:)])(?:[^a-z,.;:!?)\]%]|[a-z]{1,2}[A-Z]{2}|\.\.\.|pts?\b|[a-z]/[a-z]|[a-h]\)\s|[dhrt]x\b)"
)
"""A year or a date with a stop behind it ends what was before; a number of two figures may be that of a list; a name may
begin in small letters (rTMS), and abbreviations do (pt, s/p, hx)."""
_WHOLE_END = re.compile(r"(?:[a-z]{4}|[A-Z]{2}|\d{4})[.!?]\s*$")
_LIST_MARK = re.compile(r"(?:[a-z]{1,3}[.)]|o)\s")
_ENTRY = re.compile(
    r"\s{0,8}(?:[\u2022\u25cf\u25aa\u25a0\u25e6\u00b7*\u2013-]|\(?\d{1,2}[.)]|\(?[a-z][.)]|o)\s"
)
"""How an entry of a list begins."""
_OPIOID_ADVICE = re.compile(r"opioid|wean|taper|discontinu|withdrawal|\bnote\b", re.IGNORECASE)
"""Words of the fixed advice that may follow a conclusion."""
_SENTENCE_INSIDE = re.compile(r"[a-z]{4}[.!?]\s+[A-Z\"]")
_ORIGINAL = re.compile(r"\boriginal\s+request\b")
"""What a part-authorized heading says of its first request; its own sentences follow."""
_NO_TITLE = re.compile(
    r"\b(?:Pages?|Sections?)\b|\bpp?\.\s?\d|\b(?:19|20)\d\d\b|\d\s?(?:%|m[gl]\b|mcg\b|gm?\b)|#\s?\d",
    re.IGNORECASE,
)
"""What a citation or a request holds, and no title does."""
_LOWER_FIRST = re.compile(r"(?![a-z]{1,2}[A-Z]|x-?rays?\b)[a-z]")
"""How no heading begins; a name may (rTMS)."""
_LOWER = 4
"""Small letters of a line that is no title."""
_AROUND = 10
"""Lines before and after a value that show how wide its column is."""
_LONG_LINE = 55
"""A line of so many characters does not stand twice in one value by chance, three times over."""
_TWICE = 3
"""Lines that stand in a value again, one after another."""
_SHORT = 0.7
"""Of the longest line: a line in mid-sentence that is shorter breaks off."""


def rationale_signs(document: Document, span: Span, starts: Sequence[Start]) -> Iterator[Doubt]:
    """Doubts about a rationale, which goes on after its conclusion with fixed advice at most."""
    yield from prose_signs(document, span, starts)
    text = document.text
    inner = range(document.line_at(span.start) + 1, document.line_at(span.end - 1) + 1)
    opened = [
        Span(document.lines[at].start, document.lines[at].end) for at in inner if starts[at] is Start.YES
    ]
    bounds = [span.start, *(place.start for place in opened), span.end]
    following = (*opened, None)
    concluding = (
        at
        for at in reversed(range(len(following)))
        if concludes(running_spans(document, (Span(bounds[at], bounds[at + 1]),)))
    )
    after = following[next(concluding, -1)] if opened else None
    if after and not _OPIOID_ADVICE.search(text, after.start, span.end):
        yield Doubt("IMR209", "a paragraph follows its conclusion", after)


def prose_signs(document: Document, span: Span, starts: Sequence[Start]) -> Iterator[Doubt]:
    """Doubts about whole sentences in one span."""
    text = document.text
    if not _ENDS.search(text[max(span.start, span.end - 4) : span.end]) and not _ends_openly(text, span):
        yield Doubt("IMR210", "it does not end as a sentence does", Span(span.end - 1, span.end))
    if not begins_sentence(text, span.start):
        yield Doubt("IMR210", "it does not begin as a sentence does", Span(span.start, span.start + 1))
    first, last = document.line_at(span.start), document.line_at(span.end - 1)
    longest = max(line.end - line.start for line in document.lines[first : last + 1])
    seen: set[str] = set()
    again = 0
    for at in range(first, last + 1):
        line = document.lines[at]
        words = text[max(line.start, span.start) : min(line.end, span.end)].strip()
        again = again + 1 if words in seen and len(words) >= _LONG_LINE else 0
        seen.add(words)
        if again == _TWICE:
            yield Doubt("IMR209", "its lines stand in it twice", Span(line.start, line.end))
        if at == first < last and line.start >= span.start and is_title_in_prose(words):
            after = document.lines[at + 1]
            if not text[after.start : after.end].isupper() and not _wraps(document, span, at):
                yield Doubt("IMR209", "its first line reads like a title", Span(line.start, line.end))
        if at > first and (starts[at] or _turned(line, document.lines[at - 1])):
            yield from _line_signs(document, span, at, words, starts[at], longest)


def _line_signs(
    document: Document, span: Span, at: int, words: str, start: Start, longest: int
) -> Iterator[Doubt]:
    line, before = document.lines[at], document.lines[at - 1]
    place = Span(line.start, line.end)
    above = document.text[before.start : before.end]
    if is_title_in_prose(words) and start and not _wraps(document, span, at):
        yield Doubt("IMR209", "a line in it reads like a title", place)
    if words[:1].islower() and _WHOLE_END.search(above) and not _LIST_MARK.match(words):
        yield Doubt("IMR210", "a sentence in it begins in its middle", place)
    elif (
        start is Start.YES
        and not ends_sentence(above)
        and len(above) < _SHORT * longest
        and not is_entry(above)  # an entry of a list has no stop, nor has what leads to a list
        and not is_entry(words)
    ):
        yield Doubt("IMR210", "a line in it breaks off", place)


def _ends_openly(text: str, span: Span) -> bool:
    """Whether a text is whole without a stop: with the words of a conclusion, or the last entry of a list."""
    last = text.rfind("\n", *span) + 1 or span.start
    return (
        is_entry(text[last : span.end])
        or _ENDS_CONCLUDING.search(text, max(span.start, span.end - _CONCLUDING), span.end) is not None
    )


def begins_sentence(text: str, at: int) -> bool:
    """Whether what stands there begins as a sentence does."""
    return _BEGINS.match(text, at) is not None


def is_entry(words: str) -> bool:
    """Whether a line begins as an entry of a list does."""
    return _ENTRY.match(words) is not None


def _turned(line: Line, before: Line) -> bool:
    return line.page != before.page


def title_among(document: Document, span: Span) -> bool:
    """Whether a line in capitals stands among others that are not; words in capitals may wrap, and may be cited."""
    first, last = document.line_at(span.start), document.line_at(span.end - 1)
    if first == last:
        return False
    lines = {
        at: document.text[max(line.start, span.start) : min(line.end, span.end)].strip()
        for at, line in enumerate(document.lines[first : last + 1], start=first)
    }
    titles = [
        at
        for at, line in lines.items()
        if is_title(line) and not line.endswith(".") and not _NO_TITLE.search(line)
    ]
    if not titles or not any(sum(map(str.islower, line)) > _LOWER for line in lines.values()):
        return False
    return not all(_wraps(document, span, at) for at in titles)


def _wraps(document: Document, span: Span, at: int) -> bool:
    """Whether a line is full: the next one's first word, in the same value, had no room in it."""
    if at == document.line_at(span.end - 1):
        return False
    last = document.line_at(span.end - 1)
    around = document.lines[max(0, document.line_at(span.start) - _AROUND) : last + _AROUND]
    column = [document.text[line.start : line.end].rstrip() for line in around]
    line, after = document.lines[at : at + 2]
    words = document.text[after.start : after.end].split(maxsplit=1)
    fuller = f"{document.text[line.start : line.end].strip()} {words[0] if words else ''}"
    return times_width(fuller) > max(map(times_width, column)) or len(fuller) > max(map(len, column))


def lower_headings(document: Document, headings: Sequence[Span]) -> frozenset[int]:
    """Where headings begin in small letters among others that do not: the first words of these may be lost.

    Of a letter that prints all of them so it is the habit; of a copy without capitals it says nothing.
    """
    if document.text.islower():
        return frozenset()
    lower = [span.start for span in headings if _LOWER_FIRST.match(document.text, span.start)]
    return frozenset(lower if len(lower) < max(len(headings), 2) else ())


def heading_signs(document: Document, span: Span) -> Iterator[Doubt]:
    """A heading holds no sentence before its own, and no line in capitals among others."""
    text = document.text
    if title_among(document, span):
        yield Doubt("IMR209", "a line in it reads like a title", span)
    found = _SENTENCE_INSIDE.search(text, *span)
    original = _ORIGINAL.search(text, *span) if found else None
    if found and (original is None or found.start() < original.start()):
        yield Doubt("IMR207", "a sentence ends in it", Span(*found.span()))
    if text.count("(", *span) > text.count(")", *span):
        yield Doubt("IMR207", "a bracket in it is not closed", span)
