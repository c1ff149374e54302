"""Typing errors in names, parts and sides; short forms, brands and bare compounds; with invented cases."""

import pytest

from imr_parse.interpret.services import misprints
from imr_parse.interpret.services.treatment import read_services

from .test_services import value

NAMES: list[tuple[str, str]] = [
    ("Cylobenzaprine 7.5mg #60", "cyclobenzaprine"),
    ("Cycobenzaprine 7.5mg #60", "cyclobenzaprine"),
    ("Cyclobenazprine 7.5mg #60", "cyclobenzaprine"),
    ("Cyclobezaprine 7.5mg #60", "cyclobenzaprine"),
    ("Omprazole 20mg #60", "omeprazole"),
    ("Trazadone 50mg #30", "trazodone"),
    ("Gabapetin 300mg #90", "gabapentin"),
    ("Gabapentn 300mg #90", "gabapentin"),
    ("Celebrix 200mg #30", "celecoxib"),
    ("Liodocaine patches #30", "lidocaine"),
    ("Tramadl 50mg #60", "tramadol"),
    ("Noroc 10/325mg #60", "hydrocodone-acetaminophen"),
    ("Ambein 10mg #30", "zolpidem"),
    ("Zanaflx 4mg #60", "tizanidine"),
    ("Urine drug sceen", "urine drug test"),
    ("Lumbar epidrual steroid injection", "epidural steroid injection"),
    ("Acupucnture 6 visits", "acupuncture"),
    ("Methylpredinsolone 4mg", "methylprednisolone"),
]


@pytest.mark.parametrize(("treatment", "name"), NAMES, ids=[row[0] for row in NAMES])
def test_misprinted_names(treatment: str, name: str) -> None:
    reading = read_services(treatment)
    assert [one.name for one in reading.services] == [name]
    assert [(doubt.where, doubt.severity) for doubt in reading.doubts] == [(("services", 0, "name"), "note")]


PARTS: list[tuple[str, list[str]]] = [
    ("MRI of the rigth knee", ["right knee"]),
    ("MRI of the lfet knee", ["left knee"]),
    ("MRI of the right kneee", ["right knee"]),
    ("EMG/NCV of the lower extremeties", ["lower extremity"]),
    ("X-ray of the lubmar spine", ["lumbar spine"]),
]


@pytest.mark.parametrize(("treatment", "parts"), PARTS, ids=[row[0] for row in PARTS])
def test_misprinted_parts(treatment: str, parts: list[str]) -> None:
    reading = read_services(treatment)
    assert [value(one, "body_parts") for one in reading.services] == [parts]
    assert [(doubt.where[-1], doubt.severity) for doubt in reading.doubts] == [("body_parts", "note")]


WORDS = [
    "infection",
    "angle",
    "waist",
    "irritation",
    "month",
    "seven",
    "statin",
    "there",
    "form",
    "black",
    "pediatric",
]


@pytest.mark.parametrize("word", WORDS)
def test_a_word_of_its_own_is_no_misprint(word: str) -> None:
    assert misprints._meant(word) is None


def test_what_is_near_but_not_one_word_is_a_doubt() -> None:
    # near to two drugs; a generic name with an unread word before it
    for treatment in ("Protonixc and Norco 5/325mg", "Lumbar epidrl steroid injection", "Protonic 20mg"):
        reading = read_services(treatment)
        known = "Protonixc" in treatment
        assert any(doubt.severity == "warning" for doubt in reading.doubts) is not known, treatment
    assert read_services("Bicipital steroid injection").doubts == ()


DRUGS: list[tuple[str, str, list[str], str | None]] = [
    ("Ketoprofen/Gabapentin/Lidocaine 120gm", "compounded topical", ["ketoprofen", "gabapentin", "lidocaine"], None),
    ("Gabapentin/Baclofen/Tramadol 120 grams", "compounded topical", ["gabapentin", "baclofen", "tramadol"], None),
    ("Flurbiprofen/Tramadol", "compounded topical", ["flurbiprofen", "tramadol"], None),
    ("Gaba/Keto/Lido cream 180gm", "compounded topical", ["gabapentin", "ketoprofen", "lidocaine"], "cream"),
    ("Keto/Gaba/Caps cream", "compounded topical", ["ketoprofen", "gabapentin", "capsaicin"], "cream"),
    ("Flurbi/Cyclo/Menthol cream 20%/10%/4%", "compounded topical", ["flurbiprofen 20 %", "cyclobenzaprine 10 %", "menthol 4 %"], "cream"),
    ("Gabapentin 300mg caps #60", "gabapentin", ["gabapentin 300 mg"], "capsule"),
    ("Lidocaine/prilocaine 30gm", "lidocaine-prilocaine", ["lidocaine", "prilocaine"], None),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "name", "ingredients", "form"), DRUGS, ids=[row[0] for row in DRUGS])
def test_compounds_in_short(treatment: str, name: str, ingredients: list[str], form: str | None) -> None:
    reading = read_services(treatment)
    (service,) = reading.services
    assert (service.name, value(service, "ingredients"), service.form) == (name, ingredients, form)
    assert reading.doubts == ()


BRANDS = [
    ("Exoten-C lotion 120ml", "Exoten-C"),
    ("Senokot-S #60", "Senokot-S"),
    ("Ultracin topical lotion", "Ultracin"),
    ("Cooleeze gel 120gm", "Cooleeze"),
]


@pytest.mark.parametrize(("treatment", "brand"), BRANDS)
def test_brands(treatment: str, brand: str) -> None:
    reading = read_services(treatment)
    assert [one.brand for one in reading.services] == [brand]
    assert reading.doubts == ()


def test_an_unknown_part_is_a_warning_unless_it_has_its_own_percentage() -> None:
    for treatment, severity in (
        ("Xyzzol/Flurbiprofen 20% cream", "warning"),
        ("Flurbiprofen 20%/Xyzzol 5% cream", "note"),
    ):
        assert {doubt.severity for doubt in read_services(treatment).doubts} == {severity}


def test_words_say_what_a_block_is() -> None:
    for treatment in ("Diagnostic facet blocks at L4-5", "Cervical facet block"):
        assert [one.name for one in read_services(treatment).services] == ["facet joint injection"]
    assert [one.name for one in read_services("Diagnostic medial branch block L4-5").services] == [
        "medial branch block"
    ]


def test_visits_of_an_evaluation_and_treatment_are_the_treatments() -> None:
    treatment = "Chiropractic evaluation and treatment 2 x week for 3 weeks"
    assert [(one.name, one.visits) for one in read_services(treatment).services] == [
        ("chiropractic treatment", 6)
    ]
    assert [one.name for one in read_services("Chiropractic evaluation and treatment").services] == [
        "consultation"
    ]
    assert [value(one, "body_parts") for one in read_services("MRI L/S").services] == [["lumbosacral spine"]]
