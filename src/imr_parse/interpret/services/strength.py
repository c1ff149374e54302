"""Strengths of a drug's parts, as printed behind its names or before them: "10/325mg", "20% ketoprofen"."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from imr_parse.interpret.services import dates, marks, units
from imr_parse.interpret.services.names import Meaning, forms
from imr_parse.interpret.services.unknown import SALTS
from imr_parse.interpret.services.words import Phrase, phrase_key

_NUMBER = r"(?:(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,7})(?:\.\d{1,6})?|\.\d{1,6})"
_UNIT = r"(?:units?\s?/\s?ml|(?:mg|mcg|gm?)\s?/\s?\d{0,3}(?:\.\d{1,2})?\s?ml|(?:mcg|ug)\s?(?:/|per)\s?(?:hr?|hour)\b|mg\s?/\s?(?:gm?|hr?)|mg|mcg|ug|%|meq)"
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
_MOST_MONTHS, _MOST_DAYS = 12, 31
_BARE = re.compile(rf"\s?({_NUMBER})\s?/\s?")
_ALONE = re.compile(
    rf"\s(?:(?:er|xr|sr|cr|dr|hcl|sodium|tab(?:let)?s?|cap(?:sule)?s?)\s){{0,2}}{_NUMBER}(?:\s?[/-]\s?{_NUMBER}){{0,3}}(?=\s?(?:[#,;)]|qty|quantity|b\.?i\.?d|t\.?i\.?d|q\d|daily|twice|$))",
    re.IGNORECASE,
)
"""A number straight behind a drug's name that no unit, form or sign follows that says what it counts."""
_STEP = re.compile(rf"[/-]\s?({_NUMBER})\s?({_UNIT})?", re.IGNORECASE)


class Strengths(NamedTuple):
    """Each part's strength as number, space, unit, or "" where none is told.

    `unclear` where numbers are printed that tell none; `bare` where one of them may be a quantity too: "Naproxen 550".
    """

    of: dict[str, str]
    unclear: bool
    bare: bool = False


def strengths(
    text: str, mentions: Sequence[Phrase[Meaning]], start: int, end: int, parts: Sequence[str]
) -> Strengths:
    """The strengths that `text[start:end]` prints. A date is none, nor is a pair of numbers that may be one."""
    found = dict.fromkeys(parts, "")
    plain = dates.without_dates(text)
    unclear = _read(plain, mentions, start, end, found)
    if len(parts) == 2 and "acetaminophen" in parts:
        _right_way_round(found)
        unclear = _is_overdose(found) or unclear
    bare = not any(found.values()) and bool(_ALONE.match(plain, mentions[-1].end, end))
    unclear = unclear or bare or (plain != text and _is_lost(text, mentions[-1].end, end, found))
    if len(parts) > 1:
        return Strengths(found, unclear, bare)
    if found[parts[0]]:
        return Strengths(found, unclear)
    drugs = mentions[0].value.drugs
    if drugs[0].drug_class == "Nutritional Products" and (activity := ACTIVITY.search(plain, start, end)):
        found[parts[0]] = f"{activity[1].replace(',', '')} {activity[2].lower()}"
    forms = {form for drug in drugs for form in drug.forms}
    if forms & _SWALLOWED and not forms & _ON_SKIN and (grams := GRAMS.search(plain, mentions[-1].end, end)):
        straight = not any(map(str.isdigit, plain[mentions[-1].end : grams.start()]))
        found[parts[0]] = f"{grams[1]} g" if straight else ""
    return Strengths(found, unclear and not found[parts[0]], bare and not found[parts[0]])


def _right_way_round(strengths: dict[str, str]) -> None:
    """Turn two strengths round where the lesser is that of acetaminophen: "Norco 325/10mg" has no 325 mg of the opioid."""
    (other,) = (part for part in strengths if part != "acetaminophen")
    one, two = (_MILLIGRAMS.fullmatch(strengths[part]) for part in ("acetaminophen", other))
    if one and two and float(one[1]) < LEAST_ACETAMINOPHEN <= float(two[1]):
        strengths["acetaminophen"], strengths[other] = strengths[other], strengths["acetaminophen"]


