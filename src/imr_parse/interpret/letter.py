"""Sections → the record's tree, its leaves Found. Nothing here asks where on a page a line stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from imr_parse.document import Document, Span
from imr_parse.found import Doubt, Found, Tree, bare
from imr_parse.interpret.apart import read_apart
from imr_parse.interpret.fields import doubts as remarks_as_doubts
from imr_parse.interpret.fields import prose, read_field
from imr_parse.interpret.heading import HeadingReading, read_heading
from imr_parse.interpret.heading_outcome import Words
from imr_parse.interpret.item_numbers import Numbered, printed_numbers
from imr_parse.interpret.meant import EMPTY, guideline_meaning, services_meaning
from imr_parse.interpret.numbering import count_doubts
from imr_parse.interpret.patient.age_and_sex import read_age, read_sex
from imr_parse.interpret.patient.misprints import misspelt_sex, seems_aged
from imr_parse.interpret.patient.occupation import read_occupation
from imr_parse.interpret.verdict_sentence import read_opening
from imr_parse.landmarks.find import fold
from imr_parse.layouts.model import Before, Field, Layout, Opens, Whole
from imr_parse.letter import Letter
from imr_parse.running import Alignment, running_spans
from imr_parse.sections import Item, Piece, Sections

_CASE = (
    "case_number",
    "consolidated_case_numbers",
    "priority",
    "date_of_injury",
    "ur_denial_date",
    "application_received",
    "date_assigned",
    "decision_date",
    "treatments_in_dispute",
)
_LISTS = frozenset({"consolidated_case_numbers", "treatments_in_dispute"})


def interpret(letter: Letter, sections: Sections) -> Tree:
    """The record's tree from `case` to `decisions`; derived values are added by `derive`."""
    decisions = _decisions(letter, sections.items)
    tree: Tree = {
        "case": {key: [] if key in _LISTS else None for key in _CASE},
        "parties": dict.fromkeys(("claim_number", "employee", "provider", "claims_administrator")),
        "stated_outcome": None,
        "reviewer": {"licensure_states": [], "certifications": []},
        "documents_reviewed": [],
        "case_summary": {"text": None, "patient": {"age": None, "sex": None, "occupation": None}},
        "decisions": decisions,
    }
    fields = letter.layout.fields
    asked = any(entry.read == "treatments" and entry.path in sections.fields for entry in fields)
    requests = frozenset(_requests(decisions.value)) if asked else frozenset()
    for path, entries in letter.layout.fields_by_path.items():
        expected = any(_expected(letter, sections, entry) for entry in entries)
        piece = sections.fields.get(path)
        value = read_field(letter.document, entries[0], piece, expected=expected, requests=requests)
        _put(tree, path, value)
    _patient(letter.document, tree)
    return tree


def _decisions(letter: Letter, items: Sequence[Item]) -> Found:
    """The items' trees, with what is to be said of their number."""
    if not items:
        return Found([], doubts=(Doubt("IMR201", "no disputed item was found"),))
    printed = printed_numbers([_heading_words(letter.document, item) for item in items])
    readings = [_read_item(letter, item, numbered) for item, numbered in zip(items, printed, strict=True)]
    rows = [
        _decision(letter, item, reading, number)
        for number, (item, reading) in enumerate(zip(items, readings, strict=True), start=1)
    ]
    numbers = [reading.number if reading else None for reading in readings]
    return Found(rows, doubts=count_doubts(numbers, rows))


def _requests(decisions: list[Any]) -> Iterator[str]:
    """What each item decides, folded: heading, treatment and the whole of a part-authorized request."""
    for decision in map(bare, decisions):
        original = bare(decision["request"])["original"]
        for words in map(bare, (decision["heading"], decision["treatment"], original)):
            if words:
                yield fold(words)


