"""What a rationale concludes, in the many ways that letters word it."""

from __future__ import annotations

import pytest

from imr_parse.interpret.conclusions.conclusion import conclude, concludes
from imr_parse.interpret.conclusions.judgement import judges

REASONS = "The guidelines ask for a trial of conservative care first. The record shows none. "

NOT_NECESSARY = [
    "The request is not medically necessary.",
    "The request is not-medically necessary.",
    "The request is not medically-necessary.",
    "The request is NOT medically necessary.",
    "The request for Norco 10/325mg #120 is not medically necessary.",
    "Therefore, the request is not medically necessary and appropriate.",
    "As such, the request is not medically necessary",
    "The requested MRI is not a medical necessity.",
    "The request cannot be considered medically necessary.",
    "The request can't be considered medically necessary.",
    "The request isn't medically necessary.",
    "The request is not necessary.",
    "The request is not deemed medically necessary.",
    "The request is deemed not medically necessary.",
    "Therefore the request is considered not medically necessary.",
    "It is not considered to be medically necessary.",
    "It was not found to be medically necessary.",
    "I do not find the request to be medically necessary.",
    "The medical necessity of the request is not established.",
    "The medical necessity of this request has not been established.",
    "Medical necessity has not been established.",
    "Medical necessity is not supported.",
    "Medical necessity of the request cannot be established.",
    "The medical necessity for the request was not demonstrated.",
    "The documentation does not support the medical necessity of the request.",
    "The documentation does not establish medical necessity.",
    "The record fails to establish the medical necessity of the brace.",
    "There is no medical necessity for the request.",
    "The request lacks medical necessity.",
    "There is insufficient evidence of medical necessity.",
    "Medical necessity is unsupported.",
    "Medical necessity remains unclear.",
    "Without a functional goal, medical necessity is not shown.",
    "The request is no longer medically necessary.",
    "Neither the brace nor the unit is medically necessary.",
    "The medications are not medically necessary.",
    "These were not medically necessary.",
    "The request is not medically\nnecessary.",
    "The request is not authorized.",
    "The request is not certified.",
    "The denial is upheld.",
    "The MRI without contrast is not medically necessary.",
    "Although the MRI is useful, it is not medically necessary.",
    "The request for an MRI, CT, and X-ray is not medically necessary.",
    "The request is not, at this time, medically necessary.",
    "Based on the foregoing, this request is not medically appropriate or necessary.",
    "The brace is not medically reasonable and necessary.",
    "The request is not medically indicated.",
    "There is no evidence that this drug is medically necessary.",
    "There is no documentation to show that the drug is medically necessary.",
    "Is the request medically necessary? No.",
    "Is the request medically necessary? No, it is not.",
    "Medically necessary: No.",
    # necessity is nowhere spoken of
    "The requested brace is not indicated.",
    "Therefore, the request for Norco 10/325mg #120 is not supported.",
    "The request is denied.",
    "This treatment is therefore not warranted.",
    "The request is non-certified.",
    "This is not supported.",
    "Therefore this request cannot be certified.",
    "Hence, the MRI is neither necessary nor appropriate.",
    "The UR decision is affirmed.",
    "Med. necessity isn't shown.",
    "UR allowed ten of them. The remaining portion of the request is not medically necessary.",
    "The two boots are not med. necessary.",
    "Not medicaly neccesary, and not neccessary.",
    "None of the items that go with the fusion are medically necessary.",
    "Nothing in the chart makes the brace medically necessary.",
    "I am unable to call the brace medically necessary.",
    "There is insufficient evidence that the brace is medically necessary.",
    "The brace is not appropriate and medically necessary.",
    "The pump is not necessary, appropriate, or medically indicated.",
    "The boots were, for these reasons, not medically indicated, nor medically appropriate.",
    # a clause on another item stands before or after
    "Since the fusion is not medically necessary, none of the devices that go with it is medically necessary.",
    "Although the operation was found medically necessary, the cold unit is not.",
    "A single session would have been medically necessary; a course of twelve, in a month, is not.",
    "If the fusion goes ahead, a brace would be medically necessary. For now it is not.",
    # what is ruled on the decision under appeal
    "Non-certify.",
    "Uphold.",
    "Denied without prejudice.",
    "Denial upheld.",
    "Recommendation is for non-certification.",
    "Determination: denial.",
    "The determination is for denial of the boots.",
    "I would uphold the utilization review decision.",
    "I concur with the UR denial.",
    "UR was right in its decision.",
    "The UR determination stands.",
    "The decision of the carrier to deny the boots is upheld.",
    "So the plea to reverse the UR decision is not granted, and the denial is upheld.",
    "I see no reason to reverse the denial.",
    "There is no ground to overturn the UR decision.",
    "The criteria do not fit the case - non-certified.",
    "The request remains not certified.",
    "The request was rightly not certified.",
    "UR allowed half, which was proper, and the remaining six visits are not medically necessary.",
    "UR refused it and I agree; the boots are not medically necessary.",
]
NECESSARY = [
    "The request is medically necessary.",
    "A second opinion is not necessary, the boots are medically appropriate.",
    "The request is medically necessary and appropriate.",
    "The MRI is medically necessary.",
    "The MRI without contrast is medically necessary.",
    "The request is a medical necessity.",
    "The request is considered medically necessary.",
    "The request is deemed medically necessary.",
    "Medical necessity has been established.",
    "The medical necessity of the request is established.",
    "The documentation supports the medical necessity of the request.",
    "The request is necessary.",
    "The non-invasive study is medically necessary.",
    "The request is not in dispute of the guideline and is medically necessary.",
    "Because she did not improve, the request is medically necessary.",
    "Since prior care has not helped, the injection is medically necessary.",
    "The patient is not a surgical candidate, and the request is medically necessary.",
    "The request does not exceed the guideline, and therefore is medically necessary.",
    "There is no doubt that the request is medically necessary.",
    "The request is authorized.",
    "The request is certified.",
    "The denial is overturned.",
    "The unit is medically necessary at this time.",
    "The request is medically appropriate and necessary.",
    "Is the request medically necessary? Yes.",
    "Medically necessary: Yes.",
    "There is no reason to find it not medically necessary.",
    "The request for an MRI is indicated.",
    "This request is reasonable and is approved.",
    "The UR decision is reversed.",
    "Med. necessary.",
    "Medically necessary and appropriate.",
    "Necessary.",
    "The splint is reasonable and necessary.",
    "I find the crowns to be medically (dentally) necessary.",
    "Since the pump is medically necessary, so are its refills.",
    "As the drug has been found necessary, it follows that its monitoring is too.",
    "Approve.",
    "Overturned.",
    "I recommend authorization.",
    "The determination is for certification.",
    "Recommend reversing the denial.",
    "I would overturn the denial and authorize the scan.",
    "The denial cannot be upheld.",
    "I find no reason to deny the request.",
    "The splint is medically necessary and the UR decision is reversed.",
    "Contrary to the utilization reviewer's opinion that it adds nothing, the scan is medically necessary.",
    "The utilization reviewer saw no use in it; the scan is medically necessary.",
    'UR wrote that "the scan is not medically necessary", which the findings belie. I would reverse the denial.',
]
PARTLY = [
    "The request is partially medically necessary.",
    "The request is medically necessary in part.",
    "The request is partly medically necessary.",
    "A portion of the request is medically necessary.",
]
SILENT = [
    "",
    "The guidelines ask for a trial.",
    "No sentence concludes here",
    "The patient has pain",
]
BOILERPLATE = [
    "Of note, discontinuation of an opioid should include a tapering dose.",
    "However, a taper is advised to prevent withdrawal; this decision addresses only the request.",
    "This should not be interpreted as advice to stop the medicine at once.",
    "Weaning should be overseen by the provider.",
]
QUOTED = [
    "The utilization review denied it because it was not medically necessary.",
    "UR stated that the request is medically necessary.",
    "The claims administrator held that it is medically necessary.",
    "The MTUS states that the drug is medically necessary for neuropathic pain.",
    "The guideline says the study is not medically necessary unless red flags are there.",
    "If the trial succeeds, more visits would be medically necessary.",
    "It is not known whether surgery is medically necessary.",
    "Medically necessary care is defined in Labor Code section 4610.5.",
    "However, a supply of two weeks for weaning would be considered medically necessary.",
    "Is the request medically necessary?",
    "A prior request for Norco was found not medically necessary in 2013.",
    "The previous request, decided on 3/3/13, was certified with modification.",
    'The provider holds that it "is medically necessary for the years to come", for which nothing speaks.',
    "On appeal the denial was upheld.",
    "Whether the denial is to be overturned turns on the scan.",
    "As the fusion is medically necessary, the other items will have to be looked at one by one.",
]
JUDGED = [
    "It is not indicated.",
    "The boots are needed.",
    "I cannot recommend them.",
    "The notes fail to support the boots.",
    "It would be premature to authorize a lift.",
    "The request is in keeping with the guideline.",
    "The request exceeds what the guideline allows.",
    "The criteria are not met.",
    "None of these is present.",
    "A second brace is a convenience and no necessity.",
    "It holds a local anesthetic, hence no.",
    "UR had this right.",
    "The gain outweighs the risk.",
    "Thus the worker gets a second pair.",
    "For the same reasons the visits that go with it.",
    "I would give it.",
    "The boots should be given.",
    "He is no candidate for a fusion.",
    "Nothing speaks for a second brace.",
    "This is standard of care.",
    "There is no medical reason for a second brace.",
    "Twelve visits are beyond the guideline.",
    "The course falls short of the criteria.",
    "The boots are unproven.",
    "A scan is called for.",
    "Therefore, certification is not warranted.",
    "Not certified as asked for. The provider may ask again with a diary.",
]
UNJUDGED = [
    "",
    "The patient has pain.",
    "The guidelines ask for a trial.",
    "ODG recommends a brace for fractures.",
    "A brace is recommended for patients with a fracture.",
    "A brace is recommended as an option after a fracture.",
    "Longer use may be appropriate where function improves.",
    "The only such patch that is FDA approved is another one.",
    "The record indicates that six visits had been approved before.",
    "The previous review of May denied two visits.",
    "A brace has a Class I place in the list.",
    "The exam shows no signs that would warrant a scan.",
    "Boots are needed. The patient is 40. He works as a cook. He has pain.",
]


