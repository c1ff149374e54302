"""Whether a font's own table of widths is that of its typeface: PDFium tells words apart by it, and no checksum guards it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import contains

from imr_parse.typeface import FACES

_FIRST, _END = 32, 127
"""Character codes whose widths are known: printable ASCII, which all encodings of letters share."""
_ROUNDING = 1


def _figures(face: Mapping[str, int]) -> list[tuple[bytes, bytes]]:
    """By character code from `_FIRST`: how its width may be written in a font's table, 0 where the letter does not use it."""
    return [(b"%d" % face[chr(code)], b"0") for code in range(_FIRST, _END)]


_FIGURES = {key: _figures(face) for key, face in FACES.items()}


def true_widths(font: str, first: int, widths: Sequence[bytes]) -> bool:
    """Whether the widths, as written, from the character code `first`, are the typeface's. True where that is not known."""
    figures = _FIGURES.get(
        ("Times" if "Times" in font else "Arial" if "Arial" in font else "", "Bold" in font)
    )
    if figures is None:
        return True
    low = max(first, _FIRST)
    written, due = widths[low - first : _END - first], figures[low - _FIRST :]
    return all(
        abs(float(figure) - float(known[0])) <= _ROUNDING
        for figure, known, same in zip(written, due, map(contains, due, written), strict=False)
        if not same
    )
