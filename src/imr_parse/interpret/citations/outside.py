"""Citations outside the MTUS: where one source ends and the next begins, and which reader reads each."""

import re
from collections.abc import Iterator
from operator import itemgetter

from imr_parse.interpret.citations import chapter, head, odg, titles, works
from imr_parse.interpret.citations.model import CitationReading
from imr_parse.interpret.citations.names import trimmed
from imr_parse.interpret.citations.odg_chapter import chapter_at, named_after_topic
from imr_parse.interpret.citations.odg_words import ADDRESS, MARK
from imr_parse.interpret.citations.other_lead import parts
from imr_parse.interpret.meaning import MeaningDoubt, holds

_ODG_ALONE = re.compile(MARK.pattern + r"[\s,:;(/-]{0,3}", re.IGNORECASE)
_BRACKETED = re.compile(r"\(ODG\)", re.IGNORECASE)
"""Its short name alone, in the brackets that stand around it behind the long one."""
_ODG_EDITION = re.compile(
    rf"(?:{MARK.pattern})[\s,]{{0,2}}(?:\(?\d{{1,2}}(?:st|nd|rd|th)\s(?:Annual\s)?Edition\)?[\s,]{{0,2}})?(?:&|and)\s(?:the\s)?",
    re.IGNORECASE,
)
_IN_COMPENSATION = re.compile(r"\sTreatment\sin\sWorkers", re.IGNORECASE)
_JOINED = re.compile(
    r"(?:[,;.]|\b(?:and|as\swell\sas|along\swith|see(?:\salso)?)(?:\sthe)?)\s*$", re.IGNORECASE
)
_LONGEST_JOINT = len("along with the ")
_JOINTS = (
    "",
    *(
        f" {joint}{the}"
        for joint in ("and", "as well as", "along with", "see also", "see")
        for the in (" the", "")
    ),
)
_SEMICOLON = re.compile(r";\s?(?:(?:and|see\salso|see)\s)?(?:the\s)?")
NONE = re.compile(
    r"none(?:\s(?:cited|given|noted|provided|stated|listed))?|n/?a|not\s(?:applicable|cited|given|stated)",
    re.IGNORECASE,
)
"""What stands for no source."""
_EDITION = re.compile(r"\b(?:Updated|Revised|Current)\s+$")
"""Words before a source's name that are its own."""
_EDITION_FIRST = re.compile(r"(?:Updated|Revised|Current)\s+(?=ACOEM|American\s+College)")
_NAMES = (
    (MARK, ("odg", "off", "ofi", "disability guid")),
    (titles.ACOEM, ("acoem", "american")),
    (works.URL, ("http", "www.")),
)
"""What begins a source in any case, each with words without which it is not there."""
_BEGUN = "begins a work"
_Mark = tuple[int, re.Pattern[str] | str | None, str]
"""Place, the pattern that knows it where it is one of `_NAMES`, or that a work begins there in any case, words."""
_SCHEDULE = re.compile(rf"{titles.SCHEDULE}(?:['\u2019]s)?(?:\sGuidelines?)?[\s,:;/-]*", re.IGNORECASE)
_JOINT = re.compile(r"(?:and\s+)?the\s+(?=Official|ODG|American|ACOEM)|and\s+", re.IGNORECASE)


def read(
    text: str, start: int, end: int, index: int, *, other: bool = False
) -> Iterator[CitationReading | MeaningDoubt]:
    """The citations after "Decision based on Non-MTUS Citation"; `other` after "Other Medical Treatment Guidelines"."""
    for a, b, is_other in parts(text, start, end):
        other = other or is_other
        for c, d in _segments(text, a, b, other=other):
            c, d = trimmed(text, c, d, " ,;")
            if c == d or NONE.fullmatch(text, c, d):
                continue
            edition = _EDITION_FIRST.match(text, c, d)
            c = edition.end() if edition else c
            if mark := MARK.match(text, c, d) or _BRACKETED.match(text, c, d):
                found = odg.read(text, c, d, index, mark)
            elif titles.ACOEM.match(text, c, d) or _long_chapter(text, c, d):
                found = _of_acoem(text, c, d, index)
            elif (title := _named_of_schedule(text, c, d)) is not None:
                found = _of_schedule(text, title, d, index)
            elif _names_chapter(text, c, d, other=other):
                found = odg.read(text, c, d, index)
            else:
                found = works.read(text, c, d, index)
            for member in found:
                index += isinstance(member, CitationReading)
                yield member


def _long_chapter(text: str, start: int, end: int) -> bool:
    """Whether a chapter of ACOEM is named that is told by its words alone."""
    named = titles.acoem_chapter_at(text, start, end)
    return named is not None and "," in text[start : named.end] and named.end > start + 25


def _of_acoem(text: str, start: int, end: int, index: int) -> Iterator[CitationReading | MeaningDoubt]:
    at: int | None = start
    while at is not None:
        found = head.head(text, at, end, acoem=True)
        citation, doubts = chapter.read(text, at, found.follows or end, index, found, "ACOEM")
        yield citation
        yield from doubts
        at, index = found.follows, index + 1


def _named_of_schedule(text: str, start: int, end: int) -> int | None:
    """Where a title of the schedule begins, behind the schedule's own name where that is printed."""
    if titles.begins(text, start, end):
        return start
    named = _SCHEDULE.match(text, start, end)
    return named.end() if named and titles.title_at(text, named.end(), end) else None


