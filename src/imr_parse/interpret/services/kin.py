"""Services of one treatment side by side: one asked for twice, names that share their words, words left over."""

import re
from collections.abc import Iterator
from itertools import islice

from imr_parse.interpret.meaning import MeaningDoubt, holds
from imr_parse.interpret.services import body, misprints, numbers, split
from imr_parse.interpret.services.model import ServiceReading
from imr_parse.interpret.services.names import Meaning
from imr_parse.interpret.services.words import Phrase, Words, words

MOST_JOINTS = 6  # places at which a treatment may part in two
_AND = re.compile(r"\s(?:and|plus)\s|;\s?", re.IGNORECASE)
_LISTED = re.compile(rf"{_AND.pattern}|,\s(?:and\s)?", re.IGNORECASE)
_PURPOSE = re.compile(
    r"\bto\s(?:help|assist|aid|evaluate|treat|improve|increase|reduce|decrease|address|include|perform|provide|manage|monitor|determine|assess"
    r"|restore|maintain|allow|support|prevent|rule)\b|\b(?:while|until|since|because|so\sthat|when|if|as\sneeded|help\swith|assistance\swith)\b",
    re.IGNORECASE,
)
"""Words that begin a clause on what the service is for: what an "and" joins behind them is no further service."""
_SERVICE_LIKE = re.compile(
    r"[a-z]{4,30}(?:ectomy|otomy|ostomy|plasty|oscopy|ography|ogram|orrhaphy|odesis|opexy)\b"
    r"|\b[A-Z][a-z]{3,20}\s(?:therapy|treatments?|surgery|repair|release|injections?|scan|stud(?:y|ies)|test|testing|program|unit|device|machine|brace)\b"
)
"""Words that by their form name a service, known or not."""
_LIST_MARK = re.compile(rf"{_AND.pattern}|,\s", re.IGNORECASE)
_HARMLESS = re.compile(
    r"\b(?:without|with|duration|dosage|frequency|quantity|un?specified|strength|flexibility|treat(?:ment)?|supplies|safety|pain|function|demonstrate|home|back|from|views?)\b|\bw/",
    re.IGNORECASE,
)


_BRACKET = re.compile(r"\([^()]{1,200}\)?")


def _holds_name(bracket: re.Match[str], named: list[tuple[int, int]]) -> bool:
    return any(bracket.start() < end and start < bracket.end() for start, end in named)


def by_count(
    text: str, said: Words, reading: ServiceReading, item: split.Item
) -> tuple[ServiceReading, ...] | None:
    """Two readings where one therapy is asked for twice, each with its own visits and part."""
    if item.drug or "therapy" not in item.kinds:
        return None
    if sum(map(str.isdigit, numbers.plain(reading.text))) < 2:
        return None  # each half must have a number of its own
    for joint in islice(_LISTED.finditer(text, reading.start, reading.end), MOST_JOINTS):
        halves = ((reading.start, joint.start()), (joint.end(), reading.end))
        said_of = [numbers.plain(text[a:b]) for a, b in halves]
        if not all(any(map(str.isdigit, words)) for words in said_of):
            continue
        counts = [numbers.schedule(words) for words in said_of]
        parts = [body.body_parts(said.within(a, b)) for a, b in halves]
        if all(count.visits is not None for count in counts) and all(parts):
            return tuple(
                reading._replace(
                    text=text[a:b], start=a, end=b, body_parts=part,
                    visits=count.visits, visits_per_week=count.per_week, weeks=count.weeks,
                )
                for (a, b), count, part in zip(halves, counts, parts, strict=True)
            )  # fmt: skip
    return None


def shared(services: list[ServiceReading], found: list[split.Item]) -> list[ServiceReading]:
    """Give a bare name in a list the parts, levels and visits of its kin: "EMG and NCS of the left arm"."""
    if len(services) != len(found) or len(services) == 1:
        return services
    for at in range(len(services) - 2, -1, -1):
        services[at] = _from_kin(services[at], services[at + 1], found[at], found[at + 1])
    for at in range(1, len(services)):
        services[at] = _from_kin(services[at], services[at - 1], found[at], found[at - 1])
        if _same_operation(services[at - 1], found[at - 1], services[at], found[at]):
            services[at] = services[at]._replace(surgical=services[at - 1].surgical)
    return services


