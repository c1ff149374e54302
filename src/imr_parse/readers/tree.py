"""What a tagged PDF's structure tree knows of the file's pages: how many were written, in which order, and whose words each holds.

A tagged page's /StructParents is its key in the tree's /ParentTree, which leads to an array with one structure element
for each of the page's marked pieces (/MCID); an element names its page by /Pg (ISO 32000-1, 14.7.2 and 14.7.4.4). So a
page that was lost, doubled, moved or taken from another file shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import pikepdf

from imr_parse.document import Damage

_PAGE = re.compile(rb"/Pg (\d+) 0 R")
_PIECE = re.compile(rb"/MCID\s{0,4}(\d{1,6})")
_LAST_OF_ELEMENT = re.compile(rb"/K ?\[? ?(?:\d{1,6} ){0,20}(\d{1,6})[^<>]{0,120}$")
"""The last marked piece of a structure element, which writers that sort an element's keys put before its page."""
_LONGEST_ELEMENT = 200
_NAMED = 5
"""Pages that a message names."""


def order(pages: Sequence[pikepdf.Object], written: int) -> Iterator[Damage]:
    """Pages lost, doubled or moved since the file was written, by the numbers that tagged pages carry."""
    numbers = [page.get("/StructParents") for page in pages]
    known = [int(number) for number in numbers if number is not None]
    if not known:
        return
    added = len(numbers) - len(known)
    if known != sorted(set(known)) or known[0] != 0:
        yield Damage("IMR307", None, "the pages do not stand as they were written")
    elif known[-1] != len(known) - 1 or written > len(known):
        yield Damage("IMR307", None, "a page that was written is missing")
    elif added:
        named = [str(number) for number, own in enumerate(numbers, start=1) if own is None][:_NAMED]
        which = f"page {named[0]} was" if added == 1 else f"pages {', '.join(named)} were"
        said = f"{which} added to the letter, or taken from elsewhere; give the letter's own pages alone"
        yield Damage("IMR307", None, said)


def written(pdf: pikepdf.Pdf, pages: int) -> int:
    """How many pages the file's structure tree knows: in its parent tree a page's number leads to an array; 0 without one.

    The entries are only looked at where there are more of them than pages, for that is slow.
    """
    numbers = _numbers(pdf)
    if numbers is None:
        return 0
    if len(numbers) == 2 * pages:
        return pages
    return sum(isinstance(entry, pikepdf.Array) for entry in list(numbers)[1::2])


def held(pdf: pikepdf.Pdf, page: pikepdf.Object) -> bool:
    """Whether the structure tree of a file knows of words on a page that has none."""
    return len(_pieces(pdf, page) or ()) > 0


def foreign(pdf: pikepdf.Pdf, page: pikepdf.Object, content: bytes) -> bool:
    """Whether the words of a tagged page are others than the structure tree knows of: their number, or their page."""
    last = content.rfind(b"/MCID")
    number = _PIECE.match(content, last) if last >= 0 else None
    pieces = _pieces(pdf, page) if number else None
    if number is None or pieces is None:
        return False
    if int(number[1]) != len(pieces) - 1:
        return True
    of_pages = [_PAGE.findall(piece.unparse(resolved=True)) for piece in list(pieces)]
    return any(of_pages) and not any(b"%d" % page.objgen[0] in numbers for numbers in of_pages)


def elements(parts: Iterable[bytes]) -> list[bytes]:
    """The inflated parts of a plainly whole file that hold structure elements; to ask the library for its tree is slow."""
    return [part for part in parts if b"/Pg " in part]


def foreign_packed(packed: Sequence[bytes], page: pikepdf.Object, content: bytes) -> bool:
    """`foreign`, as far as the parts that hold structure elements tell it."""
    named = b"/Pg %d 0 R" % page.objgen[0]
    return b"/MCID" in content and bool(packed) and not any(named in part for part in packed)


def breaks_off(packed: Sequence[bytes], page: pikepdf.Object, content: bytes) -> bool:
    """Whether the parts that hold structure elements know of words behind a page's last ones."""
    last = content.rfind(b"/MCID")
    number = _PIECE.match(content, last) if last >= 0 else None
    if number is None:
        return False
    named = b"/Pg %d 0 R" % page.objgen[0]
    for part in packed:
        at = part.rfind(named)
        element = _LAST_OF_ELEMENT.search(part[max(0, at - _LONGEST_ELEMENT) : at]) if at >= 0 else None
        if element and int(element[1]) > int(number[1]):
            return True
    return False


def _pieces(pdf: pikepdf.Pdf, page: pikepdf.Object) -> pikepdf.Array | None:
    """The structure elements of a page's marked pieces."""
    number, numbers = page.get("/StructParents"), _numbers(pdf)
    if number is None or numbers is None:
        return None
    keys = [int(key) for key in list(numbers)[::2]]
    entry = numbers[2 * keys.index(int(number)) + 1] if int(number) in keys else None
    return entry if isinstance(entry, pikepdf.Array) else None


def _numbers(pdf: pikepdf.Pdf) -> pikepdf.Array | None:
    root = pdf.Root.get("/StructTreeRoot")
    tree = root.get("/ParentTree") if isinstance(root, pikepdf.Dictionary) else None
    numbers = tree.get("/Nums") if isinstance(tree, pikepdf.Dictionary) else None
    return numbers if isinstance(numbers, pikepdf.Array) else None
