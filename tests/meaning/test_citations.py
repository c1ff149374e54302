"""Printed guideline words and what they mean: one line for each form, with invented cases."""

import pytest

from imr_parse import vocabulary
from imr_parse.interpret.citations.guideline import read_guideline
from imr_parse.interpret.citations.predicates import predicate

from .explained_citations import EXPLAINED, UNREAD
from .further_citations import FURTHER_MTUS_ROWS, FURTHER_OTHER_ROWS, WHOLE_SENTENCES, Row
from .joined_citations import ACOEM_BESIDE, BEFORE_OTHERS, OTHER_LEADS, OTHERS
from .misprinted_citations import (
    CHAPTERS_TOGETHER,
    MISPRINTED_ODG,
    MISPRINTED_TITLES,
    ODG_TOGETHER,
    OTHER_EVIDENCE,
    SECTIONS_THAT_CANNOT_BE,
    TOPICS_THAT_CANNOT_BE,
)
from .prose_citations import NAMES_NONE, NOT_UNDERSTOOD, PROSE
from .work_citations import SCHEDULE_ROWS, WORK_ROWS, WORKS_IN_SENTENCES

MTUS = "Decision based on MTUS {}."
OTHER = "Decision based on Non-MTUS Citation {}."

# (printed words after the lead-in, [(system, title, sections, {year, pages, updated, text where they matter})])
MTUS_ROWS: list[tuple[str, list[Row]]] = [
    ("Hip and Groin 2011", [("MTUS", "Hip and Groin", [], {"year": 2011, "text": "Hip and Groin 2011"})]),
    ("Eye 2004, Section(s): Initial Care", [("MTUS", "Eye", ["Initial Care"], {"year": 2004})]),
    (
        "Knee Complaints 2004, Section(s): Follow-up Visits, Special Studies, Summary",
        [("MTUS", "Knee Complaints", ["Follow-up Visits", "Special Studies", "Summary"])],
    ),
    (
        "Shoulder Complaints 2004, Section(s): Physical Methods, and Postsurgical Treatment 2009, Section(s): Shoulder",
        [
            (
                "MTUS",
                "Shoulder Complaints",
                ["Physical Methods"],
                {"text": "Shoulder Complaints 2004, Section(s): Physical Methods"},
            ),
            (
                "MTUS",
                "Postsurgical Treatment",
                ["Shoulder"],
                {"text": "Postsurgical Treatment 2009, Section(s): Shoulder"},
            ),
        ],
    ),
    (
        "Postsurgical Treatment 2009, Section(s): Hip, Pelvis and Thigh (femur), Knee, Forearm, Wrist, & Hand",
        [
            (
                "MTUS",
                "Postsurgical Treatment",
                ["Hip, Pelvis and Thigh (femur)", "Knee", "Forearm, Wrist, & Hand"],
            )
        ],
    ),
    (
        "Chronic Pain Medical Treatment 2009, Section(s): Opioids, criteria for use, Opioids, long-term assessment, Weaning of Medications",
        [
            (
                "MTUS",
                "Chronic Pain Medical Treatment",
                ["Opioids, criteria for use", "Opioids, long-term assessment", "Weaning of Medications"],
            )
        ],
    ),
    (
        "Chronic Pain Medical Treatment 2016, Section(s): Benzodiazepines, Benzodiazepine dependence, maintenance",
        [
            (
                "MTUS",
                "Chronic Pain Medical Treatment",
                ["Benzodiazepines", "Benzodiazepine dependence, maintenance"],
            )
        ],
    ),
    (
        "Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI symptoms & cardiovascular risk, NSAIDs, hypertension and renal function",
        [
            (
                "MTUS",
                "Chronic Pain Medical Treatment",
                ["NSAIDs, GI symptoms & cardiovascular risk", "NSAIDs, hypertension and renal function"],
            )
        ],
    ),
    (
        "Chronic Pain Medical Treatment 2016, Section(s): Made-up medicine (Madeupra), in small doses, Biofeedback",
        [
            (
                "MTUS",
                "Chronic Pain Medical Treatment",
                ["Made-up medicine (Madeupra), in small doses", "Biofeedback"],
            )
        ],
    ),
    (
        "Chronic Pain Medical Treatment 2016 Guidelines, Section(s): Yoga",
        [("MTUS", "Chronic Pain Medical Treatment", ["Yoga"], {"year": 2016})],
    ),
    (
        "Opioid Treatment 2016, Section(s): 2. Opioids for Subacute Pain (1-3 months), 4.1 Tapering Opioids: Indications for Tapering Opioids",
        [
            (
                "MTUS",
                "Opioid Treatment",
                [
                    "2. Opioids for Subacute Pain (1-3 months)",
                    "4.1 Tapering Opioids: Indications for Tapering Opioids",
                ],
            )
        ],
    ),
    (
        "Elbow Complaints 2007, Section(s): 29",
        [("MTUS", "Elbow Complaints", [], {"year": 2007, "pages": "29"})],
    ),
    (
        "Neck and Upper Back Complaints 2004, Section(s): 9, 74",
        [("MTUS", "Neck and Upper Back Complaints", [], {"pages": "9, 74"})],
    ),
    (
        "Low Back Complaints 2004, Section(s): Summary, pages 308-310",
        [("MTUS", "Low Back Complaints", ["Summary"], {"pages": "308-310"})],
    ),
    (
        "Chronic Pain Treatment Guidelines Page(s): 60",
        [("MTUS", "Chronic Pain Medical Treatment", [], {"year": None, "pages": "60"})],
    ),
    (
        "Postsurgical Treatment Guidelines, and Acupuncture Treatment Guidelines",
        [("MTUS", "Postsurgical Treatment", [], {"year": None}), ("MTUS", "Acupuncture Treatment", [])],
    ),
    ("Forearm, Wrist, & Hand Complaints 2004", [("MTUS", "Forearm, Wrist, and Hand Complaints", [])]),
    (
        "Hand, Wrist, and Forearm Disorders 2019",
        [("MTUS", "Hand, Wrist, and Forearm Disorders", [], {"year": 2019})],
    ),
    ("Hand, Wrist and Forearm Disorders 2019", [("MTUS", "Hand, Wrist and Forearm Disorders", [])]),
    (
        "General Approaches 2004, Section(s): Initial Approaches to Treatment, and Initial Approaches to Treatment 2017",
        [
            ("MTUS", "General Approaches", ["Initial Approaches to Treatment"]),
            ("MTUS", "Initial Approaches to Treatment", [], {"year": 2017}),
        ],
    ),
    ("Eye 2004, Section(s): Curious Matters, Other Matters", [("MTUS", "Eye", ["Curious Matters", "Other Matters"])]),
    ("Chronic Pain Treatment Guidelines Opioids Page(s): 3-4, 60", [("MTUS", "Chronic Pain Medical Treatment", ["Opioids"], {"pages": "3-4, 60"})]),
    ("Chronic Pain Treatment Guidelines Weaning of Medications, Opioids Page(s): 3, 60 of 99", [("MTUS", "Chronic Pain Medical Treatment", ["Weaning of Medications", "Opioids"], {"pages": "3, 60 of 99"})]),
    ("ACOEM Chapter 9 Shoulder Complaints, Chronic Pain Treatment Guidelines Physical Medicine Page(s): 3", [("MTUS", "Shoulder Complaints", [], {"text": "ACOEM Chapter 9 Shoulder Complaints"}), ("MTUS", "Chronic Pain Medical Treatment", ["Physical Medicine"], {"pages": "3"})]),
    ("ACOEM Page(s): 3", [("MTUS", "ACOEM", [], {"pages": "3"})]),
    ("Neck and Upper Back Complaints Page(s): 3-4, Chronic Pain Treatment Guidelines Page(s): 5", [("MTUS", "Neck and Upper Back Complaints", [], {"pages": "3-4"}), ("MTUS", "Chronic Pain Medical Treatment", [], {"pages": "5"})]),
    ("COVID-19 2021, Section(s): Diagnostic Testing: Computed Tomography", [("MTUS", "Coronavirus (COVID-19)", ["Diagnostic Testing: Computed Tomography"], {"year": 2021})]),
    ("Workplace Mental Health: PTSD and Acute Stress Disorder 2019, Section(s): Biofeedback", [("MTUS", "Workplace Mental Health: Posttraumatic Stress Disorder and Acute Stress Disorder", ["Biofeedback"], {"year": 2019})]),
    ("Anxiety Disorders 2021", [("MTUS", "Workplace Mental Health: Anxiety Disorders", [], {"year": 2021})]),
    ("Coronavirus (COVID-19) 2021, and Workplace Mental Health: Depressive Disorders 2020, Section(s): Treatment", [("MTUS", "Coronavirus (COVID-19)", [], {"year": 2021}), ("MTUS", "Workplace Mental Health: Depressive Disorders", ["Treatment"], {"year": 2020})]),
]  # fmt: skip

