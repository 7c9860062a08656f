"""What belongs to a statement and what stands beside it; what is no statement at all."""

import pytest

from tests.statements.words import words


def told(rows):
    return [(words(s.source_words), s.act, words(s.content)) for s in rows]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The council called on both parties to exercise restraint and condemned the attack.",
            ("The council", "urge", "both parties to exercise restraint"),
        ),
        (
            "Norvia denies claims that it hacked the port, and has called them “indecent”.",
            ("Norvia", "say", "them “indecent”"),
        ),
        (
            "The envoy insisted that Sarelle stop its attacks first.",
            ("The envoy", "demand", "that Sarelle stop its attacks first"),
        ),
        (
            "His chief of staff, Karl Onn, reportedly told ministers that it was not needed.",
            ("His chief of staff, Karl Onn", "say", "that it was not needed"),
        ),
        (
            "Hamas has demanded a full withdrawal, a demand Israel rejects.",
            ("Israel", "reject", "a full withdrawal"),
        ),
        (
            "The Observer reported that Sarelle might propose a truce - an idea that was floated "
            "by Astrid Holm.",
            ("Astrid Holm", "propose", "a truce"),
        ),
        (
            "Residents marched in Orle to demand that the mayor resign.",
            ("Residents", "demand", "that the mayor resign"),
        ),
        (
            "Ekman told Kordal that Vash wanted a deal, according to two aides.",
            ("Ekman", "say", "that Vash wanted a deal"),
        ),
        (
            "“I told Minister Orsini that we would look at a request,” Leht said.",
            ("I", "say", "that we would look at a request"),
        ),
        (
            "“Will they come? I do not know,” Vash said.",
            ("Vash", "say", "“Will they come? I do not know,”"),
        ),
        (
            "''We sail at dawn,'' the pilot wrote.",
            ("the pilot", "say", "''We sail at dawn,''"),
        ),
        ("Turkey raised doubts about the map.", ("Turkey", "say", "doubts about the map")),
    ],
)
def test_gives(statements, text, wanted):
    rows = told(statements(text))
    assert wanted in rows, rows


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The charity raised money for the port.", "raised"),
        ("Sarelle committed two frigates to the mission.", "committed"),
        ("The party rules two districts out of nine.", "rules"),
        ("Norvia backs some of the rebel groups in the hills.", "backs"),
        ("Norvia recalled its ambassador to Sarelle.", "recalled"),
        ("The prime minister welcomed Karl Onn at the airport.", "welcomed"),
        ("Kordal contested Orle in the last election.", "contested"),
        ("Vash believes that Kordal should accept the terms.", "accept"),
        ("“They need to stop talking about this,” Vash said.", "talking"),
        ("“Have they asked for more time?” a reporter asked.", "asked for"),
        ("“You say that every time,” Vash said.", "say"),
        ("Time will tell how the talks develop.", "tell"),
        ("The council met to discuss the test.", "discuss"),
        ("Vash welcomed several hundred guests to the palace.", "welcomed"),
        ("The fund was supposed to keep the port open.", "supposed"),
        ("The ministry is looking to fill two posts.", "looking"),
        ("The talks failed as predicted.", "predicted"),
        ("A man threatened neighbours on Sunday.", "threatened"),
        ("The lawyer defended political activists in court.", "defended"),
        ("The two teams are set to meet in Orle on Sunday.", "set"),
    ],
)
def test_takes_nothing_for_said(statements, text, cue):
    assert not [s for s in statements(text) if cue in words(s.cue)]


def test_an_outlets_judgement_is_no_thought_of_its_own(statements):
    (row,) = statements("Vash is unlikely to bow to the demand.")
    assert (row.act, row.form, row.source_kind) == ("say", "indirect", "outlet")


def test_could_not_is_no_hedge(statements):
    row = statements("The agency said it could not verify the claim.")[0]
    assert not row.hedged


def test_a_ministers_word_on_his_state_is_his_offer(statements):
    text = "Iranian Foreign Minister Abbas Araghchi said Tehran was ready to consider limits."
    assert statements(text)[0].act == "offer"


def test_an_aside_goes_with_who_seemed_to_suggest(statements):
    rows = statements("Vash appeared to suggest that the fleet would sail, saying: “We can.”")
    assert {words(s.content) for s in rows} == {
        "Vash ... to suggest that the fleet would sail",
        "“We can.”",
    }


def test_a_transcript_in_quotation_marks(statements):
    rows = statements(
        "Partial transcript as follows:\n"
        "“LEHT: We said Friday, and Friday it is.”\n"
        "“ORSINI: And what comes then?”"
    )
    assert [words(s.source_words) for s in rows] == ["LEHT", "ORSINI"]


def test_a_later_sentence_with_a_cue_of_its_own_is_told_there(tools):
    import onrecord

    text = (
        'President Irena Holt first described the talks as "fruitful". Asked about them later, she '
        "said she did not call them a success, and that many more tariffs would come. Could Norvia "
        "be next? That could happen, she said."
    )
    record = onrecord.read(text, published="2031-04-18", tools=tools)
    said = [words(s.content) for s in record.statements if "tariffs" in words(s.content)]
    assert said
    assert all("That could happen" not in one for one in said)
    assert any(words(s.content).endswith("That could happen") for s in record.statements)
