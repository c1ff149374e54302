"""What is said of a guideline and is no part of its name: why it was used, what for, what was not cited of it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from imr_parse.interpret.citations.borders import begins_source
from imr_parse.interpret.citations.model import CitationReading
from imr_parse.interpret.citations.predicates import APPLIES, FITS, TELLS
from imr_parse.interpret.meaning import MeaningDoubt, holds

ITS = r"(?:its|their|his/her|his\s+or\s+her|his|her)"
_SOURCE = (
    rf"(?:(?:one\s+of\s+)?(?:an?|the|{ITS})\s+)?(?:(?:additional|further|main|only|primary|secondary|sole|supporting)\s+|{FITS}\s+)?"
    r"(?:authority|basis|citation|evidence|guidance|guideline|reference|source|support)s?(?!\w)"
)
_MATTER = r"(?:decision|determination|denial|recommendation|review|opinion|request|treatment|dispute|issue)s?"
_ABOUT = rf"(?:\s+(?:for|in|of|to)\s+(?:the|this|{ITS})\s+{_MATTER}(?:\s+(?:at|in)\s+(?:dispute|issue))?)?"
_SAID = rf"(?:{_SOURCE}|{FITS}){_ABOUT}"
_USED_AS = rf"\(Note\b[^()]{{0,300}}\)|\s+as\s+(?:being\s+)?{_SAID}(?:\s+and\s+(?:as\s+)?{_SAID})?(?=[.,;]|\s+and\s|\s*$)"
_AS = re.compile(_USED_AS, re.IGNORECASE)
_LEFT_SAID = re.compile(
    rf"\sas\s+(?:being\s+)?{_SOURCE}|\s(?:because|although|whereas)\s|\sbut\s(?:did|does|do)\snot\s",
    re.IGNORECASE,
)
"""What looks like such words, and goes on as a topic may, or goes on with a further source."""

_VERB = re.compile(
    r"^(?:also|as|both|but|by|for|given|if|in|not|on|since|so|the|to|when|with)\s|\b(?:which|because|was|were|is|are|does|do|did|has|have|it|they|there|this|these|address(?:es)?|recommends?|states|used|cited)\b"
    r"|\b(?:ODG|ACOEM|MTUS)\b|^\W|^[a-z][a-z ]{0,7}\d[\w-]*$|^pages?$|^\d\w+$"
)
"""What a sentence has, or a misprinted page, and the name of a section has not."""
_BEHIND_PAGES = re.compile(r"\d[,;]?\s(?:and|or|but)\s(?:the\s)?(?!pages?\b|pgs?\b|pp?\b)[a-z]{2,}")
"""What may be a further source, which no capital letter begins."""

_NAMED = r"(?:MTUS|ODG|ACOEM|Official\s+Disability|American\s+College|Medical\s+Treatment|(?:[A-Z]\w+,?\s+(?:and\s+)?){1,6}(?:Guidelines|Complaints|Chapter))(?!\w)"
_LAST = rf"(?=\.\s+(?-i:[A-Z])|\.?\s*$|,?\s+and\s+(?:also\s+)?(?:up)?on\s|[,;]\s+and\s+(?:also\s+)?(?:the\s+)?(?-i:{_NAMED}))"
_SOURCE_AGAIN = r"\b(?:relied|based|cited\s(?!by|in)|ODG,|ODG\),|(?<!/)ACOEM\b|Chapters?\b|Guidelines?,|also\b|https?:|www\.)"
_REST = rf"(?:(?!\.\s+(?-i:[A-Z])|{_SOURCE_AGAIN}).){{0,300}}?{_LAST}"
_REST_OF_DETAIL = rf"(?:(?!\.\s+(?-i:[A-Z])|\b(?:relied|based|ODG|(?<!/)ACOEM|Guidelines?,|also|https?:|www\.)).){{0,200}}?{_LAST}"
"""To the end of the sentence, in which no further source is named."""
_BEFORE = r"[\s,;:\u2013\u2014-]+"
_SAYS = rf"(?:{APPLIES}|{TELLS}|deals?|pertains?|refers?|relates?|states?|do|does)(?!\w)"
_OWN = r"(?:(?:is|are|was|were)\b(?!\s+the\s)|includes|incorporates|contains|(?:has\s+)?adopt)"
"""What behind "which" may say of what kind the source is, or names one that it holds."""
_MEANT = r"(?:specific|germane|pertinent|particular|directed|devoted|limited|addressed|related|written|intended|meant)"
_GIVES = r"(?:cit|giv|identif|indicat|list|nam|not|provid|quot|referenc|specif|stat|us)(?:e|y)?(?:d|n|s|ied|ing|ying)?"
_DETAIL = r"(?:chapters?|sections?|pages?|guidelines?|topics?|recommendations?|passages?|parts?|portions?|numbers?|editions?|title|version)"
_REASONS = (
    (
        rf"{_BEFORE}(?:\(?(?:which|that|and)\s+)?(?:(?:is|are|was|were)\s+)?(?:{FITS}\s+)?"
        r"(?:because|since|given\s+that|inasmuch\s+as|as\s+(?:it|they|this|these|there|no|(?:(?:California|CA)\s+)?MTUS|the\s+(?:MTUS|patient|employee|request|guideline|section)s?)\b)\s"
    ),
    rf"\s*[,;(]\s*which\s+(?!{_OWN})",
    rf"\s*[,;(]\s*which\s+(?:is|are|was|were)\s+(?:(?:\w{{2,12}}ly|more|most)\s+)?{_MEANT}\s+(?:to|for|on|at)\s",
    rf"{_BEFORE}(?:which|that)\s+(?:also\s+|specifically\s+)?{_SAYS}\s",
    rf"{_BEFORE}(?:this|these|those|the)\s+(?:section|guideline|chapter|recommendation|page)s?\s+(?:(?:is|are|was|were)\s+(?:{FITS}|used|chosen)|{_SAYS})\b",
    r"[,;]\s+(?:but\s+|and\s+)?(?-i:as(?!\swell)|it|they|these|this|being|by(?=\s+[a-z])|for|given|if|in(?=\s(?:view|light|order|so|that|this|which|particular|its|his|her)\b)|insofar|so|there|to|unless|when|where|whereas|while|who|whose|with)\s(?!part\s)",
)
_NOT_GIVEN = rf"\s*\((?:no|[^()]{{0,40}}\bnot)\s[^()]{{0,40}}\b{_GIVES}\)"
_UNSAID = (
    rf"{_BEFORE}(?:(?:but|although|though|however,?|and)\s+)(?:(?:it|they|he|she|the\s+Claims\s+Administrator)\s+)?(?:(?:did|does|do|has|have)\s+not|failed\s+to|no)\s+(?=[^.]{{0,60}}\b{_DETAIL}\b)",
    rf"{_BEFORE}(?:but\s+)?without\s+(?:{_GIVES}|any|a)\s+(?=[^.]{{0,60}}\b{_DETAIL}\b)",
    rf"(?:\s*[,;:\u2013\u2014(]\s*|\s(?=but\s))(?:but\s+)?no\s+(?:(?:specific|particular|exact|further|additional|relevant)\s+)?{_DETAIL}(?:\s+or\s+{_DETAIL})?\s+(?:(?:was|were|is|are)\s+)?{_GIVES}\b",
)
_PURPOSE = (
    rf"{_BEFORE}(?:to\s+(?:support|justify|make|reach|deny|form)|in\s+(?:support\s+of|making|reaching|denying)|in|for|as\s+support\s+(?:of|for)|when\s+making)"
    rf"\s+(?:the|this|{ITS})\s+(?:utilization\s+review\s+|UR\s+|medical\s+necessity\s+|adverse\s+)?(?:decision|determination|denial|opinion|review|conclusion|request)s?"
    r"(?:\s+(?:letter|report|to\s+deny|to\s+non-?certify)(?!\w))*(?=[.,;]|\s+and\s|\s*$)"
)
_KIND = (
    r"\s*[,;(]\s*\(?(?:which\s+(?:is|are)\s+)?an?\s+(?:(?:nationally|widely|scientifically|peer-reviewed|evidence-based|accepted|recognized|and|other|alternative|non-MTUS)[\s,]+){0,4}"
    r"(?:medical\s+)?(?:treatment\s+)?(?:guideline|source|reference)s?(?:\s+\(MTG\))?(?=[.,;)]|\s+(?:that|which|not|and)\s|\s*$)"
)


@cache
def _prose() -> re.Pattern[str]:
    """All remarks of prose: a large pattern, made where prose is read, and tried only where one may begin."""
    reasons = (one + _REST for one in _REASONS)
    unsaid = (one + _REST_OF_DETAIL for one in _UNSAID)
    every = "|".join((_USED_AS, _PURPOSE, _KIND, _NOT_GIVEN, *reasons, *unsaid))
    return re.compile(rf"(?=[\s,;:(\u2013\u2014-])(?:{every})", re.IGNORECASE)


_JOINT = re.compile(
    r"(?:[,;]\s|\band\s)(?:and\s)?(?:(?:up)?on\s)?(?:the\s)?|\A\W+(?:as|by|for|in|to|with)\s+(?:the\s)?(?!MTUS|Medical\sTreatment)",
    re.IGNORECASE,
)
_AS_WORDS = ("(note", " as ")
_PROSE_WORDS = (
    *_AS_WORDS, "because", "since", "given that", "which ", "that ", "this ", "these ", "those ", "relevant", "applicable", "appropriate",
    "not ", "failed", "without", " no ", " to ", " in ", " for ", "guideline", "source", "reference", "when ",
)  # fmt: skip


def without_remarks(text: str, low: str, *, prose: bool) -> str:
    """The text with white space for its remarks, so that all else keeps its place; `prose` where it is not the form's."""
    if prose:
        return _prose().sub(_blanked, text) if holds(low, _PROSE_WORDS) else text
    return _AS.sub(_blanked, text) if holds(low, _AS_WORDS) else text


def _blanked(remark: re.Match[str]) -> str:
    """White space of a remark's length; what is said of a guideline ends its name as a comma does.

    Words that go on with a further source stay, and are doubted.
    """
    words = remark.group()
    if any(begins_source(words, joint.end(), len(words)) for joint in _JOINT.finditer(words)):
        return words
    return (" " if words.startswith("(") else ",") + " " * (len(words) - 1)


def left_said(members: Iterable[CitationReading], *, prose: bool) -> Iterator[MeaningDoubt]:
    """Doubt where a citation still holds words that may be said of it, and may be a topic's own."""
    for number, member in enumerate(members):
        odd = prose and (any(map(_VERB.search, member.sections)) or _BEHIND_PAGES.search(member.text))
        if odd or _LEFT_SAID.search(member.text):
            message = "words said of the guideline may be part of its name"
            yield MeaningDoubt("said-of-it", ("citations", number), message)
