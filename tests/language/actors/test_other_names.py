"""Other names of one person, and one surname that two have."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "actor", "alias"),
    [
        (
            "Ahmed Karan, known to his men as Abu Salim, vowed to fight on. "
            "Abu Salim said he would never surrender.",
            "person/ahmed-karan",
            "Abu Salim",
        ),
        (
            'Doran Maric, alias "The Wolf", was arrested. The Wolf led the militia.',
            "person/doran-maric",
            "Wolf",
        ),
        (
            "The rebel commander Musa Hilal (nom de guerre Abu Nasr) signed the deal on Friday.",
            "person/musa-hilal",
            "Abu Nasr",
        ),
        (
            "Karl Velim (or Charles Velim) was born in Brno. He said no.",
            "person/karl-velim",
            "Charles Velim",
        ),
        (
            "Ahmed Karan, who goes by the name of Abu Salim, was seen in Idlib.",
            "person/ahmed-karan",
            "Abu Salim",
        ),
        (
            "Christianna Brown (Chrissie) took the chair. She said the talks had failed.",
            "person/christianna-brown",
            "Chrissie",
        ),
    ],
)
def test_two_names_of_one_person(cast_of, text: str, actor: str, alias: str) -> None:
    people = {a.id: a.aliases for a in cast_of(text).actors if a.kind == "person"}
    assert alias in people[actor]
    assert not [one for one in people if one != actor]


@pytest.mark.parametrize(
    "text",
    [
        "Pavel Orsic, who called Mira Lopan on Friday, said the talks would go on.",
        "The minister, Pavel Orsic, called Mira Lopan on Friday.",
        "Either Pavel Orsic, or Mira Lopan, will sign the paper, an aide said.",
        "Pavel Orsic, who nicknamed Mira Lopan the lioness, resigned.",
        "Pavel Orsic, formerly an aide to Mira Lopan, resigned.",
    ],
)
def test_what_one_does_to_another_is_no_name(cast_of, text: str) -> None:
    people = {a.id for a in cast_of(text).actors if a.kind == "person"}
    assert people == {"person/pavel-orsic", "person/mira-lopan"}


def test_two_people_beside_each_other_stay_two(cast_of) -> None:
    cast = cast_of(
        "Anna Velim, who met Mira Lopan, said she would sign. Pavel Orsic, born in Brno, agreed."
    )
    people = {a.id for a in cast.actors if a.kind == "person"}
    assert {"person/anna-velim", "person/mira-lopan", "person/pavel-orsic"} <= people


def test_the_surname_alone_is_not_who_is_named_in_full_in_the_same_sentence(cast_of) -> None:
    cast = cast_of("Hale is the younger sister of Spencer Hale. She said Hale had called her.")
    of = {m.start: m.actor for m in cast.mentions if m.form == "name"}
    assert of[0] == "person/hale"
    assert "person/spencer-hale" in of.values()
