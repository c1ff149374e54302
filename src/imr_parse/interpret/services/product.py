"""What a drug's names come to: one drug, several parts under one name, or a compound that a pharmacy mixes."""

import re
from typing import NamedTuple

from imr_parse.interpret.meaning import holds
from imr_parse.interpret.services import brackets, row, strength
from imr_parse.interpret.services.drug import COMPOUND, COMPOUND_WORDS, POWDER, Group
from imr_parse.interpret.services.model import Ingredient
from imr_parse.interpret.services.names import Drug, Meaning, drugs_by_ingredients
from imr_parse.interpret.services.words import Phrase, Words

_TWO_STRENGTHS = re.compile(r"\s[\d.]{1,6}\s?(?:mg)?\s?/\s?[\d.]{1,6}\s?(?:mg|mcg)\b(?!\s?/)", re.IGNORECASE)
"""Behind the only part of a drug, one more than there are parts: "Sennosides 8.6/50mg"."""
_IS_BASE = re.compile(r"\s(?:base|vehicle)\b", re.IGNORECASE)
_MILLIGRAMS = re.compile(r"\dm|mg|milli", re.IGNORECASE)
_ON_SKIN_ONLY = frozenset(
    {"flurbiprofen", "ketoprofen", "capsaicin", "menthol", "camphor", "lidocaine", "methyl salicylate"}
)
"""Of several parts without a word of a form one of these says that all are put on the skin."""
_OWN_PERCENT = re.compile(r"\s(?:hcl\s|sodium\s)?[\d.]{1,6}\s?%", re.IGNORECASE)
_GRAMS = re.compile(r"\d\s?(?:gms?|g|grams?|gr)\b", re.IGNORECASE)
COMPOUNDS = "Topical Compounds"


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


class _Printed(NamedTuple):
    """The parts of a product and what is printed of them."""

    mentions: list[Phrase[Meaning]]
    parts: list[str]
    of_brand: bool
    """Whether the parts are those that stand behind the brand: "Terocin (lidocaine, menthol)"."""
    form: str | None
    on_skin: bool
    strengths: dict[str, str]
    """Of each part, empty where none is printed."""
    unclear: bool
    bare: bool

    @property
    def percents(self) -> int:
        """How many parts have a percentage."""
        return sum(one.endswith("%") for one in self.strengths.values())

    def ingredients(self, parts: tuple[str, ...] | list[str]) -> tuple[Ingredient, ...]:
        """The parts, in this order, with their strengths."""
        return tuple(Ingredient(part, self.strengths[part] or None) for part in parts)

    def brand(self, text: str) -> str | None:
        """The brand as printed; none where it is only what the others are mixed into."""
        brands = (m for m in self.mentions if m.value.is_brand and not _IS_BASE.match(text, m.end))
        return next((row.printed_brand(text, m) for m in brands), None)

    def known(self) -> Drug | None:
        """The drug of several parts that is sold under one name, and is no compound."""
        return next((one for one in self._combinations() if one.drug_class != COMPOUNDS), None)

    def is_known_compound(self) -> bool:
        """Whether all that the vocabulary has with these parts are compounds."""
        return bool(self._combinations()) and self.known() is None

    def _combinations(self) -> tuple[Drug, ...] | list[Drug]:
        return drugs_by_ingredients().get(frozenset(self.parts), ()) if len(self.parts) > 1 else ()

    def one_mention(self) -> Drug | None:
        """The drug whose name alone stands for all parts."""
        parts = set(self.parts)
        return next(
            (m.value.drugs[0] for m in self.mentions if set(m.value.drugs[0].ingredients) == parts), None
        )


def product(text: str, words: Words, group: Group, start: int, end: int) -> Product:
    """Name, parts, strengths, brand, form and class of the group, read from its words `text[start:end]`."""
    printed = _printed(text, words, group, start, end)
    if _is_compounded(text, printed, start, end):
        return _compound(text, printed)
    return _combination(text, printed) if len(printed.parts) > 1 else _single(text, printed)


