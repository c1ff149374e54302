"""Every diagnostic and error: one table, the only place where a code gets its severity, meaning and remedy.

IMR1xx: the file gives no record. IMR2xx: a value may be wrong or is missing. IMR3xx: the file or the text as a whole
is in doubt. IMR4xx: the value is right, the letter is odd.
"""

from __future__ import annotations

from typing import NamedTuple

from imr_parse.record import Severity

_LOOK = "look at the letter at this place"


class Code(NamedTuple):
    """One row of the table."""

    code: str
    name: str
    severity: Severity
    meaning: str
    remedy: str


def _error(code: str, name: str, meaning: str, remedy: str = _LOOK) -> Code:
    return Code(code, name, "error", meaning, remedy)


def _warning(code: str, name: str, meaning: str, remedy: str = _LOOK) -> Code:
    return Code(code, name, "warning", meaning, remedy)


def _note(code: str, name: str, meaning: str) -> Code:
    return Code(code, name, "note", meaning, "nothing to do; the value is right")


_TABLE = (
    _error("IMR101", "not-a-letter", "The text is not an IMR final determination letter.",
           "give a final determination letter; `imr-parse layouts` lists the landmarks that are looked for"),
    _error("IMR102", "unknown-layout", "The text looks like an IMR letter of a layout that is not known.",
           "describe the layout in a file for `--layout`, or report the letter form"),
    _error("IMR103", "cannot-read", "The file is missing or cannot be read.", "check the path and its permissions"),
    _error("IMR104", "empty-file", "The file is empty.", "fetch the letter again"),
    _error("IMR105", "unknown-type", "The file is neither a PDF nor text.", "convert the letter to PDF or to text"),
    _error("IMR106", "broken-pdf", "The PDF is broken and cannot be opened.", "fetch the letter again"),
    _error("IMR107", "password", "The PDF asks for a password.", "save an unlocked copy and give that"),
    _error("IMR108", "no-text", "The pages are pictures without text.",
           "run OCR on the letter first, for example with ocrmypdf"),
    _error("IMR109", "over-limit", "The file is over a limit of size or pages.",
           "split the file, or raise the limit with `--max-size` or `--max-pages`"),
    _error("IMR110", "timeout", "Reading the letter took longer than the limit.", "raise `--timeout`, or report the letter"),
    _error("IMR111", "crashed", "Reading the letter crashed its worker process.", "fetch the letter again, or report it"),
    _error("IMR112", "out-of-memory", "Reading the letter needed more memory than the limit.", "raise `--max-memory`"),
    _error("IMR113", "internal-error", "The program failed on this letter; this is a defect of the program.",
           "run again with `--debug` and report what it prints"),
    _error("IMR114", "bad-layout", "The layout file of `--layout` cannot be used.",
           "mend the layout file where the message says; CONTRIBUTING.md shows a whole one"),
    _error("IMR201", "missing", "The layout states this value, and it was not found in the letter."),
    _error("IMR202", "unreadable", "The label stands there, and no value can be read after it."),
    _warning("IMR203", "contradicts-rationale", "The outcome is not what the rationale concludes.", "read the rationale's end"),
    _error("IMR204", "unknown-outcome", "The outcome is no word that is known, or is missing.", "read the heading"),
    _warning("IMR205", "unknown-label", "The value was taken by its place or by a label that only resembles the known one."),
    _warning("IMR206", "stated-twice", "The same label stands more than once."),
    _warning("IMR207", "unsure-border", "Where the value begins or ends is not sure."),
    _warning("IMR208", "malformed", "The value has not the form that such a value has."),
    _warning("IMR209", "foreign-text", "The value holds or meets text that does not belong there."),
    _warning("IMR210", "broken-end", "The text does not begin or end as a sentence does."),
    _warning("IMR211", "odd-characters", "The value holds characters that no letter prints."),
    _warning("IMR212", "unknown-word", "The name is not in the vocabulary.", "check the spelling; report a name that is missing"),
    _warning("IMR213", "dates-out-of-order", "The dates of the case do not follow each other, or are years apart.", "compare the header's dates"),
    _warning("IMR214", "patient-unsure", "The words may speak of somebody else, or of another time.", "read the case summary"),
    _error("IMR215", "underived", "The value is derived from one that could not be read.", "mend the value it is derived from"),
    _warning("IMR216", "sums-differ", "The authorized and the remaining part do not add up to the original request."),
    _warning("IMR217", "items-unsure", "The number of disputed items is not sure.", "count the items in the letter"),
    _warning("IMR218", "readers-differ", "The two PDF readers read different values."),
    _warning("IMR219", "stated-outcome-differs", "The letter sums up another outcome than its items give."),
    _warning("IMR220", "derived-in-doubt", "The value is derived from one that is in doubt.", "see the doubt that it names"),
    _warning("IMR221", "verdicts-differ", "The letter states the verdict more than once, and not alike."),
    _warning("IMR222", "unresolved-citation", "A citation's words are not resolved for sure.", "read the guideline's text"),
    _warning("IMR223", "unsure-service", "What the treatment asks for is not resolved for sure.", "read the treatment"),
    _error("IMR301", "damaged-stream", "A part of the file fails its own checksum or table, or is missing.", "fetch the letter again"),
    _error("IMR302", "page-unreadable", "A page cannot be opened.", "fetch the letter again"),
    _error("IMR303", "page-without-text", "A page has no text where one would be expected.", "look at the page, or run OCR on the letter"),
    _error("IMR304", "title-twice", "A title stands twice: two letters in one file, or a page twice.", "split the file, one letter each"),
    _error("IMR305", "out-of-order", "The sections or pages do not stand in their order.", "put the pages in order"),
    _warning("IMR306", "left-over", "Text of the letter belongs to nothing that is known."),
    _error("IMR307", "pages-missing", "Pages of the letter are missing, doubled, out of order, or were added to it.",
           "fetch the letter again, or give its own pages alone"),
    _error("IMR308", "mended-file", "The file's own index was broken and had to be mended.", "fetch the letter again"),
    _warning("IMR310", "narrow-recognition", "Another layout fits the letter almost as well.", "check the layout"),
    _warning("IMR311", "turned-page", "A page is turned; its lines may have changed places.", "look at the page"),
    _error("IMR312", "read-from-picture", "The text was read from a picture by character recognition; any letter or figure may be wrong.",
           "compare with the picture, or get the letter as its writer saved it"),
    _note("IMR401", "label-variant", "A label or title is printed in other case, punctuation or spelling."),
    _note("IMR402", "outcome-variant", "The outcome is printed in another form than usual."),
    _note("IMR403", "outcome-next-page", "The outcome stands on the page after its heading."),
    _note("IMR404", "no-header", "The copy has no header table."),
    _note("IMR405", "boilerplate-differs", "A fixed paragraph of the letter differs by some words, or by a sentence."),
    _note("IMR406", "prose-differs", "A date or age in the prose is not the one of the header or patient."),
    _note("IMR407", "sex-by-pronouns", "The sex is told by pronouns only."),
    _note("IMR408", "title-reworded", "A title is worded otherwise."),
    _note("IMR409", "misspelt-name", "A name is misspelt in the letter; it stands as printed."),
    _note("IMR410", "date-form", "A date is printed in another form than mm/dd/yyyy."),
    _note("IMR411", "redacted", "Words are blacked out in this copy."),
    _note("IMR412", "odd-wording", "A citation or service is worded oddly; the value is right."),
    _note("IMR414", "stated-otherwise", "The value's own label is not there; another sentence of the form states the same."),
    _note("IMR415", "line-before", "A stamp or a caption stands before the letter's first line."),
)  # fmt: skip

CODES: dict[str, Code] = {row.code: row for row in _TABLE}


def lookup(name: str) -> Code:
    """The row with this code or name. Raises KeyError where there is none."""
    if name.upper() in CODES:
        return CODES[name.upper()]
    for row in CODES.values():
        if row.name == name.lower():
            return row
    raise KeyError(name)
