"""Wording that nobody has seen: one label, title, lead sentence or outcome word of the letter changed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from copy import deepcopy

from . import words as w
from .forms import carry
from .rows import (
    CREDENTIAL_LABELS,
    HEADER_LABELS,
    ITEM_LABELS,
    ITEM_PARTS,
    LEADS,
    TITLES,
    Letter,
    Rows,
    Truth,
    Untouchable,
    edit,
    find,
    find_all,
    items,
    joined,
    row_at,
    rows_of,
)  # fmt: skip
from .scoring import Variant

Change = Callable[[str, random.Random], str]
CHANGES: dict[str, Change] = {
    "misspelt": w.misspelt,
    "scanned": w.scanned,
    "other case": w.recased,
    "other punctuation": w.repunctuated,
    "glued or spaced": w.reglued,
    "reworded": w.reworded,
    "translated": w.translated,
    "removed": lambda words, rng: "",
    "doubled": lambda words, rng: f"{words} {words}",
    "on two lines": lambda words, rng: _broken(words, rng),
    "value on next line": lambda words, rng: f"{words}\n",
    "marked": lambda words, rng: (
        rng.choice(("* ", "- ", "\u2022 ", "1. ", "** ", "> ", ") ", "\u00b7 ")) + words
    ),
    "cut short": lambda words, rng: words[: rng.randint(1, max(1, len(words) - 2))],
    "words after": lambda words, rng: (
        words.rstrip(":") + rng.choice((" (see above):", " below:", " 1:", " (continued):", " [sic]:"))
    ),
}
TITLE_TOUCHES = ((), ("/case_summary",), ())
LEAD_TOUCHES = ((), ("/case_summary",), ())


def _broken(words: str, rng: random.Random) -> str:
    spots = [found.start() for found in re.finditer(" ", words)]
    at = rng.choice(spots) if spots else len(words) // 2
    return f"{words[:at]}\n{words[at:].lstrip()}"


def variant(letter: Letter, rng: random.Random) -> Variant:
    """One change of wording. Raises Untouchable."""
    rows = rows_of(letter)
    target = rng.choice(
        (
            "header",
            "header",
            "title",
            "lead",
            "credentials",
            "item",
            "item",
            "outcome",
            "outcome",
            "outcome",
            "line",
        )
    )
    change: Callable[[Rows, Truth, random.Random], tuple[Rows, Truth, str, tuple[str, ...], tuple[str, ...]]]
    change = {
        "header": _header, "title": _title, "lead": _lead, "credentials": _credentials, "item": _item, "outcome": _outcome, "line": _line,
    }[target]  # fmt: skip
    changed, truth, what, touched, asked = change(rows, letter.truth, rng)
    data, form = carry(changed, rng)
    return Variant("drift", f"{what}; as {form}", data, truth, touched, asked)


Changed = tuple[Rows, Truth, str, tuple[str, ...], tuple[str, ...]]


def _drawn(words: str, rng: random.Random) -> tuple[str, str]:
    """How the words change, and into what."""
    how = rng.choice(list(CHANGES))
    return how, CHANGES[how](words, rng)


def _swap(rows: Rows, words: str, rng: random.Random, touched: tuple[str, ...], truth: Truth) -> Changed:
    start, end = find(rows, words)
    how, new = _drawn(words, rng)
    return edit(rows, start, end, new), truth, f"'{words[:40]}' {how}: {new!r}", touched, ()


def _header(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    key, label = rng.choice(list(HEADER_LABELS.items()))
    if rng.random() < 0.08:  # the label of another value
        other_key, other = rng.choice([pair for pair in HEADER_LABELS.items() if pair[0] != key])
        start, end = find(rows, label)
        touched = (f"/case/{key}", f"/case/{other_key}")
        return edit(rows, start, end, other), truth, f"'{label}' reads '{other}'", touched, ()
    return _swap(rows, label, rng, (f"/case/{key}",), truth)


def _title(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    at = rng.randrange(3)
    return _swap(rows, TITLES[at], rng, TITLE_TOUCHES[at], truth)


def _lead(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    at = rng.randrange(3)
    return _swap(rows, LEADS[at], rng, LEAD_TOUCHES[at], truth)


def _credentials(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    at = rng.randrange(2)
    path = ("/reviewer/licensure_states", "/reviewer/certifications")[at]
    return _swap(rows, CREDENTIAL_LABELS[at], rng, (path,), truth)


def _item(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    at = rng.randrange(3)
    label = ITEM_LABELS[at]
    found = find_all(rows, label)
    if len(found) != len(truth["decisions"]):
        raise Untouchable
    whole = rng.random() < 0.4
    chosen = list(range(len(found))) if whole else [rng.randrange(len(found))]
    if rng.random() < 0.06:
        how, new = "reads", rng.choice([other for other in ITEM_LABELS if other != label])
    else:
        how, new = _drawn(label, rng)
    for number in reversed(chosen):
        rows = edit(rows, *found[number], new)
    touched = tuple(f"/decisions/{number}/{ITEM_PARTS[at]}" for number in chosen)
    where = "everywhere" if whole else f"in item {chosen[0] + 1}"
    return rows, truth, f"'{label}' {where} {how}: {new!r}", touched, ()


def _outcome(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    places = items(rows, truth)
    number = rng.randrange(len(places))
    start, end = places[number].outcome
    path = f"/decisions/{number}/outcome"
    printed = joined(rows)[start:end]
    how = rng.choice(("unknown", "unknown", "misspelt", "form", "scanned", "gone", "colon", "other"))
    if how in ("unknown", "gone"):
        new = rng.choice(w.UNKNOWN_OUTCOMES) if how == "unknown" else ""
        truth = deepcopy(truth)
        truth["decisions"][number]["outcome"] = None
        truth["outcome"] = None
        what = f"outcome of item {number + 1} reads {new!r}"
        return edit(rows, start, end, new), truth, what, (path, "/outcome"), (path, "/outcome")
    if how == "other":  # the other outcome: the rationale tells
        new = "Overturned" if truth["decisions"][number]["outcome"] == "upheld" else "Upheld"
    elif how == "form":
        form = rng.choice(w.OUTCOME_FORMS)
        new = form.format(u=printed, U=printed.upper(), l=printed.lower(), s=" ".join(printed))
    elif how == "colon":
        colon = joined(rows).rfind(":", 0, start)
        new = rng.choice(
            (" ", " - ", "; ", " \u2013 ", ". ", ", ", " is ", ":", " : ", ":\n", " = ", ": is ", ":: ")
        )
        what = f"the colon before the outcome of item {number + 1} reads {new!r}"
        return edit(rows, colon, start, new), truth, what, (path, "/outcome"), ()
    else:
        new = (
            w.misspelt(printed, rng, rng.choice((1, 1, 2))) if how == "misspelt" else w.scanned(printed, rng)
        )
    return (
        edit(rows, start, end, new),
        truth,
        f"outcome of item {number + 1} {how}: {new!r}",
        (path, "/outcome"),
        (),
    )


def _line(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """A whole line with a label doubled or gone, or two lines of labels in the other order."""
    labels = [*HEADER_LABELS.values(), *CREDENTIAL_LABELS, *TITLES]
    label = rng.choice(labels)
    at, _ = row_at(rows, find(rows, label)[0])
    touched = tuple(
        f"/case/{key}" for key, other in HEADER_LABELS.items() if other.split()[0] in rows[at].text
    )
    touched += ("/reviewer",) if label in CREDENTIAL_LABELS else ()
    touched += ("/case_summary",) if label == TITLES[1] else ()
    how = rng.choice(("doubled", "gone", "swapped"))
    if how == "doubled":
        rows = rows[: at + 1] + rows[at:]
    elif how == "gone":
        rows = rows[:at] + rows[at + 1 :]
    elif at + 1 < len(rows):
        rows = (*rows[:at], rows[at + 1], rows[at], *rows[at + 2 :])
        touched += ("/case",) if label in HEADER_LABELS.values() else ()
    return rows, truth, f"the line of '{label}' {how}", touched, ()
