"""What stands in another's place: labels inside values, values under another's label, words above their own title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from imr_parse.account.prose import begins_sentence
from imr_parse.document import Document, Span
from imr_parse.found import Doubt, Places
from imr_parse.letter import Letter
from imr_parse.sections import Sections

_CASE_NUMBER = re.compile(r"(?:[A-Z]{2})?\d{2}-\d{6,9}")
_FIGURES = re.compile(r"\d{1,8}")
_DAY = 20
"""Characters after a label in which a day stands."""
_DOCUMENTS = "/documents_reviewed/"
_SUMMARY = "/case_summary/text"
_CLAIM, _CASE = "/parties/claim_number", "/case/case_number"


def misplaced(letter: Letter, sections: Sections, places: Places) -> Iterator[tuple[str, Doubt]]:
    """Doubts on the values concerned, the one that is missing among them."""
    document = letter.document
    filled = dict(places)
    yield from _landmarks_inside(letter, sections, filled)
    claim = filled.get(_CLAIM, ())
    if claim and _CASE not in filled and _CASE_NUMBER.fullmatch(document.text, *claim[0]):
        for path in (_CLAIM, _CASE):
            yield path, Doubt("IMR205", "the claim number reads like the case number", claim[0])
    yield from _above_title(document, sections, places)


def _landmarks_inside(
    letter: Letter, sections: Sections, filled: Mapping[str, Sequence[Span]]
) -> Iterator[tuple[str, Doubt]]:
    """No value holds a title or a label that was not taken as one; what should follow it elsewhere may be missing.

    A summary may repeat a label with the value that the header has: "Date of injury 02/08/2012. The claimant …"; a
    document may be called as a label is: "UR decision dated 9/12/13".
    """
    text = letter.document.text
    taken = {span.start for span in (*sections.titles.values(), *sections.leads.values())}
    taken |= {piece.label.start for piece in sections.fields.values() if piece.label}
    taken |= {piece.label.start for item in sections.items for piece in item.parts.values() if piece.label}
    for hit in letter.hits:
        if hit.span.start in taken:
            continue
        own = f"/{hit.landmark.name}" if hit.landmark.kind == "label" else ""
        repeats = own in filled and _repeats(text, hit.span.end, filled[own])
        names = own in filled and ":" not in text[hit.span.start : hit.span.end]
        for path, spans in filled.items():
            if (repeats and path == _SUMMARY) or (names and path.startswith(_DOCUMENTS)):
                continue
            if any(start < hit.span.end and hit.span.start < end for start, end in spans):
                yield path, Doubt("IMR209", f"it holds words like '{hit.landmark.words[:40]}'", hit.span)
                if own and own not in filled:
                    yield own, Doubt("IMR201", "its label stands within another value", hit.span)


def _repeats(text: str, at: int, value: Sequence[Span]) -> bool:
    """Whether the figures after a label are those of a value, a day among them: 02/08/2012 and 2/8/2012."""
    stated = [int(figures) for start, end in value for figures in _FIGURES.findall(text, start, end)]
    after = [int(figures) for figures in _FIGURES.findall(text, at, at + _DAY)]
    return len(stated) > 1 and after[: len(stated)] == stated


def _above_title(document: Document, sections: Sections, places: Places) -> Iterator[tuple[str, Doubt]]:
    """A summary that begins in mid-sentence right under its title: what it lacks may end the value above the title."""
    summary, title = sections.fields.get("case_summary/text"), sections.titles.get("summary")
    if not (summary and summary.spans and title) or "summary" in sections.leads:
        return
    if begins_sentence(document.text, summary.spans[0].start):
        return
    above = [(spans[-1].end, path) for path, spans in places if spans[-1].end <= title.start]
    last = max((end for end, _ in above), default=0)
    for end, path in above:
        if end == last:
            said = "the next section's first words may stand in it"
            yield path, Doubt("IMR207", said, Span(end - 1, end))
