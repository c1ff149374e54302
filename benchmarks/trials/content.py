"""Other content: legitimate text that no letter seen holds, values that are gone, outcomes that contradict."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from copy import deepcopy
from functools import partial
from typing import Any

from . import content_fields, patient
from . import words as w
from .forms import carry, reflowed
from .rows import (
    ITEM_PARTS,
    Letter,
    Rows,
    Truth,
    Untouchable,
    edit,
    items,
    joined,
    mapped,
    place,
    rows_of,
)
from .scoring import Variant

Changed = tuple[Rows, Truth, str, tuple[str, ...], tuple[str, ...]]
ODD_HEADINGS = (
    "MRI", "X-ray of the left hand, 3 views 73130", "Lyrica 75", "Norco 10/325", "CPT 97110 x 12", "Office visits QTY 4.00",
    "Theramine #90 (DOS 03/02/2016)", "Is a lumbar corset indicated? Purchase, 1",
    "Percutaneous stimulator trial. The trial is to last seven days. Electrodes are included", "Follow-up visit in 4 to 6 weeks.",
    "Gym membership for 3 months, then 1 to 2 visits a week; pool: yes; locker: no", "Unknown prescription of Soma",
    "One (1) cervical pillow", "Trazodone 50mg, #30, 1 p.o. q.h.s., 2 refills", "DME: walker, cane, and raised toilet seat",
    "Post-op physical therapy 2x6 to the (R) knee", "Lumbar facet injections at L3-4, L4-5 & L5-S1 - bilateral",
    "urine toxicology screen", "TRANSPORTATION TO AND FROM ALL APPOINTMENTS", "H-wave 30-day trial/rental", "5 sessions of biofeedback",
    "3 compound creams: A) ketamine 5%; B) gabapentin 6%; C) diclofenac 3%", "Referral to Dr. (specialty: psychology)",
    "Request for authorization dated 10/3/2016: EMG of the left arm", "Voltaren gel 1%, 100g tube, quantity 3",
    "Upper GI series", "Overturned stool (ergonomic), replacement", "Hospital stay: 2 days: inpatient", "Chest x-ray/EKG/CBC/CMP/PT/PTT/INR",
    ("Medical clearance with history & physical, labs, EKG, chest film and consultation with internal medicine before the operation on the left "
    "shoulder, to be done within thirty days of it, including the reports of each and their copies for the surgeon and the anesthesiologist"),
)  # fmt: skip
ASIDES = (
    'The form speaks of "Decision rationale" and of "MAXIMUS guideline" without saying more.',
    "An earlier dispute over traction was Upheld.",
    "The earlier review, in which the denial was overturned, is not enclosed.",
    "A note is headed Clinical Case Summary and repeats the same complaint.",
    "The date of injury: 3/4/2011 in one note, another year in the next.",
    "Plan: heat, rest, and a return visit in 2 weeks.",
    'The denial reads: "Lumbar brace: not medically necessary."',
    "Physical therapy for 12 sessions was the original request in that year.",
    "The claims administrator guideline was not enclosed.",
    "Diagnoses: 1) sprain; 2) strain; 3) insomnia.",
    "Is this treatment of use? The guideline leaves it open!",
    "Pain was 7/10 before and 4/10 after the tablets, i.e. three points less, per Dr. A. B.",
    "Reference was made to Section(s): Summary, page 46, and to www.example.org/a-b_c?d=1.",
    "The temperature was 98.6\u00b0F and the grade \u00bd; the note is signed \u00a9 2016.",
    "California law (8 CCR 9792.20-9792.27) is cited there in full.",
)  # fmt: skip
BULLETS = ("\u2022 ", "- ", "1. ", "* ", "\u00b7 ", "a) ", "o ")

_NAMES_REQUEST = re.compile(r"\b(?:request|necessity)\s+(?:for|of)\b", re.IGNORECASE)


def variant(letter: Letter, rng: random.Random) -> Variant:
    """One change of content. Raises Untouchable."""
    rows = rows_of(letter)
    how = rng.choice(list(WAYS))
    if letter.form != "final-determination-2014" and how not in ANY_FORM:
        raise Untouchable
    changed, truth, what, touched, asked = WAYS[how](rows, letter.truth, rng)
    data, form = carry(reflowed(changed, rows), rng)
    return Variant("content", f"{how}: {what}; as {form}", data, truth, touched, asked)


def _typing(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """Words of values misspelt, which is the letter's own text then."""
    done = []
    for _ in range(rng.choice((1, 2, 4, 8))):
        text = joined(rows)
        decision = rng.choice(truth["decisions"])
        value = rng.choice((truth["case_summary"], decision["rationale"], decision["rationale"]))
        candidates = [
            word for word in re.findall(r"\b[a-z]{6,}\b", value) if len(re.findall(rf"\b{word}\b", text)) == 1
        ]
        candidates = [
            word
            for word in candidates
            if word not in ("necessary", "medically", "medical", "year", "female", "woman")
        ]
        if not candidates:
            continue
        word = rng.choice(candidates)
        new = w.misspelt(word, rng)
        found = re.search(rf"\b{word}\b", text)
        assert found
        rows = edit(rows, *found.span(), new)
        truth = mapped(truth, partial(re.compile(rf"\b{word}\b").sub, new))
        done.append(f"{word} {new}")
    return rows, truth, ", ".join(done), (), ()


