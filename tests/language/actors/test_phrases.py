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


@pytest.mark.parametrize(
    ("phrase", "date", "country", "sector"),
    [
        ("Sergio Moro", "2019-06-01", "BRA", "GOV"),  # no Moro of the Philippines
        ("Sergio Moro", "2017-06-01", "BRA", "JUD"),
        ("Hun Sen", "2015-01-01", "KHM", "GOV"),  # no senator
        ("Hassan Sheikh Mohamud", "2023-01-01", "SOM", "GOV"),  # no sheikh
        ("To Lam", "2025-01-01", "VNM", "GOV"),  # "to" is no preposition here
        ("Joseph Aoun", "2020-01-01", "LBN", "MIL"),
        ("Joseph Aoun", "2025-05-01", "LBN", "GOV"),
        ("Hakan Fidan", "2015-01-01", "TUR", "SPY"),
        ("Yoweri Museveni", "1985-01-01", "UGA", "REB"),
        ("Mark Carney", "2015-01-01", "GBR", "GOV"),  # at the Bank of England
        ("Angela Merkel", "1985-01-01", "DEU", None),  # before her first office
    ],
)
def test_offices_one_after_another(coder, phrase, date, country, sector) -> None:
    coding = coder.code(phrase, date)
    assert (coding.country, coding.sector) == (country, sector)


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("a loyalist in Northern Ireland", "GBR", "GOV"),  # not of Ireland
        ("a bank in the West Bank", "PSE", "BUS"),
        ("settlers in the West Bank", "PSE", "CVL"),  # no bank of settlers
        ("Kenya's National Police", "KEN", "COP"),
        ("Latin American leaders", None, None),
        ("ethnic Hungarians in Slovakia", "SVK", "CVL"),
        ("Croats in Bosnia", "BIH", None),
        ("a Liberian-flagged tanker", "LBR", "BUS"),
        ("a Turkish-owned factory in Albania", "ALB", "BUS"),
        ("dockers at Antwerp port", "BEL", "LAB"),
        ("the Sydney-listed miner", None, "BUS"),
        ("the Nepalese doctors' association", "NPL", "MED"),
        ("the French-led coalition", "FRA", "MIL"),
        ("the son of the Sultan of Brunei", "BRN", "ELI"),
        ("Kurdistan Workers' Party fighters", "TUR", "REB"),
        ("the chairman of the African Union", "IGO", "GOV"),
    ],
)
def test_names_and_places_of_several_words(coder, phrase, country, sector) -> None:
    coding = coder.code(phrase)
    assert (coding.country, coding.sector) == (country, sector)


def test_bodies_of_one_name_in_two_countries(coder) -> None:
    assert coder.code("Norway's Labour Party").country == "NOR"
    assert coder.code("the Philippine Supreme Court").country == "PHL"
    assert coder.code("the Labour Party").country == "GBR"


def test_a_bare_surname_is_no_town(coder) -> None:
    assert coder.code("Obama", "2022-01-01").country is None
    assert coder.code("the Bush administration").country == "USA"
    assert coder.code("the Assad regime", "2025-06-01").country == "SYR"


def test_the_day_of_an_article_stands_where_none_is_given(coder) -> None:
    assert coder.as_of("2005-01-01").code("Taliban").sector == "REB"
    assert coder.as_of("2005-01-01").code("Taliban", "2023-01-01").sector == "GOV"
