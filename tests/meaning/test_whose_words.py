"""Which words and numbers are whose: codes, teeth, names with numbers, accessories, lists, brackets, unknown parts."""

import pytest

from imr_parse.interpret.services.treatment import read_services

from .test_services import Want, check

NO_COUNTS: list[tuple[str, str | None, Want]] = [
    ("99215 office visit", "office visit", {}),
    ("73721 MRI of the left ankle", "MRI", {"body_parts": ["left ankle"]}),
    ("62321 cervical epidural steroid injection", "epidural steroid injection", {"body_parts": ["cervical spine"]}),
    ("Scaling and root planing, two quadrants (D4341 x 2)", None, {}),
    ("Knee brace, L1833 x 2", "brace", {"body_parts": ["knee"]}),
    ("Removal of tooth #17", None, {}),
    ("Immediate implants, #4 and #5", None, {}),
    ("OrthoStim 4 unit", "interferential unit", {}),
    ("VascuTherm 2 unit, 10 day rental", "cold therapy unit", {"acquisition": "rental", "duration_days": 10}),
    ("360 fusion at L4-5", "spinal fusion", {"levels": ["L4-L5"]}),
    ("TENS unit with electrodes (6 pairs)", "TENS unit", {}),
    ("IF unit, 45 day rental, with electrodes x 8 packs", "interferential unit", {"acquisition": "rental", "duration_days": 45}),
    ("Labs: free T4, T3, TSH", "laboratory test", {}),
    ("Twelve sessions of therapy, 97110", None, {"visits": 12}),
    ("Physical therapy 3 times wkly for 2 wks", "physical therapy", {"visits": 6, "visits_per_week": 3, "weeks": 2}),
]  # fmt: skip
"""A code, a tooth, a number of a name or of an accessory counts nothing."""


@pytest.mark.parametrize(("treatment", "name", "want"), NO_COUNTS, ids=[row[0] for row in NO_COUNTS])
def test_a_number_that_counts_nothing(treatment: str, name: str | None, want: Want) -> None:
    check(treatment, {"name": name, **want})


