"""Statements of a guideline text that cite nothing: that nothing was cited, nothing of the schedule, what the other side cites."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from imr_parse.interpret.citations.predicates import DENIES
from imr_parse.interpret.citations.remarks import ITS
from imr_parse.interpret.meaning import holds

_MTUS = r"(?:MTUS|Medical\s+Treatment\s+Utilization\s+Schedule)(?:\s+\(MTUS\))?(?:/ACOEM)?"
_REST = r"(?:(?!\b(?:ODG|Official\s+Disability|ACOEM|American\s+College|https?:|www\.|other\s+than|except|besides|apart\s+from|relied|relying|based|used\s+(?!by|in))\b)[^.,;])"
"""What may go on to the statement's end: nothing with which a source begins."""
_NOR = r"(?:,?\s+(?:n?or|and)\s+(?:(?:in|of|by)\s+)?(?:the\s+)?(?:ODG|Official\s+Disability\s+Guidelines(?:\s+\(ODG\))?|ACOEM(?:\s+Guidelines)?)(?!\w)){0,2}"
"""Other guidelines of which the same is said."""
_CITED = r"(?:cited?|provided?|referenced?|used?|listed?|specif(?:y|ied)|identif(?:y|ied)|gave|given?|stated?|appl(?:y|ied)|mention(?:ed)?|offer(?:ed)?|include[d]?|note[d]?|utilized?|consult(?:ed)?|follow(?:ed)?|name[d]?|need(?:ed)?|quote[d]?|review(?:ed)?|find|found|rel(?:y|ied)\s+(?:up)?on)"
_SOURCES = (
    r"(?:evidence(?:[\s-]based)?|criteria|guidelines?|references?|citations?|sources?|basis|documentation)\b"
)
_NOT = r"(?:(?:did|does|do|has|have)\s+not|failed\s+to)\s+(?:appear\s+to\s+(?:have\s+)?|seem\s+to\s+(?:have\s+)?)?"
_NONE_CITED = re.compile(
    rf"{_NOT}(?:{_CITED}|list|offer|mention|base\s+{ITS}\s+(?:decision|determination)\s+(?:up)?on)\s+(?:any\s+|an?\s+)?(?:(?!MTUS)\w+[\s-]){{0,3}}?{_SOURCES}{_REST}{{0,80}}"
    rf"|\bno\s+(?:reference|mention|citation)s?\s+(?:to|of)\s+(?:any\s+)?(?:(?!MTUS)\w+[\s-]){{0,3}}?{_SOURCES}{_REST}{{0,80}}"
    rf"|\bsilent\s+(?:as\s+to|on|about|regarding|with\s+(?:respect|regard)\s+to)\s+(?:the\s+|any\s+)?(?:(?!MTUS)\w+[\s-]){{0,3}}?{_SOURCES}{_REST}{{0,80}}"
    rf"|{_NOT}(?:issue|make|give|state|offer|provide|include)\s+(?:any\s+|an?\s+)?(?:\w+\s+){{0,2}}(?:findings?|reference|mention|citation|statement)s?\s+(?:as\s+to|to|of|on|about|regarding)\s+(?:any\s+|the\s+)?(?:(?!MTUS)\w+[\s-]){{0,3}}?{_SOURCES}{_REST}{{0,80}}"
    rf"|\b(?:cites|{_CITED})\s+no\s+(?:(?!MTUS)\w+[\s-]){{0,3}}?{_SOURCES}(?!\s+(?:in|of|from|within)\s+(?:the\s+)?(?:California\s+|CA\s+)?{_MTUS})"
    rf"|\bno\s+(?:\w+[\s-]){{0,3}}?{_SOURCES}\s+(?:(?:was|were|is|are|(?:has|have)\s+been)\s+)?{_CITED}(?!\w)"
    rf"|\Anone(?:\s+(?:(?:was|were)\s+)?{_CITED})?(?=\.?\s*\Z)",
    re.IGNORECASE,
)
_NO_PART = (
    r"(?:any\s+|an?\s+)?(?:applicable\s+)?(?:sections?|parts?|guidelines?)\s+(?:of|in|from)\s+(?:the\s+)?"
)
_OUTSIDE = re.compile(
    rf"based\s+{ITS}\s+decision\s+on\s+recommendation\s?(?:\(s\)|s)?\s+outside\s+of\s+the\s+MTUS(?:\s+Guidelines?)?"
    rf"|{_NOT}(?:base\s+{ITS}\s+(?:decision|determination)\s+on|{_CITED})\s+(?:{_NO_PART}|the\s+)?(?:California\s+|CA\s+)?{_MTUS}(?:\s+Guidelines?)?(?=\s*[.,;]|\s+(?:in|for|to|as|and|but)\s|\s*$)"
    rf"|\bno(?:ne\s+of\s+the)?\s+(?:applicable\s+|relevant\s+)?(?:(?:and|or)\s+(?:applicable|relevant)\s+)?(?:sections?|parts?|guidelines?)\s+(?:of|in|from|within)\s+the\s+(?:California\s+|CA\s+)?{_MTUS}{_NOR}{_REST}{{0,120}}"
    rf"|\bneither\s+(?:the\s+)?(?:California\s+|CA\s+)?{_MTUS}(?:\s+guidelines?)?{_NOR}\s+(?!nor\b){_REST}{{1,120}}"
    rf"|\bno(?:ne\s+of\s+the)?\s+(?:applicable\s+|relevant\s+)?{_MTUS}\s+(?:sections?|guidelines?|criteria|recommendations?)\s{_REST}{{0,120}}"
    rf"|{_MTUS}(?:\s+guidelines?)?{_NOR}\s+{DENIES}{_REST}{{0,120}}",
    re.IGNORECASE,
)
_NO_DETAIL = re.compile(
    rf"{_NOT}{_CITED}\s+(?:(?:any|an?|the|specific|particular|exact|applicable|relevant|corresponding)\s+){{1,3}}(?:chapters?|sections?|pages?|parts?|topics?)(?:\s+(?:or|and)\s+\w+)?"
    rf"(?:\s+numbers?)?(?:\s+(?:of|in|from)\s+(?:the\s+)?{_MTUS}|\s+in\s+{ITS}\s+\w+)?(?=\s*[.,;]|\s*$)",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"(?:\bthe\s+provider\s+did\s+not\s+dispute\s+)?\bthe\s+(?:\w+\s+){0,2}(?:guidelines?|sections?|criteria|citations?|references?)"
    rf"(?:\s+(?:of|in|from)\s+(?:the\s+)?(?:California\s+)?{_MTUS})?(?:\s+guidelines?)?\s+(?:that\s+(?:was|were)\s+)?(?:used|cited|relied\s+(?:up)?on|referenced|applied|utilized)\s+by\s+the\s+claims\s+administrator\b"
    r"(?!\s+(?:is|are|was|were)\s+(?:the\s+)?(?-i:[A-Z]))(?:(?!\b(?:relied|based|cited|used|ODG|Official|ACOEM)\b)[^.,;]){0,160}"
    rf"|\bthe\s+same\s+(?:\w+\s+)?(?:guidelines?|sections?|criteria|citations?|references?)(?:\s+of\s+the\s+{_MTUS})?\s+as\s+(?:those\s+\w+\s+by\s+)?the\s+claims\s+administrator{_REST}{{0,40}}",
    re.IGNORECASE,
)
_STATEMENTS = (
    (_NONE_CITED, ("did not", "does not", "do not", "has not", "have not", "failed", "no ", "none", "silent"), ("did", "does", "do", "has", "have", "failed", "cite", "provide", "reference", "use", "gave", "give", "list", "state", "appl", "consult", "follow", "found", "name", "quot", "review", "rel", "no", "silent")),
    (_OUTSIDE, ("outside", " not ", "no ", "none ", "nothing", "silent", "neither ", "fail", "cannot"), ("based", "did", "does", "do", "has", "have", "no", "failed", "mtus", "medical", "neither")),
    (_SAME, ("by the claims", "as the claims"), ("the",)),
    (_NO_DETAIL, (" not ", "failed"), ("did", "does", "do", "has", "have", "failed")),
)  # fmt: skip
"""Statements that cite nothing, each with words without which it is not there, and with those that it begins with."""
_DENIES = re.compile(r"\b(?:not|in(?:applicable|appropriate)|irrelevant)\b", re.IGNORECASE)
_SCHEDULE = re.compile(rf"\b{_MTUS}", re.IGNORECASE)
_NOTHING = re.compile(r"\s*(?:N/?A|Not\s+(?:applicable|available|provided|stated|given|specified))\s*\.?\s*", re.IGNORECASE)  # fmt: skip


