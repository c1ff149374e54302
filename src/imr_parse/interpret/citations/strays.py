"""What cannot be the name of a section or a topic: words with which a further source, or a lead-in, is named."""

import re

_SOURCE = (
    r"\b(?:ODG|OGD|MCG|ACOEM|MTUS|FDA)(?!\w)|\bOffi?cial\s|\bDisab\w{2,6}\sGu|https?:|www\.|\bChapter\s\d"
    r"|\bOther\s(?:Medical|Treatment|Guid|Evid)|\bPeer[\s-]Review"
)
_OF_SOURCE = re.compile(_SOURCE, re.IGNORECASE)
_OF_SCHEDULE = re.compile(
    rf"{_SOURCE}|\b(?:Medical\sEvidence|Treatment\sGuidelines?|Complai[a-z]{{1,3}}|Co(?=[a-z]{{0,3}}p)(?=[a-z]{{0,3}}l)[a-z]{{3,5}}[ia]?nts"
    rf"|G(?!uidelines?(?!\w))[uidel]{{4,8}}n[es]{{0,3}}|C[aehprt]{{4,8}}\s\d{{1,2}}|\w{{3,20}}\s\w{{3,20}},?\s20[0-4]\d$)(?!\w)",
    re.IGNORECASE,
)
"""The same, and "Complaints", "Guidelines", "Chapter 9" as misprints leave them; a year at the end is a title's."""


def in_section(words: str) -> bool:
    """Whether a section's name that no list has may hold the name of another source, or of another title."""
    return bool(_OF_SCHEDULE.search(words))


def in_topic(words: str) -> bool:
    """The same of a topic of ODG, which may be guidelines of its own: "Physical Therapy Guidelines"."""
    return bool(_OF_SOURCE.search(words))
