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


def qualifications(
    who: str, certifications: tuple[str, ...], states: tuple[str, ...], *, subspecialty: bool
) -> str:
    """One sentence: "The physician reviewer is Board Certified in A, has a subspecialty in B and is licensed …".

    With `subspecialty` the last certification is named as one, else they are a list.
    """
    if subspecialty and len(certifications) > 1:
        first, rest = certifications[:-1], f", has a subspecialty in {certifications[-1]}"
    else:
        first, rest = certifications, ""
    return f"The {who} is Board Certified in {listing(first)}{rest} and is licensed to practice in {listing(states)}."


def listing(names: tuple[str, ...]) -> str:
    """Names in a sentence: "A", "A and B", "A, B, and C" (the comma tells a list from "Medicine and Rehabilitation")."""
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"
