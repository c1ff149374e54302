"""Where text that was wrapped does not run on: lines that are shorter or longer than its column, for words were lost there.

A line of prose is full unless a sentence ends with it. Where text was cut and joined, the line of the join is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from imr_parse.account.prose import is_entry
from imr_parse.document import Document, Span
from imr_parse.found import Doubt, Places
from imr_parse.paragraphs import ends_sentence, room_left

_SHORT = 0.09
"""Share of the column that no line in mid-sentence left free for the next one's first word (0.081 was the most)."""
_LONG = 0.05
"""Share by which no line of prose was longer than the column (0.043 was the most), in points and in characters."""
_USUAL = 10
"""Full lines of prose to one that is not: in other texts lines end anywhere."""
_CUT, _MANY = 0.35, 20
"""Share of lines that end in the same column where text was cut or broken there (0.25 was the most), of so many lines."""
_PROSE = ("/rationale", "/case_summary/text", "guideline/text")


def broken_lines(document: Document, places: Places) -> Iterator[tuple[str, Doubt]]:
    """Doubts on prose with a line that breaks off, or is too long; of text alone, for pages are not cut in mid-line."""
    if document.reader != "text":
        return
    texts = [document.text[line.start : line.end] for line in document.lines]
    if "  " in document.text:  # a tool may keep the place of words that are set far to the right
        texts = [" ".join(words.split()) if "  " in words else words for words in texts]
    rooms = room_left(texts)
    odd = {at for at, (left, free) in enumerate(rooms) if left > _SHORT or free < -_LONG}
    usual = sorted(map(len, texts), reverse=True)[len(texts) // 20] if odd else 0
    full = 0
    found: list[tuple[str, Doubt]] = []
    for path, spans in places if odd else ():
        if not path.endswith(_PROSE):
            continue
        for span in spans:
            first, last = document.line_at(span.start), document.line_at(span.end - 1)
            if document.lines[first].start < span.start:
                first += 1  # a label that another program joined to it makes it longer
            full += last - first
            for at in sorted(odd.intersection(range(first, last + 1))):
                said = ""
                longer = rooms[at][1] < -_LONG and len(texts[at]) > (1 + _LONG) * usual
                if longer and _breaks(texts[at], rooms[at][1]):
                    said = "a line in it is longer than the others; words, or a hyphen, may be missing"
                elif at < last and _has_room(texts, at, usual) and _goes_on(document, texts, at):
                    said = "a line in it breaks off"
                if said:
                    line = document.lines[at]
                    found.append((path, Doubt("IMR210", said, Span(line.start, line.end))))
    if full < _USUAL * len(found):
        return
    yield from found
    for path, doubt in found:
        if path.startswith("/decisions"):  # with the words an item may have gone, or its border
            yield "/decisions", Doubt("IMR217", "words are missing among the items", doubt.at)
            return


def cut_lines(document: Document) -> Iterator[tuple[str, Doubt]]:
    """A doubt on the whole record where lines end in one column, whatever stands there: what was behind it may be lost.

    Lines that were made even have spaces in them.
    """
    if document.reader != "text" or len(document.lines) < _MANY:
        return
    widths = [line.end - line.start for line in document.lines]
    longest = max(widths)
    full = [line for line, width in zip(document.lines, widths, strict=True) if width == longest]
    if len(full) < _CUT * len(widths):
        return
    if 2 * sum("  " in document.text[line.start : line.end].strip() for line in full) < len(full):
        said = f"lines end in column {longest} in the middle of words; what stood behind it may be lost"
        yield "", Doubt("IMR301", said, Span(full[0].start, full[0].end))


def _has_room(texts: Sequence[str], at: int, usual: int) -> bool:
    """Whether by its characters too a line would have held the next one's first word."""
    words, after = texts[at].rstrip(), texts[at + 1].split(maxsplit=1)[0]
    return len(words) + 1 + len(after) < (1 - _LONG) * usual


def _breaks(words: str, free: float) -> bool:
    """Whether a line is too long for its column without its last word too, which may be one that does not break."""
    last = len(words.split()[-1]) / len(words)
    return free + last * (1 - free) < 0


def _goes_on(document: Document, texts: Sequence[str], at: int) -> bool:
    """Whether a line ends in mid-sentence before a word that does not break, and neither line is a list's entry."""
    words, after = texts[at], texts[at + 1]
    first = after.split(maxsplit=1)[0]
    return not (
        document.lines[at + 1].opens
        or ends_sentence(words)
        or "-" in first
        or is_entry(words)
        or is_entry(after)
    )
