"""The record: what imr-parse emits for one letter, as pydantic models.

Keys, their order and their meaning are a contract with users. A later minor version adds keys or values of enumerations:
writers emit no unknown key, readers ignore them; a value that a reader does not know it refuses, saying so. Every key is
always present; `None` or `[]` says that the letter does not state it.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)

from imr_parse.schema_version import SCHEMA_VERSION, SchemaVersion, newer

STANDARD_INPUT = "-"
"""The path of standard input, on a command line and as `source.path`."""

Severity = Literal["error", "warning", "note"]
Outcome = Literal["upheld", "overturned"]
LetterOutcome = Literal["upheld", "overturned", "partially_overturned"]
Reader = Literal["pdfium", "pdfplumber", "text", "ocr"]
Page = Annotated[int, Field(ge=1)]


class Model(BaseModel):
    """Frozen; ignores keys of later minor versions."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Source(Model):
    """The file a record was read from, and the program that read it."""

    path: str = Field(
        description="as given; `/` on every system; `-` for standard input; with `--redact` `sha256:` and its hash"
    )
    pages: tuple[Page, Page] | None = Field(
        description="first and last page of this letter in the file, from 1"
    )
    sha256: str = Field(description="of the file's bytes, in hexadecimal")
    media_type: str = Field(description="`application/pdf` or `text/plain`, by the file's bytes")
    reader: Reader
    parser_version: str


class Case(Model):
    """The header: numbers, priority and dates of the application; with `--redact` each date is January 1 of its year."""

    case_number: str | None = Field(description="the IMR case number, e.g. `CM16-0000000`")
    consolidated_case_numbers: tuple[str, ...] = Field(
        description="further applications decided by the same letter (8 CCR 9792.10.4)"
    )
    priority: str | None = Field(description="`standard`, `expedited`, …: as printed, lower case")
    date_of_injury: date | None
    ur_denial_date: date | None = Field(description="date of the utilization review denial under review")
    application_received: date | None
    date_assigned: date | None
    decision_date: date | None
    treatments_in_dispute: tuple[str, ...] = Field(description="the cover letter's list, where there is one")


class Parties(Model):
    """The parties' copy only; all that names a person stands here; null with `--redact`."""

    claim_number: str | None
    employee: str | None
    provider: str | None
    claims_administrator: str | None


class Reviewer(Model):
    """The expert reviewer's credentials, as printed and in the printed order."""

    licensure_states: tuple[str, ...]
    certifications: tuple[str, ...]


class Patient(Model):
    """What the case summary says of the employee."""

    age: int | None = Field(description="years, as first stated of the patient")
    sex: Literal["male", "female"] | None
    occupation: str | None = Field(description="as stated")


class CaseSummary(Model):
    """The clinical case summary without the boilerplate sentence before it."""

    text: str | None
    patient: Patient


class Request(Model):
    """The parts of a part-authorized request; both null where nothing was part-authorized."""

    original: str | None
    authorized: str | None


class Citation(Model):
    """One guideline title or chapter that one side cites."""

    system: Literal["MTUS", "ODG", "ACOEM", "other"]
    title: str | None = Field(
        description="of the MTUS as its list of titles has it, of ODG the chapter's canonical name"
    )
    year: int | None = Field(description="as printed")
    sections: tuple[str, ...] = Field(description="section names or topics, as printed")
    pages: str | None = Field(description="as printed, without the word")
    updated: date | None = Field(description="the guideline's own date, where it is printed")
    text: str = Field(description="the citation's words as printed")


class Guideline(Model):
    """The guideline that one side cites, in the letter's words and by its parts."""

    text: str | None
    basis: Literal["mtus", "mtus_and_other", "other", "none_cited"] | None = Field(
        default=None, description="whether the MTUS, other sources or none are cited (schema 1.1)"
    )
    citations: tuple[Citation, ...] = Field(description="in the printed order; empty in schema 1.0")


class Ingredient(Model):
    """One active part of a drug or compound."""

    name: str
    strength: str | None = Field(description="number, space, unit: `10 mg`, `5 %`")


class BodyPart(Model):
    """A part of the body that the words name."""

    part: str | None = Field(description="null where only a side is printed")
    side: Literal["left", "right", "bilateral"] | None


