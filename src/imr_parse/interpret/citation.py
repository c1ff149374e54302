"""A guideline text into its basis and its citations. Pure: the words and the vocabularies, nothing else."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from imr_parse.interpret import citation_sentence
from imr_parse.interpret.citation_model import Basis, CitationReading, GuidelineReading
from imr_parse.interpret.citation_names import trimmed
from imr_parse.interpret.citation_sentence import Sentence
from imr_parse.interpret.meaning import MeaningDoubt, holds

__all__ = ["CitationReading", "GuidelineReading", "read_guideline"]

_ITS = r"(?:its|their|his/her|his\s+or\s+her|his|her)"
_LEAD = re.compile(
    r"Decision\s+based\s+on(?:\s+(?:the\s+)?(?P<said>Non-?\s?MTUS(?:\s+Citations?)?(?!\w)|MTUS(?!\w)))?[:,]?(?=\s|$)"
    rf"|\bbased\s+{_ITS}\s+(?:decision|determination)\s+(?:up)?on(?!\s+recommendation)\s|(?<!not\s)\brelied\s+(?:up)?on\s",
    re.IGNORECASE,
)
_PROSE_LEAD = re.compile(
    rf"{_LEAD.pattern}|(?:(?<=Administrator\s)|(?<=Reviewer\s)|(?<=\bdenial\s)|(?<=\bdetermination\s)|(?<=\breview\s)|(?<=\bdecision\s))"
    r"(?:also\s+)?(?:cite[sd]|use[sd]|applie[sd]|reference[sd]|utilize[sd]|relie[sd]\s+(?:up)?on)\s+(?=(?:the\s+)?[A-Z])"
    r"|\bThe\s+(?:(?:Claims\s+Administrator|Reviewer)['\u2019]s\s+)?(?:utilization\s+review\s+)?(?:decision|determination|denial)\s+was\s+based\s+(?:up)?on\s",
    re.IGNORECASE,
)
"""Where the text does not begin with the form's own lead-in: what letters of 2013 also say."""
_NONE_CITED = re.compile(
    r"did\s+not\s+(?:cite|provide|reference|use|list|specify|identify|give|state)\s+(?:any\s+|an?\s+)?(?:\w+[\s-]){0,2}?"
    r"(?:evidence(?:[\s-]based)?|criteria|guidelines?|references?|citations?|sources?)\b[^.]{0,80}",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    rf"based\s+{_ITS}\s+decision\s+on\s+recommendation\s?(?:\(s\)|s)?\s+outside\s+of\s+the\s+MTUS(?:\s+Guidelines?)?"
    rf"|did\s+not\s+base\s+{_ITS}\s+decision\s+on\s+the\s+MTUS(?:\s+Guidelines?)?"
    r"|\bno\s+(?:applicable\s+|relevant\s+)?(?:sections?|parts?|guidelines?)\s+(?:of|in)\s+the\s+(?:MTUS|Medical\s+Treatment\s+Utilization\s+Schedule)[^.]{0,120}",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"(?:\bthe\s+provider\s+did\s+not\s+dispute\s+)?\bthe\s+(?:\w+\s+){0,2}guidelines?\s+(?:used|cited|relied\s+(?:up)?on|referenced)\s+by\s+the\s+claims\s+administrator\b[^.]{0,160}",
    re.IGNORECASE,
)
_LEAD_BEGINS = ("decision", "based", "relied")
_PROSE_BEGINS = (*_LEAD_BEGINS, "also", "cite", "use", "applie", "reference", "utilize", "relie", "the ")
_STATEMENTS = (
    (_NONE_CITED, ("did not",), ("did",)),
    (_OUTSIDE, ("outside", "did not", "no "), ("based", "did", "no")),
    (_SAME, ("by the claims",), ("the",)),
)
"""Statements that cite nothing, each with words without which it is not there, and with those that it begins with."""
_SUBJECT = re.compile(
    r"(?:(?:Per|Under|Following|According\sto|In\s(?:line|accordance|keeping)\swith)\sthe\s(?:MTUS\s)?Strength\sof\sEvidence\b[^.;]{0,200}?,\s(?=the\s))?"
    r"(?:The\s)?(?:Claims\sAdministrator|(?:(?:Expert|Physician|Professional|Medical)\s)?Reviewer|(?:utilization\sreview\s)?(?:denial|determination))s?(?:\s(?:and|also|has|have|found|stated|determined|that|there\sis))*",
    re.IGNORECASE,
)
_SUBJECTS = ("administrator", "reviewer", "denial", "determination")
_SUBJECT_LAST = re.compile(
    rf"(?:\bStrength\sof\sEvidence.{{0,300}})?[\s.,;]*(?:{_SUBJECT.pattern})\s*$", re.IGNORECASE
)
_FITS = r"(?:(?:most\s+)?(?:relevant|applicable|appropriate))"
_SOURCE = (
    rf"(?:(?:one\s+of\s+)?(?:an?|the|{_ITS})\s+)?(?:(?:additional|further|main|only|primary|secondary|sole|supporting)\s+|{_FITS}\s+)?"
    r"(?:authority|basis|citation|evidence|guidance|guideline|reference|source|support)s?(?!\w)"
)
_MATTER = r"(?:decision|determination|denial|recommendation|review|opinion|request|treatment|dispute|issue)s?"
_ABOUT = rf"(?:\s+(?:for|in|of|to)\s+(?:the|this|{_ITS})\s+{_MATTER}(?:\s+(?:at|in)\s+(?:dispute|issue))?)?"
_SAID = rf"(?:{_SOURCE}|{_FITS}){_ABOUT}"
_LEFT_SAID = re.compile(rf"\sas\s+(?:being\s+)?{_SOURCE}", re.IGNORECASE)
"""What looks like such words, and goes on as a topic may."""
_REMARK = re.compile(
    rf"\(Note\b[^()]{{0,300}}\)|\s+as\s+(?:being\s+)?{_SAID}(?:\s+and\s+(?:as\s+)?{_SAID})?(?=[.,;]|\s+and\s|\s*$)",
    re.IGNORECASE,
)
"""A remark in brackets cites nothing, nor does what is said of the guideline cited."""
LONGEST = 8000  # characters; the longest seen has 700
_STRAY = " .,;:"


