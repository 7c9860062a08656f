"""``onrecord explain``: a row, its words in their paragraph, and why it was made."""

from __future__ import annotations

import sys

import click

from onrecord.cli.options import stop


@click.command("explain", help="Show the row ID of a STORE with its words and reasons.")
@click.argument("row", metavar="ID")
@click.argument("store", type=click.Path(exists=True, dir_okay=False), default="onrecord.db")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--width", type=click.IntRange(40, 400), help="Columns.")
def command(row: str, store: str, as_json: bool, width: int | None) -> None:
    """Explain a row."""
    import msgspec

    from onrecord.api import explain
    from onrecord.brief.explain import print_explanation
    from onrecord.record.store import Store, StoreError

    try:
        with Store(store) as opened:
            explanation = explain(opened, row)
    except StoreError as error:
        stop(str(error))
    except KeyError as error:
        stop(str(error.args[0]))
    if as_json:
        click.echo(msgspec.json.encode(explanation).decode())
    else:
        print_explanation(explanation, sys.stdout, width=width)
