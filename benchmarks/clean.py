"""Clean random letters of every form, as PDF and as bare text: exact, silent, and how many are flagged.

    python -m benchmarks.clean FIRST COUNT

FIRST is the seed of the first letter of each form: take one that nobody has seen.
"""

from __future__ import annotations

import sys

from samples import to_pdf, truth
from samples.random_forms import MAKERS

from .trials.forms import to_text
from .trials.rows import Letter, rows_of
from .trials.run import Tally, tally, try_out
from .trials.scoring import Variant


def main(first: int, count: int) -> None:
    """Measure and print a row of Markdown for each form."""
    print("| form | letters | as PDF: exact, silent, flagged | as bare text: exact, silent, flagged |")
    print("|---|--:|---|---|")
    for name, maker in MAKERS.items():
        letters = [
            Letter(f"{name}-{seed}", to_pdf(spec, encrypt=False), truth(spec), spec.layout)
            for seed in range(first, first + count)
            for spec in (maker(seed),)
        ]
        pdf = {letter.name: letter.data for letter in letters}
        bare = {letter.name: to_text(rows_of(letter), "bare") for letter in letters}
        cells = [shown(measured(letters, data)) for data in (pdf, bare)]
        print(f"| {name} | {count} | {' | '.join(cells)} |", flush=True)


def measured(letters: list[Letter], data: dict[str, bytes]) -> Tally:
    """What the program makes of the letters in this form."""
    variants = [
        (Variant("clean", letter.name, data[letter.name], letter.truth, ()), letter) for letter in letters
    ]
    return tally(try_out(variant, letter.name, 0) for variant, letter in variants)["clean"]


def shown(found: Tally) -> str:
    """The cells of one form."""
    lost = f", {found.refused + found.crashed} refused" if found.refused + found.crashed else ""
    return f"{100 * found.right / max(1, found.fields):.2f} %, {found.silent}, {found.whole_flagged}{lost}"


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*map(int, sys.argv[1:]))
