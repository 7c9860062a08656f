"""What else of the telling decides: who says it, where terms end, which day is whose."""

import pytest


def test_what_residents_are_allowed_on_a_day_is_no_demand(rules_of):
    record = rules_of("Egypt eased its curfew on election days to allow residents to vote.")
    assert not any(m.kind == "demand" for m in record.moves)


def test_terms_end_where_they_are_called_a_demand(rules_of):
    record = rules_of("The US said Iran must stop enriching uranium, a demand it has made before.")
    assert [m.terms[0].text for m in record.moves if m.kind == "demand"] == [
        "stop enriching uranium"
    ]


def test_the_subject_of_what_is_said_is_the_speaker(rules_of):
    record = rules_of(
        "Sudan's army met envoys from Egypt. The Rapid Support Forces said on Monday that they "
        "were ready to halt fighting for three months."
    )
    (offer,) = [m for m in record.moves if m.kind == "offer"]
    assert offer.party == "armed-group/rapid-support-forces"


def test_the_day_of_a_threat_to_others_is_that_of_its_demand(rules_of):
    record = rules_of(
        "President Donald Trump threatened to hit India with tariffs if Russia does not make peace "
        "by April 25."
    )
    threats = [m for m in record.moves if m.kind == "threat"]
    (demand,) = [m for m in record.moves if m.kind == "demand"]
    assert demand.deadline.date == "2031-04-25"
    assert [m.deadline for m in threats] == [None]


def test_what_a_wish_asks_in_a_list_is_a_row_each(rules_of):
    record = rules_of(
        "Hamas wants an end to the war, a full Israeli withdrawal and the release of prisoners."
    )
    assert len([m for m in record.moves if m.kind == "demand"]) == 3


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The hauliers demanded a cut in fuel duty.", "unnamed/hauliers"),
        ("The port offered dockers a raise of 5%.", "unnamed/port"),
        (
            "Talks with the hauliers broke down. The hauliers said they would block ports from "
            "Monday unless the duty is scrapped.",
            "unnamed/hauliers",
        ),
    ],
)
def test_a_noun_no_table_knows_is_a_party_where_it_bargains(rules_of, text, party):
    record = rules_of(text)
    assert {m.party for m in record.moves} == {party}
    assert party in {a.id for a in record.actors}
    assert all(m.actor in {a.id for a in record.actors} for m in record.mentions)


def test_what_a_deal_binds_each_side_to_is_a_promise_of_each(rules_of):
    record = rules_of(
        "Under the deal, Hamas will free 33 hostages and Israel will withdraw from the corridor."
    )
    assert {(m.party, m.kind) for m in record.moves} == {
        ("armed-group/hamas", "promise"),
        ("state/ISR", "promise"),
    }


def test_both_men_are_a_party_each(rules_of):
    record = rules_of(
        "President Nicolas Maduro of Venezuela met Guyana's President Irfaan Ali. Both men "
        "promised not to use force."
    )
    assert {m.party for m in record.moves} == {"person/nicolas-maduro", "person/irfaan-ali"}
    assert {m.terms[0].text for m in record.moves} == {"not to use force"}


def test_a_threat_names_whom_it_is_put_to_and_not_its_captives(rules_of):
    record = rules_of("Iran threatened to try the two sailors if Norway keeps its ban on oil.")
    assert all("sailors" not in a for m in record.moves for a in m.toward if len(m.toward) > 1)
    record = rules_of("Hungary offered to release two Serbian drivers to Serbia.")
    (offer,) = record.moves
    assert offer.toward == ("state/SRB",)


def test_terms_end_where_another_act_begins(rules_of):
    record = rules_of(
        "Rebels gave Nepal a three-day ultimatum to call an election and warned of a blockade."
    )
    demand = next(m for m in record.moves if m.kind == "demand")
    assert demand.terms[0].text == "call an election"


def test_a_list_is_of_whoever_set_the_conditions_before(rules_of):
    record = rules_of(
        "Rebel commanders in Sudan accepted a truce in principle but set strict conditions for "
        "signing it. Conditions include the full withdrawal of foreign troops and the reopening of "
        "the airport. Other conditions are humanitarian, including the delivery of aid, the "
        "release of jailed miners and teachers, and the return of displaced families."
    )
    conditions = [m for m in record.moves if m.kind == "condition"]
    assert [m.terms[0].text for m in conditions] == [
        "the full withdrawal of foreign troops",
        "the reopening of the airport",
        "the delivery of aid",
        "the release of jailed miners and teachers",
        "the return of displaced families",
    ]
    assert len({m.party for m in conditions}) == 1


def test_his_country_is_that_of_whoever_says_it(rules_of):
    record = rules_of(
        "Donald Trump called both leaders. Cambodian Prime Minister Hun Manet said on Sunday his "
        "country agreed to halt the shelling."
    )
    assert [m.party for m in record.moves if m.kind == "acceptance"] == ["person/hun-manet"]


def test_a_refusal_names_whose_act_would_end_it(rules_of):
    record = rules_of(
        "South Korean President Lee said Seoul would not turn off the broadcasts unless North "
        "Korea apologised."
    )
    (refusal,) = [m for m in record.moves if m.kind == "refusal"]
    assert refusal.toward == ("state/PRK",)


def test_what_a_channel_reports_of_a_power_is_an_offer_of_the_power(rules_of):
    record = rules_of(
        "State television said on Monday that Iran would release two German hikers in exchange "
        "for the return of an oil tanker."
    )
    assert [(m.kind, m.party) for m in record.moves] == [
        ("offer", "state/IRN"),
        ("condition", "state/IRN"),
    ]
