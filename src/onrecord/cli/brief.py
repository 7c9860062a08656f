"""``onrecord brief``: what a person reads."""

from __future__ import annotations

import datetime as dt
import sys

import click

from onrecord.cli.options import FAILED, IsoDate, reading_options, say, stop


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
    from onrecord.cli.sources import records_of

    quiet: bool = context.obj["quiet"]
    options = {"published": published, "outlet": outlet}
    records, errors = records_of(
        sources or ("onrecord.db",), quiet, options, pipeline=pipeline, vocabulary=vocabulary
    )
    for error in errors:
        say(error)
    if errors and not records:
        stop("nothing could be read")
    brief = compose(records, as_of=as_of, full=full)
    if format == "json":
        click.echo(msgspec.json.encode(brief).decode())
    elif format == "markdown":
        click.echo(to_markdown(brief))
    else:
        print_brief(brief, sys.stdout, width=width)
    if errors:
        sys.exit(FAILED)