def _of_schedule(text: str, start: int, end: int, index: int) -> Iterator[CitationReading | MeaningDoubt]:
    found = head.head(text, start, end)
    citation, doubts = chapter.read(text, start, end, index, found, "MTUS")
    yield citation
    if found.title not in titles.of_regulation():
        message = "a title of the MTUS is cited as outside of it"
        yield MeaningDoubt("doubtful-system", ("citations", index, "system"), message)
    yield from doubts


def _names_chapter(text: str, start: int, end: int, *, other: bool) -> bool:
    """Whether a chapter of ODG is named without the guidelines' name, first or behind a topic."""
    if not other and chapter_at(text, start, end):
        return True
    return not works.publisher_at(text, start, end) and named_after_topic(text, start, end)


def _segments(text: str, start: int, end: int, *, other: bool) -> Iterator[tuple[int, int]]:
    """Spans that each begin with the name of a source: ODG and ACOEM written out again begin a new one.

    Works are told apart from each other by semicolons only: their own words name societies, journals and books
    without beginning a new source. A second address does.
    """
    lead = _JOINT.match(text, start, end)
    start = lead.end() if lead else start
    cuts = [start]
    mark = MARK.match(text, start, end)
    plain = not mark and (other or not chapter_at(text, start, end))
    seen_url = bool(works.URL.match(text, start, end))
    for at, pattern, words in _marks(text, mark.end() if mark else start, end):
        if at <= start or at < cuts[-1]:
            continue
        edition = _EDITION.search(text, max(cuts[-1], at - 12), at)
        at = edition.start() if edition else at
        words_end = cuts[-1] + len(text[cuts[-1] : at].rstrip())
        comma = bool(_JOINED.search(text, max(cuts[-1], words_end - _LONGEST_JOINT), at))
        if pattern is MARK:
            again = not plain and words[0] in "Ww"  # the publisher behind the guidelines' name
            if (
                again
                or _is_topic(text, at, at + len(words), end)
                or _named_again(text, cuts[-1], at, at + len(words))
            ):
                continue
            plain, seen_url = False, False
        elif pattern is titles.ACOEM:
            if not comma:
                continue
            plain, seen_url = False, False
        elif pattern is _BEGUN:
            plain, seen_url = True, False
        elif pattern is works.URL:
            if not plain and ADDRESS.match(text, at, end):
                continue  # of the guidelines themselves
            cut, plain = not plain or seen_url, True
            seen_url = True
            if not cut:
                continue
        elif (plain and not _alone(text, cuts[-1], at)) or not (comma or works.UNMISTAKABLE.match(words)):
            continue
        else:
            plain = True
        cuts.append(at)
    for a, b in zip(cuts, [*cuts[1:], end], strict=True):
        yield _without_joints(text, a, b, last=b == end)


def _without_joints(text: str, start: int, end: int, *, last: bool) -> tuple[int, int]:
    """The span without "and the" and the like at its end, and without the full stop before a further citation."""
    start, end = trimmed(text, start, end, " ,;" if last else " ,;.")
    for joint in _JOINTS:
        if not last and text[start:end].endswith(joint):
            start, end = trimmed(text, start, end - len(joint), " ,;.")
    return start, end


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """Where the name of a source stands."""
    low = text[start:end].lower()
    found: list[_Mark] = []
    for pattern, needed in _NAMES:
        if holds(low, needed):
            found += [(mark.start(), pattern, mark[0]) for mark in pattern.finditer(text, start, end)]
    found += [
        (mark.start, None, text[mark.start : mark.end]) for mark in works.publishers_in(text, start, end)
    ]
    if ";" in low:
        found += [(at, _BEGUN, "") for at in _works(text, start, end)]
    return sorted(found, key=itemgetter(0))


def _works(text: str, start: int, end: int) -> Iterator[int]:
    """The places behind semicolons outside brackets where a work begins; the address of a page ends the one before."""
    for sign in _SEMICOLON.finditer(text, start, end):
        at, stop = sign.end(), sign.start()
        if at >= end or text.count("(", start, stop) > text.count(")", start, stop):
            continue
        last = text.rfind(" ", start, stop) + 1
        behind_address = text[at].isupper() and works.URL.match(text, last, stop)
        if (
            behind_address
            and not ADDRESS.match(text, last, stop)
            or works.begins(text, at, end)
            and not (MARK.match(text, at, end) or chapter_at(text, at, end))
        ):
            yield at


def _alone(text: str, start: int, at: int) -> bool:
    """Whether a publisher's name is all of a source, and "and" joins the next one to it: "FDA and Medscape"."""
    joint = _JOINED.search(text, max(start, at - _LONGEST_JOINT), at)
    if joint is None or "and" not in joint[0]:
        return False
    named = works.publishers_in(text, start, at)
    return bool(named and named[0].start == start and named[0].end + 1 == joint.start())


def _named_again(text: str, start: int, at: int, after: int) -> bool:
    """Whether ODG's name at `at` goes on the one that begins at `start`: "ODG (20th edition) & ODG Treatment in Workers' Comp"."""
    return bool(
        _ODG_ALONE.fullmatch(text, start, at)
        or (_IN_COMPENSATION.match(text, after) and _ODG_EDITION.fullmatch(text, start, at))
    )


def _is_topic(text: str, at: int, after: int, end: int) -> bool:
    """Whether ODG's short name begins no new citation: in brackets, or before "... Guidelines" or its own heading
    "Indications for ...", which are topics."""
    if text[at:after].upper() != "ODG":
        return False
    stop = text.find(",", after, end)
    topic = text[after : stop if stop >= 0 else end].rstrip(" .").lower()
    return text[at - 1] == "(" or topic.endswith(" guidelines") or topic.startswith(" indications for ")
