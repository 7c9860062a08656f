"""Whom a move is put to, and whose it is where another is told in between."""

import pytest

_PENTAGON = "organisation/us-department-of-defense"
PUT_TO = [
    ("Sudan rejected a request by Egypt to close the dam.", "demand", "state/SDN"),
    ("Sudan conceded to demands from Egypt to close the dam.", "demand", "state/SDN"),
    ("A demand by Egypt for a share was rejected by Sudan.", "demand", "state/SDN"),
    ("Chile rejected Donald Trump's decision to seize the mine.", "refusal", "person/donald-trump"),
    ("Norway agreed to allow the UN into the camp.", "acceptance", "organisation/united-nations"),
    ("Peru agreed to help Chile rebuild the port.", "acceptance", "state/CHL"),
    ("Hamas demanded to negotiate with Qatar.", "demand", "state/QAT"),
    (
        "Serbia said it will not end the strike until its terms are met by Kosovo.",
        "refusal",
        "state/XKX",
    ),
    ("France warned Chad that it would cut off its aid.", "threat", "state/TCD"),
    ("Oman gave the Pentagon permission to use its airspace.", "acceptance", _PENTAGON),
    ("Chad expelled an envoy over the refusal of Mali to accept its aid.", "refusal", "state/TCD"),
    ("Hamas said it would free the men only if Israel left.", "offer", "state/ISR"),
    ("Hamas warned of a reaction if Egypt does not open the gate.", "threat", "state/EGY"),
    ("Chile agreed to submit to Peru's demands.", "acceptance", "state/PER"),
    ("Mexico offered to send food to the Cuban people.", "offer", "unnamed/cuban-people"),
    ("Chad's rebels demanded the resignation of Ann Lind.", "demand", "person/ann-lind"),
]


@pytest.mark.parametrize(("text", "kind", "recipient"), PUT_TO)
def test_a_move_names_whom_it_is_put_to(record_of, text, kind, recipient):
    found = [(m.kind, m.toward) for m in record_of(text).moves]
    assert any(k == kind and recipient in toward for k, toward in found), found


def test_what_a_letter_threatens_is_its_senders_and_put_to_who_gets_it(record_of):
    record = record_of(
        "Donald Trump has sent a letter to the head of the World Health Organization threatening "
        "to cut US funding."
    )
    (threat,) = record.moves
    assert threat.party == "person/donald-trump"
    assert threat.toward == ("organisation/world-health-organization",)


def test_what_an_agency_would_do_is_the_agencys_threat(record_of):
    record = record_of(
        "A CIA official threatened that if Israel did not hand over the files, the CIA would sever "
        "all ties with the Mossad."
    )
    kinds = {m.kind: m for m in record.moves}
    assert "cia" in kinds["threat"].party
    assert kinds["demand"].terms[0].text == "hand over the files"
    assert kinds["demand"].toward == ("state/ISR",)


def test_the_us_is_no_pronoun(record_of):
    record = record_of("The US rejected the offer from Iran.")
    assert [(m.kind, m.party) for m in record.moves] == [("refusal", "state/USA")]


def test_an_ultimatum_does_not_ask_for_what_set_it_off(record_of):
    record = record_of(
        "Peru's premier issued an ultimatum to her ministers after they threatened to leave the "
        "cabinet."
    )
    assert [m.kind for m in record.moves if m.kind == "demand"] == []
