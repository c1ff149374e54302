"""Characters that a letter does not print where they stand.

The letters are written in plain English with a few signs. Each sign has its surroundings: a degree follows a figure,
a dash has a space on both sides or on none. A character elsewhere, or of another kind, is a sign of damage.
"""

from __future__ import annotations

import re
from collections import Counter
from string import ascii_lowercase

from imr_parse.document import Span

_OTHER = re.compile(r"[^\x00-\x7f]")
_SYMBOLS = "{}|~^@\\"
_SYMBOL = re.compile(
    r"(?<=[a-z])(?:[{}|~^\\](?=[a-z])|@(?=[a-z]{2,20}\b(?!\.)))|(?<=[A-Z])[{}|~^\\](?=[a-z]{2})|(?<=[a-z]-[a-z]{2})[{}|~^](?=\W)"
)
"""Plain signs inside words; an address of electronic mail may hold one."""
_SURROUNDINGS = {
    "\u2019": r"(?<=[^\s])@(?![A-Za-z]{4})|(?<=\s)@(?=\d\ds?\b)|(?<=[dlDLO])@(?=[A-Z])",
    "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06": r"@",
    "\u2018\u201c": r"(?:^|[\s(\[/\u2014\u2013\"'\u201c\u2018-])@(?=\S)",
    "\u201d": r"\S@(?![A-Za-z0-9])",
    "\u2013\u2014\u2012\u2010\u2011\u2212": r"(?:(?<=\s)@(?=\s)|(?<=[A-Za-z]{3})@(?=[A-Za-z]{3}|\n)|(?<=[\d)%\"'\u201d])@(?=[A-Za-z0-9($\"'\u201c\n])|(?<=[A-Za-z])@(?=[\d(\n]))",
    "\u00b0\u00ba": r"(?<=[\d\s])@(?=[\sCF.,;:)/-]|$)",
    "\u00b1\u00d7\u00f7\u2264\u2265\u2248\u2260": r"(?:(?<=[\d\s(])@(?=[\d\s.])|(?<=\s)@(?=\s))",
    "\u2190\u2192\u2191\u2193\u2194": r"(?:(?<=[\s(])@(?=[\sA-Za-z\d])|(?<=\d)@(?=[\d\s]))",
    "\u00bd\u00bc\u00be": r"(?:^|(?<=[\d\s(-]))@(?=[\s.,;:)-]|$)",
    "\u00ae\u2122\u00a9": r"(?:(?<=[A-Za-z]{3})|(?<=[\d\s(]))@(?![A-Za-z])",
    "\u00a7": r"(?:^|(?<=[\s(\u00a7]))@(?=[\s\d\u00a7])",
    "\u2026": r"@(?=[\s\"'\u201d)\]]|$)",
    "\u2022\u00b7\u25cf\u25aa\u2713\u2714\u2610\u2611\u2612\u25a1\uf0b7\uf0a7": r"(?:^|(?<=\s))@(?=\s)",
    "\u00b5\u03bc": r"(?<=[\d\s])@(?=[gmLl]|-o)",
    "\u00b2\u00b3": r"(?<=[mM])@(?![A-Za-z])",
    "\u03b1\u03b2\u03b3\u0394": r"@",
    "\u2588\u25a0": r"@",
    "\u00a0": r"@",
}
"""By signs: the pattern of one of them, "@", where it may stand."""
_PLAUSIBLE = {
    char: re.compile(pattern.replace("@", re.escape(char)))
    for chars, pattern in _SURROUNDINGS.items()
    for char in chars
}
"""By sign: where it may stand."""
_WORD = re.compile(r"[a-z]+")
_LETTERS = re.compile(r"[A-Za-z]+")
_LETTERS_BEFORE = re.compile(r"[A-Za-z]+\Z")
_LONGEST = 30
"""Letters of a word that are looked at on each side of a sign."""
_AFTER_NAME = re.compile(r"(?:\b[A-Z][A-Za-z-]+ ?|[)\d])[\u00ae\u2122\u00a9](?![A-Za-z])|\u00a9 ?\d{4}\b")
_BEFORE_ENTRY = re.compile(r"(?:^|\n|[:;.])\s{0,9}[\u2022\u00b7]|[\u2022\u00b7](?=\s{0,9}[A-Z\d(\"\u201c])")
_APOSTROPHE = re.compile(
    r"(?:(?<=[A-Za-z])\u2019(?:s|t|d|m|re|ve)?|\b(?:I|[Yy]ou|[SsTt]?[Hh]e|[Ii]t|[Ww]e|[Tt]hey|[Ww]ho|[Tt]hat|[Tt]here)\u2019ll|\b[A-Za-z]\u2019[A-Z][a-z]+)"
    r"(?![A-Za-z])"
)
_USUAL = {
    "\u2019": _APOSTROPHE,
    **dict.fromkeys("\u00ae\u2122\u00a9", _AFTER_NAME),
    **dict.fromkeys("\u2022\u00b7", _BEFORE_ENTRY),
}
"""How a sign stands in sound text: a trademark after a name, an apostrophe in few endings, a bullet before an entry."""
_HARD_SPACE = "\u00a0"
_RARE = 2
"""So few hard spaces are damage: a program writes many, or none."""
_INNER, _OUTER = 3, 4
"""Least letters that are left of a word with a sign in it: within it, or where they are no word of the text; at its edge."""
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_ACCENTED = re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00fc]+")
_ACCENTS = frozenset(
    "\u00e9\u00e8\u00ea\u00eb\u00e1\u00e0\u00e2\u00e4\u00e3\u00e5\u00ed\u00ec\u00ee\u00ef\u00f3\u00f2\u00f4\u00f6\u00f5\u00fa\u00f9\u00fb\u00fc\u00f1\u00e7"
)
_ACCENTED_WORDS = frozenset({
    "café", "cliché", "débridement", "déjà", "façade", "fiancé", "fiancée", "naïve", "née", "protégé", "résumé", "rôle",
    "à",
})  # fmt: skip
"""Common words that are printed with an accent; a name is known by its capital."""


