"""``onrecord positions``: issue by party, the latest move of each kind, with the history."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import IsoDate, echo_json, in_pieces
from onrecord.cli.sources import over_articles

if TYPE_CHECKING:
    from onrecord.crisis.collection import Text
    from onrecord.crisis.positions import Held


@click.command("positions", help="What each party holds on each issue, of stores or articles.")
@click.option("--issue", help="Only this issue (ceasefire, territory …).")
@click.option("--party", help="Only this party: country code, actor id or name.")
@click.option("--as-of", type=IsoDate(), help="Leave out what was published later.")
@click.option("--history", is_flag=True, help="Every move, not only the latest of each kind.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
@over_articles
def command(
    texts: list[Text],
    issue: str | None,
    party: str | None,
    as_of: dt.date | None,
    history: bool,
    as_json: bool,
) -> None:
    """Print the positions."""
    from onrecord.api import positions
    from onrecord.crisis.collection import Collection

    found = positions(Collection.of(texts), issue=issue, party=party, as_of=as_of)
    if as_json:
        echo_json(found)
        return
    heading = None
    for position in found:
        if position.issue != heading:
            heading = position.issue
            click.echo(heading.replace("-", " ").upper())
        moved = f" (moving {position.movement} the others)" if position.movement else ""
        click.echo(f"  {position.name}{moved}")
        for held in position.history if history else position.latest.values():
            click.echo(f"    {_line(held)}")
    if not found:
        click.echo("no position is reported")


def _line(held: Held) -> str:
    move = held.move
    status = "" if move.status == "made" else f" ({move.status})"
    due = f", by {move.deadline.date or move.deadline.text}" if move.deadline else ""
    when = (held.published or "no date")[:10]
    word = f", on the word of {held.word}" if held.word and held.word != move.party else ""
    terms = in_pieces(move.terms)
    return f"{move.kind}{status}: {terms}{due}  [{when} {held.outlet or '?'}{word}; {move.id}]"
