"""Guidelines that sentences explain, as the reviewers of early 2013 wrote them; each expectation was written from the
contract before it was run."""

from .further_citations import Row

PAIN, LOW, NECK = "Chronic Pain Medical Treatment", "Low Back Complaints", "Neck and Upper Back Complaints"
ELBOW, KNEE, FOOT, SHOULDER = (
    "Elbow Complaints",
    "Knee Complaints",
    "Ankle and Foot Complaints",
    "Shoulder Complaints",
)
_ELBOW = "Elbow Complaints Chapter (ACOEM Practice Guidelines, 2nd Edition (Revised 2007), Chapter 10)"
_KNEE = "Knee Complaints Chapter (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 13)"
_LOW = "Low Back Complaints Chapter (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12)"
_PAIN = "Chronic Pain Medical Treatment Guidelines"

# (printed words, basis, citations)
EXPLAINED: list[tuple[str, str | None, list[Row]]] = [
    # sentences behind a citation say what they like
    (f"The Professional Reviewer relied upon the {_ELBOW}, page 33, of the MTUS. The patient has had symptoms for six weeks only, and the chapter sets out when injection is suitable. It was the most specific source available.", "mtus", [("MTUS", ELBOW, [], {"year": 2007, "pages": "33"})]),
    (f"{_PAIN}, page 46, part of the MTUS. The guideline was chosen as the employee has had pain for over a year. Epidural injections are listed there with their conditions.", "mtus", [("MTUS", PAIN, [], {"pages": "46", "text": f"{_PAIN}, page 46"})]),
    (f"The Professional Reviewer relied upon the {_ELBOW}, pages 10-12. Elbow braces are covered there in some detail. Nothing else was needed.", "mtus", [("MTUS", ELBOW, [], {"pages": "10-12"})]),
    (f"The Professional Reviewer relied upon the {_PAIN}, NSAIDs, pages 67-68. The employee is 61 and takes aspirin daily.", "mtus", [("MTUS", PAIN, ["NSAIDs"], {"pages": "67-68"})]),
    (f"The applicable section is {_PAIN}, Weaning of Medications, page 124. This was picked since the drug must be reduced step by step.", "mtus", [("MTUS", PAIN, ["Weaning of Medications"], {"pages": "124"})]),
    (f"The relevant portion of the MTUS is the {_LOW}, page 308; it was relied on because of the acute injury.", "mtus", [("MTUS", LOW, [], {"pages": "308"})]),
    (f"{_PAIN}, page 46. This section was relied upon because it deals with injections.", "mtus", [("MTUS", PAIN, [], {"pages": "46"})]),
    (f"{_PAIN}, page 46, and the {_KNEE}, page 341. The former is for the pain; the latter is the only MTUS section for the knee.", "mtus", [("MTUS", PAIN, [], {"pages": "46"}), ("MTUS", KNEE, [], {"pages": "341"})]),
    # a source before its verb
    (f"The {_LOW}, pages 303-305, governs this request and is part of the MTUS.", "mtus", [("MTUS", LOW, [], {"pages": "303-305"})]),
    (f"The {_KNEE}, page 341, supports the request. The Official Disability Guidelines (ODG), Knee & Leg Chapter, MRI, say the same.", "mtus_and_other", [("MTUS", KNEE, [], {"pages": "341"}), ("ODG", "Knee and Leg", ["MRI"])]),
    (f"The MTUS, {_PAIN}, page 58, allows six visits as a trial.", "mtus", [("MTUS", PAIN, [], {"pages": "58"})]),
    ("The Official Disability Guidelines (ODG), Low Back Chapter, Lumbar supports, apply. The Expert Reviewer was guided by nothing else.", "other", [("ODG", "Low Back", ["Lumbar supports"])]),
    (f"The Expert Reviewer agreed with the Claims Administrator that the {_PAIN}, Opioids, pages 78-80, govern this request.", "mtus", [("MTUS", PAIN, ["Opioids"], {"pages": "78-80"})]),
    ("The Expert Reviewer agreed with the use of the ODG, Pain Chapter, Melatonin, by the Claims Administrator.", "other", [("ODG", "Pain", ["Melatonin"])]),
    ("The Official Disability Guidelines (ODG), Knee & Leg Chapter, Walking aids, list the conditions. The reviewer relied on them because nothing else does.", "other", [("ODG", "Knee and Leg", ["Walking aids"])]),
    (f"Relied upon were the {_PAIN}, page 46.", "mtus", [("MTUS", PAIN, [], {"pages": "46"})]),
    # a source that is said not to apply is not cited
    (f"The Official Disability Guidelines do not apply. The Professional Reviewer relied on the {_ELBOW}, page 40.", "mtus", [("MTUS", ELBOW, [], {"pages": "40"})]),
    (f"The {_PAIN}, Functional restoration programs, pages 30-32, apply because pain has lasted for two years. Nothing in the Low Back Complaints Chapter deals with such programs.", "mtus", [("MTUS", PAIN, ["Functional restoration programs"], {"pages": "30-32"})]),
    ("The Official Disability Guidelines (ODG), Eye Chapter, were relied upon. The MTUS Eye chapter was considered but says nothing of protective lenses.", "other", [("ODG", "Eye", [])]),
    (f"The Professional Reviewer relied upon the MTUS, {_LOW}, page 303, because the question is one of imaging. The Official Disability Guidelines are not part of the MTUS and were not needed.", "mtus", [("MTUS", LOW, [], {"pages": "303"})]),
    (f"The {_ELBOW} describes splints but not this device. The reviewer relied for this reason on the ODG, Elbow Chapter.", "other", [("ODG", "Elbow", [])]),
    ("The Official Disability Guidelines (ODG), Knee & Leg Chapter, Walking aids, list the conditions for the device; the MTUS does not.", "other", [("ODG", "Knee and Leg", ["Walking aids"])]),
    ("The Expert Reviewer found that the MTUS contains nothing on hearing aids and therefore relied on the Official Disability Guidelines (ODG), Head Chapter, Hearing aids.", "other", [("ODG", "Head", ["Hearing aids"])]),
    ("The Expert Reviewer found that the MTUS has no recommendation on this topic. The Expert Reviewer relied instead on the Official Disability Guidelines (ODG), Pain Chapter, Insomnia treatment.", "other", [("ODG", "Pain", ["Insomnia treatment"])]),
    ("The Expert Reviewer found no MTUS guideline applicable.", "other", []),
    ("The Expert Reviewer found no guideline in the MTUS and relied on the ODG, Eye Chapter.", "other", [("ODG", "Eye", [])]),
    # what is said of a source ends its name
    (f"The Expert Reviewer relied on the {_PAIN}, page 78, in view of the long use of opioids.", "mtus", [("MTUS", PAIN, [], {"pages": "78"})]),
    (f"The Expert Reviewer based his/her decision on the {_LOW}, page 304, given the short time since the injury.", "mtus", [("MTUS", LOW, [], {"pages": "304"})]),
    (f"The Expert Reviewer based his/her decision on the {_PAIN}, Medications for chronic pain, page 60, there being no other section on this drug.", "mtus", [("MTUS", PAIN, ["Medications for chronic pain"], {"pages": "60"})]),
    ("The Claims Administrator based its decision on the Official Disability Guidelines (ODG), Pain Chapter, Zolpidem, where short-term use is recommended.", "other", [("ODG", "Pain", ["Zolpidem"])]),
    ("The Expert Reviewer relied on the ODG, Hernia Chapter, Surgery, being a guideline that is kept current.", "other", [("ODG", "Hernia", ["Surgery"])]),
    (f"{_PAIN}, page 22, which is part of the MTUS, for the pool therapy.", "mtus", [("MTUS", PAIN, [], {"pages": "22", "text": f"{_PAIN}, page 22"})]),
    (f"The Expert Reviewer relied on the {_PAIN}, page 22, as the pool is described there, and on the ODG, Low Back Chapter, as a second source.", "mtus_and_other", [("MTUS", PAIN, [], {"pages": "22"}), ("ODG", "Low Back", [])]),
    ("The Expert Reviewer relied on the ODG, Knee Chapter that addresses braces of all kinds.", "other", [("ODG", "Knee and Leg", [], {"text": "ODG, Knee Chapter"})]),
    # several, "on" again before each
    ("The Expert Reviewer based his/her decision on the ODG, Head Chapter, and on Roe P, et al., Teeth at night, J Example 2008; 35:509-523.", "other", [("ODG", "Head", [], {"text": "ODG, Head Chapter"}), ("other", "Roe P, et al., Teeth at night, J Example 2008; 35:509-523", [], {"year": 2008})]),
    (f"The Expert Reviewer based his/her decision on the {_KNEE}, page 339, which is part of the MTUS, and also on the ODG, Knee & Leg Chapter, Knee brace.", "mtus_and_other", [("MTUS", KNEE, [], {"pages": "339"}), ("ODG", "Knee and Leg", ["Knee brace"])]),
    ("The Expert Reviewer based his/her decision on medical literature and on Medscape.", "other", [("other", "medical literature", []), ("other", "Medscape", [])]),
    # chapters by number, and titles that the schedule is said to hold
    ("ACOEM Guidelines, 2nd Edition, Chapter 9 (Shoulder Complaints), page 203, and Chapter 14 (Ankle and Foot Complaints), page 371.", "mtus", [("MTUS", SHOULDER, [], {"pages": "203"}), ("MTUS", FOOT, [], {"pages": "371"})]),
    (f"The {_LOW}, page 308, and the Neck and Upper Back Complaints Chapter (ACOEM, Chapter 8), page 173, both part of the MTUS. They apply to acute pain.", "mtus", [("MTUS", LOW, [], {"pages": "308"}), ("MTUS", NECK, [], {"pages": "173"})]),
    ("The Claims Administrator based its decision on the MTUS, which has adopted the Elbow Complaints Chapter of the ACOEM Practice Guidelines, page 33.", "mtus", [("MTUS", ELBOW, [], {"pages": "33"})]),
    (f"The Professional Reviewer based the decision on the {_PAIN}, page 46.", "mtus", [("MTUS", PAIN, [], {"pages": "46"})]),
    # a reason stands where a guideline may
    *((f"The Claims Administrator based its decision on {reason}.", "none_cited", []) for reason in (
        "insufficient documentation of functional improvement", "the absence of a recent physical examination", "the medical records alone",
        "the treating physician's failure to respond to a request for information", "a discussion with the requesting physician",
        "the fact that the epidural injection had been denied, and cited no guideline", "the lack of response to Norco and on the age of the employee",
        "the non-certification of the arthroscopy; no guideline was named", "the lack of an updated MRI report", "its clinical experience",
        "the opinion of its physician advisor and did not name a guideline", "the advice of Dr. Hale, its physician advisor",
    )),
    ("The Claims Administrator relied on lack of information.", "none_cited", []),
    ("The Expert Reviewer did not need a guideline, because the procedure itself is not medically necessary.", "none_cited", []),
    ("The Expert Reviewer consulted no guideline, as the surgery that it would follow is not certified.", "none_cited", []),
    ("No guideline was reviewed, because the associated surgery was found to be not medically necessary.", "none_cited", []),
    ("Since the operation has not been found medically necessary, the question of guidelines does not arise.", "none_cited", []),
]  # fmt: skip

