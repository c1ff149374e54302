"""Where a guideline text begins to name what was relied on: after a lead-in, before "was used", or at its beginning."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from imr_parse.interpret.citation_borders import begins_source
from imr_parse.interpret.citation_remarks import FITS, ITS
from imr_parse.interpret.citation_statements import every
from imr_parse.interpret.meaning import holds

Span = tuple[int, int]

LEAD = re.compile(
    r"Decision\s+based\s+on(?:\s+(?:the\s+)?(?P<said>Non-?\s?MTUS(?:\s+Citations?)?(?!\w)|MTUS(?!\w)))?[:,]?(?=\s|$)"
    rf"|\bbase[sd]\s+{ITS}\s+(?:decision|determination)\s+(?:up)?on(?!\s+recommendation):?\s|(?<!not\s)\brelied\s+(?:up)?on:?\s",
    re.IGNORECASE,
)
_WHO = r"(?:(?<=\bbut\s)|(?<=\band\s)|(?<=Administrator\s)|(?<=Reviewer\s)|(?<=\bdenial\s)|(?<=\bdetermination\s)|(?<=\breview\s)|(?<=\bdecision\s)|(?<=\bletter\s)|(?<=\breport\s)|(?<=\bPhysician\s))"
_PROSE_LEAD = re.compile(
    rf"{LEAD.pattern}|{_WHO}(?:(?:also|has|instead|primarily|(?:appears?|seems?)\s+to(?:\s+have)?)\s+){{0,2}}"
    r"(?:cite[sd]?|use[sd]|applie[sd]|reference[sd]?|utilize[sd]?|relie[sd]\s+(?:up)?on)\s+(?=(?:the\s+|following\b)?(?-i:[A-Z])|(?:the|an?)\s+(?:following|recommendations?|guidelines?|criteria|alternative|other)\b|(?:following)\b)"
    r"|\brelying\s+(?:instead\s+|primarily\s+)?(?:up)?on\s"
    r"|\b(?:The\s+(?:(?:Claims\s+Administrator|Reviewer)['\u2019]s\s+)?(?:utilization\s+review\s+)?)?(?:decision|determination|denial)\s+(?:is|was)\s+based\s+(?:up)?on\s"
    r"|\bthe\s+(?:(?:applicable|relevant|appropriate|governing|controlling)\s+)?(?:guideline|source|section|reference|criteria)s?(?:\s+(?:relied\s+(?:up)?on|used|cited|applied|referenced)(?:\s+by\s+the\s+\w+(?:\s+\w+)?)?)?\s+(?:is|was|are|were)\s+(?=(?:the\s+)?(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""Where the text does not begin with the form's own lead-in: what letters of 2013 also say."""
_FOUND = re.compile(
    rf"{_WHO}(?:(?:also|has|instead)\s+)?(?:found|considered|deemed|determined|stated)\s+(?:that\s+)?(?=the\s)",
    re.IGNORECASE,
)
_LEAD_BEGINS = ("decision", "base", "relied")
_PROSE_BEGINS = (
    *_LEAD_BEGINS, "also", "has ", "instead", "primarily", "appear", "seem", "cite", "use", "applie", "reference", "utilize", "relie", "relying", "the ", "determination", "denial"
)  # fmt: skip
_FOUND_BEGINS = ("also", "has ", "instead", "found", "considered", "deemed", "determined", "stated")
_OPENING = re.compile(
    r"(?:(?:the\s+)?following(?:\s+(?:evidence-based\s+)?(?:guidelines?|sources?|sections?|references?|criteria))?\s*:?\s*"
    r"|(?:an?\s+|the\s+)?(?:(?:alternative|other|another|additional|evidence-based|nationally\s+recognized|unspecified|unnamed|different)\s+)?(?:medical\s+)?(?:treatment\s+)?guidelines?(?-i:(?=[\s.,:;]))(?:\s+\(MTG\))?(?:\s*[,:]\s*(?:(?:specifically|in\s+particular|namely),?\s+)?|\s+(?:such\s+as|including|namely)\s+|,?\s+specifically,?\s+|(?=\s*\.?\s*$))"
    r"|(?:the\s+)?(?:recommendations?|criteria|guidance|provisions?|portions?|guidelines?)\s+(?:of|in|from|by|found\s+in|outlined\s+in|set\s+forth\s+(?:in|by)|contained\s+in)\s+(?=(?:the\s+)?(?-i:[A-Z])))",
    re.IGNORECASE,
)
"""Words between a lead-in and the first name that name nothing."""
_USED = (
    r"(?:used|relied\s+(?:up)?on|cited|consulted|applied|referenced|followed|utilized|reviewed|considered|chosen|selected|found|deemed|"
    rf"felt|given|the\s+(?:basis|guidelines?|source|reference)|{FITS})(?!\w)"
)
_CLOSES = re.compile(
    rf"[\s,]+(?:(?:was|were|is|are|(?:has|have)\s+been)\s+(?:(?:also|therefore|thus|then|instead)\s+){{0,2}}{_USED}|(?:to\s+be\s+|as\s+)?{FITS}(?!\w))",
    re.IGNORECASE,
)
"""What ends the name of a source that stands before its verb."""
_TELLS = re.compile(
    r"[\s,]+(?:(?:also|only|specifically)\s+)?(?:(?:do|does)\s+not\s+)?(?:recommend|address|state|indicate|discuss|provide|note|allow|specif|require|suggest|describe)(?:s|es|y|ies)?(?=\s)",
    re.IGNORECASE,
)
"""What ends such a name where nothing else announces one: "The ODG, Knee Chapter, recommends..."."""
_CLOSED = ("was ", "were ", "is ", "are ", "been ", "relevant", "applicable", "appropriate")
_PLACE = re.compile(r"(?:\A|[.;]\s+|,\s+(?:(?:and|so|then|therefore|thus)\s+)*(?=the\s))(?:(?:and|also|both|in\saddition,?|additionally,?|therefore,?|thus,?)\s+)*", re.IGNORECASE)  # fmt: skip
_BETWEEN = re.compile(
    r"[\s.,;]*(?:(?:therefore|thus|so|then|and)\b[\s,]*)*(?:(?:\w+\s){0,3}(?:Guidelines?|Sources?|References?)(?:\s(?:used|cited|relied\s(?:up)?on))?:\s*)?",
    re.IGNORECASE,
)
"""What may stand before a source that nothing announces."""
_NEXT = re.compile(
    r"\.\s+(?=(?:The|This|That|These|Those|There|It|They|He|She|No|As|Since|In|However|Therefore|Per|While|Although|Based|According|Under)\s[^.]{0,200}?"
    r"\b(?:is|are|was|were|has|have|had|does|do|did|may|can|should|would|will|(?:address|recommend|state|discuss|support|provide|indicate|allow|require)(?:e?s)?)\b)"
)
"""Where a sentence ends and one that says something begins."""


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


