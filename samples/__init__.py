"""Letters of our own with their truth: `to_pdf`, `to_text` and `truth` of a specification."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, Protocol

from .forms.sheet import Sheet
from .setting.flow import Flow
from .setting.page import Page
from .setting.pdf import to_pdf_bytes
from .setting.plaintext import FORMS, to_text_bytes
from .setting.typeset import typeset

__all__ = ["FORMS", "Spec", "pages", "to_pdf", "to_text", "truth", "typographic"]


class Spec(Protocol):
    """A letter of any form."""

    @property
    def layout(self) -> str: ...

    @property
    def sheet(self) -> Sheet: ...

    def flow(self) -> Flow: ...

    def truth(self) -> dict[str, Any]: ...


def pages(spec: Spec) -> tuple[Page, ...]:
    """The letter's lines, page by page, as an extractor must find them."""
    return typeset(spec.flow())


def to_pdf(spec: Spec, *, encrypt: bool = True) -> bytes:
    """The letter as a PDF, AES-encrypted with an empty password unless told otherwise."""
    return to_pdf_bytes(pages(spec), encrypt=encrypt, font_in_matrix=spec.sheet.font_in_matrix)


def to_text(spec: Spec, form: str = "bare") -> bytes:
    """The letter as plain text in one of FORMS."""
    return to_text_bytes(pages(spec), form)


def truth(spec: Spec) -> dict[str, Any]:
    """What the letter's record must say, in the flat form of score.py."""
    return spec.truth()


def typographic(spec: Any) -> Any:
    """The same letter with curled quotation marks and apostrophes, as Windows-1252 text often has them."""
    if isinstance(spec, str):
        return _curl(spec)
    if isinstance(spec, tuple):
        return tuple(map(typographic, spec))
    if is_dataclass(spec) and not isinstance(spec, type):
        return replace(spec, **{field.name: typographic(getattr(spec, field.name)) for field in fields(spec)})
    return spec


def _curl(text: str) -> str:
    curled = ""
    for at, mark in enumerate(text):
        opens = at == 0 or text[at - 1] in ' (["'
        curled += {'"': "\u201c" if opens else "\u201d", "'": "\u2018" if opens else "\u2019"}.get(mark, mark)
    return curled
