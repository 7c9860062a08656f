"""Names as articles print them: where they begin and end, and what is no name."""

from __future__ import annotations


def named(cast, kind=None):
    return {a.id for a in cast.actors if kind is None or a.kind == kind}


def test_a_body_whose_name_goes_on_behind_a_preposition(cast_of) -> None:
    cast = cast_of(
        "Marit Solheim of the Oresund Institute for Trade said exports fell. "
        "The National Bureau of Fisheries and Ports rejected the figures."
    )
    assert "organisation/oresund-institute-for-trade" in named(cast)
    assert "organisation/national-bureau-of-fisheries-and-ports" in named(cast)
    assert not {i for i in named(cast) if i.endswith(("/trade", "/fisheries", "/ports"))}
    words = {m.text for m in cast.mentions if m.actor == "organisation/oresund-institute-for-trade"}
    assert words == {"the Oresund Institute for Trade"}


def test_a_country_behind_the_preposition_is_no_part_of_a_ministry(cast_of) -> None:
    cast = cast_of("The Parliament of Kenya approved the budget on Tuesday.")
    assert not {i for i in named(cast) if "of-kenya" in i}


def test_an_office_in_capitals_is_nobody(cast_of) -> None:
    cast = cast_of("The former Chief Operating Officer, Tim Varley, will succeed Ann Holt.")
    assert named(cast, "person") == {"person/tim-varley", "person/ann-holt"}
    assert "organisation/chief-operating-officer" not in named(cast)


def test_a_surname_that_is_a_common_noun(cast_of) -> None:
    cast = cast_of(
        "Police found Kimberly Hacker, 43, in the car. Hacker was charged with theft on Monday."
    )
    assert "unnamed/hacker" not in named(cast)
    assert [m.text for m in cast.mentions if m.actor == "person/kimberly-hacker"][-1] == "Hacker"


def test_a_speaker_behind_his_verb(cast_of) -> None:
    cast = cast_of('Jeremy Allen tasted it. Said Allen, "You want to bond with your people."')
    assert named(cast, "person") == {"person/jeremy-allen"}


def test_months_and_buildings_are_no_people(cast_of) -> None:
    cast = cast_of("The rally this May was held at the Ronald Reagan Building in Washington.")
    assert not named(cast, "person")


def test_a_website_is_not_its_former_head(cast_of) -> None:
    cast = cast_of("He named Steve Barrow, former head of Breakwater News, a website, as adviser.")
    barrow = next(a for a in cast.actors if a.id == "person/steve-barrow")
    assert "website" not in {role.title for role in barrow.roles}


def test_a_town_called_police(cast_of) -> None:
    cast = cast_of("Police arrested two people. Police also found a knife.")
    assert {a.country for a in cast.actors} == {None}


def test_former_is_said_once(cast_of) -> None:
    cast = cast_of("Former President Bill Clinton spoke at the rally.")
    assert [r.title for a in cast.actors for r in a.roles] == ["former president"]
