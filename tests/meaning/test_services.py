"""Printed treatments and what they ask for: one line for each form, with invented cases."""

from typing import Any

import pytest

from imr_parse.interpret.services.treatment import BodyPart, Ingredient, ServiceReading, read_services

EMPTY: dict[str, Any] = {"ingredients": (), "body_parts": (), "levels": (), "retrospective": False}
PLACE = {"text", "start", "end"}
KNOWN = {"name", "category", "subcategory", "drug_class"}
Want = dict[str, Any]


def value(reading: ServiceReading, name: str) -> Any:
    """A field in the short form of the tables: parts as "left knee", ingredients as "name strength"."""
    have = getattr(reading, name)
    if name == "body_parts":
        return [_part(one) for one in have]
    if name == "ingredients":
        return [_ingredient(one) for one in have]
    return list(have) if name == "levels" else have


def _part(one: BodyPart) -> str:
    return " ".join(filter(None, (one.side, one.part)))


def _ingredient(one: Ingredient) -> str:
    return " ".join(filter(None, (one.name, one.strength)))


def check(treatment: str, *wants: Want, all_fields: bool = True) -> None:
    """Every field that a want names has its value; every other one but the inferred ones is empty."""
    reading = read_services(treatment)
    assert [one.name for one in reading.services] == [want["name"] for want in wants]
    for service, want in zip(reading.services, wants, strict=True):
        for name in service._fields:
            if name in want:
                assert value(service, name) == want[name], name
            elif all_fields and name not in PLACE | KNOWN:
                assert getattr(service, name) == EMPTY.get(name), name
    assert reading.doubts == ()


THERAPY = [
    ("Physical therapy 3 times a week for 4 weeks, left knee", {"visits": 12, "visits_per_week": 3, "weeks": 4, "body_parts": ["left knee"]}),
    ("PT 2x/week x 5 weeks", {"visits": 10, "visits_per_week": 2, "weeks": 5}),
    ("PT 2 x 5 weeks lumbar", {"visits": 10, "visits_per_week": 2, "weeks": 5, "body_parts": ["lumbar spine"]}),
    ("PT twice a week for five weeks", {"visits": 10, "visits_per_week": 2, "weeks": 5}),
    ("Physical therapy once per week over 3 weeks", {"visits": 3, "visits_per_week": 1, "weeks": 3}),
    ("Physical therapy 3 per week for 2 weeks", {"visits": 6, "visits_per_week": 3, "weeks": 2}),
    ("Physical therapy 2 times weekly for 3 weeks", {"visits": 6, "visits_per_week": 2, "weeks": 3}),
    ("Physical therapy ten sessions, three times weekly", {"visits": 10, "visits_per_week": 3}),
    ("Physical therapy eleven (11) visits", {"visits": 11}),
    ("Twenty-four sessions of physical therapy", {"visits": 24}),
    ("9 additional physical therapy visits", {"visits": 9}),
    ("Physical therapy x 9", {"visits": 9}),
    ("Physical therapy times 9", {"visits": 9}),
    ("Physical therapy #9", {"visits": 9}),
    ("Physical therapy QTY: 9", {"visits": 9}),
    ("Physical therapy sessions x9", {"visits": 9}),
    ("9 physical therapy", {"visits": 9}),
    ("Physical therapy 2-3 times a week for 4 weeks", {}),
    ("Physical therapy 2 to 3 visits per week for 4 weeks", {}),
    ("Physical therapy 2 times a week for 4-6 weeks", {}),
    ("Physical therapy 9-12 sessions", {}),
    ("Physical therapy 2-3 times a week for 4 weeks (9 visits)", {"visits": 9}),
    ("Physical therapy (9)", {"visits": 9}),
    ("Additional 9 post-operative physical therapy", {"visits": 9, "surgical": "postoperative"}),
    ("Physical therapy; nine visits", {"visits": 9}),
    ("Daily physical therapy", {}),
    ("Physical therapy for the cervical and thoracic spine", {"body_parts": ["cervical spine", "thoracic spine"]}),
    ("Physical therapy evaluation, right ankle", {"body_parts": ["right ankle"]}),
    ("PT/OT 9 sessions, left hand", {"visits": 9, "body_parts": ["left hand"]}),
    ("Post-operative physical therapy 9 sessions", {"visits": 9, "surgical": "postoperative"}),
    ("Associated surgical service: Physical therapy 9 visits", {"visits": 9, "surgical": "associated"}),
    ("Physcial theraphy 9 visits", {"visits": 9}),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "want"), THERAPY, ids=[row[0] for row in THERAPY])
