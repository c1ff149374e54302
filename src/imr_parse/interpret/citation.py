"""A guideline text into its basis and its citations. Pure: the words and the vocabularies, nothing else."""

import re
from collections.abc import Iterator

from imr_parse.interpret import citation_mtus, citation_odg, citation_other
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
    r"|did\s+not\s+base\s+(?:its|their|his/her)\s+decision\s+on\s+the\s+MTUS)",
    re.IGNORECASE,
)
_OTHER_LEAD = re.compile(
    r"[,;.]?\s*\band\s+(?:the\s+)?Other\s+Medical\s+Treatment\s+Guidelines?\b(?:\s+or\s+Medical\s+Evidence\b)?[:,]?\s*|^\s*(?:and\s+(?:the\s+)?)?Other\s+Medical\s+Treatment\s+Guidelines?\b(?:\s+or\s+Medical\s+Evidence\b)?[:,]?\s*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:The\s)?(?:Claims\sAdministrator|(?:Expert|Physician)\sReviewer)s?(?:\sand)?", re.IGNORECASE
)
_STRAY = " .,;:"


def read_guideline(text: str) -> GuidelineReading:
    """Basis and citations of one guideline text, and what in them is in doubt.

    Offsets count code points in `text`. Nothing raises: words that no rule knows stay words, with a warning.
    """
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
        read = _outside if lead["non"].lower() != "mtus" else citation_mtus.read
        for member in read(text, start, end, len(members)):
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


def _outside(text: str, start: int, end: int, index: int) -> Iterator[CitationReading | MeaningDoubt]:
    """The citations after "Decision based on Non-MTUS Citation"."""
    at = start
    for a, b, other in _parts(text, at, end):
        for c, d in _segments(text, a, b, other=other):
            c, d = trimmed(text, c, d, " ,;")
            if c == d:
                continue
            if citation_odg.MARK.match(text, c, d) or (not other and citation_odg.chapter_at(text, c, d)):
                found = citation_odg.read(text, c, d, index)
            elif citation_other.ACOEM.match(text, c, d):
                found = citation_other.read_acoem(text, c, d, index)
            elif not citation_other.publishers().match(text, c, d) and citation_odg.named_after_topic(
                text, c, d
            ):
                found = citation_odg.read(text, c, d, index)
            else:
                found = citation_other.read_other(text, c, d, index)
            for member in found:
                index += isinstance(member, CitationReading)
                yield member


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Spans between "and Other Medical Treatment Guidelines"; true for those after one."""
    at, other = start, False
    for lead in _OTHER_LEAD.finditer(text, start, end):
        yield at, lead.start(), other
        at, other = lead.end(), True
    yield at, end, other


def _segments(text: str, start: int, end: int, *, other: bool) -> Iterator[tuple[int, int]]:
    """Spans that each begin with the name of a source: ODG and ACOEM written out again begin a new one.

    Other sources are told apart from what stands before them only there: their own words name societies, journals
    and books without beginning a new source. A second address does.
    """
    cuts = [start]
    plain = other or not (
        citation_odg.MARK.match(text, start, end) or citation_odg.chapter_at(text, start, end)
    )
    seen_url = bool(citation_other.URL.match(text, start, end))
    for at, pattern, words in _marks(text, start, end):
        if at <= start or at < cuts[-1]:
            continue
        comma = text[cuts[-1] : at].rstrip(" ").removesuffix(" and").endswith((",", ";", "."))
        if pattern is citation_odg.MARK:
            if _is_topic(text, at, at + len(words), end):
                continue
            plain, seen_url = False, False
        elif pattern is citation_other.ACOEM:
            if not comma:
                continue
            plain, seen_url = False, False
        elif pattern is citation_other.URL:
            cut, plain = not plain or seen_url, True
            seen_url = True
            if not cut:
                continue
        elif plain or not (comma or citation_other.UNMISTAKABLE.match(words)):
            continue
        else:
            plain = True
        cuts.append(at)
    for a, b in zip(cuts, [*cuts[1:], end], strict=True):
        stop = trimmed(text, a, b, " ,;." if b < end else " ,;")[1]
        yield a, stop - 4 if text[a:stop].endswith(" and") and stop < end else stop


def _marks(text: str, start: int, end: int) -> list[tuple[int, re.Pattern[str], str]]:
    """Where the name of a source stands: place, the pattern that knows it, its words."""
    patterns = (citation_odg.MARK, citation_other.ACOEM, citation_other.URL, citation_other.publishers())
    found = (
        (mark.start(), pattern, mark[0])
        for pattern in patterns
        for mark in pattern.finditer(text, start, end)
    )
    return sorted(found, key=lambda mark: mark[0])


def _is_topic(text: str, at: int, after: int, end: int) -> bool:
    """Whether ODG's short name begins no new citation: in brackets, or before "... Guidelines", which is a topic."""
    if text[at:after].upper() != "ODG":
        return False
    stop = text.find(",", after, end)
    topic = text[after : stop if stop >= 0 else end].rstrip(" .").lower()
    return text[at - 1] == "(" or topic.endswith(" guidelines")