OTHER_ROWS: list[tuple[str, list[Row]]] = [
    ("Official Disability Guidelines (ODG)", [("ODG", None, [])]),
    ("ODG", [("ODG", None, [])]),
    ("Official Disability Guidelines (ODG), Elbow (Acute & Chronic), Prolotherapy", [("ODG", "Elbow", ["Prolotherapy"])]),
    ("Official Disability Guidelines (ODG) Ankle and Foot Chapter, Night splints", [("ODG", "Ankle and Foot", ["Night splints"])]),
    ("Official Disability Guidelines: Shoulder - Arthroscopy", [("ODG", "Shoulder", ["Arthroscopy"])]),
    ("ODG Guidelines, 14th Edition, 2016, Hernia Chapter", [("ODG", "Hernia", [], {"year": 2016})]),
    ("Official Disability Guidelines (ODG) 2017 Burns Chapter: Skin grafts", [("ODG", "Burns", ["Skin grafts"], {"year": 2017})]),
    ("Official Disability Guidelines (ODG), Work Loss Data Institute, Low Back - Lumbar & Thoracic (Acute & Chronic), Yoga", [("ODG", "Low Back", ["Yoga"])]),
    ("Official Disability Guidelines (ODG), Lower Back section, Traction", [("ODG", "Low Back", ["Traction"])]),
    ("Official Disability Guidelines (ODG), Low Back, Lumbar & Thoracic", [("ODG", "Low Back", [])]),
    ("Official Disability Guidelines (ODG) Low Back Lumbar and Thoracic/Mattress selection", [("ODG", "Low Back", ["Mattress selection"])]),
    ("Official Disability Guidelines (ODG), Pain (Chronic), Yoga", [("ODG", "Pain", ["Yoga"])]),
    ("Official Disability Guidelines (ODG) Pain (Ketamine)", [("ODG", "Pain", ["Ketamine"])]),
    ("Official Disability Guidelines (ODG) Knee/Acupuncture", [("ODG", "Knee and Leg", ["Acupuncture"])]),
    ("Official Disability Guidelines (ODG) Knee and Leg Chapter Guidelines", [("ODG", "Knee and Leg", [])]),
    ("Official Disability Guidelines (ODG) Forearm, Wrist, & Hand (updated 11/23/16), Splints", [("ODG", "Forearm, Wrist, and Hand", ["Splints"], {"updated": "2016-11-23"})]),
    ("ODG Neck & Upper Back Chapter, Traction 2/3/17", [("ODG", "Neck and Upper Back", ["Traction"], {"updated": "2017-02-03"})]),
    ("Official Disability Guidelines (ODG) Head (trauma, headaches, etc., not including stress & mental disorders) Triptans", [("ODG", "Head", ["Triptans"])]),
    ("Official Disability Guidelines (ODG), Diabetes (Type 1, 2, and Gestational), Insulin", [("ODG", "Diabetes", ["Insulin"])]),
    ("Official Disability Guidelines (ODG), Mental Illness & Stress, Hypnosis", [("ODG", "Mental Illness and Stress", ["Hypnosis"])]),
    ("Official Disability Guidelines (ODG) Carpal Tunnel Syndrome, Splinting", [("ODG", "Carpal Tunnel Syndrome", ["Splinting"])]),
    ("Official Disability Guidelines (ODG) Carpal tunnel release", [("ODG", None, ["Carpal tunnel release"])]),
    ("Official Disability Guidelines (ODG) MRI elbow", [("ODG", None, ["MRI elbow"])]),
    ("Official Disability Guidelines (ODG) Knee Brace", [("ODG", None, ["Knee Brace"])]),
    ("Official Disability Guidelines (ODG) Physical therapy/Preface", [("ODG", None, ["Physical therapy/Preface"])]),
    ("Official Disability Guidelines - Physical Therapy Guidelines", [("ODG", None, ["Physical Therapy Guidelines"])]),
    ("Yoga, Low Back Chapter", [("ODG", "Low Back", ["Yoga"])]),
    ("Hip and Pelvis Chapter, Arthroscopy", [("ODG", "Hip and Pelvis", ["Arthroscopy"])]),
    ("Official Disability Guidelines (ODG) Low Back, Preoperative testing, general", [("ODG", "Low Back", ["Preoperative testing, general"])]),
    ("ODG, Low Back Chapter, Indications for imaging, X-rays", [("ODG", "Low Back", ["Indications for imaging", "X-rays"])]),
    ("ODG, Low Back Chapter, Indications for imaging - X-rays", [("ODG", "Low Back", ["Indications for imaging - X-rays"])]),
    ("ODG, Knee Chapter, Home Health Services: Criteria for aides", [("ODG", "Knee and Leg", ["Home Health Services: Criteria for aides"])]),
    ("ODG, Pain Chapter, Opioids, specific drug list, NSAIDs", [("ODG", "Pain", ["Opioids, specific drug list", "NSAIDs"])]),
    ("ODG, Eye Chapter, Curious Matters, Other Matters; Third Matters", [("ODG", "Eye", ["Curious Matters", "Other Matters", "Third Matters"])]),
    ("ODG, Pain Chapter; Topic: Melatonin", [("ODG", "Pain", ["Melatonin"])]),
    ("ODG-TWC Pain Procedure Summary, Melatonin", [("ODG", "Pain", ["Melatonin"])]),
    ("Official Disability Guidelines (ODG), Neck Chapter, Massage (MT), subheading", [("ODG", "Neck and Upper Back", ["Massage (MT)"])]),
    ("Official Disability Guidelines (ODG) chapter on pain, Melatonin", [("ODG", "Pain", ["Melatonin"])]),
    (
        "Official Disability Guidelines, Elbow Chapter, Hand Chapter, Splints",
        [
            ("ODG", "Elbow", ["Splints"], {"text": "Official Disability Guidelines, Elbow Chapter"}),
            ("ODG", "Forearm, Wrist, and Hand", ["Splints"], {"text": "Hand Chapter, Splints"}),
        ],
    ),
    ("ODG Elbow section, Splints; Neck section, Traction", [("ODG", "Elbow", ["Splints"]), ("ODG", "Neck and Upper Back", ["Traction"])]),
    (
        "Official Disability Guidelines (ODG) Elbow, Massage. Official Disability Guidelines (ODG) Physical Therapy Guidelines",
        [
            ("ODG", "Elbow", ["Massage"], {"text": "Official Disability Guidelines (ODG) Elbow, Massage"}),
            ("ODG", None, ["Physical Therapy Guidelines"]),
        ],
    ),
    ("Official Disability Guidelines (ODG) Elbow, Massage, ODG Physical Therapy Guidelines", [("ODG", "Elbow", ["Massage", "Physical Therapy Guidelines"])]),
    ("Official Disability Guidelines (ODG) Elbow (Acute and Chronic) Massage and ODG Chiropractic Guidelines", [("ODG", "Elbow", ["Massage", "Chiropractic Guidelines"])]),
    ("the Official Disability Guidelines (ODG), Elbow and the ACOEM Guidelines, Opioids", [("ODG", "Elbow", [], {"text": "Official Disability Guidelines (ODG), Elbow"}), ("ACOEM", "Opioids", [], {"text": "ACOEM Guidelines, Opioids"})]),
    ("Official Disability Guidelines ODG elbow, Massage", [("ODG", "Elbow", ["Massage"])]),
    ("Pain, Suffering, and the Restoration of Function Chapter", [("ACOEM", "Pain, Suffering, and the Restoration of Function", [])]),
    ("Official Disability Guidelines (ODG) Elbow Complaints, Massage", [("ODG", "Elbow", ["Massage"])]),
    ("Roe R. Sore elbows. J Example. 2007;147:492", [("other", "Roe R. Sore elbows. J Example. 2007;147:492", [], {"year": 2007})]),
    ("ODG Elbow and Neck Chapters, Massage", [("ODG", "Elbow", ["Massage"]), ("ODG", "Neck and Upper Back", ["Massage"])]),
    ("Elbow, Massage, ODG Preface \u2013 Massage", [("ODG", "Elbow", ["Massage"]), ("ODG", None, ["Preface \u2013 Massage"])]),
    (
        "Official Disability Guidelines (ODG) Elbow and Other Medical Treatment Guidelines https://example.org/a_b/c.html",
        [("ODG", "Elbow", []), ("other", "https://example.org/a_b/c.html", [])],
    ),
    ("ACOEM Practice Guidelines, 3rd Edition, Knee Disorders, pg. 12", [("ACOEM", "Knee Disorders", [], {"pages": "12", "year": None})]),
    (
        "American College of Occupational and Environmental Medicine (ACOEM), 2nd Edition (2004), Chapter 6, Pain, Suffering, and the Restoration of Function, pages 1-2",
        [("ACOEM", "Pain, Suffering, and the Restoration of Function", [], {"pages": "1-2", "year": 2004})],
    ),
    ("ACOEM V.3, Knee Disorders", [("ACOEM", "Knee Disorders", [])]),
    ("Other Medical Treatment Guideline or Medical Evidence: https://example.org/a", [("other", "https://example.org/a", [])]),
    ("ACOEM Opioids Chapter", [("ACOEM", "Opioids", [])]),
    ("FDA: Melatonin label", [("other", "FDA: Melatonin label", [], {"year": None})]),
    ("Example Health System. Sore elbows. Springfield: Example Press; 2011 Jan. 3", [("other", "Example Health System. Sore elbows. Springfield: Example Press; 2011 Jan. 3", [], {"year": 2011})]),
    ("Melatonin: facts, accessed from Medscape on 1/2/2017", [("other", "Melatonin: facts, accessed from Medscape on 1/2/2017", [], {"year": None, "updated": None})]),
    ("Harris J. Occupational medicine practice guidelines, 2nd edition (2004) p 12", [("other", "Harris J. Occupational medicine practice guidelines, 2nd edition (2004) p 12", [], {"year": 2004, "pages": "12"})]),
    ("http://example.org/a and http://example.org/b", [("other", "http://example.org/a", []), ("other", "http://example.org/b", [])]),
    ("Official Disability Guidelines (ODG), Elbow; FDA (melatonin)", [("ODG", "Elbow", []), ("other", "FDA (melatonin)", [])]),
]  # fmt: skip


