"""Widths of the letters' typefaces, in thousandths of an em: what a line holds, and what a font's own table must say.

The figures are those of the Times and Helvetica core fonts; Times New Roman and Arial are made to the same widths.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

_ROMAN = {
    180: "'",
    200: '|',
    250: ' ,.',
    278: '/:;\\ijlt',
    333: '!()-I[]`fr',
    389: 'Js',
    408: '"',
    444: '?acez',
    469: '^',
    480: '{}',
    500: '#$*0123456789_bdghknopquvxy',
    541: '~',
    556: 'FPS',
    564: '+<=>',
    611: 'ELTZ',
    667: 'BCR',
    722: 'ADGHKNOQUVXYw',
    778: '&m',
    833: '%',
    889: 'M',
    921: '@',
    944: 'W',
}  # fmt: skip

_ROMAN_BOLD = {
    220: '|',
    250: ' ,.',
    278: "'/\\il",
    333: '!()-:;[]`fjt',
    389: 'Is',
    394: '{}',
    444: 'cerz',
    500: '#$*0123456789?J_agovxy',
    520: '~',
    555: '"',
    556: 'Sbdhknpqu',
    570: '+<=>',
    581: '^',
    611: 'FP',
    667: 'BELTZ',
    722: 'ACDNRUVXYw',
    778: 'GHKOQ',
    833: '&m',
    930: '@',
    944: 'M',
    1000: '%W',
}  # fmt: skip

_SANS = {
    191: "'",
    222: 'ijl',
    260: '|',
    278: ' !,./:;I[\\]ft',
    333: '()-`r',
    334: '{}',
    355: '"',
    389: '*',
    469: '^',
    500: 'Jcksvxyz',
    556: '#$0123456789?L_abdeghnopqu',
    584: '+<=>~',
    611: 'FTZ',
    667: '&ABEKPSVXY',
    722: 'CDHNRUw',
    778: 'GOQ',
    833: 'Mm',
    889: '%',
    944: 'W',
    1015: '@',
}  # fmt: skip

_SANS_BOLD = {
    238: "'",
    278: ' ,./I\\ijl',
    280: '|',
    333: '!()-:;[]`ft',
    389: '*r{}',
    474: '"',
    500: 'z',
    556: '#$0123456789J_aceksvxy',
    584: '+<=>^~',
    611: '?FLTZbdghnopqu',
    667: 'EPSVXY',
    722: '&ABCDHKNRU',
    778: 'GOQw',
    833: 'M',
    889: '%m',
    944: 'W',
    975: '@',
}  # fmt: skip

_UNKNOWN = 500
"""Width taken for a character that is in no table."""


def _by_char(table: Mapping[int, str]) -> dict[str, int]:
    return {char: width for width, chars in table.items() for char in chars}


TIMES = _by_char(_ROMAN)
FACES = {
    ("Times", False): TIMES,
    ("Times", True): _by_char(_ROMAN_BOLD),
    ("Arial", False): _by_char(_SANS),
    ("Arial", True): _by_char(_SANS_BOLD),
}
"""By the beginning of a font's name, and whether it is bold: character → width."""

_TIMES_OR_USUAL = defaultdict(lambda: _UNKNOWN, TIMES)


def times_width(text: str) -> int:
    """Width of a text set in Times."""
    return sum(map(_TIMES_OR_USUAL.__getitem__, text))
