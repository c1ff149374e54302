"""A treatment into the services it asks for. Pure: the words and the vocabularies, nothing else."""

import re
from dataclasses import replace

from imr_parse.interpret.meaning import MeaningDoubt
from imr_parse.interpret.services import (
    body,
    counts,
    kin,
    misprints,
    numbers,
    specialists,
    split,
    units,
)
from imr_parse.interpret.services.model import BodyPart, Ingredient, ServiceReading, ServicesReading
from imr_parse.interpret.services.names import forms, meanings
from imr_parse.interpret.services.one import UNKNOWN, read_one
from imr_parse.interpret.services.words import Words, words

__all__ = ["BodyPart", "Ingredient", "ServiceReading", "ServicesReading", "read_services"]


_DRUG_STRENGTH = re.compile(r"\d\s?(?:mg|mcg|%)(?!\w)", re.IGNORECASE)
_NAME = re.compile(
    r"\b(?!(?:of|a|an|the|for|with|and|one|two|mg|mcg|ml|gm?|grams?|tab(?:let)?s?|cap(?:sule)?s?|patch(?:es)?|cream|gel|ointment|lotion|oral|topical|qty|quantity"
    r"|refills?|daily|day|supply|pain|retrospective)\b)[a-z]{3,}",
    re.IGNORECASE,
)
"""A word that may name a drug."""
LONGEST = 4000  # characters; the longest seen has 200


def read_services(treatment: str) -> ServicesReading:
    """The services that a treatment asks for, and what in them is in doubt; at least one, whatever the words.

    Offsets count code points in `treatment`. Nothing raises: a service that no vocabulary knows has its words.
    """
    text = units.short(treatment) if len(treatment) <= LONGEST else treatment
    said, misprinted = misprints.mended(words(text if len(text) <= LONGEST else ""))
    mentions = list(meanings().find(said))

    def placed(start: int, end: int) -> bool:
        inside = said.within(start, end)
        return bool(body.body_parts(inside) or body.levels(text[start:end]))

    found = split.items(text, mentions, placed) if mentions else []
    if not found:
        return _as_printed(_unknown(text, said), treatment)
    services: list[ServiceReading] = []
    doubts: list[MeaningDoubt] = []
    for item in found:
        reading, unsure = read_one(text, said, item)
        apart = kin.by_count(text, said, reading, item) or specialists.by_specialist(
            text, said, reading, item
        )
        for one in apart or (reading,):
            for doubt in unsure:
                doubts.append(replace(doubt, where=("services", len(services), *doubt.where)))
            services.append(one)
    if any(item.run_together for item in found):
        doubts.append(MeaningDoubt("run-together", ("services",), "two names of services stand side by side"))
    doubts += specialists.joined(services)
    doubts += kin.left_over(text, mentions, found)
    doubts += kin.misprinted(text, misprinted, mentions, services)
    return _as_printed(ServicesReading(tuple(kin.shared(services, found)), tuple(doubts)), treatment)


def _as_printed(reading: ServicesReading, treatment: str) -> ServicesReading:
    """The reading with the words that are printed: units were made short."""
    if all(one.text == treatment[one.start : one.end] for one in reading.services):
        return reading
    printed = tuple(one._replace(text=treatment[one.start : one.end]) for one in reading.services)
    return reading._replace(services=printed)


def _unknown(treatment: str, said: Words) -> ServicesReading:
    """A service that no vocabulary knows; a drug by its form or strength."""
    alone = split.Item([], None, 0, len(treatment))
    reading, _ = read_one(treatment if len(treatment) <= LONGEST else "", said, alone)
    form = next((phrase.value[0] for phrase in forms().find(said)), None)
    if said and (form or _DRUG_STRENGTH.search(treatment)):
        counted = counts.of_drug(numbers.plain(treatment), form)
        reading = reading._replace(
            category="Pharmaceuticals",
            form=form,
            quantity=counted.quantity,
            unit=counted.unit,
            duration_days=counted.days,
        )
    doubt = replace(UNKNOWN, where=("services", 0))
    if form and not _NAME.search(treatment):
        doubt = MeaningDoubt("unnamed-drug", ("services", 0), "no drug is named", "note")
    return ServicesReading((reading._replace(text=treatment),), (doubt,))