def test_visits(treatment: str, want: Want) -> None:
    subcategory = "Physical Therapy/Occupational Therapy (PT/OT)"
    check(
        treatment,
        {"name": "physical therapy", "category": "Rehabilitation", "subcategory": subcategory, **want},
    )


DRUGS = [
    ("Norco 7.5/325mg #45", "hydrocodone-acetaminophen", {"brand": "Norco", "ingredients": ["hydrocodone 7.5 mg", "acetaminophen 325 mg"], "quantity": 45}),
    ("Hydrocodone/APAP 7.5/325 #45", "hydrocodone-acetaminophen", {"ingredients": ["hydrocodone 7.5 mg", "acetaminophen 325 mg"], "quantity": 45}),
    ("Percocet 5mg-325mg #45", "oxycodone-acetaminophen", {"brand": "Percocet", "ingredients": ["oxycodone 5 mg", "acetaminophen 325 mg"], "quantity": 45}),
    ("Tylenol #4 #45", "acetaminophen-codeine", {"brand": "Tylenol #4", "ingredients": ["acetaminophen", "codeine"], "quantity": 45}),
    ("Fioricet #45", "butalbital-acetaminophen-caffeine", {"brand": "Fioricet", "ingredients": ["butalbital", "acetaminophen", "caffeine"], "quantity": 45}),
    ("Oxycodone HCl ER 15 mg tabs #45", "oxycodone", {"ingredients": ["oxycodone 15 mg"], "form": "tablet", "quantity": 45}),
    ("Venlafaxine HCL ER 75mg capsules #45", "venlafaxine", {"ingredients": ["venlafaxine 75 mg"], "form": "capsule", "quantity": 45}),
    ("Lorazepam (Ativan) 1mg #45", "lorazepam", {"brand": "Ativan", "ingredients": ["lorazepam 1 mg"], "quantity": 45}),
    ("Ativan (lorazepam) 1mg #45", "lorazepam", {"brand": "Ativan", "ingredients": ["lorazepam 1 mg"], "quantity": 45}),
    ("Zoloft 50mg QTY: 45 with 2 refills", "sertraline", {"brand": "Zoloft", "ingredients": ["sertraline 50 mg"], "quantity": 45, "refills": 2}),
    ("Three refills of Mobic 15mg #45", "meloxicam", {"brand": "Mobic", "ingredients": ["meloxicam 15 mg"], "quantity": 45, "refills": 3}),
    ("Mobic 15mg #45 refill x 3", "meloxicam", {"brand": "Mobic", "ingredients": ["meloxicam 15 mg"], "quantity": 45, "refills": 3}),
    ("Tramadol 37.5/APAP 325mg #45", "tramadol-acetaminophen", {"ingredients": ["tramadol 37.5 mg", "acetaminophen 325 mg"], "quantity": 45}),
    ("Two tubes of Voltaren 1% gel", "diclofenac", {"brand": "Voltaren", "ingredients": ["diclofenac 1 %"], "form": "gel", "quantity": 2, "unit": "tube"}),
    ("Baclofen 10mg #45, no refills", "baclofen", {"ingredients": ["baclofen 10 mg"], "quantity": 45, "refills": 0}),
    ("Oxycodone 10mg #45 day supply: 15", "oxycodone", {"ingredients": ["oxycodone 10 mg"], "quantity": 45, "duration_days": 15}),
    ("Oxycodone 10mg, 15 day supply", "oxycodone", {"ingredients": ["oxycodone 10 mg"], "duration_days": 15}),
    ("Two month supply of Cialis 20mg", "tadalafil", {"brand": "Cialis", "ingredients": ["tadalafil 20 mg"], "quantity": 2, "unit": "month"}),
    ("Mobic 15mg, 45 tablets", "meloxicam", {"brand": "Mobic", "ingredients": ["meloxicam 15 mg"], "form": "tablet", "quantity": 45}),
    ("Mobic 15mg 1 tab every 4-6 hours as needed #45", "meloxicam", {"brand": "Mobic", "ingredients": ["meloxicam 15 mg"], "form": "tablet", "quantity": 45}),
    ("Deprizine 15mg/ml oral suspension 250ml", "ranitidine", {"brand": "Deprizine", "ingredients": ["ranitidine 15 mg/ml"], "form": "suspension", "quantity": 250, "unit": "ml"}),
    ("Synapryn 10mg/1ml oral suspension 500ml", "tramadol", {"brand": "Synapryn", "ingredients": ["tramadol 10 mg/1ml"], "form": "suspension", "quantity": 500, "unit": "ml"}),
    ("Fentanyl patch 12mcg/hr #10", "fentanyl", {"ingredients": ["fentanyl 12 mcg/hr"], "form": "patch", "quantity": 10}),
    ("Lidoderm 5% patch, 1 box", "lidocaine", {"brand": "Lidoderm", "ingredients": ["lidocaine 5 %"], "form": "patch", "quantity": 1, "unit": "box"}),
    ("Voltaren gel 1% 300 grams", "diclofenac", {"brand": "Voltaren", "ingredients": ["diclofenac 1 %"], "form": "gel", "quantity": 300, "unit": "grams"}),
    ("Baclofen 2% in cream base 60g", "baclofen", {"ingredients": ["baclofen 2 %"], "form": "cream", "quantity": 60, "unit": "grams"}),
    ("2% baclofen cream 60gm #1", "baclofen", {"ingredients": ["baclofen 2 %"], "form": "cream", "quantity": 1}),
    ("Capsaicin .05% cream", "capsaicin", {"ingredients": ["capsaicin 0.05 %"], "form": "cream"}),
    ("Retrospective Zofran 4mg #9 DOS: 2/3/16", "ondansetron", {"brand": "Zofran", "ingredients": ["ondansetron 4 mg"], "quantity": 9, "retrospective": True, "service_date": "2016-02-03"}),
    ("Zofran 4mg #9, DOS 2/3/2016", "ondansetron", {"brand": "Zofran", "ingredients": ["ondansetron 4 mg"], "quantity": 9, "service_date": "2016-02-03"}),
    ("Zofran 4mg #9 (ordered 2/3/16)", "ondansetron", {"brand": "Zofran", "ingredients": ["ondansetron 4 mg"], "quantity": 9}),
    ("Toradol 30mg injection", "ketorolac", {"brand": "Toradol", "ingredients": ["ketorolac 30 mg"], "form": "injection"}),
    ("Series of 5 Supartz injections, right knee", "hyaluronic acid", {"brand": "Supartz", "ingredients": ["hyaluronic acid"], "form": "injection", "quantity": 5, "body_parts": ["right knee"]}),
    ("Gabapentin 6%/Ketamine 10%/Lidocaine, 60gm", "compounded topical", {"ingredients": ["gabapentin 6 %", "ketamine 10 %", "lidocaine"], "quantity": 60, "unit": "grams"}),
    ("Compound cream: Ketamine, Baclofen", "compounded topical", {"ingredients": ["ketamine", "baclofen"], "form": "cream"}),
    ("One tube of Ketamine 5%, Baclofen 2%", "compounded topical", {"ingredients": ["ketamine 5 %", "baclofen 2 %"], "quantity": 1, "unit": "tube"}),
    ("Lidocaine/prilocaine cream 30g", "lidocaine-prilocaine", {"ingredients": ["lidocaine", "prilocaine"], "form": "cream", "quantity": 30, "unit": "grams"}),
    ("Butrans 5mcg/hr patch, 4 patches", "buprenorphine", {"brand": "Butrans", "ingredients": ["buprenorphine 5 mcg/hr"], "form": "patch", "quantity": 4}),
    ("Norco 10/325, 1 tab po tid", "hydrocodone-acetaminophen", {"brand": "Norco", "ingredients": ["hydrocodone 10 mg", "acetaminophen 325 mg"], "form": "tablet"}),
    ("TGHot 60gm", "compounded topical", {"brand": "TGHot", "ingredients": ["tramadol", "gabapentin", "menthol", "camphor", "capsaicin"], "quantity": 60, "unit": "grams"}),
    ("Robaxin 750mg", "methocarbamol", {"brand": "Robaxin", "ingredients": ["methocarbamol 750 mg"]}),
    ("Tramodol 50mg #45", "tramadol", {"ingredients": ["tramadol 50 mg"], "quantity": 45}),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "name", "want"), DRUGS, ids=[row[0] for row in DRUGS])
