"""Random cover letters, furniture and names: what the parties' copy of any year adds."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from . import people
from .compose import Composer
from .forms.cover import Cover, Style, day_of
from .forms.final_2014 import Letter
from .forms.spec import Case, Item, Parties
from .random_letters import RATES, random_letter

PARTY_RATES: Mapping[str, float] = {
    **RATES,
    "no_header": 0.0,
    "names": 1.0,
    "cover_letter": 1.0,
    "fax": 0.4,
    "footer": 0.6,
    "proof_of_service": 0.5,
    "claims_administrator_label": 0.3,
    "header_table": 0.7,
    "documents": 0.3,
}


def random_party_copy(seed: int, rates: Mapping[str, float] = PARTY_RATES) -> Letter:
    """The parties' copy of a letter of 2014 and after: cover letter, names, furniture, proof of service."""
    letter = random_letter(seed, rates)
    assert letter.case is not None
    draw = Composer(random.Random(f"{seed} party copy"), rates)
    case = letter.case
    assert case.decision_date and case.ur_denial_date and case.date_of_injury
    draw.decision_date, draw.ur_date, draw.injury = (
        case.decision_date,
        case.ur_denial_date,
        case.date_of_injury,
    )
    cover = draw_cover(draw, letter.items)
    return replace(
        letter,
        cover=cover,
        header_table=draw.happens("header_table"),
        documents=draw_documents(draw) if draw.happens("documents") else (),
        sheet=replace(
            letter.sheet,
            running_line=draw_footer(draw, letter.case),
            fax=draw_fax(draw),
            on_top=draw.rng.random() < 0.2,
            furniture_last=draw.rng.random() < 0.4,
        ),
        served=draw_people(draw, cover.parties.employee) if draw.happens("proof_of_service") else (),
    )


def draw_cover(draw: Composer, items: tuple[Item, ...]) -> Cover:
    """A cover letter, or in a published copy its label lines with the names blacked out."""
    rng = draw.rng
    named, letter = draw.happens("names"), draw.happens("cover_letter")
    employee = rng.choice(people.EMPLOYEES)
    parties = Parties(
        rng.choice(people.CLAIMS).format(n=rng.randint(100_000, 999_999)),
        employee,
        rng.choice(people.PROVIDERS),
        rng.choice(people.ADMINISTRATORS) if draw.happens("claims_administrator_label") else None,
    )
    greeting = rng.choice((f"DEAR {employee.upper()}:", f"Dear {employee},", "DEAR PARTIES:"))
    return Cover(
        parties=parties if named else Parties(),
        treatments=tuple(item.original or item.heading for item in items) if rng.random() < 0.8 else (),
        address=(employee, rng.choice(people.STREETS), rng.choice(people.TOWNS))
        if named and rng.random() < 0.7
        else (),
        greeting=greeting if named else "DEAR :",
        copies=draw_people(draw, employee) if named and rng.random() < 0.5 else (),
        letter=letter,
        style=draw_style(draw),
    )


def draw_style(draw: Composer) -> Style:
    rng = draw.rng
    return Style(
        title=rng.randrange(2),
        case_label=rng.choice(("IMR Case Number:", "IMR Case Number:", "Case Number:")),
        claim_label=rng.choice(("Claim Number:", "Claim(s) Number:", "Claims Number:")),
        ur_label=rng.choice(("UR Denial Date:", "Date of UR Decision:")),
        received_label=rng.choice(("Application Received:", "IMR Application Received:")),
        employee_label=rng.choice(("Employee Name:", "Employee:")),
        provider_label=rng.choice(("Provider Name:", "Provider:")),
        in_table=rng.random() < 0.3,
        list_marks=rng.choice(("1.", "1)", "•", ";")),
        opening=rng.randrange(2),
        appeal=rng.randrange(2),
        bold_labels=rng.random() < 0.7,
        padded_dates=rng.random() < 0.6,
    )


def draw_documents(draw: Composer) -> tuple[str, ...]:
    rng = draw.rng
    chosen = rng.sample(people.DOCUMENTS, rng.randint(2, len(people.DOCUMENTS)))
    return tuple(
        text.format(
            day=draw.prose_date(draw.visit()),
            later=draw.prose_date(draw.ur_date + timedelta(3)),
            company=rng.choice(people.ADMINISTRATORS),
            doctor=rng.choice(people.PROVIDERS),
        )
        for text in chosen
    )


def draw_people(draw: Composer, employee: str | None) -> tuple[str, ...]:
    """Names with addresses, as in a list of copies or of persons served."""
    rng = draw.rng
    names = (
        employee or rng.choice(people.EMPLOYEES),
        rng.choice(people.ADMINISTRATORS),
        rng.choice(people.ATTORNEYS),
    )
    return tuple(f"{name}, {rng.choice(people.STREETS)}, {rng.choice(people.TOWNS)}" for name in names)


def draw_footer(draw: Composer, case: Case) -> str:
    if not draw.happens("footer"):
        return ""
    number = case.case_number or ""
    return draw.rng.choice(
        (
            f"Final Determination Letter for IMR Case Number {number}   {{page}}",
            f"Final Determination Letter for IMR Case Number {number} Page {{page}} of {{pages}}",
            f"{number} - Page {{page}}",
            "Page {page}",
        )
    )


def draw_fax(draw: Composer) -> str:
    if not draw.happens("fax"):
        return ""
    day = day_of(draw.decision_date + timedelta(draw.rng.randint(1, 6)), Style())
    return draw.rng.choice(
        (
            f"{day} 14:0{draw.rng.randrange(10)}  FAX 916 555 0142   P. 00{{page}}/0{{pages}}",
            f"From: 9165550142  To: 5595550110  Page: {{page}}/{{pages}}  Date: {day} 9:12:44 AM",
        )
    )
