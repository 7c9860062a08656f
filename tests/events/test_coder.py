"""Who did what to whom: what must be coded, and what must not."""

import pytest

from tests.events.rows import coded, kinds


@pytest.mark.parametrize(
    ("text", "event", "actors", "recipients"),
    [
        ("Turkey attacked Syria on Friday.", "ASSAULT", {"Turkey"}, {"Syria"}),
        ("Syria was attacked by Turkey.", "ASSAULT", {"Turkey"}, {"Syria"}),
        ("Brazil expelled Peru's ambassador.", "SANCTION", {"Brazil"}, set()),
        ("India praised Nepal for its help.", "SUPPORT", {"India"}, {"Nepal"}),
        ("Kenya rejected an offer by Ethiopia.", "REJECT", {"Kenya"}, {"Ethiopia"}),
        ("Japan demanded that China withdraw.", "REQUEST", {"Japan"}, {"China"}),
    ],
)
def test_frames(record_of, text, event, actors, recipients):
    found = [(a, r) for e, _, a, r in coded(record_of(text)) if e == event]
    assert found, text
    assert found[0][0] == actors
    assert recipients <= found[0][1] or not recipients


@pytest.mark.parametrize(
    ("text", "event", "status"),
    [
        ("Turkey will attack Syria.", "ASSAULT", "planned"),
        ("Turkey may attack Syria.", "ASSAULT", "possible"),
        ("Turkey did not attack Syria.", "ASSAULT", "denied"),
        ("If Turkey attacks Syria, Iran will respond.", "ASSAULT", "hypothetical"),
        ("Turkey threatened to attack Syria.", "ASSAULT", "hypothetical"),
        ("Turkey attacked Syria.", "ASSAULT", "happened"),
    ],
)
def test_status(record_of, text, event, status):
    assert (event, status) in kinds(record_of(text))


def test_a_demand_happened_and_what_is_demanded_did_not(record_of):
    found = kinds(record_of("Japan urged China to withdraw from the islands."))
    assert ("REQUEST", "happened") in found
    assert ("RETREAT", "happened") not in found


def test_a_proposed_truce_is_no_truce(record_of):
    found = kinds(record_of("Sudan proposed a truce with Chad on Monday."))
    assert ("AGREE", "happened") in found  # PLOVER: offering to cooperate
    assert ("RETREAT", "happened") not in found


def test_a_meeting_has_place_day_and_both_sides(record_of):
    record = record_of(
        "Foreign Minister Ana Ode of Chile met President Juan Prior of Peru in Lima on Tuesday."
    )
    (event,) = [e for e in record.events if e.event == "CONSULT"]
    assert event.place is not None
    assert event.place.name == "Lima"
    assert event.when is not None
    assert event.when.since == "2031-04-15"
    assert len({*event.actors, *event.recipients}) == 2


def test_an_event_stands_on_the_word_it_was_told_on(record_of):
    record = record_of("Police said that Turkey attacked Syria on Friday.")
    event = next(e for e in record.events if e.event == "ASSAULT")
    assert event.statement == record.statements[0].id


def test_the_same_event_twice_is_one_row(record_of):
    text = "Turkey attacked Syria on Friday. Turkey attacked Syria with drones, officials said."
    events = [e for e in record_of(text).events if e.event == "ASSAULT" and e.recipients]
    assert len(events) == 1
    assert len(events[0].mentions) == 1


def test_figures_keep_their_bounds(record_of):
    record = record_of("The attack by Syria killed at least 72 people and wounded 150 in Aleppo.")
    figures = {f.what: (f.low, f.high) for e in record.events for f in e.figures}
    assert figures["killed"] == (72, None)


@pytest.mark.parametrize(
    "text",
    [
        "The team rejected the ball and the coach smiled.",
        "Prices attacked by inflation rose again.",
        "The film premiered on Friday.",
        "It rained in Lima.",
        "(Reporting by Ana Prior in Lima; Editing by Juan Ode)",
    ],
)
def test_ordinary_news_gives_no_event(record_of, text):
    assert not record_of("It was a quiet day in the town.\n" + text).events


def test_every_event_has_a_reason(record_of):
    record = record_of("Turkey attacked Syria. India praised Nepal.")
    assert {e.id for e in record.events} <= {r.row for r in record.reasons}


def test_in_order_to_orders_nothing(record_of):
    record = record_of("It was not clear what Peru might give Chile in order to avoid the tariffs.")
    assert "REQUEST" not in {e.event for e in record.events}


def test_pressure_is_put_on_somebody(record_of):
    (event,) = record_of("Turkey is exerting heavy pressure on Syria.").events
    assert (event.event, event.status) == ("REQUEST", "ongoing")
    assert (event.actors, event.recipients) == (("state/TUR",), ("state/SYR",))


def test_to_press_a_state_is_a_request(record_of):
    (event,) = record_of("Turkey has been pressing Syria in particular.").events
    assert (event.event, event.recipients) == ("REQUEST", ("state/SYR",))


def test_to_absorb_a_state_is_no_aid(record_of):
    events = record_of("Turkey wants to absorb Syria.").events
    assert "AID" not in {e.event for e in events}


def test_deeds_since_an_event_are_dated_from_it(record_of):
    record = record_of(
        "Since the two sides resumed talks in February, Turkey has carried out its heaviest air "
        "strikes on Syria."
    )
    event = next(e for e in record.events if e.event == "ASSAULT")
    assert event.when is not None
    assert (event.when.since, event.when.until) == ("2031-02-01", None)


def test_a_deed_is_not_dated_by_what_is_said_of_it(record_of):
    record = record_of("Joe Biden last week called the Turkish attacks on Syria “shameful”.")
    event = next(e for e in record.events if e.event == "ASSAULT")
    assert (event.status, event.when) == ("happened", None)


def test_no_motive_for_an_attack_does_not_deny_it(record_of):
    record = record_of("Turkey gave no reason for the attack on Syria.")
    statuses = {e.status for e in record.events if e.event == "ASSAULT"}
    assert statuses == {"happened"}
