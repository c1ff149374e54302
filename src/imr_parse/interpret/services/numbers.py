"""Numbers of a treatment: visits, how often and how long, how many. Words are numbers too."""

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

_CODE = re.compile(
    r"(?<![\w#$.,])(?:(?P<hcpcs>[a-v])\d{4}|\d{5}|\d{4}[ft])(?:-\w{2})?(?![\w%]|[.,]\d|\s?(?:units?|i\.?u|mg|mcg|ml)\b)"
    r"(?:\s?x\s?\d{1,3}(?=\s?[,;)]|(?(hcpcs)$|(?!))))?"
)
"""A procedure code of CPT or HCPCS, and in a list how often it is billed: "99214", "(D4341 x 4)"."""
_LONG = re.compile(r"\d{4}")
_WEEK = r"(?:weeks?|wks?)\b"
_COUNTED = r"(?:visits?|sessions?|treatments?|appointments?|sess)\b"
_HOW_OFTEN = r"(?!\s?(?:(?:(?:per|an?|each|every|/|x)\s?)(?:week|wk|day|month)|(?:week|month|dai)ly\b))"
"""Not behind a number of visits that are those of a week or a month."""
_TIMES = r"(?:\s?(?:x|times?|sessions?|visits?|days?|treatments?|per))?"
_PER_WEEK = re.compile(
    rf"(\d{{1,7}}){_TIMES}\s?(?:\b(?:a|an|per|each|every)\s|/\s?|\bin\sa\s|x\s?)\s?(?:week|wk)s?\b(?!\s?(?:x\s?)?\d{{1,7}}\s?(?:per|/))"
    rf"|(\d{{1,7}})(?:\s?x|\stimes?|\s?sessions?|\s?visits?|\s?days?)?[\s-]w(?:ee)?kly"
)
_EVERY_WEEK = re.compile(r"\b(?:every|each)\s(?:week|wk)\b|\bw(?:ee)?kly\b")
_BY_WEEKS = re.compile(rf"(\d{{1,7}})\s?(?:x|times|by)\s?(\d{{1,7}})\s?-?{_WEEK}")
_PER_MONTH = re.compile(
    r"(\d{1,7})(?:\s?x|\stimes?|\s?sessions?|\s?visits?|\s?treatments?)?\s?(?:(?:per|an?|each|every|/)\s?months?\b|monthly\b)"
)
_WEEKS = re.compile(rf"(?<![\d.-])(\d{{1,7}})\s?-?\s?{_WEEK}")
_NOT_WEEKS = re.compile(r"(?:\b(?:in|every|after|within|q|at|per|each)|\bpost-?op\w*(?:\s\w+)?|-)\s?$")
_RANGE = re.compile(
    rf"\d{{1,7}}\s?(?:-|\u2013|to|or|/)\s?\d{{1,7}}\s?(?:more\s|additional\s)?(?:x\b|x\s?/|times|per\b|a\sweek|{_COUNTED}|{_WEEK}|w(?:ee)?kly|hours?\b.{{0,20}}\bdays)"
    rf"|\d{{1,7}}\s?(?:x|times?)?\s?(?:-|\u2013|to|or)\s?\d{{1,7}}\s?(?:x|times)"
)
_VISITS = re.compile(
    rf"(?<![\d./-])(\d{{1,7}})\s(?!x\b|times|per\b|a\b|weeks?|wks?|days?|hours?|months?|mg)(?:(?!for\b|per\b|times|weeks?|x\b|and\b)[a-z/()&-]+[\s-]+){{0,5}}?{_COUNTED}{_HOW_OFTEN}"
)
_VISITS_BARE = re.compile(rf"(?<![\d./-])(\d{{1,7}})\s?-?{_COUNTED}{_HOW_OFTEN}")
_VISITS_AFTER = re.compile(
    rf"{_COUNTED}\s?(?:\(|:|=|#|-|,|\bx|\btimes|\bof|\bqty:?|\bquantity:?|\btotal:?)*\s?#?(\d{{1,7}})\b(?!\s?(?:x\b|x\d|times?\b|per\b|/|a\b|{_WEEK}|days?|months?|hours?|-\s?\d|to\s\d))"
)
_MULTIPLE = re.compile(
    rf"(?<![\d./-])(\d{{1,7}})\s?(?:x|times)\s?(\d{{1,7}})\b(?!\s?(?:[./]\d|-?{_WEEK}|x\b|times|mg|cm|days?|months?))"
    rf"|(?:\bx|\u00d7|\btimes|\*)\s?\(?(\d{{1,7}})\b(?!\s?(?:[./]\d|-?{_WEEK}|x\b|times|per\b|mg|cm|days?|months?|hours?|hrs?|years?|a\b))"
)
HASH = re.compile(
    r"#\s?(\d[\d,]{0,9})(?!\d)|\b(?:qty|quantity|count|dispense|disp)\b\.?[\s:#=]*(?:of\s)?(\d[\d,]{0,9})\b"
)
_COUNT_WORDS = ("#", "qty", "quantity", "count", "disp")
_BRACKETED = re.compile(r"\(\s?x?\s?(\d{1,3})\s?\)")
_SERIES = re.compile(r"\bseries\sof\s(\d{1,7})\b|\bset\sof\s(\d{1,7})\b")
_LEADING = re.compile(
    r"\s*(?:(?:request|prescription)\s(?:for|of)\s)?(?:additional\s|another\s|initial\s|up\sto\s|an?\s)?#?(\d{1,7})\s(?!times\b|x[\s\d]|per\b|hours?|hrs?|days?|weeks?|wks?|months?|years?|views?|levels?|phase|panel|lead|point|tesla|in\b|parts?|wheel|way|mg|cm|inch|or\b|to\b|-|week)"
)
OPEN_RANGE = re.compile(r"\d\s?(?:-|\u2013|to|or)\s?$")


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
    """Lower case with numbers as digits, each said once, without procedure codes: "Six (6) visits" is "6 visits"."""
    digits = text.lower()
    if not _NUMBER_WORDS.isdisjoint(_LETTERS.findall(digits)):
        digits = _NUMBER_WORD.sub(_digits, digits)
    digits = digits.replace("\u2019", "'")
    if _LONG.search(digits):
        digits = _CODE.sub("", digits)
    return _TWICE_SAID.sub(r"\1", digits) if "(" in digits else digits


