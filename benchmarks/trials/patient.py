"""Other opening sentences of the summary: the patient told in other words, with others named beside."""

from __future__ import annotations

import random
import re
from copy import deepcopy

from .rows import Rows, Truth, Untouchable, edit, joined, place

Changed = tuple[Rows, Truth, str, tuple[str, ...], tuple[str, ...]]

# sentence, age, sex, occupation (None: the letter states none)
OPENINGS: tuple[tuple[str, int | None, str | None, str | None], ...] = (
    ("The patient is a 45-year-old male roofer who fell on 3/4/2015.", 45, "male", "roofer"),
    ("This 61 y/o female line cook hurt her wrist on 3/4/2015.", 61, "female", "line cook"),
    ("A 38 year-old woman, employed as a bus driver, was injured on 3/4/2015.", 38, "female", "bus driver"),
    ("The injured worker, a fifty-two-year-old man working as a welder, was injured on 3/4/2015.", 52, "male", "welder"),
    ("The claimant is a 29-yr-old gentleman employed as a stage carpenter with a claim of 3/4/2015.", 29, "male", "stage carpenter"),
    ("The applicant is a 57 year old lady who worked as a cashier until 3/4/2015.", 57, "female", "cashier"),
    ("The patient is a 45-year-old right hand dominant male warehouse worker injured on 3/4/2015.", 45, "male", "warehouse worker"),
    ("This is a 33-year-old obese female dental hygienist with an injury of 3/4/2015.", 33, "female", "dental hygienist"),
    ("The patient, 45, is a male janitor injured on 3/4/2015.", 45, "male", "janitor"),
    ("The patient, a male machinist aged 45, was injured on 3/4/2015.", 45, "male", "machinist"),
    ("The employee is a now 64-year-old male, formerly a deputy sheriff, injured on 3/4/2015.", 64, "male", "deputy sheriff"),
    ("The injured worker is a 45 years old female nurse's aide with a date of injury of 3/4/2015.", 45, "female", "nurse's aide"),
    ("The patient is a 45 year old man whose 72-year-old mother lives with him; he is a painter injured on 3/4/2015.", 45, "male", "painter"),
    ("A 19-year-old male apprentice electrician, who lives with his 44-year-old father, was injured on 3/4/2015.", 19, "male", "apprentice electrician"),
    ("This 45-year-old (DOB withheld) female produce packer was injured on 3/4/2015.", 45, "female", "produce packer"),
    ("The patient is a 45-year-old Hispanic male diesel mechanic injured on 3/4/2015.", 45, "male", "diesel mechanic"),
    ("The injured worker is a 45 year-old who was injured on 3/4/2015 while working as a truck driver; she fell.", 45, "female", "truck driver"),
    ("The injured employee is a male who was 30 when he was hurt on 3/4/2001 and is now 45 years old, a tile setter.", 45, "male", "tile setter"),
    ("45 YEAR OLD MALE FORKLIFT OPERATOR INJURED ON 3/4/2015.", 45, "male", "FORKLIFT OPERATOR"),
    ("The patient is a forty five year old female teacher injured on 3/4/2015.", 45, "female", "teacher"),
    ("Patient: 45M, roofer, injured on 3/4/2015.", 45, "male", "roofer"),
    ("A 45 yo F hotel housekeeper was injured on 3/4/2015.", 45, "female", "hotel housekeeper"),
)  # fmt: skip


def opening(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """The summary's first sentence replaced. Raises Untouchable."""
    summary = truth["case_summary"]
    first = re.match(r"[^.]{20,300}[a-z0-9]\. (?=[A-Z])", summary)
    if not first:
        raise Untouchable
    start, end = place(rows, first.group().strip())
    words, age, sex, occupation = rng.choice(OPENINGS)
    if "he" in words and "she" not in words and sex is None:
        raise Untouchable
    he, she = (
        re.search(rf"\b(?:{pronouns})\b", summary[first.end() :], re.IGNORECASE)
        for pronouns in ("he|his|him", "she|hers?")
    )
    if not re.search(
        r"\b(?:fe)?male\b|\b(?:wo)?man\b|gentleman|lady|\d[MF]\b| F ", words, re.IGNORECASE
    ) and (he if sex == "female" else she):
        raise Untouchable  # the pronouns of the rest say otherwise
    truth = deepcopy(truth)
    truth["case_summary"] = f"{words} {summary[first.end() :]}"
    truth["patient"] = {"age": age, "sex": sex, "occupation": occupation}
    text = joined(rows)
    if text[start:end].count("\n") > 6:
        raise Untouchable
    return edit(rows, start, end, words), truth, words, ("/case_summary/patient",), ()
