"""The running-text law: how printed lines become prose.

White space, line breaks and page breaks become one space. A line that ends in "-" or "/" straight after a character
other than a space or a dash joins the next line without one. No word is changed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from imr_parse.document import Document, Span

_BEFORE = r"[^\s\-\u2010-\u2015]"
"""What stands before a "-" or "/" that joins the next line."""
_JOINED = re.compile(rf"(?<={_BEFORE})([-/])[\n\f]+")
_JOINS = re.compile(rf"{_BEFORE}[-/][\n\f]+$")
_WORDS = re.compile(r"\S+(?: \S+)*")
"""Words with single spaces between them, which stay as they are in running text."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""Without those that are white space: a next-line mark (U+0085) is a break."""


def running(text: str) -> str:
    """Lines (ended by "\\n", pages by a form feed) as running text, NFC, without control characters."""
    return _flow(_CONTROL.sub("", text))


def running_spans(document: Document, spans: tuple[Span, ...]) -> str:
    """The running text of several places, in order, joined by line breaks; a Document holds no control characters."""
    return _flow("\n".join(document.text[start:end] for start, end in spans))


def _flow(text: str) -> str:
    if "-\n" in text or "/\n" in text or "-\f" in text or "/\f" in text:
        text = _JOINED.sub(r"\1", text)
    prose = " ".join(text.split())
    return prose if prose.isascii() else unicodedata.normalize("NFC", prose)


def whole(document: Document, spans: tuple[Span, ...]) -> Span:
    """The span in the letter of the whole running text of these places, which begin and end with words."""
    first, last = document.text[slice(*spans[0])], document.text[slice(*spans[-1])]
    return Span(spans[0].end - len(first.lstrip()), spans[-1].start + len(last.rstrip()))


class Alignment:
    """Where the characters of a running text stand in the letter."""

    def __init__(self, document: Document, spans: tuple[Span, ...]) -> None:
        self._running: list[int] = []
        self._printed: list[int] = []
        at = 0
        if len(spans) == 1:
            words = document.text[slice(*spans[0])]
            if "\n" not in words and words == " ".join(words.split()):  # it runs already
                self._running.append(0)
                self._printed.append(spans[0].start)
                return
        for start, end in spans:
            before = 0  # where the words before these end
            for found in _WORDS.finditer(document.text, start, end):
                first, last = found.span()
                joins = (
                    before
                    and document.text[before - 1] in "-/"
                    and _JOINS.match(document.text, before - 2, first)
                )
                if self._running and not joins:
                    at += 1
                self._running.append(at)
                self._printed.append(first)
                at += last - first
                before = last

    def place(self, start: int, end: int) -> Span:
        """The span in the letter of `running[start:end]`."""
        return Span(self._offset(start), self._offset(max(start, end - 1)) + 1)

    def _offset(self, at: int) -> int:
        word = max(0, bisect_right(self._running, at) - 1)
        return self._printed[word] + at - self._running[word]
