"""A guideline text into its basis and its citations. Pure: the words and the vocabularies, nothing else."""

import re
from collections.abc import Iterator

from imr_parse.interpret import citation_mtus, citation_outside
from imr_parse.interpret.citation_model import Basis, CitationReading, GuidelineReading
from imr_parse.interpret.citation_names import trimmed
from imr_parse.interpret.meaning import MeaningDoubt

__all__ = ["CitationReading", "GuidelineReading", "read_guideline"]

_LEAD = re.compile(
    r"Decision\s+based\s+on\s+(?:the\s+)?(?P<non>Non-?\s?MTUS(?:\s+Citations?)?|MTUS)[:,]?(?=\s|$)",
    re.IGNORECASE,
)
_NONE_CITED = re.compile(
    r"did\s+not\s+cite\s+any\s+(?:medical\s+)?evidence(?:\s+for\s+(?:its|their|his|her|his/her)\s+decision)?",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"(?:based\s+(?:its|their)\s+decision\s+on\s+recommendation\s?(?:\(s\)|s)?\s+outside\s+of\s+the\s+MTUS(?:\s+Guidelines?)?"
    r"|did\s+not\s+base\s+(?:its|their|his/her)\s+decision\s+on\s+the\s+MTUS"
    r"|found\s+no\s+section\s+of\s+the\s+MTUS\s+(?:applicable|relevant)[^.]{0,80})",
    re.IGNORECASE,
)
_OLDER_LEAD = re.compile(
    r"based\s+(?:its|their|his/her|his|her)\s+decision\s+on\s+(?:the\s+)?", re.IGNORECASE
)
_OLDER_TAIL = re.compile(
    r",?\s*which\s+(?:is|are)\s+(?:a\s+)?part\s+of\s+the\s+(?:California\s+)?MTUS\s*$", re.IGNORECASE
)
_MTUS = re.compile(r"(?:California\s+)?MTUS[:,]?\s+|(?=\S)", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:The\s)?(?:Claims\sAdministrator|(?:Expert|Physician)\sReviewer)s?(?:\sand)?", re.IGNORECASE
)
LONGEST = 8000  # characters; the longest seen has 700
_STRAY = " .,;:"


def read_guideline(text: str) -> GuidelineReading:
    """Basis and citations of one guideline text, and what in them is in doubt.

    Offsets count code points in `text`. Nothing raises: words that no rule knows stay words, with a warning.
    """
    if len(text) > LONGEST:
        message = "a guideline text of this length is not read"
        too_long = tuple(MeaningDoubt("too-long", (name,), message) for name in ("basis", "citations"))
        return GuidelineReading(None, (), too_long)
    members: list[CitationReading] = []
    doubts: list[MeaningDoubt] = []
    covered: list[tuple[int, int]] = [
        m.span() for pattern in (_NONE_CITED, _OUTSIDE) for m in pattern.finditer(text)
    ]
    none_cited, outside = bool(_NONE_CITED.search(text)), bool(_OUTSIDE.search(text))
    leads = list(_LEAD.finditer(text))
    ends = [*(lead.start() for lead in leads[1:]), len(text)]
    for lead, end in zip(leads, ends, strict=False):
        end = min([end, *(a for a, _ in covered if a >= lead.end())])
        start, end = trimmed(text, lead.end(), end)
        if end > start and text[end - 1] == ".":
            end -= 1
        covered.append((lead.start(), end))
        read = citation_outside.read if lead["non"].lower() != "mtus" else citation_mtus.read
        for member in read(text, start, end, len(members)):
            (members if isinstance(member, CitationReading) else doubts).append(member)  # type: ignore[arg-type]
    if not covered and (older := _OLDER_LEAD.search(text)):
        covered.append((older.start(), len(text)))
        for member in _older(text, older.end()):
            (members if isinstance(member, CitationReading) else doubts).append(member)  # type: ignore[arg-type]
    basis = _basis(members, leads, none_cited=none_cited, outside=outside)
    doubts += _unread(text, covered, basis)
    return GuidelineReading(basis, tuple(members), tuple(doubts))


def _basis(
    members: list[CitationReading], leads: list[re.Match[str]], *, none_cited: bool, outside: bool
) -> Basis | None:
    mtus = any(member.system == "MTUS" for member in members)
    other = any(member.system != "MTUS" for member in members)
    if mtus:
        return "mtus_and_other" if other else "mtus"
    if other or outside:
        return "other"
    return "none_cited" if none_cited and not leads else None


def _unread(text: str, covered: list[tuple[int, int]], basis: Basis | None) -> Iterator[MeaningDoubt]:
    """Doubt about the whole where words stand outside every sentence that is known."""
    at, left = 0, []
    for start, end in sorted(covered):
        left.append(text[at:start])
        at = max(at, end)
    left.append(text[at:])
    if any(_SUBJECT.sub("", words).strip(_STRAY) for words in left if words.strip(_STRAY)) or (
        basis is None and text.strip()
    ):
        message = "the guideline has words in no sentence that is known"
        yield from (MeaningDoubt("unread-words", (name,), message) for name in ("basis", "citations"))


def _older(text: str, start: int) -> Iterator[CitationReading | MeaningDoubt]:
    """The citations of the wording of 2013 and 2014: "based its decision on the …, which is part of the MTUS"."""
    end = trimmed(text, start, len(text), " .")[1]
    tail = _OLDER_TAIL.search(text, start, end)
    mtus = _MTUS.match(text, start, end)
    begin, stop = mtus.end() if mtus else start, tail.start() if tail else end
    if tail or begin > start or citation_mtus.title_at(text, start, stop):
        yield from citation_mtus.read(text, begin, stop, 0)
    else:
        yield from citation_outside.read(text, start, stop, 0)
    yield MeaningDoubt(
        "older-wording", ("citations",), "the wording of 2013 and 2014 is known at second hand only"
    )
