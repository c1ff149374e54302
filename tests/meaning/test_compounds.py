"""Drugs mixed in one cream, and what stands in brackets behind a brand; written from the contract before they were run."""

import itertools

import pytest

from imr_parse.interpret.services.treatment import read_services

from .test_services import Want, check

MIXED = {"category": "Pharmaceuticals", "subcategory": "Topical Compounds", "name": "compounded topical"}
PARTS = [("Cyclobenzaprine", "2"), ("flurbiprofen", "25"), ("gabapentin", "10")]
JOINTS = ["/", " / ", ", ", " and ", " & ", "; "]
FORMS = ["cream", "gel", "ointment"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize("parts", list(itertools.permutations(PARTS, 2)), ids=str)
def test_two_strengths_in_one_form_are_a_compound_in_any_order(
    parts: tuple[tuple[str, str], ...], joint: str, form: str
) -> None:
    want = {**MIXED, "ingredients": [f"{name.lower()} {percent} %" for name, percent in parts], "form": form}
    check(joint.join(f"{name} {percent}%" for name, percent in parts) + f" {form}", want)
    check(joint.join(f"{percent}% {name}" for name, percent in parts) + f" {form}", want)
    amount: Want = {**want, "quantity": 180, "unit": "grams"}
    check(joint.join(f"{name} {percent}%" for name, percent in parts) + f" {form} 180 gm", amount)


@pytest.mark.parametrize("joint", ["/", ", "])
def test_three_strengths(joint: str) -> None:
    for parts in itertools.permutations(PARTS):
        want: Want = {**MIXED, "ingredients": [f"{name.lower()} {percent} %" for name, percent in parts]}
        check(
            joint.join(f"{name} {percent}%" for name, percent in parts) + " cream", {**want, "form": "cream"}
        )


MENTHODERM = {"name": "methyl salicylate-menthol", "brand": "Menthoderm", "ingredients": ["methyl salicylate 15 %", "menthol 10 %"], "form": "gel", "quantity": 120, "unit": "grams"}  # fmt: skip
# (printed words of one service, what it means)
BRACKETS: list[tuple[str, Want]] = [
    ("Menthoderm gel 120 gm (methyl salicylate 15%/menthol 10%)", MENTHODERM),
    ("Menthoderm gel (methyl salicylate 15%/menthol 10%) 120 gm", MENTHODERM),
    ("Menthoderm gel 120 grams (methyl salicylate 15% and menthol 10%)", MENTHODERM),
    ("Menthoderm gel, 120 gm (methyl salicylate 15%, menthol 10%)", MENTHODERM),
    ("Menthoderm ointment (methyl salicylate, menthol)", {"name": "methyl salicylate-menthol", "brand": "Menthoderm", "ingredients": ["methyl salicylate", "menthol"], "form": "ointment"}),
    ("LidoPro ointment 121gm (capsaicin 0.0325%, lidocaine 4.5%, menthol 10%, methyl salicylate 27.5%)", {"name": "capsaicin-lidocaine-menthol-methyl salicylate", "brand": "LidoPro", "ingredients": ["capsaicin 0.0325 %", "lidocaine 4.5 %", "menthol 10 %", "methyl salicylate 27.5 %"], "quantity": 121}),
    ("Dendracin lotion 120 ml (methyl salicylate 30%/capsaicin 0.0375%/menthol 10%)", {"name": "methyl salicylate-menthol-capsaicin", "brand": "Dendracin", "ingredients": ["methyl salicylate 30 %", "menthol 10 %", "capsaicin 0.0375 %"], "quantity": 120, "unit": "ml"}),
    ("Medrox patch (menthol 5%/capsaicin 0.0375%)", {"name": "capsaicin-menthol", "brand": "Medrox", "ingredients": ["capsaicin 0.0375 %", "menthol 5 %"], "form": "patch"}),
    ("Terocin 120 ml (capsaicin 0.025%, menthol 10%)", {"name": "capsaicin-menthol", "brand": "Terocin", "drug_class": "Topical Analgesics", "ingredients": ["capsaicin 0.025 %", "menthol 10 %"]}),
    ("Theraflex cream 180 gm (flurbiprofen 20%/cyclobenzaprine 10%/menthol 4%)", {**MIXED, "brand": "Theraflex", "ingredients": ["flurbiprofen 20 %", "cyclobenzaprine 10 %", "menthol 4 %"]}),
    ("Ultracet 37.5/325 mg (tramadol 37.5 mg and acetaminophen 325 mg) #60", {"name": "tramadol-acetaminophen", "brand": "Ultracet", "ingredients": ["tramadol 37.5 mg", "acetaminophen 325 mg"], "quantity": 60}),
    ("Lidoderm 5% patch (lidocaine) #30", {"name": "lidocaine", "brand": "Lidoderm", "ingredients": ["lidocaine 5 %"], "form": "patch", "quantity": 30}),
    ("Flexeril 7.5 mg (cyclobenzaprine) #60", {"name": "cyclobenzaprine", "brand": "Flexeril", "ingredients": ["cyclobenzaprine 7.5 mg"], "quantity": 60}),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "want"), BRACKETS, ids=[row[0] for row in BRACKETS])
def test_brackets_behind_a_brand_hold_its_parts(treatment: str, want: Want) -> None:
    check(treatment, want, all_fields=False)


# (printed words, the services' own words)
APART = [
    ("Menthoderm gel 120 gm (methyl salicylate 15%/menthol 10%) and Norco 10/325mg #60", ["Menthoderm gel 120 gm (methyl salicylate 15%/menthol 10%)", "Norco 10/325mg #60"]),
    ("Biofreeze gel (menthol 4%), lidocaine 5% patch", ["Biofreeze gel (menthol 4%)", "lidocaine 5% patch"]),
    ("Prilosec 20mg (omeprazole) #60, Norco 10/325mg (hydrocodone/APAP) #90", ["Prilosec 20mg (omeprazole) #60", "Norco 10/325mg (hydrocodone/APAP) #90"]),
    ("Flurbiprofen 20% cream and tramadol 20% cream", ["Flurbiprofen 20% cream", "tramadol 20% cream"]),
    ("Cyclobenzaprine 7.5mg #60, flurbiprofen 25% cream", ["Cyclobenzaprine 7.5mg #60", "flurbiprofen 25% cream"]),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "texts"), APART, ids=[row[0] for row in APART])
def test_what_stands_apart_is_a_service_of_its_own(treatment: str, texts: list[str]) -> None:
    assert [one.text for one in read_services(treatment).services] == texts


@pytest.mark.parametrize(
    "treatment", ["Metanx (l-methylfolate, methylcobalamin, other phosphate)", "Terocin patch (lidocaine 4%, menthol 4%, madeupine 2%)"]
)  # fmt: skip
def test_a_part_in_brackets_that_is_not_known_is_said(treatment: str) -> None:
    assert "unknown-drug" in {doubt.code for doubt in read_services(treatment).doubts}
