"""More printed guideline words, each expectation written from the contract before it was run."""

import pytest

from imr_parse.interpret.citation import read_guideline

from .test_citations import MTUS, OTHER, Row, check

PAIN, LOW, NECK = "Chronic Pain Medical Treatment", "Low Back Complaints", "Neck and Upper Back Complaints"
WRIST = "Forearm, Wrist, and Hand Complaints"

MTUS_ROWS: list[tuple[str, list[Row]]] = [
    ("Chronic Pain Medical Treatment 2009, Section(s): Physical Medicine", [("MTUS", PAIN, ["Physical Medicine"], {"year": 2009})]),
    ("Chronic Pain Medical Treatment 2009, Section(s): Muscle relaxants (for pain)", [("MTUS", PAIN, ["Muscle relaxants (for pain)"])]),
    ("Chronic Pain Medical Treatment 2009, Section(s): Topical Analgesics, and Acupuncture Treatment 2007", [("MTUS", PAIN, ["Topical Analgesics"]), ("MTUS", "Acupuncture Treatment", [], {"year": 2007})]),
    ("Chronic Pain Medical Treatment 2009, Section(s): Functional restoration programs (FRPs)", [("MTUS", PAIN, ["Functional restoration programs (FRPs)"])]),
    ("Chronic Pain Medical Treatment 2009, Section(s): Antiepilepsy drugs (AEDs), Topical Analgesics", [("MTUS", PAIN, ["Antiepilepsy drugs (AEDs)", "Topical Analgesics"])]),
    ("Chronic Pain Medical Treatment 2016, Section(s): Opioids, specific drug list, Weaning of Medications", [("MTUS", PAIN, ["Opioids, specific drug list", "Weaning of Medications"], {"year": 2016})]),
    ("Chronic Pain Medical Treatment 2009, Section(s): Epidural steroid injections (ESIs)", [("MTUS", PAIN, ["Epidural steroid injections (ESIs)"])]),
    ("Chronic Pain Medical Treatment 2009, Section(s): Drug testing, Opioids, criteria for use", [("MTUS", PAIN, ["Drug testing", "Opioids, criteria for use"])]),
    ("Chronic Pain Medical Treatment 2009, Section(s): Carisoprodol (Soma)", [("MTUS", PAIN, ["Carisoprodol (Soma)"])]),
    ("Chronic Pain Medical Treatment 2009, Section(s): Medications for chronic pain, NSAIDs (non-steroidal anti-inflammatory drugs)", [("MTUS", PAIN, ["Medications for chronic pain", "NSAIDs (non-steroidal anti-inflammatory drugs)"])]),
    ("Chronic Pain Medical Treatment 2009, Section(s): Manual therapy & manipulation", [("MTUS", PAIN, ["Manual therapy & manipulation"])]),
    ("Chronic Pain Medical Treatment 2009, Section(s): 60, 78", [("MTUS", PAIN, [], {"pages": "60, 78"})]),
    ("Low Back Complaints 2004, Section(s): Special Studies, Physical Methods", [("MTUS", LOW, ["Special Studies", "Physical Methods"], {"year": 2004})]),
    ("Low Back Complaints 2004, Section(s): Surgical Considerations, and Chronic Pain Medical Treatment 2009", [("MTUS", LOW, ["Surgical Considerations"]), ("MTUS", PAIN, [], {"year": 2009})]),
    ("Neck and Upper Back Complaints 2004, Section(s): Special Studies", [("MTUS", NECK, ["Special Studies"])]),
    ("Shoulder Complaints 2004, Section(s): Surgical Considerations", [("MTUS", "Shoulder Complaints", ["Surgical Considerations"])]),
    ("Knee Complaints 2004, Section(s): Activity Alteration", [("MTUS", "Knee Complaints", ["Activity Alteration"])]),
    ("Ankle and Foot Complaints 2004, Section(s): Physical Methods, Special Studies", [("MTUS", "Ankle and Foot Complaints", ["Physical Methods", "Special Studies"])]),
    ("Elbow Complaints 2007, Section(s): Lateral Epicondylalgia", [("MTUS", "Elbow Complaints", ["Lateral Epicondylalgia"], {"year": 2007})]),
    ("Forearm, Wrist, and Hand Complaints 2004, Section(s): Surgical Considerations, Carpal Tunnel Syndrome", [("MTUS", WRIST, ["Surgical Considerations", "Carpal Tunnel Syndrome"])]),
    ("Stress-Related Conditions 2004, Section(s): Treatment", [("MTUS", "Stress-Related Conditions", ["Treatment"])]),
    ("Postsurgical Treatment 2009, Section(s): Shoulder", [("MTUS", "Postsurgical Treatment", ["Shoulder"], {"year": 2009})]),
    ("General Approaches 2004, Section(s): Cornerstones of Disability Prevention and Management", [("MTUS", "General Approaches", ["Cornerstones of Disability Prevention and Management"])]),
    ("Initial Approaches to Treatment 2017, Section(s): Physical Methods", [("MTUS", "Initial Approaches to Treatment", ["Physical Methods"], {"year": 2017})]),
    ("Opioids 2017, Section(s): Treatment Recommendations", [("MTUS", "Opioids", ["Treatment Recommendations"], {"year": 2017})]),
    ("Chronic Pain 2017, Section(s): Medications", [("MTUS", "Chronic Pain", ["Medications"], {"year": 2017})]),
    ("Low Back Disorders 2019, Section(s): Diagnostic Testing", [("MTUS", "Low Back Disorders", ["Diagnostic Testing"], {"year": 2019})]),
    ("Low Back Disorders 2020, and Chronic Pain 2017", [("MTUS", "Low Back Disorders", [], {"year": 2020}), ("MTUS", "Chronic Pain", [], {"year": 2017})]),
    ("Cervical and Thoracic Spine Disorders 2018, Section(s): Injection Therapies", [("MTUS", "Cervical and Thoracic Spine Disorders", ["Injection Therapies"], {"year": 2018})]),
    ("Shoulder Disorders 2016, Section(s): Rotator Cuff Tears", [("MTUS", "Shoulder Disorders", ["Rotator Cuff Tears"], {"year": 2016})]),
    ("Knee Disorders 2019, Section(s): Knee Osteoarthrosis", [("MTUS", "Knee Disorders", ["Knee Osteoarthrosis"], {"year": 2019})]),
    ("Elbow Disorders 2018, Section(s): Ulnar Neuropathies", [("MTUS", "Elbow Disorders", ["Ulnar Neuropathies"], {"year": 2018})]),
    ("Ankle and Foot Disorders 2018, Section(s): Ankle Sprain", [("MTUS", "Ankle and Foot Disorders", ["Ankle Sprain"], {"year": 2018})]),
    ("Hip and Groin Disorders 2019, Section(s): Hip Osteoarthrosis", [("MTUS", "Hip and Groin Disorders", ["Hip Osteoarthrosis"], {"year": 2019})]),
    ("Traumatic Brain Injury 2017", [("MTUS", "Traumatic Brain Injury", [], {"year": 2017})]),
    ("Workplace Mental Health: Anxiety Disorders 2021, Section(s): Medications", [("MTUS", "Workplace Mental Health: Anxiety Disorders", ["Medications"], {"year": 2021})]),
    ("Chronic Pain Treatment Guidelines Page(s): 78", [("MTUS", PAIN, [], {"pages": "78"})]),
    ("Chronic Pain Treatment Guidelines Opioids, criteria for use Page(s): 76-80", [("MTUS", PAIN, ["Opioids, criteria for use"], {"pages": "76-80"})]),
    ("Chronic Pain Treatment Guidelines Transcutaneous electrical nerve stimulation Page(s): 114-116", [("MTUS", PAIN, ["Transcutaneous electrical nerve stimulation"], {"pages": "114-116"})]),
    ("ACOEM Chapter 12 Low Back Complaints Page(s): 303-305", [("MTUS", LOW, [], {"pages": "303-305"})]),
    ("Low Back Complaints Page(s): 308", [("MTUS", LOW, [], {"pages": "308"})]),
    ("Postsurgical Treatment Guidelines Page(s): 26-27", [("MTUS", "Postsurgical Treatment", [], {"pages": "26-27"})]),
]  # fmt: skip

