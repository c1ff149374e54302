"""One treatment into the services it asks for: which names are one service, and which words are whose."""

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass

from imr_parse.interpret.services import lists, unknown, weak
from imr_parse.interpret.services.drug import Group, groups
from imr_parse.interpret.services.names import Meaning, Service
from imr_parse.interpret.services.words import Phrase

_CONNECTIVE = re.compile(
    r"\s*(?:,\s*(?:and|&|plus)\b|[,;+:]|\b(?:and|plus|as\swell\sas|along\swith|followed\sby)\b|&)\s*",
    re.IGNORECASE,
)
_MODIFIER = re.compile(
    r"\b(?:for|prior\sto|regarding|re|to|of|by|from|via|under|using|before|after|following|during|per|at|in|on|s/p|status\spost|secondary|possible|with|w/|including|if|or)\b"
    r"|[()/\[]",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:with|includ(?:ing|es?)|consisting\sof)\b|\bw/", re.IGNORECASE)
_OPENER = re.compile(
    r"(?=[\s,]{0,2}(?:\(|(?:to\s)?inc))[\s,]{0,2}\(?(?:(?:to\s)?includ(?:ing|es?)\b)?[\s:]{0,3}",
    re.IGNORECASE,
)
"""Between a clearance and the first of its tests: "clearance (EKG, …", "clearance to include EKG, …"."""
_COUNT_OF = re.compile(
    r"\s*(?:[\w()-]{1,14}\s){0,4}?(?:sessions?|visits?|treatments?|units?|course|series|trial|weeks?|months?)\sof\s",
    re.IGNORECASE,
)
_WITH_IT = re.compile(r"[\s,]{1,2}(?:with|w/)\s{0,3}(?:an?\s)?", re.IGNORECASE)
_MARKED = re.compile(r"(?:pre|post)-?\s?(?:op|surg)|associated\b", re.IGNORECASE)
_AIDE = re.compile(
    r"assist(?!ed|ance)|surgeon|\brnfa\b|clearance|physical\b|h&p|\bstay\b|\blos\b|hospital|inpatient|observation",
    re.IGNORECASE,
)
"""Who and what goes with an operation and is no part of it: an assistant, a clearance, a stay."""
_GOES_WITH = frozenset({"therapy", "equipment", "supply", "adjunct", "test", "image", "visit", "care"})
_THERAPIST = re.compile(r"therapy|\b[po]t\b|rehab", re.IGNORECASE)
_OF_PARTS = (frozenset({"therapy", "test"}), frozenset({"equipment", "supply"}))
"""Kinds of services that a bracket behind one may list as its parts."""
_OF_TESTS = frozenset({"Lab & Pathology", "Adjunct Surgical Services", "EMG/NCV/NCS"})
_ANY_NUMBER = re.compile(r"\d")
_NUMBER = re.compile(r"(?<![A-Za-z])\d")
"""A number that is no part of an analyte's name: "T3", "B12"."""
_CLEARING = frozenset({"test", "image"})
_PLACED = frozenset({"image", "test", "injection", "therapy"})


