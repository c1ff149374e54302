"""Other content of the header and of the reviewer's credentials: other dates and names, values that are gone."""

from __future__ import annotations

import random
import re
from copy import deepcopy
from datetime import date, timedelta

from . import words as w
from .rows import (
    CREDENTIAL_LABELS,
    HEADER_LABELS,
    TITLES,
    Rows,
    Truth,
    Untouchable,
    edit,
    find,
    joined,
    place,
)

Changed = tuple[Rows, Truth, str, tuple[str, ...], tuple[str, ...]]


def _stated_still(rows: Rows, truth: Truth, key: str) -> bool:
    """Whether the copy states a value of the header once more, as a cover letter does before the table."""
    head = joined(rows).partition(TITLES[0])[0]
    value = str(truth["case"][key])
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        day = date.fromisoformat(value)
        return bool(re.search(rf"\b0?{day.month}/0?{day.day}/{day.year}(?!\d)", head))
    return bool(re.search(re.escape(value), head, re.IGNORECASE))


def _without(rows: Rows, truth: Truth, key: str) -> Truth:
    """The truth of a copy that states a value of the header no more."""
    truth = deepcopy(truth)
    if not _stated_still(rows, truth, key):
        truth["case"][key] = None
    return truth


def header_gone(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    key, label = rng.choice(list(HEADER_LABELS.items()))
    _, end = find(rows, label)
    found = re.compile(r"\s*\S+").match(joined(rows), end)
    if not found:
        raise Untouchable
    rows = edit(rows, *found.span(), "")
    truth = _without(rows, truth, key)
    asked = (f"/case/{key}",) if truth["case"][key] is None else ()
    return rows, truth, f"no value after '{label}'", (f"/case/{key}",), asked


def credentials_gone(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    at = rng.randrange(2)
    key = ("licensure_states", "certifications")[at]
    start, stop = _reviewer_names(rows, truth, at)
    truth = deepcopy(truth)
    truth["reviewer"][key] = []
    return edit(rows, start, stop, ""), truth, f"no {key}", (), (f"/reviewer/{key}",)


def other_date(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """A date of the header in another form, or no date at all."""
    key, label = rng.choice(
        [pair for pair in HEADER_LABELS.items() if "date" in pair[0] or "received" in pair[0]]
    )
    start = find(rows, label)[1]
    found = re.compile(r"\s*(\d\d)/(\d\d)/(\d{4})").match(joined(rows), start)
    if not found:
        raise Untouchable
    month, day, year = found.groups()
    when = date(int(year), int(month), int(day))
    good = (
        f"{month}-{day}-{year}",
        f"{when:%B} {when.day}, {year}",
        f"{year}-{month}-{day}",
        f"{when.month}/{when.day}/{year}",
        f"{when:%b} {when.day}, {year}",
        f"{month}.{day}.{year}",
        f"{when.month}/{when.day}/{year[2:]}",
    )
    bad = (
        f"{month}/{day}",
        f"13/{day}/{year}",
        f"{month}/41/{year}",
        "unknown",
        f"{month}/{day}/{year[:3]}",
        "XX/XX/XXXX",
        "pending",
        f"02/30/{year}",
        f"{month}/{day}/3016",
        f"{month}{day}",
        "N/A",
        "--",
        f"{month}/{day}/{year}0",
    )
    span = found.start(1), found.end()
    if rng.random() < 0.5:
        new = rng.choice(good)
        return edit(rows, *span, new), truth, f"'{label}' {new}", (f"/case/{key}",), ()
    new = rng.choice(bad)
    rows = edit(rows, *span, new)
    truth = _without(rows, truth, key)
    asked = (f"/case/{key}",) if truth["case"][key] is None else ()
    return rows, truth, f"'{label}' {new}", (f"/case/{key}",), asked


def wrong_date(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """A date of the header that cannot be: after what follows it. The truth stays, so it must be flagged."""
    key, label, shift = rng.choice((
        ("date_of_injury", "Date of Injury:", 9000), ("decision_date", "Decision Date:", -2000),
        ("ur_denial_date", "UR Denial Date:", 1200), ("application_received", "Application Received:", 1500),
        ("date_assigned", "Date Assigned:", -3000),
    ))  # fmt: skip
    found = re.compile(r"\s*(\d\d)/(\d\d)/(\d{4})").match(joined(rows), find(rows, label)[1])
    if not found:
        raise Untouchable
    new = date(int(found[3]), int(found[1]), int(found[2])) + timedelta(shift)
    return (
        edit(rows, found.start(1), found.end(), f"{new:%m/%d/%Y}"),
        truth,
        f"'{label}' {new}",
        (f"/case/{key}",),
        (),
    )


def names(rows: Rows, truth: Truth, rng: random.Random) -> Changed:
    """States and specialties as other letters may print them: known ones, slips of typing, unknown ones."""
    at = rng.randrange(2)
    key = ("licensure_states", "certifications")[at]
    path = f"/reviewer/{key}"
    start, stop = _reviewer_names(rows, truth, at)
    known = w.STATES if at == 0 else w.SPECIALTIES
    printed = rng.sample(known, rng.randint(1, 4))
    how = rng.choice(("known", "known", "slip", "unknown"))
    asked: tuple[str, ...] = ()
    if how == "slip":
        printed[0] = w.misspelt(printed[0], rng, 1)
    elif how == "unknown":
        printed[-1] = rng.choice(
            ("Ontario", "Guadalajara", "Atlantis")
            if at == 0
            else ("Phlebotomy of Horses", "Astrology", "Tax Law")
        )
        asked = (path,)
    truth = deepcopy(truth)
    truth["reviewer"][key] = printed
    new = rng.choice((", ", ", ", ",")).join(printed)
    return edit(rows, start, stop, new), truth, f"{how} {key}: {new}", (path,), asked


def _reviewer_names(rows: Rows, truth: Truth, at: int) -> tuple[int, int]:
    key = ("licensure_states", "certifications")[at]
    _, end = find(rows, CREDENTIAL_LABELS[at])
    start = place(rows, truth["reviewer"][key][0], end)[0]
    stop = start
    for name in truth["reviewer"][key]:
        stop = place(rows, name, stop)[1]
    return start, stop
