"""What a rationale concludes: the last sentence that speaks of medical necessity, or rules on the decision under appeal.

A reading is given only where it is sure whose words they are; whether a rationale judges at all is asked in `judgement.py`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from imr_parse.interpret.conclusions.last_sentences import sentences_backwards, sentences_of
from imr_parse.interpret.conclusions.ruling import rulings


class Conclusion(NamedTuple):
    """`necessary`: what is concluded, None where it is so only in part; `words`: offsets of the words that say it."""

    necessary: bool | None
    start: int
    end: int


_NECESSARY = r"nec{1,2}es{1,2}ary"
_VERDICT = re.compile(
    rf"\bmed(?:ical(?:ly)?|\.)?[\s-]{{0,2}}(?:\([a-z]{{1,20}}\)\s)?(?:{_NECESSARY}|nec{{1,2}}es{{1,2}}ity|nec\b)|\bnecessity\s+(?:has|is|was|of)\b"
    r"|\b(?:medically\s+(?:appropriate|reasonable|indicated)\b(?:(?:,|/|\s+and/or|\s+and|\s+or)\s{0,2}(?:medically\s+)?necessary\b)?)"
    r"|\b(?:appropriate|reasonable|indicated|warranted)(?:,|/|\s+and/or|\s+and|\s+or)\s{0,2}(?:medically\s+)?necessary\b"
    rf"|\b(?:is|are|was|were|be|been|found|deemed|considered|not|neither)[\s-]{{1,2}}(?:not[\s-])?{_NECESSARY}\b"
    r"|\b(?:is|are|remains?)\s+(?:\w+ly\s+)?(?:not\s+)?(?:non[\s-]?)?(?:certified|authorized|approved)\b"
    r"|\brequest(?:s|ed)?\b[^.;]{0,160}?\b(?:was|were)\s+(?:\w+ly\s+)?(?:not\s+)?(?:certified|authorized|approved)\b"
    r"|^\W*necessary(?=\W*$)",
    re.IGNORECASE,
)
_VERDICT_ELSE = re.compile(
    r"\b(?:the|this|these)\s(?:current\s|above\s)?(?:request(?:s|ed)?|treatments?|medications?|services?|surger(?:y|ies)|procedures?|(?=(?:is|cannot)\b))"
    r"(?:\b[^.;]{0,160}?\s)?(?:is|are|was|were|be)\s(?:thus\s|therefore\s|considered\s|deemed\s|found\s|to\sbe\s|hereby\s){0,2}(?:not\s|neither\s)?"
    r"(?:appropriate|indicated|warranted|justified|substantiated|supported|reasonable|recommended|(?:non[\s-]?)?certified|authorized|approved|denied)\b",
    re.IGNORECASE,
)
"""What a rationale concludes with that nowhere speaks of necessity."""
_NECESSITY = re.compile(r"\bmedical(?:ly)?[\s-]{0,2}necess(?:ary|ity)|\bnecessary\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:not|cannot|never|neither|nor|none|nothing|unable|no\s+(?:longer|evidence|documentation|indication|proof|support)"
    r"|insufficient\s+(?:evidence|documentation|proof)|fail(?:s|ed)?\s+to|(?:non|un)(?=[\s-]{1,2}(?:medical|necess|certif|author)))\b|n['\u2019]t\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"\b(?:denied|non[\s-]?certified)\b", re.IGNORECASE)
_NOT_NOUN = re.compile(
    r"\b(?:not|cannot|never|neither|nor|none|no|unable|fail(?:s|ed)?|lacks?|lacking|without|insufficient)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
"""Before "medical necessity"; a treatment may hold "without" itself ("MRI without contrast is medically necessary")."""
_NOT_AFTER = re.compile(
    r"^.{0,300}?(?:\b(?:not|cannot|never|unable|fail(?:s|ed)?|lack(?:s|ing)?|un(?:supported|established|substantiated|clear|proven)"
    r"|insufficient(?:ly)?|questionable)\b|n['\u2019]t\b)",
    re.IGNORECASE,
)
_DOUBLE = re.compile(
    r"\bnot\s+(?:in\s+(?:excess|dispute)|only|without|unreasonable)|\bno\s+(?:reason\s+to\s+doubt|doubt)\b"
    r"|\bno\s+reason\s+to\s+(?:find|hold|believe|conclude)\b[^.;]{0,60}?\bnot\b",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\b(?:partially|partly|in\s+part|(?<!remaining\s)portion\s+of\s+the\s+request\s+is)\b", re.IGNORECASE
)
_OTHER_VOICE = re.compile(
    r"\b(?:(?:previous|prior|earlier)\s+requests?\b[^;]{0,100}\b(?:was|were)\b|utilization\s+review|UR\b|(?:claims\s+)?administrator|reviewer\s+(?:previously|opined)|previous(?:ly)?\s+(?:review|determin)|"
    r"should\s+not\s+be\s+(?:interpreted|construed)|decision\s+addresses|advised\s+to|MTUS\s+(?:states?|notes?|says?)|"
    r"guidelines?\s+(?:states?|notes?|says?|indicates?\s+that)|unless|\bif\b|whether|would\s+(?:only\s+)?(?:be|have\s+been)\s+(?:considered\s+)?medically|^medically\s+necessary\s+(?:care|treatments?|services?|means)\b)",
    re.IGNORECASE,
)
_AUTHORIZED_PART = re.compile(r"original\s+request|IMR[\s-]eligible", re.IGNORECASE)
_OWN_VOICE = re.compile(
    r"(?<!\bthat )\b(?:the|this)\s+(?:current\s+)?request(?:ed)?\b|;|\band\s+(?:the\s+(?:remain|additional)|I\s+(?:find|agree))"
    r"|\bthis\s+reviewer\s+finds",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"\W*(?:(?:thus|therefore|hence|accordingly),?\s)?(?:contrary\sto|despite|although|though|while|since|because|as)\b[^;]*,\s",
    re.IGNORECASE,
)
"""What ends in a comma before the main clause: another's voice in it does not speak there."""
_SUBORDINATE = re.compile(
    r"\W*(?:since|because|as(?!\s(?:such|written)\b)|although|though|even\sthough|while|whereas|given\sthat|once)\b[^,;]*$",
    re.IGNORECASE,
)
"""What a sentence begins with up to a verdict that is not its main clause's."""
_MAIN_CLAUSE = re.compile(r"[^,;]{0,200}[,;]\s+\w+\s+\w+\s+\w")
_NOT_LEFT_OUT = r"(?:\b(?:is|are|was|were)|['\u2019](?:s|re))(?:\s+not|n['\u2019]t)"
_WHEN = r"(?:\s+(?:yet|at\s+(?:this\s+time|present)))?\W*$"
_ELLIPSIS = re.compile(rf"[^.;]{{0,300}}?{_NOT_LEFT_OUT}{_WHEN}", re.IGNORECASE)
_ELLIPSIS_AFTER = re.compile(
    rf"[^,;]{{0,200}}(?:[,;].{{0,300}}?(?:(?P<not>{_NOT_LEFT_OUT})|\b(?:is|are)\s+too\b){_WHEN}|,\s+so\s+(?:is|are)\b)",
    re.IGNORECASE,
)
"""A clause that leaves out what was said before it: "the second one is not"."""
_REQUEST_IS = re.compile(
    r"\W*(?:(?:thus|therefore|hence|accordingly|as such|in summary|in conclusion|for these reasons),?\s)?(?:the|this|these)\s(?:current\s)?requests?\b",
    re.IGNORECASE,
)
"""What a decision begins with."""
_QUOTED = 800
"""Characters of a quotation before a verdict in it, and after."""
_OPENS = re.compile(r"(?:(?<=[\s(\[])|^)[\"\u201c](?=\w)")
_CLOSES = re.compile(r"[\w.,;!?)][\"\u201d]")
_CLAUSE_END = re.compile(r"[^,;]{0,400}")
_ASKED = re.compile(r"[^.;:?]{0,40}[:?]\s{0,2}(?P<answer>yes\b|no\b)?", re.IGNORECASE)
"""After "medically necessary": a question, and perhaps its answer."""
_NOT_CLOSE = re.compile(r"\bnot\b(?:,[^,;]{1,40},)?[^,;]{0,12}$", re.IGNORECASE)
_WORD_OF_RULING = r"(?:med(?:ically)?\s+)?(?:necessary|appropriate|indicated|warranted|justified|reasonable|supported|recommended|certified|authorized|approved)"
_NOT_LIST = re.compile(
    rf"\bnot\s+(?:{_WORD_OF_RULING}(?:,\s+(?:n?or\s+|and\s+)?|\s+(?:n?or|and)\s+)){{1,4}}$", re.IGNORECASE
)
"""Before the last of several words to all of which "not" belongs."""
_CLAUSE = re.compile(r"[,;](?=\s)|\b(?:but|however|although|though|and)\b")