def test_drugs(treatment: str, name: str, want: Want) -> None:
    compounded = name == "compounded topical"
    subcategory = "Topical Compounds" if compounded else None
    check(treatment, {"name": name, "category": "Pharmaceuticals", "subcategory": subcategory, **want})
    assert (read_services(treatment).services[0].drug_class is None) == compounded


@pytest.mark.parametrize(
    ("treatment", "drug_class"),
    [
        ("Voltaren 75mg #45", "NSAID"),
        ("Diclofenac 75mg", "NSAID"),
        ("Diclofenac 1.5%", "Topical Analgesics"),
        ("Flector patch #30", "Topical Analgesics"),
        ("Ketoprofen 50mg capsules", "NSAID"),
        ("Ketophene", "Topical Analgesics"),
        ("Ketoprofen 10% in cream base", "Topical Analgesics"),
        ("Cyclobenzaprine 5mg", "Muscle Relaxant"),
        ("Cyclobenzaprine 2% gel", "Topical Analgesics"),
        ("Tabradol", "Muscle Relaxant"),
        ("Cyclophene cream", "Topical Analgesics"),
        ("Fanatrex", "Anti-epilepsy drugs"),
        ("Dicopanol", "Antihistamine"),
        ("Fentanyl patch", "Opioids"),
        ("Butrans patch", "Opioids"),
        ("Clonidine patch", "Antihypertensive"),
        ("Testosterone gel", "Androgens & Anabolic Steroids"),
        ("Synvisc injection", "Viscosupplementation"),
        ("Narcan nasal spray", "Opioid Antagonist"),
        ("Vitamin D", "Nutritional Products"),
        ("Movantik", "GI Agents"),
        ("Trezix", "Opioids"),
        ("Duexis", "NSAID"),
        ("Fioricet", "Barbiturates"),
    ],
)
def test_drug_classes(treatment: str, drug_class: str) -> None:
    reading = read_services(treatment)
    assert [one.drug_class for one in reading.services] == [drug_class]
    assert reading.doubts == ()


