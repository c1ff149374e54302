"""The reviewer's credentials as prose, as the forms of 2013 give them."""

from __future__ import annotations

STATEMENT = (
    "He/she has no affiliation with the employer, employee, providers or the claims administrator.",
    (
        "He/she has been in active clinical practice for more than five years and is currently working at least 24 hours "
        "a week in active practice."
    ),
    (
        "The {who} was selected based on his/her clinical experience, education, background, and expertise in the same "
        "or similar specialties that evaluate and/or treat the medical condition and disputed items/services."
    ),
)


# {certified} is a list of certifications, {states} of states; the first wording was seen, the others are likely
WORDINGS = (
    "The {who} is Board Certified in {certified}{subspecialty} and is licensed to practice in {states}.",
    "The {who} is Board Certified in {certified}{subspecialty}, and is licensed to practice in {states}.",
    "The {who} is board certified in {certified}{subspecialty} and is licensed to practice in {states}.",
    "The {who} is Board Certified in {certified}{subspecialty} and licensed to practice in {states}.",
    "The {who} is Board Certified in {certified}{subspecialty}. He/she is licensed to practice in {states}.",
    "The {who} is licensed to practice in {states} and is Board Certified in {certified}{subspecialty}.",
    "The {who} is Board Certified in {certified}{subspecialty}, and is licensed to practice in the State of {states}.",
)
USUAL = 3
"""Wordings that most letters have."""
SUBSPECIALTIES = (
    ", has a subspecialty in {name}",
    " with a subspecialty in {name}",
    ", has a Subspecialty in {name}",
    " and has a subspecialty in {name}",
)


def qualifications(
    who: str,
    certifications: tuple[str, ...],
    states: tuple[str, ...],
    *,
    wording: int,
    subspecialty: bool,
    said: int = 0,
) -> str:
    """The sentence on certifications and states.

    With `subspecialty` the last certification is named as one, else they are a list. `said`: which of SUBSPECIALTIES.
    """
    as_one = subspecialty and len(certifications) > 1
    return WORDINGS[wording].format(
        who=who,
        certified=listing(certifications[:-1] if as_one else certifications),
        subspecialty=SUBSPECIALTIES[said].format(name=certifications[-1]) if as_one else "",
        states=listing(states),
    )


def listing(names: tuple[str, ...]) -> str:
    """Names in a sentence: "A", "A and B", "A, B, and C" (the comma tells a list from "Medicine and Rehabilitation")."""
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"
