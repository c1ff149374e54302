"""The command: python -m benchmarks.trials --help"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from samples import to_pdf, truth
from samples.random_forms import MAKERS

from .report import causes, document, show, table
from .rows import Letter
from .run import KINDS, Plan, keep, make, run, silent, tally, try_out


def load(folder: Path, gold: Path, limit: int) -> list[Letter]:
    """The letters of a folder that the truth knows, by name."""
    known = json.loads(gold.read_text(encoding="utf-8"))
    names = [name for name in sorted(known) if name.endswith(".pdf") and (folder / name).is_file()]
    return [Letter(name, (folder / name).read_bytes(), known[name]) for name in names[: limit or None]]


def random_letters(count: int, first: int, makers: list[str]) -> list[Letter]:
    """Random samples of each form, not encrypted so that a seed gives the same bytes each time."""
    return [
        Letter(f"{maker}-{seed}", to_pdf(letter, encrypt=False), truth(letter), letter.layout)
        for maker in makers
        for seed in range(first, first + count)
        for letter in (MAKERS[maker](seed),)
    ]


def main() -> int:
    cli = argparse.ArgumentParser(prog="python -m benchmarks.trials", description=__doc__)
    cli.add_argument("--letters", type=Path, help="folder of PDFs")
    cli.add_argument("--truth", type=Path, help="truth.json of that folder (default: the one in it)")
    cli.add_argument("--random", type=int, default=0, metavar="N", help="this many random samples as well")
    cli.add_argument("--samples", default="2014", help=f"forms of the random samples: {','.join(MAKERS)}")
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
    cli.add_argument("--causes", type=Path, help="file for the causes of silent values, in Markdown")
    cli.add_argument("--document", type=Path, help="file for the figures as a page of docs/")
    args = cli.parse_args()
    letters = (
        load(args.letters, args.truth or args.letters / "truth.json", args.limit) if args.letters else []
    )
    letters += random_letters(args.random, args.seed * 1000, args.samples.split(","))
    if not letters:
        cli.error("no letters: give --letters DIR or --random N")
    if args.save:
        args.save.mkdir(parents=True, exist_ok=True)
    if args.one:
        return one(letters, args.one, args.seed, args.save)
    kinds = args.kinds.split(",")
    if unknown := set(kinds) - KINDS.keys():
        cli.error(f"unknown kind {', '.join(unknown)}; known: {', '.join(KINDS)}")
    plan = Plan(letters, kinds, range(args.per_letter), args.seed, args.save)
    tallies = tally(run(plan, args.jobs))
    for kind, found in tallies.items():
        show(kind, found, args.show, args.alarms)
    if args.causes:
        args.causes.write_text(causes(tallies), encoding="utf-8")
    if args.document:
        command = f"python -m benchmarks.trials --random {args.random} --samples {args.samples} --per-letter {args.per_letter} --seed {args.seed}"
        told = f"{len(letters) - len(args.samples.split(',')) * args.random} real letters and {args.random} random samples of each form"
        args.document.write_text(document(tallies, command, told), encoding="utf-8", newline="\n")
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
        keep(variant, save, name, seed, int(number))
    return 0


if __name__ == "__main__":
    sys.exit(main())
