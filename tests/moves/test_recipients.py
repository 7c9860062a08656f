"""Whom a move is put to, and whose it is where another is told in between."""

import pytest

PUT_TO = [
    (
        "Sudan rejected a request by Egypt to close the dam.",
        ["refusal by SDN to EGY", "demand by EGY to SDN"],
    ),
    (
        "Sudan conceded to demands from Egypt to close the dam.",
        ["concession by SDN to EGY", "demand by EGY to SDN"],
    ),
    (
        "A demand by Egypt for a share was rejected by Sudan.",
        ["refusal by SDN to EGY", "demand by EGY to SDN"],
    ),
    (
        "Chile rejected Donald Trump's decision to seize the mine.",
        ["refusal by CHL to donald-trump"],
    ),
    ("Norway agreed to allow the UN into the camp.", ["acceptance by NOR to united-nations"]),
    ("Peru agreed to help Chile rebuild the port.", ["acceptance by PER to CHL"]),
    ("Hamas demanded to negotiate with Qatar.", ["demand by hamas to QAT"]),
    (
        "Serbia said it will not end the strike until its terms are met by Kosovo.",
        ["refusal by SRB to XKX", "condition by SRB to XKX"],
    ),
    ("France warned Chad that it would cut off its aid.", ["threat by FRA to TCD"]),
    (
        "Oman gave the Pentagon permission to use its airspace.",
        ["acceptance by OMN to us-department-of-defense"],
    ),
    (
        "Chad expelled an envoy over the refusal of Mali to accept its aid.",
        ["refusal by MLI to TCD"],
    ),
    (
        "Hamas said it would free the men only if Israel left.",
        ["offer by hamas to ISR", "condition by hamas to ISR"],
    ),
    (
        "Hamas warned of a reaction if Egypt does not open the gate.",
        ["threat by hamas to EGY", "demand by hamas to EGY"],
    ),
    ("Chile agreed to submit to Peru's demands.", ["acceptance by CHL to PER"]),
    ("Mexico offered to send food to the Cuban people.", ["offer by MEX to cuban-people"]),
    ("Chad's rebels demanded the resignation of Ann Lind.", ["demand by chad-rebels to ann-lind"]),
    ("Kenya condemned a threat by Chad to attack Niger.", ["threat by TCD to NER"]),
    ("Peru condemned a threat by Chile to seize Bolivia's ships.", ["threat by CHL to BOL"]),
    ("Britain renewed its commitment to defend Norway.", ["promise by GBR to NOR"]),
    ("Chad thanked Kenya for its commitment to help Niger.", ["promise by KEN to NER"]),
    (
        "Chad would free the crew if Kenya and Niger opened the road.",
        ["offer by TCD to KEN, NER", "condition by TCD to KEN, NER"],
    ),
    (
        "Governor Ann Lind of California demanded that the US government withdraw its troops.",
        ["demand by ann-lind to USA"],
    ),
    (
        "Texas governor Otto Berg threatened to sue the US government.",
        ["threat by otto-berg to USA"],
    ),
    (
        "Niger's foreign minister demanded that Chad leave the camp.",
        ["demand by niger-foreign-minister to TCD"],
    ),
    ("Kenya warned Oman of retaliation.", ["threat by KEN to OMN"]),
    ("Chad allowed the engineers 48 hours to leave the mine.", ["demand by TCD to engineers"]),
    ("Kenya ordered Chad to leave the camp or face sanctions.", ["demand by KEN to TCD"]),
    ("Kenya wants to see the release of its crew by Chad.", ["demand by KEN to TCD"]),
    ("Libya's rebels received a pledge by Chad to send arms.", ["promise by TCD to libya-rebels"]),
    (
        "The UN Security Council ordered a probe into abuses by Chad.",
        ["demand by un-security-council to nobody"],
    ),
]


@pytest.mark.parametrize(("text", "rows"), PUT_TO)
def test_a_move_names_whom_it_is_put_to(rules_of, text, rows):
    assert sorted(map(_row, rules_of(text).moves)) == sorted(rows)


def _row(move):
    toward = ", ".join(actor.split("/")[-1] for actor in move.toward) or "nobody"
    return f"{move.kind} by {move.party.split('/')[-1]} to {toward}"


def test_what_a_letter_threatens_is_its_senders_and_put_to_who_gets_it(rules_of):
    record = rules_of(
        "Donald Trump has sent a letter to the head of the World Health Organization threatening "
        "to cut US funding."
    )
    (threat,) = record.moves
    assert threat.party == "person/donald-trump"
    assert threat.toward == ("organisation/world-health-organization",)


def test_what_an_agency_would_do_is_the_agencys_threat(rules_of):
    record = rules_of(
        "A CIA official threatened that if Israel did not hand over the files, the CIA would sever "
        "all ties with the Mossad."
    )
    kinds = {m.kind: m for m in record.moves}
    assert "cia" in kinds["threat"].party
    assert kinds["demand"].terms[0].text == "hand over the files"
    assert kinds["demand"].toward == ("state/ISR",)


def test_the_us_is_no_pronoun(rules_of):
    record = rules_of("The US rejected the offer from Iran.")
    assert [(m.kind, m.party) for m in record.moves] == [("refusal", "state/USA")]


def test_an_ultimatum_does_not_ask_for_what_set_it_off(rules_of):
    record = rules_of(
        "Peru's premier issued an ultimatum to her ministers after they threatened to leave the "
        "cabinet."
    )
    found = [(m.kind, m.party.split("/")[-1], m.terms[0].text) for m in record.moves]
    assert found == [("threat", "peru-premier-ministers", "leave the cabinet")]
