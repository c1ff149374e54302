"""Whether a PDF is plainly whole: told from the file's own bytes, in half the time that it takes to ask part by part.

Most letters are. To ask for a page's fonts a PDF library reads every object that is packed with them; here only what has a
checksum is inflated, and what has none must be just what such letters say (ISO 32000-1, 7.3.8 and 7.5.7). Of any other
file nothing is said: readers.integrity asks it in full.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pikepdf

from imr_parse.readers.widths import true_widths

_LARGEST = 2**26
"""Bytes that a stream may inflate to; a letter's largest had some ten thousand."""
_LARGEST_FILE = 2**28
"""Bytes that all of a file's streams may inflate to while they are kept side by side."""
_NUMBERED = re.compile(rb"(\d{1,10}) 0$")
_LONGEST_NUMBER = 12
_WHITE = b" \t\r\n"
_COUNT = re.compile(rb"/N (\d{1,6})\b")
_FIRST = re.compile(rb"/First (\d{1,6})\b")
_NAME = re.compile(rb"/(\w+)")
_FONT = re.compile(
    rb"/BaseFont ?/([^/\s]{1,60}) ?/Encoding ?/WinAnsiEncoding ?/FirstChar (\d{1,3})[^<>\[\]]{1,200}"
    rb"(?:<<[^<>]{1,600}>>[^<>\[\]]{1,200})?/Widths ?(?:(\d{1,10}) 0 R|(\[[^\]]{1,2000}\]))"
)
_WIDTHS = re.compile(rb"/Widths ?[\d\[]")


def _names(words: str) -> frozenset[bytes]:
    return frozenset(words.encode().split())


_PACKED = _names("Filter FlateDecode First Length N ObjStm Type")
_DEFLATED = frozenset({_PACKED, _names("Filter FlateDecode Length"), _names("Filter FlateDecode Length N")})
"""Names in the dictionary of a stream of objects, of operators, of a colour profile."""
_UNREAD = (
    _names("Image Width Height"),
    _names("XRef W Root Size"),  # the library has read it, or complained
    _names("Metadata XML"),
)
"""Names in that of a stream which holds neither text nor what it takes to read it."""


class _Font(NamedTuple):
    """A font as its object stream has it: `widths`, or the number of the array that holds them."""

    name: bytes
    first: bytes
    """The character code of the first width."""
    reference: bytes
    widths: bytes


def inflate(raw: bytes, largest: int = _LARGEST) -> bytes:
    """What a deflated stream holds. Raises zlib.error where its checksum fails, its end is missing or it grows too large."""
    stream = zlib.decompressobj()
    content = stream.decompress(raw, max(1, min(largest, _LARGEST)))  # 0 would be no limit
    if not stream.eof:
        raise zlib.error("cut off, or too large")
    return content


def inflated(pdf: pikepdf.Pdf, data: bytes) -> dict[int, bytes]:
    """What the file's streams inflate to, by number of the object: nothing where the file is not plainly whole.

    A file is plainly whole where every stream inflates, every font is packed into one of them, and every table of widths
    is that of its typeface. Raises what pikepdf and zlib raise on a file that is broken.
    """
    contents: dict[int, bytes] = {}
    left = _LARGEST_FILE
    fonts: list[_Font] = []
    arrays: dict[int, bytes] = {}
    seen: set[int] = set()
    for number, body in _objects(data):
        if number in seen:
            return {}
        seen.add(number)
        head, stream, _ = body.partition(b"stream")
        if stream and not head.rstrip(_WHITE).endswith(b">>"):
            return {}
        names = frozenset(_NAME.findall(head))
        if names in _DEFLATED and stream:
            raw = pdf.get_object(number, 0).read_raw_bytes()
            contents[number] = inner = inflate(raw, left) if raw else b""  # of a page that is blank
            left -= len(inner)
            if names == _PACKED:
                found = _FONT.findall(inner)
                if not _says_true(head, inner) or len(found) != len(_WIDTHS.findall(inner)):
                    return {}
                fonts += map(_Font._make, found)
        elif stream:
            if not any(names >= kind for kind in _UNREAD):
                return {}
        elif not names:
            arrays[number] = head
        elif b"Font" in names:
            return {}
    return contents if all(_has_true_widths(font, arrays) for font in fonts) else {}


def _objects(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and bytes of every object that stands in the file by itself; -1 where no number is."""
    before, *bodies = data.split(b" obj")
    for body in bodies:
        numbered = _NUMBERED.search(before[-_LONGEST_NUMBER:])
        yield int(numbered[1]) if numbered else -1, body
        before = body


def _says_true(head: bytes, inner: bytes) -> bool:
    """Whether an object stream holds as many objects as its dictionary says, and the first begins where that says."""
    count, first = _COUNT.search(head), _FIRST.search(head)
    if count is None or first is None:
        return False
    numbers = inner[: int(first[1])].split()
    return len(numbers) == 2 * int(count[1]) and numbers[1] == b"0"


def _has_true_widths(font: _Font, arrays: Mapping[int, bytes]) -> bool:
    array = font.widths or arrays[int(font.reference)]
    figures = array.partition(b"[")[2].partition(b"]")[0].split()
    return true_widths(font.name.decode("latin-1"), int(font.first), figures)
