"""Random letters of the three forms of 2013, varying all that is known at second hand only."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date

from . import people
from .compose import Composer
from .forms import final_2013, notice_2013, professional_2013
from .forms.reviewer import USUAL
from .forms.sheet import Sheet
from .forms.spec import Case, Item, Parties
from .random_cover import draw_cover, draw_documents, draw_fax, draw_footer, draw_people, draw_style
from .random_letters import RATES

RATES_2013: Mapping[str, float] = {
    **RATES,
    "part_authorized": 0.0,
    "tapering": 0.02,
    "no_labels": 0.05,
    "no_opening": 0.0,
    "no_determination": 0.15,
    "glued": 0.1,
    "names": 0.5,  # the parties' copy
    "cover_letter": 0.6,
    "fax": 0.2,
    "footer": 0.6,
    "proof_of_service": 0.3,
    "assigned_stated": 0.3,
    "claims_administrator_label": 0.3,
}


def random_final_2013(seed: int, rates: Mapping[str, float] = RATES_2013) -> final_2013.Letter:
    draw = Composer(random.Random(seed), rates, date(2013, 9, 15), 300)
    rng = draw.rng
    items = _items(draw, rng.choice(("Physician Reviewer", "Physician Reviewer", "Expert Reviewer")))
    patient, summary = draw.summary(items)
    case = draw.case()
    labelled = not draw.happens("no_opening")
    cover = draw_cover(draw, items) if labelled else None
    return final_2013.Letter(
        cover=cover,
        case=case,
        states=_states(draw),
        certifications=_certifications(draw),
        documents=draw_documents(draw),
        summary=summary,
        patient=patient,
        items=items,
        credentials=rng.randrange(USUAL),
        subspecialty=rng.random() < 0.7,
        bullets=rng.choice(("•", "•", "1.", "1)", "·", "o")),
        number_mark=rng.choice(("1.", "1.", "1)")),
        capital_verbs=rng.random() < 0.3,
        bold_verdicts=rng.random() < 0.9,
        rationale_below=rng.random() < 0.5,
        assigned_stated=draw.happens("assigned_stated"),
        left_titles=rng.random() < 0.3,
        sheet=_sheet(draw, case if labelled else None, 0.5),
        served=draw_people(draw, cover.parties.employee)
        if cover and cover.letter and draw.happens("proof_of_service")
        else (),
        ending=rng.choice(("", "", "/MCC", f"CA {case.case_number}" if labelled else "")),
    )


def random_notice_2013(seed: int, rates: Mapping[str, float] = RATES_2013) -> notice_2013.Letter:
    draw = Composer(random.Random(seed), rates, date(2013, 7, 1), 120)
    rng = draw.rng
    items = _items(draw, "Expert Reviewer")
    patient, summary = draw.summary(items)
    labelled = not draw.happens("no_labels")
    case = draw.case()
    style = draw_style(draw)
    return notice_2013.Letter(
        case=Case(**{**vars(case), "priority": None, "consolidated": ()}),
        parties=Parties(f"WC{rng.randrange(10**6)}", rng.choice(people.EMPLOYEES))
        if draw.happens("names")
        else Parties(),
        states=_states(draw),
        certifications=_certifications(draw),
        documents=draw_documents(draw),
        summary=summary,
        patient=patient,
        items=items,
        credentials=rng.randrange(USUAL),
        subspecialty=rng.random() < 0.5,
        labels=labelled,
        determination=not draw.happens("no_determination"),
        bullets=rng.choice(("•", "1.", "1)", "·")),
        glued=draw.happens("glued"),
        quoted=rng.random() < 0.7,
        bold_names=rng.random() < 0.8,
        number_mark=rng.choice(("1)", "1)", "1.")),
        style=notice_2013.STYLE if rng.random() < 0.6 else style,
        sheet=_sheet(draw, case if labelled else None, 0.5),
    )


def random_professional_2013(seed: int, rates: Mapping[str, float] = RATES_2013) -> professional_2013.Letter:
    draw = Composer(random.Random(seed), rates, date(2013, 2, 1), 150)
    rng = draw.rng
    item = _items(draw, "Professional Reviewer")[0]
    item = Item(**{**vars(item), "claims_administrator_guideline": None})
    patient, summary = draw.summary((item,))
    number = draw.case_number("99%04d", "") if rng.random() < 0.5 else draw.case_number("99%05d")
    return professional_2013.Letter(
        case=Case(number, None, draw.injury, draw.decision_date, draw.ur_date, None, None),
        states=_states(draw),
        certifications=_certifications(draw),
        documents=draw_documents(draw),
        summary=summary,
        patient=patient,
        items=(item,),
        credentials=rng.randrange(USUAL),
        subspecialty=rng.random() < 0.5,
        labels=not draw.happens("no_labels"),
        same_line=rng.random() < 0.3,
        bullets=rng.choice(("•", "1.", "1)", "·")),
        is_was=rng.random() < 0.6,
        bold=rng.random() < 0.9,
        sheet=_sheet(draw, None, 0.5),
    )


def _items(draw: Composer, who: str) -> tuple[Item, ...]:
    return tuple(
        _item(draw, who) for _ in range(draw.rng.choice((1, 1, 1, 2, 2, 3, 4, draw.rng.randint(5, 12))))
    )


def _item(draw: Composer, who: str) -> Item:
    rng = draw.rng
    outcome = "Overturned" if draw.happens("overturned") else "Upheld"
    heading = draw.heading()["heading"]
    its = f"The {who} based his/her decision on {_guideline(draw)}."
    if rng.random() < 0.4:
        its = f"The {who} {people.NOT_APPLICABLE}. {its}"
    return Item(
        heading,
        outcome,
        rng.choice((f"The Claims Administrator based its decision on {_guideline(draw)}.",) * 4
                   + ("The Claims Administrator did not cite any evidence-based criteria for its decision.",)),
        its,
        draw.rationale(heading, outcome == "Overturned"),
    )  # fmt: skip


def _guideline(draw: Composer) -> str:
    first = draw.rng.randint(8, 120)
    return draw.rng.choice(people.GUIDELINES).format(n=first, m=first + 6, d=draw.rng.randrange(10))


def _states(draw: Composer) -> tuple[str, ...]:
    return tuple(draw.rng.sample(draw.pool("STATES"), draw.rng.choice((1, 1, 1, 2, 3))))


def _certifications(draw: Composer) -> tuple[str, ...]:
    names = draw.rng.choice(
        [names for names in draw.pool("CERTIFICATIONS") if not names[0].endswith(("tor", "ist"))]
    )
    return tuple(name.replace("&", "and") for name in names)


def _sheet(draw: Composer, case: Case | None, sans: float) -> Sheet:
    """Without a case no running line, since it would print the case number."""
    rng = draw.rng
    return Sheet(
        running_line=draw_footer(draw, case) if case else "",
        on_top=rng.random() < 0.2,
        fax=draw_fax(draw),
        furniture_last=rng.random() < 0.4,
        sans=rng.random() < sans,
        font_in_matrix=rng.random() < 0.4,
    )
