"""The vocabularies of services and drugs as phrases: what each name may mean, and the dosage forms."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from imr_parse import vocabulary
from imr_parse.interpret.services.words import Phrasebook, phrase_key
from imr_parse.number_words import SINGLE_NUMBER_WORDS

_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Service:
    """A row of services.tsv. `needs`: what must be printed beside its words for the row to hold."""

    name: str | None
    category: str
    subcategory: str | None
    kind: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drug:
    """A row of drugs.tsv."""

    name: str
    ingredients: tuple[str, ...]
    forms: tuple[str, ...]
    drug_class: str | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase may mean: services by what they need, or drugs, by brand or by name. `weak` only counts alone.

    `kinds` are those of the services; `numbered` where the phrase holds a number, which then counts nothing.
    """

    services: tuple[Service, ...] = ()
    drugs: tuple[Drug, ...] = ()
    is_brand: bool = False
    weak: bool = False
    kinds: frozenset[str] = frozenset()
    numbered: bool = False


@cache
def meanings() -> Phrasebook[Meaning]:
    """Services and drugs in one book, so that the longer phrase wins between them."""
    merged: dict[tuple[str, ...], Meaning] = {}
    numbers = frozenset(SINGLE_NUMBER_WORDS)

    def add(phrase: str, meaning: Meaning) -> None:
        key = phrase_key(phrase)
        before = merged.get(key)
        if not numbers.isdisjoint(key) or _FIGURE.search(phrase):
            meaning = replace(meaning, numbered=True)
        merged[key] = meaning if before is None else Meaning(
            before.services + meaning.services,
            before.drugs + meaning.drugs,
            before.is_brand and meaning.is_brand,
            before.weak and meaning.weak,
            before.kinds | meaning.kinds,
            meaning.numbered,
        )  # fmt: skip

    for row in vocabulary.rows("no-services"):
        add(row["words"], Meaning())
    for row in vocabulary.rows("services"):
        needs = vocabulary.several(row["needs"])
        service = Service(
            row["name"] or None, row["category"], row["subcategory"] or None, row["kind"], needs
        )
        for column in ("words", "only_alone"):
            meaning = Meaning((service,), weak=column == "only_alone", kinds=frozenset({service.kind}))
            for phrase in vocabulary.several(row[column]):
                add(phrase, meaning)
    for row, drug in zip(vocabulary.rows("drugs"), _drugs(), strict=True):
        brands = vocabulary.several(row["brands"])
        brand, plain = Meaning(drugs=(drug,), is_brand=True), Meaning(drugs=(drug,))
        for phrase in brands:
            add(phrase, brand)
        lowered = {phrase.lower() for phrase in brands}
        for phrase in (row["name"], *vocabulary.several(row["also"])):
            if phrase not in lowered:
                add(phrase, plain)
    return Phrasebook(merged.items())


@cache
def _drugs() -> tuple[Drug, ...]:
    return tuple(
        Drug(
            row["name"],
            vocabulary.several(row["ingredients"]),
            vocabulary.several(row["forms"]),
            row["class"] or None,
        )
        for row in vocabulary.rows("drugs")
    )


@cache
def drugs_by_ingredients() -> dict[frozenset[str], tuple[Drug, ...]]:
    """Drugs by the set of their ingredients: more than one where the class depends on the form."""
    found: dict[frozenset[str], tuple[Drug, ...]] = {}
    for drug in _drugs():
        parts = frozenset(drug.ingredients)
        found[parts] = (*found.get(parts, ()), drug)
    return found


@cache
def forms() -> Phrasebook[tuple[str, bool]]:
    """Dosage forms, and whether each is put on the skin."""
    return Phrasebook(
        (phrase_key(phrase), (row["form"], row["on_skin"] == "yes"))
        for row in vocabulary.rows("drug-forms")
        for phrase in vocabulary.several(row["words"])
    )
