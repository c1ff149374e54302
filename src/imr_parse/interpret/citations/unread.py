"""Words of a guideline text outside every sentence that is known: whether they may name a guideline."""

import re
from collections.abc import Iterable, Iterator

from imr_parse.interpret.citations.leads import Lead
from imr_parse.interpret.citations.model import Basis, CitationReading
from imr_parse.interpret.citations.reasons import SEEMS_NAMED
from imr_parse.interpret.citations.statements import Statements, says_nothing
from imr_parse.interpret.meaning import MeaningDoubt

_SUBJECT = re.compile(
    r"(?:(?:Per|Under|Following|According\sto|In\s(?:line|accordance|keeping)\swith)\sthe\s(?:MTUS\s)?Strength\sof\sEvidence\b[^.;]{0,200}?,\s(?=the\s))?"
    r"(?:The\s)?(?:Claims\sAdministrator|(?:(?:Expert|Physician|Professional|Medical)\s)?Reviewer|(?:utilization\sreview\s)?(?:denial|determination))s?(?:\s(?:and|also|has|have|found|stated|determined|that|there\sis))*",
    re.IGNORECASE,
)
SUBJECTS = ("administrator", "reviewer", "denial", "determination")
SUBJECT_LAST = re.compile(
    rf"(?:\bStrength\sof\sEvidence.{{0,300}})?[\s.,;]*(?:{_SUBJECT.pattern})\s*$", re.IGNORECASE
)
_STRAY = " .,;:"
_SENTENCES = re.compile(r"[a-z\d)]{2}\.\s+[A-Z]")
"""Where one sentence ends and the next begins."""
_ENDS = ".!?)]\"'\u201d\u2019"
_TOLD = re.compile(
    r"\b(?:It|They|Both|(?:This|These|The)(?:\s(?:chapter|guideline|latter|page|part|recommendation|section|source)s?)?)\s(?:(?:is|are|was|were)|(?:has|have)\sbeen)\s(?:\w+\s){0,2}?(?:relied\s(?:up)?on|cited|referenced|quoted)\b",
    re.IGNORECASE,
)
"""Words that say again that a source already named was used."""
_NAME_ENDS = re.compile(r",?\s(?:Chapter|Section|section\s\d|[Pp]age|Guidelines?\s\()")
"""Behind a name that is told already: a further part of it."""


def names_none(text: str, said: Statements, leads: list[Lead], basis: Basis | None) -> str:
    """Why no basis can be told, where the words are known and name no guideline; nothing where one is."""
    if basis is not None:
        return ""
    if said.same:
        return "the text refers to what the other side cites and names no guideline"
    if says_nothing(text):
        return "the text says that it does not apply"
    if (leads or said.no_detail) and all(not text[lead.begin : lead.end].strip(_STRAY) for lead in leads):
        return "the text names no guideline"
    return ""


def doubts(
    text: str,
    covered: Iterable[tuple[int, int]],
    basis: Basis | None,
    members: list[CitationReading],
    *,
    prose: bool,
    known: bool,
) -> Iterator[MeaningDoubt]:
    """Doubt about the whole where words stand outside every sentence that is known.

    Sentences of prose may say anything of a guideline that is told; those in doubt seem to name a further one.
    """
    left = [_SUBJECT.sub("", words).strip(_STRAY) for words in _left(text, covered)]
    left = [words for words in left if words]
    if prose and (basis is not None or known):
        left = [words for words in left if _may_name(words, basis, members)]
    if prose and _SENTENCES.search(text) and text.rstrip()[-1] not in _ENDS:
        yield from (
            MeaningDoubt("broken-end", (name,), "the guideline breaks off") for name in ("basis", "citations")
        )
    if left or (basis is None and not known and text.strip()):
        message = "the guideline has words in no sentence that is known"
        yield from (MeaningDoubt("unread-words", (name,), message) for name in ("basis", "citations"))


def _left(text: str, covered: Iterable[tuple[int, int]]) -> Iterator[str]:
    at = 0
    for start, end in sorted(covered):
        yield text[at:start]
        at = max(at, end)
    yield text[at:]


def _may_name(words: str, basis: Basis | None, members: list[CitationReading]) -> bool:
    """Whether the words seem to name a guideline that is not cited yet."""
    words = _TOLD.sub("", words)
    told = {member.system.lower() for member in members}
    told |= {"mtus", "acoem"} if "mtus" in told or basis in ("mtus", "mtus_and_other") else set()
    return any(
        found.lastgroup not in told or _NAME_ENDS.match(words, found.end())
        for found in SEEMS_NAMED.finditer(words)
    )
