"""The row of drugs.tsv that a product is, by its printed form and brand."""

import re
from collections.abc import Collection, Sequence

from imr_parse.interpret.services import strength
from imr_parse.interpret.services.names import Drug, Meaning, drugs_by_ingredients, forms, meanings
from imr_parse.interpret.services.words import Phrase, Words, phrase_key

_SKIN_CLASSES = frozenset(
    ("NSAID", "Muscle Relaxant", "Anti-epilepsy drugs", "Antidepressant", "Misc Analgesics", "Topical Analgesics", "Opioids")
)  # fmt: skip
_NARCOTICS = frozenset({"Opioids", "Barbiturates"})
_TWO_STRENGTHS = re.compile(
    r"\s\d{1,2}(?:\.\d{1,2})?\s?(?:mg)?\s?[/-]\s?(\d{2,3})\s?mg\b(?!\s?/)", re.IGNORECASE
)
_GOES_ON = re.compile(r"-(?!(?:er|xr|sr|cr|dr|la|xl|ec|ir)\b)[a-z]{1,2}(?![\w-])", re.IGNORECASE)
"""The rest of a brand's last word: "Exoten-C"."""
TOPICAL = "Topical Analgesics"


def of_form(text: str, mentions: Sequence[Phrase[Meaning]], form: str | None) -> list[Phrase[Meaning]]:
    """The mentions with the first as the brand of this form: "Terocin … patches" is no lotion, wherever the form stands."""
    first = mentions[0]
    if form is None or not first.value.is_brand or any(form in drug.forms for drug in first.value.drugs):
        return list(mentions)
    brand = meanings().value(phrase_key(f"{text[first.start : first.end]} {form}"))
    return [first._replace(value=brand), *mentions[1:]] if brand else list(mentions)


def of_strengths(text: str, mentions: Sequence[Phrase[Meaning]]) -> list[Phrase[Meaning]]:
    """The mentions, a lone part with two strengths as the combination that the second one tells: "Hydrocodone 5/325mg"."""
    first = mentions[0]
    parts = first.value.drugs[0].ingredients
    alone = len(mentions) == 1 == len(parts) and not first.value.is_brand
    two = _TWO_STRENGTHS.match(text, first.end) if alone else None
    if two is None:
        return list(mentions)
    other = "acetaminophen" if float(two[1]) >= strength.LEAST_ACETAMINOPHEN else "docusate"
    rows = drugs_by_ingredients().get(frozenset((*parts, other)), ())
    told = [
        row
        for row in rows
        if (row.drug_class, float(two[1])) == ("GI Agents", 50) or row.drug_class in _NARCOTICS
    ]
    return [first._replace(value=Meaning(drugs=(told[0],)))] if told else list(mentions)


def row_of(
    mentions: Sequence[Phrase[Meaning]], form: str | None, *, on_skin: bool, percent: bool, measured: bool
) -> tuple[Drug, str | None]:
    """The row of the drug that fits the printed form, and its class; on the skin any other pain drug is a topical."""
    brands = [m.value.drugs for m in mentions if m.value.is_brand]
    rows = list(dict.fromkeys(d for m in mentions for d in m.value.drugs))
    if measured and not percent and not on_skin:
        rows += drugs_by_ingredients().get(frozenset(rows[0].ingredients), ())
    elif brands:
        rows = list(brands[0])
    if on_skin or (percent and form in (None, "kit", "powder")):
        fitting = [row for row in rows if form in row.forms] or [
            row for row in rows if row.drug_class == TOPICAL
        ]
        if fitting:
            return fitting[0], fitting[0].drug_class
        return rows[0], TOPICAL if rows[0].drug_class in _SKIN_CLASSES else rows[0].drug_class
    fitting = [row for row in rows if form in row.forms] if form else []
    if form and brands and not fitting:
        fitting = [row for row in drugs_by_ingredients()[frozenset(rows[0].ingredients)] if form in row.forms]
    inside = [row for row in rows if row.drug_class not in (TOPICAL, "Injection")]
    best = (fitting or (rows if brands and len(rows) == 1 else inside) or rows)[0]
    return best, best.drug_class


def printed_form(words: Words, start: int, end: int, names: Collection[int] = ()) -> tuple[str | None, bool]:
    """The dosage form that is printed first, and whether it goes on the skin; a drug's short name is none ("caps")."""
    found = (p.value for p in forms().find(words.within(start, end)) if p.start not in names)
    first = next(found, (None, False))
    if first[0] == "powder":  # the parts are powders, what they are mixed into is the form
        return next((form for form in found if form[1]), first)
    return first


def printed_brand(text: str, mention: Phrase[Meaning]) -> str:
    """The brand as printed, without a dosage form after it ("Voltaren gel")."""
    goes_on = _GOES_ON.match(text, mention.end)
    brand = text[mention.start : goes_on.end() if goes_on else mention.end]
    first, _, last = brand.rpartition(" ")
    return (
        first
        if first and re.fullmatch(r"(?:topical|gel|patch(?:es)?|cream|ointment|lotion)", last, re.IGNORECASE)
        else brand
    )
