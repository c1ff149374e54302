"""What a sentence of prose says of a source: its verb ends the name, and tells whether the source is cited."""

import re
from typing import Literal, NamedTuple

FITS = r"(?:(?:most\s+|both\s+)?(?:relevant|applicable|appropriate))"
_ADVERBS = (
    r"(?:(?:also|both|only|therefore|thus|then|instead|specifically|mainly|primarily|again|further)\s+){0,3}"
)
_BE = r"(?:is|are|was|were|(?:has|have|had)\s+been)"
TELLS = (
    r"(?:address|allow|advise|consider|contain|cover|describe|discuss|emphasize|explain|favor|give|include|indicate|limit|list|mention|note|"
    r"outline|permit|provide|recommend|require|restrict|say|specif|suggest|support|warn)(?:s|es|y|ies)?"
)
_POINTS = r"(?:deals?|pertains?|refers?|relates?|speaks?)"
APPLIES = r"(?:appl(?:y|ies)|governs?|controls?)"
_OBJECT = r"(?=\s+(?!(?:and|or|of|in|for|to|with|by|on|at|from|as|during|after|before|page|pages|pg)\b)[a-z])"
"""What a verb has behind it and a noun of the same letters has not: "Lumbar supports, page 3"."""
_FINITE = re.compile(
    rf"[\s,;](?<!\bwhich.)(?<!\bthat.)(?<!\bboth.)[\s,]*(?:(?<=[,;]\s)(?:it|they|this|these)\s+|and\s+)?{_ADVERBS}(?P<verb>(?-i:(?:is|are|was|were|has|have|had|does|do|did|can|cannot|could|may|might|should|would|will|must|fails?|{APPLIES}|{_POINTS}(?=\s+(?:of|to|with)\b)|states?(?=\s+(?:that|the)\b)|{TELLS}{_OBJECT})(?!\w))"
    rf"|(?:to\s+be\s+|as\s+)?(?:not\s+|in)?{FITS}(?!\w))",
    re.IGNORECASE,
)
DENIES = (
    r"(?:(?:is|are|was|were)\s+(?:silent|inapplicable|irrelevant|not\s+(?!(?:an?\s+)?(?:part|only)\b)\w+)"
    r"|(?:does|do|did)\s+not\s+(?:\w+ly\s+)?(?!(?:recommend|support|advise|allow|permit|endorse|favor|approve|require|suggest|consider)\b)\w+|(?:does|do|did)\s+not(?=\s*[.,;])"
    r"|(?:has|have|had|contains?|gives?|lists?|makes?|offers?|provides?|says?|states?|includes?)\s+(?:no|nothing|none)|fails?\s+to|cannot)(?!\w)"
)
"""What says of a source that it has nothing to say: that is no citation."""
_DENIES = re.compile(rf"{DENIES}|(?:to\s+be\s+|as\s+)?(?:not\s+|in){FITS}", re.IGNORECASE)
_PART = re.compile(
    r"(?:is|are)\s+(?P<not>not\s+)?(?:an?\s+)?(?:part|section)s?\s+of\s+the\s+(?:MTUS|Medical\s+Treatment\s+Utilization\s+Schedule(?:\s+\(MTUS\))?)(?!\w)(?:,?\s+and\s+(?:it\s+|they\s+)?)?",
    re.IGNORECASE,
)
_LOOKED_AT = r"(?:consulted|reviewed|considered)"
_USED = re.compile(
    rf"{_BE}\s+{_ADVERBS}(?:used|relied\s+(?:up)?on|cited|applied|referenced|followed|utilized|chosen|selected|found|deemed|felt|given|{_LOOKED_AT}|the\s+(?:basis|guidelines?|source|reference)|{FITS})(?!\w)"
    rf"|{APPLIES}(?!\w)|(?:to\s+be\s+|as\s+)?{FITS}(?!\w)",
    re.IGNORECASE,
)
_IN_VAIN = re.compile(
    rf"(?:{_BE}\s+{_ADVERBS}{_LOOKED_AT}|{_POINTS}|{TELLS})(?!\w)[^.;]{{0,120}}?\bbut\s+(?:(?:it|they)\s+)?(?:not|{DENIES})",
    re.IGNORECASE,
)
"""A source that was looked at, or tells of other things, "but not of this"."""
Kind = Literal["used", "denied", "tells"]


class Predicate(NamedTuple):
    """What is said of a source: the source's name ends at `start`, and what says it at `end`."""

    kind: Kind
    start: int
    end: int


def predicate(text: str, at: int, end: int) -> Predicate | None:
    """What the sentence says of the source that begins at `at`, if its verb stands before `end`."""
    found = _FINITE.search(text, at, end)
    if found is None:
        return None
    verb = found.start("verb")
    part = _PART.match(text, verb)
    behind = part.end() if part else verb
    if vain := _IN_VAIN.match(text, behind):
        return Predicate("denied", found.start(), vain.end())
    if denied := _DENIES.match(text, behind):
        return Predicate("denied", found.start(), denied.end())
    if used := _USED.match(text, behind):
        return Predicate("used", found.start(), used.end())
    return Predicate("used" if part and not part["not"] else "tells", found.start(), max(behind, found.end()))
