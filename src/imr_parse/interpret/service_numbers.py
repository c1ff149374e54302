"""Numbers of a treatment: visits, how often and how long, quantity, refills, days. Words are numbers too."""

import re
from functools import lru_cache
from typing import NamedTuple

from imr_parse.interpret.meaning import holds
from imr_parse.number_words import NUMBER_WORDS, SINGLE_NUMBER_WORDS, number_of

_OFTEN = {"once": 1, "twice": 2, "thrice": 3}
_NUMBER_WORD = re.compile(rf"\b(?:({'|'.join(_OFTEN)})|{NUMBER_WORDS})\b", re.IGNORECASE)
_NUMBER_WORDS = frozenset((*_OFTEN, *SINGLE_NUMBER_WORDS))
_LETTERS = re.compile(r"[a-z]+")
_TWICE_SAID = re.compile(r"(\d{1,7})\s?\(\s?x?\s?\1\s?\)")

_WEEK = r"(?:weeks?|wks?)\b"
_COUNTED = r"(?:visits?|sessions?|treatments?|appointments?|sess)\b"
_TIMES = r"(?:\s?(?:x|times?|sessions?|visits?|days?|treatments?|per))?"
_PER_WEEK = re.compile(
    rf"(\d{{1,7}}){_TIMES}\s?(?:\b(?:a|an|per|each|every)\s|/\s?|\bin\sa\s|x\s?)\s?(?:week|wk)s?\b(?!\s?(?:x\s?)?\d{{1,7}}\s?(?:per|/))"
    rf"|(\d{{1,7}})(?:\s?x|\stimes?|\s?sessions?|\s?visits?|\s?days?)?[\s-]weekly"
)
_EVERY_WEEK = re.compile(r"\b(?:every|each)\s(?:week|wk)\b|\bweekly\b")
_BY_WEEKS = re.compile(rf"(\d{{1,7}})\s?(?:x|times|by)\s?(\d{{1,7}})\s?-?{_WEEK}")
_WEEKS = re.compile(rf"(?<![\d.-])(\d{{1,7}})\s?-?\s?{_WEEK}")
_NOT_WEEKS = re.compile(r"(?:\b(?:in|every|after|within|q|at|per|each)|\bpost-?op\w*(?:\s\w+)?|-)\s?$")
_RANGE = re.compile(
    rf"\d{{1,7}}\s?(?:-|\u2013|to|or|/)\s?\d{{1,7}}\s?(?:more\s|additional\s)?(?:x\b|x\s?/|times|per\b|a\sweek|{_COUNTED}|{_WEEK}|weekly|hours?\b.{{0,20}}\bdays)"
    rf"|\d{{1,7}}\s?(?:x|times?)?\s?(?:-|\u2013|to|or)\s?\d{{1,7}}\s?(?:x|times)"
)
_VISITS = re.compile(
    rf"(?<![\d./-])(\d{{1,7}})\s(?!x\b|times|per\b|a\b|weeks?|wks?|days?|hours?|months?|mg)(?:(?!for\b|per\b|times|weeks?|x\b|and\b)[a-z/()&-]+[\s-]+){{0,5}}?{_COUNTED}(?!\s?(?:per|a|each|/|x)\s?(?:week|wk))"
)
_VISITS_BARE = re.compile(
    rf"(?<![\d./-])(\d{{1,7}})\s?-?{_COUNTED}(?!\s?(?:per|a|each|every|/|x)\s?(?:week|wk|day|month))"
)
_VISITS_AFTER = re.compile(
    rf"{_COUNTED}\s?(?:\(|:|=|#|-|,|\bx|\btimes|\bof|\bqty:?|\bquantity:?|\btotal:?)*\s?#?(\d{{1,7}})\b(?!\s?(?:x\b|x\d|times?\b|per\b|/|a\b|{_WEEK}|days?|months?|hours?|-\s?\d|to\s\d))"
)
_MULTIPLE = re.compile(
    rf"(?<![\d./-])(\d{{1,7}})\s?(?:x|times)\s?(\d{{1,7}})\b(?!\s?(?:[./]\d|-?{_WEEK}|x\b|times|mg|cm|days?|months?))"
    rf"|(?:\bx|\u00d7|\btimes|\*)\s?\(?(\d{{1,7}})\b(?!\s?(?:[./]\d|-?{_WEEK}|x\b|times|per\b|mg|cm|days?|months?|hours?|hrs?|years?|a\b))"
)
_HASH = re.compile(
    r"#\s?(\d[\d,]{0,9})(?!\d)|\b(?:qty|quantity|count|dispense|disp)\b\.?[\s:#=]*(?:of\s)?(\d[\d,]{0,9})\b"
)
_COUNT_WORDS = ("#", "qty", "quantity", "count", "disp")
_BRACKETED = re.compile(r"\(\s?x?\s?(\d{1,3})\s?\)")
_SERIES = re.compile(r"\bseries\sof\s(\d{1,7})\b|\bset\sof\s(\d{1,7})\b")
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
_DOSES = re.compile(
    r"(?<![\d./-])(\d{1,7})\s?-?\s?(?:tab(?:let)?s?|cap(?:sule)?s?|patch(?:es)?|pills?|caplets?|lozenges?|suppositor(?:y|ies)|count|ct)\b(?!\s?(?:\w+\s){0,3}(?:daily|bid|tid|qid|qhs|q\d|every|per|a day|at night|at bedtime|twice|prn|by mouth|po\b|orally))"
)
_BEGINS = re.compile(r"[,;(]\s?$")
_ENDS = re.compile(r"\s?(?:[,;.)]|$)")
_MONTHS = re.compile(r"(?<![\d-])(\d{1,7})[\s-]?months?'?s?(?:\s(?:supply|coverage|worth))")
_REFILLS = (
    re.compile(r"\brefills?\s?(?:(?:[:x#=]|times|of)\s?){1,2}(\d{1,7})\b|\br/?f\s?:?\s?(\d{1,7})\b"),
    re.compile(r"(?<![#\d])(\d{1,7})\s?(?:additional\s)?refills?\b|\brefills?\s(\d{1,7})\b"),
)
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
_LEADING = re.compile(
    r"\s*(?:(?:request|prescription)\s(?:for|of)\s)?(?:additional\s|another\s|initial\s|up\sto\s|an?\s)?#?(\d{1,7})\s(?!times\b|x[\s\d]|per\b|hours?|hrs?|days?|weeks?|wks?|months?|years?|views?|levels?|phase|panel|lead|point|tesla|in\b|parts?|wheel|way|mg|cm|inch|or\b|to\b|-|week)"
)
_OPEN_RANGE = re.compile(r"\d\s?(?:-|\u2013|to|or)\s?$")
_DAY_LENGTH = {"day": 1, "week": 7, "wk": 7, "month": 30, "mo": 30, "year": 365}


