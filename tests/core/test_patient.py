"""Age, sex and occupation as the case summary first states them of the patient."""

from __future__ import annotations

import pytest

from imr_parse.interpret.patient.age_and_sex import read_age, read_sex
from imr_parse.interpret.patient.misprints import misspelt_sex, seems_aged
from imr_parse.interpret.patient.occupation import read_occupation
from imr_parse.interpret.reading import Reading

AGES = [
    ("This 48 year old male was injured.", 48),
    ("This 48-year-old male was injured.", 48),
    ("This 71- year-old officer was injured.", 71),
    ("This 37 year-old male was injured.", 37),
    ("This is a 55 y/o female.", 55),
    ("This is a 55 yo female.", 55),
    ("This is a 55 y.o. female.", 55),
    ("This is a 55-y/o female.", 55),
    ("This is a 48yr old male.", 48),
    ("This is a 48 yrs old male.", 48),
    ("The patient is 62 years of age.", 62),
    ("The patient is 62 years old.", 62),
    ("A 44 year male was hurt.", 44),
    ("A 44-year woman was hurt.", 44),
    ("The worker, aged 39, fell.", 39),
    ("The patient, 45, is a male janitor.", 45),
    ("The patient is 38.", 38),
    ("The patient is 38, and fell.", 38),
    ("The worker was 30 when he was hurt on 3/4/2001 and is now 45 years old.", 45),
    ("The worker, age 39, fell.", 39),
    ("The patient, 45, is a male janitor.", 45),
    ("He was 30 when he was hurt and is now 45 years old.", 45),
    ("A forty-two year old man.", 42),
    ("A Forty two year-old man.", 42),
    ("A sixty-year-old man.", 60),
    ("A nineteen year old man.", 19),
    ("A twenty-one-year-old woman.", 21),
    ("An 18 year old clerk.", 18),
    ("A 101 year old man.", 101),
    # the first of the patient's own
    ("A 48 year old male was injured. At the visit the 49 year old male was worse.", 48),
    ("Pain for 12 years. The patient is 50 years old.", 50),
    ("The injury is 5 years old. He is a 50 year old man.", 50),
    ("The provider is a 60-year-old chiropractor. The patient is a 35 year old female.", 35),
    ("The claims adjuster, a 61-year-old female, filed it. The patient is a 35 year old male.", 35),
    ("His son is 17 years old. The patient is a 45 year old man.", 45),
    ("Her mother, a 70 year old woman, drove her. The claimant is a 41 year old nurse.", 41),
    ("He has smoked since he was 16 years old. He is a 60 year old man.", 60),
    ("When he was 20 years old he fell. The 52 year old applicant works.", 52),
    ("Fusion at age 34. This 58 year old male has pain.", 58),
    # however it is written
    ("A thirty-six (36) year old baker fell.", 36),
    ("A 36 (thirty-six) year-old baker fell.", 36),
    ("Ms. Roe, 52, a florist, fell.", 52),
    ("Mr. [REDACTED], 52, fell.", 52),
    ("The claimant is a tree surgeon, 37, who fell.", 37),
    ("The claimant, now 61, was a miner.", 61),
    ("She has neck pain. She is 44.", 44),
    ("The patient is 31 and works at a bank.", 31),
    ("Ms. Roe was 31 when she fell.", 31),
    ("The applicant was 31 years of age at the time of the fall.", 31),
    ("The applicant was 31 at the time of the fall and is now 40.", 40),
    ("Mr. Roe has just turned 60.", 60),
    ("Age: 29. Sex: male.", 29),
    ("The patient's age is 29.", 29),
    ("A man of 33 with back pain.", 33),
    ("The patient (female, 33) fell.", 33),
    ("Patient is 33/M with back pain.", 33),
    ("Patient is a 33-y-o male.", 33),
    ("Pt 33 yr M.", 33),
    ("The patient, employed at a mill as a tanner, is 33.", 33),
    ("Ms. Roe, who is 33, fell.", 33),
    ("A 33 y male with back pain.", 33),
    ("The mother of four, age 33, fell.", 33),
    (
        "Over 50 years of age, and 22 years of age or older, say the criteria. The patient is 44 years old.",
        44,
    ),
    ("On March, 22, the patient fell. The patient is 44 years old.", 44),
    # who else was there
    ("A visitor's van, driven by a 24-year-old woman, hit the patient. He is 51 years old.", 51),
    ("A client, a 24-year-old man, bit her. The patient is a 51-year-old woman.", 51),
    ("A 24-year-old male customer shoved the patient. She is 51 years old.", 51),
    ("A 24-year-old man backed into the patient. This 51-year-old welder fell.", 51),
    ("A co-worker, aged 24, let go of the rope. The claimant is a 51-year-old rigger.", 51),
    ("While lifting an 84-year-old woman, this 51-year-old orderly felt a pop.", 51),
    ("He was caring for a man aged 84. The patient is 51 years old.", 51),
    ("Her foreman, a 60-year-old man, saw it. She is a 51-year-old roofer.", 51),
    ("The other driver, a 24-year-old, fled. The injured worker is a 51-year-old man.", 51),
    ("The patient, whose wife is 70 years old, is a 51-year-old man.", 51),
    ("Dr. Roe, a 66-year-old surgeon, operated. The patient is a 51-year-old man.", 51),
    ("The treating physician describes a 51-year-old man.", 51),
    ("The teacher's 70-year-old father came. The patient is a 51-year-old man.", 51),
    ("He was on crutches until age 20. He is 51 years old.", 51),
    ("She was kicked by a patient, a 25-year-old man. She is 51 years old.", 51),
    ("She has a 15-year-old and is herself 51 years old.", 51),
    ("The patient lives with his 82-year-old mother. He is 51 years old.", 51),
    ("She is married to a 70-year-old man. She is 51 years old.", 51),
    # none
    ("The patient is 44% disabled. The patient is 30 pounds overweight.", None),
    ("The patient was injured 12 years ago.", None),
    ("The patient has worked there for 15 years.", None),
    ("A 3 year history of pain.", None),
    ("The records are 150 year old.", None),
    ("Pain, 8/10, no age.", None),
    ("", None),
]


