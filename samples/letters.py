"""The named samples of the form final-determination-2014: each shows what its name says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from . import typographic
from .hand_written import (
    COLONS,
    LONG_PART,
    MIXED,
    NO_ACCIDENTS,
    ONE_ITEM,
    SLASHES,
    first_that,
    heading_crosses_page,
    hyphen_ends_page,
    numbered,
    ordinary,
    outcome_opens_page,
    part,
    part_letter,
    slash_ends_line,
    with_case,
)
from .random_letters import random_letter
from .sample import Sample


def samples() -> Iterator[Sample]:
    """Every named sample of this form."""
    yield Sample("one-item.pdf", ONE_ITEM)
    yield Sample(
        "many-items.pdf", ordinary(2, tuple(random_letter(s, NO_ACCIDENTS).items[0] for s in range(40, 49)))
    )
    yield Sample("part-authorized-is.pdf", part_letter(3, part(0)))
    yield Sample("part-authorized-no-is.pdf", part_letter(4, part(1)))
    yield Sample("part-authorized-leaving.pdf", part_letter(5, part(2), part(0, "Overturned")))
    yield Sample("mixed-outcomes.pdf", ordinary(6, MIXED))
    yield Sample("overturned.pdf", ordinary(7, MIXED[:1]))
    yield Sample(
        "page-broken-heading.pdf", first_that(heading_crosses_page, ordinary(8, (LONG_PART, *MIXED[1:2])))
    )
    yield Sample("inner-colons.pdf", ordinary(9, COLONS))
    yield Sample("outcome-alone.pdf", ordinary(10, (replace(part(0), outcome_alone=True), MIXED[0])))
    yield Sample(
        "outcome-next-page.pdf",
        first_that(
            outcome_opens_page,
            replace(ordinary(11, (replace(MIXED[1], outcome_alone=True), MIXED[2])), widow_control=False),
        ),
    )
    yield Sample("no-header.pdf", replace(ordinary(12), case=None))
    yield Sample(
        "hyphens-and-slashes.pdf",
        first_that(
            lambda pages: hyphen_ends_page(pages) and slash_ends_line(pages),
            replace(ordinary(13, SLASHES), breaks_at_slash=True),
        ),
    )
    yield Sample(
        "consolidated-long-case-number.pdf",
        with_case(ordinary(14), case_number="CM16-99000014", consolidated=("CM16-9900114", "CM16-9900214")),
    )
    yield Sample("numbered-capitals-2014.pdf", numbered(ordinary(15, MIXED)))
    yield Sample("expedited.pdf", with_case(ordinary(16), priority="Expedited"))
    yield Sample(
        "label-without-gap.pdf", ordinary(17, (replace(MIXED[1], no_gap_before=("MAXIMUS guideline:",)),))
    )
    yield Sample("blank-last-page.pdf", replace(ordinary(18), blank_last_page=True))
    yield Sample("bare-lines.txt", ordinary(19, (*MIXED, part(0))), "bare")
    yield Sample(
        "double-spaced.txt", replace(ordinary(20, (part(2), *COLONS[2:])), case=None), "double-spaced"
    )
    yield Sample("windows-1252.txt", typographic(ordinary(21, MIXED)), "windows-1252")
    yield Sample("utf-16.txt", ordinary(22, COLONS), "utf-16")
    yield Sample("form-feeds.txt", ordinary(23, SLASHES + COLONS), "form-feeds")
