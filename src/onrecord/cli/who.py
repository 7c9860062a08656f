"""``onrecord who``: persons and bodies across articles, one entry each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.options import reading_options, stop

if TYPE_CHECKING:
    from onrecord.crisis.identities import Identity


@click.command("who", help="Everybody by name, of stores or articles, one entry each.")
@click.argument("sources", nargs=-1, metavar="[STORE|PATH|URL|-]...")
@click.option(
    "--names",
    type=click.Path(exists=True, dir_okay=False),
    help="Your list of names with ids elsewhere: CSV of name, qid [, kind, country, names].",
)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
@reading_options
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    names: str | None,
    as_json: bool,
    published: str | None,
    outlet: str | None,
    pipeline: str | None,
    vocabulary: str | None,
) -> None:
    """Print the identities, those in most articles first."""
    import msgspec

    from onrecord.api import who
    from onrecord.cli.sources import given_records
    from onrecord.vocabulary.tables import VocabularyError

    given = {"published": published, "outlet": outlet}
    tools = {"pipeline": pipeline, "vocabulary": vocabulary}
    with given_records(context, sources, **given, **tools) as records:
        try:
            found = who(records, names=names)
        except VocabularyError as error:
            stop(str(error))
        for one in found:
            if as_json:
                click.echo(msgspec.json.encode(one).decode())
                continue
            click.echo(_line(one))


def _line(one: Identity) -> str:
    also = f" (also {', '.join(one.names[1:])})" if one.names[1:] else ""
    told = [part for part in (", ".join(one.offices), " ".join(one.countries)) if part]
    count = f"{len(one.articles)} article{'' if len(one.articles) == 1 else 's'}"
    parts = [one.names[0] + also, "; ".join(told), count, one.id, one.qid or ""]
    return "  ".join(part for part in parts if part)
