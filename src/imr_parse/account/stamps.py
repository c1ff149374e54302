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
    r"|(?:[A-Z][\w'.&-]{0,20}[ |:,\u2013-]{1,6}){1,8}(?:[Pp]age|PAGE) \d{1,3}(?: ?(?:of|/) ?\d{1,3})?"
)
_NUMBER = re.compile(r"\b([A-Z]{2,6}[_-]?)\d{5,9}\b")
"""Such a number that was read as a part of a page's last line: other pages have others of the same series."""
_LAST = ".,;:!?"


def stamps_inside(document: Document, furniture: tuple[str, ...], span: Span) -> Iterator[Doubt]:
    """A doubt on each line of a value that is a stamp; one that a sentence ends in is none."""
    text, lines = document.text, document.lines
    for at in range(document.line_at(span.start), document.line_at(span.end - 1) + 1):
        line = lines[at]
        if at + 1 < len(lines) and lines[at + 1].page != line.page:
            found = _NUMBER.search(text, max(line.start, span.start), min(line.end, span.end))
            if found and len({each[0] for each in _NUMBER.finditer(text) if each[1] == found[1]}) > 1:
                yield Doubt("IMR209", "a stamp stands at a page's end in it", Span(*found.span()))
        if line.end - line.start > _LONGEST or line.start < span.start or line.end - 2 > span.end:
            continue
        words = " ".join(text[line.start : line.end].split())
        if not words or words[-1] in _LAST or not (words[-1].isdigit() or words.isupper()):
            continue
        if _STAMP.fullmatch(words) or any(whole_lines(document, furniture, line.start, line.end)):
            yield Doubt("IMR209", "a line in it is no part of its sentences", Span(line.start, line.end))
