"""Whose description stands at a place of the case summary: the patient's, or that of a co-worker, a relative, an attacker."""

from __future__ import annotations

import re
from enum import IntEnum

PATIENT = r"(?:patient|pt|claimant|applicant|employee|(?:injured\s)?worker|individual|IW)"
"""Nouns that name the patient."""
TITLED = r"(?-i:Mrs?|Ms|Miss)\b\.?"
"""In small letters after the first: MR and MS stand for other things."""
_RELATIVE = (
    r"(?:sons?|daughters?|husband|wife|spouse|(?:mother|father)(?!\s+of\b)|parents?|brother|sister|child(?:ren)?|baby|"
    r"boyfriend|girlfriend|fianc\S{1,2}|uncle|aunt|cousin|nephew|niece|grand(?:son|daughter|mother|father))"
)
_BYSTANDER = (
    r"(?:co-?workers?|colleague|boss|customer(?!\s+(?:serv|support|care|relat))|witness|passer-?by|"
    r"assailant|attacker|aggressor|shooter|gunman|thief|shoplifter|trespasser|suspect|perpetrator|robber|burglar|intruder|"
    r"inmate|prisoner|detainee|arrestee|"
    r"(?:by|from|[a-z]{3,20}ing)\s+(?:an?|another)\s+(?:[a-z-]{1,20}\s+)?(?:patient|resident|student|client)|"
    r"(?:source|nursing\s+home|combative|psychiatric|elderly)\s+patient|home\s+resident|"
    r"(?:other|another|fellow|second|opposing|drunk)\s+(?:driver|motorist|man|woman|worker|employee|person|officer|party))"
)
_PROVIDER = (
    r"(?:provider|physician|surgeon|doctor|psychologist|adjuster|examiner|PTP|PCP|QME|AME|"
    r"(?-i:Dr)\b\.?\s+\S{1,30})"
)
_WITH_OWNER = r"(?:supervisor|manager|foreman|employer|neighbor|friend|partner|client|student|pupil|resident)"
"""Others where they are somebody's; alone these may be what the patient is."""
OTHERS = re.compile(
    rf"\b(?:{_BYSTANDER}|{_RELATIVE}|(?P<provider>{_PROVIDER})"
    rf"|(?:his|her|their|patient's|worker's|a|an)\s+(?:[a-z-]{{1,20}}\s+)?{_WITH_OWNER})\b",
    re.IGNORECASE,
)
_PERSON = re.compile(rf"{OTHERS.pattern}|\b(?P<own>{PATIENT}(?!')|he|she|{TITLED})", re.IGNORECASE)
_NEAR_PERSON = re.compile(
    r"(?:,(?:\s+who)?(?:\s+(?:is|was))?|\s+(?:who\s+)?(?:is|was|being)|(?=\s+\(|\s+aged?\s))"
    r"(?:\s+reportedly)?\s+\(?(?:an?\s+)?(?:aged?\s+)?(?:[\w-]{1,20},?\s+){0,3}\(?",
    re.IGNORECASE,
)
"""Between a person and a description of this person."""
_OWN_NOUN = re.compile(
    rf"\b(?:{PATIENT}|he|she|who|{TITLED}\s+\S{{1,30}}?)(?:,|\s+(?:is|was))\s+(?:an?|the)\s+(?:[\w-]{{1,20}}\s+){{0,3}}$",
    re.IGNORECASE,
)
"""Before a noun that says what the patient is, not who else was there."""
_IS_A = re.compile(
    rf"\b(?:{PATIENT}|he|she|{TITLED}\s+\S{{1,30}})\s+(?:is|was)\s+an?\s+(?:[\w-]{{1,20}},?\s+){{0,3}}$",
    re.IGNORECASE,
)
"""Before an age or a sex that the sentence says of the patient."""
_ADJECTIVES = r"(?:(?!is\b|was\b|an?\b|age\b|now\b)[\w-]{1,20},?\s+){0,3}"
_POINTED_AT = re.compile(rf"\bth(?:is|e)\s+{_ADJECTIVES}$", re.IGNORECASE)
_RESUMED = re.compile(
    rf"\b{PATIENT},\s+wh[^.]{{1,80}},\s+(?:is|was)\s+(?:an?\s+)?(?:[\w-]{{1,20}}\s+){{0,3}}$", re.IGNORECASE
)
"""The patient's own description after a clause that tells of others."""
_POSSESSED = re.compile(rf"\b(?:his|her|their|{PATIENT}'s)\s+{_ADJECTIVES}$", re.IGNORECASE)
_OBJECT = re.compile(
    r"\b(?!(?:involv|concern|regard|describ|be|document|indicat|present|evaluat|examin|review|report|not|stat|includ|"
    r"treat|identifi|refer|consult|injur)(?:ing|ed)\b)"
    r"(?:by|ha(?:s|d|ve)|with|from|onto|against|toward|according\s+to|married\s+to|near|"
    r"[a-z]{3,20}ing\s+(?:for|to|at)|[a-z]{3,20}(?:ing|ed))"
    rf"\s+an?\s+{_ADJECTIVES}$",
    re.IGNORECASE,
)
"""A person whom somebody was hit by, was lifting, or had helped."""
_SUBJECT = re.compile(rf"\s*an?\s+{_ADJECTIVES}(?:{PATIENT},?\s+aged?\s+)?$", re.IGNORECASE)
_PATIENT_HIT = re.compile(
    rf"\b(?:into|onto|on|over|at|against|hit|struck|[a-z]{{3,20}}ed)\s+th(?:e|is)\s+(?:{PATIENT}\b|\d\d-year)",
    re.IGNORECASE,
)
"""What is done to the patient by who stands at the sentence's beginning."""
_HEAD = re.compile(
    rf",?\s+(?:(?!and\b|with\b|who\b|whose\b|was\b|is\b)[\w-]{{1,20}}\s+){{0,3}}?(?:{_BYSTANDER}|{_RELATIVE})\b",
    re.IGNORECASE,
)
"""After an age or a sex: a noun that names another."""
_DIRECTLY = re.compile(r",?(?:\s+(?:who|is|was|has|had|been|currently|also))*\s*", re.IGNORECASE)
_MEANWHILE = re.compile(r"\b(?:while|when|where|during|after|before|since|but|as)\b", re.IGNORECASE)
_INVOLVED = re.compile(
    r"\b(?:by|with|from|to|of|for|at|on|into|toward|against|[a-z]{3,20}(?:ing|ed))\s+"
    r"(?:(?:an?|the|his|her)\s+)?(?:[\w-]{1,20}\s+)?$",
    re.IGNORECASE,
)
"""Before a person to whom something was done, or who did it to the patient."""
_SENTENCE_END = re.compile(r"[a-z\d)\]\"]{2}(?<!Mrs)[.!?;]\s|\n\n")
_REACH = 160


