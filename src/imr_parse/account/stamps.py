"""Lines inside prose that a page has beside its text: a stamp, a number of a file's pages, a footer that was not known as such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.furniture.lines import whole_lines

_LONGEST = 70
"""Characters of a stamp."""
_STAMP = re.compile(
    r"(?:[A-Z]{1,8}[ _-]?)?\d{5,12}|[A-Z]{2,8}[ _-]?\d{4,12}(?: ?[-/] ?\d{1,4})?"  # a number of a file's pages
    r"|(?:[A-Z]{2})?\d{2}-\d{6,9}"  # a case number
    r"|[A-Z]{8,20}"
)
_PAGE = re.compile(
    r"(?:[A-Z][\w'.&-]{0,20}[ |:\u2013-]{1,6}){1,8}(?:[Pp]age|PAGE) \d{1,3}(?: ?(?:of|/) ?\d{1,3})?"
)
"""A title with the page's number; in a guideline the page is one that is cited."""
_NUMBER = re.compile(r"\b([A-Z]{2,6}[_-]?)\d{5,9}\b")
"""Such a number that was read as a part of a page's last line: other pages have others of the same series."""


def stamps_inside(
    document: Document, furniture: tuple[str, ...], span: Span, *, cites: bool
) -> Iterator[Doubt]:
    """A doubt on each line of a value that is a stamp, or that one was joined to at its page's end."""
    text, (start, end) = document.text, span
    page = text.find("\f", start, end)
    while page != -1:
        found = _NUMBER.search(text, max(text.rfind("\n", start, page - 1), start), page)
        if found and len({each[0] for each in _NUMBER.finditer(text) if each[1] == found[1]}) > 1:
            yield Doubt("IMR209", "a stamp stands at a page's end in it", Span(*found.span()))
        page = text.find("\f", page + 1, end)
    at = start
    for line in text[start:end].split("\n"):
        if len(line) <= _LONGEST and _is_stamp(document, furniture, line, at, cites=cites):
            yield Doubt("IMR209", "a line in it is no part of its sentences", Span(at, at + len(line)))
        at += len(line) + 1


def _is_stamp(document: Document, furniture: tuple[str, ...], line: str, at: int, *, cites: bool) -> bool:
    """Whether a short line is a stamp; one that a sentence ends in, or that goes on above its beginning, is none."""
    words = line.strip()
    if not words or not (words[-1].isdigit() or words.isupper()):
        return False
    whole = document.lines[document.line_at(at + line.index(words[0]))]
    if document.text[whole.start : whole.end].strip() != words:
        return False
    words = " ".join(words.split())
    return (
        _STAMP.fullmatch(words) is not None
        or (not cites and _PAGE.fullmatch(words) is not None)
        or any(whole_lines(document, furniture, whole.start, whole.end))
    )