def _digits(found: re.Match[str]) -> str:
    return str(_OFTEN[found[1].lower()] if found[1] else number_of(found[0]))


def first(found: re.Match[str] | None) -> int | None:
    """The first group that holds a number; more than nine digits are no count."""
    number = next((group for group in found.groups() if group), "") if found else ""
    number = number.replace(",", "")
    return int(number) if number.isdigit() and len(number) < 10 else None


def schedule(said: str) -> Schedule:
    """Visits of a therapy, an exam or a nurse; `said` is plain text."""
    if _RANGE.search(said):
        single = _VISITS_BARE.search(said)
        open_ended = single and OPEN_RANGE.search(said[: single.start()])
        return Schedule(None if open_ended else first(single), range=True)
    product = False
    both, per_week, weeks = None, None, None
    by_the_week = holds(said, ("week", "wk"))
    if by_the_week:
        both = _BY_WEEKS.search(said)
        per_week = int(both[1]) if both and len(both[1]) < 4 else first(_PER_WEEK.search(said))
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
            first(_VISITS_BARE.search(said))
            or first(_VISITS_AFTER.search(said))
            or first(_VISITS.search(said))
        )
    if stated is None:
        multiple = _MULTIPLE.search(said) if not both else None
        if multiple and len(multiple[0]) < 12:
            stated = int(multiple[1]) * int(multiple[2]) if multiple[1] else int(multiple[3])
            product = bool(multiple[1]) and int(multiple[1]) > 1
            if "month" in said and not multiple[1] and (first(_PER_MONTH.search(said)) or 1) > 1:
                return Schedule(
                    None, per_week, weeks, product=True
                )  # "2 a month x 6": of six months, or six visits
    for pattern in (HASH, _BRACKETED):
        stated = first(pattern.search(said)) if stated is None else stated
    computed = per_week * weeks if per_week is not None and weeks is not None else None
    odd = stated is not None and computed is not None and stated != computed
    return Schedule(stated if stated is not None else computed, per_week, weeks, odd=odd, product=product)


def leading(said: str) -> int | None:
    """A number that stands before the service: "12 physical therapy", "One x-ray"."""
    return first(_LEADING.match(said))


def count(said: str) -> int | None:
    """The number of a test, an image or a thing: "#1", "QTY: 2", "times 1", "series of 3", "One x-ray"."""
    for read in (marked, times, leading):
        number = read(said)
        if number is not None:
            return number
    return None


def times(said: str) -> int | None:
    """The number after "times" or "x", or of a series."""
    number = first(_SERIES.search(said))
    if number is None:
        multiple = _MULTIPLE.search(said)
        number = int(multiple[3]) if multiple and multiple[3] else None
    return number


def marked(said: str) -> int | None:
    """The number after "#" or "QTY"."""
    return first(HASH.search(said)) if holds(said, _COUNT_WORDS) else None