OTHER_ROWS: list[tuple[str, list[Row]]] = [
    ("Official Disability Guidelines (ODG), Low Back - Lumbar & Thoracic (Acute & Chronic), MRIs (magnetic resonance imaging)", [("ODG", "Low Back", ["MRIs (magnetic resonance imaging)"])]),
    ("Official Disability Guidelines (ODG), Low Back - Lumbar & Thoracic (Acute & Chronic), Facet joint diagnostic blocks (injections)", [("ODG", "Low Back", ["Facet joint diagnostic blocks (injections)"])]),
    ("Official Disability Guidelines (ODG), Pain (Chronic), Urine drug testing (UDT)", [("ODG", "Pain", ["Urine drug testing (UDT)"])]),
    ("Official Disability Guidelines (ODG), Pain (Chronic), Zolpidem (Ambien)", [("ODG", "Pain", ["Zolpidem (Ambien)"])]),
    ("Official Disability Guidelines (ODG), Pain (Chronic), Proton pump inhibitors (PPIs)", [("ODG", "Pain", ["Proton pump inhibitors (PPIs)"])]),
    ("Official Disability Guidelines (ODG), Pain (Chronic), Insomnia treatment", [("ODG", "Pain", ["Insomnia treatment"])]),
    ("Official Disability Guidelines (ODG), Pain Chapter, Office visits", [("ODG", "Pain", ["Office visits"])]),
    ("Official Disability Guidelines (ODG), Knee & Leg (Acute & Chronic), Hyaluronic acid injections", [("ODG", "Knee and Leg", ["Hyaluronic acid injections"])]),
    ("Official Disability Guidelines (ODG), Knee & Leg (Acute & Chronic), Continuous-flow cryotherapy", [("ODG", "Knee and Leg", ["Continuous-flow cryotherapy"])]),
    ("Official Disability Guidelines (ODG), Shoulder (Acute & Chronic), Surgery for rotator cuff repair", [("ODG", "Shoulder", ["Surgery for rotator cuff repair"])]),
    ("Official Disability Guidelines (ODG), Neck and Upper Back (Acute & Chronic), Electromyography (EMG)", [("ODG", "Neck and Upper Back", ["Electromyography (EMG)"])]),
    ("Official Disability Guidelines (ODG), Carpal Tunnel Syndrome (Acute & Chronic), Carpal tunnel release surgery (CTR)", [("ODG", "Carpal Tunnel Syndrome", ["Carpal tunnel release surgery (CTR)"])]),
    ("Official Disability Guidelines (ODG), Mental Illness & Stress, Cognitive therapy for depression", [("ODG", "Mental Illness and Stress", ["Cognitive therapy for depression"])]),
    ("Official Disability Guidelines (ODG), Hip & Pelvis (Acute & Chronic), Sacroiliac joint blocks", [("ODG", "Hip and Pelvis", ["Sacroiliac joint blocks"])]),
    ("Official Disability Guidelines (ODG), Forearm, Wrist, & Hand (Acute & Chronic), Physical/Occupational therapy", [("ODG", "Forearm, Wrist, and Hand", ["Physical/Occupational therapy"])]),
    ("Official Disability Guidelines (ODG), Elbow (Acute & Chronic), Surgery for epicondylitis", [("ODG", "Elbow", ["Surgery for epicondylitis"])]),
    ("Official Disability Guidelines (ODG), Ankle & Foot (Acute & Chronic), Orthotic devices", [("ODG", "Ankle and Foot", ["Orthotic devices"])]),
    ("Official Disability Guidelines (ODG), Fitness for Duty, Functional capacity evaluation (FCE)", [("ODG", "Fitness for Duty", ["Functional capacity evaluation (FCE)"])]),
    ("Official Disability Guidelines (ODG), Hernia, Surgery", [("ODG", "Hernia", ["Surgery"])]),
    ("Official Disability Guidelines (ODG), Head, MRI (magnetic resonance imaging)", [("ODG", "Head", ["MRI (magnetic resonance imaging)"])]),
    ("Official Disability Guidelines (ODG), Diabetes, Glucose monitoring", [("ODG", "Diabetes", ["Glucose monitoring"])]),
    ("Official Disability Guidelines (ODG), Pulmonary, Asthma medications", [("ODG", "Pulmonary", ["Asthma medications"])]),
    ("Official Disability Guidelines (ODG) Shoulder Chapter, Physical therapy (updated 8/6/15)", [("ODG", "Shoulder", ["Physical therapy"], {"updated": "2015-08-06"})]),
    ("ODG, Low Back Chapter, Epidural steroid injections (ESIs), therapeutic", [("ODG", "Low Back", ["Epidural steroid injections (ESIs), therapeutic"])]),
    ("ODG, Knee and Leg Chapter, Durable medical equipment (DME)", [("ODG", "Knee and Leg", ["Durable medical equipment (DME)"])]),
    ("ODG Pain Chapter, Compound drugs; Topical analgesics, compounded", [("ODG", "Pain", ["Compound drugs", "Topical analgesics, compounded"])]),
    ("ODG Low Back Chapter: Lumbar supports", [("ODG", "Low Back", ["Lumbar supports"])]),
    ("ODG, Neck Chapter, Massage; Pain Chapter, Massage therapy", [("ODG", "Neck and Upper Back", ["Massage"]), ("ODG", "Pain", ["Massage therapy"])]),
    ("Official Disability Guidelines, Treatment in Workers Comp, Pain Chapter, Melatonin", [("ODG", "Pain", ["Melatonin"])]),
    ("Official Disability Guidelines (ODG) 2016, Pain Chapter, Opioids for chronic pain", [("ODG", "Pain", ["Opioids for chronic pain"], {"year": 2016})]),
    ("ACOEM Practice Guidelines, 3rd Edition, Low Back Disorders", [("ACOEM", "Low Back Disorders", [])]),
    ("ACOEM Practice Guidelines, Chapter 7, Independent Medical Examinations and Consultations, page 127", [("ACOEM", "Independent Medical Examinations and Consultations", [], {"pages": "127"})]),
    ("ACOEM Guidelines, Independent Medical Examinations and Consultations Chapter 7, p. 127", [("ACOEM", "Independent Medical Examinations and Consultations", [], {"pages": "127"})]),
    ("ODG by MCG, Low Back, Epidural steroid injections", [("ODG", "Low Back", ["Epidural steroid injections"], {"text": "ODG by MCG, Low Back, Epidural steroid injections"})]),
    ("Official Disability Guidelines (ODG) by MCG, Last review/update date: January 12, 2018, Pain Chapter, Opioids", [("ODG", "Pain", ["Opioids"], {"updated": "2018-01-12", "year": None})]),
    ("ODG by MCG Health (updated 3/5/2019), Shoulder, Massage", [("ODG", "Shoulder", ["Massage"], {"updated": "2019-03-05"})]),
    ("ODG, Massage in the Neck Chapter", [("ODG", "Neck and Upper Back", ["Massage"])]),
    ("ODG, Curious matters from the Neck Chapter, Traction", [("ODG", "Neck and Upper Back", ["Curious matters", "Traction"])]),
    ("ODG, Curious matters - Neck Chapter, Traction", [("ODG", "Neck and Upper Back", ["Curious matters", "Traction"])]),
    ("ODG Elbow, Massage, ODG Physical Therapy Guidelines, Splints", [("ODG", "Elbow", ["Massage", "Physical Therapy Guidelines", "Splints"])]),
    ("ACOEM Guidelines, Shoulder Disorders Chapter", [("ACOEM", "Shoulder Disorders", [])]),
    ("http://www.example.org/label/2011/021.pdf", [("other", "http://www.example.org/label/2011/021.pdf", [])]),
    ("Medscape: Sumatriptan", [("other", "Medscape: Sumatriptan", [])]),
    ("FDA (Restasis)", [("other", "FDA (Restasis)", [])]),
    ("American Society of Anesthesiologists Practice Guidelines", [("other", "American Society of Anesthesiologists Practice Guidelines", [])]),
    ("American College of Radiology Appropriateness Criteria", [("other", "American College of Radiology Appropriateness Criteria", [])]),
    ("Physicians' Desk Reference", [("other", "Physicians' Desk Reference", [])]),
    ("Labor Code 4600", [("other", "Labor Code 4600", [])]),
    ("Official Disability Guidelines (ODG), Pain Chapter, Melatonin, and http://example.org/sleep", [("ODG", "Pain", ["Melatonin"]), ("other", "http://example.org/sleep", [])]),
]  # fmt: skip

