"""Plain text as it comes: encodings, line ends, empty lines, form feeds, spaces at line ends."""

from __future__ import annotations

import codecs
import hashlib

import pytest

from imr_parse.document import Document
from imr_parse.errors import ImrParseError
from imr_parse.readers import media_type, read
from imr_parse.readers.text import decode, read_text

WORDS = "Ménière’s “locked” knee – 50%"
DECODED = [
    (WORDS.encode(), WORDS),
    (codecs.BOM_UTF8 + WORDS.encode(), WORDS),
    (WORDS.encode("utf-16"), WORDS),
    (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), WORDS),
    (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), WORDS),
    (WORDS.encode("utf-16-le"), WORDS),
    (WORDS.encode("utf-16-be"), WORDS),
    (WORDS.encode("cp1252"), WORDS),
    (b"caf\xe9", "café"),
    (b"cut \xe2\x80", "cut â€"),
    (b"undefined in cp1252: \x81", "undefined in cp1252: \ufffd"),
    (codecs.BOM_UTF16_LE + b"odd", "\u646f\ufffd"),
]


@pytest.mark.parametrize(("data", "text"), DECODED)
def test_decode(data: bytes, text: str) -> None:
    assert decode(data)[0] == text


def texts(document: Document) -> list[str]:
    return [document.text[line.start : line.end] for line in document.lines]


def opens(document: Document) -> list[bool | None]:
    return [line.opens for line in document.lines]


LINE_ENDS = ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b"]


@pytest.mark.parametrize("end", LINE_ENDS)
def test_line_ends(end: str) -> None:
    assert texts(read_text(f"one{end}two{end}".encode())) == ["one", "two"]


def test_canonical_text_ends_each_line_once_and_marks_gaps_and_pages() -> None:
    document = read_text(b"one\ntwo\n\nthree\n\ffour\n")
    assert document.text == "one\ntwo\n\nthree\n\ffour\n"
    assert [line.page for line in document.lines] == [1, 1, 1, 2]
    assert opens(document) == [None, False, True, None]
    assert (document.pages, document.reader, document.media_type) == (2, "text", "text/plain")
    assert document.sha256 == hashlib.sha256(b"one\ntwo\n\nthree\n\ffour\n").hexdigest()
    assert document.damage == ()


def test_text_without_form_feeds_has_no_pages_and_no_bold() -> None:
    document = read_text(b"one\ntwo\n")
    assert document.pages is None
    assert [line.page for line in document.lines] == [None, None]
    assert [line.bold for line in document.lines] == [None, None]


def test_without_an_empty_line_no_gap_is_told() -> None:
    assert opens(read_text(b"one\ntwo\nthree\n")) == [None, None, None]


def test_an_empty_line_after_every_line_is_no_gap() -> None:
    document = read_text(b"one\n\ntwo\n\nthree\n\nfour\n\n")
    assert opens(document) == [None, None, None, None]
    assert document.text == "one\ntwo\nthree\nfour\n"


def test_the_seed_letters_form_a_line_of_one_space_is_a_gap() -> None:
    document = read_text(b"".join(b"%s \n\n" % word for word in (b"one", b"two", b"", b"three", b"four")))
    assert opens(document) == [None, False, True, False]
    assert document.text == "one\ntwo\n\nthree\nfour\n"


def test_one_line_without_an_empty_line_after_it_spoils_nothing() -> None:
    words = [f"line {n}" for n in range(30)]
    text = "\n\n".join(words[:10]) + "\n" + "\n\n".join(words[10:20]) + "\n\n\n\n" + "\n\n".join(words[20:])
    document = read_text(text.encode())
    assert [at for at, line in enumerate(document.lines) if line.opens] == [20]


def test_spaces_at_the_end_of_nearly_every_line_say_nothing() -> None:
    document = read_text(b"one \ntwo \nthree \nfour \nfive \nsix\n")
    assert texts(document) == ["one", "two", "three", "four", "five", "six"]


def test_spaces_at_the_end_of_some_lines_tell_where_they_wrapped() -> None:
    document = read_text(b"one \ntwo\nthree \nfour\n")
    assert texts(document) == ["one ", "two", "three ", "four"]


