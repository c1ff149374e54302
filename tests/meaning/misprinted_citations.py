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
    ("Low Back Disorders 2020; MTUS Hip and Groin Disorders 2019", [("MTUS", "Low Back Disorders", [], {"year": 2020}), ("MTUS", "Hip and Groin Disorders", [], {"year": 2019})]),
    ("Chronic Pain 2017, Section(s): Anti-convulsants, Topical Medications", [("MTUS", "Chronic Pain", ["Anti-convulsants", "Topical Medications"])]),
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
    ("Chronic Pain Medcial Treatment 2009, Section(s): Yoga", [("MTUS", PAIN, ["Yoga"], {"year": 2009})]),
    ("Kneee Complaints 2004", [("MTUS", KNEE, [], {"year": 2004})]),
    ("Low Back Complains 2004, Section(s): Summary", [("MTUS", LOW, ["Summary"], {"year": 2004})]),
    ("ACOEM Low Back Complains Page(s): 303", [("MTUS", LOW, [], {"pages": "303"})]),
    ("ACOEM Chapter 12 Low Back Complaints Page(s): 303 ACOEM Chapter 13 Knee Complaints Page(s): 343", [("MTUS", LOW, [], {"pages": "303"}), ("MTUS", KNEE, [], {"pages": "343"})]),
    ("Postsurgical Treatment Guideliness", [("MTUS", "Postsurgical Treatment", [])]),
]  # fmt: skip

# printed words after the lead-in of the schedule, with a section that cannot be one
SECTIONS_THAT_CANNOT_BE = [
    "ACOEM Chapter 12 Curious Complaints Page(s): 303",
    "Eye 2004, Section(s): Initial Care ODG",
    "Eye 2004, Section(s): Initial Care, Official Curiosities",
    "Knee Complaints 2004, Section(s): Strange Care of ACOEM Chapter 9",
    "Chronic Pain Medical Treatment 2009, Section(s): Yoga at www.example.org",
    "ACOEM Chater 5 Prevention Page(s): 9",
    "ACOEM Chapter 12 Low Back Coplaints Splints Page(s): 301",
    "Eye 2004, Section(s): Initial Care, Chrnic Pain 2017",
    "Eye 2004 Gudielines, Section(s): Initial Care",
    "the ACOEM Guidelines, Chapter 8 and Chapter 11",
]

