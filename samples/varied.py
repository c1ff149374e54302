"""Random letters that vary further what is known at second hand only, and letters of the years from which none was seen.

Each is a random letter of its form with more of its wording, order and marks drawn anew.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from . import catalog, people
from .compose import Composer
from .forms import final_2013, final_2014, notice_2013, professional_2013
from .forms.cover import Cover, Style
from .forms.reviewer import SUBSPECIALTIES, WORDINGS
from .forms.sheet import Sheet
from .forms.spec import Case, Item
from .random_2013 import RATES_2013, random_final_2013, random_notice_2013, random_professional_2013
from .random_cover import PARTY_RATES, random_party_copy
from .random_letters import RATES, random_letter

MORE: Mapping[str, float] = {"consolidated": 0.1, "long_case_number": 0.2, "expedited": 0.15}
VARIED_2013: Mapping[str, float] = {**RATES_2013, **MORE, "no_labels": 0.0}
VARIED_PARTY: Mapping[str, float] = {**PARTY_RATES, **MORE, "documents": 0.6}
ANY_YEAR: Mapping[str, float] = {
    **RATES, **MORE, "numbered": 0.25, "capitals": 0.2, "other_titles": 0.5, "no_header": 0.1,
}  # fmt: skip
ADMINISTRATOR = (
    "The Claims Administrator based its decision on {first}.",
    "The Claims Administrator did not base its decision on the MTUS. The denial cites {first}.",
    "The Claims Administrator did not provide any evidence-based criteria for its determination.",
    "The Claims Administrator based its decision on {first}, and on {second}.",
    "The Claims Administrator cited {first} as relevant.",
)
REVIEWER = (
    "The {who} based his/her decision on {first}.",
    (
        "The {who} found the guidelines used by the Claims Administrator relevant and appropriate for the employee's "
        "circumstances. The {who} based his/her decision on {first}."
    ),
    (
        "The {who} found no section of the MTUS applicable and relevant to the issue at dispute. In line with the strength of "
        "evidence, the {who} based his/her decision on {first}."
    ),
    "The {who} relied on {first}, and on {second}.",
    "The {who} did not cite any medical evidence for his/her decision.",
    "The {who} based his/her decision on {first}; {second}.",
)
DOCUMENTS_LEADS = (
    (
        "The following relevant documents received from the interested parties and the documents provided with the "
        "application were reviewed and considered. These documents included:"
    ),
    "The following relevant documents received from the interested parties were reviewed and considered:",
    "These documents were reviewed:",
)
MARKS = ("\u2022", "1.", "1)", "\u00b7", "(1)", "-")
FURTHER = (
    ("Employer:", "Alder Unified School District"),
    ("Injured Body Part(s):", "left knee, low back"),
    ("Claims Examiner:", "R. Osgood"),
    ("Date of Request:", "03/02/2013"),
)
FOOTERS = (
    "Final Determination Letter for IMR Case Number {number}",
    "IMR Case Number {number} Page {{page}}",
    "{{page}}",
    "- {{page}} -",
    "Page {{page}} of {{pages}}",
    "Final Determination Letter for IMR Case Number {number}   {{page}}",
)


def varied_final_2013(seed: int) -> final_2013.Letter:
    letter = random_final_2013(seed, VARIED_2013)
    draw = Composer(random.Random(f"{seed} further"), VARIED_2013)
    rng = draw.rng
    who = rng.choice(("Physician Reviewer", "Expert Reviewer", "Reviewer"))
    return replace(
        letter,
        cover=letter.cover and _cover(draw, letter.cover, letter.items),
        items=tuple(_cited(draw, item, who) for item in letter.items),
        credentials=rng.randrange(len(WORDINGS)),
        subspecialty_said=rng.randrange(len(SUBSPECIALTIES)),
        bullets=rng.choice(MARKS),
        one_paragraph=rng.random() < 0.3,
        was=rng.random() < 0.1,
        rationale_label=f"The {'Physician' if who == 'Reviewer' else who.split()[0]} Reviewer's decision rationale:",
        documents_lead=rng.choice(DOCUMENTS_LEADS[:2]),
        items_title=rng.choice((final_2013.ITEMS,) * 3 + ("IMR DECISIONS AND RATIONALES",)),
        sheet=_sheet(draw, letter.sheet, letter.case),
        ending=rng.choice(("", "", "/MCC", "/dso", f"CA {letter.case.case_number}")),
    )


def varied_notice_2013(seed: int) -> notice_2013.Letter:
    letter = random_notice_2013(seed, {**VARIED_2013, "no_labels": 0.2})
    draw = Composer(random.Random(f"{seed} further"), VARIED_2013)
    rng = draw.rng
    return replace(
        letter,
        items=tuple(_cited(draw, item, "Expert Reviewer") for item in letter.items),
        credentials=rng.randrange(len(WORDINGS)),
        subspecialty_said=rng.randrange(len(SUBSPECIALTIES)),
        bullets=rng.choice(MARKS),
        disclaimer=rng.random() < 0.8,
        documents_lead=rng.choice(DOCUMENTS_LEADS),
        one_paragraph=rng.random() < 0.3,
        style=replace(letter.style, order=rng.randrange(6), written_dates=rng.random() < 0.2),
        sheet=_sheet(draw, letter.sheet, letter.case if letter.labels else None),
    )


def varied_professional_2013(seed: int) -> professional_2013.Letter:
    letter = random_professional_2013(seed, VARIED_2013)
    draw = Composer(random.Random(f"{seed} further"), VARIED_2013)
    rng = draw.rng
    return replace(
        letter,
        items=(replace(_cited(draw, letter.items[0], "Professional Reviewer"), claims_administrator_guideline=None),),
        credentials=rng.randrange(len(WORDINGS)),
        subspecialty_said=rng.randrange(len(SUBSPECIALTIES)),
        bullets=rng.choice(MARKS),
        verb=rng.choice(("IS", "WAS")),
        style=replace(
            letter.style,
            case_label=rng.choice(("Case Number:", "IMR Case Number:", "MAXIMUS Case Number:")),
            written_dates=rng.random() < 0.2,
            order=rng.randrange(4),
        ),
        sheet=_sheet(draw, letter.sheet, None),
    )  # fmt: skip


def varied_party_copy(seed: int) -> final_2014.Letter:
    letter = random_party_copy(seed, VARIED_PARTY)
    draw = Composer(random.Random(f"{seed} further"), VARIED_PARTY)
    assert letter.cover and letter.case
    return replace(
        letter,
        cover=_cover(draw, letter.cover, letter.items),
        sheet=_sheet(draw, letter.sheet, letter.case),
    )


def letter_of_any_year(seed: int) -> final_2014.Letter:
    """A published copy of 2014 to 2024."""
    letter = random_letter(seed, ANY_YEAR)
    draw = Composer(random.Random(f"{seed} further"), ANY_YEAR)
    rng = draw.rng
    items = letter.items
    if rng.random() < 0.5:
        items = tuple(
            replace(item, reviewer_guideline=_later(draw), claims_administrator_guideline=_later(draw))
            for item in items
        )
    return replace(letter, items=items, case=letter.case and _in_another_year(draw, letter.case))


def _in_another_year(draw: Composer, case: Case) -> Case:
    """The case some years later, its numbers with it."""
    assert case.decision_date and case.case_number
    years = max(0, draw.rng.randint(2014, 2024) - case.decision_date.year)

    def later(day: date | None) -> date | None:
        return day and day + timedelta(round(365.25 * years))

    def renumbered(number: str) -> str:
        year = int(number[2:4]) + years
        return f"{number[:2]}{year:02d}{number[4:]}"

    return replace(
        case,
        case_number=renumbered(case.case_number),
        consolidated=tuple(map(renumbered, case.consolidated)),
        date_assigned=later(case.date_assigned),
        date_of_injury=later(case.date_of_injury),
        decision_date=later(case.decision_date),
        ur_denial_date=later(case.ur_denial_date),
        application_received=later(case.application_received),
    )


def _later(draw: Composer) -> str:
    """A guideline sentence with the titles of 2017-12 and after, or without a year."""
    rng = draw.rng
    titles = rng.sample(catalog.OTHER_TITLES, rng.choice((1, 1, 2)))
    first = f"Decision based on {titles[0]}"
    more = f", and {titles[1].removeprefix('MTUS ')}" if len(titles) > 1 else ""
    return rng.choice((
        f"{first}{more}.",
        f"{first}. Decision based on Non-MTUS Citation {rng.choice(catalog.NON_MTUS)}.",
        f"{first}.",
        f"Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): {rng.randint(8, 127)}.",
    ))  # fmt: skip


def _cover(draw: Composer, cover: Cover, items: tuple[Item, ...]) -> Cover:
    rng = draw.rng
    style: Style = replace(
        cover.style,
        written_dates=rng.random() < 0.15,
        order=rng.randrange(8) if rng.random() < 0.4 else 0,
        further=tuple(rng.sample(FURTHER, rng.choice((0, 0, 1, 2)))),
        outcome_apart=rng.random() < 0.3,
        list_marks=rng.choice(("1.", "1)", "\u2022", ";", "-", "(1)")),
        employee_label=rng.choice(("Employee Name:", "Employee:", "Injured Employee:", "Name of Employee:")),
        provider_label=rng.choice(("Provider Name:", "Provider:", "Requesting Provider:")),
        claim_label=rng.choice(("Claim Number:", "Claim(s) Number:", "Claims Number:", "Claim No.:")),
    )
    treatments = tuple(item.original or item.heading for item in items) if cover.treatments else ()
    return replace(cover, style=style, treatments=treatments)


def _cited(draw: Composer, item: Item, who: str) -> Item:
    rng = draw.rng

    def cite(template: str) -> str:
        first, second = (
            text.format(n=(page := rng.randint(8, 120)), m=page + 6, d=rng.randrange(10))
            for text in rng.sample(people.GUIDELINES, 2)
        )
        return template.format(who=who, first=first, second=second)

    return replace(
        item,
        claims_administrator_guideline=cite(rng.choice(ADMINISTRATOR)),
        reviewer_guideline=cite(rng.choice(REVIEWER)),
    )


def _sheet(draw: Composer, sheet: Sheet, case: Case | None) -> Sheet:
    footer = draw.rng.choice(FOOTERS).format(number=case.case_number) if case else sheet.running_line
    return replace(sheet, running_line=footer if draw.rng.random() < 0.7 else "")
