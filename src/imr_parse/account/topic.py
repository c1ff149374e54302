"""Whether a rationale concludes on what its heading names; where pages are lost, another item's reasons may end it."""

from __future__ import annotations

import re

_TAIL = 600
"""Characters of a rationale's end in which its conclusion stands."""
_NAMED = re.compile(
    r"\b(?:request\s+(?:for|of)|necessity\s+(?:of|for))\s+(?P<what>(?:(?![a-z)\d][.!?]\s)[^;]){3,200}?),?\s+"
    r"(?:is|are|was|were|cannot|would|has|have)\s[^.;]{0,80}\b(?:necess(?:ary|ity)|established|demonstrated)",
    re.IGNORECASE,
)
"""A request by its name, and what is concluded of it."""
_BEFORE = re.compile(
    r"(?:\b(?:prior|previous|earlier)\s|(?:^|[.!?]\s)\W*(?:as|since|because|although|while)\s(?:the\s)?)\Z",
    re.IGNORECASE,
)
"""Before requests that are not this one, or that another's reason is."""
_POINTS_BACK = re.compile(r"(?:this|that|these|those|such|said)\b", re.IGNORECASE)
"""How words begin that name nothing anew."""
_WORD = re.compile(r"[a-z]{3,}|\d+(?:\.\d+)?", re.IGNORECASE)
_STEM = 4
"""First letters by which words are the same, whatever their ending."""
_COMMON_WORDS = (
    "the and for with without per not this that these those one two three four five six seven eight nine "
    "ten from request requested retrospective associated surgical service additional continued further "
    "current above such given criteria guideline documentation medical medically necessity necessary "
    "claimant patient injured worker medication drug treatment therapy session visit item equipment "
    "device imaging study test testing evaluation surgery operation consultation referral authorization "
    "injection procedure intervention time use prescription compound cream topical unknown quantity day "
    "week month left right bilateral unit brand generic another supply refill course trial remaining amount number dose more many few further "
    "full entire whole total combined complete present proposed compounded medicine product studies both "
)
"""Words that most requests hold, or that stand for one."""
_COMMON = frozenset(_COMMON_WORDS.split())


def other_request(rationale: str, heading: str) -> str | None:
    """The request that a rationale's end concludes on, where neither it nor what follows it is told by a word of the heading."""
    end = rationale[-_TAIL:]
    named = [found for found in _NAMED.finditer(end) if not _BEFORE.search(end, 0, found.start())]
    if not named:
        return None
    what = named[-1]["what"]
    said, due = _stems(what), _stems(heading)
    names = not _POINTS_BACK.match(what) and any(map(str.isalpha, said))
    return what if names and due and not due & said else None


def _stems(text: str) -> set[str]:
    """The words of a request that tell it from others, by their first letters."""
    words = (word.lower() for word in _WORD.findall(text))
    return {word[:_STEM] for word in words if word not in _COMMON and word.removesuffix("s") not in _COMMON}
