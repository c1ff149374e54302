"""Says what came of a run: each kind's worst cases, the causes by frequency, and the table."""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from .run import Tally
from .scoring import Judged, Result

Case = tuple[Result, Judged]
_AROUND = 40
_SHOWN = 160
_COUNTED = 15


def cause(what: str) -> str:
    """What was changed, without its numbers and the words put in."""
    words = re.sub(r"\[\d[^]]*\]|\['[^]]*\]|: .*|\(\S+\)|as '\S+'", "", what.split("; as ")[0])
    return re.sub(r"\d+", "N", words)[:60].strip()


def spread_out(cases: Sequence[Case], count: int) -> list[Case]:
    """The first case of each variant, then the rest, up to a count."""
    seen: set[tuple[str, int]] = set()
    first: list[Case] = []
    rest: list[Case] = []
    for case in cases:
        key = case[0].letter, case[0].number
        (rest if key in seen else first).append(case)
        seen.add(key)
    return [*first, *rest][:count]


def name(result: Result) -> str:
    """How `--one` calls a variant."""
    return f"{result.letter}:{result.kind}:{result.number}"


def difference(each: Judged) -> tuple[str, str, int]:
    """What was wanted and what was had, from shortly before they differ, and that place."""
    start = max(0, len(os.path.commonprefix([str(each.want), str(each.have)])) - _AROUND)
    return str(each.want)[start:][:_SHOWN], str(each.have)[start:][:_SHOWN], start


def show(kind: str, found: Tally, count: int, alarms: int) -> None:
    """A kind's worst cases, in words."""
    print(f"== {kind}")
    for result in found.crashes[:count]:
        print(f"CRASHED {name(result)} {result.what}\n   {result.detail[:300]}")
    for result in found.unsaid[:count]:
        print(f"UNSAID {name(result)} {result.what}")
    for result, each in spread_out(found.cases, count):
        want, have, start = difference(each)
        print(
            f"SILENT {name(result)} {each.path}, from character {start}\n   {result.what}\n   want {want}\n   have {have}"
        )
    for result, each in spread_out(found.false, alarms):
        print(f"ALARM {','.join(each.codes)} {name(result)} {each.path}\n   {result.what}")
    for result in found.flagged[:alarms]:
        print(f"CLEAN BUT FLAGGED {','.join(result.codes)} {name(result)} {result.what}")
    heard = (
        ("silent", (f"{cause(result.what)} -> {each.field}" for result, each in found.cases)),
        ("wrong", (f"{cause(result.what)} -> {each.field}" for result, each in found.wrongs)),
        ("false alarms", (f"{','.join(each.codes)} {cause(result.what)}" for result, each in found.false)),
        ("clean but flagged", (f"{','.join(result.codes)} {cause(result.what)}" for result in found.flagged)),
    )
    for what, named in heard:
        counted = Counter(named).most_common(_COUNTED)
        if counted:
            print(f"   {what}:", "; ".join(f"{n} {words}" for words, n in counted))
    for code, judged in sorted(found.codes.items()):
        total = judged["wrong"] + judged["right"]
        print(f"   {code} precision {100 * judged['wrong'] / total:5.1f} % of {total}")


def causes(tallies: dict[str, Tally], each_shows: int = 2) -> str:
    """Markdown: what silent values come from, the most frequent first, by letters concerned."""
    groups: dict[tuple[str, str], list[Case]] = defaultdict(list)
    for kind, found in tallies.items():
        for result, each in found.cases:
            groups[kind, cause(result.what)].append((result, each))

    def letters(cases: list[Case]) -> int:
        return len({name(result) for result, _ in cases})

    lines = []
    for (kind, words), cases in sorted(groups.items(), key=lambda pair: -letters(pair[1])):
        fields = Counter(each.field for _, each in cases)
        told = ", ".join(f"{field} {n}" for field, n in fields.most_common(6))
        carriers = Counter(
            result.what.rpartition("; as ")[2] for result in {name(r): r for r, _ in cases}.values()
        )
        carried = ", ".join(f"{carrier} {n}" for carrier, n in carriers.most_common(8) if len(carrier) < 20)
        lines.append(f"### {kind}: {words} ({letters(cases)} letters; {told}; {carried})\n")
        for result, each in spread_out(cases, each_shows):
            want, have, start = difference(each)
            lines += [
                f"- `{name(result)}` {result.what}",
                f"  - {each.path} from {start}",
                f"  - want `{want}`",
                f"  - have `{have}`",
            ]
        lines.append("")
    return "\n".join(lines)


