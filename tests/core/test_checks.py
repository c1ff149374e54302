"""The record against itself: dates, conclusions, sums, outcomes, and one reader against the other."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from imr_parse import Determination, Options, parse_bytes
from imr_parse.checks import CHECKS, against
from imr_parse.checks.agreement import sums_agree
from imr_parse.checks.record import outcome_stated
from imr_parse.checks.years import dates_near, years_agree
from imr_parse.settle import Check

from .letters import KNEE, LETTER, NORCO, THERAPY, both, codes, pdf_of, record_of, text_of

RECORD = record_of(text_of())


def altered(record: Determination = RECORD, **changes: Any) -> Determination:
    """The record with values replaced by their dotted path, lists by index: `decisions__0__outcome=None`."""
    plain = record.model_dump(mode="json")
    for path, value in changes.items():
        *above, last = path.split("__")
        node: Any = plain
        for key in above:
            node = node[int(key)] if isinstance(node, list) else node[key]
        node[last] = value
    return Determination.model_validate(plain)


def said(record: Determination, checks: tuple[Check, ...] = CHECKS) -> list[tuple[str, str]]:
    return [(path, doubt.code) for check in checks for path, doubt in check(record)]


def test_a_record_as_usual_agrees_with_itself() -> None:
    assert said(RECORD) == []


# Dates

ORDER = ("date_of_injury", "ur_denial_date", "application_received", "date_assigned", "decision_date")


@pytest.mark.parametrize(("first", "second"), list(itertools.pairwise(ORDER)))
def test_dates_out_of_order(first: str, second: str) -> None:
    after = getattr(RECORD.case, second)
    wrong = altered(**{f"case__{first}": after.replace(year=after.year + 1).isoformat()})
    found = said(wrong)
    assert (f"/case/{first}", "IMR213") in found and (f"/case/{second}", "IMR213") in found


@pytest.mark.parametrize("year", [1017, 2012, 2014, 2019, 2027, 2107, 5017])
@pytest.mark.parametrize("name", ORDER[1:])
def test_a_year_far_from_the_others_of_the_case(name: str, year: int) -> None:
    day = getattr(RECORD.case, name).replace(year=year).isoformat()
    found = said(altered(**{f"case__{name}": day}), (years_agree,))
    assert [path for path, _ in found] == [f"/case/{name}"]


YEARS = [
    ({"case_number": "CM13-0000001"}, ["/case/case_number"]),
    ({"case_number": "CM26-0000001"}, ["/case/case_number"]),
    ({"case_number": "CM17-0000001"}, []),
    ({"case_number": "CM15-0000001"}, []),
    ({"case_number": "16-0000001"}, []),
    ({"case_number": "no number"}, []),
    ({"consolidated_case_numbers": ["CM16-0000002", "CM06-0000003"]}, ["/case/consolidated_case_numbers/1"]),
]


@pytest.mark.parametrize(("changes", "paths"), YEARS)
def test_the_year_of_a_case_number_is_that_of_the_case(changes: dict[str, Any], paths: list[str]) -> None:
    wrong = altered(**{f"case__{name}": value for name, value in changes.items()})
    assert [path for path, _ in said(wrong, (years_agree,))] == paths


def test_where_two_years_differ_both_are_in_doubt_and_one_alone_is_held_against_the_law() -> None:
    none: dict[str, Any] = {f"case__{name}": None for name in ("case_number", *ORDER)}
    two = none | {"case__case_number": "CM13-0000001", "case__decision_date": "2017-01-09"}
    assert [path for path, _ in said(altered(**two))] == ["/case/decision_date", "/case/case_number"]
    for day, doubted in (("2017-01-09", False), ("2002-01-09", True), ("2107-01-09", True)):
        found = said(altered(**none | {"case__decision_date": day}))
        assert found == ([("/case/decision_date", "IMR208")] if doubted else [])


def test_a_case_number_of_another_kind() -> None:
    assert said(altered(case__case_number="CN16-0000001")) == [("/case/case_number", "IMR208")]
    assert said(altered(case__consolidated_case_numbers=["GM16-0000001"])) == [
        ("/case/consolidated_case_numbers/0", "IMR208")
    ]


@pytest.mark.parametrize("name", ORDER)
def test_dates_of_one_day_and_dates_that_are_missing_are_in_order(name: str) -> None:
    assert said(altered(**{f"case__{name}": None})) == []
    same = {f"case__{each}": "2016-11-22" for each in ORDER}
    assert [row for row in said(altered(**same)) if row[1] == "IMR213"] == []


def test_order_is_asked_over_a_missing_date() -> None:
    wrong = altered(case__application_received=None, case__date_assigned="2016-11-01")
    assert said(wrong) == [("/case/ur_denial_date", "IMR213"), ("/case/date_assigned", "IMR213")]


@pytest.mark.parametrize(
    ("changes", "paths"),
    [
        ({"decision_date": "2017-12-08"}, []),
        ({"decision_date": "2017-12-09"}, ["date_assigned", "decision_date"]),
        ({"ur_denial_date": "2015-11-28"}, ["ur_denial_date", "application_received"]),
        ({"decision_date": "2018-01-09", "date_assigned": None}, []),
        ({"decision_date": "2018-12-09", "date_assigned": None}, ["application_received", "decision_date"]),
        ({"date_of_injury": "1999-01-01"}, []),
    ],
)
def test_steps_more_than_a_year_apart(changes: dict[str, Any], paths: list[str]) -> None:
    wrong = altered(**{f"case__{name}": value for name, value in changes.items()})
    assert said(wrong, (dates_near,)) == [(f"/case/{name}", "IMR213") for name in paths]


# What is summed up

UNSURE: dict[str, Any] = {f"decisions__{at}__rationale": "Words." for at in range(len(RECORD.decisions))}
BOTH = ["/stated_outcome", "/outcome"]
SUMMED_UP = [
    (None, {}, []),
    ("partially_overturned", {}, []),
    ("upheld", {}, BOTH),
    ("overturned", {"decisions__0__outcome": None, "outcome": None}, []),
    ("upheld", UNSURE, [*BOTH, "/decisions/1/outcome", "/decisions/1/medically_necessary"]),
    ("partially_overturned", {"outcome": "upheld", "decisions__1__outcome": "upheld"}, [*BOTH, "/decisions"]),
]


@pytest.mark.parametrize(("stated", "changes", "paths"), SUMMED_UP)
def test_another_outcome_summed_up_than_the_items_give(
    stated: str | None, changes: dict[str, Any], paths: list[str]
) -> None:
    """What a rationale concludes as its heading says is no item in doubt."""
    wrong = altered(stated_outcome=stated, **changes)
    assert said(wrong, (outcome_stated,)) == [(path, "IMR219") for path in paths]


# What is listed and what is decided

HEADINGS = [item.heading for item in LETTER.items]


@pytest.mark.parametrize(
    ("listed", "flagged"),
    [
        ([], False),
        (HEADINGS, False),
        ([*HEADINGS, "Elbow brace"], True),
        ([*HEADINGS, HEADINGS[0].upper()], True),
        ([*HEADINGS[1:], "Elbow brace", "Wrist brace"], False),
    ],
)
def test_an_application_that_lists_more_in_the_same_words_puts_the_number_of_items_in_doubt(
    listed: list[str], flagged: bool
) -> None:
    found = said(altered(case__treatments_in_dispute=listed))
    assert found == ([("/decisions", "IMR217")] if flagged else [])


# Conclusions


BEGINNINGS = [
    ("The mechanism of injury was a fall from a ladder. The patient was seen again.", True),
    ("He was diagnosed with a strain of the back. The worker was seen again.", True),
    ("In a report of November the claim was denied. The applicant was told.", True),
    ("The injured worker was diagnosed as having a strain.", False),
    ("Records of this file were blurry and tell of an employee with a strain.", False),
    ("Mrs. Example fell from a ladder.", False),
]


@pytest.mark.parametrize(("text", "lost"), BEGINNINGS)
def test_a_summary_without_an_age_that_does_not_begin_with_the_patient(text: str, lost: bool) -> None:
    changes: dict[str, Any] = {"case_summary__text": text, "case_summary__patient__age": None}
    paths = ["/case_summary/text", "/case_summary/patient/age"] if lost else []
    assert [path for path, _ in said(altered(**changes))] == paths
    sexless = said(altered(**changes, case_summary__patient__sex=None))
    assert ("/case_summary/patient/sex" in dict(sexless)) == lost
    assert said(altered(case_summary__text=text)) == []  # an age is stated


def test_a_rationale_that_concludes_otherwise() -> None:
    wrong = altered(decisions__0__rationale="It helps. The request is medically necessary.")
    paths = ["/decisions/0/outcome", "/decisions/0/medically_necessary", "/decisions/0/rationale"]
    assert said(wrong) == [(path, "IMR203") for path in paths]


def test_a_rationale_that_concludes_in_part() -> None:
    wrong = altered(decisions__1__rationale="The request is partially medically necessary.")
    assert ("/decisions/1/outcome", "IMR203") in said(wrong)


def test_where_nothing_is_concluded_nothing_contradicts_and_text_may_be_missing() -> None:
    assert said(altered(decisions__0__rationale=None)) == []
    missing = [("/decisions/0/rationale", "IMR210"), ("/decisions", "IMR217")]
    assert said(altered(decisions__0__rationale="No conclusion is drawn here.")) == missing


def test_an_unknown_outcome_contradicts_nothing_and_leaves_the_letters_unknown() -> None:
    unknown = altered(decisions__0__outcome=None, outcome=None)
    assert said(unknown) == [("/outcome", "IMR215")]


# Prose against header and patient: notes, for the values are right


@pytest.mark.parametrize(
    ("told", "differs"),
    [
        ("was injured on March 5, 2014 when", False),
        ("was injured on 03/05/2014 when", False),
        ("was injured on March 6, 2014 when", True),
        ("sustained an injury on 3/5/2013 when", True),
        ("had an accident dated 3-5-2013 and", True),
        ("was seen on March 6, 2015 and", False),
        ("was injured in March and seen", False),
    ],
)
def test_the_injurys_date_in_the_prose(told: str, differs: bool) -> None:
    record = altered(case_summary__text=f"This 48 year old male {told} had pain.")
    expected = [("/case/date_of_injury", "IMR406")] if differs else []
    assert said(record) == expected
    assert said(altered(record, case__date_of_injury=None)) == []


def test_another_age_in_the_prose() -> None:
    other = altered(case_summary__text="This 48 year old male. Later, the 49-year-old male was seen.")
    assert said(other) == [("/case_summary/patient/age", "IMR406")]
    in_rationale = altered(decisions__2__rationale="This 52 year old man. It is not medically necessary.")
    assert said(in_rationale) == [("/case_summary/patient/age", "IMR406")]
    assert said(altered(in_rationale, case_summary__patient__age=None)) == []
    assert said(altered(decisions__2__rationale="A 48 year old man. It is not medically necessary.")) == []


# Part-authorized sums

SUMS = [
    ("Therapy 8 visits", "Therapy 6 visits", "therapy 2 visits", False),
    ("Therapy eight visits", "Therapy six visits", "therapy two visits", False),
    ("Therapy eight visits", "Therapy 6 visits", "therapy two visits", False),
    ("Therapy 8 visits", "Therapy 6 visits", "therapy 3 visits", True),
    ("Therapy eight visits", "Therapy six visits", "therapy one visits", True),
    ("Therapy 8 visits", "Therapy 6 visits", "therapy 8 visits", False),  # all of it is still asked for
    ("Norco 10/325mg #120", "Norco 10/325mg #60", "Norco 10/325mg #60", False),
    ("Norco 10/325mg #120", "Norco 10/325mg #60", "Norco 10/325mg #30", True),
    ("Norco 10/325mg #120", "Norco 5/325mg #60", "Norco 10/325mg #30", False),  # not one number alone
    ("Therapy twenty-four visits", "Therapy twelve visits", "therapy Twelve visits", False),
    ("Therapy thirty visits", "Therapy twelve visits", "therapy twelve visits", True),
    ("Therapy 8 visits", "Six visits", "two", False),
    ("MRI", "MRI", "MRI", False),
    ("Gel 1.5 g", "Gel 1 g", "Gel 0.5 g", False),
    ("Therapy many visits", "Therapy few visits", "therapy two visits", False),
]


@pytest.mark.parametrize(("original", "authorized", "treatment", "differ"), SUMS)
def test_sums(original: str, authorized: str, treatment: str, differ: bool) -> None:
    record = altered(
        decisions__1__request={"original": original, "authorized": authorized},
        decisions__1__treatment=treatment,
    )
    doubted = [("/decisions/1/request", "IMR216"), ("/decisions/1/treatment", "IMR216")]
    assert said(record) == (doubted if differ else [])


def test_what_a_sum_that_differs_says() -> None:
    request = {"original": "Therapy 8 visits", "authorized": "Therapy 6 visits"}
    record = altered(decisions__1__request=request, decisions__1__treatment="therapy 3 visits")
    assert {doubt.message for _, doubt in sums_agree(record)} == {"6 and 3 do not make 8"}


# Doubt that is handed on


def test_doubt_of_an_item_is_doubt_of_the_letters_outcome() -> None:
    spec = replace(LETTER, items=(replace(KNEE, rationale=THERAPY.rationale), NORCO))
    for record in both(spec):
        assert codes(record, "/decisions/0/outcome") == ["IMR203"]
        assert codes(record, "/outcome") == ["IMR220"]
        assert codes(record, "/decisions/1/outcome") == []
        assert record.outcome == "upheld"
        assert record.needs_review


def test_dates_of_a_letter_out_of_order() -> None:
    assert LETTER.case
    case = replace(LETTER.case, decision_date=date(2016, 12, 1))
    for record in both(replace(LETTER, case=case)):
        assert codes(record, "/case/decision_date") == ["IMR213"]
        assert record.case.decision_date == date(2016, 12, 1)


# One reader against the other


def test_a_record_against_itself() -> None:
    assert list(against(RECORD)(RECORD)) == []


DIFFERENCES = {
    "case__priority": ("expedited", "/case/priority"),
    "case_summary__patient__age": (47, "/case_summary/patient/age"),
    "decisions__1__rationale": ("Other words.", "/decisions/1/rationale"),
    "decisions__2__reviewer_guideline__text": (None, "/decisions/2/reviewer_guideline/text"),
    "reviewer__licensure_states": (["California"], "/reviewer/licensure_states"),
    "outcome": ("upheld", "/outcome"),
}


@pytest.mark.parametrize("change", DIFFERENCES)
def test_what_the_second_reader_reads_otherwise(change: str) -> None:
    value, path = DIFFERENCES[change]
    found = list(against(altered(**{change: value}))(RECORD))
    assert [(where, doubt.code) for where, doubt in found] == [(path, "IMR218")]


def test_other_numbers_of_items_differ_as_a_whole() -> None:
    plain = RECORD.model_dump(mode="json")
    fewer = Determination.model_validate(plain | {"decisions": plain["decisions"][:2]})
    assert [where for where, _ in against(fewer)(RECORD)] == ["/decisions"]


def test_source_and_layout_are_not_compared() -> None:
    assert list(against(altered(source__reader="pdfplumber", layout="other"))(RECORD)) == []


def test_cross_check_of_a_letter_raises_nothing() -> None:
    record = parse_bytes(pdf_of(), options=Options(cross_check=True))
    assert record.diagnostics == ()
    assert record.source.reader == "pdfium"
