"""Wording that nobody has seen: one label, title, lead sentence or outcome word of the letter changed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from copy import deepcopy

from imr_parse.running import running

from . import drift_items
from . import words as w
from .forms import carry
from .landmarks import FORMS, Mark
from .rows import (
    Letter,
    Rows,
    Truth,
    Untouchable,
    edit,
    find,
    find_everywhere,
    joined,
    row_at,
    rows_of,
)
from .scoring import Variant

Changed = tuple[Rows, Truth, str, tuple[str, ...], tuple[str, ...]]
CHANGES: dict[str, Callable[[str, random.Random], str]] = {
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
    "marked": lambda words, rng: rng.choice(w.MARKS) + words,
    "cut short": lambda words, rng: words[: rng.randint(1, max(1, len(words) - 2))],
    "cut at its start": lambda words, rng: words[rng.randint(1, max(1, len(words) - 2)) :],
    "words after": lambda words, rng: words.rstrip(":") + rng.choice(w.AFTER_LABELS),
    "words before": lambda words, rng: rng.choice(w.BEFORE_LABELS) + words,
    "a word gone": lambda words, rng: _without_word(words, rng),
    "a word more": lambda words, rng: _with_word(words, rng),
}


def variant(letter: Letter, rng: random.Random) -> Variant:
    """One change of wording, rarely two. Raises Untouchable."""
    rows, truth = rows_of(letter), letter.truth
    changed, truth, what, touched, asked = _change(letter, rows, truth, rng)
    if rng.random() < 0.1:
        changed, truth, more, touched_too, asked_too = _change(letter, changed, truth, rng)
        what, touched, asked = f"{what} + {more}", touched + touched_too, asked + asked_too
    data, form = carry(changed, rng)
    return Variant("drift", f"{what}; as {form}", data, truth, touched, asked)


def _change(letter: Letter, rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    form = FORMS[letter.form]
    dice = rng.random()
    if dice < 0.28:
        return (
            drift_items.verdict(rows, truth, rng) if form.verdict else drift_items.outcome(rows, truth, rng)
        )
    if dice < 0.31 and not form.verdict:
        return drift_items.order(rows, truth, rng)
    if dice < 0.33 and not form.verdict:
        return drift_items.every_outcome(rows, truth, rng)
    if dice < 0.38:
        return _everywhere(rows, truth, rng, letter.form)
    if dice < 0.46:
        return _line(rows, truth, rng, letter.form)
    kind = rng.choice(("label", "label", "title", "lead", "part", "part"))
    return _mark(
        rows,
        truth,
        rng,
        rng.choice([mark for mark in form.marks if mark.kind == kind] or form.marks),
        letter.form,
    )


def _mark(rows: Rows, truth: Truth, rng: random.Random, mark: Mark, form: str) -> Changed:
    """The words of one landmark changed; those of an item's part in one item or in all."""
    words = next((words for words in mark.words if words in " ".join(joined(rows).split())), None)
    if words is None:
        raise Untouchable
    spots = find_everywhere(rows, words) if mark.kind == "part" else [find(rows, words)]
    if mark.kind == "part" and len(spots) != len(truth["decisions"]):
        raise Untouchable
    whole = rng.random() < 0.4
    chosen = list(range(len(spots))) if whole else [rng.randrange(len(spots))]
    touched = tuple(path.format(n=n) for n in chosen for path in mark.paths)
    if rng.random() < 0.06:
        other = rng.choice(
            [each for each in FORMS[form].marks if each is not mark and each.kind == mark.kind] or [mark]
        )
        how, new = "reads", other.words[0]
        touched += (
            other.paths
            if mark.kind != "part"
            else tuple(path.format(n=n) for n in chosen for path in other.paths)
        )
    else:
        how = rng.choice(list(CHANGES))
        new = CHANGES[how](words, rng)
    for n in reversed(chosen):
        rows = edit(rows, *spots[n], new)
        if mark.inside and not new.startswith(w.BULLETS):  # a bullet is no part of what it stands before
            truth = _reworded(truth, n, mark.inside, words, new)
    where = "" if mark.kind != "part" else " everywhere" if whole else f" in item {chosen[0] + 1}"
    return rows, truth, f"{mark.kind} '{words[:40]}'{where} {how}: {new!r}", touched, ()


