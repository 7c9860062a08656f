"""What is put on the table, by whom, by when; and what is no move."""

import pytest


def moves(record):
    names = {actor.id: actor.name for actor in record.actors}
    return [(m.kind, names.get(m.party or ""), m.terms[0].text, m.status) for m in record.moves]


ULTIMATUM = (
    "Envoys met in Geneva on Wednesday, two days before the expiry of a deadline set by President "
    "Juan Prior for Bolivia to reopen the port or face new tariffs."
)


def test_an_ultimatum_is_one_row(record_of):
    record = record_of(ULTIMATUM, published="2031-04-16")
    (move,) = [m for m in record.moves if m.kind == "demand"]
    assert move.terms[0].text == "reopen the port"
    assert move.otherwise[0].text == "or face new tariffs"
    assert move.deadline is not None
    assert move.deadline.date == "2031-04-18"
    assert move.toward == ("state/BOL",)
    (deadline,) = record.deadlines
    assert (deadline.due, deadline.state, deadline.on) == ("2031-04-18", "open", ("state/BOL",))


def test_listed_conditions_are_one_row_each(record_of):
    record = record_of(
        "Peru’s conditions for a treaty include the return of the islands, free passage for its "
        "ships and an apology, Peruvian officials have said."
    )
    conditions = [m for m in record.moves if m.kind == "condition"]
    assert [m.terms[0].text for m in conditions] == [
        "the return of the islands",
        "free passage for its ships",
        "an apology",
    ]
    assert {m.party for m in conditions} == {"state/PER"}
    assert all(m.statement is not None for m in conditions)


def test_refusals_inside_a_statement(record_of):
    record = record_of(
        "President Juan Prior said Bolivia would never recognise the new border and that La Paz "
        "retains the sovereign right to decide whom it trades with."
    )
    refusals = [m for m in record.moves if m.kind == "refusal"]
    assert len(refusals) == 2
    assert {m.party for m in refusals} <= {"state/BOL", "government/BOL"}


@pytest.mark.parametrize(
    ("text", "kind", "party"),
    [
        ("Chile demanded that Peru withdraw its ships.", "demand", "Chile"),
        ("Chile threatened to close the border.", "threat", "Chile"),
        ("Chile offered to free the prisoners.", "offer", "Chile"),
        ("Chile promised to lift the tariffs.", "promise", "Chile"),
        ("Chile rejected the proposal to share the port.", "refusal", "Chile"),
    ],
)
def test_moves_that_are_statements(record_of, text, kind, party):
    assert (kind, party) in [(k, p) for k, p, _, _ in moves(record_of(text))]


def test_a_possible_offer_stays_possible(record_of):
    record = record_of("The Lima Gazette reported that Peru might propose a truce at sea.")
    (move,) = record.moves
    assert (move.kind, move.status) == ("offer", "possible")


def test_issues_come_from_the_terms(record_of):
    found = {m.issue for m in record_of("Chile demanded the release of prisoners.").moves}
    assert found == {"prisoners"}


@pytest.mark.parametrize(
    "text",
    [
        "The rain offered some relief to farmers in Chile.",
        "Demand for oil in Chile fell.",
        "Chile's president offered condolences.",
        "Analysts asked whether Peru would win the match.",
    ],
)
def test_no_moves(record_of, text):
    assert not [m for m in record_of(text).moves if m.kind in ("demand", "threat", "refusal")]


def test_relief_is_nothing_that_a_party_puts_to_another(record_of):
    record = record_of("Chile and Peru met. Such a step would help. It would offer some relief.")
    assert not record.moves


def test_an_offer_is_not_made_to_oneself(record_of):
    record = record_of(
        "Moscow might propose a moratorium on drone strikes by Russia and Ukraine, officials said."
    )
    (move,) = record.moves
    assert (move.party, move.toward) == ("government/RUS", ("state/UKR",))


def test_conditions_are_those_of_who_is_accused_of_them(record_of):
    record = record_of(
        "Chile accused Peru of wrecking the deal by adding new conditions, including the return "
        "of the islands."
    )
    assert {m.party for m in record.moves if m.kind == "condition"} == {"state/PER"}
