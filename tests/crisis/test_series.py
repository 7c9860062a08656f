"""Series count stories, not reports, in both directions, with no gap between periods."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree

import pytest

from onrecord.crisis.chart import chart
from onrecord.crisis.series import plover_scores, series
from onrecord.crisis.stories import find_stories
from onrecord.vocabulary.tables import Tables
from tests.crisis.handmade import Made

SCORE = plover_scores(Tables())


def told(text, outlet, published, event, quad, by, to, **more):
    made = Made(text, outlet, published)
    made.event(text, event, published, by=[by], to=[to], quad=quad, **more)
    return made.record()


@pytest.fixture(scope="module")
def records():
    return [
        told("Ostland shelled Tavria's port", "A", "2031-04-14", "ASSAULT", 4, "ostland", "tavria"),
        told("Ostland shelled a Tavria port", "B", "2031-04-14", "ASSAULT", 4, "ostland", "tavria"),
        told("Tavria met Ostland", "A", "2031-04-29", "CONSULT", 1, "tavria", "ostland"),
        told(
            "Tavria may hit Ostland",
            "A",
            "2031-04-30",
            "ASSAULT",
            4,
            "tavria",
            "ostland",
            status="possible",
        ),
    ]


def test_weeks_without_events_are_rows_too(records):
    rows = series(records, "Tavria", "Ostland", score=SCORE, by="week")
    assert [r.period for r in rows[::2]] == ["2031-04-14", "2031-04-21", "2031-04-28"]
    assert {(r.source, r.target) for r in rows} == {("Tavria", "Ostland"), ("Ostland", "Tavria")}


def test_one_story_counts_once(records):
    stories = find_stories(records)
    rows = series(
        records,
        "state/ostland",
        "state/tavria",
        score=SCORE,
        by="month",
        story_of=stories.grouping.group_of,
    )
    (row,) = (r for r in rows if r.source == "state/ostland")
    assert (row.events, row.material_conflict) == (1, 1)
    assert row.score == row.mean == SCORE("ASSAULT", None)
    assert row.score < 0


def test_what_did_not_happen_does_not_count(records):
    rows = series(records, "Tavria", "Ostland", score=SCORE, by="day")
    assert sum(r.events for r in rows if r.source == "Tavria") == 1


def test_days_can_be_left_out(records):
    rows = series(records, "Tavria", "Ostland", score=SCORE, since=dt.date(2031, 4, 20))
    assert sum(r.events for r in rows) == 1


def test_a_stranger_has_no_series(records):
    assert series(records, "Tavria", "Velmark", score=SCORE) == []


def test_the_chart_is_well_formed_and_safe(records):
    rows = series(records, "Tavria", "Ostland", score=SCORE)
    for text in (chart(rows, title="<script>&\x07"), chart([], title="none")):
        root = ElementTree.fromstring(text)
        assert root.tag.endswith("svg")
        assert not [node for node in root.iter() if node.tag.endswith("script")]
