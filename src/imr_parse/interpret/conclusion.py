"""What a rationale concludes: the last sentence that speaks of the request's medical necessity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple


class Conclusion(NamedTuple):
    """`necessary`: what is concluded, None where it is so only in part; `words`: offsets of the words that say it."""

    necessary: bool | None
    start: int
    end: int


_TAIL = 4000
_NEAR_TAIL = 500
"""Characters of a rationale in which it concludes, and in which most do."""
_SENTENCE = re.compile(r"[^.!?]{1,1200}(?:[.!?](?=\d)[^.!?]{0,300}){0,20}[.!?\"'\u201d)]{0,3}\s*")
_VERDICT = re.compile(
    r"\bmedical(?:ly)?[\s-]{0,2}necess(?:ary|ity)|\bnecessity\s+(?:has|is|was|of)\b"
    r"|\bmedically\s+(?:appropriate|reasonable|indicated)\b(?:(?:,|/|\s+and/or|\s+and|\s+or)\s{0,2}(?:medically\s+)?necessary\b)?"
    r"|\b(?:is|are|was|were|be|been|deemed|considered|not|neither)[\s-]{1,2}(?:not[\s-])?necessary\b"
    r"|\b(?:is|are|was|were)\s+(?:not\s+)?(?:certified|authorized|approved|overturned|upheld)\b",
    re.IGNORECASE,
)
_VERDICT_ELSE = re.compile(
    r"\b(?:the|this|these)\s(?:current\s|above\s)?(?:request(?:s|ed)?|treatments?|medications?|services?|surger(?:y|ies)|procedures?|(?=(?:is|cannot)\b))"
    r"(?:\b[^.;]{0,160}?\s)?(?:is|are|was|were|be)\s(?:thus\s|therefore\s|considered\s|deemed\s|found\s|to\sbe\s|hereby\s){0,2}(?:not\s|neither\s)?"
    r"(?:appropriate|indicated|warranted|justified|substantiated|supported|reasonable|recommended|(?:non[\s-]?)?certified|authorized|approved|denied)\b"
    r"|\b(?:decision|denial|determination)\s(?:is|was)\s(?:hereby\s|therefore\s)?(?P<ruling>affirmed|sustained|reversed)\b",
    re.IGNORECASE,
)
"""What a rationale concludes with that nowhere speaks of necessity."""
_NECESSITY = re.compile(r"\bmedical(?:ly)?[\s-]{0,2}necess(?:ary|ity)|\bnecessary\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:not|cannot|can't|isn't|aren't|wasn't|doesn't|never|neither|nor|no\s+(?:longer|evidence|documentation|indication|proof|support)|(?:non|un)(?=[\s-]{1,2}(?:medical|necess)))\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"\b(?:upheld|denied|affirmed|sustained|non[\s-]?certified)\b", re.IGNORECASE)
_NOT_NOUN = re.compile(
    r"\b(?:not|cannot|can't|isn't|aren't|wasn't|doesn't|never|neither|nor|no|unable|fail(?:s|ed)?|lacks?|lacking|without|insufficient)\b",
    re.IGNORECASE,
)
"""Before "medical necessity"; a treatment may hold "without" itself ("MRI without contrast is medically necessary")."""
_NOT_AFTER = re.compile(
    r"^.{0,300}?\b(?:not|cannot|isn't|wasn't|hasn't|never|unable|fail(?:s|ed)?|lack(?:s|ing)?|un(?:supported|established|substantiated|clear|proven)|"
    r"insufficient(?:ly)?|questionable)\b",
    re.IGNORECASE,
)
_DOUBLE = re.compile(
    r"\bnot\s+(?:in\s+(?:excess|dispute)|only|without|unreasonable)|\bno\s+(?:reason\s+to\s+doubt|doubt)\b"
    r"|\bno\s+reason\s+to\s+(?:find|hold|believe|conclude)\b[^.;]{0,60}?\bnot\b",
    re.IGNORECASE,
)
_PARTLY = re.compile(r"\b(?:partially|partly|in\s+part|portion\s+of\s+the\s+request\s+is)\b", re.IGNORECASE)
_OTHER_VOICE = re.compile(
    r"\b(?:(?:previous|prior|earlier)\s+requests?\b[^;]{0,100}\b(?:was|were)\b|utilization\s+review|UR\b|(?:claims\s+)?administrator|reviewer\s+(?:previously|opined)|previous(?:ly)?\s+(?:review|determin)|"
    r"should\s+not\s+be\s+(?:interpreted|construed)|decision\s+addresses|advised\s+to|MTUS\s+(?:states?|notes?|says?)|"
    r"guidelines?\s+(?:states?|notes?|says?|indicates?\s+that)|unless|\bif\b|whether|would\s+(?:only\s+)?be\s+(?:considered\s+)?medically|^medically\s+necessary\s+(?!:))",
    re.IGNORECASE,
)
_AUTHORIZED_PART = re.compile(r"original\s+request|IMR[\s-]eligible", re.IGNORECASE)
_OWN_VOICE = re.compile(r"(?<!\bthat )\b(?:the|this)\s+(?:current\s+)?request(?:ed)?\b", re.IGNORECASE)
_ASKED = re.compile(r"[^.;:?]{0,40}[:?]\s{0,2}(?P<answer>yes\b|no\b)?", re.IGNORECASE)
"""After "medically necessary": a question, and perhaps its answer."""
_NOT_CLOSE = re.compile(r"\bnot\b(?:,[^,;]{1,40},)?[^,;]{0,12}$", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;](?=\s)|\b(?:but|however|although|though|and)\b")


@lru_cache(maxsize=32)
def conclude(rationale: str) -> Conclusion | None:
    """The last conclusion in the running text of a rationale; None where no sentence concludes."""
    return _last(rationale, _VERDICT) or _last(rationale, _VERDICT_ELSE)


def _last(rationale: str, wording: re.Pattern[str]) -> Conclusion | None:
    for start, sentence in _sentences_backwards(rationale):
        verdicts = list(wording.finditer(sentence))
        if not verdicts:
            continue
        last = verdicts[-1]
        voice = _OTHER_VOICE.search(sentence)
        if (
            voice
            and not last.groupdict().get("ruling")
            and not _AUTHORIZED_PART.search(sentence)
            and not _OWN_VOICE.search(sentence, voice.end(), last.start())
        ):
            continue
        where = (start + last.start(), start + last.end())
        asked = _ASKED.match(rationale, where[1])
        if asked and asked["answer"]:
            return Conclusion(asked["answer"].lower() == "yes", *where)
        if asked and sentence.rstrip().endswith("?"):
            continue
        if _PARTLY.search(sentence):
            return Conclusion(None, *where)
        return Conclusion(not _denied(sentence, last), *where)
    return None


def _sentences_backwards(rationale: str) -> Iterator[tuple[int, str]]:
    """Offset and words of the last sentences, the last first.

    Most rationales conclude at their very end: that is read first, but for its first sentence, which may be a part of one.
    """
    end = len(rationale)
    near, far = max(0, end - _NEAR_TAIL), max(0, end - _TAIL)
    sentences = [(found.start(), found.group()) for found in _SENTENCE.finditer(rationale, near)]
    whole = sentences[1:] if near else sentences
    yield from reversed(whole)
    if near:
        until = whole[0][0] if whole else end
        earlier = [(found.start(), found.group()) for found in _SENTENCE.finditer(rationale, far, until)]
        yield from reversed(earlier)


def _denied(sentence: str, verdict: re.Match[str]) -> bool:
    lead = sentence[max(0, verdict.start() - 90) : verdict.start()]
    if "necessity" in verdict.group().lower():
        return bool(
            _NOT_NOUN.search(_DOUBLE.sub(" ", lead + verdict.group()))
            or _NOT_AFTER.search(_DOUBLE.sub(" ", sentence[verdict.end() :]))
        )
    if not _NOT_CLOSE.search(lead):
        lead = _CLAUSE.split(lead)[-1]
    return (
        bool(_NOT.search(_DOUBLE.sub(" ", lead + verdict.group())))
        or _REFUSED.search(verdict.group()) is not None
    )


def concludes(paragraph: str) -> bool:
    """Whether the last sentence of a paragraph concludes."""
    sentences = [found.group() for found in _SENTENCE.finditer(paragraph[-_TAIL:])]
    return bool(sentences) and _NECESSITY.search(sentences[-1]) is not None
