"""Hyphens that text from elsewhere writes otherwise: PDFium's mark of a broken word, and soft hyphens.

PDFium joins a word that broke at a hyphen by U+FFFE (some versions U+0002), as readers.pdfium tells; text that was saved
through it keeps the mark. A soft hyphen (U+00AD) shows only where a line breaks at it (Unicode Standard, 6.2); there it
and the break go. Some fonts have no other hyphen, and then it is one. Where that cannot be told, a control character
stays at the place: what is left out there is said (`Document.dropped`).
"""

from __future__ import annotations

import re

_UNSURE = "\x02"
_BROKEN = re.compile(r"(?<=\w)\x02(?=\w)")
_IN_A_WORD = re.compile(r"[a-z]\x02[a-z]")
_OTHER_CONTROL = re.compile(r"[\x00\x01\x03-\x08\x0e-\x1f\x7f]")
_PLAIN = re.compile(r"\w-\w")
_SOFT_AT_END = re.compile(
    r"\xad[ \t]{0,9}(?P<end>\r\n|\r|\n)[ \t]{0,99}(?P<after>\w{1,40})(?P<rest>[^\s\xad]{0,40})(?P<space>[ \t]{1,9}|)"
)
_LAST_WORD = re.compile(r"\w+\Z")
_SOFT_AS_HYPHEN = re.compile(r"(?<=\d)\xad|\xad(?=\d|\s)")
"""A figure is never divided."""
_RARE = 2
"""Soft hyphens of a text whose program wrote none: it writes many or none."""


def resolved(text: str, *, guessed: bool = False) -> str:
    """The text with plain hyphens, and none where none is meant.

    `guessed`: the text's encoding was a guess, for its bytes are no UTF-8; a soft hyphen or two may then be damaged bytes.
    """
    if "\ufffe" in text:
        text = text.replace("\ufffe", "-\n")
    if "\x02" in text:
        text = _BROKEN.sub("-\n" if _is_mark(text) else "-\n" + _UNSURE, text)
    if "\xad" not in text:
        return text
    if not _PLAIN.search(text):
        return text.replace("\xad", "-" if _SOFT_AS_HYPHEN.search(text) else "-" + _UNSURE)
    whole = text.lower()
    text = _SOFT_AT_END.sub(lambda found: _joined(found, whole), text)
    rest = _UNSURE if guessed and whole.count("\xad") <= _RARE else ""
    return _SOFT_AS_HYPHEN.sub("-" + _UNSURE, text).replace("\xad", rest)


def _is_mark(text: str) -> bool:
    """Whether U+0002 is PDFium's mark and no damaged byte: it stands more than once, or where no byte near it stood.

    With one bit changed it is a line feed, a quotation mark or a B; PDFium ends lines by CR LF.
    """
    if _OTHER_CONTROL.search(text):
        return False
    windows = text.count("\n") == text.count("\r\n") > 0
    return text.count("\x02") > 1 or (windows and bool(_IN_A_WORD.search(text)))


def _joined(found: re.Match[str], whole: str) -> str:
    """A word that broke at a soft hyphen, as the same text prints it elsewhere; its end moves up, so that no line grows long."""
    before = _LAST_WORD.search(found.string, max(0, found.start() - 40), found.start())
    parts = before[0].lower() if before else "", found["after"].lower()
    hyphen = "-" if re.search(rf"\b{parts[0]}-{parts[1]}\b", whole) else ""
    sure = hyphen or re.search(rf"\b{parts[0]}{parts[1]}\b", whole)
    mark = "" if sure else _UNSURE
    return f"{hyphen}{mark}{found['after']}{found['rest']}{found['end'] if found['space'] else ''}"
