"""``onrecord positions``: issue by party, the latest move of each kind, with the history."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import IsoDate, reading_options

if TYPE_CHECKING:
    from onrecord.crisis.positions import Held


@click.command("positions", help="What each party holds on each issue, of stores or articles.")
@click.argument("sources", nargs=-1, metavar="[STORE|PATH|URL|-]...")
@click.option("--issue", help="Only this issue (ceasefire, territory …).")
@click.option("--party", help="Only this party: country code, actor id or name.")
@click.option("--as-of", type=IsoDate(), help="Leave out what was published later.")
@click.option("--history", is_flag=True, help="Every move, not only the latest of each kind.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
@reading_options
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    issue: str | None,
    party: str | None,
    as_of: dt.date | None,
    history: bool,
    as_json: bool,
    published: str | None,
    outlet: str | None,
    pipeline: str | None,
    vocabulary: str | None,
) -> None:
    """Print the positions."""
    import msgspec

    from onrecord.api import positions
    from onrecord.cli.sources import given_records

    given = {"published": published, "outlet": outlet}
    tools = {"pipeline": pipeline, "vocabulary": vocabulary}
    with given_records(context, sources, **given, **tools) as records:
        found = positions(records, issue=issue, party=party, as_of=as_of)
        heading = None
        for position in found:
            if as_json:
                click.echo(msgspec.json.encode(position).decode())
                continue
            if position.issue != heading:
                heading = position.issue
                click.echo(heading.replace("-", " ").upper())
            moved = f" (moving {position.movement} the others)" if position.movement else ""
            click.echo(f"  {position.name}{moved}")
            shown = position.history if history else tuple(position.latest.values())
            for held in shown:
                click.echo(f"    {_line(held)}")
        if not found:
            click.echo("no position is reported")


def _line(held: Held) -> str:
    move = held.move
    terms = " … ".join(" ".join(span.text.split()) for span in move.terms)
    status = "" if move.status == "made" else f" ({move.status})"
    due = f", by {move.deadline.date or move.deadline.text}" if move.deadline else ""
    when = (held.published or "no date")[:10]
    word = f", on the word of {held.word}" if held.word and held.word != move.party else ""
    return f"{move.kind}{status}: {terms}{due}  [{when} {held.outlet or '?'}{word}; {move.id}]"
