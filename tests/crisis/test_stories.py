"""Stories from rows made by hand: what is joined, whose report it is, what contradicts it."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.crisis.stories import find_stories
from tests.crisis.handmade import Made

DAY = "2031-04-18"


def attack(text, outlet, published, killed=None, day=DAY, source=None, **more):
    made = Made(text, outlet, published)
    statement = made.said(text, source) if source else None
    figures = [("killed", *killed)] if killed else []
    made.event(
        text,
        "ASSAULT",
        day,
        by=["ostland"],
        to=["tavria"],
        figures=figures,
        statement=statement,
        **more,
    )
    return made.record()


def events(*records):
    return [s for s in find_stories(records).rows() if s.kind == "event"]


def test_one_attack_told_by_two_outlets_is_one_story():
    (story,) = events(
        attack("An Ostland shell killed 12 sailors in Port Alder on Friday", "A", "2031-04-18"),
        attack("Twelve sailors died when Ostland shelled Port Alder", "B", "2031-04-19"),
    )
    assert story.outlets == ("A", "B")
    assert (story.independent, story.support) == (2, "corroborated")
    assert story.first_reported == "2031-04-18"
    assert "2031-04-18" in story.joins[1].because


def test_two_attacks_of_two_days_are_two_stories():
    text = "An Ostland shell killed sailors in Port Alder"
    first = attack(f"{text} on Friday", "A", "2031-04-18")
    second = attack(f"{text} again", "B", "2031-04-25", day="2031-04-25")
    assert len(events(first, second)) == 2


def test_two_things_of_one_day_are_two_stories():
    strike = attack("An Ostland shell killed 12 sailors in Port Alder", "A", DAY)
    made = Made("Tavria expelled the Ostland ambassador", "B", DAY)
    made.event(made.article.text, "COERCE", DAY, by=["tavria"], to=["ostland"])
    assert len(events(strike, made.record())) == 2


def test_a_rising_toll_is_a_revision():
    (story,) = events(
        attack("An Ostland shell killed at least 12 sailors in Port Alder", "A", DAY, (12, None)),
        attack("The shell on Port Alder killed 31 sailors", "B", "2031-04-20", (31, 31)),
    )
    assert story.disagreements == ()
    (revision,) = story.revisions
    assert [c.value for c in revision.values] == ["at least 12", "31"]


def test_two_sides_that_hold_to_their_figures_disagree():
    (story,) = events(
        attack("Tavria: shell killed 31 in Port Alder", "A", DAY, (31, 31), source="tavria"),
        attack("Ostland: shell killed 2 in Port Alder", "A", DAY, (2, 2), source="ostland"),
    )
    (disagreement,) = story.disagreements
    assert disagreement.field == "killed"
    assert {(c.value, c.by) for c in disagreement.values} == {
        ("31", ("Tavria",)),
        ("2", ("Ostland",)),
    }


@pytest.mark.parametrize("killed", [(12, None), (31, 31), (30, 40)])
def test_bounds_that_meet_do_not_disagree(killed):
    (story,) = events(
        attack("Tavria: shell killed 31 in Port Alder", "A", DAY, (31, 31), source="tavria"),
        attack("Ostland: shell killed some in Port Alder", "B", DAY, killed, source="ostland"),
    )
    assert story.disagreements == ()


def test_a_figure_stated_again_after_a_later_one_is_contested():
    (story,) = events(
        attack("A shell killed 31 sailors in Port Alder", "A", "2031-04-18", (31, 31)),
        attack("A shell killed 32 sailors in Port Alder", "B", "2031-04-20", (32, 32)),
        attack("The shell killed 31 sailors in Port Alder", "A", "2031-04-22", (31, 31)),
    )
    assert [d.field for d in story.disagreements] == ["killed"]
    assert story.revisions == ()


def test_a_meeting_that_one_side_denies():
    made = Made("Ilse Marrow met the Ostland envoy in Sarelle on Friday", "A", "2031-04-19")
    made.event(made.article.text, "CONSULT", DAY, by=["marrow"], to=["ostland"], trigger="met")
    other = Made("Ilse Marrow denied meeting the Ostland envoy in Sarelle", "B", "2031-04-20")
    other.said("meeting the Ostland envoy in Sarelle", "marrow", act="deny")
    (story,) = events(made.record(), other.record())
    (disagreement,) = story.disagreements
    assert disagreement.field == "status"
    assert [(c.value, c.by) for c in disagreement.values] == [
        ("happened", ("A",)),
        ("denied", ("Ilse Marrow",)),
    ]
    assert story.independent == 1


def test_what_another_outlet_reported_is_no_confirmation():
    first = attack("An Ostland shell killed 12 sailors in Port Alder", "Meridian", DAY)
    made = Made("Meridian said an Ostland shell killed sailors in Port Alder", "B", "2031-04-19")
    relayed = made.said("an Ostland shell killed sailors in Port Alder", "meridian", act="report")
    words = "an Ostland shell killed sailors in Port Alder"
    made.event(words, "ASSAULT", DAY, by=["ostland"], to=["tavria"], statement=relayed)
    (story,) = events(first, made.record())
    assert (story.outlets, story.independent) == (("Meridian", "B"), 1)
    assert story.support == "single-source"


def test_what_only_unnamed_sources_say():
    (story,) = events(
        attack("An Ostland shell hit Port Alder, officials said", "A", DAY, source="officials"),
        attack("Officials said an Ostland shell hit Port Alder", "B", DAY, source="officials"),
    )
    assert story.support == "unnamed-only"


def test_opposite_claims_about_a_position():
    ready = Made("Tavria is ready for a full ceasefire at sea", "A", DAY)
    ready.move("a full ceasefire at sea", "acceptance", "tavria", "ceasefire")
    refused = Made("Tavria refuses a ceasefire at sea", "B", "2031-04-19")
    refused.move("a ceasefire at sea", "refusal", "tavria", "ceasefire")
    found = [s for s in find_stories([ready.record(), refused.record()]).rows() if s.disagreements]
    assert {c.value for s in found for d in s.disagreements for c in d.values} == {
        "acceptance",
        "refusal",
    }


def test_a_later_refusal_is_a_change_of_position_and_no_contradiction():
    ready = Made("Tavria is ready for a full ceasefire at sea", "A", DAY)
    ready.move("a full ceasefire at sea", "acceptance", "tavria", "ceasefire")
    refused = Made("Tavria refuses a ceasefire at sea", "B", "2031-04-28")
    refused.move("a ceasefire at sea", "refusal", "tavria", "ceasefire")
    assert not any(s.disagreements for s in find_stories([ready.record(), refused.record()]).rows())


def test_ids_stay_as_articles_are_added():
    first = attack("An Ostland shell killed 12 sailors in Port Alder", "A", DAY)
    stories = find_stories([first])
    (before,) = stories.rows()
    (touched,) = stories.add(attack("Ostland shell kills sailors in Port Alder", "B", "2031-04-19"))
    assert touched == before.id
    assert len(stories.story(touched).members) == 2


def test_stories_survive_json():
    first = attack("An Ostland shell killed 12 sailors in Port Alder", "A", DAY, (12, 12))
    (story,) = find_stories([first]).rows()
    assert msgspec.json.decode(msgspec.json.encode(story), type=type(story)) == story
