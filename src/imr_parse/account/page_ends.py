"""What stands last on a page and was not written with it: a line that was added or moved, a number stamped on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_parse.document import Document, Line, Span
from imr_parse.found import Doubt, Places
from imr_parse.furniture.stamps import UP

_STAMPED = re.compile(r"(?<![A-Za-z])(?!CD0\d{5}(?!\d))[A-Z]{2,12}[_-]?0\d{4,8}(?!\d)")
"""A number of a file of a case, as such files have on each page; begins with a zero, as no number of a source or service does
but a Cochrane review's."""


def page_ends(document: Document, places: Places) -> Iterator[tuple[str, Doubt]]:
    """Doubts on values that hold such a line or number."""
    lines = document.lines
    if document.pages is None:
        return
    for before, line, after in zip(lines, lines[1:], (*lines[2:], None), strict=False):
        if after is not None and after.page == line.page:
            continue
        said = _foreign(document, before, line)
        for path, spans in places if said else ():
            if any(start < line.end and line.start < end for start, end in spans):
                yield path, Doubt("IMR209", said, Span(line.start, line.end))


def _foreign(document: Document, before: Line, line: Line) -> str:
    low, high = before.baseline, line.baseline
    if before.page == line.page and low is not None and high is not None and high > low + UP:
        return "a line in it stands elsewhere on its page"
    if _STAMPED.search(document.text[line.start : line.end]):
        return "a number that was stamped on the page stands in it"
    return ""
