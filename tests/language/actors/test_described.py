"""Nouns that say who somebody is, names with offices before them, and those who are no actors."""

from __future__ import annotations

import pytest

from onrecord.language.actors import Cast


def ids(cast: Cast) -> dict[str, str]:
    """Mention text -> actor id (the last one of that text)."""
    return {mention.text: mention.actor for mention in cast.mentions}


def persons(cast: Cast) -> set[str]:
    """The ids of the persons."""
    return {actor.id for actor in cast.actors if actor.kind == "person"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Paul Novak left. He was a man of peace.", "a man of peace"),
        (
            "Paul Novak left. He served as Poland's ambassador to Peru.",
            "Poland's ambassador to Peru",
        ),
        ("Ann Hale tapped Paul Novak to be her adviser.", "her adviser"),
    ],
)
def test_what_he_was_is_he(cast_of, text: str, words: str) -> None:
    assert ids(cast_of(text))[words] == "person/paul-novak"


def test_what_he_was_not_is_nobody(cast_of) -> None:
    cast = cast_of("Paul Novak left. He was not a minister.")
    assert {actor.id for actor in cast.actors} == {"person/paul-novak"}


def test_delegations_beside_a_minister_are_not_he(cast_of) -> None:
    cast = cast_of(
        "According to Mining Minister Victor Novak, the Russian and Peruvian delegations met."
    )
    assert ids(cast)["the Russian and Peruvian delegations"] != "person/victor-novak"


def test_who_stands_beside_an_office_is_a_person(cast_of) -> None:
    cast = cast_of("Slovenia's ambassador to Russia, Primož Velikonja, was told to leave.")
    assert ids(cast)["Primož Velikonja"] == "person/primoz-velikonja"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Defence Ministers Paul Novak and Jan Hruby signed a deal.", "person/paul-novak"),
        ("County Sheriff Tom Bosko said nobody was hurt.", "person/tom-bosko"),
    ],
)
def test_an_office_is_no_part_of_the_name(cast_of, text: str, actor: str) -> None:
    assert actor in persons(cast_of(text))


def test_a_sister_is_not_the_mother_named_before(cast_of) -> None:
    cast = cast_of("Mother Carla Dunn said so. Elena Moor came out to her sister.")
    assert ids(cast)["her sister"] not in persons(cast)


def test_people_with_one_surname_are_told_by_mr_and_mrs(cast_of) -> None:
    cast = cast_of("Bill Clinton and Hillary Clinton arrived. Mrs Clinton sat. Mr Clinton stood.")
    found = ids(cast)
    assert found["Mrs Clinton"] == "person/hillary-clinton"
    assert found["Mr Clinton"] == "person/bill-clinton"


def test_the_president_is_who_acts_not_who_is_named_last(cast_of) -> None:
    cast = cast_of(
        "President William Ruto met President Vladimir Putin. Ruto told Putin to end the war. The "
        "president wanted peace."
    )
    assert ids(cast)["The president"] == "person/william-ruto"


def test_a_leader_is_known_under_another_spelling(cast_of) -> None:
    cast = cast_of("Niger's soldiers held President Mohammed Bazoum.", published="2023-07-31")
    assert "person/mohamed-bazoum" in persons(cast)


@pytest.mark.parametrize(
    "credit",
    [
        "(Reporting by Ann Smith and Jo Dodd in Doha; editing by Tom Hale)",
        "(AP Photo/Ann Smith)",
        "(Ann Smith/Reuters)",
        "REUTERS/Ann Smith",
        "Photo: Ann Smith",
    ],
)
def test_who_made_the_report_is_no_actor(cast_of, credit: str) -> None:
    text = f"The envoys met in Doha on Sunday and went on until midnight without a deal. {credit}"
    assert {a.id for a in cast_of(text).actors} <= {"unnamed/envoys"}


def test_sources_named_again_without_the_article_are_the_same(cast_of) -> None:
    cast = cast_of("Three Russian sources told of the plan. Russian sources have said it failed.")
    assert len({actor.id for actor in cast.actors}) == 1


def test_several_spokesmen_are_an_actor(cast_of) -> None:
    cast = cast_of("Three rebel spokesmen said the town had fallen.")
    assert [(actor.country, actor.sector) for actor in cast.actors] == [(None, "REB")]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The talks were on body and prisoner exchanges.", "prisoner"),
        ("The union called him a killer.", "a killer"),
        ("Ann Hale succeeded him as president.", "president"),
    ],
)
def test_a_noun_that_is_only_said_of_somebody_is_nobody(cast_of, sentence, words) -> None:
    assert words not in ids(cast_of(sentence))