SERVICES = [
    ("EMG/NCV of the bilateral lower extremities", "EMG/NCS", {"body_parts": ["bilateral lower extremity"]}),
    ("NCV/EMG LUE", "EMG/NCS", {"body_parts": ["left upper extremity"]}),
    ("Electromyography (EMG) of the right arm", "EMG", {"body_parts": ["right upper extremity"]}),
    ("Nerve conduction studies of both legs QTY: 2", "NCS", {"body_parts": ["bilateral lower extremity"], "quantity": 2}),
    ("MRI/CT of the pelvis", "MRI", {"body_parts": ["pelvis"]}),
    ("CT/MRI of the pelvis", "CT", {"body_parts": ["pelvis"]}),
    ("MRI of the left hip and thigh with contrast", "MRI", {"body_parts": ["left hip", "left thigh"], "contrast": "with"}),
    ("MRI right elbow w/o contrast", "MRI", {"body_parts": ["right elbow"], "contrast": "without"}),
    ("MRI brain without dye times 1", "MRI", {"body_parts": ["brain"], "contrast": "without", "quantity": 1}),
    ("MRI thoracic spine with and without contrast", "MRI", {"body_parts": ["thoracic spine"], "contrast": "with_and_without"}),
    ("MR arthrogram of the left wrist", "MR arthrogram", {"body_parts": ["left wrist"]}),
    ("Two (2) x-rays of the jaw", "x-ray", {"body_parts": ["jaw"], "quantity": 2}),
    ("X-ray right hand 3 views", "x-ray", {"body_parts": ["right hand"]}),
    ("Ultrasound 1 times 6", "ultrasound therapy", {"visits": 6}),
    ("Ultrasound of the right elbow", "ultrasound imaging", {"body_parts": ["right elbow"]}),
    ("Arthroscopy of the right knee", "knee arthroscopy", {"body_parts": ["right knee"]}),
    ("Left shoulder arthroscopy with subacromial decompression", "shoulder arthroscopy", {"body_parts": ["left shoulder"]}),
    ("Fusion L3-4", "spinal fusion", {"levels": ["L3-L4"]}),
    ("Right total hip arthroplasty", "total hip arthroplasty", {"body_parts": ["right hip"]}),
    ("Left carpal tunnel release", "carpal tunnel release", {"body_parts": ["left"]}),
    ("Left L3-4, L4-L5 epidural steroid injection", "epidural steroid injection", {"body_parts": ["left"], "levels": ["L3-L4", "L4-L5"]}),
    ("Lumbar ESI at L5-S1", "epidural steroid injection", {"body_parts": ["lumbar spine"], "levels": ["L5-S1"]}),
    ("Bilateral L5 transforaminal epidural steroid injection", "epidural steroid injection", {"body_parts": ["bilateral"], "levels": ["L5"]}),
    ("Cervical facet joint injections C4-5-6", "facet joint injection", {"body_parts": ["cervical spine"], "levels": ["C4-C5", "C5-C6"]}),
    ("Medial branch block T12-1", "medial branch block", {"levels": ["T12-L1"]}),
    ("Trigger point injections x 3, left trapezius", "trigger point injection", {"quantity": 3, "body_parts": ["left trapezius"]}),
    ("Cortisone injection to the left ankle", "joint injection", {"body_parts": ["left ankle"]}),
    ("PRP injection right elbow", "platelet-rich plasma injection", {"body_parts": ["right elbow"]}),
    ("TENS unit, 30 day rental", "TENS unit", {"acquisition": "rental", "duration_days": 30}),
    ("Two month rental of an interferential unit", "interferential unit", {"acquisition": "rental", "duration_days": 60}),
    ("EMS/TENS unit purchase", "EMS unit", {"acquisition": "purchase"}),
    ("Cold therapy unit, ten day use", "cold therapy unit", {"duration_days": 10}),
    ("Knee scooter for two weeks", "knee scooter", {"duration_days": 14}),
    ("Rolling knee walker", "knee scooter", {}),
    ("Walker", "walker", {}),
    ("Right wrist brace", "brace", {"body_parts": ["right wrist"]}),
    ("Shoulder sling with abduction pillow", "sling", {"body_parts": ["shoulder"]}),
    ("Gym membership for 3 months", "gym membership", {"duration_days": 90}),
    ("One week trial of a hospital bed", "hospital bed", {"duration_days": 7}),
    ("Home health aide 3 hours a day, 4 days a week for 2 weeks", "home health care", {"visits": 8, "visits_per_week": 4, "weeks": 2}),
    ("Follow-up visit times 2", "office visit", {"visits": 2}),
    ("Re-exam with chiropractor", "office visit", {}),
    ("Medication management", "office visit", {}),
    ("Chiropractic evaluation", "consultation", {"category": "Evaluation & Management"}),
    ("Evaluation by a neurosurgeon, low back", "consultation", {"category": "Surgery", "subcategory": "Surgical Consult", "body_parts": ["lumbar spine"]}),
    ("Spine surgery evaluation", "consultation", {"category": "Surgery"}),
    ("Referral to neurology", "consultation", {"category": "Evaluation & Management"}),
    ("Pre-op clearance", "medical clearance", {"surgical": "preoperative", "category": "Surgery", "subcategory": "Adjunct Surgical Services"}),
    ("Pre-op labs: CBC, BMP", "laboratory test", {"surgical": "preoperative", "subcategory": "Lab & Pathology"}),
    ("PT/PTT", "laboratory test", {}),
    ("PA assist", "assistant surgeon", {}),
    ("Chirophysio 6 visits", "chiropractic treatment", {"visits": 6}),
    ("Spinal manipulation 2 times a week for 3 weeks", "chiropractic treatment", {"visits": 6, "visits_per_week": 2, "weeks": 3}),
    ("Trigger point impedance imaging, once a week for 3 weeks", "trigger point impedance imaging", {"visits": 3, "visits_per_week": 1, "weeks": 3}),
    ("Radiofrequency ablation, left L3, L4", None, {"category": "Injection", "subcategory": "Facet Injection", "body_parts": ["left"], "levels": ["L3", "L4"]}),
    ("Acupuncture, knees bilaterally", "acupuncture", {"body_parts": ["bilateral knee"]}),
    ("Acupuncture, left and right shoulder", "acupuncture", {"body_parts": ["bilateral shoulder"]}),
    ("Acupuncture, knee (right)", "acupuncture", {"body_parts": ["right knee"]}),
    ("Acupuncture for the upper and lower back", "acupuncture", {"body_parts": ["thoracic spine", "lumbar spine"]}),
    ("Acupuncture, bilateral upper and lower extremities", "acupuncture", {"body_parts": ["bilateral upper extremity", "bilateral lower extremity"]}),
    ("Massage of the left arm, neck and right leg", "massage therapy", {"body_parts": ["left upper extremity", "neck", "right lower extremity"]}),
    ("Bilateral hearing aids", "hearing aids", {"body_parts": ["bilateral"]}),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "name", "want"), SERVICES, ids=[row[0] for row in SERVICES])
