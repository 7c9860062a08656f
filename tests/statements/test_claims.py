"""Whose quotation it is where two cues stand around it, and who it is that speaks."""

import pytest

from tests.statements.words import words


def told(rows):
    return {(words(s.source_words), words(s.cue), words(s.content)) for s in rows}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (  # the comma leads to the second cue
            "He said he had a plan for the port: “We will build it,” said Orsini.",
            {
                ("He", "said", "he had a plan for the port"),
                ("Orsini", "said", "“We will build it,”"),
            },
        ),
        (  # the first cue stands inside what the second one tells
            "The union also demanded “an end to night shifts in the yard,” Kordal added.",
            {
                (
                    "Kordal",
                    "added",
                    "The union also demanded “an end to night shifts in the yard,”",
                ),
                ("The union", "also demanded", "“an end to night shifts in the yard,”"),
            },
        ),
        (  # the last words of the quotation are no part of who spoke
            "“They want a leader; a builder of ports, not a talker,” Kordal wrote.",
            {("Kordal", "wrote", "“They want a leader; a builder of ports, not a talker,”")},
        ),
        (  # a list of names read as one with the words before the comma
            "Sarelle has two weeks to open the strait or face sanctions, France, Germany and "
            "Norvia said in a letter.",
            {
                (who, "said", "Sarelle has two weeks to open the strait or face sanctions")
                for who in ("France", "Germany", "Norvia")
            },
        ),
        (  # what was never aired is the interview
            "“We are ready,” Orsini said in an interview that the station never aired.",
            {("Orsini", "said", "“We are ready,”")},
        ),
        (  # an opening mark of one kind and a closing one of another
            'Orsini spoke on Monday. "We have not been heard,” Kordal said. The talks go on.',
            {("Kordal", "said", '"We have not been heard,”')},
        ),
        (  # when he did it is no part of who he is
            "Norvia's president on Friday ruled out any concession.",
            {("Norvia's president", "ruled out", "any concession")},
        ),
    ],
)
def test_to_whom_the_words_belong(statements, text, wanted):
    assert wanted <= told(statements(text))


def test_an_answer_is_not_the_word_of_who_asked(statements):
    rows = statements(
        "“Did you see him?” Judge Ida Brandt asked.\n\n“I did not.”\n\n“Where were you?”\n\n"
        "“At home.”"
    )
    assert [row.source for row in rows] == ["person/ida-brandt", None, "person/ida-brandt", None]


def test_an_answer_is_the_word_of_the_other_one(statements):
    rows = statements(
        "“I know nothing of it,” Karl Onn said.\n\n“Did you sign it?” Judge Ida Brandt asked.\n\n"
        "“I did not sign it.”"
    )
    assert words(rows[-1].content) == "“I did not sign it.”"
    assert rows[-1].source == "person/karl-onn"


def test_one_of_the_people_is_one_of_those_who_spoke(statements):
    rows = statements(
        "Three sources said a deal was near. One of the people said ships had been asked for."
    )
    assert rows[1].source == rows[0].source
    assert rows[1].source_count == 1


def test_they_who_also_call_for_something_have_spoken_before(statements):
    rows = statements(
        "Rebel leaders in Kelva accepted a truce. They were met by fighters from the hills. "
        "They also called for aid."
    )
    assert rows[-1].source == rows[0].source


def test_a_senior_figure_is_no_document(statements):
    (row,) = statements("A senior Hamas figure said two points of the offer were bad.")
    assert row.source_kind == "unnamed"
    (row,) = statements("Figures released on Monday showed that prices had risen.")
    assert row.source_kind == "document"


def test_the_name_beside_a_description_is_who_speaks(statements):
    rows = statements("The Norwegian, Mr Karl Sund, 56, said his ship was lost.")
    assert rows[0].source == "person/karl-sund"


def test_what_is_to_be_is_a_demand(statements):
    (row,) = statements("The unions insisted that the old rules be restored.")
    assert row.act == "demand"


def test_it_that_rejected_an_offer_is_the_body_named_before(statements):
    rows = statements("Hamas said the plan was bad. It rejected the demand for a list of names.")
    assert rows[-1].act == "reject"
    assert rows[-1].source == rows[0].source


def test_who_met_an_envoy_and_said_so_is_not_who_is_quoted_behind(statements):
    rows = statements(
        "The army's delegation met the envoy, and said it rejected the demand: “No, we will not "
        "accept it,” Minister Karl Onn told Halcyon News."
    )
    (said,) = [row for row in rows if words(row.cue) == "said"]
    assert words(said.source_words) == "The army's delegation"


def test_no_sign_that_he_is_ready(statements):
    rows = statements("There was no sign that Karl Onn was ready to drop his claim.")
    assert [row.negated for row in rows if row.act == "offer"] == [True]


def test_who_asked_asks_the_next_question(statements):
    rows = statements(
        "“I know nothing of it,” Karl Onn said.\n\n“Did you sign it?” Judge Ida Brandt asked.\n\n"
        "“I did not sign it.”\n\n“Who signed it?”\n\n“My brother did that.”"
    )
    assert [row.source for row in rows[-3:]] == [
        "person/karl-onn",
        "person/ida-brandt",
        "person/karl-onn",
    ]