BOTH: list[tuple[str, str, list[Row]]] = [
    (
        "Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back Chapter, MRIs.",
        "mtus_and_other",
        [("MTUS", LOW, ["Special Studies"]), ("ODG", "Low Back", ["MRIs"])],
    ),
    (
        "Decision based on MTUS ACOEM Chapter 9 Shoulder Complaints Page(s): 207-208, and Chronic Pain Treatment Guidelines Page(s): 98-99. Decision based on Non-MTUS Citation ODG Shoulder.",
        "mtus_and_other",
        [("MTUS", "Shoulder Complaints", [], {"pages": "207-208"}), ("MTUS", PAIN, [], {"pages": "98-99"}), ("ODG", "Shoulder", [])],
    ),
    (
        "The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, Opioids, pages 76-80, which are part of the MTUS.",
        "mtus",
        [("MTUS", PAIN, ["Opioids"], {"pages": "76-80"})],
    ),
    (
        "The Expert Reviewer based his/her decision on the MTUS Neck and Upper Back Complaints (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 8), pg. 177-179.",
        "mtus",
        [("MTUS", NECK, [], {"year": 2004, "pages": "177-179"})],
    ),
    (
        "The Physician Reviewer based his/her decision on the Official Disability Guidelines (ODG) (Current Version), Knee & Leg Chapter, MRI's, which is not part of the MTUS.",
        "other",
        [("ODG", "Knee and Leg", ["MRI's"])],
    ),
    (
        "The Claims Administrator based its decision on the Low Back Complaints (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12), pages 303-305, which is part of the MTUS, and the Official Disability Guidelines (ODG), Low Back Chapter, which is not part of the MTUS.",
        "mtus_and_other",
        [("MTUS", LOW, [], {"year": 2004, "pages": "303-305"}), ("ODG", "Low Back", [])],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), MTUS_ROWS, ids=[row[0][:60] for row in MTUS_ROWS])
def test_mtus(words: str, expected: list[Row]) -> None:
    check(MTUS.format(words), expected)
    assert read_guideline(MTUS.format(words)).basis == "mtus"


@pytest.mark.parametrize(("words", "expected"), OTHER_ROWS, ids=[row[0][:60] for row in OTHER_ROWS])
def test_outside_mtus(words: str, expected: list[Row]) -> None:
    check(OTHER.format(words), expected)
    assert read_guideline(OTHER.format(words)).basis == "other"


@pytest.mark.parametrize(("text", "basis", "expected"), BOTH, ids=[row[0][:60] for row in BOTH])
def test_whole_sentences(text: str, basis: str, expected: list[Row]) -> None:
    check(text, expected)
    assert read_guideline(text).basis == basis


def test_the_schedule_cited_as_outside_of_it() -> None:
    (doubt,) = read_guideline(OTHER.format("CA MTUS Chronic Pain page 67")).doubts
    assert (doubt.where, doubt.severity) == (("citations", 0, "system"), "warning")
