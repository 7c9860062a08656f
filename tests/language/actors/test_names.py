"""Names as articles print them: where they begin and end, and what is no name."""

from __future__ import annotations

import onrecord
from onrecord.language.actors.context import home_of
from onrecord.record import Article


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


def test_a_short_name_is_of_the_body_the_article_names(cast_of) -> None:
    cast = cast_of(
        "The Rapid Support Forces seized the town of Um Kaddada. The RSF denied it. "
        "Residents of the city of el-Fasher fled."
    )
    ids = named(cast)
    assert "organisation/reporters-without-borders" not in ids
    assert [m.text for m in cast.mentions if m.actor == "armed-group/rapid-support-forces"] == [
        "Rapid Support Forces", "RSF",
    ]  # fmt: skip
    assert not {i for i in ids if i.endswith(("/fasher", "/el-fasher", "/um-kaddada"))}


def test_the_country_an_article_is_at_home_in(coder) -> None:
    def home(dateline, *countries):
        return home_of(Article(id="x", text="x", dateline=dateline), coder, countries)

    assert home("BOGOTA", "COL", "COL", "VEN") == "COL"
    assert home("NEW DELHI/ISLAMABAD", "PAK", "IND", "IND") == "IND"
    assert home("GENEVA", "SYR", "SYR") is None
    assert home("GENEVA", "SYR", "SYR", "CHE") is None
    assert home(None, "SYR") is None
    assert home(None, "ESP", "ESP", "ESP", "DEU") == "ESP"
    assert home(None, "ESP", "ESP", "ESP", "DEU", "DEU") is None


def test_the_army_without_more_is_the_one_at_home(tools) -> None:
    record = onrecord.read(
        "BOGOTA, Oct 2 (Andes Wire) - Colombia's rebels said the army had shelled a village. "
        "The government denied it.",
        published="2025-10-02",
        tools=tools,
    )
    ids = {actor.id for actor in record.actors}
    assert {"organisation/colombian-military", "government/COL"} <= ids


def test_a_namesake_with_another_office(cast_of) -> None:
    cast = cast_of("Colombia's army is ready, Defense Minister Pedro Sanchez said on Thursday.")
    minister = next(a for a in cast.actors if a.kind == "person")
    assert minister.country != "ESP"


def test_an_official_of_a_country_the_article_does_not_name_is_a_namesake(cast_of) -> None:
    cast = cast_of("Patrick Muyaya scored twice for the club on Sunday.")
    assert [a.country for a in cast.actors if a.kind == "person"] == [None]
    cast = cast_of("Kinshasa will answer, Patrick Muyaya said.", "2024-05-01")
    assert [a.country for a in cast.actors if a.kind == "person"] == ["COD"]


def test_the_leaders_aide(cast_of) -> None:
    cast = cast_of("He met President Vladimir Putin. The Russian leader's aide praised the talks.")
    mentions = {m.text for m in cast.mentions if m.actor == "person/vladimir-putin"}
    assert "The Russian leader" in mentions


def test_the_kind_of_a_body_behind_its_name(cast_of) -> None:
    cast = cast_of("ELN rebels attacked the post. The Democratic Center party blamed Hezbollah.")
    assert {"armed-group/eln", "organisation/democratic-center"} <= named(cast)
    assert not named(cast, "unnamed")


def test_who_serves_as_what(cast_of) -> None:
    cast = cast_of("Tom Barrow, the U.S. ambassador to Turkey who serves as envoy to Syria, left.")
    barrow = next(a for a in cast.actors if a.kind == "person")
    assert not {i for i in named(cast) if "envoy" in i}
    assert {r.of for r in barrow.roles} <= {"state/USA", None}


def test_a_land_no_table_knows_is_no_person(cast_of) -> None:
    cast = cast_of(
        "Velmark's prime minister told reporters that Velmark wanted peace. Velmark fired on them."
    )
    assert [a.kind for a in cast.actors if a.name == "Velmark"] == ["state"]
    cast = cast_of("Anna Velmark's husband spoke. Velmark's president, a friend, was silent.")
    assert "state/velmark" not in named(cast)
    cast = cast_of("Velmark's president and chief executive resigned. Velmark shares fell.")
    assert "state/velmark" not in named(cast)


def test_a_quantity_of_people_is_one_actor(cast_of) -> None:
    cast = cast_of("Hundreds of protesters gathered. They said no authority had listened.")
    assert named(cast, "unnamed") == {"unnamed/hundreds-of-protesters"}


def test_an_outlet_by_name_and_kind(cast_of) -> None:
    assert "media/annadeer" in named(cast_of("He told Annadeer newspaper that talks went on."))


def test_a_party_before_a_name_is_no_part_of_it(cast_of) -> None:
    cast = cast_of("His successor, Republican Donald Harrow, won. Neither Harrow nor he spoke.")
    assert named(cast, "person") == {"person/donald-harrow"}


def test_units_and_zones_are_nobody(cast_of) -> None:
    assert not named(cast_of("The plant gives 5 MW. It was shut at 7 p.m. EDT."), "organisation")


def test_power_from_a_plant_is_no_state(cast_of) -> None:
    assert not cast_of("The dam will provide enough power for the town.").actors
