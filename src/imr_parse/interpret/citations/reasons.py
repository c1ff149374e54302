"""Reasons that stand where a guideline may: words that name no source, though a lead-in stands before them."""

import re

from imr_parse.interpret.citations import works
from imr_parse.interpret.citations.borders import begins_source
from imr_parse.interpret.citations.odg_chapter import chapter_at, topics
from imr_parse.interpret.citations.titles import title_at
from imr_parse.interpret.meaning import key

SEEMS_NAMED = re.compile(
    r"(?P<mtus>\b(?:MTUS|Medical\sTreatment\sUtilization\sSchedule)(?!\w))|(?P<odg>\b(?:ODG(?!\w)|Official\sDisability\sGuidelines?))|(?P<acoem>\b(?:ACOEM(?!\w)|American\sCollege\sof\sOccupational))"
    r"|\b(?!(?:The|This|That|These|Those|Such|Both|No|Any|Its|His|Her|Their|Other|All)\s)[A-Z]\w+\s(?:[Tt]reatment\s)?(?:[Gg]uidelines?|[Cc]riteria|[Rr]ecommendations?|[Ss]tatement|[Pp]olicy|[Pp]rotocol|[Mm]anual|Report|[Bb]ulletin)\b"
    r"|\b[A-Z]\w+\sComplaints\b|\bChapters?\b|\b[Ss]ections?\s?(?:\(s\)|:|[A-Z])|\b(?:[Pp]ages?|[Pp]gs?\.?|pp?\.)\s?\d|\bhttps?:|\bwww\."
    r"|\b(?:cite[sd]?|rel(?:y|ied|ies)\s(?:up)?on|based\s(?:up)?on|quote[sd]?|reference[sd])\b|\b(?:19|20)\d\d\b|\bet\sal\b|\b[Ee]dition\b|\b[Jj]ournal\b"
    r"|\b(?:[Ss]tud(?:y|ies)|[Aa]rticles?|[Rr]eviews?|[Tt]rials?|[Tt]extbook)\s(?:by|from|in|of)\s(?:the\s)?[A-Z]|\b[A-Z][a-z]+['\u2019]s\s(?:study|article|review|textbook|manual)\b"
    r"|\b[A-Z][a-z]+\s(?!(?:CT|ED|ER|II|IV|IW|OT|PT|UR)\b)[A-Z]{1,2}[,.]\s[A-Z]"
)
"""Words by which a guideline may be named."""
_SOURCE_WORD = re.compile(
    r"\b(?:articles?|bulletins?|chapters?|codes?|consensus|criteria|evidence[\s-]based|formulary|guidance|guidelines?|handbooks?|journals?|label(?:ing|s)?|laws?|literature|manuals?|policy|policies|"
    r"protocols?|publications?|recommendations?|references?|regulations?|research|schedules?|sections?|sources?|standards?|statutes?|stud(?:y|ies)|textbooks?|websites?)\b",
    re.IGNORECASE,
)
"""Words for sources of all kinds: what is no guideline's name holds none of them."""
_ORDINARY = re.compile(
    r"\b(?:advice|age|calls?|certification|certified|claimant|condition|den(?:ial|ied)|diagnosis|discussion|documentation|employee|examination|experience|fact|failure|findings?|history|information|judge?ment|lack|absence|"
    r"medical\srecords?|necessity|notes?|opinion|operation|patient|physicians?|procedure|providers?|records?|reports?|requests?|responses?|results?|review|surgery|them|treatment|worker)\b"
)
"""What reasons speak of."""
_ARTICLE = re.compile(r"(?:an?|the|its|their|his|her)\s", re.IGNORECASE)
_NOT_NEEDED = re.compile(
    r"\b(?:surger(?:y|ies)|operation|procedure)\b[^.;]{0,40}?\b(?:is|are|was|were|has|have)\s+(?:not\s+(?:been\s+)?|(?:found|deemed)\s+(?:to\s+be\s+)?not\s+|been\s+(?:denied|found\s+not)\s+)(?:found\s+(?:to\s+be\s+)?)?(?:medically\s+)?(?:necessary|appropriate|certified|approved|authorized)",
    re.IGNORECASE,
)


def names_source(words: str) -> bool:
    """Whether words behind a lead-in may name a source; where not they state a reason: "the denial of the surgery"."""
    article = _ARTICLE.match(words)
    at, end = article.end() if article else 0, len(words)
    named = (
        begins_source(words, 0, end) or title_at(words, at, end) or chapter_at(words, at, end, announced=True)
    )
    return bool(
        named
        or not words[at:].split(" ", 1)[0].islower()
        or not _ORDINARY.search(words)
        or _SOURCE_WORD.search(words)
        or SEEMS_NAMED.search(words)
        or works.is_known(words)
        or key(words[at:]) in topics()
    )


def states_reason(text: str) -> bool:
    """Whether a whole text says that an operation was not necessary, and names nothing that may be a source.

    Of what goes with it no guideline is asked; that anything else is not necessary belongs into a rationale.
    """
    says = text.rstrip().endswith(".") and _NOT_NEEDED.search(text)
    return bool(says) and not (SEEMS_NAMED.search(text) or works.is_known(text))
