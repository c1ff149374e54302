"""Which layout a letter has: by the landmarks that it shows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from imr_parse.document import Document
from imr_parse.errors import ImrParseError
from imr_parse.found import Doubt
from imr_parse.landmarks.find import Hit, Match, find
from imr_parse.layouts.model import Layout
from imr_parse.letter import Letter
from imr_parse.paragraphs import Start

_ENOUGH = 0.4
"""Share of a layout's weighted landmarks that makes it a letter of this layout."""
_CLEAR = 0.75
"""Share of a layout's words at a first glance that makes a second look needless, where the next has half of it less."""
_FOREIGN = 2
"""So many titles of another layout are another letter."""
_WHOLE = 0.55
"""A letter that shows less of its layout lacks so much that its layout is a guess."""
_SURE = 0.9
"""A layout that shows so many of its landmarks is the letter's, however near another comes: they share some."""
_MARGIN = 0.1
"""A runner-up whose score is this near is said."""
_SHOWN = 6
"""Landmarks that a message names."""
_WEIGHT = {"title": 3.0, "label": 1.0, "part": 2.0, "head": 2.0}
"""What meeting a landmark counts, by its kind."""
_TRUST = {Match.EXACT: 1.0, Match.VARIANT: 0.9, Match.NEAR: 0.7, Match.REWORDED: 0.3, Match.INLINE: 0.6}
"""How much of that a landmark is worth, by how its words were met."""
_FORCED = "run OCR on its pictures, also where some words are text, for example with `ocrmypdf --force-ocr`"
_ALONE = (
    "no layout but that of --layout was tried: leave the option out, or mend the file's titles and labels"
)
"""What to do where the letter does not show the one layout that was asked for."""


class Recognition(NamedTuple):
    """A layout with its landmarks in the letter and its score from 0 to 1."""

    layout: Layout
    hits: list[Hit]
    score: float
    met: tuple[str, ...]
    """Printed words of the landmarks that were met."""


def score(layout: Layout, hits: Sequence[Hit]) -> tuple[float, tuple[str, ...]]:
    """How much of the layout the hits show, 0 to 1, and which landmarks. An optional section counts only where met."""
    best: dict[tuple[str, str], Hit] = {}
    for hit in hits:
        key = (hit.landmark.kind, hit.landmark.name)
        if key not in best or hit.match < best[key].match:
            best[key] = hit
    optional = {section.name for section in layout.sections if section.optional}
    wanted = {
        (mark.kind, mark.name): mark
        for mark in layout.landmarks
        if mark.kind in _WEIGHT and (mark.section not in optional or (mark.kind, mark.name) in best)
    }
    total = sum(_WEIGHT[kind] for kind, _ in wanted)
    got = sum(_WEIGHT[kind] * _TRUST[best[kind, name].match] for kind, name in wanted if (kind, name) in best)
    return got / total if total else 0.0, tuple(hit.landmark.words for hit in best.values())


def recognise(
    document: Document, starts: Sequence[Start], layouts: Sequence[Layout]
) -> tuple[Recognition, Recognition | None]:
    """The best layout and the runner-up. Raises ImrParseError (IMR101, IMR102) that names the landmarks met.

    A glance at the exact words tells most letters apart; only where it does not is every layout looked for in full.
    """
    glances = sorted(
        ((_glance(document, layout), -at, layout) for at, layout in enumerate(layouts)), reverse=True
    )
    first, second = glances[0], glances[1] if len(glances) > 1 else None
    clear = second is None or (first[0] >= _CLEAR and first[0] - second[0] >= _CLEAR / 2)
    looked = [first[2]] if clear else [row[2] for row in glances]
    ranked = _ranked([_look(document, starts, layout) for layout in looked])
    best = ranked[0]
    if best.score < _ENOUGH:
        raise _unrecognised(document, best, alone=len(layouts) == 1)
    if len(ranked) > 1:
        return best, ranked[1]
    return best, Recognition(second[2], [], second[0], ()) if second else None


