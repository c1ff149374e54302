"""Whether a rationale ends in a judgement, in whatever words; where it does not, its end may have been lost."""

from __future__ import annotations

import re
from itertools import islice

from imr_parse.interpret.conclusions.conclusion import conclude
from imr_parse.interpret.conclusions.last_sentences import sentences_backwards

_LAST = 2
"""Sentences at the end, one of which judges."""
_RULES = re.compile(
    r"certif|authori[sz]|(?<!FDA[ -])(?<!commercially )\bapprov(?!ed\s(?:for|by|indication|use|topical))|\bden(?:y|ied|ial)|\buph[eo]ld|overturn"
    r"|\brevers(?:e|ed|ing)\b|\baffirm|\bconcur|\b(?:dis)?agree\b|\bendors|\bpremature\b|\bunnecess|\bmed(?:ical(?:ly)?)?[.\s-]{0,2}nec|\bnecess"
    r"|\b(?:UR|utilization\sreview(?:er)?|reviewer|administrator)\b[^.;]{0,60}\b(?:correct|proper|right|stands?)\b",
    re.IGNORECASE,
)
"""Words of ruling, which reasons hold seldom."""
_HISTORY = re.compile(
    r"\b(?:previous(?:ly)?|prior\s(?:to|requests?|reviews?|authori[sz]\w+)|had\sbeen|report)\b", re.IGNORECASE
)
_INFERS = re.compile(
    r"^\W*(?:(?:and|so)\s)?(?:therefore|thus|hence|consequently|accordingly|in\s(?:short|sum|conclusion|summary)|it\sfollows|as\ssuch"
    r"|(?:for|given|based\son)\s(?:all\s)?(?:of\s)?(?:this|these|the\s(?:above|foregoing))|as\sabove|see\s|(?:for\sthe\s)?same\s(?:reason(?:s|ing)?|rationale|as)|likewise|ditto)\b"
    r"|\btherefore\b|\b(?-i:(?<!Class )(?<!Type )(?<!Phase )I)\s[a-z]|\bmy\b",
    re.IGNORECASE,
)
"""How a sentence draws the sum of others, or points to them; and who draws it."""
_FINDS = re.compile(
    r"\b(?:is|are|was|were|be|been|isn't|aren't|wasn't|not|nor|appears|seems|remains?)"
    r"\s(?:(?:to\sbe|not|itself|thus|therefore|also|clearly|clinically|medically|well|still|more\sthan|at\sthis\stime|both|neither)[\s,]{1,2}){0,3}"
    r"(?:a\s)?(?:(?:un)?(?:supported|warranted|justified|substantiated|established|demonstrated|reasonable|proven)|(?:contra)?indicated|(?:in)?appropriate|recommended"
    r"|needed|required|called\sfor|allowed|granted|excessive|experimental|investigational|(?:un)?met|satisfied|fulfilled|consistent\swith"
    r"|in\s(?:excess|accord(?:ance)?|keeping|line)|(?:within|outside|beyond)\s(?:of\s)?(?:the\s)?(?:\w+\s)?(?:guideline|criteria|recommend))"
    r"|\b(?:cannot|can't|unable\sto|do(?:es)?\snot|doesn't|fails?\sto)\s(?:\w+\s){0,2}(?:recommend|support|justify|meet|satisfy)\b"
    r"|\b(?:the|this|these|they|it|he|she|requests?|visits|sessions)\s(?:meets?|satisf(?:y|ies)|exceeds?)\b"
    r"|\bno\s(?:\w+\s)?(?:need|reason|role|place|basis|indication|justification|rationale)\s(?:for|to)\b|\bfalls?\s(?:short|outside|within)\b|\boutweigh"
    r"|\bcandidate\sfor\b|\bqualif(?:y|ies)\b|\bno\ssupport\b|\bnothing\b|\bneed\sfor\b|\btoo\s(?:many|much|long|soon|early)\b|\bstandard\sof\scare\b|\b(?:it|this|they|these|the\s[\w-]{1,20})\s(?:should|ought\sto)\s(?:not\s)?be\b"
    r"|\bmakes?\s(?:no\s|good\s)?sense\b|\bI\s(?:would\s|therefore\s)?recommend|\bnone\s(?:of\s|is\b|are\b)",
    re.IGNORECASE,
)
"""Words of finding, which guidelines use too where they speak for all patients."""
_FOR_ALL = re.compile(
    r"\b(?:guidelines?|MTUS|ACOEM|ODG|chapter|studies|trials?|literature|FDA)\b[^,;]{0,80}?"
    r"\s(?:states?|notes?|says?|recommends?|supports?|indicates?|suggests?|advises?|requires?|considers?|lists?|allows?)\b"
    r"|\b(?:is|are)\s(?:\w+ly\s|not\s)?recommended\s(?:as|for|in|if|when|only|longer|to|until|prior|by|at|with)\b|\bmay\b|\b(?:patients|those\swho)\b",
    re.IGNORECASE,
)
_FOR_ONE = re.compile(r"\brequest|\bthis\s(?:case|patient|worker|claimant|individual)\b", re.IGNORECASE)
_ELLIPSIS = re.compile(
    r"(?:\b(?:is|are|was|were|do|does|did|has|have|will)(?:\snot|n't)|\b(?:is|are|was|were)(?:\s(?:too|also|as\swell))?|\b(?:no|yes|not|neither|insufficient))"
    r"(?:\s(?:yet|now|either|at\s(?:present|this\s(?:time|point))))?\W*$",
    re.IGNORECASE,
)
"""An end that leaves out what was said before: "the second one is not"."""


def judges(rationale: str) -> bool:
    """Whether it concludes, one of its last sentences rules, or the last one finds."""
    if conclude(rationale):
        return True
    last = [sentence for _, sentence in islice(sentences_backwards(rationale), _LAST)]
    return any(map(_rules, last)) or any(
        _INFERS.search(sentence) or _finds(sentence) for sentence in last[:1]
    )


def _rules(sentence: str) -> bool:
    return bool((_RULES.search(sentence) and not _HISTORY.search(sentence)) or _ELLIPSIS.search(sentence))


def _finds(sentence: str) -> bool:
    return bool(_FINDS.search(sentence) and (_FOR_ONE.search(sentence) or not _FOR_ALL.search(sentence)))
