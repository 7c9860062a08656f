"""``onrecord show``: the rows of one table."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

import click
import msgspec

from onrecord.cli.options import USAGE, stop
from onrecord.record import TABLES
from onrecord.record.store import Store, StoreError

# What a terminal table shows first; --json and --csv give every field.
_COLUMNS = {
    "articles": ("id", "published", "outlet", "title"),
    "actors": ("id", "name", "kind", "country", "sector", "roles"),
    "mentions": ("actor", "form", "text", "article", "start"),
    "times": ("text", "type", "value", "since", "until", "article"),
    "places": ("text", "name", "country", "region", "lat", "lon"),
    "statements": ("id", "source", "source_kind", "act", "form", "content", "via"),
    "events": ("id", "event", "mode", "status", "actors", "recipients", "when", "text"),
    "moves": ("id", "kind", "party", "toward", "issue", "terms", "deadline", "status"),
    "deadlines": ("due", "state", "set_by", "on", "terms", "otherwise", "move"),
    "reasons": ("row", "rule", "detail", "score"),
}


@click.command("show", help="Print the rows of one table of a STORE.")
@click.argument("kind", type=click.Choice(list(TABLES)))
@click.argument("store", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--where", "-w", multiple=True, metavar="FIELD=VALUE", help="Only rows with this value."
)
@click.option("--actor", help="Only rows in which this actor has a part (its id).")
@click.option("--search", help="Only articles or statements that hold these words.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many rows.")
@click.option("--all-versions", is_flag=True, help="Also texts that were replaced since.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, every field.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV, every field.")
def command(
    kind: str,
    store: str,
    where: tuple[str, ...],
    actor: str | None,
    search: str | None,
    limit: int | None,
    all_versions: bool,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Print the rows of one table."""
    if as_json and as_csv:
        raise click.UsageError("choose --json or --csv")
    try:
        with Store(store) as opened:
            rows = opened.rows(kind, all_versions=all_versions, **_conditions(where))
            if search is not None:
                wanted = set(opened.search(search, kind))
                rows = (row for row in rows if row.id in wanted)
            if actor is not None:
                rows = (row for row in rows if _has_part(row, actor))
            chosen = [row for row, _ in zip(rows, range(limit or sys.maxsize), strict=False)]
    except StoreError as error:
        stop(str(error))
    except KeyError as error:
        stop(str(error.args[0]), USAGE)
    _print(kind, chosen, as_json, as_csv)


def _conditions(where: Iterable[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for condition in where:
        field, equals, value = condition.partition("=")
        if not equals:
            raise click.UsageError(f"--where {condition}: write FIELD=VALUE")
        found[field] = None if value == "null" else value
    return found


def _has_part(row: Any, actor: str) -> bool:
    fields = ("id", "actor", "source", "addressee", "party", "set_by", "row")
    lists = ("actors", "recipients", "toward", "on")
    return any(getattr(row, field, None) == actor for field in fields) or any(
        actor in getattr(row, field, ()) for field in lists
    )


def _print(kind: str, rows: list[Any], as_json: bool, as_csv: bool) -> None:
    if as_json:
        for row in rows:
            click.echo(msgspec.json.encode(row).decode())
    elif as_csv:
        from onrecord.export.csv import write_to

        write_to(sys.stdout, TABLES[kind], rows)
    else:
        from onrecord.brief.table import print_table

        print_table(rows, _COLUMNS[kind], sys.stdout)
