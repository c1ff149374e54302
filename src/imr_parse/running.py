"""The running-text law: how printed lines become prose.

White space, line breaks and page breaks become one space. A line that ends in "-" or "/" straight after a character
other than a space or a dash joins the next line without one. No word is changed.
"""

from __future__ import annotations

import re
import unicodedata

from imr_parse.document import Document, Span

_JOINED = re.compile(r"(?<=[^\s\-\u2010-\u2015])([-/])[\n\f]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def running(text: str) -> str:
    """Lines (ended by "\\n", pages by a form feed) as running text, NFC, without control characters."""
    prose = " ".join(_JOINED.sub(r"\1", text).split())
    if prose.isascii() and prose.isprintable():
        return prose
    return unicodedata.normalize("NFC", _CONTROL.sub("", prose))


def running_spans(document: Document, spans: tuple[Span, ...]) -> str:
    """The running text of several places, in order, joined by line breaks."""
    return running("\n".join(document.text[start:end] for start, end in spans))
