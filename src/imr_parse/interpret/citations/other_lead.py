"""Lead-ins behind which sources outside of the schedule stand: "and Other Medical Treatment Guidelines", "Non-MTUS"."""

import re
from collections.abc import Iterator

from imr_parse.interpret.meaning import holds

_OTHER = (
    r"(?:(?:up)?on\s+)?(?:the\s+)?(?:Other\s+(?:Medical\s+T[a-z]{6,10}\s+|Medical\s+)?(?:(?:Treatment\s+)?Guidelines?\b(?:\s+or\s+(?:Other\s+)?Medical\s+Evidence\b)?|Evidence\b)"
    r"|Peer[\s-]Reviewed\s+(?:(?:Medical|Scientific)\s+)?(?:Articles?|Evidence|Journals?|Literature|Studies)(?=\s?:)"
    r"|Non-?\s?MTUS(?:\s+Citations?)?(?!\w))[:,]?\s*"
)
_OTHER_LEAD = re.compile(rf"(?:[,;.]?\s*\band\s+|[,;.]\s+){_OTHER}", re.IGNORECASE)
_OTHER_FIRST = re.compile(rf"\s*(?:and\s+)?{_OTHER}", re.IGNORECASE)


def other_lead(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where "and Other Medical Treatment Guidelines" stands, behind which are sources outside the schedule."""
    if not holds(
        text[start:end].lower(), ("other medical", "other treatment", "other guid", "peer", "non-mtus")
    ):
        return None
    lead = _OTHER_FIRST.match(text, start, end) or _OTHER_LEAD.search(text, start, end)
    return lead.span() if lead else None


def parts(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Spans between "and Other Medical Treatment Guidelines" or "Non-MTUS"; true for those after one."""
    if not holds(text[start:end].lower(), ("other", "mtus", "peer")):
        yield start, end, False
        return
    first = _OTHER_FIRST.match(text, start, end)
    at, other = (first.end(), True) if first else (start, False)
    for lead in _OTHER_LEAD.finditer(text, at, end):
        yield at, lead.start(), other
        at, other = lead.end(), True
    yield at, end, other
