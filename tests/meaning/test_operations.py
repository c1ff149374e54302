"""What goes with an operation and is a service of its own; a referral and its purpose; urine tests."""

import pytest

from imr_parse.interpret.services.treatment import read_services

ROWS: list[tuple[str, list[tuple[str, str | None, str | None]]]] = [  # words, name, surgical of each service
    (
        "Right knee arthroscopy with associated services: assistant surgeon, cold therapy unit",
        [("Right knee arthroscopy with associated services", "knee arthroscopy", None), ("assistant surgeon", "assistant surgeon", "associated"), ("cold therapy unit", "cold therapy unit", "associated")],
    ),
    ("Right knee arthroscopy with associated surgical services", [("Right knee arthroscopy with associated surgical services", "knee arthroscopy", None)]),
    ("Associated surgical service: assistant surgeon", [("Associated surgical service: assistant surgeon", "assistant surgeon", "associated")]),
    ("Carpal tunnel release with pre-op clearance", [("Carpal tunnel release", "carpal tunnel release", None), ("pre-op clearance", "medical clearance", "preoperative")]),
    ("Left total hip arthroplasty, with medical clearance", [("Left total hip arthroplasty", "total hip arthroplasty", None), ("medical clearance", "medical clearance", None)]),
    (
        "Left knee arthroscopy with pre-operative labs and EKG",
        [("Left knee arthroscopy", "knee arthroscopy", None), ("pre-operative labs", "laboratory test", "preoperative"), ("EKG", "EKG", "preoperative")],
    ),
    (
        "Lumbar fusion at L4-5 with assistant surgeon and 3 day inpatient stay",
        [("Lumbar fusion at L4-5", "spinal fusion", None), ("assistant surgeon", "assistant surgeon", None), ("3 day inpatient stay", None, None)],
    ),
    ("Lumbar fusion L4-5 with 2 days hospital stay", [("Lumbar fusion L4-5", "spinal fusion", None), ("2 days hospital stay", None, None)]),
    ("Lumbar fusion L4-5 with post-op physical therapy 12 sessions", [("Lumbar fusion L4-5", "spinal fusion", None), ("post-op physical therapy 12 sessions", "physical therapy", "postoperative")]),
    ("Right knee arthroscopy with cold therapy unit 7 day rental", [("Right knee arthroscopy", "knee arthroscopy", None), ("cold therapy unit 7 day rental", "cold therapy unit", None)]),
    ("Right shoulder manipulation under anesthesia w/ physical therapy 12 visits", [("Right shoulder manipulation under anesthesia", None, None), ("physical therapy 12 visits", "physical therapy", None)]),
    ("Right total hip arthroplasty with robotic assistance", [("Right total hip arthroplasty with robotic assistance", "total hip arthroplasty", None)]),
    ("Right knee arthroscopy with partial meniscectomy", [("Right knee arthroscopy with partial meniscectomy", "knee arthroscopy", None)]),
    ("Cervical epidural steroid injection with fluoroscopic guidance", [("Cervical epidural steroid injection with fluoroscopic guidance", "epidural steroid injection", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "wants"), ROWS, ids=[row[0] for row in ROWS])
def test_what_goes_with_an_operation(treatment: str, wants: list[tuple[str, str | None, str | None]]) -> None:
    reading = read_services(treatment)
    assert [(one.text, one.name, one.surgical) for one in reading.services] == wants
    assert reading.doubts == ()


def test_days_of_a_stay_are_never_an_operations() -> None:
    assert [one.duration_days for one in read_services("Lumbar fusion L4-5 with 2 day stay").services] in (
        [None],
        [None, 2],
    )
    swallowed = read_services("Lumbar fusion L4-5 (2 days inpatient)")
    assert [one.duration_days for one in swallowed.services] == [None]
    assert [doubt.where for doubt in swallowed.doubts] == [("services", 0, "duration_days")]
    assert read_services("Spinal cord stimulator trial 7 days").services[0].duration_days == 7


NAMES: list[tuple[str, str, str]] = [
    ("Referral to pain management for cervical epidural injection", "consultation", "Medical Specialties"),
    ("Referral to orthopedic surgeon for right shoulder arthroscopy", "consultation", "Surgical Consult"),
    ("Referral to pain management for lumbar ESI", "consultation", "Medical Specialties"),
    ("Referral to a neurologist for bilateral upper extremity EMG", "consultation", "Medical Specialties"),
    ("Consultation for cervical epidural steroid injection", "consultation", "Medical Specialties"),
    ("Referral for MRI of the knee", "MRI", "Imaging/Radiology"),
    ("Referral for acupuncture", "acupuncture", "Acupuncture"),
    ("Referral to physical therapy", "physical therapy", "Physical Therapy/Occupational Therapy (PT/OT)"),
    ("UA toxicology screen", "urine drug test", "Lab & Pathology"),
    ("Urine analysis for toxicology", "urine drug test", "Lab & Pathology"),
    ("UA with drug screen", "urine drug test", "Lab & Pathology"),
    ("Urinalysis for random drug screening", "urine drug test", "Lab & Pathology"),
    ("Urinalysis with culture", "urinalysis", "Lab & Pathology"),
]


@pytest.mark.parametrize(("treatment", "name", "subcategory"), NAMES, ids=[row[0] for row in NAMES])
def test_what_is_asked_for(treatment: str, name: str, subcategory: str) -> None:
    reading = read_services(treatment)
    assert [(one.name, one.subcategory) for one in reading.services] == [(name, subcategory)]
    assert reading.doubts == ()


def test_urine_tests_apart_are_two() -> None:
    for treatment in ("Urinalysis and urine drug screen", "UA, toxicology screen"):
        assert [one.name for one in read_services(treatment).services] == ["urinalysis", "urine drug test"]