def of_prose(text: str, low: str, covered: list[Span], printed: str) -> list[Lead]:
    """The leads of a text in sentences; `printed` is the text with its remarks."""
    leads = list(_named_first(printed, printed.lower(), covered))
    taken = [*covered, *((one.start, one.done) for one in leads)]
    for found in _outside_of(taken, every(_PROSE_LEAD, text, low, _PROSE_BEGINS)):
        opening = _OPENING.match(text, found.end())
        begin = opening.end() if opening else found.end()
        leads.append(Lead(found.start(), begin, _sentence_end(text, begin, len(text))))
    return sorted(leads) or list(_bare(text, covered))


def _sentence_end(text: str, at: int, end: int) -> int:
    """Where the sentence ends that `at` stands in, where a further one is told by its words; `end` where none is."""
    found = _NEXT.search(text, at, end)
    return found.start() + 1 if found else end


def _outside_of(taken: list[Span], found: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    return (one for one in found if not any(a <= one.start() < b for a, b in taken))


def _behind(text: str, at: int) -> int:
    """Where a source may begin at `at`, behind words that join it to what stands before."""
    between = _BETWEEN.match(text, at)
    return between.end() if between else at


def _named_first(text: str, low: str, covered: list[Span]) -> Iterator[Lead]:
    """Sources before their verb: "The ODG, Knee Chapter, was used", "The reviewer found the MTUS, Eye, applicable"."""
    if not holds(low, _CLOSED):
        return
    places = {place.end() for place in _PLACE.finditer(text)}
    places |= {found.end() for found in every(_FOUND, text, low, _FOUND_BEGINS)}
    places |= {_behind(text, b) for _, b in covered}
    last = 0
    for at in sorted(places):
        if at < last or any(a <= at < b for a, b in covered):
            continue
        stop = min((a for a, _ in covered if a > at), default=len(text))
        if not begins_source(text, at, stop):
            continue
        closes = _CLOSES.search(text, at, _sentence_end(text, at, stop))
        if closes and not LEAD.search(text, at, closes.start()):
            last = closes.end()
            yield Lead(at, at, closes.start(), last)


def _bare(text: str, covered: list[Span]) -> Iterator[Lead]:
    """A source at the text's beginning, or behind a statement, where no lead-in announces any."""
    for after in (0, *sorted(b for _, b in covered)):
        at = _behind(text, after)
        if after and not holds(text[after:at], ".,;"):
            continue  # the statement's own sentence goes on
        stop = min((a for a, _ in covered if a > at), default=len(text))
        if begins_source(text, at, stop):
            stop = _sentence_end(text, at, stop)
            tells = _TELLS.search(text, at, stop)
            yield Lead(at, at, tells.start(), tells.end()) if tells else Lead(at, at, stop)
            return
