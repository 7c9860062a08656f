"""``onrecord who``: persons and bodies across articles, one entry each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.options import echo_json, stop
from onrecord.cli.sources import over_articles

if TYPE_CHECKING:
    from onrecord.crisis.collection import Text
    from onrecord.crisis.identity import Identity


@click.command("who", help="Everybody by name, of stores or articles, one entry each.")
@click.option(
    "--names",
    type=click.Path(exists=True, dir_okay=False),
    help="Your list of names with ids elsewhere: CSV of name, qid [, kind, country, names]; or a "
    "dump of Wikidata's items (JSON, plain, .gz or .bz2).",
)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines.")
@over_articles
def command(texts: list[Text], names: str | None, as_json: bool) -> None:
    """Print the identities, those in most articles first."""
    from onrecord.api import who
    from onrecord.cli.reading import LineCount
    from onrecord.crisis.collection import Collection
    from onrecord.vocabulary.tables import VocabularyError

    try:
        with LineCount("items", quiet=click.get_current_context().obj["quiet"]) as count:
            found = who(Collection.of(texts), names=names, progress=count)
    except (VocabularyError, OSError) as error:
        stop(str(error))
    if as_json:
        echo_json(found)
        return
    for one in found:
        click.echo(_line(one))


def _line(one: Identity) -> str:
    also = f" (also {', '.join(one.names[1:])})" if one.names[1:] else ""
    told = [part for part in (", ".join(one.offices), " ".join(one.countries)) if part]
    count = f"{len(one.articles)} article{'' if len(one.articles) == 1 else 's'}"
    before = f"formerly {', '.join(one.former)}" if one.former else ""
    parts = [one.names[0] + also, "; ".join(told), count, one.id, before, one.qid or ""]
    return "  ".join(part for part in parts if part)
