"""Firms and other bodies that no table knows: one kind, one actor, whatever they are called."""

from __future__ import annotations

import pytest

from onrecord.language.actors import Cast


def ids(cast: Cast) -> dict[str, str]:
    """Mention text -> actor id (the last one of that text)."""
    return {mention.text: mention.actor for mention in cast.mentions}


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Orvane Shipping", "BUS"),
        ("Tellmark Airways", "BUS"),
        ("Henry Broll Ltd", "BUS"),
        ("Dunmore Group", "BUS"),
    ],
)
def test_a_firm_is_no_person(cast_of, name: str, sector: str) -> None:
    cast = cast_of(f"{name} said on Monday that it would sue. {name} rejected the offer.")
    (actor,) = (one for one in cast.actors if one.name == name)
    assert (actor.kind, actor.sector) == ("organisation", sector)


def test_a_person_with_such_a_surname_stays_one(cast_of) -> None:
    cast = cast_of("Tyrone Power said he would sue. Mr Power rejected the offer.")
    assert {actor.id for actor in cast.actors} == {"person/tyrone-power"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Velmark Group cut jobs. Velmark said the plant would close.", "Velmark"),
        ("The Upper Xanthe Fisheries Authority (UXFA) met. UXFA closed the lake.", "UXFA"),
        ("The National Rail Safety Board met. Critics blamed the NRSB for it.", "the NRSB"),
    ],
)
def test_a_short_name_is_the_same_body(cast_of, text: str, words: str) -> None:
    cast = cast_of(text)
    assert len([actor for actor in cast.actors if actor.kind == "organisation"]) == 1
    assert ids(cast)[words] == next(a.id for a in cast.actors if a.kind == "organisation")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "The General Administration for Ports fined the line.",
            "general-administration-for-ports",
        ),
        ("The Agriculture Ministry on Monday banned exports.", "agriculture-ministry"),
        ("The Authority of Heads of State met.", "authority-of-heads-of-state"),
    ],
)
def test_a_bodys_name_is_whole_and_no_more(cast_of, text: str, actor: str) -> None:
    assert f"organisation/{actor}" in {one.id for one in cast_of(text).actors}


def test_the_commission_is_the_one_named_before(cast_of) -> None:
    found = ids(cast_of("The European Commission proposed a ban. The Commission denied it."))
    assert found["The Commission"] == "organisation/european-commission"


def test_a_summit_is_nobody(cast_of) -> None:
    assert not cast_of("The Pacific Summit on Monday imposed a ban.").actors


def test_a_state_at_the_end_of_a_name_does_not_act(cast_of) -> None:
    cast = cast_of("Partido Unido Peru said it would leave the coalition.")
    assert "state/PER" not in {actor.id for actor in cast.actors}
