"""Whatever comes in, a record or an ImrParseError comes out; and a record keeps its laws."""

from __future__ import annotations

import contextlib
import random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from imr_parse import Determination, ImrParseError, Options, parse_bytes, parse_text
from imr_parse.codes import CODES

from . import laws
from .letters import LETTER, NAMES, pdf_of, sample, text_of

QUICK = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TEXT = text_of()
BARE = text_of(form="bare")
LINES = TEXT.splitlines(keepends=True)
PDF = pdf_of()


def outcome(data: bytes | str) -> Determination | ImrParseError:
    try:
        return parse_text(data) if isinstance(data, str) else parse_bytes(data)
    except ImrParseError as error:
        assert CODES[error.code].severity == "error" and error.code < "IMR113"
        assert error.message and error.remedy
        return error


def lawful(result: Determination | ImrParseError) -> None:
    if isinstance(result, Determination):
        laws.diagnostics_law(result)
        laws.round_trip_law(result)


@QUICK
@given(st.binary(max_size=400))
@example(b"%PDF-")
@example(b"%PDF-1.7\n%%EOF")
@example(b"\xff\xfe")
@example(b"\xfe\xff\x00")
@example(b"\x00" * 50)
@example(b"\xef\xbb\xbf")
@example(b"\f\f\f")
def test_any_bytes(data: bytes) -> None:
    lawful(outcome(data))


@QUICK
@given(st.text(max_size=300))
@example("\ud800")
@example("\u2028\u2029\x85")
@example("a\u0301" * 50)
def test_any_text(text: str) -> None:
    lawful(outcome(text))


@QUICK
@given(st.lists(st.sampled_from(LINES), max_size=60))
def test_lines_of_a_letter_in_any_order(lines: list[str]) -> None:
    lawful(outcome("".join(lines)))


WEIRD = st.sampled_from(
    ["", " ", "\n", "\f", "\x00", "\u200b", ":", ": Upheld", "Upheld", "1. ", "\u2028", "IMR ISSUES, DECISIONS AND RATIONALES\n",
     "Case Number: ", "99/99/9999", "Decision rationale:", "is not medically necessary", "\U0001d6fc", "(" * 40, "- " * 30]
)  # fmt: skip


@QUICK
@given(st.data())
def test_a_letter_with_anything_put_in_or_cut_out(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([TEXT, BARE]))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 60)))
        text = text[:start] + data.draw(WEIRD) + text[end:]
    lawful(outcome(text))


@pytest.mark.parametrize("seed", range(60))
def test_a_pdf_with_bytes_changed_cut_or_put_in(seed: int) -> None:
    rng = random.Random(seed)
    data = bytearray(PDF if seed % 2 else sample(rng.choice([n for n in NAMES if n.endswith(".pdf")])))
    for _ in range(rng.choice((1, 4, 40))):
        at = rng.randrange(len(data))
        match rng.randrange(3):
            case 0:
                data[at] = rng.randrange(256)
            case 1:
                del data[at : at + rng.randrange(1, 200)]
            case _:
                data[at:at] = rng.randbytes(rng.randrange(1, 50))
    lawful(outcome(bytes(data)))
    with contextlib.suppress(ImrParseError):
        parse_bytes(bytes(data), options=Options(reader="pdfplumber"))


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".txt")])
def test_a_text_file_cut_at_any_byte(name: str) -> None:
    data = sample(name)
    for at in range(0, len(data), max(1, len(data) // 25)):
        lawful(outcome(data[:at]))


LONG = {
    "one line": "word " * 20_000,
    "no spaces": "a" * 100_000,
    "colons": ": " * 20_000,
    "headings": "MRI: Upheld\n" * 300,
    "labels": "Decision rationale:\n" * 500,
    "dashes": "-\n" * 1_000,
    "brackets": "(" * 100_000,
    "numbers": "12/12/" * 10_000,
    "sentences": "The request is not. " * 2_000,
}


@pytest.mark.parametrize("kind", LONG)
def test_hostile_lengths_end(kind: str) -> None:
    """A repeat without a bound would not end before the run of the tests does."""
    lawful(outcome(LONG[kind]))
    head, _, tail = TEXT.partition(LETTER.items[0].heading)
    lawful(outcome(head + LONG[kind] + tail))
    head, _, tail = TEXT.partition("This 48 year old")
    lawful(outcome(head + LONG[kind] + tail))
