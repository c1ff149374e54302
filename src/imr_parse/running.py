"""The running-text law: how printed lines become prose.

White space, line breaks and page breaks become one space. A line that ends in "-" or "/" straight after a character
other than a space or a dash joins the next line without one. No word is changed.
"""

from __future__ import annotations

import re
import unicodedata

from imr_parse.document import Document, Span

_JOINED = re.compile(r"(?<=[^\s\-\u2010-\u2015])([-/])[\n\f]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""Without those that are white space: a next-line mark (U+0085) is a break."""


def running(text: str) -> str:
    """Lines (ended by "\\n", pages by a form feed) as running text, NFC, without control characters."""
    prose = " ".join(_CONTROL.sub("", _JOINED.sub(r"\1", text)).split())
    return prose if prose.isascii() else unicodedata.normalize("NFC", prose)


def running_spans(document: Document, spans: tuple[Span, ...]) -> str:
    """The running text of several places, in order, joined by line breaks."""
    return running("\n".join(document.text[start:end] for start, end in spans))
