"""``onrecord code``: event tables of a store or of articles, in the columns of event data."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import FAILED, reading_options, say, stop
from onrecord.cli.sources import is_store

if TYPE_CHECKING:
    from onrecord.reader import Tools
    from onrecord.record import Record


@click.command("code", help="Write the events of a STORE or of articles as an event table.")
@click.argument("sources", nargs=-1, required=True, metavar="STORE|PATH|URL|-...")
@click.option(
    "--layout",
    type=click.Choice(["plover", "gdelt"]),
    default="plover",
    show_default=True,
    help="plover: a row an event. gdelt: a row a pair of actors, GDELT 2.0's 61 columns.",
)
@click.option("--format", type=click.Choice(["tsv", "csv"]), default="tsv", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False), help="A file, instead of standard output.")
@click.option("--all", "everything", is_flag=True, help="Also what is denied or only talked of.")
@click.option("--no-header", is_flag=True, help="No line of column names.")
@reading_options
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    layout: str,
    format: str,
    out: str | None,
    everything: bool,
    no_header: bool,
    published: str | None,
    outlet: str | None,
    pipeline: str | None,
    vocabulary: str | None,
) -> None:
    """Write the table."""
    from onrecord.cli.reading import load_tools
    from onrecord.export.codings import write_codings
    from onrecord.record.store import StoreError

    tools = load_tools(pipeline, vocabulary)
    failures: list[str] = []
    records = _records(sources, tools, published, outlet, failures)
    delimiter = "\t" if format == "tsv" else ","
    try:
        stream = Path(out).open("w", encoding="utf-8", newline="") if out else sys.stdout  # noqa: SIM115
        try:
            count = write_codings(
                stream,
                records,
                layout,
                scores=tools.ontology.score,
                everything=everything,
                delimiter=delimiter,
                header=not no_header,
            )
        finally:
            if out:
                stream.close()
    except (StoreError, OSError) as error:
        stop(str(error))
    for failure in failures:
        say(failure)
    if not context.obj["quiet"]:
        say(f"{count} rows")
    if failures:
        sys.exit(FAILED)


def _records(
    sources: tuple[str, ...],
    tools: Tools,
    published: str | None,
    outlet: str | None,
    failures: list[str],
) -> Iterator[Record]:
    """The records of stores among the sources, and of the articles."""
    from onrecord.batch import read_many
    from onrecord.intake import Given
    from onrecord.record.store import Store

    articles = []
    for source in sources:
        if is_store(source):
            with Store(source) as store:
                yield from store.records()
        else:
            articles.append(source)
    if articles:
        given = Given(published=published, outlet=outlet)
        for outcome in read_many(articles, tools, given=given):
            if outcome.error is not None:
                failures.append(outcome.error)
            elif outcome.record is not None:
                yield outcome.record
