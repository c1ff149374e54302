"""What is wrong with a layout that the types of its keys do not tell: names that do not meet, words too short to find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from imr_parse.layouts import KNOWN
from imr_parse.layouts.load_lines import Path
from imr_parse.layouts.model import Before, Field, Layout, Opens, Part, Reader, Whole

SHORTEST = 3
"""Letters and digits of printed words that can be looked for."""
_NAMES: tuple[Reader, ...] = ("names", "certified", "licensed")
_DAYS: tuple[Reader, ...] = ("date", "day")
FIELD_PATHS: dict[str, tuple[Reader, ...]] = {
    "case/case_number": ("case_number",),
    "case/priority": ("priority",),
    "case/date_of_injury": _DAYS,
    "case/ur_denial_date": _DAYS,
    "case/application_received": _DAYS,
    "case/date_assigned": _DAYS,
    "case/decision_date": _DAYS,
    "case/treatments_in_dispute": ("treatments",),
    "parties/claim_number": ("name",),
    "parties/employee": ("name",),
    "parties/provider": ("name",),
    "parties/claims_administrator": ("name",),
    "stated_outcome": ("stated_outcome",),
    "reviewer/licensure_states": _NAMES,
    "reviewer/certifications": _NAMES,
    "documents_reviewed": ("list",),
    "case_summary/text": ("prose",),
}
"""Record paths that a field may fill, with the readers whose values fit there."""
PART_PATHS = ("claims_administrator_guideline/text", "reviewer_guideline/text", "rationale")
"""Record paths, below an item, that a part may fill."""
HOLES = {"furniture": ("{n}", "{case}", "{date}"), "closings": ("{case}", "{initials}")}


class Problem(NamedTuple):
    """What is wrong with a layout, at which key, and what to do."""

    at: Path
    message: str
    remedy: str


def either(words: Iterable[str]) -> str:
    """Words to choose from, for a message."""
    return " or ".join(f"'{word}'" for word in words)


def problems(layout: Layout) -> Iterator[Problem]:
    """All that is wrong, in the order of the keys."""
    if not layout.name.strip() or layout.name in {known.name for known in KNOWN}:
        yield Problem(("name",), "the name is empty or a known layout's", "give it a name of its own")
    names = [section.name for section in layout.sections]
    if len(names) < 2:
        yield Problem(
            ("sections",), "fewer than two sections", "give the header and the section of the items"
        )
    for at, section in enumerate(layout.sections):
        here = ("sections", at)
        if section.name in names[:at]:
            yield Problem((*here, "name"), "a section before it has this name", "give each its own name")
        if section.free not in ("", "always", *layout.blocks):
            known = either(("always", *layout.blocks))
            yield Problem((*here, "free"), f"there is no block '{section.free}'", f"use {known}")
        yield from _words(here, title=(section.title,) if section.title else (), also=section.also)
        yield from _words(here, lead=(section.lead,) if section.lead else (), boilerplate=section.boilerplate)
    for at, entry in enumerate(layout.fields):
        yield from _field(layout, entry, ("fields", at), names)
    yield from _items(layout, names)
    for name, marks in layout.blocks.items():
        yield from _words(("blocks",), **{name: marks})
    yield from _words((), stops=layout.stops, tail=layout.tail)
    for key, holes in HOLES.items():
        for at, words in enumerate(getattr(layout, key)):
            yield from _holes((key, at), words, holes)


def _field(layout: Layout, entry: Field, here: Path, names: list[str]) -> Iterator[Problem]:
    if entry.path not in FIELD_PATHS:
        yield Problem(
            (*here, "path"),
            f"the record has no '{entry.path}' that a field fills",
            f"use {either(FIELD_PATHS)}",
        )
    elif entry.read not in FIELD_PATHS[entry.path]:
        fit = either(FIELD_PATHS[entry.path])
        yield Problem((*here, "read"), f"'{entry.read}' gives no value for {entry.path}", f"use {fit}")
    if entry.section not in names:
        yield _no_section((*here, "section"), entry.section, names)
    elif not entry.label:
        section = layout.sections[names.index(entry.section)]
        if not section.title and not section.lead:
            yield Problem(here, "nothing tells where the value begins", "give a label")
        if entry.also or entry.inside or entry.split:
            yield Problem(here, "the label is missing", "give a label")
    if entry.label and not f"{entry.label} ".startswith(f"{entry.split} ".lstrip()):
        yield Problem((*here, "split"), "the label does not begin with these words", "give its first half")
    if entry.block and entry.block not in layout.blocks:
        remedy = "describe it in 'blocks', or take the key out"
        yield Problem((*here, "block"), f"there is no block '{entry.block}'", remedy)
    label = (entry.label,) if entry.label else ()
    yield from _words(here, label=label, also=entry.also, until=entry.until)


def _items(layout: Layout, names: list[str]) -> Iterator[Problem]:
    grammar = layout.items
    keys = ("heading", "outcome") if isinstance(grammar, Whole) else ("section",)
    for key in keys:
        if getattr(grammar, key) not in names:
            yield _no_section(("items", key), getattr(grammar, key), names)
    if not grammar.parts:
        yield Problem(("items", "parts"), "an item has no parts", "give its parts")
    for at, path in enumerate(grammar.paths):
        here: Path = ("items", "parts", at)
        where = here if isinstance(grammar, Whole) else (*here, "path")
        if path not in PART_PATHS or path in grammar.paths[:at]:
            message = f"'{path}' is no part of an item, or stands twice"
            yield Problem(where, message, f"use each of {either(PART_PATHS)} once")
        part = grammar.parts[at]
        if not isinstance(part, Part):
            if part[1] not in names:
                yield _no_section(here, part[1], names)
            continue
        if bool(part.label) == bool(part.opens) or (part.opens and isinstance(grammar, Before)):
            remedy = "give a label; in items of the form 'opens', a label or 'opens'"
            yield Problem(here, "it is not told how the part begins", remedy)
        label = (part.label,) if part.label else ()
        yield from _words(here, label=label, also=part.also, opens=part.opens)
    if isinstance(grammar, Before):
        if not grammar.outcomes:
            yield Problem(("items", "outcomes"), "no outcome is named", "name the printed outcomes")
        for printed in grammar.outcomes:
            yield from _words(("items",), outcomes=(printed,))
    else:
        yield from _words(("items",), verdict=(grammar.verdict,))
    if isinstance(grammar, Opens):
        given = {"opening": grammar.opening, "head": grammar.head, "apart": grammar.apart}
        yield from _words(("items",), **{key: (words,) for key, words in given.items() if words})


def _no_section(at: Path, name: str, names: list[str]) -> Problem:
    return Problem(at, f"there is no section '{name}'", f"use {either(names)}, or add the section")


def _words(here: Path, **rows: tuple[str, ...]) -> Iterator[Problem]:
    """Printed words too short to be looked for."""
    for key, several in rows.items():
        for words in several:
            if sum(map(str.isalnum, words)) < (SHORTEST if key != "stops" else 2) and words != "cc:":
                message = f"'{words}' is too short to be looked for"
                yield Problem((*here, key), message, f"give words of {SHORTEST} letters or more")


def _holes(at: Path, words: str, holes: tuple[str, ...]) -> Iterator[Problem]:
    rest = words
    for hole in holes:
        rest = rest.replace(hole, " ")
    if "{" in rest or "}" in rest:
        yield Problem(at, f"'{words}' has braces that stand for nothing", f"use {either(holes)}")
    if not words.strip(" {}") or not words.strip():
        yield Problem(at, "it is empty", "give printed words")
