"""Layouts do not rot: each loads, its patterns compile, samples meet its landmarks, and each sample has one layout."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path

import pytest
from core.letters import NAMES, SAMPLES, golden

from imr_parse import layouts
from imr_parse.furniture.lines import whole_lines, without_furniture
from imr_parse.landmarks.find import find
from imr_parse.landmarks.index import spread
from imr_parse.layouts import KNOWN
from imr_parse.layouts.load import parse_layout
from imr_parse.layouts.model import Layout
from imr_parse.paragraphs import paragraph_starts
from imr_parse.pipeline import read_document
from imr_parse.recognise import recognise, score

from .written import as_toml

by_name = pytest.mark.parametrize("layout", KNOWN, ids=lambda layout: layout.name)


@cache
def sample(name: str):
    """A sample without its furniture, its paragraphs, and its score under each layout."""
    document = without_furniture(read_document((SAMPLES / name).read_bytes()), KNOWN)
    starts = paragraph_starts(document)
    return document, starts


@cache
def claimed() -> dict[str, list[str]]:
    """Samples by the layout that recognition gives them."""
    found: dict[str, list[str]] = {layout.name: [] for layout in KNOWN}
    for name in NAMES:
        found[recognise(*sample(name), KNOWN)[0].layout.name].append(name)
    return found


def test_every_layout_file_is_known() -> None:
    folder = Path(layouts.__file__).parent
    files = {path.stem for path in folder.glob("*.py") if re.search(r"_\d{4}$", path.stem)}
    assert files == {layout.name.replace("-", "_") for layout in KNOWN}
    assert len({layout.name for layout in KNOWN}) == len(KNOWN)


@by_name
def test_each_pattern_compiles_and_meets_its_own_words(layout: Layout) -> None:
    for mark in layout.landmarks:
        words = mark.words.replace("{date}", "12/31/2013")
        assert re.compile(spread(mark.words), re.IGNORECASE).fullmatch(words), mark.words
    for phrases in (layout.furniture, layout.closings):
        for phrase in phrases:
            line = (
                phrase.replace("{n}", "7")
                .replace("{case}", "CM13-9900001")
                .replace("{initials}", "ab")
                .replace("{date}", "12/31/2013")
            )
            document = read_document(f"Some words.\n{line}\nMore words.\n".encode())
            assert list(whole_lines(document, phrases, 0, len(document.text))) == [12], phrase


@by_name
def test_samples_meet_each_landmark(layout: Layout) -> None:
    """Each title, lead, label and part that letters of the layout must have, in one of its wordings."""
    optional = {section.name for section in layout.sections if section.optional}
    wanted = {
        (mark.kind, mark.name)
        for mark in layout.landmarks
        if mark.kind not in ("lead", "phrase") and not mark.optional and mark.section not in optional
    }
    met = set()
    for name in claimed()[layout.name]:
        document, starts = sample(name)
        met |= {(hit.landmark.kind, hit.landmark.name) for hit in find(document, layout, starts)}
    assert wanted
    assert wanted <= met


def test_no_two_layouts_claim_one_sample() -> None:
    """Looked for in full, one layout alone scores highest on each sample: the one of its golden record."""
    for name in NAMES:
        document, starts = sample(name)
        scores = {layout.name: score(layout, find(document, layout, starts))[0] for layout in KNOWN}
        best = max(scores.values())
        assert [row for row in scores if scores[row] == best] == [golden.record(name)["layout"]], name


def test_each_layout_has_samples() -> None:
    assert {name: len(rows) > 1 for name, rows in claimed().items()} == {row.name: True for row in KNOWN}


@by_name
def test_a_layout_survives_being_written_as_toml(layout: Layout) -> None:
    own = replace(layout, name=f"my-{layout.name}")
    assert asdict(parse_layout(as_toml(own), "my.toml")) == asdict(own)
