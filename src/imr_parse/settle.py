"""The one place where positions in a tree become JSON pointers: of plain values, their places and their doubts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from imr_parse.codes import CODES
from imr_parse.document import Document, Span
from imr_parse.found import Doubt, Doubts, Found, Plain
from imr_parse.record import Determination, Diagnostic

_UNREADABLE = frozenset({"IMR207", "IMR210", "IMR211", "IMR301", "IMR302", "IMR303", "IMR311", "IMR312"})
"""Codes that say that words of a text may be lost, or may have changed places."""
_BRANCHES = (dict, list, tuple)
"""What may hold a Found, or is one (a Found is a tuple): all else is a plain value already."""
Row = dict[str, Any]
Check = Callable[[Determination], Doubts]


class Settled:
    """What plain values carried before they were plain: by JSON pointer their places and doubts, in the tree's order."""

    def __init__(self, document: Document) -> None:
        self.diagnostics: list[Row] = []
        """The doubts as the record's rows."""
        self.places: list[tuple[str, tuple[Span, ...]]] = []
        self.raised: list[tuple[str, Doubt]] = []
        """The doubts themselves, with the places that raised them."""
        self._document = document
        self._seen: set[tuple[str, str]] = set()

    def doubt(self, path: str, doubt: Doubt) -> None:
        """Note a doubt on a path; the same code on the same path once."""
        if (doubt.code, path) in self._seen:
            return
        self._seen.add((doubt.code, path))
        self.raised.append((path, doubt))
        page = self._document.page_at(doubt.at.start) if doubt.at is not None else None
        self.diagnostics.append(
            {
                "code": doubt.code,
                "severity": CODES[doubt.code].severity,
                "path": path,
                "message": doubt.message,
                "page": page,
            }
        )


def settle(tree: Any, document: Document) -> tuple[Any, Settled]:
    """The tree without its Found, and the doubts and places that they carried, in the tree's order."""
    settled = Settled(document)
    return _plain(tree, "", settled), settled


def _plain(node: Any, path: str, settled: Settled) -> Any:
    if isinstance(node, Plain):
        return node.value
    if isinstance(node, Found):
        for doubt in node.doubts:
            settled.doubt(path, _placed(doubt, node.spans))
        if node.spans:
            settled.places.append((path, node.spans))
        node = node.value
    if isinstance(node, dict):
        return {
            key: _plain(value, f"{path}/{key}", settled) if isinstance(value, _BRANCHES) else value
            for key, value in node.items()
        }
    if isinstance(node, list | tuple):
        return [
            _plain(value, f"{path}/{index}", settled) if isinstance(value, _BRANCHES) else value
            for index, value in enumerate(node)
        ]
    return node


def _placed(doubt: Doubt, spans: tuple[Span, ...]) -> Doubt:
    """A doubt without a place of its own stands where its value begins."""
    return doubt if doubt.at is not None or not spans else doubt._replace(at=spans[0])


def finish(
    plain: dict[str, Any], settled: Settled, checks: Iterable[Check], evidence: Iterable[Row]
) -> Determination:
    """The validated record, checked against itself, with its diagnostics and evidence."""
    rows = {"diagnostics": (), "evidence": tuple(evidence), "needs_review": False}
    record = Determination.model_validate(plain | rows)
    places = dict(settled.places)
    for check in checks:
        for path, doubt in check(record):
            settled.doubt(path, _placed(doubt, places.get(path, ())))
    if not settled.diagnostics:
        return record
    _derived_doubts(settled)
    diagnostics = tuple(Diagnostic.model_validate(row) for row in settled.diagnostics)
    review = any(row.severity != "note" for row in diagnostics)
    return record.model_copy(update={"diagnostics": diagnostics, "needs_review": review})


def _derived_doubts(settled: Settled) -> None:
    """Doubt about an item's outcome, or about the number of items, is doubt about the letter's outcome."""
    for row in list(settled.diagnostics):
        path = row["path"]
        of_an_item = path.startswith("/decisions/") and path.endswith("/outcome")
        if row["severity"] != "note" and (path == "/decisions" or of_an_item):
            settled.doubt("/outcome", Doubt("IMR220", f"it follows from {path}, which is in doubt"))
        elif path == "/case_summary/text" and row["code"] in _UNREADABLE:
            settled.doubt(
                "/case_summary/patient", Doubt("IMR220", f"it is read from {path}, which is in doubt")
            )