def check(text: str, expected: list[Row]) -> None:
    found = read_guideline(text)
    assert [(one.system, one.title, list(one.sections)) for one in found.citations] == [
        row[:3] for row in expected
    ]
    for one, row in zip(found.citations, expected, strict=True):
        for name, value in (row[3] if len(row) == 4 else {}).items():
            assert getattr(one, name) == value, (name, value)
    assert found.doubts == ()


def named(*tables: list[tuple[str, list[Row]]]) -> pytest.MarkDecorator:
    """A test of each row of the tables, named by its words."""
    every = [row for table in tables for row in table]
    return pytest.mark.parametrize(("words", "expected"), every, ids=[words[:60] for words, _ in every])


@named(MTUS_ROWS, FURTHER_MTUS_ROWS, ACOEM_BESIDE, SCHEDULE_ROWS, CHAPTERS_TOGETHER, MISPRINTED_TITLES)
def test_mtus(words: str, expected: list[Row]) -> None:
    check(MTUS.format(words), expected)
    assert read_guideline(MTUS.format(words)).basis == "mtus"


@named(OTHER_ROWS, FURTHER_OTHER_ROWS, WORK_ROWS, MISPRINTED_ODG, ODG_TOGETHER)
def test_outside_mtus(words: str, expected: list[Row]) -> None:
    check(OTHER.format(words), expected)
    assert read_guideline(OTHER.format(words)).basis == "other"


