"""The command `imr-parse` and its subcommands, with `parse` as the one that need not be typed."""

from __future__ import annotations

import difflib
import glob
import itertools
import os
import re
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from imr_parse import __version__
from imr_parse.cli.batch import batch
from imr_parse.cli.clock import clock
from imr_parse.cli.codes import codes
from imr_parse.cli.console import plain
from imr_parse.cli.convert import convert
from imr_parse.cli.draw import draw
from imr_parse.cli.exits import Exit
from imr_parse.cli.explain import explain
from imr_parse.cli.layouts import layouts
from imr_parse.cli.parse import parse
from imr_parse.cli.schema import schema
from imr_parse.cli.show import show
from imr_parse.cli.text import text

COMMANDS: tuple[Callable[..., None], ...] = (
    parse,
    batch,
    convert,
    show,
    text,
    explain,
    draw,
    clock,
    codes,
    schema,
    layouts,
)
DEFAULT = parse.__name__
WIDTH = 80

EXAMPLES: dict[str, tuple[tuple[str, str], ...]] = {
    "parse": (
        ("imr-parse letter.pdf", "one record, on standard output"),
        ("imr-parse letters/ | jq .case", "a folder, one record a line"),
        ("cat letter.txt | imr-parse -", "a letter that is text already"),
    ),
    "batch": (
        ("imr-parse batch letters/ -o out.jsonl", "a durable job on all cores; started again, it goes on"),
    ),
    "convert": (("imr-parse convert out.jsonl -o out.xlsx", "a workbook; .csv and .parquet as well"),),
    "show": (("imr-parse show letter.pdf", "the record for a person to read"),),
    "text": (("imr-parse text letter.pdf", "the text that evidence points into"),),
    "explain": (
        ("imr-parse explain letter.pdf", "which layout, and where each value comes from"),
        ("imr-parse explain letter.pdf /decisions/0/outcome", "one value"),
    ),
    "draw": (("imr-parse draw letter.pdf -o page-%d.png", "its pages, sections and values boxed"),),
    "clock": (("imr-parse clock letter.pdf", "the last day to appeal, and by when to authorize"),),
    "codes": (("imr-parse codes IMR103", "what a code means"),),
    "schema": (("imr-parse schema tables", "the codebook"),),
    "layouts": (("imr-parse layouts", "what tells one letter form from another"),),
}
"""By command: what to type, and what it gives."""


_NEAR = 0.75
"""How like a known option an unknown one must be to be taken for it."""
_UsageError: type[Exception] = typer.BadParameter.__bases__[0]
_WORDINGS = (
    (r"Value error, ", ""),
    (r"Input should be a valid (?:integer|number).*", "it must be a number"),
    (r"Input should be greater than or equal to ", "it must be at least "),
    (r"Input should be less than or equal to ", "it must be at most "),
)
"""What the library that checks arguments says, and how people say it."""
_TYPES = re.compile(r" <(?:list\[)?\w+\]?>")
_REQUIRED = re.compile(r"\{(FILE|IN\.jsonl)\}")


class Command(TyperCommand):
    """A command whose help names no types of the program's own, and ends with examples."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        text = _TYPES.sub(lambda match: " " * len(match[0]), super().get_help(ctx))
        return _REQUIRED.sub(r"\1", text)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """What to type."""
        with formatter.section("Examples"):
            formatter.write_dl(EXAMPLES[ctx.command.name], col_max=40)


class DefaultGroup(TyperGroup):
    """A group in which a first argument that is no command and no option of the group belongs to `parse`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `parse` in front where it was left out. A file that has a command's name is given as `./name`."""
        if not args and not ctx.resilient_parsing:
            typer.echo(ctx.get_help(), err=True)
            ctx.exit(Exit.USAGE)
        if args and args[0] not in self.commands and args[0].partition("=")[0] not in self._own_options(ctx):
            args = [DEFAULT, *args]
        for name in itertools.takewhile(lambda argument: argument != "--", args):
            if name.startswith("-") and "." in name and os.path.lexists(name):
                ctx.fail(f"'{plain(name)}' reads as an option; give the file as './{plain(name)}'")
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; what is said of wrong arguments is plain."""
        try:
            return super().invoke(ctx)
        except _UsageError as error:
            message = getattr(error, "message", None) or ""
            for pattern, words in _WORDINGS:
                message = re.sub(pattern, words, message)
            error.message = message  # type: ignore[attr-defined]
            if near := getattr(error, "possibilities", None):
                name = getattr(error, "option_name", "")
                error.possibilities = difflib.get_close_matches(name, near, 1, _NEAR)  # type: ignore[attr-defined]
            raise

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Commands, and files too: the shell completes files alone only where no command fits."""
        found = super().shell_complete(ctx, incomplete)
        if found and incomplete and not incomplete.startswith("-"):
            kind = type(found[0])
            for path in sorted(glob.glob(glob.escape(incomplete) + "*")):
                found.append(kind(path + "/" * os.path.isdir(path)))
        return found

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The whole command on one page: commands, the options of `parse`, examples."""
        path = ctx.command_path
        formatter.write_usage(path, "[OPTIONS] PATH...")
        formatter.write_usage(path, "COMMAND [ARGS]...", prefix=" " * len("Usage: "))
        formatter.write_paragraph()
        formatter.write_text(self.help)
        self.format_commands(ctx, formatter)
        default = self.commands[DEFAULT]
        shared = [p for p in default.params if p.param_type_name == "option"]
        with formatter.section("Options of parse"):
            formatter.write_dl([row for p in shared if (row := p.get_help_record(ctx))])
        with formatter.section("Other options"):
            formatter.write_dl([row for p in self.get_params(ctx) if (row := p.get_help_record(ctx))])
        with formatter.section("Examples"):
            formatter.write_dl([*EXAMPLES["parse"][:2], *EXAMPLES["show"]], col_max=40)

    def _own_options(self, ctx: Any) -> set[str]:
        return {name for parameter in self.get_params(ctx) for name in parameter.opts}


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"imr-parse {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read California Independent Medical Review determination letters (PDF or text) into JSON records.

    A first argument that is no command is a file, a folder, or - for standard input.
    """


def command() -> Callable[..., Any]:
    """The whole command, ready to be called with `prog_name`."""
    settings = {"help_option_names": ["-h", "--help"], "terminal_width": WIDTH, "max_content_width": WIDTH}
    app = typer.Typer(
        cls=DefaultGroup,
        context_settings=settings,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_root)
    for function in COMMANDS:
        app.command(function.__name__, cls=Command, context_settings=settings)(function)
    group: Callable[..., Any] = typer.main.get_command(app)
    return group
