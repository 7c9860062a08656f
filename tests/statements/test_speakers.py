"""Whose word it is: offices, pronouns, bodies, sources without a name and why they have none."""

import pytest

from tests.statements.words import only, words

# --- the nearest name is not the speaker


def test_the_office_is_who_spoke_and_not_whom_he_spoke_of(statements):
    rows = statements(
        "President Olin Vash has said that he ordered President Ines Kordal to stop.\n"
        "The president said he had warned Ines Kordal of serious consequences."
    )
    assert only(rows, "has said").source == only(rows, "had warned").source
    assert rows[-1].source is not None
    assert "vash" in rows[-1].source


def test_he_who_opens_the_next_paragraph_is_who_spoke(statements):
    rows = statements(
        "Olin Vash said some ministers had failed to see the danger that Karl Onn posed.\n"
        "He also expressed regret over the delay, declaring: “We will not wait for anybody.”"
    )
    speaker = only(rows, "said").source
    assert {only(rows, "expressed").source, only(rows, "declaring").source} == {speaker}
    assert "vash" in speaker


def test_he_in_what_he_told_somebody_is_himself(statements):
    rows = statements("Carl Ekman told Pavel Onn on Monday that he wanted a written answer.")
    assert only(rows, "wanted").source == only(rows, "told").source


def test_what_he_called_is_his_own_word(statements):
    rows = statements(
        "Olin Vash left Orle on Sunday. Ines Kordal condemned what she called a cruel attack."
    )
    assert only(rows, "called").source == only(rows, "condemned").source


def test_a_name_that_closes_a_long_description_is_the_speaker(statements):
    row = only(
        statements("The head of the traders' union and shipper, Phil Unger, says prices fell."),
        "says",
    )
    assert row.source_kind == "named"
    assert "unger" in row.source


def test_what_a_leader_believed_is_not_what_the_source_believed(statements):
    rows = statements(
        "Two officials said Ines Kordal did not want a war but believed that giving in would "
        "cost her the election."
    )
    assert words(only(rows, "believed").source_words) == "Ines Kordal"


def test_the_group_is_the_organisation_before_it(statements):
    rows = statements(
        "Human Rights Watch accused both sides of war crimes. In a report, the group said that "
        "it had counted 23 killings."
    )
    assert (
        only(rows, "said").source
        == only(rows, "accused").source
        == ("organisation/human-rights-watch")
    )


def test_a_signature_behind_a_dash(statements):
    (row,) = statements("“The boats never came back to this harbour.” — Ida Brandt, a nurse")
    assert words(row.source_words) == "Ida Brandt, a nurse"
    assert row.form == "direct"


# --- without a name


@pytest.mark.parametrize(
    "text",
    [
        "Sarelle's foreign ministry said it had received no offer.",
        "The army vowed to retake the town.",
        "The Kordal government rejected the map.",
    ],
)
def test_the_one_body_of_its_kind_needs_no_name(statements, text):
    assert statements(text)[0].source_kind == "named"


def test_a_body_that_could_be_any_has_none(statements):
    assert statements("A foreign ministry said it had received no offer.")[0].source_kind == (
        "unnamed"
    )


def test_the_other_of_two(statements):
    rows = statements(
        "Two ministers said privately that the war was lost. One of them said nobody would sign. "
        "The other was more cautious, saying that the rains would decide."
    )
    group, other = rows[0], only(rows, "saying")
    assert (other.source, other.source_count, other.source_kind) == (group.source, 1, "unnamed")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "The people, who asked not to be named because talks are private, said it was over.",
            "asked not to be named because talks are private",
        ),
        (
            "A senior official, speaking on condition of anonymity, said it was over.",
            "speaking on condition of anonymity",
        ),
        (
            "A senior official said it was over. The official declined to be identified because "
            "the talks are private.",
            "declined to be identified because the talks are private",
        ),
        (
            "A Norvian official said it was over. A Sarellian official said it was not. Both "
            "officials spoke on condition of anonymity.",
            "spoke on condition of anonymity",
        ),
    ],
)
def test_why_a_source_has_no_name(statements, text, reason):
    rows = [s for s in statements(text) if words(s.cue) == "said"]
    assert rows
    assert all(reason in s.source_basis for s in rows)


def test_mediators_are_not_all_three_officials(statements):
    rows = statements(
        "Mediators said a deal was near. An official said it was done. A second official agreed "
        "to talks. Both officials spoke on condition of anonymity."
    )
    assert "anonymity" not in (rows[0].source_basis or "")


def test_a_description_is_not_an_aside(statements):
    row = only(statements("European ministers, who met on Friday, urged Norvia to wait."), "urged")
    assert row.source_basis is None


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“The Long Railway”, a history of the line, says the posts changed hands.", "says"),
        ("The claim said officers had waited.", "said"),
    ],
)
def test_documents(statements, text, cue):
    assert only(statements(text), cue).source_kind == "document"


def test_it_after_a_document_is_the_document(statements):
    rows = statements("The draft says Norvia must pay. It adds that nobody may return.")
    assert only(rows, "adds").source_kind == "document"


# --- circumstances


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Astrid Holm, speaking by telephone from Orle, said she had no answer.", "by telephone"),
        ("Ines Kordal told a weekly briefing that the talks were useful.", "a weekly briefing"),
        ("“It is over,” Ines Kordal wrote on X.", "on X"),
        ("Ines Kordal told the Orle News that it was over.", None),
        ("Ines Kordal said on Monday that it was over.", None),
    ],
)
def test_channels(statements, text, channel):
    assert statements(text)[0].channel == channel


def test_when_an_idea_was_floated_is_not_when_it_was_accepted(statements):
    rows = statements(
        "The Quayside reported on Sunday that Sarelle might accept a mission instead - an idea "
        "that was floated in July by Astrid Holm, the mediator."
    )
    assert only(rows, "accept").said is None
    assert only(rows, "floated").said.since.startswith("2025-07")


def test_nobody_is_told_by_himself(statements):
    row = only(statements("Olin Vash said he had told him: “Look after your own harbour.”"), "told")
    assert row.addressee != row.source
