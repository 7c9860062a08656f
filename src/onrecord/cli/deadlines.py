"""``onrecord deadlines``: what falls due when, who set it, and whether it has moved."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import IsoDate, echo_json, in_pieces
from onrecord.cli.sources import over_articles

if TYPE_CHECKING:
    from onrecord.crisis.collection import Text
    from onrecord.crisis.deadlines import Entry


@click.command("deadlines", help="What falls due when, of stores or articles.")
@click.option("--as-of", type=IsoDate(), help="The day to tell the state on (2025-08-06).")
@click.option("--ics", type=click.Path(dir_okay=False, path_type=Path), help="A calendar file.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
@over_articles
def command(texts: list[Text], as_of: dt.date | None, ics: Path | None, as_json: bool) -> None:
    """Print the deadlines."""
    from onrecord.api import deadlines
    from onrecord.crisis.collection import Collection
    from onrecord.export.calendar import to_calendar

    entries = deadlines(Collection.of(texts), as_of=as_of)
    if ics is not None:
        ics.write_text(to_calendar(entries), encoding="utf-8", newline="")
    if as_json:
        echo_json(entries)
        return
    for entry in entries:
        _print(entry)
    if not entries:
        click.echo("no deadline is reported")


def _print(entry: Entry) -> None:
    deadline = entry.deadline
    parties = entry.set_by or "?"
    parties += f" → {', '.join(entry.on)}" if entry.on else ""
    state = deadline.state or "no day"
    click.echo(f"{deadline.due or '?':10s}  {state:9s}  {parties}: {in_pieces(deadline.terms)}")
    if deadline.otherwise:
        click.echo(f"{'':23s}else: {in_pieces(deadline.otherwise)}")
    because = f"; see {', '.join(deadline.because)}" if deadline.because else ""
    click.echo(f"{'':23s}“{deadline.text}” ({', '.join(entry.rows)}{because})")
