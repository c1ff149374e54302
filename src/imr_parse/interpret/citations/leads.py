"""Where a guideline text begins to name what was relied on: after a lead-in, before "was used", or at its beginning."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from imr_parse.interpret.citations import works
from imr_parse.interpret.citations.borders import begins_source, begins_system
from imr_parse.interpret.citations.predicates import predicate
from imr_parse.interpret.citations.reasons import names_source
from imr_parse.interpret.citations.remarks import ITS
from imr_parse.interpret.citations.statements import every

Span = tuple[int, int]

LEAD = re.compile(
    r"Decision\s+based\s+on(?:\s+(?:the\s+)?(?P<said>Non-?\s?MTUS(?:\s+Citations?)?(?!\w)|MTUS(?!\w)))?[:,]?(?=\s|$)"
    rf"|\bbase[sd]\s+(?:{ITS}|the|this)\s+(?:decision|determination)\s+(?:up)?on(?!\s+recommendation):?\s|(?<!not\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bis\s)(?<!\bare\s)(?<!\bbeen\s)\brelied\s+(?:(?:also|instead|mainly|primarily|solely|therefore|further|in\s+(?:addition|part|turn)|for\s+(?:this|that)\s+reason)\s+)?(?:up)?on(?:\s(?:was|were|is|are))?:?\s",
    re.IGNORECASE,
)
_WHO = r"(?:(?<=\bbut\s)|(?<=\band\s)|(?<=Administrator\s)|(?<=Reviewer\s)|(?<=\bdenial\s)|(?<=\bdetermination\s)|(?<=\breview\s)|(?<=\bdecision\s)|(?<=\bletter\s)|(?<=\breport\s)|(?<=\bPhysician\s))"
_PROSE_LEAD = re.compile(
    rf"{LEAD.pattern}|{_WHO}(?:(?:also|has|instead|primarily|(?:appears?|seems?)\s+to(?:\s+have)?)\s+){{0,2}}"
    r"(?:cite[sd]?|use[sd]|applie[sd]|reference[sd]?|utilize[sd]?|relie[sd]\s+(?:up)?on)\s+(?=(?:the\s+|following\b)?(?-i:[A-Z])|(?:the|an?)\s+(?:following|recommendations?|guidelines?|criteria|alternative|other)\b|(?:following)\b)"
    r"|\bagree[sd]\s+with\s+the\s+(?:use|application|choice|citation)\s+of\s+(?=(?:the\s+)?(?-i:[A-Z])[^.;]{0,200}?\sby\s+the\s+Claims\s+Administrator\b)"
    r"|\brelying\s+(?:instead\s+|primarily\s+)?(?:up)?on\s"
    r"|\b(?:The\s+(?:(?:Claims\s+Administrator|Reviewer)['\u2019]s\s+)?(?:utilization\s+review\s+)?)?(?:decision|determination|denial)\s+(?:is|was)\s+based\s+(?:up)?on\s"
    r"|\bthe\s+(?:(?:applicable|relevant|appropriate|governing|controlling)\s+)?(?:guideline|source|section|reference|criteria|part|portion|chapter)s?(?:\s+of\s+the\s+MTUS)?(?:\s+(?:relied\s+(?:up)?on|used|cited|applied|referenced)(?:\s+by\s+the\s+\w+(?:\s+\w+)?)?)?\s+(?:is|was|are|were)\s+(?=(?:the\s+)?(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""Where the text does not begin with the form's own lead-in: what letters of 2013 also say."""
