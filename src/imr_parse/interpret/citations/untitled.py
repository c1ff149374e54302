"""The schedule cited by its pages alone, without a guideline's title: "the California MTUS (July 18, 2009), page 58"."""

from imr_parse.interpret.citations.head import PAGES, PART, Head
from imr_parse.interpret.citations.model import CitationReading
from imr_parse.interpret.citations.names import trimmed


def pages_alone(text: str, at: int, end: int) -> tuple[str, int] | None:
    """Pages of the schedule itself, and where they end, where nothing else is cited of it."""
    pages = PAGES.match(text, at, end)
    if pages is None:
        return None
    part = PART.match(text, pages.end(), end)
    rest = text[part.end() if part else pages.end() : end]
    return None if rest.strip(" .,;") else (pages["pages"], pages.end())


def by_page(text: str, start: int, found: Head, pages: str, end: int) -> CitationReading:
    """The citation of these pages; its words begin with the schedule's name where that is printed."""
    a, b = trimmed(text, start, end, " ,;")
    return CitationReading("MTUS", None, found.year, (), pages, None, text[a:b], a, b)