@pytest.mark.parametrize("words", NOT_NECESSARY)
def test_not_necessary(words: str) -> None:
    found = conclude(REASONS + words)
    assert found is not None and found.necessary is False


@pytest.mark.parametrize("words", NECESSARY)
def test_necessary(words: str) -> None:
    found = conclude(REASONS + words)
    assert found is not None and found.necessary is True


@pytest.mark.parametrize("words", PARTLY)
def test_partly(words: str) -> None:
    found = conclude(REASONS + words)
    assert found is not None and found.necessary is None


@pytest.mark.parametrize("words", SILENT)
def test_no_conclusion(words: str) -> None:
    assert conclude(words) is None


@pytest.mark.parametrize("words", [*NOT_NECESSARY, *NECESSARY, *PARTLY, *JUDGED])
def test_a_rationale_that_judges(words: str) -> None:
    assert judges(REASONS + words)


@pytest.mark.parametrize("words", UNJUDGED)
def test_a_rationale_that_judges_nothing(words: str) -> None:
    assert not judges(REASONS + words)


def test_another_judgement_after_the_conclusion_makes_it_unsure() -> None:
    assert conclude("The brace is medically necessary. This request is denied.") is None
    assert conclude("The brace is medically necessary. This request is approved.") is not None


@pytest.mark.parametrize(
    ("reason", "decision", "necessary"),
    [
        (
            "A look at earlier treatment is necessary.",
            "The request is not supported and cannot be recommended.",
            False,
        ),
        ("A change of work may be necessary at first.", "Therefore, the request is denied.", False),
        (
            "Nothing explains why more visits are necessary.",
            "This request is appropriate and is approved.",
            True,
        ),
        ("The request was found necessary.", "The request is denied.", None),
        ("A brace may be necessary.", "The request is denied. A brace may be of use to others.", None),
    ],
)
def test_a_decision_on_the_request_goes_before_a_need_in_general(
    reason: str, decision: str, necessary: bool | None
) -> None:
    found = conclude(f"{reason} {decision}")
    assert (found.necessary if found else None) is necessary


