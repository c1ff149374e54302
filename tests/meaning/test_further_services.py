"""More printed treatments in the field's language, each expectation written from the contract before it was run."""

import pytest

from imr_parse.interpret.services.treatment import read_services

from .test_services import Want, check

DRUGS: list[tuple[str, str, Want]] = [
    ("Gabapentin 300mg #90 with 2 refills", "gabapentin", {"ingredients": ["gabapentin 300 mg"], "quantity": 90, "refills": 2}),
    ("Tramadol ER 150 mg, quantity 30", "tramadol", {"ingredients": ["tramadol 150 mg"], "quantity": 30}),
    ("Omeprazole DR 20mg capsules #60, one refill", "omeprazole", {"ingredients": ["omeprazole 20 mg"], "form": "capsule", "quantity": 60, "refills": 1}),
    ("Naproxen sodium 550 mg tablets, #60", "naproxen", {"ingredients": ["naproxen 550 mg"], "form": "tablet", "quantity": 60}),
    ("Cyclobenzaprine HCl 7.5mg #90", "cyclobenzaprine", {"ingredients": ["cyclobenzaprine 7.5 mg"], "quantity": 90}),
    ("Nucynta 75mg #120", "tapentadol", {"brand": "Nucynta", "ingredients": ["tapentadol 75 mg"], "quantity": 120}),
    ("MS Contin 15mg tablets #60", "morphine", {"brand": "MS Contin", "ingredients": ["morphine 15 mg"], "form": "tablet", "quantity": 60}),
    ("Morphine sulfate IR 15mg #90", "morphine", {"ingredients": ["morphine 15 mg"], "quantity": 90}),
    ("Celebrex 200mg #30 (5 refills)", "celecoxib", {"brand": "Celebrex", "ingredients": ["celecoxib 200 mg"], "quantity": 30, "refills": 5}),
    ("Lyrica 75 mg one tablet twice daily #60", "pregabalin", {"brand": "Lyrica", "ingredients": ["pregabalin 75 mg"], "form": "tablet", "quantity": 60}),
    ("Duloxetine 60 mg qty 30 refills: 3", "duloxetine", {"ingredients": ["duloxetine 60 mg"], "quantity": 30, "refills": 3}),
    ("Zolpidem tartrate 10mg at bedtime #30", "zolpidem", {"ingredients": ["zolpidem 10 mg"], "quantity": 30}),
    ("Trazodone 50mg 1-2 tablets at bedtime as needed #60", "trazodone", {"ingredients": ["trazodone 50 mg"], "form": "tablet", "quantity": 60}),
    ("Methadone 10mg (quantity 240)", "methadone", {"ingredients": ["methadone 10 mg"], "quantity": 240}),
    ("Hydrocodone/Ibuprofen 7.5/200mg #60", "hydrocodone-ibuprofen", {"ingredients": ["hydrocodone 7.5 mg", "ibuprofen 200 mg"], "quantity": 60}),
    ("Vicodin 5/300 mg #60", "hydrocodone-acetaminophen", {"brand": "Vicodin", "ingredients": ["hydrocodone 5 mg", "acetaminophen 300 mg"], "quantity": 60}),
    ("Suboxone 8mg/2mg #30", "buprenorphine-naloxone", {"brand": "Suboxone", "ingredients": ["buprenorphine 8 mg", "naloxone 2 mg"], "quantity": 30}),
    ("Pennsaid 2% topical solution 112 grams", "diclofenac", {"brand": "Pennsaid", "ingredients": ["diclofenac 2 %"], "form": "solution", "quantity": 112, "unit": "grams"}),
    ("Flurbiprofen 20%, Lidocaine 5% cream 180 grams", "compounded topical", {"ingredients": ["flurbiprofen 20 %", "lidocaine 5 %"], "form": "cream", "quantity": 180, "unit": "grams"}),
    (
        "Compound topical cream: Flurbiprofen 20%, Baclofen 5%, Dexamethasone 2%, 210 grams",
        "compounded topical",
        {"ingredients": ["flurbiprofen 20 %", "baclofen 5 %", "dexamethasone 2 %"], "form": "cream", "quantity": 210, "unit": "grams"},
    ),
    (
        "Amitriptyline 10%, Gabapentin 10%, Bupivacaine 5% in cream base, 210 grams",
        "compounded topical",
        {"ingredients": ["amitriptyline 10 %", "gabapentin 10 %", "bupivacaine 5 %"], "form": "cream", "quantity": 210, "unit": "grams"},
    ),
    (
        "Capsaicin 0.025%, Flurbiprofen 15%, Gabapentin 10%, Menthol 2%, Camphor 2% 180gm",
        "compounded topical",
        {"ingredients": ["capsaicin 0.025 %", "flurbiprofen 15 %", "gabapentin 10 %", "menthol 2 %", "camphor 2 %"], "quantity": 180, "unit": "grams"},
    ),
    ("Toradol 60 mg IM injection", "ketorolac", {"brand": "Toradol", "ingredients": ["ketorolac 60 mg"], "form": "injection"}),
    ("Orthovisc injections x 3, left knee", "hyaluronic acid", {"brand": "Orthovisc", "ingredients": ["hyaluronic acid"], "form": "injection", "quantity": 3, "body_parts": ["left knee"]}),
    ("Retrospective request for Ondansetron 8mg #30 (DOS 8/15/2014)", "ondansetron", {"ingredients": ["ondansetron 8 mg"], "quantity": 30, "retrospective": True, "service_date": "2014-08-15"}),
    ("Xanax 0.5mg #60", "alprazolam", {"brand": "Xanax", "ingredients": ["alprazolam 0.5 mg"], "quantity": 60}),
    ("Topamax 25mg, 60 tablets, 3 refills", "topiramate", {"brand": "Topamax", "ingredients": ["topiramate 25 mg"], "form": "tablet", "quantity": 60, "refills": 3}),
    ("Flexeril 10 mg, one by mouth three times a day, #90", "cyclobenzaprine", {"brand": "Flexeril", "ingredients": ["cyclobenzaprine 10 mg"], "quantity": 90}),
    ("Percocet 10/325mg, 1 tablet every 6 hours as needed, #120", "oxycodone-acetaminophen", {"brand": "Percocet", "ingredients": ["oxycodone 10 mg", "acetaminophen 325 mg"], "form": "tablet", "quantity": 120}),
    ("Fentanyl 25mcg/hr patches #15", "fentanyl", {"ingredients": ["fentanyl 25 mcg/hr"], "form": "patch", "quantity": 15}),
    ("Oxymorphone ER 20mg #60", "oxymorphone", {"ingredients": ["oxymorphone 20 mg"], "quantity": 60}),
    ("Viagra 100 mg #10", "sildenafil", {"brand": "Viagra", "ingredients": ["sildenafil 100 mg"], "quantity": 10}),
    ("Senna 8.6mg #120", "senna", {"ingredients": ["senna 8.6 mg"], "quantity": 120}),
    ("Nexium 40 mg #30, 11 refills", "esomeprazole", {"brand": "Nexium", "ingredients": ["esomeprazole 40 mg"], "quantity": 30, "refills": 11}),
    ("Ibuprofen 800 mg #90 x 2 refills", "ibuprofen", {"ingredients": ["ibuprofen 800 mg"], "quantity": 90, "refills": 2}),
    ("1 prescription of Norco 10/325mg #60", "hydrocodone-acetaminophen", {"brand": "Norco", "ingredients": ["hydrocodone 10 mg", "acetaminophen 325 mg"], "quantity": 60}),
    ("Prescription for Lunesta 2 mg, thirty count", "eszopiclone", {"brand": "Lunesta", "ingredients": ["eszopiclone 2 mg"], "quantity": 30}),
    ("Soma 350mg (#120)", "carisoprodol", {"brand": "Soma", "ingredients": ["carisoprodol 350 mg"], "quantity": 120}),
    ("Tizanidine 4mg #60 (30 day supply)", "tizanidine", {"ingredients": ["tizanidine 4 mg"], "quantity": 60, "duration_days": 30}),
    ("Acetaminophen 500mg, 100 tablets", "acetaminophen", {"ingredients": ["acetaminophen 500 mg"], "form": "tablet", "quantity": 100}),
    ("Vitamin D 2000 units #100", "vitamin d", {"ingredients": ["vitamin d 2000 units"], "quantity": 100}),
    ("Vitamin D3 50,000 IU, 8 capsules", "vitamin d", {"ingredients": ["vitamin d 50000 iu"], "form": "capsule", "quantity": 8}),
    ("60 Tramadol 50mg", "tramadol", {"ingredients": ["tramadol 50 mg"], "quantity": 60}),
    ("1 prescription of Tramadol 50mg", "tramadol", {"ingredients": ["tramadol 50 mg"]}),
    ("Insulin glargine 100 units/ml 10 ml vial", "insulin glargine", {"ingredients": ["insulin glargine 100 units/ml"], "form": "injection", "quantity": 10, "unit": "ml"}),
    ("Tylenol #4, 1 by mouth every 8 hours, #90 x 2 refills", "acetaminophen-codeine", {"brand": "Tylenol #4", "ingredients": ["acetaminophen", "codeine"], "quantity": 90, "refills": 2}),
    ("Oxycontin 20 mg ER tablets, sixty count", "oxycodone", {"brand": "Oxycontin", "ingredients": ["oxycodone 20 mg"], "form": "tablet", "quantity": 60}),
    ("Vimovo 500-20 mg, quantity: 60", "naproxen-esomeprazole", {"brand": "Vimovo", "ingredients": ["naproxen 500 mg", "esomeprazole 20 mg"], "quantity": 60}),
    ("Celebrex 200 mg, thirty count with five refills", "celecoxib", {"brand": "Celebrex", "ingredients": ["celecoxib 200 mg"], "quantity": 30, "refills": 5}),
    ("Thirty (30) tablets of Zolpidem 10 mg", "zolpidem", {"ingredients": ["zolpidem 10 mg"], "form": "tablet", "quantity": 30}),
    ("Botox 200 units", "onabotulinumtoxina", {"brand": "Botox", "ingredients": ["onabotulinumtoxina"], "quantity": 200, "unit": "unit"}),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "name", "want"), DRUGS, ids=[row[0] for row in DRUGS])