@pytest.mark.parametrize(
    "lead",
    [
        "Decision based on Non-MTUS",
        "Decision based on Non-MTUS Citation",
        "Decision based on Non-MTUS Citations",
    ],
)
def test_lead_ins(lead: str) -> None:
    found = read_guideline(f"{lead} Official Disability Guidelines (ODG), Elbow.")
    assert [one.text for one in found.citations] == ["Official Disability Guidelines (ODG), Elbow"]


@pytest.mark.parametrize(
    ("text", "basis", "citations"),
    [
        ("The Claims Administrator did not cite any medical evidence for its decision.", "none_cited", 0),
        ("The Expert Reviewer did not cite any medical evidence for its decision.", "none_cited", 0),
        ("The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines.", "other", 0),
        ("The Expert Reviewer did not base their decision on the MTUS.", "other", 0),
        ("Decision based on MTUS Eye 2004.", "mtus", 1),
        ("Decision based on MTUS Eye 2004. Decision based on Non-MTUS Citation ODG, Eye.", "mtus_and_other", 2),
        ("The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation ODG.", "other", 1),
    ],
)  # fmt: skip
def test_basis(text: str, basis: str, citations: int) -> None:
    found = read_guideline(text)
    assert (found.basis, len(found.citations), found.doubts) == (basis, citations, ())


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        (MTUS.format("Kneeling Complications 2004, Section(s): Summary"), "unknown-title", ("citations", 0, "title")),
        (MTUS.format("Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, Other Matters"), "unresolved-section", ("citations", 0, "sections")),
        (OTHER.format("ODG, Eye Chapter, Curious Matters (of others"), "unresolved-topic", ("citations", 0, "sections")),
        (OTHER.format("ODG, Curious Matters Chapter, Splints"), "doubtful-chapter", ("citations", 0, "title")),
        (OTHER.format("ODG, Knee and and Leg Chapter"), "unresolved-topic", ("citations", 0, "sections")),
        (OTHER.format("ODG, Eye Chapter (updated 13/45/16)"), "doubtful-chapter", ("citations", 0, "updated")),
        (OTHER.format("ACOEM Guidelines, 3rd Edition, Chapter 6, page 3"), "doubtful-chapter", ("citations", 0, "title")),
        (OTHER.format("Example Press 2011, second printing 2013"), "several-years", ("citations", 0, "year")),
        (OTHER.format("Eye Complaints Guidelines"), "doubtful-system", ("citations", 0, "system")),
        ("The Claims Administrator based its decision on the MTUS Opioids, page 3.", "unknown-title", ("citations", 0, "title")),
        ("The Claims Administrator based its decision on the lack of", "unknown-source", ("citations", 0, "title")),
        ("The Claims Administrator based its decision on the Exemple Guidelines, 2nd Edition (2004), page 3.", "unknown-source", ("citations", 0, "title")),
        ("The Claims Administrator based its decision on the Chronic Pain Treatment Guidelines, which is not part of the MTUS.", "doubtful-system", ("citations", 0, "system")),
        (MTUS.format("Knee Disorders and Kneecaps 2031"), "unknown-title", ("citations", 0, "title")),
        (MTUS.format("Cervical and Thoracic & Spine"), "unknown-title", ("citations", 0, "title")),
        (MTUS.format("Knee Disorders beyond all measure"), "unknown-title", ("citations", 0, "title")),
        (MTUS.format("Eye 2004, Section(s): Sights which are seen"), "unresolved-section", ("citations", 0, "sections")),
        ("Decision based on MTUS Eye 2004." + " " * 9000, "too-long", ("basis",)),
        ("Nobody knows this sentence.", "unread-words", ("basis",)),
    ],
)  # fmt: skip
def test_what_cannot_be_resolved_is_said_at_its_place(
    text: str, code: str, where: tuple[str | int, ...]
) -> None:
    doubts = read_guideline(text).doubts
    assert (code, where, "warning") in [(doubt.code, doubt.where, doubt.severity) for doubt in doubts]


