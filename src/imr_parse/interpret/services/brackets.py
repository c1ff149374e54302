"""What stands in brackets, or behind a colon, after a drug's name: its parts, "Menthoderm gel 120 gm (methyl salicylate 15%/menthol 10%)"."""

import itertools
import re
from collections.abc import Sequence

from imr_parse.interpret.services import strength
from imr_parse.interpret.services.names import Meaning
from imr_parse.interpret.services.words import Phrase

_BETWEEN = re.compile(r"[\w\s,/#.:%\u00ae\u2122-]*")
"""Forms, amounts and strengths between a name and the bracket."""
_FURTHER = re.compile(r"[;&]|,\s(?!\d+\s?(?:mg|gm?|ml)(?!\w))|\b(?:and|plus|or|with)\b", re.IGNORECASE)
_INSIDE = re.compile(
    r"[\s/,+&;.*-]+|\b(?:and|with|plus|contains|containing|generic|for|hcl|hydrochloride|sodium|equivalent|to|active|ingredients?)\b:?",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[)#;]")
_SLASHED = re.compile(r"/(?=\s?[\d.])")
LONGEST = 60  # characters before the bracket


def opens_behind(text: str, mentions: Sequence[Phrase[Meaning]], mention: Phrase[Meaning]) -> bool:
    """Whether the mention stands in a bracket behind the first of the mentions, which all are one product.

    A bracket behind a brand holds its parts; behind another name, what shares a part with it.
    """
    first = mentions[0]
    opened = _opened(text, first, mention.start)
    if opened < 0:
        return False
    behind = max((m.end for m in mentions if m.start > opened), default=opened + 1)
    if _INSIDE.sub("", strength.STRENGTH.sub("", _SLASHED.sub(" ", text[behind : mention.start]))):
        return False
    plain = first.value.is_brand and not mention.value.is_brand
    return plain or bool(_parts(first) & _parts(mention))


def closed(text: str, mentions: Sequence[Phrase[Meaning]], mention: Phrase[Meaning]) -> bool:
    """Whether a bracket with a brand's parts has ended before the mention, and a list goes on."""
    end = text.find(")", mentions[-1].end, mention.start)
    return (
        end >= 0
        and bool(_FURTHER.search(text, end, mention.start))
        and _opened(text, mentions[0], mentions[-1].start) >= 0
    )


def listed(text: str, mentions: Sequence[Phrase[Meaning]]) -> list[str]:
    """The parts that stand in a bracket behind a brand; none where its words are not all known, for then one may be lost."""
    if len(mentions) < 2 or not mentions[0].value.is_brand:
        return []
    if any(_opened(text, mentions[0], m.start) < 0 for m in mentions[1:]):
        return []
    between = [text[a.end : b.start] for a, b in itertools.pairwise(mentions[1:])]
    last = _CLOSES.split(text[mentions[-1].end :], maxsplit=1)[0]
    if any(_INSIDE.sub("", strength.STRENGTH.sub("", _SLASHED.sub(" ", one))) for one in (*between, last)):
        return []
    parts = list(dict.fromkeys(part for m in mentions[1:] for part in m.value.drugs[0].ingredients))
    return parts if len(parts) > 1 else []


def _opened(text: str, first: Phrase[Meaning], at: int) -> int:
    """Where the bracket opens that `at` stands in and that only a form or an amount parts from the name; -1 where none does."""
    opened = max(text.rfind("(", first.end, at), text.rfind(":", first.end, at))
    if opened < 0 or opened - first.end > LONGEST or ")" in text[opened:at]:
        return -1
    between = text[first.end : opened]
    return opened if _BETWEEN.fullmatch(between) and not _FURTHER.search(between) else -1


def _parts(mention: Phrase[Meaning]) -> frozenset[str]:
    return frozenset(part for drug in mention.value.drugs for part in drug.ingredients)