def _printed(text: str, words: Words, group: Group, start: int, end: int) -> _Printed:
    form, on_skin = row.printed_form(words, start, end, {m.start for m in group.mentions})
    mentions = row.of_strengths(text, row.of_form(text, group.mentions, form))
    of_brand = brackets.listed(text, mentions)
    every = (part for mention in mentions for part in mention.value.drugs[0].ingredients)
    parts = of_brand or list(dict.fromkeys(every))
    told = strength.strengths(text, mentions, start, end, parts)
    strengths, unclear = told.of, told.unclear
    milligrams = any(one.endswith(" mg") for one in strengths.values())
    if on_skin and milligrams and not _MILLIGRAMS.search(text, start, end):
        strengths, unclear = dict.fromkeys(strengths, ""), True  # "20/5 cream" does not say of what
    return _Printed(mentions, parts, bool(of_brand), form, on_skin, strengths, unclear, told.bare)


def _is_compounded(text: str, printed: _Printed, start: int, end: int) -> bool:
    """Whether a pharmacy mixes it: it says so, or several parts that are sold under no name are put on the skin."""
    first = printed.mentions[0]
    if any(m.value.drugs[0].drug_class == COMPOUNDS for m in printed.mentions) or printed.is_known_compound():
        return True
    if holds(text.lower(), COMPOUND_WORDS) and any(
        not (first.start <= found.start() < first.end) for found in COMPOUND.finditer(text, start, end)
    ):
        return True
    known = printed.known()
    made_so = known is not None and printed.form in known.forms
    if len(printed.parts) < 2 or printed.of_brand or made_so or printed.one_mention() is not None:
        return False
    bare = known is None and not any(m.value.is_brand for m in printed.mentions)
    return (
        printed.on_skin
        or printed.percents > 1
        or (known is None and printed.percents > 0)
        or (bare and (not _ON_SKIN_ONLY.isdisjoint(printed.parts) or bool(_GRAMS.search(text, start, end))))
        or any(POWDER.match(text, m.end) for m in printed.mentions)
    )


def _is_in_vocabulary(mention: Phrase[Meaning]) -> bool:
    """Whether more than the name of it is known."""
    drug = mention.value.drugs[0]
    return drug.drug_class is not None or bool(drug.forms)


def _compound(text: str, printed: _Printed) -> Product:
    return Product(
        "compounded topical",
        printed.ingredients(printed.parts),
        printed.brand(text),
        printed.form,
        None,
        compounded=True,
        sure=all(map(_is_in_vocabulary, printed.mentions)),
        unclear=printed.unclear,
        bare=printed.bare,
        listed=all(_is_in_vocabulary(m) or _OWN_PERCENT.match(text, m.end) for m in printed.mentions),
    )


def _combination(text: str, printed: _Printed) -> Product:
    """A drug of several parts, under one name or under those of its parts."""
    drug, brand, strengths = printed.one_mention() or printed.known(), printed.brand(text), printed.strengths
    if drug is None:
        told = printed.of_brand or (brand is None and all(strengths.values()))
        return Product(
            "-".join(printed.parts),
            printed.ingredients(printed.parts),
            brand,
            printed.form,
            printed.mentions[0].value.drugs[0].drug_class,
            compounded=False,
            sure=all(map(_is_in_vocabulary, printed.mentions)) and told,
            unclear=printed.unclear,
        )
    alone = len(printed.mentions) == 1 and brand is not None
    unclear = alone and len(set(strengths.values())) > 1 and printed.percents > 0
    if unclear and not all(strengths.values()):  # "LidoPro 4 %" does not say of which part
        printed = printed._replace(strengths=dict.fromkeys(strengths, ""))
    return Product(
        drug.name,
        printed.ingredients(drug.ingredients),
        brand,
        printed.form,
        drug.drug_class,
        compounded=False,
        sure=True,
        unclear=unclear or printed.unclear,
        bare=printed.bare,
    )


def _single(text: str, printed: _Printed) -> Product:
    drug, drug_class = row.row_of(
        printed.mentions,
        printed.form,
        on_skin=printed.on_skin,
        percent=printed.percents > 0,
        measured=bool(printed.strengths[printed.parts[0]]),
    )
    return Product(
        drug.name,
        printed.ingredients(printed.parts),
        printed.brand(text),
        printed.form,
        drug_class,
        compounded=False,
        sure=bool(drug.forms or drug.drug_class),
        unclear=printed.unclear or any(_TWO_STRENGTHS.match(text, m.end) for m in printed.mentions),
        bare=printed.bare,
    )
