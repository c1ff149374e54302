"""Invented prose for random letters: sentence templates and the words that fill them. All of it is our own."""

from __future__ import annotations

STATES = (
    "California", "Texas", "New York", "Florida", "Oregon", "Nevada", "North Carolina", "Washington", "Ohio",
    "New Mexico", "District of Columbia", "Iowa", "Massachusetts", "Georgia", "Hawaii", "Pennsylvania",
)  # fmt: skip
CERTIFICATIONS = (
    ("Family Practice",),
    ("Internal Medicine", "Rheumatology"),
    ("Preventive Medicine", "Occupational Medicine"),
    ("Physical Medicine & Rehabilitation", "Pain Management"),
    ("Physical Medicine & Rehabilitation", "Sports Medicine", "Pain Management"),
    ("Orthopedic Surgery", "Hand Surgery"),
    ("Preventive Medicine", "Occupational Medicine", "Public Health & General Preventive Medicine"),
    ("Anesthesiology", "Pain Management"),
    ("Neurological Surgery",),
    ("Psychiatry", "Geriatric Psychiatry"),
    ("Chiropractor",),
    ("Emergency Medicine",),
    (
        "Physical Medicine & Rehabilitation",
        "Pediatric Rehabilitation Medicine",
        "Spinal Cord Injury Medicine",
    ),
)
OCCUPATIONS = (
    "warehouse worker", "line cook", "registered nurse", "roofer", "bus driver", "bakery worker", "school teacher",
    "deputy sheriff", "hotel housekeeper", "apprentice electrician", "forklift operator", "dental hygienist",
    "senior account clerk", "produce packer", "diesel mechanic", "home health aide", "stage carpenter",
)  # fmt: skip

# {who} is "52 year old male" in one of several spellings, {job} " bus driver" or nothing, {doi} the date of injury
OPENINGS = (
    "The injured worker is a {who}{job} with an injury date of {doi}.",
    "This {who}{job} was hurt at work on {doi}.",
    "The patient is a {who}{job} whose claim arises from an event of {doi}.",
    "Records describe a {who}{job}, injured in the course of employment on {doi}.",
    "This is a {who}{job} who was first seen after an accident on {doi}.",
    "The claimant, a {who}{job}, dates the start of symptoms to {doi}.",
    "According to the file, the injured worker is a {who}{job} who reported an industrial injury of {doi}.",
    "The file concerns a now {who}{job} with a work-related injury of {doi}.",
)
MECHANISMS = (
    "{He} slipped on a wet loading ramp and landed on the {side} side.",
    "The injury is put down to lifting a crate of about {n} pounds.",
    "A pallet shifted and struck {him} at the {part}.",
    "No single event is described; the complaint is ascribed to repeated reaching and gripping.",
    "The mechanism was a fall of roughly {n} inches from a step stool.",
    "{He} was rear-ended in a company van while stopped at a light.",
)
PRONOUN = "{He} told the examiner that sleep is broken by pain."  # tells the sex where no noun does
COURSE = (
    "The diagnoses listed are {part} sprain/strain, myofascial pain and sleep disturbance.",
    "Care so far has consisted of rest, over-the-counter anti-inflammatory tablets, a home program and {n} therapy visits.",
    "At the visit of {visit} {he} rated {part} pain at {pain}/10 at rest and worse with twisting.",
    "On {visit} the examiner noted guarding of the {part}, reflexes of 2+ and strength of 4+/5 on the {side}.",
    "X-rays taken on {visit} were read as unremarkable apart from mild degenerative change.",
    "A prior work-up, dated {visit}, is quoted in the file but its report is not enclosed.",
    "Work status is modified duty with no lifting above {n} pounds.",
    "{His} current medicines are ibuprofen, a topical gel and, at bedtime, cyclobenzaprine.",
    "The history is notable for well-controlled hypertension and for a {side}-sided hernia repair in 2009.",
    'The worker says that the {part} "locks" on stairs and that sitting beyond {n} minutes is not tolerated.',
    "Straight leg raising was negative bilaterally; gait was slow but non-antalgic.",
    "Sensation to light touch was reduced over the {side} thumb and index finger; Phalen's and Tinel's signs were equivocal.",
)
CLOSINGS = (
    "On {ur} utilization review declined to certify {items}.",
    "The utilization review letter of {ur} non-certified {items}.",
    "A request for authorization was submitted for {items}; the adverse determination is dated {ur}.",
    "{Items} had been asked for. Utilization review (UR) issued its denial on {ur}.",
)
PART_CLOSING = (
    "{original} was the original request. {authorized} was authorized by the Claims Administrator. The remaining "
    "IMR eligible portion of the original request is {remaining}."
)

EVIDENCE = (
    "The guideline ties approval to a documented change in function, such as fewer work restrictions or better daily activity.",
    "The cited section asks for a trial of first-line care before this step is taken.",
    "Per the guideline, the frequency of treatment fades as the patient moves to a self-directed, home-based program.",
    "Guidelines reserve this service for findings that point to a specific nerve or joint lesion, not for non-specific pain.",
    'The section speaks of "careful selection" and of goals that are set before treatment starts.',
    "Published evidence is mixed; the better trials show a small, short-lived benefit (see Table 3-1, page 46).",
    "The recommended schedule allows for 1-2 visits a week for up to 8 weeks, with re-assessment half-way.",
)
AGAINST = (
    "The notes enclosed do not say what earlier care of this kind achieved.",
    "No neurologic deficit, instability or red flag is recorded that would change management.",
    "Neither dose nor duration is stated, and no plan for stopping is given.",
    "There is no record that a simpler measure was tried and had failed.",
    "The quantity asked for exceeds what the guideline allows and no exceptional circumstance is set out.",
    "He/she has already completed the usual course, and a further block without new goals is not explained.",
)
FOR = (
    "Here the examination shows progressive weakness that matches the imaging level.",
    "The record shows that conservative care over more than six weeks has failed and that surgery is being weighed.",
    "The treating physician documents less pain, fewer tablets a day and a return to regular duty with this treatment.",
    "The number of visits lies within the guideline and clear functional goals are named.",
)
UPHELD_CONCLUSIONS = (
    "Therefore, {item} is not medically necessary.",
    "As such, the request is not medically necessary.",
    "For these reasons {item} cannot be considered medically necessary.",
    "Medical necessity of {item} is not established.",
    "{Item} is not-medically necessary.",
    "On this record the request is not a medical necessity.",
    "Based on the above, the requested {item} is determined to be not medically necessary.",
    "The documentation does not support {item}, and the request is not necessary.",
    "Accordingly the request for {item} was not medically necessary or appropriate.",
    "Absent such findings, {item} does not appear medically necessary.",
)
OVERTURNED_CONCLUSIONS = (
    "Therefore, {item} is medically necessary.",
    "As such, the request is medically necessary.",
    "The criteria are met, and {item} is medically necessary.",
    "{Item} is considered medically necessary and appropriate.",
    "Accordingly the request for {item} was medically necessary.",
)
TAPERING = (
    "This decision concerns medical necessity alone and does not advise that an opioid be stopped at once. The worker "
    "should talk with the treating physician, and both are referred to the MTUS opioid guideline for ways of gradual "
    "tapering."
)

PARTS = (
    "lumbar spine",
    "cervical spine",
    "left knee",
    "right shoulder",
    "right wrist",
    "thoracic spine",
    "left ankle",
)