def _expected(letter: Letter, sections: Sections, entry: Field) -> bool:
    """Whether the letter should state a field: not where it may lack it, nor where its block or whole header is gone.

    Where something else that stands around it is gone, nobody can tell what stood there.
    """
    layout = letter.layout
    section = layout.sections[layout.order[entry.section]]
    if entry.optional:
        return bool(section.title) and _torn(layout, sections, entry)
    if section.optional and _without_header(letter, sections):
        return False
    known = not entry.block or not sections.blocks or entry.block in sections.blocks
    return known or _torn(layout, sections, entry)


def _torn(layout: Layout, sections: Sections, entry: Field) -> bool:
    """Whether a title or a field is missing right where a field may have stood: the section's own, or one beside it."""
    place = layout.order[entry.section]
    section = layout.sections[place]
    own = [other for other in layout.fields if other.section == entry.section and not other.optional]
    after = [later for later in layout.sections[place + 1 :] if later.title and not later.optional][:1]
    around = [*([] if section.optional else [section]), *(after if entry.inside or section.optional else [])]
    return any(near.name not in sections.titles for near in around) or (
        entry.inside and any(other.path not in sections.fields for other in own)
    )


def _without_header(letter: Letter, sections: Sections) -> bool:
    """Whether nothing stands before the first title, as in copies that begin with it; not where the file lost something."""
    document = letter.document
    title = sections.titles.get(letter.layout.sections[1].name)
    return title is not None and not document.text[: title.start].strip() and not document.damage


def _put(tree: Tree, path: str, value: Any) -> None:
    *above, key = path.split("/")
    node = tree
    for name in above:
        node = node.setdefault(name, {})
    if isinstance(value, dict):
        node.update(value)
    else:
        node[key] = value


def _decision(letter: Letter, item: Item, reading: HeadingReading | None, number: int) -> Any:
    document = letter.document
    heading = _heading(letter, item, item.heading, reading) if item.heading and reading else _no_heading()
    tree: Tree = {"number": number, **heading}
    for path in letter.layout.items.paths:
        _put(tree, path, prose(document, item.parts.get(path)))
    for side in ("claims_administrator_guideline", "reviewer_guideline"):
        guideline = tree.setdefault(side, dict(EMPTY))
        if isinstance(guideline["text"], Found):
            guideline |= guideline_meaning(document, guideline["text"])
    tree.setdefault("rationale", None)
    tree["services"] = services_meaning(document, tree["treatment"])
    return Found(tree, doubts=item.doubts) if item.doubts else tree


def _no_heading() -> Tree:
    missing = Found(None, doubts=(Doubt("IMR201", "no heading stands before the labels"),))
    told = dict.fromkeys(("heading", "treatment", "outcome", "medically_necessary"), missing)
    return {**told, "request": {"original": None, "authorized": None}}


def _heading(letter: Letter, item: Item, piece: Piece, reading: HeadingReading) -> Tree:
    """What an item's heading says, and the outcome, wherever that stands."""
    document, start = letter.document, piece.spans[0].start
    doubts = {key: remarks_as_doubts(remarks, None) for key, remarks in reading.remarks.items()}
    own = piece.doubts
    verdict = _verdict_apart(letter.layout)
    if verdict:
        words = document.text[start + reading.heading.start : start + reading.heading.end]
        outcome, named = read_apart(document, verdict, item.verdicts, words)
        own += named
    else:
        span = Span(start + reading.outcome_words.start, start + reading.outcome_words.end)
        outcome = Found(reading.outcome, (span,) if reading.outcome else (), doubts.get("outcome", ()))
    unsure = tuple(doubt for doubt in outcome.doubts if doubt.code in ("IMR204", "IMR221"))
    return {
        "heading": _words(document, start, reading.heading, own + doubts.get("heading", ())),
        "treatment": _words(document, start, reading.treatment, own + doubts.get("treatment", ())),
        "request": _request(document, start, reading, own + doubts.get("request", ())),
        "outcome": outcome,
        "medically_necessary": Found(
            None if outcome.value is None else outcome.value == "overturned", doubts=unsure
        ),
    }