def test_a_title_that_is_not_known_keeps_its_words() -> None:
    found = read_guideline(MTUS.format("Kneeling Complications 2004, Section(s): Summary")).citations[0]
    assert (found.title, found.year, found.sections) == ("Kneeling Complications", 2004, ("Summary",))


LOW, NECK, PAIN = "Low Back Complaints", "Neck and Upper Back Complaints", "Chronic Pain Medical Treatment"
# (what stands after "based its decision on", basis, citations)
OLDER_ROWS: list[tuple[str, str, list[Row]]] = [
    ("the MTUS Eye Guidelines, Injections, pages 3-4, which is part of the MTUS", "mtus", [("MTUS", "Eye", ["Injections"], {"pages": "3-4", "text": "Eye Guidelines, Injections, pages 3-4"})]),
    ("the Chronic Pain Medical Treatment Guidelines (May, 2009), Yoga, pages 3-4", "mtus", [("MTUS", PAIN, ["Yoga"], {"year": 2009, "pages": "3-4"})]),
    ("the 2009 Chronic Pain Medical Treatment Guidelines, pgs 3-4", "mtus", [("MTUS", PAIN, [], {"year": 2009, "pages": "3-4"})]),
    ("the MTUS, Chronic Pain, page 3", "mtus", [("MTUS", PAIN, [], {"pages": "3"})]),
    ("the Medical Treatment Utilization Schedule (MTUS), Chronic Pain Medical Treatment Guidelines, Section: Yoga, Page 3", "mtus", [("MTUS", PAIN, ["Yoga"], {"pages": "3"})]),
    ("the Post-Surgical Treatment Guidelines", "mtus", [("MTUS", "Postsurgical Treatment", [])]),
    ("the MTUS", "mtus", []),
    ("the California MTUS Guidelines, web-based edition", "mtus", []),
    ("the American College of Occupational and Environmental Medicine (ACOEM), 2nd Edition, (2004), Chapter 12, pages 3-9, which are part of the MTUS", "mtus", [("MTUS", LOW, [], {"year": 2004, "pages": "3-9"})]),
    ("the MTUS, ACOEM, 2nd Edition, 2004, Chapter 12", "mtus", [("MTUS", LOW, [], {"year": 2004, "text": "ACOEM, 2nd Edition, 2004, Chapter 12"})]),
    ("the MTUS/ACOEM Guidelines, Chapter 8, page 3", "mtus", [("MTUS", NECK, [], {"pages": "3"})]),
    ("the Neck and Upper Back Complaints Chapter (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 8) pg. 3", "mtus", [("MTUS", NECK, [], {"year": 2004, "pages": "3"})]),
    ("the Low Back Complaints Chapter of the ACOEM Practice Guidelines, page 3", "mtus", [("MTUS", LOW, [], {"pages": "3"})]),
    ("the ACOEM Guidelines", "mtus", [("MTUS", "ACOEM", [])]),
    ("the ACOEM Guidelines, which are not part of the MTUS", "other", [("ACOEM", None, [], {"text": "ACOEM Guidelines"})]),
    ("the ACOEM Practice Guidelines, 3rd Edition, Low Back Disorders, page 3", "other", [("ACOEM", "Low Back Disorders", [], {"pages": "3"})]),
    ("the Low Back Complaints and Neck and Upper Back Complaints, which are part of the MTUS", "mtus", [("MTUS", LOW, []), ("MTUS", NECK, [])]),
    ("the ODG, Elbow Chapter, Massage, which is not part of the MTUS", "other", [("ODG", "Elbow", ["Massage"], {"text": "ODG, Elbow Chapter, Massage"})]),
    ("the Non-MTUS Official Disability Guidelines (ODG), Elbow Chapter", "other", [("ODG", "Elbow", [])]),
    ("the ACOEM Practice Guidelines, Low Back Complaints, pg. 3; and the Official Disability Guidelines, Low Back", "mtus_and_other", [("MTUS", LOW, [], {"pages": "3"}), ("ODG", "Low Back", [])]),
    ("the Chronic Pain Medical Treatment Guidelines, Yoga, page 3, which is part of the MTUS, and on the ODG, Elbow Chapter", "mtus_and_other", [("MTUS", PAIN, ["Yoga"], {"pages": "3"}), ("ODG", "Elbow", [])]),
    ("the Chronic Pain Medical Treatment Guidelines, Yoga, page 3, which is part of the MTUS, and the ODG, Elbow Chapter, which is not part of the MTUS", "mtus_and_other", [("MTUS", PAIN, ["Yoga"], {"pages": "3"}), ("ODG", "Elbow", [])]),
    ("the ODG, Elbow Chapter, and the Chronic Pain Medical Treatment Guidelines, Yoga", "mtus_and_other", [("ODG", "Elbow", []), ("MTUS", PAIN, ["Yoga"])]),
    ("https://example.org/a", "other", [("other", "https://example.org/a", [])]),
]  # fmt: skip