def test_drugs(treatment: str, name: str, want: Want) -> None:
    check(treatment, {"name": name, "category": "Pharmaceuticals", **want})


THERAPY: list[tuple[str, str, Want]] = [
    ("Physical therapy 3 x week x 6 weeks, lumbar spine", "physical therapy", {"visits": 18, "visits_per_week": 3, "weeks": 6, "body_parts": ["lumbar spine"]}),
    ("Acupuncture 2 times per week for 4 weeks for the right wrist", "acupuncture", {"visits": 8, "visits_per_week": 2, "weeks": 4, "body_parts": ["right wrist"]}),
    ("Aquatic therapy 12 visits (2x/week for 6 weeks) lumbar spine", "aquatic therapy", {"visits": 12, "visits_per_week": 2, "weeks": 6, "body_parts": ["lumbar spine"]}),
    ("Additional chiropractic care, 6 sessions, cervical spine", "chiropractic treatment", {"visits": 6, "body_parts": ["cervical spine"]}),
    ("Occupational therapy, twelve visits, left hand", "occupational therapy", {"visits": 12, "body_parts": ["left hand"]}),
    ("Massage therapy once a week for eight weeks", "massage therapy", {"visits": 8, "visits_per_week": 1, "weeks": 8}),
    ("Cognitive behavioral therapy x 10 sessions", "cognitive behavioral therapy", {"visits": 10}),
    ("Individual psychotherapy, 6 sessions over 12 weeks", "psychotherapy", {"visits": 6, "weeks": 12}),
    ("Group psychotherapy weekly for 12 weeks", "psychotherapy", {"visits": 12, "visits_per_week": 1, "weeks": 12}),
    ("Work conditioning 3 times a week for 4 weeks", "work conditioning", {"visits": 12, "visits_per_week": 3, "weeks": 4}),
    ("Biofeedback therapy 1 time a week for 6 weeks", "biofeedback", {"visits": 6, "visits_per_week": 1, "weeks": 6}),
    ("Extracorporeal shockwave therapy, 3 sessions, right shoulder", "shockwave therapy", {"visits": 3, "body_parts": ["right shoulder"]}),
    ("Post-op physical therapy, right shoulder, 24 visits", "physical therapy", {"visits": 24, "surgical": "postoperative", "body_parts": ["right shoulder"]}),
    ("Physical therapy (PT) 8 additional sessions, neck", "physical therapy", {"visits": 8, "body_parts": ["neck"]}),
    ("Physical therapy three times weekly for four weeks, bilateral knees", "physical therapy", {"visits": 12, "visits_per_week": 3, "weeks": 4, "body_parts": ["bilateral knee"]}),
    ("Functional restoration program, 160 hours", "functional restoration program", {}),
    ("Hand therapy 2 times a week for 6 weeks, right hand", "hand therapy", {"visits": 12, "visits_per_week": 2, "weeks": 6, "body_parts": ["right hand"]}),
    ("Myofascial release, 4 sessions", "myofascial release", {"visits": 4}),
    ("Pool therapy two times a week for three weeks", "aquatic therapy", {"visits": 6, "visits_per_week": 2, "weeks": 3}),
    ("Physical therapy 6 visits over 3 weeks", "physical therapy", {"visits": 6, "weeks": 3}),
    ("Physical therapy, 2 times a week for 6 weeks (12 sessions), left ankle", "physical therapy", {"visits": 12, "visits_per_week": 2, "weeks": 6, "body_parts": ["left ankle"]}),
    ("Chiropractic manipulation one time a week for six weeks", "chiropractic treatment", {"visits": 6, "visits_per_week": 1, "weeks": 6}),
    ("Home health care 4 hours a day, 7 days a week for 6 weeks", "home health care", {"visits": 42, "visits_per_week": 7, "weeks": 6}),
    ("Home health aide 8 hours per day 5 days per week x 4 weeks", "home health care", {"visits": 20, "visits_per_week": 5, "weeks": 4}),
    ("Follow-up visits with pain management, 6 visits", "office visit", {"visits": 6}),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "name", "want"), THERAPY, ids=[row[0] for row in THERAPY])