def table(tallies: dict[str, Tally]) -> str:
    """One row for each kind, in Markdown."""
    rows = [
        "| kind | variants | refused | crashed | fields | exact % | untouched exact % | wrong | silent fields | silent letters | false alarms | clean letters flagged | unsaid |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for kind, t in tallies.items():
        exact = f"{100 * t.right / max(1, t.fields):.2f}"
        untouched = f"{100 * t.untouched_right / t.untouched:.2f}" if t.untouched else "-"
        cells = (kind, t.variants, t.refused, t.crashed, t.fields, exact, untouched, t.wrong, t.silent, t.silent_letters, t.alarms, f"{t.whole_flagged} of {t.whole}", t.dumb)  # fmt: skip
        rows.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(rows)


def precision(tallies: dict[str, Tally]) -> str:
    """How often a value that a code flags was wrong: a row for each code, a column for each kind, in Markdown."""
    kinds = list(tallies)
    codes = sorted({code for found in tallies.values() for code in found.codes})
    rows = [f"| code | all | {' | '.join(kinds)} |", f"|---|--:|{'--:|' * len(kinds)}"]
    for code in codes:
        counts = [tallies[kind].codes.get(code, Counter[str]()) for kind in kinds]
        cells = [_share(sum(counts, Counter[str]())), *map(_share, counts)]
        rows.append(f"| {code} | {' | '.join(cells)} |")
    return "\n".join(rows)


def _share(judged: Counter[str]) -> str:
    total = judged["wrong"] + judged["right"]
    return f"{100 * judged['wrong'] / total:.0f} % of {total}" if total else ""


def document(tallies: dict[str, Tally], command: str, letters: str) -> str:
    """The page for docs/: figures and causes, no word of any letter."""
    lines = [
        "# Trials",
        "",
        "Letters changed on purpose, each value judged by its path as right, wrong and flagged, or wrong and silent.",
        f"Made by `{command}` over {letters}. What each kind changes stands in its module in benchmarks/trials/.",
        "",
        table(tallies),
        "",
        "*Untouched*: of the fields that the change did not touch. *Silent*: wrong without a warning or an error on its own",
        "path, or no longer stated and not said to be missing. *False alarms*: right fields that carry one. *Clean*: every",
        "field is right. A refused letter has no record and counts as neither right nor wrong.",
        "",
        "## What is silent",
        "",
        "| kind | change | letters | of them by carrier |",
        "|---|---|--:|---|",
    ]
    for kind, found in tallies.items():
        by_cause: dict[str, dict[str, Result]] = defaultdict(dict)
        for result, _ in found.cases:
            by_cause[cause(result.what)][name(result)] = result
        for words, results in sorted(by_cause.items(), key=lambda pair: -len(pair[1])):
            carriers = Counter(
                result.what.rpartition("; as ")[2] for result in results.values() if "; as " in result.what
            )
            told = ", ".join(f"{carrier} {n}" for carrier, n in carriers.most_common(4))
            lines.append(f"| {kind} | {words.replace('|', ' ')} | {len(results)} | {told} |")
    lines += [
        "",
        "## Precision by code",
        "",
        "Of the values that a code flags, how many were wrong.",
        "",
        precision(tallies),
        "",
    ]
    return "\n".join(lines)