def _unrecognised(document: Document, best: Recognition, *, alone: bool) -> ImrParseError:
    """That a text is no letter of a known layout; `alone`: whether only one layout was tried."""
    code, words = "IMR101", "no landmark of an IMR final determination letter was met"
    if best.met:
        met = ", ".join(f"'{words}'" for words in best.met[:_SHOWN])
        code = "IMR102" if best.score > _ENOUGH / 2 else "IMR101"
        words = f"of the landmarks of an IMR letter only {met} were met"
    return _of_pictures(document, words) or ImrParseError(code, words, _ALONE if alone else None)


def _of_pictures(document: Document, words: str) -> ImrParseError | None:
    """Why no letter was met, where pages are pictures: their words are no text, or were read from them and may be wrong."""
    unread = {row.page for row in document.damage if row.picture and row.code == "IMR303"}
    if 2 * len(unread) >= (document.pages or 1):
        told = (
            f"{len(unread)} of {document.pages} pages are pictures with a few words of text or none; {words}"
        )
        return ImrParseError("IMR108", told, _FORCED)
    if any(row.picture for row in document.damage):
        return ImrParseError("IMR101", f"pages of it are pictures; {words}", _FORCED)
    return None


def unsure(best: Recognition, second: Recognition | None) -> Doubt | None:
    """A doubt about the whole record where most of the letter is missing, or another layout fits it almost as well."""
    if best.score < _WHOLE:
        return Doubt(
            "IMR307",
            f"of {best.layout.name} only {len(best.met)} landmarks were met; much of the letter is missing",
        )
    if second is None or best.score >= _SURE or best.score - second.score >= _MARGIN:
        return None
    return Doubt("IMR310", f"{second.layout.name} fits almost as well as {best.layout.name}")


def other_form(letter: Letter, layouts: Sequence[Layout]) -> Doubt | None:
    """A doubt about the whole record where titles that only another layout has stand in the letter: two letters in one file."""
    for layout in layouts:
        met = [
            words for words in _foreign_titles(letter.layout, layout) if f"\n{words}" in letter.document.text
        ]
        if len(met) >= _FOREIGN:
            return Doubt("IMR304", f"titles of {layout.name} stand in it too: {min(met)!r} and others")
    return None


def _ranked(looks: Sequence[Recognition]) -> list[Recognition]:
    """The best first. Words that are one layout's exact ones count for no other as its own, misspelt."""
    exact = {hit.span.start for look in looks for hit in look.hits if hit.match is Match.EXACT}
    rows = []
    for look in looks:
        own = [hit for hit in look.hits if hit.match <= Match.VARIANT or hit.span.start not in exact]
        value, met = score(look.layout, own)
        rows.append(look._replace(score=value, met=met) if len(looks) > 1 else look)
    return sorted(rows, key=lambda row: -row.score)


def _look(document: Document, starts: Sequence[Start], layout: Layout) -> Recognition:
    hits = find(document, layout, starts)
    value, met = score(layout, hits)
    return Recognition(layout, hits, value, met)


def _glance(document: Document, layout: Layout) -> float:
    """The share of a layout's usual titles and parts whose exact words stand somewhere in one line of the letter."""
    usual = _usual(layout)
    total = sum(weight for weight, _ in usual)
    text = document.text
    met = sum(weight for weight, wordings in usual if any(words in text for words in wordings))
    return met / total if total else 0.0


@lru_cache(maxsize=32)
def _usual(layout: Layout) -> list[tuple[float, tuple[str, ...]]]:
    """Weight and wordings of the titles and parts that every letter of the layout has."""
    optional = {section.name for section in layout.sections if section.optional}
    marks = [
        mark for mark in layout.landmarks if mark.kind in ("title", "part") and mark.section not in optional
    ]
    return [
        (_WEIGHT[kind], tuple(mark.words for mark in marks if (mark.kind, mark.name) == (kind, name)))
        for kind, name in dict.fromkeys((mark.kind, mark.name) for mark in marks)
    ]


@lru_cache(maxsize=64)
def _foreign_titles(best: Layout, other: Layout) -> frozenset[str]:
    """Titles that every letter of another layout has, and this one does not know."""
    optional = {section.name for section in other.sections if section.optional}
    titles = {mark.words for mark in other.landmarks if mark.kind == "title" and mark.section not in optional}
    return frozenset(titles - {mark.words for mark in best.landmarks})