def test_indents_go_and_tabs_become_spaces() -> None:
    assert texts(read_text(b"  one\n\ttwo\tthree\n")) == ["one", "two three"]


def test_a_form_feed_may_stand_alone_before_its_line_or_within_a_line() -> None:
    for text in (b"one\n\f\ntwo", b"one\n\ftwo", b"one\ftwo", b"one\n\n\ftwo\n\f"):
        document = read_text(text)
        assert texts(document) == ["one", "two"]
        assert [line.page for line in document.lines] == [1, 2]
        assert opens(document)[1] is None


def test_an_empty_page_is_counted() -> None:
    document = read_text(b"one\n\f\n\ftwo\n\f")
    assert [line.page for line in document.lines] == [1, 3]
    assert document.pages == 4
    assert document.text == "one\n\f\ftwo\n\f"


def test_control_and_widthless_characters_go_and_the_text_is_nfc() -> None:
    document = read_text("no\u200b cafe\u0301 \x07bell\x00s\ufeff".encode())
    assert document.text == "no caf\u00e9 bells\n"
    assert read_text("so\u00adft pre-op".encode()).text == "soft pre-op\n"


def test_a_control_character_that_went_is_remembered_by_its_place() -> None:
    document = read_text(b"one\ntwo \x07bells\n")
    assert document.dropped == (document.text.index("bells"),)
    assert read_text(b"one\ntwo bells\n").dropped == ()


HYPHENS = [
    ("an evidence\ufffebased review", ["an evidence-", "based review"], 0),
    ("an evidence\x02based and well\x02known one", ["an evidence-", "based and well-", "known one"], 0),
    ("an evidence\x02based\r\nreview", ["an evidence-", "based", "review"], 0),
    (
        "an evidence\x02based\nreview",
        ["an evidence-", "based", "review"],
        1,
    ),  # a line feed with one bit changed
    ("the LUM\x02AR spine\r\n", ["the LUM-", "AR spine"], 1),  # a B with one bit changed
    ("an evidence\x02based and bro\x00ken\r\n", ["an evidence-", "based and broken"], 2),
    ("pre-op infor\u00admation", ["pre-op information"], 0),
    ("CM16\u00ad0000001 evidence\u00adbased", ["CM16-0000001 evidence-based"], 0),  # no other hyphen
    ("well\u00adknown", ["well-known"], 1),
    ("pre-op, 10\u00ad13\u00ad2016", ["pre-op, 10-13-2016"], 2),
    ("pre-op information: infor\u00ad\nmation on", ["pre-op information: information", "on"], 0),
    ("pre-op, evidence\u00ad \n based, evidence-based", ["pre-op, evidence-based,", "evidence-based"], 0),
    ("pre-op, infor\u00ad\r\nmation.\r\nEnd", ["pre-op, information.", "End"], 1),
    ("pre-op, infor\u00ad\n\fmation", ["pre-op, infor-", "mation"], 1),
]


@pytest.mark.parametrize(("text", "lines", "unsure"), HYPHENS)
def test_hyphens_in_other_guise_become_plain_or_go_and_what_is_not_sure_is_remembered(
    text: str, lines: list[str], unsure: int
) -> None:
    document = read_text(text.encode())
    assert texts(document) == lines
    assert len(document.dropped) == unsure


@pytest.mark.parametrize(("count", "unsure"), [(1, 1), (3, 0)])
def test_a_single_soft_hyphen_among_bytes_that_are_no_utf_8_may_be_a_damaged_letter(
    count: int, unsure: int
) -> None:
    document = read_text(("pre-op caf\u00e9 " + "infor\u00admation, " * count).encode("cp1252"))
    assert texts(document) == ["pre-op caf\u00e9 " + "information, " * (count - 1) + "information,"]
    assert len(document.dropped) == unsure


MARKDOWN = "# A\n__Case Number:__ CM\n\n__b__\n**c**: 2\\*3 \\# \n__(d)__\n"


