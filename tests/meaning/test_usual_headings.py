"""Headings as they are usually printed: what a number counts, which words are one service, which wordings mean what."""

import pytest

from imr_parse.interpret.services.treatment import read_services

REFILLS = [
    ("Celebrex 200mg qty 30 refills 1", 30, 1), ("Celebrex 200mg quantity 30 refill 0", 30, 0), ("Celebrex 200mg #30 RF 4", 30, 4),
    ("Celebrex 200mg #30 RF: 0", 30, 0), ("Celebrex 200mg #30 RF x 2", 30, 2), ("Celebrex 200mg #30 RF2", 30, 2), ("Celebrex 200mg #30 3RF", 30, 3),
    ("Celebrex 200mg #30 r/f 3", 30, 3), ("Celebrex 200mg #30 3 RFs", 30, 3), ("Celebrex 200mg #30 Refill(s): 5", 30, 5),
    ("Celebrex 200mg cap #30 Ref: 1", 30, 1), ("Celebrex 200mg with 3 refills #30", 30, 3), ("Celebrex 200mg with 3 refills of 30 capsules", 30, 3),
    ("Celebrex 200mg #30 refills # 3", 30, 3), ("Celebrex 200mg #30 with 1 refill, 30 day supply", 30, 1), ("Celebrex 200mg #30 RF", 30, None),
    ("Celebrex 200mg #30 with refills", 30, None), ("Celebrex 200mg #30, 1-2 refills", 30, None), ("Celebrex 200mg #30 x2 refills", 30, 2),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "quantity", "refills"), REFILLS, ids=[row[0] for row in REFILLS])
def test_pieces_are_no_refills(treatment: str, quantity: int, refills: int | None) -> None:
    reading = read_services(treatment)
    assert [(one.quantity, one.refills) for one in reading.services] == [(quantity, refills)]
    assert reading.doubts == ()


BRANDS = [
    ("Lidoderm patch #10", "Lidoderm", "lidocaine"), ("Qutenza patch", "Qutenza", "capsaicin"), ("Humalog insulin", "Humalog", "insulin lispro"),
    ("Botox chemodenervation", "Botox", "onabotulinumtoxina"), ("Terocin pain patches #20", "Terocin", "lidocaine-menthol"),
    ("Terocin 4% patch box #1", "Terocin", "lidocaine-menthol"), ("Terocin lotion", "Terocin", "methyl salicylate-capsaicin-menthol-lidocaine"),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "brand", "name"), BRANDS)
def test_a_brand_is_one_with_its_form_or_kind(treatment: str, brand: str, name: str) -> None:
    assert [(one.brand, one.name) for one in read_services(treatment).services] == [(brand, name)]


NAMES = [
    ("Solar Care FIR heating unit", "heat pad", "DME"), ("RN evaluation", "home health care", "Home Health"),
    ("DVT compression system with calf sleeve", "DVT prophylaxis unit", "DME"), ("ThermoCool unit", "cold therapy unit", "DME"),
    ("Hot and cold contrast therapy unit", "cold therapy unit", "DME"), ("MRA of the neck", "MRI", "Imaging/Radiology"),
    ("MRA of the left hip", "MR arthrogram", "Imaging/Radiology"),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "name", "subcategory"), NAMES)
def test_names(treatment: str, name: str, subcategory: str) -> None:
    reading = read_services(treatment)
    assert [(one.name, one.subcategory) for one in reading.services] == [(name, subcategory)]
    assert reading.doubts == ()


CLEARANCES = [
    ("Pre-op clearance (EKG, urinalysis)", ["Pre-op clearance", "EKG", "urinalysis"]),
    ("Preoperative medical clearance (to include CBC, EKG)", ["Preoperative medical clearance", "CBC", "EKG"]),
    ("Pre-op clearance including UA, chest x-ray and EKG", ["Pre-op clearance", "UA", "chest x-ray", "EKG"]),
    ("Pre-op medical clearance with labs, EKG and chest x-ray", ["Pre-op medical clearance with labs, EKG and chest x-ray"]),
    ("Pre-op labs (CBC, BMP), EKG", ["Pre-op labs (CBC, BMP)", "EKG"]),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "texts"), CLEARANCES, ids=[row[0] for row in CLEARANCES])
def test_the_tests_that_a_clearance_lists_are_asked_for_too(treatment: str, texts: list[str]) -> None:
    reading = read_services(treatment)
    assert [one.text for one in reading.services] == texts
    assert {one.surgical for one in reading.services} == {"preoperative"}
    assert reading.doubts == ()


@pytest.mark.parametrize(
    "treatment",
    [
        "Acupuncture to include cupping and infrared, 8 visits",
        "Physical therapy to include manual therapy and traction, 8 visits",
    ],
)
def test_what_a_therapy_is_to_include_is_no_service_of_its_own(treatment: str) -> None:
    assert [(one.text, one.visits) for one in read_services(treatment).services] == [(treatment, 8)]


def test_two_kinds_of_image_are_two() -> None:
    reading = read_services("MRI and MRA of the neck")
    assert [one.text for one in reading.services] == ["MRI", "MRA of the neck"]