_FOUND = re.compile(
    rf"{_WHO}(?:(?:also|has|instead)\s+)?(?:found|considered|deemed|determined|stated|noted|agreed|concluded)\s+(?:with\s+the\s+claims\s+administrator\s+)?(?:that\s+)?(?=the\s)",
    re.IGNORECASE,
)
_LEAD_BEGINS = ("decision", "base", "relied")
_PROSE_BEGINS = (
    *_LEAD_BEGINS, "agree", "also", "has ", "instead", "primarily", "appear", "seem", "cite", "use", "applie", "reference", "utilize", "relie", "relying", "the ", "determination", "denial"
)  # fmt: skip
_FOUND_BEGINS = (
    "also",
    "has ",
    "instead",
    "found",
    "considered",
    "deemed",
    "determined",
    "stated",
    "noted",
    "agreed",
    "concluded",
)
_OPENING = re.compile(
    r"(?:(?:the\s+)?following(?:\s+(?:evidence-based\s+)?(?:guidelines?|sources?|sections?|references?|criteria))?\s*:?\s*"
    r"|(?:an?\s+|the\s+)?(?:(?:alternative|other|another|additional|evidence-based|nationally\s+recognized|unspecified|unnamed|different)\s+)?(?:medical\s+)?(?:treatment\s+)?guidelines?(?-i:(?=[\s.,:;]))(?:\s+\(MTG\))?(?:\s*[,:]\s*(?:(?:specifically|in\s+particular|namely),?\s+)?|\s+(?:such\s+as|including|namely)\s+|,?\s+specifically,?\s+|(?=\s*\.?\s*$))"
    r"|(?:the\s+)?(?:recommendations?|criteria|guidance|provisions?|portions?|guidelines?)\s+(?:of|in|from|by|found\s+in|outlined\s+in|set\s+forth\s+(?:in|by)|contained\s+in)\s+(?=(?:the\s+)?(?-i:[A-Z])))",
    re.IGNORECASE,
)
"""Words between a lead-in and the first name that name nothing."""
_PLACE = re.compile(r"(?:\A|[.;]\s+|,\s+(?:(?:and|so|then|therefore|thus)\s+)*(?=(?:the\s)?(?-i:[A-Z])))(?:(?:and|also|both|in\saddition,?|additionally,?|therefore,?|thus,?)\s+)*", re.IGNORECASE)  # fmt: skip
_BETWEEN = re.compile(
    r"[\s.,;]*(?:(?:therefore|thus|so|then|and)\b[\s,]*)*(?:(?:\w+\s){0,3}(?:Guidelines?|Sources?|References?)(?:\s(?:used|cited|relied\s(?:up)?on))?:\s*)?",
    re.IGNORECASE,
)
"""What may stand before a source that nothing announces."""
_STOP = re.compile(r"\.\s+(?=[A-Z])")
_ABBREVIATED = re.compile(r"(?:\b(?:al|ch|ed|no|pgs?|pp?|sec|vol|vs|Dr|Inc|St)|\b[A-Z])\.$", re.IGNORECASE)
_OPENS = r"(?:The|This|That|These|Those|There|It|They|He|She|No|As|Since|In|However|Therefore|Per|While|Although|Based|According|Under|A|An|Both|Neither|Nothing|For|Because|When|To)\s"
_SAYS = re.compile(_OPENS)
_NEXT = re.compile(
    rf"\.\s+(?={_OPENS}[^.]{{0,200}}?"
    r"\b(?:is|are|was|were|has|have|had|does|do|did|may|can|should|would|will|(?:address|recommend|state|discuss|support|provide|indicate|allow|require)(?:e?s)?)\b)"
)
"""Where a sentence ends and one that says something begins."""
_CLOSED = re.compile(r"[\d)]\s|[,;]|\sand\s")
"""What closes a name that is announced where a verb follows: elsewhere the verb may be a part of what was not understood."""
_FULL = re.compile(r"[,\d]|Guidelines")
"""What a source has that stands in a sentence of its own behind another."""
_AGAIN = re.compile(r",?\s+and[,\s]+(?:also\s+)?(?:up)?on\s+(?:the\s+)?", re.IGNORECASE)
_BY_OTHERS = " by the claims administrator"
_NOTHING_IN = re.compile(r"\b(?:nothing|none|no\s+\w+)\s+(?:in|of|from|on)\s+(?=the\s)", re.IGNORECASE)


class Lead(NamedTuple):
    """Where words that name sources are announced, where they begin, the furthest place where they may end, up to where
    the words around them are read, and what the lead-in says of them: "mtus", "non-mtus…" or nothing."""

    start: int
    begin: int
    end: int
    done: int = 0
    said: str = ""


def of_form(text: str, low: str, covered: list[Span]) -> list[Lead]:
    """The leads of a text with the form's own lead-in; other sentences may stand before it."""
    pattern, begins = (LEAD, _LEAD_BEGINS) if low.startswith("decision") else (_PROSE_LEAD, _PROSE_BEGINS)
    found = _outside_of(covered, every(pattern, text, low, begins))
    return [Lead(one.start(), one.end(), len(text), said=(one["said"] or "").lower()) for one in found]


class _Announced(NamedTuple):
    """A lead-in, where the words begin that it announces, and where their sentence ends."""

    start: int
    begin: int
    end: int


