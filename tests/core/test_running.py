"""The running-text law: lines become prose, and no word changes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_parse.document import Document, Span
from imr_parse.running import running, running_spans

LAW = [
    # white space, line breaks and page breaks become one space
    ("one\ntwo", "one two"),
    ("one \ntwo", "one two"),
    ("one\n\ntwo", "one two"),
    ("one\n\ftwo", "one two"),
    ("one\n\f\n\n\ftwo", "one two"),
    ("  one  two \n", "one two"),
    ("one\ttwo", "one two"),
    ("one\xa0two", "one two"),
    ("one\u2003two", "one two"),
    ("one\u2028two", "one two"),
    ("one\r\ntwo\rthree", "one two three"),
    ("", ""),
    (" \n\f\n ", ""),
    # a hyphen or slash at a line end stays and joins
    ("evidence-\nbased", "evidence-based"),
    ("10/14/\n2016", "10/14/2016"),
    ("and/\nor", "and/or"),
    ("H2-\nreceptor", "H2-receptor"),
    ("11-28-\n16", "11-28-16"),
    ("10%-\nCyclo", "10%-Cyclo"),
    ("(low)-\nback", "(low)-back"),
    ("over-\nthe-\ncounter", "over-the-counter"),
    ("evidence-\n\fbased", "evidence-based"),
    ("evidence-\n\n\fbased", "evidence-based"),
    ("\u00e9-\nb", "\u00e9-b"),
    # not straight after a space or another dash
    ("L4 -\nL5", "L4 - L5"),
    ("L4 /\nL5", "L4 / L5"),
    ("a --\nb", "a -- b"),
    ("a--\nb", "a-- b"),
    ("a\u2013-\nb", "a\u2013- b"),
    ("a\u2014-\nb", "a\u2014- b"),
    ("a\u2010-\nb", "a\u2010- b"),
    ("a-/\nb", "a-/ b"),
    ("-\nb", "- b"),
    ("/\nb", "/ b"),
    ("a\n-\nb", "a - b"),
    # a line that has a space of its own after the hyphen does not end in the hyphen
    ("pre- \npost", "pre- post"),
    ("w/ \nice", "w/ ice"),
    # only "-" and "/" join
    ("a\u2013\nb", "a\u2013 b"),
    ("a\u2014\nb", "a\u2014 b"),
    ("a\u2010\nb", "a\u2010 b"),
    ("a:\nb", "a: b"),
    # inside a line nothing joins or splits
    ("evidence-based and/or", "evidence-based and/or"),
    ("pre- and post-operative", "pre- and post-operative"),
    # a slash after a slash is a character like any other
    ("http:/\n/site", "http://site"),
    ("http://\nsite", "http://site"),
    # the last line of a value has nothing to join
    ("short-\n", "short-"),
    ("short/", "short/"),
    # words are never changed
    ("teh recieve\nSports Medicinea", "teh recieve Sports Medicinea"),
    # NFC, no control characters
    ("cafe\u0301", "caf\u00e9"),
    ("re\u0301sume\u0301 of\nNin\u0303o", "r\u00e9sum\u00e9 of Ni\u00f1o"),
    ("a\x00b\x07c", "abc"),
    ("a\x7fb\x85c\x9fd", "ab cd"),
    ("a \x07 b", "a b"),
    ("\ufb01ne \u00bd", "\ufb01ne \u00bd"),  # NFC keeps ligatures and fractions, NFKC would not
]


@pytest.mark.parametrize(("lines", "prose"), LAW)
def test_law(lines: str, prose: str) -> None:
    assert running(lines) == prose


def test_spans_join_by_a_line_break() -> None:
    document = Document("one well-\n\ftwo\nthree", (), None, "text", "text/plain", "")
    assert running_spans(document, (Span(0, 9), Span(11, 14))) == "one well-two"
    assert running_spans(document, (Span(0, 3), Span(15, 20))) == "one three"
    assert running_spans(document, ()) == ""


PRINTED = st.text(st.sampled_from("ab-/ \n\f\t.\u2013\u00e9e\u0301\x07\xa0"), max_size=30)


@given(PRINTED)
def test_nothing_but_space_and_control_characters_is_lost(text: str) -> None:
    def solid(words: str) -> str:
        kept = (char for char in words if not char.isspace() and unicodedata.category(char) != "Cc")
        return unicodedata.normalize("NFC", "".join(kept))

    assert solid(running(text)) == solid(text)


@given(PRINTED)
def test_running_text_is_settled(text: str) -> None:
    prose = running(text)
    assert prose == running(prose)
    assert prose == prose.strip() and "  " not in prose
    assert prose == unicodedata.normalize("NFC", prose)
    assert not any(unicodedata.category(char) == "Cc" for char in prose)
