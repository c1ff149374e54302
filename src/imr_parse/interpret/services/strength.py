"""Strengths of a drug's parts, as printed behind its names or before them: "10/325mg", "20% ketoprofen"."""

import re
from collections.abc import Iterator, Sequence

from imr_parse.interpret.services.names import Meaning
from imr_parse.interpret.services.words import Phrase

_NUMBER = r"(?:(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,7})(?:\.\d{1,6})?|\.\d{1,6})"
_UNIT = r"(?:units?\s?/\s?ml|(?:mg|mcg|gm?)\s?/\s?\d{0,3}(?:\.\d{1,2})?\s?ml|mcg\s?(?:/|per)\s?(?:hr?|hour)|mg\s?/\s?(?:gm?|hr?)|mg|mcg|ug|%|meq)"
STRENGTH = re.compile(
    rf"(?<![#\d./])({_NUMBER})\s?({_UNIT})?((?:\s?[/-]\s?{_NUMBER}\s?(?:{_UNIT})?)*)(?![\w])", re.IGNORECASE
)
ACTIVITY = re.compile(rf"(?<![#\d./])({_NUMBER})\s?(units?|i\.?u\.?)(?!\w)", re.IGNORECASE)
"""The strength of a vitamin; of what is injected, units are an amount."""
GRAMS = re.compile(r"(?<![#\d./])([1-4](?:\.\d{1,2})?|17)\s?(?:gm?|grams?)(?![\w/])", re.IGNORECASE)
"""The strength of what is swallowed or injected: "Carafate 1 gm"; of what goes on the skin, grams are an amount."""
_SWALLOWED = frozenset({"tablet", "capsule", "injection", "powder"})
_ON_SKIN = frozenset({"cream", "gel", "ointment", "lotion", "patch", "foam"})
_SLASHED = re.compile(rf"/\s?({_NUMBER})\s?%\s?$")
"""The strength of a further part before its name: "20% ketoprofen/10% gabapentin"."""
_MILLIGRAMS = re.compile(r"(\d{1,7}(?:\.\d{1,6})?) mg")
LEAST_ACETAMINOPHEN = 300
"""Milligrams in a tablet that has an opioid or a barbiturate too; of neither has a tablet as much."""
_BARE = re.compile(rf"\s?({_NUMBER})\s?/\s?")
_STEP = re.compile(rf"[/-]\s?({_NUMBER})\s?({_UNIT})?", re.IGNORECASE)


def strengths(
    text: str, mentions: Sequence[Phrase[Meaning]], start: int, end: int, parts: Sequence[str]
) -> dict[str, str]:
    """Each part's strength as number, space, unit, or "" where `text[start:end]` prints none."""
    found = dict.fromkeys(parts, "")
    _read(text, mentions, start, end, found)
    if len(parts) == 2 and "acetaminophen" in parts:
        _right_way_round(found)
    if len(parts) > 1 or found[parts[0]]:
        return found
    drugs = mentions[0].value.drugs
    if drugs[0].drug_class == "Nutritional Products" and (activity := ACTIVITY.search(text, start, end)):
        found[parts[0]] = f"{activity[1].replace(',', '')} {activity[2].lower()}"
    forms = {form for drug in drugs for form in drug.forms}
    if forms & _SWALLOWED and not forms & _ON_SKIN and (grams := GRAMS.search(text, mentions[-1].end, end)):
        straight = not any(map(str.isdigit, text[mentions[-1].end : grams.start()]))
        found[parts[0]] = f"{grams[1]} g" if straight else ""
    return found


def _right_way_round(strengths: dict[str, str]) -> None:
    """Turn two strengths round where the lesser is that of acetaminophen: "Norco 325/10mg" has no 325 mg of the opioid."""
    (other,) = (part for part in strengths if part != "acetaminophen")
    one, two = (_MILLIGRAMS.fullmatch(strengths[part]) for part in ("acetaminophen", other))
    if one and two and float(one[1]) < LEAST_ACETAMINOPHEN <= float(two[1]):
        strengths["acetaminophen"], strengths[other] = strengths[other], strengths["acetaminophen"]


def _read(
    text: str, mentions: Sequence[Phrase[Meaning]], start: int, end: int, strengths: dict[str, str]
) -> None:
    ends = [*(m.start for m in mentions[1:]), end]
    before = _before(text, start, mentions[0].start)
    for mention, stop in zip(mentions, ends, strict=True):
        parts = mention.value.drugs[0].ingredients
        if before and before[-1].endswith("%"):
            found = _before(text, start, mention.start)
        else:
            unit = "mcg" if mention.value.drugs[0].drug_class == "Asthma Medications" else "mg"
            found = next(_chains(text, mention.end, stop, len(parts), unit), ())
            if not found:
                found = (before if mention is mentions[0] else ()) or _bare(text, mention.end, stop)
        for part, strength in zip(parts, found, strict=False):
            if part in strengths:  # brackets behind a brand may list other parts than its own
                strengths[part] = strengths[part] or strength
    if len(mentions) > 1 and len(strengths) > 1 and not all(strengths.values()):
        behind = _chains(text, mentions[-1].end, end, len(strengths))
        chain = next((chain for chain in behind if len(chain) == len(strengths)), ())
        strengths.update(zip(strengths, chain, strict=False))


def _before(text: str, start: int, at: int) -> tuple[str, ...]:
    """The strengths that stand straight before a name: "20% ketoprofen"; none where they have no unit."""
    for found in STRENGTH.finditer(text, max(start, at - 30), at):
        if not text[found.end() : at].strip(" ") and (found[2] or found[3]):
            return tuple(filter(None, _chain(found)))
    slashed = _SLASHED.search(text, max(start, at - 30), at)
    return (f"{slashed[1]} %",) if slashed else ()


def _bare(text: str, start: int, end: int) -> tuple[str, ...]:
    """A number without a unit before a slash and a further part: "Tramadol 37.5/APAP 325mg"."""
    number = _BARE.fullmatch(text, start, end)
    return (f"{number[1]} mg",) if number else ()


def _chains(text: str, start: int, end: int, parts: int, unit: str = "mg") -> Iterator[tuple[str, ...]]:
    """Printed strengths, each with one or more numbers: ("10 mg", "325 mg"); `unit` where a pair prints none."""
    for found in STRENGTH.finditer(text, start, end):
        chain = _chain(found)
        if chain[0] and not (parts == 1 and len(chain) > 1 and "-" in found[3]):
            yield chain
        elif len(chain) > 1 and len(chain) == parts and "/" in found[3]:
            yield tuple(f"{number} {unit}" for number in re.findall(_NUMBER, found[0]))


def _chain(found: re.Match[str]) -> tuple[str, ...]:
    """The numbers of one printed strength, each with its unit or the unit after it; empty words where there is none."""
    steps = [(found[1], found[2] or ""), *((n, u or "") for n, u in _STEP.findall(found[3] or ""))]
    unit, chain = "", []
    for number, own in reversed(steps):
        unit = re.sub(r"\s", "", own).lower().replace("per", "/") or unit
        number = number.replace(",", "")
        chain.append(f"{'0' + number if number.startswith('.') else number} {unit}" if unit else "")
    return tuple(reversed(chain))
