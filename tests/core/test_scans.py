"""Scans: pages that are pictures, and the text that character recognition or a fax machine laid over or under them."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Literal

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Page, Pdf, Stream

from imr_parse import Determination, ImrParseError, Options, parse_bytes, parse_text
from imr_parse.account.machine_read import machine_read
from imr_parse.readers import read
from imr_parse.readers.integrity import damage
from imr_parse.readers.named import drawn
from samples.random_forms import MAKERS

from .letters import LETTER, NAMES, codes, document_of, doubts, pdf_of, sample, text_of

READERS: tuple[Literal["pdfium", "pdfplumber"], ...] = ("pdfium", "pdfplumber")
WHOLE = b"q 612 0 0 792 0 0 cm /Scan Do Q\n"
LONG = replace(LETTER, items=LETTER.items * 2)
Style = Callable[[Pdf, Page, bytes], bytes]
"""What becomes of a page's operators; the page gets its pictures."""


def picture(pdf: Pdf, wide: int = 1700, high: int = 2200) -> pikepdf.Object:
    """A white picture of one bit a dot, as large as a page at 200 dots to the inch."""
    dots = b"\xff" * (-(-wide // 8) * high)
    shape = {"Width": wide, "Height": high, "BitsPerComponent": 1, "ColorSpace": Name.DeviceGray}
    return pdf.make_indirect(Stream(pdf, dots, Type=Name.XObject, Subtype=Name.Image, **shape))


def give(page: Page, **parts: pikepdf.Object) -> None:
    page.obj.Resources.XObject = Dictionary({f"/{name}": part for name, part in parts.items()})


def unseen(pdf: Pdf, page: Page, content: bytes) -> bytes:
    """As Tesseract and others write: text in a mode that paints nothing, over the picture."""
    give(page, Scan=picture(pdf))
    return WHOLE + b"3 Tr\n" + content


def under(pdf: Pdf, page: Page, content: bytes) -> bytes:
    """Text that would be seen, were the picture not before it; that in strips."""
    give(page, Scan=picture(pdf, high=275))
    strips = (b"q 612 0 0 99 0 %d cm /Scan Do Q\n" % (99 * at) for at in range(8))
    return content + b"\n" + b"".join(strips)


def over(pdf: Pdf, page: Page, content: bytes) -> bytes:
    """Text that is seen, over what is left of the picture."""
    give(page, Scan=picture(pdf))
    return WHOLE + content


def grouped(pdf: Pdf, page: Page, content: bytes) -> bytes:
    """Text in one group, the picture in another that is scaled, so that it covers no page by itself."""
    words = Stream(pdf, b"3 Tr\n" + content, Resources=page.obj.Resources)
    scan = Stream(pdf, b"q 61.2 0 0 79.2 0 0 cm /Scan Do Q")
    scan.Resources = Dictionary(XObject=Dictionary(Scan=picture(pdf)))
    for part, box in ((words, [0, 0, 612, 792]), (scan, [0, 0, 62, 80])):
        part.Type, part.Subtype, part.BBox = Name.XObject, Name.Form, Array(box)
    page.obj.Resources = Dictionary(page.obj.Resources)
    give(page, Words=pdf.make_indirect(words), Group=pdf.make_indirect(scan))
    return b"q 10 0 0 10 0 0 cm /Group Do Q\n/Words Do"


def inline(pdf: Pdf, page: Page, content: bytes) -> bytes:
    """The picture among the operators."""
    dots = b"\xff" * (64 * 600)
    return b"q 612 0 0 792 0 0 cm BI /W 512 /H 600 /BPC 1 /CS /G ID " + dots + b"\nEI Q\n" + content


def bare(pdf: Pdf, page: Page, content: bytes) -> bytes:
    """Unseen text whose picture was taken away."""
    return b"3 Tr\n" + content


STYLES: tuple[Style, ...] = (unseen, under, over, grouped, inline, bare)


def scanned(style: Style, data: bytes, pages: Collection[int] = ()) -> bytes:
    """A letter as a searchable scan; `pages`: those that are, from 1; all where none is named."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            if not pages or number in pages:
                page.contents_coalesce()
                content = page.obj.Contents.read_bytes()
                page.obj.Resources = Dictionary(page.obj.Resources)
                page.obj.Contents = pdf.make_stream(style(pdf, page, content))
        out = io.BytesIO()
        pdf.save(out, static_id=True, compress_streams=True)
    return out.getvalue()


def stamped(words: str) -> Style:
    """A scan without text but for these words on each page."""

    def style(pdf: Pdf, page: Page, content: bytes) -> bytes:
        give(page, Scan=picture(pdf))
        page.obj.Resources.Font = Dictionary(
            F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        )
        return WHOLE + b"BT /F1 9 Tf 30 780 Td (%b) Tj ET" % words.encode()

    return style


def refusal(data: bytes, reader: Literal["pdfium", "pdfplumber"] = "pdfium") -> ImrParseError:
    with pytest.raises(ImrParseError) as refused:
        parse_bytes(data, options=Options(reader=reader))
    return refused.value


def values(record: Determination) -> dict[str, object]:
    return record.model_dump(exclude={"source", "diagnostics", "needs_review"})


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("style", STYLES)
def test_a_searchable_scan_is_read_and_all_of_it_is_in_doubt(style: Style, reader: str) -> None:
    data = pdf_of()
    options = Options(reader=reader)  # type: ignore[arg-type]
    record = parse_bytes(scanned(style, data), options=options)
    assert values(record) == values(parse_bytes(data, options=options))
    assert [row.code for row in record.diagnostics if row.severity == "error"] == ["IMR312"]
    assert codes(record, "") == ["IMR312"] and record.needs_review


@pytest.mark.parametrize("reader", READERS)
def test_a_page_that_is_a_scan_puts_its_own_values_in_doubt(reader: str) -> None:
    last = document_of(pdf_of(LONG)).pages or 0
    record = parse_bytes(scanned(unseen, pdf_of(LONG), [last]), options=Options(reader=reader))  # type: ignore[arg-type]
    assert last > 1 and codes(record, "") == []
    assert "IMR312" in codes(record, f"/decisions/{len(record.decisions) - 1}/rationale")
    assert "IMR312" in codes(record, "/decisions")
    assert codes(record, "/case/case_number") == codes(record, "/case_summary/patient/age") == []


def test_a_small_picture_is_no_scan_and_is_not_looked_at() -> None:
    def logo(pdf: Pdf, page: Page, content: bytes) -> bytes:
        give(page, Scan=picture(pdf, 376, 92))
        return b"q 122 0 0 30 461 717 cm /Scan Do Q\n" + content

    def photo(pdf: Pdf, page: Page, content: bytes) -> bytes:
        """Many dots on a third of the page."""
        give(page, Scan=picture(pdf))
        return b"q 306 0 0 528 100 200 cm /Scan Do Q\n" + content

    for style in (logo, photo):
        assert doubts(parse_bytes(scanned(style, pdf_of()))) == []


def test_some_unseen_words_are_no_scan() -> None:
    def anchors(pdf: Pdf, page: Page, content: bytes) -> bytes:
        return content + b"\nBT 3 Tr /F1 1 Tf 72 20 Td ( ) Tj ET"

    assert "IMR312" not in [code for code, _ in doubts(parse_bytes(scanned(anchors, pdf_of())))]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "words",
    [
        "Jan 12 2017 10:33 From: 555-0100 To: 555-0199 Page 1 of 3",
        "EX 000124",
        "RECEIVED JAN 12 2017",
        "Final Determination Letter for IMR Case Number CM16-0000000",
    ],
)
def test_a_stamp_on_each_page_is_no_letter(words: str, reader: Literal["pdfium", "pdfplumber"]) -> None:
    refused = refusal(scanned(stamped(words), pdf_of(LONG)), reader)
    pages = document_of(pdf_of(LONG)).pages
    assert refused.code == "IMR108" and f"{pages} of {pages} pages are pictures" in refused.message
    assert "--force-ocr" in refused.remedy


@pytest.mark.parametrize("reader", READERS)
def test_a_cover_sheet_before_a_scan_is_no_letter(reader: Literal["pdfium", "pdfplumber"]) -> None:
    def style(pdf: Pdf, page: Page, content: bytes) -> bytes:
        give(page, Scan=picture(pdf))
        return WHOLE

    data = scanned(style, pdf_of(LONG))
    with pikepdf.open(io.BytesIO(data)) as pdf, pikepdf.open(io.BytesIO(pdf_of())) as other:
        pdf.pages.insert(0, other.pages[0])
        sheet = b"BT /F1 11 Tf 72 700 Td (Please find the letter attached, as you asked on Monday.) Tj ET"
        pdf.pages[0].obj.Contents = pdf.make_stream(sheet)
        pdf.pages[0].obj.Resources = Dictionary(
            Font=Dictionary(F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        )
        out = io.BytesIO()
        pdf.save(out)
    refused = refusal(out.getvalue(), reader)
    assert refused.code == "IMR108" and "pages are pictures" in refused.message


def test_a_scan_of_another_paper_is_no_letter_and_its_pictures_are_told() -> None:
    def prose(pdf: Pdf, page: Page, content: bytes) -> bytes:
        words = b"The meeting was called to order at nine and closed at noon by the chair"
        give(page, Scan=picture(pdf))
        page.obj.Resources.Font = Dictionary(
            F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        )
        lines = b" ".join(b"0 -14 Td (%b) Tj" % words for _ in range(30))
        return WHOLE + b"BT 3 Tr /F1 9 Tf 30 780 Td " + lines + b" ET"

    refused = refusal(scanned(prose, pdf_of()))
    assert refused.code == "IMR101" and "pages of it are pictures" in refused.message


@pytest.mark.parametrize("reader", READERS)
def test_a_stamped_picture_among_pages_of_text_is_a_page_without_text(reader: str) -> None:
    data = scanned(stamped("EX 000124"), pdf_of(replace(LONG, items=LONG.items * 2)), [2])
    record = parse_bytes(data, options=Options(reader=reader))  # type: ignore[arg-type]
    assert "IMR303" in codes(record, "/decisions") and "IMR312" not in str(record.diagnostics)


def test_letters_that_are_drawings_are_told() -> None:
    """As Acrobat's ClearScan has them: fonts made of the picture's own shapes, and no picture."""
    with pikepdf.open(io.BytesIO(pdf_of())) as pdf:
        fonts = pdf.pages[0].obj.Resources.Font
        assert not drawn(pdf, fonts.unparse(resolved=True))
        for font in fonts.values():
            font.Subtype, font.FontMatrix = Name.Type3, Array([0.001, 0, 0, 0.001, 0, 0])
            font.CharProcs, font.FontBBox = Dictionary(), Array([0, 0, 1000, 1000])
        assert drawn(pdf, fonts.unparse(resolved=True))
        out = io.BytesIO()
        pdf.save(out)
    assert "IMR312" in [row.code for row in damage(out.getvalue())]


def test_no_sample_is_a_scan() -> None:
    for name in NAMES:
        if name.endswith(".pdf"):
            assert not any(row.picture for row in read(sample(name), "pdfium", 500).damage)


# Text that somebody else had read from pictures


@pytest.mark.parametrize(
    "words",
    [
        "UR Denial Date: | 11/09/2016",
        "visits at a frequency of | to 3 times per week",
        "approved for 1| to 2 visits",
        "on a December |, 2016 form",
        "dated | 1-21-2016, was reviewed",
        "the note:on 1! 1-17-2016 says",
        "notes dated 1 1-4-16, reported",
        "who has filed.a claim today. The patient.has pain and therapy. was tried",
        "of the left\u2018knee and the right'knee, treatment:for both. It is",
    ],
)
def test_signs_of_recognition(words: str) -> None:
    assert machine_read(words)


@pytest.mark.parametrize(
    "words",
    [
        "The records were reviewed by Dr. smith approx. two weeks before; see www.example.com/cpb and a@b.org",
        "P.O. Box 100 | Sacramento, CA 95813",
        "Example Review | Phone 855-555-0100 | Fax 916-555-0101",
        "| 1 | MRI of the knee | to be authorized |",
        "three [3] months. The patient's knee isn't stable, and 'popping' was felt",
        "who has filed.a claim, and so has.a friend",  # two slips are typing mistakes
        "x-rays of 11-21-2016 and 1-4-16; grade 1 2-3 times a week",
        "Home exercise: daily; heat: twice",
        "the knee hurts. therapy was tried before. the request was made. surgery is not planned",
    ],
)
def test_no_signs_of_recognition(words: str) -> None:
    assert machine_read(words) == []


def test_text_that_was_read_from_a_picture_is_all_in_doubt() -> None:
    text = text_of()
    read_badly = text.replace("Date of Injury: ", "Date of Injury: | ", 1)
    assert read_badly != text
    assert codes(parse_text(text), "") == []
    assert "IMR312" in codes(parse_text(read_badly), "")


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_clean_letters_show_no_signs(name: str) -> None:
    for seed in range(31100, 31103):
        assert machine_read(document_of(pdf_bytes(name, seed)).text) == []


def pdf_bytes(name: str, seed: int) -> bytes:
    from samples import to_pdf

    return to_pdf(MAKERS[name](seed), encrypt=False)
