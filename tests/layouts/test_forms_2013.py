"""What is particular to the letters of 2013 and the parties' copies: what stands for what, and what must be said."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from imr_parse import Determination, parse_bytes
from samples import to_pdf, to_text
from samples.letters_2013 import EVERYTHING, final, notice, party
from samples.random_2013 import random_final_2013
from samples.random_2013 import random_professional_2013 as professional


def read(letter: Any, form: str = "pdf") -> Determination:
    """The record of a sample, as PDF or as text of that form."""
    return parse_bytes(to_pdf(letter, encrypt=False) if form == "pdf" else to_text(letter, form))


def flags(record: Determination, path: str) -> list[str]:
    """Codes of the warnings and errors at a path or on what holds it."""
    return [
        row.code
        for row in record.diagnostics
        if row.severity != "note"
        and f"{path}/".startswith(f"{row.path}/")
        and (row.path or row.severity == "error")
    ]


def test_the_day_of_filing_stands_for_that_of_receipt_where_the_labels_are_gone() -> None:
    letter = notice(3, labels=False)
    record = read(letter)
    assert record.case.application_received == letter.case.application_received
    assert [row.code for row in record.diagnostics if row.path == "/case/application_received"] == ["IMR414"]
    assert not record.needs_review


def test_an_occupation_that_a_line_breaks_after_a_slash_is_one_word() -> None:
    letter = final(5)
    summary = (f"The patient is a 45 year old male firefighter/paramedic hurt at work. {letter.summary[0]}",)
    text = to_text(replace(letter, summary=summary), "bare").decode()
    text = text.replace("firefighter/paramedic", "firefighter/\nparamedic")
    patient = parse_bytes(text.encode()).case_summary.patient
    assert patient.occupation == "firefighter/paramedic"


HEADER = ("/case/case_number", "/case/consolidated_case_numbers", "/case/decision_date", "/parties/employee",
          "/case/treatments_in_dispute", "/stated_outcome")  # fmt: skip


def party_2013(seed: int = 8) -> Any:
    """A parties' copy of late 2013 that names no claims administrator."""
    return final(seed, {**EVERYTHING, "claims_administrator_label": 0.0, "fax": 0.0, "footer": 0.0})


def text_of(letter: Any) -> str:
    return to_text(letter, "spaced").decode()


def parse(text: str) -> Determination:
    return parse_bytes(text.encode())


def test_a_letter_that_lost_its_opening_is_missed_in_every_value_of_it() -> None:
    text = text_of(party_2013())
    record = parse(text[text.index("HOW THE IMR FINAL DETERMINATION") :])
    assert all(flags(record, path) == ["IMR201"] for path in HEADER)
    record = parse(text[text.index("Date of Injury:") :])
    assert flags(record, "/case/case_number") == ["IMR201"] and not flags(record, "/case/date_of_injury")
    late = text_of(notice(3))
    assert flags(parse(late[late.index("INDEPENDENT MEDICAL REVIEW DEC") :]), "/parties/employee") == [
        "IMR201"
    ]


def test_a_published_copy_begins_with_its_header_or_its_first_title() -> None:
    assert not read(party(4, cover=None)).needs_review
    assert not read(party(4, cover=None, header_table=False)).needs_review


def test_the_rest_of_a_cover_letter_tells_that_its_beginning_is_lost() -> None:
    text = text_of(party(4))
    record = parse(text[text.index("Sincerely,") :])
    assert flags(record, "/parties/employee") == flags(record, "/case/treatments_in_dispute") == ["IMR201"]


@pytest.mark.parametrize("first", ["Medical Director", "Case Number:"])
def test_what_only_a_parties_copy_has_tells_that_its_cover_letter_is_lost(first: str) -> None:
    documents = ("MRI report, 05/17/2013", "Application for IMR")
    text = text_of(party(4, documents=documents, header_table=True))
    begin = text.index(first) if first != "Case Number:" else text.rindex(first)
    assert flags(parse(text), "/parties/employee") == []
    assert flags(parse(text[begin:]), "/parties/employee") == ["IMR201"]
    assert flags(parse(text[begin:]), "/case/treatments_in_dispute") == ["IMR201"]


def test_what_may_have_stood_beside_a_title_that_is_gone_is_missed() -> None:
    text = text_of(party(4, documents=(), header_table=False))
    record = parse(text)
    assert not flags(record, "/documents_reviewed") and not flags(record, "/case/date_assigned")
    title, items = text.index("HOW THE IMR FINAL"), text.index("IMR ISSUES, DECISIONS")
    record = parse(text[:title] + text[items:])
    assert flags(record, "/documents_reviewed") and flags(record, "/case/date_assigned")