@pytest.mark.parametrize(("summary", "age"), AGES)
def test_age(summary: str, age: int | None) -> None:
    reading = read_age(summary)
    assert (reading.value if reading else None) == age
    if reading:
        assert reading.remarks == ()
        assert summary[reading.start : reading.end] in summary
        assert any(char.isdigit() or char.isalpha() for char in summary[reading.start : reading.end])


@pytest.mark.parametrize(
    "summary",
    [
        "He fell when he was 45 years old.",
        "His wife is 45 years old.",
        "At the age of 45 he fell.",
        "The patient was hit by a 45-year-old man.",
        "Fusion at age 34.",
    ],
)
def test_a_past_or_another_persons_age_is_given_with_doubt_or_not_at_all(summary: str) -> None:
    reading = read_age(summary)
    assert reading is None or [code for code, _ in reading.remarks] == ["IMR214"]


@pytest.mark.parametrize(
    "summary",
    [
        "This 4 8 years old male",
        "This is a 48 plus years old man",
        "is 48, in years of age,",
        "is a 48 y ear old man",
        "is a 48 yekr old",
        "This is a 48-year-od male",
        "is a 48 vear old man",
        "is a 48 yar old man",
        "is a 48 year-aged man",
        "is a 48 yera ol man",
        "A forty-eight year od man",
        "The worker is a 48 ye was hurt",
    ],
)
def test_an_age_in_unknown_words_leaves_a_hint(summary: str) -> None:
    assert read_age(summary) is None or read_age(summary).value == 48  # type: ignore[union-attr]
    assert seems_aged(summary)


@pytest.mark.parametrize(
    "summary",
    ["The worker's wheelchair is 11 years old.", "The films, which are over two years old, show wear."],
)
def test_the_age_of_a_thing_leaves_no_hint(summary: str) -> None:
    assert read_age(summary) is None
    assert not seems_aged(summary)
    assert seems_aged(f"{summary} He is 4 1 years old.")


@pytest.mark.parametrize(
    "summary",
    [
        "The worker has had pain for 12 years and was told so.",
        "Pain of 10 years or so.",
        "The sprain is 12 months old.",
        "In 20 days he sold it.",
    ],
)
def test_a_time_is_no_misspelt_age(summary: str) -> None:
    assert not seems_aged(summary)


