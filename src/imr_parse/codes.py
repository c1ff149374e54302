"""Every diagnostic and error: one table, the only place where a code gets its severity, meaning and remedy.

IMR1xx: the file gives no record. IMR2xx: a value may be wrong or is missing. IMR3xx: the file or the text as a whole
is in doubt. IMR4xx: the value is right, the letter is odd.
"""

from __future__ import annotations

from typing import NamedTuple

from imr_parse.record import Severity


class Code(NamedTuple):
    """One row of the table."""

    code: str
    name: str
    severity: Severity
    meaning: str
    remedy: str


def _errors() -> tuple[Code, ...]:
    def error(code: str, name: str, meaning: str, remedy: str) -> Code:
        return Code(code, name, "error", meaning, remedy)

    return (
        error("IMR101", "not-a-letter", "The text is not an IMR final determination letter.",
              "give a final determination letter; `imr-parse layouts` lists the landmarks that are looked for"),
        error("IMR102", "unknown-layout", "The text looks like an IMR letter of a layout that is not known.",
              "describe the layout in a file for `--layout`, or report the letter form"),
        error("IMR103", "cannot-read", "The file is missing or cannot be read.", "check the path and its permissions"),
        error("IMR104", "empty-file", "The file is empty.", "fetch the letter again"),
        error("IMR105", "unknown-type", "The file is neither a PDF nor text.", "convert the letter to PDF or to text"),
        error("IMR106", "broken-pdf", "The PDF is broken and cannot be opened.", "fetch the letter again"),
        error("IMR107", "password", "The PDF asks for a password.", "save an unlocked copy and give that"),
        error("IMR108", "no-text", "The pages are pictures without text.",
              "run OCR on the letter first, for example with ocrmypdf"),
        error("IMR109", "over-limit", "The file is over a limit of size or pages.",
              "split the file, or raise the limit with `--max-size` or `--max-pages`"),
        error("IMR110", "timeout", "Reading the letter took longer than the limit.", "raise `--timeout`, or report the letter"),
        error("IMR111", "crashed", "Reading the letter crashed its worker process.", "fetch the letter again, or report it"),
        error("IMR112", "out-of-memory", "Reading the letter needed more memory than the limit.", "raise `--max-memory`"),
        error("IMR113", "internal-error", "The program failed on this letter; this is a defect of the program.",
              "run again with `--debug` and report what it prints"),
        error("IMR114", "bad-layout", "The layout file of `--layout` cannot be used.",
              "mend the layout file where the message says; CONTRIBUTING.md shows a whole one"),
    )  # fmt: skip


