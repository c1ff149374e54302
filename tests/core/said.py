"""What the program says of letters that are changed in one place: a table in said.txt, read and approved by a person.

    python -m tests.core.said            print what differs from said.txt
    python -m tests.core.said --write    write it anew: read the difference before committing it

Under each change and form stand the doubts, each as its code, its path and the words it points at; then "but" with the
values that the change made wrong (each of them must be flagged), and "in vain" with those that are flagged and right.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from imr_parse import ImrParseError
from imr_parse.pipeline import DEFAULTS, walk
from imr_parse.pointers import value_at
from imr_parse.way import Way

from .letters import (
    KNEE,
    LABELS,
    LETTER,
    NAMED,
    NORCO,
    THERAPY,
    Letter,
    judged,
    pdf_of,
    scoring,
    swap,
    text_of,
    to_text,
    truth,
)

TABLE = Path(__file__).with_name("said.txt")
TITLES = (
    "HOW THE IMR FINAL DETERMINATION WAS MADE",
    "CLINICAL CASE SUMMARY",
    "IMR ISSUES, DECISIONS AND RATIONALES",
)
LEADS = (
    "The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:",
    "The Final Determination was based on decisions for the disputed items/services set forth below:",
)
CREDENTIALS = ("State(s) of Licensure:", "Certification(s)/Specialty:")
_SHOWN = 46
_FEW = 6

WORDS: dict[str, tuple[str, str]] = {
    "summary title reworded": (TITLES[1], "SUMMARY OF THE CASE"),
    "summary title close": (TITLES[1], "CLINICAL SUMMARIES"),
    "summary title in small letters": (TITLES[1], "Clinical Case Summary"),
    "items title misspelt": (TITLES[2], "IMR ISUES, DECISIONS AND RATIONALES"),
    "items title reworded": (TITLES[2], "DECISIONS"),
    "first title reworded": (TITLES[0], "ABOUT THE REVIEWER"),
    "summary lead gone": (LEADS[0], ""),
    "summary lead cut": (LEADS[0], "The expert reviewer developed the following:"),
    "summary lead of other words": (LEADS[0], "What follows was taken from the file by the one who reviewed it:"),
    "summary lead misspelt": ("developed the following clinical", "devloped the folowing clinical"),
    "summary lead without colon": ("all medical records:", "all medical records"),
    "items lead gone": (LEADS[1], ""),
    "items lead reworded": (LEADS[1], "The decisions on the disputed items are these:"),
    "items lead misspelt": ("disputed items/services set", "disputed itms/services set"),
    "states label gone": (CREDENTIALS[0], ""),
    "states label reworded": (CREDENTIALS[0], "Licensed in:"),
    "certifications label gone": (CREDENTIALS[1], ""),
    "certifications label reworded": (CREDENTIALS[1], "Board Certification:"),
    "unknown state": ("California, Texas", "California, Ontario"),
    "misspelt certification": ("Sports Medicine", "Sports Medicinea"),
    "guideline label misspelt": (LABELS[1], "MAXIMUS guidline:"),
    "guideline label without colon": (LABELS[1], "MAXIMUS guideline"),
    "guideline label reworded": (LABELS[1], "Reviewer criteria:"),
    "guideline label gone": (LABELS[1], ""),
    "administrator label reworded": (LABELS[0], "What was said:"),
    "administrator label gone": (LABELS[0], ""),
    "rationale label reworded": (LABELS[2], "Reasons:"),
    "rationale label gone": (LABELS[2], ""),
    "rationale label twice": (LABELS[2], f"{LABELS[2]} {LABELS[2]}"),
    "rationale label with a bullet": (LABELS[2], f"\u2022 {LABELS[2]}"),
    "outcome in capitals": ("Upheld", "UPHELD"),
    "outcome misspelt": ("Upheld", "Uphled"),
    "outcome unknown": ("Upheld", "Modified"),
    "outcome in part": ("Upheld", "Upheld in part"),
    "outcome gone": ("Upheld", ""),
    "outcome without colon": (f"{KNEE.heading}: ", f"{KNEE.heading} "),
    "heading without its words": (f"{KNEE.heading}: ", ": "),
    "conclusion reversed": ("The request is medically necessary", "The request is not medically necessary"),
    "conclusion cut off": ("The request is not medically necessary.", "The request is"),
    "conclusion gone": ("Therefore, the request is not medically necessary.", ""),
    "boilerplate of other words": ("more than five years", "more than six years"),
    "boilerplate gone": ("The Expert Reviewer has the following credentials:", ""),
    "a foreign sentence": ("Review determinations.", "Review determinations. Nobody ever wrote this sentence before."),
    "a label inside a line": ("Plain films of the knee", "MAXIMUS guideline: Plain films of the knee"),
    "a title inside a value": ("Plain films of the knee were never taken.", "Plain films were never taken. CLINICAL CASE SUMMARY"),
    "an odd character": ("never taken", "never t\u00fdken"),
    "words blacked out": ("the clinic show", "XXXXXX show"),
    "summary begins in its middle": ("This 48 year old male", "year old male"),
    "summary breaks off": ("Therapy was asked for and denied.", "Therapy was"),
    "another date of injury": ("March 5, 2014", "March 6, 2014"),
    "another age": ("At the visit", "At the visit this 49 year old man had"),
    "no age": ("48 year old male", "male"),
    "no noun for the sex": ("48 year old male warehouse worker", "48 year old worker"),
    "a guideline that concludes": ("Special Studies.", "Special Studies. It is medically necessary."),
}  # fmt: skip

UNSTATED: dict[str, dict[str, Any]] = {
    "no age": {"patient": {"age": None, "sex": "male", "occupation": "warehouse worker"}},
    "no noun for the sex": {"patient": {"age": 48, "sex": "male", "occupation": None}},
}  # fmt: skip
"""Truth of letters that no longer state a value."""

SPECS: dict[str, Callable[[Letter], Letter]] = {
    "no header": lambda letter: replace(letter, case=None),
    "numbers that skip one": lambda letter: replace(letter, items=(replace(KNEE, number="1. "), replace(NORCO, number="3. "))),
    "outcomes alone": lambda letter: replace(letter, items=tuple(replace(item, outcome_alone=True) for item in letter.items)),
    "a heading of two sentences": lambda letter: replace(letter, items=(replace(KNEE, heading="He was then tired. MRI of the knee"), NORCO)),
    "a long heading": lambda letter: replace(letter, items=(THERAPY, replace(KNEE, heading="MRI of the left knee with and without contrast " * 5 + "at once"))),
    "a paragraph after a conclusion": lambda letter: replace(letter, items=(replace(KNEE, rationale=(*KNEE.rationale, "A brace was then asked for in the autumn.")), NORCO)),
    "advice after a conclusion": lambda letter: replace(letter, items=(replace(KNEE, rationale=(*KNEE.rationale, "Weaning of the opioid should be overseen.")), NORCO)),
    "a title in the summary": lambda letter: replace(letter, summary=(*letter.summary, "OTHER TITLE OF A FORM", "More words stand here.")),
    "labels without gaps": lambda letter: replace(letter, items=tuple(replace(item, no_gap_before=LABELS) for item in letter.items)),
    "part-authorized, sums that differ": lambda letter: replace(letter, items=(_part(2), _part(3))),
    "part-authorized in other words": lambda letter: replace(letter, items=(replace(_part(2), heading="8 visits was the original request. 6 visits was approved by somebody. The rest is", treatment=None, original=None, authorized=None),)),
    "two reviewers": lambda letter: replace(letter, second_reviewer=(("Nevada",), ("Psychiatry",))),
    "the same item twice": lambda letter: replace(letter, items=(KNEE, KNEE)),
}  # fmt: skip

TEXTS: dict[str, Callable[[str], str]] = {
    "a header label gone": lambda text: text.replace("UR Denial Date: 11/22/2016", ""),
    "a header value gone": lambda text: text.replace("UR Denial Date: 11/22/2016", "UR Denial Date:"),
    "a header label reworded": lambda text: text.replace("UR Denial Date:", "Denied on:"),
    "a header label twice": lambda text: text.replace("Priority:", "Date Assigned: 12/08/2016\nPriority:"),
    "a header date that is none": lambda text: text.replace("11/22/2016", "13/22/2016"),
    "dates out of order": lambda text: text.replace("11/22/2016", "11/22/2017"),
    "an odd case number": lambda text: text.replace("CM16-9900077", "CM16-99"),
    "an unknown priority": lambda text: text.replace("Priority: Standard", "Priority: Prompt"),
    "a heading gone": lambda text: text.replace(f"{NORCO.heading}: Upheld\n", ""),
    "a lone heading at the end": lambda text: f"{text}\nElbow brace: Upheld\n",
    "cut in the last item": lambda text: text[: text.rindex(LABELS[2])],
    "cut after a heading": lambda text: text[: text.rindex(LABELS[0])],
    "no items": lambda text: text[: text.index(KNEE.heading)],
    "words before a label": lambda text: text.replace("contrast: Upheld\n", "contrast: Upheld\n\nWords that stand nowhere.\n"),
    "words at the end": lambda text: f"{text}\nIMPORTANT NOTICE ABOUT YOUR RIGHTS\n",
    "a letter twice": lambda text: text * 2,
    "sections swapped": lambda text: _swapped(text),
    "the head of another letter at the end": lambda text: text + text[: text.index(TITLES[0])],
    "a label in mid-line": lambda text: re.sub(r"\n+MAXIMUS guideline:", " MAXIMUS guideline:", text, count=1),
    "a label at another's end": lambda text: re.sub(r"Special Studies\.\n+Decision rationale:", "Special Studies. Decision rationale:", text, count=2),
}  # fmt: skip

FORMS_2013 = ("final-2013-one-item.pdf", "final-2013-partial-overturn.pdf", "notice-2013-labels.pdf", "professional-review-not-necessary.pdf", "party-copy.pdf")  # fmt: skip
OF_2013: dict[str, tuple[str, str]] = {
    "other verdict": ("not medically necessary and appropriate", "not needed at all"),
    "number lost": ("\n1.", "\n"),
    "summary title misspelt": ("CASE SUMMARY", "CASE SUMARY"),
    "administrator reworded": ("The Claims Administrator based its decision on", "The denial was based on"),
    "reviewer reworded": ("based his/her decision on", "rested on"),
    "outcome of the letter turned": ("Final Determination: UPHOLD", "Final Determination: OVERTURN"),
    "employee label gone": ("Employee Name: ", ""),
    "board certification reworded": ("is Board Certified in", "holds a certificate of"),
    "rationale label gone": ("decision rationale:", ""),
    "documents title gone": ("DOCUMENTS REVIEWED", ""),
}  # fmt: skip


def _part(remaining: int) -> object:
    words = ("Therapy, 8 visits", "Therapy, 6 visits", f"therapy, {remaining} visits")
    heading = (
        f"{words[0]} was the original request. {words[1]} was authorized by the Claims Administrator. The remaining IMR "
        f"eligible portion of the original request, {words[2]} is"
    )
    return replace(KNEE, heading=heading, treatment=words[2], original=words[0], authorized=words[1])


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    """The truth of a letter whose words were changed: a value that holds them holds the new ones."""
    if isinstance(value, dict):
        return {key: _mapped(each, change) for key, each in value.items()}
    if isinstance(value, list):
        return [_mapped(each, change) for each in value]
    return change(value) if isinstance(value, str) else value


def _swapped(text: str) -> str:
    head, _, rest = text.partition(TITLES[1])
    summary, _, items = rest.partition(TITLES[2])
    return f"{head}{TITLES[2]}{items}\n{TITLES[1]}{summary}"


def letters() -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """Name, bytes and truth of every changed letter."""
    for name, (old, new) in WORDS.items():
        wanted = _mapped(truth(LETTER), swap(old, new)) | UNSTATED.get(name, {})
        yield f"{name}, pdf", pdf_of(change=swap(old, new)), wanted
        for form in ("spaced", "bare"):
            yield f"{name}, {form}", text_of(form=form, change=swap(old, new)).encode(), wanted
    for name, change in SPECS.items():
        spec = change(LETTER)
        yield f"{name}, pdf", pdf_of(spec), truth(spec)
        for form in ("spaced", "bare"):
            yield f"{name}, {form}", text_of(spec, form).encode(), truth(spec)
    for name, edit in TEXTS.items():
        for form in ("spaced", "bare"):
            yield f"{name}, {form}", edit(text_of(form=form)).encode(), truth(LETTER)
    for sample in FORMS_2013:
        spec = NAMED[sample].spec
        text = to_text(spec, "spaced").decode()
        for name, (old, new) in OF_2013.items():
            if old in text:
                wanted = _mapped(truth(spec), swap(old, new))
                yield f"{sample.removesuffix('.pdf')}, {name}", text.replace(old, new).encode(), wanted


def table() -> str:
    """The whole table; forms of one change of which the same is said stand together."""
    rows: list[tuple[str, list[str], list[str]]] = []
    for name, data, wanted in letters():
        change, _, form = (
            name.rpartition(", ") if name.endswith((", pdf", ", spaced", ", bare")) else (name, "", "")
        )
        said = list(lines(data, wanted)) or ["    nothing"]
        if rows and rows[-1][0] == change and rows[-1][2] == said:
            rows[-1][1].append(form)
        else:
            rows.append((change, [form], said))
    return (
        "\n".join(
            line
            for change, forms, said in rows
            for line in (f"{change}: {', '.join(forms)}".rstrip(": "), *said)
        )
        + "\n"
    )


def lines(data: bytes, wanted: dict[str, Any]) -> Iterator[str]:
    """What is said of one letter."""
    try:
        way = walk(data, "-", DEFAULTS)
    except ImrParseError as error:
        yield f"    refused: {error.code} {error.message}"
        return
    for path, doubt in way.settled.raised:
        words = " ".join(way.document.text[slice(*doubt.at)].split()) if doubt.at else ""
        shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN // 2]} … {words[-_SHOWN // 2 :]}"
        yield f"    {doubt.code} {path or '(the whole)'}{f' | {shown}' if words else ''}"
    silent, vain = judged(way.record, wanted)
    wrong = list(_wrong(way, wanted))
    assert set(silent) <= set(wrong)
    if wrong:
        yield f"    but {' '.join(f'{path}!' if path in silent else path for path in wrong)}"
    if vain:
        yield f"    in vain {' '.join(vain) if len(vain) <= _FEW else f'{len(vain)} values'}"


def _wrong(way: Way, wanted: dict[str, Any]) -> Iterator[str]:
    plain = way.record.model_dump(mode="json")
    for name, path, want, same in scoring.fields(wanted):
        have = value_at(plain, path)
        if not same(want, have) and not (name.startswith("d.request") and not want and not have):
            yield path


def main() -> int:
    """Compare or write."""
    found = table()
    if "--write" in sys.argv[1:]:
        TABLE.write_text(found, "utf-8", newline="\n")
        return 0
    old = TABLE.read_text("utf-8") if TABLE.exists() else ""
    sys.stdout.writelines(
        difflib.unified_diff(old.splitlines(True), found.splitlines(True), "said.txt", "now")
    )
    return 0 if old == found else 1


if __name__ == "__main__":
    raise SystemExit(main())
