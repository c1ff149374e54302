"""Against the hand-made truth of the shared letters: how much is right, and nothing wrong without a warning."""

from collections.abc import Iterator
from typing import Any

from imr_parse.interpret.citations.guideline import read_guideline
from imr_parse.interpret.meaning import MeaningDoubt
from imr_parse.interpret.services.treatment import read_services

from .shown import shown

Decisions = list[tuple[str, dict[str, Any], dict[str, Any]]]
Field = tuple[str, str, bool, bool]  # kind, place, right, flagged


def flagged(where: tuple[str | int, ...], doubts: tuple[MeaningDoubt, ...]) -> bool:
    """Whether a warning stands on the value, above it or inside it."""
    return any(
        doubt.severity == "warning"
        and (doubt.where[: len(where)] == where or where[: len(doubt.where)] == doubt.where)
        for doubt in doubts
    )


def members(
    kind: str, want: list[dict[str, Any]], have: tuple[Any, ...], doubts: tuple[MeaningDoubt, ...]
) -> Iterator[Field]:
    """One field for the count and one for every key of every member."""
    yield f"{kind}.count", "", len(want) == len(have), any(doubt.where == (kind,) for doubt in doubts)
    found = [shown(one) for one in have]
    for number, one in enumerate(want):
        got = found[number] if number < len(found) else {}
        for name, value in one.items():
            yield f"{kind}.{name}", str(value), got.get(name) == value, flagged((kind, number, name), doubts)


def fields(decisions: Decisions, group: str) -> Iterator[Field]:
    for place, printed, truth in decisions:
        if group == "services":
            read = read_services(printed["treatment"])
            found = members(group, truth[group], read.services, read.doubts)
            yield from ((kind, f"{place} {at}", right, doubt) for kind, at, right, doubt in found)
            continue
        for side in ("claims_administrator_guideline", "reviewer_guideline"):
            if printed[side] is None:
                continue
            guideline = read_guideline(printed[side])
            yield (
                "basis",
                place,
                guideline.basis == truth[side]["basis"],
                flagged(("basis",), guideline.doubts),
            )
            found = members(group, truth[side][group], guideline.citations, guideline.doubts)
            yield from ((kind, f"{place} {at}", right, doubt) for kind, at, right, doubt in found)


def shares(found: list[Field]) -> tuple[float, float]:
    """Right in percent, and wrong without a warning in percent."""
    right = sum(one[2] for one in found)
    silent = sum(not one[2] and not one[3] for one in found)
    return 100 * right / len(found), 100 * silent / len(found)


def test_citations_are_right(decisions: Decisions) -> None:
    found = list(fields(decisions, "citations"))
    right, silent = shares(found)
    wrong = [one for one in found if not one[2]]
    assert right >= 99, wrong[:5]
    assert silent <= 0.2, wrong[:5]


def test_services_are_right(decisions: Decisions) -> None:
    found = list(fields(decisions, "services"))
    right, silent = shares(found)
    wrong = [one for one in found if not one[2]]
    assert right >= 98, wrong[:5]
    assert silent <= 0.2, wrong[:5]


def test_what_is_right_carries_no_warning(decisions: Decisions) -> None:
    """At most 2 in 100 letters may carry a warning though all in them is right."""
    by_letter: dict[str, list[bool]] = {}
    for place, printed, _ in decisions:
        readings = [read_services(printed["treatment"])]
        texts = (printed["claims_administrator_guideline"], printed["reviewer_guideline"])
        doubts = [
            *readings[0].doubts,
            *(doubt for text in texts if text for doubt in read_guideline(text).doubts),
        ]
        by_letter.setdefault(place.split("/")[0], []).append(
            any(doubt.severity == "warning" for doubt in doubts)
        )
    assert sum(map(any, by_letter.values())) <= 0.02 * len(by_letter)