def test_therapies(treatment: str, name: str, want: Want) -> None:
    check(treatment, {"name": name, **want})


OTHERS: list[tuple[str, str | None, Want]] = [
    ("MRI of the left shoulder without contrast", "MRI", {"contrast": "without", "body_parts": ["left shoulder"]}),
    ("MRI lumbar spine with and without gadolinium", "MRI", {"contrast": "with_and_without", "body_parts": ["lumbar spine"]}),
    ("MRI cervical spine w/ contrast", "MRI", {"contrast": "with", "body_parts": ["cervical spine"]}),
    ("MRI (magnetic resonance imaging) of the right knee without contrast", "MRI", {"contrast": "without", "body_parts": ["right knee"]}),
    ("MRI of the left hip with intra-articular contrast", "MRI", {"contrast": "with", "body_parts": ["left hip"]}),
    ("Dental crown #18", None, {"category": "Evaluation & Management", "subcategory": "Dental Services"}),
    ("Root canal, teeth 3 and 14", None, {}),
    ("CT scan of the lumbar spine w/o contrast", "CT", {"contrast": "without", "body_parts": ["lumbar spine"]}),
    ("MRI arthrogram of the right shoulder", "MR arthrogram", {"body_parts": ["right shoulder"]}),
    ("X-rays of the lumbar spine, AP and lateral views", "x-ray", {"body_parts": ["lumbar spine"]}),
    ("X-ray of the bilateral knees, standing", "x-ray", {"body_parts": ["bilateral knee"]}),
    ("Bone scan of the lower extremities", "bone scan", {"body_parts": ["lower extremity"]}),
    ("NCV of the left lower extremity", "NCS", {"body_parts": ["left lower extremity"]}),
    ("Open MRI of the lumbar spine", "MRI", {"body_parts": ["lumbar spine"]}),
    ("3T MRI of the left wrist", "MRI", {"body_parts": ["left wrist"]}),
    ("Ultrasound of the left shoulder", "ultrasound imaging", {"body_parts": ["left shoulder"]}),
    ("Urine toxicology screen (retrospective DOS 1/12/2015)", "urine drug test", {"retrospective": True, "service_date": "2015-01-12"}),
    ("TENS unit rental for 30 days", "TENS unit", {"acquisition": "rental", "duration_days": 30}),
    ("Interferential unit, 1 month rental", "interferential unit", {"acquisition": "rental", "duration_days": 30}),
    ("Cold therapy unit rental x 7 days", "cold therapy unit", {"acquisition": "rental", "duration_days": 7}),
    ("Cold therapy unit, 14 day rental, right shoulder", "cold therapy unit", {"acquisition": "rental", "duration_days": 14, "body_parts": ["right shoulder"]}),
    ("DVT compression device, 30 day rental", "DVT prophylaxis unit", {"acquisition": "rental", "duration_days": 30}),
    ("Right knee brace, hinged", "brace", {"body_parts": ["right knee"]}),
    ("Wheelchair rental for 3 months", "wheelchair", {"acquisition": "rental", "duration_days": 90}),
    ("Front wheeled walker purchase", "walker", {"acquisition": "purchase"}),
    ("Semi-electric hospital bed, 2 month rental", "hospital bed", {"acquisition": "rental", "duration_days": 60}),
    ("Gym membership, one year", "gym membership", {"duration_days": 365}),
    ("Gloves, one box", "medical supplies", {"quantity": 1, "unit": "box"}),
    ("Skilled nursing facility, 10 days", "skilled nursing facility", {"duration_days": 10}),
    ("Transportation to and from medical appointments", "transportation", {}),
    ("Round trip transportation to the surgery center", "transportation", {}),
    ("Orthopedic consultation, right knee", "consultation", {"body_parts": ["right knee"]}),
    ("Pain management consultation", "consultation", {"category": "Evaluation & Management"}),
    ("Referral to an orthopedic spine surgeon", "consultation", {"category": "Surgery", "subcategory": "Surgical Consult"}),
    ("Psychiatric evaluation", "consultation", {}),
    ("Follow up visit in 6 weeks", "office visit", {}),
    ("Re-evaluation with primary treating physician", "office visit", {}),
    ("Neurology consultation for headaches", "consultation", {}),
    ("Lumbar epidural steroid injection L4-5", "epidural steroid injection", {"body_parts": ["lumbar spine"], "levels": ["L4-L5"]}),
    ("Right L4-L5 and L5-S1 transforaminal epidural steroid injections", "epidural steroid injection", {"body_parts": ["right"], "levels": ["L4-L5", "L5-S1"]}),
    ("Bilateral L4-5, L5-S1 medial branch blocks", "medial branch block", {"body_parts": ["bilateral"], "levels": ["L4-L5", "L5-S1"]}),
    ("Left C5-C6 interlaminar epidural steroid injection", "epidural steroid injection", {"body_parts": ["left"], "levels": ["C5-C6"]}),
    ("Cervical epidural steroid injection at C7-T1", "epidural steroid injection", {"body_parts": ["cervical spine"], "levels": ["C7-T1"]}),
    ("Right shoulder subacromial injection", "joint injection", {"body_parts": ["right shoulder"]}),
    ("Trigger point injections, bilateral trapezius, x 4", "trigger point injection", {"quantity": 4, "body_parts": ["bilateral trapezius"]}),
    ("Right shoulder arthroscopy with rotator cuff repair and subacromial decompression", "shoulder arthroscopy", {"body_parts": ["right shoulder"]}),
    ("Left knee arthroscopy with partial medial meniscectomy", "knee arthroscopy", {"body_parts": ["left knee"]}),
    ("Anterior cervical discectomy and fusion C5-C6", "spinal fusion", {"body_parts": ["cervical spine"], "levels": ["C5-C6"]}),
    ("Right total knee replacement", "total knee arthroplasty", {"body_parts": ["right knee"]}),
    ("Associated surgical service: assistant surgeon", "assistant surgeon", {"surgical": "associated"}),
    ("Preoperative EKG", "EKG", {"surgical": "preoperative"}),
    ("Lumbar laminectomy L4-5", "laminectomy", {"body_parts": ["lumbar spine"], "levels": ["L4-L5"]}),
    ("Hardware removal, left ankle", None, {"category": "Surgery", "body_parts": ["left ankle"]}),
    ("Microdiscectomy L5-S1", None, {"category": "Surgery", "subcategory": "Spine", "levels": ["L5-S1"]}),
    ("Bilateral L3, L4, L5 medial branch radiofrequency ablation", None, {"category": "Injection", "body_parts": ["bilateral"], "levels": ["L3", "L4", "L5"]}),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "name", "want"), OTHERS, ids=[row[0] for row in OTHERS])
