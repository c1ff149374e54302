"""Damage to the file: flipped bits, broken maps, pages lost, doubled, moved, blank: said on the values concerned."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from imr_parse import Determination, ImrParseError, parse_bytes
from imr_parse.readers.integrity import damage
from imr_parse.readers.named import fonts_missing, page_fonts, strangers
from imr_parse.readers.pdfium import _without_colours
from imr_parse.readers.tree import elements, foreign_packed

from .letters import KNEE, LETTER, NORCO, THERAPY, Letter, codes, judged, pdf_of, sample

LONG: Letter = replace(
    LETTER,
    summary=(  # so that no page ends with an item
        *LETTER.summary,
        "The worker tried rest, ice and a sleeve for the knee at home for several weeks. The pain grew less at night, "
        + "but came back whenever he climbed into the lift truck, which he had to do many times on each day.",
        "At the visit of December 5, 2016 nothing had changed. The same therapy was asked for again.",
    ),
    items=(
        KNEE,
        THERAPY,
        NORCO,
        replace(KNEE, heading="Elbow brace"),
        replace(THERAPY, heading="Hand therapy"),
    ),
)
TRUTH = LONG.truth()
Change = Callable[[pikepdf.Pdf], None]


def changed(change: Change, data: bytes | None = None) -> bytes:
    """A PDF after a change to its objects."""
    with pikepdf.open(io.BytesIO(data or LETTERS["plain"])) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, static_id=True)
    return out.getvalue()


def tag(pdf: pikepdf.Pdf) -> None:
    """As Word tags: each page has its number, and an entry under it in the structure's parent tree."""
    entries: list[object] = []
    for number, page in enumerate(pdf.pages):
        page.obj.StructParents = number
        entries += [number, pikepdf.Array([])]
    tree = pdf.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(entries)))
    pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary(ParentTree=tree))


LETTERS: dict[str, bytes] = {"plain": pdf_of(LONG)}
LETTERS["tagged"] = changed(tag)


def read(data: bytes) -> Determination | None:
    """The record, or None where the letter is refused."""
    try:
        return parse_bytes(data)
    except ImrParseError:
        return None


def told(data: bytes) -> list[tuple[str, int | None]]:
    return [(row.code, row.page) for row in damage(data)]


def test_whole_files_are_whole() -> None:
    for data in (*LETTERS.values(), sample("one-item.pdf"), sample("many-items.pdf")):
        assert told(data) == []
        record = parse_bytes(data)
        assert record.diagnostics == ()


def test_tagged_letters_parse_alike() -> None:
    plain, tagged = (parse_bytes(data) for data in LETTERS.values())
    assert plain.decisions == tagged.decisions and plain.case == tagged.case
    assert plain.source.pages is not None and plain.source.pages[1] >= 2


# Streams and their checksums


