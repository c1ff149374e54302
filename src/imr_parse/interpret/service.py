"""A treatment into the services it asks for. Pure: the words and the vocabularies, nothing else."""

import re
from dataclasses import replace

from imr_parse.interpret import (
    service_body,
    service_counts,
    service_drug,
    service_kin,
    service_marks,
    service_numbers,
    service_quantities,
    service_specialists,
    service_split,
    service_strength,
)
from imr_parse.interpret.meaning import MeaningDoubt, Severity
from imr_parse.interpret.service_model import BodyPart, Ingredient, ServiceReading, ServicesReading
from imr_parse.interpret.service_words import Service, Words, forms, meanings, words

__all__ = ["BodyPart", "Ingredient", "ServiceReading", "ServicesReading", "read_services"]

_SURGEON = re.compile(r"\b(?:neuro)?surge(?:on|ons|ry|ries)\b|\b(?:neuro)?surgical\b", re.IGNORECASE)
_SURGERY_PREFIX = re.compile(
    r"\b(?:associated\ssurgical|post-?\s?surgical|post-?\s?surgery)\b[^:]{0,20}:?", re.IGNORECASE
)
_SPINE = frozenset(
    {
        "cervical spine",
        "thoracic spine",
        "lumbar spine",
        "lumbosacral spine",
        "spine",
        "back",
        "neck",
        "sacrum",
    }
)

_TOGETHER = {frozenset({"EMG", "NCS"}): "EMG/NCS"}  # printed as one: "EMG (electromyography)/NCV (…)"
_DRUG_STRENGTH = re.compile(r"\d\s?(?:mg|mcg|%)(?!\w)", re.IGNORECASE)
_LIKE_AMOUNTS = (" g", " unit", " units", " iu", " i.u.", " i.u")
_ALONE = re.compile(r"\s*(\d{1,4})\s+")
"""A number straight before a drug's name counts it: "60 tramadol 50mg"."""
_NAME = re.compile(
    r"\b(?!(?:of|a|an|the|for|with|and|one|two|mg|mcg|ml|gm?|grams?|tab(?:let)?s?|cap(?:sule)?s?|patch(?:es)?|cream|gel|ointment|lotion|oral|topical|qty|quantity"
    r"|refills?|daily|day|supply|pain|retrospective)\b)[a-z]{3,}",
    re.IGNORECASE,
)
"""A word that may name a drug."""
_UNKNOWN = MeaningDoubt("unknown-service", (), "no vocabulary knows this service")
LONGEST = 4000  # characters; the longest seen has 200


def read_services(treatment: str) -> ServicesReading:
    """The services that a treatment asks for, and what in them is in doubt; at least one, whatever the words.

    Offsets count code points in `treatment`. Nothing raises: a service that no vocabulary knows has its words.
    """
    said = words(treatment if len(treatment) <= LONGEST else "")
    mentions = list(meanings().find(said))

    def placed(start: int, end: int) -> bool:
        inside = said.within(start, end)
        return bool(service_body.body_parts(inside) or service_body.levels(treatment[start:end]))

    found = service_split.items(treatment, mentions, placed) if mentions else []
    if not found:
        return _unknown(treatment, said)
    services: list[ServiceReading] = []
    doubts: list[MeaningDoubt] = []
    for item in found:
        reading, unsure = _reading(treatment, said, item)
        apart = service_kin.by_count(treatment, said, reading, item) or service_specialists.by_specialist(
            treatment, said, reading, item
        )
        for one in apart or (reading,):
            for doubt in unsure:
                doubts.append(replace(doubt, where=("services", len(services), *doubt.where)))
            services.append(one)
    if any(item.run_together for item in found):
        doubts.append(MeaningDoubt("run-together", ("services",), "two names of services stand side by side"))
    doubts += service_specialists.joined(services)
    doubts += service_kin.left_over(treatment, mentions, found)
    return ServicesReading(tuple(service_kin.shared(services, found)), tuple(doubts))


def _unknown(treatment: str, said: Words) -> ServicesReading:
    """A service that no vocabulary knows; a drug by its form or strength."""
    alone = service_split.Item([], None, 0, len(treatment))
    reading, _ = _reading(treatment if len(treatment) <= LONGEST else "", said, alone)
    form = next((phrase.value[0] for phrase in forms().find(said)), None)
    if said and (form or _DRUG_STRENGTH.search(treatment)):
        counts = service_counts.of_drug(service_numbers.plain(treatment), form)
        reading = reading._replace(
            category="Pharmaceuticals",
            form=form,
            quantity=counts.quantity,
            unit=counts.unit,
            duration_days=counts.days,
        )
    doubt = replace(_UNKNOWN, where=("services", 0))
    if form and not _NAME.search(treatment):
        doubt = MeaningDoubt("unnamed-drug", ("services", 0), "no drug is named", "note")
    return ServicesReading((reading._replace(text=treatment),), (doubt,))