STRENGTHS = [
    ("Oxycodone 7.5/325mg #30", "oxycodone-acetaminophen", ["oxycodone 7.5 mg", "acetaminophen 325 mg"]),
    ("Hydrocodone 5-325 mg #30", "hydrocodone-acetaminophen", ["hydrocodone 5 mg", "acetaminophen 325 mg"]),
    ("Butalbital 50/300mg #30", "butalbital-acetaminophen", ["butalbital 50 mg", "acetaminophen 300 mg"]),
    ("Senna 8.6 mg/50 mg #30", "senna-docusate", ["senna 8.6 mg", "docusate 50 mg"]),
    ("Vicodin 300/5mg #30", "hydrocodone-acetaminophen", ["hydrocodone 5 mg", "acetaminophen 300 mg"]),
    ("Oxycodone/APAP 325 mg/5 mg #30", "oxycodone-acetaminophen", ["oxycodone 5 mg", "acetaminophen 325 mg"]),
    ("Kenalog 10 mg injection", "triamcinolone", ["triamcinolone 10 mg"]), ("Kenalog-40 injection", "triamcinolone", ["triamcinolone"]),
    ("Vitamin B6", "vitamin b6", ["vitamin b6"]),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "name", "ingredients"), STRENGTHS, ids=[row[0] for row in STRENGTHS])
def test_strengths_tell_the_parts(treatment: str, name: str, ingredients: list[str]) -> None:
    reading = read_services(treatment)
    assert [one.name for one in reading.services] == [name]
    assert [
        " ".join(filter(None, part)) for one in reading.services for part in one.ingredients
    ] == ingredients
    assert reading.doubts == ()


COMPOUNDS = [
    ("Compounded ointment 60 gm", "ointment", 60, "grams", None), ("Topical compound cream, 15 day supply", "cream", None, None, 15),
    ("Pain cream #2", "cream", 2, None, None), ("Ketoprofen powder 10%, Gabapentin powder 5%, cream base 90 gm", "cream", 90, "grams", None),
    ("Tramadol powder, Menthol crystals", "powder", None, None, None), ("Baclofen 2%, Ketamine 5%, Hyaluronic acid gel", "gel", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("treatment", "form", "quantity", "unit", "days"), COMPOUNDS, ids=[row[0] for row in COMPOUNDS]
)
def test_a_compound_has_its_form_and_amount(
    treatment: str, form: str, quantity: int | None, unit: str | None, days: int | None
) -> None:
    reading = read_services(treatment)
    assert [(one.name, one.subcategory) for one in reading.services] == [
        ("compounded topical", "Topical Compounds")
    ]
    assert [(one.form, one.quantity, one.unit, one.duration_days) for one in reading.services] == [
        (form, quantity, unit, days)
    ]
    assert reading.doubts == ()


def test_the_part_of_a_powder_is_no_drug_to_swallow() -> None:
    assert [one.drug_class for one in read_services("Ketoprofen powder 10%").services] == [
        "Topical Analgesics"
    ]


VISITS = [
    ("Psychotherapy 1 session per month x 4", 4), ("Psychotherapy 2 sessions per month x 4", None), ("Biofeedback 2 sessions monthly for 4 months", None),
    ("Psychotherapy 1 visit per month for 4 months", None), ("Biofeedback 2 sessions weekly for 4 weeks", 8), ("Psychotherapy 4 sessions, once a month", 4),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "visits"), VISITS)
def test_visits_of_a_month_are_not_all_visits(treatment: str, visits: int | None) -> None:
    assert [one.visits for one in read_services(treatment).services] == [visits]


CONTRASTS = [
    ("MRI of the thoracic spine w/ and w/o contrast", "with_and_without"), ("CT of the chest with and without", "with_and_without"),
    ("Massage therapy with or without heat, 4 visits", None), ("Back brace with or without pads", None), ("Hot/cold contrast unit", None),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "contrast"), CONTRASTS)
def test_only_images_have_a_contrast(treatment: str, contrast: str | None) -> None:
    reading = read_services(treatment)
    assert [one.contrast for one in reading.services] == [contrast]
    assert reading.doubts == ()


def test_a_number_before_the_drug_of_a_past_request_counts_it() -> None:
    reading = read_services("Retrospective request for 20 Flexeril 10mg")
    assert [(one.quantity, one.retrospective) for one in reading.services] == [(20, True)]


def test_a_membership_of_a_pool_lasts() -> None:
    reading = read_services("Aquatic therapy membership for two years")
    assert [(one.category, one.duration_days) for one in reading.services] == [("Programs", 730)]


DOUBTS = [
    ("Xyzo-Rub topical cream 60 gm", "unknown-drug"), ("Ketoprofen 10% 30 gm, 60 gm", "doubtful-quantity"), ("Celebrex 200mg 30 refills", "doubtful-refills"),
    ("Psychotherapy 3 times a month x 6", "doubtful-visits"),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "code"), DOUBTS)
def test_what_would_be_a_guess_is_doubted(treatment: str, code: str) -> None:
    assert [doubt.code for doubt in read_services(treatment).doubts] == [code]