def of_prose(text: str, low: str, covered: list[Span]) -> tuple[list[Lead], list[Span]]:
    """The leads of a text in sentences, and where sources are named that are not cited."""
    announced = list(_announced(text, low, covered))
    used, told, denied = _subjects(text, low, covered, announced)
    taken = [*((one.start, one.done) for one in (*used, *told)), *denied]
    leads = list(used)
    for start, begin, end in announced:
        if any(a <= start < b for a, b in taken):
            continue
        said = predicate(text, begin, end) if begins_system(text, begin, end) else None
        if said and _CLOSED.search(text, max(begin, said.start - 1), said.start + 5):
            end = said.start
        leads += _each(text, start, begin, end)
    if told and not any(names_source(text[one.begin : one.end].strip(" .,;")) for one in leads):
        leads += told
    return sorted(leads), denied


def _announced(text: str, low: str, covered: list[Span]) -> Iterator[_Announced]:
    for found in _outside_of(covered, every(_PROSE_LEAD, text, low, _PROSE_BEGINS)):
        opening = _OPENING.match(text, found.end())
        begin = opening.end() if opening else found.end()
        end = _sentence_end(text, begin, len(text))
        others = low.find(_BY_OTHERS, begin, end)
        yield _Announced(found.start(), begin, others if others >= 0 else end)


def _each(text: str, start: int, begin: int, end: int) -> Iterator[Lead]:
    """The lead of what is announced here, and one of each further source before which "on" stands again."""
    for again in _AGAIN.finditer(text, begin, end):
        at = again.end()
        if begins_source(text, at, end) or works.begins(text, at, end):
            yield Lead(start, begin, again.start())
            start, begin = again.start(), at
    yield Lead(start, begin, end)


def _sentence_end(text: str, at: int, end: int) -> int:
    """Where the sentence ends that `at` stands in; within a work, whose title holds stops, only where a further one is
    told by its words."""
    told = _NEXT.search(text, at, end)
    end = told.start() + 1 if told else end
    if begins_system(text, at, end):
        for stop in _STOP.finditer(text, at, end):
            if works.holds_work(text, at, stop.start() + 1):
                break
            if not _ABBREVIATED.search(text, max(at, stop.start() - 4), stop.start() + 1):
                return stop.start() + 1
    return end


def _outside_of(taken: list[Span], found: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    return (one for one in found if not any(a <= one.start() < b for a, b in taken))


def _behind(text: str, at: int) -> int:
    """Where a source may begin at `at`, behind words that join it to what stands before."""
    between = _BETWEEN.match(text, at)
    return between.end() if between else at


def _subjects(
    text: str, low: str, covered: list[Span], announced: list[_Announced]
) -> tuple[list[Lead], list[Lead], list[Span]]:
    """Sources that no lead-in announces: those used ("The ODG, Knee Chapter, was used") or named alone, those of which
    something is told, and those that are said not to apply."""
    starts = {_behind(text, 0), *(_behind(text, b) for _, b in covered if text[b : b + 1] in (".", ",", ";"))}
    starts |= {_behind(text, stop.start()) for stop in _STOP.finditer(text)}
    nothing = {found.end() for found in every(_NOTHING_IN, text, low, ("no",))}
    places = {place.end() for place in _PLACE.finditer(text)} | starts | nothing
    places |= {found.end() for found in every(_FOUND, text, low, _FOUND_BEGINS)}
    places |= {_behind(text, b) for _, b in covered}
    taken = [*covered, *((one.start, one.end) for one in announced)]
    borders = sorted({*(a for a, _ in taken), len(text)})
    cited = {_behind(text, one.end) for one in announced}
    used: list[Lead] = []
    told: list[Lead] = []
    denied: list[Span] = []
    last = 0
    for at in sorted(places):
        if at < last or any(a <= at < b for a, b in taken):
            continue
        stop = next((border for border in borders if border > at), len(text))
        work = at in cited and not _SAYS.match(text, at) and works.reads_as_work(text, at, stop)
        if not (work or begins_source(text, at, stop)):
            continue
        end = _sentence_end(text, at, stop)
        said = predicate(text, at, end)
        if said is None:
            whole = end < stop or stop == len(text) or text[stop - 2 : stop] == ". "
            if at in starts and whole and (not used and not announced or _FULL.search(text, at, end)):
                used.append(Lead(at, at, end, end))
                cited.add(_behind(text, end))
                last = end
            continue
        last = said.end
        if at in nothing or said.kind == "denied":
            denied.append((at, said.end))
        else:
            (used if said.kind == "used" else told).append(Lead(at, at, said.start, said.end))
            cited.add(_behind(text, said.end))
    return used, told, denied