def sex_of(summary: str) -> Reading | None:
    return read_sex(summary, read_age(summary))


SEXES = [
    ("A 48 year old M with knee pain.", "male"),
    ("A 48 y/o F with knee pain.", "female"),
    ("This 48 year old male was injured.", "male"),
    ("This 48 year old female was injured.", "female"),
    ("The patient is a woman who fell.", "female"),
    ("The patient is a gentleman who fell.", "male"),
    ("A 50 year old lady.", "female"),
    ("A 50 year old man.", "male"),
    ("The MALE patient.", "male"),
    ("The claims adjuster, a 61-year-old female, filed it. The patient is a 35 year old male.", "male"),
    # broken by a space or at a line's end
    ("This 48 year old fe male was injured.", "female"),
    ("This 48 year old fe-male was injured.", "female"),
    ("This 48 year fema le was injured.", "female"),
    ("This 48 year old ma le was injured.", "male"),
    ("The patient is a wo man who fell.", "female"),
    # the patient's, not another's
    ("She lives with her husband, a man of 60.", "female"),
    ("His wife, a 50 year old woman, drove. The patient is a 55 year old man.", "male"),
    ("A 24-year-old male customer shoved the patient, a 51-year-old woman.", "female"),
    ("The patient is 51 years old. A woman ran into his van.", "male"),
    ("The patient is a 51-year-old clerk. A male guard helped her up.", "female"),
    ("A man of 30 shoved the patient. She is a clerk.", "female"),
    # letters and words beside the age
    ("A 49 y/o RHD F with wrist pain.", "female"),
    ("Seen today. Patient is 49 yo M. No change.", "male"),
    ("Patient is 49/F with wrist pain.", "female"),
    ("Patient, M, 49 years old, miner.", "male"),
    ("The patient is a 49-year-old father of three.", "male"),
    ("The patient is a 49-year-old widow.", "female"),
    ("The physician describes a 49-year-old man.", "male"),
    ("Mr. Roe is 49 years old.", "male"),
    ("An MR arthrogram was done. MS Contin was begun.", None),
    ("A 49 year old transgender woman.", "female"),
    # a noun goes before pronouns
    ("He was seen by Dr. Roe. The patient is a 45 year old female.", "female"),
    # words that only hold such a noun
    ("The foreman reported that she fell. She has pain.", "female"),
    ("The repairman says that his back hurts.", "male"),
    ("Manual work. Mandatory training.", None),
    ("The patient was injured.", None),
    ("", None),
]


@pytest.mark.parametrize(("summary", "sex"), SEXES)
def test_sex(summary: str, sex: str | None) -> None:
    reading = sex_of(summary)
    assert (reading.value if reading else None) == sex


def test_sex_by_pronouns_carries_a_note_and_disagreeing_ones_say_nothing() -> None:
    reading = sex_of("The patient fell. He hurt his back.")
    assert reading is not None
    assert (reading.value, [code for code, _ in reading.remarks]) == ("male", ["IMR407"])
    assert sex_of("The patient hurt his back. She has pain.") is None


def test_a_noun_that_may_be_anothers_carries_a_doubt() -> None:
    reading = sex_of("The patient fell and hurt his back. She has pain. A man drove the van.")
    assert reading is not None
    assert (reading.value, [code for code, _ in reading.remarks]) == ("male", ["IMR214"])


def test_a_providers_pronoun_is_not_the_patients() -> None:
    reading = sex_of("The patient fell. Her back hurts. The surgeon said that he would operate.")
    assert reading is not None and reading.value == "female"


@pytest.mark.parametrize(
    ("summary", "doubted"),
    [
        ("This 48 year old female fell. He hurt his back.", True),
        ("This 48 year old female fell. He hurt the back.", False),
        ("This 48 year old female fell. He hurt his back. She is better.", False),
        ("This 48 year old male fell. His doctor says that she hurt her back.", False),
        ("This 48 year old female fell. The surgeon operated and he sent his report.", False),
    ],
)
def test_pronouns_that_are_all_of_the_other_sex_put_the_noun_in_doubt(summary: str, doubted: bool) -> None:
    reading = sex_of(summary)
    assert reading is not None and [code for code, _ in reading.remarks] == (["IMR214"] if doubted else [])


