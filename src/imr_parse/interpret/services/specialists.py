"""A visit with several specialists: one heading asks for one with each ("Consultation with a neurologist and a surgeon")."""

import itertools
import re

from imr_parse.interpret.meaning import MeaningDoubt
from imr_parse.interpret.services import body, numbers, split
from imr_parse.interpret.services.model import ServiceReading
from imr_parse.interpret.services.words import Words

_JOINT = re.compile(r"\s*(?:,\s*(?:and|&)\s|[,;]|\s(?:and|plus|as\swell\sas)\s|\s&\s)\s*", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:(?P<ology>[a-z]{2,16}?)olog(?:y|ists?)|(?P<iatry>[a-z]{2,10})iatr(?:y|ists?)|(?P<surgery>[a-z]{2,16}\s|neuro)surg(?:eons?|ery|ical)"
    r"|(?P<orthopedics>orthop(?:a?edics?|a?edists?|ods?))|(?P<internal>internal\smedicine|internists?)|(?P<pain>pain\s(?:management|medicine|specialists?|physicians?))"
    r"|(?P<dental>dentists?|dental))\b",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"\b(?:(?P<ology>[a-z]{2,16}?)olog|(?P<iatry>[a-z]{2,10})iatr)ic(?:al)?\b", re.IGNORECASE
)
"""A discipline before its visit ("psychological evaluation"), or a symptom behind it ("for psychological symptoms")."""
_PURPOSE = re.compile(
    r"\b(?:for|to(?!\s(?:an?|the)\b)|due|because|secondary|regarding|status)\b", re.IGNORECASE
)
_BY_WORD = ("ology", "iatry", "surgery")
_SURGEON = re.compile(r"surg(?:eon|ery|ical)", re.IGNORECASE)
_GOES_ON = re.compile(r"\borthopa?edic\s*$", re.IGNORECASE)
"""An adjective that the surgeon behind the "and" may share: "an orthopedic and spine surgeon"."""
_VISIT = re.compile(r"\b(?:refer|eval|consult|assess|opinion|follow)", re.IGNORECASE)
_CATEGORIES = {
    True: ("Surgery", "Surgical Consult"),
    False: ("Evaluation & Management", "Medical Specialties"),
}
"""By whether a surgeon is seen."""


def _disciplines(text: str, start: int, end: int, purpose: int) -> set[str]:
    """The specialties named in a piece; what kind of surgeon counts, so a hand surgeon is not a spine surgeon."""
    named = set()
    for found in (*_PERSON.finditer(text, start, end), *_ADJECTIVE.finditer(text, start, min(end, purpose))):
        kind = found.lastgroup or ""
        named.add(f"{kind} {found[kind].strip().lower()}" if kind in _BY_WORD else kind)
        if kind == "surgery" and found[kind].lower().startswith("orthop"):
            named.add("orthopedics")
    return named


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int, set[str]]]:
    """The text parted at its joints, each piece with a specialist of its own."""
    purpose = _PURPOSE.search(text, start, end)
    limit = purpose.start() if purpose else end
    joints = [(start, start), *(joint.span() for joint in _JOINT.finditer(text, start, end)), (end, end)]
    found: list[tuple[int, int, set[str]]] = []
    for (_, a), (b, _) in itertools.pairwise(joints):
        named = _disciplines(text, a, b, limit)
        first, last, before = found[-1] if found else (a, a, set[str]())
        shared = _GOES_ON.search(text, first, last) and _SURGEON.search(text, a, b)
        if before and named and not before & named and not shared:
            found.append((a, b, named))
        else:
            found[-1:] = [(first, b, before | named)]
    return found


def by_specialist(
    text: str, said: Words, reading: ServiceReading, item: split.Item
) -> tuple[ServiceReading, ...] | None:
    """One reading for each specialist of a visit; None where it is one."""
    if item.kinds != {"visit"}:
        return None
    pieces = _pieces(text, reading.start, reading.end)
    if len(pieces) < 2:
        return None
    found = []
    for start, end, _ in pieces:
        parts = body.body_parts(said.within(start, end))
        visits = numbers.schedule(numbers.plain(text[start:end])).visits
        one = reading._replace(text=text[start:end], start=start, end=end, body_parts=parts, visits=visits)
        if reading.name == "consultation":
            category, subcategory = _CATEGORIES[bool(_SURGEON.search(text, start, end))]
            one = one._replace(category=category, subcategory=subcategory)
        found.append(one)
    return tuple(found)


def joined(services: list[ServiceReading]) -> list[MeaningDoubt]:
    """Make a specialist who is only named behind a follow-up a follow-up too; doubts where they may share their visits."""
    doubts: list[MeaningDoubt] = []
    for at, (before, one) in enumerate(itertools.pairwise(services), start=1):
        visits = {before.name, one.name} <= {"consultation", "office visit"}
        if not visits or _VISIT.search(one.text) or not _PERSON.search(one.text):
            continue
        if before.name == "office visit":
            services[at] = one._replace(
                name=before.name, category=before.category, subcategory=before.subcategory
            )
        if one.visits != before.visits:
            message = "the number of visits may be that of each specialist"
            where = [("services", place, "visits") for place in (at - 1, at)]
            doubts += (MeaningDoubt("shared-visits", path, message) for path in where)
    return doubts
