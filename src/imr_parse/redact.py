"""A record without what names a person: `--redact`. docs/privacy.md tells what this covers and what it does not."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

from imr_parse import vocabulary
from imr_parse.record import STANDARD_INPUT, Determination
from imr_parse.redact_dates import REDACTED, dates_as_years

_KEPT = frozenset({
    "schema_version", "source", "layout", "case_number", "consolidated_case_numbers", "priority", "outcome",
    "stated_outcome", "system", "basis", "sex", "side", "acquisition", "contrast", "surgical", "category",
    "subcategory", "drug_class", "levels", "pages", "code", "severity", "path",
})  # fmt: skip
"""Keys whose strings are no prose: numbers of cases, closed lists, places in the record and in a guideline."""
_HIDDEN_PATH = re.compile(r"sha256:[0-9a-f]{64}")
_SHORTEST = 3
"""Least letters of a part of a name that is looked for; shorter ones are initials and degrees."""

_COMMON_WORDS = {
    "body-parts": ("part", "words"),
    "common-words": ("word",),
    "drug-forms": ("form", "words"),
    "drugs": ("name", "brands"),
    "mtus-sections": ("guideline", "section"),
    "occupation-words": ("word",),
    "odg-topics": ("topic",),
    "services": ("name", "words"),
    "specialties": ("specialty",),
    "states": ("state",),
}
"""By vocabulary, its columns of words that letters use without meaning a person."""
_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TITLE = r"\b(?:mr|mrs|ms|miss|dr|doctor|patient|applicant)\b\.?\s{0,3}"


def redacted(record: Determination) -> Determination:
    """The same record without names of the parties, with years for dates, its path hashed and without evidence.

    A date becomes the first of January of its year, so that the record stays valid by its schema.
    """
    plain = record.model_dump(exclude={"parties", "evidence"})
    clean = _walk(plain, _scrubber(record))
    clean["parties"] = dict.fromkeys(type(record.parties).model_fields)
    clean["evidence"] = ()
    clean["source"]["path"] = hidden_path(record.source.path)
    return Determination.model_validate(clean)


def hidden_path(path: str) -> str:
    """What stands in place of a path: `sha256:` and the hash of its UTF-8 bytes. Standard input stays `-`."""
    if path == STANDARD_INPUT:
        return path
    return f"sha256:{hashlib.sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()}"


def is_hidden(path: str) -> bool | None:
    """Whether a record's path was hidden; None where it does not tell."""
    return None if path == STANDARD_INPUT else _HIDDEN_PATH.fullmatch(path) is not None


def _walk(node: Any, scrub: Callable[[str], str]) -> Any:
    match node:
        case str():
            return scrub(node)
        case date():
            return date(node.year, 1, 1)
        case dict():
            return {key: value if key in _KEPT else _walk(value, scrub) for key, value in node.items()}
        case list() | tuple():
            return [_walk(value, scrub) for value in node]
        case _:
            return node


def _scrubber(record: Determination) -> Callable[[str], str]:
    """What takes the parties' strings and the days of dates out of a text."""
    parties = record.parties
    people = [name for name in (parties.employee, parties.provider) if name]
    names = [*people, *filter(None, [parties.claims_administrator])]
    spellings = [spelling for name in names for spelling in _orders(name)]
    numbers = [parties.claim_number] if parties.claim_number else []
    whole = sorted({*map(_spelled, spellings), *map(_numbered, numbers)} - {""}, key=len, reverse=True)
    parts = {part for name in names for part in _parts(name)}
    rare = sorted({re.escape(part) for part in parts if part not in _common()}, key=len, reverse=True)
    plain = sorted({re.escape(part) for name in people for part in _parts(name)} - set(rare))
    patterns = [_between(whole), _between(rare)]
    if plain:
        patterns.append(f"(?P<title>{_TITLE})(?:{'|'.join(plain)})(?!\\w)")
    wanted = "|".join(filter(None, patterns))
    if not wanted:
        return dates_as_years
    pattern = re.compile(wanted, re.IGNORECASE)

    def scrub(text: str) -> str:
        return dates_as_years(
            pattern.sub(lambda match: f"{match.groupdict().get('title') or ''}{REDACTED}", text)
        )

    return scrub


def _between(alternatives: list[str]) -> str:
    """These patterns on word borders."""
    return rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)" if alternatives else ""


def _orders(name: str) -> Iterator[str]:
    """A name as printed, without what a comma parts from it, and with its last word before or after the others."""
    head, *after = (part.strip() for part in name.split(","))
    yield name
    *first, last = head.split() or [""]
    if first:
        yield head
        yield f"{last}, {' '.join(first)}"
    elif after:
        yield f"{after[0]} {head}"


def _spelled(name: str) -> str:
    """The pattern of a whole name, however it is spaced."""
    return r"\s{1,3}".join(map(re.escape, name.split()))


def _numbered(number: str) -> str:
    """The pattern of a claim number, with or without its dashes and spaces."""
    return r"[\s./-]{0,3}".join(map(re.escape, re.findall(r"\w+", number)))


def _parts(name: str) -> Iterator[str]:
    """The words of a name, and the members of a hyphenated one, in lower case."""
    for word in _LETTERS.findall(name):
        for part in {word, *re.split(r"['’-]", word)}:
            if len(part) >= _SHORTEST:
                yield part.lower()


@cache
def _common() -> frozenset[str]:
    """Words, in lower case, that are common in letters."""
    return frozenset(
        word.lower()
        for name, columns in _COMMON_WORDS.items()
        for row in vocabulary.rows(name)
        for column in columns
        for word in _LETTERS.findall(row[column])
    )
