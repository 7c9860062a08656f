"""What was planted in the examples is found from rows alone, and nothing else is."""

from __future__ import annotations

import random
from typing import Any

import pytest

from onrecord.crisis.stories import Stories, find_stories
from onrecord.record import Record, Story
from tests.crisis.planted import SETS, plan, records

_CURLY = str.maketrans("’‘“”", "''\"\"")


@pytest.fixture(scope="module", params=SETS)
def crisis(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Record], Stories]:
    made = records(request.param)
    return plan(request.param), made, find_stories(made.values())


def rows_at(record: Record, words: str) -> list[str]:
    start = record.text.translate(_CURLY).index(words.translate(_CURLY))
    end = start + len(words)
    rows = (*record.events, *record.moves)
    return [row.id for row in rows if row.start < end and start < row.end]


def story_of(planted: dict[str, Any], made: dict[str, Record], stories: Stories) -> Story | None:
    """The one story that holds a row at the words of every member, or none."""
    shared: set[str] | None = None
    for member in planted["members"]:
        rows = rows_at(made[member["file"]], member["words"])
        groups = {stories.grouping.group_of[row] for row in rows}
        shared = groups if shared is None else shared & groups
    return stories.story(min(shared)) if shared else None


def test_every_planted_story_is_one_story(crisis):
    planted, made, stories = crisis
    missed = [s["name"] for s in planted["stories"] if story_of(s, made, stories) is None]
    assert missed == []


def test_copies_rewrites_and_reports_of_reports_are_counted_once(crisis):
    planted, made, stories = crisis
    for entry in planted["stories"]:
        story = story_of(entry, made, stories)
        assert (entry["name"], story.independent) == (entry["name"], entry["independent"])


def test_no_story_joins_two_planted_ones(crisis):
    planted, made, stories = crisis
    ids = [story_of(s, made, stories).id for s in planted["stories"]]
    assert len(ids) == len(set(ids))


def test_every_planted_disagreement_is_found_with_who_says_which(crisis):
    planted, made, stories = crisis
    by_name = {s["name"]: story_of(s, made, stories) for s in planted["stories"]}
    for entry in planted["disagreements"]:
        wanted = {value["value"] for value in entry["values"]}
        found = [
            {claim.value for claim in d.values}
            for story in (by_name[entry["story"]], *stories.rows())
            for d in story.disagreements
            if d.field == entry["field"]
        ]
        assert any(wanted <= values for values in found), (entry["field"], wanted, found)


def test_nothing_else_is_a_disagreement(crisis):
    planted, _, stories = crisis
    fields = {entry["field"] for entry in planted["disagreements"]}
    values = {v["value"] for entry in planted["disagreements"] for v in entry["values"]}
    for story in stories.rows():
        for disagreement in story.disagreements:
            assert disagreement.field in fields, story.text
            assert {claim.value for claim in disagreement.values} <= values, story.text


def test_every_planted_revision_is_found_and_no_other(crisis):
    planted, _, stories = crisis
    found = [
        [claim.value.removeprefix("at least ") for claim in revision.values]
        for story in stories.rows()
        for revision in story.revisions
    ]
    wanted = [[value["value"] for value in entry["values"]] for entry in planted["revisions"]]
    assert sorted(found) == sorted(wanted)


def test_what_rests_on_unnamed_sources_alone_is_marked(crisis):
    planted, made, stories = crisis
    for entry in planted["stories"]:
        if entry["name"].startswith("Askeby and Brandis"):
            assert story_of(entry, made, stories).support == "unnamed-only"


def test_an_article_is_added_once(crisis):
    _, made, stories = crisis
    assert stories.add(next(iter(made.values()))) == ()


def test_every_join_gives_its_reason(crisis):
    _, _, stories = crisis
    for group in stories.grouping.groups.values():
        for evidence in group.evidence[1:]:
            assert evidence.words()


def test_the_same_rows_give_the_same_stories(crisis):
    _, made, stories = crisis
    again = find_stories(made.values())
    assert list(again.rows()) == list(stories.rows())


def test_most_planted_stories_are_one_story_in_any_order_of_adding(crisis):
    planted, made, _ = crisis
    found = 0
    for seed in range(6):
        articles = list(made.values())
        random.Random(seed).shuffle(articles)
        stories = find_stories(articles)
        found += sum(story_of(s, made, stories) is not None for s in planted["stories"])
    assert found >= 0.75 * 6 * len(planted["stories"])