def test_a_sentence_before_its_section_is_not_passed_over_in_silence() -> None:
    text = text_of(random_final_2013(41001012))
    said = "A Notice of Assignment and Request for Information was provided to the above parties on"
    title = "HOW THE IMR FINAL DETERMINATION WAS MADE"
    assert parse(text).case.date_assigned and said in text
    text = text.replace(f"{title}\n\n{said}\n", f"{said}\n{title}\n")
    record = parse(text)
    assert record.case.date_assigned is None and flags(record, "/case/date_assigned")


@pytest.mark.parametrize(
    "printed",
    [
        "Treatment(s) in Dispute Listed on IMR Appl",
        "t r e a t m e n t ( s )   i n   d i s p u t e   l i s t e d   o n   i m r   a p p l i c a t i o n :",
    ],
)
def test_a_label_of_the_treatments_is_missed_however_it_is_mangled(printed: str) -> None:
    text = text_of(party_2013(4))
    label = "Treatment(s) in Dispute Listed on IMR Application:"
    wanted = parse(text).case.treatments_in_dispute
    record = parse(text.replace(label, printed, 1))
    assert record.case.treatments_in_dispute == wanted or flags(record, "/case/treatments_in_dispute")


def test_a_claim_number_that_reads_like_the_case_number_is_doubted() -> None:
    text = text_of(professional(3))
    number = parse(text).case.case_number
    assert number and not parse(text).needs_review
    record = parse(text.replace("Case Number:", "Claim Number:", 1))
    assert record.parties.claim_number == number
    assert flags(record, "/parties/claim_number") and flags(record, "/case/case_number")


def test_a_first_line_that_stands_above_its_title_is_doubted_in_both_values() -> None:
    text = text_of(professional(3))
    title = re.search(r"^CASE SUMMARY:\s(.*)\n", text, re.MULTILINE)
    assert title
    record = parse(
        text.replace(title.group(), f"{title[1]}\nCASE SUMMARY:\n", 1).replace(
            f"\n\n{title[1]}", f"\n{title[1]}"
        )
    )
    assert title[1] in str(record.decisions[0].heading)
    assert flags(record, "/decisions/0/heading") and flags(record, "/case_summary/text")


def test_a_damaged_label_is_missed_in_its_own_value() -> None:
    text = text_of(professional(3))
    assert parse(text).case.date_of_injury and "Date of Injury:" in text
    record = parse_bytes(text.replace("Date of Injury:", "Da\xb2e \u2021f Injury:\xba", 1).encode("cp1252"))
    assert record.case.date_of_injury is None and flags(record, "/case/date_of_injury")
    assert not flags(record, "/case/case_number")


def test_a_label_inside_another_value_is_missed_in_its_own() -> None:
    text = text_of(notice(3, labels=True))
    line = re.search(r"^Date of Injury: .*\n", text, re.MULTILINE)
    assert line and not parse(text).needs_review
    at = text.index("Rationale for the Decision:") + len("Rationale for the Decision:")
    record = parse(f"{text.replace(line.group(), '', 1)[:at]}\n{line.group()}{text[at:]}")
    assert record.case.date_of_injury is not None or flags(record, "/case/date_of_injury")


def test_values_from_before_the_letterhead_are_another_documents() -> None:
    record = parse(f"EXPLANATION OF REVIEW\nDate of Injury: 01/02/2003\n\n{text_of(notice(3, labels=False))}")
    assert "IMR209" in flags(record, "/case/date_of_injury")


@pytest.mark.parametrize(
    ("line", "flagged"),
    [
        ("Employer: Alder Unified School District", False),
        ("Date of Request: 03/02/2013", False),
        ("Insurance Carrier: Golden Valley Claims Service", True),
        ("filename: letter.pdf", False),
        ("Body: left knee", False),
        ("Registered: 03/02/2013", False),
    ],
)
def test_unknown_words_of_a_header_are_missed_where_their_kind_is_missing(line: str, flagged: bool) -> None:
    text = text_of(party_2013()).replace("Date of Injury:", f"{line}\nDate of Injury:", 1)
    assert bool(flags(parse(text), "/parties/claims_administrator")) is flagged


@pytest.mark.parametrize(
    "printed", ["Employee", "Employee,", "Employee Name", "Emplyee Name:", "Employee Name."]
)
def test_a_label_of_a_party_is_missed_however_it_is_mangled(printed: str) -> None:
    text = text_of(party_2013())
    wanted = parse(text).parties.employee
    label = re.search(r"^Employee(?: Name)?:", text, re.MULTILINE)
    assert wanted and label
    record = parse(text.replace(label.group(), printed, 1))
    assert record.parties.employee == wanted or flags(record, "/parties/employee")


