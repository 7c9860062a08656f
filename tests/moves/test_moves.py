"""What a user of the table of moves would miss."""

import pytest


def rows(record, kind=None):
    return [m for m in record.moves if kind is None or m.kind == kind]


def terms(move):
    return move.terms[0].text


def test_an_ultimatum_is_one_demand_with_consequence_and_day(record_of):
    record = record_of(
        "ISTANBUL - President Donald Trump has given Russia until April 30 to end the war in "
        "Ukraine or face new sanctions, officials said."
    )
    (move,) = rows(record)
    assert (move.kind, terms(move)) == ("demand", "end the war in Ukraine")
    assert move.toward == ("state/RUS",)
    assert move.otherwise[0].text.endswith("face new sanctions")
    assert move.deadline.date == "2031-04-30"
    (deadline,) = record.deadlines
    assert (deadline.move, deadline.due, deadline.state) == (move.id, "2031-04-30", "open")


def test_the_consequence_may_stand_in_the_next_sentence(record_of):
    record = record_of(
        "Turkey has given Greece ten days to withdraw its ships. If it does not, Ankara will "
        "close the strait, a Turkish minister said."
    )
    (demand,) = rows(record, "demand")
    assert demand.otherwise[0].text == "Ankara will close the strait"
    assert demand.deadline.date == "2031-04-28"


def test_a_day_counted_back_from_a_deadline_gives_the_deadline(record_of):
    record = record_of(
        "The envoys met in Cairo on Friday, three days before the expiry of a deadline set by "
        "Egypt for Sudan to open the river or face sanctions."
    )
    (demand,) = rows(record, "demand")
    assert demand.deadline.date == "2031-04-21"
    assert (demand.party, demand.toward) == ("state/EGY", ("state/SDN",))


def test_a_moved_deadline_keeps_the_new_day_and_marks_the_old_one(record_of):
    record = record_of(
        "In March Japan gave South Korea until May 2 to withdraw its tariffs. On Thursday Tokyo "
        "rejected a request. Japan has extended its deadline for South Korea to withdraw its "
        "tariffs to May 16."
    )
    states = {d.due: d.state for d in record.deadlines}
    assert states["2031-05-16"] == "open"
    assert states["2031-05-02"] == "extended"


def test_third_parties_are_who_a_threat_is_aimed_at(record_of):
    record = record_of("President Donald Trump threatened to impose tariffs on India and China.")
    (threat,) = rows(record, "threat")
    assert set(threat.toward) == {"state/IND", "state/CHN"}


def test_listed_conditions_are_a_row_each(record_of):
    record = record_of(
        "Iran's conditions for talks include an end to sanctions, the release of prisoners and "
        "compensation for the damage, diplomats said."
    )
    found = rows(record, "condition")
    assert [terms(m) for m in found] == [
        "an end to sanctions",
        "the release of prisoners",
        "compensation for the damage",
    ]
    assert {m.party for m in found} == {"state/IRN"}
    assert {m.status for m in found} == {"reported"}
    assert [m.issue for m in found] == ["sanctions", "prisoners", "compensation"]


def test_what_each_of_two_has_been_seeking_is_a_demand_by_each(record_of):
    record = record_of(
        "The pause would fall short of the full ceasefire that France and Germany have been "
        "seeking for weeks."
    )
    assert {(m.party, terms(m)) for m in rows(record, "demand")} == {
        ("state/FRA", "the full ceasefire"),
        ("state/DEU", "the full ceasefire"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Armenia would never recognise the annexation, its president said.",
        "Armenia has ruled out the annexation of the valley.",
        "Armenia rejected the annexation plan on Friday.",
        "Armenia retains the sovereign right to decide on the valley, its president said.",
        "Ceding the valley is not on the table, Armenia's government said.",
    ],
)
def test_refusals_and_red_lines(record_of, text):
    assert [m.kind for m in record_of(text).moves] == ["refusal"]


def test_a_possible_offer_is_possible_and_on_the_word_of_the_outlet_that_reports_it(record_of):
    record = record_of(
        "Reuters reported that the Kremlin might propose a moratorium on air strikes."
    )
    (offer,) = rows(record, "offer")
    assert (offer.party, offer.status, offer.issue) == ("government/RUS", "possible", "air-truce")
    word = next(s for s in record.statements if s.id == offer.statement)
    assert word.source == "media/reuters"


def test_an_answer_takes_the_terms_of_what_it_answers(record_of):
    record = record_of(
        "Qatar proposed a truce of ten days on Friday. Israel agreed. Iran refused to reply."
    )
    (acceptance,) = rows(record, "acceptance")
    assert (acceptance.party, acceptance.toward) == ("state/ISR", ("state/QAT",))
    assert terms(acceptance) == "a truce of ten days"
    assert acceptance.text == "Israel agreed"


def test_what_was_taken_back_is_withdrawn(record_of):
    record = record_of("France withdrew its offer to send observers.")
    assert [(m.kind, m.status) for m in record.moves] == [("offer", "withdrawn")]


def test_an_analysts_guess_is_no_move(record_of):
    record = record_of(
        "Russia might offer a truce, said Jon Hale, an analyst at a think tank in Oslo. "
        '"They must stop the war," said Hale.'
    )
    assert record.moves == ()


def test_comparisons_name_both_proposals(record_of):
    record = record_of(
        "Russia proposed a moratorium on air strikes. The move would fall well short of the full "
        "ceasefire that Ukraine has been seeking."
    )
    compared = {r.row for r in record.reasons if r.rule == "comparison"}
    assert compared == {m.id for m in record.moves}
