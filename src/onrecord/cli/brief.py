"""``onrecord brief``: what a person reads."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import IsoDate
from onrecord.cli.sources import over_articles

if TYPE_CHECKING:
    from onrecord.crisis.collection import Text


@click.command("brief", help="Print the brief of stores, or of articles, which are read first.")
@click.option("--as-of", type=IsoDate(), help="The day it is written for (2025-08-06).")
@click.option("--full", is_flag=True, help="Leave nothing out.")
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
    as_of: dt.date | None,
    full: bool,
    format: str,
    width: int | None,
) -> None:
    """Print a brief."""
    import msgspec

    from onrecord.api import brief
    from onrecord.brief import print_brief, to_markdown
    from onrecord.crisis.collection import Collection

    page = brief(Collection.of(texts), as_of=as_of, full=full)
    if format == "json":
        click.echo(msgspec.json.encode(page).decode())
    elif format == "markdown":
        click.echo(to_markdown(page))
    else:
        print_brief(page, sys.stdout, width=width)
