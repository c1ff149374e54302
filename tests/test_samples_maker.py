"""The maker of the samples: what PDFium reads off its PDFs is what it set, and the committed files are its own."""

from __future__ import annotations

import ctypes
import json
import re
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

ROOT = Path(__file__).resolve().parent.parent

from samples import FORMS, Spec, pages, to_pdf, to_text, truth, typographic
from samples.named import samples
from samples.random_2013 import random_final_2013, random_notice_2013, random_professional_2013
from samples.random_cover import random_party_copy
from samples.random_letters import RATES, random_letter
from samples.sample import Sample
from samples.setting.page import Line
from samples.setting.pdf import same_content

NAMED = {sample.name: sample for sample in samples()}
EVERYTHING = {**RATES, "no_header": 0.2, "part_authorized": 0.5, "outcome_alone": 0.3, "consolidated": 0.3}
LETTERS: list[Spec] = [random_letter(seed) for seed in range(40)]
LETTERS += [random_letter(seed, EVERYTHING) for seed in range(100, 120)]
OTHER_FORMS = (random_final_2013, random_notice_2013, random_professional_2013, random_party_copy)
LETTERS += [make(seed) for make in OTHER_FORMS for seed in range(15)]


def read(data: bytes) -> list[list[tuple[str, float, float, int]]]:
    """Per page PDFium's lines: text, x and y of the first character, its font's weight."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        text_page = page.get_textpage()
        lines = []
        start = 0
        for text, mark in re.findall(r"([^\r\ufffe]*)(\r\n|\ufffe|$)", text_page.get_text_range()):
            if text or mark or not lines:
                lines.append((f"{text}-" if mark == "\ufffe" else text, *_place(text_page, start)))
            start += len(text) + len(mark)
        found.append(lines)
    return found


def _place(text_page: pypdfium2.PdfTextPage, start: int) -> tuple[float, float, int]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, start, x, y)
    return x.value, y.value, pdfium.FPDFText_GetFontWeight(text_page, start)


def words(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def single_spaced(text: str) -> str:
    """PDFium gives one space for several."""
    return re.sub(" +", " ", text)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: "")
def test_pdfium_reads_the_lines_that_were_set(letter: Spec) -> None:
    read_pages, set_pages = read(to_pdf(letter)), pages(letter)
    assert len(read_pages) == len(set_pages)
    for found, page in zip(read_pages, set_pages, strict=True):
        assert [single_spaced(text) for text, *_ in found] == list(
            map(single_spaced, words(page.lines) or [""])
        )


def test_pdfium_gives_place_and_weight_of_the_real_files() -> None:
    page = read(to_pdf(NAMED["one-item.pdf"].spec))[0]
    place = {text: (round(x, 1), round(y, 1), weight) for text, x, y, weight in page}
    assert place["Case Number: CM16-9900001"] == (72.0, 688.7, 700)
    assert place["HOW THE IMR FINAL DETERMINATION WAS MADE"] == pytest.approx((153.3, 608.6, 700), abs=0.1)
    assert place["The Expert Reviewer has the following credentials:"][2] == 400
    table = [text for text, *_ in page[3:6]]
    assert table == ["Priority: Standard Application ", "Received: ", "11/15/2016"]


def test_the_table_is_read_cell_by_cell_when_the_case_numbers_wrap() -> None:
    page = read(to_pdf(NAMED["consolidated-long-case-number.pdf"].spec))[0]
    assert [text for text, *_ in page[:2]] == ["Case Number: CM16-99000014, CM16-", "9900114, CM16-9900214"]


@pytest.mark.parametrize("name", NAMED)
def test_a_committed_sample_is_what_the_maker_makes(name: str) -> None:
    sample: Sample = NAMED[name]
    committed = (ROOT / "samples" / name).read_bytes()
    if sample.form is None:
        assert same_content(committed, to_pdf(sample.spec))
    else:
        assert committed == to_text(sample.spec, sample.form)


def test_the_committed_truth_is_that_of_the_samples_and_no_other_file_is_there() -> None:
    committed = json.loads((ROOT / "samples" / "truth.json").read_text(encoding="utf-8"))
    assert committed == {name: truth(sample.spec) for name, sample in NAMED.items()}
    files = {path.name for path in (ROOT / "samples").iterdir() if path.suffix in (".pdf", ".txt")}
    assert files == set(NAMED)


def test_samples_show_what_their_names_say() -> None:
    def lines(name: str) -> list[list[str]]:
        return [words(page.lines) for page in pages(NAMED[name].spec)]

    assert lines("outcome-next-page.pdf")[1][0] in ("Upheld", "Overturned")
    assert lines("hyphens-and-slashes.pdf")[0][-1].endswith("-")
    assert any(line.endswith("/") for page in lines("hyphens-and-slashes.pdf") for line in page)
    assert lines("blank-last-page.pdf")[-1] == []
    broken = pages(NAMED["page-broken-heading.pdf"].spec)
    assert broken[0].lines[-1].bold and broken[1].lines[0].bold and not broken[1].lines[0].opens_paragraph
    outcomes = {name: truth(sample.spec)["outcome"] for name, sample in NAMED.items()}
    assert (
        outcomes["mixed-outcomes.pdf"] == "partially_overturned"
        and outcomes["overturned.pdf"] == "overturned"
    )


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: "")
def test_truth_stands_in_the_text(letter: Spec) -> None:
    """Every verbatim value of the truth is found in the lines, joined as running text, page furniture left out."""
    joined = ""
    for line in (line for page in pages(letter) for line in page.lines if not line.is_furniture):
        joined += line.text if re.search(r"[^\s-][-/]$", line.text) else f"{line.text} "
    joined = " ".join(joined.split())
    said = truth(letter)
    values = [said["case_summary"], *said["documents_reviewed"], *said["case"]["treatments_in_dispute"]]
    values += [name for names in said["reviewer"].values() for name in names]
    values += [value for value in said["parties"].values() if value]
    for decision in said["decisions"]:
        values += [value for key, value in decision.items() if key != "outcome" and value]
    assert [value for value in values if value not in joined] == []
    # "w/ diff" could not be told from "and/or" where a line of plain text ends after the slash
    assert [value for value in values if re.search(r"[^\s-][-/] ", value)] == []


def test_equal_seeds_make_equal_letters_and_other_seeds_other_ones() -> None:
    assert random_letter(3) == random_letter(3)
    assert all(make(3) == make(3) and make(3) != make(4) for make in OTHER_FORMS)
    assert to_pdf(random_letter(3), encrypt=False) == to_pdf(random_letter(3), encrypt=False)
    assert len({json.dumps(truth(random_letter(seed))) for seed in range(50)}) == 50


def test_text_forms() -> None:
    letter = NAMED["mixed-outcomes.pdf"].spec
    text = {form: to_text(letter, form) for form in FORMS}
    assert b"\n\n" not in text["bare"] and b" \n" not in text["bare"]
    assert b"SUMMARY \n\n" in text["double-spaced"] and b"\n\n \n\n" in text["double-spaced"]
    assert text["form-feeds"].count(b"\f") == len(pages(letter)) - 1
    assert text["crlf"].count(b"\r\n") == text["crlf"].count(b"\n") == text["spaced"].count(b"\n")
    assert text["utf-16"].decode("utf-16") == text["spaced"].decode()
    assert text["utf-8-bom"].decode("utf-8-sig") == text["spaced"].decode()
    with pytest.raises(KeyError):
        to_text(letter, "no such form")


def test_typographic_letters_have_curled_quotes_in_text_and_truth_alike() -> None:
    plain = next(letter for letter in LETTERS if '"' in to_text(letter).decode())
    curled = typographic(plain)
    assert b"\x93" in to_text(curled, "windows-1252") and b'"' not in to_text(curled, "windows-1252")
    assert json.dumps(truth(curled), ensure_ascii=False) != json.dumps(truth(plain), ensure_ascii=False)
