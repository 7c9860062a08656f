"""``onrecord changes``: what is not as it was."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import IsoDate, echo_json
from onrecord.cli.sources import over_articles

if TYPE_CHECKING:
    from onrecord.crisis.collection import Text


@click.command("changes", help="Print what changed since a day: new, moved, withdrawn, ...")
@click.option("--since", type=IsoDate(), required=True, help="The first day that counts as new.")
@click.option("--as-of", type=IsoDate(), help="The day it is told on (default: the newest).")
@click.option(
    "--format",
    type=click.Choice(["terminal", "markdown", "json"]),
    default="terminal",
    show_default=True,
)
@click.option("--width", type=click.IntRange(40, 400), help="Columns (terminal).")
@over_articles
def command(
    texts: list[Text],
    since: dt.date,
    as_of: dt.date | None,
    format: str,
    width: int | None,
) -> None:
    """Print changes."""
    from onrecord.api import changes
    from onrecord.brief import print_brief, to_markdown
    from onrecord.brief.storylist import change_list
    from onrecord.crisis.collection import Collection

    if as_of is not None and as_of < since:
        raise click.UsageError("--as-of lies before --since")
    collection = Collection.of(texts)
    found = changes(collection, since, as_of=as_of)
    page = change_list(collection.records, found, since, as_of)
    if format == "json":
        echo_json(found)
    elif format == "markdown":
        click.echo(to_markdown(page))
    else:
        print_brief(page, sys.stdout, width=width)