class Service(Model):
    """One service that a treatment asks for. `category`, `subcategory` and `drug_class` are inferred, all else is printed."""

    text: str = Field(description="its words in the treatment")
    name: str | None = Field(description="canonical name; a drug's is its generic name")
    category: str | None = Field(description="what DWC's decision search would file it under")
    subcategory: str | None
    drug_class: str | None
    brand: str | None = Field(description="as printed")
    ingredients: tuple[Ingredient, ...]
    form: str | None = Field(description="of a drug: `tablet`, `cream`, `injection`, …, where printed")
    quantity: int | float | None = Field(description="after # or QTY, or the printed amount")
    unit: str | None = Field(description="what the quantity counts, where printed: `grams`, `box`, `month`")
    refills: int | None = Field(description="0 where the words say that there are none")
    visits: int | None = Field(description="stated, or visits a week times weeks; null for a range")
    visits_per_week: int | None = Field(description="null for a range")
    weeks: int | None = Field(description="over which the visits go; null for a range")
    acquisition: Literal["purchase", "rental"] | None = Field(description="where printed")
    duration_days: int | None = Field(description="of use, rental or supply; a week is 7, a month 30")
    contrast: Literal["with", "without", "with_and_without"] | None = Field(
        description="of an image, where printed"
    )
    body_parts: tuple[BodyPart, ...]
    levels: tuple[str, ...] = Field(description="spinal levels, e.g. `L4-L5`")
    retrospective: bool = Field(description="whether the words say so")
    service_date: date | None = Field(description="date of service (DOS), where printed")
    surgical: Literal["associated", "preoperative", "postoperative"] | None = Field(
        description="where the words tie it to an operation"
    )


class Decision(Model):
    """One disputed item or service."""

    number: int = Field(ge=1, description="position in the letter, from 1")
    heading: str | None = Field(description="as printed, without the outcome and the colon before it")
    treatment: str | None = Field(description="what was decided: the IMR-eligible part of the request")
    request: Request
    outcome: Outcome | None = Field(
        description="`upheld`: the UR denial stands; `overturned`: the treatment is to be authorized"
    )
    medically_necessary: bool | None = Field(description="what the outcome means; true only for `overturned`")
    claims_administrator_guideline: Guideline
    reviewer_guideline: Guideline
    rationale: str | None
    services: tuple[Service, ...] = Field(default=(), description="what the treatment asks for (schema 1.1)")


class Diagnostic(Model):
    """A doubt about one value, or a remark on it."""

    code: str = Field(description="see `imr-parse codes`")
    severity: Severity
    path: str = Field(description="JSON pointer of the value; empty for the record as a whole")
    message: str
    page: Page | None


class Evidence(Model):
    """Where a value stands: one row for each value and page; of a citation and a service, for its `text`."""

    path: str = Field(description="JSON pointer of the value")
    page: Page | None
    bbox: tuple[float, float, float, float] | None = Field(
        description="left, top, right, bottom in points from the page's top left corner; null for text"
    )
    start: int = Field(ge=0, description="first code point in the text that `imr-parse text` prints")
    end: int = Field(ge=0, description="one past the last code point")


class Determination(Model):
    """One final determination letter as a record."""

    @model_validator(mode="wrap")
    @classmethod
    def _newer(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Say of a record with values of a later minor version that it is newer."""
        try:
            return handler(data)
        except ValidationError as error:
            told = newer(data, error)
            if told is None:
                raise
            raise told from error

    schema_version: SchemaVersion = SCHEMA_VERSION
    source: Source
    layout: str = Field(description="name of the letter layout, see `imr-parse layouts`")
    needs_review: bool = Field(description="true when any diagnostic is a warning or an error")
    case: Case
    parties: Parties
    outcome: LetterOutcome | None = Field(description="of the whole letter, derived from the decisions")
    stated_outcome: LetterOutcome | None = Field(description="as the letter itself sums up, where it does")
    reviewer: Reviewer
    documents_reviewed: tuple[str, ...]
    case_summary: CaseSummary
    decisions: tuple[Decision, ...]
    diagnostics: tuple[Diagnostic, ...]
    evidence: tuple[Evidence, ...] = Field(description="empty unless asked for, and with `--redact`")


class Failure(Model):
    """What went wrong with a file that gives no record."""

    code: str = Field(description="see `imr-parse codes`")
    message: str = Field(description="one plain sentence")
    remedy: str = Field(description="what to do")


class FailedSource(Model):
    """The file, as far as it could be looked at."""

    path: str
    pages: tuple[Page, Page] | None
    sha256: str | None
    media_type: str | None
    reader: Reader | None
    parser_version: str


class ErrorRecord(Model):
    """Emitted in place of a record for a file that gives none."""

    schema_version: SchemaVersion = SCHEMA_VERSION
    source: FailedSource
    error: Failure
