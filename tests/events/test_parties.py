"""Who acts and who is acted upon, where the words do not say it in the plainest order."""

import pytest

from tests.events.rows import coded


def sides(record, event):
    found = [(actors, recipients) for kind, _, actors, recipients in coded(record) if kind == event]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "event", "actors", "recipients"),
    [
        # who says it acts in what "it" does
        (
            "Peru's government told reporters that it was ready to declare martial law.",
            "THREATEN",
            {"government of Peru"},
            set(),
        ),
        # the object of a second clause is not its subject
        (
            "Both countries recalled their ambassadors and Peru closed its border with Bolivia.",
            "COERCE",
            {"Peru"},
            {"Bolivia"},
        ),
        # an act that is condemned: who did it is meant, not who suffered it
        ("Norway condemned Russia's attack on Ukraine.", "ACCUSE", {"Norway"}, {"Russia"}),
        ("Norway condemned the attack on Ukraine.", "ACCUSE", {"Norway"}, set()),
        ("Kenya rejected an appeal lodged by Uganda.", "REJECT", {"Kenya"}, {"Uganda"}),
        ("France gave another $2 million in aid to Fiji.", "AID", {"France"}, {"Fiji"}),
        (
            "Japan has donated a shipment of pumps and tents to assist Nepal with the floods.",
            "AID",
            {"Japan"},
            {"Nepal"},
        ),
        ("Two Indian diplomats were expelled from Nepal.", "SANCTION", {"Nepal"}, set()),
        ("Russia accused the West of lies and issued a demand for payment in Russian roubles.",
         "REQUEST", {"Russia"}, set()),
    ],
)  # fmt: skip
def test_sides(record_of, text, event, actors, recipients):
    assert sides(record_of(text), event) == (actors, recipients) or (
        not recipients and sides(record_of(text), event)[0] == actors
    )


def test_home_currency_is_no_recipient(record_of):
    record = record_of("Vladimir Putin set an ultimatum: oil must be paid in Russian currency.")
    found = sides(record, "THREATEN")
    assert found is not None
    assert found[1] == set()


def test_who_is_asked_acts_in_what_is_asked(record_of):
    record = record_of("Kenya issued an ultimatum to Uganda to release the two Kenyan pilots.")
    assert sides(record, "RETREAT")[0] == {"Uganda"}


def test_the_only_country_of_a_sentence_is_that_of_its_police(record_of):
    record = record_of("Police arrested the mayor after a rally against Peru's budget.")
    (event,) = [e for e in record.events if e.event == "COERCE"]
    countries = {a.id: a.country for a in record.actors}
    assert {countries[a] for a in event.actors} == {"PER"}


def test_a_late_rights_group_is_not_one_of_the_victims(record_of):
    record = record_of(
        "Border guards beat Nepalese migrants with impunity, a human rights organization charged "
        "on Saturday."
    )
    _, victims = sides(record, "ASSAULT")
    assert not any("organization" in name for name in victims)


def test_a_proposal_named_again_is_the_same(record_of):
    record = record_of(
        "Israel made a proposal to Hamas on Monday. Hamas will study the Israeli proposal. "
        "Envoys said the Israeli proposal falls short."
    )
    assert [e.status for e in record.events if e.event == "AGREE"] == ["happened"]
