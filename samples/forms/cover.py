"""What the parties' copy adds: the cover letter with names, furniture on every page, the proof of service.

The wording is at second hand (nobody here has seen one), so everything in it varies; `Style` says how.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..setting.flow import EMPTY_LINE, PITCH, Block, Paragraph, Row, Run, Table, plain, title
from .spec import Case, Item, Parties

LETTERHEAD = ("MAXIMUS FEDERAL SERVICES, INC.", "Independent Medical Review")
OFFICE = ("P.O. Box 9900, Sacramento, CA 95800-9900", "Phone: (916) 555-0100   Fax: (916) 555-0142")
TITLES = (
    "Notice of Independent Medical Review Determination",
    "Independent Medical Review Final Determination Letter",
)
TREATMENTS_LABEL = "Treatment(s) in Dispute Listed on IMR Application:"
OUTCOMES = {
    "upheld": ("UPHOLD", "none of"),
    "overturned": ("OVERTURN", "all of"),
    "partially_overturned": ("PARTIAL OVERTURN", "some (but not all) of"),
}
OPENINGS = (
    (
        "MAXIMUS Federal Services has completed the Independent Medical Review (IMR) of the above case. This letter gives "
        "you the IMR Final Determination and tells how it was made."
    ),
    (
        "The Independent Medical Review of this workers' compensation case is complete. The result and the reasons for it "
        "follow."
    ),
)
APPEALS = (
    (
        "This determination is that of the Administrative Director and binds all parties. An appeal may be filed with the "
        "Workers' Compensation Appeals Board within 30 days from the date of this letter (Labor Code section 4610.6(h))."
    ),
    (
        "The decision is final unless it is appealed. A party may ask the Workers' Compensation Appeals Board for review "
        "within 30 days of the mailing of this letter, on the grounds that the Labor Code sets out."
    ),
)
SERVICE = (
    (
        "I am employed in the County of Sacramento and am not a party to this case. On {day} I placed a true copy of the "
        "attached determination in a sealed envelope, postage paid, addressed to each person below, and put it in the mail."
    ),
    "I declare under penalty of perjury that the above is true and correct.",
)


@dataclass(frozen=True)
class Style:
    """How a cover letter is worded and laid out."""

    title: int = 0
    case_label: str = "IMR Case Number:"
    claim_label: str = "Claim Number:"
    ur_label: str = "UR Denial Date:"
    received_label: str = "Application Received:"
    employee_label: str = "Employee Name:"
    provider_label: str = "Provider Name:"
    in_table: bool = False
    list_marks: str = "1."  # of the treatments in dispute: "1." "1)" "•" ";"
    opening: int = 0
    appeal: int = 0
    bold_labels: bool = True
    padded_dates: bool = True
    written_dates: bool = False  # "December 20, 2013"
    order: int = 0  # the label lines begin with this one, and go round
    further: tuple[tuple[str, str], ...] = ()  # label lines that the record has no place for
    outcome_apart: bool = False  # the outcome stands in a line of its own


@dataclass(frozen=True)
class Cover:
    """The cover letter of one letter. `letter` False gives the letterhead and the label lines only."""

    parties: Parties
    treatments: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    greeting: str = ""
    copies: tuple[str, ...] = ()
    signature: tuple[str, ...] = ("Rowan Ellery, MD", "Medical Director")
    letter: bool = True
    letterhead: bool = True
    style: Style = Style()


def blocks(cover: Cover, case: Case, items: tuple[Item, ...]) -> list[Block]:
    """The cover letter: letterhead, address, label lines, greeting, stated outcome, appeal, signature, copies."""
    style = cover.style
    found: list[Block] = []
    if cover.letterhead:
        found += [title(LETTERHEAD[0], PITCH), title(LETTERHEAD[1], PITCH)]
        found += [Paragraph((Run(line),), PITCH, centred=True) for line in OFFICE]
        found.append(title(TITLES[style.title], EMPTY_LINE))
    if case.decision_date:
        found.append(label("Dated:", day_of(case.decision_date, style), style, EMPTY_LINE))
    found += lines(cover.address)
    found += labels(cover, case)
    if cover.treatments:
        found += treatments(cover.treatments, style)
    if not cover.letter:
        return found
    outcomes = {item.outcome.lower() for item in items}
    word, share = OUTCOMES[outcomes.pop() if len(outcomes) == 1 else "partially_overturned"]
    stated = Run(f"Final Determination: {word}. ", bold=True)
    means = Run(
        f"This means we decided that {share} the disputed items/services are medically necessary and "
        "appropriate. A detailed explanation follows later in this letter."
    )
    apart = [Paragraph((stated,)), Paragraph((means,))]
    found += [
        plain(cover.greeting),
        plain(OPENINGS[style.opening]),
        *(apart if style.outcome_apart else [Paragraph((stated, means))]),
        plain(APPEALS[style.appeal]),
        plain("Sincerely,"),
        *lines(cover.signature),
    ]
    return found + lines(tuple(f"cc: {name}" if n == 0 else name for n, name in enumerate(cover.copies)))


def labels(cover: Cover, case: Case) -> list[Block]:
    """The label lines, one a line or two a row in a table without rules."""
    style, parties = cover.style, cover.parties
    days = {
        "Date of Injury:": case.date_of_injury,
        style.ur_label: case.ur_denial_date,
        style.received_label: case.application_received,
    }
    injury, denial, received = [(name, day_of(day, style) if day else "") for name, day in days.items()]
    number = (style.case_label, ", ".join((case.case_number or "", *case.consolidated)))
    claim = (style.claim_label, parties.claim_number or "")
    priority = ("Priority:", (case.priority or "").upper())
    people = [(style.employee_label, parties.employee or ""), (style.provider_label, parties.provider or "")]
    if parties.claims_administrator:
        people.append(("Claims Administrator:", parties.claims_administrator))
    pairs = ((number, injury), (claim, denial), (priority, received))
    if style.in_table:
        table = Table(tuple(Row(*pair) for pair in pairs), ruled=False)
        return [table, *[label(*pair, style) for pair in people if any(pair)]]
    single = [pair for row in pairs for pair in row if pair[1] or pair[0] == style.claim_label]
    every = in_order([*single, *style.further, *people], style)
    return [label(*pair, style, PITCH if n else EMPTY_LINE) for n, pair in enumerate(every)]


def in_order(pairs: Sequence[tuple[str, str]], style: Style) -> list[tuple[str, str]]:
    """The label lines, begun with another one where the style says so."""
    first = style.order % len(pairs)
    return [*pairs[first:], *pairs[:first]]


def treatments(names: tuple[str, ...], style: Style) -> list[Block]:
    """The list of what is in dispute, as lines with marks or as one line with semicolons."""
    if style.list_marks == ";" or len(names) == 1:
        return [label(TREATMENTS_LABEL, "; ".join(names), style, EMPTY_LINE)]
    return [label(TREATMENTS_LABEL, "", style, EMPTY_LINE), *listed(names, style.list_marks)]


def listed(names: tuple[str, ...], marks: str, gap: float = PITCH) -> list[Block]:
    """A list with a mark before each entry ("1." counts on), wrapped lines hanging below its words."""
    found: list[Block] = []
    for number, name in enumerate(names, 1):
        mark = marks.replace("1", str(number))
        found.append(Paragraph((Run(f"{mark} {name}"),), gap, indent=18.0, hanging=18.0))
    return found


def proof_of_service(day: date, names: tuple[str, ...]) -> list[Block]:
    """A page of its own after the letter."""
    found: list[Block] = [title("PROOF OF SERVICE", starts_page=True)]
    found += [plain(SERVICE[0].format(day=f"{day:%m/%d/%Y}"))]
    found += lines(names)
    return [*found, plain(SERVICE[1])]


def lines(texts: tuple[str, ...]) -> list[Block]:
    """Lines below each other, an empty line before the first."""
    return [plain(text, PITCH if number else EMPTY_LINE) for number, text in enumerate(texts)]


def label(name: str, value: str, style: Style, gap: float = PITCH) -> Block:
    return Paragraph((Run(f"{name} ", bold=style.bold_labels), Run(value)), gap)


def day_of(day: date, style: Style) -> str:
    if style.written_dates:
        return f"{day:%B} {day.day}, {day.year}"
    return f"{day:%m/%d/%Y}" if style.padded_dates else f"{day.month}/{day.day}/{day.year}"