def broken(stream: pikepdf.Object) -> bytes:
    """The stream's raw bytes with one bit of what they hold flipped, still inflating to something or not."""
    raw = bytearray(stream.read_raw_bytes())
    raw[len(raw) // 2] ^= 0x10
    return bytes(raw)


def test_a_flipped_bit_in_a_pages_content_is_told_with_its_page() -> None:
    def flip(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.Contents = pikepdf.Stream(
            pdf, broken(pdf.pages[1].obj.Contents), Filter=pikepdf.Name.FlateDecode
        )

    assert told(changed(flip)) == [("IMR301", 2)]


def test_content_with_another_checksum_puts_doubt_on_its_page_alone() -> None:
    """The text is whole: only the stream's last four bytes are not its Adler-32."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        raw = pdf.pages[0].obj.Contents.read_raw_bytes()
        assert zlib.decompress(raw)
        spoilt = raw[:-4] + bytes(byte ^ 0xFF for byte in raw[-4:])
        pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, spoilt, Filter=pikepdf.Name.FlateDecode)

    record = parse_bytes(changed(spoil))
    assert "IMR301" in codes(record, "/case/case_number")
    assert "IMR301" in codes(record, "/case_summary/text")
    assert "IMR301" in codes(record, "/decisions")
    last = f"/decisions/{len(LONG.items) - 1}/rationale"
    assert codes(record, last) == []
    assert record.needs_review


def test_uncompressed_content_that_is_plain_is_whole_and_else_not() -> None:
    def plain(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, pdf.pages[0].obj.Contents.read_bytes())

    def odd(pdf: pikepdf.Pdf) -> None:
        content = bytearray(pdf.pages[0].obj.Contents.read_bytes())
        content[::7] = bytes(byte | 0x80 for byte in content[::7])
        pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, bytes(content))

    with pikepdf.open(io.BytesIO(LETTERS["plain"])) as pdf:
        plain(pdf)
        out = io.BytesIO()
        pdf.save(out, compress_streams=False)
        assert told(out.getvalue()) == []
        odd(pdf)
        out = io.BytesIO()
        pdf.save(out, compress_streams=False)
        assert told(out.getvalue()) == [("IMR301", 1)]


def test_several_streams_of_one_page_are_all_looked_at() -> None:
    def split(pdf: pikepdf.Pdf) -> None:
        whole = pdf.pages[0].obj.Contents.read_bytes()
        good = pikepdf.Stream(pdf, zlib.compress(whole), Filter=pikepdf.Name.FlateDecode)
        bad = pikepdf.Stream(pdf, zlib.compress(b"q Q")[:-1] + b"\0", Filter=pikepdf.Name.FlateDecode)
        pdf.pages[0].obj.Contents = pikepdf.Array([pdf.make_indirect(good), pdf.make_indirect(bad)])

    assert told(changed(split)) == [("IMR301", 1)]


def test_a_broken_map_of_a_font_is_told_on_each_of_its_pages() -> None:
    def add_map(pdf: pikepdf.Pdf) -> None:
        raw = zlib.compress(b"/CIDInit /ProcSet findresource begin end")[:-1] + b"\0"
        stream = pdf.make_indirect(pikepdf.Stream(pdf, raw, Filter=pikepdf.Name.FlateDecode))
        for page in pdf.pages:
            page.obj.Resources.Font.F1.ToUnicode = stream

    found = told(changed(add_map))
    assert {code for code, _ in found} == {"IMR301"}
    assert [page for _, page in found] == list(range(1, len(found) + 1))


def test_a_font_whose_widths_are_not_its_own_is_told() -> None:
    def widen(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.F1.Widths[ord("e") - 32] = 144

    assert ("IMR301", 1) in told(changed(widen))


def test_widths_packed_with_their_font_are_looked_at_too() -> None:
    def widen(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.F1.Widths[0] = 500

    assert told(packed(LETTERS["plain"])) == []
    assert ("IMR301", 1) in told(packed(changed(widen)))


@pytest.mark.parametrize(
    ("differences", "true"),
    [
        ([ord("n"), "/c"], False),
        ([ord("a"), "/a", "/b", "/d"], False),
        ([ord("1"), "/seven"], False),
        ([ord("a"), "/a", "/b", 150, "/endash", "/a"], True),
        ([ord("a"), "/alpha"], True),
    ],
)
def test_a_font_whose_codes_name_other_letters_is_told(differences: list[int | str], true: bool) -> None:
    def rename(pdf: pikepdf.Pdf) -> None:
        entries = [pikepdf.Name(entry) if isinstance(entry, str) else entry for entry in differences]
        for page in pdf.pages:
            page.obj.Resources.Font.F1.Encoding = pikepdf.Dictionary(
                BaseEncoding=pikepdf.Name.WinAnsiEncoding, Differences=pikepdf.Array(entries)
            )

    assert (("IMR301", 1) not in told(changed(rename))) == true


def test_a_font_program_without_a_checksum_is_nothing_to_tell_by() -> None:
    def embed(pdf: pikepdf.Pdf) -> None:
        font = pdf.pages[0].obj.Resources.Font.F1
        font.FontDescriptor.FontFile2 = pdf.make_indirect(pikepdf.Stream(pdf, bytes(range(256)) * 9))

    with pikepdf.open(io.BytesIO(LETTERS["plain"])) as pdf:
        embed(pdf)
        out = io.BytesIO()
        pdf.save(out, compress_streams=False)
    assert told(out.getvalue()) == []


def test_a_file_that_is_no_pdf_to_pikepdf_is_said_to_be_broken() -> None:
    assert told(b"%PDF-1.7\nnothing") == [("IMR308", None)]


@pytest.mark.parametrize("kind", LETTERS)
def test_a_file_that_is_cut_is_refused_or_doubted_as_a_whole(kind: str) -> None:
    data = LETTERS[kind]
    for share in (0.3, 0.6, 0.9, 0.98):
        assert read(data[: int(len(data) * share)]) is None
    for lost in (10, 20):  # of the line that tells where the index begins
        assert "IMR308" in codes(parse_bytes(data[:-lost]), "")


def test_a_lost_index_is_mended_and_said() -> None:
    data = LETTERS["plain"]
    at = data.rindex(b"startxref")
    record = read(data[:at] + b"startxref\n7\n%%EOF\n")
    assert record is not None
    assert "IMR308" in codes(record, "")


@pytest.mark.parametrize("seed", range(40))
def test_a_flipped_bit_is_never_a_wrong_value_in_silence(seed: int) -> None:
    rng = random.Random(seed)
    data = bytearray(LETTERS[rng.choice(list(LETTERS))])
    for _ in range(rng.choice((1, 3))):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    record = read(bytes(data))
    if record is not None:
        assert judged(record, TRUTH)[0] == []


# Pages


def dropped(at: int) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[at]

    return change


def doubled(at: int) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages.insert(at, pdf.pages[at])

    return change


def swapped(pdf: pikepdf.Pdf) -> None:
    pdf.pages.reverse()


def blanked(at: int) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[at].obj.Contents = pikepdf.Stream(pdf, b"")

    return change


PAGES = {
    "first lost": dropped(0),
    "last lost": dropped(-1),
    "first doubled": doubled(0),
    "last doubled": doubled(1),
    "reversed": swapped,
    "first blank": blanked(0),
}
REFUSED = {"first lost", "first blank"}
"""The first page holds most of what tells a letter's layout."""


@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize("change", PAGES)
def test_pages_disturbed_are_refused_or_said(change: str, kind: str) -> None:
    """In a file that does not number them only the letter's own structure tells."""
    record = read(changed(PAGES[change], LETTERS[kind]))
    assert (record is None) == (change in REFUSED)
    if record is not None:
        assert record.needs_review
        assert judged(record, TRUTH)[0] == []


@pytest.mark.parametrize("change", ["first lost", "last lost", "first doubled", "last doubled", "reversed"])
def test_the_numbers_of_tagged_pages_tell(change: str) -> None:
    found = told(changed(PAGES[change], LETTERS["tagged"]))
    assert found == [("IMR307", None)]


def test_a_page_from_the_middle_is_missed_by_its_number() -> None:
    data = pdf_of(replace(LONG, items=LONG.items * 3))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tag(pdf)
        assert len(pdf.pages) > 3
        del pdf.pages[1]
        out = io.BytesIO()
        pdf.save(out)
    assert told(out.getvalue()) == [("IMR307", None)]


def test_a_page_without_a_number_among_numbered_ones_tells() -> None:
    def untag(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[1].obj.StructParents

    assert told(changed(untag, LETTERS["tagged"])) == [("IMR307", None)]


def mark(pdf: pikepdf.Pdf) -> None:
    """As Word marks: each piece of a page's text has its number, and a structure element that names the page."""
    tag(pdf)
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    for number, page in enumerate(pdf.pages):
        pieces = page.obj.Contents.read_bytes().split(b"BT")
        marked = [b"/P <</MCID %d>> BDC BT%b" % row for row in enumerate(pieces[1:])]
        content = b"".join([pieces[0], *marked]).replace(b"ET", b"ET EMC")
        page.obj.Contents = pikepdf.Stream(pdf, content)
        elements = [pikepdf.Dictionary(S=pikepdf.Name.P, Pg=page.obj, K=at) for at in range(len(marked))]
        numbers[2 * number + 1] = pikepdf.Array([pdf.make_indirect(each) for each in elements])


def packed(data: bytes) -> bytes:
    """The file with its objects packed into streams."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


@pytest.mark.parametrize("write", [bytes, packed])
def test_a_page_of_another_letter_is_not_what_the_structure_tree_knows(
    write: Callable[[bytes], bytes],
) -> None:
    marked = changed(mark)
    assert told(write(marked)) == []

    def exchange(pdf: pikepdf.Pdf) -> None:
        with pikepdf.open(io.BytesIO(marked)) as other:
            pdf.pages[1] = other.pages[1]  # of as many pieces, and numbered alike

    assert told(write(changed(exchange, marked))) == [("IMR307", None)]


@pytest.mark.parametrize(("write", "damage"), [(bytes, ("IMR307", None)), (packed, ("IMR301", 2))])
def test_a_page_with_fewer_marked_pieces_than_the_tree_knows_tells(
    write: Callable[[bytes], bytes], damage: tuple[str, int | None]
) -> None:
    def shorten(pdf: pikepdf.Pdf) -> None:
        content = pdf.pages[1].obj.Contents.read_bytes()
        pdf.pages[1].obj.Contents = pikepdf.Stream(pdf, content[: content.rindex(b"/P <<")])

    assert told(write(changed(shorten, changed(mark)))) == [damage]


def test_of_a_packed_file_only_what_it_says_of_the_page_is_asked() -> None:
    page = pikepdf.Dictionary(StructParents=0)
    content = b"/P <</MCID 0>> BDC"
    own = b"5 0 <</K 0/Pg %d 0 R/S/P>>" % page.objgen[0]
    assert not foreign_packed(elements([content, own]), page, content)
    assert foreign_packed(elements([content, own.replace(b"/Pg ", b"/Pg 7")]), page, content)
    assert not foreign_packed(elements([content]), page, content)  # a file without a tree
    assert not foreign_packed(
        elements([own.replace(b"/Pg ", b"/Pg 7")]), page, b"BT ET"
    )  # a page without marks


@pytest.mark.parametrize("lost", ["all", "one", "resources"])
def test_a_font_that_a_page_names_and_does_not_have_is_told(lost: str) -> None:
    """PDFium reads on with a stand-in, and words break apart."""

    def lose(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[1].obj
        fonts = pikepdf.Dictionary({key: value for key, value in page.Resources.Font.items() if key != "/F1"})
        page.Resources = pikepdf.Dictionary(Font=fonts) if lost == "one" else pikepdf.Dictionary()
        if lost == "resources":
            del page.Resources

    assert ("IMR301", 2) in told(changed(lose))


def test_of_a_turned_page_whose_summary_may_be_in_disorder_the_patient_is_in_doubt() -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Rotate = 180

    record = read(changed(turn))
    assert record is not None
    assert "IMR311" in codes(record, "/case_summary/text")
    assert "IMR220" in codes(record, "/case_summary/patient")


def test_fonts_may_stand_in_a_node_above_the_page() -> None:
    def lift(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Pages.Resources = pikepdf.Dictionary(pdf.pages[0].obj.Resources)
        for page in pdf.pages:
            del page.obj.Resources

    assert told(changed(lift)) == []


def test_of_a_packed_page_the_fonts_are_read_as_they_stand() -> None:
    with pikepdf.open(io.BytesIO(LETTERS["plain"])) as pdf:
        page = pdf.pages[0].obj
        del page.Resources
        said = b"3 0 <</Contents %d 0 R/Resources<</Font<</F1 5 0 R>>>>/Type/Page>>" % page.Contents.objgen[0]
        for content, missing in (
            (b"BT /F1 11 Tf ET", False),
            (b"BT /F1 11 Tf /F2 11 Tf ET", True),
            (b"q Q", False),
        ):
            assert fonts_missing(page_fonts(page, content, [b"q Q", said]), content) is missing


def test_a_page_that_shares_no_font_with_the_others_is_another_letters() -> None:
    def exchange(pdf: pikepdf.Pdf) -> None:
        with pikepdf.open(io.BytesIO(LETTERS["plain"])) as other:
            pdf.pages[-1] = other.pages[-1]

    assert told(changed(exchange)) == [("IMR307", None)]


@pytest.mark.parametrize(
    ("fonts", "apart"),
    [
        ([], []),
        ([b"/F1 5 0 R"], []),
        ([b"/F1 5 0 R", b"/F1 5 0 R/F2 6 0 R", b""], []),
        ([b"/F1 5 0 R", b"/F1 5 0 R", b"/F1 7 0 R"], [3]),
        ([b"/F1 5 0 R", b"/F1 7 0 R"], [1, 2]),
        ([b"/F1 5 0 R", b"/F1 7 0 R", b"/F1 9 0 R"], []),  # who wrote it writes fonts for each page
    ],
)
def test_which_pages_share_no_font(fonts: list[bytes], apart: list[int]) -> None:
    assert list(strangers(fonts)) == apart


def test_a_page_whose_text_is_gone_is_not_blank_where_the_structure_tree_knows_of_it() -> None:
    def lose(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.Contents = pikepdf.Stream(pdf, b"/P <</MCID 0>> BDC\nq Q\nEMC\n")

    assert ("IMR301", 2) in told(changed(lose, changed(mark)))


def test_a_stream_that_readers_begin_differently_is_told() -> None:
    data = LETTERS["plain"]
    at = data.index(b">>\nstream") + 2
    assert ("IMR308", None) in told(data[:at] + b"\x0b" + data[at + 1 :])


def test_a_blank_last_page_is_normal_and_a_blank_one_before_it_is_not() -> None:
    def blank_at_end(pdf: pikepdf.Pdf) -> None:
        pdf.add_blank_page(page_size=(612, 792))

    assert parse_bytes(changed(blank_at_end)).diagnostics == ()
    longer = pdf_of(replace(LONG, items=LONG.items * 3))
    record = parse_bytes(changed(blanked(1), longer))
    assert "IMR303" in codes(record, "/decisions")


def test_pages_that_are_pictures_are_refused() -> None:
    def scan(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            picture = pikepdf.Stream(
                pdf,
                b"\x80" * 64,
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Image,
                Width=8,
                Height=8,
                ColorSpace=pikepdf.Name.DeviceGray,
                BitsPerComponent=8,
            )
            page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=pdf.make_indirect(picture)))
            page.obj.Contents = pikepdf.Stream(pdf, b"q 612 0 0 792 0 0 cm /P Do Q")

    with pytest.raises(ImrParseError) as refused:
        parse_bytes(changed(scan))
    assert refused.value.code == "IMR108"


def test_a_password_is_asked_for() -> None:
    with pikepdf.open(io.BytesIO(LETTERS["plain"])) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="owner", user="user", R=6))
    for reader in ("pdfium", "pdfplumber"):
        from imr_parse import Options

        with pytest.raises(ImrParseError) as refused:
            parse_bytes(out.getvalue(), options=Options(reader=reader))  # type: ignore[arg-type]
        assert refused.value.code == "IMR107"


def test_only_colour_profiles_are_passed_over() -> None:
    profile = b"7 0 obj\r<</Filter/FlateDecode/Length 240/N %d>>stream\r\n"
    assert _without_colours(profile % 3) == profile % 0
    assert _without_colours(profile % 1) == profile % 0
    packed = b"8 0 obj\r<</Filter/FlateDecode/First 5/Length 90/Type/ObjStm/N 1>>stream\r\n"
    assert _without_colours(packed + profile % 3) == packed + profile % 0
