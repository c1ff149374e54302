"""Chapters one after another, names that are misprinted, and words that cannot be what they stand for; invented, for
test_citations.py. Each expectation was written from the contract before it was run."""

from .further_citations import Row

PAIN, LOW, KNEE, SHOULDER = (
    "Chronic Pain Medical Treatment",
    "Low Back Complaints",
    "Knee Complaints",
    "Shoulder Complaints",
)
NECK, HAND, FOOT, GENERAL = (
    "Neck and Upper Back Complaints",
    "Forearm, Wrist, and Hand Complaints",
    "Ankle and Foot Complaints",
    "General Approaches",
)

# (printed words after the lead-in, citations)
CHAPTERS_TOGETHER: list[tuple[str, list[Row]]] = [
    (f"ACOEM Chapter 9 Shoulder Complaints{joint}ACOEM Chapter 13 Knee Complaints Page(s): 343", [("MTUS", SHOULDER, [], {"pages": None, "text": "ACOEM Chapter 9 Shoulder Complaints"}), ("MTUS", KNEE, [], {"pages": "343", "text": "ACOEM Chapter 13 Knee Complaints Page(s): 343"})])
    for joint in (", ", "; ", " ", ", and ", " and ")
] + [
    ("ACOEM Chapter 8 Neck and Upper Back Complaints, ACOEM Chapter 12 Low Back Complaints, Chronic Pain Treatment Guidelines Page(s): 98-99", [("MTUS", NECK, []), ("MTUS", LOW, []), ("MTUS", PAIN, [], {"pages": "98-99"})]),
    ("ACOEM Chapter 9 Shoulder Complaints, ACOEM Chapter 11 Forearm, Wrist, and Hand Complaints, ACOEM Chapter 13 Knee Complaints", [("MTUS", SHOULDER, []), ("MTUS", HAND, []), ("MTUS", KNEE, [])]),
    ("ACOEM Chapter 9, ACOEM Chapter 13 Page(s): 343", [("MTUS", SHOULDER, [], {"pages": None}), ("MTUS", KNEE, [], {"pages": "343"})]),
    ("ACOEM Chapter 8 Neck and Upper Back Complaints, Chapter 12", [("MTUS", NECK, []), ("MTUS", LOW, [])]),
    ("ACOEM Chapter 12 Low Back Complaints Page(s): 303, ACOEM Chapter 13 Knee Complaints", [("MTUS", LOW, [], {"pages": "303"}), ("MTUS", KNEE, [])]),
    ("ACOEM Practice Guidelines, Neck and Upper Back Complaints, ACOEM Practice Guidelines, Low Back Complaints", [("MTUS", NECK, [], {"text": "ACOEM Practice Guidelines, Neck and Upper Back Complaints"}), ("MTUS", LOW, [])]),
    ("Chronic Pain Treatment Guidelines ACOEM Chapter 12 Low Back Complaints Page(s): 300", [("MTUS", PAIN, [], {"pages": None}), ("MTUS", LOW, [], {"pages": "300"})]),
    # the same chapter once more is no further one
    ("Low Back Complaints, ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12, page 303", [("MTUS", LOW, [], {"year": 2004, "pages": "303"})]),
    ("Knee Complaints Chapter (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 13) pg. 340", [("MTUS", KNEE, [], {"pages": "340"})]),
    # the chapters of the general approaches are its sections
    ("General Approaches ACOEM Pain, Suffering, and the Restoration of Function Chapter Page(s): 114", [("MTUS", GENERAL, ["Pain, Suffering, and the Restoration of Function"], {"pages": "114"})]),
    ("General Approaches ACOEM Chapter 5 Cornerstones of Disability Prevention and Management Page(s): 90", [("MTUS", GENERAL, ["Cornerstones of Disability Prevention and Management"], {"pages": "90"})]),
    ("General Approaches ACOEM Practice Guidelines, Chapter 7, Independent Medical Examinations and Consultations, page 127", [("MTUS", GENERAL, ["Independent Medical Examinations and Consultations"], {"pages": "127"})]),
    ("General Approaches ACOEM Chapter 3 Initial Approaches to Treatment, Chronic Pain Treatment Guidelines Yoga Page(s): 48", [("MTUS", GENERAL, ["Initial Approaches to Treatment"], {"pages": None}), ("MTUS", PAIN, ["Yoga"], {"pages": "48"})]),
    ("General Approaches 2004, Section(s): Prevention, Work-Relatedness", [("MTUS", GENERAL, ["Prevention", "Work-Relatedness"], {"year": 2004})]),
    ("General Approaches, ACOEM Chapter 12 Low Back Complaints", [("MTUS", GENERAL, []), ("MTUS", LOW, [])]),
    # a topic straight behind a chapter's title
    ("ACOEM Chapter 13 Knee Complaints Meniscus tears Page(s): 344-345", [("MTUS", KNEE, ["Meniscus tears"], {"pages": "344-345"})]),
    ("ACOEM Chapter 9 Shoulder Complaints Rotator cuff repair, Impingement syndrome Page(s): 210", [("MTUS", SHOULDER, ["Rotator cuff repair", "Impingement syndrome"], {"pages": "210"})]),
    ("Acupuncture Treatment Guidelines Page(s): 9", [("MTUS", "Acupuncture Treatment", [], {"pages": "9"})]),
    ("Chronic Pain Treatment Guidelines Chronic Pain Medical Treatment Guidelines Page(s): 7", [("MTUS", PAIN, [], {"pages": "7"})]),
]  # fmt: skip
MISPRINTED_TITLES: list[tuple[str, list[Row]]] = [
    (f"ACOEM Chapter {number} {printed} Page(s): 303", [("MTUS", title, [], {"pages": "303"})])
    for number, printed, title in (
        (12, "Low Back Complains", LOW), (12, "Lower Back Complaints", LOW), (9, "Shoulder Complants", SHOULDER), (9, "Sholder Complaints", SHOULDER),
        (8, "Neck and Upper back Complains", NECK), (8, "Neck and Uper Back Complaints", NECK), (14, "Foot and Ankle Complaints", FOOT),
        (11, "Hand, Wrist, Forearm Complaints", HAND), (11, "Wrist and Hand Complaints", HAND), (15, "Stress Related Condition", "Stress-Related Conditions"),
    )
] + [
    ("ACOEM Chapter 11 Wrist, Hand and Forearm Complaints Special Studies Page(s): 268", [("MTUS", HAND, ["Special Studies"], {"pages": "268"})]),
    ("ACOEM Chapter 9 Shoulder Complaints, ACOEM Chapter 13 Knee Complants", [("MTUS", SHOULDER, []), ("MTUS", KNEE, [])]),
    ("Chronic Pain Treatment Guidlines Opioids Page(s): 78", [("MTUS", PAIN, ["Opioids"], {"pages": "78"})]),
    ("Postsurgical Treatment Guideliness", [("MTUS", "Postsurgical Treatment", [])]),
]  # fmt: skip

# printed words after the lead-in of the schedule, with a section that cannot be one
SECTIONS_THAT_CANNOT_BE = [
    "ACOEM Chapter 12 Curious Complaints Page(s): 303",
    "Eye 2004, Section(s): Initial Care ODG",
    "Eye 2004, Section(s): Initial Care, Official Curiosities",
    "Knee Complaints 2004, Section(s): Strange Care of ACOEM Chapter 9",
    "Chronic Pain Medical Treatment 2009, Section(s): Yoga at www.example.org",
    "the ACOEM Guidelines, Chapter 8 and Chapter 11",
]
