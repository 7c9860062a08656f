"""Leaders, governments and offices by their owner; pairs; names with a small word before them."""

from __future__ import annotations

import pytest

from onrecord.language.actors import Cast


def ids(cast: Cast) -> dict[str, str]:
    """Mention text -> actor id (the last one of that text)."""
    return {mention.text: mention.actor for mention in cast.mentions}


def codes(cast: Cast) -> dict[str, tuple[str | None, str | None]]:
    """Actor id -> country and sector."""
    return {actor.id: (actor.country, actor.sector) for actor in cast.actors}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("The U.N. chief urged both armies to stop.", "The U.N. chief", ("UNO", "GOV")),
        ("Boeing's chief apologised to the pilots.", "Boeing's chief", ("USA", "BUS")),
        ("The IAEA chief urged Iran to open the site.", "The IAEA chief", ("IGO", "GOV")),
        ("Boeing's machinists rejected the offer.", "Boeing's machinists", ("USA", "LAB")),
        ("Hezbollah met. Its leader vowed to fight on.", "Its leader", ("LBN", "REB")),
        ("Mette Frederiksen spoke. Her office declined to say more.", "Her office", ("DNK", "GOV")),
    ],
)
def test_who_belongs_to_a_body_has_its_codes(cast_of, text, words, code) -> None:
    cast = cast_of(text)
    assert codes(cast)[ids(cast)[words]] == code


def test_the_government_of_a_leader_is_that_of_the_country(cast_of) -> None:
    cast = cast_of("Mette Frederiksen spoke on Tuesday. Her government rejected the demand.")
    assert ids(cast)["Her government"] == "government/DNK"


def test_the_leaders_of_two_bodies_are_two(cast_of) -> None:
    cast = cast_of(
        "Hezbollah rejected the plan. Its leader vowed to fight on. Hamas agreed to it. Its leader "
        "thanked Egypt."
    )
    leaders = [m.actor for m in cast.mentions if m.text == "Its leader"]
    assert leaders == ["unnamed/hezbollah-leader", "unnamed/hamas-leader"]


def test_the_army_chief_is_not_the_police_chief(cast_of) -> None:
    found = ids(cast_of("The army chief ordered a retreat. The police chief refused to talk."))
    assert found["The army chief"] != found["The police chief"]


def test_one_minister_is_not_several(cast_of) -> None:
    found = ids(cast_of("The minister denied the claim. The ministers agreed on a text."))
    assert found["The minister"] != found["The ministers"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The chief reason was money.",
        "The company car was sold.",
        "The pair of shoes was lost.",
        "The pair sank.",
        "The office was painted green.",
    ],
)
def test_a_thing_is_nobody(cast_of, sentence) -> None:
    assert cast_of(sentence).actors == ()


MET = "Emmanuel Macron met Friedrich Merz in Berlin on Tuesday. "
LATER = "Keir Starmer met Giorgia Meloni in Rome. "
TALKED = "Armenia and Azerbaijan held talks on Monday. "
SETTLED = "Boeing and Airbus agreed on a settlement. "


@pytest.mark.parametrize(
    ("text", "words", "members"),
    [
        (MET + "Both men urged calm.", "Both men", {"emmanuel-macron", "friedrich-merz"}),
        (MET + "The pair signed a pact.", "The pair", {"emmanuel-macron", "friedrich-merz"}),
        (
            MET + "Both leaders urged calm. " + LATER + "The two leaders signed a pact.",
            "The two leaders",
            {"keir-starmer", "giorgia-meloni"},
        ),
        (TALKED + "The two countries signed a pact.", "The two countries", {"ARM", "AZE"}),
        (TALKED + "Each side accused the other.", "Each side", {"ARM", "AZE"}),
        (SETTLED + "The two companies will pay.", "The two companies", {"boeing", "airbus"}),
    ],
)
def test_two_are_the_two_named_last(cast_of, text, words, members) -> None:
    cast = cast_of(text)
    assert {one.partition("/")[2] for one in cast.members[ids(cast)[words]]} == members


def test_two_companies_are_no_two_countries(cast_of) -> None:
    assert cast_of(TALKED + "The two companies agreed to pay.").members == {}


def test_an_invented_body_has_no_country_by_its_name(cast_of) -> None:
    cast = cast_of(
        "Tomas Ehrling, secretary-general of the Concord of Littoral States, welcomed the plan. "
        "The Concord warned both capitals. The Gulf state rejected it."
    )
    assert {actor.country for actor in cast.actors} == {None}
    assert not any(
        "general-of" in actor.id.replace("secretary-general", "") for actor in cast.actors
    )


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Janez Cerar met Ivo Horvat. Both Cerar and Horvat left.", "person/janez-cerar"),
        ("Republican Donald Trump met Vladimir Putin.", "person/donald-trump"),
    ],
)
def test_a_word_before_a_name_is_no_part_of_it(cast_of, text, actor) -> None:
    found = {a.id for a in cast_of(text).actors}
    assert actor in found
    assert not any(one.startswith(("person/both-", "person/republican-")) for one in found)


def test_the_company_is_the_one_body_named_before(cast_of) -> None:
    cast = cast_of(
        "Disney rejected the offer on Monday. The company would cut jobs. The firm refused."
    )
    found = ids(cast)
    assert found["The company"] == found["The firm"] == found["Disney"]
    assert codes(cast)[ids(cast)["Disney"]] == (None, "BUS")


def test_a_party_is_no_office(cast_of) -> None:
    cast = cast_of("Republican Donald Trump warned Iran.")
    assert codes(cast)["person/donald-trump"] == ("USA", "GOV")
