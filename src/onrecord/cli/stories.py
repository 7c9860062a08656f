"""``onrecord stories``: what several articles report, and who stands behind it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import reading_options

if TYPE_CHECKING:
    from onrecord.record import Record, Story


@click.command("stories", help="Print what articles report in common, with its sources.")
@click.argument("sources", nargs=-1, metavar="[STORE|PATH|URL|-]...")
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
@reading_options
@click.pass_context
def command(
    context: click.Context,
    sources: tuple[str, ...],
    outlets: int,
    kind: str | None,
    contested: bool,
    why: bool,
    as_json: bool,
    width: int | None,
    published: str | None,
    outlet: str | None,
    pipeline: str | None,
    vocabulary: str | None,
) -> None:
    """Print stories."""
    import msgspec

    from onrecord.cli.sources import given_records
    from onrecord.crisis.stories import distinct, find_stories, only_asked_for

    given = {"published": published, "outlet": outlet}
    tools = {"pipeline": pipeline, "vocabulary": vocabulary}
    with given_records(context, sources, **given, **tools) as records:
        found = find_stories(records)
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
            for story in chosen:
                click.echo(msgspec.json.encode(story).decode())
        else:
            _print(records, chosen, why, width)


def _print(records: list[Record], chosen: list[Story], why: bool, width: int | None) -> None:
    from onrecord.brief import print_brief
    from onrecord.brief.storylist import story_list

    print_brief(story_list(records, chosen, why=why), sys.stdout, width=width)
