"""Letters of every form, as PDF and as text: right without alarm; with a landmark changed, never wrong in silence."""

from __future__ import annotations

import re

import pytest

from imr_parse import ImrParseError, parse_bytes
from imr_parse.layouts import KNOWN
from samples.varied import (
    letter_of_any_year,
    varied_final_2013,
    varied_notice_2013,
    varied_party_copy,
    varied_professional_2013,
)

from . import laws
from .letters import NAMED, ORDINARY, judged, record_of, to_pdf, to_text, truth

SEEDS = range(300, 310)
TEXTS = ("bare", "spaced", "double-spaced", "form-feeds", "crlf", "utf-16")
VARIED = {
    make.__name__: make
    for make in (
        varied_final_2013,
        varied_notice_2013,
        varied_professional_2013,
        varied_party_copy,
        letter_of_any_year,
    )
}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", ORDINARY)
def test_random_letters(form: str, seed: int) -> None:
    spec = ORDINARY[form](seed)
    wanted = truth(spec)
    datas = [to_pdf(spec, encrypt=False), *(to_text(spec, text) for text in TEXTS)]
    records = [parse_bytes(data) for data in datas]
    for record in records:
        silent, alarms = judged(record, wanted)
        assert silent == []
        assert alarms == []
        assert record.layout == spec.layout
        laws.diagnostics_law(record)


@pytest.mark.parametrize("seed", range(400, 404))
@pytest.mark.parametrize("form", VARIED)
def test_letters_that_vary_further(form: str, seed: int) -> None:
    spec = VARIED[form](seed)
    for data in (to_pdf(spec, encrypt=False), to_text(spec, "bare")):
        assert judged(parse_bytes(data), truth(spec)) == ([], [])


LANDMARKS = {layout.name: layout.landmarks for layout in KNOWN}
PUBLISHED = ["one-item.pdf", "mixed-outcomes.pdf", "part-authorized-is.pdf", "numbered-capitals-2014.pdf", "two-reviewers.pdf", "final-2013-no-opening.pdf"]  # fmt: skip


def changes(words: str) -> dict[str, str]:
    middle = len(words) // 2
    return {
        "a letter dropped": words[:middle] + words[middle + 1 :],
        "gone": "",
        "other words": f"XYZZY {words.split()[-1]}",
        "in capitals": words.upper(),
        "no colon": words.rstrip(":"),
    }


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_changed_landmark_is_never_a_wrong_value_in_silence(name: str) -> None:
    spec = NAMED[name].spec
    wanted = truth(spec)
    text = to_text(spec, "spaced").decode()
    met = 0
    for mark in LANDMARKS[spec.layout]:
        pattern = re.compile(r"\s+".join(map(re.escape, mark.words.split())))
        if not pattern.search(text):
            continue
        met += 1
        for how, words in changes(mark.words).items():
            changed = pattern.sub(lambda _, words=words: words, text)  # type: ignore[misc]
            try:
                record = record_of(changed)
            except ImrParseError:
                continue
            assert (mark.words, how, judged(record, wanted)[0]) == (mark.words, how, [])
    assert met > 5