def read_guideline(text: str) -> GuidelineReading:
    """Basis and citations of one guideline text, and what in them is in doubt.

    Offsets count code points in `text`. Nothing raises: words that no rule knows stay words, with a warning.
    """
    return _usual(text) or _of_any_form(text)


_FORM = "Decision based on "
_USUAL_SAID = re.compile(r"(Non-MTUS Citation|MTUS)(?= )")
_NOT_USUAL = ("did", "outside", "no ", "relied", "claims", "administrator", "review", "denial", "determination", "(note", " as ")  # fmt: skip
"""Words without which a text of sentences that all begin with the form's lead-in holds no other statement."""


def _usual(text: str) -> GuidelineReading | None:
    """The reading of a text as the form of 2016 prints it; None where it may be of another form."""
    head, *bodies = text.split(_FORM)
    low = text[len(head) :].lower()
    if (
        len(text) > LONGEST
        or holds(low, _NOT_USUAL)
        or low.count("based") != len(bodies)
        or low.count("decision") != len(bodies)
        or not (head == "" or (head.endswith(". ") and _says_outside(head)))
    ):
        return None
    sentences: list[tuple[int, Sentence]] = []
    at = len(head)
    for body in bodies:
        start, sentence = _behind_lead(body)
        sentences.append((at + start, sentence))
        at += len(_FORM) + len(body)
    citations, doubts = citation_sentence.joined(sentences)
    mtus = any(sentence.mtus for _, sentence in sentences)
    basis = _basis(citations, mtus=mtus, outside=head != "", none_cited=False)
    return GuidelineReading(basis, tuple(citations), tuple(doubts)) if basis else None


@lru_cache(maxsize=256)
def _says_outside(head: str) -> bool:
    """Whether words before the form's lead-in say that the MTUS is not what was relied on, and nothing else."""
    return _of_any_form(head) == GuidelineReading("other", (), ())


@lru_cache(maxsize=4096)
def _behind_lead(body: str) -> tuple[int, Sentence]:
    """The sentence of these words behind the form's lead-in, and where it begins, from the lead-in on."""
    usual = _USUAL_SAID.match(body)
    if usual:
        start, end = _without_stop(body, usual.end(), len(body))
        return len(_FORM) + start, citation_sentence.read(body[start:end], usual[1].lower())
    text = _FORM + body
    lead = _LEAD.match(text)
    start, end = _without_stop(text, lead.end() if lead else len(_FORM), len(text))
    return start, citation_sentence.read(text[start:end], (lead["said"] or "").lower() if lead else "")


