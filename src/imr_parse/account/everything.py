"""Everything is accounted for: what a value cannot hold, and what belongs to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from imr_parse.account.characters import odd_characters
from imr_parse.account.doubled import doubled
from imr_parse.account.fixed import fixed_inside, titles_inside
from imr_parse.account.guidelines import guideline_signs
from imr_parse.account.labelled import labels_inside
from imr_parse.account.left_over import left_over
from imr_parse.account.machine_read import machine_read
from imr_parse.account.misplaced import misplaced
from imr_parse.account.page_ends import page_ends
from imr_parse.account.prose import heading_signs, lower_headings, prose_signs, rationale_signs
from imr_parse.account.residue import OPENS, residue
from imr_parse.account.stamps import stamps_inside
from imr_parse.account.turns import missing_between
from imr_parse.account.unclaimed import unclaimed
from imr_parse.account.wrapping import broken_lines, cut_lines
from imr_parse.document import Document, Span
from imr_parse.found import Doubt, Places
from imr_parse.landmarks.find import fold
from imr_parse.layouts.model import Before
from imr_parse.letter import Letter
from imr_parse.paragraphs import in_mid_sentence
from imr_parse.sections import Sections

Remark = tuple[str, Doubt]
"""A JSON pointer and what is to be said there."""
_SUMMARY = "/case_summary/text"
_PROSE = (_SUMMARY, "/rationale", "guideline/text")
_HEADING = ("/heading", "/treatment", "/original")
_REDACTED = re.compile(r"\[?\bredacted\b\]?|[\u2588\u25a0]{2,}|\bX{4,}\b|_{4,}", re.IGNORECASE)
"""A word, a bar or a line in place of what was taken out."""
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
    yield from page_ends(document, places)
    yield from fixed_inside(letter, places)
    yield from titles_inside(letter, places)
    yield from _turned_outcomes(document, places)
    yield from _damage(document, places)
    yield from _machine_read(document)
    yield from _characters(document, places)
    yield from _prose(letter, places)
    yield from cut_lines(document)
    yield from broken_lines(document, places)
    yield from misplaced(letter, sections, places)
    yield from _inside(letter, places)
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
    items = (_page(document, spans[0].start) for path, spans in places if path.startswith("/decisions"))
    first_item = min(items, default=0)
    for damage in document.damage:
        doubt = Doubt(damage.code, damage.detail)
        if damage.page is None:
            yield "", doubt
            continue
        if damage.page >= first_item - 1:
            yield "/decisions", doubt
        for path, spans in places:
            if _touches(document, damage.page, spans):
                yield path, doubt._replace(at=spans[0])


def _machine_read(document: Document) -> Iterator[Remark]:
    """Text that somebody had read from pictures puts all in doubt: its slips that look like words leave no sign."""
    signs = machine_read(document.text)
    if signs:
        words = (
            f"{len(signs)} signs of character recognition" if signs[1:] else "a sign of character recognition"
        )
        yield "", Doubt("IMR312", f"in the text: {words}", signs[0])


def _touches(document: Document, page: int, spans: Sequence[Span]) -> bool:
    """Whether a value stands on a page, or at the edge of the next one to it."""
    start, end = spans[0].start, spans[-1].end - 1
    first, last = _page(document, start), _page(document, end)
    after = first == page + 1 and _at_edge(document, start, -1)
    before = last == page - 1 and _at_edge(document, end, 1)
    return first <= page <= last or after or before


def _at_edge(document: Document, offset: int, step: int) -> bool:
    """Whether the line of an offset is its page's first (`step` -1) or last (1)."""
    at = document.line_at(offset)
    return (
        not 0 <= at + step < len(document.lines) or document.lines[at + step].page != document.lines[at].page
    )


def _page(document: Document, offset: int) -> int:
    return document.page_at(offset) or 1


def _characters(document: Document, places: Places) -> Iterator[Remark]:
    """Values that hold characters which no letter prints, or words that are blacked out."""
    text = document.text
    lost = [Span(at, at) for at in document.dropped]
    odd = sorted({*odd_characters(text, guessed=document.guessed), *residue(text)})
    lower = text.lower()
    hinted = any(hint in lower for hint in _REDACTED_HINTS)
    redacted = [Span(*found.span()) for found in _REDACTED.finditer(text)] if hinted else []
    plain = text.isascii() and not (lost or odd or redacted)
    for path, spans in places:
        first = spans[0].start
        if text[first] in OPENS:
            said = f"it begins with '{text[first]}', as no value does"
            yield path, Doubt("IMR211", said, Span(first, first + 1))
        for start, end in () if plain else spans:
            for place in lost:
                if start <= place.start <= end:
                    yield path, Doubt("IMR211", "a control character stood in it", place)
            if path.startswith("/reviewer") and not text[start:end].replace("\xa0", " ").isascii():
                said = "a name in it holds other letters than plain ones"
                yield path, Doubt("IMR211", said, Span(start, end))
            for place in odd:
                if start <= place.start < end:
                    shown = ascii(text[place.start : place.end])[1:-1]
                    yield path, Doubt("IMR211", f"it holds {shown}, which no letter prints", place)
            for place in redacted:
                if start < place.end and place.start < end:
                    yield path, Doubt("IMR411", "words are blacked out", place)


def _prose(letter: Letter, places: Places) -> Iterator[Remark]:
    """Signs that a value holds foreign text; in an item's rationale they also put the number of items in doubt."""
    document = letter.document
    headings = [span for path, spans in places if path.endswith("/heading") for span in spans]
    apart = isinstance(letter.layout.items, Before)  # in a sentence a request begins in small letters
    first = [spans[0] for path, spans in places if path.endswith("/heading")] if apart else ()
    lower = lower_headings(document, first) if first else ()
    for path, spans in places:
        if spans[0].start in lower and path.endswith(_HEADING):
            said = "it begins in a small letter; its first words may be lost"
            yield path, Doubt("IMR207", said, Span(spans[0].start, spans[0].start + 1))
        for span in spans:
            for doubt in _signs(letter, path, span):
                if path == _SUMMARY and _names_items(document, doubt, headings):
                    continue
                yield path, doubt
                if path.endswith("/rationale") and doubt.code == "IMR210":
                    said = "an item may be missing here, or one too many"
                    yield "/decisions", Doubt("IMR217", said, doubt.at)
            if path == _SUMMARY and (bold := _bold_inside(document, spans)):
                yield path, Doubt("IMR209", "a line in it begins in bold", bold)


def _inside(letter: Letter, places: Places) -> Iterator[Remark]:
    """Words inside prose that are not its own: under another label, said twice, stamped."""
    document, furniture = letter.document, letter.layout.furniture
    for path, spans in places:
        if not path.endswith(_PROSE):
            continue
        cites = path.endswith("guideline/text")
        for span in spans:
            if not cites:
                yield from ((path, doubt) for doubt in labels_inside(document, span, letter.starts))
            yield from ((path, doubt) for doubt in doubled(document, span))
            yield from ((path, doubt) for doubt in stamps_inside(document, furniture, span, cites=cites))


def _signs(letter: Letter, path: str, span: Span) -> Iterator[Doubt]:
    """Signs of foreign text by what a value is."""
    document, starts = letter.document, letter.starts
    if path.endswith("/rationale"):
        return rationale_signs(document, span, starts)
    if path.endswith("guideline/text"):
        return guideline_signs(document, path, span)
    if path.endswith(_HEADING):
        return heading_signs(document, span)
    return prose_signs(document, span, starts) if path == _SUMMARY else iter(())


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
