"""The named samples of the forms of 2013, of the parties' copies, and of what later years may print.

Each is a random letter of its form with what its name says set by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

from .forms.cover import Style
from .forms.final_2013 import Letter as Final2013
from .forms.final_2014 import Letter as Final2014
from .forms.sheet import NO_MARKS, Sheet
from .hand_written import MIXED, ordinary
from .random_2013 import RATES_2013, random_final_2013, random_notice_2013, random_professional_2013
from .random_cover import PARTY_RATES, random_party_copy
from .sample import Sample

PLAIN = {**dict.fromkeys(RATES_2013, 0.0), "occupation": 1.0}
NAMED = {**PLAIN, "names": 1.0, "cover_letter": 1.0}
EVERYTHING = {**NAMED, "fax": 1.0, "footer": 1.0, "proof_of_service": 1.0, "claims_administrator_label": 1.0}
PARTY = {
    **dict.fromkeys(PARTY_RATES, 0.0),
    "names": 1.0,
    "cover_letter": 1.0,
    "header_table": 1.0,
    "occupation": 1.0,
}


def numbered_case(letter: Any, number: int) -> Any:
    """The letter with a case number of the samples' own, wherever it is printed."""
    old = letter.case.case_number
    new = f"{old.split('-')[0]}-99{number:0{len(old.split('-')[1]) - 2}d}"
    sheet = replace(letter.sheet, running_line=letter.sheet.running_line.replace(old, new))
    texts = {"ending": letter.ending.replace(old, new)} if isinstance(letter, Final2013) else {}
    return replace(letter, case=replace(letter.case, case_number=new), sheet=sheet, **texts)


def final(seed: int, rates: dict[str, float] = PLAIN, **changes: Any) -> Final2013:
    letter = replace(random_final_2013(seed, rates), left_titles=False)
    return cast(Final2013, replace(numbered_case(letter, seed), **changes))


def party(seed: int, rates: dict[str, float] = PARTY, **changes: Any) -> Final2014:
    return cast(Final2014, replace(numbered_case(random_party_copy(seed, rates), seed), **changes))


def notice(seed: int, rates: dict[str, float] = PLAIN, **changes: Any) -> Any:
    return replace(numbered_case(random_notice_2013(seed, rates), seed), **changes)


def professional(seed: int, rates: dict[str, float] = PLAIN, **changes: Any) -> Any:
    return replace(numbered_case(random_professional_2013(seed, rates), seed), **changes)


def decided(letter: Any, *outcomes: str) -> Any:
    """The letter with its first items, decided so; a rationale that says otherwise is written anew."""
    verdict = {
        "Upheld": "The record does not meet what the guideline asks for. The request is not medically necessary.",
        "Overturned": "The record meets what the guideline asks for. The request is medically necessary.",
    }
    items = tuple(
        item if item.outcome == outcome else replace(item, outcome=outcome, rationale=(verdict[outcome],))
        for item, outcome in zip(letter.items, outcomes, strict=False)
    )
    cover = getattr(letter, "cover", None)
    if cover and cover.treatments:
        names = tuple(item.heading for item in items)
        return replace(letter, items=items, cover=replace(cover, treatments=names))
    return replace(letter, items=items)


def styled(letter: Any, **changes: Any) -> Any:
    """The letter with its cover letter worded or laid out otherwise."""
    treatments = letter.cover.treatments or tuple(item.heading for item in letter.items)
    return replace(letter, cover=replace(letter.cover, treatments=treatments, style=Style(**changes)))


def samples() -> Iterator[Sample]:
    """Every named sample of these forms."""
    many = tuple(letter for seed in range(300, 400) if len((letter := final(seed)).items) > 3)
    yield Sample("final-2013-one-item.pdf", decided(styled(final(301)), "Upheld"))
    yield Sample(
        "final-2013-partial-overturn.pdf",
        decided(
            styled(final(302, NAMED, items=many[1].items[:3], bullets="•"), list_marks="1)"),
            "Upheld", "Overturned", "Upheld",
        ),
    )  # fmt: skip
    yield Sample(
        "final-2013-parties-copy.pdf",
        styled(final(303, EVERYTHING, ending="/MCC"), claim_label="Claim(s) Number:", list_marks="•"),
    )
    yield Sample("final-2013-no-opening.pdf", final(304, cover=None, sheet=NO_MARKS, ending=""))
    yield Sample(
        "final-2013-credentials.pdf",
        final(
            305,
            certifications=("Physical Medicine and Rehabilitation", "Sports Medicine", "Pain Management"),
            states=("California", "North Carolina", "District of Columbia"),
            subspecialty=True,
            assigned_stated=True,
        ),
    )
    yield Sample(
        "final-2013-capital-verbs.pdf", decided(final(306, capital_verbs=True), "Overturned", "Overturned")
    )
    yield Sample(
        "final-2013-long-list-of-documents.pdf",
        final(
            307, documents=final(307).documents + final(308).documents + final(309).documents, bullets="1."
        ),
    )
    yield Sample("final-2013-table-of-labels.pdf", styled(final(310, EVERYTHING), in_table=True))
    yield Sample("final-2013-bare-lines.txt", styled(final(311, NAMED), list_marks=";"), "bare")
    yield Sample("notice-2013-labels.pdf", notice(320, NAMED, labels=True, determination=True))
    yield Sample(
        "notice-2013-glued-no-labels.pdf", notice(321, labels=False, determination=False, glued=True)
    )
    yield Sample("notice-2013-overturned.pdf", decided(notice(322, sheet=Sheet(sans=True)), "Overturned"))
    yield Sample("notice-2013-double-spaced.txt", notice(323), "double-spaced")
    yield Sample(
        "professional-review-not-necessary.pdf", decided(professional(330, same_line=False), "Upheld")
    )
    yield Sample("professional-review-necessary.pdf", decided(professional(331, is_was=True), "Overturned"))
    yield Sample("professional-review-same-line.txt", professional(332, same_line=True), "crlf")
    yield Sample("party-copy.pdf", styled(party(340)))
    yield Sample(
        "party-copy-documents.pdf",
        party(341, {**PARTY, "documents": 1.0, "claims_administrator_label": 1.0}),
    )
    yield Sample(
        "party-copy-fax-footer-service.pdf",
        styled(
            party(342, {**PARTY, "fax": 1.0, "footer": 1.0, "proof_of_service": 1.0}, header_table=False),
            in_table=True,
            title=1,
        ),
    )
    yield Sample("party-copy-form-feeds.txt", styled(party(343, {**PARTY, "fax": 1.0})), "form-feeds")
    yield Sample("titles-of-other-years.pdf", replace(party(344, {**PARTY, "other_titles": 1.0}), cover=None))
    yield Sample(
        "two-reviewers.pdf",
        replace(
            ordinary(45, MIXED), second_reviewer=(("California",), ("Orthopedic Surgery", "Sports Medicine"))
        ),
    )
