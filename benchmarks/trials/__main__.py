"""The command: python -m benchmarks.trials --help"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import Counter
from pathlib import Path

from samples import to_pdf, truth
from samples.random_letters import random_letter

from .rows import Letter
from .run import KINDS, Tally, make, run, silent, tally, try_out
from .scoring import Judged, Result

Case = tuple[Result, Judged]


def load(folder: Path, gold: Path, limit: int) -> list[Letter]:
    """The letters of a folder that the truth knows, by name."""
    known = json.loads(gold.read_text(encoding="utf-8"))
    names = [name for name in sorted(known) if name.endswith(".pdf") and (folder / name).is_file()]
    return [Letter(name, (folder / name).read_bytes(), known[name]) for name in names[: limit or None]]


def random_letters(count: int, first: int) -> list[Letter]:
    """Random samples, not encrypted so that a seed gives the same bytes each time."""
    return [
        Letter(f"random-{seed}", to_pdf(letter, encrypt=False), truth(letter))
        for seed in range(first, first + count)
        for letter in (random_letter(seed),)
    ]


def main() -> int:
    cli = argparse.ArgumentParser(prog="python -m benchmarks.trials", description=__doc__)
    cli.add_argument("--letters", type=Path, help="folder of PDFs")
    cli.add_argument("--truth", type=Path, help="truth.json of that folder (default: the one in it)")
    cli.add_argument("--random", type=int, default=0, metavar="N", help="this many random samples as well")
    cli.add_argument("--kinds", default=",".join(KINDS))
    cli.add_argument("--per-letter", type=int, default=4)
    cli.add_argument("--limit", type=int, default=0, help="take only the first letters of the folder")
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--jobs", type=int, default=1)
    cli.add_argument("--show", type=int, default=5, help="silent cases shown for each kind")
    cli.add_argument("--alarms", type=int, default=0, help="false alarms shown for each kind")
    cli.add_argument("--save", type=Path, help="folder for the variants with a silent value")
    cli.add_argument(
        "--one", metavar="LETTER:KIND:NUMBER", help="make this variant alone; with --save write it"
    )
    args = cli.parse_args()
    letters = (
        load(args.letters, args.truth or args.letters / "truth.json", args.limit) if args.letters else []
    )
    letters += random_letters(args.random, args.seed * 1000)
    if not letters:
        cli.error("no letters: give --letters DIR or --random N")
    if args.save:
        args.save.mkdir(parents=True, exist_ok=True)
    if args.one:
        return one(letters, args.one, args.seed, args.save)
    kinds = args.kinds.split(",")
    if unknown := set(kinds) - KINDS.keys():
        cli.error(f"unknown kind {', '.join(unknown)}; known: {', '.join(KINDS)}")
    results = run(letters, kinds, range(args.per_letter), args.seed, args.jobs, args.save)
    tallies = tally(results)
    for kind, found in tallies.items():
        show(kind, found, args.show, args.alarms)
    print()
    print(table(tallies))
    return 0


def one(letters: list[Letter], which: str, seed: int, save: Path | None) -> int:
    """Makes one variant again and says what came of it."""
    name, kind, number = which.rsplit(":", 2)
    letter = next(letter for letter in letters if letter.name == name)
    variant = make(letter, kind, int(number), seed, letters)
    if variant is None:
        print("no such variant")
        return 1
    result = try_out(variant, name, int(number))
    print(f"{variant.what}\n{result.state} {result.detail}")
    for each in result.fields:
        if not each.right or each.codes:
            print(
                "SILENT" if silent(each) else "wrong" if not each.right else "right", each.path, *each.codes
            )
    if save:
        end = "pdf" if variant.data.startswith(b"%PDF") else "txt"
        (save / f"{Path(name).stem}-{kind}-{seed}-{number}.{end}").write_bytes(variant.data)
    return 0


def show(kind: str, found: Tally, count: int, alarms: int) -> None:
    """A kind's worst cases, in words."""
    print(f"== {kind}")
    for result in found.crashes[:count]:
        print(f"CRASHED {result.letter}:{kind}:{result.number} {result.what}\n   {result.detail[:300]}")
    for result in found.unsaid[:count]:
        print(f"UNSAID {result.letter}:{kind}:{result.number} {result.what}")
    for result, each in spread_out(found.cases, count):
        start = max(0, len(os.path.commonprefix([str(each.want), str(each.have)])) - 40)
        print(
            f"SILENT {result.letter}:{kind}:{result.number} {each.path}, from character {start}\n   {result.what}"
        )
        print(f"   want {str(each.want)[start:][:160]}\n   have {str(each.have)[start:][:160]}")
    for result, each in spread_out(found.false, alarms):
        print(
            f"ALARM {','.join(each.codes)} {result.letter}:{kind}:{result.number} {each.path}\n   {result.what}"
        )
    for result in found.flagged[:alarms]:
        print(
            f"CLEAN BUT FLAGGED {','.join(result.codes)} {result.letter}:{kind}:{result.number} {result.what}"
        )
    if found.cases:
        causes = Counter(f"{cause(result.what)} -> {each.field}" for result, each in found.cases)
        print(
            "   silent by change and field:", "; ".join(f"{n} {words}" for words, n in causes.most_common(15))
        )
    for code, judged in sorted(found.codes.items()):
        total = judged["wrong"] + judged["right"]
        print(f"   {code} precision {100 * judged['wrong'] / total:5.1f} % of {total}")


def cause(what: str) -> str:
    """What was changed without its numbers and the words put in."""
    return re.sub(r"\d+", "N", re.sub(r"\[.*?\]|: .*|\(CM.*?\)", "", what.split("; as ")[0]))[:60].strip()


def spread_out(cases: list[Case], count: int) -> list[Case]:
    """The first case of each variant, then the rest, up to a count."""
    seen: set[tuple[str, int]] = set()
    first: list[Case] = []
    rest: list[Case] = []
    for case in cases:
        key = case[0].letter, case[0].number
        (rest if key in seen else first).append(case)
        seen.add(key)
    return [*first, *rest][:count]


def table(tallies: dict[str, Tally]) -> str:
    """One row for each kind, in Markdown."""
    rows = [
        "| kind | variants | refused | crashed | fields | exact % | untouched exact % | wrong | silent fields | silent letters | false alarms | clean letters flagged | unsaid |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for kind, t in tallies.items():
        exact = 100 * t.right / max(1, t.fields)
        untouched = f"{100 * t.untouched_right / t.untouched:.2f}" if t.untouched else "-"
        rows.append(
            f"| {kind} | {t.variants} | {t.refused} | {t.crashed} | {t.fields} | {exact:.2f} | {untouched} | {t.wrong} | {t.silent} "
            f"| {t.silent_letters} | {t.alarms} | {t.whole_flagged} of {t.whole} | {t.dumb} |"
        )
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main())
