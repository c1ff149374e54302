"""What the trials put in place of a letter's own words: misspellings, other wordings, other outcomes, foreign text."""

from __future__ import annotations

import random
import re

SYNONYMS: dict[str, tuple[str, ...]] = {
    "Dated:": ("Date:", "Date of Letter:", "Letter Date:", "Issued:", "Mailed:"),
    "IMR Case Number:": ("Case No.:", "IMR Case No.:", "IMR Case #:", "IMR File Number:"),
    "MAXIMUS Case Number:": ("Case No.:", "MAXIMUS Case No.:", "Our Case Number:"),
    "Claim Number:": ("Claim No.:", "Claim #:", "WC Claim Number:"),
    "Date of UR Decision:": ("UR Decision Date:", "Date of Utilization Review Decision:", "UR Date:"),
    "Employee Name:": ("Employee:", "Injured Worker:", "Name of Employee:", "Claimant:", "Patient:"),
    "Employee:": ("Injured Worker:", "Name of Employee:", "Claimant:"),
    "Provider Name:": ("Provider:", "Requesting Physician:", "Name of Provider:", "Treating Physician:"),
    "is Board Certified in": ("is certified by the Board of", "holds board certification in", "is a diplomate in", "is Board certified with a specialty in"),
    "is licensed to practice in": ("holds a license in", "has a license to practice in", "practices in", "is licensed in the State of"),
    "DOCUMENTS REVIEWED": ("DOCUMENTS CONSIDERED", "RECORDS REVIEWED", "DOCUMENTS", "MATERIALS REVIEWED"),
    "These documents included:": ("They included:", "The documents were:", "These documents include:", "Documents included:"),
    "The Claims Administrator based its decision on": ("The Claims Administrator relied on", "The Claims Administrator cited", "The UR physician based the decision on"),
    "The Physician Reviewer's decision rationale:": ("The Physician Reviewer's rationale:", "Decision rationale:", "Rationale:", "The Expert Reviewer's decision rationale:"),
    "DETERMINATION": ("DETERMINATIONS", "FINAL DETERMINATION", "DECISION", "OUTCOME"),
    "Case Summary:": ("Clinical Summary:", "Summary of the Case:", "Case History:", "Clinical Case Summary:"),
    "Documents Reviewed for Determination:": ("Documents Reviewed:", "Records Reviewed for Determination:", "Documents Considered:"),
    "Medical Qualifications of the Expert Reviewer:": ("Qualifications of the Expert Reviewer:", "Reviewer Qualifications:", "Expert Reviewer's Qualifications:"),
    "Rationale for the Decision:": ("Decision rationale:", "Rationale:", "Reasons for the Decision:", "Rationale for Decision:"),
    "ISSUE AT DISPUTE:": ("ISSUE IN DISPUTE:", "DISPUTED ISSUE:", "ISSUES AT DISPUTE:"),
    "CASE SUMMARY:": ("CLINICAL SUMMARY:", "SUMMARY OF CASE:", "CASE HISTORY:"),
    "MEDICAL REVIEWER QUALIFICATIONS:": ("REVIEWER QUALIFICATIONS:", "QUALIFICATIONS OF THE MEDICAL REVIEWER:"),
    "Case Number:": ("Case No.:", "Case #:", "IMR Case Number:", "File Number:", "Case ID:", "MAXIMUS Case Number:"),
    "Date Assigned:": ("Assigned:", "Assignment Date:", "Assigned On:", "Date of Assignment:", "Date Case Assigned:"),
    "Date of Injury:": ("Injury Date:", "DOI:", "D.O.I.:", "Date of Loss:", "Date Injured:", "Date of Accident:"),
    "Decision Date:": ("Date of Decision:", "Determination Date:", "Decided:", "Decision Issued:", "Date of Determination:"),
    "UR Denial Date:": ("Date of UR Denial:", "UR Decision Date:", "Utilization Review Denial Date:", "Denial Date:", "Date of UR Decision:"),
    "Priority:": ("Review Type:", "Urgency:", "Priority Level:", "Type of Review:", "Status:"),
    "Application Received:": ("Received:", "Date Received:", "IMR Application Received:", "Application Receipt Date:", "Date Application Received:", "Request Received:"),
    "State(s) of Licensure:": ("States of Licensure:", "Licensed in:", "State Licensure:", "Licensure:", "State(s) Licensed:", "State of Licensure:"),
    "Certification(s)/Specialty:": ("Specialty:", "Board Certification(s):", "Certifications/Specialties:", "Certification/Specialty:", "Board Certified In:", "Specialty/Certification(s):"),
    "Claims Administrator guideline:": ("Claims Administrator's guideline:", "Claims Administrator Guidelines:", "Guideline of the Claims Administrator:", "UR guideline:", "CA guideline:", "Claims Adjuster guideline:", "Claims Administrator criteria:", "Guidelines used by the Claims Administrator:"),
    "MAXIMUS guideline:": ("MAXIMUS Guidelines:", "Reviewer guideline:", "Expert Reviewer guideline:", "IMR guideline:", "MAXIMUS criteria:", "Maximus' guideline:", "IMRO guideline:", "Guideline used by MAXIMUS:"),
    "Decision rationale:": ("Rationale:", "Rationale for decision:", "Rationale for the Decision:", "Reason for decision:", "Decision reasoning:", "Reviewer's rationale:", "Decision basis:", "Discussion:", "Explanation:", "Basis for determination:"),
    "HOW THE IMR FINAL DETERMINATION WAS MADE": ("HOW THE FINAL DETERMINATION WAS MADE", "HOW THE IMR DECISION WAS MADE", "HOW THE IMR DETERMINATION WAS REACHED", "BASIS OF THE IMR FINAL DETERMINATION", "METHOD OF REVIEW"),
    "CLINICAL CASE SUMMARY": ("CASE SUMMARY", "CLINICAL SUMMARY", "SUMMARY OF THE CLINICAL CASE", "CLINICAL HISTORY", "SUMMARY OF CASE", "PATIENT SUMMARY"),
    "IMR ISSUES, DECISIONS AND RATIONALES": ("IMR DECISION(S) AND RATIONALE(S)", "ISSUES, DECISIONS AND RATIONALES", "IMR DECISIONS AND RATIONALES", "DISPUTED ISSUES AND DECISIONS", "DETERMINATIONS AND REASONS", "IMR ISSUES, DECISIONS, AND RATIONALE"),
    "The Expert Reviewer has the following credentials:": ("The reviewer's credentials are:", "The Physician Reviewer has the following credentials:", "Credentials of the Expert Reviewer:", "The Expert Reviewer holds these credentials:"),
    "The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:": ("The physician reviewer developed the following clinical case summary based on a review of the case file, including all medical records:", "The following clinical case summary is based on the case file and all medical records:", "Based on the medical records the reviewer prepared this summary:", "The expert reviewer developed the following clinical case summary based on a review of the case file:"),
    "The Final Determination was based on decisions for the disputed items/services set forth below:": ("The determination rests on decisions for the disputed items and services below:", "The Final Determination was based on the decisions for the disputed services set out below:", "Decisions for the disputed items follow:", "The Final Determination was based on decisions for the disputed item/service set forth below:"),
}  # fmt: skip
SPANISH: dict[str, str] = {
    "Case Number:": "N\u00famero de caso:", "Date Assigned:": "Fecha de asignaci\u00f3n:", "Date of Injury:": "Fecha de la lesi\u00f3n:",
    "Decision Date:": "Fecha de la decisi\u00f3n:", "UR Denial Date:": "Fecha de denegaci\u00f3n UR:", "Priority:": "Prioridad:",
    "Application Received:": "Solicitud recibida:", "State(s) of Licensure:": "Estado(s) de licencia:",
    "Certification(s)/Specialty:": "Certificaci\u00f3n/Especialidad:", "Claims Administrator guideline:": "Gu\u00eda del administrador de reclamos:",
    "MAXIMUS guideline:": "Gu\u00eda de MAXIMUS:", "Decision rationale:": "Fundamento de la decisi\u00f3n:",
    "HOW THE IMR FINAL DETERMINATION WAS MADE": "C\u00d3MO SE TOM\u00d3 LA DETERMINACI\u00d3N FINAL", "CLINICAL CASE SUMMARY": "RESUMEN CL\u00cdNICO DEL CASO",
    "IMR ISSUES, DECISIONS AND RATIONALES": "ASUNTOS, DECISIONES Y FUNDAMENTOS",
}  # fmt: skip
UNKNOWN_OUTCOMES = (
    "Modified", "Upheld in part", "Denied", "Partially overturned", "Not upheld", "Withdrawn", "Approved", "Partially Upheld",
    "Overturned in part", "Not Overturned", "Certified", "Non-certified", "Pending", "Dismissed", "Granted", "Affirmed",
    "Reversed", "Remanded", "Authorized", "Not authorized", "Partial", "Deferred", "Medically necessary", "Not medically necessary",
    "Conditionally approved", "Terminated", "Ineligible", "Overruled", "Sustained", "Rejected", "Moot", "See below", "N/A",
    "Upheld/Overturned", "Upheld and Overturned", "Neither upheld nor overturned", "Mixed", "Unable to determine", "Void",
    "Upheld with modification", "Overturned with modification", "Modified to 6 visits", "Partial Overturn", "Yes", "No", "?",
    "To be determined", "Rescinded", "Vacated", "Set aside", "Stands", "Confirmed", "Disapproved", "Allowed", "Un-upheld",
    "Upheld as modified", "Partly overturned", "Not decided", "Overturned by stipulation", "Held up", "Turned over",
)  # fmt: skip
OUTCOME_FORMS = (
    "{u}.", "{U}", "{l}", "{u},", "{u};", "{u} ", "{u}!", "({u})", "[{u}]", "*{u}*", "\"{u}\"", "{u} .", "-{u}", "{s}", "{u}:", "'{u}'",
)  # fmt: skip
_NEIGHBOURS = {
    "a": "sqz", "b": "vnh", "c": "xvd", "d": "sfe", "e": "wrd", "f": "dgr", "g": "fht", "h": "gjy", "i": "uok", "l": "kop", "m": "nj",
    "n": "bmh", "o": "ipl", "p": "ol", "r": "etf", "s": "adw", "t": "ryg", "u": "yij", "v": "cbf", "w": "qes", "y": "tuh",
}  # fmt: skip
SCAN_SLIPS = (("rn", "m"), ("m", "rn"), ("l", "1"), ("I", "l"), ("i", "l"), ("O", "0"), ("o", "0"), ("S", "5"), ("e", "c"), ("cl", "d"),
              ("li", "h"), ("t", "f"), ("g", "q"), ("B", "8"), ("D", "O"), ("u", "v"), ("h", "b"))  # fmt: skip


