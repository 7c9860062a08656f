"""``onrecord``: the group of commands, each loaded only when it is called."""

from __future__ import annotations

import importlib

import click

from onrecord.version import VERSION

_COMMANDS = {
    "read": "Read articles into a store, or print their record.",
    "brief": "Print the brief of a store or of articles.",
    "positions": "Print what each party holds on each issue.",
    "deadlines": "Print what falls due when, or write it as a calendar.",
    "who": "Print everybody by name, one entry each across articles.",
    "show": "Print the rows of one table.",
    "explain": "Show a row, its words in their paragraph, and why it was made.",
    "code": "Write the events of a store or of articles as an event table.",
    "stories": "Print what articles report in common, with its sources.",
    "changes": "Print what changed since a day.",
    "series": "Counts and PLOVER scores of two parties, period by period.",
    "export": "Write every table of a store to files.",
    "strategy": "Draft, solve, compare and explain formal models of a conflict.",
}


class _Commands(click.Group):
    """Commands by name; the module of a command is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"onrecord.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="onrecord")
@click.option("--quiet", "-q", is_flag=True, help="No progress and no remarks on stderr.")
@click.pass_context
def main(context: click.Context, quiet: bool) -> None:
    """Reads news reporting and keeps the record: who said what and on whose word, who did
    what to whom, what is on the table and by when; each row tied to its exact words.

    Exit codes: 0 all was done, 1 some input failed and the rest was done, 2 wrong usage.
    """
    context.obj = {"quiet": quiet}
