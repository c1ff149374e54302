"""A guideline text into its basis and its citations. Pure: the words and the vocabularies, nothing else."""

import re
from collections.abc import Iterator
from functools import lru_cache

from imr_parse.interpret.citations import leads as lead_words
from imr_parse.interpret.citations import sentence as one_sentence
from imr_parse.interpret.citations import unread
from imr_parse.interpret.citations.leads import LEAD, Lead
from imr_parse.interpret.citations.model import Basis, CitationReading, GuidelineReading
from imr_parse.interpret.citations.reasons import names_source, states_reason
from imr_parse.interpret.citations.remarks import left_said, without_remarks
from imr_parse.interpret.citations.sentence import Sentence
from imr_parse.interpret.citations.statements import statements
from imr_parse.interpret.citations.unread import SUBJECT_LAST, SUBJECTS
from imr_parse.interpret.meaning import MeaningDoubt, holds

__all__ = ["CitationReading", "GuidelineReading", "read_guideline"]

LONGEST = 8000  # characters; the longest seen has 700


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
    at, mtus, other, none_cited = len(head), False, False, False
    for body in bodies:
        start, sentence = _behind_lead(body)
        sentences.append((at + start, sentence))
        at += len(_FORM) + len(body)
        mtus, other = mtus or sentence.mtus, other or sentence.other
        none_cited = none_cited or sentence.none_cited
    citations, doubts = one_sentence.joined(sentences)
    basis = _basis(citations, mtus=mtus, other=other, outside=head != "", none_cited=none_cited)
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
        return len(_FORM) + start, one_sentence.read(body[start:end], usual[1].lower())
    text = _FORM + body
    lead = LEAD.match(text)
    start, end = _without_stop(text, lead.end() if lead else len(_FORM), len(text))
    return start, one_sentence.read(text[start:end], (lead["said"] or "").lower() if lead else "")


def _without_stop(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without its final full stop, and without what stands for a remark behind it."""
    words = text[start:end].rstrip(" ,;.")
    return start + len(words) - len(words.lstrip(" ,;")), start + len(words)


def _of_any_form(text: str) -> GuidelineReading:
    if len(text) > LONGEST:
        message = "a guideline text of this length is not read"
        too_long = tuple(MeaningDoubt("too-long", (name,), message) for name in ("basis", "citations"))
        return GuidelineReading(None, (), too_long)
    printed, low = text, text.lower()
    prose = "decision based on" not in low
    said = statements(text, low)
    if not said.is_all_of(text):  # else there is no source of which a remark could tell
        text = without_remarks(text, low, prose=prose)
    if text is not printed:
        low = text.lower()
        said = statements(text, low)
    covered = said.spans()
    if prose:
        leads, denied = lead_words.of_prose(text, low, covered)
        covered += denied
    else:
        leads = lead_words.of_form(text, low, covered)
    sentences: list[tuple[int, Sentence]] = []
    named = reason = False
    for lead, end in zip(leads, _ends(text, low, leads, covered), strict=True):
        start, end = _without_stop(text, lead.begin, end)
        covered.append((lead.start, max(end, lead.done)))
        if (
            prose
            and start < end
            and (end < len(text) - 1 or text[end:] == ".")
            and not names_source(text[start:end])
        ):
            reason = True
            continue
        sentences.append((start, one_sentence.read(text[start:end], lead.said)))
        named = named or start < end
    members, doubts = one_sentence.joined(sentences)
    mtus = said.names_schedule() or any(sentence.mtus for _, sentence in sentences)
    none_cited = bool(said.none_cited) and not named
    other = any(sentence.other for _, sentence in sentences) and not none_cited
    none_cited = none_cited or any(sentence.none_cited for _, sentence in sentences)
    none_cited = none_cited or reason or (prose and not leads and states_reason(printed))
    basis = _basis(members, mtus=mtus, other=other, outside=bool(said.outside), none_cited=none_cited)
    no_name = unread.names_none(text, said, leads, basis)
    if no_name:
        doubts.append(MeaningDoubt("no-name", ("basis",), no_name, "note"))
    doubts += unread.doubts(text, covered, basis, members, prose=prose, known=bool(no_name))
    doubts += left_said(members, prose=prose)
    if printed != text:
        members = [_as_printed(member, printed) for member in members]
    return GuidelineReading(basis, tuple(members), tuple(doubts))


def _as_printed(member: CitationReading, text: str) -> CitationReading:
    """The citation with its words as the text prints them; all words of a work are its title."""
    words = text[member.start : member.end]
    return member._replace(text=words, title=words if member.system == "other" else member.title)


def _ends(text: str, low: str, leads: list[Lead], covered: list[tuple[int, int]]) -> Iterator[int]:
    """Where the words end that follow each lead: before the next statement and its subject."""
    starts = sorted({*(lead.start for lead in leads), *(start for start, _ in covered), len(text)})
    named = len(starts) > 2 and holds(low, SUBJECTS)
    for lead in leads:
        stop = min(lead.end, next(start for start in starts if start > lead.start))
        subject = SUBJECT_LAST.search(text, lead.begin, stop) if named and stop < len(text) else None
        yield subject.start() if subject else stop


def _basis(
    members: list[CitationReading], *, mtus: bool, other: bool, outside: bool, none_cited: bool
) -> Basis | None:
    for member in members:
        mtus, other = mtus or member.system == "MTUS", other or member.system != "MTUS"
    if mtus:
        return "mtus_and_other" if other else "mtus"
    if other or outside:
        return "other"
    return "none_cited" if none_cited else None
