"""One service of a treatment, read from the words that name it and those beside them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from imr_parse.interpret.meaning import MeaningDoubt, Severity
from imr_parse.interpret.services import (
    body,
    choice,
    counts,
    dates,
    marks,
    numbers,
    quantities,
    row,
    split,
    strength,
    unknown,
)
from imr_parse.interpret.services.drug import Group
from imr_parse.interpret.services.model import ServiceReading
from imr_parse.interpret.services.names import Service
from imr_parse.interpret.services.product import COMPOUNDS, Product, product
from imr_parse.interpret.services.words import Words

_LIKE_AMOUNTS = (" g", " unit", " units", " iu", " i.u.", " i.u")
_ALONE = re.compile(
    r"\s*(?:(?:retro(?:spective)?(?:ly)?|request(?:ed)?|review|prescription|purchase|usage|use|rx|for|of)\b[\s:-]*){0,5}(\d{1,4})\s+",
    re.IGNORECASE,
)
"""A number straight before a drug's name counts it: "60 tramadol 50mg", "Retrospective request for 60 tramadol"."""
_STAY = re.compile(r"\b(?:inpatient|in-patient|hospital|stay|los|overnight)\b")
"""Beside an operation its days are those of a stay."""
MOST_REFILLS = 12
UNKNOWN = MeaningDoubt("unknown-service", (), "no vocabulary knows this service")
_DATES = "more than one date, or none of the calendar, or only a part of one"
_BOTH = "both purchase and rental are printed"
_STAYS = "a stay that is asked for with an operation has no service of its own"
_STRENGTHS = "the words do not say which strength the drug or each of its parts has"
_REFILLS = "the number beside the refills may be that of pieces"
_PRODUCT = "a product of two numbers of which the words say no more"


class _What(NamedTuple):
    """What an item asks for, and how much of it: a product of drugs, a service of the vocabulary, or neither."""

    product: Product | None
    service: Service | None
    form: str | None
    counted: counts.Counts
    stays: bool = False
    """Whether the days beside an operation are those of a stay, which has no service of its own."""


def read_one(text: str, said: Words, item: split.Item) -> tuple[ServiceReading, list[MeaningDoubt]]:
    """The reading of one item of a treatment, and what in it is in doubt, `where` from the service on."""
    start, end = item.start, item.end
    own, inside = text[start:end], said.within(start, end)
    plain = _plain(text, item)
    parts, levels = body.body_parts(inside), body.levels(own)
    if item.drug:
        what = _drug(text, inside, item, item.drug, plain)
    else:
        what = _service(choice.service(item, parts, levels, plain, own), inside, item, plain)
    drug, service, counted = what.product, what.service, what.counted
    operation = service is not None and service.kind == "surgery" and bool(item.phrases)
    date, date_doubt = dates.service_date(text)
    acquisition, acquisition_doubt = marks.acquisition(own)
    reading = ServiceReading(
        text=own,
        name=drug.name if drug else service.name if service else None,
        category="Pharmaceuticals" if drug else service.category if service else None,
        subcategory=_subcategory(drug, service),
        drug_class=drug.drug_class if drug else None,
        brand=drug.brand if drug else None,
        ingredients=drug.ingredients if drug else (),
        form=what.form,
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
        levels=() if service and levels and _no_levels(service, item) else levels,
        retrospective=marks.retrospective(text),
        service_date=date,
        surgical=marks.surgical(text, start, end, item.phrases[0].start if operation else None),
        start=start,
        end=end,
    )
    doubts = [*_of_numbers(what, reading, date_doubt, acquisition_doubt), *_of_name(text, item, what)]
    return reading, doubts


def _subcategory(drug: Product | None, service: Service | None) -> str | None:
    if drug:
        return COMPOUNDS if drug.compounded else None
    return service.subcategory if service else None


def _drug(text: str, inside: Words, item: split.Item, group: Group, plain: str) -> _What:
    drug = product(text, inside, group, item.start, item.end)
    counted = counts.of_drug(_without_strengths(plain, drug), drug.form)
    if counted.quantity is None and (alone := _ALONE.fullmatch(text, item.start, group.start)):
        counted = counted._replace(quantity=int(alone[1]))
    return _What(drug, None, drug.form, counted)


def _service(service: Service | None, inside: Words, item: split.Item, plain: str) -> _What:
    """`service`: None where no vocabulary has one that fits. A drug that is told by its form alone is one, too."""
    if service and service.kind == "drug":
        form = row.printed_form(inside, item.start, item.end)[0]
        return _What(None, service, form, counts.of_drug(plain, form))
    counted = counts.of_service(service.kind if service else "", plain)
    stays = bool(service and service.kind == "surgery" and counted.days and _STAY.search(plain))
    return _What(None, service, None, counted._replace(days=None) if stays else counted, stays)


def _of_numbers(
    what: _What, reading: ServiceReading, date: Severity | None, acquisition: Severity | None
) -> Iterator[MeaningDoubt]:
    """Doubts on what the words count; `date`, `acquisition`: how much in doubt those are."""
    drug, counted = what.product, what.counted
    bare = bool(drug and drug.bare and counted.quantity is None)
    rows: tuple[tuple[object, str, str, str, Severity], ...] = (
        (date, "doubtful-date", "service_date", _DATES, date or "note"),
        (acquisition, "doubtful-acquisition", "acquisition", _BOTH, acquisition or "note"),
        (what.stays, "swallowed-stay", "duration_days", _STAYS, "warning"),
        (counted.two, "doubtful-quantity", "quantity", "more than one quantity is printed", "warning"),
        (drug and drug.unclear, "doubtful-strength", "ingredients", _STRENGTHS, "warning"),
        (bare, "doubtful-quantity", "quantity", "a bare number may be the quantity", "warning"),
        ((reading.refills or 0) > MOST_REFILLS, "doubtful-refills", "refills", _REFILLS, "warning"),
        (counted.product, "doubtful-visits", "visits", _PRODUCT, "note"),
    )
    for holds, code, where, message, severity in rows:
        if holds:
            yield MeaningDoubt(code, (where,), message, severity)


def _of_name(text: str, item: split.Item, what: _What) -> Iterator[MeaningDoubt]:
    """Doubts on what is asked for."""
    drug, service = what.product, what.service
    if item.phrases and service is None:
        yield UNKNOWN
    if service and service.kind == "drug" and unknown.has_unknown_name(text, item.phrases[0]):
        yield MeaningDoubt("unknown-drug", (), "the words before the form are in no vocabulary")
    if drug and not drug.sure:
        severity: Severity = "note" if drug.listed else "warning"
        for where in ("name", "ingredients"):
            yield MeaningDoubt("unknown-drug", (where,), "a part of this drug is in no vocabulary", severity)


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


def _without_strengths(plain: str, drug: Product) -> str:
    """The plain words of a drug without a strength that looks like an amount: "2000 units" of a vitamin, "1 gm"."""
    for one in drug.ingredients:
        if one.strength and one.strength.endswith(_LIKE_AMOUNTS):
            pattern = strength.GRAMS if one.strength.endswith(" g") else strength.ACTIVITY
            plain = pattern.sub(" ", plain, count=1)
    return plain
