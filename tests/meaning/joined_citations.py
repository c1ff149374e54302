"""Sources joined under one lead-in of the form, for test_citations.py; written from the contract before they were run."""

from .further_citations import Row

PAIN, LOW = "Chronic Pain Medical Treatment", "Low Back Complaints"
OPIOIDS = ("MTUS", PAIN, ["Opioids"], {"year": 2009, "text": "Chronic Pain Medical Treatment 2009, Section(s): Opioids"})  # fmt: skip
STUDIES = ("MTUS", LOW, ["Special Studies"], {"year": 2004, "text": "Low Back Complaints 2004, Section(s): Special Studies"})  # fmt: skip

# (printed words behind "and Other Medical Treatment Guidelines", what they cite)
OTHERS: list[tuple[str, Row]] = [
    ("ODG, Pain Chapter, Opioids", ("ODG", "Pain", ["Opioids"], {"text": "ODG, Pain Chapter, Opioids"})),
    ("Official Disability Guidelines (ODG), Knee & Leg Chapter, MRI's", ("ODG", "Knee and Leg", ["MRI's"])),
    ("www.example.org/pro/pills.html", ("other", "www.example.org/pro/pills.html", [], {"text": "www.example.org/pro/pills.html"})),
    ("www.drugs.com/pro/pills.html", ("other", "www.drugs.com/pro/pills.html", [])),
    ("http://www.fda.gov/example", ("other", "http://www.fda.gov/example", [])),
    ("Medscape", ("other", "Medscape", [])),
    ("FDA (melatonin)", ("other", "FDA (melatonin)", [])),
    ("Roe and Doe's Example Textbook, 3rd ed. Example Press 2006", ("other", "Roe and Doe's Example Textbook, 3rd ed. Example Press 2006", [], {"year": 2006})),
    ("Roe R. Sore elbows. J Example. 2007;147:492", ("other", "Roe R. Sore elbows. J Example. 2007;147:492", [], {"year": 2007})),
    ("ACOEM Practice Guidelines, 3rd Edition, Knee Disorders", ("ACOEM", "Knee Disorders", [])),
]  # fmt: skip
OTHER_LEADS = [
    " and Other Medical Treatment Guidelines ", ", and Other Medical Treatment Guidelines ", " and other Medical Treatment Guideline ",
    " and Other Medical Treatment Guidelines: ", ", and the Other Medical Treatment Guidelines ", ". And Other Medical Treatment Guidelines ",
    ", Other Medical Treatment Guidelines ", " and Other Medical Treatment Guidelines or Medical Evidence: ",
]  # fmt: skip
# (printed words before them, what they cite)
BEFORE_OTHERS: list[tuple[str, list[Row]]] = [
    ("Low Back Complaints 2004, Section(s): Special Studies", [STUDIES]),
    ("Low Back Complaints 2004", [("MTUS", LOW, [], {"text": "Low Back Complaints 2004"})]),
    ("Chronic Pain Treatment Guidelines Page(s): 78", [("MTUS", PAIN, [], {"pages": "78"})]),
    ("Low Back Complaints 2004, Section(s): Special Studies, and Chronic Pain Medical Treatment 2009, Section(s): Opioids", [STUDIES, OPIOIDS]),
    ("ACOEM", [("MTUS", "ACOEM", [])]),
]  # fmt: skip

# (printed words after the lead-in, citations): the chapters of ACOEM together, beside another guideline
ACOEM_BESIDE: list[tuple[str, list[Row]]] = [
    (f"ACOEM{joint}Chronic Pain Medical Treatment 2009, Section(s): Opioids", [("MTUS", "ACOEM", [], {"text": "ACOEM"}), OPIOIDS])
    for joint in (", and ", " and ", ", ", ", and the ", "; ")
] + [
    ("ACOEM, and Low Back Complaints 2004, Section(s): Special Studies", [("MTUS", "ACOEM", []), STUDIES]),
    ("ACOEM, and Postsurgical Treatment Guidelines", [("MTUS", "ACOEM", []), ("MTUS", "Postsurgical Treatment", [])]),
    ("ACOEM, Acupuncture Treatment 2007", [("MTUS", "ACOEM", []), ("MTUS", "Acupuncture Treatment", [], {"year": 2007})]),
    ("ACOEM 2004, and Chronic Pain Medical Treatment 2016", [("MTUS", "ACOEM", [], {"year": 2004}), ("MTUS", PAIN, [], {"year": 2016})]),
    ("ACOEM Practice Guidelines and the Chronic Pain Medical Treatment Guidelines", [("MTUS", "ACOEM", []), ("MTUS", PAIN, [])]),
    ("ACOEM Page(s): 3, and Chronic Pain Treatment Guidelines Page(s): 60", [("MTUS", "ACOEM", [], {"pages": "3"}), ("MTUS", PAIN, [], {"pages": "60"})]),
    ("American College of Occupational and Environmental Medicine (ACOEM), and Chronic Pain Medical Treatment 2009, Section(s): Opioids", [("MTUS", "ACOEM", []), OPIOIDS]),
    ("ACOEM, Low Back Complaints 2004, Section(s): Special Studies", [("MTUS", LOW, ["Special Studies"])]),
    ("Chronic Pain Medical Treatment 2009, Section(s): Opioids, and ACOEM", [OPIOIDS, ("MTUS", "ACOEM", [])]),
    ("Chronic Pain Medical Treatment 2009, Section(s): Topical Analgesics, Antiepilepsy drugs (AEDs)", [("MTUS", PAIN, ["Topical Analgesics", "Antiepilepsy drugs (AEDs)"])]),
    ("Chronic Pain Medical Treatment 2009, Section(s): NSAIDs, Antiepilepsy drugs (AEDs), Opioids", [("MTUS", PAIN, ["NSAIDs", "Antiepilepsy drugs (AEDs)", "Opioids"])]),
    ("Chronic Pain Medical Treatment 2009, Section(s): Opioids, Antiepilepsy drugs (AEDs), Topical Analgesics, Massage therapy", [("MTUS", PAIN, ["Opioids", "Antiepilepsy drugs (AEDs)", "Topical Analgesics", "Massage therapy"])]),
    ("Chronic Pain Medical Treatment 2009, Section(s): NSAIDs, Urine drug testing (UDT)", [("MTUS", PAIN, ["NSAIDs", "Urine drug testing (UDT)"])]),
]  # fmt: skip