NAMES_OF_ODG = [
    "Offical Disability Guidelines (ODG)", "Official Disabilities Guidelines (ODG)", "Official Disability Guideines (ODG)", "Official Disability Guidlines",
    "Official Diability Guidelines", "Oficial Disablity Guideline", "Official Medical Disability Guidelines", "Disability Guidelines (ODG)",
    "Official Disability Guidelines (OGD)", "(ODG)",
]  # fmt: skip
# (printed words after the lead-in, citations)
MISPRINTED_ODG: list[tuple[str, list[Row]]] = [
    (f"{name}, Knee Chapter, Splints", [("ODG", "Knee and Leg", ["Splints"], {"text": f"{name}, Knee Chapter, Splints"})])
    for name in NAMES_OF_ODG
] + [
    (f"ODG, {printed}, Splints", [("ODG", title, ["Splints"])])
    for printed, title in (
        ("Low Back Chaper", "Low Back"), ("Knee Chatper", "Knee and Leg"), ("Pain Chpater", "Pain"), ("Low Bck Chapter", "Low Back"), ("Sholder", "Shoulder"),
        ("Shouler Chapter", "Shoulder"), ("Mental Ilness & Stress", "Mental Illness and Stress"), ("Mental Illness and Stess", "Mental Illness and Stress"),
        ("Carpel Tunnel Syndrome", "Carpal Tunnel Syndrome"), ("Ankl Chapter", "Ankle and Foot"), ("Pain (Chornic)", "Pain"), ("Paain (Chronic)", "Pain"), ("Elbows", "Elbow"),
        ("Psych Chapter", "Mental Illness and Stress"), ("Stress Chapter", "Mental Illness and Stress"), ("Psychological Chapter", "Mental Illness and Stress"),
    )
] + [
    # words that only resemble a chapter's
    (f"ODG, {topic}", [("ODG", None, [topic])])
    for topic in ("Heat packs", "Back brace", "Stress test", "Office visit", "Diabetic shoes", "Psychological evaluations", "Wrist splint", "Hands-free device")
] + [
    ("Official Diabetes Advice 2011", [("other", "Official Diabetes Advice 2011", [], {"year": 2011})]),
    ("http://www.odg-twc.com/odgtwc/example.htm", [("other", "http://www.odg-twc.com/odgtwc/example.htm", [])]),
    ("ODG by MCG (www.odgbymcg.com), Elbow (updated 2/14/2020), Splints", [("ODG", "Elbow", ["Splints"], {"updated": "2020-02-14"})]),
]  # fmt: skip
ODG_TOGETHER: list[tuple[str, list[Row]]] = [
    ("ODG, Mental Illness & Stress, Office visits; Pain, Office visits", [("ODG", "Mental Illness and Stress", ["Office visits"]), ("ODG", "Pain", ["Office visits"], {"text": "Pain, Office visits"})]),
    ("ODG, Low Back, Electromyography, Pain, Urine drug testing", [("ODG", "Low Back", ["Electromyography"]), ("ODG", "Pain", ["Urine drug testing"])]),
    ("ODG, Pain, Opioids and Low Back, Massage", [("ODG", "Pain", ["Opioids"], {"text": "ODG, Pain, Opioids"}), ("ODG", "Low Back", ["Massage"])]),
    ("ODG, Shoulder, Massage; Knee, Knee brace; Pain, Pain management", [("ODG", "Shoulder", ["Massage"]), ("ODG", "Knee and Leg", ["Knee brace"]), ("ODG", "Pain", ["Pain management"])]),
    ("ODG, Hand, Wrist, Splints", [("ODG", "Forearm, Wrist, and Hand", ["Splints"])]),
    ("ODG, Neck Chapter, Massage, and Low Back Chapter, Massage", [("ODG", "Neck and Upper Back", ["Massage"], {"text": "ODG, Neck Chapter, Massage"}), ("ODG", "Low Back", ["Massage"])]),
    ("ODG, Low Back; and Neck and Upper Back", [("ODG", "Low Back", [], {"text": "ODG, Low Back"}), ("ODG", "Neck and Upper Back", [])]),
    ("ODG, Knee, Shoulder, and Low Back Chapters, Massage", [("ODG", "Knee and Leg", ["Massage"]), ("ODG", "Shoulder", ["Massage"], {"text": "Shoulder"}), ("ODG", "Low Back", ["Massage"])]),
    ("ODG, Elbow Chapter, Splints & Eye Chapter", [("ODG", "Elbow", ["Splints"], {"text": "ODG, Elbow Chapter, Splints"}), ("ODG", "Eye", [])]),
    ("ODG, Pain, Pain management programs", [("ODG", "Pain", ["Pain management programs"])]),
    ("ODG Low Back, Discectomy, ODG Indications for Surgery", [("ODG", "Low Back", ["Discectomy", "Indications for Surgery"])]),
    ("ODG (20th annual edition) & ODG Treatment in Workers' Comp (13th annual edition), 2015, Elbow Chapter, Splints", [("ODG", "Elbow", ["Splints"], {"year": 2015})]),
    ("ODG, Treatment in Workers Compensation, 5th Edition, 2007 or current year, Elbow, Splints", [("ODG", "Elbow", ["Splints"], {"year": 2007})]),
] + [
    (f"ODG, Elbow {dated}, Splints", [("ODG", "Elbow", ["Splints"], {"updated": "2014-08-22"})])
    for dated in (
        "(web: updated 8/22/14)", "(web updated 8/22/14)", "(most recent update 8/22/14)", "(8/22/14 update)", "(as last revised on August 22, 2014)", "(updated 8/22/14)", "(reviewed 8/22/14)",
    )
] + [
    ("ODG, Elbow, Splints (web: updated 8/22/14)", [("ODG", "Elbow", ["Splints"], {"updated": "2014-08-22"})]),
    ("ODG, Elbow (accessed 8/22/14), Splints", [("ODG", "Elbow", ["Splints"], {"updated": None})]),
]  # fmt: skip

_PAIN_2017 = ("MTUS", "Chronic Pain", ["Opioids"], {"year": 2017})
# (printed words after the lead-in of the schedule, citations)
OTHER_EVIDENCE: list[tuple[str, list[Row]]] = [
    (f"Chronic Pain 2017, Section(s): Opioids{lead}ODG, Elbow, Splints", [_PAIN_2017, ("ODG", "Elbow", ["Splints"])])
    for lead in (
        " and Other Guidelines ", " and Other Medical Evidence: ", ", and Other Medical Evidence: ", " and Other Medical Guidelines ", " and Other Medical Treatemnt Guidelines ", " and Peer-Reviewed Studies: ",
        ", and Other Treatment Guidelines: ", " and Other Medical Treatment Guidelines or Other Medical Evidence: ",
    )
]  # fmt: skip

# printed words after "Non-MTUS Citation", and where a warning is due
TOPICS_THAT_CANNOT_BE: list[tuple[str, tuple[str | int, ...]]] = [
    ("ODG, Elbow, Splints and Knee", ("citations", 0, "sections")),
    ("ODG, Elbow, Curious things and Knee, Splints", ("citations", 0, "sections")),
    ("ODG, Elbow, Splints, Sholder, Massage", ("citations", 0, "sections")),
    ("ODG, Pani, Splints", ("citations", 0, "title")),
    ("ODG, Kee, Splints", ("citations", 0, "title")),
    ("ODG, Knee, Leg Capter, Splints", ("citations", 0, "sections")),
    ("ODG, Splints, Shouler", ("citations", 0, "sections")),
    ("ODG, Elbow, Splints of the MTUS", ("citations", 0, "sections")),
    ("ODG, Elbow, Splints &", ("citations", 0, "sections")),
    ("ODG Mental Illne", ("citations", 0, "title")),
    ("ODG Low Back C", ("citations", 0, "title")),
    ("Official Disability Guideli", ("citations", 0)),
    ("Curious Guidance (ODG), Elbow", ("citations", 0)),
    ("ODG by MCG, Drug Formulary, Pain", ("citations", 0, "title")),
]
