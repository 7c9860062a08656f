"""The whole reading of one invented day in nine dispatches: what is planted is found, no more."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from onrecord.crisis.copies import find_copies
from onrecord.crisis.stories import find_stories
from onrecord.intake import Intake
from onrecord.reader import read_article

FOLDER = Path(__file__).parent / "oneday"
PLANTED = tomllib.loads((FOLDER / "planted.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def day(tools):
    intake = Intake.load()
    return {
        path.name[:2]: read_article(intake.open(path).article, tools)
        for path in sorted(FOLDER.glob("*.txt"))
    }


@pytest.fixture(scope="module")
def stories(day):
    return find_stories(day.values())


def groups_at(day, stories, file, words):
    """The stories of the events at some words."""
    start = day[file].text.index(words)
    end = start + len(words)
    events = [e for e in day[file].events if e.start < end and start < e.end]
    return {stories.grouping.group_of[e.id] for e in events}


def story_of(day, stories, entry):
    shared = set.intersection(*(groups_at(day, stories, *member) for member in entry["members"]))
    return stories.story(min(shared)) if shared else None


@pytest.fixture(scope="module")
def by_name(day, stories):
    return {entry["name"]: story_of(day, stories, entry) for entry in PLANTED["stories"]}


def test_the_copy_and_no_other(day):
    names = {record.article.id: file for file, record in day.items()}
    found = find_copies(record.article for record in day.values())
    wanted = [(entry["copy"], entry["original"]) for entry in PLANTED["copies"]]
    assert [(names[c.article], names[c.original]) for c in found] == wanted


@pytest.mark.parametrize("entry", PLANTED["stories"], ids=lambda e: e["name"])
def test_a_story_with_its_independent_outlets(by_name, entry):
    story = by_name[entry["name"]]
    assert story is not None
    assert (story.independent, story.support) == (entry["independent"], entry["support"])


def test_the_disagreements_with_who_says_which_and_no_other(by_name, stories):
    wanted = [
        (by_name[e["story"]].id, e["field"], {v: set(by) for v, by in e["values"].items()})
        for e in PLANTED["disagreements"]
    ]
    found = [
        (story.id, d.field, {claim.value: set(claim.by) for claim in d.values})
        for story in stories.rows()
        for d in story.disagreements
    ]
    assert [entry[:2] for entry in found] == [entry[:2] for entry in wanted]
    for (_, _, said), (_, _, planted) in zip(found, wanted, strict=True):
        assert set(said) == set(planted)
        assert all(planted[value] <= said[value] for value in planted)


def test_the_toll_that_rises_is_a_revision_and_no_other(by_name, stories):
    found = [
        (story.id, r.field, [claim.value for claim in r.values])
        for story in stories.rows()
        for r in story.revisions
    ]
    assert found == [
        (by_name[e["story"]].id, e["field"], e["values"]) for e in PLANTED["revisions"]
    ]


@pytest.mark.parametrize("entry", PLANTED["apart"], ids=lambda e: e["why"])
def test_what_only_looks_like_one_thing_is_apart(day, stories, entry):
    one, other = (groups_at(day, stories, *row) for row in entry["rows"])
    assert one
    assert other
    assert not one & other
