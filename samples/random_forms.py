"""Who makes random letters of which form: by the form's name, a function from a seed to a letter."""

from __future__ import annotations

from collections.abc import Callable

from . import Spec
from .random_2013 import random_final_2013, random_notice_2013, random_professional_2013
from .random_cover import random_party_copy
from .random_letters import random_letter
from .varied import (
    letter_of_any_year,
    varied_final_2013,
    varied_notice_2013,
    varied_party_copy,
    varied_professional_2013,
)

Maker = Callable[[int], Spec]

ORDINARY: dict[str, Maker] = {
    "2014": random_letter,
    "final-2013": random_final_2013,
    "notice-2013": random_notice_2013,
    "professional-2013": random_professional_2013,
    "party-copy": random_party_copy,
}
VARIED: dict[str, Maker] = {
    "final-2013-varied": varied_final_2013,
    "notice-2013-varied": varied_notice_2013,
    "professional-2013-varied": varied_professional_2013,
    "party-copy-varied": varied_party_copy,
    "any-year": letter_of_any_year,
}
"""Letters whose wording or setting differs from what the forms usually print."""
MAKERS = ORDINARY | VARIED
