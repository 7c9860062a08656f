"""Phrases to country and sector, names to persons, the tables' own checks."""

from __future__ import annotations

import pycountry
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.actors import PhraseCoder
from onrecord.language.actors.words import singular, words_of
from onrecord.record import slug
from onrecord.record.names import same_person
from onrecord.vocabulary.actors import load_actor_tables
from onrecord.vocabulary.tables import Tables, VocabularyError


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("Portuguese fishermen", "PRT", "AGR"),
        ("members of the Chilean navy", "CHL", "MIL"),
        ("Norway's Ministry of Fisheries", "NOR", "GOV"),
        ("a group of nurses", None, "MED"),
        ("rebel fighters", None, "REB"),
        ("Somalia-based militia", "SOM", "PRM"),
        ("Iranian-backed militants", None, "REB"),
        ("Ghana", "GHA", None),
        ("Accra", "GHA", "GOV"),
        ("the European Parliament", "EUR", "LEG"),
        ("UN Security Council", "UNO", None),
        ("Mossad", "ISR", "SPY"),
        ("former Kenyan minister", "KEN", "ELI"),
        ("workers in Bolivia", "BOL", "LAB"),
        ("Peruvian envoy to Chile", "PER", "GOV"),
        ("a spokesman for the Danish police", "DNK", "COP"),
        ("Malian soldiers", "MLI", "MIL"),
    ],
)
def test_coding(coder: PhraseCoder, phrase: str, country: str | None, sector: str | None) -> None:
    coding = coder.code(phrase)
    assert (coding.country, coding.sector) == (country, sector)


def test_office_holders_change_with_the_date(coder: PhraseCoder) -> None:
    assert coder.code("Angela Merkel", "2017-04-01").sector == "GOV"
    assert coder.code("Angela Merkel", "2023-04-01").sector == "ELI"


def test_all_members_of_the_un_and_the_usual_others_are_known(coder: PhraseCoder) -> None:
    for country in pycountry.countries:
        if country.alpha_3 in coder.tables.states:
            state = coder.tables.states[country.alpha_3]
            assert coder.code(state.names[0]).country == country.alpha_3
    assert len(coder.tables.states) >= 195
    assert {"TWN", "PSE", "XKX", "VAT"} <= set(coder.tables.states)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Volodymyr Zelenskiy", "Volodymyr Zelenskyy", True),
        ("Sergei Lavrov", "Sergey Lavrov", True),
        ("George Bush", "George W. Bush", True),
        ("Mohammed bin Salman", "Mohammed bin Salman Al Saud", True),
        ("Hillary Clinton", "Bill Clinton", False),
        ("Kim Jong Un", "Kim Jong Il", False),
        ("Raul Castro", "Fidel Castro", False),
        ("Putin", "Vladimir Putin", False),
    ],
)
def test_same_person(a: str, b: str, same: bool) -> None:
    assert same_person(a, b) is same
    assert same_person(b, a) is same


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_coded(coder: PhraseCoder, text: str) -> None:
    coder.code(text)
    for word in words_of(text):
        assert text[word.start : word.end] == word.text
        singular(word.text)


def test_a_user_adds_an_organisation(tmp_path) -> None:
    (tmp_path / "organisations.csv").write_text(
        "name,country,sector\nLune Harbour Board,PRT,GOV\n", encoding="utf-8"
    )
    coder = PhraseCoder.load(Tables(tmp_path))
    assert coder.code("the Lune Harbour Board").sector == "GOV"


def test_a_wrong_sector_is_named(tmp_path) -> None:
    (tmp_path / "agents.csv").write_text(
        "sector,denotes,words\nXYZ,people,juggler\n", encoding="utf-8"
    )
    with pytest.raises(VocabularyError, match="juggler"):
        load_actor_tables(Tables(tmp_path), slug)


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("the Bavarian premier", "DEU", "GOV"),
        ("the Houthi-run health ministry", "YEM", "GOV"),
        ("Norwegian miners' union", "NOR", "LAB"),
        ("a coalition of Burundian opposition parties", "BDI", "OPP"),
        ("Rapid Action Battalion officers", "BGD", "COP"),
        ("students at Makerere University", "UGA", "EDU"),
        ("Trinamool Congress lawmakers", "IND", "LEG"),
        ("fighters of the Arakan Army", "MMR", "REB"),
        ("the Medical Association Western Australia", "AUS", "MED"),
        ("investors", None, "BUS"),
    ],
)
def test_parts_of_countries_and_bodies_by_name(coder, phrase, country, sector) -> None:
    coding = coder.code(phrase)
    assert (coding.country, coding.sector) == (country, sector)


def test_a_bare_surname_is_a_leader_of_the_day_or_nobody(coder) -> None:
    assert coder.code("President Obama", "2012-05-01").country == "USA"
    assert coder.code("President Obama", "2020-05-01").country is None
    assert coder.code("Obama's office", "2012-05-01").country == "USA"
    assert coder.code("Roberta Obama", "2012-05-01").country is None  # another person


def test_bodies_change_sides(coder) -> None:
    assert coder.code("Taliban", "2005-01-01").sector == "REB"
    assert coder.code("Taliban", "2023-01-01").sector == "GOV"
