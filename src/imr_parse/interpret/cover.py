"""The cover letter's fields: names after a label, and the outcome as the letter itself sums it up."""

from __future__ import annotations

import re

from imr_parse.interpret.reading import Reading
from imr_parse.running import running

_SUMS = (
    ("partially_overturned", re.compile(r"partial(?:ly)?\W{1,3}(?:overturn|uph[eo]ld)|overturn(?:ed)?\W{1,3}in\W{1,3}part", re.IGNORECASE)),
    ("upheld", re.compile(r"uph[eo]ld", re.IGNORECASE)),
    ("overturned", re.compile(r"overturn", re.IGNORECASE)),
)  # fmt: skip
"""By outcome: how a cover letter sums it up; the first that fits."""
_SHARE = re.compile(r"\bdecided\s{1,3}that\s{1,3}(none|all|some)\b", re.IGNORECASE)
_SHARES = {"none": "upheld", "all": "overturned", "some": "partially_overturned"}
_DATE = re.compile(r"\b\d{1,2}/\d{1,2}/\d{2,4}\b")
_STOPS = " \n\f:;.=|>\u2013\u2014-"
"""What a label may end in beside its colon."""
_MARK = re.compile(r"(?:[\u2022\u25cf\u25aa\u00b7\uf0b7*-]|\(?\d{1,2}[.)])\s")
_WORD_AFTER = re.compile(r"\d\w*\s+[A-Za-z][a-z]+\W*$")
"""A word after a claim's number: of another label, in a table whose cells stand in one line."""
_SIGN_AFTER = re.compile(r"\s[^\w\s]+$")
_NEXT_LABEL = re.compile(r"[A-Za-z)#]:(?:\s|$)")


def read_name(words: str, *, own_line: bool, number: bool) -> Reading:
    """A name, or with `number` a claim's number, on its label's line. `own_line`: whether the words begin on that line."""
    first = len(words) - len(words.lstrip(_STOPS))
    line, *more = words[first:].split("\n")
    if not own_line and _MARK.match(line):
        return Reading(None, first, first)  # the name is blacked out, and a list follows
    name = line.rstrip()
    remarks: list[tuple[str, str]] = []
    if not own_line:
        remarks.append(("IMR207", "it does not stand on its label's line"))
    if any(row.strip() for row in more):
        remarks.append(("IMR207", "where it ends is not sure"))
    if _DATE.search(name):
        remarks.append(("IMR208", "it holds a date"))
    elif number and _WORD_AFTER.search(name):
        remarks.append(("IMR208", "a word stands after its number"))
    elif name and number != any(map(str.isdigit, name)):
        remarks.append(("IMR208", "it is no number" if number else "a name holds no digits"))
    if _SIGN_AFTER.search(name):
        remarks.append(("IMR209", "a sign stands after it"))
    if _NEXT_LABEL.search(name):
        remarks.append(("IMR209", "it holds what looks like a label"))
    return Reading(running(name) or None, first, first + len(name), tuple(remarks))


def read_stated_outcome(words: str) -> Reading:
    """UPHOLD, OVERTURN or PARTIAL OVERTURN, against "none", "all" or "some" in the next sentence."""
    head = words[:40]
    for outcome, pattern in _SUMS:
        found = pattern.search(head)
        if found is None:
            continue
        share = _SHARE.search(words, found.end(), found.end() + 200)
        if share and _SHARES[share[1].lower()] != outcome:
            remark = ("IMR219", f"the letter says '{found.group()}' and '{share[1]}' of the items")
            return Reading(outcome, *found.span(), (remark,))
        return Reading(outcome, *found.span())
    return Reading(
        None, 0, len(head.rstrip()), (("IMR204", "the outcome that the letter states is not known"),)
    )