def _reading(text: str, said: Words, item: service_split.Item) -> tuple[ServiceReading, list[MeaningDoubt]]:
    """The reading of one item, and what in it is in doubt, `where` from the service on."""
    start, end = item.start, item.end
    own, inside = text[start:end], said.within(start, end)
    plain = _plain(text, item)
    parts, levels = service_body.body_parts(inside), service_body.levels(own)
    product = service_drug.product(text, inside, item.drug, start, end) if item.drug else None
    service = None if product else _service(item, parts, levels, plain, own)
    if product and item.drug:
        counts = service_counts.of_drug(_counted(plain, product), product.form)
        if counts.quantity is None and (alone := _ALONE.fullmatch(text, start, item.drug.start)):
            counts = counts._replace(quantity=int(alone[1]))
    else:
        counts = service_counts.of_service(service.kind if service else "", plain)
    if service and levels and _no_levels(service, item):
        levels = ()
    date, date_unsure = service_marks.service_date(text)
    acquisition, acquisition_unsure = service_marks.acquisition(own)
    reading = ServiceReading(
        text=own,
        name=product.name if product else service.name if service else None,
        category="Pharmaceuticals" if product else service.category if service else None,
        subcategory=service_drug.COMPOUNDS
        if product and product.compounded
        else service.subcategory
        if service
        else None,
        drug_class=product.drug_class if product else None,
        brand=product.brand if product else None,
        ingredients=product.ingredients if product else (),
        form=product.form if product else None,
        quantity=counts.quantity,
        unit=counts.unit,
        refills=service_quantities.refills(plain) if "refill" in plain or "rf" in plain else None,
        visits=counts.visits,
        visits_per_week=counts.per_week,
        weeks=counts.weeks,
        acquisition=acquisition,
        duration_days=counts.days,
        contrast=None if product else service_marks.contrast(own),
        body_parts=parts,
        levels=levels,
        retrospective=service_marks.retrospective(text),
        service_date=date,
        surgical=service_marks.surgical(own, text),
        start=start,
        end=end,
    )
    unsure = []
    if date_unsure:
        message = "more than one date, or none of the calendar"
        unsure.append(MeaningDoubt("doubtful-date", ("service_date",), message, date_unsure))
    if acquisition_unsure:
        message = "both purchase and rental are printed"
        unsure.append(MeaningDoubt("doubtful-acquisition", ("acquisition",), message, acquisition_unsure))
    if counts.two:
        unsure.append(MeaningDoubt("doubtful-quantity", ("quantity",), "more than one quantity is printed"))
    if product and product.unclear:
        message = "the words do not say which part of the drug has which strength"
        unsure.append(MeaningDoubt("doubtful-strength", ("ingredients",), message))
    if counts.product:
        message = "a product of two numbers of which the words say no more"
        unsure.append(MeaningDoubt("doubtful-visits", ("visits",), message, "note"))
    if item.phrases and service is None:
        unsure.append(_UNKNOWN)
    if product and not product.sure:
        message = "a part of this drug is in no vocabulary"
        severity: Severity = "note" if product.compounded else "warning"
        unsure += [
            MeaningDoubt("unknown-drug", (name,), message, severity) for name in ("name", "ingredients")
        ]
    return reading, unsure


def _no_levels(service: Service, item: service_split.Item) -> bool:
    """Whether what looks like a level is none: "T3" of a laboratory is a hormone, "BiOM T2" a device."""
    named = any(phrase.value.numbered for phrase in item.phrases)
    return service.subcategory == "Lab & Pathology" or (service.category == "DMEPOS" and named)


def _plain(text: str, item: service_split.Item) -> str:
    """The item's plain words. A number inside a name counts nothing: "Tylenol #3", "OrthoStim 4", "12 panel screen"."""
    at, said = item.start, ""
    for name in item.drug.mentions if item.drug else item.phrases:
        if name.value.numbered:
            said += f"{text[at : name.start]} | "
            at = name.end
    return service_numbers.plain(said + text[at : item.end])


def _counted(plain: str, product: service_drug.Product) -> str:
    """The plain words of a drug without a strength that looks like an amount: "2000 units" of a vitamin, "1 gm"."""
    for one in product.ingredients:
        if one.strength and one.strength.endswith(_LIKE_AMOUNTS):
            strength = service_strength.GRAMS if one.strength.endswith(" g") else service_strength.ACTIVITY
            plain = strength.sub(" ", plain, count=1)
    return plain


def _service(
    item: service_split.Item, parts: tuple[BodyPart, ...], levels: tuple[str, ...], plain: str, own: str
) -> Service | None:
    """The service that the item's names mean, by what is printed beside them."""
    candidates = item.services
    if not any(service.needs for service in candidates):
        return _named(candidates)
    printed = {part.part for part in parts if part.part}
    if levels or printed & _SPINE:
        printed.add("spine")
    if service_numbers.schedule(plain).visits is not None:
        printed.add("visits")
    if _SURGEON.search(_SURGERY_PREFIX.sub("", own)):
        printed.add("surgeon")
    met = []
    for phrase in item.phrases:
        fitting = [one for one in phrase.value.services if not one.needs or printed & set(one.needs)]
        met += sorted(fitting, key=lambda one: not one.needs)[:1]
    return _named(met)


def _named(services: list[Service]) -> Service | None:
    """The first service, or one of its kind that has a name: "microdiscectomy and laminectomy"."""
    names = {one.name for one in services}
    for parts, whole in _TOGETHER.items():
        if parts <= names:
            return replace(services[0], name=whole)
    first = services[0] if services else None
    if first is None or first.name:
        return first
    return next((one for one in services if one.name and one.kind == first.kind), first)
