"""Stories, and changes, as pages of their own: the same view model as a brief."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from onrecord.brief import wording
from onrecord.brief.across import changed, claim_words, standing, story_line
from onrecord.brief.articles import article_list
from onrecord.brief.desk import Desk
from onrecord.brief.view import Brief, Group, Line, Section
from onrecord.crisis.change import Change
from onrecord.intake.sentences import SentenceSplitter
from onrecord.record import Join, Record, Story
from onrecord.vocabulary.press import Press
from onrecord.vocabulary.tables import Tables


def _desk(records: Iterable[Record]) -> Desk:
    tables = Tables()
    return Desk(records, SentenceSplitter.load(tables), Press.load(tables))


def story_list(records: Iterable[Record], stories: Sequence[Story], *, why: bool = False) -> Brief:
    """Stories as a page, one group each.

    Args:
        records: the articles they are of.
        stories: what to tell.
        why: also every row, whose report it is and why it was joined.
    """
    desk = _desk(records)
    groups = tuple(
        Group(tuple(_lines(desk, story, why)), f"{story.id}: {standing(story)}")
        for story in stories
    )
    count = len(stories)
    return Brief(
        as_of=None,
        summary=(f"{count} stor{'y' if count == 1 else 'ies'} in {len(desk.records)} articles",),
        sections=(
            Section("Stories", groups, empty="No story is told by so many outlets."),
            article_list(desk),
        ),
    )


def _lines(desk: Desk, story: Story, why: bool) -> Iterable[Line]:
    yield story_line(desk, story, year=None)
    for disagreement in story.disagreements:
        told = " against ".join(claim_words(claim) for claim in disagreement.values)
        yield Line(f"contradicted: {disagreement.field}: {told}", weight="strong")
    for revision in story.revisions:
        by = f" by {wording.clean(revision.by)}" if revision.by else ""
        told = " → ".join(claim_words(claim) for claim in revision.values)
        yield Line(f"revised{by}: {revision.field}: {told}")
    if why:
        for join in story.joins:
            yield _join(desk, join)


def _join(desk: Desk, join: Join) -> Line:
    details = [f"row {join.row}", f"report of {wording.clean(join.outlet or 'the article')}"]
    if join.sources:
        details.append(f"on the word of {wording.listed([wording.clean(s) for s in join.sources])}")
    if join.because:
        details.append(f"joined for {wording.clean(join.because)} ({join.score:.2f})")
    text = f"“{wording.shortened(join.text, 160)}”"
    return Line(text, "", tuple(details), (desk.reference(join.article, join.start),), "weak")


def change_list(
    records: Iterable[Record], changes: Iterable[Change], since: dt.date, as_of: dt.date | None
) -> Brief:
    """Changes as a page."""
    desk = _desk(records)
    found = list(changes)
    today = as_of or desk.newest()
    return Brief(
        as_of=today.isoformat() if today else None,
        summary=(f"{len(found)} changes in {len(desk.records)} articles",),
        sections=(changed(desk, found, since), article_list(desk)),
    )
