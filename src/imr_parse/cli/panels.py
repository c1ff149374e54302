"""A record in panels, as text. Letters are hostile: nothing in them is read as markup or as an escape code."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable

from rich import box
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from imr_parse.cli.console import plain
from imr_parse.codes import CODES
from imr_parse.record import Decision, Determination, Diagnostic, Guideline, Service

OUTCOME_STYLES = {"upheld": "red", "overturned": "green", "partially_overturned": "yellow"}
SEVERITY_STYLES = {"error": "bold red", "warning": "yellow", "note": "dim"}
LABEL_STYLE = "dim"
LABEL_WIDTH = 14
WIDEST = 110


def render(record: Determination, color: bool, width: int | None = None) -> str:
    """The whole record for a reader; `width` in columns, by default the terminal's."""
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width or min(shutil.get_terminal_size().columns, WIDEST),
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        safe_box=True,
    )
    console.print(_letter(record))
    for decision in record.decisions:
        console.print(_decision(decision, len(record.decisions)))
    if record.diagnostics:
        console.print(_diagnostics(record.diagnostics))
    return stream.getvalue()


def _letter(record: Determination) -> RenderableType:
    case, parties, reviewer, patient = (
        record.case,
        record.parties,
        record.reviewer,
        record.case_summary.patient,
    )
    rows = [
        ("outcome", _outcome(record.outcome, stated=record.stated_outcome)),
        (
            "review",
            Text("needs review", "bold red") if record.needs_review else Text("no doubt was raised", "green"),
        ),
        ("file", _value(record.source.path, pages=record.source.pages)),
        ("layout", _value(record.layout)),
        ("consolidated", _value(*case.consolidated_case_numbers)),
        ("priority", _value(case.priority)),
        ("injury", _value(case.date_of_injury)),
        ("UR denial", _value(case.ur_denial_date)),
        ("received", _value(case.application_received)),
        ("assigned", _value(case.date_assigned)),
        ("decided", _value(case.decision_date)),
        ("in dispute", _value(*case.treatments_in_dispute)),
        ("claim", _value(parties.claim_number)),
        ("employee", _value(parties.employee)),
        ("provider", _value(parties.provider)),
        ("administrator", _value(parties.claims_administrator)),
        ("licensed in", _value(*reviewer.licensure_states)),
        ("specialties", _value(*reviewer.certifications)),
        ("patient", _value(patient.age and f"{patient.age} years", patient.sex, patient.occupation)),
        ("documents", _value(*record.documents_reviewed, separator="\n")),
        ("summary", _value(record.case_summary.text)),
    ]
    title = Text(plain(case.case_number or "no case number"), "bold")
    return Panel(_table(rows), title=title, title_align="left", box=box.ROUNDED)


def _decision(decision: Decision, count: int) -> RenderableType:
    rows = [
        ("treatment", Text(plain(decision.treatment or "not read"), "bold")),
        ("outcome", _outcome(decision.outcome)),
        ("requested", _value(decision.request.original)),
        ("authorized", _value(decision.request.authorized)),
        ("services", _value(*map(_service, decision.services), separator="\n")),
        ("administrator", _value(decision.claims_administrator_guideline.text)),
        ("it cites", _cited(decision.claims_administrator_guideline)),
        ("reviewer", _value(decision.reviewer_guideline.text)),
        ("it cites", _cited(decision.reviewer_guideline)),
        ("rationale", _value(decision.rationale)),
    ]
    style = OUTCOME_STYLES.get(decision.outcome or "", "none")
    title = f"decision {decision.number} of {count}"
    return Panel(_table(rows), title=title, title_align="left", border_style=style, box=box.ROUNDED)


def _service(service: Service) -> str:
    """What a service is, and under what it is filed."""
    filed = ", ".join(filter(None, (service.category, service.subcategory, service.drug_class)))
    return f"{service.name or service.text}{f' ({filed})' if filed else ''}"


def _cited(guideline: Guideline) -> Text | None:
    """What kinds of sources a guideline cites, and which."""
    if guideline.basis is None:
        return None
    titles = [" ".join(filter(None, (row.system, row.title))) for row in guideline.citations]
    return _value(": ".join(filter(None, (guideline.basis.replace("_", " "), "; ".join(titles)))))


def _diagnostics(diagnostics: Iterable[Diagnostic]) -> RenderableType:
    return Panel(
        Group(*map(_diagnostic, diagnostics)), title="diagnostics", title_align="left", box=box.ROUNDED
    )


def _diagnostic(row: Diagnostic) -> RenderableType:
    known = CODES.get(row.code)
    page = f", page {row.page}" if row.page else ""
    return Text.assemble(
        (f"{row.severity} {plain(row.code)}", SEVERITY_STYLES[row.severity]),
        f" {plain(row.path) or 'the whole record'}{page}: {plain(row.message)}",
        (f"\n  {known.remedy}" if known and row.severity != "note" else "", LABEL_STYLE),
    )


def _table(rows: Iterable[tuple[str, Text | None]]) -> Table:
    """Labels and values; a value that the letter does not state takes no line."""
    table = Table.grid(padding=(0, 1))
    table.add_column(style=LABEL_STYLE, width=LABEL_WIDTH)
    table.add_column(overflow="fold")
    for label, value in rows:
        if value is not None:
            table.add_row(Text(label), value)
    return table


def _value(*values: object, pages: tuple[int, int] | None = None, separator: str = ", ") -> Text | None:
    stated = [plain(str(value)) for value in values if value is not None]
    if not stated:
        return None
    suffix = f", pages {pages[0]} to {pages[1]}" if pages else ""
    return Text(separator.join(stated) + suffix)


def _outcome(outcome: str | None, stated: str | None = None) -> Text:
    text = Text((outcome or "not read").replace("_", " "), OUTCOME_STYLES.get(outcome or "", "bold red"))
    if stated is not None and stated != outcome:
        text.append(f" (the letter states: {stated.replace('_', ' ')})", "yellow")
    return text
