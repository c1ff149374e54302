"""Which numbers beside a drug are strengths: no date, no dosing, units in any spelling; with invented cases."""

import pytest

from imr_parse.interpret.services.treatment import read_services

from .test_services import value

NO_STRENGTHS: list[tuple[str, str | None]] = [
    ("Retrospective Flurbiprofen/Capsaicin/Menthol cream (DOS 10/15/13)", "2013-10-15"),
    ("Retrospective Gabapentin/Cyclobenzaprine/Tramadol compound (DOS: 8/20/2012)", "2012-08-20"),
    ("Retrospective Medrox patches #30 (DOS 9/18/13)", "2013-09-18"),
    ("Retrospective Medrox ointment 9/18/2013", "2013-09-18"),
    ("Retrospective Dendracin lotion, DOS 10/2/2012", "2012-10-02"),
    ("Retrospective Fioricet #60 DOS 1/15/14", "2014-01-15"),
    ("Trezix capsules given on 10/5/2016", "2016-10-05"),
    ("Trezix capsules DOS 10/5/2016", "2016-10-05"),
    ("Trezix capsules, dispensed on 2016-10-05", "2016-10-05"),
    ("Retrospective compound cream Flurbiprofen/Lidocaine/Camphor 180gm DOS 12/11/13", "2013-12-11"),
    ("Retrospective Fioricet #90, dates of service 1/15/14, 2/15/14", "2014-01-15"),
    ("Norco, max 4/24 hours", None),
    ("Tramadol/APAP 1-2 tablets every 4/6 hours", None),
    ("Percocet q 4/6h", None),
]


@pytest.mark.parametrize(("treatment", "date"), NO_STRENGTHS, ids=[row[0] for row in NO_STRENGTHS])
def test_dates_and_dosing_are_no_strengths(treatment: str, date: str | None) -> None:
    reading = read_services(treatment)
    (service,) = reading.services
    assert [one.strength for one in service.ingredients] == [None] * len(service.ingredients)
    assert service.ingredients
    assert service.service_date == date
    assert {doubt.code for doubt in reading.doubts} <= {"doubtful-date"}


IN_DOUBT: list[tuple[str, tuple[str, ...]]] = [
    ("Retrospective Norco (DOS 3/14)", ("service_date",)),
    ("Hydrocodone/APAP filled 4/2013", ("service_date",)),
    ("Ultracet, DOS 7/2014", ("service_date",)),
    ("Vimovo 2/2015", ("service_date",)),
    ("Retrospective Duexis (DOS 5/13)", ("service_date",)),
    ("Retrospective Percocet for date of service 3/24", ("service_date",)),
    ("Norco, 6/2015 through 8/2015", ("service_date",)),
    ("Retrospective Norco (DOS March 2014)", ("service_date",)),
    ("Retrospective Norco, March 2014", ("service_date",)),
    ("Retrospective Suboxone, 2/8", ("ingredients",)),
    ("Lotrel, 5/10", ("ingredients",)),
    ("Norco 7.5-10/325mg #90", ("ingredients",)),
    ("Fioricet 10/5/10", ("ingredients",)),
    ("Flurbiprofen/Lidocaine 20/5 cream", ("ingredients",)),
    ("Gabapentin 300-600mg #90", ("ingredients",)),
    ("Naproxen 550 #60", ("ingredients",)),
    ("Vicodin 5-500 #30", ("ingredients",)),
    ("Norco 10 325mg #60", ("ingredients",)),
    ("Norco 120", ("ingredients", "quantity")),
]
"""What the numbers are is not told: the value is missing, and said to be in doubt."""


@pytest.mark.parametrize(("treatment", "fields"), IN_DOUBT, ids=[row[0] for row in IN_DOUBT])
def test_numbers_that_tell_nothing_are_in_doubt(treatment: str, fields: tuple[str, ...]) -> None:
    reading = read_services(treatment)
    (service,) = reading.services
    assert tuple(doubt.where[-1] for doubt in reading.doubts) == fields
    assert {doubt.severity for doubt in reading.doubts} == {"warning"}
    assert {one.strength for one in service.ingredients} == {None}
    assert service.service_date is None