def test_marks_of_markdown_go_and_blanks_to_be_filled_in_stay() -> None:
    assert texts(read_text(MARKDOWN.encode())) == ["A", "Case Number: CM", "b", "c: 2*3 # ", "(d)"]
    kept = "Dated: ____ by ________\na_b__c __\n__e__\n"
    assert texts(read_text(kept.encode())) == kept.splitlines()
    filled = MARKDOWN + kept.replace("__e__", "")
    assert texts(read_text(filled.encode()))[5:] == kept.splitlines()[:2]


def test_emphasis_and_rules_of_markdown_go_and_single_signs_stay() -> None:
    text = "*Case:* C\n_Date:_ D\n***E:*** f\n___G___ h_i_j\n* one\n_k_ *l*\n\n---\nM\n===\n* * *\n2 * 3 *"
    assert texts(read_text(text.encode())) == [
        "Case: C", "Date: D", "E: f", "G h_i_j", "* one", "k l", "M", "2 * 3 *",
    ]  # fmt: skip
    few = "*Case:* C\n---\n_Date:_ D"
    assert texts(read_text(few.encode())) == few.splitlines()


def test_a_file_filled_up_with_zeros_is_text() -> None:
    data = b"one two three\n\0\0"
    assert media_type(data) == "text/plain"
    assert read_text(data).text == "one two three\n"


def test_a_no_break_space_stays_in_the_canonical_text() -> None:
    assert read_text("a\xa0b\u2003c".encode()).text == "a\xa0b c\n"


def test_offsets_count_code_points() -> None:
    document = read_text("x 𝛼 y\nz\n".encode())
    line = document.lines[1]
    assert document.text[line.start : line.end] == "z"
    assert document.line_at(document.text.index("z")) == 1
    assert document.page_at(0) is None


# The type of a file comes from its bytes.

TYPES = [
    (b"%PDF-1.7\n...", "application/pdf"),
    (b"\xef\xbb\xbf\r\n%PDF-1.4", "application/pdf"),
    (b"junk before\n%PDF-1.5", "application/pdf"),
    (b"plain words", "text/plain"),
    (b"BMI was 31, and the patient", "text/plain"),
    ("naïve".encode("cp1252"), "text/plain"),
    ("words".encode("utf-16"), "text/plain"),
    ("words".encode("utf-16-be"), "text/plain"),
]
REFUSED = [
    (b"", "IMR104"),
    (b" \r\n\t ", "IMR104"),
    (b"\xff\xd8\xff\xe0 a photograph", "IMR108"),
    (b"\x89PNG\r\n\x1a\n", "IMR108"),
    (b"II*\x00 a scan", "IMR108"),
    (b"MM\x00* a scan", "IMR108"),
    (b"GIF89a", "IMR108"),
    (b"BM\x36\x10\0\0\0\0\0\0\x36\0", "IMR108"),
    (b"RIFF\x24\0\0\0WEBPVP8 ", "IMR108"),
    (b"\0\0\0\x18ftypheic\0\0\0\0", "IMR108"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "IMR108"),
    (b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(64)), "IMR105"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00\x01\x02\x03\x04\x05\x06" * 90, "IMR105"),
]


@pytest.mark.parametrize(("data", "kind"), TYPES)
def test_media_type(data: bytes, kind: str) -> None:
    assert media_type(data) == kind


@pytest.mark.parametrize(("data", "code"), REFUSED)
def test_no_letter_by_its_bytes(data: bytes, code: str) -> None:
    with pytest.raises(ImrParseError) as refused:
        read(data, "pdfium", 100)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("text", "blank"),
    [("One.\fTwo.\f", []), ("\fOne.\fTwo.", []), ("One.\f\fTwo.\f", [2]), ("One.\f \n\f\fTwo.\f\f", [2, 3])],
)
def test_a_page_without_words_between_others(text: str, blank: list[int]) -> None:
    found = read_text(text.encode()).damage
    assert [(row.code, row.page) for row in found] == [("IMR303", number) for number in blank]


def test_character_references_become_their_characters() -> None:
    data = b"Hip &amp; Pelvis Chapter, &quot;MRI&quot; &lt; 3 &#39;x&#39;&nbsp;AT&T &unknown; a&b\n"
    assert read_text(data).text.strip() == "Hip & Pelvis Chapter, \"MRI\" < 3 'x'\xa0AT&T &unknown; a&b"
