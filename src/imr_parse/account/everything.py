"""Everything is accounted for: what a value cannot hold, and what belongs to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from imr_parse.account.characters import odd_characters
from imr_parse.account.fixed import fixed_inside
from imr_parse.account.left_over import left_over
from imr_parse.account.misplaced import misplaced
from imr_parse.account.prose import guideline_signs, heading_signs, prose_signs, rationale_signs
from imr_parse.account.turns import missing_between
from imr_parse.account.unclaimed import unclaimed
from imr_parse.account.wrapping import broken_lines
from imr_parse.document import Document, Span
from imr_parse.found import Doubt, Places
from imr_parse.landmarks.find import fold
from imr_parse.letter import Letter
from imr_parse.paragraphs import in_mid_sentence
from imr_parse.sections import Sections

Remark = tuple[str, Doubt]
"""A JSON pointer and what is to be said there."""
_REDACTED = re.compile(r"\[?\bredacted\b\]?|[\u2588\u25a0]{2,}|\bX{4,}\b|_{4,}", re.IGNORECASE)
_REDACTED_HINTS = ("redacted", "\u2588", "\u25a0", "xxxx", "____")


def account(letter: Letter, sections: Sections, places: Places) -> Iterator[Remark]:
    """All that is to be said of the letter's text beyond what its readers said."""
    document = letter.document
    yield from sections.doubts
    last = sections.items[-1].parts.get(letter.layout.items.paths[-1]) if sections.items else None
    if sections.items and (last is None or not last.spans):
        yield "/decisions", Doubt("IMR217", "the letter breaks off in its last item")
    if not any(path.startswith("/case/") for path, _ in places):
        yield "/case", Doubt("IMR404", "the copy has no header table")
    yield from missing_between(letter, sections)
    yield from fixed_inside(letter, places)
    yield from _turned_outcomes(document, places)
    yield from _damage(document, places)
    yield from _values(document, places)
    yield from _prose(letter, places)
    yield from broken_lines(document, places)
    yield from misplaced(letter, sections, places)
    yield from left_over(letter, sections, places)
    yield from unclaimed(letter, sections, places)


def _turned_outcomes(document: Document, places: Places) -> Iterator[Remark]:
    """An outcome word that stands on the page after its heading."""
    ends = {path: spans[-1].end for path, spans in places if path.endswith("/heading")}
    for path, spans in places:
        end = ends.get(path.removesuffix("outcome") + "heading") if path.endswith("/outcome") else None
        at = spans[0].start
        if end is None or at < end or document.text[end:at].strip(" :\n\f"):
            continue  # an outcome that does not follow its heading stands apart by the layout's rule
        if document.page_at(end - 1) != document.page_at(at):
            yield path, Doubt("IMR403", "the outcome stands on the page after its heading", spans[0])


def _damage(document: Document, places: Places) -> Iterator[Remark]:
    """Damage to the file: doubt on every value of its page, and of those next to it; on all where no page is known.

    What ends the page before may have gone on, what begins the next page may have begun on it; and items may be lost.
    """
    if not document.damage:
        return
    pages = {
        path: (_page(document, spans[0].start), _page(document, spans[-1].end - 1)) for path, spans in places
    }
    items = min((first for path, (first, _) in pages.items() if path.startswith("/decisions")), default=0)
    for damage in document.damage:
        doubt = Doubt(damage.code, damage.detail)
        if damage.page is None:
            yield "", doubt
            continue
        if damage.page >= items - 1:
            yield "/decisions", doubt
        for path, spans in places:
            first, last = pages[path]
            if first <= damage.page <= last or (
                first == damage.page + 1
                and _at_edge(document, spans[0].start, -1)
                or last == damage.page - 1
                and _at_edge(document, spans[-1].end - 1, 1)
            ):
                yield path, doubt._replace(at=spans[0])


def _at_edge(document: Document, offset: int, step: int) -> bool:
    """Whether the line of an offset is its page's first (`step` -1) or last (1)."""
    at = document.line_at(offset)
    return (
        not 0 <= at + step < len(document.lines) or document.lines[at + step].page != document.lines[at].page
    )


def _page(document: Document, offset: int) -> int:
    return document.page_at(offset) or 1


def _values(document: Document, places: Places) -> Iterator[Remark]:
    text = document.text
    odd = odd_characters(text, guessed=document.guessed)
    lost = document.dropped
    plain = text.isascii()
    lower = text.lower()
    hinted = any(hint in lower for hint in _REDACTED_HINTS)
    redacted = [Span(*found.span()) for found in _REDACTED.finditer(text)] if hinted else []
    for path, spans in places:
        for start, end in spans if odd or redacted or lost or not plain else ():
            for at in (at for at in lost if start <= at <= end):
                yield path, Doubt("IMR211", "a control character stood in it", Span(at, at))
            if path.startswith("/reviewer") and not text[start:end].replace("\xa0", " ").isascii():
                yield (
                    path,
                    Doubt("IMR211", "a name in it holds other letters than plain ones", Span(start, end)),
                )
            for place in odd:
                if start <= place.start < end:
                    yield (
                        path,
                        Doubt(
                            "IMR211",
                            f"it holds {ascii(text[place.start : place.end])[1:-1]}, which no letter prints",
                            place,
                        ),
                    )
            for place in redacted:
                if start < place.end and place.start < end:
                    yield path, Doubt("IMR411", "words are blacked out", place)


def _prose(letter: Letter, places: Places) -> Iterator[Remark]:
    """Signs that a value holds foreign text; in an item's rationale they also put the number of items in doubt."""
    document, starts = letter.document, letter.starts
    headings = [span for path, spans in places if path.endswith("/heading") for span in spans]
    for path, spans in places:
        for span in spans:
            if path.endswith("/rationale"):
                for doubt in rationale_signs(document, span, starts):
                    yield path, doubt
                    if doubt.code == "IMR210":
                        yield (
                            "/decisions",
                            Doubt("IMR217", "an item may be missing here, or one too many", doubt.at),
                        )
            elif path.endswith("guideline/text"):
                yield from ((path, doubt) for doubt in guideline_signs(document, span))
            elif path.endswith(("/heading", "/treatment", "/original")):
                yield from ((path, doubt) for doubt in heading_signs(document, span))
            elif path == "/case_summary/text":
                yield from (
                    (path, doubt)
                    for doubt in prose_signs(document, span, starts)
                    if not _names_items(document, doubt, headings)
                )
                bold = _bold_inside(document, spans)
                if bold is not None:
                    yield path, Doubt("IMR209", "a line in it begins in bold", bold)


def _names_items(document: Document, doubt: Doubt, headings: Sequence[Span]) -> bool:
    """Whether a line that is doubted is words of the items' headings, which summaries repeat, in capitals too."""
    if doubt.code != "IMR209" or doubt.at is None:
        return False
    named = fold("".join(document.text[start:end] for start, end in headings))
    return fold(document.text[doubt.at.start : doubt.at.end]) in named


def _bold_inside(document: Document, spans: Sequence[Span]) -> Span | None:
    for start, end in spans:
        for at in range(document.line_at(start) + 1, document.line_at(end - 1) + 1):
            line = document.lines[at]
            if line.bold and not in_mid_sentence(document, at):
                return Span(line.start, line.end)
    return None
