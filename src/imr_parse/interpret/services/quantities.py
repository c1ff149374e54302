"""Quantities of a treatment: amounts, doses, refills, days. The words are plain: service_numbers gives them so."""

import itertools
import re

from imr_parse.interpret.meaning import holds
from imr_parse.interpret.services.numbers import HASH, OPEN_RANGE, first

_UNITS = {
    "grams": r"g|gm|gms|gr|grm|grams?", "ml": r"ml|mls|cc|milliliters?", "ounce": r"oz|ounces?", "box": r"box(?:es)?", "bottle": r"bottles?",
    "tube": r"tubes?", "container": r"containers?", "jar": r"jars?", "vial": r"vials?", "pack": r"packs?|packages?", "bag": r"bags?",
    "unit": r"units?", "pair": r"pairs?", "set": r"sets?", "roll": r"rolls?", "kit": r"kits?", "case": r"cases?",
}  # fmt: skip
_AMOUNT = re.compile(
    r"(?<![\d./%])(\d{1,7}(?:\.\d{1,7})?)[\s-]?(?:"
    + "|".join(f"(?P<{unit}>{words})" for unit, words in _UNITS.items())
    + r")(?![a-z0-9/])"
)
_MARKED_AMOUNT = re.compile(
    r"#\s?\d{1,7}\s(?:"
    + "|".join(f"(?P<{unit}>{words})" for unit, words in _UNITS.items())
    + r")(?![a-z0-9/])"
)
_AND = re.compile(r"\s?(?:,|and|&)\s?")
_DOSES = re.compile(
    r"(?<![\d./-])(\d{1,7})\s?-?\s?(?:tab(?:let)?s?|cap(?:sule)?s?|patch(?:es)?|pills?|caplets?|lozenges?|suppositor(?:y|ies)|count|ct)\b(?!\s?(?:\w+\s){0,3}(?:daily|bid|tid|qid|qhs|q\d|every|per|a day|at night|at bedtime|twice|prn|by mouth|po\b|orally))"
)
_BEGINS = re.compile(r"[,;(]\s?$")
_ENDS = re.compile(r"\s?(?:[,;.)]|$)")
_MONTHS = re.compile(r"(?<![\d-])(\d{1,7})[\s-]?months?'?s?(?:\s(?:supply|coverage|worth))")
_REFILL_WORD = re.compile(
    r"\b(?:refills?(?:\(s\))?|r/?fl?s?(?![a-z])|ref\b\.?:?(?=\s?\d))|(?<=\d)r/?fl?s?(?![a-z])"
)
_REFILLS_BEFORE = re.compile(r"(?<![\d./-])(\d{1,7})\s?(?:additional\s)?$")
_COUNTS_PIECES = re.compile(r"(?:#|\b(?:qty|quantity|count|dispense|disp)\b)[\s.:#=]{0,4}(?:of\s)?$")
"""Before a number that counts pieces, whatever stands behind it: "#60 RF"."""
_REFILLS_BEHIND = re.compile(
    r"\s?(?P<weak>#|of\s)?(?:[:x=#]\s?|times\s|of\s){0,2}(\d{1,7})\b(?!\s?-\s?\d|[./]\d|\s?-?(?:days?|weeks?|months?|mg|mcg|ml|gm?|grams?|tab|cap|patch|pill)|%)"
)
"""A number behind the word; behind "#" or "of" it may be that of the pieces."""
_REFILLS_END = re.compile(r"\b(?:refills?|r/?fs?)[\s:]{0,2}$")
_NO_REFILLS = re.compile(r"\b(?:no|zero|without)\srefills?\b")
_DAYS = re.compile(r"(?<![\d.-])(\d{1,7})\s?-?\s?(day|week|wk|month|mo|year)s?\b('s?)?")
_DAY_SUPPLY = re.compile(
    r"\bdays?'?\ssupply\s?[:#=]?\s?(\d{1,7})\b|\bsupply\sof\s(\d{1,7})\sdays?\b|\bsupply:\s?(\d{1,7})\sdays?\b"
)
_USE = re.compile(r"rent|use\b|usage|trial|supply|duration|purchase|month-to-month")
_PER_DAY = re.compile(
    r"\s?(?:a|per|each|/)\s(?:week|wk|month)|\s?/\s?(?:week|wk|month)|\s(?:weekly|supply:?\s?\d)"
)
_BEFORE_DAYS = re.compile(r"(?:\b(?:every|q|each|per|after|in|within|x-?ray|day|times|post-?op\w*)|/)\s?$")
_DAY_LENGTH = {"day": 1, "week": 7, "wk": 7, "month": 30, "mo": 30, "year": 365}