def test_services(treatment: str, name: str | None, want: Want) -> None:
    check(treatment, {"name": name, **want})


SEVERAL: list[tuple[str, list[Want]]] = [
    (
        "EMG and NCS of the left arm",
        [
            {"name": "EMG", "text": "EMG", "body_parts": ["left upper extremity"]},
            {"name": "NCS", "text": "NCS of the left arm", "body_parts": ["left upper extremity"]},
        ],
    ),
    (
        "Physical therapy three sessions for the hand and nine sessions for the ankle",
        [
            {"name": "physical therapy", "text": "Physical therapy three sessions for the hand", "visits": 3, "body_parts": ["hand"]},
            {"name": "physical therapy", "text": "nine sessions for the ankle", "visits": 9, "body_parts": ["ankle"]},
        ],
    ),
    (
        "Follow-up with a hand surgeon and trigger point injections",
        [
            {"name": "office visit", "text": "Follow-up with a hand surgeon"},
            {"name": "trigger point injection", "text": "trigger point injections"},
        ],
    ),
    (
        "Norco 5/325mg #20, Soma 250mg #20 and Colace #20",
        [
            {"name": "hydrocodone-acetaminophen", "brand": "Norco", "quantity": 20, "ingredients": ["hydrocodone 5 mg", "acetaminophen 325 mg"]},
            {"name": "carisoprodol", "brand": "Soma", "quantity": 20, "ingredients": ["carisoprodol 250 mg"]},
            {"name": "docusate", "brand": "Colace", "quantity": 20, "ingredients": ["docusate"]},
        ],
    ),
    (
        "Pre-op testing: CBC, EKG and urinalysis",
        [
            {"name": "laboratory test", "surgical": "preoperative"},
            {"name": "EKG", "surgical": "preoperative"},
            {"name": "urinalysis", "surgical": "preoperative"},
        ],
    ),
    (
        "MRI of the neck and MRI of the right knee",
        [{"name": "MRI", "body_parts": ["neck"]}, {"name": "MRI", "body_parts": ["right knee"]}],
    ),
    (
        "Acupuncture and massage 2 times a week for 3 weeks",
        [
            {"name": "acupuncture", "visits": 6, "visits_per_week": 2, "weeks": 3},
            {"name": "massage therapy", "visits": 6, "visits_per_week": 2, "weeks": 3},
        ],
    ),
    (
        "MRI of the left knee and evaluation by an orthopedic surgeon",
        [{"name": "MRI", "body_parts": ["left knee"]}, {"name": "consultation", "category": "Surgery"}],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "wants"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_several(treatment: str, wants: list[Want]) -> None:
    check(treatment, *wants)


@pytest.mark.parametrize(
    "treatment",
    [
        "MRI of the cervical and lumbar spine",
        "TENS unit with supplies",
        "Right knee arthroscopy with meniscectomy, chondroplasty and synovectomy",
        "Physical therapy with exercise, massage and electrical stimulation",
        "CBC and CMP",
        "Medical clearance with EKG and labs",
        "Functional capacity evaluation (FCE)",
        "Consultation with an orthopedic surgeon for a possible knee replacement",
    ],
)
def test_one(treatment: str) -> None:
    reading = read_services(treatment)
    assert [one.text for one in reading.services] == [treatment]
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("treatment", "want"),
    [
        ("Psychological evaluation and 6 sessions of cognitive behavioral therapy",
         [("Psychological evaluation", "consultation"), ("6 sessions of cognitive behavioral therapy", "cognitive behavioral therapy")]),
        ("Left ankle arthroscopy with post-operative physical therapy x 8",
         [("Left ankle arthroscopy", None), ("post-operative physical therapy x 8", "physical therapy")]),
        ("Pre-op labs, EKG and chest x-ray", [("Pre-op labs", "laboratory test"), ("EKG", "EKG"), ("chest x-ray", "x-ray")]),
        ("L5-S1 fusion with instrumentation, inpatient stay 3 days, assistant surgeon",
         [("L5-S1 fusion with instrumentation", "spinal fusion"), ("inpatient stay 3 days", None), ("assistant surgeon", "assistant surgeon")]),
        ("Lidocaine patch and Terocin lotion",
         [("Lidocaine patch", "lidocaine"), ("Terocin lotion", "methyl salicylate-capsaicin-menthol-lidocaine")]),
        ("EMG (electromyography)/NCV (nerve conduction velocity) of the left arm",
         [("EMG (electromyography)/NCV (nerve conduction velocity) of the left arm", "EMG/NCS")]),
        ("Cervical ESI with epidurography and monitored anesthesia care",
         [("Cervical ESI with epidurography and monitored anesthesia care", "epidural steroid injection")]),
        ("Home aide to help with meals, transfers and while the spouse is away and until healed",
         [("Home aide to help with meals, transfers and while the spouse is away and until healed", "home health care")]),
    ],
)  # fmt: skip
def test_each_service_has_its_own_words(treatment: str, want: list[tuple[str, str | None]]) -> None:
    reading = read_services(treatment)
    assert [(one.text, one.name) for one in reading.services] == want
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("treatment", "code", "where"),
    [
        ("Physical therapy 2x6", "doubtful-visits", ("services", 0, "visits")),
        ("Ketamine 5%, Frobnicaine 2%", "unknown-drug", ("services", 0, "ingredients")),
        ("Capsule of 3/30mg #30", "unnamed-drug", ("services", 0)),
    ],
)
def test_odd_words_are_noted(treatment: str, code: str, where: tuple[str | int, ...]) -> None:
    doubts = read_services(treatment).doubts
    assert (code, where) in [(doubt.code, doubt.where) for doubt in doubts]
    assert {doubt.severity for doubt in doubts} == {"note"}