def misspelt(words: str, rng: random.Random, edits: int = 0) -> str:
    """The words with one to three letters swapped, dropped, doubled, hit beside or put in."""
    letters = list(words)
    for _ in range(edits or rng.choice((1, 1, 2, 3))):
        spots = [at for at, letter in enumerate(letters) if letter.isalpha()]
        if not spots:
            break
        at = rng.choice(spots)
        how = rng.randrange(5)
        if (
            how == 0
            and at + 1 < len(letters)
            and letters[at + 1].isalpha()
            and letters[at] != letters[at + 1]
        ):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        elif how == 1:
            del letters[at]
        elif how == 2:
            letters.insert(at, letters[at])
        elif how == 3:
            near = rng.choice(_NEIGHBOURS.get(letters[at].lower(), "eaot"))
            letters[at] = near.upper() if letters[at].isupper() else near
        else:
            letters.insert(at, rng.choice("aeiorstln"))
    made = "".join(letters)
    return made if made != words else misspelt(words, rng, edits)


def scanned(words: str, rng: random.Random) -> str:
    """The words with one confusion of a scan's character recognition."""
    slips = [(old, new) for old, new in SCAN_SLIPS if old in words]
    old, new = rng.choice(slips) if slips else (words[:1], "")
    return words.replace(old, new, 1)