@lru_cache(maxsize=32)
def conclude(rationale: str) -> Conclusion | None:
    """The last sure conclusion in the running text of a rationale; None where no sentence concludes, or the last two differ."""
    said = _last(rationale)
    if said is None:
        return _last_else(rationale)
    after = _last_else(rationale[said.end :])
    if after is None or after.necessary == said.necessary:
        return said
    later = Conclusion(after.necessary, said.end + after.start, said.end + after.end)
    return later if _decides(rationale, later) and _is_a_reason(rationale, said) else None


def _decides(rationale: str, said: Conclusion) -> bool:
    """Whether words are of a last sentence that begins with the request, as a reviewer's own decision does."""
    sentences = sentences_of(rationale)
    return rationale.endswith(sentences[-1]) and (
        said.start >= len(rationale) - len(sentences[-1]) and _REQUEST_IS.match(sentences[-1]) is not None
    )


def _is_a_reason(rationale: str, said: Conclusion) -> bool:
    """Whether the words of a conclusion may be a reason for a later one: need in general, in a sentence without the request."""
    stop = max(rationale.rfind(mark, 0, said.start) for mark in (". ", "? ", "! "))
    sentence = rationale[stop + 1 : said.end].lower()
    return "medical" not in rationale[said.start : said.end].lower() and "request" not in sentence


