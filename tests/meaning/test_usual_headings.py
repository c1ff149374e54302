"""Headings as they are usually printed: what a number counts, which words are one service, which wordings mean what."""

import pytest

from imr_parse.interpret.service import read_services

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
