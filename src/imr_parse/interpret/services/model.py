"""What a treatment comes to: the record's `services`, each with its place in the treatment."""

from typing import Literal, NamedTuple

from imr_parse.interpret.meaning import MeaningDoubt

Side = Literal["left", "right", "bilateral"]


class Ingredient(NamedTuple):
    """One active part of a drug; `strength` as number, space, unit: "50 mg", "5 %", "1 mg/ml"."""

    name: str
    strength: str | None


class BodyPart(NamedTuple):
    """A part that the words name, or `part` None where they name only a side."""

    part: str | None
    side: Side | None


class ServiceReading(NamedTuple):
    """One service; `text` is `treatment[start:end]`. `service_date` is an ISO date."""

    text: str
    name: str | None
    category: str | None
    subcategory: str | None
    drug_class: str | None
    brand: str | None
    ingredients: tuple[Ingredient, ...]
    form: str | None
    quantity: int | float | None
    unit: str | None
    refills: int | None
    visits: int | None
    visits_per_week: int | None
    weeks: int | None
    acquisition: Literal["purchase", "rental"] | None
    duration_days: int | None
    contrast: Literal["with", "without", "with_and_without"] | None
    body_parts: tuple[BodyPart, ...]
    levels: tuple[str, ...]
    retrospective: bool
    service_date: str | None
    surgical: Literal["associated", "preoperative", "postoperative"] | None
    start: int
    end: int


class ServicesReading(NamedTuple):
    """What one treatment asks for; doubts point into it by `where`."""

    services: tuple[ServiceReading, ...]
    doubts: tuple[MeaningDoubt, ...]