def _same_operation(before: ServiceReading, first: split.Item, one: ServiceReading, item: split.Item) -> bool:
    """Whether a bare name goes on a list that "pre-operative" or "post-operative" begins: "Pre-op CBC, EKG"."""
    if before.surgical not in ("preoperative", "postoperative") or one.surgical or not item.phrases:
        return False
    kinds = first.kinds | item.kinds
    listed = kinds <= {"test", "image"} or kinds <= {"equipment", "supply"} or first.kinds == {"adjunct"}
    bare = len(one.text.strip(" ().")) <= item.phrases[-1].end - item.phrases[0].start
    return listed and bare and item.kinds <= {"test", "image", "equipment", "supply"}


def _from_kin(
    one: ServiceReading, kin: ServiceReading, item: split.Item, other: split.Item
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
    one = one._replace(body_parts=kin.body_parts, levels=kin.levels, contrast=one.contrast or kin.contrast)
    if bare and one.visits is None and "therapy" in item.kinds:
        one = one._replace(visits=kin.visits, visits_per_week=kin.visits_per_week, weeks=kin.weeks)
    return one


def left_over(text: str, mentions: list[Phrase[Meaning]], found: list[split.Item]) -> Iterator[MeaningDoubt]:
    """Doubt where words after an "and" are no part, no number and no name that is known: perhaps a further service.

    A bracket that names no service holds details of one.
    """
    of_drugs = not any(mention.value.services for mention in mentions)
    if not holds(text.lower(), ("and", "plus", ";") if of_drugs else ("and", "plus", ";", ", ")):
        return
    named = [(mention.start, mention.end) for mention in mentions]
    if not _AND.search(text):
        yield from _unread(text, named)
        return
    text = _BRACKET.sub(lambda found: found[0] if _holds_name(found, named) else " " * len(found[0]), text)
    cuts = [0, *(cut for joint in _AND.finditer(text) for cut in (joint.start(), joint.end())), len(text)]
    purpose = _PURPOSE.search(text, named[0][1] if named else 0)
    for start, end in zip(cuts[::2], cuts[1::2], strict=True):
        chunk = text[start:end]
        if (
            purpose
            and purpose.start() < start
            and not any(purpose.start() < item.start < start for item in found)
        ):
            continue
        if (
            any(start < b and a < end for a, b in named)
            or any(map(str.isdigit, numbers.plain(chunk)))
            or not chunk.strip(" .,")
        ):
            continue
        inside = words(chunk)
        if not body.body_parts(inside) and len(inside) > 1 and not _HARMLESS.search(chunk):
            yield MeaningDoubt(
                "unread-words", ("services",), 'words after an "and" name no service that is known'
            )
    yield from _unread(text, named)


def _unread(text: str, named: list[tuple[int, int]]) -> Iterator[MeaningDoubt]:
    """Doubt where a member of a list names a service by its form, but none that is known."""
    cuts = [0, *(cut for joint in _LIST_MARK.finditer(text) for cut in joint.span()), len(text)]
    for start, end in zip(cuts[::2], cuts[1::2], strict=True):
        if not any(start < b and a < end for a, b in named) and _SERVICE_LIKE.search(text, start, end):
            yield MeaningDoubt(
                "unread-words", ("services",), "a member of the list names no service that is known"
            )


def misprinted(
    text: str,
    misprinted: list[misprints.Misprint],
    mentions: list[Phrase[Meaning]],
    services: list[ServiceReading],
) -> Iterator[MeaningDoubt]:
    """Notes on the names and parts that were read of misprints, a warning on what may be one of several words."""
    for one in misprinted:
        at = next((n for n, service in enumerate(services) if service.start <= one.start < service.end), None)
        if one.meant is None:
            before = [m for m in mentions if m.start == one.end + 1 and m.value.kinds == {"injection"}]
            if before and at is not None and misprints.is_near(text[one.start : one.end]):
                message = "a word before an injection's name was not read, and may say which it is"
                yield MeaningDoubt("unread-words", ("services", at, "name"), message)
        elif not one.meant:
            message = "a word is near to several that are known"
            yield MeaningDoubt("unread-words", ("services",) if at is None else ("services", at), message)
        elif at is not None:
            named = any(mention.start <= one.start < mention.end for mention in mentions)
            if named or one.meant in misprints.of_parts():
                message = "a word was read as the one that it is a misprint of"
                where = ("services", at, "name" if named else "body_parts")
                yield MeaningDoubt("misprint", where, message, "note")
