"""Header fields from the words after a label: dates, case numbers, priority."""

from __future__ import annotations

from datetime import date

import pytest

from imr_parse.interpret.header import calendar_date, read_case_number, read_date, read_priority
from imr_parse.interpret.reading import Reading


def codes(reading: Reading) -> list[str]:
    return [code for code, _ in reading.remarks]


# words after the label, the date, the words it was read from, what is said of it
DATES = [
    ("10/13/2016", date(2016, 10, 13), "10/13/2016", []),
    ("01/09/2017", date(2017, 1, 9), "01/09/2017", []),
    (" 02/29/2016 \n", date(2016, 2, 29), "02/29/2016", []),
    ("10/14/\n2016", date(2016, 10, 14), "10/14/\n2016", []),
    ("10/14/ 2016", date(2016, 10, 14), "10/14/ 2016", []),
    ("10/13/2016 Date of Injury:", date(2016, 10, 13), "10/13/2016", []),
    # a form that is not usual, the day all the same sure
    ("1/9/2017", date(2017, 1, 9), "1/9/2017", ["IMR410"]),
    ("10-13-2016", date(2016, 10, 13), "10-13-2016", ["IMR410"]),
    ("10.13.2016", date(2016, 10, 13), "10.13.2016", ["IMR410"]),
    ("October 13, 2016", date(2016, 10, 13), "October 13, 2016", ["IMR410"]),
    ("Oct 13 2016", date(2016, 10, 13), "Oct 13 2016", ["IMR410"]),
    ("Sept. 3, 2014", date(2014, 9, 3), "Sept. 3, 2014", ["IMR410"]),
    ("march 3rd, 2014", date(2014, 3, 3), "march 3rd, 2014", ["IMR410"]),
    ("MAY 1st, 2014", date(2014, 5, 1), "MAY 1st, 2014", ["IMR410"]),
    ("May 1,2014", date(2014, 5, 1), "May 1,2014", ["IMR410"]),
    ("1 May 2014", date(2014, 5, 1), "1 May 2014", ["IMR410"]),
    ("1st May, 2014", date(2014, 5, 1), "1st May, 2014", ["IMR410"]),
    ("Thursday, May 1, 2014", date(2014, 5, 1), "Thursday, May 1, 2014", ["IMR410"]),
    ("May 12014", None, "May 12014", ["IMR202"]),
    ("1 Smarch 2014", None, "1 Smarch 2014", ["IMR202"]),
    # a range, or a second date
    ("03/04/2010 - 03/04/2011", date(2010, 3, 4), "03/04/2010", ["IMR208"]),
    ("03/04/2010 through 03/04/2011", date(2010, 3, 4), "03/04/2010", ["IMR208"]),
    ("03/04/2010, 05/06/2011", date(2010, 3, 4), "03/04/2010", ["IMR208"]),
    ("03/04/2010 disputing the denial dated 05/06/2011", date(2010, 3, 4), "03/04/2010", []),
    # two digits of a year tell its century, unless they may be the first two of four, or of a year to come
    ("10/13/16", date(2016, 10, 13), "10/13/16", ["IMR410"]),
    ("10/13/20", date(2020, 10, 13), "10/13/20", ["IMR208"]),
    ("10/13/19", date(2019, 10, 13), "10/13/19", ["IMR208"]),
    ("1/2/49", date(2049, 1, 2), "1/2/49", ["IMR208"]),
    ("1/2/50", date(1950, 1, 2), "1/2/50", ["IMR410"]),
    ("3/9/72", date(1972, 3, 9), "3/9/72", ["IMR410"]),
    # no day
    ("13/10/2016", None, "13/10/2016", ["IMR202"]),
    ("02/30/2016", None, "02/30/2016", ["IMR202"]),
    ("02/29/2015", None, "02/29/2015", ["IMR202"]),
    ("00/10/2016", None, "00/10/2016", ["IMR202"]),
    ("10/00/2016", None, "10/00/2016", ["IMR202"]),
    ("10/13/0016", None, "10/13/0016", ["IMR202"]),
    ("10/13/1949", None, "10/13/1949", ["IMR202"]),
    ("13/10/16", None, "13/10/16", ["IMR202"]),
    ("February 30, 2016", None, "February 30, 2016", ["IMR202"]),
    ("Ma 3, 2016", None, "Ma 3, 2016", ["IMR202"]),
    ("Smarch 3, 2016", None, "Smarch 3, 2016", ["IMR202"]),
    ("10/13", None, "10/13", ["IMR202"]),
    ("10/13/20165", None, "10/13/20165", ["IMR202"]),
    ("10/13/2016/1", None, "10/13/2016/1", ["IMR202"]),
    ("10/13-2016", None, "10/13-2016", ["IMR202"]),
    ("unknown", None, "unknown", ["IMR202"]),
    ("see 10/13/2016", None, "see 10/13/2016", ["IMR202"]),
    ("2016-10-13", None, "2016-10-13", ["IMR202"]),
]


