"""What a rationale rules on the decision that was appealed: upheld or overturned, or in a word denied or approved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Ruling(NamedTuple):
    """`necessary`: what the ruling comes to; `start`, `end`: offsets of the words that rule."""

    necessary: bool
    start: int
    end: int


_DECISION = r"\b(?:decision|denial|determination|UR|utilization\sreview|non[\s-]?certification)\b"
_AGAINST = r"uph[eo]ld(?:ing)?|affirm(?:ed|ing)?|sustain(?:ed|ing)?"
_AGAINST_DONE = r"upheld|affirmed|sustained"
_FOR = r"overturn(?:ed|ing)?|revers(?:e|ed|ing)"
_FOR_DONE = r"overturned|reversed"
_REFUSING = r"non[\s-]?certif(?:y|ied|ication)|den(?:y|ied|ial)"
_ALLOWING = r"certif(?:y|ied|ication)|approv(?:e|ed|al)|authori[sz](?:e|ed|ation)"
_MARKS = ":,;\u2013-"
_WORDINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # the denial of the claims administrator is upheld
        rf"{_DECISION}(?:(?!,\s(?:and|but)\s)[^.;:]){{0,80}}?\s(?:(?P<against>{_AGAINST_DONE})|{_FOR_DONE})\b",
        # I would reverse the UR denial
        rf"\b(?:I|we|recommend|reviewer|to|must)\b[^.;:]{{0,40}}?\b(?:(?P<against>{_AGAINST})|{_FOR})\b[^.;:]{{0,40}}?{_DECISION}",
        # I see no reason to deny this request
        r"\b(?:I|we|to)\b[^.;:]{0,40}?\b(?:(?P<against>deny)|certify|approve|authori[sz]e)\s(?:the|this|these)\s(?:current\s)?request",
        # recommendation is for denial
        rf"\b(?:recommend(?:ation)?|determination|decision)(?:\s(?:is|would\sbe|remains))?(?:\s(?:for|to))?\s(?:(?P<against>{_REFUSING})|{_ALLOWING})\b",
        # Denied without prejudice
        rf"(?:^|[{_MARKS}]\s{{1,2}})(?:not\s)?(?:(?P<against>{_AGAINST}|{_REFUSING})|{_ALLOWING}|{_FOR})(?=\W*$|\swithout\sprejudice)",
        # UR was correct in its determination
        rf"{_DECISION}(?:'s|\u2019s)?(?:\s[a-z]+){{0,3}}?\s(?:(?:is|was)\s(?:not\s)?(?:\w+ly\s)?(?P<against>correct|proper|appropriate|right|justified)|(?P<stands>stands)\W*$)",
        # I concur with the denial
        rf"\b(?:(?P<against>agree|concur)|disagree)\b[^.;:]{{0,20}}?{_DECISION}",
    )
)
_STEMS = (
    "uphold", "upheld", "affirm", "sustain", "overturn", "revers", "deny", "deni", "certif", "approv", "authori", "agree", "concur",
    "stands", "correct", "proper", "appropriate", "right", "justified",
)  # fmt: skip
"""Of which every wording holds one."""
_NOT = re.compile(
    r"\b(?:not|cannot|no\s(?:reason|basis|grounds?)|unable|never)\b|n['\u2019]t\b", re.IGNORECASE
)
_LEAD = 40
_CLAUSE = re.compile(
    r"[,;:](?=\s)|\s[\u2013-]\s|\b(?:but|however|although|though|while|and)\b", re.IGNORECASE
)
_OTHER_TIME = re.compile(
    r"\b(?:previously|earlier|on\sappeal|upon\sappeal|reconsider\w*|if|unless|whether)\b", re.IGNORECASE
)


def rulings(sentence: str) -> Iterator[Ruling]:
    """The rulings of one sentence, in no order; none where it tells of another time or of a case that is only supposed."""
    words = sentence.lower()
    if not any(map(words.__contains__, _STEMS)) or _OTHER_TIME.search(sentence):
        return
    for wording in _WORDINGS:
        for found in wording.finditer(sentence):
            against = any(found.groupdict().values())
            apart = found.group()[0] in _MARKS
            lead = "" if apart else _CLAUSE.split(sentence[max(0, found.start() - _LEAD) : found.start()])[-1]
            yield Ruling(against == bool(_NOT.search(lead + found.group())), *found.span())