@dataclass(slots=True)
class Item:
    """One service: the phrases that name it, or the drug; its words are `text[start:end]`."""

    phrases: list[Phrase[Meaning]]
    drug: Group | None
    start: int
    end: int
    run_together: bool = False  # two names stand side by side with nothing that says how they belong together
    has_with: bool = False  # "with" has joined a further name to it, and a list may follow

    @property
    def named_until(self) -> int:
        """Where its last name ends."""
        return self.phrases[-1].end if self.phrases else self.drug.end if self.drug else self.end

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of the services it may be; none for a drug."""
        if len(self.phrases) == 1:
            return self.phrases[0].value.kinds
        return frozenset[str]().union(*(phrase.value.kinds for phrase in self.phrases))

    @property
    def lists_tests(self) -> bool:
        """Whether what stands in brackets behind it are tests of their own, as behind "labs"."""
        return any(service.subcategory in _OF_TESTS for service in self.services)

    @property
    def services(self) -> list[Service]:
        """The services that its names may mean, in printed order."""
        return [service for phrase in self.phrases for service in phrase.value.services]


def items(text: str, mentions: list[Phrase[Meaning]], placed: Callable[[int, int], bool]) -> list[Item]:
    """The services named in the text, each with its own words; a single one has them all.

    `placed(start, end)` says whether the words of a span name a body part or a level.
    """
    mentions = lists.names(text, mentions)
    if len(mentions) == 1:
        mentions = unknown.with_unknown_parts(text, mentions)
    if len(mentions) == 1:
        return _spread(text, _named(text, mentions))
    strong = [m for m in mentions if not m.value.weak] or weak.of_weak(mentions)
    if len(strong) < len(mentions):
        strong = [m for m in mentions if m in strong or weak.apart(text, m, strong)]
    strong = unknown.with_unknown_parts(
        text, [m for m in strong if not weak.names_what_follows(text, m, strong)]
    )
    merged: list[Item] = []
    for item in _named(text, strong):
        if not (merged and _belongs(text, merged[-1], item, placed)):
            merged.append(item)
        elif not item.drug and not merged[-1].drug and not _is_described(text, merged[-1], item):
            merged[-1].phrases += item.phrases
    return _spread(text, merged)


def _named(text: str, mentions: list[Phrase[Meaning]]) -> list[Item]:
    if len(mentions) == 1:
        (one,) = mentions
        group = None if one.value.services else Group([one])
        return [Item([one] if group is None else [], group, one.start, one.end)]
    drugs = [m for m in mentions if m.value.drugs and not m.value.services]
    found = [Item([], group, group.start, group.end) for group in groups(text, drugs)]
    found += [Item([m], None, m.start, m.end) for m in mentions if m.value.services]
    return sorted(found, key=lambda item: item.start)


def _belongs(text: str, before: Item, item: Item, placed: Callable[[int, int], bool]) -> bool:
    """Whether the later name is one service with the earlier."""
    gap = text[before.named_until : item.start]
    joined = None
    for joined in _CONNECTIVE.finditer(gap):
        pass
    if before.drug or item.drug:
        kinds = before.kinds | item.kinds
        with_it = kinds & {"injection", "visit"} or ("therapy" in item.kinds and not gap.strip())
        return not (before.drug and item.drug) and joined is None and bool(with_it)
    if _beside_operation(text, before, item) or (joined is None and _is_cleared_by(before, item, gap)):
        return False
    if _is_described(text, before, item):
        return True
    if (
        joined
        and _WITH.search(gap, 0, joined.start())
        and item.kinds == {"supply"}
        and "equipment" in before.kinds
    ):
        return True
    if joined is None and before.kinds == {"surgery"} and item.kinds == {"visit"} and not gap.strip():
        before.phrases = []  # the surgery's name says whom to see: "spine surgery consult"
        return True
    if joined is None:
        before.has_with = before.has_with or bool(_WITH.search(gap))
        apart = not (before.kinds & item.kinds) and not gap.strip() and not before.has_with
        before.run_together = before.run_together or apart
        return True
    names, others = ({one.name for one in these.services if one.name} for these in (before, item))
    same = names & others if item.kinds != {"image"} or names == others else set[str]()
    if gap.rstrip().endswith(":") and before.services[:1] == item.services[:1]:
        return True
    if same and not (_NUMBER if item.kinds == {"test"} else _ANY_NUMBER).search(gap):
        cut = before.named_until + joined.start()
        apart = bool(item.kinds & _PLACED) and placed(before.start, cut) and placed(item.start, len(text))
        return not apart
    if before.kinds & item.kinds & {"surgery"}:
        return True
    if before.kinds & item.kinds & {"therapy"} and _WITH.search(gap):
        before.has_with = True
        return True
    goes_on = _CLEARING if before.phrases[0].value.kinds == {"adjunct"} else before.phrases[-1].value.kinds
    if before.has_with and item.kinds & goes_on:
        return True
    counted = _COUNT_OF.match(gap, joined.end())
    behind = counted.end() if counted else joined.end()
    return bool(_MODIFIER.search(gap, behind)) or gap[: joined.start()].rstrip().endswith("with")


def _is_described(text: str, before: Item, item: Item) -> bool:
    """Whether a name stands in the bracket that says what a service consists of: "PT (ROM, massage)"."""
    if before.lists_tests or not any(before.kinds <= parts and item.kinds & parts for parts in _OF_PARTS):
        return False
    opened = text.rfind("(", before.named_until, item.start)
    return opened >= 0 and ")" not in text[opened : item.start]


def _beside_operation(text: str, before: Item, item: Item) -> re.Match[str] | None:
    """The "with" before what an operation is asked for with and what is no part of it: "fusion with assistant surgeon"."""
    if item.drug or before.kinds != {"surgery"} or not item.kinds <= _GOES_WITH:
        return None
    joint = None
    for joint in _WITH_IT.finditer(text, before.named_until, item.start):
        pass
    if joint is None or item.start - joint.end() > 40 or _CONNECTIVE.search(text, joint.end(), item.start):
        return None
    own = text[joint.end() : item.named_until]
    apart = (
        _MARKED.match(own)
        or item.kinds <= {"equipment", "supply"}
        or (item.kinds == {"adjunct"} and _AIDE.search(own))
        or (item.kinds == {"therapy"} and _THERAPIST.search(own))
    )
    return joint if apart else None


def _is_cleared_by(before: Item, item: Item, gap: str) -> bool:
    """Whether a list of the tests that a clearance takes begins: "clearance (EKG, labs)"."""
    tests = before.kinds == {"adjunct"} and item.kinds <= _CLEARING
    return tests and bool(_OPENER.fullmatch(gap))


def _spread(text: str, found: list[Item]) -> list[Item]:
    """Give each item its words: the text up to the connective before the next one."""
    for first, second in itertools.pairwise(found):
        last = first.named_until
        cut = None
        for cut in _CONNECTIVE.finditer(text, last, second.start):
            pass
        if cut is None and second.kinds <= _CLEARING:
            cut = _OPENER.fullmatch(text, last, second.start)
        if (beside := _beside_operation(text, first, second)) and (
            cut is None or beside.start() >= cut.start()
        ):
            cut = beside
        first.end, second.start = (cut.start(), cut.end()) if cut else (second.start, second.start)
    if found:
        found[0].start, found[-1].end = 0, len(text)
    for item in found if len(found) > 1 else ():
        while item.start < item.end and text[item.start] in " ,;:+&":
            item.start += 1
        while item.start < item.end and (
            text[item.end - 1] in " ,;:+&"
            or (text[item.end - 1] == ")" and "(" not in text[item.start : item.end])
        ):
            item.end -= 1
    return found