def _is_overdose(strengths: dict[str, str]) -> bool:
    """Take away what only acetaminophen has so much of, where it was read of the other part: "Norco 10 325mg"."""
    other = next(part for part in strengths if part != "acetaminophen")
    milligrams = _MILLIGRAMS.fullmatch(strengths[other])
    if not milligrams or strengths["acetaminophen"] or float(milligrams[1]) < LEAST_ACETAMINOPHEN:
        return False
    strengths[other] = ""
    return True


def _read(
    text: str, mentions: Sequence[Phrase[Meaning]], start: int, end: int, strengths: dict[str, str]
) -> bool:
    """Read the strengths in, and tell whether numbers stand there that may be strengths and were not read so."""
    unclear = False
    ends = [*(m.start for m in mentions[1:]), end]
    before = _before(text, start, mentions[0].start)
    for mention, stop in zip(mentions, ends, strict=True):
        parts = mention.value.drugs[0].ingredients
        if before and before[-1].endswith("%"):
            found = _before(text, start, mention.start)
        else:
            unit = "mcg" if mention.value.drugs[0].drug_class == "Asthma Medications" else "mg"
            found = next(_chains(text, mention.end, stop, len(parts), unit), ())
            if len(found) > len(parts) > 1:  # "7.5-10/325mg"
                found, unclear = (), True
            elif not found:
                found = (before if mention is mentions[0] else ()) or _bare(text, mention.end, stop)
        for part, strength in zip(parts, found, strict=False):
            if part in strengths:  # brackets behind a brand may list other parts than its own
                strengths[part] = strengths[part] or strength
    if len(mentions) > 1 and len(strengths) > 1 and not all(strengths.values()):
        behind = _chains(text, mentions[-1].end, end, len(strengths))
        chain = next((chain for chain in behind if len(chain) == len(strengths)), ())
        strengths.update(zip(strengths, chain, strict=False))
    return unclear or _unread(text, mentions[-1].end, end, strengths)


def _unread(text: str, start: int, end: int, strengths: dict[str, str]) -> bool:
    """Whether something like a strength stands behind the names of which none was told: "300-600mg", a bare "600"."""
    if all(strengths.values()):
        return False
    for found in STRENGTH.finditer(text, start, end):
        chain = _chain(found)
        if chain[0]:
            if not set(chain) & set(strengths.values()):
                return True
        elif not any(strengths.values()) and len(chain) == len(strengths) > 1 and "/" in found[3]:
            return True
    return False


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
            numbers = re.findall(_NUMBER, found[0])
            if _is_straight(text, start, found.start()) or not _is_like_date(numbers):
                yield tuple(f"{number} {unit}" for number in numbers)


def _is_like_date(numbers: Sequence[str]) -> bool:
    """Whether numbers between slashes may be a month and a day or a year, or both."""
    if not all(map(str.isdecimal, numbers)):
        return False
    month, second = map(int, numbers[:2])
    return 1 <= month <= _MOST_MONTHS and (1 <= second <= _MOST_DAYS or 1990 <= second < 2040)


def _is_straight(text: str, start: int, end: int) -> bool:
    """Whether nothing but a form or a release mark stands between a drug's name and its numbers: "Suboxone film 8/2".

    Of what was given before it was asked for a date may stand there.
    """
    gap = text[start:end]
    return (
        gap.endswith(" ")
        and not marks.retrospective(text)
        and all(SALTS.fullmatch(word) or forms().value(phrase_key(word)) for word in gap.split())
    )


def _is_lost(text: str, start: int, end: int, strengths: dict[str, str]) -> bool:
    """Whether three numbers that were taken for a date may be strengths: "… cream 10/5/10" without a word of a date."""
    if any(strengths.values()) or len(strengths) != 3 or dates.service_date(text)[0]:
        return False
    return any(
        len(numbers := re.findall(_NUMBER, found[0])) == 3
        and len(numbers[2]) < 3
        and _is_straight(text, start, found.start())
        for found in STRENGTH.finditer(text, start, end)
    )


def _chain(found: re.Match[str]) -> tuple[str, ...]:
    """The numbers of one printed strength, each with its unit or the unit after it; empty words where there is none."""
    steps = [(found[1], found[2] or ""), *((n, u or "") for n, u in _STEP.findall(found[3] or ""))]
    unit, chain = "", []
    for number, own in reversed(steps):
        unit = units.sign(own) or unit
        number = number.replace(",", "")
        chain.append(f"{'0' + number if number.startswith('.') else number} {unit}" if unit else "")
    return tuple(reversed(chain))