class Statements(NamedTuple):
    """Where such statements stand, by what they say."""

    none_cited: tuple[re.Match[str], ...]
    outside: tuple[re.Match[str], ...]
    same: tuple[re.Match[str], ...]
    no_detail: tuple[re.Match[str], ...]

    def spans(self) -> list[tuple[int, int]]:
        """Where all of them stand."""
        return [found.span() for kind in self for found in kind]

    def is_all_of(self, text: str) -> bool:
        """Whether one of them is the whole text, but for its full stop."""
        return any(start == 0 and not text[end:].strip(" .") for start, end in self.spans())

    def names_schedule(self) -> bool:
        """Whether what the other side cites is of the schedule, and is found to be right."""
        return any(_SCHEDULE.search(found[0]) and not _DENIES.search(found[0]) for found in self.same)


def statements(text: str, low: str) -> Statements:
    """The statements of a text that cite nothing. `low`: the text in lower case."""
    return Statements(
        *(
            tuple(every(pattern, text, low, begins)) if holds(low, needed) else ()
            for pattern, needed, begins in _STATEMENTS
        )
    )


def says_nothing(text: str) -> bool:
    """Whether the text says that there is none to be given."""
    return bool(_NOTHING.fullmatch(text))


def every(pattern: re.Pattern[str], text: str, low: str, begins: Iterable[str]) -> Iterator[re.Match[str]]:
    """What the pattern finds in a text; it is tried only at the words that it may begin with."""
    if len(low) != len(text):  # some letters grow when they are lowered
        yield from pattern.finditer(text)
        return
    places = set[int]()
    for word in begins:
        at = low.find(word)
        while at >= 0:
            places.add(at)
            at = low.find(word, at + 1)
    last = 0
    for at in sorted(places):
        if at >= last and (one := pattern.match(text, at)):
            last = one.end()
            yield one
