"""A treatment into the services it asks for. Pure: the words and the vocabularies, nothing else."""

import re
from collections.abc import Iterator
from dataclasses import replace

from imr_parse.interpret import service_body, service_drug, service_marks, service_numbers, service_split
from imr_parse.interpret.meaning import MeaningDoubt
from imr_parse.interpret.service_model import BodyPart, Ingredient, ServiceReading, ServicesReading
from imr_parse.interpret.service_words import Service, Word, meanings, words

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
_SCHEDULED = frozenset({"therapy", "visit", "care", "program"})
_LASTING = frozenset({"equipment", "program", "care", "supply"})
_AND = re.compile(r"\s(?:and|plus)\s|;\s?", re.IGNORECASE)
_HARMLESS = re.compile(
    r"\b(?:without|with|strength|flexibility|treat(?:ment)?|supplies|safety|pain|function|demonstrate|home|back|from)\b",
    re.IGNORECASE,
)


def read_services(treatment: str) -> ServicesReading:
    """The services that a treatment asks for, and what in them is in doubt; at least one, whatever the words.

    Offsets count code points in `treatment`. Nothing raises: a service that no vocabulary knows has its words.
    """
    said = words(treatment)
    mentions = list(meanings().find(said))
    found = service_split.items(treatment, mentions) if mentions else []
    if not found:
        alone = service_split.Item([], None, 0, len(treatment))
        reading, _ = _reading(treatment, said, alone)
        doubt = MeaningDoubt("unknown-service", ("services", 0), "no vocabulary knows this service")
        return ServicesReading((reading,), (doubt,))
    services: list[ServiceReading] = []
    doubts: list[MeaningDoubt] = []
    for item in found:
        reading, unsure = _reading(treatment, said, item)
        for one in _by_count(treatment, said, reading, item) or (reading,):
            doubts += (
                MeaningDoubt(code, ("services", len(services), *where), text) for code, where, text in unsure
            )
            services.append(one)
    doubts += _left_over(treatment, found)
    return ServicesReading(tuple(_shared(services, found)), tuple(doubts))


Unsure = tuple[str, tuple[str | int, ...], str]


def _reading(text: str, said: list[Word], item: service_split.Item) -> tuple[ServiceReading, list[Unsure]]:
    start, end = item.start, item.end
    own = text[start:end]
    own_words = (
        said if (start, end) == (0, len(text)) else [word for word in said if start <= word.start < end]
    )
    plain = service_numbers.plain(own)
    parts, levels = service_body.body_parts(own_words), service_body.levels(own)
    date, date_unsure = service_marks.service_date(text)
    blank = ServiceReading(
        text=own, name=None, category=None, subcategory=None, drug_class=None, brand=None, ingredients=(), form=None,
        quantity=None, unit=None, refills=service_numbers.refills(plain), visits=None, visits_per_week=None, weeks=None,
        acquisition=service_marks.acquisition(own), duration_days=None, contrast=service_marks.contrast(own),
        body_parts=parts, levels=levels, retrospective=service_marks.retrospective(text), service_date=date,
        surgical=service_marks.surgical(own, text), start=start, end=end,
    )  # fmt: skip
    unsure: list[Unsure] = (
        [("doubtful-date", ("service_date",), "more than one date, or none of the calendar")]
        if date_unsure
        else []
    )
    if item.drug:
        return _drug(blank, text, said, plain, item.drug, unsure)
    service = _service(item, parts, levels, plain, own)
    if service is None:
        return blank, unsure
    blank = replace(blank, name=service.name, category=service.category, subcategory=service.subcategory)
    if service.kind == "drug":
        return replace(blank, quantity=service_numbers.marked(plain)), unsure
    return _numbers(blank, service.kind, plain, unsure, item.phrases[0].start - start if item.phrases else 0)


def _service(
    item: service_split.Item, parts: tuple[BodyPart, ...], levels: tuple[str, ...], plain: str, own: str
) -> Service | None:
    """The first service whose needs are met; a name given beats none."""
    printed = {part.part for part in parts if part.part}
    if levels or printed & _SPINE:
        printed.add("spine")
    schedule = service_numbers.schedule(plain)
    if schedule.visits is not None:
        printed.add("visits")
    if _SURGEON.search(_SURGERY_PREFIX.sub("", own)):
        printed.add("surgeon")
    for phrase in item.phrases:
        met = [
            service for service in phrase.value.services if not service.needs or printed & set(service.needs)
        ]
        met.sort(key=lambda service: not service.needs)
        if met and (met[0].name or phrase is item.phrases[-1]):
            return met[0]
    return next((service for service in item.services if not service.needs), None)


def _numbers(
    reading: ServiceReading, kind: str, plain: str, unsure: list[Unsure], named_at: int
) -> tuple[ServiceReading, list[Unsure]]:
    lasting = kind in _LASTING
    if kind not in _SCHEDULED:
        amount = service_numbers.amount(plain) if kind in ("equipment", "supply") else None
        marked = service_numbers.count(plain)
        days = service_numbers.days(plain, weeks_and_months=lasting)
        quantity, unit = (marked, None) if marked is not None or amount is None else amount
        return replace(reading, quantity=quantity, unit=unit, duration_days=days), unsure
    schedule = service_numbers.schedule(plain)
    visits, weeks = schedule.visits, schedule.weeks
    if visits is None and not schedule.range and kind != "program":
        visits = service_numbers.leading(plain)
    days = None
    if kind == "program" and schedule.per_week is None:
        weeks = None
        days = service_numbers.days(plain, weeks_and_months=True)
    elif weeks is None:
        days = service_numbers.days(plain, weeks_and_months=kind == "care")
    return replace(
        reading, visits=visits, visits_per_week=schedule.per_week, weeks=weeks, duration_days=days
    ), unsure


