"""What stands beside every line of a text, and what only looks as if it did."""

from __future__ import annotations

import quopri
from collections.abc import Callable

import pytest

from imr_parse import parse_bytes
from imr_parse.readers.margins import plain_bytes, without_margins

from .letters import LETTER, doubts, judged, text_of

Beside = Callable[[int, str], str]
"""By a line's index, the line with something beside it."""
MARGINS: dict[str, Beside] = {
    "quoted": lambda at, line: f"> {line}",
    "quoted twice": lambda at, line: f">> {line}",
    "a bar": lambda at, line: f"| {line}",
    "numbers on each page": lambda at, line: f"{at % 28 + 1:2d}  {line}",
    "numbers with colons": lambda at, line: f"{at + 1}: {line}",
    "numbers on the right": lambda at, line: f"{line}   {at % 25 + 1}",
    "each fifth number": lambda at, line: f"{at % 25 + 1} {line}" if at % 5 == 4 else line,
}


@pytest.mark.parametrize("name", MARGINS)
def test_what_stands_beside_every_line_is_taken_away(name: str) -> None:
    lines = text_of().split("\n")
    text = "\n".join(MARGINS[name](at, line) for at, line in enumerate(lines))
    got = [line.strip() for line in without_margins(text).split("\n")]
    assert got == [line.strip() for line in lines]
    record = parse_bytes(text.encode())
    assert judged(record, LETTER.truth()) == ([], [])


def test_mail_that_is_encoded_is_decoded() -> None:
    data = quopri.encodestring(text_of().encode())
    assert plain_bytes(data) != data
    assert doubts(parse_bytes(data)) == []


@pytest.mark.parametrize(
    "text",
    [
        text_of(),
        "\n".join(f"{at}. An entry of a list" for at in (3, 9, 4, 7, 1, 8, 2, 6, 5, 11, 15, 12, 19)),
        "\n".join(["> A few lines", "> are quoted"] + ["and the others are not"] * 12),
        "2016 was\na year\n" * 12,
        "",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert without_margins(text) == text
    assert plain_bytes(text.encode()) == text.encode()
