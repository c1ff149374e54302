"""A letter as printed lines that can be edited, with the truth of its values and where they stand.

Edits speak of offsets into `joined(rows)`. What comes out is written by `forms.py` as a PDF or as text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from imr_parse.pipeline import read_document

from .landmarks import FORMS

Truth = dict[str, Any]
TITLES = (
    "HOW THE IMR FINAL DETERMINATION WAS MADE",
    "CLINICAL CASE SUMMARY",
    "IMR ISSUES, DECISIONS AND RATIONALES",
)
ITEM_LABELS = ("Claims Administrator guideline:", "MAXIMUS guideline:", "Decision rationale:")
ITEM_PARTS = ("claims_administrator_guideline", "reviewer_guideline", "rationale")
CREDENTIAL_LABELS = ("State(s) of Licensure:", "Certification(s)/Specialty:")
HEADER_LABELS = {
    "case_number": "Case Number:",
    "date_assigned": "Date Assigned:",
    "date_of_injury": "Date of Injury:",
    "decision_date": "Decision Date:",
    "ur_denial_date": "UR Denial Date:",
    "priority": "Priority:",
    "application_received": "Application Received:",
}
WIDEST = 104  # characters of a line that still fits the page


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line; `opens` is None where a page begins and nothing tells."""

    text: str
    page: int = 1
    bold: bool = False
    opens: bool | None = False


Rows = tuple[Row, ...]


class Untouchable(Exception):
    """The change does not apply to this letter: another one is drawn."""


@dataclass(frozen=True)
class Letter:
    """A letter of known truth, in the flat form of score.py."""

    name: str
    data: bytes
    truth: Truth
    form: str = "final-determination-2014"


_CLOSING = re.compile(r"/[A-Za-z]{2,4}|CA \S+-\d+")
"""What may stand on a line of its own after the last item."""


def rows_of(letter: Letter) -> Rows:
    """The letter's lines as PDFium gives them, with paragraphs that the truth tells marked at page tops too."""
    document = read_document(letter.data)
    rows = tuple(
        Row(document.text[line.start : line.end], line.page or 1, bool(line.bold), line.opens)
        for line in document.lines
    )
    headings = tuple(decision["heading"][:24] for decision in letter.truth["decisions"])
    firm = tuple(words[:30] for mark in FORMS[letter.form].marks for words in mark.words)

    def opens(row: Row) -> bool:
        words = re.sub(r"^\d{1,2}[.)] ", "", row.text)
        alone = row.bold and row.text.strip().isupper() or _CLOSING.fullmatch(row.text.strip())
        return bool(row.text.startswith(firm) or alone or row.bold and words.startswith(headings))

    tops = _page_tops(rows)
    return tuple(replace(row, opens=opens(row) or None) if at in tops else row for at, row in enumerate(rows))


def _page_tops(rows: Rows) -> set[int]:
    """The first row of each page, and the one after the lines that number it: no gap tells whether they open a paragraph."""
    tops = {at for at, row in enumerate(rows) if row.opens is None}
    for at in range(1, len(rows)):
        numbered = _NUMBERED.fullmatch(rows[at - 1].text.strip())
        if numbered and at - 1 in tops and rows[at].page == rows[at - 1].page:
            tops.add(at)
    return tops


def joined(rows: Rows) -> str:
    return "\n".join(row.text for row in rows)


def row_at(rows: Rows, offset: int) -> tuple[int, int]:
    """Index of the row that holds an offset of the joined text, and the column in it."""
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row.text) + 1)
    at = min(bisect_right(starts, offset) - 1, len(rows) - 1)
    return at, offset - starts[at]


def edit(rows: Rows, start: int, end: int, new: str) -> Rows:
    """The rows with joined[start:end] replaced. A line break in `new` begins a row of plain text, an empty line a paragraph."""
    first, left = row_at(rows, start)
    last, right = row_at(rows, end)
    words = rows[first].text[:left] + new + rows[last].text[right:]
    made: list[Row] = []
    gap = False
    for text in words.split("\n"):
        if not text.strip():
            gap = bool(made) or gap
            continue
        if not made:
            made.append(replace(rows[first], text=text))
        else:
            made.append(Row(text, rows[first].page, False, gap))
        gap = False
    return rows[:first] + tuple(made) + rows[last + 1 :]