def _drug(
    reading: ServiceReading,
    text: str,
    said: list[Word],
    plain: str,
    group: service_drug.Group,
    unsure: list[Unsure],
) -> tuple[ServiceReading, list[Unsure]]:
    product = service_drug.product(text, said, group, reading.start, reading.end)
    spared = (
        text[reading.start : group.start] + " | " + text[group.end : reading.end]
        if "#" in text[group.start : group.end]
        else None
    )
    plain = service_numbers.plain(spared) if spared else plain
    quantity: int | float | None = service_numbers.marked(plain)
    unit = None
    if quantity is None and (amount := service_numbers.amount(plain)):
        quantity, unit = amount
    if quantity is None:
        quantity = service_numbers.doses(plain)
    months = service_numbers.months(plain)
    if quantity is None and months is not None:
        quantity, unit = months, "month"
    if not product.sure:
        message = "a part of this drug is in no vocabulary"
        unsure = [*unsure, *(("unknown-drug", (name,), message) for name in ("name", "ingredients"))]
    return (
        replace(
            reading,
            name=product.name,
            category="Pharmaceuticals",
            subcategory="Topical Compounds" if product.compounded else None,
            drug_class=product.drug_class,
            brand=product.brand,
            ingredients=product.ingredients,
            form=product.form,
            quantity=quantity,
            unit=unit,
            duration_days=None if unit == "month" else service_numbers.days(plain, weeks_and_months=False),
        ),
        unsure,
    )


def _by_count(
    text: str, said: list[Word], reading: ServiceReading, item: service_split.Item
) -> tuple[ServiceReading, ...] | None:
    """Two readings where one therapy is asked for twice, each with its own visits and part."""
    if item.drug or "therapy" not in item.kinds:
        return None
    for joint in _AND.finditer(text, reading.start, reading.end):
        halves = ((reading.start, joint.start()), (joint.end(), reading.end))
        counts = [service_numbers.schedule(service_numbers.plain(text[a:b])) for a, b in halves]
        parts = [service_body.body_parts([word for word in said if a <= word.start < b]) for a, b in halves]
        if all(count.visits is not None for count in counts) and all(parts):
            return tuple(
                replace(
                    reading, text=text[a:b], start=a, end=b, body_parts=part,
                    visits=count.visits, visits_per_week=count.per_week, weeks=count.weeks,
                )
                for (a, b), count, part in zip(halves, counts, parts, strict=True)
            )  # fmt: skip
    return None


def _shared(services: list[ServiceReading], found: list[service_split.Item]) -> list[ServiceReading]:
    """Give a bare name in a list the parts, levels and visits of its kin: "EMG and NCS of the left arm"."""
    if len(services) != len(found):
        return services
    for at in range(len(services) - 2, -1, -1):
        services[at] = _from_kin(services[at], services[at + 1], found[at], found[at + 1])
    for at in range(1, len(services)):
        services[at] = _from_kin(services[at], services[at - 1], found[at], found[at - 1])
    return services


def _from_kin(
    one: ServiceReading, kin: ServiceReading, item: service_split.Item, other: service_split.Item
) -> ServiceReading:
    bare = item.phrases and one.end - one.start <= item.phrases[-1].end - item.phrases[0].start + 4
    if not (
        bare
        and item.kinds & other.kinds & {"image", "therapy"}
        or one.subcategory == kin.subcategory == "EMG/NCV/NCS"
    ):
        return one
    if one.body_parts or one.levels:
        return one
    one = replace(one, body_parts=kin.body_parts, levels=kin.levels, contrast=one.contrast or kin.contrast)
    if bare and one.visits is None and "therapy" in item.kinds:
        one = replace(one, visits=kin.visits, visits_per_week=kin.visits_per_week, weeks=kin.weeks)
    return one


def _left_over(text: str, found: list[service_split.Item]) -> Iterator[MeaningDoubt]:
    """Doubt where words after an "and" are no part, no number and no name that is known: perhaps a further service."""
    named = [(p.start, p.end) for item in found for p in (item.drug.mentions if item.drug else item.phrases)]
    cuts = [0, *(cut for joint in _AND.finditer(text) for cut in (joint.start(), joint.end())), len(text)]
    for start, end in zip(cuts[::2], cuts[1::2], strict=True):
        chunk = text[start:end]
        if (
            any(start < b and a < end for a, b in named)
            or any(map(str.isdigit, service_numbers.plain(chunk)))
            or not chunk.strip(" .,")
        ):
            continue
        inside = words(chunk)
        if not service_body.body_parts(inside) and len(inside) > 1 and not _HARMLESS.search(chunk):
            yield MeaningDoubt(
                "unread-words", ("services",), 'words after an "and" name no service that is known'
            )