def recased(words: str, rng: random.Random) -> str:
    forms = [words.lower(), words.upper(), words.title(), words.swapcase(), words.capitalize()]
    return rng.choice([form for form in forms if form != words])


def repunctuated(words: str, rng: random.Random) -> str:
    """Other punctuation, or none."""
    bare = words.rstrip(":")
    forms = [
        bare,
        f"{bare};",
        f"{bare}.",
        f"{bare} -",
        f"{bare} \u2013",
        f"{bare} :",
        f"{bare}::",
        f"{bare}\uff1a",
        f"{bare},",
        f"{bare}=",
        f"{bare}.:",
    ]
    if not words.endswith(":"):
        forms = [
            f"{words}:",
            f"{words}.",
            f"{words} -",
            f"*{words}*",
            f"I. {words}",
            f"{words} :",
            f"\u2022 {words}",
            f"2) {words}",
            f"== {words} ==",
        ]
    if "(s)" in words:
        forms += [words.replace("(s)", ""), words.replace("(s)", "s"), words.replace("(s)", "[s]")]
    if "/" in words:
        forms += [words.replace("/", " / "), words.replace("/", "-"), words.replace("/", " or ")]
    if "," in words:
        forms += [
            words.replace(",", ""),
            words.replace(",", ";"),
            words.replace("AND", "&"),
            words.replace(",", ", AND", 1),
        ]
    return rng.choice([form for form in forms if form != words])