def amount(said: str) -> tuple[int | float, str] | None:
    """A printed amount and its unit: "240 grams", "1 box"; the last one, for a strength may stand before it.

    Of "5 tubes of 100 grams" the tubes; "4 unit" is part of a device's name.
    """
    last = None
    for found in _AMOUNT.finditer(said):
        if last and said[: found.start()].rstrip().endswith(" of"):
            break
        if len(found[1]) < 10 and not (found[0].endswith("unit") and found[1] != "1"):
            last = found
    if last is None:
        return None
    number = float(last[1])
    return int(number) if number.is_integer() else number, str(last.lastgroup)


def marked_unit(said: str) -> str | None:
    """The unit that stands behind a marked number: "#2 boxes"."""
    found = _MARKED_AMOUNT.search(said) if "#" in said else None
    return found.lastgroup if found else None


def two_quantities(said: str) -> bool:
    """Whether two numbers are printed that each may be the quantity: "30 gm and 240 gm", "#90, #60"."""
    joined = holds(said, (", ", " and ", "&"))
    if not joined and said.count("#") < 2:
        return False
    marked_ones = {
        found[0].strip("# ")
        for found in HASH.finditer(said)
        if found[1] and not _REFILLS_END.search(said, max(0, found.start() - 10), found.start())
    }
    amounts = list(_AMOUNT.finditer(said)) if joined else []
    return len(marked_ones) > 1 or any(
        a.lastgroup == b.lastgroup and a[1] != b[1] and _AND.fullmatch(said, a.end(), b.start())
        for a, b in itertools.pairwise(amounts)
    )


def doses(said: str) -> int | None:
    """How many tablets, capsules or patches, where the number is not that of one dose."""
    for found in _DOSES.finditer(said):
        few = len(found[1]) == 1 and int(found[1]) < 5
        alone = _ENDS.match(said, found.end()) and _BEGINS.search(said, 0, found.start())
        if len(found[1]) < 6 and (alone or not few):
            return int(found[1])
    return None


def months(said: str) -> int | None:
    """Months of supply."""
    return first(_MONTHS.search(said)) if "month" in said else None


def refills(said: str) -> int | None:
    """Refills: "2 refills", "refills: 3", "no refills"; of two numbers the one behind, for "60 refills 2" begins with the pieces."""
    if not holds(said, ("refill", "rf", "r/f", "ref")):
        return None
    for word in _REFILL_WORD.finditer(said):
        before = _REFILLS_BEFORE.search(said, max(0, word.start() - 20), word.start())
        if before and _COUNTS_PIECES.search(said, max(0, before.start() - 16), before.start()):
            before = None
        behind = _REFILLS_BEHIND.match(said, word.end())
        found = before if before and (behind is None or behind["weak"]) else behind
        if found and len(number := found[found.lastindex or 0]) < 10:
            return int(number)
    return 0 if _NO_REFILLS.search(said) else None


def days(said: str, *, weeks_and_months: bool) -> int | None:
    """How long a thing is used or a drug lasts, in days; weeks and months where the caller says they mean that."""
    if not holds(said, ("day", "week", "wk", "mo", "year")):
        return None
    supply = first(_DAY_SUPPLY.search(said)) if "supply" in said else None
    if supply is not None:
        return supply
    for found in _DAYS.finditer(said):
        number, unit = found[1], found[2]
        before, after = said[max(0, found.start() - 12) : found.start()], said[found.end() : found.end() + 14]
        if OPEN_RANGE.search(before):
            return None
        if len(number) > 4 or _BEFORE_DAYS.search(before) or _PER_DAY.match(after):
            continue
        if unit == "day" or weeks_and_months or _USE.search(after):
            return int(number) * _DAY_LENGTH[unit]
    return None
