"""Body parts with their sides, and levels of the spine."""

import itertools
import re
from collections.abc import Mapping
from functools import cache

from imr_parse import vocabulary
from imr_parse.interpret.services.model import BodyPart, Side
from imr_parse.interpret.services.words import Phrasebook, Words, phrase_key

SIDES: dict[str, Side] = {
    "left": "left", "lt": "left", "right": "right", "rt": "right", "bilateral": "bilateral", "bilaterally": "bilateral", "both": "bilateral",
    "bilat": "bilateral",
}  # fmt: skip
_LETTERS: dict[str, Side] = {"l": "left", "r": "right", "b": "bilateral"}
_SIDE_WORDS = frozenset((*SIDES, *_LETTERS))
_LIMBS: dict[str, tuple[str, Side]] = {
    "lue": ("upper extremity", "left"),
    "rue": ("upper extremity", "right"),
    "bue": ("upper extremity", "bilateral"),
    "lle": ("lower extremity", "left"),
    "rle": ("lower extremity", "right"),
    "ble": ("lower extremity", "bilateral"),
    "ou": ("eye", "bilateral"),
}
_EYES: dict[str, tuple[str, Side]] = {"od": ("eye", "right"), "os": ("eye", "left")}
_OF_EYES = frozenset(
    {
        "eye",
        "lens",
        "ophthalmic",
        "gtt",
        "drop",
        "cataract",
        "retina",
        "retinal",
        "cornea",
        "corneal",
        "intravitreal",
        "glaucoma",
    }
)
"""Words beside which "OD" and "OS" are eyes: elsewhere once a day, by mouth."""
_LEVEL = re.compile(
    r"(?<![A-Za-z0-9])(?P<region>[CTLS])(?P<first>\d{1,2})(?P<rest>(?:\s?[-\u2013/]\s?[CTLS]?\d{1,2}(?![\d%])){0,6})(?![\w%])",
    re.IGNORECASE,
)
_LEVEL_BEGINS = re.compile(r"[CTLSctls]\d")
"""Found fast, for it begins with a set of letters."""
_NEXT_LEVEL = re.compile(r"([-\u2013/])\s?([CTLS]?)(\d{1,2})", re.IGNORECASE)
_LAST = {"C": 8, "T": 12, "L": 6, "S": 5}


@cache
def part_phrases() -> Phrasebook[tuple[tuple[str, ...], bool] | bool]:
    """Words of parts to (part, is it paired); to False where a part's word names a profession, a device, a technique."""
    entries: list[tuple[tuple[str, ...], tuple[tuple[str, ...], bool] | bool]] = [
        (phrase_key(row["words"]), False) for row in vocabulary.rows("no-body-parts")
    ]
    for row in vocabulary.rows("body-parts"):
        entries += [
            (phrase_key(words), (vocabulary.several(row["part"]), row["paired"] == "yes"))
            for words in vocabulary.several(row["words"])
        ]
    return Phrasebook(entries)


@cache
def first_words() -> frozenset[str]:
    """The words without which a text names no part and no side."""
    return part_phrases().first_words() | _SIDE_WORDS | frozenset((*_LIMBS, *_EYES))


def body_parts(said: Words) -> tuple[BodyPart, ...]:
    """Each named part once, in printed order. A side covers the paired parts that follow it, or the one before it."""
    if first_words().isdisjoint(said.keys):
        return ()
    found: list[list[str | bool | None]] = []  # part, paired, side
    named = {phrase.start: phrase for phrase in part_phrases().find(said)}
    limbs = _LIMBS if _OF_EYES.isdisjoint(said.keys) else _LIMBS | _EYES
    side: Side | None = None
    side_used, skip_to = True, 0
    for at, (key, start) in enumerate(zip(said.keys, said.starts, strict=True)):
        if start < skip_to:
            continue
        phrase = named.get(start)
        if phrase:
            skip_to = phrase.end
            if isinstance(phrase.value, tuple):
                parts_named, paired = phrase.value
                takes_side = paired or bool(side and not side_used and at and said.keys[at - 1] in SIDES)
                found += [[part, paired, side if takes_side else None] for part in parts_named]
                side_used = side_used or takes_side
        elif key in limbs:
            part, limb_side = limbs[key]
            found.append([part, True, limb_side])
        elif key in _SIDE_WORDS and (now := _side(said.keys, at)):
            if side and not side_used and now != side:
                now = "bilateral"
            last = found[-1] if found else None
            if last and last[1] and last[2] is None and not _leads_on(said, at, named):
                last[2] = now
            else:
                side, side_used = now, False
    parts: list[BodyPart] = []
    for part_, _, side_ in found:
        body_part = BodyPart(part_, side_)  # type: ignore[arg-type]
        same = next((i for i, one in enumerate(parts) if one.part == body_part.part), None)
        if same is None:
            parts.append(body_part)
        elif {parts[same].side, body_part.side} == {"left", "right"}:
            parts[same] = BodyPart(body_part.part, "bilateral")
        elif parts[same].side is None:
            parts[same] = body_part
    if side and not side_used and not any(one.side for one in parts):
        if len(parts) == 1 and not found[0][1]:
            parts[0] = BodyPart(parts[0].part, side)
        else:
            parts.append(BodyPart(None, side))
    return tuple(parts)


def _side(keys: list[str], at: int) -> Side | None:
    key = keys[at]
    if key in SIDES:
        return SIDES[key]
    if key in _LETTERS:
        before = keys[at - 1] if at else ""
        after = keys[at + 1] if at + 1 < len(keys) else ""
        if before == "(" and after == ")":
            return _LETTERS[key]
        if key == "b":
            return "bilateral" if after == "/" and at + 2 < len(keys) and keys[at + 2] == "l" else None
        if before == "," and not after:
            return _LETTERS[key]
        parts = {
            word
            for word in ("shoulder", "knee", "hip", "wrist", "hand", "elbow", "ankle", "foot")
            if word == after
        }
        return _LETTERS[key] if parts and before != "/" else None
    return None


def _leads_on(said: Words, at: int, named: Mapping[int, object]) -> bool:
    """Whether a part stands soon after the side, so that the side is that part's."""
    soon = slice(at + 1, at + 4)
    return not named.keys().isdisjoint(said.starts[soon]) or not _LIMBS.keys().isdisjoint(said.keys[soon])


def levels(text: str) -> tuple[str, ...]:
    """Levels of the spine as "L4-L5"; a single "L5" stays."""
    found: list[str] = []
    if not _LEVEL_BEGINS.search(text):
        return ()
    for level in _LEVEL.finditer(text):
        region, number = level["region"].upper(), int(level["first"])
        if not 1 <= number <= _LAST[region]:
            continue
        vertebrae = [(region, number, "")]
        for sign, other, digits in _NEXT_LEVEL.findall(level["rest"] or ""):
            region = other.upper() or _region_after(region, vertebrae[-1][1], int(digits))
            vertebrae.append((region, int(digits), sign))
        if len(vertebrae) == 1:
            found.append(f"{vertebrae[0][0]}{vertebrae[0][1]}")
        for (a, m, _), (b, n, _) in itertools.pairwise(vertebrae):
            found.append(f"{a}{m}-{b}{n}")
    return tuple(dict.fromkeys(found))


def _region_after(region: str, number: int, following: int) -> str:
    """L5-1 is L5-S1, T12-1 is T12-L1."""
    if following >= number:
        return region
    return {"L": "S", "T": "L", "C": "T"}.get(region, region)