def test_an_entry_before_the_label_of_the_treatments_is_missed() -> None:
    text = text_of(party_2013(12))
    label = "Treatment(s) in Dispute Listed on IMR Application:\n"
    at = text.index(label)
    assert not parse(text).needs_review
    first, rest = text[at + len(label) :].split("\n", 1)
    assert flags(parse(f"{text[:at]}{first}\n{label}{rest}"), "/case/treatments_in_dispute")


def test_an_entry_before_the_title_of_the_documents_is_missed() -> None:
    letter = final(5, bullets="\u2022")
    text = text_of(letter)
    title, first = "DOCUMENTS REVIEWED\n", "\u2022 Application for IMR\n"
    assert not flags(parse(text), "/documents_reviewed")
    assert flags(parse(text.replace(title, f"{first}{title}", 1)), "/documents_reviewed")


def test_a_title_behind_other_words_is_no_part_of_the_summary() -> None:
    text = text_of(notice(3))
    title = "Documents Reviewed for Determination:"
    assert not flags(parse(text), "/case_summary/text")
    assert flags(parse(text.replace(title, f"IMR {title}", 1)), "/case_summary/text")


def test_a_document_may_be_called_as_a_label_is() -> None:
    letter = final(5, documents=("Application for IMR", "UR decision dated 9/12/13", "MRI report"))
    text = text_of(letter)
    assert not parse(text).needs_review
    assert flags(
        parse(text.replace("UR decision dated 9/12/13", "UR Denial Date: 9/12/13")), "/documents_reviewed/1"
    )


def test_a_notice_that_breaks_off_in_its_documents_says_so() -> None:
    letter = notice(3)
    text = text_of(letter)
    record = parse(text[: text.index("Documents Reviewed for Determination:") + 150])
    assert flags(record, "/documents_reviewed")


def test_a_letter_that_ends_with_its_last_label_has_lost_more_than_a_rationale() -> None:
    text = text_of(final(5))
    label = "decision rationale:"
    record = parse(text[: text.rindex(label) + len(label)])
    assert flags(record, "/decisions") == ["IMR217"]


def test_a_number_that_a_line_breaks_opens_no_item() -> None:
    letter = notice(3, documents=("Report (7-1-10) and others", "MRI report"))
    record = parse(text_of(letter).replace("7-1-10)", "7-1-\n10)"))
    assert record.documents_reviewed == ("Report (7-1-10) and others", "MRI report")
    assert not record.needs_review


@pytest.mark.parametrize("space", ["\u00a0", "  "])
def test_labels_with_other_spaces_are_no_furniture(space: str) -> None:
    text = text_of(party_2013())
    record = parse(
        text.replace("IMR Case Number:", f"IMR{space}Case{space}Number:").replace(
            "UR Denial", f"UR{space}Denial"
        )
    )
    assert record.case == parse(text).case


@pytest.mark.parametrize("mark", [",", ".", " ,", ";", "::"])
def test_a_label_takes_its_stop_along(mark: str) -> None:
    text = text_of(party(4))
    wanted = parse(text).decisions[0].claims_administrator_guideline.text
    record = parse(text.replace("Claims Administrator guideline:", f"Claims Administrator guideline{mark}"))
    assert record.decisions[0].claims_administrator_guideline.text == wanted


def test_what_follows_a_fixed_line_without_a_break_is_its_part() -> None:
    text = text_of(notice(3))
    record = parse(re.sub(r"His/Her\s+Decision\n\n", "His/Her Decision ", text))
    assert not record.needs_review
    assert record.decisions == parse(text).decisions


@pytest.mark.parametrize(
    "said",
    [
        "is licensed to practice in California and is Board Certified in Surgery.",
        "is Board Certified in Surgery. He/she is licensed to practice in the State of California.",
        "is Board Certified in Surgery and licensed to practice in California.",
    ],
)
def test_credentials_in_either_order(said: str) -> None:
    text = text_of(final(5))
    record = parse(re.sub(r"is Board Certified in [^.]*\.", said, text, count=1))
    assert record.reviewer.certifications == ("Surgery",)
    assert record.reviewer.licensure_states == ("California",)
    assert not record.needs_review


@pytest.mark.parametrize(
    ("said", "flagged"),
    [
        ("The Claims Administrator modified the request on 8-24-2013; see above.", False),
        ("The Physician Reviewer found no sign of a new injury.", False),
        ("The Claims Administrator based its decision on the Official Disability Guidelines.", True),
        ("The Physician Reviewer found no section of the MTUS applicable.", True),
    ],
)
def test_a_paragraph_of_reasons_may_begin_with_who_decided(said: str, flagged: bool) -> None:
    letter = final(5)
    reasons = ("The criteria are stated.", said, "The request is not medically necessary.")
    record = read(replace(letter, items=(replace(letter.items[0], rationale=reasons),)))
    assert ("IMR209" in flags(record, "/decisions/0/rationale")) is flagged
    assert said in (record.decisions[0].rationale or "")