@pytest.mark.parametrize("who", ["Claims Administrator based its", "Physician Reviewer based his/her"])
@pytest.mark.parametrize(("words", "basis", "expected"), OLDER_ROWS, ids=[row[0][:60] for row in OLDER_ROWS])
def test_the_wording_of_2013(who: str, words: str, basis: str, expected: list[Row]) -> None:
    text = f"The {who} decision on {words}."
    check(text, expected)
    assert read_guideline(text).basis == basis


@pytest.mark.parametrize(
    ("text", "basis", "citations"),
    [
        ("The Physician Reviewer found no section of the MTUS applicable and relevant to the issue at dispute.", "other", 0),
        ("The Professional Reviewer found no section of the MTUS applicable. The Professional Reviewer based his/her decision on the ODG.", "other", 1),
        ("The Claims Administrator did not cite any evidence-based criteria for its decision.", "none_cited", 0),
        ("The Claims Administrator did not provide any evidence-based guidelines.", "none_cited", 0),
        ("The Expert Reviewer relied on the MTUS, ACOEM, Chapter 12.", "mtus", 1),
        ("Decision based on Chronic Pain Treatment Guidelines Page(s): 60.", "mtus", 1),
        ("Decision based on ODG, Elbow Chapter.", "other", 1),
        ("The denial was based on the ODG, Elbow Chapter.", "other", 1),
        ("The Claims Administrator's utilization review determination was based upon the MTUS, Eye.", "mtus", 1),
        ("The Claims Administrator cited the ODG, Elbow Chapter, which is not part of the MTUS.", "other", 1),
        ("The Expert Reviewer based his/her decision on the MTUS, Eye. The Expert Reviewer also used the ODG.", "mtus_and_other", 2),
        ("The Claims Administrator based its decision on the MTUS, Eye. The provider did not dispute the guidelines used by the Claims Administrator.", "mtus", 1),
        ("Decision based on MTUS Eye 2004, and ODG Elbow.", "mtus_and_other", 2),
        ("The denial cites the ODG, Elbow Chapter, which is not part of the MTUS.", "other", 1),
        ("The utilization review determination relied on the ODG, Knee Chapter.", "other", 1),
        ("The Claims Administrator cited the ODG, Elbow Chapter, as relevant.", "other", 1),
        ("The Claims Administrator cited the ODG, Neck Chapter as applicable to the issue at dispute.", "other", 1),
        ("The Claims Administrator cited the MTUS, Eye as relevant and appropriate and the ODG, Elbow Chapter.", "mtus_and_other", 2),
        ("Decision based on Non-MTUS Citation ODG, Pain Chapter, Opioids as appropriate therapy, Low Back Chapter.", "other", 2),
        ("The Expert Reviewer found no section of the MTUS applicable. In line with the strength of evidence, the Expert Reviewer based his/her decision on the ODG.", "other", 1),
    ],
)  # fmt: skip
def test_other_sentences(text: str, basis: str, citations: int) -> None:
    found = read_guideline(text)
    assert (found.basis, len(found.citations), found.doubts) == (basis, citations, ())


