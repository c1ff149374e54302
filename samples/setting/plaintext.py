"""Writes typeset pages as the plain text that extraction elsewhere leaves behind, in several forms."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from .page import Line, Page

Lines = list[list[Line]]


def _bare(pages: Lines) -> str:
    """Lines and nothing else: no gaps, no page marks, no spaces at line ends."""
    return "".join(f"{line.text.rstrip()}\n" for page in pages for line in page)


def _spaced(pages: Lines) -> str:
    """An empty line between paragraphs."""
    return "".join(_gap(line, "\n") + f"{line.text.rstrip()}\n" for page in pages for line in page)


def _double_spaced(pages: Lines) -> str:
    """Each line with a space at its end and an empty line after it; a line of one space between paragraphs."""
    return "".join(_gap(line, " \n\n") + f"{line.text.rstrip()} \n\n" for page in pages for line in page)


def _form_feeds(pages: Lines) -> str:
    """Lines, empty lines between paragraphs, a form feed before each further page."""
    return "\f".join(_spaced([page]) for page in pages)


def _gap(line: Line, mark: str) -> str:
    return mark if line.opens_paragraph else ""


FORMS: dict[str, tuple[Callable[[Lines], str], Callable[[str], bytes]]] = {
    "bare": (_bare, str.encode),
    "spaced": (_spaced, str.encode),
    "double-spaced": (_double_spaced, str.encode),
    "form-feeds": (_form_feeds, str.encode),
    "crlf": (_spaced, lambda text: text.replace("\n", "\r\n").encode()),
    "utf-8-bom": (_spaced, lambda text: codecs.BOM_UTF8 + text.encode()),
    "utf-16": (_spaced, lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le")),
    "windows-1252": (_spaced, lambda text: text.encode("cp1252")),
}


def to_text_bytes(pages: tuple[Page, ...], form: str) -> bytes:
    """The pages as text in one of FORMS. Raises KeyError for another form."""
    lay, encode = FORMS[form]
    return encode(lay([list(page.lines) for page in pages]))