STRENGTHS: list[tuple[str, list[str]]] = [
    ("Norco 10/325 #90", ["hydrocodone 10 mg", "acetaminophen 325 mg"]),
    ("Norco #90 10/325", ["hydrocodone 10 mg", "acetaminophen 325 mg"]),
    ("Retrospective Norco 10/325 #90", ["hydrocodone 10 mg", "acetaminophen 325 mg"]),
    ("Norco 10/325mg, DOS 3/14/2014, #60", ["hydrocodone 10 mg", "acetaminophen 325 mg"]),
    ("Fioricet 50/325/40mg", ["butalbital 50 mg", "acetaminophen 325 mg", "caffeine 40 mg"]),
    ("Trezix 30.5/30/16mg", ["acetaminophen 30.5 mg", "caffeine 30 mg", "dihydrocodeine 16 mg"]),
    ("Suboxone 8/2mg", ["buprenorphine 8 mg", "naloxone 2 mg"]),
    ("Suboxone 8/2 #60", ["buprenorphine 8 mg", "naloxone 2 mg"]),
    ("Suboxone film 8/2 #60", ["buprenorphine 8 mg", "naloxone 2 mg"]),
    ("Lotrel 5/10 #30", ["amlodipine 5 mg", "benazepril 10 mg"]),
    ("Flurbiprofen/Cyclobenzaprine/Menthol 20%/10%/4% cream", ["flurbiprofen 20 %", "cyclobenzaprine 10 %", "menthol 4 %"]),
    ("Flurbiprofen/Lidocaine/Menthol 10/10/10% cream", ["flurbiprofen 10 %", "lidocaine 10 %", "menthol 10 %"]),
    ("Voltaren 1 percent gel 100 gm", ["diclofenac 1 %"]),
    ("Lidocaine 5 per cent patch #30", ["lidocaine 5 %"]),
    ("Lidocaine ointment five percent", ["lidocaine 5 %"]),
    ("Capsaicin 0.025 pct. cream", ["capsaicin 0.025 %"]),
    ("Flurbiprofen 20 percent/Lidocaine 5 percent cream", ["flurbiprofen 20 %", "lidocaine 5 %"]),
    ("20 percent ketoprofen/10 percent gabapentin cream", ["ketoprofen 20 %", "gabapentin 10 %"]),
    ("Tramadol 50 milligrams #60", ["tramadol 50 mg"]),
    ("Tramadol fifty milligrams #60", ["tramadol 50 mg"]),
    ("Oxycodone 5mgs #60", ["oxycodone 5 mg"]),
    ("Gabapentin 100 m.g. #60", ["gabapentin 100 mg"]),
    ("Levothyroxine 50 micrograms", ["levothyroxine 50 mcg"]),
    ("Fentanyl 25 mcgs/hr patch", ["fentanyl 25 mcg/hr"]),
    ("Fentanyl 25 micrograms per hour", ["fentanyl 25 mcg/hour"]),
    ("Fentanyl 50ug/hr #10", ["fentanyl 50 mcg/hr"]),
    ("Hydrocodone/APAP 10/325 milligrams #60", ["hydrocodone 10 mg", "acetaminophen 325 mg"]),
    ("Voltaren gel, 100 grams", ["diclofenac"]),
    ("Norco #120", ["hydrocodone", "acetaminophen"]),
    ("Tylenol #3", ["acetaminophen", "codeine"]),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "ingredients"), STRENGTHS, ids=[row[0] for row in STRENGTHS])
def test_strengths(treatment: str, ingredients: list[str]) -> None:
    reading = read_services(treatment)
    (service,) = reading.services
    assert value(service, "ingredients") == ingredients
    assert service.text == treatment
    assert reading.doubts == ()


def test_the_words_of_services_are_as_printed() -> None:
    treatment = "Naproxen 550 mgs, lidocaine ointment five percent and Norco 5/325 mgs"
    texts = [one.text for one in read_services(treatment).services]
    assert texts == ["Naproxen 550 mgs", "lidocaine ointment five percent", "Norco 5/325 mgs"]


DATES: list[tuple[str, str | None]] = [
    ("MRI of the lumbar spine, date of service: October 15, 2013", "2013-10-15"),
    ("Retrospective MRI of the lumbar spine (DOS Oct. 15 2013)", "2013-10-15"),
    ("Retrospective x-ray of the hand performed on 3rd March 2014", "2014-03-03"),
    ("Retrospective x-ray of the hand, March 3, 2014", "2014-03-03"),
    ("Retrospective x-ray of the hand (DOS 3.3.2014)", "2014-03-03"),
    ("Retrospective x-ray of the hand (DOS unknown)", None),
    ("X-ray of the hand, ordered March 3, 2014", None),
    ("X-ray of the hand per report of 3/2014", None),
    ("Acupuncture, may be repeated in 2 weeks", None),
]


@pytest.mark.parametrize(("treatment", "date"), DATES, ids=[row[0] for row in DATES])
def test_dates_in_words(treatment: str, date: str | None) -> None:
    reading = read_services(treatment)
    assert [one.service_date for one in reading.services] == [date]
    assert reading.doubts == ()
