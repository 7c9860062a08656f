"""``onrecord brief``: what a person reads."""

from __future__ import annotations

import datetime as dt
import sys

import click

from onrecord.cli.options import IsoDate, reading_options


@click.command("brief", help="Print the brief of stores, or of articles, which are read first.")
@click.argument("sources", nargs=-1, metavar="[STORE|PATH|URL|-]...")
@click.option("--as-of", type=IsoDate(), help="The day it is written for (2025-08-06).")
@click.option("--full", is_flag=True, help="Leave nothing out.")
@click.option(
    "--format",
    type=click.Choice(["terminal", "markdown", "json"]),
    default="terminal",
    show_default=True,
)
@click.option("--width", type=click.IntRange(40, 400), help="Columns (terminal).")
@reading_options
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    as_of: dt.date | None,
    full: bool,
    format: str,
    width: int | None,
    published: str | None,
    outlet: str | None,
    pipeline: str | None,
    vocabulary: str | None,
) -> None:
    """Print a brief."""
    import msgspec

    from onrecord.brief import compose, print_brief, to_markdown
    from onrecord.cli.sources import given_records

    given = {"published": published, "outlet": outlet}
    tools = {"pipeline": pipeline, "vocabulary": vocabulary}
    with given_records(context, sources, **given, **tools) as records:
        brief = compose(records, as_of=as_of, full=full)
        if format == "json":
            click.echo(msgspec.json.encode(brief).decode())
        elif format == "markdown":
            click.echo(to_markdown(brief))
        else:
            print_brief(brief, sys.stdout, width=width)