def reglued(words: str, rng: random.Random) -> str:
    """Spaces lost, or too many of them."""
    forms = [
        words.replace(" ", ""),
        re.sub(" ", "", words, count=1),
        words.replace(" ", "  "),
        " ".join(words),
        words.replace(" ", "\u00a0"),
        words.replace(" ", "_"),
        words.replace(" ", "\t"),
    ]
    return rng.choice([form for form in forms if form != words] or [f" {words}"])


def reworded(words: str, rng: random.Random) -> str:
    return rng.choice(SYNONYMS.get(words) or (words.replace("the", "this", 1),))


def translated(words: str, rng: random.Random) -> str:
    return SPANISH.get(words) or reworded(words, rng)


FOREIGN = (
    ("PROOF OF SERVICE BY MAIL\nI am over eighteen years of age and not a party to this matter.\nOn the date below I placed a copy of the "
    "enclosed papers in the mail.\nExecuted at Sacramento, California."),
    "FAX COVER SHEET\nTo: Claims Department\nFrom: Front Office\nPages: 6\nRe: enclosed determination\nPlease call if any page is missing.",
    ("Dear Sir or Madam:\n\nEnclosed please find the determination of which we spoke. We ask that payment be made within twenty days.\n\n"
    "Sincerely,\n\nOffice of the Applicant's Attorney"),
    "INVOICE\n\nDate: 01/15/2017\nAmount due: $ 420.00\n1. Record review: 2.5 hours\n2. Report: 1 hour\nDecision Date: pending\nThank you.",
    "EXPLANATION OF REVIEW\n\nPatient: (name withheld)\nDate of Injury: 01/02/2003\nProcedure 97110: Denied\nProcedure 97140: Upheld\nTotal allowed: 0.00",
    "PROGRESS NOTE\n\nThe patient returns for follow-up. Pain is 6/10 in the low back.\nPlan: physical therapy twice weekly.\nSigned electronically.",
)  # fmt: skip

UNKNOWN_VERDICTS = (
    "is partially medically necessary.", "is denied.", "is certified as modified.", "is withdrawn.", "may be medically necessary.",
    "is conditionally approved.", "is not decided.", "is medically necessary in part.", "was modified.", "is not reviewed.",
    "is neither necessary nor unnecessary.", "is upheld in part.", "is deferred.", "is ineligible for review.",
)  # fmt: skip
COLONS = (
    " ",
    " - ",
    "; ",
    " \u2013 ",
    ". ",
    ", ",
    " is ",
    ":",
    " : ",
    ":\n",
    " = ",
    ": is ",
    ":: ",
    " is: ",
    ": - ",
    " was ",
    "\uff1a",
    " (",
    "? ",
)
MARKS = ("* ", "- ", "\u2022 ", "1. ", "** ", "> ", ") ", "\u00b7 ", "a. ", "# ", "\u25cf ", "[", "\u00bb ")
BULLETS = ("* ", "- ", "\u2022 ", "** ", "> ", "# ", "\u25cf ")
AFTER_LABELS = (
    " (see above):",
    " below:",
    " 1:",
    " (continued):",
    " [sic]:",
    " (revised):",
    " is:",
    " of record:",
)
BEFORE_LABELS = ("The ", "Our ", "Re: ", "See ", "(continued) ", "Final ", "Revised ", "Note: ", "IMR ")
FILLERS = ("the", "of", "final", "and", "(s)", "this", "IMR", "revised", "-", "above")
STATES = (
    "California", "Texas", "New York", "Florida", "Oregon", "Nevada", "North Carolina", "Washington", "Ohio", "New Mexico",
    "District of Columbia", "Iowa", "Massachusetts", "Georgia", "Hawaii", "Pennsylvania", "Illinois", "West Virginia", "Maine",
    "Rhode Island", "South Dakota", "Puerto Rico", "New Hampshire",
)  # fmt: skip
SPECIALTIES = (
    "Family Practice", "Internal Medicine", "Rheumatology", "Preventive Medicine", "Occupational Medicine", "Pain Management",
    "Physical Medicine & Rehabilitation", "Sports Medicine", "Orthopedic Surgery", "Hand Surgery", "Anesthesiology", "Psychiatry",
    "Neurological Surgery", "Chiropractor", "Emergency Medicine", "Neurology", "Psychologist", "Acupuncturist", "Plastic Surgery",
    "Ophthalmology", "Podiatrist", "Dentist", "Physical Therapist", "Interventional Spine", "Addiction Medicine",
)  # fmt: skip