def test_an_unknown_drug_keeps_what_its_words_say() -> None:
    (reading,) = read_services("Frobnicaine 5 mg tablets #30").services
    assert (reading.name, reading.category, reading.form, reading.quantity) == (
        None,
        "Pharmaceuticals",
        "tablet",
        30,
    )


@pytest.mark.parametrize(
    ("treatment", "code", "where"),
    [
        ("Frobnication of the widget", "unknown-service", ("services", 0)),
        ("Frobnicaine 5 mg tablets #30", "unknown-service", ("services", 0)),
        ("MRI of the knee and frobnication of the widget", "unread-words", ("services",)),
        ("Podiatry consultation EKG", "run-together", ("services",)),
        ("MRI of the knee" * 500, "unknown-service", ("services", 0)),
        ("Retrospective MRI (DOS: 1/5/16, 2/6/16)", "doubtful-date", ("services", 0, "service_date")),
        ("Retrospective MRI DOS: 13/45/16", "doubtful-date", ("services", 0, "service_date")),
    ],
)
def test_what_cannot_be_resolved_is_said_at_its_place(
    treatment: str, code: str, where: tuple[str | int, ...]
) -> None:
    doubts = read_services(treatment).doubts
    assert (code, where, "warning") in [(doubt.code, doubt.where, doubt.severity) for doubt in doubts]