@pytest.mark.parametrize(("words", "value", "taken", "said"), DATES)
def test_date(words: str, value: date | None, taken: str, said: list[str]) -> None:
    reading = read_date(words)
    assert (reading.value, words[reading.start : reading.end]) == (value, taken)
    assert codes(reading) == said


def test_may_needs_no_longer_name_and_march_is_not_may() -> None:
    assert read_date("Mar 4, 2016").value == date(2016, 3, 4)
    assert read_date("Jun 4, 2016").value == date(2016, 6, 4)
    assert read_date("Jul 4, 2016").value == date(2016, 7, 4)


def test_calendar() -> None:
    assert calendar_date(2016, 2, 29) == date(2016, 2, 29)
    assert calendar_date(1950, 1, 1) == date(1950, 1, 1)
    assert calendar_date(1949, 12, 31) is None
    assert calendar_date(2016, 13, 1) is None
    assert calendar_date(99999, 1, 1) is None


# words after the label, the numbers in them, what is said
CASE_NUMBERS = [
    ("CM16-0000000", ["CM16-0000000"], []),
    (" CM14-0123456 \n", ["CM14-0123456"], []),
    ("CM16-00000000", ["CM16-00000000"], []),
    ("CM16-000000000", ["CM16-000000000"], []),
    ("CM13-0012345", ["CM13-0012345"], []),
    ("13-000004", ["13-000004"], []),
    ("CM16-0000001, CM16-0000002", ["CM16-0000001", "CM16-0000002"], []),
    ("CM16-0000001 and CM16-0000002", ["CM16-0000001", "CM16-0000002"], []),
    ("CM16-0000001 / CM16-0000002/CM16-0000003", ["CM16-0000001", "CM16-0000002", "CM16-0000003"], []),
    ("CM16-0000001 & CM16-0000002; CM16-0000003", ["CM16-0000001", "CM16-0000002", "CM16-0000003"], []),
    ("CM16-0000001\nCM16-0000002", ["CM16-0000001", "CM16-0000002"], []),
    ("CM16-0000001, CM16-\n0000002", ["CM16-0000001", "CM16-0000002"], []),
    ("CM16-0000001,CM16-0000002", ["CM16-0000001", "CM16-0000002"], []),
    # a form that is none
    ("CM16-12345", ["CM16-12345"], ["IMR208"]),
    ("CM16-0000000000", ["CM16-0000000000"], ["IMR208"]),
    ("CM16-0000000X", ["CM16-0000000X"], ["IMR208"]),
    ("CM16-0000000-2", ["CM16-0000000-2"], ["IMR208"]),
    ("CM160000000", ["CM160000000"], ["IMR208"]),
    ("cm16-0000000", ["cm16-0000000"], ["IMR208"]),
    ("unknown\nDate", ["unknown"], ["IMR208"]),
]


@pytest.mark.parametrize(("words", "numbers", "said"), CASE_NUMBERS)
def test_case_numbers(words: str, numbers: list[str], said: list[str]) -> None:
    reading = read_case_number(words)
    assert [number for number, _, _ in reading.value] == numbers
    assert codes(reading) == said
    for number, start, end in reading.value:
        assert words[start:end].replace("\n", "") == number
    assert (reading.start, reading.end) == (reading.value[0][1], reading.value[-1][2])


def test_words_after_a_case_number_are_not_of_it() -> None:
    reading = read_case_number("CM16-0000001, and more")
    assert [number for number, _, _ in reading.value] == ["CM16-0000001"]
    assert reading.end == len("CM16-0000001")


PRIORITIES = [
    ("Standard", "standard", []),
    (" Expedited \n", "expedited", []),
    ("CONCURRENT", "concurrent", []),
    ("Retrospective", "retrospective", []),
    ("Standard Application", "standard", []),
    ("Urgent", "urgent", ["IMR208"]),
    ("Stamdard", "stamdard", ["IMR208"]),
    ("Very Urgent", "very urgent", ["IMR208"]),
    ("", None, ["IMR202"]),
    (" \n", None, ["IMR202"]),
]


@pytest.mark.parametrize(("words", "value", "said"), PRIORITIES)
def test_priority(words: str, value: str | None, said: list[str]) -> None:
    reading = read_priority(words)
    assert (reading.value, codes(reading)) == (value, said)
    assert words[reading.start : reading.end].lower() == (value or "")
