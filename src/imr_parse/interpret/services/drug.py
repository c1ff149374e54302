"""Drugs of a treatment: which names are one product."""

import re
from dataclasses import dataclass

from imr_parse.interpret.meaning import holds
from imr_parse.interpret.services import brackets, strength
from imr_parse.interpret.services.names import Meaning, drugs_by_ingredients
from imr_parse.interpret.services.unknown import SALTS
from imr_parse.interpret.services.words import Phrase

_JOINT = re.compile(r"[\s/,+&;()\[\]\u00ae\u2122*.-]+|\b(?:and|with|plus)\b", re.IGNORECASE)
_LIST = re.compile(r"[,;&]|\b(?:and|plus)\b", re.IGNORECASE)
_TIGHT = re.compile(r"[/+-]")
_PERCENT_LAST = re.compile(r"%[^%),;]{0,5}$")
"""Before a further part that stands behind its strength: "20% ketoprofen/10% gabapentin"."""
_INTO_BASE = re.compile(r"\bin\s(?:an?\s)?$", re.IGNORECASE)
_BASE = re.compile(r"(?:[\s/,&]{1,3}[a-z-]{2,20}){0,4}\s(?:base|vehicle)\b", re.IGNORECASE)
"""After a drug that is part of what the others are mixed into: "gel in a camphor/menthol base"."""
POWDER = re.compile(r"\s(?:powders?|crystals?)\b", re.IGNORECASE)
"""Behind a part of what a pharmacy mixes: "Ketoprofen powder, Menthol crystals"."""
_IN_CREAM = re.compile(r"\s(?:cream|gel|ointment|lotion)\b", re.IGNORECASE)
COMPOUND = re.compile(r"\bcompound(?:ed|s|ing)?\b|\bcmpd\b", re.IGNORECASE)
COMPOUND_WORDS = ("compound", "cmpd")


@dataclass(slots=True)
class Group:
    """Names that are one product: `mentions` in printed order."""

    mentions: list[Phrase[Meaning]]

    @property
    def start(self) -> int:
        """Where its first name begins."""
        return self.mentions[0].start

    @property
    def end(self) -> int:
        """Where its last name ends."""
        return self.mentions[-1].end


def groups(text: str, mentions: list[Phrase[Meaning]]) -> list[Group]:
    """The drug mentions of a treatment, in order, those of one product together."""
    found: list[Group] = []
    compound = holds(text.lower(), COMPOUND_WORDS) and bool(COMPOUND.search(text))
    for mention in mentions:
        if found and _is_general(text, found[-1], mention):
            continue
        if not (found and _same_product(text, found[-1], mention, compound=compound)):
            found.append(Group([mention]))
        else:
            found[-1].mentions.append(mention)
    return found


def _parts(mention: Phrase[Meaning]) -> frozenset[str]:
    return frozenset(mention.value.drugs[0].ingredients)


def _is_general(text: str, group: Group, mention: Phrase[Meaning]) -> bool:
    """Whether a brand's own name is said again in general: "Lantus insulin"."""
    said = f"{mention.value.drugs[0].name} "
    return text[group.end : mention.start] == " " and any(
        part.startswith(said) for part in _parts(group.mentions[-1])
    )


def _same_product(text: str, group: Group, mention: Phrase[Meaning], *, compound: bool) -> bool:
    gap = text[group.end : mention.start]
    if len(gap) <= 60 and _INTO_BASE.search(gap) and _BASE.match(text, mention.end):
        return True
    if holds(text[group.start : mention.start], ("(", ":")):
        if brackets.opens_behind(text, group.mentions, mention):
            return True
        if not compound and brackets.closed(text, group.mentions, mention):
            return False
    powders = False
    before_it = bool(_PERCENT_LAST.search(gap)) and not (mention.value.is_brand and _LIST.search(gap))
    bare = SALTS.sub("", strength.STRENGTH.sub("", gap.replace("/", " / ") if before_it else gap))
    if POWDER.match(gap) and POWDER.match(text, mention.end):
        bare = POWDER.sub("", bare)
        powders = True
    if _JOINT.sub("", bare) or len(gap) > 60:
        return False
    if compound or powders:
        return True
    before, now = frozenset[str]().union(*map(_parts, group.mentions)), _parts(mention)
    if (
        before == now
        or (now < before and "(" in gap)
        or (before < now and (")" in text[mention.end : mention.end + 2] or "(" in gap))
    ):
        return True
    percents = "%" in gap or "%" in text[max(0, group.start - 8) : group.start]
    next_percent = (
        bool(re.match(r"(?:\s\w{1,12})?\s{0,9}[\d.]{1,6}\s?%", text[mention.end : mention.end + 32]))
        or before_it
    )
    in_cream = len(group.mentions) > 1 and not mention.value.is_brand and _IN_CREAM.match(text, mention.end)
    if percents and (next_percent or in_cream):
        return True
    if _TIGHT.search(bare):
        return ";" not in bare
    if any(m.value.is_brand for m in (*group.mentions, mention)) and _LIST.search(gap):
        return False
    return not any(map(str.isdigit, gap)) and before | now in drugs_by_ingredients()
