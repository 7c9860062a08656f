"""Turns of a transcript, and how an unnamed source stays described."""


def test_each_turn_of_a_transcript_is_its_speakers(statements):
    rows = statements(
        "The minister met the press in Orle on Tuesday after the talks had ended.\n\n"
        "KORDAL: We are ready to sign the accord this week.\n\n"
        "REPORTER: When will the border open again?\n\n"
        "KORDAL: It opens tomorrow, and it stays open."
    )
    turns = [s for s in rows if not s.cue and s.via is None]
    assert [" ".join(w.text for w in s.source_words) for s in turns] == [
        "KORDAL",
        "REPORTER",
        "KORDAL",
    ]
    assert turns[2].content[0].text.startswith("It opens tomorrow")


def test_one_label_makes_no_transcript(statements):
    rows = statements("BACKGROUND: The border closed in May.\n\nNobody has crossed it since.")
    assert not rows


def test_questions_and_answers_name_nobody(statements):
    rows = statements(
        "The minister met the press in Orle on Tuesday after the talks had ended.\n\n"
        "Q: Will the border open this week?\n\nA: It will open on Friday at noon."
    )
    assert all(s.source is None for s in rows if not s.cue)
    assert len([s for s in rows if not s.cue]) == 2


def test_later_mentions_of_a_source_keep_its_description(statements):
    rows = statements(
        "Three sources close to the palace said the king would abdicate. "
        "Two of the sources said he was ill."
    )
    said = [s for s in rows if s.act == "say" and s.source_kind == "unnamed"]
    assert [s.source_count for s in said] == [3, 2]
    assert {s.source_basis for s in said} == {"close to the palace"}


def test_what_is_denied_ends_where_the_speaker_goes_on(statements):
    rows = statements(
        "Minister Pavel Orsini denied that his troops had crossed the border "
        "and accused Norvia of inventing incidents."
    )
    deny = next(s for s in rows if s.act == "deny")
    accuse = next(s for s in rows if s.act == "accuse")
    assert deny.content[0].text == "that his troops had crossed the border"
    assert accuse.source == deny.source


def test_what_nobody_said_is_no_statement(statements):
    rows = statements("No group has admitted that it carried out the attack on the bridge.")
    assert not rows
