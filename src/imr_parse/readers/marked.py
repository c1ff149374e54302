"""Whether a page's content was cut: marks and text objects come in pairs, and a tagged page numbers its marks from 0.

Marked content is opened by BDC or BMC and closed by EMC (ISO 32000-1, 14.6), a text object by BT and ET (9.4.1); a
tagged page numbers its own marks by /MCID.
"""

from __future__ import annotations

import re

_STRING = re.compile(rb"\((?:\\.|[^\\()]){0,4000}\)", re.DOTALL)
_MARKS = re.compile(rb"\bB[DM]C\b"), re.compile(rb"\bEMC\b")
_TEXTS = re.compile(rb"\bBT\b"), re.compile(rb"\bET\b")
_FIRST = re.compile(rb"/MCID\s{1,4}0\b")


def cut_off(content: bytes) -> bool:
    """Whether a mark or a text object is not closed or not opened, or the first mark is missing."""
    if b"/MCID" in content:
        if not _FIRST.search(content):
            return True
        opens, closes = b"BDC", b"EMC"  # the first and the last mark tell, without a look at all between
        if content.find(opens) < content.find(closes) and content.rfind(opens) < content.rfind(closes):
            return False
    elif content.count(b"BT") == content.count(b"ET"):
        return False
    operators = _STRING.sub(b"", content)  # words of the letter may read like operators
    return any(
        len(opens.findall(operators)) != len(closes.findall(operators)) for opens, closes in (_MARKS, _TEXTS)
    )
