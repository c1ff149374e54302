"""A treatment into the services it asks for. Pure: the words and the vocabularies, nothing else."""

import re
from dataclasses import replace

from imr_parse.interpret.meaning import MeaningDoubt, Severity
from imr_parse.interpret.services import (
    body,
    choice,
    counts,
    dates,
    drug,
    kin,
    marks,
    misprints,
    numbers,
    quantities,
    row,
    specialists,
    split,
    strength,
    units,
    unknown,
)
from imr_parse.interpret.services.model import BodyPart, Ingredient, ServiceReading, ServicesReading
from imr_parse.interpret.services.names import Service, forms, meanings
from imr_parse.interpret.services.words import Words, words

__all__ = ["BodyPart", "Ingredient", "ServiceReading", "ServicesReading", "read_services"]


_DRUG_STRENGTH = re.compile(r"\d\s?(?:mg|mcg|%)(?!\w)", re.IGNORECASE)
_LIKE_AMOUNTS = (" g", " unit", " units", " iu", " i.u.", " i.u")
_ALONE = re.compile(
    r"\s*(?:(?:retro(?:spective)?(?:ly)?|request(?:ed)?|review|prescription|purchase|usage|use|rx|for|of)\b[\s:-]*){0,5}(\d{1,4})\s+",
    re.IGNORECASE,
)
"""A number straight before a drug's name counts it: "60 tramadol 50mg", "Retrospective request for 60 tramadol"."""
_STAY = re.compile(r"\b(?:inpatient|in-patient|hospital|stay|los|overnight)\b")
"""Beside an operation its days are those of a stay."""
_NAME = re.compile(
    r"\b(?!(?:of|a|an|the|for|with|and|one|two|mg|mcg|ml|gm?|grams?|tab(?:let)?s?|cap(?:sule)?s?|patch(?:es)?|cream|gel|ointment|lotion|oral|topical|qty|quantity"
    r"|refills?|daily|day|supply|pain|retrospective)\b)[a-z]{3,}",
    re.IGNORECASE,
)
"""A word that may name a drug."""
_UNKNOWN = MeaningDoubt("unknown-service", (), "no vocabulary knows this service")
MOST_REFILLS = 12
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
        reading, unsure = _reading(text, said, item)
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
    reading, _ = _reading(treatment if len(treatment) <= LONGEST else "", said, alone)
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
    doubt = replace(_UNKNOWN, where=("services", 0))
    if form and not _NAME.search(treatment):
        doubt = MeaningDoubt("unnamed-drug", ("services", 0), "no drug is named", "note")
    return ServicesReading((reading._replace(text=treatment),), (doubt,))


