"""Works beside the guidelines, the schedule's formulary, ACOEM by its chapters, and remarks of ODG's own publisher.

Each expectation was written from the contract; all names of authors, articles and drugs are invented.
"""

from .further_citations import Row

PAIN, LOW, NECK = "Chronic Pain Medical Treatment", "Low Back Complaints", "Neck and Upper Back Complaints"
CONSULTATIONS = "Independent Medical Examinations and Consultations"


def _work(words: str, year: int | None = None) -> Row:
    return ("other", words, [], {"year": year, "text": words})


# (printed words after "Non-MTUS Citation", citations)
WORK_ROWS: list[tuple[str, list[Row]]] = [
    # a work behind ODG
    ("ODG, Burns Chapter; Roe RR, Doe DS, Poe PE. Scars of the knee. Ann Example. 2014;260(3):5-9", [("ODG", "Burns", []), _work("Roe RR, Doe DS, Poe PE. Scars of the knee. Ann Example. 2014;260(3):5-9", 2014)]),
    ("ODG, Head, Cognitive therapy; Roe-Poe R, et al: Learning again, from 2003 through 2008. J Example 2011; 92: 5-9", [("ODG", "Head", ["Cognitive therapy"]), _work("Roe-Poe R, et al: Learning again, from 2003 through 2008. J Example 2011; 92: 5-9", 2011)]),
    ("ODG by MCG, Shoulder, Traction; Doe et al., arms and their use, 2018", [("ODG", "Shoulder", ["Traction"]), _work("Doe et al., arms and their use, 2018", 2018)]),
    ("ODG, Hernia, Surgery; Example Working Group: Mesh. Example Surg 2010;148:5-9", [("ODG", "Hernia", ["Surgery"]), _work("Example Working Group: Mesh. Example Surg 2010;148:5-9", 2010)]),
    ("ODG, Low Back, Preoperative testing, general; ACC/AHA 2014 Guideline on the Heart", [("ODG", "Low Back", ["Preoperative testing, general"]), _work("ACC/AHA 2014 Guideline on the Heart", 2014)]),
    ("ODG, Pain, Polysomnography; Example Society Clinical Practice Guideline for Sleep", [("ODG", "Pain", ["Polysomnography"]), _work("Example Society Clinical Practice Guideline for Sleep")]),
    ("ODG, Diabetes Chapter, Metformin, and JNC 7", [("ODG", "Diabetes", ["Metformin"]), _work("JNC 7")]),
    ("ODG, Knee & Leg, Walking aids; and the California Department of Examples, Criteria for Canes", [("ODG", "Knee and Leg", ["Walking aids"]), _work("California Department of Examples, Criteria for Canes")]),
    ("ODG, Pain Chapter, Opioids; FDA; Medscape", [("ODG", "Pain", ["Opioids"]), _work("FDA"), _work("Medscape")]),
    # and what is none
    ("ODG, Low Back; Criteria for the use of Epidural steroid injections; Chiropractic Guidelines", [("ODG", "Low Back", ["Criteria for the use of Epidural steroid injections", "Chiropractic Guidelines"])]),
    ("ODG, Pain Chapter; Urine drug testing (UDT); Mental Illness & Stress Chapter; Hypnosis", [("ODG", "Pain", ["Urine drug testing (UDT)"]), ("ODG", "Mental Illness and Stress", ["Hypnosis"])]),
    # works joined by semicolons
    ("Example Guideline for Sore Elbows, 2010; Roe R et al., Example J 2013;170(9):5-10", [_work("Example Guideline for Sore Elbows, 2010", 2010), _work("Roe R et al., Example J 2013;170(9):5-10", 2013)]),
    ("2013 ACC/AHA Guideline on the Heart; Exampla package insert", [_work("2013 ACC/AHA Guideline on the Heart", 2013), _work("Exampla package insert")]),
    ("Roe R, Doe D. Elbows. Eur J Example 2012;48:5-9; NCCN Guidelines, Elbows, v1.2016", [_work("Roe R, Doe D. Elbows. Eur J Example 2012;48:5-9", 2012), _work("NCCN Guidelines, Elbows, v1.2016")]),
    ("Doe D. Elbows (Example J 2019;59:1-18); Roe R, et al. Knees. Example J 2017;377:5-9", [_work("Doe D. Elbows (Example J 2019;59:1-18)", 2019), _work("Roe R, et al. Knees. Example J 2017;377:5-9", 2017)]),
    ("Example Textbook, 3rd ed., www.example.org; Dose tables of the Example Group, www.example.com/dose", [_work("Example Textbook, 3rd ed., www.example.org"), _work("Dose tables of the Example Group, www.example.com/dose")]),
    ("Medscape and the FDA", [_work("Medscape"), _work("FDA")]),
    ("Example Academy of Elbows and American Optometric Association: Eyes", [_work("Example Academy of Elbows and American Optometric Association: Eyes")]),
    # the year of a work with several
    ("Example parameters for elbows: an update for 2005. Example J 2006;29(2):5-8", [_work("Example parameters for elbows: an update for 2005. Example J 2006;29(2):5-8", 2006)]),
    ("Example Society: Elbows (2005, reviewed and confirmed 2011)", [_work("Example Society: Elbows (2005, reviewed and confirmed 2011)", 2005)]),
    ("2018 Example Guideline for Elbows (Roe R et al., Example J 2019;71:5-9)", [_work("2018 Example Guideline for Elbows (Roe R et al., Example J 2019;71:5-9)", 2018)]),
    # what names none
    ("ODG Knee & Leg, Canes; Non-MTUS Citation Medicare", [("ODG", "Knee and Leg", ["Canes"]), _work("Medicare")]),
    ("Other Guidelines: Medscape", [_work("Medscape")]),
    # addresses and the publisher of ODG
    ("http://www.odg-twc.com/example/pain.htm", [_work("http://www.odg-twc.com/example/pain.htm")]),
    ("ODG, Pain Chapter, www.odg-twc.com, Melatonin", [("ODG", "Pain", ["Melatonin"])]),
    ("ODG (http://www.odg-twc.com/example/low_back.htm#Yoga)", [("ODG", None, [])]),
    ("ODG web: www.odgtreatment.com, Work Loss Data Institute (www.worklossdata.com) (updated 03/04/12)", [("ODG", None, [], {"updated": "2012-03-04"})]),
    ("Work Loss Data Institute, LLC; Corpus Christi, TX; www.odg-twc.com; Section: Elbow (Acute & Chronic) (updated 3/4/2013)", [("ODG", "Elbow", [], {"updated": "2013-03-04"})]),
    ("Work Loss Data Institute's Official Disability Guidelines, Elbow Chapter, Splints", [("ODG", "Elbow", ["Splints"])]),
    ("Official Disability Guidelines, ODG by MCG, Evidence-Based Medical Treatment Guidelines, Elbow, Splints", [("ODG", "Elbow", ["Splints"])]),
    ("ODG Treatment Integrated Treatment/Disability Duration Guidelines, Elbow, Splints", [("ODG", "Elbow", ["Splints"])]),
    ("ODG (Elbow: Fusion (ulnar))", [("ODG", "Elbow", ["Fusion (ulnar)"])]),
    ("ODG for Elbow Problems", [("ODG", "Elbow", [])]),
    ("ODG Chapter 9, Elbow", [("ODG", "Elbow", [], {"pages": None})]),
    ("ODG Leg Chapter, Canes", [("ODG", "Knee and Leg", ["Canes"])]),
    ("ODG, Elbow Chapter, Splints, March 2015 update", [("ODG", "Elbow", ["Splints"], {"updated": None, "year": None})]),
    ("ODG by MCG, Elbow (updated 4/2020), Splints", [("ODG", "Elbow", ["Splints"], {"updated": None})]),
    ("ODG by MCG, Sept 2019, Elbow, Splints", [("ODG", "Elbow", ["Splints"])]),
    ("ODG by MCG, Last review/update date: Jan 8, 2023, Elbow, Splints", [("ODG", "Elbow", ["Splints"], {"updated": "2023-01-08", "pages": None})]),
    ("ODG, Elbow, Splints, 2014", [("ODG", "Elbow", ["Splints"], {"year": 2014, "pages": None})]),
    # a part of the body in a topic of a chapter that is named
    ("ODG, Low Back Chapter, Lumbar MRI", [("ODG", "Low Back", ["Lumbar MRI"])]),
    ("ODG, Pain Chapter, Melatonin; and on the Elbow Chapter, Splints", [("ODG", "Pain", ["Melatonin"]), ("ODG", "Elbow", ["Splints"])]),
    # ACOEM by the number of its chapter, and in short
    ("ACOEM Practice Guidelines, 2nd Edition, Chapter 7, page 12", [("ACOEM", CONSULTATIONS, [], {"pages": "12"})]),
    ("ACOEM for Independent Medical Examinations and Consultations, Chapter 7", [("ACOEM", CONSULTATIONS, [])]),
    ("ACOEM V.3 > Chronic Pain > General Principles > Medications", [("ACOEM", "Chronic Pain", ["General Principles", "Medications"])]),
    ("ACOEM Occupational Medicine Practice - Guidelines, 3rd ed., Shoulder Disorders, pg. 6", [("ACOEM", "Shoulder Disorders", [], {"pages": "6"})]),
    ("ACOEM V.3, Low Back, Treatments", [("ACOEM", "Low Back", ["Treatments"])]),
    ("ACOEM, 3rd Edition (2011), Chapter: Hip and Groin", [("ACOEM", "Hip and Groin", [], {"year": 2011})]),
    ("ACOEM Updated Chronic Pain Chapter (8/8/2008), Physical therapy pages 5-6", [("ACOEM", "Chronic Pain", ["Physical therapy"], {"year": 2008, "pages": "5-6"})]),
]  # fmt: skip