class Whose(IntEnum):
    """How sure it is that a description is the patient's; `PERHAPS`: where no other is surer."""

    ANOTHERS = 0
    UNSURE = 1
    PERHAPS = 2
    PATIENTS = 3


def whose(summary: str, start: int, end: int) -> Whose:
    """Of whom an age or a sex at `summary[start:end]` speaks, by the words of its sentence around it."""
    lead = summary[sentence_start(summary, start) : start]
    if _IS_A.search(lead):
        return Whose.PATIENTS
    if _HEAD.match(summary, end, end + 80):
        return Whose.ANOTHERS
    pointed = _POINTED_AT.search(lead)
    if (pointed and not OTHERS.search(pointed.group())) or _RESUMED.search(lead):
        return Whose.PATIENTS
    if _POSSESSED.search(lead):
        return Whose.ANOTHERS
    person = _last_other(lead)
    if person is not None and _NEAR_PERSON.fullmatch(lead, person.end()):
        return Whose.ANOTHERS
    if person is not None and not person["provider"]:
        return Whose.UNSURE
    if _OBJECT.search(lead):
        return Whose.UNSURE
    if _SUBJECT.match(lead) and _PATIENT_HIT.search(summary, end, sentence_end(summary, end)):
        return Whose.PERHAPS
    return Whose.PATIENTS


def of_another(summary: str, start: int, end: int) -> bool:
    """Whether the words at `summary[start:end]` say what another than the patient does: who is last named before them.

    Not somebody by whom, or with whom, something happened while the patient worked.
    """
    first = sentence_start(summary, start)
    person = _last_other(summary[first:end])
    if person is None or first + person.start() >= start:
        return False
    between = summary[first + person.end() : start]
    if _DIRECTLY.fullmatch(between):
        return True
    return not _MEANWHILE.search(between) and not _INVOLVED.search(summary, first, first + person.start())


def sentence_start(summary: str, at: int) -> int:
    """Where the sentence begins that holds this place, or as far back as is looked."""
    begin = first = max(0, at - _REACH)
    for stop in _SENTENCE_END.finditer(summary, first, at):
        begin = stop.end()
    return begin


def sentence_end(summary: str, at: int) -> int:
    """Where the sentence ends, or as far as is looked."""
    stop = _SENTENCE_END.search(summary, at, at + _REACH)
    return stop.end() if stop else min(len(summary), at + _REACH)


def _last_other(lead: str) -> re.Match[str] | None:
    """The person last named in a sentence's words, where that is another than the patient."""
    person = None
    for person in _PERSON.finditer(lead):
        pass
    if person is None or person["own"] or _OWN_NOUN.search(lead, 0, person.start()):
        return None
    return person
