"""The columns of tables: what `imr-parse schema tables` prints and every converter follows.

A table is made from plain records, so that a converter streams JSON lines and never needs the models.
Names, types and order are a contract with users: new columns come at the end of their group, none is renamed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from imr_parse.output.lines import Record
from imr_parse.pointers import value_at

Value = str | int | float | bool | None
Type = Literal["string", "integer", "number", "boolean", "date"]
"""Names of types as Table Schema (Frictionless) uses them; a date is ISO 8601 text in a row."""

SEPARATOR = "; "
"""Joins the members of a list in one cell; commas stand inside specialties."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its value is what stands at `source`, unless `derive` makes it from there.

    The first `*` of a source is the row's decision; a later one stands for every member of a list.
    """

    name: str
    type: Type
    source: str
    """JSON pointer in the record; of a decision's column `/decisions/*/…`."""
    meaning: str
    derive: Callable[[Record, int], Value] | None = None
    """Makes the value from the record and the decision's index (-1 in a letter's column)."""

    def value(self, record: Record, index: int) -> Value:
        """The cell of this column in the row of `record` and of its decision `index`; a list's members are joined."""
        if self.derive is not None:
            return self.derive(record, index)
        head, _, tail = self.source.partition("/*")
        found = _at(record, head)
        if tail and found is not None:
            found = _at(found[index], tail)
        if isinstance(found, list):
            return SEPARATOR.join(found)
        plain: Value = found
        return plain


def _at(node: Any, pointer: str) -> Any:
    """What stands at a pointer, None where nothing does; `*` gives a list of what stands there in all members, each once."""
    head, star, tail = pointer.partition("/*")
    found = value_at(node, head)
    if not star or found is None:
        return found
    below = [_at(member, tail) for member in found]
    flat = [one for group in below for one in (group if isinstance(group, list) else [group])]
    return [one for one in dict.fromkeys(flat) if one is not None]


def _review_codes(record: Record, index: int) -> str:
    """Codes of the warnings and errors, of the letter (-1) or inside one of its decisions."""
    prefix = "" if index < 0 else f"/decisions/{index}/"
    codes = (
        row["code"]
        for row in record["diagnostics"]
        if row["severity"] != "note" and f"{row['path']}/".startswith(prefix)
    )
    return SEPARATOR.join(dict.fromkeys(codes))


def _first_service(name: str) -> Callable[[Record, int], Value]:
    def value(record: Record, index: int) -> Value:
        services = record["decisions"][index].get("services")
        return services[0][name] if services else None

    return value


def _decision_count(record: Record, index: int) -> int:
    return len(record["decisions"])


KEY = (
    Column("source_path", "string", "/source/path", "path of the file as it was given"),
    Column("first_page", "integer", "/source/pages/0", "page of the file on which the letter begins, from 1; empty for text"),
)  # fmt: skip

LETTER = (
    Column("case_number", "string", "/case/case_number", "IMR case number"),
    Column("consolidated_case_numbers", "string", "/case/consolidated_case_numbers",
           "further applications that the same letter decides (8 CCR 9792.10.4)"),
    Column("layout", "string", "/layout", "layout of the letter; `imr-parse layouts` describes them"),
    Column("priority", "string", "/case/priority", "priority of the application as printed, lower case"),
    Column("date_of_injury", "date", "/case/date_of_injury", "date of injury"),
    Column("ur_denial_date", "date", "/case/ur_denial_date", "date of the utilization review denial under review"),
    Column("application_received", "date", "/case/application_received", "date on which the application was received"),
    Column("date_assigned", "date", "/case/date_assigned", "date on which the case was assigned for review"),
    Column("decision_date", "date", "/case/decision_date", "date of the final determination"),
    Column("treatments_in_dispute", "string", "/case/treatments_in_dispute", "the cover letter's list of treatments"),
    Column("claim_number", "string", "/parties/claim_number", "claim number; only in the parties' copy"),
    Column("employee", "string", "/parties/employee", "name of the employee; only in the parties' copy"),
    Column("provider", "string", "/parties/provider", "name of the provider; only in the parties' copy"),
    Column("claims_administrator", "string", "/parties/claims_administrator",
           "name of the claims administrator; only in the parties' copy"),
    Column("letter_outcome", "string", "/outcome",
           "outcome of the whole letter, from its decisions: upheld, overturned or partially_overturned"),
    Column("stated_outcome", "string", "/stated_outcome", "the same as the letter itself sums it up, where it does"),
    Column("licensure_states", "string", "/reviewer/licensure_states", "states in which the reviewer is licensed"),
    Column("certifications", "string", "/reviewer/certifications", "board certifications and specialties of the reviewer"),
    Column("documents_reviewed", "string", "/documents_reviewed", "the letter's list of documents reviewed"),
    Column("patient_age", "integer", "/case_summary/patient/age", "age of the employee in years, as first stated"),
    Column("patient_sex", "string", "/case_summary/patient/sex", "male or female"),
    Column("patient_occupation", "string", "/case_summary/patient/occupation", "occupation as stated"),
    Column("case_summary", "string", "/case_summary/text", "the clinical case summary"),
    Column("decision_count", "integer", "/decisions", "number of decisions in the letter", _decision_count),
    Column("needs_review", "boolean", "/needs_review", "true when any value of the letter is in doubt"),
    Column("review_codes", "string", "/diagnostics/*/code",
           "codes of the letter's warnings and errors; `imr-parse codes` explains them", _review_codes),
    Column("last_page", "integer", "/source/pages/1", "page of the file on which the letter ends; empty for text"),
    Column("sha256", "string", "/source/sha256", "SHA-256 of the file's bytes"),
    Column("media_type", "string", "/source/media_type", "type of the file by its bytes"),
    Column("reader", "string", "/source/reader", "what read the text: pdfium, pdfplumber, text or ocr"),
    Column("parser_version", "string", "/source/parser_version", "version of imr-parse"),
    Column("schema_version", "string", "/schema_version", "version of the record's schema"),
)  # fmt: skip

