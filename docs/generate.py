"""Write what is made from the program itself: cli.md, schema.md, codes.md, codebook.md, and the output in README.md.

    python docs/generate.py            write them
    python docs/generate.py --check    exit 1 and name those that are out of date

It runs in an environment in which imr-parse is installed. README's recipes need bash and jq; without them README is
left as it is.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from imr_parse.cli.app import EXAMPLES, command
from imr_parse.cli.exits import Exit
from imr_parse.codes import CODES, Code
from imr_parse.output.schema import error_schema, record_schema, tables_schema
from imr_parse.output.tables import FLAT

DOCS = Path(__file__).resolve().parent
README = DOCS.parent / "README.md"
NOTE = "<!-- Made by docs/generate.py from the program itself: change the program, then run it again. -->\n"
EVIDENCE = """With `--evidence` each value that was read from the letter has rows, one a page: all of `case`, `parties`,
`stated_outcome`, `reviewer`, `documents_reviewed` and `case_summary`, and of a decision `heading`, `treatment`, `request`,
`outcome`, the `text` of both guidelines and `rationale`.

Of a citation and of a service each value has rows: the words that say it where they stand as the value has them, but for
capitals and spaces (`sections`, `pages`, `brand`, `quantity`, …), and else all words of the citation or service, from which it
was read (`title` for a chapter by another name, `category`, `strength` of several drugs, …); `retrospective` only where it is true.

What follows from other values has none: `schema_version`, `source`, `layout`, `needs_review`, `outcome` of the letter, and of a
decision `number`, `medically_necessary` and the guidelines' `basis`. `imr-parse explain FILE POINTER` tells of each what it follows from.
"""
_CONSOLE = re.compile(r"^```console\n\$ (?P<command>.*)\n(?:.*\n)*?```\n", re.MULTILINE)
_LONG_STRING = re.compile(r'("(?:[^"\\\n]|\\.){60})(?:[^"\\\n]|\\.){12,}"')
FAMILIES = (
    ("IMR1", "The file gives no record", "Such a code stands in an error record, never in a diagnostic."),
    ("IMR2", "A value is missing or in doubt", "The path names the value."),
    ("IMR3", "The file or the text as a whole is in doubt", "The path names the values concerned."),
    ("IMR4", "The letter is odd, the value is right", "Notes never set `needs_review`."),
)


def cli_page() -> str:
    """Every command with its arguments, options and examples, then the exit codes."""
    group: Any = command()
    parts = [
        "# The command line\n",
        "Standard output carries data only; errors, warnings and progress go to standard error.\n",
        f"{_prose(group.help)}\n",
        _table(("option", "meaning"), _options(group)),
    ]
    for name, one in group.commands.items():
        examples = [f"{line}    # {what}" for line, what in EXAMPLES[name]]
        arguments = [
            (f"`{p.metavar}`", _prose(p.help) or "one of these")
            for p in one.params
            if p.param_type_name == "argument"
        ]
        parts += [
            f"## imr-parse {name}\n",
            f"{_prose(one.help)}\n",
            _fenced("sh", "\n".join(examples)),
            _table(("argument", "meaning"), arguments) if arguments else "",
            _table(("option", "meaning"), _options(one)),
        ]
    parts.append("## Exit codes\n")
    parts.append(_table(("code", "meaning"), ((str(int(code)), code.meaning) for code in Exit)))
    parts.append("Where two apply, the first of 130, 4, 2, 1, 3 is given.\n")
    return _page(parts)


def _options(one: Any) -> Iterator[tuple[str, str]]:
    """An option's names with what it takes, and its meaning with its default."""
    for option in one.params:
        if option.param_type_name == "option" and not option.hidden:
            takes = "" if option.is_flag or not option.metavar else f" {option.metavar}"
            names = ", ".join(sorted(option.opts, key=len))
            shown = option.default if not option.is_flag and option.default is not None else ""
            default = f" Default: {shown}." if shown != "" else ""
            yield f"`{names}{takes}`", f"{_prose(option.help)}{default}"


def _prose(text: str | None) -> str:
    return " ".join((text or "").split())


def schema_page() -> str:
    """Every key of the record and of the error record."""
    parts = [
        "# The record\n",
        (
            "One letter gives one record. Every key is always present: `null` or `[]` says that the letter does not "
            "state it. Dates are ISO 8601, pages count from 1. `imr-parse schema record` prints the JSON Schema.\n"
        ),
        _table(("key", "type", "meaning"), _keys(record_schema())),
        "## Which values have evidence\n",
        EVIDENCE,
        "# The error record\n",
        "A file that gives no record gives this instead. `imr-parse schema error` prints the JSON Schema.\n",
        _table(("key", "type", "meaning"), _keys(error_schema())),
    ]
    return _page(parts)


