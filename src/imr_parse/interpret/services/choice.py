"""Which service an item's names mean, by what is printed beside them."""

import re
from dataclasses import replace

from imr_parse.interpret.services import numbers, split
from imr_parse.interpret.services.model import BodyPart
from imr_parse.interpret.services.names import Service

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


def service(
    item: split.Item, parts: tuple[BodyPart, ...], levels: tuple[str, ...], plain: str, own: str
) -> Service | None:
    """The service that the item's names mean, by what is printed beside them."""
    candidates = item.services
    if not any(service.needs for service in candidates):
        return _named(candidates)
    printed = {part.part for part in parts if part.part}
    if levels or printed & _SPINE:
        printed.add("spine")
    if numbers.schedule(plain).visits is not None:
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
