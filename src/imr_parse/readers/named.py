"""Whether a page has the fonts that its content names, and a font the letters that its codes name.

Without a font PDFium reads on with a stand-in, and words break apart.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pikepdf

_SETS = b" Tf"
_SET = re.compile(rb"/([A-Za-z][\w.+-]{0,60}) [\d.]{1,12}")
"""A font is set by its name among the page's resources (ISO 32000-1, 9.3.1), as every writer of letters puts it."""
_FONTS = re.compile(rb"/Font ?<<([^<>]*)>>")
REFERENCE = re.compile(rb"\d+ \d+ R")
"""An object that stands elsewhere in the file (ISO 32000-1, 7.3.10)."""
_DEEPEST = 20
"""Of the tree of pages."""
_PAIR = 2
"""Of two pages that share no font it cannot be told which is another letter's."""
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_GLYPHS = {ord(letter): letter for letter in string.ascii_letters} | dict(enumerate(_DIGITS, start=ord("0")))
"""Codes of plain letters and figures, and the names of their glyphs, in all encodings of letters."""


def true_names(font: pikepdf.Object) -> bool:
    """Whether no code of a letter or a figure names another one's glyph (ISO 32000-1, 9.6.6.1).

    Asked of fonts that the file does not bring along: those that it does may number their glyphs as they like.
    """
    encoding = font.get("/Encoding")
    differences = encoding.get("/Differences") if isinstance(encoding, pikepdf.Dictionary) else None
    code = 0
    for entry in list(differences) if isinstance(differences, pikepdf.Array) else ():
        if not isinstance(entry, pikepdf.Name):
            code = int(entry)
            continue
        name = str(entry)[1:]
        if code in _GLYPHS and name != _GLYPHS[code] and name in _GLYPHS.values():
            return False
        code += 1
    return True


def drawn(pdf: pikepdf.Pdf, fonts: bytes) -> bool:
    """Whether most of a page's fonts are drawings of letters (Type 3), as recognition makes them of a picture's own shapes.

    No writer of letters has such fonts; Acrobat puts them in a picture's place, which is gone then ("ClearScan").
    """
    kinds = [pdf.get_object(*map(int, font.split()[:2])).get("/Subtype") for font in REFERENCE.findall(fonts)]
    return 2 * sum(kind == "/Type3" for kind in kinds) > len(kinds)


def page_fonts(page: pikepdf.Object, content: bytes, parts: Iterable[bytes]) -> bytes:
    """The page's fonts as its resources name them; empty where its content sets none.

    `parts`: what a plainly whole file's streams inflate to, nothing of other files. There the page is read as it stands:
    to ask the library for it makes it read every font.
    """
    names = _names(content)
    packed = _packed(page, parts) if names else b""
    return packed if not names or _has(packed, names) else _asked(page)


def fonts_missing(fonts: bytes, content: bytes) -> bool:
    """Whether a page's content sets a font that is not among its fonts."""
    return not _has(fonts, _names(content))


def strangers(fonts: Sequence[bytes]) -> Iterator[int]:
    """Pages, from 1, that share no font with another page though the others do, or of two pages neither with the other.

    Who writes a letter writes its fonts once: such a page was taken from another file.
    """
    of_pages = [frozenset(REFERENCE.findall(page)) for page in fonts]
    used = Counter(reference for page in of_pages for reference in page)
    apart = [
        number
        for number, page in enumerate(of_pages, start=1)
        if page and max(used[reference] for reference in page) == 1
    ]
    written = sum(map(bool, of_pages))
    if len(apart) < written or written == _PAIR:
        yield from apart


def _names(content: bytes) -> set[bytes]:
    """The fonts that a content sets. A page sets few fonts, and these often: each is looked at once."""
    before = {piece[piece.rfind(b"/") :] for piece in content.split(_SETS)[:-1]}
    return {found[1] for found in map(_SET.fullmatch, before) if found}


def _has(fonts: bytes, names: set[bytes]) -> bool:
    """Whether all these names are among a page's fonts."""
    return all(b"/%b " % name in fonts for name in names)


def _packed(page: pikepdf.Object, parts: Iterable[bytes]) -> bytes:
    """The fonts of the page that has this content, where they are packed with it as most writers do."""
    contents = page.get("/Contents")
    several = isinstance(contents, pikepdf.Array)
    first = next(iter(contents), None) if isinstance(contents, pikepdf.Array) else contents
    number = first.objgen[0] if isinstance(first, pikepdf.Stream) else 0
    own = (b"/Contents[%d 0 R" if several else b"/Contents %d 0 R") % number
    for part in parts:
        at = part.find(own)
        if at >= 0:
            fonts = _FONTS.search(part, at, max(at, part.find(b"/Type/Page", at)))
            return fonts[1] if fonts else b""
    return b""


def _asked(page: pikepdf.Object) -> bytes:
    """The fonts among a page's resources, its own or those of the nearest node above it (ISO 32000-1, 7.7.3.4)."""
    node: pikepdf.Object | None = page
    for _ in range(_DEEPEST):
        if not isinstance(node, pikepdf.Dictionary):
            break
        resources = node.get("/Resources")
        if isinstance(resources, pikepdf.Dictionary):
            fonts = resources.get("/Font")
            return fonts.unparse(resolved=True) if isinstance(fonts, pikepdf.Dictionary) else b""
        node = node.get("/Parent")
    return b""
