"""The parts that the named samples are made of: items written out, and the search for a page break."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from . import wording
from .forms.final_2014 import Letter, part_authorized
from .forms.sheet import NO_MARKS
from .forms.spec import Case, Item, Patient
from .random_letters import RATES, random_letter
from .setting.page import Page
from .setting.typeset import typeset

NO_ACCIDENTS = dict.fromkeys(RATES, 0.0)
LOW_BACK = "Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies."
NOTHING_CITED = "The Claims Administrator did not cite any medical evidence for its decision."
OUTSIDE = (
    "The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based "
    "on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg Chapter, Durable medical equipment (DME)."
)


JOINTS = (
    "jaw", "neck", "left shoulder", "right elbow", "both wrists", "fingers", "thumbs", "hips", "left knee", "ankles", "toes",
)  # fmt: skip


def ordinary(seed: int, items: tuple[Item, ...] | None = None, number: int = 0) -> Letter:
    """A letter without accidents, with these items or its own, and a case number of the samples' own."""
    letter = random_letter(seed, NO_ACCIDENTS)
    assert letter.case is not None
    case = replace(
        letter.case, case_number=f"CM{letter.case.application_received:%y}-99000{number or seed:02d}"
    )
    return replace(
        letter,
        case=case,
        items=items or letter.items,
        state_separator=", ",
        title_gap=28.0,
        items_on_new_page=False,
        trailing_spaces=False,
        sheet=NO_MARKS,
    )


def item(heading: str, outcome: str, reason: str, **more: str) -> Item:
    return Item(heading, outcome, NOTHING_CITED, LOW_BACK, (reason,), treatment=more.get("treatment"))


def first_that(show: Callable[[tuple[Page, ...]], bool], letter: Letter) -> Letter:
    """The letter with a summary of the length that brings it to show something on its pages.

    Raises StopIteration where no length does.
    """
    assert letter.case and letter.case.ur_denial_date
    visit = letter.case.ur_denial_date - timedelta(20)
    he, his = ("she", "her") if letter.patient.sex == "female" else ("he", "his")
    told = {"He": he.capitalize(), "he": he, "his": his, "His": his.capitalize()}
    told |= {"part": "neck", "side": "left", "n": "12", "pain": "4", "visit": f"{visit:%m/%d/%Y}"}
    sentences = [text.format(**told) for text in wording.COURSE]

    def padded() -> Iterator[Letter]:
        opening = letter.summary[0].split(". ")[0] + "."
        for count, joints in itertools.product(range(len(sentences) + 1), range(len(JOINTS))):
            normal = [f"Normal on examination: {', '.join(JOINTS[:joints])}."] if joints else []
            yield replace(letter, summary=(" ".join([opening, *sentences[:count], *normal]),))

    return next(candidate for candidate in padded() if show(typeset(candidate.flow())))


def heading_crosses_page(pages: tuple[Page, ...]) -> bool:
    return any(
        before.lines and after.lines and before.lines[-1].bold and after.lines[0].bold
        and not after.lines[0].opens_paragraph and after.lines[0].text[:1].islower()
        for before, after in itertools.pairwise(pages)
    )  # fmt: skip


def outcome_opens_page(pages: tuple[Page, ...]) -> bool:
    return any(page.lines and page.lines[0].text in ("Upheld", "Overturned") for page in pages[1:])


def hyphen_ends_page(pages: tuple[Page, ...]) -> bool:
    return any(page.lines[-1].text.endswith("-") for page in pages[:-1])


def slash_ends_line(pages: tuple[Page, ...]) -> bool:
    return any(line.text.endswith("/") for page in pages for line in page.lines)