def codes_page() -> str:
    """Every code by family."""
    parts = [
        "# Diagnostics and errors\n",
        (
            "`error`: the value is missing though the letter should state it, or is probably wrong. `warning`: it may be "
            "wrong. `note`: the value is right, the letter is odd. `imr-parse codes CODE` prints one row.\n"
        ),
    ]
    for prefix, title, about in FAMILIES:
        rows = [row for row in CODES.values() if row.code.startswith(prefix)]
        if rows:
            parts += [f"## {title}\n", f"{about}\n", _table(Code._fields, rows)]
    return _page(parts)


def codebook_page() -> str:
    """Every column of the tables."""
    parts = [
        "# Codebook of the tables\n",
        (
            "What `imr-parse schema tables` prints, for people. Dates are ISO 8601; the members of a list are joined by "
            "`; `; an empty cell says that the letter does not state the value.\n"
        ),
    ]
    for table in tables_schema()["resources"]:
        fields = table["schema"]["fields"]
        key = ", ".join(table["schema"]["primaryKey"])
        parts += [f"## {table['name']}\n", f"{table['description']} A row is identified by {key}.\n"]
        if table["name"] == FLAT.name:
            rows = ((f["name"], f["type"], f"`{f['source']}`", f["description"]) for f in fields)
            parts.append(_table(("column", "type", "source in the record", "meaning"), rows))
        else:
            names = ", ".join(f"`{f['name']}`" for f in fields)
            parts.append(f"Columns, as above: {names}.\n")
    return _page(parts)


def readme() -> str:
    """README with what each of its `console` blocks prints now; long strings are cut, which an ellipsis shows."""
    text = README.read_text("utf-8")
    return _CONSOLE.sub(_run_again, text) if shutil.which("bash") and shutil.which("jq") else text


def _run_again(block: re.Match[str]) -> str:
    script = f'imr-parse() {{ "$0" -m imr_parse "$@"; }}\n{block["command"]}'
    run = ("bash", "-euo", "pipefail", "-c", script, sys.executable)
    output = subprocess.run(run, capture_output=True, check=True, encoding="utf-8", cwd=README.parent).stdout
    output = _LONG_STRING.sub(lambda match: f'{match[1].rpartition(" ")[0]} …"', output)
    return f"```console\n$ {block['command']}\n{output}```\n"


PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "schema.md": schema_page,
    "codes.md": codes_page,
    "codebook.md": codebook_page,
    "../README.md": readme,
}


def _page(parts: Iterable[str]) -> str:
    return NOTE + "\n" + "\n".join(part for part in parts if part)


def _fenced(language: str, text: str) -> str:
    return f"```{language}\n{text}\n```\n" if text else ""


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = tuple(head)
    lines = [head, ("---",) * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def _keys(schema: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Key, type and meaning of every value in a schema, parents before their members."""
    columns = {column.source: column.meaning for column in FLAT.columns if column.derive is None}

    def walk(node: dict[str, Any], path: str) -> Iterator[tuple[str, str, str]]:
        for name, value in node["properties"].items():
            here = f"{path}.{name}" if path else name
            below = _referred(value, schema)
            pointer = "/" + here.replace("[]", "/*").replace(".", "/")
            meaning = value.get("description") or columns.get(pointer) or (below or {}).get("description", "")
            yield f"`{here}`", _kind(value, schema), " ".join(meaning.split())
            if below:
                yield from walk(below, here + "[]" * ("items" in value))

    return walk(schema, "")


def _referred(value: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any] | None:
    """The object that a property is, or is a list of; None for plain values."""
    reference = value.get("$ref") or value.get("items", {}).get("$ref")
    return schema["$defs"][reference.rpartition("/")[2]] if reference else None


def _kind(value: dict[str, Any], schema: dict[str, Any]) -> str:
    """A property's type in words."""
    if "anyOf" in value:
        return " or ".join(_kind(choice, schema) for choice in value["anyOf"])
    if "enum" in value:
        return ", ".join(f"`{choice}`" for choice in value["enum"])
    if "prefixItems" in value:
        return "list of " + ", ".join(_kind(member, schema) for member in value["prefixItems"])
    if "items" in value:
        return f"list of {_kind(value['items'], schema)}s"
    if "$ref" in value:
        return "object"
    return "date" if value.get("format") == "date" else str(value["type"])


def main() -> int:
    """Write or check all pages; the exit code."""
    stale = []
    for name, make in PAGES.items():
        path, text = DOCS / name, make()
        if not path.exists() or path.read_text("utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text, "utf-8", newline="\n")
    if stale and "--check" in sys.argv:
        print(f"out of date: {', '.join(stale)}; run `python docs/generate.py`", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
