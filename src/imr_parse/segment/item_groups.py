"""The labels of one item together, and where its text ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from imr_parse.document import Document
from imr_parse.landmarks.find import Hit
from imr_parse.layouts.model import Before
from imr_parse.segment.headings import Heading, HeadingFinder


@dataclass(slots=True)
class Group:
    """Labels of one item in the printed order, and where its text ends."""

    hits: dict[str, Hit] = field(default_factory=dict)
    heading: Heading | None = None
    end: int = 0
    doubled: list[Hit] = field(default_factory=list)
    """Labels printed a second time straight after themselves."""

    def first_label(self) -> Hit:
        """The first of its labels in the text."""
        return min(self.hits.values(), key=lambda hit: hit.span.start)


def group_labels(grammar: Before, hits: Sequence[Hit], finder: HeadingFinder) -> list[Group]:
    """The next item begins at a label that the item has already, or after a heading, or after the item's last part."""
    order = {path: at for at, path in enumerate(grammar.paths)}
    last = grammar.paths[-1]
    groups: list[Group] = []
    newest: Hit | None = None
    for hit in hits:
        name = hit.landmark.name
        if newest is not None and _again(newest, hit):
            groups[-1].doubled.append(hit)
            continue
        goes_on = (
            newest is not None
            and newest.landmark.name != last
            and name not in groups[-1].hits
            and (
                order[name] >= order[newest.landmark.name]
                or not finder.any_between(newest.line + 1, hit.line)
            )
        )
        if not goes_on:
            groups.append(Group())
        groups[-1].hits[name] = newest = hit
    return groups


def _again(before: Hit, hit: Hit) -> bool:
    """Whether the same label stands again at once, with nothing between."""
    return (
        hit.landmark.name == before.landmark.name
        and hit.line - before.line <= 1
        and hit.span.start - before.span.end <= 2
    )


def close_groups(document: Document, groups: Sequence[Group], end: int) -> list[Group]:
    """The groups with their ends: each item's text ends where the next one's heading or label begins."""
    closed: list[Group] = []
    for group in reversed(groups):
        closed.append(replace(group, end=end))
        begins = [hit.span.start for hit in group.hits.values()]
        if group.heading is not None:
            begins.append(document.lines[group.heading.first].start)
        end = min(begins, default=end)
    return closed[::-1]
