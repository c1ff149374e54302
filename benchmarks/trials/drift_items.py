"""The outcomes and the order of an item's parts, changed: what drift.py draws for single items."""

from __future__ import annotations

import random
import re
from copy import deepcopy

from . import words as w
from .rows import Rows, Truth, Untouchable, edit, items, joined, place

Changed = tuple[Rows, Truth, str, tuple[str, ...], tuple[str, ...]]


def outcome(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """The word after an item's heading changed."""
    places = items(rows, truth)
    number = rng.randrange(len(places))
    start, end = places[number].outcome
    paths = (f"/decisions/{number}/outcome", "/outcome")
    printed = joined(rows)[start:end]
    how = rng.choice(("unknown", "unknown", "misspelt", "form", "scanned", "gone", "colon", "other", "twice"))
    if how in ("unknown", "gone"):
        new = rng.choice(w.UNKNOWN_OUTCOMES) if how == "unknown" else ""
        return _unknown(
            edit(rows, start, end, new), truth, number, f"outcome of item {number + 1} {how}: {new!r}"
        )
    if how == "other":  # the other outcome: the rationale tells
        new = "Overturned" if truth["decisions"][number]["outcome"] == "upheld" else "Upheld"
    elif how == "form":
        form = rng.choice(w.OUTCOME_FORMS)
        new = form.format(u=printed, U=printed.upper(), l=printed.lower(), s=" ".join(printed))
    elif how == "colon":
        colon = joined(rows).rfind(":", 0, start)
        new = rng.choice(w.COLONS)
        return (
            edit(rows, colon, start, new),
            truth,
            f"colon before the outcome of item {number + 1} reads: {new!r}",
            paths,
            (),
        )
    elif how == "twice":
        new = rng.choice((f"{printed} {printed}", f"{printed}: {printed}", f"{printed}\n{printed}"))
    else:
        new = (
            w.misspelt(printed, rng, rng.choice((1, 1, 2))) if how == "misspelt" else w.scanned(printed, rng)
        )
    return edit(rows, start, end, new), truth, f"outcome of item {number + 1} {how}: {new!r}", paths, ()


def order(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """Things of an item in another order or on other lines: the outcome first, a label on the line before, parts swapped."""
    places = items(rows, truth)
    number = rng.randrange(len(places))
    spot, text = places[number], joined(rows)
    how = rng.choice(("outcome first", "label joined to the line before", "parts swapped"))
    if how == "outcome first":
        word = text[slice(*spot.outcome)]
        rows = edit(rows, spot.heading[1], spot.outcome[1], "")
        rows = edit(rows, spot.heading[0], spot.heading[0], f"{word}: ")
        return rows, truth, f"{how} in item {number + 1}", (f"/decisions/{number}", "/outcome"), ()
    at = rng.randrange(3)
    start, end = spot.labels[at]
    if how == "parts swapped":
        first, second = spot.labels[0][0], spot.labels[1][0]
        last = spot.labels[2][0]
        ours, theirs = text[first:second].rstrip("\n"), text[second:last].rstrip("\n")
        rows = edit(rows, first, last - 1, f"{theirs}\n\n{ours}")
        return rows, truth, f"{how} in item {number + 1}", (f"/decisions/{number}",), ()
    return (
        edit(rows, start - 1, start, " "),
        truth,
        f"{how}: {text[start:end]} of item {number + 1}",
        (f"/decisions/{number}",),
        (),
    )


def _unknown(rows: Rows, truth: Truth, number: int, what: str) -> Changed:
    """The letter no longer says how the item was decided: null, and an error."""
    truth = deepcopy(truth)
    truth["decisions"][number]["outcome"] = None
    truth["outcome"] = None
    paths = (f"/decisions/{number}/outcome", "/outcome")
    return rows, truth, what, paths, paths


_VERB = re.compile(r"\s+(is\s*(?:not)?)\s*medically\s+necessary\s+and\s+appropriate\.", re.IGNORECASE)


def verdict(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """The verb after an item's name changed; where verdicts stand twice, in one place or in both."""
    number = rng.randrange(len(truth["decisions"]))
    spots = []
    at = 0
    text = joined(rows)
    while True:
        try:
            _, at = place(rows, truth["decisions"][number]["heading"], at)
        except Untouchable:
            break
        if found := _VERB.match(text, at):
            spots.append((found.start(), found.end()))
    if not spots:
        raise Untouchable
    paths = (f"/decisions/{number}/outcome", "/outcome")
    upheld = truth["decisions"][number]["outcome"] == "upheld"
    how = rng.choice(("unknown", "misspelt", "glued", "other", "case", "gone", "shorter"))
    both = how in ("unknown", "gone") or rng.random() < 0.5
    new = {
        "unknown": " " + rng.choice(w.UNKNOWN_VERDICTS),
        "misspelt": " " + w.misspelt(f"is{' not' * upheld} medically necessary", rng) + " and appropriate.",
        "glued": f" is{' not' * upheld}medically necessary and appropriate.".replace("ismed", "is med"),
        "other": f" is{' not' * (not upheld)} medically necessary and appropriate.",
        "case": rng.choice((f" IS{' NOT' * upheld} MEDICALLY NECESSARY AND APPROPRIATE.", f" Is{' Not' * upheld} Medically Necessary and Appropriate.")),
        "gone": ".",
        "shorter": f" is{' not' * upheld} medically necessary.",
    }[how]  # fmt: skip
    for start, end in reversed(spots if both else spots[:1]):
        rows = edit(rows, start, end, new)
    what = f"verdict of item {number + 1} {how} {'everywhere' if both else 'in one place'}: {new!r}"
    if how in ("unknown", "gone"):
        return _unknown(rows, truth, number, what)
    return rows, truth, what, paths, ()


def every_outcome(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """The outcome of each item in another form, or in words that nobody knows."""
    unknown = rng.random() < 0.3
    form = rng.choice(w.OUTCOME_FORMS)
    word = rng.choice(w.UNKNOWN_OUTCOMES)
    places = items(rows, truth)
    for spot in reversed(places):
        printed = joined(rows)[slice(*spot.outcome)]
        new = (
            word
            if unknown
            else form.format(u=printed, U=printed.upper(), l=printed.lower(), s=" ".join(printed))
        )
        rows = edit(rows, *spot.outcome, new)
    paths = (*(f"/decisions/{number}/outcome" for number in range(len(places))), "/outcome")
    if not unknown:
        return rows, truth, f"every outcome as {form!r}", paths, ()
    truth = deepcopy(truth)
    truth["outcome"] = None
    for decision in truth["decisions"]:
        decision["outcome"] = None
    return rows, truth, f"every outcome {word!r}", paths, paths
