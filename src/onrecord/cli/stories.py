"""``onrecord stories``: what several articles report, and who stands behind it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import echo_json
from onrecord.cli.sources import over_articles

if TYPE_CHECKING:
    from onrecord.crisis.collection import Text
    from onrecord.record import Record, Story


@click.command("stories", help="Print what articles report in common, with its sources.")
@click.option(
    "--outlets",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    help="Only what so many outlets report.",
)
@click.option(
    "--kind", type=click.Choice(["event", "move", "statement"]), help="Only rows of this kind."
)
@click.option("--contested", is_flag=True, help="Only where reports differ or were revised.")
@click.option("--why", is_flag=True, help="Every row, whose report it is and why it was joined.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, every field.")
@click.option("--width", type=click.IntRange(40, 400), help="Columns.")
@over_articles
def command(
    texts: list[Text],
    outlets: int,
    kind: str | None,
    contested: bool,
    why: bool,
    as_json: bool,
    width: int | None,
) -> None:
    """Print stories."""
    from onrecord.crisis.collection import Collection
    from onrecord.crisis.stories import distinct, only_asked_for

    collection = Collection.of(texts)
    found = collection.stories()
    chosen = [
        story
        for story in found.rows(outlets=1 if contested else outlets)
        if (kind is None or story.kind == kind)
        and (not contested or story.disagreements or story.revisions)
    ]
    if kind is None and not as_json:  # the same words as event, move and statement once
        apart = distinct(found, (story.id for story in chosen))
        least = 1 if contested else outlets  # what a copy repeats of all that was said is much
        chosen = [
            s
            for s in chosen
            if s.id in apart
            and not only_asked_for(found, s.id)
            and (s.kind != "statement" or s.independent >= least)
        ]
    if as_json:
        echo_json(chosen)
    else:
        _print(collection.records, chosen, why, width)


def _print(records: list[Record], chosen: list[Story], why: bool, width: int | None) -> None:
    from onrecord.brief import print_brief
    from onrecord.brief.storylist import story_list

    print_brief(story_list(records, chosen, why=why), sys.stdout, width=width)
