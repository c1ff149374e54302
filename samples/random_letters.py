"""Random letters of the form final-determination-2014, with the accidents of the real ones.

`random_letter(seed)` is a pure function of its seed. How often an accident occurs stands in RATES.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace

from . import catalog
from .compose import Composer
from .forms.final_2014 import Letter
from .forms.sheet import Sheet

RATES: Mapping[str, float] = {
    "overturned": 0.12,
    "part_authorized": 0.12,
    "no_header": 0.03,
    "expedited": 0.05,
    "consolidated": 0.02,
    "long_case_number": 0.05,
    "numbered": 0.05,
    "capitals": 0.03,
    "retrospective": 0.05,
    "outcome_alone": 0.03,
    "no_gap_before_label": 0.02,
    "two_paragraphs": 0.04,
    "tapering": 0.04,
    "odd_date_in_prose": 0.05,
    "sex_by_pronoun": 0.03,
    "occupation": 0.5,
    "breaks_at_slash": 0.1,
    "no_widow_control": 0.1,
    "blank_last_page": 0.02,
    "credential_slip": 0.01,
    "other_titles": 0.08,
    "more_words": 1.0,  # 0: without the sentences and treatments of more_wording.py
    "aside": 0.15,
}


def random_letter(seed: int, rates: Mapping[str, float] = RATES) -> Letter:
    """A letter that differs with its seed; `rates` maps each accident to its probability."""
    draw = Composer(random.Random(seed), rates)
    rng = draw.rng
    items = draw.items()
    patient, summary = draw.summary(items)
    letter = Letter(
        case=None if draw.happens("no_header") else draw.case(),
        states=tuple(rng.sample(draw.pool("STATES"), rng.choice((1, 1, 1, 2, 2, 3)))),
        certifications=rng.choice(draw.pool("CERTIFICATIONS")),
        summary=summary,
        patient=patient,
        items=items,
        state_separator=rng.choice((", ", ",")),
        title_gap=rng.choice((28.0, 28.0, 34.8)),
        items_on_new_page=rng.random() < 0.2,
        widow_control=not draw.happens("no_widow_control"),
        breaks_at_slash=draw.happens("breaks_at_slash"),
        blank_last_page=draw.happens("blank_last_page"),
        trailing_spaces=rng.random() < 0.3,
        sheet=Sheet(font_in_matrix=rng.random() < 0.4),
    )
    return _varied(letter, Composer(random.Random(f"{seed} varied"), rates))


def _varied(letter: Letter, draw: Composer) -> Letter:
    """With slips in the credentials and with titles of guidelines as other years print them."""
    certifications = letter.certifications
    if draw.happens("credential_slip"):
        slip = draw.rng.choice((lambda name: f"{name}a", lambda name: name.replace(" ", "  ", 1)))
        certifications = (*certifications[:-1], slip(certifications[-1]))
    items = letter.items
    if draw.happens("other_titles"):
        cited = [draw.rng.choice(catalog.OTHER_TITLES) for _ in items]
        items = tuple(
            replace(item, reviewer_guideline=f"Decision based on {title}.")
            for item, title in zip(items, cited, strict=True)
        )
    return replace(letter, certifications=certifications, items=items)
