"""The rule behind each value, in words: what was read from the letter, and what follows from other values."""

from __future__ import annotations

import re

from imr_parse.layouts.model import Layout, Whole

NOT_STATED = "the letter does not state it, or it was not read"

_INDEX = re.compile(r"/\d+")
_READ = {
    "outcome": "the outcome word after the heading's colon",
    "heading": "the lines before the item's first label, without number and outcome",
    "treatment": "the heading, or the IMR-eligible part of a part-authorized request",
    "request/original": "the words before 'was the original request'",
    "request/authorized": "the words that say what the claims administrator authorized",
    "claims_administrator_guideline/citations/text": "the words of the guideline that name one source",
    "reviewer_guideline/citations/text": "the words of the guideline that name one source",
    "services/text": "the words of the treatment that ask for one service",
    "case_summary/patient/age": "the first age in the case summary that is the patient's own",
    "case_summary/patient/sex": "the first noun in the case summary that says it, or its pronouns",
    "case_summary/patient/occupation": "the words after the age, or after 'works as'",
}
"""By the path, without the item's number: of values that stand in the letter, beside those that a layout places."""
_GUIDELINE = r"(/decisions/\d+/\w+_guideline)"
_DERIVED: tuple[tuple[re.Pattern[str], str, str | None], ...] = (
    (re.compile(r"/outcome"), "one outcome where all decisions have it, else partially_overturned", "/decisions"),
    (re.compile(r"(/decisions/\d+)/medically_necessary"), "what the decision's outcome means", r"\1/outcome"),
    (re.compile(r"/decisions/\d+/number"), "the position in the letter", None),
    (
        re.compile(r"(/decisions/\d+/services/\d+)/(?:category|subcategory|drug_class)"),
        "inferred from the service's words and name, by the program's vocabulary",
        r"\1/text",
    ),
    (re.compile(r"(/decisions/\d+/services/\d+)/.*"), "read from the service's words", r"\1/text"),
    (re.compile(_GUIDELINE + "/basis"), "what kinds of sources the guideline cites", r"\1/text"),
    (re.compile(_GUIDELINE + r"(/citations/\d+)/.*"), "read from the citation's words", r"\1\2/text"),
    (re.compile("/case_summary/patient/.*"), "read from the case summary", "/case_summary/text"),
    (re.compile("/layout"), "the layout whose landmarks the letter shows", None),
    (re.compile("/needs_review"), "true where a diagnostic is a warning or an error", "/diagnostics"),
    (re.compile("/diagnostics.*"), "what is to be said of the value at its path", None),
    (re.compile("/(?:source/.*|schema_version)"), "of the file and the program, not of the letter's words", None),
)  # fmt: skip
"""By the pointer: the rule, and the pointer of the value that it is derived from."""


def rule(layout: Layout, path: str) -> str:
    """The rule that took a value out of the letter, in words; `path` is its JSON pointer."""
    name = _INDEX.sub("", path).strip("/").removeprefix("decisions/")
    return _field_rule(layout, name) or _part_rule(layout, name) or _READ.get(name) or derived(path)[0]


def derived(path: str) -> tuple[str, str | None]:
    """The rule of a value that follows from others, and the pointer of what it follows from."""
    for pattern, words, source in _DERIVED:
        if match := pattern.fullmatch(path):
            return words, match.expand(source) if source else None
    return "derived from other values", None


def _field_rule(layout: Layout, name: str) -> str | None:
    for field in layout.fields:
        if name == field.path or name.startswith(f"{field.path}/"):
            where = f"the label '{field.label}'" if field.label else "the section's fixed sentence"
            return f"{field.read}, after {where}"
    return None


def _part_rule(layout: Layout, name: str) -> str | None:
    """The rule of a part of an item; None for what is no part."""
    if isinstance(layout.items, Whole):
        section = dict(layout.items.parts).get(name)
        return None if section is None else f"the text of the section '{section}'"
    for part in layout.items.parts:
        if name == part.path:
            return (
                f"the text after the label '{part.label}'"
                if part.label
                else f"the text that opens with '{part.opens[0]}'"
            )
    return None