# (printed words in which something may be a source that was not read)
UNREAD = [
    *(f"The Claims Administrator based its decision on {source}" for source in (
        "the recommendations of Harlow and Finch.", "Harlow and Finch.", "internal criteria of the network.", "the Tri-County Utilization Manual.",
        "the officious disabled guides.", "topical analgesics.", "the topical analgesics section.", "the review by Harlow.", "the lack of", "the medical",
    )),
    *(f"The Professional Reviewer relied upon the {_PAIN}, NSAIDs, pages 67-68. {further}" for further in (
        "Harlow's review of 2009 was also read.", "A recent study by Harlow and others supports the same conclusion.", "The Washington recommendations lead to the same end.",
        "The same stands in the Journal of Examples.", "See also page 111.",
    )),
    "Nothing is known of the ODG.",
    "The boots would not help here. The request is not medically necessary.",
    "The Expert Reviewer was led by Harlow PG, Finch RA. Sore knees.",
    f"The Expert Reviewer relied on the {_PAIN}, pqge 46.",
    f"The Claims Administrator based its decision on the {_LOW}, page 303, which is is not part of the MTUS.",
    f"The Claims Administrator based its decision on the {_LOW}, page 303, which is not prt of the MTUS.",
    f"The Claims Administrator based its decision on the {_PAIN} is not part of the MTUS.",
    f"{_PAIN}, page 46. This section was relied upon because it deals with",
    "The Expert Reviewer based his/her decision on the ODG, Eye Chapter. MTUS.",
    "The Reviewer reliad on the FDA label, and on Roe P. Creams. Guidelines for creams. J Example 2009;160:9-54.",
    "The Expert Reviewer based his/her decision on the ODG, Pain Chapter, Zolpidem, wher short-term use is recommended.",
]  # fmt: skip