# (what is said of the Elbow chapter behind it)
SAID_OF_IT = [
    "as a source", "as the source", "as reference", "as its reference", "as one of its sources", "as a supporting reference", "as the basis",
    "as a relevant source", "as relevant and as a source", "as guidance", "as the source for its decision", "as support for the denial",
    "as the most appropriate guideline", "as relevant to its determination", "as a source and as reference",
]  # fmt: skip


@pytest.mark.parametrize("said", SAID_OF_IT)
def test_what_is_said_of_a_guideline_is_not_part_of_it(said: str) -> None:
    elbow: list[Row] = [("ODG", "Elbow", ["Splints"], {"text": "ODG, Elbow Chapter, Splints"})]
    check(OTHER.format(f"ODG, Elbow Chapter, Splints {said}"), elbow)
    check(OTHER.format(f"ODG, Elbow Chapter, Splints, {said}"), elbow)
    eye: list[Row] = [("MTUS", "Eye", [], {"text": "Eye"})]
    check(
        f"The Claims Administrator cited the MTUS, Eye {said} and the ODG, Elbow Chapter, Splints.",
        eye + elbow,
    )
    check(f"The Claims Administrator based its decision on the MTUS, Eye {said}.", eye)


def test_what_is_said_of_a_guideline_may_be_a_topic() -> None:
    found = read_guideline(OTHER.format("ODG, Elbow Chapter, Nerves as a source of pain"))
    assert found.citations[0].sections == ("Nerves as a source of pain",)
    assert [(doubt.code, doubt.where) for doubt in found.doubts] == [("said-of-it", ("citations", 0))]


@pytest.mark.parametrize("joint", ["and", "and the", "as well as", "as well as the", "along with the"])
def test_what_joins_two_sources_is_part_of_neither(joint: str) -> None:
    massage: list[Row] = [("ODG", "Elbow", ["Massage"], {"text": "ODG, Elbow, Massage"})]
    check(OTHER.format(f"ODG, Elbow, Massage {joint} ODG, Pain, Yoga"), [*massage, ("ODG", "Pain", ["Yoga"])])
    shoulder: list[Row] = [("ACOEM", "Shoulder Disorders", [])]
    check(
        OTHER.format(f"ODG, Elbow, Massage {joint} ACOEM Guidelines, Shoulder Disorders"), massage + shoulder
    )


