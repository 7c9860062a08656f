"""``onrecord series``: how much two parties do to each other, and how hostile it is."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from onrecord.cli.options import IsoDate, echo_json
from onrecord.cli.sources import over_articles, own_vocabulary

if TYPE_CHECKING:
    from onrecord.crisis.collection import Text
    from onrecord.crisis.series import By

_COLUMNS = (
    "period",
    "source",
    "target",
    "events",
    "verbal_cooperation",
    "material_cooperation",
    "verbal_conflict",
    "material_conflict",
    "score",
    "mean",
)


@click.command("series", help="Counts and PLOVER scores of two parties, period by period.")
@click.option(
    "--dyad",
    nargs=2,
    required=True,
    metavar="ONE OTHER",
    help="Countries (ISO 3166-1 alpha-3), or names or ids of actors.",
)
@click.option(
    "--by", type=click.Choice(["day", "week", "month"]), default="week", show_default=True
)
@click.option("--since", type=IsoDate(), help="The first day.")
@click.option("--until", type=IsoDate(), help="The last day.")
@click.option("--rows", is_flag=True, help="Count every report, not every story once.")
@click.option("--svg", type=click.Path(dir_okay=False), help="Write a chart to this file.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
@over_articles
def command(
    texts: list[Text],
    dyad: tuple[str, str],
    by: str,
    since: dt.date | None,
    until: dt.date | None,
    rows: bool,
    svg: str | None,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Print a series."""
    from onrecord.crisis.chart import chart
    from onrecord.crisis.collection import Collection
    from onrecord.crisis.series import Period, plover_scores, series
    from onrecord.vocabulary.tables import Tables

    if as_csv and as_json:
        raise click.UsageError("choose --json or --csv")
    collection = Collection.of(texts)
    found = series(
        collection.records,
        *map(collection.known_as, dyad),
        score=plover_scores(Tables(own_vocabulary())),
        by=cast("By", by),
        story_of=None if rows else collection.stories().grouping.group_of,
        since=since,
        until=until,
    )
    if svg is not None:
        title = f"{dyad[0]} and {dyad[1]}, by {by}"
        Path(svg).write_text(chart(found, title=title), encoding="utf-8")
    if as_json:
        echo_json(found)
    elif as_csv:
        from onrecord.export.csv import write_to

        write_to(sys.stdout, Period, found)
    elif found or svg is None:
        from onrecord.brief.table import print_table

        print_table(found, _COLUMNS, sys.stdout)
