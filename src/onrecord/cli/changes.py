"""``onrecord changes``: what is not as it was."""

from __future__ import annotations

import datetime as dt
import sys

import click

from onrecord.cli.options import IsoDate, reading_options


@click.command("changes", help="Print what changed since a day: new, moved, withdrawn, ...")
@click.argument("sources", nargs=-1, metavar="[STORE|PATH|URL|-]...")
@click.option("--since", type=IsoDate(), required=True, help="The first day that counts as new.")
@click.option("--as-of", type=IsoDate(), help="The day it is told on (default: the newest).")
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
    since: dt.date,
    as_of: dt.date | None,
    format: str,
    width: int | None,
    published: str | None,
    outlet: str | None,
    pipeline: str | None,
    vocabulary: str | None,
) -> None:
    """Print changes."""
    import msgspec

    from onrecord.brief import print_brief, to_markdown
    from onrecord.brief.storylist import change_list
    from onrecord.cli.sources import given_records
    from onrecord.crisis.changes import changes
    from onrecord.crisis.stories import find_stories

    if as_of is not None and as_of < since:
        raise click.UsageError("--as-of lies before --since")
    given = {"published": published, "outlet": outlet}
    tools = {"pipeline": pipeline, "vocabulary": vocabulary}
    with given_records(context, sources, **given, **tools) as records:
        found = changes(records, find_stories(records), since, as_of=as_of)
        page = change_list(records, found, since, as_of)
        if format == "json":
            for change in found:
                click.echo(msgspec.json.encode(change).decode())
        elif format == "markdown":
            click.echo(to_markdown(page))
        else:
            print_brief(page, sys.stdout, width=width)