NUMBER = Column("number", "integer", "/decisions/*/number", "position of the decision in the letter, from 1")

DECISION = (
    Column("treatment", "string", "/decisions/*/treatment", "what was decided: the IMR-eligible part of the request"),
    Column("outcome", "string", "/decisions/*/outcome",
           "upheld: the denial stands; overturned: the treatment is to be authorized"),
    Column("medically_necessary", "boolean", "/decisions/*/medically_necessary",
           "what the outcome means: true only for overturned"),
    Column("heading", "string", "/decisions/*/heading", "the heading as printed, without the outcome"),
    Column("request_original", "string", "/decisions/*/request/original",
           "the whole request, where a part of it was authorized before"),
    Column("request_authorized", "string", "/decisions/*/request/authorized", "the part that was authorized before"),
    Column("claims_administrator_guideline", "string", "/decisions/*/claims_administrator_guideline/text",
           "the guideline that the claims administrator cited"),
    Column("reviewer_guideline", "string", "/decisions/*/reviewer_guideline/text", "the guideline that the reviewer cited"),
    Column("rationale", "string", "/decisions/*/rationale", "the reviewer's rationale"),
    Column("decision_review_codes", "string", "/diagnostics/*/code",
           "codes of the warnings and errors on this decision", _review_codes),
    Column("administrator_basis", "string", "/decisions/*/claims_administrator_guideline/basis",
           "what the claims administrator cited: mtus, mtus_and_other, other or none_cited"),
    Column("administrator_systems", "string", "/decisions/*/claims_administrator_guideline/citations/*/system",
           "whose guidelines these are: MTUS, ODG, ACOEM, other"),
    Column("administrator_titles", "string", "/decisions/*/claims_administrator_guideline/citations/*/title",
           "their titles or chapters"),
    Column("reviewer_basis", "string", "/decisions/*/reviewer_guideline/basis",
           "what the reviewer cited: mtus, mtus_and_other, other or none_cited"),
    Column("reviewer_systems", "string", "/decisions/*/reviewer_guideline/citations/*/system",
           "whose guidelines these are: MTUS, ODG, ACOEM, other"),
    Column("reviewer_titles", "string", "/decisions/*/reviewer_guideline/citations/*/title",
           "their titles or chapters"),
    Column("services", "string", "/decisions/*/services/*/name", "canonical names of what the treatment asks for"),
    Column("service_categories", "string", "/decisions/*/services/*/category", "inferred: what DWC's search would file it under"),
    Column("drug_classes", "string", "/decisions/*/services/*/drug_class", "inferred: classes of its drugs"),
    Column("body_parts", "string", "/decisions/*/services/*/body_parts/*/part", "parts of the body that it names"),
    Column("quantity", "number", "/decisions/*/services/0/quantity", "quantity of the first service",
           _first_service("quantity")),
    Column("visits", "integer", "/decisions/*/services/0/visits", "visits that the first service asks for",
           _first_service("visits")),
    Column("retrospective", "boolean", "/decisions/*/services/0/retrospective",
           "whether the first service was given before it was asked for", _first_service("retrospective")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """A table as users get it: the letter's columns, then those of one decision; and the columns that identify a row."""

    name: str
    meaning: str
    letter: tuple[Column, ...]
    decision: tuple[Column, ...]
    """Of a table with one row a decision; a table without any has one row a letter."""
    key: tuple[str, ...]
    keeps_empty: bool = False
    """Whether a letter in which no decision was found has a row all the same, without a number."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in their order."""
        return self.letter + self.decision

    def rows(self, record: Record) -> Iterator[tuple[Value, ...]]:
        """The rows of one record, cells in the order of `columns`."""
        letter = tuple(column.value(record, -1) for column in self.letter)
        count = len(record["decisions"])
        if not self.decision:
            yield letter
        elif count:
            for index in range(count):
                yield letter + tuple(column.value(record, index) for column in self.decision)
        elif self.keeps_empty:
            yield letter + (None,) * len(self.decision)


_ROW_KEY = ("source_path", "first_page", "number")

FLAT = Table(
    name="flat",
    meaning="One row a decision with the letter's columns repeated; the default, for people.",
    letter=KEY + LETTER,
    decision=(NUMBER, *DECISION),
    key=_ROW_KEY,
    keeps_empty=True,
)
LETTERS = Table(
    name="letters",
    meaning="One row a letter.",
    letter=KEY + LETTER,
    decision=(),
    key=_ROW_KEY[:2],
)
DECISIONS = Table(
    name="decisions",
    meaning="One row a decision, joined to `letters` by source_path and first_page.",
    letter=KEY,
    decision=(NUMBER, *DECISION),
    key=_ROW_KEY,
)

TABLES = (FLAT, LETTERS, DECISIONS)
