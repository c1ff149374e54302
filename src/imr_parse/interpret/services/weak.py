"""Names that count only alone, or that only introduce what is asked for: "evaluation", "compound cream" before its drugs."""

import re

from imr_parse.interpret.services.names import Meaning
from imr_parse.interpret.services.words import Phrase

_AND = re.compile(r"\b(?:and|plus)\b|[;&]", re.IGNORECASE)
_SEMICOLON = re.compile(";")
_BESIDE = re.compile(
    r"(?:\s[a-z0-9-]{2,8}(?=\s?\())?[\s:,(-]*(?:(?:of|with|containing|consisting\sof|made\sof|in|\d[\d.]{0,6}\s?%)[\s:,(-]*){0,3}",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\b(?:and|plus)\b|[,;&]", re.IGNORECASE)
_MARKED = re.compile(r"pre-?\s?(?:op|surg)", re.IGNORECASE)
_ACTS = frozenset({"visit", "injection", "surgery", "test"})


def of_weak(mentions: list[Phrase[Meaning]]) -> list[Phrase[Meaning]]:
    """Of names that only count alone the first; a setting ("outpatient", "sedation") gives way to what is done in it."""
    done = [m for m in mentions if m.value.kinds != {"adjunct"}]
    return (done or mentions)[:1]


def apart(text: str, weak: Phrase[Meaning], strong: list[Phrase[Meaning]]) -> bool:
    """Whether an "and" parts a weak name of an act from all others: "MRI of the knee and evaluation by a surgeon".

    For a test in a list, and for an operation that is named first, a comma will do.
    """
    kinds = weak.value.kinds
    before = max((m.end for m in strong if m.end <= weak.start), default=None)
    after = min((m.start for m in strong if m.start >= weak.end), default=None)
    comma = kinds == {"test"} or (kinds == {"surgery"} and before is None) or _among_therapies(weak, strong)
    parts = _LISTED if comma else _SEMICOLON if kinds == {"adjunct"} else _AND
    return (
        (comma or bool(kinds & _ACTS) or parts is _SEMICOLON)
        and (before is None or bool(parts.search(text, before, weak.start)) or _goes_with(text, weak, before))
        and (after is None or bool(parts.search(text, weak.end, after)))
    )


def _goes_with(text: str, weak: Phrase[Meaning], before: int) -> bool:
    """Whether tests are asked for with an operation: "arthroscopy with pre-operative labs"."""
    marked = weak.value.kinds == {"test"} and _MARKED.match(text, weak.start, weak.end)
    return bool(marked) and text[before : weak.start].endswith(" with ")


def _among_therapies(weak: Phrase[Meaning], strong: list[Phrase[Meaning]]) -> bool:
    """Whether a weak name of a therapy ("ultrasound") stands in a treatment that names therapies only."""
    return all("therapy" in m.value.kinds for m in (weak, *strong))


def names_what_follows(text: str, mention: Phrase[Meaning], all_of_them: list[Phrase[Meaning]]) -> bool:
    """Whether "compound cream" stands straight beside the drugs that are in it, and is no service of its own."""
    if not mention.value.kinds <= {"drug"} or mention.value.drugs:
        return False
    gaps = [
        (mention.end, m.start) if m.start >= mention.end else (m.end, mention.start)
        for m in all_of_them
        if m.value.drugs
    ]
    return any(_BESIDE.fullmatch(text, start, end) for start, end in gaps if start <= end)