def _last(rationale: str) -> Conclusion | None:
    """The last conclusion in words of necessity or of a ruling."""
    for start, sentence in sentences_backwards(rationale):
        ruled = max(rulings(sentence), key=lambda ruling: ruling.end, default=None)
        verdicts = [
            found for found in _VERDICT.finditer(sentence) if not _quoted(rationale, start + found.start())
        ]
        if ruled and not (verdicts and verdicts[-1].end() > ruled.end):
            return Conclusion(ruled.necessary, start + ruled.start, start + ruled.end)
        said = _said(rationale, start, sentence, verdicts[-1]) if verdicts else None
        if said:
            return said
        if start + len(sentence) == len(rationale) and (found := _ELLIPSIS.match(sentence)):
            return Conclusion(False, start + found.start(), start + found.end())
    return None


def _last_else(rationale: str) -> Conclusion | None:
    """The last conclusion in other words."""
    for start, sentence in sentences_backwards(rationale):
        found = list(_VERDICT_ELSE.finditer(sentence))
        said = _said(rationale, start, sentence, found[-1]) if found else None
        if said:
            return said
    return None


def _said(rationale: str, start: int, sentence: str, verdict: re.Match[str]) -> Conclusion | None:
    """What a sentence says with its last verdict; None where it asks, or may speak for somebody else or of another item."""
    where = (start + verdict.start(), start + verdict.end())
    rest = sentence[verdict.end() :]
    left_out = _ELLIPSIS_AFTER.match(rest)
    if left_out:
        return Conclusion(not left_out["not"] and not _denied(sentence, verdict), *where)
    if _other_voice(sentence, verdict):
        return None
    if _SUBORDINATE.match(sentence[: verdict.start()]) and _MAIN_CLAUSE.match(rest):
        return None
    asked = _ASKED.match(rationale, where[1])
    if asked and asked["answer"]:
        return Conclusion(asked["answer"].lower() == "yes", *where)
    if asked and sentence.rstrip().endswith("?"):
        return None
    return Conclusion(None if _PARTLY.search(sentence) else not _denied(sentence, verdict), *where)


def _other_voice(sentence: str, verdict: re.Match[str]) -> bool:
    """Whether somebody else speaks in the clause of a verdict, or before it."""
    clause_end = _CLAUSE_END.match(sentence, verdict.end())
    voice = _OTHER_VOICE.search(sentence, 0, clause_end.end() if clause_end else len(sentence))
    if voice is None or _AUTHORIZED_PART.search(sentence):
        return False
    lead = _LEAD_IN.match(sentence, 0, verdict.start())
    return not (lead and lead.end() > voice.end()) and not _OWN_VOICE.search(
        sentence, voice.end(), verdict.start()
    )


def _quoted(text: str, at: int) -> bool:
    """Whether a place stands between an opening and a closing quotation mark."""
    before = text[max(0, at - _QUOTED) : at]
    opening = max(before.rfind('"'), before.rfind("\u201c"))
    return (
        opening >= 0
        and _OPENS.match(before, opening) is not None
        and "\u201d" not in before[opening:]
        and _CLOSES.search(text, at, at + _QUOTED) is not None
    )


def _denied(sentence: str, verdict: re.Match[str]) -> bool:
    lead = sentence[max(0, verdict.start() - 90) : verdict.start()]
    if "necessity" in verdict.group().lower():
        return bool(
            _NOT_NOUN.search(_DOUBLE.sub(" ", lead + verdict.group()))
            or _NOT_AFTER.search(_DOUBLE.sub(" ", sentence[verdict.end() :]))
        )
    if not (_NOT_CLOSE.search(lead) or _NOT_LIST.search(lead)):
        lead = _CLAUSE.split(lead)[-1]
    return (
        bool(_NOT.search(_DOUBLE.sub(" ", lead + verdict.group())))
        or _REFUSED.search(verdict.group()) is not None
    )


def concludes(paragraph: str) -> bool:
    """Whether the last sentence of a paragraph concludes."""
    sentences = sentences_of(paragraph)
    return bool(sentences) and _NECESSITY.search(sentences[-1]) is not None
