"""Judges a record by path against the truth: the same rules as the project's score.py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from imr_parse.pointers import value_at

from .rows import Truth


@dataclass(frozen=True)
class Variant:
    """A changed letter."""

    kind: str
    what: str
    """What was changed, in words."""
    data: bytes
    truth: Truth
    touched: tuple[str, ...] = ()
    """Paths of the values that the change touches; `*` for all."""
    asked: tuple[str, ...] = ()
    """Paths where a flag is right though the value is as the truth has it (a value that the letter no longer states)."""
    instead: Truth | None = None
    """The truth of the file's other letter, whose record is as good."""
    speak: bool = False
    """Whether the letter as a whole must carry a warning or an error."""


@dataclass(frozen=True)
class Judged:
    """One field of one variant's record."""

    field: str
    path: str
    right: bool
    codes: tuple[str, ...]
    touched: bool
    asked: bool
    want: Any = None
    have: Any = None


@dataclass
class Result:
    """What came of one variant."""

    letter: str
    number: int
    kind: str
    what: str
    state: str  # parsed, refused, crashed
    fields: list[Judged] = field(default_factory=list)
    doubted: bool = False
    speak: bool = False
    detail: str = ""
    codes: tuple[str, ...] = ()


def _letter(text: Any) -> str:
    return " ".join((text or "").split())


def _same(want: Any, have: Any) -> bool:
    return bool(want == have)


def _text(want: Any, have: Any) -> bool:
    return isinstance(have or "", str) and _letter(want) == _letter(have)


def _names(want: Any, have: Any) -> bool:
    return len(want or []) == len(have or []) and all(map(_text, want or [], have or []))


def _count(want: Any, have: Any) -> bool:
    return bool(want == len(have or []))


def fields(truth: Truth) -> Iterator[tuple[str, str, Any, Any]]:
    """(name, path, truth, comparison) of all that the truth states."""
    for group, where in (("case", "/case"), ("parties", "/parties"), ("patient", "/case_summary/patient")):
        for key, value in truth.get(group, {}).items():
            yield f"{group}.{key}", f"{where}/{key}", value, _same
    for key, value in truth.get("reviewer", {}).items():
        yield f"reviewer.{key}", f"/reviewer/{key}", value, _names
    if "case_summary" in truth:
        yield "case_summary", "/case_summary/text", truth["case_summary"], _text
    if "documents_reviewed" in truth:
        yield "documents_reviewed", "/documents_reviewed", truth["documents_reviewed"], _names
    yield "outcome", "/outcome", truth["outcome"], _same
    yield "decisions.count", "/decisions", len(truth["decisions"]), _count
    for at, decision in enumerate(truth["decisions"]):
        yield "d.outcome", f"/decisions/{at}/outcome", decision["outcome"], _same
        for key in ("treatment", "heading", "rationale"):
            if key in decision:
                yield f"d.{key}", f"/decisions/{at}/{key}", decision[key], _text
        for key in ("claims_administrator_guideline", "reviewer_guideline"):
            if key in decision:
                yield f"d.{key}", f"/decisions/{at}/{key}/text", decision[key], _text
        for key in ("original", "authorized"):
            yield f"d.request.{key}", f"/decisions/{at}/request/{key}", decision.get(f"request_{key}"), _text


def doubts(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [doubt for doubt in record["diagnostics"] if doubt["severity"] in ("error", "warning")]


def flags(record: dict[str, Any], path: str) -> Iterator[str]:
    """Codes of the diagnostics that flag the field at path."""
    for doubt in doubts(record):
        spot = doubt["path"].rstrip("/") + "/"
        if spot == "/" and doubt["severity"] != "error":
            continue
        inside = spot.startswith(f"{path}/") and not path.endswith(("/decisions", "/citations", "/services"))
        if f"{path}/".startswith(spot) or inside:
            yield doubt["code"]


def judge_best(record: dict[str, Any], variant: Variant) -> list[Judged]:
    """The record judged as that of the letter in the file which it fits better."""
    judged = judge(record, variant)
    if variant.instead is None:
        return judged
    other = judge(record, replace(variant, truth=variant.instead))
    return min((judged, other), key=lambda fields: sum(not each.right for each in fields))


def judge(record: dict[str, Any], variant: Variant) -> list[Judged]:
    """Each field that the truth states, and whether the record has it."""
    judged = []
    for name, path, want, compare in fields(variant.truth):
        have = value_at(record, path)
        if name.startswith("d.request") and not want and not have:
            continue
        right = compare(want, have)
        asked = path in variant.asked
        touched = (
            asked
            or any(f"{path}/".startswith(f"{spot}/") for spot in variant.touched)
            or "*" in variant.touched
        )
        shown = (None, None) if right else (want, have)
        judged.append(
            Judged(name, path, right, tuple(sorted(set(flags(record, path)))), touched, asked, *shown)
        )
    return judged
