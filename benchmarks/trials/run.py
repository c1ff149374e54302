"""Makes the variants, parses them in this process or a few others, and adds the results up."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from imr_parse import ImrParseError, parse_bytes

from . import content, damage, drift, merge, pages, recast, tools, weightless
from .rows import Letter, Untouchable
from .scoring import Judged, Result, Variant, doubts, judge_best

Maker = Callable[[Letter, random.Random], Variant]
KINDS: dict[str, Maker] = {
    "control": weightless.control,
    "weightless": weightless.variant,
    "tools": tools.variant,
    "recast": recast.variant,
    "drift": drift.variant,
    "damage": damage.variant,
    "bytes": damage.of_text,
    "pages": pages.variant,
    "merge": merge.variant,
    "cut": merge.cut,
    "content": content.variant,
}
TRIES = 25


def make(letter: Letter, kind: str, number: int, seed: int, others: Sequence[Letter]) -> Variant | None:
    """The variant of that number, the same each time; None where no change of this kind applies."""
    rng = random.Random(f"{letter.name}/{kind}/{seed}/{number}")
    for _ in range(TRIES):
        try:
            if kind == "merge":
                return merge.variant(letter, rng, tuple(others))
            return KINDS[kind](letter, rng)
        except Untouchable:
            continue
    return None


def try_out(variant: Variant, letter: str, number: int) -> Result:
    """Parses and judges one variant. What is no refusal and no record is a crash, a defect of the program."""
    result = Result(letter, number, variant.kind, variant.what, "parsed", speak=variant.speak)
    try:
        record = parse_bytes(variant.data).model_dump(mode="json")
    except ImrParseError as refusal:
        result.state, result.detail = "refused", str(refusal)
        return result
    except Exception as problem:  # noqa: BLE001 - any other exception is what this trial looks for
        result.state, result.detail = "crashed", f"{type(problem).__name__}: {problem}"
        return result
    result.fields = judge_best(record, variant)
    found = doubts(record)
    result.doubted = bool(found)
    result.codes = tuple(sorted({doubt["code"] for doubt in found}))
    return result


def keep(variant: Variant, folder: Path, letter: str, seed: int, number: int) -> None:
    """Writes a variant into a folder, by a name that `--one` can make again."""
    end = "pdf" if variant.data.startswith(b"%PDF") else "txt"
    path = folder / f"{Path(letter).stem}-{variant.kind}-{seed}-{number}.{end}"
    path.write_bytes(variant.data)


@dataclass(frozen=True)
class Plan:
    """What is to be tried: so many variants of each kind of each letter."""

    letters: Sequence[Letter]
    kinds: Sequence[str]
    numbers: range
    seed: int
    save: Path | None = None
    """Folder for the variants with a silent value."""


def trial(letter: Letter, plan: Plan) -> list[Result]:
    """All variants of one letter."""
    results = []
    for kind in plan.kinds:
        for number in plan.numbers:
            variant = make(letter, kind, number, plan.seed, plan.letters)
            if variant is None:
                continue
            result = try_out(variant, letter.name, number)
            results.append(result)
            if plan.save and (any(map(silent, result.fields)) or result.state == "crashed"):
                keep(variant, plan.save, letter.name, plan.seed, number)
    return results


def run(plan: Plan, jobs: int = 1) -> Iterator[Result]:
    """The results of all variants of all letters, made in so many processes."""
    if jobs <= 1:
        for letter in plan.letters:
            yield from trial(letter, plan)
        return
    with ProcessPoolExecutor(jobs) as pool:
        for results in pool.map(partial(trial, plan=plan), plan.letters):
            yield from results


def silent(judged: Judged) -> bool:
    """Wrong without a flag; or right and unflagged where the letter no longer states the value."""
    return not judged.codes and (not judged.right or judged.asked)


@dataclass
class Tally:
    """What a kind's variants came to."""

    variants: int = 0
    refused: int = 0
    crashed: int = 0
    fields: int = 0
    right: int = 0
    untouched: int = 0
    untouched_right: int = 0
    wrong: int = 0
    silent: int = 0
    silent_letters: int = 0
    alarms: int = 0
    whole: int = 0
    whole_flagged: int = 0
    dumb: int = 0
    codes: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    cases: list[tuple[Result, Judged]] = field(default_factory=list)
    wrongs: list[tuple[Result, Judged]] = field(default_factory=list)
    false: list[tuple[Result, Judged]] = field(default_factory=list)
    flagged: list[Result] = field(default_factory=list)
    crashes: list[Result] = field(default_factory=list)
    unsaid: list[Result] = field(default_factory=list)

    def add(self, result: Result) -> None:
        self.variants += 1
        if result.state != "parsed":
            self.refused += result.state == "refused"
            self.crashed += result.state == "crashed"
            if result.state == "crashed":
                self.crashes.append(result)
            return
        for each in result.fields:
            self.fields += 1
            self.right += each.right
            self.wrong += not each.right
            if not each.right:
                self.wrongs.append((result, each))
            if not each.touched:
                self.untouched += 1
                self.untouched_right += each.right
            false = each.right and bool(each.codes) and not each.asked
            self.alarms += false
            if false:
                self.false.append((result, each))
            for code in each.codes:
                self.codes[code]["wrong" if not each.right or each.asked else "right"] += 1
            if silent(each):
                self.silent += 1
                self.cases.append((result, each))
        self.silent_letters += any(map(silent, result.fields))
        if all(each.right and not each.asked for each in result.fields):
            self.whole += 1
            self.whole_flagged += result.doubted and not result.speak
            if result.doubted and not result.speak:
                self.flagged.append(result)
            if result.speak and not result.doubted:
                self.dumb += 1
                self.unsaid.append(result)


def tally(results: Iterable[Result]) -> dict[str, Tally]:
    """The results of each kind."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for result in results:
        tallies[result.kind].add(result)
    return tallies
