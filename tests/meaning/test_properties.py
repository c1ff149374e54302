"""Whatever the words: a reading, no exception, spans inside the text, doubts that point at something."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imr_parse import vocabulary
from imr_parse.interpret.citations.guideline import CitationReading, read_guideline
from imr_parse.interpret.meaning import MeaningDoubt
from imr_parse.interpret.services.treatment import BodyPart, Ingredient, ServiceReading, read_services
from imr_parse.record import BodyPart as RecordPart
from imr_parse.record import Citation, Model, Service
from imr_parse.record import Ingredient as RecordIngredient

from .shown import shown

SCRAPS = st.sampled_from(
    [
        "Decision based on MTUS ", "Decision based on Non-MTUS Citation ", " and Other Medical Treatment Guidelines ", ", Section(s): ",
        "Official Disability Guidelines (ODG)", "ODG ", "ACOEM ", ", ", " and ", "; ", " (", ")", "/", " - ", ": ", ". ", "2016", "(updated 13/41/16)",
        "Low Back Chapter", "Chronic Pain Medical Treatment 2016", "http://www.", "Benzodiazepines", "pages 9, 74", "#", "10/325mg", "5%", " x 6",
        "2 times a week for 6 weeks", "Norco", "Flurbiprofen 10%", "cream", "left ", "L4-5", "MRI", "EMG/NCV", "physical therapy", "knee", "three",
        "9" * 40, "\u0130", "\u2013", "\u00ae", "DOS: 99/99/9999", "Retrospective ", "refills",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(SCRAPS, max_size=25).map("".join))
WORDS = [word for table, name in (("services", "words"), ("drugs", "brands"), ("body-parts", "words")) for row in vocabulary.rows(table) for word in vocabulary.several(row[name])]  # fmt: skip
REQUESTS = st.lists(st.one_of(st.sampled_from(WORDS), SCRAPS), max_size=12).map(" ".join)


def resolves(reading: Any, doubt: MeaningDoubt) -> bool:
    """Whether the doubt's path leads to a value of the reading."""
    here: Any = shown(reading)
    for step in doubt.where:
        here = here[step]
    return True


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_guideline_reads(text: str) -> None:
    reading = read_guideline(text)
    for citation in reading.citations:
        assert text[citation.start : citation.end] == citation.text
        assert 0 <= citation.start <= citation.end <= len(text)
        assert all(citation.sections)
    assert all(resolves(reading, doubt) for doubt in reading.doubts)
    assert [one.start for one in reading.citations] == sorted(one.start for one in reading.citations)


@settings(max_examples=300, deadline=None)
@given(st.one_of(TEXTS, REQUESTS))
def test_any_treatment_reads(text: str) -> None:
    reading = read_services(text)
    assert reading.services
    for service in reading.services:
        assert text[service.start : service.end] == service.text
        assert all(
            number is None or number >= 0 for number in (service.visits, service.quantity, service.refills)
        )
    assert all(resolves(reading, doubt) for doubt in reading.doubts)
    if len(reading.services) == 1:
        assert reading.services[0].text == text


def test_the_same_words_read_the_same() -> None:
    text = "Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies."
    assert read_guideline(text) == read_guideline(text)


@pytest.mark.parametrize(
    ("reading", "model"),
    [
        (CitationReading, Citation),
        (ServiceReading, Service),
        (BodyPart, RecordPart),
        (Ingredient, RecordIngredient),
    ],
)
def test_a_reading_has_the_keys_of_the_record(reading: Any, model: type[Model]) -> None:
    """interpret/ may not know the record, so the keys stand twice, in one order."""
    keys = [name for name in reading._fields if name not in ("start", "end")]
    assert keys == list(model.model_fields)
