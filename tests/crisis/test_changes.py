"""Changes since a day: only what is not as it was."""

from __future__ import annotations

import datetime as dt

import msgspec

from onrecord.crisis.changes import changes
from onrecord.crisis.stories import find_stories
from onrecord.record import Deadline, DueBy
from tests.crisis.handmade import Made

SINCE = dt.date(2031, 4, 20)


def kinds(*records, since=SINCE, **more):
    return {(c.kind, c.detail) for c in changes(records, find_stories(records), since, **more)}


def shelling(outlet, published, text="An Ostland shell hit sailors in Port Alder", **more):
    made = Made(text, outlet, published)
    day = more.pop("day", "2031-04-18")
    made.event(text, "ASSAULT", day, by=["ostland"], to=["tavria"], **more)
    return made.record()


def test_what_was_told_before_is_no_change():
    assert kinds(shelling("A", "2031-04-18"), shelling("B", "2031-04-19")) == set()


def test_a_second_outlet_confirms():
    found = kinds(shelling("A", "2031-04-18"), shelling("B", "2031-04-20"))
    assert found == {("confirmed", "was single source, corroborated: 2 independent outlets")}


def test_something_new():
    (change,) = kinds(shelling("A", "2031-04-21", day="2031-04-21"))
    assert change == ("new", "assault, single source: 1 independent outlet")


def test_what_was_planned_has_happened():
    planned = shelling("A", "2031-04-19", day="2031-04-20", status="planned")
    happened = shelling("A", "2031-04-21", day="2031-04-20")
    assert ("moved", "was planned, has happened") in kinds(planned, happened)


def test_an_offer_is_withdrawn():
    records = []
    for day, status in (("2031-04-18", "made"), ("2031-04-21", "withdrawn")):
        made = Made("Tavria and its offer of joint inspections at sea", "A", day)
        made.move("joint inspections at sea", "offer", "tavria", "inspections", status=status)
        records.append(made.record())
    assert ("withdrawn", "offer withdrawn") in kinds(*records)


def test_what_is_published_later_is_not_known_yet():
    records = shelling("A", "2031-04-18"), shelling("B", "2031-04-25")
    assert kinds(*records, as_of=dt.date(2031, 4, 22)) == set()


def test_a_deadline_passes_and_something_follows():
    made = Made("Ostland must be met by 20 April, said Tavria", "A", "2031-04-10")
    span = made.span("by 20 April")
    due = DueBy("2031-04-20", span.text, span.start, span.end)
    made.move("Ostland must be met", "demand", "ostland", "grain", deadline=due)
    record = made.record()
    row = Deadline(
        move=record.moves[0].id,
        terms=record.moves[0].terms,
        set_by="state/ostland",
        due="2031-04-20",
        **made.at("by 20 April"),
    )
    record = msgspec.structs.replace(record, deadlines=(row,))
    after = shelling("A", "2031-04-21", day="2031-04-21")
    found = {d for k, d in kinds(record, after) if k == "deadline"}
    assert found == {"passed on 2031-04-20; then: An Ostland shell hit sailors in Port Alder"}


def ultimatum(published, due, outlet="A"):
    made = Made(f"Ostland must be met by {due}, said Tavria", outlet, published)
    span = made.span(f"by {due}")
    move = {"deadline": DueBy(due, span.text, span.start, span.end)}
    made.move("Ostland must be met", "demand", "tavria", "grain", **move)
    record = made.record()
    row = Deadline(
        move=record.moves[0].id,
        terms=record.moves[0].terms,
        set_by="state/tavria",
        due=due,
        **made.at(f"by {due}"),
    )
    return msgspec.structs.replace(record, deadlines=(row,))


def test_a_deadline_is_put_off():
    records = ultimatum("2031-04-18", "2031-04-25"), ultimatum("2031-04-21", "2031-05-02", "B")
    moved = {detail for kind, detail in kinds(*records) if kind == "moved"}
    assert len(moved) == 1
    assert "from 2031-04-25 to 2031-05-02" in moved.pop()


def test_a_deadline_is_brought_forward_and_told_twice():
    records = [ultimatum("2031-04-18", "2031-05-25")]
    records += [ultimatum("2031-04-21", "2031-05-02", outlet) for outlet in ("B", "C")]
    moved = [detail for kind, detail in kinds(*records) if kind == "moved"]
    assert len(moved) == 1
    assert "2031-05-25" in moved[0]


def test_a_position_turns_toward_the_other_side():
    records = []
    for day, kind in (("2031-04-18", "refusal"), ("2031-04-21", "concession")):
        made = Made("Tavria and an end to the charge on boats", "A", day)
        made.move("an end to the charge on boats", kind, "tavria", "strait-fee")
        records.append(made.record())
    moved = {detail for kind, detail in kinds(*records) if kind == "moved"}
    assert moved == {
        "Tavria on strait fee: refusal (2031-04-18), now concession: toward the other side"
    }


def test_a_fragment_is_nothing_new():
    made = Made("Tavria will get what it asked for", "A", "2031-04-21")
    made.event("what it asked for", "REQUEST", by=["tavria"], to=["ostland"])
    assert kinds(made.record()) == set()