class Schedule(NamedTuple):
    """How many visits, how often, for how many weeks.

    `range` where the words give no single number, `odd` where they give two that differ, `product` where the visits
    are those of "2x6" without a word of weeks.
    """

    visits: int | None = None
    per_week: int | None = None
    weeks: int | None = None
    range: bool = False
    odd: bool = False
    product: bool = False


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Lower case with numbers as digits, each said once: "Six (6) visits" is "6 visits"."""
    digits = text.lower()
    if not _NUMBER_WORDS.isdisjoint(_LETTERS.findall(digits)):
        digits = _NUMBER_WORD.sub(_digits, digits)
    digits = digits.replace("\u2019", "'")
    return _TWICE_SAID.sub(r"\1", digits) if "(" in digits else digits


def _digits(found: re.Match[str]) -> str:
    return str(_OFTEN[found[1].lower()] if found[1] else number_of(found[0]))


def _first(found: re.Match[str] | None) -> int | None:
    """The first group that holds a number; more than nine digits are no count."""
    number = next((group for group in found.groups() if group), "") if found else ""
    number = number.replace(",", "")
    return int(number) if number.isdigit() and len(number) < 10 else None


def schedule(said: str) -> Schedule:
    """Visits of a therapy, an exam or a nurse; `said` is plain text."""
    if _RANGE.search(said):
        single = _VISITS_BARE.search(said)
        open_ended = single and _OPEN_RANGE.search(said[: single.start()])
        return Schedule(None if open_ended else _first(single), range=True)
    product = False
    both, per_week, weeks = None, None, None
    by_the_week = holds(said, ("week", "wk"))
    if by_the_week:
        both = _BY_WEEKS.search(said)
        per_week = int(both[1]) if both and len(both[1]) < 4 else _first(_PER_WEEK.search(said))
        if per_week is None and _EVERY_WEEK.search(said):
            per_week = 1
        weeks = int(both[2]) if both and len(both[2]) < 4 else None
    if by_the_week and weeks is None:
        for found in _WEEKS.finditer(said):
            if not _NOT_WEEKS.search(said[max(0, found.start() - 30) : found.start()]) and len(found[1]) < 4:
                weeks = int(found[1])
                break
    stated = None
    if holds(said, ("visit", "sess", "treatment", "appointment")):
        stated = (
            _first(_VISITS_BARE.search(said))
            or _first(_VISITS_AFTER.search(said))
            or _first(_VISITS.search(said))
        )
    if stated is None:
        multiple = _MULTIPLE.search(said) if not both else None
        if multiple and len(multiple[0]) < 12:
            stated = int(multiple[1]) * int(multiple[2]) if multiple[1] else int(multiple[3])
            product = bool(multiple[1]) and int(multiple[1]) > 1
    for pattern in (_HASH, _BRACKETED):
        stated = _first(pattern.search(said)) if stated is None else stated
    computed = per_week * weeks if per_week is not None and weeks is not None else None
    odd = stated is not None and computed is not None and stated != computed
    return Schedule(stated if stated is not None else computed, per_week, weeks, odd=odd, product=product)


def leading(said: str) -> int | None:
    """A number that stands before the service: "12 physical therapy", "One x-ray"."""
    return _first(_LEADING.match(said))


def count(said: str) -> int | None:
    """The number of a test, an image or a thing: "#1", "QTY: 2", "times 1", "series of 3", "One x-ray"."""
    for read in (marked, times, leading):
        number = read(said)
        if number is not None:
            return number
    return None


def times(said: str) -> int | None:
    """The number after "times" or "x", or of a series."""
    number = _first(_SERIES.search(said))
    if number is None:
        multiple = _MULTIPLE.search(said)
        number = int(multiple[3]) if multiple and multiple[3] else None
    return number


def marked(said: str) -> int | None:
    """The number after "#" or "QTY"."""
    return _first(_HASH.search(said)) if holds(said, _COUNT_WORDS) else None


def amount(said: str) -> tuple[int | float, str] | None:
    """A printed amount and its unit: "240 grams", "1 box"; the last one, for a strength may stand before it."""
    found = None
    for found in _AMOUNT.finditer(said):
        pass
    if found is None or len(found[1]) > 9:
        return None
    number = float(found[1])
    return int(number) if number.is_integer() else number, str(found.lastgroup)


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
    return _first(_MONTHS.search(said)) if "month" in said else None


def refills(said: str) -> int | None:
    """Refills: "2 refills", "refills: 3", "no refills"."""
    for pattern in _REFILLS:
        number = _first(pattern.search(said))
        if number is not None:
            return number
    return 0 if _NO_REFILLS.search(said) else None


def days(said: str, *, weeks_and_months: bool) -> int | None:
    """How long a thing is used or a drug lasts, in days; weeks and months where the caller says they mean that."""
    if not holds(said, ("day", "week", "wk", "mo", "year")):
        return None
    supply = _first(_DAY_SUPPLY.search(said)) if "supply" in said else None
    if supply is not None:
        return supply
    for found in _DAYS.finditer(said):
        number, unit = found[1], found[2]
        before, after = said[max(0, found.start() - 12) : found.start()], said[found.end() : found.end() + 14]
        if _OPEN_RANGE.search(before):
            return None
        if len(number) > 4 or _BEFORE_DAYS.search(before) or _PER_DAY.match(after):
            continue
        if unit == "day" or weeks_and_months or _USE.search(after):
            return int(number) * _DAY_LENGTH[unit]
    return None
