"""Labels inside prose that no layout knows: what stands under them is a part of the letter, and not of the prose.

A clinical label belongs to a summary ("Plan: …", "Diagnosis: …"). One that speaks of the letter, of its evidence or of
its reader's rights does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from imr_parse.document import Document, Span
from imr_parse.found import Doubt
from imr_parse.paragraphs import Start

_LABEL = re.compile(
    r"(?:(?:important|special|further|other|additional|general|administrative|editor(?:'s|ial)|clerical|reviewer(?:'?s)?|expert|"
    r"physician|final|independent)\s+){0,2}"
    r"(?:notes?(?:\s+to\s+[a-z ]{1,30})?|notices?|comments?|remarks?|information|addend(?:um|a)|corrections?|corrigend(?:um|a)|"
    r"errat(?:um|a)|disclaimers?|footnotes?|appendix|attachments?|enclosures?|distribution|confidentiality|"
    r"(?:list\s+of\s+)?(?:literature|medical|scientific)?\s?(?:references?|citations?|bibliography|literature|sources)(?:\s+(?:cited|used|reviewed|searched?|consulted))?|"
    r"(?:literature|evidence|medical|search|hierarchy|level|strength|quality|grade|rating|summary|table|review|statement)"
    r"(?:\s+of(?:\s+the)?|\s+and)?\s+(?:(?:medical|scientific|clinical)\s+)?"
    r"(?:evidence|literature|search(?:\s+strategy)?|strategy|summary|recommendations?|reasons)(?:\s+(?:summary|search|review(?:ed)?|table))?|"
    r"(?:conflicts?\s+of\s+interests?|attestation|certification|appeal|appeals|(?:appeal|your|legal|further|review)\s+rights?|rights?)"
    r"(?:\s+(?:statement|and\s+[a-z]{3,12}|of\s+[a-z]{3,12}))?|"
    r"(?:records|documents|materials)\s+(?:received|reviewed|submitted|requested|missing)|"
    r"prior\s+authorizations?|(?:treatment|service|request|review|case|drug|decision|dispute)\s+(?:category|types?|class|code|number|status)|"
    r"(?:formulary|case|review|file|appeal|document)\s+status|formulary|(?:icd|cpt|hcpcs|ndc)(?:-?(?:9|10))?(?:-cm)?(?:\s+codes?)?|"
    r"(?:medical\s+necessity|coverage|imr|final|review)\s+(?:determination|decision|statement|outcome)|"
    r"(?:prepared|reviewed|signed|approved|dictated|transcribed)\s+by|cc|effective\s+date|date\s+(?:mailed|signed|sent|issued))",
    re.IGNORECASE,
)
_LONGEST = 50
"""Characters of a label."""
_ADVICE = re.compile(r"opioid|wean|taper|discontinu|withdrawal", re.IGNORECASE)
_NOTE = re.compile(r"note\b", re.IGNORECASE)
_ADVICE_IN = 400
"""Characters after "Note:" that hold the words of the fixed advice on opioids."""
_ENDS = ".!?:;)]\"'\u201d\u2019"


def labels_inside(document: Document, span: Span, starts: Sequence[Start]) -> Iterator[Doubt]:
    """A doubt where prose holds such a label at a sentence's beginning, capitalised."""
    text, (start, end) = document.text, span
    at = text.find(":", start, end)
    while at != -1:
        begins = _sentence(text, max(start, at - _LONGEST), at, start)
        if (
            begins is not None
            and _LABEL.fullmatch(text, begins, at)
            and (not _NOTE.match(text, begins) or _stands_apart(document, begins, starts))
            and not _advises(text, begins, at, end)
        ):
            yield Doubt("IMR209", "a paragraph in it has a label of its own", Span(begins, at + 1))
            return
        at = text.find(":", at + 1, end)


def _sentence(text: str, low: int, colon: int, start: int) -> int | None:
    """Where the words before a colon begin a sentence, or a line after a sentence's end; None where they do not."""
    stop = max(text.rfind(f"{sign} ", low, colon) for sign in ".!?;)")
    line = text.rfind("\n", low, colon)
    begins = max(stop + 2 if stop != -1 else -1, line + 1 if line != -1 else -1)
    if begins == -1:
        begins = start if low == start else -1
    begins += text.startswith("\f", begins)
    if begins == -1 or not text[begins : begins + 1].isupper():
        return None
    before = text[max(start, begins - 4) : begins].rstrip()
    return begins if begins == start or before[-1:] in _ENDS else None


def _stands_apart(document: Document, begins: int, starts: Sequence[Start]) -> bool:
    """Whether a paragraph starts there; within one a note may be quoted."""
    at = document.line_at(begins)
    return document.lines[at].start == begins and starts[at] is Start.YES


def _advises(text: str, begins: int, colon: int, end: int) -> bool:
    """Whether a note is the fixed advice that may follow a conclusion."""
    return bool(_NOTE.match(text, begins, colon)) and bool(
        _ADVICE.search(text, colon, min(end, colon + _ADVICE_IN))
    )
