"""What a guideline cannot hold: words of a conclusion, the other party's sentence, an end in the middle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_parse.document import Document, Span
from imr_parse.found import Doubt

_BROKEN_OFF = re.compile(
    r"(?:[,;:(&/\u2013-]|\b(?:and|or|of|on|in|by|to|for|from|with|the|an?|as|is|are|was|did|not|their|its|per|"
    # of the fixed sentences of these letters any word but the last
    r"based|decisions?\s+based|cite|any|medical|evidence|outside|claims|administrator|expert|reviewer|recommendation\(s\)|"
    r"non[\s-]?mtus|mtus|citations?|section\(s\))|\(ODG\)|\.\s*decision)\s*$",
    re.IGNORECASE,
)
"""How no guideline ends; a full stop is often left out (the topic, or the pages, are its last words)."""
_YEAR = re.compile(r"\bMTUS\b[^.]{3,90}\b(?:19|20)\d\d\s*$")
"""A chapter of the MTUS with its year: its sections, or at least a stop, follow."""
_TAIL, _LONGEST = 40, 130
"""Characters at a guideline's end that hold these words."""
_CONCLUSION_WORDS = re.compile(r"\bmedically\s+necessary\b|\bmedical\s+necessity\b", re.IGNORECASE)
"""In these a rationale concludes, and no guideline."""
_WHY_NONE = re.compile(
    r"\badministrator\b[^.]{0,400}$|\breviewer\b[^.]{0,300}\b(?:as|since|because)\b[^.]{0,120}$|^\W*(?:since|as|because)\s[^.]{0,120}$"
    r"|\bprimary\s(?:procedures?|surger(?:y|ies)|operation)\b[^.]{0,160}$",
    re.IGNORECASE,
)
"""Why a decision cites nothing: the operation that the item goes with was not found necessary."""
_OTHER_PARTY = {
    "claims": re.compile(r"\W{0,3}(?:the\s+)?(?:(?:expert|physician|medical)\s+)?reviewer\b", re.IGNORECASE),
    "reviewer": re.compile(r"\W{0,3}(?:the\s+)?claims\s+administrator\b", re.IGNORECASE),
}
"""By whose guideline it is: how the other party's begins."""


def guideline_signs(document: Document, path: str, span: Span) -> Iterator[Doubt]:
    """A guideline cites and does not conclude; it may end without a stop, not in the middle; who decided is its subject."""
    text, (start, end) = document.text, span
    found = _CONCLUSION_WORDS.search(text, start, end)
    if found and not _WHY_NONE.search(text[start : found.start()]):
        yield Doubt("IMR209", "it holds the words of a conclusion", Span(*found.span()))
    other = _OTHER_PARTY["claims" if "/claims_administrator" in path else "reviewer"].match(text, start, end)
    if other:
        yield Doubt("IMR209", "it begins with the words of the other party's", Span(*other.span()))
    if text[start] in ",.;:!?)]%":
        yield Doubt("IMR210", "it does not begin as a sentence does", Span(start, start + 1))
    if _breaks_off(text, span):
        yield Doubt("IMR210", "it breaks off", Span(end - 1, end))


def _breaks_off(text: str, span: Span) -> bool:
    start, end = span
    if text[end - 1] == ".":
        return False
    return (
        _BROKEN_OFF.search(text, max(start, end - _TAIL), end) is not None
        or _YEAR.search(text, max(start, end - _LONGEST), end) is not None
        or text.count("(", start, end) > text.count(")", start, end)
    )
