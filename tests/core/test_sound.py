"""Files that are plainly whole are told so, and what their own words have no checksum for is held against what it says."""

from __future__ import annotations

import io
import re
import zlib

import pikepdf
import pytest

from imr_parse.readers import sound
from imr_parse.readers.integrity import damage
from imr_parse.readers.sound import inflate, inflated
from imr_parse.readers.widths import true_widths

from .letters import SAMPLES


def packed(name: str = "many-items.pdf") -> bytes:
    """A sample as the published letters are written: its fonts and pages packed into object streams."""
    with pikepdf.open(SAMPLES / name) as pdf:
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, static_id=True)
    return out.getvalue()


def contents(data: bytes) -> dict[int, bytes]:
    """What a file that is plainly whole inflates to; nothing where it is not, or cannot be opened."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return inflated(pdf, data)
    except (pikepdf.PdfError, zlib.error, ValueError, TypeError, AttributeError, KeyError):
        return {}


@pytest.mark.parametrize("name", ["one-item.pdf", "many-items.pdf"])
def test_a_packed_letter_is_plainly_whole(name: str) -> None:
    data = packed(name)
    assert any(b"BT" in content for content in contents(data).values())
    assert damage(data) == []


def test_a_letter_with_fonts_in_plain_sight_is_asked_in_full() -> None:
    data = (SAMPLES / "many-items.pdf").read_bytes()
    assert contents(data) == {}
    assert damage(data) == []


@pytest.mark.parametrize("said", [rb"/First (\d+)", rb"/N (\d+)"])
@pytest.mark.parametrize("step", [1, 8])
def test_what_an_object_stream_says_of_itself_must_be_so(said: bytes, step: int) -> None:
    data = packed()
    number = re.search(said, data)
    assert number
    other = (b"%d" % (int(number[1]) + step))[-len(number[1]) :]
    assert contents(data[: number.start(1)] + other.zfill(len(number[1])) + data[number.end(1) :]) == {}


@pytest.mark.parametrize("word", [b"/ObjStm", b"/FlateDecode", b"/First"])
def test_a_misspelt_name_is_not_plainly_whole(word: bytes) -> None:
    data = packed()
    at = data.index(word)
    assert contents(data[: at + 2] + b"x" + data[at + 3 :]) == {}


def test_two_objects_of_one_number_are_not_plainly_whole() -> None:
    data = packed()
    body = re.search(rb"\n(\d+) 0 obj\n<<[^>]*/ObjStm", data)
    assert body
    at = data.rindex(b"startxref")
    assert contents(data[:at] + b"\n%s 0 obj\n<<>>\nendobj\n" % body[1] + data[at:]) == {}


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_changed_byte_in_a_stream_is_seen(share: float) -> None:
    data = packed()
    streams = [found.span(1) for found in re.finditer(rb"stream\n(.{60,}?)\nendstream", data, re.DOTALL)]
    assert len(streams) > 3
    for start, end in streams[:-1]:  # the last is the file's index, which the library reads
        at = start + int(share * (end - start))
        assert contents(data[:at] + bytes([data[at] ^ 8]) + data[at + 1 :]) == {}


@pytest.mark.parametrize(
    ("font", "first", "widths", "true"),
    [
        ("TimesNewRomanPSMT", 32, "250 333 408 500", True),
        ("TimesNewRomanPSMT", 32, "250 0 0 500", True),  # what the letter does not use
        ("TimesNewRomanPSMT", 32, "251 333 408 500", True),  # rounded
        ("TimesNewRomanPSMT", 32, "250 383 408 500", False),
        ("TimesNewRomanPSMT", 0, "778 " * 32 + "250 333", True),
        ("TimesNewRomanPSMT", 0, "778 " * 32 + "350 333", False),
        ("TimesNewRomanPS-BoldMT", 33, "333 555", True),
        ("ArialMT", 33, "333 555", False),
        ("Cambria", 33, "1 2", True),  # not known
    ],
)
def test_widths_of_a_typeface(font: str, first: int, widths: str, true: bool) -> None:
    assert true_widths(font, first, widths.encode().split()) is true


def test_a_stream_is_inflated_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = zlib.compress(b"BT ET " * 100)
    assert inflate(raw) == b"BT ET " * 100
    for broken in (raw[:-1], raw[:12], raw[:-1] + bytes([raw[-1] ^ 1]), b""):
        with pytest.raises(zlib.error):
            inflate(broken)
    for left in (599, 1, 0, -1):  # of what the whole file may hold
        with pytest.raises(zlib.error):
            inflate(raw, left)
    monkeypatch.setattr(sound, "_LARGEST", 599)
    with pytest.raises(zlib.error):
        inflate(raw)
