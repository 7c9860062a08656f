"""``onrecord export``: every table of a store as files."""

from __future__ import annotations

import click

from onrecord.cli.options import say, stop
from onrecord.export import FORMATS, export_tables
from onrecord.record.store import Store, StoreError


@click.command("export", help="Write one file a table of a STORE into the folder DIR.")
@click.argument("store", type=click.Path(exists=True, dir_okay=False))
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False))
@click.option("--format", type=click.Choice(list(FORMATS)), default="jsonl", show_default=True)
@click.pass_context
def command(context: click.Context, store: str, folder: str, format: str) -> None:
    """Write the tables."""
    try:
        with Store(store) as opened:
            counts = export_tables(opened, folder, format)
    except (StoreError, OSError) as error:
        stop(str(error))
    except ImportError:
        stop(f"--format {format} needs a library: pip install 'onrecord[{format}]'")
    if not context.obj["quiet"]:
        say(", ".join(f"{count} {table}" for table, count in counts.items()) + f" in {folder}")
