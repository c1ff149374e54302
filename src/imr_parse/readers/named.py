"""Whether a page has the fonts that its content names: without one PDFium reads on with a stand-in, and words break apart."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pikepdf

_SETS = re.compile(rb"/([A-Za-z][\w.+-]{0,60}) [\d.]+ Tf")
"""A font is set by its name among the page's resources (ISO 32000-1, 9.3.1), as every writer of letters puts it."""
_FONTS = re.compile(rb"/Font ?<<([^<>]*)>>")
_DEEPEST = 20
"""Of the tree of pages."""


def fonts_missing(page: pikepdf.Object, content: bytes, parts: Iterable[bytes]) -> bool:
    """Whether the content sets a font that the page's resources do not have.

    `parts`: what a plainly whole file's streams inflate to, nothing of other files. There the page is read as it stands:
    to ask the library for it makes it read every font.
    """
    names = set(_SETS.findall(content))
    return bool(names) and not _has(_packed(page, parts), names) and not _has(_asked(page), names)


def _has(fonts: bytes, names: set[bytes]) -> bool:
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
