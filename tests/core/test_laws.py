"""The laws of every letter, held by every sample."""

from __future__ import annotations

import pytest

from . import laws
from .letters import NAMES, sample, sample_record

PDFS = [name for name in NAMES if name.endswith(".pdf")]


@pytest.mark.parametrize("name", NAMES)
def test_evidence(name: str) -> None:
    laws.evidence_law(sample(name), sample_record(name))


@pytest.mark.parametrize("name", PDFS)
def test_boxes(name: str) -> None:
    laws.crop_law(sample(name), sample_record(name))


@pytest.mark.parametrize("name", NAMES)
def test_diagnostics(name: str) -> None:
    laws.diagnostics_law(sample_record(name))


@pytest.mark.parametrize("name", NAMES)
def test_round_trip(name: str) -> None:
    laws.round_trip_law(sample_record(name))


@pytest.mark.parametrize("name", NAMES)
def test_canonical_text(name: str) -> None:
    laws.canonical_law(sample(name), sample_record(name))


@pytest.mark.parametrize("name", PDFS)
def test_two_readers(name: str) -> None:
    laws.two_readers_law(sample(name))


@pytest.mark.parametrize("name", NAMES)
def test_determinism(name: str) -> None:
    laws.determinism_law(sample(name))
