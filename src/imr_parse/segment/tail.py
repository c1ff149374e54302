"""What follows the last item of a letter: appeal rights, signature, list of copies, proof of service."""

from __future__ import annotations

import re

from imr_parse.furniture.lines import whole_lines
from imr_parse.letter import Letter
from imr_parse.paragraphs import Start
from imr_parse.segment.borders import line_openings

_SHORT = 60
"""Characters of a line that is a heading, a greeting or a name, not prose."""
_PARAGRAPH = 500
"""Characters of such prose in which those words are looked for."""
_LETTERISH = re.compile(
    r"\bappeal|administrative\s+director|\b4610\.|\bbinding\s+on|\bmaximus\b|\bserv(?:ed|ice)\b|\bmailing\b",
    re.IGNORECASE,
)
"""Words that such prose holds and a rationale does not."""


def letter_end(letter: Letter, start: int, end: int) -> int:
    """Where the text after the last item begins in a range; its end where there is none."""
    document, layout = letter.document, letter.layout
    end = next(whole_lines(document, layout.closings, start, end), end)
    for offset in line_openings(document, layout.tail, start, end):
        at = document.line_at(min(offset + 1, end - 1))
        line = document.lines[at]
        if letter.starts[at] is Start.NO and not line.bold:
            continue
        prose = line.end - line.start > _SHORT
        if not prose or _LETTERISH.search(document.text, line.start, line.start + _PARAGRAPH):
            return line.start
    return end