def _diagnostics() -> tuple[Code, ...]:
    def error(code: str, name: str, meaning: str, remedy: str) -> Code:
        return Code(code, name, "error", meaning, remedy)

    def warning(code: str, name: str, meaning: str, remedy: str) -> Code:
        return Code(code, name, "warning", meaning, remedy)

    def note(code: str, name: str, meaning: str) -> Code:
        return Code(code, name, "note", meaning, "nothing to do; the value is right")

    look = "look at the letter at this place"
    return (
        error("IMR201", "missing", "The layout states this value, and it was not found in the letter.", look),
        error("IMR202", "unreadable", "The label stands there, and no value can be read after it.", look),
        warning("IMR203", "contradicts-rationale", "The outcome is not what the rationale concludes.", "read the rationale's end"),
        error("IMR204", "unknown-outcome", "The outcome is no word that is known, or is missing.", "read the heading"),
        warning("IMR205", "unknown-label", "The value was taken by its place or by a label that only resembles the known one.", look),
        warning("IMR206", "stated-twice", "The same label stands more than once.", look),
        warning("IMR207", "unsure-border", "Where the value begins or ends is not sure.", look),
        warning("IMR208", "malformed", "The value has not the form that such a value has.", look),
        warning("IMR209", "foreign-text", "The value holds or meets text that does not belong there.", look),
        warning("IMR210", "broken-end", "The text does not begin or end as a sentence does.", look),
        warning("IMR211", "odd-characters", "The value holds characters that no letter prints.", look),
        warning("IMR212", "unknown-word", "The name is not in the vocabulary.", "check the spelling; report a name that is missing"),
        warning("IMR213", "dates-out-of-order", "The dates of the case do not follow each other, or are years apart.", "compare the header's dates"),
        warning("IMR214", "patient-unsure", "The words may speak of somebody else, or of another time.", "read the case summary"),
        error("IMR215", "underived", "The value is derived from one that could not be read.", "mend the value it is derived from"),
        warning("IMR216", "sums-differ", "The authorized and the remaining part do not add up to the original request.", look),
        warning("IMR217", "items-unsure", "The number of disputed items is not sure.", "count the items in the letter"),
        warning("IMR218", "readers-differ", "The two PDF readers read different values.", look),
        warning("IMR219", "stated-outcome-differs", "The letter sums up another outcome than its items give.", look),
        warning("IMR220", "derived-in-doubt", "The value is derived from one that is in doubt.", "see the doubt that it names"),
        warning("IMR221", "verdicts-differ", "The letter states the verdict more than once, and not alike.", look),
        warning("IMR222", "unresolved-citation", "A citation's words are not resolved for sure.", "read the guideline's text"),
        warning("IMR223", "unsure-service", "What the treatment asks for is not resolved for sure.", "read the treatment"),
        error("IMR301", "damaged-stream", "A part of the file fails its own checksum or table, or is missing.", "fetch the letter again"),
        error("IMR302", "page-unreadable", "A page cannot be opened.", "fetch the letter again"),
        error("IMR303", "page-without-text", "A page has no text where one would be expected.", "look at the page, or run OCR on the letter"),
        error("IMR304", "title-twice", "A title stands twice: two letters in one file, or a page twice.", "split the file, one letter each"),
        error("IMR305", "out-of-order", "The sections or pages do not stand in their order.", "put the pages in order"),
        warning("IMR306", "left-over", "Text of the letter belongs to nothing that is known.", look),
        error("IMR307", "pages-missing", "Pages of the letter are missing, doubled or out of order.", "fetch the letter again"),
        error("IMR308", "mended-file", "The file's own index was broken and had to be mended.", "fetch the letter again"),
        warning("IMR310", "narrow-recognition", "Another layout fits the letter almost as well.", "check the layout"),
        warning("IMR311", "turned-page", "A page is turned; its lines may have changed places.", "look at the page"),
        note("IMR401", "label-variant", "A label or title is printed in other case, punctuation or spelling."),
        note("IMR402", "outcome-variant", "The outcome is printed in another form than usual."),
        note("IMR403", "outcome-next-page", "The outcome stands on the page after its heading."),
        note("IMR404", "no-header", "The copy has no header table."),
        note("IMR405", "boilerplate-differs", "A fixed paragraph of the letter differs by some words, or by a sentence."),
        note("IMR406", "prose-differs", "A date or age in the prose is not the one of the header or patient."),
        note("IMR407", "sex-by-pronouns", "The sex is told by pronouns only."),
        note("IMR408", "title-reworded", "A title is worded otherwise."),
        note("IMR409", "misspelt-name", "A name is misspelt in the letter; it stands as printed."),
        note("IMR410", "date-form", "A date is printed in another form than mm/dd/yyyy."),
        note("IMR412", "odd-wording", "A citation or service is worded oddly; the value is right."),
        note("IMR414", "stated-otherwise", "The value's own label is not there; another sentence of the form states the same."),
        note("IMR415", "line-before", "A stamp or a caption stands before the letter's first line."),
        note("IMR411", "redacted", "Words are blacked out in this copy."),
    )  # fmt: skip


CODES: dict[str, Code] = {row.code: row for row in (*_errors(), *_diagnostics())}


def lookup(name: str) -> Code:
    """The row with this code or name. Raises KeyError where there is none."""
    if name.upper() in CODES:
        return CODES[name.upper()]
    for row in CODES.values():
        if row.name == name.lower():
            return row
    raise KeyError(name)
