"""Letters for tests: one fixed letter as a specification, with what a test is about replaced, as text or PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from imr_parse import Determination, parse_bytes, parse_text
from imr_parse.document import Document
from imr_parse.pipeline import DEFAULTS, read_document
from imr_parse.pointers import value_at

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
from benchmarks.trials import scoring
from samples import golden, to_pdf, to_text, truth
from samples.forms.final_2014 import Letter
from samples.forms.spec import Case, Item, Patient
from samples.named import samples as named_samples
from samples.random_forms import ORDINARY
from samples.setting.flow import Paragraph, Run
from samples.setting.pdf import to_pdf_bytes
from samples.setting.plaintext import to_text_bytes
from samples.setting.typeset import typeset

from .laws import found_at

Change = Callable[[str], str]
NAMES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in (".pdf", ".txt"))
LABELS = ("Claims Administrator guideline:", "MAXIMUS guideline:", "Decision rationale:")
NOTHING_CITED = "The Claims Administrator did not cite any medical evidence for its decision."
LOW_BACK = "Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies."

NAMED = {each.name: each for each in named_samples()}
KNEE = Item(
    "MRI of the left knee without contrast",
    "Upheld",
    NOTHING_CITED,
    LOW_BACK,
    ("Plain films of the knee were never taken. The request is not medically necessary.",),
)
THERAPY = Item(
    "Physical therapy for the left knee, 8 visits",
    "Overturned",
    NOTHING_CITED,
    LOW_BACK,
    (
        "The chapter allows up to nine visits for this complaint, and none were given before, as the notes "
        + "of the clinic show for every month of the year. The request is medically necessary.",
    ),
)
NORCO = Item(
    "Norco 10/325mg #120",
    "Upheld",
    NOTHING_CITED,
    LOW_BACK,
    (
        "No gain in function was written down while the drug was taken, and no test of the urine was asked "
        + "for. Therefore, the request is not medically necessary.",
    ),
)
LETTER = Letter(
    case=Case(
        "CM16-9900077",
        date(2016, 12, 7),
        date(2014, 3, 5),
        date(2017, 1, 9),
        date(2016, 11, 22),
        date(2016, 11, 29),
    ),
    states=("California", "Texas"),
    certifications=("Family Practice", "Sports Medicine"),
    summary=(
        "This 48 year old male warehouse worker was injured on March 5, 2014 when he stepped off a ladder. "
        + "He has had pain in the left knee since then, worse on stairs and after long standing at work.",
        "At the visit of October 3, 2016 the knee was swollen. Therapy was asked for and denied.",
    ),
    patient=Patient(48, "male", "warehouse worker"),
    items=(KNEE, THERAPY, NORCO),
)


def text_of(spec: Letter = LETTER, form: str = "spaced", change: Change | None = None) -> str:
    """The letter as plain text in one of the samples' forms; `change` edits each paragraph's words first."""
    return to_text_bytes(typeset(_flow(spec, change)), form).decode()


def pdf_of(spec: Letter = LETTER, change: Change | None = None) -> bytes:
    """The letter as a PDF, not encrypted; `change` edits the words of each run in one font first."""
    return to_pdf_bytes(typeset(_flow(spec, change)), encrypt=False)


def _flow(spec: Letter, change: Change | None) -> Any:
    flow = spec.flow()
    if change is None:
        return flow
    blocks = tuple(
        replace(block, runs=tuple(Run(change(run.text), run.bold) for run in block.runs))
        if isinstance(block, Paragraph)
        else block
        for block in flow.blocks
    )
    return replace(flow, blocks=blocks)


def swap(old: str, new: str) -> Change:
    """A change that puts one wording in another's place."""
    return lambda words: words.replace(old, new)


def document_of(data: bytes) -> Document:
    return read_document(data, DEFAULTS)


def record_of(letter: str | bytes) -> Determination:
    return parse_text(letter) if isinstance(letter, str) else parse_bytes(letter)


def both(spec: Letter = LETTER, change: Change | None = None) -> Iterable[Determination]:
    """The letter's record read off its PDF, and off its text."""
    yield parse_bytes(pdf_of(spec, change))
    yield parse_text(text_of(spec, change=change))


@cache
def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


@cache
def sample_record(name: str) -> Determination:
    """The record of a sample, with evidence, by the path that a golden record has."""
    from imr_parse import Options

    return parse_bytes(sample(name), f"samples/{name}", Options(evidence=True))


def codes(record: Determination, path: str, *, notes: bool = False) -> list[str]:
    """Codes of the diagnostics on just this path."""
    return [row.code for row in record.diagnostics if row.path == path and (notes or row.severity != "note")]


def doubts(record: Determination) -> list[tuple[str, str]]:
    """Code and path of every warning and error."""
    return [(row.code, row.path) for row in record.diagnostics if row.severity != "note"]


def judged(record: Determination, truth: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Paths of the values that are wrong and not flagged, and of those that are flagged though right."""
    plain = record.model_dump(mode="json")
    silent, alarms = [], []
    for name, path, want, compare in scoring.fields(truth):
        have = value_at(plain, path)
        if name.startswith("d.request") and not want and not have:
            continue
        right, doubted = compare(want, have), any(scoring.flags(plain, path))
        if right and doubted:
            alarms.append(path)
        if not right and not doubted:
            silent.append(path)
    return silent, alarms


def at(record: Determination, path: str) -> Any:
    """What stands at a JSON pointer. Raises KeyError or IndexError where nothing does."""
    return found_at(record.model_dump(mode="json"), path)


__all__ = [
    "KNEE",
    "LABELS",
    "LETTER",
    "NAMED",
    "NAMES",
    "NORCO",
    "ORDINARY",
    "SAMPLES",
    "THERAPY",
    "Case",
    "Letter",
    "at",
    "both",
    "codes",
    "document_of",
    "doubts",
    "golden",
    "judged",
    "pdf_of",
    "record_of",
    "sample",
    "sample_record",
    "swap",
    "text_of",
    "to_pdf",
    "to_text",
    "truth",
]  # fmt: skip