EVERYWHERE = (
    "other case",
    "other punctuation",
    "glued or spaced",
    "marked",
    "misspelt",
    "value on next line",
)


def _everywhere(rows: Rows, truth: Truth, rng: random.Random, form: str) -> Changed:
    """All titles, all labels or all parts of the letter changed in the same manner."""
    kind = rng.choice(("title", "label", "part"))
    how = rng.choice(EVERYWHERE)
    touched: tuple[str, ...] = ()
    for mark in FORMS[form].marks:
        words = next((words for words in mark.words if words in " ".join(joined(rows).split())), None)
        if mark.kind != kind or words is None or mark.inside:
            continue
        spots = find_everywhere(rows, words) if kind == "part" else [find(rows, words)]
        state = rng.getstate()
        for spot in reversed(spots):
            rng.setstate(state)
            rows = edit(rows, *spot, CHANGES[how](words, rng))
        touched += tuple(path.format(n=n) for n in range(len(spots)) for path in mark.paths)
    return rows, truth, f"every {kind} {how}", touched, ()


def _reworded(truth: Truth, number: int, key: str, words: str, new: str) -> Truth:
    """The truth of a value that begins with the words changed."""
    value = truth["decisions"][number][key]
    if not value or not value.startswith(words):
        raise Untouchable
    truth = deepcopy(truth)
    truth["decisions"][number][key] = running(f"{new}{value[len(words) :]}")
    return truth


def _line(rows: Rows, truth: Truth, rng: random.Random, form: str) -> Changed:
    """A whole line with a label or title doubled or gone, or two lines in the other order."""
    mark = rng.choice([mark for mark in FORMS[form].marks if mark.kind in ("label", "title")])
    words = next((words for words in mark.words if words in joined(rows)), None)
    if words is None:
        raise Untouchable
    at, _ = row_at(rows, find(rows, words)[0])
    touched = mark.paths
    near = rows[at].text + (rows[at + 1].text if at + 1 < len(rows) else "")
    touched += tuple(
        path for each in FORMS[form].marks for path in each.paths if any(word in near for word in each.words)
    )
    how = rng.choice(("doubled", "gone", "swapped"))
    if how == "doubled":
        rows = rows[: at + 1] + rows[at:]
    elif how == "gone":
        rows = rows[:at] + rows[at + 1 :]
        truth = _without_line(truth, mark, form)
    elif at + 1 < len(rows):
        rows = (*rows[:at], rows[at + 1], rows[at], *rows[at + 2 :])
        touched += ("/case", "/parties") if mark.kind == "label" else ()
    return rows, truth, f"line of '{words[:40]}' {how}", touched, ()


def _without_line(truth: Truth, mark: Mark, form: str) -> Truth:
    """A copy that does not name a party states none: null is right then; so with every label line of a form that may lack them."""
    for group in ("parties", "case") if form == "professional-review-2013" else ("parties",):
        names = [path.removeprefix(f"/{group}/") for path in mark.paths if path.startswith(f"/{group}/")]
        truth = truth | {group: truth[group] | dict.fromkeys(names)} if names else truth
    return truth


def _broken(words: str, rng: random.Random) -> str:
    spots = [found.start() for found in re.finditer(" ", words)]
    at = rng.choice(spots) if spots else len(words) // 2
    return f"{words[:at]}\n{words[at:].lstrip()}"


def _without_word(words: str, rng: random.Random) -> str:
    parts = words.split(" ")
    if len(parts) > 1:
        del parts[rng.randrange(len(parts))]
    return " ".join(parts)


def _with_word(words: str, rng: random.Random) -> str:
    parts = words.split(" ")
    parts.insert(rng.randrange(len(parts)), rng.choice(w.FILLERS))
    return " ".join(parts)