@pytest.mark.parametrize("word", ["dated", "provider", "priority"])
def test_a_word_of_prose_at_a_lines_start_is_no_label(word: str) -> None:
    letter = final(5, documents=(f"Utilization review determination {word} 10/26/2012", "MRI report"))
    record = parse(text_of(letter).replace(f" {word} 10/26", f"\n{word} 10/26"))
    assert record.documents_reviewed[0].endswith(f"{word} 10/26/2012") and not record.needs_review


def test_case_numbers_apart_by_a_comma_or_by_and_are_the_same() -> None:
    text = text_of(party(4, header_table=True))
    number = str(parse(text).case.case_number)
    first, second = text.index(f": {number}"), text.rindex(f": {number}")
    more = f"{number[:5]}9977777"
    both = f"{text[:first]}: {number}, {more}{text[first + 2 + len(number) : second]}"
    record = parse(f"{both}: {number} and {more}{text[second + 2 + len(number) :]}")
    assert first < second and record.case.consolidated_case_numbers == (more,) and not record.needs_review


@pytest.mark.parametrize("others", [("9977777",), ("9977777", "9988888")])
def test_the_header_may_state_more_case_numbers_than_the_cover_letter(others: tuple[str, ...]) -> None:
    text = text_of(party(4, header_table=True))
    number = str(parse(text).case.case_number)
    further = tuple(f"{number[:5]}{other}" for other in others)
    at = text.rindex(f": {number}") + 2
    record = parse(f"{text[:at]}{', '.join((number, *further))}{text[at + len(number) :]}")
    assert record.case.case_number == number and record.case.consolidated_case_numbers == further
    assert not record.needs_review
    record = parse(f"{text[:at]}{further[0]}{text[at + len(number) :]}")
    assert "IMR206" in flags(record, "/case/consolidated_case_numbers")


@pytest.mark.parametrize(("entry", "flagged"), [("(2) to", False), ("2. To", True)])
def test_a_sentence_that_counts_on_the_next_line_opens_no_item(entry: str, flagged: bool) -> None:
    letter = next(one for one in map(final, range(20)) if len(one.items) > 1)
    listed = f"A scan is for two cases: (1) to look for a cause which the films have not shown so far;\n{entry} see a stroke."
    first = replace(letter.items[0], rationale=(f"{letter.items[0].rationale[0]} MARK",))
    text = to_text(replace(letter, items=(first, *letter.items[1:])), "bare").decode()
    text = text.replace("MARK", f"\n{listed} The scan is medically necessary and appropriate.")
    assert ("IMR217" in flags(parse_bytes(text.encode()), "/decisions")) is flagged


GOES_WITH = "Since the primary procedure is not medically necessary, none of the associated services are medically necessary."


@pytest.mark.parametrize("form", ["pdf", "bare"])
@pytest.mark.parametrize("make", [final, notice])
def test_a_reviewer_may_state_no_guideline_on_what_goes_with_an_operation(make: Any, form: str) -> None:
    letter = make(4)
    first = replace(letter.items[0], reviewer_guideline=GOES_WITH)
    record = read(replace(letter, items=(first, *letter.items[1:])), form)
    assert record.decisions[0].reviewer_guideline.text == GOES_WITH
    assert flags(record, "/decisions/0/reviewer_guideline/text") == []
    assert flags(record, "/decisions/0/claims_administrator_guideline/text") == []


@pytest.mark.parametrize("form", ["pdf", "bare"])
@pytest.mark.parametrize("make", [final, notice])
def test_a_part_that_opens_in_unknown_words_leaves_both_sides_in_doubt(make: Any, form: str) -> None:
    letter = make(4)
    words = "Our consultant relied on the Official Disability Guidelines."
    first = replace(letter.items[0], reviewer_guideline=words)
    record = read(replace(letter, items=(first, *letter.items[1:])), form)
    sides = [f"/decisions/0/{side}_guideline/text" for side in ("claims_administrator", "reviewer")]
    assert all(flags(record, side) for side in sides)
    if form == "pdf":  # where paragraphs are known
        assert record.decisions[0].reviewer_guideline.text == words


@pytest.mark.parametrize("form", ["pdf", "bare"])
@pytest.mark.parametrize(("end", "whole"), [("The leg is strong.", True), ("The leg is", False)])
def test_where_the_heading_tells_the_outcome_the_rationale_need_not(form: str, end: str, whole: bool) -> None:
    letter = professional(3)
    item = replace(letter.items[0], rationale=(f"The patient walks without a limp and sleeps well. {end}",))
    record = read(replace(letter, items=(item,)), form)
    assert record.decisions[0].outcome == item.outcome.lower()
    assert (flags(record, "/decisions/0/rationale") == []) is whole
