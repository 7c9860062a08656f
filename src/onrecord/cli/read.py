"""``onrecord read``: articles into a store, or their record to standard output."""

from __future__ import annotations

import contextlib
import sys

import click

from onrecord.cli.options import FAILED, reading_options, say, stop


@click.command("read", help="Read articles: files, http(s) addresses, or - for standard input.")
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL|-...")
@click.option(
    "--store",
    type=click.Path(dir_okay=False),
    default="onrecord.db",
    show_default=True,
    help="The store to read into; made where it does not exist.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines and touch no store.")
@reading_options
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    store: str,
    as_json: bool,
    published: str | None,
    outlet: str | None,
    pipeline: str | None,
    vocabulary: str | None,
) -> None:
    """Read articles."""
    from onrecord.cli.reading import Progress, load_tools
    from onrecord.intake import Given
    from onrecord.record.jsonl import to_lines
    from onrecord.record.store import Store, StoreError

    from onrecord.batch import read_many  # isort: skip

    quiet: bool = context.obj["quiet"]
    tools = load_tools(pipeline, vocabulary)
    failed = new = known = 0
    try:
        with contextlib.ExitStack() as stack:
            opened = None if as_json else stack.enter_context(Store(store))
            progress = stack.enter_context(Progress(len(sources), quiet))
            given = Given(published=published, outlet=outlet)
            for outcome in read_many(sources, tools, given=given, store=opened):
                progress.advance()
                if outcome.error is not None:
                    failed += 1
                    say(outcome.error)
                elif outcome.record is None:
                    known += 1
                else:
                    new += 1
                    if not quiet:
                        for warning in outcome.record.warnings:
                            say(f"{outcome.source}: {warning}")
                    if as_json:
                        for line in to_lines(outcome.record):
                            click.echo(line)
    except StoreError as error:
        stop(str(error))
    if not quiet and not as_json:
        say(f"{new} read into {store}, {known} there already, {failed} failed")
    if failed:
        sys.exit(FAILED)