@pytest.mark.parametrize(
    ("summary", "word"),
    [
        ("This 48 year old mael fell.", "mael"),
        ("A 48-year-old, right-handed femle clerk fell.", "femle"),
        ("A 48-year-old ma1e fell.", "ma1e"),
        ("A 48-year-old fernale fell.", "fernale"),
        ("A 48-year-old emale fell.", "emale"),
        ("A 48-year-old womn fell.", "womn"),
        ("A 48-year-old sale clerk made a mile in the mall.", None),
        ("A 48-year-old welder. The tale is mael.", None),
        ("The mael fell.", None),
    ],
)
def test_a_misspelt_noun_is_met_and_not_guessed(summary: str, word: str | None) -> None:
    found = misspelt_sex(summary, read_age(summary))
    assert (summary[slice(*found)] if found else None) == word
    assert sex_of(summary) is None


def test_sex_by_noun_carries_no_note() -> None:
    reading = sex_of("The claimant is a woman.")
    assert reading is not None and reading.remarks == ()


OCCUPATIONS = [
    ("This 71-year-old chief administrative officer reported an injury.", "chief administrative officer"),
    ("A 45 year old nurse who fell.", "nurse"),
    ("A 45 year old female nurse sustained an injury.", "nurse"),
    ("A 45 year old right-hand dominant male carpenter was injured.", "carpenter"),
    ("A 38 year old male, warehouse worker, was injured.", "warehouse worker"),
    ("A 38 year old man employed as a truck driver was injured.", "truck driver"),
    ("A 38 year old man working as a cook fell.", "cook"),
    ("A 38 year old woman whose job as a phlebotomist required repetitive motion.", "phlebotomist"),
    ("A 63-year-old retired male bus mechanic fell.", "bus mechanic"),
    ("A 38 year old woman. She is a seamstress by trade.", "seamstress"),
    ("A 29-year-old male, employed by the county as a deputy sheriff, fell.", "deputy sheriff"),
    ("A 29-year-old male. He works for a school district as a custodian.", "custodian"),
    ("A 50 year old police officer with back pain.", "police officer"),
    ("A 38 year old man. He works as a forklift operator and lifts boxes.", "forklift operator"),
    ("A 38 year old man. He was employed full-time as a machinist.", "machinist"),
    ("The 38 year old man fell. His occupation is that of a welder.", "welder"),
    ("The 38 year old man fell. The occupation was school bus driver, he said.", "school bus driver"),
    ("The patient, 45, is a male janitor injured at work.", "janitor"),
    ("The patient, 45 years old, was a cook who fell.", "cook"),
    ("This 38 year old male \ufb01re\ufb01ghter was hurt.", "\ufb01re\ufb01ghter"),
    ("The 38 year old man fell. His job title is lead technician at a plant.", "lead technician"),
    ("This 39-year-old customer service representative injured her hand.", "customer service representative"),
    ("A 45 year old male lead custodian II sustained an injury.", "lead custodian II"),
    (
        "The 45 year old industrial truck and tractor operator was hurt.",
        "industrial truck and tractor operator",
    ),
    ("A 44 year old nurse and mother of two with back pain.", "nurse"),
    ("A 44 year old male parking supervisor employed by a school fell.", "parking supervisor"),
    # wherever it stands
    ("Mr. Roe, 38, a glazier for a builder, fell.", "glazier"),
    ("The patient, a former stonemason, is 38 years old.", "stonemason"),
    ("The injured worker is a telephone lineman, DOI 3/4/12, who fell.", "telephone lineman"),
    ("The 38 year old man fell. He stands 6 ft. 2 in. He is a 210-pound stone cutter.", "stone cutter"),
    ("He is a 5 ft. 9 in., 180 lbs. (BMI 27) grounds worker III.", "grounds worker III"),
    ("A 38 year old male (pipe fitter) fell.", "pipe fitter"),
    ("A 38 year old man. He works in the yard as a loader (light).", "loader"),
    ("A 38 year old man. He is on full duty as a brakeman.", "brakeman"),
    ("He was hurt in the course of employment with a carrier as a freight handler.", "freight handler"),
    ("He was hired on 3/4/2004 by Acme, Inc. as a press operator.", "press operator"),
    ("The patient is 40 years of age and is a dock supervisor.", "dock supervisor"),
    ("She was bitten by a client while employed as a dog groomer.", "dog groomer"),
    ("She was helping a customer and working as a florist.", "florist"),
    ("The patient used to be a tanner.", "tanner"),
    ("His last job was as a tanner.", "tanner"),
    ("His occupation at the time of injury was tanner.", "tanner"),
    ("The patient (a night cashier) fell.", "night cashier"),
    ("He is a part-time stage crew member.", "part-time stage crew member"),
    ("He works as a yard monitor.", "yard monitor"),
    ("He works as a file clerk full time.", "file clerk"),
    ("He works as a file clerk without restrictions.", "file clerk"),
    ("He works as a file clerk lifting boxes.", "file clerk"),
    ("He was working as a file clerk the day he fell.", "file clerk"),
    ("He hurt his knee in 2011 as a tile setter and stopped.", "tile setter"),
    ("While performing her usual duties as a toll collector she fell.", "toll collector"),
    ("While working as LVN, she lifted a bed.", "LVN"),
    ("When working as a rigger he fell.", "rigger"),
    ("A 38 year old man. He retired as a bailiff's clerk in 2013.", "bailiff's clerk"),
    ("A 38 year old man. He had been a lumberjack for years; he had been a forester before.", "forester"),
    ("In her role as a night nurse, she fell.", "night nurse"),
    ("Her usual job is that of a proof reader.", "proof reader"),
    ("The occupation of the claimant is listed as crane mechanic (retired).", "crane mechanic"),
    ("Job: fry cook.", "fry cook"),
    ("Employment: school crossing guard.", "school crossing guard"),
    ("Occupation: IT analyst. He is on leave.", "IT analyst"),
    ("The job title is case worker.", "case worker"),
    ("This teacher was hit by a ball.", "teacher"),
    ("By profession she is an engraver.", "engraver"),
    ("A 38 year old male ranch hand fell.", "ranch hand"),
    ("A 38 year old delivery man fell.", "delivery man"),
    ("A 38 year old male U.S. mail carrier fell.", "U.S. mail carrier"),
    ("A 38 year old male pastry-chef fell.", "pastry-chef"),
    ("A 38 year old seamstress.", "seamstress"),
    ("A 38 year old female, cook and dishwasher, fell.", "cook and dishwasher"),
    ("A 47-year-old female employed as a claims adjuster injured her neck.", "claims adjuster"),
    (
        "A 47-year-old single female who was a claims processor at an insurer when she fell.",
        "claims processor",
    ),
    ("A 47-year-old female claims examiner fell.", "claims examiner"),
    ("A 47-year-old male cook claims injury to his back.", "cook"),
    ("A 47-year-old male cook claims other injuries.", "cook"),
    ("A 47-year-old female employed as a director of nursing at the hospital.", "director of nursing"),
    ("A 47-year-old female who was a director of the clinic.", "director"),
    ("A 47-year-old male chief of police injured his knee.", "chief of police"),
    ("A 47-year-old male cook of Italian descent fell.", "cook"),
    ("A 47-year-old male patient care technician fell.", "patient care technician"),
    ("A 47-year-old female employed as a child care provider fell.", "child care provider"),
    ("The 47-year-old was seen by his primary care provider.", None),
    ("A 47-year-old male lot attendant fell.", "lot attendant"),
    ("A 38 year old M tram mechanic s/p fusion.", "tram mechanic"),
    ("A 38 year old ex-miner fell.", "miner"),
    # without what describes the person otherwise
    ("A 38 year old Polish speaking male field laborer.", "field laborer"),
    ("A 38 year old diabetic shift supervisor.", "shift supervisor"),
    ("A 38 year old nonbinary web designer.", "web designer"),
    ("A 38 y.o. RHD F bank clerk.", "bank clerk"),
    ("A 38 year old, 5'9\", 170-pound woman.", None),
    ("A 38 year old monolingual Farsi speaking woman.", None),
    ("A 38 year old frail woman with pain.", None),
    ("A 60 year old male lost hearing after decades of exposure to noise as a boilermaker.", "boilermaker"),
    ("A 60 year old man. He was hurt on a pier. He works as a dockworker.", "dockworker"),
    ("This 51 year old lady is a bakery clerk for a grocer.", "bakery clerk"),
    ("A roofer, male, age 44, fell from a wall.", "roofer"),
    # another's, or no occupation
    ("A 44-year-old male slid off a dormer and broke an arm.", None),
    ("A 38 year old man. His wife works as a nurse.", None),
    ("A 38 year old man. His brother, who is a nurse, drove him.", None),
    ("He has a tender finger and a fever. He sees his work as a burden.", None),
    ("He is a lot stronger. He is a transfer assist.", None),
    ("A 38 year old man. He was driven by his brother, who is a nurse.", None),
    ("A 38 year old man. His brother, aged 50, is a nurse.", None),
    ("A 38 year old man. The PTP, who is a chiropractor, agreed.", None),
    ("A 38 year old man. The pump works as a pain reliever.", None),
    ("A 38 year old man. Ice worked well as a muscle relaxer.", None),
    ("A 38 year old man. The cream served as a sleep aid.", None),
    ("A 38 year old man. He is working as tolerated.", None),
    ("A 38 year old man. The injury served as a reminder.", None),
    ("A 38 year old man. Yard work was cited as a stressor.", None),
    ("A 38 year old man. The role of the trainer was told.", None),
    ("A 38 year old man. He is a household ambulator and a slow healer.", None),
    ("A 38 year old man. He is a poor historian and a non-smoker.", None),
    ("A 38 year old man. He was a restrained driver.", None),
    ("A 38 year old man. He was a driver in a motor vehicle accident.", None),
    ("A 38 year old man. His occupation was not recorded.", None),
    ("Occupation is unknown.", None),
    ("A 60 yo F, DOI 3/4/12, cumulative trauma from filing.", None),
    ("A 38 year old man fell as a result of a spill.", None),
    ("A 38 year old male who was injured.", None),
    ("This patient is a woman, aged 73, with an injury.", None),
    ("A 25 year old, Spanish-speaking, right-\nhanded woman with pain.", None),
    ("A 44 year old diabetic male with pain.", None),
    ("A 44 year old female pedestrian struck by a car. She works as a cook.", "cook"),
    ("A 44 year old woman. She was hired as a sales associate.", "sales associate"),
    ("The provider is a 60-year-old chiropractor. The patient is a 35 year old female.", None),
    ("A 36 year old male work injury on 3/4/12.", None),
    ("A 44 year old male with pain and numbness, a worker.", None),
    ("A 38 year old injured worker who fell.", None),
    ("A 38 year old employee.", None),
    ("A 38 year old male patient.", None),
    ("A 38 year old male with low back pain.", None),
    ("A 38 year old claimant.", None),
    ("This is a 52 year old female with an industrial injury.", None),
    ("The 52 year old was injured lifting a container.", None),
]


