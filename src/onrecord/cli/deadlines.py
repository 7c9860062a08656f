"""``onrecord deadlines``: what falls due when, who set it, and whether it has moved."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from onrecord.cli.options import IsoDate, reading_options


@click.command("deadlines", help="What falls due when, of stores or articles.")
@click.argument("sources", nargs=-1, metavar="[STORE|PATH|URL|-]...")
@click.option("--as-of", type=IsoDate(), help="The day to tell the state on (2025-08-06).")
@click.option("--ics", type=click.Path(dir_okay=False, path_type=Path), help="A calendar file.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
@reading_options
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    as_of: dt.date | None,
    ics: Path | None,
    as_json: bool,
    published: str | None,
    outlet: str | None,
    pipeline: str | None,
    vocabulary: str | None,
) -> None:
    """Print the deadlines."""
    import msgspec

    from onrecord.api import deadlines
    from onrecord.cli.sources import given_records
    from onrecord.export.calendar import to_calendar

    given = {"published": published, "outlet": outlet}
    tools = {"pipeline": pipeline, "vocabulary": vocabulary}
    with given_records(context, sources, **given, **tools) as records:
        entries = deadlines(records, as_of=as_of)
        if ics is not None:
            ics.write_text(to_calendar(entries), encoding="utf-8", newline="")
        for entry in entries:
            if as_json:
                click.echo(msgspec.json.encode(entry).decode())
                continue
            deadline = entry.deadline
            terms = " … ".join(" ".join(span.text.split()) for span in deadline.terms)
            parties = entry.set_by or "?"
            parties += f" → {', '.join(entry.on)}" if entry.on else ""
            state = deadline.state or "no day"
            click.echo(f"{deadline.due or '?':10s}  {state:9s}  {parties}: {terms}")
            if deadline.otherwise:
                otherwise = " … ".join(" ".join(span.text.split()) for span in deadline.otherwise)
                click.echo(f"{'':23s}else: {otherwise}")
            because = f"; see {', '.join(deadline.because)}" if deadline.because else ""
            click.echo(f"{'':23s}“{deadline.text}” ({', '.join(entry.rows)}{because})")
        if not entries:
            click.echo("no deadline is reported")