# (printed words after "MTUS", citations)
SCHEDULE_ROWS: list[tuple[str, list[Row]]] = [
    ("Drug Formulary", [("MTUS", "Drug Formulary", [])]),
    ("Drug Formulary (unlisted drug)", [("MTUS", "Drug Formulary", ["unlisted drug"])]),
    ("Formulary, non-exempt drug", [("MTUS", "Formulary", ["non-exempt drug"])]),
    ("Opioids 2017, Section(s): Tapering, and the MTUS Drug Formulary", [("MTUS", "Opioids", ["Tapering"]), ("MTUS", "Drug Formulary", [])]),
    ("Opioids 2017, Section(s): Subacute And Chronic Pain, Treatment Recommendations", [("MTUS", "Opioids", ["Subacute And Chronic Pain", "Treatment Recommendations"])]),
    ("Workplace Mental Health: Anxiety Disorders Guideline (ACOEM, March 4, 2021)", [("MTUS", "Workplace Mental Health: Anxiety Disorders", [], {"year": 2021})]),
    ("ACOEM Chapter 8 Neck and Upper Back Complaints, Chapter 11 Forearm, Wrist, and Hand Complaints, Chapter 12 Low Back Complaints Page(s): 3, 5", [("MTUS", NECK, []), ("MTUS", "Forearm, Wrist, and Hand Complaints", []), ("MTUS", LOW, [], {"pages": "3, 5"})]),
    ("ACOEM Low Back Chapter", [("MTUS", LOW, [])]),
    ("ACOEM Low Back Chapter Page(s): 3", [("MTUS", LOW, [], {"pages": "3"})]),
    ("ACOEM Knee arthroscopy", [("MTUS", "ACOEM", ["Knee arthroscopy"])]),
    ("Chronic Pain Treatment Guidelines 8 C.C.R. \u00a7\u00a79792.20 - 9792.26 MTUS (Effective July 18, 2009) Page(s): 3-5", [("MTUS", PAIN, [], {"year": 2009, "pages": "3-5"})]),
    ("Title 8, California Code of Regulations, section 9792.24.2, Chronic Pain Treatment Guidelines, page 3", [("MTUS", PAIN, [], {"pages": "3"})]),
    ("Chronic Pain Treatment Guidelines Page(s): Detoxification p.3, Weaning of medications p.5", [("MTUS", PAIN, ["Detoxification", "Weaning of medications"], {"pages": "3, 5"})]),
    ("ACOEM Chapter 12 Low Back Complaints Page(s): Table 12-8", [("MTUS", LOW, ["Table 12-8"])]),
    ("Low Back Complaints, page 3 (Table 12-7)", [("MTUS", LOW, ["Table 12-7"], {"pages": "3"})]),
    ("General Approaches 2004, Section(s): Specialty Consultation (Chapter 7, page 3); and Eye 2004", [("MTUS", "General Approaches", ["Specialty Consultation"], {"pages": "3"}), ("MTUS", "Eye", [])]),
    ("Chronic Pain Treatment Guidelines Aquatic therapy topic, Opioids section Page(s): 3", [("MTUS", PAIN, ["Aquatic therapy", "Opioids"])]),
    ("Chronic Pain Treatment Guidelines NSAIDs, GI Symptoms and Cardiovascular Risk topic, page 3", [("MTUS", PAIN, ["NSAIDs, GI Symptoms and Cardiovascular Risk"])]),
    ("Chronic Pain Treatment Guidelines Opioids, On-Going Management Page(s): 3", [("MTUS", PAIN, ["Opioids", "On-Going Management"])]),
    ("Chronic Pain Treatment Guidelines Opioids, Specific Drug List: Exampla Page(s): 3", [("MTUS", PAIN, ["Opioids, Specific Drug List: Exampla"], {"pages": "3"})]),
    ("Hand, Wrist, and Forearm Disorders 2019, Section(s): Hand, Wrist, and Forearm Fractures, Splints", [("MTUS", "Hand, Wrist, and Forearm Disorders", ["Hand, Wrist, and Forearm Fractures", "Splints"])]),
    ("Chronic Pain Treatment Guidelines Opioids; see also Weaning of medications", [("MTUS", PAIN, ["Opioids", "Weaning of medications"])]),
]  # fmt: skip