@pytest.mark.parametrize("lead", OTHER_LEADS)
@pytest.mark.parametrize(("words", "cited"), OTHERS, ids=[row[0][:40] for row in OTHERS])
@pytest.mark.parametrize(("before", "first"), BEFORE_OTHERS, ids=[row[0][:40] for row in BEFORE_OTHERS])
def test_other_medical_treatment_guidelines(
    lead: str, words: str, cited: Row, before: str, first: list[Row]
) -> None:
    text = MTUS.format(before + lead + words)
    check(text, [*first, cited])
    assert read_guideline(text).basis == "mtus_and_other"


def test_other_medical_treatment_guidelines_that_are_not_named() -> None:
    found = read_guideline(
        MTUS.format("Eye 2004, Section(s): Summary, and Other Medical Treatment Guidelines")
    )
    assert (found.basis, found.doubts) == ("mtus_and_other", ())
    assert [one.text for one in found.citations] == ["Eye 2004, Section(s): Summary"]


def test_what_the_other_side_cites() -> None:
    """No guideline is named, so none is given; a note says why."""
    found = read_guideline(
        "The Expert Reviewer found the guidelines used by the Claims Administrator relevant and appropriate."
    )
    assert (found.basis, found.citations) == (None, ())
    assert [(doubt.code, doubt.severity) for doubt in found.doubts] == [("no-name", "note")]


@pytest.mark.parametrize(
    ("text", "basis", "expected"),
    [*WHOLE_SENTENCES, *PROSE, *EXPLAINED, *WORKS_IN_SENTENCES],
    ids=[row[0][:60] for row in (*WHOLE_SENTENCES, *PROSE, *EXPLAINED, *WORKS_IN_SENTENCES)],
)
def test_whole_sentences(text: str, basis: str, expected: list[Row]) -> None:
    check(text, expected)
    assert read_guideline(text).basis == basis


@pytest.mark.parametrize("text", NAMES_NONE)
def test_words_that_name_no_guideline(text: str) -> None:
    found = read_guideline(text)
    assert (found.basis, found.citations) == (None, ())
    assert [(doubt.code, doubt.severity) for doubt in found.doubts] == [("no-name", "note")]


def test_the_names_of_sources_hold_no_verb() -> None:
    """A verb ends a source's name; words that are verbs elsewhere are none in a name: "Lumbar supports, page 3"."""
    names = [row["section"] for row in vocabulary.rows("mtus-sections")]
    names += [row["topic"] for row in vocabulary.rows("odg-topics")]
    names += [row["wording"] for row in vocabulary.rows("odg-chapters")]
    names += [row["title"] for row in vocabulary.rows("mtus-titles")]
    names += [row["chapter"] for row in vocabulary.rows("acoem-chapters")]
    assert [name for name in names if predicate(f"{name}, page 3", 0, len(name) + 8)] == []


@pytest.mark.parametrize("text", [*NOT_UNDERSTOOD, *UNREAD])
def test_a_further_guideline_that_is_not_understood_is_said(text: str) -> None:
    assert "warning" in [doubt.severity for doubt in read_guideline(text).doubts]


@pytest.mark.parametrize("words", SECTIONS_THAT_CANNOT_BE)
def test_a_section_that_cannot_be_one_is_said(words: str) -> None:
    where = [
        doubt.where for doubt in read_guideline(MTUS.format(words)).doubts if doubt.severity == "warning"
    ]
    assert ("citations", 0, "sections") in where


@pytest.mark.parametrize(("words", "where"), TOPICS_THAT_CANNOT_BE)
def test_a_topic_that_cannot_be_one_is_said(words: str, where: tuple[str | int, ...]) -> None:
    doubts = read_guideline(OTHER.format(words)).doubts
    assert where in [doubt.where for doubt in doubts if doubt.severity == "warning"]


@named(OTHER_EVIDENCE)
def test_other_evidence_beside_the_schedule(words: str, expected: list[Row]) -> None:
    check(MTUS.format(words), expected)
    assert read_guideline(MTUS.format(words)).basis == "mtus_and_other"


@named(MTUS_ROWS, OTHER_ROWS, CHAPTERS_TOGETHER, MISPRINTED_ODG, ODG_TOGETHER)
def test_no_citation_ends_with_what_joins_it_to_the_next(words: str, expected: list[Row]) -> None:
    for one in (
        *read_guideline(MTUS.format(words)).citations,
        *read_guideline(OTHER.format(words)).citations,
    ):
        assert one.text == one.text.strip(" ,;")


def test_the_schedule_cited_as_outside_of_it() -> None:
    (doubt,) = read_guideline(OTHER.format("CA MTUS Chronic Pain page 67")).doubts
    assert (doubt.where, doubt.severity) == (("citations", 0, "system"), "warning")