def odd_characters(text: str, *, guessed: bool) -> list[Span]:
    """Places of characters that a letter does not print there, in order.

    `guessed`: the text's encoding was a guess, for its bytes are no UTF-8; any of its signs may then be a damaged byte.
    """
    inside = _SYMBOL.finditer(text) if any(map(text.__contains__, _SYMBOLS)) else ()
    odd = [Span(*found.span()) for found in inside]
    if text.isascii():
        return odd
    words = Counter(_WORD.findall(text.lower()) if guessed else ())
    hard = guessed and text.count(_HARD_SPACE) <= _RARE
    for found in _OTHER.finditer(text):
        at = found.start()
        if (
            not _plausible(text, at, guessed=guessed)
            or (hard and text[at] == _HARD_SPACE)
            or (guessed and (_not_so_printed(text, at) or _for_a_letter(text, at, words)))
        ):
            odd.append(Span(*found.span()))
    return sorted(odd)


def _not_so_printed(text: str, at: int) -> bool:
    """Whether a sign stands otherwise than in sound text, and so is more likely a damaged byte."""
    usual = _USUAL.get(text[at])
    if usual is None or (usual is _APOSTROPHE and not text[at - 1 : at].isalpha()):
        return False
    before = max(0, at - _LONGEST)
    return not any(found.start() <= at < found.end() for found in usual.finditer(text, before, at + _LONGEST))


def _for_a_letter(text: str, at: int, words: Counter[str]) -> bool:
    """Whether a letter in the sign's place makes a word that the text has elsewhere ("Med-cal" beside "Medical")."""
    left = _LETTERS_BEFORE.search(text, max(0, at - _LONGEST), at)
    right = _LETTERS.match(text, at + 1)
    before, after = left.group().lower() if left else "", right.group().lower() if right else ""
    inner = (before and after) or words[before + after] <= 1
    if len(before) + len(after) < (_INNER if inner else _OUTER):
        return False
    return any(f"{before}{letter}{after}" in words for letter in ascii_lowercase)


def _plausible(text: str, at: int, *, guessed: bool) -> bool:
    """Whether a character stands where a letter may print it; one with an accent, in a name or a word that has it."""
    char = text[at]
    pattern = _PLAUSIBLE.get(char)
    if pattern is not None:
        before = max(0, at - 1)
        return any(found.start() <= at < found.end() for found in pattern.finditer(text, before, at + 5))
    if guessed or char.lower() not in _ACCENTS:
        return False
    start, end = at, at + 1
    while start > 0 and _ACCENTED.match(text[start - 1]):
        start -= 1
    while end < len(text) and _ACCENTED.match(text[end]):
        end += 1
    word = text[start:end]
    # A name may be in capitals where an address or a greeting prints it otherwise.
    in_capitals = word.isupper() and word.capitalize() in text
    name = in_capitals or (word[0] in _CAPITALS and word[1:].islower())
    return word in _ACCENTED_WORDS or (len(word) > 3 and name)
