"""Places found in our own sentences about real towns, and the traps around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.language.pipeline import Parser
from onrecord.language.places import PlaceFinder
from onrecord.record import Article
from onrecord.vocabulary.tables import Tables, VocabularyError

from .conftest import Find


def names(found: tuple) -> list[str]:
    return [place.text for place in found]


def test_destination_is_a_place_with_its_point(find: Find) -> None:
    (place,) = find("The envoy flew to Moscow on Tuesday.")
    assert (place.name, place.country, place.region) == ("Moscow", "RUS", "Moscow")
    assert place.gazetteer == "geonames:524901"
    assert abs(place.lat - 55.75) < 0.1
    assert abs(place.lon - 37.62) < 0.1


@pytest.mark.parametrize(
    "text",
    [
        "Moscow rejected the offer on Tuesday.",
        "Talks between Moscow and Kyiv broke down.",
        "Washington's decision angered its allies.",
        "The Kremlin said it would answer.",
        "The Moscow-backed separatists withdrew.",
        "The Syrian army and Russian officers withdrew.",
        "U.S. officials were told.",
        "Washington set Moscow a shorter deadline.",
        "A source said the White House was looking for a signature.",
    ],
)
def test_governments_and_adjectives_are_no_places(find: Find, text: str) -> None:
    assert names(find(text)) == []


def test_metonyms_and_adjectives_on_request(find: Find) -> None:
    text = "Moscow rejected the Syrian proposal."
    assert names(find(text, metonyms=True)) == ["Moscow"]
    (_, syrian) = find(text, metonyms=True, adjectives=True)
    assert (syrian.text, syrian.country) == ("Syrian", "SYR")


@pytest.mark.parametrize(
    ("text", "name", "country", "region"),
    [
        ("A church burned in Paris, Texas, on Monday.", "Paris", "USA", "Texas"),
        ("A museum opened in Paris on Monday.", "Paris", "FRA", "Île-de-France"),
        ("Flooding hit Springfield, Illinois, on Monday.", "Springfield", "USA", "Illinois"),
        ("Flooding hit Springfield, Mass., on Monday.", "Springfield", "USA", "Massachusetts"),
    ],
)
def test_containment_decides(find: Find, text: str, name: str, country: str, region: str) -> None:
    place = find(text)[0]
    assert (place.name, place.country, place.region) == (name, country, region)


def test_two_places_of_one_name(find: Find) -> None:
    found = find("Police in Birmingham, Alabama, and in Birmingham, England, met.")
    towns = [place.country for place in found if place.name == "Birmingham"]
    assert towns == ["USA", "GBR"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # a government that is named does not drag the towns along
        ("Washington and Beijing agreed to meet in Geneva.", "Geneva", "CHE"),
        ("Russia and the United States will hold talks in Alexandria.", "Alexandria", "EGY"),
        ("The U.S. envoy arrived in Kingston, and Washington waited.", "Kingston", "JAM"),
        ("A rally was held in Washington on Monday.", "Washington", "USA"),
        ("Pakistan's army chief landed in Islamabad.", "Islamabad", "PAK"),
        ("Ministers met in Dili on Monday.", "Dili", "TLS"),
        ("Voters waited in Tripoli, Lebanon's second city.", "Tripoli", "LBN"),
        ("Ships left Hodeidah for the Red Sea.", "Red Sea", None),
    ],
)
def test_towns_of_diplomacy(find: Find, text: str, name: str, country: str | None) -> None:
    assert {place.name: place.country for place in find(text)}[name] == country


def test_the_capital_is_not_the_state(find: Find) -> None:
    (place,) = find("A rally was held in Washington on Monday.")
    assert place.lat is not None
    assert abs(place.lat - 38.9) < 0.2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian forces took Bakhmut, Avdiivka and Chasiv Yar.", ["Bakhmut", "Avdiivka"]),
        ("M23 rebels seized Goma and Bukavu.", ["Goma", "Bukavu"]),
        ("The hospital in Khan Younis was hit.", ["Khan Younis"]),
        ("The Pentagon sent troops to Poland.", ["Poland"]),
        ("Two trawlers sank in the Strait of Ondry.", ["Strait of Ondry"]),
        ("The court in The Hague ruled on Monday.", ["The Hague"]),
        ("He flew to Washington, D.C., on Monday.", ["Washington, D.C."]),
        ("The Pentagon sent a letter to Poland.", []),
        ("According to the UN, talks failed.", []),
        ("They believe in Peters.", []),
    ],
)
def test_names_the_tagger_misses(find: Find, text: str, expected: list[str]) -> None:
    found = names(find(text))
    assert found[: len(expected)] == expected
    if not expected:
        assert found == []


def test_other_places_decide(find: Find) -> None:
    text = (
        "Snow closed roads between Toronto and Hamilton on Monday. Schools in London, about two "
        "hours west of Toronto, stayed shut, and Ontario police warned drivers near Windsor."
    )
    assert {place.country for place in find(text)} == {"CAN"}


def test_one_sense_in_an_article(find: Find) -> None:
    text = "Voters in Tripoli, Lebanon, waited. Later Tripoli was calm, a man in Tripoli said."
    tripoli = [place for place in find(text) if place.text == "Tripoli"]
    assert len(tripoli) >= 2
    assert {place.country for place in tripoli} == {"LBN"}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Shells landed near the Zaporizhzhia nuclear plant.", "Zaporizhzhia", "UKR"),
        ("Inspectors returned to Fordow on Sunday.", "Fordow", "IRN"),
        ("The leaders met at Camp David on Sunday.", "Camp David", "USA"),
        ("Trucks queued at the Rafah crossing on Sunday.", "Rafah crossing", "PSE"),
        ("Aid reached the Gaza Strip on Sunday.", "Gaza Strip", "PSE"),
        ("Fighting went on in Donbas on Sunday.", "Donbas", "UKR"),
    ],
)
def test_facilities_and_regions(find: Find, text: str, name: str, country: str) -> None:
    found = find(text)
    assert any(p.name.startswith(name) and p.country == country and p.lat for p in found), found


def test_sea_has_a_point_and_no_country(find: Find) -> None:
    (place,) = find("A tanker was boarded in the Black Sea.")
    assert place.country is None
    assert abs(place.lat - 43) < 2


def test_divisions(find: Find) -> None:
    found = find("Troops left Anbar province and moved into Idlib province.")
    assert [place.country for place in found] == ["IRQ", "SYR"]
    assert all(place.lat is not None for place in found)


def test_dateline_in_capitals(find: Find) -> None:
    text = "BEIRUT, Aug. 6 (Agency) - The port reopened."
    assert find(text)[0].country == "LBN"


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Peters won the race.",
        "She was treated for Ebola and Marburg virus.",
        "He read the New York Times at home.",
        "Tell us more in March, he may say.",
        "Mobile teams arrived.",
    ],
)
def test_traps(find: Find, text: str) -> None:
    assert names(find(text)) == []


def test_nothing_is_made_up_for_an_unknown_village(find: Find) -> None:
    found = find("A bridge fell in Qorvashtum, Georgia, near Tbilisi.")
    (village,) = [place for place in found if place.text == "Qorvashtum"]
    assert (village.country, village.lat, village.gazetteer) == ("GEO", None, None)


def test_resolve_keeps_the_spans_in_order(finder: PlaceFinder) -> None:
    text = "From Lyon to Turin."
    spans = [(5, 9), (13, 18)]
    rows = finder.resolve(Article(id="a", text=text), spans)
    assert [(row.text, row.country) for row in rows] == [("Lyon", "FRA"), ("Turin", "ITA")]


def test_users_gazetteer_outranks_ours(parser: Parser, tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text(
        "name,lat,lon,country,region,aliases\nCamp Falken,10.5,20.5,TCD,Moyen-Chari,Falken Camp\n"
        "Moscow,46.7,-117.0,USA,Idaho,\n",
        encoding="utf-8",
    )
    own = PlaceFinder.load(Tables(), [table])
    text = "They drove from Camp Falken to Moscow."
    article = Article(id="a", text=text)
    camp, moscow = own.find(parser.parse(text, [0]), article, ())
    assert (camp.country, camp.region, camp.lat) == ("TCD", "Moyen-Chari", 10.5)
    assert moscow.country == "USA"


@pytest.mark.parametrize(
    "row",
    ["Nowhere,95,20,,", "Nowhere,x,20,,", ",1,2,,", "Nowhere,1,2,Chad,"],
)
def test_a_wrong_row_of_the_users_is_named(tmp_path: Path, row: str) -> None:
    table = tmp_path / "own.csv"
    table.write_text(f"name,lat,lon,country,region\n{row}\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"own\.csv, line 2"):
        PlaceFinder.load(Tables(), [table])


def test_empty_and_odd_texts(find: Find) -> None:
    assert find("") == ()
    find("THE " * 300)
    find("Ōśàķā ’ ‘ — (((( ,,,, San San San de la de la\n\n\t\u200b")


@pytest.mark.parametrize(
    ("text", "name", "country", "region"),
    [
        # what the text says of where a name lies
        ("Police raided homes in Cairo's Abbasiya neighbourhood.", "Abbasiya", "EGY", "Cairo"),
        ("He was born in Kingston, south of Brisbane.", "Kingston", "AUS", "Queensland"),
        ("A strike hit the towns of Sarmin and Binnish in Idlib.", "Sarmin", "SYR", "Idlib"),
        ("The storm hit Ohio, Oklahoma, Washington and Texas.", "Washington", "USA", "Washington"),
        ("Voters in Washington state decide.", "Washington state", "USA", "Washington"),
        ("He was held near Tripoli, in northern Lebanon.", "Tripoli", "LBN", None),
        ("A patrol was attacked near Menaka in northeastern Mali.", "Menaka", "MLI", None),
        ("In the US state of Georgia, a court ruled.", "Georgia", "USA", "Georgia"),
        (
            "Two died in Nikopol and near Sloviansk, in the Donetsk region.",
            "Sloviansk",
            "UKR",
            "Donetsk",
        ),
        ("It took Wad Madani, capital of Gezira state.", "Wad Madani", "SDN", "Gezira"),
        ("It was closing in on El Obeid in Sudan.", "El Obeid", "SDN", None),
        (
            "The talks went from Doha to Sharm el-Sheikh, then to Camp David or Mar-a-Lago.",
            "Sharm el-Sheikh",
            "EGY",
            None,
        ),
        ("Georgia Governor Ann Doe signed the bill.", "Georgia", "USA", "Georgia"),
        ("Strikes hit Gaza city on Monday.", "Gaza", "PSE", "Gaza Strip"),
        ("No U.S. city has such a law, and none in the U.S. will.", "U.S.", "USA", None),
        ("A tornado hit Clark County, Nevada.", "Clark County", "USA", "Nevada"),
        # names side by side lie in none of the others
        ("Envoys of Mexico, China, Japan and Oman met in Geneva.", "Geneva", "CHE", None),
        ("They flew to Armenia, Azerbaijan, Georgia and Iran.", "Georgia", "GEO", None),
        ("They flew to Niger. Leaders met in Abuja, Nigeria.", "Niger", "NER", None),
    ],
)
def test_where_a_name_is_said_to_lie(
    find: Find, text: str, name: str, country: str, region: str | None
) -> None:
    place = next(p for p in find(text) if p.text == name)
    assert place.country == country
    assert region is None or (place.region or "").startswith(region)


@pytest.mark.parametrize(
    "text",
    [
        "Leaflets were flown to the North on Tuesday, the South Korean army said.",
        "A rift opened with the West.",
        "He testified in Congress.",
        "A deal between Norland and Hamas fell through, the Houthis said.",
        "A drone flew toward the USS Philippine Sea.",
        "The Saudi envoy left.",
        "Shells fell on Pakistan-held soil; a Malta-flagged ship sank.",
    ],
)
def test_directions_and_bodies_are_no_towns(find: Find, text: str) -> None:
    assert names(find(text)) == []


def test_a_small_town_of_a_country_far_away_is_not_meant(find: Find) -> None:
    text = (
        "Troops fired at Battal from posts near Srinagar, officials in Muzaffarabad, Pakistan, and "
        "in Lahore and New Delhi, India, said."
    )
    assert all(p.country in ("IND", "PAK", None) for p in find(text))


def test_a_dateline_is_filed_from_a_town(find: Find) -> None:
    found = find("NEW YORK (AP) — The talks ended.\n\nThe envoys of Ohio and New York left.")
    assert abs(found[0].lat - 40.71) < 0.1


def test_a_state_in_a_headline_acts(find: Find) -> None:
    text = "Moscow links grain deal to bank\n\nThe foreign ministry spoke in Moscow on Thursday."
    (place,) = find(text)
    assert place.start > text.index("\n")


def test_a_region_is_no_suburb_of_its_name(find: Find) -> None:
    (place,) = find("The president of the United States sent his envoy to the Middle East.")[-1:]
    assert (place.name, place.country) == ("Middle East", None)


def test_an_unlisted_place_is_where_it_is_said_to_be_once(find: Find) -> None:
    text = "Harare's Third Street was closed. Third Street was opened again on Monday."
    streets = [p for p in find(text) if "Street" in p.text]
    assert all(p.country == "ZWE" for p in streets)
