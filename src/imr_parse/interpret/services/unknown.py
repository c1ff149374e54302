"""Words of a treatment that no vocabulary knows but that stand where a part of a drug stands."""

import itertools
import re
from collections.abc import Iterator
from functools import cache

from imr_parse import vocabulary
from imr_parse.interpret.meaning import holds
from imr_parse.interpret.services.names import Drug, Meaning, forms, meanings
from imr_parse.interpret.services.words import Phrase, phrase_key

SALTS = re.compile(
    r"\b(?:hcl|hydrochloride|hbr|hydrobromide|sodium|potassium|calcium|magnesium|citrate|tartrate|succinate|sulfate|sulphate|maleate|fumarate|besylate"
    r"|acetate|phosphate|bitartrate|bitart|bitar|bit|bt|tromethamine|epolamine|oxalate|er|xr|sr|cr|dr|ec|ir|la|xl|ds|odt|usp|otc|extended|delayed|immediate|release|oral|topical|transdermal|base|micro|micronized|w)\b\.?",
    re.IGNORECASE,
)  # fmt: skip
_UNKNOWN_PART = re.compile(
    r"([A-Za-z][A-Za-z-]{3,30})\s(?:HCl\s|sodium\s)?(\d{1,3}(?:\.\d{1,4})?|\.\d{1,4})\s?%"
)
_SLASHED_BEFORE = re.compile(r"(?<![A-Za-z-])([A-Za-z]{3,20})\s?/\s?$")
_SLASHED_BEHIND = re.compile(r"\s?/\s?([A-Za-z]{3,20})(?![\w-])")
_COUNTED = re.compile(r"#\s?\d|\d\s?(?:mg|mcg|%|gm?|ml)(?!\w)", re.IGNORECASE)
_MEMBER = re.compile(
    r"(?:[,;]\s?(?:and\s)?|\band\s)([A-Z][a-z]{3,20})(?:\s[A-Za-z]{2,14}){0,2}\s?(?:#\s?\d|\d[\d./-]{0,8}\s?[a-z%]{1,3})"
)
_BARE_MEMBER = re.compile(r"(?:[,;]\s?(?:and\s)?|\band\s)([A-Z][a-z]{4,20})(?=\s?(?:[,;]|\sand\b|$))")
_NOT_PARTS = frozenset(
    (
        "base", "topical", "transdermal", "with", "containing", "compound", "compounded", "medication", "medications", "medicine", "medicines",
        "generic", "brand", "nsaid", "muscle", "opioid", "antibiotic", "steroid", "narcotic", "anesthetic", "analgesic", "sublingual", "buccal",
        "nasal", "equivalent", "grams", "units", "times", "daily", "weekly", "month", "pain", "sleep", "prn", "pill", "med", "meds", "rub", "and",
    )
)  # fmt: skip
"""Words beside a drug that are no part of it; the forms are none either."""


_BEFORE_FORM = re.compile(r"(?<![\w-])([A-Za-z][A-Za-z-]{2,30})\s$")
_NO_NAMES = frozenset(
    ("request", "requested", "for", "the", "unspecified", "unknown", "unnamed", "retrospective", "prospective", "prescription", "new", "additional",
     "custom", "trial", "use", "usage", "purchase", "refill", "one", "two", "and", "of")
)  # fmt: skip


def has_unknown_name(text: str, phrase: Phrase[Meaning]) -> bool:
    """Whether a word that may be a product's name stands straight before "topical cream": "Xyzol topical cream"."""
    word = _BEFORE_FORM.search(text, max(0, phrase.start - 33), phrase.start)
    return word is not None and not (word[1].lower() in _NO_NAMES | _NOT_PARTS or SALTS.fullmatch(word[1]))


def with_unknown_parts(text: str, mentions: list[Phrase[Meaning]]) -> list[Phrase[Meaning]]:
    """The mentions, and words that no vocabulary knows where a part of a drug stands.

    That is before a percentage in a compound, beside a slash ("Xyzocodone/APAP"), in a list of drugs before a strength.
    """
    named = [m for m in mentions if m.value.drugs]
    if not named:
        return mentions
    words = list(_UNKNOWN_PART.finditer(text)) if text.count("%") > 1 else []
    if "/" in text:
        words += itertools.chain.from_iterable(_slashed(text, m) for m in named)
    words += _members(text, len(named) > 1 and len(named) == len(mentions))
    if not words:
        return mentions
    more = {m.start: m for m in mentions}
    for found in words:
        start, end = found.span(1)
        word = found[1].lower()
        taken = any(
            m.start < end and start < m.end or not text[m.end : start].strip()
            for m in mentions
            if m.start < end
        )
        if taken or word in _NOT_PARTS or SALTS.fullmatch(word):
            continue
        if word in _short_forms() or not forms().value(phrase_key(word)):
            meaning = _short_forms().get(word) or Meaning(drugs=(Drug(word, (word,), (), None),))
            more.setdefault(start, Phrase(meaning, start, end))
    return [more[start] for start in sorted(more)]


@cache
def _short_forms() -> dict[str, Meaning]:
    """Drugs by the short forms in which a compound's label lists them."""
    found = {
        row["short"]: meanings().value(phrase_key(row["meant"]))
        for row in vocabulary.rows("drug-short-forms")
    }
    return {short: meaning for short, meaning in found.items() if meaning}


def _slashed(text: str, mention: Phrase[Meaning]) -> Iterator[re.Match[str]]:
    """The words that slashes join to a drug's name, on both sides."""
    before = None
    if "/" in text[max(0, mention.start - 2) : mention.start]:
        before = _SLASHED_BEFORE.search(text, max(0, mention.start - 24), mention.start)
    while before:
        yield before
        before = _SLASHED_BEFORE.search(text, max(0, before.start(1) - 24), before.start(1))
    behind = _SLASHED_BEHIND.match(text, mention.end)
    while behind:
        yield behind
        behind = _SLASHED_BEHIND.match(text, behind.end(1))


def _members(text: str, of_drugs: bool) -> Iterator[re.Match[str]]:
    """Words that begin a list's member and that a strength or a number of pieces follows: "…, Xyzzolin 20mg #30".

    In a list `of_drugs` a member may be a name alone.
    """
    if not holds(text, (", ", "; ", " and ")):
        return
    for found in _MEMBER.finditer(text):
        if _COUNTED.search(text, found.end(1), found.end()):
            yield found
    if of_drugs:
        yield from _BARE_MEMBER.finditer(text)
