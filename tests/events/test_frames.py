"""Frames: what stands beside a word must not be taken for what it acts on."""

import pytest

from tests.events.rows import kinds


@pytest.mark.parametrize(
    ("text", "event", "status"),
    [
        # a date is no particle, an end of a month no object
        ("Benin's president called Togo's president on Friday.", "CONSULT", "happened"),
        ("Chad's president meets Niger's president at the end of August.", "CONSULT", "ongoing"),
        # the object itself comes before what stands in a phrase
        ("Norway suspended aid to Sudan in protest at the arrests.", "SANCTION", "happened"),
        # words that are told without anybody who acts
        ("Fighting erupted in Tripoli on Sunday.", "ASSAULT", "happened"),
        ("Talks resumed in Cairo on Monday.", "CONSULT", "happened"),
        ("Peru said that rebels were responsible for the blast.", "ACCUSE", "happened"),
        ("The United Nations condemned the bombing of the market.", "ACCUSE", "happened"),
        ("Kenya's cabinet refused to provide military aid to Sudan.", "REJECT", "happened"),
        ("Spain cut tariffs on Chilean copper.", "CONCEDE", "happened"),
        ("Ghana deployed 200 troops to Mali on a peacekeeping mission.", "AID", "happened"),
        ("Rebels in Mali freed nine hostages.", "RETREAT", "happened"),
        ("Malian soldiers freed nine hostages.", "AID", "happened"),
        (
            "Kenya said it will withdraw its troops from Sudan unless both generals sign a truce.",
            "THREATEN",
            "happened",
        ),
        ("Ukrainian troops recaptured Kherson.", "ASSAULT", "happened"),
        ("Peru's foreign minister flew to Moscow on Friday.", "CONSULT", "happened"),
        ("Pfizer sued Moderna over its patents.", "ACCUSE", "happened"),
    ],
)
def test_coded(record_of, text, event, status):
    assert (event, status) in kinds(record_of(text)), text


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("“We must know who did this,” Kenya's president said.", "REQUEST"),
        ("Frozen fish entering Norway is checked at the port.", "ASSAULT"),
        ("Mexico's president agreed to clamp down on smuggling from Guatemala.", "THREATEN"),
        ("Calls to Kenya's president by Ugandan leaders led to a pause.", "REQUEST"),
        ("Mr Ruto of Kenya is confident of rain.", "SUPPORT"),
        (
            "The rebels agreed to prolong the truce in order to spare the mediators trouble.",
            "COERCE",
        ),
        ("The deal with Maduro will bring relief from U.S. sanctions on Venezuela.", "SANCTION"),
        ("Singer Ana Bela flew to Moscow on Friday.", "CONSULT"),
        ("Thousands of Greeks, mobilised by the Syriza party, waved flags.", "MOBILIZE"),
        ("If Iran rejects the inspectors, prices may rise.", "REJECT"),
    ],
)
def test_not_coded(record_of, text, event):
    assert event not in {kind for kind, _ in kinds(record_of(text))}, text


@pytest.mark.parametrize(
    ("text", "event", "status"),
    [
        ("Mali must free the 19 hostages it holds.", "ASSAULT", "ongoing"),
        ("Kenya said all those kidnapped last month by Somali rebels must be released.",
         "ASSAULT", "happened"),
        ("The release of 700 prisoners is a condition for talks with Mali.", "RETREAT",
         "hypothetical"),
        ("If Kenya does not release the prisoners, Sudan will leave.", "RETREAT", "hypothetical"),
        ("“Let the hostages leave Mali,” Chad's president said.", "RETREAT", "hypothetical"),
        ("“This is not just an attack on Kenya,” Kenya's president said.", "ASSAULT", "ongoing"),
        ("Russia seemed to attack Ukraine in the dark.", "ASSAULT", "possible"),
    ],
)  # fmt: skip
def test_statuses(record_of, text, event, status):
    assert (event, status) in kinds(record_of(text)), text


def test_the_place_of_an_act_is_not_that_of_its_condemnation(record_of):
    record = record_of("Norway's government condemned the attack in Paris.")
    assert [e.place for e in record.events if e.event == "ACCUSE"] == [None]


def test_the_day_of_a_vote_to_come_is_not_that_of_the_refusal(record_of):
    record = record_of(
        "Chile's president rejected a Peruvian offer before a referendum on Sunday.",
        published="2024-05-01",
    )
    assert [e.when for e in record.events if e.event == "REJECT"] == [None]
