"""What random letters dispute and cite: headings of items and the guideline sentences of the form."""

from __future__ import annotations

CHRONIC, OPIOID = "Chronic Pain Medical Treatment", "Opioid Treatment"

# (heading, MTUS title with year, sections)
TREATMENTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("MRI of the {part} without contrast", "{chapter}", ("Special Studies",)),
    ("MRI/CT of the {part}", "{chapter}", ("Special Studies", "Summary")),
    ("EMG/NCS of the bilateral upper extremities", "Neck and Upper Back Complaints 2004", ("Special Studies",)),
    ("NCV of the bilateral lower extremities QTY: 2", f"{CHRONIC} 2016", ("Electrodiagnostic testing (EMG/NCS)",)),
    ("Norco 10/325mg #{count}", f"{OPIOID} 2016",
     ("3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment",
      "4.1 Tapering Opioids: Indications for Tapering Opioids")),
    ("Tramadol 50mg #{count} with 2 refills", f"{OPIOID} 2016", ("2. Opioids for Subacute Pain",)),
    ("Naproxen 550mg #{count}", f"{CHRONIC} 2016 Guidelines", ("NSAIDs, specific drug list & adverse effects",)),
    ("Omeprazole 20mg #{count}", f"{CHRONIC} 2016", ("NSAIDs, GI symptoms & cardiovascular risk",)),
    ("Lidocaine 5% patch #{count}", f"{CHRONIC} 2016", ("Lidoderm (lidocaine patch)", "Topical analgesics")),
    ("Flurbiprofen 20%/Baclofen 5%/Camphor 2% in cream base 210gm", f"{CHRONIC} 2009", ("Topical Analgesics",)),
    ("Cyclobenzaprine 7.5mg tab #{count} DOS: {dos}", f"{CHRONIC} 2016", ("Cyclobenzaprine (Flexeril)",)),
    ("Physical therapy {n} sessions for the {part}", f"{CHRONIC} 2016", ("Physical medicine treatment",)),
    ("Acupuncture 2 times a week for {n} weeks, {part}", "Acupuncture Treatment 2007", ()),
    ("Chiropractic manipulation times {n} to the {part}", f"{CHRONIC} 2016", ("Manual therapy & manipulation",)),
    ("TENS unit (purchase) with supplies", f"{CHRONIC} 2016",
     ("TENS, chronic pain (transcutaneous electrical nerve stimulation)",)),
    ("L4-5 and L5-S1 epidural steroid injection under fluoroscopy", f"{CHRONIC} 2009",
     ("Epidural steroid injections (ESIs)",)),
    ("Right shoulder arthroscopy with subacromial decompression", "Shoulder Complaints 2004",
     ("Surgical Considerations",)),
    ("Associated surgical service: cold therapy unit, 7 day rental", "Knee Complaints 2004", ()),
    ("Pre-operative labs: CBC, BMP and PT/INR", "General Approaches 2004", ("Initial Approaches to Treatment",)),
    ("Retrospective urine drug screen (date of service {dos})", f"{OPIOID} 2016",
     ("3.3.6 Opioids for Chronic Pain and Chronic Opioid Treatment: Use of Urine Drug Testing (UDT)",)),
    ("Functional capacity evaluation (FCE)", "General Approaches 2004",
     ("Cornerstones of Disability Prevention and Management",)),
    ("Follow-up visit with a pain-management specialist", "Elbow Complaints 2007", ("326",)),
    ("Postoperative therapy three times a week for four weeks", "Postsurgical Treatment 2009",
     ("Knee", "Forearm, Wrist, & Hand")),
    ("Home health aide 4 hours per day, 3 days a week for 6 weeks, for help with bathing, meals, transfers and stairs",
     f"{CHRONIC} 2016", ("Home health services",)),
)  # fmt: skip
CHAPTERS = {
    "lumbar spine": "Low Back Complaints 2004",
    "thoracic spine": "Low Back Complaints 2004",
    "cervical spine": "Neck and Upper Back Complaints 2004",
    "left knee": "Knee Complaints 2004",
    "right shoulder": "Shoulder Complaints 2004",
    "right wrist": "Forearm, Wrist, and Hand Complaints 2004",
    "left ankle": "Ankle and Foot Complaints 2004",
}

PERCOCET = "Percocet 10/325mg one tablet by mouth every 4-6 hours as needed for breakthrough pain, quantity"
AIDE = "per week to help with bathing/dressing, meals and transfers while the spouse is away and until the wound has healed"
# (original, authorized, remaining, remaining where all of the request stays in dispute)
PART_REQUESTS: tuple[tuple[str, str, str, str], ...] = (
    ("Baclofen 20mg #{3}", "Baclofen 20mg #{1}", "Baclofen 20mg #{2}", "Baclofen 20mg #{3}"),
    ("Physical therapy for the {part}, {3} sessions", "Physical therapy for the {part}, {1} sessions",
     "physical therapy for the {part}, {2} sessions", "physical therapy for the {part}, {3} sessions"),
    ("Acupuncture times {3}", "Acupuncture times {1}", "Acupuncture times {2}", "Acupuncture times {3}"),
    ("Walker with wheels, {3} day rental", "Walker with wheels, {1} day rental",
     "walker with wheels, {2} day rental", "walker with wheels, {3} day rental"),
    (f"{PERCOCET} {{3}}, for the {{part}}", f"{PERCOCET} {{1}}", f"{PERCOCET} {{2}}", "Percocet 10/325mg, quantity {3}"),
    (f"Home aide {{3}} hours {AIDE}", f"Home aide {{1}} hours {AIDE}", f"home aide {{2}} hours {AIDE}",
     "home aide {3} hours per week"),
)  # fmt: skip

# after "Decision based on Non-MTUS Citation"
NON_MTUS = (
    "Official Disability Guidelines (ODG), Pain (Chronic)",
    "Official Disability Guidelines (ODG), Low Back - Lumbar & Thoracic (Acute & Chronic), MRIs",
    "Official Disability Guidelines (ODG) Knee & Leg Chapter, Durable medical equipment (DME)",
    "Official Disability Guidelines (ODG), Neck & Upper Back (updated 11/23/16)",
    "ODG, Shoulder section, Physical therapy",
    "Official Disability Guidelines: Fitness for Duty - Guidelines for performing an FCE",
    "ACOEM Occupational Medicine Practice Guidelines, 3rd ed., Low Back Disorders, pg. 214",
)
OTHER_GUIDELINES = ("https://www.example.org/guidance/bulletin-0123.html", "the manufacturer's labelling")
# titles without a year and those in use after 2017-12, after "Decision based on"
OTHER_TITLES = (
    "MTUS Postsurgical Treatment Guidelines",
    "MTUS Chronic Pain Medical Treatment Guidelines",
    "MTUS Acupuncture Treatment Guidelines",
    "MTUS Low Back Disorders 2016, Section(s): Diagnostic Investigations",
    "MTUS Cervical and Thoracic Spine Disorders 2016, Section(s): Medications, and Opioids 2017",
    "MTUS Knee Disorders 2015",
    "MTUS Initial Approaches to Treatment 2017, Section(s): Physical Methods",
    "MTUS Hand, Wrist and Forearm Disorders 2016, and ODG Carpal Tunnel Syndrome",
)