def _without_stop(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = trimmed(text, start, end)
    return start, end - (end > start and text[end - 1] == ".")


def _of_any_form(text: str) -> GuidelineReading:
    printed = text
    low = text.lower()
    if "(note" in low or " as " in low:
        text = _REMARK.sub(_blanked, text)
    if len(text) > LONGEST:
        message = "a guideline text of this length is not read"
        too_long = tuple(MeaningDoubt("too-long", (name,), message) for name in ("basis", "citations"))
        return GuidelineReading(None, (), too_long)
    none_cited, outside, same = (
        _all(pattern, text, low, begins) if holds(low, needed) else []
        for pattern, needed, begins in _STATEMENTS
    )
    covered = [found.span() for found in (*none_cited, *outside, *same)]
    if low.startswith("decision based on"):
        leads = _all(_LEAD, text, low, _LEAD_BEGINS)
    else:
        leads = _all(_PROSE_LEAD, text, low, _PROSE_BEGINS)
    if covered:
        leads = [lead for lead in leads if not any(a <= lead.start() < b for a, b in covered)]
    sentences: list[tuple[int, Sentence]] = []
    for lead, end in zip(leads, _ends(text, low, leads, covered), strict=True):
        start, end = _without_stop(text, lead.end(), end)
        covered.append((lead.start(), end))
        sentences.append((start, citation_sentence.read(text[start:end], (lead["said"] or "").lower())))
    members, doubts = citation_sentence.joined(sentences)
    mtus_named = any(sentence.mtus for _, sentence in sentences)
    basis = _basis(members, mtus=mtus_named, outside=bool(outside), none_cited=bool(none_cited) and not leads)
    if same and basis is None:
        message = "the text refers to what the other side cites and names no guideline"
        doubts.append(MeaningDoubt("other-side", ("basis",), message, "note"))
    doubts += _unread(text, covered, basis, known=bool(same))
    if " as " in low:
        doubts += _left_said(members)
    if printed != text:
        members = [member._replace(text=printed[member.start : member.end]) for member in members]
    return GuidelineReading(basis, tuple(members), tuple(doubts))


def _all(pattern: re.Pattern[str], text: str, low: str, begins: Iterable[str]) -> list[re.Match[str]]:
    """What the pattern finds in a text; it is tried only at the words that it may begin with."""
    if len(low) != len(text):  # some letters grow when they are lowered
        return list(pattern.finditer(text))
    found: list[re.Match[str]] = []
    places = set[int]()
    for word in begins:
        at = low.find(word)
        while at >= 0:
            places.add(at)
            at = low.find(word, at + 1)
    for at in sorted(places):
        if not found or at >= found[-1].end():
            one = pattern.match(text, at)
            found += [one] if one else []
    return found


def _left_said(members: list[CitationReading]) -> Iterator[MeaningDoubt]:
    """Doubt where a citation still holds words that may be said of it, and may be a topic's own."""
    for number, member in enumerate(members):
        if _LEFT_SAID.search(member.text):
            message = "words said of the guideline may be part of its name"
            yield MeaningDoubt("said-of-it", ("citations", number), message)


def _blanked(remark: re.Match[str]) -> str:
    """White space of a remark's length; what is said of a guideline ends its name as a comma does."""
    words = remark.group()
    return (" " if words.startswith("(") else ",") + " " * (len(words) - 1)


def _ends(text: str, low: str, leads: list[re.Match[str]], covered: list[tuple[int, int]]) -> Iterator[int]:
    """Where the words end that follow each lead: before the next statement and its subject."""
    starts = sorted({*(lead.start() for lead in leads), *(start for start, _ in covered), len(text)})
    named = len(starts) > 2 and holds(low, _SUBJECTS)
    for lead in leads:
        stop = next(start for start in starts if start > lead.start())
        subject = _SUBJECT_LAST.search(text, lead.end(), stop) if named and stop < len(text) else None
        yield subject.start() if subject else stop


def _basis(members: list[CitationReading], *, mtus: bool, outside: bool, none_cited: bool) -> Basis | None:
    mtus = mtus or any(member.system == "MTUS" for member in members)
    other = any(member.system != "MTUS" for member in members)
    if mtus:
        return "mtus_and_other" if other else "mtus"
    if other or outside:
        return "other"
    return "none_cited" if none_cited else None


def _unread(
    text: str, covered: list[tuple[int, int]], basis: Basis | None, *, known: bool
) -> Iterator[MeaningDoubt]:
    """Doubt about the whole where words stand outside every sentence that is known."""
    at, left = 0, []
    for start, end in sorted(covered):
        left.append(text[at:start])
        at = max(at, end)
    left.append(text[at:])
    if any(words.strip(_STRAY) and _SUBJECT.sub("", words).strip(_STRAY) for words in left) or (
        basis is None and not known and text.strip()
    ):
        message = "the guideline has words in no sentence that is known"
        yield from (MeaningDoubt("unread-words", (name,), message) for name in ("basis", "citations"))
