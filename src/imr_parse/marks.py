"""What `draw` shows of a letter: boxes of its sections and values, and the doubts that have no box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from imr_parse import readers
from imr_parse.document import Document, Span
from imr_parse.evidence import rows_by_page
from imr_parse.readers.draw import RED, Color, Legend, Mark
from imr_parse.record import Diagnostic
from imr_parse.sections import Sections
from imr_parse.way import Way

_KINDS: tuple[tuple[str, str, Color], ...] = (
    ("/case/", "case", (0, 92, 197)),
    ("/parties/", "parties", (130, 60, 190)),
    ("/stated_outcome", "case", (0, 92, 197)),
    ("/reviewer/", "reviewer", (0, 140, 140)),
    ("/documents_reviewed", "documents", (140, 95, 40)),
    ("/case_summary/", "case summary", (30, 140, 60)),
    ("/claims_administrator_guideline/", "administrator's guideline", (200, 60, 150)),
    ("/reviewer_guideline/", "reviewer's guideline", (90, 90, 200)),
    ("/rationale", "rationale", (60, 120, 150)),
    ("/services/", "services", (150, 130, 0)),
    ("/", "decision", (225, 110, 0)),
)
"""By part of a JSON pointer, the first that fits: the kind of a value and its colour."""
_LONG = ("documents_reviewed", "case_summary")
"""Fields that are sections of their own; others stand in a table or a sentence, where their frames tell enough."""
_LABEL = ("titles and labels", (120, 120, 120))
_LEFT = ("left over", (235, 200, 0))
_DOUBT = ("in doubt", RED)


def marks(way: Way, data: bytes) -> tuple[list[Mark], Legend]:
    """The marks of a letter that was read with evidence, sections filled and values framed, and their legend."""
    sections = [(name, color, span) for (name, color), spans in _sections(way.sections) for span in spans]
    shown = list(_section_marks(data, way.document, sections))
    used = [name for name, _, _ in sections]
    doubts = [row for row in way.record.diagnostics if row.severity != "note"]
    placed: set[str] = set()
    for row in way.record.evidence:
        if row.page is None or row.bbox is None:
            continue
        here = [doubt for doubt in doubts if _holds(doubt.path, row.path)]
        placed.update(doubt.path for doubt in here)
        name, color = _kind(row.path)
        used.append(name)
        shown.append(Mark(row.page, row.bbox, color, code=" ".join(dict.fromkeys(d.code for d in here))))
    if doubts:
        used.append(_DOUBT[0])
    colors = dict([*((name, color) for _, name, color in _KINDS), _LABEL, _LEFT, _DOUBT])
    legend = [(name, color) for name, color in colors.items() if name in used]
    return shown, Legend(legend, [_note(doubt) for doubt in doubts if doubt.path not in placed])


def _holds(doubted: str, path: str) -> bool:
    """Whether a doubt on one path is a doubt on the value at another. A doubt on the whole record is on no value."""
    return doubted != "" and f"{path}/".startswith(f"{doubted}/")


def _note(doubt: Diagnostic) -> tuple[int, str]:
    """Code and path, never the message: that may quote the letter."""
    return (
        doubt.page or 1,
        f"{doubt.severity} {doubt.code} {doubt.path or 'the whole record'}: no place on a page",
    )


def _kind(path: str) -> tuple[str, Color]:
    return next((name, color) for part, name, color in _KINDS if part in path)


def _sections(sections: Sections) -> Iterator[tuple[tuple[str, Color], Sequence[Span]]]:
    """Kind and places of everything that the letter was cut into."""
    yield _LABEL, [*sections.titles.values(), *sections.leads.values()]
    for path, piece in sections.fields.items():
        if path.startswith(_LONG):
            yield _kind(f"/{path}/"), piece.spans
        yield _LABEL, [piece.label] if piece.label else []
    for item in sections.items:
        if item.heading:
            yield _kind("/decisions/"), item.heading.spans
        for path, piece in item.parts.items():
            yield _kind(f"/{path}/"), piece.spans
            yield _LABEL, [piece.label] if piece.label else []
    yield _LEFT, sections.left


def _section_marks(
    data: bytes, document: Document, sections: Iterable[tuple[str, Color, Span]]
) -> Iterator[Mark]:
    rows = [
        (page, color, part) for _, color, span in sections for page, part in rows_by_page(document, (span,))
    ]
    found = readers.boxes(data, document, [part for _, _, part in rows])
    for (page, color, _), box in zip(rows, found, strict=True):
        if page is not None and box is not None:
            yield Mark(page, box, color, filled=True)
