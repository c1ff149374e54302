"""The whole record of every sample, with evidence, as a person has read and approved it.

    python samples/golden.py            compare; exit 1 and name what differs
    python samples/golden.py --write    write what differs anew: read `git diff` before committing it

A golden record holds no path of a machine and no version of the program: `parser_version` stands as "*". Boxes of
evidence may differ by a point, as they do from one PDFium to the next.
"""

from __future__ import annotations

import itertools
import json
import sys
from pathlib import Path
from typing import Any

from imr_parse import Options, parse_bytes

SAMPLES = Path(__file__).resolve().parent
GOLDEN = SAMPLES / "golden"


def names() -> list[str]:
    """The samples' file names."""
    return sorted(path.name for path in SAMPLES.iterdir() if path.suffix in (".pdf", ".txt"))


def record(name: str) -> dict[str, Any]:
    """The record of a sample as its golden record has it."""
    found = parse_bytes((SAMPLES / name).read_bytes(), f"samples/{name}", Options(evidence=True))
    plain = found.model_dump(mode="json")
    plain["source"]["parser_version"] = "*"
    return plain


def same(one: Any, other: Any) -> bool:
    """Whether two records are equal, boxes within a point."""
    left, right = dict(one), dict(other)
    rows = itertools.zip_longest(left.pop("evidence"), right.pop("evidence"), fillvalue={"bbox": None})
    return left == right and all(_same_row(dict(a), dict(b)) for a, b in rows)


def _same_row(a: dict[str, Any], b: dict[str, Any]) -> bool:
    boxes = a.pop("bbox") or [], b.pop("bbox") or []
    near = all(abs(x - y) <= 1 for x, y in zip(*boxes, strict=False))
    return a == b and len(boxes[0]) == len(boxes[1]) and near


def text_of(plain: dict[str, Any]) -> str:
    """A golden record's file: JSON, a diagnostic or a row of evidence a line."""
    rows = {key: plain[key] for key in ("diagnostics", "evidence")}
    head = json.dumps(
        {key: value for key, value in plain.items() if key not in rows}, indent=1, ensure_ascii=False
    ).removesuffix("\n}")
    tail = ",".join(f'\n "{key}": {_listed(value)}' for key, value in rows.items())
    return f"{head},{tail}\n}}\n"


def _listed(rows: list[Any]) -> str:
    lines = ",".join(f"\n  {json.dumps(row, ensure_ascii=False)}" for row in rows)
    return f"[{lines}\n ]" if rows else "[]"


def path_of(name: str) -> Path:
    """Where a sample's golden record stands."""
    return GOLDEN / f"{name}.json"


def main() -> int:
    """Compare or write."""
    wanted = {path_of(name): record(name) for name in names()}
    stale = [path for path in GOLDEN.glob("*.json") if path not in wanted]
    differing = [
        path
        for path, found in wanted.items()
        if not path.exists() or not same(json.loads(path.read_text("utf-8")), found)
    ]
    for path in (*differing, *stale):
        print(path.relative_to(SAMPLES.parent).as_posix())
    if "--write" in sys.argv[1:]:
        GOLDEN.mkdir(exist_ok=True)
        for path in differing:
            path.write_text(text_of(wanted[path]), "utf-8", newline="\n")
        for path in stale:
            path.unlink()
        return 0
    return 1 if differing or stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