def test_others(treatment: str, name: str | None, want: Want) -> None:
    check(treatment, {"name": name, **want})


SEVERAL: list[tuple[str, list[Want]]] = [
    ("MRI of the cervical spine and EMG/NCV of the bilateral upper extremities", [{"name": "MRI", "body_parts": ["cervical spine"]}, {"name": "EMG/NCS", "body_parts": ["bilateral upper extremity"]}]),
    (
        "Norco 10/325mg #120 and Soma 350mg #90",
        [
            {"name": "hydrocodone-acetaminophen", "brand": "Norco", "quantity": 120, "ingredients": ["hydrocodone 10 mg", "acetaminophen 325 mg"]},
            {"name": "carisoprodol", "brand": "Soma", "quantity": 90, "ingredients": ["carisoprodol 350 mg"]},
        ],
    ),
    ("Physical therapy 12 sessions and acupuncture 6 sessions", [{"name": "physical therapy", "visits": 12}, {"name": "acupuncture", "visits": 6}]),
    ("Urine drug screen and office visit", [{"name": "urine drug test"}, {"name": "office visit"}]),
    (
        "Chiropractic 6 visits, acupuncture 6 visits and massage 4 visits",
        [{"name": "chiropractic treatment", "visits": 6}, {"name": "acupuncture", "visits": 6}, {"name": "massage therapy", "visits": 4}],
    ),
    ("Physical therapy 8 visits to the neck, 6 visits to the left knee", [{"name": "physical therapy", "visits": 8, "body_parts": ["neck"]}, {"name": "physical therapy", "visits": 6, "body_parts": ["left knee"]}]),
    (
        "MRI and x-ray of the left knee, CT of the right elbow",
        [{"name": "MRI", "body_parts": ["left knee"]}, {"name": "x-ray", "body_parts": ["left knee"]}, {"name": "CT", "body_parts": ["right elbow"]}],
    ),
    ("CBC, CMP, and urinalysis", [{"name": "laboratory test"}, {"name": "urinalysis"}]),
    ("X-rays of the left shoulder and left elbow", [{"name": "x-ray", "body_parts": ["left shoulder", "left elbow"]}]),
    ("Transportation and interpreter", [{"name": "transportation"}, {"name": None}]),
    ("Orthopedic consultation, neurology consultation", [{"name": "consultation"}, {"name": "consultation"}]),
    ("Consultation with a neurologist and an orthopedic surgeon", [{"name": "consultation", "category": "Evaluation & Management"}, {"name": "consultation", "category": "Surgery"}]),
    ("Referral to a psychologist and a pain management specialist", [{"name": "consultation"}, {"name": "consultation"}]),
    ("Follow-up with an orthopedist and a psychologist", [{"name": "office visit"}, {"name": "office visit"}]),
    ("Neurology, orthopedic surgeon and pain management consultation", [{"name": "consultation", "category": "Evaluation & Management"}, {"name": "consultation", "category": "Surgery"}, {"name": "consultation", "category": "Evaluation & Management"}]),
    ("Evaluation by a hand surgeon and a spine surgeon", [{"name": "consultation", "category": "Surgery"}, {"name": "consultation", "category": "Surgery"}]),
    ("Orthopedic and neurology consultation", [{"name": "consultation"}, {"name": "consultation"}]),
    (
        "Right knee arthroscopy, assistant surgeon, and post-operative physical therapy 12 visits",
        [
            {"name": "knee arthroscopy", "body_parts": ["right knee"]},
            {"name": "assistant surgeon"},
            {"name": "physical therapy", "visits": 12, "surgical": "postoperative"},
        ],
    ),
    (
        "Naproxen 550mg #60; Omeprazole 20mg #60; Tramadol 50mg #90",
        [
            {"name": "naproxen", "quantity": 60, "ingredients": ["naproxen 550 mg"]},
            {"name": "omeprazole", "quantity": 60, "ingredients": ["omeprazole 20 mg"]},
            {"name": "tramadol", "quantity": 90, "ingredients": ["tramadol 50 mg"]},
        ],
    ),
    (
        "Left wrist splint, purchase, and hand therapy 2 times a week for 4 weeks",
        [{"name": "brace", "acquisition": "purchase", "body_parts": ["left wrist"]}, {"name": "hand therapy", "visits": 8, "visits_per_week": 2, "weeks": 4}],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "wants"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_several(treatment: str, wants: list[Want]) -> None:
    check(treatment, *wants)


ONE_VISIT = [
    "Consultation with an orthopedic and spine surgeon",
    "Consultation with a physical medicine and rehabilitation specialist",
    "Neurology consultation for headaches and psychological symptoms",
    "Referral to an orthopedist, orthopedic surgeon",
    "Allergy and immunology consultation",
    "Evaluation by a neurologist/neurosurgeon",
]


@pytest.mark.parametrize("treatment", ONE_VISIT)
def test_one_visit(treatment: str) -> None:
    assert len(read_services(treatment).services) == 1


@pytest.mark.parametrize("who", ["Follow-up", "Consultation"])
def test_whose_visits_they_are_is_not_known(who: str) -> None:
    reading = read_services(f"{who} with a neurologist and an orthopedist, 6 visits")
    assert len(reading.services) == 2
    found = [(doubt.where, doubt.severity) for doubt in reading.doubts]
    assert found == [(("services", at, "visits"), "warning") for at in (0, 1)]


@pytest.mark.parametrize(
    ("treatment", "severity"),
    [
        ("TENS unit, 30 day rental then purchase", "note"),
        ("H-wave unit, 14 day rental and purchase if it helps", "note"),
        ("Cold therapy unit, rental or purchase", "warning"),
        ("Cold therapy unit, 14 day rental, purchase of wrap", None),
        ("Cold therapy unit, 14 day rental with wrap purchase", None),
    ],
)
def test_a_thing_rented_and_bought_is_doubted(treatment: str, severity: str | None) -> None:
    reading = read_services(treatment)
    assert [one.acquisition for one in reading.services] == ["rental"]
    expected = [(("services", 0, "acquisition"), severity)] if severity else []
    assert [(doubt.where, doubt.severity) for doubt in reading.doubts] == expected
