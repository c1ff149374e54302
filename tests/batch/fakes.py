"""Letters that misbehave on command: what the pool is tried with instead of a parser.

A letter's bytes say what happens to it: "crash", "segfault", "hang", "hang SIGN", "sleep 0.1", "memory", "defect", "refuse",
"nothing", else a record.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path

from imr_parse._version import __version__
from imr_parse.errors import ImrParseError
from imr_parse.inputs import Input, read_input
from imr_parse.outcome import error_record
from imr_parse.pipeline import Options
from imr_parse.record import (
    Case,
    CaseSummary,
    Decision,
    Determination,
    ErrorRecord,
    Evidence,
    Guideline,
    Parties,
    Patient,
    Request,
    Reviewer,
    Source,
)


def record(data: bytes, name: str, options: Options) -> Determination:
    """A record that tells which bytes it was made from."""
    text = data.decode()
    guideline = Guideline(text="MTUS", citations=())
    decision = Decision(
        number=1,
        heading=text,
        treatment=text,
        request=Request(original=None, authorized=None),
        outcome="upheld",
        medically_necessary=False,
        claims_administrator_guideline=guideline,
        reviewer_guideline=guideline,
        rationale="Not shown.",
    )
    return Determination(
        source=Source(
            path=name,
            pages=(1, 2),
            sha256=hashlib.sha256(data).hexdigest(),
            media_type="application/pdf",
            reader=options.reader,
            parser_version=__version__,
        ),
        layout="fake",
        needs_review=False,
        case=Case(
            case_number=text.split()[0] if text else None,
            consolidated_case_numbers=(),
            priority="standard",
            date_of_injury=None,
            ur_denial_date=None,
            application_received=None,
            date_assigned=None,
            decision_date=None,
            treatments_in_dispute=(),
        ),
        parties=Parties(claim_number=None, employee=None, provider=None, claims_administrator=None),
        outcome="upheld",
        stated_outcome=None,
        reviewer=Reviewer(licensure_states=(), certifications=()),
        documents_reviewed=(),
        case_summary=CaseSummary(text=None, patient=Patient(age=None, sex=None, occupation=None)),
        decisions=(decision,),
        diagnostics=(),
        evidence=(Evidence(path="/layout", page=1, bbox=None, start=0, end=1),) if options.evidence else (),
    )


def read(
    item: Input, options: Options, report: Callable[[BaseException], object]
) -> Determination | ErrorRecord:
    """Stands in for `outcome.outcome`."""
    data = None
    try:
        data = read_input(item, options.max_size)
        obey(data.decode())
        if data == b"nothing":
            return None  # type: ignore[return-value] # a defect outside of reading: this cannot be written
        return record(data, item.name, options)
    except Exception as error:  # noqa: BLE001
        report(error)
        if not isinstance(error, ImrParseError):
            error = ImrParseError("IMR113", f"defect ({type(error).__name__})")
        return error_record(item.name, error, data)


def blind(item: Input, *_: object) -> ErrorRecord:
    """A machine on which the letters are not."""
    return error_record(item.name, ImrParseError("IMR103", "no such file"))


def obey(order: str) -> None:
    """Do what a letter says."""
    match order.split():
        case ["crash"]:
            os._exit(3)
        case ["segfault"]:
            ctypes.string_at(8)
        case ["hang", *sign]:
            for path in sign:  # it is in hand now
                Path(path).touch()
            while True:
                time.sleep(3600)
        case ["hang-in-c"]:
            ctypes.PyDLL(None).sleep(3600)  # holds the interpreter's lock
        case ["sleep", seconds]:
            time.sleep(float(seconds))
        case ["memory"]:
            hoard = []
            while True:
                hoard.append(bytearray(16 * 2**20))
        case ["defect"]:
            raise ValueError("private words of a letter")
        case ["refuse"]:
            raise ImrParseError("IMR101")
        case ["once", path]:
            if not os.path.exists(path):
                Path(path).touch()
                os._exit(3)
        case _:
            pass


def letters(folder: Path, orders: list[str]) -> list[Input]:
    """Files that hold these words, in order."""
    folder.mkdir(exist_ok=True)
    found = []
    for number, order in enumerate(orders):
        path = folder / f"{number:05}.txt"
        path.write_text(order or f"CM16-{number:07} letter")
        found.append(Input(str(path), path.name))
    return found


class Deadly:
    """A reader that no worker survives receiving."""

    def __reduce__(self) -> tuple[Callable[[int], object], tuple[int]]:
        return os._exit, (5,)

    def __call__(self, *_: object) -> Determination:
        raise AssertionError("no worker gets this far")