DRUGS: list[tuple[str, str, Want]] = [
    ("Acetaminophen/codeine #3 #40", "acetaminophen-codeine", {"ingredients": ["acetaminophen", "codeine"], "quantity": 40}),
    ("VSL#3 #30", "probiotic", {"brand": "VSL#3", "ingredients": ["probiotic"], "quantity": 30}),
    ("Sucralfate 1 gm #90", "sucralfate", {"ingredients": ["sucralfate 1 g"], "quantity": 90}),
    ("Cefazolin 2 gm IV", "cefazolin", {"ingredients": ["cefazolin 2 g"]}),
    ("Capsaicin cream 60 gm", "capsaicin", {"ingredients": ["capsaicin"], "form": "cream", "quantity": 60, "unit": "grams"}),
    ("Advair Diskus 100/50", "fluticasone-salmeterol", {"brand": "Advair Diskus", "ingredients": ["fluticasone 100 mcg", "salmeterol 50 mcg"]}),
    ("Etanercept 25 mg/0.5 ml, #4 pens", "etanercept", {"ingredients": ["etanercept 25 mg/0.5ml"], "quantity": 4}),
    ("Butrans 5 mcg per hour #4", "buprenorphine", {"brand": "Butrans", "ingredients": ["buprenorphine 5 mcg/hour"], "quantity": 4}),
    ("Voltaren gel 3 tubes of 100 gm", "diclofenac", {"brand": "Voltaren", "ingredients": ["diclofenac"], "form": "gel", "quantity": 3, "unit": "tube"}),
    ("Flector patches #2 boxes", "diclofenac", {"brand": "Flector", "ingredients": ["diclofenac"], "form": "patch", "quantity": 2, "unit": "box"}),
    ("Ibuprofen 600 mg #60, 3 RF", "ibuprofen", {"ingredients": ["ibuprofen 600 mg"], "quantity": 60, "refills": 3}),
    ("Voltaren tablets #30", "diclofenac", {"brand": "Voltaren", "ingredients": ["diclofenac"], "form": "tablet", "quantity": 30, "drug_class": "NSAID"}),
    ("Ketamine 10% gel", "ketamine", {"ingredients": ["ketamine 10 %"], "form": "gel", "drug_class": "Topical Analgesics"}),
    ("Lidocaine infusion", "lidocaine", {"ingredients": ["lidocaine"], "drug_class": "Injection"}),
    ("Hydrocodone bitart/APAP 5/325 #30", "hydrocodone-acetaminophen", {"ingredients": ["hydrocodone 5 mg", "acetaminophen 325 mg"], "quantity": 30}),
    (
        "Terocin lotion 120 ml: methyl salicylate 25%, capsaicin 0.025%, menthol 10%, lidocaine 2%",
        "methyl salicylate-capsaicin-menthol-lidocaine",
        {"brand": "Terocin", "ingredients": ["methyl salicylate 25 %", "capsaicin 0.025 %", "menthol 10 %", "lidocaine 2 %"], "form": "lotion", "quantity": 120, "unit": "ml"},
    ),
    ("Nexium: esomeprazole 20mg #30", "esomeprazole", {"brand": "Nexium", "ingredients": ["esomeprazole 20 mg"], "quantity": 30}),
    ("Lidocaine/menthol patches 3%/2% #15", "lidocaine-menthol", {"ingredients": ["lidocaine 3 %", "menthol 2 %"], "form": "patch", "quantity": 15}),
    ("Compound cream KCL (ketoprofen 10%, lidocaine 5%)", "compounded topical", {"ingredients": ["ketoprofen 10 %", "lidocaine 5 %"], "form": "cream"}),
    ("Ketoprofen 10%, dexamethasone micro 0.3%, 60 gm", "compounded topical", {"ingredients": ["ketoprofen 10 %", "dexamethasone 0.3 %"], "quantity": 60, "unit": "grams"}),
    ("Ketoprofen 10%, lidocaine 5% in Lidoderm base", "compounded topical", {"ingredients": ["ketoprofen 10 %", "lidocaine 5 %"]}),
    ("Cyclosporine eye drops OD", "cyclosporine", {"ingredients": ["cyclosporine"], "form": "drops", "body_parts": ["right eye"]}),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "name", "want"), DRUGS, ids=[row[0] for row in DRUGS])
def test_drugs(treatment: str, name: str, want: Want) -> None:
    check(treatment, {"name": name, **want})


LISTS: list[tuple[str, list[Want]]] = [
    ("Pre-op CBC, BMP, EKG", [{"name": "laboratory test", "surgical": "preoperative"}, {"name": "EKG", "surgical": "preoperative"}]),
    ("Post-op crutches and sling", [{"name": None, "surgical": "postoperative"}, {"name": "sling", "surgical": "postoperative"}]),
    ("Labs every 3 months: CBC, CMP", [{"name": "laboratory test"}]),
    ("Labs: CBC, vitamin D, ferritin", [{"name": "laboratory test"}]),
    ("Heat, electrical stimulation and ultrasound x 6", [{"name": "heat or cold therapy", "visits": 6}, {"name": "electrical stimulation", "visits": 6}, {"name": "ultrasound therapy", "visits": 6}]),
    ("Occupational therapy, right hand (massage, ultrasound)", [{"name": "occupational therapy", "body_parts": ["right hand"]}]),
    ("Hip kit (reacher, sock aid)", [{"name": None}]),
    ("Lumbar fusion; inpatient 2 days", [{"name": "spinal fusion", "body_parts": ["lumbar spine"]}, {"name": None, "duration_days": 2}]),
    ("Assistant surgeon, 1 day LOS", [{"name": "assistant surgeon"}, {"name": None, "duration_days": 1}]),
    ("Referral to a podiatrist for shoe inserts", [{"name": "consultation"}]),
    ("Referral for acupuncture", [{"name": "acupuncture"}]),
    ("Knee surgery consult", [{"name": "consultation", "body_parts": ["knee"], "subcategory": "Surgical Consult"}]),
    ("Botox consultation", [{"name": "consultation", "category": "Evaluation & Management"}]),
    ("Methadone detox program", [{"name": None, "category": "Programs"}]),
    ("Baclofen level", [{"name": "laboratory test"}]),
    ("CPAP with humidifier, mask, tubing", [{"name": None, "category": "DMEPOS"}, {"name": "medical supplies"}]),
    ("Outpatient cardiac rehab, 3x/week x 4 weeks", [{"name": None, "category": "Rehabilitation", "visits": 12, "visits_per_week": 3, "weeks": 4}]),
    ("Polysomnogram (in-lab)", [{"name": None, "subcategory": "Other Diagnostic Tests"}]),
    ("Acupuncture (B) elbows", [{"name": "acupuncture", "body_parts": ["bilateral elbow"]}]),
    ("Wrist splint, L", [{"name": "brace", "body_parts": ["left wrist"]}]),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "wants"), LISTS, ids=[row[0] for row in LISTS])
