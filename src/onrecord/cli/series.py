"""``onrecord series``: how much two parties do to each other, and how hostile it is."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from onrecord.cli.options import IsoDate, reading_options

if TYPE_CHECKING:
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
@click.argument("sources", nargs=-1, metavar="[STORE|PATH|URL|-]...")
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
@reading_options
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    dyad: tuple[str, str],
    by: str,
    since: dt.date | None,
    until: dt.date | None,
    rows: bool,
    svg: str | None,
    as_csv: bool,
    as_json: bool,
    published: str | None,
    outlet: str | None,
    pipeline: str | None,
    vocabulary: str | None,
) -> None:
    """Print a series."""
    import msgspec

    from onrecord.cli.sources import given_records
    from onrecord.crisis.chart import chart
    from onrecord.crisis.series import Period, plover_scores, series
    from onrecord.crisis.stories import find_stories
    from onrecord.vocabulary.tables import Tables

    if as_csv and as_json:
        raise click.UsageError("choose --json or --csv")
    given = {"published": published, "outlet": outlet}
    tools = {"pipeline": pipeline, "vocabulary": vocabulary}
    with given_records(context, sources, **given, **tools) as records:
        found = series(
            records,
            *dyad,
            score=plover_scores(Tables(Path(vocabulary) if vocabulary else None)),
            by=cast("By", by),
            story_of=None if rows else find_stories(records).grouping.group_of,
            since=since,
            until=until,
        )
        if svg is not None:
            title = f"{dyad[0]} and {dyad[1]}, by {by}"
            Path(svg).write_text(chart(found, title=title), encoding="utf-8")
        if as_json:
            for row in found:
                click.echo(msgspec.json.encode(row).decode())
        elif as_csv:
            from onrecord.export.csv import write_to

            write_to(sys.stdout, Period, found)
        elif found or svg is None:
            from onrecord.brief.table import print_table

            print_table(found, _COLUMNS, sys.stdout)
