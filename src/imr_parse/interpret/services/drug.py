"""Drugs of a treatment: which names are one product, its ingredients with their strengths, its form and class."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from imr_parse.interpret.meaning import holds
from imr_parse.interpret.services import brackets, row, strength
from imr_parse.interpret.services.model import Ingredient
from imr_parse.interpret.services.names import Meaning, drugs_by_ingredients
from imr_parse.interpret.services.unknown import SALTS
from imr_parse.interpret.services.words import Phrase, Words

_JOINT = re.compile(r"[\s/,+&;()\[\]\u00ae\u2122*.-]+|\b(?:and|with|plus)\b", re.IGNORECASE)
_LIST = re.compile(r"[,;&]|\b(?:and|plus)\b", re.IGNORECASE)
_TIGHT = re.compile(r"[/+-]")
_PERCENT_LAST = re.compile(r"%[^%),;]{0,5}$")
"""Before a further part that stands behind its strength: "20% ketoprofen/10% gabapentin"."""
_INTO_BASE = re.compile(r"\bin\s(?:an?\s)?$", re.IGNORECASE)
_BASE = re.compile(r"(?:[\s/,&]{1,3}[a-z-]{2,20}){0,4}\s(?:base|vehicle)\b", re.IGNORECASE)
"""After a drug that is part of what the others are mixed into: "gel in a camphor/menthol base"."""
_TWO_STRENGTHS = re.compile(r"\s[\d.]{1,6}\s?(?:mg)?\s?/\s?[\d.]{1,6}\s?(?:mg|mcg)\b(?!\s?/)", re.IGNORECASE)
"""Behind the only part of a drug, one more than there are parts: "Sennosides 8.6/50mg"."""
_POWDER = re.compile(r"\s(?:powders?|crystals?)\b", re.IGNORECASE)
"""Behind a part of what a pharmacy mixes: "Ketoprofen powder, Menthol crystals"."""
_IN_CREAM = re.compile(r"\s(?:cream|gel|ointment|lotion)\b", re.IGNORECASE)
_IS_BASE = re.compile(r"\s(?:base|vehicle)\b", re.IGNORECASE)
_COMPOUND = re.compile(r"\bcompound(?:ed|s|ing)?\b|\bcmpd\b", re.IGNORECASE)
_MILLIGRAMS = re.compile(r"\dm|mg|milli", re.IGNORECASE)
_COMPOUND_WORDS = ("compound", "cmpd")
_ON_SKIN_ONLY = frozenset(
    {"flurbiprofen", "ketoprofen", "capsaicin", "menthol", "camphor", "lidocaine", "methyl salicylate"}
)
"""Of several parts without a word of a form one of these says that all are put on the skin."""
_OWN_PERCENT = re.compile(r"\s(?:hcl\s|sodium\s)?[\d.]{1,6}\s?%", re.IGNORECASE)
_GRAMS = re.compile(r"\d\s?(?:gms?|g|grams?|gr)\b", re.IGNORECASE)
COMPOUNDS = "Topical Compounds"


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


class Product(NamedTuple):
    """What a group of names comes to; `sure` that all of it is known, `unclear` and `bare` as those of its strengths.

    `listed` where each unknown part has a percentage of its own, and so is a part.
    """

    name: str
    ingredients: tuple[Ingredient, ...]
    brand: str | None
    form: str | None
    drug_class: str | None
    compounded: bool
    sure: bool
    unclear: bool = False
    bare: bool = False
    listed: bool = False


def groups(text: str, mentions: list[Phrase[Meaning]]) -> list[Group]:
    """The drug mentions of a treatment, in order, those of one product together."""
    found: list[Group] = []
    compound = holds(text.lower(), _COMPOUND_WORDS) and bool(_COMPOUND.search(text))
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
    if _POWDER.match(gap) and _POWDER.match(text, mention.end):
        bare = _POWDER.sub("", bare)
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


def product(text: str, words: Words, group: Group, start: int, end: int) -> Product:
    """Name, parts, strengths, brand, form and class of the group, read from its words `text[start:end]`."""
    form, on_skin = row.printed_form(words, start, end, {m.start for m in group.mentions})
    group = Group(row.of_strengths(text, row.of_form(text, group.mentions, form)))
    printed = [part for mention in group.mentions for part in mention.value.drugs[0].ingredients]
    of_brand = brackets.listed(text, group.mentions)
    parts = of_brand or list(dict.fromkeys(printed))
    told = strength.strengths(text, group.mentions, start, end, parts)
    strengths = told.of
    if (
        on_skin
        and any(one.endswith(" mg") for one in strengths.values())
        and not _MILLIGRAMS.search(text, start, end)
    ):
        strengths = dict.fromkeys(strengths, "")  # "20/5 cream" does not say of what
        told = told._replace(unclear=True)
    percents = sum(one.endswith("%") for one in strengths.values())
    first = group.mentions[0]
    said_compound = holds(text.lower(), _COMPOUND_WORDS) and any(
        not (first.start <= found.start() < first.end) for found in _COMPOUND.finditer(text, start, end)
    )
    said_compound = said_compound or any(m.value.drugs[0].drug_class == COMPOUNDS for m in group.mentions)
    rows = drugs_by_ingredients().get(frozenset(parts), ()) if len(parts) > 1 else ()
    known = next((one for one in rows if one.drug_class != COMPOUNDS), None)
    said_compound = said_compound or (bool(rows) and known is None)
    one_mention = next(
        (m.value.drugs[0] for m in group.mentions if set(m.value.drugs[0].ingredients) == set(parts)), None
    )
    bare = known is None and not any(m.value.is_brand for m in group.mentions)
    mixed = (
        percents > 1
        or (bare and (not _ON_SKIN_ONLY.isdisjoint(parts) or bool(_GRAMS.search(text, start, end))))
        or on_skin
        or any(_POWDER.match(text, m.end) for m in group.mentions)
        or (known is None and percents > 0)
    )
    made_so = known is not None and form in known.forms
    alone = one_mention is not None or bool(of_brand)
    compounded = said_compound or (len(parts) > 1 and not alone and mixed and not made_so)
    brand = next(
        (
            row.printed_brand(text, m)
            for m in group.mentions
            if m.value.is_brand and not _IS_BASE.match(text, m.end)
        ),
        None,
    )
    ingredients = tuple(Ingredient(part, strengths[part] or None) for part in parts)
    vocabulary_has = all(
        m.value.drugs[0].drug_class is not None or m.value.drugs[0].forms for m in group.mentions
    )
    listed = all(
        m.value.drugs[0].drug_class or m.value.drugs[0].forms or _OWN_PERCENT.match(text, m.end)
        for m in group.mentions
    )
    if compounded:
        return Product(
            "compounded topical", ingredients, brand, form, None, compounded=True, sure=vocabulary_has,
            unclear=told.unclear, bare=told.bare, listed=listed,
        )  # fmt: skip
    if len(parts) > 1:
        drug = one_mention or known
        if drug is None:
            return Product(
                "-".join(parts),
                ingredients,
                brand,
                form,
                group.mentions[0].value.drugs[0].drug_class,
                compounded=False,
                sure=vocabulary_has and (bool(of_brand) or (brand is None and all(strengths.values()))),
                unclear=told.unclear,
            )
        unclear = (
            len(group.mentions) == 1
            and brand is not None
            and len(set(strengths.values())) > 1
            and percents > 0
        )
        if unclear and not all(strengths.values()):  # "LidoPro 4 %" does not say of which part
            strengths = dict.fromkeys(strengths, "")
        ordered = tuple(Ingredient(part, strengths[part] or None) for part in drug.ingredients)
        return Product(
            drug.name, ordered, brand, form, drug.drug_class, compounded=False, sure=True,
            unclear=unclear or told.unclear, bare=told.bare,
        )  # fmt: skip
    drug, drug_class = row.row_of(
        group.mentions, form, on_skin=on_skin, percent=percents > 0, measured=bool(strengths[parts[0]])
    )
    return Product(
        drug.name,
        ingredients,
        brand,
        form,
        drug_class,
        compounded=False,
        sure=bool(drug.forms or drug.drug_class),
        bare=told.bare,
        unclear=told.unclear or any(_TWO_STRENGTHS.match(text, m.end) for m in group.mentions),
    )