def _reading(text: str, said: Words, item: split.Item) -> tuple[ServiceReading, list[MeaningDoubt]]:
    """The reading of one item, and what in it is in doubt, `where` from the service on."""
    start, end = item.start, item.end
    own, inside = text[start:end], said.within(start, end)
    plain = _plain(text, item)
    parts, levels = body.body_parts(inside), body.levels(own)
    form = None
    product = drug.product(text, inside, item.drug, start, end) if item.drug else None
    service = None if product else choice.service(item, parts, levels, plain, own)
    if product and item.drug:
        form = product.form
        counted = counts.of_drug(_counted(plain, product), product.form)
        if counted.quantity is None and (alone := _ALONE.fullmatch(text, start, item.drug.start)):
            counted = counted._replace(quantity=int(alone[1]))
    elif service and service.kind == "drug":
        form = row.printed_form(inside, start, end)[0]
        counted = counts.of_drug(plain, form)
    else:
        counted = counts.of_service(service.kind if service else "", plain)
    stays = bool(service and service.kind == "surgery" and counted.days and _STAY.search(plain))
    if stays:
        counted = counted._replace(days=None)
    if service and levels and _no_levels(service, item):
        levels = ()
    named = item.phrases[0].start if service and service.kind == "surgery" and item.phrases else None
    date, date_unsure = dates.service_date(text)
    acquisition, acquisition_unsure = marks.acquisition(own)
    reading = ServiceReading(
        text=own,
        name=product.name if product else service.name if service else None,
        category="Pharmaceuticals" if product else service.category if service else None,
        subcategory=drug.COMPOUNDS
        if product and product.compounded
        else service.subcategory
        if service
        else None,
        drug_class=product.drug_class if product else None,
        brand=product.brand if product else None,
        ingredients=product.ingredients if product else (),
        form=form,
        quantity=counted.quantity,
        unit=counted.unit,
        refills=quantities.refills(plain),
        visits=counted.visits,
        visits_per_week=counted.per_week,
        weeks=counted.weeks,
        acquisition=acquisition,
        duration_days=counted.days,
        contrast=marks.contrast(own) if service and service.kind == "image" else None,
        body_parts=parts,
        levels=levels,
        retrospective=marks.retrospective(text),
        service_date=date,
        surgical=marks.surgical(text, start, end, named),
        start=start,
        end=end,
    )
    unsure = []
    if date_unsure:
        message = "more than one date, or none of the calendar, or only a part of one"
        unsure.append(MeaningDoubt("doubtful-date", ("service_date",), message, date_unsure))
    if acquisition_unsure:
        message = "both purchase and rental are printed"
        unsure.append(MeaningDoubt("doubtful-acquisition", ("acquisition",), message, acquisition_unsure))
    if stays:
        message = "a stay that is asked for with an operation has no service of its own"
        unsure.append(MeaningDoubt("swallowed-stay", ("duration_days",), message))
    if counted.two:
        unsure.append(MeaningDoubt("doubtful-quantity", ("quantity",), "more than one quantity is printed"))
    if product and product.unclear:
        message = "the words do not say which strength the drug or each of its parts has"
        unsure.append(MeaningDoubt("doubtful-strength", ("ingredients",), message))
    if product and product.bare and counted.quantity is None:
        message = "a bare number may be the quantity"
        unsure.append(MeaningDoubt("doubtful-quantity", ("quantity",), message))
    if (reading.refills or 0) > MOST_REFILLS:
        unsure.append(
            MeaningDoubt(
                "doubtful-refills", ("refills",), "the number beside the refills may be that of pieces"
            )
        )
    if counted.product:
        message = "a product of two numbers of which the words say no more"
        unsure.append(MeaningDoubt("doubtful-visits", ("visits",), message, "note"))
    if item.phrases and service is None:
        unsure.append(_UNKNOWN)
    if service and service.kind == "drug" and unknown.has_unknown_name(text, item.phrases[0]):
        unsure.append(MeaningDoubt("unknown-drug", (), "the words before the form are in no vocabulary"))
    if product and not product.sure:
        message = "a part of this drug is in no vocabulary"
        severity: Severity = "note" if product.listed else "warning"
        unsure += [
            MeaningDoubt("unknown-drug", (name,), message, severity) for name in ("name", "ingredients")
        ]
    return reading, unsure


def _no_levels(service: Service, item: split.Item) -> bool:
    """Whether what looks like a level is none: "T3" of a laboratory is a hormone, "BiOM T2" a device."""
    named = any(phrase.value.numbered for phrase in item.phrases)
    return service.subcategory == "Lab & Pathology" or (service.category == "DMEPOS" and named)


def _plain(text: str, item: split.Item) -> str:
    """The item's plain words. A number inside a name counts nothing: "Tylenol #3", "OrthoStim 4", "12 panel screen"."""
    at, said = item.start, ""
    for name in item.drug.mentions if item.drug else item.phrases:
        if name.value.numbered:
            said += f"{text[at : name.start]} | "
            at = name.end
    return numbers.plain(said + text[at : item.end])


def _counted(plain: str, product: drug.Product) -> str:
    """The plain words of a drug without a strength that looks like an amount: "2000 units" of a vitamin, "1 gm"."""
    for one in product.ingredients:
        if one.strength and one.strength.endswith(_LIKE_AMOUNTS):
            pattern = strength.GRAMS if one.strength.endswith(" g") else strength.ACTIVITY
            plain = pattern.sub(" ", plain, count=1)
    return plain
