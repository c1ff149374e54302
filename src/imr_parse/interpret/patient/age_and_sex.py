"""The patient: age and sex, as the case summary first states them of the patient."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_parse.interpret.patient.whose import PATIENT, TITLED, Whose, whose
from imr_parse.interpret.reading import Reading
from imr_parse.number_words import NUMBER_WORDS, number_of

_YEARS_OLD = (
    r"(?:(?:years?|yrs?)[\s.-]{0,3}(?:of[\s-]{1,2}age|old|young)\b|y[\s./-]{0,2}o\b\.?"
    r"|(?:year|yr|y)s?\.?[\s-]{1,3}(?=(?:fe[ -]?)?m ?a ?l ?e|wom|m[ae]n))"
)
_SAID_AGAIN = rf"(?:\s?\((?:\d{{1,3}}|{NUMBER_WORDS})\))?"
_NO_UNIT = r"(?=[,.);]|\s(?:and|or|but|who|when|at\sthe\stime)\b|\s?$)(?!\.\d|,\s\d{4})"
_PERSON = rf"\b(?:{PATIENT}|(?:wo)?man|(?:fe)?male|she|he|{TITLED}\s[^\s,]{{1,30}})"
_TO_THE_NUMBER = (
    r"(?:,\s(?:who\s(?:is|was)\s)?|\s\(|(?:,\s[^.;:]{1,60},|\s\([^()]{1,40}\))?\s(?:is|was|has\sjust\sturned)\s)"
    r"(?:(?:male|female|now|currently|presently),?\s)?"
)
_AGES = (
    rf"\b(?P<digits>\d{{1,3}}){_SAID_AGAIN}[\s-]{{0,3}}{_YEARS_OLD}",  # 45-year-old
    rf"\b(?P<words>{NUMBER_WORDS}){_SAID_AGAIN}[\s-]{{1,3}}{_YEARS_OLD}",  # forty-five (45) year old
    r"\b(?P<letter>\d{2})\s?(?:yrs?\s|/)?(?-i:(?=[MF]\b))",  # 45 M
    r"\baged?(?:\s{0,2}[:=]\s{0,2}|\s{1,2}(?:(?:is|was|of)\s)?)(?P<aged>\d{2})\b(?!\s?%)",  # age: 45
    r"\b(?:wo)?man\sof\s(?P<man>\d{2})\b",
    r"\b(?:fe)?male\sof\s(?P<male>\d{2})\b",
    rf"{_PERSON}{_TO_THE_NUMBER}(?P<apart>\d{{2}}){_NO_UNIT}",  # the patient, 45, or: she is 45
    rf"\b(?:{PATIENT}|{TITLED})\s[^,.;:\d]{{0,60}},\s(?:now\s)?(?P<named>\d{{2}}),(?!\s?\d{{4}})",  # Mr. Roe, 45,
    r"\(\s?(?:male|female|[MF]),\s?(?P<brackets>\d{2})\)",
    r"\bturned\s(?P<turned>\d{2})\b(?!\s?(?:degrees|%))",
    rf"\bis\snow\s(?P<now>\d{{2}}){_NO_UNIT}",
)
_AGE = re.compile("|".join(_AGES), re.IGNORECASE)
_PAST = re.compile(
    r"\bat\s+(?:the\s+)?$|\b(?:since|when|at\s+(?:the\s+)?age|was\s+(?:only\s+)?$|history\s+at)\b[^.]{0,40}$"
    r"|\b(?:until|before|by|from)\s+(?:the\s+)?age\s+(?:of\s+)?$",
    re.IGNORECASE,
)
_LIMIT_BEFORE = re.compile(
    r"\b(?:over|under|older\s+than|younger\s+than|at\s+least)\s+(?:age\s+)?$", re.IGNORECASE
)
_LIMIT_AFTER = re.compile(r"\s+(?:or|and)\s+(?:older|younger|over|under|above|below)\b", re.IGNORECASE)
"""Around an age that a guideline sets as a limit."""
_NOW = re.compile(r"\b(?:(?:now|currently|presently)\s+(?:an?\s+)?|this\s+)$", re.IGNORECASE)
_THEN = re.compile(r"(?:\s+years\s+(?:old|of\s+age))?,?\s+(?:when|at\s+(?:the\s+)?time)\b", re.IGNORECASE)
"""After the age at which the patient was injured."""
_WAS = re.compile(r"\bwas\s+$", re.IGNORECASE)
_SEX_NOUN = re.compile(
    r"\b(?:(?P<female>f[ -]?e[ -]?m[ -]?a[ -]?l[ -]?e|w[ -]?o[ -]?m[ -]?a[ -]?n|lady|girl)"
    r"|(?P<male>m[ -]?a[ -]?l[ -]?e|man|gentle[ -]?man|boy))s?\b",
    re.IGNORECASE,
)
"""A noun may be broken by a space or at a line's end: "fe male" is no male."""
_KIN = re.compile(
    r"\b(?:(?P<female>mother\s+of|grandmother|widow)|(?P<male>father\s+of|grandfather|widower))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:(?P<female>she|her|hers|herself|(?-i:Mrs|Ms))|(?P<male>he|his|him|himself|(?-i:Mr)))\b",
    re.IGNORECASE,
)
_USUAL_PRONOUNS = {"female": (" she ", " her "), "male": (" he ", " his ")}
_SEVERAL = 2
"""Pronouns that are no slip of the pen."""
_OTHERS = re.compile(
    r"\b(?:Dr\.?|doctor|physician|provider|surgeon|therapist|chiropractor|claims\s+examiner)\b", re.IGNORECASE
)
_SEX_LETTER = re.compile(
    r"[\s,(/]{0,2}(?:(?:RHD|LHD|right|left|hand(?:ed)?|dominant|Hispanic|Caucasian)[\s-]){0,3}(?P<letter>[MF])\b"
)
_LETTER_BEFORE = re.compile(r",\s(?P<letter>[MF]),\s$")
_DESCRIBED = 60
"""Characters around the age in which a noun tells the patient's sex."""
_SENTENCE_END = re.compile(r"[.;]\s")
_PATIENTS_NOUN = re.compile(rf"\s(?:{PATIENT})\b", re.IGNORECASE)
_SAID_OF_PATIENT = re.compile(
    rf"(?:\b(?:this|{PATIENT},?|he|she|{TITLED}\s\S{{1,30}})(?:\s+(?:is|was))?(?:\s+an?)?\s+(?:[\w-]{{1,20}},?\s+){{0,4}}"
    rf"|\b(?:sex|gender)\s?(?::|is)\s?|^(?:[\w-]{{1,20}}\s+){{0,4}})$",
    re.IGNORECASE,
)


