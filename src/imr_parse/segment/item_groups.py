"""The labels of one item together, and where its text ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

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
    newest: Hit | None = None
    doubled: list[Hit] = field(default_factory=list)
    """Labels printed a second time straight after themselves."""

    def first_label(self) -> Hit:
        """The first of its labels in the text."""
        return min(self.hits.values(), key=lambda hit: hit.span.start)


def group_labels(grammar: Before, hits: Sequence[Hit], finder: HeadingFinder) -> list[Group]:
    """The next item begins at a label that the item has already, or after a heading, or after the item's last part."""
    order = {part.path: at for at, part in enumerate(grammar.parts)}
    groups: list[Group] = []
    complete = True
    for hit in hits:
        place = order[hit.landmark.name]
        group = groups[-1] if groups else None
        if group is not None and group.newest is not None and _again(group.newest, hit):
            group.doubled.append(hit)
            continue
        if (
            group is None
            or group.newest is None
            or complete
            or hit.landmark.name in group.hits
            or place < order[group.newest.landmark.name]
            and finder.any_between(group.newest.line + 1, hit.line)
        ):
            groups.append(Group())
        groups[-1].hits[hit.landmark.name] = groups[-1].newest = hit
        complete = place == len(order) - 1
    return groups


def _again(before: Hit, hit: Hit) -> bool:
    """Whether the same label stands again at once, with nothing between."""
    return (
        hit.landmark.name == before.landmark.name
        and hit.line - before.line <= 1
        and hit.span.start - before.span.end <= 2
    )


def close_groups(document: Document, groups: Sequence[Group], end: int) -> None:
    """Each item's text ends where the next one's heading or label begins."""
    for group in reversed(groups):
        group.end = end
        begins = [hit.span.start for hit in group.hits.values()]
        if group.heading is not None:
            begins.append(document.lines[group.heading.first].start)
        end = min(begins, default=end)
