"""Further sentences and treatments for random letters only: the named samples stay as they are when this grows.

Many are traps: words of the form inside prose, ages and pronouns of other people, what another party concluded.
"""

from __future__ import annotations

from typing import Any

from . import catalog, wording

MORE: dict[str, tuple[Any, ...]] = {
    "STATES": ("Virginia", "West Virginia", "Puerto Rico", "South Carolina", "Wisconsin", "New Jersey"),
    "CERTIFICATIONS": (
        ("Pain Management",),
        ("Internal Medicine", "Pulmonary Disease", "Critical Care Medicine"),
        ("Surgery", "Surgical Critical Care"),
        ("Neurology", "Clinical Neurophysiology", "Pain Management"),
        ("Orthopedic Surgery", "Orthopedic Sports Medicine"),
        ("Otolaryngology",),
        ("Podiatrist",),
        ("Psychologist",),
        ("Obstetrics & Gynecology",),
        ("Acupuncturist",),
    ),
    "OCCUPATIONS": (
        "tow truck driver", "preschool aide", "correctional officer", "sheet metal worker", "licensed vocational nurse",
        "cashier", "part-time janitor", "machine operator", "firefighter/paramedic", "crossing guard",
    ),
    "OPENINGS": (
        "The applicant is a {who}{job} who has filed a claim for {part} pain reportedly tied to an injury of {doi}.",
        "On {doi} this {who}{job} felt a pop in the {part} at work.",
        "Review of the records shows a {who}{job}. The date of injury is {doi}.",
        "A {who}{job} was referred for chronic pain; the industrial injury took place on {doi}.",
        "The IW is a {who}{job} with cumulative trauma through {doi}.",
    ),
    "COURSE": (
        "Flexion of the {part} is 95\u00b0 (normal 140\u00b0) and extension is -5\u00b0.",
        "Current drugs: Norco 10/325 mg q.6h. p.r.n.; gabapentin 300 mg t.i.d.; Lidoderm\u00ae patches.",
        "An earlier independent review of a similar request was upheld in 2013.",
        "MRI ({visit}): 3-4 mm disc bulge at L4-5, L5-S1 \u2013 no canal stenosis.",
        "Diagnosis codes 847.2, 724.4 and 729.5 appear on the form RFA of {visit}.",
        'The progress report (PR-2) of {visit} says: "Plan: refill meds, continue HEP, RTC 4 wks."',
        "There is no record of the decision rationale of the prior review.",
        "Blood pressure was 138/84, pulse 72, height 5'4\", weight 171 lbs.",
        "Surgery on {visit} (arthroscopy) was followed by {n} of 24 authorized visits of therapy.",
        "Depression (PHQ-9 of {pain}) and insomnia are reported as compensable consequences.",
    ),
    "EVIDENCE": (
        "According to the ODG, criteria are: (1) failure of conservative care; (2) corroborating imaging; and (3) no prior block at the level.",
        "Clinicians should weigh the four A's: analgesia, activity, adverse effects and aberrant behavior.",
        "The guideline's table lists codes 723.1, 723.4 and 847.0 with 9-10 visits over 8 weeks each.",
        "Evidence for use beyond 12 weeks is of low quality; see www.example.org/review/2015-11.",
        "MTUS notes: short-term relief may occur, but function seldom changes.",
        "Where neuropathic pain is shown, a first-line agent (tricyclic, SNRI or AED) comes first.",
        "This service is an option for acute flare-ups; as maintenance care it is not recommended.",
    ),
    "AGAINST": (
        "The provider writes that the treatment is medically necessary but gives no measurements.",
        "An earlier denial on the same facts was upheld, and nothing new is submitted.",
        "The requested item is a convenience and does not serve a therapeutic end.",
        "Urine tests, CURES reports and a pain contract are not in the file.",
    ),
    "FOR": (
        "The UR physician held that the treatment is not medically necessary for want of a report that has since been supplied.",
        "The denial rests on a quantity that was misread; the form asks for less.",
        "Red flags, among them night pain and weight loss, are documented.",
    ),
    "UPHELD_CONCLUSIONS": (
        "Thus, {item} is not supported, and is therefore not medically necessary at this time.",
        "Given this, medical necessity has not been demonstrated for {item}.",
        "The request for {item} is therefore found to be not medically necessary.",
        "In sum, the requested {item} would not be medically necessary.",
        "This request is not medically necessary and appropriate.",
        "Consequently, {item} is deemed not medically necessary.",
    ),
    "OVERTURNED_CONCLUSIONS": (
        "Thus, medical necessity of {item} has been established.",
        "The request for {item} is therefore found to be medically necessary.",
        "In this case {item} is appropriate and medically necessary.",
    ),
    "TREATMENTS": (
        ("Interferential unit rental x 30 days + electrodes (4 packs)", f"{catalog.CHRONIC} 2016",
         ("TENS, chronic pain (transcutaneous electrical nerve stimulation)",)),
        ("Norco 5/325mg, one tablet twice daily, 14 days #{count}", f"{catalog.OPIOID} 2016",
         ("1.3 Opioids for Acute Pain: Severe Acute Injuries",)),
        ("One (1) cervical epidural steroid injection at C5-C6: with catheter", "{chapter}", ("Initial Care", "Summary")),
        ("CBC with diff, CMP & UA", "General Approaches 2004", ()),
        ("Aquatic therapy, 2-3 x wk x 4-6 wks, {part}", f"{catalog.CHRONIC} 2016", ("Aquatic therapy",)),
        ("Psychiatric consult/treat", "Stress-Related Conditions 2004", ("Follow-up Visits",)),
        ("H-Wave device (home use), purchase/indefinite use", f"{catalog.CHRONIC} 2016", ("H-wave stimulation (HWT)",)),
        ("Lidoderm\u00ae 5% patches (700mg/patch) #{count}", f"{catalog.CHRONIC} 2016", ("Lidoderm (lidocaine patch)",)),
        ("Post-op DME: sling, abduction pillow: 30 day rental", "Shoulder Complaints 2004", ()),
        ("Transportation to/from all medical visits", f"{catalog.CHRONIC} 2016", ("Office visits",)),
        ("Three month gym membership", "{chapter}", ("Physical Methods",)),
        ("EMG", "{chapter}", ("Special Studies", "Diagnostic Criteria")),
    ),
}  # fmt: skip
# of other people: drawn only where a noun has told the patient's sex
ASIDES = (
    "The treating physician adds that he will see the patient again in four weeks.",
    "Dr. Ferrante said that she had spoken with the employer.",
    "{His} mother, a 77 year old female, had the same operation.",
    "{He} was 17 years old when the {part} was first injured, in a ball game.",
    "A nurse, male, was present at the examination.",
)


def pool(name: str, rich: bool) -> tuple[Any, ...]:
    """The sentences or words of that name in wording.py or catalog.py; with `rich` those here too."""
    base: tuple[Any, ...] = getattr(wording if hasattr(wording, name) else catalog, name)
    return base + MORE.get(name, ()) if rich else base