@pytest.mark.parametrize(("summary", "occupation"), OCCUPATIONS)
def test_occupation(summary: str, occupation: str | None) -> None:
    reading = read_occupation(summary, read_age(summary))
    assert (reading.value if reading else None) == occupation
    if reading:
        assert summary[reading.start : reading.end] == occupation


def test_an_occupation_that_is_not_known_is_given_with_doubt() -> None:
    summary = "A 44 year old gizmo whiz injured his back."
    reading = read_occupation(summary, read_age(summary))
    assert reading is not None
    assert (reading.value, [code for code, _ in reading.remarks]) == ("gizmo whiz", ["IMR212"])


@pytest.mark.parametrize(
    ("summary", "occupation", "code"),
    [
        (
            "The applicant is a represented Green Hill Farms crop picker.",
            "Green Hill Farms crop picker",
            "IMR207",
        ),
        ("He was hired as a snorkel whiz.", "snorkel whiz", "IMR212"),
        (f"The patient fell. {'Pain was noted. ' * 30}He is a juggler.", "juggler", "IMR212"),
    ],
)
def test_an_occupation_whose_words_are_not_sure_is_given_with_doubt(
    summary: str, occupation: str, code: str
) -> None:
    reading = read_occupation(summary, None)
    assert reading is not None
    assert (reading.value, [code for code, _ in reading.remarks]) == (occupation, [code])


def test_occupation_without_an_age() -> None:
    reading = read_occupation("The patient works as a plumber.", None)
    assert reading is not None and reading.value == "plumber"
    assert read_occupation("The patient fell.", None) is None