def spread(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def find(rows: Rows, words: str, start: int = 0) -> tuple[int, int]:
    """Where printed words stand, over line breaks. Raises Untouchable."""
    found = spread(words).search(joined(rows), start)
    if not found:
        raise Untouchable
    return found.span()


def find_everywhere(rows: Rows, words: str) -> list[tuple[int, int]]:
    """Where printed words open a line, over line breaks."""
    lead = r"(?m)^(?:\d{1,2}[.)] )?"
    return [found.span(1) for found in re.finditer(f"{lead}({spread(words).pattern})", joined(rows))]


def find_all(rows: Rows, label: str) -> list[tuple[int, int]]:
    """Where a label of an item opens a line."""
    return [found.span() for found in re.finditer(rf"(?m)^{re.escape(label)}", joined(rows))]


def place(rows: Rows, value: str, start: int = 0) -> tuple[int, int]:
    """Where a value of the truth stands, whatever its line breaks. Raises Untouchable."""
    text = joined(rows)
    solid = [at for at in range(start, len(text)) if not text[at].isspace()]
    wanted = "".join(value.split())
    found = "".join(text[at] for at in solid).find(wanted) if wanted else -1
    if found < 0:
        raise Untouchable
    return solid[found], solid[found + len(wanted) - 1] + 1


@dataclass(frozen=True)
class ItemPlace:
    """Offsets of one item into the joined text."""

    heading: tuple[int, int]
    outcome: tuple[int, int]
    labels: tuple[tuple[int, int], ...]
    rationale: tuple[int, int]


def items(rows: Rows, truth: Truth) -> list[ItemPlace]:
    """Where each item stands. Raises Untouchable where the letter's labels do not stand as usual."""
    text = joined(rows)
    labels = [find_all(rows, label) for label in ITEM_LABELS]
    decisions = truth["decisions"]
    if {len(found) for found in labels} != {len(decisions)}:
        raise Untouchable
    found: list[ItemPlace] = []
    after = find(rows, TITLES[2])[1]
    for at, decision in enumerate(decisions):
        before = labels[0][at][0]
        outcome = re.compile(rf"\b{decision['outcome']}\b\W*$", re.IGNORECASE).search(text, after, before)
        heading = place(rows, decision["heading"], after)
        if not outcome or heading[1] > outcome.start():
            raise Untouchable
        word = outcome.start(), outcome.start() + len(decision["outcome"])
        rationale = place(rows, decision["rationale"], labels[2][at][1])
        found.append(ItemPlace(heading, word, tuple(each[at] for each in labels), rationale))
        after = rationale[1]
    return found


_BREAK = re.compile(r"(?<=[^\s\-/][-/])(?=[^\s\-/])| +")


def break_text(text: str, width: int, *, at_hyphens: bool = False) -> list[str]:
    """Lines of at most `width` characters, broken so that the running-text law gives the same prose back.

    After "-" or "/" at a word's end no line is broken at the space that follows, for the law would take it away.
    """
    lines: list[str] = []
    line = ""
    for chunk in re.findall(r"\S+\s*", text):
        pieces = re.split(r"(?<=[^\s\-\u2010-\u2015/][-/])(?=[^\s\-/])", chunk) if at_hyphens else [chunk]
        for piece in pieces:
            sticks = re.search(r"[^\s\-\u2010-\u2015][-/]\s+$", line)
            if line and len(line) + len(piece.rstrip()) > width and not sticks:
                lines.append(line)
                line = ""
            line += piece
    return [*lines, line] if line else lines


def law_abiding(rows: Rows) -> Rows:
    """The same prose, such that spaces at line ends may be dropped: a line that ends in "- " or "/ " takes a word up."""
    made: list[Row] = []
    for row in rows:
        while (
            made and row.text and re.search(r"[^\s\-\u2010-\u2015][-/]\s+$", made[-1].text) and not row.opens
        ):
            word = re.match(r"\s*\S+\s*", row.text)
            taken = word.group() if word else row.text
            made[-1] = replace(made[-1], text=f"{made[-1].text.rstrip()} {taken.lstrip()}")
            row = replace(row, text=row.text[len(taken) :])
        if row.text:
            made.append(row)
    return tuple(made)


def fitted(rows: Rows) -> Rows:
    """The rows with those broken that an edit made too long for the page."""
    made: list[Row] = []
    for row in rows:
        lines = break_text(row.text, WIDEST) if len(row.text) > WIDEST else [row.text]
        made += [replace(row, text=lines[0])]
        made += [Row(line, row.page, row.bold and row.opens is True, False) for line in lines[1:]]
    return tuple(made)


_NUMBERED = re.compile(
    r"(?:CM\S+ - )?Page \d+(?: of \d+)?|(?:Final Determination Letter for )?IMR Case Number [A-Z]*\d\S+(?: +(?:Page )?\d+(?: of \d+)?)?"
    r"|-? ?\d{1,2} ?-?"
    r"|.*\bFAX \d.*P\. *\d+/\d+|From: \d+ .*Page: \d+/\d+.*"
)


def numbers_page(row: Row) -> bool:
    """Whether a row is a line that numbers a page."""
    return _NUMBERED.fullmatch(row.text.strip()) is not None


def without_furniture(rows: Rows) -> Rows:
    """The rows without the lines at a page's head or foot that number it."""
    pages: dict[int, list[int]] = {}
    for at, row in enumerate(rows):
        pages.setdefault(row.page, []).append(at)
    ends = {at for page in pages.values() for at in (*page[:2], *page[-2:])}
    return tuple(row for at, row in enumerate(rows) if at not in ends or not numbers_page(row))


def mapped(truth: Truth, change: Callable[[str], str]) -> Truth:
    """The truth with `change(text)` applied to each printed text of it (not to dates, numbers and outcomes)."""

    def texts(value: Any) -> Any:
        if isinstance(value, list):
            return [texts(each) for each in value]
        return change(value) if isinstance(value, str) else value

    decisions = [
        {key: value if key == "outcome" else texts(value) for key, value in each.items()}
        for each in truth["decisions"]
    ]
    case = {**truth["case"]}
    if case.get("treatments_in_dispute"):
        case["treatments_in_dispute"] = texts(case["treatments_in_dispute"])
    patient = {**truth["patient"]}
    if patient.get("occupation"):
        patient["occupation"] = change(patient["occupation"])
    whole: dict[str, Any] = {
        key: {name: texts(value) for name, value in truth[key].items()}
        for key in ("reviewer", "parties")
        if key in truth
    }
    whole |= {key: texts(truth[key]) for key in ("case_summary", "documents_reviewed") if key in truth}
    return truth | whole | {"decisions": decisions, "case": case, "patient": patient}