def test_lists(treatment: str, wants: list[Want]) -> None:
    check(treatment, *wants)


DOUBTS: list[tuple[str, tuple[str, ...]]] = [
    ("Zzelocodone/APAP 5/325mg #30", ("unknown-drug", "unknown-drug")),
    ("Naproxen 500mg #60, Zzelotherm gel 90gm", ("unknown-drug", "unknown-drug")),
    ("Naproxen, Zzelotherm, Soma", ("unknown-drug", "unknown-drug")),
    ("Baclofen 5% cream, 20 gm and 200 gm", ("doubtful-quantity",)),
    ("Soma 350mg #60, #30", ("doubtful-quantity",)),
    ("LidoPro 4% cream", ("doubtful-strength",)),
    ("Sennosides 8.6/25mg", ("doubtful-strength",)),
    ("Home exercise kit, zzelography of the knee", ("unread-words",)),
    ("Retrospective inpatient stay (DOS 2/1/16 - 2/4/16)", ("doubtful-date",)),
    ("Acupuncture (frequency and duration not specified)", ()),
    ("Zolpidem 5mg (strength and number not given)", ()),
    ("Physical therapy, frequency and duration unspecified", ()),
    ("Spirometry (before and after albuterol)", ()),
]
"""What a treatment leaves unclear, and ordinary words that raise nothing."""


@pytest.mark.parametrize(("treatment", "codes"), DOUBTS, ids=[row[0] for row in DOUBTS])
def test_doubts(treatment: str, codes: tuple[str, ...]) -> None:
    assert tuple(doubt.code for doubt in read_services(treatment).doubts) == codes


def test_a_part_that_no_vocabulary_knows_keeps_its_place_and_its_strength() -> None:
    (service,) = read_services("Zzelocodone/APAP 5/325mg #30").services
    assert [tuple(one) for one in service.ingredients] == [
        ("zzelocodone", "5 mg"),
        ("acetaminophen", "325 mg"),
    ]


def test_a_drug_that_no_vocabulary_knows_is_a_service_of_its_own() -> None:
    services = read_services("Naproxen 500mg #60, Zzelotherm gel 90gm").services
    assert [(one.name, one.drug_class, one.form, one.quantity) for one in services] == [
        ("naproxen", "NSAID", None, 60),
        ("zzelotherm", None, "gel", 90),
    ]


@pytest.mark.parametrize(
    "treatment",
    ["Four corner fusion", "Six minute walk test", "Zero gravity chair", "BiOM T2 ankle prosthesis"],
)
def test_a_number_inside_a_name_is_neither_quantity_nor_level(treatment: str) -> None:
    (service,) = read_services(treatment).services
    assert (service.quantity, service.levels, service.category is not None) == (None, (), True)


def test_names_that_need_something_have_a_category_without_it() -> None:
    for treatment in (
        "Joint replacement",
        "Synovectomy",
        "Pulsed radiofrequency",
        "Corticosteroid",
        "Debridement",
    ):
        reading = read_services(treatment)
        assert reading.services[0].category is not None, treatment
        assert reading.doubts == (), treatment