ONE_ITEM = Letter(
    Case(
        "CM16-9900001",
        date(2016, 11, 21),
        date(2016, 3, 2),
        date(2016, 12, 16),
        date(2016, 10, 28),
        date(2016, 11, 15),
    ),
    ("California",),
    ("Physical Medicine & Rehabilitation", "Pain Management"),
    (
        (
            "The injured worker is a 46 year old female cannery worker with an injury date of 3-2-16. She stepped off "
            "a platform and twisted her left knee. On 9-30-16 the knee was stable with a trace effusion and full "
            "extension. Care has consisted of ibuprofen, a sleeve and 8 visits of physical therapy, which helped. "
            "Utilization review declined on 10-28-16 to certify a continuous passive motion device for 21 days."
        ),
    ),
    Patient(46, "female", "cannery worker"),
    (
        Item(
            "Continuous passive motion device, 21 day rental for the left knee",
            "Upheld",
            NOTHING_CITED,
            OUTSIDE,
            (
                (
                    "The guideline names this device for use after arthroplasty or ligament reconstruction. No "
                    "operation on the knee has been carried out or planned, and motion is full. Therefore, the "
                    "continuous passive motion device is not medically necessary."
                ),
            ),
        ),
    ),
)
MIXED = (
    item(
        "MRI of the lumbar spine without contrast",
        "Overturned",
        "Strength of the left great toe fell from 5/5 to 3/5 between two visits, and reflexes at the ankle are lost. "
        "Progressive loss is one of the reasons for which the chapter allows imaging. The MRI is medically necessary.",
    ),
    item(
        "Lumbar traction unit, purchase",
        "Upheld",
        "Traction has not been shown to help back pain. As such, the request is not medically necessary.",
    ),
    item(
        "Follow-up visit with the spine surgeon",
        "Overturned",
        "With the deficit described above a visit to the surgeon is timely. The request is medically necessary.",
    ),
)
COLONS = (
    item(
        "Pre-op labs: CBC, BMP: fasting",
        "Upheld",
        "No operation is planned. The labs are not medically necessary.",
    ),
    item(
        "Associated surgical service: assistant surgeon",
        "Overturned",
        "The procedure calls for a second pair of hands. The assistant surgeon is medically necessary.",
    ),
    item(
        "Oxycodone 5mg #20 day supply: 5",
        "Upheld",
        "Pain is mild and other medicines were not tried. The request is not medically necessary.",
    ),
)
SLASHES = (
    item(
        "Flurbiprofen 10%/Cyclobenzaprine 3%/Gabapentin 6%/Lidocaine 5% gel in a camphor/menthol base",
        "Upheld",
        "The H2-receptor blocker, the anti-inflammatory and the non-steroidal cream have no follow-up note from the "
        "treating physician after 10/14/2016, and a published evidence-based reason for a self-adhesive/non-adhesive "
        "electrode-free dressing is also missing. The night-time capsule of 320.5-30-16mg, last given between 11-28-16 "
        "and 12-05-2016 with the 10%-menthol cream, has a weaker and non-opioid alternative. The request is "
        "not-medically necessary.",
    ),
    item(
        "Capsule of 320.5/30/16mg",
        "Upheld",
        "The note on the visit of 10/14/2016 mentions a single trial of the 320.5-30-16mg capsule and nothing after "
        "11-28-16. The request is not medically necessary.",
    ),
)


def part(wording_number: int, outcome: str = "Upheld") -> Item:
    request = (
        (
            "Physical therapy for the lumbar spine, 12 sessions",
            "Physical therapy for the lumbar spine, 6 sessions",
        ),
        ("Baclofen 20mg #90", "Baclofen 20mg #30"),
        ("Purchase of a shower chair", "a shower chair for 1 month"),
    )[wording_number]
    remaining = (
        "physical therapy for the lumbar spine, 6 sessions",
        "Baclofen 20mg #60",
        "purchase of a shower chair",
    )
    heading = part_authorized(*request, remaining[wording_number], wording_number)
    reason = f"What is asked for goes beyond the guideline. The request for {heading['treatment']} is not medically necessary."
    if outcome == "Overturned":
        reason = f"Progress is on record and goals are set. The request for {heading['treatment']} is medically necessary."
    return Item(
        outcome=outcome,
        claims_administrator_guideline=NOTHING_CITED,
        reviewer_guideline=LOW_BACK,
        rationale=(reason,),
        **heading,
    )


LONG_PART = Item(
    outcome="Upheld",
    claims_administrator_guideline=NOTHING_CITED,
    reviewer_guideline=OUTSIDE,
    rationale=(
        "The need for help beyond what was granted is not shown. The request is not medically necessary.",
    ),
    **part_authorized(
        "Home aide 9 hours per week to help with bathing/dressing, meals and transfers until the wound has healed",
        "Home aide 4 hours per week to help with bathing/dressing, meals and transfers until the wound has healed",
        "home aide 5 hours per week to help with bathing/dressing, meals and transfers until the wound has healed",
        0,
    ),
)


def part_letter(seed: int, *items: Item) -> Letter:
    """A letter whose summary holds the sentences of the heading too."""
    letter = ordinary(seed, items)
    asked = wording.PART_CLOSING.format(
        original=items[0].original, authorized=items[0].authorized, remaining=items[0].treatment
    )
    return replace(letter, summary=(f"{letter.summary[0]} {asked}",))


def numbered(letter: Letter) -> Letter:
    items = tuple(
        replace(one, number=f"{number}. ", heading=one.heading.upper(), treatment=None)
        for number, one in enumerate(letter.items, 1)
    )
    return replace(letter, items=items)


def with_case(letter: Letter, **changes: object) -> Letter:
    assert letter.case is not None
    return replace(letter, case=replace(letter.case, **changes))  # type: ignore[arg-type]