def _verdict_apart(layout: Layout) -> str:
    """The words of the verdict where it does not stand in the item's heading."""
    match layout.items:
        case Opens(apart=apart, verdict=verdict) if apart:
            return verdict
        case Whole(verdict=verdict):
            return verdict
    return ""


def _heading_words(document: Document, item: Item) -> str:
    """An item's heading as printed; empty where it has none."""
    return document.text[slice(*item.heading.spans[0])] if item.heading and item.heading.spans else ""


def _read_item(letter: Letter, item: Item, numbered: Numbered) -> HeadingReading | None:
    """What an item's heading says; None where it has none. `numbered`: its number, in layouts that print it above."""
    words = _heading_words(letter.document, item)
    if not words:
        return None
    grammar = letter.layout.items
    if isinstance(grammar, Opens):
        return read_opening(words, grammar)
    if isinstance(grammar, Before):
        return read_heading(words, grammar.outcomes, numbered)
    whole = Words(0, len(words))
    return HeadingReading(None, whole, whole, None, None, None, Words(len(words), len(words)), {})


def _words(document: Document, offset: int, words: Words | None, doubts: tuple[Doubt, ...]) -> Found:
    if words is None:
        return Found(None, doubts=doubts)
    span = Span(offset + words.start, offset + words.end)
    if words.start == words.end:
        return Found(None, doubts=(*doubts, Doubt("IMR202", "the heading has no words", span)))
    return Found(running_spans(document, (span,)), (span,), doubts)


def _request(document: Document, offset: int, reading: HeadingReading, doubts: tuple[Doubt, ...]) -> Any:
    if reading.original is None:
        tree: Tree = {"original": None, "authorized": None}
        return Found(tree, doubts=doubts) if doubts else tree
    return {
        "original": _words(document, offset, reading.original, doubts),
        "authorized": _words(document, offset, reading.authorized, doubts),
    }


def _patient(document: Document, tree: Tree) -> None:
    """Read the patient from the summary's running text; doubt about the summary's text is not doubt about its start."""
    text = tree["case_summary"]["text"]
    if not isinstance(text, Found) or text.value is None:
        missing = Found(None, doubts=(Doubt("IMR201", "there is no case summary to read it from"),))
        tree["case_summary"]["patient"] = {"age": missing, "sex": missing, "occupation": missing}
        return
    span, summary = text.spans[0], text.value
    alignment = Alignment(document, text.spans)
    age = read_age(summary)
    sex, occupation = read_sex(summary, age), read_occupation(summary, age)
    told = sex is not None and not sex.remarks
    misspelt = None if told else misspelt_sex(summary, age)
    if occupation and misspelt == (occupation.start, occupation.end):
        occupation = None
    readings = {"age": age, "sex": sex, "occupation": occupation}
    for key, reading in readings.items():
        if reading is not None:
            place = alignment.place(reading.start, reading.end)
            value = running_spans(document, (place,)) if key == "occupation" else reading.value
            remarked = remarks_as_doubts(reading.remarks, place)
            tree["case_summary"]["patient"][key] = Found(
                value, (place,) if value is not None else (), remarked
            )
    if any(doubt.code == "IMR207" for doubt in text.doubts):
        begins = Doubt("IMR220", "it may stand in words before those taken for the summary", span)
        lost = {key: Found(None, doubts=(begins,)) for key, reading in readings.items() if reading is None}
        tree["case_summary"]["patient"] |= lost
    aged = age is None and seems_aged(summary)
    sexed = sex is None and (aged or misspelt is not None)
    for key, seems, said in (("age", aged, "an age"), ("sex", sexed, "the sex")):
        if seems:
            hint = Doubt("IMR201", f"the summary seems to state {said} in words that are not known", span)
            tree["case_summary"]["patient"][key] = Found(None, doubts=(hint,))