# (the whole text, basis, citations)
WORKS_IN_SENTENCES: list[tuple[str, str | None, list[Row]]] = [
    ("Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies; ACR Appropriateness Criteria Low Back 2015.", "mtus_and_other", [("MTUS", LOW, ["Special Studies"]), _work("ACR Appropriateness Criteria Low Back 2015", 2015)]),
    ("Decision based on MTUS Eye 2004; Roe RR, Doe D. Eyes. Example J 2010;11:1-9.", "mtus_and_other", [("MTUS", "Eye", [], {"text": "Eye 2004"}), _work("Roe RR, Doe D. Eyes. Example J 2010;11:1-9", 2010)]),
    ("Decision based on MTUS Chronic Pain Treatment Guidelines Biofeedback; see also ODG Cognitive Therapy Guidelines Page(s): 23; 24.", "mtus_and_other", [("MTUS", PAIN, ["Biofeedback"], {"pages": "23; 24"}), ("ODG", None, ["Cognitive Therapy Guidelines"], {"pages": None})]),
    ("Decision based on Non-MTUS Citation MTUS Drug Formulary.", "mtus", [("MTUS", "Drug Formulary", [])]),
    ("Decision based on Non-MTUS Citation MTUS Drug List v12, effective March 4, 2021.", "mtus", [("MTUS", "Drug List", [], {"year": 2021})]),
    ("Decision based on Non-MTUS Citation ODG, Elbow. Other Medical Treatment Guideline or Medical Evidence: MTUS Definitions 9792.20; FDA.", "mtus_and_other", [("ODG", "Elbow", []), ("MTUS", "Definitions", []), _work("FDA")]),
    ("Decision based on Non-MTUS Citation Other Medical Treatment Guideline or Medical Evidence.", "other", []),
    ("Decision based on Non-MTUS Citation None.", "none_cited", []),
    ("Decision based on Non-MTUS Citation No guideline cited.", "none_cited", []),
    ("The Claims Administrator based its decision on the guidelines: None cited.", "none_cited", []),
    ("The Claims Administrator based its decision on: Roe RR, Doe DD. Elbows: a review. Ann Example 2005.", "other", [_work("Roe RR, Doe DD. Elbows: a review. Ann Example 2005", 2005)]),
    ("The Reviewer based his/her decision on the following: Roe RR, Doe DD. Elbows. Example J. 2002 Jul 1;66(1):5-9.", "other", [_work("Roe RR, Doe DD. Elbows. Example J. 2002 Jul 1;66(1):5-9", 2002)]),
    ("The Reviewer based his/her decision on the MTUS: Chronic Pain Medical Treatment Guidelines, page 3-5. Creams on the skin: a systematic review, R Roe, D Doe - Example, 2009.", "mtus_and_other", [("MTUS", PAIN, [], {"pages": "3-5"}), _work("Creams on the skin: a systematic review, R Roe, D Doe - Example, 2009", 2009)]),
    ("The Claims Administrator based its decision on the Title 8 California Code of Regulations, Section 9792.24.2, Chronic Pain Medical Treatment Guidelines, which is part of the MTUS.", "mtus", [("MTUS", PAIN, [])]),
    ("The Claims Administrator based its decision on the MTUS, Eye. The Claims Administrator also based its decision on Other Medical Treatment Guideline or Medical Evidence.", "mtus_and_other", [("MTUS", "Eye", [])]),
    ("The Reviewer found no section of the MTUS or the ODG applicable and relevant. The Reviewer based his/her decision on Medscape.", "other", [_work("Medscape")]),
    ("Neither the MTUS nor ODG addresses this issue. Decision based on Non-MTUS Citation Medscape.", "other", [_work("Medscape")]),
    ("The Claims Administrator did not issue a separate finding as to guidelines for this request.", "none_cited", []),
    ("The Claims Administrator was silent as to guidelines.", "none_cited", []),
    ("The Claims Administrator made no reference to guidelines.", "none_cited", []),
]  # fmt: skip
