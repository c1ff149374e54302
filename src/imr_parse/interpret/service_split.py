"""One treatment into the services it asks for: which names are one service, and which words are whose."""

import itertools
import re
from dataclasses import dataclass

from imr_parse.interpret import service_drug
from imr_parse.interpret.service_words import Meaning, Phrase, Service

_CONNECTIVE = re.compile(
    r"\s*(?:,\s*(?:and|&|plus)\b|[,;+:]|\b(?:and|plus|as\swell\sas|along\swith|followed\sby)\b|&)\s*",
    re.IGNORECASE,
)
_MODIFIER = re.compile(
    r"\b(?:for|prior\sto|regarding|re|to|of|by|from|via|under|using|before|after|following|during|per|at|in|on|s/p|status\spost|secondary|possible|with|w/|including|if|or)\b"
    r"|[()/\[]",
    re.IGNORECASE,
)
_AND = re.compile(r"\b(?:and|plus)\b|[;&]", re.IGNORECASE)
_ACTS = frozenset({"visit", "injection", "surgery"})


@dataclass(slots=True)
class Item:
    """One service: the phrases that name it, or the drug; its words are `text[start:end]`."""

    phrases: list[Phrase[Meaning]]
    drug: service_drug.Group | None
    start: int
    end: int

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(service.kind for phrase in self.phrases for service in phrase.value.services)

    @property
    def services(self) -> list[Service]:
        return [service for phrase in self.phrases for service in phrase.value.services]


def items(text: str, mentions: list[Phrase[Meaning]]) -> list[Item]:
    """The services named in the text, each with its own words; a single one has them all."""
    strong = [m for m in mentions if not m.value.weak] or mentions[:1]
    if len(strong) < len(mentions):
        strong = [m for m in mentions if m in strong or _apart(text, m, strong)]
    strong = service_drug.with_unknown_parts(text, strong)
    found = _named(text, strong)
    merged: list[Item] = []
    for item in found:
        if merged and _belongs(text, merged[-1], item):
            if merged[-1].drug and not item.drug:
                continue
            merged[-1].phrases += item.phrases
        else:
            merged.append(item)
    return _spread(text, merged)


def _apart(text: str, weak: Phrase[Meaning], strong: list[Phrase[Meaning]]) -> bool:
    """Whether a weak name of an act stands behind an "and" of its own: "MRI of the knee and evaluation by a surgeon"."""
    before = max((m.end for m in strong if m.end <= weak.start), default=None)
    after = min((m.start for m in strong if m.start >= weak.end), default=len(text))
    if before is None or not any(service.kind in _ACTS for service in weak.value.services):
        return False
    return bool(_AND.search(text, before, weak.start)) and (
        after == len(text) or bool(_AND.search(text, weak.end, after))
    )


def _named(text: str, mentions: list[Phrase[Meaning]]) -> list[Item]:
    drugs = [m for m in mentions if m.value.drugs and not m.value.services]
    found = [Item([], group, group.start, group.end) for group in service_drug.groups(text, drugs)]
    found += [Item([m], None, m.start, m.end) for m in mentions if m.value.services]
    return sorted(found, key=lambda item: item.start)


def _belongs(text: str, before: Item, item: Item) -> bool:
    """Whether the later name is one service with the earlier."""
    last = before.phrases[-1].end if before.phrases else before.drug.end if before.drug else before.end
    gap = text[last : item.start]
    if before.drug and item.drug:
        return False
    joined = None
    for joined in _CONNECTIVE.finditer(gap):
        pass
    if before.drug or item.drug:
        return joined is None and ("injection" in (before.kinds | item.kinds) or "visit" in before.kinds)
    if joined is None:
        return True
    names = {service.name for service in before.services if service.name}
    now = {service.name for service in item.services if service.name}
    if names & now and not any(map(str.isdigit, gap)):
        return True
    if before.kinds & {"surgery"} and item.kinds & {"surgery"}:
        return True
    after = gap[joined.end() :]
    return bool(_MODIFIER.search(after)) or (
        "with" in gap[: joined.start()].split()[-1:] if gap[: joined.start()].split() else False
    )


def _spread(text: str, found: list[Item]) -> list[Item]:
    """Give each item its words: the text up to the connective before the next one."""
    for first, second in itertools.pairwise(found):
        last = first.phrases[-1].end if first.phrases else first.drug.end if first.drug else first.end
        cut = None
        for cut in _CONNECTIVE.finditer(text, last, second.start):
            pass
        first.end, second.start = (cut.start(), cut.end()) if cut else (second.start, second.start)
    if found:
        found[0].start, found[-1].end = 0, len(text)
    for item in found if len(found) > 1 else ():
        while item.start < item.end and text[item.start] in " ,;:+&":
            item.start += 1
        while item.start < item.end and text[item.end - 1] in " ,;:+&":
            item.end -= 1
    return found