def _part_gone(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    number = rng.randrange(len(truth["decisions"]))
    key = rng.choice((*ITEM_PARTS, "heading"))
    places = items(rows, truth)[number]
    value = truth["decisions"][number][key]
    start = places.heading[0] if key == "heading" else places.labels[ITEM_PARTS.index(key)][1]
    span = place(rows, value, start)
    path = f"/decisions/{number}/{key}" + ("/text" if key.endswith("guideline") else "")
    asked: tuple[str, ...] = (path, f"/decisions/{number}/treatment") if key == "heading" else (path,)
    truth = deepcopy(truth)
    truth["decisions"][number][key] = None
    if key == "heading":
        truth["decisions"][number]["treatment"] = None
        for each in ("request_original", "request_authorized"):
            truth["decisions"][number].pop(each, None)
    return edit(rows, *span, ""), truth, f"no {key} in item {number + 1}", (), asked


def _paragraphs(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """A paragraph's break at a sentence end of a summary or rationale, one to three times."""
    for _ in range(rng.randint(1, 3)):
        start, end = _prose(rows, truth, rng)[:2]
        stops = [found.end() for found in re.finditer(r"[a-z]{4}\. (?=[A-Z])", joined(rows)[start:end])]
        if not stops:
            raise Untouchable
        at = start + rng.choice(stops)
        rows = edit(rows, at, at, "\n\n")
    return rows, truth, "more of them", (), ()


def _prose(rows: Rows, truth: Truth, rng: random.Random) -> tuple[int, int, str, int]:
    """A summary or rationale: its place, its value, and the item's number or -1."""
    if rng.random() < 0.4:
        return (*place(rows, truth["case_summary"]), truth["case_summary"], -1)
    number = rng.randrange(len(truth["decisions"]))
    value = truth["decisions"][number]["rationale"]
    start, end = place(rows, value)
    if "".join(joined(rows)[end:].split()).find("".join(value.split())) >= 0:  # two items of one reason
        raise Untouchable
    return start, end, value, number


def _aside(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """A sentence more, inside a summary or a rationale, not at its end."""
    aside = rng.choice(ASIDES)
    return _put_in(rows, truth, rng, f"{aside} ", aside)


def _list(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """A list inside a summary or a rationale."""
    bullet = rng.choice(BULLETS)
    entries = rng.sample(
        (
            "low back pain",
            "Insomnia",
            "gastritis, mild",
            "Norco 5/325mg",
            "Gait: normal",
            "weakness of the left arm",
            "MRI of 5/5/2016",
        ),
        rng.randint(2, 4),
    )
    lines = [f"{bullet}{entry}" for entry in entries]
    return _put_in(rows, truth, rng, "\n" + "\n".join(lines) + "\n", " ".join(lines))


def _put_in(rows: Rows, truth: Truth, rng: random.Random, printed: str, prose: str) -> Changed:
    start, end, value, number = _prose(rows, truth, rng)
    text = joined(rows)
    stops = [start + found.end() for found in re.finditer(r"[a-z]{4}\. (?=[A-Z])", text[start:end])]
    if not stops:
        raise Untouchable
    at = rng.choice(stops)
    solid = len("".join(text[start:at].split()))
    seen = cut = 0
    while seen < solid:
        seen += not value[cut].isspace()
        cut += 1
    made = f"{value[:cut]} {prose} {value[cut:].lstrip()}"
    truth = deepcopy(truth)
    if number < 0:
        truth["case_summary"] = made
    else:
        truth["decisions"][number]["rationale"] = made
    return (
        edit(rows, at, at, printed),
        truth,
        f"{prose!r} in {'the summary' if number < 0 else f'rationale {number + 1}'}",
        (),
        (),
    )


def _heading(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """Another heading, of an item whose reasons do not conclude on the old one by name: such a letter would contradict itself."""
    number = rng.randrange(len(truth["decisions"]))
    if _NAMES_REQUEST.search(truth["decisions"][number]["rationale"]):
        raise Untouchable
    places = items(rows, truth)[number]
    new = rng.choice(ODD_HEADINGS)
    truth = deepcopy(truth)
    decision: dict[str, Any] = truth["decisions"][number]
    decision["heading"] = decision["treatment"] = " ".join(new.split())
    for key in ("request_original", "request_authorized"):
        decision.pop(key, None)
    return (
        edit(rows, places.heading[0], places.heading[1], new),
        truth,
        f"{new!r} as item {number + 1}",
        (),
        (),
    )


def _contradiction(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """The other outcome printed: the rationale tells that it is wrong, so the truth stays."""
    number = rng.randrange(len(truth["decisions"]))
    other = "Overturned" if truth["decisions"][number]["outcome"] == "upheld" else "Upheld"
    changed = edit(rows, *items(rows, truth)[number].outcome, other)
    return changed, truth, f"{other} in item {number + 1}", (f"/decisions/{number}/outcome", "/outcome"), ()


def _numbered(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """A number before each heading: it belongs to neither heading nor treatment."""
    shape = rng.choice(("{n}. ", "{n}) ", "({n}) ", "{n}.  "))
    for number, spot in reversed(list(enumerate(items(rows, truth), 1))):
        rows = edit(rows, spot.heading[0], spot.heading[0], shape.format(n=number))
    return rows, truth, f"as {shape!r}", (), ()


def _whole_part_gone(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """A part's label and its text gone from one item."""
    number = rng.randrange(len(truth["decisions"]))
    at = rng.randrange(3)
    key = ITEM_PARTS[at]
    label = items(rows, truth)[number].labels[at]
    _, end = place(rows, truth["decisions"][number][key], label[1])
    truth = deepcopy(truth)
    truth["decisions"][number][key] = None
    path = f"/decisions/{number}/{key}" + ("/text" if key.endswith("guideline") else "")
    return edit(rows, label[0], end, ""), truth, f"no {key} in item {number + 1}", (), (path,)


WAYS: dict[str, Callable[[Rows, Truth, random.Random], Changed]] = {
    "typing mistakes": _typing,
    "header value gone": content_fields.header_gone,
    "credentials gone": content_fields.credentials_gone,
    "part gone": _part_gone,
    "paragraphs": _paragraphs,
    "sentence": _aside,
    "sentence again": _aside,
    "list": _list,
    "heading": _heading,
    "heading again": _heading,
    "contradiction": _contradiction,
    "patient": patient.opening,
    "patient again": patient.opening,
    "numbered": _numbered,
    "part and label gone": _whole_part_gone,
    "date": content_fields.other_date,
    "wrong date": content_fields.wrong_date,
    "names": content_fields.names,
}
ANY_FORM = {"patient", "typing mistakes", "paragraphs", "sentence", "sentence again", "list"}
