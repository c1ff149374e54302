"""What the readers of PDF do alike: they refuse a file of too many pages, and make the Document of the lines they found."""

from __future__ import annotations

from collections.abc import Sequence

from imr_parse.document import Damage, Document
from imr_parse.errors import ImrParseError
from imr_parse.readers.assemble import Printed, assemble, mark_paragraphs
from imr_parse.readers.edges import cut_heads


def refuse_more(count: int, max_pages: int) -> None:
    """Raises ImrParseError (IMR109) where a PDF has more pages than it may."""
    if count > max_pages:
        raise ImrParseError("IMR109", f"the PDF has {count} pages, more than the limit of {max_pages}")


def document_of(
    printed: list[Printed], data: bytes, reader: str, *, pages: int, damage: Sequence[Damage]
) -> Document:
    """The Document of a PDF's lines, with paragraphs told by the gaps between them. Raises ImrParseError (IMR108)."""
    if not any(line.text.strip() for line in printed):
        raise ImrParseError("IMR108")
    mark_paragraphs(printed)
    return assemble(printed, data, reader, pages=pages, damage=(*damage, *cut_heads(printed)))