def read_age(summary: str) -> Reading | None:
    """The age in years as first stated of the patient; a past or another person's age is passed over."""
    injured: Reading | None = None
    likely: list[tuple[Whose, Reading]] = []
    for found in _AGE.finditer(summary):
        value, start = _age_value(found), found.start(found.lastgroup or 0)
        if not 14 <= value <= 110 or _is_limit(summary, start, found.end()):
            continue
        reading = Reading(value, start, found.end())
        who = whose(summary, start, found.end())
        if (
            who is Whose.PATIENTS
            and _WAS.search(summary, max(0, start - 8), start)
            and _THEN.match(summary, found.end())
        ):
            injured = injured or reading
        elif who > Whose.UNSURE and _is_past(summary, start):
            likely.append((Whose.UNSURE, reading))
        elif who is Whose.PATIENTS:
            return reading
        elif who is not Whose.ANOTHERS:
            likely.append((who, reading))
    if injured or not likely:
        return injured
    who, reading = max(likely, key=lambda one: one[0])
    if who is Whose.PERHAPS:
        return reading
    return reading._replace(remarks=(("IMR214", "the age stated may not be the patient's own of now"),))


def _is_limit(summary: str, start: int, end: int) -> bool:
    before = _LIMIT_BEFORE.search(summary, max(0, start - 25), start)
    return before is not None or _LIMIT_AFTER.match(summary, end) is not None


def _is_past(summary: str, start: int) -> bool:
    before = max(0, start - 60), start
    return _PAST.search(summary, *before) is not None and not _NOW.search(summary, *before)


def _age_value(found: re.Match[str]) -> int:
    words = found["words"]
    return number_of(words) if words else int(found[found.lastgroup or 0])


def read_sex(summary: str, age: Reading | None) -> Reading | None:
    """By what describes the patient beside the age, or the first noun that says it of the patient; else by pronouns that agree."""
    letter = _letter(summary, age) if age else None
    if letter:
        return Reading("female" if letter["letter"] == "F" else "male", *letter.span("letter"))
    first: re.Match[str] | None = None
    for found in _SEX_NOUN.finditer(summary):
        if whose(summary, *found.span()) is Whose.PATIENTS:
            if (age and _beside(summary, found, age)) or _is_patients(summary, found):
                return _unless_contradicted(summary, _sex(found))
            first = first or found
    kin = _KIN.search(summary, age.end, age.end + _DESCRIBED) if age else None
    if kin:
        return _sex(kin)
    pronouns = list(_pronouns(summary))
    sexes = {"female" if found["female"] else "male" for found in pronouns}
    if len(sexes) == 1:
        return _sex(pronouns[0])._replace(remarks=(("IMR407", "the sex is told by pronouns only"),))
    if first is None:
        return None
    doubt = (("IMR214", "the words may speak of another than the patient"),) if sexes else ()
    return _sex(first)._replace(remarks=doubt)


def _pronouns(summary: str) -> Iterator[re.Match[str]]:
    """Pronouns and titles, but not those of providers."""
    for found in _PRONOUN.finditer(summary):
        if not _OTHERS.search(summary, max(0, found.start() - 80), found.start()):
            yield found


def _unless_contradicted(summary: str, sex: Reading) -> Reading:
    """With a doubt where all pronouns, and more than one, are of the other sex; most letters hold none of that sex."""
    lower = summary.lower()
    if sum(map(lower.count, _USUAL_PRONOUNS["male" if sex.value == "female" else "female"])) < _SEVERAL:
        return sex
    others = 0
    for found in _pronouns(summary):
        if _sex(found).value == sex.value:
            return sex
        others += 1
    if others < _SEVERAL:
        return sex
    return sex._replace(remarks=(("IMR214", f"all {others} pronouns of the summary are of the other sex"),))


def _letter(summary: str, age: Reading) -> re.Match[str] | None:
    """M or F right beside the age."""
    before = max(0, age.start - 5), age.start
    return _SEX_LETTER.match(summary, age.end) or _LETTER_BEFORE.search(summary, *before)


def _sex(found: re.Match[str]) -> Reading:
    return Reading("female" if found["female"] else "male", *found.span())


def _beside(summary: str, noun: re.Match[str], age: Reading) -> bool:
    """Whether a noun stands in the description that holds the age."""
    first, last = sorted((noun.span(), (age.start, age.end)))
    return last[0] - first[1] <= _DESCRIBED and not _SENTENCE_END.search(summary, first[1], last[0])


def _is_patients(summary: str, noun: re.Match[str]) -> bool:
    """Whether a noun is plainly the patient's: "this man", "he is a man", "the male patient"."""
    before = summary[max(0, noun.start() - _DESCRIBED) : noun.start()]
    return bool(_SAID_OF_PATIENT.search(before)) or bool(_PATIENTS_NOUN.match(summary, noun.end()))