@pytest.mark.parametrize("after", BOILERPLATE)
@pytest.mark.parametrize(("words", "necessary"), [(NOT_NECESSARY[0], False), (NECESSARY[0], True)])
def test_fixed_advice_after_the_conclusion_changes_nothing(words: str, necessary: bool, after: str) -> None:
    found = conclude(f"{REASONS}{words} {after}")
    assert found is not None and found.necessary is necessary


@pytest.mark.parametrize("quoted", QUOTED)
@pytest.mark.parametrize(("words", "necessary"), [(NOT_NECESSARY[0], False), (NECESSARY[0], True)])
def test_another_voice_is_no_conclusion(quoted: str, words: str, necessary: bool) -> None:
    for rationale in (f"{quoted} {words}", f"{words} {quoted}"):
        found = conclude(rationale)
        assert found is not None and found.necessary is necessary
    assert conclude(quoted) is None


def test_the_last_conclusion_counts_and_its_place_is_told() -> None:
    rationale = "The first was medically necessary. The request is not medically necessary. Good day."
    found = conclude(rationale)
    assert found is not None and found.necessary is False
    assert rationale[found.start : found.end] == "medically necessary"
    assert found.start == rationale.rindex("medically necessary")


def test_a_conclusion_at_the_end_of_a_very_long_rationale_is_met() -> None:
    rationale = REASONS * 2_000 + NOT_NECESSARY[0]
    found = conclude(rationale)
    assert found is not None and rationale[found.start : found.end] == "medically necessary"


def test_own_voice_after_another_voice() -> None:
    found = conclude("Although UR denied it, the request is medically necessary.")
    assert found is not None and found.necessary is True


def test_the_authorized_part_is_own_voice() -> None:
    found = conclude(
        "What was authorized by the Claims Administrator suffices; the IMR-eligible part is not medically necessary."
    )
    assert found is not None and found.necessary is False


@pytest.mark.parametrize("words", [*NOT_NECESSARY[:20], *NECESSARY[:6]])
def test_a_paragraph_concludes(words: str) -> None:
    assert concludes(REASONS + words)


@pytest.mark.parametrize("words", ["", REASONS, f"{NOT_NECESSARY[0]} {REASONS}"])
def test_a_paragraph_that_goes_on_does_not_conclude(words: str) -> None:
    assert not concludes(words)
